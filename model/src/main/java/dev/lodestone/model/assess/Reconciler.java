package dev.lodestone.model.assess;

import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Observations;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeDataset;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.Valuation;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Sorts observations into series and settles which source tells a flow when several do.
 *
 * <p>Precedence, declared once for all: complete before main partners before selected partners; then a published figure before a sum of
 * months; then more partners with a net weight; then more partners; then the file that comes later in reading order (a newer edition
 * named after an older one). Sources that differ in publisher, coverage or classification are never added, nor are tables that name a partner
 * in common; tables of one publisher that share no partner anywhere are parts of one answer, asked for partner by partner. Months of one publisher
 * become a calendar year when all twelve are there, else the unbroken runs of months that are there, and calendar quarters stand for their
 * months where these are not all at hand; a run that lies inside a longer period at hand adds nothing and is left out.
 */
final class Reconciler {

    private record FlowKey(Economy reporter, CommodityCode commodity, ReferencePeriod period) {}

    private record SourceKey(DataSource source, String publisher, Coverage coverage, String family) {}

    private record PartsKey(Economy reporter, CommodityCode commodity, int year, String publisher, String family) {}

    private record GoodsKey(Economy reporter, CommodityCode commodity) {}

    /** The part of a World row that its partners may lack or exceed and still be all of them. */
    private static final double WHOLE = 1e-3;

    private final Observations data;
    private final int worldNumber;
    private final Map<DataSource, Integer> order = new HashMap<>();
    private final Map<DataSource, BitSet> partnersBySource = new HashMap<>();
    private final List<Series> series = new ArrayList<>();
    private final List<Series> monthly = new ArrayList<>();
    private final List<SeriesDifference> differences = new ArrayList<>();

    /** Of imports. */
    Reconciler(TradeDataset dataset, Predicate<CommodityCode> wanted) {
        this(dataset, wanted, TradeFlow.IMPORT);
    }

    Reconciler(TradeDataset dataset, Predicate<CommodityCode> wanted, TradeFlow flow) {
        this.data = dataset.columns();
        this.worldNumber = numberOf(Economy.WORLD);
        Map<FlowKey, List<Series>> candidates = new LinkedHashMap<>();
        Map<PartsKey, Map<YearMonth, List<Series>>> months = new LinkedHashMap<>();
        Map<PartsKey, Map<YearMonth, List<Series>>> quarters = new LinkedHashMap<>();
        for (List<Series> told : told(wanted, flow)) {
            for (Series s : told) {
                if (s.period().isMonth() || s.period().isCalendarQuarter()) {
                    PartsKey parts = new PartsKey(s.reporter(), s.commodity(), s.period().year(), s.publisher(), s.family());
                    (s.period().isMonth() ? months : quarters)
                            .computeIfAbsent(parts, k -> new TreeMap<>())
                            .computeIfAbsent(s.period().start(), k -> new ArrayList<>())
                            .add(s);
                } else {
                    candidates
                            .computeIfAbsent(new FlowKey(s.reporter(), s.commodity(), s.period()), k -> new ArrayList<>(1))
                            .add(s);
                }
            }
        }
        quarters.keySet().forEach(key -> months.computeIfAbsent(key, k -> new TreeMap<>()));
        months.forEach((key, byMonth) -> {
            Map<YearMonth, Series> settled = new TreeMap<>();
            byMonth.forEach((month, told) -> settled.put(month, settle(told)));
            monthly.addAll(settled.values());
            Map<YearMonth, List<Series>> byQuarter = quarters.getOrDefault(key, Map.of());
            List<Series> sums = new ArrayList<>();
            runs(settled, byQuarter).forEach(run -> {
                if (run.size() > 1 || run.getFirst().period().isMonth()) {
                    sums.add(sum(run));
                }
            });
            byQuarter.forEach((quarter, told) -> {
                // one that went into nothing longer is as it was published
                if (!liesInside(told.getFirst().period(), sums.stream().map(Series::period).toList())) {
                    sums.addAll(told);
                }
            });
            for (Series sum : sums) {
                candidates
                        .computeIfAbsent(new FlowKey(key.reporter(), key.commodity(), sum.period()), k -> new ArrayList<>())
                        .add(sum);
            }
        });
        Map<GoodsKey, List<ReferencePeriod>> periods = new HashMap<>();
        for (FlowKey key : candidates.keySet()) {
            periods.computeIfAbsent(new GoodsKey(key.reporter(), key.commodity()), k -> new ArrayList<>()).add(key.period());
        }
        candidates.forEach((key, told) -> {
            boolean summed = told.stream().allMatch(Series::sumOfMonths);
            if (!summed || !liesInside(key.period(), periods.get(new GoodsKey(key.reporter(), key.commodity())))) {
                series.add(settle(told));
            }
        });
    }

    /** One series per reporter, commodity and period. */
    List<Series> series() {
        return series;
    }

    /** The months by themselves, also those that a longer period holds. */
    List<Series> monthly() {
        return monthly;
    }

    List<SeriesDifference> differences() {
        return differences;
    }

    /** Series of the flows of a direction, one a source, in the order in which they are met. */
    private List<List<Series>> told(Predicate<CommodityCode> isWanted, TradeFlow direction) {
        boolean[] wanted = new boolean[data.commodities()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = isWanted.test(data.commodityOf(i));
        }
        Map<SourceKey, Integer> numbers = new HashMap<>();
        int[] sourceOfKind = new int[data.kinds()];
        for (int i = 0; i < sourceOfKind.length; i++) {
            Observations.Kind kind = data.kindOf(i);
            if (kind.flow() == direction) {
                SourceKey source = new SourceKey(
                        kind.source(), publisherOf(kind.source()), kind.coverage(), Series.familyOf(kind.classification()));
                sourceOfKind[i] = numbers.computeIfAbsent(source, k -> numbers.size());
            } else {
                sourceOfKind[i] = RowsByFlow.LEFT_OUT;
            }
        }
        SourceKey[] sources = new SourceKey[numbers.size()];
        numbers.forEach((source, number) -> sources[number] = source);
        RowsByFlow sorted = RowsByFlow.of(data, wanted, sourceOfKind);
        sorted.sources().forEach(number -> order.putIfAbsent(sources[number].source(), order.size()));
        return sorted.flows().parallelStream()
                .map(flow -> flow.stream().map(telling -> toSeries(telling, sources[telling.source()])).toList())
                .toList();
    }

    private Series settle(List<Series> told) {
        if (told.size() == 1) {
            return told.getFirst();
        }
        List<Series> candidates = new ArrayList<>(joined(told));
        candidates.sort(precedence());
        Series used = candidates.getFirst();
        for (Series other : candidates.subList(1, candidates.size())) {
            BitSet shared = new BitSet();
            for (Valuation border : Valuation.values()) { // values at one border and another differ by right
                BitSet alike = partnersIn(used, border);
                alike.and(partnersIn(other, border));
                shared.or(alike);
            }
            differences.add(new SeriesDifference(
                    used.reporter(),
                    used.commodity().digits(),
                    used.period(),
                    label(used),
                    used.sumOfValues(),
                    used.currency(),
                    label(other),
                    other.sumOfValues(),
                    other.currency(),
                    sumOf(used, shared),
                    sumOf(other, shared)));
        }
        return used;
    }

    /** Partners for which a series has a value at a border. */
    private BitSet partnersIn(Series s, Valuation border) {
        BitSet partners = new BitSet();
        for (int row : s.partners()) {
            if (data.hasValue(row) && data.kindOf(data.kind(row)).valuation() == border) {
                partners.set(data.partner(row));
            }
        }
        return partners;
    }

    private double sumOf(Series s, BitSet partners) {
        double sum = 0;
        for (int row : s.partners()) {
            sum += data.hasValue(row) && partners.get(data.partner(row)) ? data.value(row) : 0;
        }
        return sum;
    }

    /** The series with those put together that tell of other partners each. */
    private List<Series> joined(List<Series> told) {
        List<List<Series>> groups = new ArrayList<>();
        for (Series each : told) {
            groups.stream()
                    .filter(group -> group.stream().allMatch(other -> isOfOtherPartners(each, other)))
                    .findFirst()
                    .orElseGet(() -> {
                        List<Series> group = new ArrayList<>(1);
                        groups.add(group);
                        return group;
                    })
                    .add(each);
        }
        return groups.stream().map(Reconciler::together).toList();
    }

    /**
     * Whether two tables of one publisher are parts of one answer: neither tells of a partner that the other tells of, in any of its flows. A
     * table that names one partner alone counts as a selection, and the one of all others does not know that it is one.
     */
    private boolean isOfOtherPartners(Series one, Series other) {
        return one.publisher().equals(other.publisher())
                && one.family().equals(other.family())
                && (one.coverage() == Coverage.MAIN_PARTNERS) == (other.coverage() == Coverage.MAIN_PARTNERS)
                && one.currency().equals(other.currency())
                && one.sumOfMonths() == other.sumOfMonths()
                && one.partners().length > 0
                && other.partners().length > 0
                && !isWhole(one)
                && !isWhole(other)
                && (one.world().length == 0 || other.world().length == 0 || one.sumOfWorld() == other.sumOfWorld())
                && !partnersOf(one.source()).intersects(partnersOf(other.source()));
    }

    /** Whether a World row says that no partner is missing. */
    private static boolean isWhole(Series s) {
        return s.world().length > 0 && Math.abs(s.sumOfWorld() - s.sumOfValues()) <= WHOLE * s.sumOfWorld();
    }

    private static Series together(List<Series> parts) {
        Series first = parts.getFirst();
        if (parts.size() == 1) {
            return first;
        }
        return new Series(
                first.data(),
                first.reporter(),
                first.commodity(),
                first.period(),
                first.publisher(),
                first.family(),
                parts.stream().map(Series::coverage).max(Comparator.naturalOrder()).orElseThrow(),
                parts.stream().flatMapToInt(part -> Arrays.stream(part.partners())).toArray(),
                parts.stream().map(Series::world).filter(world -> world.length > 0).findFirst().orElse(first.world()),
                first.sumOfMonths());
    }

    /** Partners that a table tells of in any of its flows, by their numbers. Gone through once, where two tables tell of one flow. */
    private BitSet partnersOf(DataSource source) {
        if (partnersBySource.isEmpty()) {
            BitSet[] byKind = new BitSet[data.kinds()];
            for (int kind = 0; kind < byKind.length; kind++) {
                byKind[kind] = partnersBySource.computeIfAbsent(data.kindOf(kind).source(), each -> new BitSet());
            }
            for (int row = 0; row < data.size(); row++) {
                if (!isWorld(row)) {
                    byKind[data.kind(row)].set(data.partner(row));
                }
            }
        }
        return partnersBySource.get(source);
    }

    private static Statement label(Series s) {
        return Statement.of(
                s.sumOfMonths() ? labelOfSum(s) : "source.label",
                Term.words(s.publisher()),
                Term.words(s.source().label()),
                Statement.of("coverage." + s.coverage().code()));
    }

    private static String labelOfSum(Series s) {
        List<ReferencePeriod> added = s.periodsAdded().stream().mapToObj(s.data()::periodOf).toList();
        if (added.stream().allMatch(ReferencePeriod::isMonth)) {
            return "source.label-summed";
        }
        return added.stream().noneMatch(ReferencePeriod::isMonth) ? "source.label-summed-quarters" : "source.label-summed-both";
    }

    private Comparator<Series> precedence() {
        return Comparator.comparing(Series::coverage)
                .thenComparing(s -> s.partners().length == 0)
                .thenComparing(Series::sumOfMonths)
                .thenComparing(Comparator.comparingLong(Series::weighed).reversed())
                .thenComparing(Comparator.comparingInt((Series s) -> s.partners().length).reversed())
                .thenComparing(Comparator.comparingInt((Series s) -> order.get(s.source())).reversed())
                .thenComparing(Series::publisher)
                .thenComparing(Series::family);
    }

    private Series toSeries(RowsByFlow.Telling told, SourceKey source) {
        int worldRows = 0;
        for (int i = 0; i < told.size(); i++) {
            worldRows += isWorld(told.row(i)) ? 1 : 0;
        }
        int[] partners = new int[told.size() - worldRows];
        int[] world = new int[worldRows];
        int p = 0;
        int w = 0;
        for (int i = 0; i < told.size(); i++) {
            int row = told.row(i);
            if (worldRows > 0 && isWorld(row)) {
                world[w++] = row;
            } else {
                partners[p++] = row;
            }
        }
        int first = told.row(0);
        return new Series(
                data,
                data.economy(data.reporter(first)),
                data.commodityOf(data.commodity(first)),
                data.periodOf(data.period(first)),
                source.publisher(),
                source.family(),
                source.coverage(),
                partners,
                world,
                false);
    }

    /** An economy's number in the data set; -1 when no row has it. */
    private int numberOf(Economy economy) {
        for (int i = 0; i < data.economies(); i++) {
            if (data.economy(i).equals(economy)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isWorld(int row) {
        return data.partner(row) == worldNumber;
    }

    /** The publisher as the row names it, else as its layout does, else the file. */
    static String publisherOf(DataSource source) {
        String title = source.title();
        int comma = title.indexOf(',');
        return title.isEmpty() ? source.file() : comma < 0 ? title : title.substring(0, comma);
    }

    /** Unbroken runs of months, and of quarters in place of months that are not all there: a missing month is never bridged. */
    private List<List<Series>> runs(Map<YearMonth, Series> months, Map<YearMonth, List<Series>> quarters) {
        Map<YearMonth, Series> parts = new TreeMap<>(months);
        quarters.forEach((start, told) -> {
            List<YearMonth> within = List.of(start, start.plusMonths(1), start.plusMonths(2));
            if (!months.keySet().containsAll(within)) {
                parts.keySet().removeAll(within);
                parts.put(start, settle(told));
            }
        });
        List<List<Series>> runs = new ArrayList<>();
        for (Series part : parts.values()) {
            if (runs.isEmpty() || !runs.getLast().getLast().period().end().plusMonths(1).equals(part.period().start())) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(part);
        }
        return runs;
    }

    private static Series sum(List<Series> run) {
        Coverage coverage = Coverage.COMPLETE;
        for (Series month : run) {
            coverage = month.coverage().compareTo(coverage) > 0 ? month.coverage() : coverage;
        }
        Series first = run.getFirst();
        return new Series(
                first.data(),
                first.reporter(),
                first.commodity(),
                new ReferencePeriod(first.period().start(), run.stream().mapToInt(part -> part.period().months()).sum()),
                first.publisher(),
                first.family(),
                coverage,
                run.stream().flatMapToInt(m -> Arrays.stream(m.partners())).toArray(),
                run.stream().flatMapToInt(m -> Arrays.stream(m.world())).toArray(),
                true);
    }

    private static boolean liesInside(ReferencePeriod period, List<ReferencePeriod> others) {
        return others.stream()
                .anyMatch(other -> other.months() > period.months()
                        && !other.start().isAfter(period.start())
                        && !other.end().isBefore(period.end()));
    }
}
