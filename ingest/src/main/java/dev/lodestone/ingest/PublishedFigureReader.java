package dev.lodestone.ingest;

import dev.lodestone.ingest.internal.economy.EconomyCodes;
import dev.lodestone.ingest.internal.layout.LayoutLibrary;
import dev.lodestone.ingest.internal.scan.ScanSettings;
import dev.lodestone.ingest.internal.trade.PublishedRows;
import dev.lodestone.ingest.internal.trade.RowsWanted;
import dev.lodestone.ingest.internal.trade.TradeFileReader;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads figures on production, use and reliance from the tables that surveys publish, each recognised by its content. Nothing is computed:
 * a figure is the text that stands there. Every row read is kept, out of scope or set aside with an issue. Immutable.
 */
public final class PublishedFigureReader {

    private static final int ISSUE_LIMIT = 1_000;

    private final LayoutLibrary library;
    private final EconomyCodes economies = EconomyCodes.packed();

    private PublishedFigureReader(LayoutLibrary library) {
        this.library = library;
    }

    /** The shipped layouts. */
    public static PublishedFigureReader withDefaults() {
        return new PublishedFigureReader(LayoutLibrary.shipped());
    }

    /**
     * Adds the layouts of a folder's {@code .yaml} files to the shipped ones.
     *
     * @throws IngestException if a layout file is wrong; the message names file and line
     */
    public PublishedFigureReader withLayouts(Path folder) {
        return new PublishedFigureReader(library.with(folder));
    }

    /**
     * Reads the files in the order given. Files of trade statistics give no figure.
     *
     * @throws IngestException if a file fits two layouts equally
     */
    public Loaded<List<PublishedFigure>> read(List<InputSource> sources) {
        List<PublishedFigure> figures = new ArrayList<>();
        List<Issue> issues = new ArrayList<>();
        List<FileReport> reports = new ArrayList<>();
        for (InputSource source : sources) {
            PublishedRows rows = new PublishedRows(economies);
            TradeFileReader.Result result = new TradeFileReader(
                            library, economies, CommodityScope.EVERYTHING, ISSUE_LIMIT, ScanSettings.ofThisMachine(), RowsWanted.KEPT, true)
                    .giving(rows)
                    .read(source);
            issues.addAll(result.issues());
            reports.addAll(result.reports());
            if (result.reports().stream().allMatch(FileReport::isRecognised)) {
                figures.addAll(rows.figures());
            }
        }
        return new Loaded<>(List.copyOf(figures), issues, reports);
    }
}
