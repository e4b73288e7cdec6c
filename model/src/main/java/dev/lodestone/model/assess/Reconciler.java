package dev.lodestone.model.assess;

import dev.lodestone.model.quality.DataSource;
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
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Sorts observations into series and settles which source tells a flow when several do.
 *
 * <p>Precedence, declared once for all: complete before main partners before selected partners; then more partners with a net weight;
 * then more partners; then the file that comes later in reading order (a newer edition named after an older one). Months become a
 * calendar year when all twelve are there, else the run of months that is there; a published year goes before a sum of months.
 */
final class Reconciler {

    private record FlowKey(Economy reporter, CommodityCode commodity, ReferencePeriod period) {}

    private record SourceKey(DataSource source, Coverage coverage, String family) {}

    private record YearKey(Economy reporter, CommodityCode commodity, int year) {}

    private final Map<DataSource, Integer> order = new HashMap<>();
    private final List<Series> series = new ArrayList<>();
    private final List<SeriesDifference> differences = new ArrayList<>();

    Reconciler(TradeDataset dataset, Predicate<CommodityCode> wanted) {
        Map<FlowKey, Map<SourceKey, List<TradeObservation>>> flows = new LinkedHashMap<>();
        for (TradeObservation o : dataset.observations()) {
            if (o.flow() != TradeFlow.IMPORT || !wanted.test(o.commodity())) {
                continue;
            }
            order.putIfAbsent(o.origin().source(), order.size());
            flows.computeIfAbsent(new FlowKey(o.reporter(), o.commodity(), o.period()), k -> new LinkedHashMap<>())
                    .computeIfAbsent(
                            new SourceKey(o.origin().source(), o.coverage(), Series.familyOf(o.classification())), k -> new ArrayList<>())
                    .add(o);
        }
        Map<FlowKey, Series> settled = new LinkedHashMap<>();
        flows.forEach((key, bySource) -> settled.put(key, settle(key, bySource)));
        foldMonths(settled);
    }

    /** One series per reporter, commodity and period. */
    List<Series> series() {
        return series;
    }

    List<SeriesDifference> differences() {
        return differences;
    }

    private Series settle(FlowKey key, Map<SourceKey, List<TradeObservation>> bySource) {
        List<Series> candidates = new ArrayList<>(bySource.size());
        bySource.forEach((source, rows) -> candidates.add(toSeries(key, source, rows)));
        candidates.sort(precedence());
        Series used = candidates.getFirst();
        for (Series other : candidates.subList(1, candidates.size())) {
            differences.add(new SeriesDifference(
                    key.reporter(),
                    key.commodity().digits(),
                    key.period(),
                    label(used),
                    used.sumOfValues(),
                    used.currency(),
                    label(other),
                    other.sumOfValues(),
                    other.currency()));
        }
        return used;
    }

    private static String label(Series s) {
        return s.publisher() + " (" + s.source().label() + ", " + s.coverage().code() + ")";
    }

    private Comparator<Series> precedence() {
        return Comparator.comparing(Series::coverage)
                .thenComparing(Comparator.comparing((Series s) -> s.partners().isEmpty()))
                .thenComparing(Comparator.comparingLong(Series::weighed).reversed())
                .thenComparing(Comparator.comparingInt((Series s) -> s.partners().size()).reversed())
                .thenComparing(Comparator.comparingInt((Series s) -> order.get(s.source())).reversed());
    }

    private static Series toSeries(FlowKey key, SourceKey source, List<TradeObservation> rows) {
        List<TradeObservation> partners = new ArrayList<>(rows.size());
        Optional<TradeObservation> world = Optional.empty();
        for (TradeObservation o : rows) {
            if (o.partner().isWorld()) {
                world = Optional.of(o);
            } else {
                partners.add(o);
            }
        }
        TradeObservation first = rows.getFirst();
        String publisher = publisherOf(first);
        return new Series(key.reporter(), key.commodity(), key.period(), publisher, source.family(), source.coverage(), partners, world);
    }

    /** The publisher as the row names it, else as its layout does, else the file. */
    static String publisherOf(TradeObservation o) {
        String note = o.origin().note();
        if (!note.isEmpty()) {
            int comma = note.indexOf(',');
            return comma < 0 ? note : note.substring(0, comma);
        }
        return o.origin().source().title().isEmpty() ? o.origin().source().file() : o.origin().source().title();
    }

    private void foldMonths(Map<FlowKey, Series> settled) {
        Map<YearKey, Map<String, Map<YearMonth, Series>>> months = new LinkedHashMap<>();
        for (Map.Entry<FlowKey, Series> e : settled.entrySet()) {
            Series s = e.getValue();
            if (s.period().isMonth()) {
                months.computeIfAbsent(new YearKey(s.reporter(), s.commodity(), s.period().year()), k -> new TreeMap<>())
                        .computeIfAbsent(s.publisher() + '\u0000' + s.family() + '\u0000' + s.currency(), k -> new TreeMap<>())
                        .put(s.period().start(), s);
            } else {
                series.add(s);
            }
        }
        months.forEach((year, byPublisher) -> byPublisher.values().forEach(run -> {
            for (Series sum : sumsOfRuns(year, run)) {
                if (!settled.containsKey(new FlowKey(year.reporter(), year.commodity(), sum.period()))) {
                    series.add(sum);
                }
            }
        }));
    }

    /** One series per unbroken run of months: a missing month is never bridged. */
    private static List<Series> sumsOfRuns(YearKey year, Map<YearMonth, Series> months) {
        List<Series> sums = new ArrayList<>();
        List<Series> run = new ArrayList<>();
        for (Series month : months.values()) {
            if (!run.isEmpty() && !run.getLast().period().start().plusMonths(1).equals(month.period().start())) {
                sums.add(sum(year, run));
                run = new ArrayList<>();
            }
            run.add(month);
        }
        sums.add(sum(year, run));
        return sums;
    }

    private static Series sum(YearKey year, List<Series> run) {
        List<TradeObservation> partners = new ArrayList<>();
        Coverage coverage = Coverage.COMPLETE;
        for (Series month : run) {
            partners.addAll(month.partners());
            coverage = month.coverage().compareTo(coverage) > 0 ? month.coverage() : coverage;
        }
        Series first = run.getFirst();
        ReferencePeriod period = new ReferencePeriod(first.period().start(), run.size());
        return new Series(
                year.reporter(), year.commodity(), period, first.publisher(), first.family(), coverage, partners, Optional.empty());
    }
}
