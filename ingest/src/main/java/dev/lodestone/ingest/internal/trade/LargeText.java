package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.CommodityScope;
import dev.lodestone.ingest.internal.container.Content;
import dev.lodestone.ingest.internal.container.HashedStream;
import dev.lodestone.ingest.internal.layout.Field;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.scan.ScanSettings;
import dev.lodestone.ingest.internal.scan.ScanStart;
import dev.lodestone.ingest.internal.scan.ScannedRows;
import dev.lodestone.ingest.internal.table.TextEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Predicate;

/** Opens large, regular text for scanning. What is irregular (other encodings, shifted headers, periods in columns) is read plainly. */
final class LargeText {

    private final CommodityScope scope;
    private final ScanSettings settings;
    private final Checksum checksum;
    private Optional<HashedStream> unpacked = Optional.empty();

    /**
     * @param checksum told of the file's checksum where the scan reads all its bytes
     */
    LargeText(CommodityScope scope, ScanSettings settings, Checksum checksum) {
        this.scope = scope;
        this.settings = settings;
        this.checksum = checksum;
    }

    /** The text's rows; empty if it is small or irregular. */
    Optional<ScannedRows> open(Content content, byte[] head, TextEncoding encoding, char delimiter, Recognition.Match match)
            throws IOException {
        Layout layout = match.layout();
        if (head.length < settings.smallest() || !encoding.isUtf8() || layout.wide().isPresent()) {
            return Optional.empty();
        }
        int width = match.header().size();
        Optional<ScanStart> start = ScanStart.of(head, encoding.mark(), delimiter, match.headerAt(), width);
        if (start.isEmpty() || new HeaderShift(layout, match.header()).find(start.get().firstRecord()) != 0) {
            return Optional.empty();
        }
        int keyColumn = new HeaderPlan(layout, match.header().cells(), 0).column(Field.COMMODITY);
        boolean commodityDecides = layout.footer().isEmpty() && layout.notTrade().isEmpty();
        boolean canPassOver = keyColumn >= 0 && commodityDecides && !scope.equals(CommodityScope.EVERYTHING);
        Predicate<String> unwanted = text -> RowReading.isUnwanted(layout, scope, text);
        Optional<MessageDigest> digest = checksum.digest();
        if (digest.isPresent() && !content.isWholeFile()) {
            unpacked = content.openHashed(digest.get());
            digest = Optional.empty(); // which is of packed bytes
        }
        InputStream stream = unpacked.isPresent() ? unpacked.get() : content.open();
        return Optional.of(new ScannedRows(
                stream, start.get(), delimiter, width, canPassOver ? keyColumn : -1, unwanted, settings, digest));
    }

    /** Takes over what the scan has learned at its end. */
    void finish(ScannedRows rows) throws IOException {
        rows.checksum().ifPresent(checksum::tell);
        if (unpacked.isPresent()) {
            checksum.tell(unpacked.get().checksum());
        }
    }
}
