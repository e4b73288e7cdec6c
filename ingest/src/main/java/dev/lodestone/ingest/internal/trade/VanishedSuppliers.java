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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

    /**
     * A supplier that a year lacks.
     *
     * @param code whether it is back in the year after
     * @param supplier the supplier
     * @param place place among all observations of one of its series and year
     * @param table the table of that observation
     */
    record Finding(IssueCode code, Economy supplier, int place, DataSource table) {

        /** Whether its flow is to be added without amounts: one that is gone in the last year adds none. */
        boolean isGap() {
            return code == IssueCode.SUPPLIER_VANISHED;
        }

        /** The flow without amounts, as the observation at its place has it. */
        TradeObservation gap(TradeObservation beside) {
            return VanishedSuppliers.gap(beside, supplier);
        }
    }

    /** A table, whoever is said to have published its rows. */
    record TableKey(String label, String sha256) {

        static TableKey of(DataSource source) {
            return new TableKey(source.label(), source.sha256());
        }
    }

    private final Map<SeriesKey, SortedMap<Integer, Year>> all = new LinkedHashMap<>();
    private final Map<YearlyImports.Head, Map<CommodityCode, Year>> byHead = new HashMap<>();
    private final Map<MarketKey, Double> markets = new HashMap<>();
    private final Map<CommodityCode, CommodityCode> commodities = new HashMap<>(); // one of each, where thousands of tables have their own
    private final NavigableMap<Integer, DataSource> tables = new TreeMap<>();
    private int size;

    /** Adds the flows that are missing and the issues that tell of them; reports of tables concerned are made anew. */
    public static void look(ReadObservations observations, List<Issue> issues, List<FileReport> reports) {
        VanishedSuppliers vanished = new VanishedSuppliers();
        vanished.add(observations);
        List<Finding> findings = vanished.find(issues);
        findings.stream().filter(Finding::isGap).map(finding -> finding.gap(observations.get(finding.place()))).toList().forEach(observations::add);
        tell(findings, reports, report -> SeriesCompleteness.anew(report, observations.ofTables(tableOf(report))));
    }

    /** Calendar years of imports: where there is but one, no supplier can be missed. */
    Set<Integer> years() {
        return byHead.keySet().stream().map(YearlyImports.Head::year).collect(Collectors.toSet());
    }

    /** Sums up by series and year. Rows in a row are mostly of one year and series; they may be forgotten then. */
    void add(ReadObservations observations) {
        int before = size;
        observations.tellTables((source, place) -> tables.put(before + place, source));
        size += observations.size();
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
                    CommodityCode one = commodities.computeIfAbsent(commodity, key -> key);
                    ofHead.put(one, year);
                    all.computeIfAbsent(new SeriesKey(of.reporter(), one, of.publisher()), key -> new TreeMap<>()).put(of.year(), year);
                }
                if (partner.isWorld()) {
                    year.world += value;
                } else {
                    year.partners.add(partner, value);
                    year.first = year.first < 0 ? before + index : year.first;
                }
            }
        });
    }

    /** Compares the years, and tells what they lack. */
    List<Finding> find(List<Issue> issues) {
        List<Finding> findings = new ArrayList<>();
        all.forEach((key, years) -> years.forEach((year, amounts) -> markets.merge(key.market(year), amounts.sum(), Double::sum)));
        all.forEach((key, years) -> {
            for (int year : years.keySet()) {
                if (years.containsKey(year - 1)) {
                    double least = NOTABLE_AMONG_REPORTERS * markets.get(key.market(year - 1));
                    Optional<Economy> supplier = missing(years.get(year - 1), years.get(year), least);
                    boolean isBack = supplier.isPresent() && isBack(years, year + 1, supplier.get());
                    if (supplier.isPresent() && (isBack || year == years.lastKey())) {
                        IssueCode code = isBack ? IssueCode.SUPPLIER_VANISHED : IssueCode.SUPPLIER_GONE;
                        int place = years.get(year).first;
                        Finding finding = new Finding(code, supplier.get(), place, tables.floorEntry(place).getValue());
                        findings.add(finding);
                        issues.add(issue(finding, key, year, years.get(year - 1), years.get(year)));
                    }
                }
            }
        });
        return findings;
    }

    /**
     * Makes the reports of tables anew in which something was found.
     *
     * @param judged the verdict over a table with the flows that were found missing
     */
    static void tell(List<Finding> findings, List<FileReport> reports, Function<FileReport, Completeness> judged) {
        Map<TableKey, List<Finding>> byTable = findings.stream().collect(Collectors.groupingBy(finding -> TableKey.of(finding.table())));
        if (!byTable.isEmpty()) {
            reports.replaceAll(report -> {
                List<Finding> ofTable = byTable.get(TableKey.of(report.source()));
                return ofTable == null ? report : anew(report, ofTable, judged);
            });
        }
    }

    /** Tells observations of a report's table. */
    static Predicate<DataSource> tableOf(FileReport report) {
        TableKey table = TableKey.of(report.source());
        return source -> TableKey.of(source).equals(table);
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

    private static Issue issue(Finding finding, SeriesKey key, int inYear, Year before, Year year) {
        DataSource source = finding.table();
        Economy supplier = finding.supplier();
        String share = String.format(Locale.ROOT, "%.1f %%", 100 * before.partners.of(supplier) / before.sum());
        return new Issue(
                finding.code().code(),
                finding.code().severity(),
                source.file() + (source.member().isEmpty() ? "" : "!" + source.member()),
                source.sheet(),
                0,
                0,
                "",
                "",
                year.partners.size() + (year.partners.size() == 1 ? " partner without " : " partners without ") + supplier,
                supplier + " among the suppliers of " + key.reporter() + " M " + key.commodity() + " in " + inYear + ", since it was the largest with "
                        + share + " the year before",
                finding.isGap()
                        ? "its amount taken as unknown: shares of that year are bounds"
                        : "taken as published; look whether the year is there as a whole before a fall is told from it");
    }

    private static FileReport anew(FileReport report, List<Finding> findings, Function<FileReport, Completeness> judged) {
        SortedMap<String, Long> counts = new TreeMap<>(report.issueCounts());
        findings.forEach(finding -> counts.merge(finding.code().code(), 1L, Long::sum));
        Completeness completeness = findings.stream().anyMatch(Finding::isGap) ? judged.apply(report) : report.completeness();
        return new FileReport(
                report.source(), report.why(), report.rowsRead(), report.rowsKept(), report.rowsOutOfScope(), report.rowsSetAside(),
                report.periods(), report.reporters(), counts, completeness);
    }
}
