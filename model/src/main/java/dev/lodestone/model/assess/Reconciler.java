package dev.lodestone.model.assess;

import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeDataset;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.TradeObservation;
import java.time.YearMonth;
import java.util.ArrayList;
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
 * named after an older one). Sources that differ in publisher, file, coverage or classification are never added. Months of one publisher
 * become a calendar year when all twelve are there, else the unbroken runs of months that are there; a run that lies inside a longer
 * period at hand adds nothing and is left out.
 */
final class Reconciler {

    private record FlowKey(Economy reporter, CommodityCode commodity, ReferencePeriod period) {}

    private record SourceKey(DataSource source, String publisher, Coverage coverage, String family) {}

    private record MonthsKey(Economy reporter, CommodityCode commodity, int year, String publisher, String family) {}

    private record GoodsKey(Economy reporter, CommodityCode commodity) {}

    private final Map<DataSource, Integer> order = new HashMap<>();
    private final List<Series> series = new ArrayList<>();
    private final List<SeriesDifference> differences = new ArrayList<>();

    Reconciler(TradeDataset dataset, Predicate<CommodityCode> wanted) {
        Map<FlowKey, List<Series>> candidates = new LinkedHashMap<>();
        Map<MonthsKey, Map<YearMonth, List<Series>>> months = new LinkedHashMap<>();
        sort(dataset, wanted).forEach((key, bySource) -> bySource.forEach((source, rows) -> {
            Series s = toSeries(key, source, rows);
            if (key.period().isMonth()) {
                MonthsKey run = new MonthsKey(
                        key.reporter(), key.commodity(), key.period().year(), source.publisher(), source.family());
                months.computeIfAbsent(run, k -> new TreeMap<>())
                        .computeIfAbsent(key.period().start(), k -> new ArrayList<>())
                        .add(s);
            } else {
                candidates.computeIfAbsent(key, k -> new ArrayList<>()).add(s);
            }
        }));
        months.forEach((key, byMonth) -> {
            Map<YearMonth, Series> settled = new TreeMap<>();
            byMonth.forEach((month, told) -> settled.put(month, settle(told)));
            for (Series sum : sumsOfRuns(settled)) {
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

    List<SeriesDifference> differences() {
        return differences;
    }

    /** Rows by flow and source. Files are mostly sorted by flow, so the last list is tried before the maps are asked. */
    private Map<FlowKey, Map<SourceKey, List<TradeObservation>>> sort(TradeDataset dataset, Predicate<CommodityCode> wanted) {
        Map<FlowKey, Map<SourceKey, List<TradeObservation>>> flows = new LinkedHashMap<>();
        Map<CommodityCode, Boolean> known = new HashMap<>();
        TradeObservation last = null;
        List<TradeObservation> rows = null;
        for (TradeObservation o : dataset.observations()) {
            if (o.flow() != TradeFlow.IMPORT || !known.computeIfAbsent(o.commodity(), wanted::test)) {
                continue;
            }
            if (last == null || !sameSeries(last, o)) {
                order.putIfAbsent(o.origin().source(), order.size());
                rows = flows.computeIfAbsent(new FlowKey(o.reporter(), o.commodity(), o.period()), k -> new LinkedHashMap<>(4))
                        .computeIfAbsent(
                                new SourceKey(
                                        o.origin().source(), publisherOf(o), o.coverage(), Series.familyOf(o.classification())),
                                k -> new ArrayList<>());
            }
            last = o;
            rows.add(o);
        }
        return flows;
    }

    private static boolean sameSeries(TradeObservation a, TradeObservation b) {
        return a.reporter().equals(b.reporter())
                && a.commodity().equals(b.commodity())
                && a.period().equals(b.period())
                && a.coverage() == b.coverage()
                && a.classification().equals(b.classification())
                && a.origin().source().equals(b.origin().source());
    }

    private Series settle(List<Series> told) {
        if (told.size() == 1) {
            return told.getFirst();
        }
        List<Series> candidates = new ArrayList<>(told);
        candidates.sort(precedence());
        Series used = candidates.getFirst();
        for (Series other : candidates.subList(1, candidates.size())) {
            differences.add(new SeriesDifference(
                    used.reporter(),
                    used.commodity().digits(),
                    used.period(),
                    label(used),
                    used.sumOfValues(),
                    used.currency(),
                    label(other),
                    other.sumOfValues(),
                    other.currency()));
        }
        return used;
    }

    private static Statement label(Series s) {
        return Statement.of(
                s.sumOfMonths() ? "source.label-summed" : "source.label",
                Term.words(s.publisher()),
                Term.words(s.source().label()),
                Statement.of("coverage." + s.coverage().code()));
    }

    private Comparator<Series> precedence() {
        return Comparator.comparing(Series::coverage)
                .thenComparing(s -> s.partners().isEmpty())
                .thenComparing(Series::sumOfMonths)
                .thenComparing(Comparator.comparingLong(Series::weighed).reversed())
                .thenComparing(Comparator.comparingInt((Series s) -> s.partners().size()).reversed())
                .thenComparing(Comparator.comparingInt((Series s) -> order.get(s.source())).reversed())
                .thenComparing(Series::publisher)
                .thenComparing(Series::family);
    }

    private static Series toSeries(FlowKey key, SourceKey source, List<TradeObservation> rows) {
        List<TradeObservation> partners = new ArrayList<>(rows.size());
        List<TradeObservation> world = new ArrayList<>(1);
        for (TradeObservation o : rows) {
            (o.partner().isWorld() ? world : partners).add(o);
        }
        return new Series(
                key.reporter(), key.commodity(), key.period(), source.publisher(), source.family(), source.coverage(), partners, world, false);
    }

    /** The publisher as the row names it, else as its layout does, else the file. */
    static String publisherOf(TradeObservation o) {
        String title = o.origin().source().title();
        int comma = title.indexOf(',');
        return title.isEmpty() ? o.origin().source().file() : comma < 0 ? title : title.substring(0, comma);
    }

    /** One series per unbroken run of months: a missing month is never bridged. */
    private static List<Series> sumsOfRuns(Map<YearMonth, Series> months) {
        List<Series> sums = new ArrayList<>();
        List<Series> run = new ArrayList<>();
        for (Series month : months.values()) {
            if (!run.isEmpty() && !run.getLast().period().start().plusMonths(1).equals(month.period().start())) {
                sums.add(sum(run));
                run = new ArrayList<>();
            }
            run.add(month);
        }
        sums.add(sum(run));
        return sums;
    }

    private static Series sum(List<Series> run) {
        List<TradeObservation> partners = new ArrayList<>();
        List<TradeObservation> world = new ArrayList<>();
        Coverage coverage = Coverage.COMPLETE;
        for (Series month : run) {
            partners.addAll(month.partners());
            world.addAll(month.world());
            coverage = month.coverage().compareTo(coverage) > 0 ? month.coverage() : coverage;
        }
        boolean everyMonthHasWorld = run.stream().noneMatch(m -> m.world().isEmpty());
        Series first = run.getFirst();
        return new Series(
                first.reporter(),
                first.commodity(),
                new ReferencePeriod(first.period().start(), run.size()),
                first.publisher(),
                first.family(),
                coverage,
                partners,
                everyMonthHasWorld ? world : List.of(),
                true);
    }

    private static boolean liesInside(ReferencePeriod period, List<ReferencePeriod> others) {
        return others.stream()
                .anyMatch(other -> other.months() > period.months()
                        && !other.start().isAfter(period.start())
                        && !other.end().isBefore(period.end()));
    }
}
