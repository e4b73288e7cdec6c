package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.report.chart.Certainty;
import dev.lodestone.report.chart.Drawing;
import dev.lodestone.report.chart.Frame;
import dev.lodestone.report.chart.HeatMap;
import dev.lodestone.report.chart.TextMeasure;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Figure;
import dev.lodestone.report.view.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The picture of the front page: the watched supplier's share for each buyer at each stage. */
final class AlliedMap {

    /** Letters of the picture on paper: even the smallest of them, the years, are seven points high. */
    private static final double HEAT_TYPE_PT = 8;

    /** A picture of very many buyers has smaller letters, down to these. */
    private static final double LEAST_HEAT_TYPE_PT = 6.2;

    /** So much room has the picture on page one with its caveat. */
    private static final double HEAT_HEIGHT_PT = 255;

    /** So many stages fit in a title. */
    private static final int TITLE_STAGES = 2;

    private final Desk desk;
    private final AlliedStories stories;
    private final Counter counter;

    AlliedMap(Desk desk, AlliedStories stories, Counter counter) {
        this.desk = desk;
        this.stories = stories;
        this.counter = counter;
    }

    /**
     * The first rows of the picture, for a page that has no more room; nothing where no cell would hold a figure. A stage of which nobody
     * has a figure is no column of gaps: the caveat beside it says what is missing.
     */
    List<Block> figure(int atMost) {
        List<StageEntry> shown = shownStages();
        if (shown.isEmpty()) {
            return List.of();
        }
        List<HeatMap.Row> rows = new ArrayList<>();
        byDependence().limit(atMost).forEach(e -> rows.add(new HeatMap.Row(desk.name(e.getKey()),
                e.getValue().stream().filter(s -> shown.contains(s.stage())).map(this::cell).toList())));
        String unit = unit();
        String alt = desk.say(weightsAlone() ? "heat.alt-weight" : "heat.alt", desk.watchedName()) + " " + stories.withFigure(stories.lead()).stream()
                .map(s -> desk.name(s.buyer()) + " " + desk.numbers.percent(stories.share(s)))
                .collect(Collectors.joining(", ")) + ".";
        String title = heatTitle();
        HeatMap.Input input = HeatMap.Input.ofShares(title, alt, unit, shown.stream().map(StageEntry::label).toList(), rows)
                .withWords(desk.chartWords(), desk.numbers::roundPercent);
        return List.of(new Figure("fig-heat", counter.figure(desk), title, "",
                HeatMap.draw(input, Frame.desktop(), TextMeasure.inter()),
                HeatMap.draw(input, Frame.phone(), TextMeasure.inter()),
                onPaper(input),
                Text.of(desk.say("source.publishers", stories.publishers()))));
    }

    private static Drawing onPaper(HeatMap.Input input) {
        double type = HEAT_TYPE_PT;
        Drawing drawing = withLetters(input, type);
        while (drawing.heightPt() > HEAT_HEIGHT_PT && type > LEAST_HEAT_TYPE_PT) {
            type = Math.max(LEAST_HEAT_TYPE_PT, type - 0.3);
            drawing = withLetters(input, type);
        }
        return drawing;
    }

    private static Drawing withLetters(HeatMap.Input input, double type) {
        return HeatMap.draw(input, new Frame(Frame.page().widthPt(), type), TextMeasure.inter());
    }

    private boolean weightsAlone() {
        return stories.withAnything().isEmpty();
    }

    /** What the cells tell, and which row the words do not count though it has one. */
    private String unit() {
        String unit = desk.say(weightsAlone() ? "heat.unit-weight" : "heat.unit", Desk.capital(desk.watchedName()));
        List<StageStory> counted = stories.counted(stories.lead());
        String blocs = stories.withFigure(stories.lead()).stream().filter(s -> !counted.contains(s)).map(s -> desk.name(s.buyer()))
                .collect(Collectors.joining(desk.say("list.comma")));
        return blocs.isEmpty() ? unit : desk.say("heat.unit-blocs", unit, blocs);
    }

    /** Who depends most at the stage of the headline stands first; who has no share there stands last, in the register's order. */
    private Stream<Map.Entry<Economy, List<StageStory>>> byDependence() {
        Map<Economy, Double> shares = stories.withFigure(stories.lead()).stream().collect(Collectors.toMap(StageStory::buyer, stories::share));
        return stories.byBuyer().entrySet().stream().sorted(Comparator.comparingDouble(e -> -shares.getOrDefault(e.getKey(), -1.0)));
    }

    /** Stages at which somebody has a figure, or the bound of one. */
    List<StageEntry> shownStages() {
        return desk.stages().stream().filter(stage -> stories.at(stage).anyMatch(s -> s.hasAnything() || s.isByWeight())).toList();
    }

    /** What the picture shows: at which stages most depend for more than half; of one ally, where it depends most. */
    private String heatTitle() {
        List<StageEntry> byFigures = desk.stages().reversed().stream()
                .filter(stage -> !stories.withFigure(stage).isEmpty())
                .sorted(Comparator.comparingInt(stage -> -stories.counted(stage).size()))
                .limit(TITLE_STAGES)
                .toList();
        if (byFigures.isEmpty()) {
            return desk.say("heat.title");
        }
        if (stories.byBuyer().size() == 1) {
            StageStory most = desk.stages().stream().flatMap(stage -> stories.withFigure(stage).stream())
                    .max(Comparator.comparingDouble(stories::share)).orElseThrow();
            return desk.say("heat.title-one", Desk.capital(desk.watchedName()), most.stage().noun(), desk.numbers.percent(stories.share(most)));
        }
        List<StageStory> all = desk.stages().reversed().stream().flatMap(stage -> stories.withFigure(stage).stream()).toList();
        if (all.stream().noneMatch(s -> stories.share(s) > AlliedStories.HALF)) {
            StageStory most = all.stream().max(Comparator.comparingDouble(stories::share)).orElseThrow();
            return desk.say("heat.title-none-half", desk.watchedName(), desk.name(most.buyer()), most.stage().noun(), desk.numbers.percent(stories.share(most)));
        }
        List<String> parts = new ArrayList<>();
        for (StageEntry stage : byFigures) {
            List<StageStory> told = stories.counted(stage);
            Term half = Term.count(told.stream().filter(s -> stories.share(s) > AlliedStories.HALF).count());
            parts.add(desk.say(parts.isEmpty() ? "heat.title-first" : "heat.title-next", stage.label(), half, told.size()));
        }
        return desk.say("heat.title-half", desk.watchedName(), String.join(desk.say("list.comma"), parts));
    }

    private HeatMap.Cell cell(StageStory s) {
        if (s.isByWeight()) {
            SupplierProfile p = s.told().spoken().orElseThrow();
            Outcome share = desk.watchedShare(p, Basis.WEIGHT);
            return new HeatMap.Cell.Figure(
                    share.valueOrHigh().orElse(0),
                    desk.numbers.roundShare(share),
                    desk.say("heat.by-weight", desk.when(p.key().period())),
                    StageStory.isFigure(share) ? Certainty.MEASURED : Certainty.UPPER_BOUND);
        }
        if (!s.hasAnything()) {
            String why = s.years().isEmpty() ? desk.say("heat.none") : desk.say("heat.defect", desk.tell(s.years().getLast().flaw()));
            return new HeatMap.Cell.Empty(why);
        }
        SupplierProfile p = s.spoken().orElseThrow();
        Outcome share = desk.watchedShare(p, Basis.VALUE);
        return new HeatMap.Cell.Figure(
                share.valueOrHigh().orElse(0),
                desk.numbers.roundShare(share),
                desk.when(p.key().period()),
                StageStory.isFigure(share) ? Certainty.MEASURED : Certainty.UPPER_BOUND);
    }
}
