package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.CommodityScope;
import dev.lodestone.ingest.internal.container.Content;
import dev.lodestone.ingest.internal.layout.Field;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.scan.RowTaker;
import dev.lodestone.ingest.internal.scan.ScanSettings;
import dev.lodestone.ingest.internal.scan.ScanStart;
import dev.lodestone.ingest.internal.scan.ScannedRows;
import dev.lodestone.ingest.internal.table.TextEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Opens large, regular text for scanning. What is irregular (other encodings, shifted headers, periods in columns) is read plainly. */
final class LargeText {

    private final CommodityScope scope;
    private final ScanSettings settings;
    private final Checksum checksum;

    /**
     * @param checksum told of the file's checksum where the scan reads all its bytes
     */
    LargeText(CommodityScope scope, ScanSettings settings, Checksum checksum) {
        this.scope = scope;
        this.settings = settings;
        this.checksum = checksum;
    }

    /**
     * A text that can be scanned, from its beginning, more than once.
     *
     * @param title texts above its header
     * @param opening opens it
     */
    record Scannable(List<String> title, Opening opening) {}

    /** Opens a text to be scanned. */
    interface Opening {

        /**
         * Opens the rows.
         *
         * @param hashed whether the file's checksum is computed on the way, where it is not known
         * @param takers makes who takes rows as they are scanned
         */
        ScannedRows open(boolean hashed, Supplier<RowTaker> takers) throws IOException;
    }

    /** The text; empty if it is small or irregular. */
    Optional<Scannable> find(Content content, byte[] head, TextEncoding encoding, char delimiter, Recognition.Match match) {
        Layout layout = match.layout();
        if (head.length < settings.smallest() || !encoding.isUtf8() || layout.wide().isPresent() || !layout.positions().isEmpty() || layout.headerRows() > 1 || layout.labelledRows()) {
            return Optional.empty();
        }
        if (new String(head, StandardCharsets.ISO_8859_1).contains("=\"")) {
            return Optional.empty(); // texts kept as formulas
        }
        int width = match.header().size();
        Optional<ScanStart> start = ScanStart.of(head, encoding.mark(), delimiter, match.headerAt(), width);
        if (start.isEmpty() || new HeaderShift(layout, match.header()).mayBe(start.get().firstRecord())) {
            return Optional.empty();
        }
        int keyColumn = new HeaderPlan(match, 0).column(Field.COMMODITY);
        boolean commodityDecides = layout.footer().isEmpty() && layout.notTrade().isEmpty();
        boolean canPassOver = keyColumn >= 0 && commodityDecides && !scope.equals(CommodityScope.EVERYTHING);
        Predicate<String> unwanted = text -> RowReading.isUnwanted(layout, scope, text);
        List<String> title = start.get().rows().subList(0, match.headerAt()).stream().flatMap(row -> row.cells().stream()).toList();
        return Optional.of(new Scannable(title, (hashed, takers) -> {
            Optional<MessageDigest> digest = hashed ? checksum.digest() : Optional.empty();
            Optional<InputStream> packed = Optional.empty();
            if (digest.isPresent() && !content.isWholeFile()) {
                packed = content.openHashed(digest.get());
                digest = Optional.empty(); // which is of packed bytes
            }
            InputStream stream = packed.isPresent() ? packed.get() : content.open();
            return new ScannedRows(
                    stream, start.get(), delimiter, width, canPassOver ? keyColumn : -1, unwanted, settings, digest, takers);
        }));
    }

    /** Takes over what the scan has learned at its end. */
    void finish(ScannedRows rows) throws IOException {
        rows.checksum().ifPresent(checksum::tell);
    }
}
