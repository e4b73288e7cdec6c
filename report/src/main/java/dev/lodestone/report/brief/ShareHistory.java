package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.Event;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.report.chart.Certainty;
import dev.lodestone.report.chart.Frame;
import dev.lodestone.report.chart.LineChart;
import dev.lodestone.report.chart.Role;
import dev.lodestone.report.chart.TextMeasure;
import dev.lodestone.report.chart.Theme;
import dev.lodestone.report.chart.TimeAxis;
import dev.lodestone.report.chart.YAxis;
import dev.lodestone.report.view.Figure;
import dev.lodestone.report.view.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The watched supplier's share through time at each stage, with bounds, breaks and event marks. */
final class ShareHistory {

    private static final double HEIGHT_PT = 135;
    private static final double SCREEN_HEIGHT_PT = 270;
    private static final double PHONE_HEIGHT_PT = 300;

    private final Desk desk;
    private final Surroundings surroundings;

    ShareHistory(Desk desk, Surroundings surroundings) {
        this.desk = desk;
        this.surroundings = surroundings;
    }

    /** Empty when no stage has two years with a figure. */
    Optional<Figure> figure(String id, Counter counter, List<StageStory> stories, Text source) {
        List<LineChart.Series> series = new ArrayList<>();
        List<LineChart.Break> breaks = new ArrayList<>();
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (StageStory story : stories) {
            List<SupplierProfile> history = story.history(desk);
            List<LineChart.DataPoint> points = points(story);
            if (!points.isEmpty()) {
                series.add(new LineChart.Series(story.stage().label(), Role.NORMAL, points, place(story)));
                breaks.addAll(breaks(story));
                first = Math.min(first, history.getFirst().key().period().start().getYear());
                last = Math.max(last, history.getLast().key().period().end().getYear());
            }
        }
        // A year alone is no history: the suppliers of that year make the better picture.
        if (series.stream().allMatch(s -> s.points().size() < 2)) {
            return Optional.empty();
        }
        String buyer = desk.inText(stories.getFirst().buyer());
        StageStory basis = basis(stories);
        String title = title(stories, buyer);
        String alt = alt(stories);
        LineChart.Input input = LineChart.Input.of(
                        title,
                        alt,
                        YAxis.share(desk.say(basis.key("chart.history.axis"), desk.watchedName()), desk.numbers::roundPercent),
                        series)
                .withWords(desk.chartWords(), desk.say("chart.at-most"))
                .withBreaks(distinct(breaks))
                .withEvents(events(stories.getFirst().buyer(), first, last));
        return Optional.of(new Figure(
                id,
                counter.figure(desk),
                title,
                desk.say("chart.history.subtitle", Desk.capital(desk.watchedName()), buyer, Integer.toString(first), Integer.toString(last)),
                LineChart.draw(input, Frame.desktop(), SCREEN_HEIGHT_PT, TextMeasure.inter()),
                LineChart.draw(input, Frame.phone(), PHONE_HEIGHT_PT, TextMeasure.inter()),
                LineChart.draw(input, Frame.page(), HEIGHT_PT, TextMeasure.inter()),
                source));
    }

    /** A story that has something to tell and so a basis, which they share. */
    private static StageStory basis(List<StageStory> stories) {
        return stories.stream().filter(StageStory::hasAnything).findFirst().orElseGet(stories::getFirst);
    }

    /** A stage has the same colour in the charts of every buyer, the last stage the first one, unless there are more stages than colours. */
    private int place(StageStory story) {
        return place(desk, story.stage());
    }

    static int place(Desk desk, StageEntry stage) {
        List<StageEntry> stages = desk.stages().reversed();
        return stages.size() > Theme.SERIES.size() ? LineChart.Series.IN_TURN : stages.indexOf(stage);
    }

    /**
     * What the chart shows of the stage that the page is headed by, the last with a figure; where that has no year to be compared with,
     * of the share that moved most; without such, whose imports they are.
     */
    private String title(List<StageStory> stories, String buyer) {
        return stories.reversed().stream().filter(StageStory::hasFigure).findFirst()
                .filter(s -> s.earlier().isPresent())
                .or(() -> stories.stream()
                        .filter(s -> s.hasFigure() && s.earlier().isPresent())
                        .max(Comparator.comparingDouble(s -> Math.abs(change(s)))))
                .map(this::moved)
                .orElseGet(() -> desk.say("chart.history.title", Desk.capital(desk.watchedName()), buyer));
    }

    /** Which way the share went since the year that may be compared, of a story that has one. */
    String moved(StageStory story) {
        double change = change(story);
        String way = Math.abs(change) < StageStory.HARDLY ? "same" : change > 0 ? "rose" : "fell";
        SupplierProfile before = story.earlier().orElseThrow();
        SupplierProfile now = story.latest().orElseThrow();
        return desk.say("chart.history." + way, Desk.capital(desk.watchedName()), story.stage().noun(),
                desk.numbers.percent(share(story, before)), desk.when(before.key().period()), desk.numbers.percent(share(story, now)), desk.when(now.key().period()));
    }

    private double change(StageStory story) {
        return share(story, story.latest().orElseThrow()) - share(story, story.earlier().orElseThrow());
    }

    private double share(StageStory story, SupplierProfile p) {
        return story.share(desk, p).value().orElseThrow();
    }

    /** A point for each year of a story's history that has a share or the bound of one. */
    List<LineChart.DataPoint> points(StageStory story) {
        List<LineChart.DataPoint> points = new ArrayList<>();
        for (SupplierProfile p : story.history(desk)) {
            Outcome share = story.share(desk, p);
            double x = middle(p.key().period());
            String period = desk.when(p.key().period());
            if (share.hasValue()) {
                double v = share.value().getAsDouble();
                points.add(new LineChart.DataPoint(
                        x, period, v, Certainty.MEASURED, share.low().orElse(v), share.high().orElse(v)));
            } else if (share.isUpperBound()) {
                double v = share.high().getAsDouble();
                points.add(new LineChart.DataPoint(x, period, v, Certainty.UPPER_BOUND, v, v));
            }
        }
        return points;
    }

    /** Where one classification follows another, so that what stands before and after is not compared. */
    List<LineChart.Break> breaks(StageStory story) {
        List<SupplierProfile> history = story.history(desk);
        List<LineChart.Break> breaks = new ArrayList<>();
        for (int i = 1; i < history.size(); i++) {
            SupplierProfile a = history.get(i - 1);
            SupplierProfile b = history.get(i);
            boolean declared = a.publisher().equals(b.publisher()) && !a.classification().equals(b.classification());
            if (declared && a.flaw().isEmpty() && b.flaw().isEmpty()) {
                desk.assessment.breakBetween(a, b).ifPresent(why -> breaks.add(new LineChart.Break(
                        b.key().period().start().getYear(), desk.say("chart.break", Integer.toString(b.key().period().start().getYear())))));
            }
        }
        return breaks;
    }

    /** A calendar year stands in its middle, and so does a fiscal year, which ends in the next. */
    private static double middle(ReferencePeriod period) {
        return (TimeAxis.ofMonth(period.start()) + TimeAxis.ofMonth(period.end())) / 2;
    }

    static List<LineChart.Break> distinct(List<LineChart.Break> breaks) {
        List<LineChart.Break> distinct = new ArrayList<>();
        for (LineChart.Break b : breaks) {
            if (distinct.stream().noneMatch(d -> d.x() == b.x())) {
                distinct.add(b);
            }
        }
        return distinct;
    }

    private List<LineChart.Event> events(Economy buyer, int first, int last) {
        LocalDate from = LocalDate.of(first, 1, 1);
        LocalDate until = LocalDate.of(Math.max(last, desk.asOf().getYear()), 12, 31);
        List<LineChart.Event> marks = new ArrayList<>();
        boolean markedAfterData = false;
        for (Event e : desk.assessment.material().events()) {
            if (isMarked(e, surroundings.codesOf(buyer), from, until) && !markedAfterData) {
                markedAfterData = e.date().getYear() > last;
                marks.add(mark(e));
            }
        }
        return marks;
    }

    /** The controls that bear on a buyer, or on anyone where there is no buyer, from one day to another. */
    List<LineChart.Event> controls(Optional<Economy> buyer, LocalDate from, LocalDate until) {
        Set<String> codes = buyer.map(surroundings::codesOf).orElse(Set.of());
        return desk.assessment.material().events().stream().filter(e -> isMarked(e, codes, from, until)).map(this::mark).toList();
    }

    private boolean isMarked(Event e, Set<String> codes, LocalDate from, LocalDate until) {
        return e.major()
                && e.kind().equals("export-control")
                && e.confidence() != Confidence.UNVERIFIED
                && (e.affects().isEmpty() || e.affects().stream().anyMatch(codes::contains))
                && !e.date().isBefore(from)
                && !e.date().isAfter(until)
                && !e.date().isAfter(desk.asOf());
    }

    private LineChart.Event mark(Event e) {
        return new LineChart.Event(TimeAxis.ofDate(e.date()), desk.numbers.shortDate(e.dateText()), e.title());
    }

    private String alt(List<StageStory> stories) {
        StringBuilder alt = new StringBuilder(desk.say(basis(stories).key("chart.history.alt")));
        for (StageStory story : stories) {
            story.spoken().ifPresent(p -> alt.append(' ')
                    .append(desk.say("chart.history.alt-stage", story.stage().label(),
                            desk.numbers.share(story.share(desk, p)), p.key().period())));
        }
        return alt.toString();
    }
}
