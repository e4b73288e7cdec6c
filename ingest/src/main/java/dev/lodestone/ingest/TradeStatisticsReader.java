package dev.lodestone.ingest;

import dev.lodestone.ingest.internal.economy.EconomyCodes;
import dev.lodestone.ingest.internal.layout.LayoutLibrary;
import dev.lodestone.ingest.internal.scan.ScanSettings;
import dev.lodestone.ingest.internal.trade.ApartTables;
import dev.lodestone.ingest.internal.trade.FileAccounts;
import dev.lodestone.ingest.internal.trade.ListedBlock;
import dev.lodestone.ingest.internal.trade.ReadObservations;
import dev.lodestone.ingest.internal.trade.RowsWanted;
import dev.lodestone.ingest.internal.trade.TableSurvey;
import dev.lodestone.ingest.internal.trade.TooManyRowsException;
import dev.lodestone.ingest.internal.trade.TradeFileReader;
import dev.lodestone.ingest.internal.trade.VanishedSuppliers;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads files of trade statistics, each recognised by its content. Immutable.
 *
 * <p>A file that no layout fits, or that cannot be read to its end, has a report without layout that says why; what that means is the
 * caller's to decide. A row that is defective or suspect is set aside with an issue. Every row read is kept, out of scope or set
 * aside, and each report's sums agree.
 */
public final class TradeStatisticsReader {

    private static final int DEFAULT_ISSUE_LIMIT = 1_000;

    private static final long SMALL_BYTES = 8L << 20;

    private final LayoutLibrary library;
    private final EconomyCodes economies;
    private final CommodityScope scope;
    private final int issueLimit;
    private final ScanSettings scan;
    private final boolean checksums;

    private TradeStatisticsReader(
            LayoutLibrary library, EconomyCodes economies, CommodityScope scope, int issueLimit, ScanSettings scan, boolean checksums) {
        this.library = library;
        this.economies = economies;
        this.scope = scope;
        this.issueLimit = issueLimit;
        this.scan = scan;
        this.checksums = checksums;
    }

    /** The shipped layouts, every commodity, at most 1,000 issues of a code kept per file. */
    public static TradeStatisticsReader withDefaults() {
        return new TradeStatisticsReader(
                LayoutLibrary.shipped(),
                EconomyCodes.packed(),
                CommodityScope.EVERYTHING,
                DEFAULT_ISSUE_LIMIT,
                ScanSettings.ofThisMachine(),
                true);
    }

    /**
     * Adds the layouts of a folder's {@code .yaml} files to the shipped ones.
     *
     * @throws IngestException if a layout file is wrong; the message names file and line
     */
    public TradeStatisticsReader withLayouts(Path folder) {
        return new TradeStatisticsReader(library.with(folder), economies, scope, issueLimit, scan, checksums);
    }

    /** Keeps only the commodities wanted; rows of others are out of scope. */
    public TradeStatisticsReader withScope(CommodityScope wanted) {
        return new TradeStatisticsReader(library, economies, wanted, issueLimit, scan, checksums);
    }

    /** Keeps at most so many issues of one code per file; all are counted. */
    public TradeStatisticsReader withIssueLimit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("issue limit must be 1 or more: " + limit);
        }
        return new TradeStatisticsReader(library, economies, scope, limit, scan, checksums);
    }

    /**
     * Leaves the sources' checksums empty, for results that are not published: on a large file the checksum takes longer than all other
     * reading.
     */
    public TradeStatisticsReader withoutChecksums() {
        return new TradeStatisticsReader(library, economies, scope, issueLimit, scan, false);
    }

    /** Scans text of other sizes in another way; for tests. */
    TradeStatisticsReader withScan(ScanSettings settings) {
        return new TradeStatisticsReader(library, economies, scope, issueLimit, settings, checksums);
    }

    /**
     * Reads the files in the order given.
     *
     * @throws IngestException if a file fits two layouts equally
     */
    public Loaded<TradeDataset> read(List<InputSource> sources) {
        Loaded<ReadObservations> read = compared(sources);
        return new Loaded<>(new TradeDataset(read.value().inColumns()), read.issues(), read.files());
    }

    /**
     * Reads the files for their accounts only: issues and accounts as {@link #read} gives them, in less than half its memory where rows are many.
     *
     * @return the number of observations, with issues and accounts
     * @throws IngestException if a file fits two layouts equally
     */
    public Loaded<Integer> account(List<InputSource> sources) {
        FileAccounts accounts = new FileAccounts(sources, TradeStatisticsReader::isSmall);
        accounts.read(this::surveyed);
        Function<InputSource, TradeFileReader.Result> keeping = reader(RowsWanted.KEPT)::read;
        if (accounts.lackRowsOfYears()) {
            accounts = new FileAccounts(sources, TradeStatisticsReader::isSmall);
            accounts.read(keeping);
        }
        return accounts.finish(keeping);
    }

    /**
     * Gives the observations of the files to a visitor, in the order given, without keeping those of large text: memory does not grow with its
     * rows. Other files are read one after the other, and each is kept until it was given.
     *
     * <p>Issues and accounts are as {@link #read} gives them, but that suppliers which vanish for one of several years are not looked for, and
     * that the rows of a table cut at its publisher's limit, or of one that names few partners only, are given before that is known, with the
     * coverage that they state: shares of them are upper bounds where the file's completeness names {@code CUT_AT_LIMIT} or
     * {@code SELECTED_PARTNERS}.
     *
     * @return the number of observations that hold, with issues and accounts
     * @throws IngestException if a file fits two layouts equally
     */
    public Loaded<Integer> visit(List<InputSource> sources, ObservationVisitor visitor) {
        TradeFileReader reader = reader(RowsWanted.givenTo(visitor));
        long figures = 0;
        List<Issue> issues = new ArrayList<>();
        List<FileReport> reports = new ArrayList<>();
        for (InputSource source : sources) {
            TradeFileReader.Result result = reader.read(source);
            ListedBlock.of(result.observations()).forEach(visitor::give);
            figures += result.observations().size() + result.notKept().stream().mapToLong(TableSurvey::figures).sum();
            issues.addAll(result.issues());
            reports.addAll(result.reports());
        }
        return new Loaded<>(Math.toIntExact(figures), issues, reports);
    }

    private TradeFileReader reader(RowsWanted wanted) {
        return new TradeFileReader(library, economies, scope, issueLimit, scan, wanted, checksums);
    }

    /** With its rows where they are few, so that those of several years can be compared without reading the file once more. */
    private TradeFileReader.Result surveyed(InputSource source) {
        if (isSmall(source) || !scope.equals(CommodityScope.EVERYTHING)) { // a large file of everything has many
            try {
                return reader(RowsWanted.KEPT_WHILE_FEW).read(source);
            } catch (TooManyRowsException e) {
                // From the beginning, then.
            }
        }
        return reader(RowsWanted.COUNTED).read(source);
    }

    private static boolean isSmall(InputSource source) {
        return source.size().orElse(Long.MAX_VALUE) <= SMALL_BYTES;
    }

    private Loaded<ReadObservations> compared(List<InputSource> sources) {
        Joined read = Joined.of(results(sources, reader(RowsWanted.KEPT)::read));
        read.lookForVanishedSuppliers();
        return new Loaded<>(read.observations(), read.issues(), read.reports());
    }

    /** What all files gave, to be compared and added to. */
    private record Joined(ReadObservations observations, List<Issue> issues, List<FileReport> reports) {

        static Joined of(List<TradeFileReader.Result> results) {
            Joined all = new Joined(new ReadObservations(), new ArrayList<>(), new ArrayList<>());
            for (TradeFileReader.Result result : results) {
                all.issues.addAll(result.issues());
                all.reports.addAll(result.reports());
            }
            ApartTables.join(results, all.issues, all.reports);
            results.forEach(result -> all.observations.addAll(result.observations()));
            return all;
        }

        void lookForVanishedSuppliers() {
            VanishedSuppliers.look(observations, issues, reports);
        }
    }

    /** Small files are read several at a time; a large one is scanned by all cores itself. Results stand in the order of the files. */
    private static List<TradeFileReader.Result> results(List<InputSource> sources, Function<InputSource, TradeFileReader.Result> reader) {
        boolean small = sources.stream().allMatch(TradeStatisticsReader::isSmall);
        return (small ? sources.parallelStream() : sources.stream()).map(reader).toList();
    }
}
