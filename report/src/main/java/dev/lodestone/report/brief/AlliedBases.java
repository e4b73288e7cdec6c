package dev.lodestone.report.brief;

import dev.lodestone.model.register.StageEntry;
import dev.lodestone.report.chart.DumbbellChart;
import dev.lodestone.report.chart.Frame;
import dev.lodestone.report.chart.TextMeasure;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Figure;
import dev.lodestone.report.view.Paragraph;
import dev.lodestone.report.view.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Shares by value beside shares by weight. */
final class AlliedBases {

    /** So many buyers at least make a picture. */
    private static final int FEW = 3;

    private final Desk desk;
    private final AlliedStories stories;
    private final Counter counter;

    AlliedBases(Desk desk, AlliedStories stories, Counter counter) {
        this.desk = desk;
        this.stories = stories;
        this.counter = counter;
    }

    /** A picture for each stage of which enough are known both ways; empty where none is. */
    List<Block> figures() {
        List<Block> blocks = new ArrayList<>();
        for (StageEntry stage : desk.stages().reversed()) {
            List<StageStory> both = stories.weighed(stage);
            if (both.size() < FEW) {
                continue;
            }
            List<DumbbellChart.Row> rows = both.stream()
                    .sorted(Comparator.comparingDouble(s -> -stories.share(s)))
                    .map(s -> new DumbbellChart.Row(desk.name(s.buyer()), stories.share(s), stories.weightShare(s),
                            (stories.share(s) > AlliedStories.HALF) != (stories.weightShare(s) > AlliedStories.HALF) ? desk.say("basis.crosses") : ""))
                    .toList();
            String year = desk.years(both);
            List<StageStory> counted = desk.byThemselves(both);
            long heavier = counted.stream().filter(s -> stories.weightShare(s) > stories.share(s)).count();
            String title = desk.say("basis.title", stage.noun(), year, Long.toString(heavier), Integer.toString(counted.size()),
                    Desk.capital(desk.watchedName()));
            DumbbellChart.Input input = DumbbellChart.Input.ofShares(
                    title,
                    desk.say("basis.alt", desk.watchedName(), stage.noun(), year) + " " + both.stream()
                            .map(s -> desk.name(s.buyer()) + " " + desk.numbers.percent(stories.share(s)) + " / " + desk.numbers.percent(stories.weightShare(s)))
                            .collect(Collectors.joining(", ")) + ".",
                    desk.say("basis.unit", Desk.capital(desk.watchedName()), stage.noun(), year),
                    desk.say("basis.value-label"),
                    desk.say("basis.weight-label"),
                    rows)
                    .withWords(desk.chartWords(), desk.numbers::roundPercent);
            if (blocks.isEmpty()) {
                blocks.add(Paragraph.of(desk.say("basis.text")));
            }
            blocks.add(new Figure("fig-basis-" + stage.id(), counter.figure(desk), title, "",
                    DumbbellChart.draw(input, Frame.desktop(), TextMeasure.inter()),
                    DumbbellChart.draw(input, Frame.phone(), TextMeasure.inter()),
                    DumbbellChart.draw(input, Frame.page(), TextMeasure.inter()),
                    Text.of(desk.say("source.publishers", both.stream().map(s -> s.latest().orElseThrow().publisher()).distinct()
                            .collect(Collectors.joining(", "))))));
        }
        return blocks;
    }
}
