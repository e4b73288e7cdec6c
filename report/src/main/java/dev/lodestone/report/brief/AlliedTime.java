package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.report.chart.Certainty;
import dev.lodestone.report.chart.Frame;
import dev.lodestone.report.chart.LineChart;
import dev.lodestone.report.chart.Role;
import dev.lodestone.report.chart.SmallMultiples;
import dev.lodestone.report.chart.TextMeasure;
import dev.lodestone.report.chart.TimeAxis;
import dev.lodestone.report.chart.YAxis;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Figure;
import dev.lodestone.report.view.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The shares of each buyer through time. */
final class AlliedTime {

    /** With so few compared, how many stand highest says nothing. */
    private static final int FEW = 2;

    private final Desk desk;
    private final AlliedStories stories;
    private final Surroundings surroundings;
    private final Counter counter;

    AlliedTime(Desk desk, AlliedStories stories, Surroundings surroundings, Counter counter) {
        this.desk = desk;
        this.stories = stories;
        this.surroundings = surroundings;
        this.counter = counter;
    }

    /** The shares of each through time; nothing where nobody has two years. */
    List<Block> figure(StageEntry lead) {
        List<LineChart.Series> panels = new ArrayList<>();
        boolean bound = false;
        List<LineChart.Break> breaks = new ArrayList<>();
        ShareHistory history = new ShareHistory(desk, surroundings);
        for (StageStory s : stories.at(lead).toList()) {
            List<LineChart.DataPoint> points = history.points(s);
            if (!points.isEmpty()) {
                panels.add(new LineChart.Series(desk.name(s.buyer()), Role.NORMAL, points));
                bound |= points.stream().anyMatch(p -> p.certainty() == Certainty.UPPER_BOUND);
            }
            breaks.addAll(history.breaks(s));
        }
        if (panels.stream().allMatch(series -> series.points().size() < 2)) {
            // A year alone is in the first picture already.
            return List.of();
        }
        String title = title(lead);
        SmallMultiples.Input input = SmallMultiples.Input.of(
                        title,
                        desk.say("time.alt", desk.watchedName(), lead.noun()),
                        YAxis.share(desk.say("chart.history.axis", desk.watchedName()), desk.numbers::roundPercent),
                        panels)
                .withWords(desk.chartWords(), desk.say("chart.at-most"))
                .withBreaks(ShareHistory.distinct(breaks));
        // With the picture, not before it: a sentence alone would stay behind where the picture goes overleaf.
        String how = bound ? desk.say("time.subtitle") + ". " + desk.say("time.text-bound") : panels.size() > 1 ? desk.say("time.text") : "";
        return List.of(new Figure("fig-time", counter.figure(desk), title, how,
                SmallMultiples.draw(input, Frame.desktop(), TextMeasure.inter()),
                SmallMultiples.draw(input, Frame.phone(), TextMeasure.inter()),
                SmallMultiples.draw(input, Frame.page(), TextMeasure.inter()),
                Text.of(desk.say("source.publishers", stories.publishers()))));
    }

    /**
     * What the lines show: for how many the last share is the highest of all years that may be compared with it. An upper bound in an
     * earlier year that the last share exceeds leaves no doubt; one that it does not exceed counts against it.
     */
    private String title(StageEntry lead) {
        List<StageStory> told = stories.counted(lead);
        Optional<ReferencePeriod> year = new ShareMoves(desk, told).year();
        int highest = 0;
        int compared = 0;
        int since = Integer.MAX_VALUE;
        for (StageStory s : told) {
            SupplierProfile last = s.latest().orElseThrow();
            List<SupplierProfile> before = s.years().stream()
                    .filter(p -> p.key().period().year() < last.key().period().year())
                    .filter(p -> desk.watchedShare(p, Basis.VALUE).valueOrHigh().isPresent() && desk.assessment.breakBetween(p, last).isEmpty())
                    .toList();
            if (!before.isEmpty()) {
                compared++;
                since = Math.min(since, before.getFirst().key().period().year());
                highest += before.stream().allMatch(p -> stories.share(s) > desk.watchedShare(p, Basis.VALUE).high().orElse(1)) ? 1 : 0;
            }
        }
        if (stories.byBuyer().size() == 1 && !told.isEmpty() && told.getFirst().earlier().isPresent()) {
            return new ShareHistory(desk, surroundings).moved(told.getFirst());
        }
        return year.isEmpty() || compared <= FEW
                ? desk.say("time.title", lead.label())
                : desk.say("time.title-highest", Desk.capital(desk.watchedName()), lead.noun(), year.get(), since, Term.count(highest), compared);
    }
}
