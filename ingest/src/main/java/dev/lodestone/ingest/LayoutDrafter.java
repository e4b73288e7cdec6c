package dev.lodestone.ingest;

import dev.lodestone.ingest.internal.draft.Drafting;
import dev.lodestone.ingest.internal.economy.EconomyCodes;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.layout.LayoutLibrary;
import dev.lodestone.ingest.internal.scan.ScanSettings;
import dev.lodestone.ingest.internal.trade.RowsWanted;
import dev.lodestone.ingest.internal.trade.TradeFileReader;
import dev.lodestone.model.quality.FileReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Proposes layouts for files that no layout fits, and tries them out. Immutable. */
public final class LayoutDrafter {

    private final EconomyCodes economies = EconomyCodes.packed();

    /**
     * A draft for each table of the file, the likeliest first; none where nothing looks like a table. A draft that waits for no answer
     * has been tried on the file.
     *
     * @throws IOException if the file cannot be read
     */
    public List<LayoutDraft> draft(InputSource source) throws IOException {
        List<LayoutDraft> drafts = new ArrayList<>();
        var taken = LayoutLibrary.shipped().layouts().stream().map(Layout::id).collect(Collectors.toSet());
        for (LayoutDraft draft : new Drafting(economies, taken).drafts(source)) {
            drafts.add(draft.isComplete() ? tried(draft, source) : draft);
        }
        return List.copyOf(drafts);
    }

    private LayoutDraft tried(LayoutDraft draft, InputSource source) {
        LayoutLibrary only = LayoutLibrary.of(Layout.parse(draft.table(), draft.yaml()));
        TradeFileReader reader = new TradeFileReader(only, economies, CommodityScope.EVERYTHING, 1, ScanSettings.ofThisMachine(), RowsWanted.COUNTED, false);
        List<FileReport> reports = reader.read(source).reports().stream().filter(FileReport::isRecognised).toList();
        long read = reports.stream().mapToLong(FileReport::rowsRead).sum();
        long kept = reports.stream().mapToLong(FileReport::rowsKept).sum();
        long left = reports.stream().mapToLong(FileReport::rowsOutOfScope).sum();
        Map<String, Long> issues = new TreeMap<>();
        reports.forEach(report -> report.issueCounts().forEach((code, count) -> issues.merge(code, count, Long::sum)));
        String trial = String.format(Locale.ROOT, "tried on the file: %,d rows read, %,d kept, %,d out of scope, %,d set aside", read, kept, left,
                read - kept - left)
                + (issues.isEmpty()
                        ? ""
                        : " (" + issues.entrySet().stream().map(each -> each.getValue() + " " + each.getKey()).collect(Collectors.joining(", ")) + ")");
        return new LayoutDraft(draft.table(), draft.yaml().replaceFirst("\nid: ", "\n# Draft " + trial + ".\nid: "), draft.guesses(), draft.questions(),
                draft.open(), trial);
    }
}
