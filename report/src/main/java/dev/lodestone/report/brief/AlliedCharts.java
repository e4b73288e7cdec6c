package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.SupplierFlow;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.report.chart.Certainty;
import dev.lodestone.report.chart.Frame;
import dev.lodestone.report.chart.Role;
import dev.lodestone.report.chart.Sankey;
import dev.lodestone.report.chart.SlopeChart;
import dev.lodestone.report.chart.TextMeasure;
import dev.lodestone.report.chart.YAxis;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Figure;
import dev.lodestone.report.view.Paragraph;
import dev.lodestone.report.view.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Pictures of all allies together: who supplies whom, and where each stood before. */
final class AlliedCharts {

    /** Suppliers told by name; the others are added up. */
    private static final int NAMED = 7;

    /** So many buyers at least make a picture. */
    private static final int FEW = 3;

    private static final double FLOWS_PAGE_PT = 250;
    private static final double FLOWS_SCREEN_PT = 430;
    private static final double SLOPE_PAGE_PT = 230;
    private static final double SLOPE_SCREEN_PT = 400;

    /** A picture of fewer rows than these is as much lower, down to half. */
    private static final int FULL_ROWS = 9;

    private final Desk desk;
    private final Counter counter;

    AlliedCharts(Desk desk, Counter counter) {
        this.desk = desk;
        this.counter = counter;
    }

    /** A picture for each stage of which enough buyers have a complete period in common; empty where none has. */
    List<Block> flows(Map<Economy, List<StageStory>> stories) {
        List<Block> blocks = new ArrayList<>();
        boolean bloc = false;
        for (StageEntry stage : desk.stages().reversed()) {
            List<SupplierProfile> latest = stories.values().stream()
                    .flatMap(List::stream)
                    .filter(s -> s.stage().equals(stage) && s.hasFigure())
                    .map(s -> s.latest().orElseThrow())
                    .filter(p -> dollars(p).isPresent())
                    .toList();
            List<SupplierProfile> buyers = apart(withEarlier(inOnePeriod(latest, this::apart), latest));
            if (buyers.size() >= FEW) {
                blocks.add(sankey(stage, buyers, leftOut(stories.keySet(), buyers)));
                bloc |= buyers.stream().anyMatch(p -> desk.isBloc(p.key().economy()));
            }
        }
        if (!blocks.isEmpty()) {
            blocks.addFirst(Paragraph.of(desk.say(bloc ? "flows.text-bloc" : "flows.text")));
        }
        return blocks;
    }

    /** The buyers of a period, and those with a newer figure that have one of this period too. */
    private List<SupplierProfile> withEarlier(List<SupplierProfile> inPeriod, List<SupplierProfile> latest) {
        if (inPeriod.isEmpty()) {
            return inPeriod;
        }
        ReferencePeriod period = inPeriod.getFirst().key().period();
        return latest.stream()
                .flatMap(p -> desk.assessment.find(p.key().economy(), p.key().stage(), "", period).stream())
                .filter(p -> StageStory.isFigure(desk.watchedShare(p, Basis.VALUE)) && dollars(p).isPresent())
                .toList();
    }

    /** Buyers of which none is a member of another: the bloc stands for its members. */
    private List<SupplierProfile> apart(List<SupplierProfile> buyers) {
        List<Economy> economies = buyers.stream().map(p -> p.key().economy()).toList();
        return buyers.stream().filter(p -> economies.stream().noneMatch(bloc -> desk.isMember(p.key().economy(), bloc))).toList();
    }

    /** Allies that neither buy here nor through their bloc, the bloc standing for its members. */
    private List<String> leftOut(Set<Economy> allies, List<SupplierProfile> buyers) {
        List<Economy> shown = buyers.stream().map(p -> p.key().economy()).toList();
        List<Economy> out = allies.stream()
                .filter(a -> shown.stream().noneMatch(buyer -> buyer.equals(a) || desk.isMember(a, buyer) || desk.isMember(buyer, a)))
                .toList();
        return out.stream().filter(a -> out.stream().noneMatch(bloc -> desk.isMember(a, bloc))).map(desk::name).toList();
    }

    /** Those of the period that most have, the later one of equals. */
    private static List<SupplierProfile> inOnePeriod(List<SupplierProfile> profiles, UnaryOperator<List<SupplierProfile>> counted) {
        Map<ReferencePeriod, List<SupplierProfile>> byPeriod = profiles.stream()
                .collect(Collectors.groupingBy(p -> p.key().period(), TreeMap::new, Collectors.toList()));
        return byPeriod.values().stream()
                .map(counted)
                .max(Comparator.comparingInt(List<SupplierProfile>::size).thenComparing(l -> l.getFirst().key().period()))
                .orElse(List.of());
    }

    private static Optional<Double> dollars(SupplierProfile p) {
        return p.currency().equals("USD") ? Optional.of(1.0) : p.usdPerUnit().stream().boxed().findFirst();
    }

    private Figure sankey(StageEntry stage, List<SupplierProfile> buyers, List<String> leftOut) {
        Map<Economy, Double> bySupplier = new TreeMap<>();
        for (SupplierProfile p : buyers) {
            double usd = dollars(p).orElseThrow();
            p.suppliers().forEach(f -> bySupplier.merge(f.supplier(), f.value() * usd, Double::sum));
        }
        Set<Economy> named = bySupplier.entrySet().stream()
                .sorted(Map.Entry.<Economy, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(NAMED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        List<Sankey.Flow> flows = new ArrayList<>();
        for (SupplierProfile p : buyers) {
            flows.addAll(flowsTo(p, named));
        }
        double all = flows.stream().mapToDouble(Sankey.Flow::value).sum();
        double watched = flows.stream().filter(f -> watchedNames().contains(f.from())).mapToDouble(Sankey.Flow::value).sum();
        String year = desk.when(buyers.getFirst().key().period());
        String title = desk.say("flows.title", Desk.capital(desk.watchedName()), desk.numbers.roundPercent(watched / all), stage.noun(), year);
        String unit = desk.say("flows.unit", year);
        String alt = desk.say("flows.alt", stage.noun(), year, desk.watchedName(), desk.numbers.millions(watched), desk.numbers.millions(all));
        Function<Frame, Sankey.Input> input = frame -> new Sankey.Input(
                title, alt, unit, desk.numbers::millions, flows, List.copyOf(watchedNames()), desk.chartWords());
        long suppliers = flows.stream().map(Sankey.Flow::from).distinct().count();
        double size = size(Math.max(suppliers, buyers.size()));
        return new Figure("fig-flows-" + stage.id(), counter.figure(desk), title,
                desk.say("flows.subtitle", desk.numbers.millions(watched), desk.numbers.millions(all))
                        + (leftOut.isEmpty() ? "" : desk.say("flows.left-out", String.join(", ", leftOut))),
                Sankey.draw(input.apply(Frame.desktop()), Frame.desktop(), size * FLOWS_SCREEN_PT, TextMeasure.inter()),
                Sankey.draw(input.apply(Frame.phone()), Frame.phone(), size * FLOWS_SCREEN_PT, TextMeasure.inter()),
                Sankey.draw(input.apply(Frame.page()), Frame.page(), size * FLOWS_PAGE_PT, TextMeasure.inter()),
                Text.of(desk.say("source.publishers", buyers.stream().map(SupplierProfile::publisher).distinct().collect(Collectors.joining(", ")))));
    }

    /** What part of the full height so many rows need. */
    private static double size(long rows) {
        return Math.clamp((double) rows / FULL_ROWS, 0.5, 1);
    }

    /** A buyer's flows; they add up to its total in the tables. */
    private List<Sankey.Flow> flowsTo(SupplierProfile p, Set<Economy> named) {
        double usd = dollars(p).orElseThrow();
        String buyer = desk.name(p.key().economy());
        Map<String, Double> amounts = new LinkedHashMap<>();
        for (SupplierFlow f : p.suppliers()) {
            String from = named.contains(f.supplier()) ? desk.name(f.supplier()) : desk.say("flows.others");
            amounts.merge(from, f.value() * usd, Double::sum);
        }
        if (p.unnamed(Basis.VALUE) > 0) {
            amounts.merge(desk.say("table.unnamed"), p.unnamed(Basis.VALUE) * usd, Double::sum);
        }
        List<Sankey.Flow> flows = new ArrayList<>();
        amounts.forEach((from, amount) -> flows.add(new Sankey.Flow(from, buyer, amount)));
        return flows;
    }

    private Set<String> watchedNames() {
        return desk.assessment.context().watched().stream().map(desk::name).collect(Collectors.toSet());
    }

    /** Where each ally of the year that most have stood in the first year that may be compared with it; empty where hardly any may. */
    List<Block> slope(StageEntry stage, Map<Economy, List<StageStory>> stories) {
        Set<SupplierProfile> lasts = new HashSet<>(inOnePeriod(stories.values().stream()
                .flatMap(List::stream)
                .filter(s -> s.stage().equals(stage) && s.hasFigure())
                .map(s -> s.latest().orElseThrow())
                .toList(), UnaryOperator.identity()));
        List<StageStory> told = stories.values().stream()
                .flatMap(List::stream)
                .filter(s -> s.stage().equals(stage) && s.hasFigure() && lasts.contains(s.latest().orElseThrow()))
                .toList();
        Map<Integer, List<SupplierProfile>> earlier = new TreeMap<>();
        for (StageStory s : told) {
            SupplierProfile last = s.latest().orElseThrow();
            for (SupplierProfile p : s.years()) {
                boolean before = p.key().period().year() < last.key().period().year();
                if (before && share(p).high().isPresent() && desk.assessment.breakBetween(p, last).isEmpty()) {
                    earlier.computeIfAbsent(p.key().period().year(), k -> new ArrayList<>()).add(p);
                }
            }
        }
        Optional<List<SupplierProfile>> first = earlier.values().stream()
                .filter(l -> 2 * l.size() > told.size() && l.size() >= FEW)
                .findFirst();
        return first.map(from -> List.<Block>of(slope(stage, from, told))).orElse(List.of());
    }

    private Outcome share(SupplierProfile p) {
        return desk.watchedShare(p, Basis.VALUE);
    }

    private Figure slope(StageEntry stage, List<SupplierProfile> from, List<StageStory> told) {
        int last = told.getFirst().year();
        Map<Economy, SupplierProfile> before = from.stream().collect(Collectors.toMap(p -> p.key().economy(), Function.identity()));
        List<SlopeChart.Line> lines = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Set<Economy> counted = desk.byThemselves(told.stream().filter(s -> before.containsKey(s.buyer())).toList()).stream()
                .map(StageStory::buyer).collect(Collectors.toSet());
        int rising = 0;
        for (StageStory s : told) {
            SupplierProfile then = before.get(s.buyer());
            if (then != null) {
                Outcome was = share(then);
                Outcome is = share(s.latest().orElseThrow());
                boolean known = StageStory.isFigure(was);
                double level = known ? was.value().getAsDouble() : was.high().orElseThrow();
                boolean rose = is.value().orElse(0) > level;
                rising += rose && counted.contains(s.buyer()) ? 1 : 0;
                lines.add(new SlopeChart.Line(desk.name(s.buyer()), rose ? Role.WATCHED : Role.FOCUS, level,
                        known ? Certainty.MEASURED : Certainty.UPPER_BOUND, is.valueOrHigh().orElseThrow(), Certainty.MEASURED));
                words.add(desk.say("slope.alt-line", desk.name(s.buyer()), desk.numbers.share(was), desk.numbers.share(is)));
            }
        }
        String year = desk.when(from.getFirst().key().period());
        String title = desk.say("slope.title", Desk.capital(desk.watchedName()), stage.noun(), year, Integer.toString(rising),
                Integer.toString(counted.size()));
        boolean bound = from.stream().anyMatch(p -> !StageStory.isFigure(share(p)));
        SlopeChart.Input input = SlopeChart.Input.of(title, title + ". " + String.join("; ", words) + ".",
                YAxis.share(desk.say("chart.history.axis", desk.watchedName()), desk.numbers::roundPercent), year, Integer.toString(last), lines)
                .withWords(desk.chartWords());
        List<String> key = new ArrayList<>();
        if (bound) {
            key.add(desk.say("slope.bound"));
        }
        if (lines.stream().anyMatch(line -> line.role() == Role.WATCHED)) {
            key.add(desk.say(bound ? "slope.red-bound" : "slope.red"));
        }
        double size = size(lines.size());
        return new Figure("fig-slope", counter.figure(desk), title, String.join(". ", key),
                SlopeChart.draw(input, Frame.desktop(), size * SLOPE_SCREEN_PT, TextMeasure.inter()),
                SlopeChart.draw(input, Frame.phone(), size * SLOPE_SCREEN_PT, TextMeasure.inter()),
                SlopeChart.draw(input, Frame.page(), size * SLOPE_PAGE_PT, TextMeasure.inter()),
                Text.of(desk.say("source.publishers", told.stream().map(s -> s.latest().orElseThrow().publisher()).distinct()
                        .collect(Collectors.joining(", ")))));
    }
}
