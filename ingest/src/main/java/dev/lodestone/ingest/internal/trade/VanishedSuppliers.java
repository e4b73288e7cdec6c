package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.model.quality.Completeness;
import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Origin;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeObservation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Finds years in which the largest supplier of the year before has no row while others of that year have one, nobody took its place, and
 * it is large again in the year after: mostly an answer that was cut or filtered. A World row that the other partners add up to says that
 * it was not. The flow is added without amounts, so that measures of that year are bounds.
 *
 * <p>In the last year nobody can tell whether the supplier is back in the next: that is told and believed.
 */
public final class VanishedSuppliers {

    static final String NO_ROW = "no row: amounts unknown";

    /** A supplier of less may well stay away for a year. */
    private static final double NOTABLE_SHARE = 0.25;

    /** A World row confirms a year whose partners add up to it. */
    private static final double WORLD_TOLERANCE = 0.005;

    /** With fewer partners in the year before, nothing but a market of chance was there. */
    private static final int FEWEST_PARTNERS = 2;

    /** Of what all reporters of the table bought: a gap below moves no sum over them, and need not turn it into a bound. */
    private static final double NOTABLE_AMONG_REPORTERS = 0.001;

    private record SeriesKey(Economy reporter, CommodityCode commodity, String publisher) {

        MarketKey market(int year) {
            return new MarketKey(commodity, publisher, year);
        }
    }

    /** All reporters together. */
    private record MarketKey(CommodityCode commodity, String publisher, int year) {}

    private static final class Year {
        private final PartnerAmounts partners = new PartnerAmounts();
        private double world;
        /** Place of its first row of a partner among all observations. */
        private int first = -1;
        private double sum = Double.NaN;

        private double sum() {
            if (Double.isNaN(sum)) {
                sum = partners.sum();
            }
            return sum;
        }

        private boolean isConfirmed() {
            return world > 0 && Math.abs(world - sum()) <= WORLD_TOLERANCE * world;
        }
    }

    private final Map<SeriesKey, SortedMap<Integer, Year>> all = new LinkedHashMap<>();
    private final Map<MarketKey, Double> markets = new HashMap<>();
    private final ReadObservations observations;
    private final List<Issue> issues;
    private final List<TradeObservation> gaps = new ArrayList<>();
    private final Map<DataSource, Map<IssueCode, Integer>> found = new LinkedHashMap<>();

    private VanishedSuppliers(ReadObservations observations, List<Issue> issues) {
        this.observations = observations;
        this.issues = issues;
    }

    /** Adds the flows that are missing and the issues that tell of them; reports of tables concerned are made anew. */
    public static void look(ReadObservations observations, List<Issue> issues, List<FileReport> reports) {
        VanishedSuppliers vanished = new VanishedSuppliers(observations, issues);
        vanished.collect();
        vanished.compare();
        observations.addAll(vanished.gaps);
        vanished.found.forEach((source, counts) -> reports.replaceAll(
                report -> report.source().equals(source) || isSameTable(report.source(), source) ? anew(report, counts, observations) : report));
    }

    /** Calendar years of imports: where there is but one, no supplier can be missed. */
    public static IntStream importYears(ReadObservations observations) {
        Set<Integer> years = new HashSet<>();
        observations.forEachYearlyImport((head, commodity, partner, value, index) -> years.add(head.year()));
        return years.stream().mapToInt(Integer::intValue);
    }

    /** Sums up by series and year. Rows in a row are mostly of one year and series. */
    private void collect() {
        Map<YearlyImports.Head, Map<CommodityCode, Year>> byHead = new HashMap<>();
        observations.forEachYearlyImport(new YearlyImports() {
            private Head head;
            private Map<CommodityCode, Year> ofHead;

            @Override
            public void add(Head of, CommodityCode commodity, Economy partner, double value, int index) {
                if (of != head) {
                    head = of;
                    ofHead = byHead.computeIfAbsent(of, key -> new HashMap<>());
                }
                Year year = ofHead.get(commodity);
                if (year == null) {
                    year = new Year();
                    ofHead.put(commodity, year);
                    all.computeIfAbsent(new SeriesKey(of.reporter(), commodity, of.publisher()), key -> new TreeMap<>()).put(of.year(), year);
                }
                if (partner.isWorld()) {
                    year.world += value;
                } else {
                    year.partners.add(partner, value);
                    year.first = year.first < 0 ? index : year.first;
                }
            }
        });
    }

    private void compare() {
        all.forEach((key, years) -> years.forEach((year, amounts) -> markets.merge(key.market(year), amounts.sum(), Double::sum)));
        all.forEach((key, years) -> {
            for (int year : years.keySet()) {
                if (years.containsKey(year - 1)) {
                    double least = NOTABLE_AMONG_REPORTERS * markets.get(key.market(year - 1));
                    Optional<Economy> supplier = missing(years.get(year - 1), years.get(year), least);
                    if (supplier.isPresent()) {
                        tell(supplier.get(), years, year);
                    }
                }
            }
        });
    }

    private void tell(Economy supplier, SortedMap<Integer, Year> years, int year) {
        boolean isBack = isBack(years, year + 1, supplier);
        if (!isBack && year != years.lastKey()) {
            return;
        }
        TradeObservation beside = observations.get(years.get(year).first);
        IssueCode code = isBack ? IssueCode.SUPPLIER_VANISHED : IssueCode.SUPPLIER_GONE;
        if (isBack) {
            gaps.add(gap(beside, supplier));
        }
        issues.add(issue(code, beside, supplier, years.get(year - 1), years.get(year)));
        found.computeIfAbsent(beside.origin().source(), source -> new EnumMap<>(IssueCode.class)).merge(code, 1, Integer::sum);
    }

    private static boolean isSameTable(DataSource report, DataSource source) {
        return report.label().equals(source.label()) && report.sha256().equals(source.sha256());
    }

    private static Optional<Economy> missing(Year earlier, Year year, double least) {
        if (earlier.partners.size() < FEWEST_PARTNERS || !year.partners.sharesAPartnerWith(earlier.partners) || year.isConfirmed()) {
            return Optional.empty();
        }
        double total = earlier.sum();
        double largest = earlier.partners.largest();
        boolean notable = total > 0 && largest >= NOTABLE_SHARE * total && largest >= least;
        if (!notable || year.sum() >= total - largest / 2) { // somebody took its place
            return Optional.empty();
        }
        return earlier.partners
                .atLeast(largest)
                .filter(supplier -> !supplier.isUnnamed() && !year.partners.has(supplier))
                .findFirst();
    }

    /** Whether the supplier is large again in the year after: small markets change suppliers from year to year. */
    private static boolean isBack(SortedMap<Integer, Year> years, int year, Economy supplier) {
        Year other = years.get(year);
        return other != null && other.partners.of(supplier) >= NOTABLE_SHARE * other.sum() && other.sum() > 0;
    }

    private static TradeObservation gap(TradeObservation beside, Economy supplier) {
        Origin origin = beside.origin();
        return new TradeObservation(
                beside.reporter(), supplier, beside.flow(), beside.classification(), beside.commodity(), beside.period(), Quantity.MISSING,
                beside.currency(), Quantity.MISSING, beside.valuation(), beside.coverage(),
                new Origin(origin.source(), origin.line(), origin.cell(), NO_ROW));
    }

    private static Issue issue(IssueCode code, TradeObservation beside, Economy supplier, Year before, Year year) {
        DataSource source = beside.origin().source();
        String share = String.format(Locale.ROOT, "%.1f %%", 100 * before.partners.of(supplier) / before.sum());
        return new Issue(
                code.code(),
                code.severity(),
                source.file() + (source.member().isEmpty() ? "" : "!" + source.member()),
                source.sheet(),
                0,
                0,
                "",
                "",
                year.partners.size() + (year.partners.size() == 1 ? " partner without " : " partners without ") + supplier,
                supplier + " among the suppliers of " + beside.reporter() + " M " + beside.commodity() + " in " + beside.period() + ", since it was the largest with "
                        + share + " the year before",
                code == IssueCode.SUPPLIER_VANISHED
                        ? "its amount taken as unknown: shares of that year are bounds"
                        : "taken as published; look whether the year is there as a whole before a fall is told from it");
    }

    private static FileReport anew(FileReport report, Map<IssueCode, Integer> found, ReadObservations observations) {
        SortedMap<String, Long> counts = new TreeMap<>(report.issueCounts());
        found.forEach((code, count) -> counts.merge(code.code(), (long) count, Long::sum));
        Completeness completeness = report.completeness();
        if (found.containsKey(IssueCode.SUPPLIER_VANISHED)) { // a supplier that is gone in the last year adds no flow without amounts
            Set<Completeness.Reason> reasons = new HashSet<>(completeness.reasons());
            completeness = SeriesCompleteness.of(
                    observations.stream().filter(o -> isSameTable(report.source(), o.origin().source())),
                    counts.containsKey(IssueCode.ROW_LIMIT_REACHED.code()),
                    reasons.contains(Completeness.Reason.UNTOLD_ROWS) ? 1 : 0);
        }
        return new FileReport(
                report.source(), report.why(), report.rowsRead(), report.rowsKept(), report.rowsOutOfScope(), report.rowsSetAside(),
                report.periods(), report.reporters(), counts, completeness);
    }
}
