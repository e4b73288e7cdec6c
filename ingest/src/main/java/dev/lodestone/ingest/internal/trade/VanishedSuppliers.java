package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.model.quality.Completeness;
import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Origin;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.TradeObservation;
import java.util.ArrayList;
import java.util.Collection;
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
        private final Map<Economy, Double> partners = new HashMap<>();
        private double world;
        private Optional<TradeObservation> first = Optional.empty();

        private double sum() {
            return partners.values().stream().mapToDouble(Double::doubleValue).sum();
        }

        private boolean isConfirmed() {
            return world > 0 && Math.abs(world - sum()) <= WORLD_TOLERANCE * world;
        }
    }

    private VanishedSuppliers() {}

    /** Adds the flows that are missing and the issues that tell of them; reports of tables concerned are made anew. */
    public static void look(List<TradeObservation> observations, List<Issue> issues, List<FileReport> reports) {
        if (importYears(observations).limit(2).count() < 2) {
            return;
        }
        Map<DataSource, Map<IssueCode, Integer>> found = new LinkedHashMap<>();
        List<TradeObservation> gaps = new ArrayList<>();
        Map<SeriesKey, SortedMap<Integer, Year>> all = years(observations);
        Map<MarketKey, Double> markets = new HashMap<>();
        all.forEach((key, years) -> years.forEach((year, amounts) -> markets.merge(key.market(year), amounts.sum(), Double::sum)));
        all.forEach((key, years) -> {
            for (int year : years.keySet()) {
                int before = year - 1;
                if (years.containsKey(before)) {
                    double least = NOTABLE_AMONG_REPORTERS * markets.get(key.market(before));
                    missing(years, before, year, least).filter(supplier -> isBack(years, year + 1, supplier)).ifPresent(supplier -> {
                        TradeObservation beside = years.get(year).first.orElseThrow();
                        gaps.add(gap(beside, supplier));
                        issues.add(issue(IssueCode.SUPPLIER_VANISHED, beside, supplier, years.get(year - 1), years.get(year)));
                        found.computeIfAbsent(beside.origin().source(), source -> new EnumMap<>(IssueCode.class))
                                .merge(IssueCode.SUPPLIER_VANISHED, 1, Integer::sum);
                    });
                    missing(years, before, year, least).filter(supplier -> year == years.lastKey()).ifPresent(supplier -> {
                        TradeObservation beside = years.get(year).first.orElseThrow();
                        issues.add(issue(IssueCode.SUPPLIER_GONE, beside, supplier, years.get(year - 1), years.get(year)));
                        found.computeIfAbsent(beside.origin().source(), source -> new EnumMap<>(IssueCode.class))
                                .merge(IssueCode.SUPPLIER_GONE, 1, Integer::sum);
                    });
                }
            }
        });
        observations.addAll(gaps);
        found.forEach((source, counts) -> reports.replaceAll(
                report -> report.source().equals(source) || isSameTable(report.source(), source) ? anew(report, counts, observations) : report));
    }

    /** Calendar years of imports: where there is but one, no supplier can be missed. */
    public static IntStream importYears(List<TradeObservation> observations) {
        return observations.stream().filter(VanishedSuppliers::isYearly).mapToInt(o -> o.period().year()).distinct();
    }

    private static boolean isSameTable(DataSource report, DataSource source) {
        return report.label().equals(source.label()) && report.sha256().equals(source.sha256());
    }

    private static boolean isYearly(TradeObservation o) {
        return o.flow() == TradeFlow.IMPORT && o.period().isCalendarYear();
    }

    private static Map<SeriesKey, SortedMap<Integer, Year>> years(Collection<TradeObservation> observations) {
        Map<SeriesKey, SortedMap<Integer, Year>> all = new LinkedHashMap<>();
        for (TradeObservation o : observations) {
            if (!isYearly(o) || o.coverage() == Coverage.SELECTED_PARTNERS) {
                continue;
            }
            Year year = all.computeIfAbsent(
                            new SeriesKey(o.reporter(), o.commodity(), o.origin().source().title()), key -> new TreeMap<>())
                    .computeIfAbsent(o.period().year(), key -> new Year());
            if (o.partner().isWorld()) {
                year.world += o.value().amount();
            } else {
                year.partners.merge(o.partner(), o.value().amount(), Double::sum);
                year.first = year.first.or(() -> Optional.of(o));
            }
        }
        return all;
    }

    private static Optional<Economy> missing(SortedMap<Integer, Year> years, int before, int at, double least) {
        Year earlier = years.get(before);
        Year year = years.get(at);
        boolean othersStay = year.partners.keySet().stream().anyMatch(earlier.partners::containsKey);
        if (earlier.partners.size() < FEWEST_PARTNERS || !othersStay || year.isConfirmed()) {
            return Optional.empty();
        }
        double total = earlier.sum();
        return earlier.partners.entrySet().stream()
                .filter(entry -> !entry.getKey().isUnnamed() && total > 0 && entry.getValue() >= NOTABLE_SHARE * total)
                .filter(entry -> entry.getValue() >= least)
                .filter(entry -> earlier.partners.values().stream().allMatch(value -> value <= entry.getValue()))
                .map(Map.Entry::getKey)
                .filter(supplier -> !year.partners.containsKey(supplier))
                .filter(supplier -> year.sum() < total - earlier.partners.get(supplier) / 2) // nobody took its place
                .sorted()
                .findFirst();
    }

    /** Whether the supplier is large again in the year after: small markets change suppliers from year to year. */
    private static boolean isBack(SortedMap<Integer, Year> years, int year, Economy supplier) {
        Year other = years.get(year);
        return other != null && other.partners.getOrDefault(supplier, 0.0) >= NOTABLE_SHARE * other.sum() && other.sum() > 0;
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
        String share = String.format(Locale.ROOT, "%.1f %%", 100 * before.partners.get(supplier) / before.sum());
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

    private static FileReport anew(FileReport report, Map<IssueCode, Integer> found, List<TradeObservation> observations) {
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
