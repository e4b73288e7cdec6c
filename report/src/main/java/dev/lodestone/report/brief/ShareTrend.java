package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.ShareSeries;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.measure.TrendReading;
import dev.lodestone.model.progress.Projection;
import dev.lodestone.model.progress.YearlyValue;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.report.chart.Certainty;
import dev.lodestone.report.chart.Frame;
import dev.lodestone.report.chart.LineChart;
import dev.lodestone.report.chart.Role;
import dev.lodestone.report.chart.TextMeasure;
import dev.lodestone.report.chart.TimeAxis;
import dev.lodestone.report.chart.YAxis;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Figure;
import dev.lodestone.report.view.Paragraph;
import dev.lodestone.report.view.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the watched supplier's share and what is bought from it are going at each stage, as far as the years on record tell; and why not, where they do not. */
final class ShareTrend {

    private static final int AHEAD = 5;
    private static final double HEIGHT_PT = 135;
    private static final double SCREEN_HEIGHT_PT = 300;
    private static final double PHONE_HEIGHT_PT = 280;
    private static final String STILL = "still";

    /** Yearly changes below it print as 0.0. */
    private static final double PRINTED_FROM = 0.0005;

    private final Desk desk;
    private final Explanations explanations;
    private final Economy buyer;

    ShareTrend(Desk desk, Explanations explanations, Economy buyer) {
        this.desk = desk;
        this.explanations = explanations;
        this.buyer = buyer;
    }

    /** Whether a slope or a rolling year of the share can be told at any stage. */
    boolean isShareTold(List<StageStory> told) {
        return told.stream().anyMatch(s -> newest(s, "trend").filter(i -> i.outcome().hasValue()).isPresent()
                || newest(s, "rolling-share").filter(i -> i.outcome().hasValue()).isPresent());
    }

    /** What the years on record tell: of the share, and of the amount, which needs no total and so often has more years. */
    List<Block> blocks(List<StageStory> told, Counter counter) {
        List<Block> blocks = new ArrayList<>();
        for (StageStory story : told) {
            newest(story, "trend").filter(i -> i.outcome().hasValue()).ifPresent(slope -> {
                blocks.add(new Paragraph(sentence(story, slope)));
                picture(story, slope, counter).ifPresent(blocks::add);
            });
            rolling(story).ifPresent(t -> blocks.add(new Paragraph(t)));
            all(story).ifPresent(t -> blocks.add(new Paragraph(t)));
            growth(story).ifPresent(t -> blocks.add(new Paragraph(t)));
        }
        return blocks;
    }

    /** Why no trend of the share is told, for the stages for which none is. */
    List<Block> untold(List<StageStory> told) {
        Map<String, List<String>> untold = new LinkedHashMap<>();
        for (StageStory story : told.stream().filter(s -> s.line().isEmpty()).toList()) {
            Optional<Indicator> slope = newest(story, "trend");
            if (slope.filter(i -> i.outcome().hasValue()).isEmpty()) {
                String why = slope.map(i -> desk.tell(i.outcome().why())).orElse(desk.say(story.hasAnything() && story.years().isEmpty() ? "stage.no-whole-year" : "stage.none-at-hand"));
                untold.computeIfAbsent(why, w -> new ArrayList<>()).add(story.stage().noun());
            }
        }
        List<Block> blocks = new ArrayList<>();
        untold.forEach((why, stages) -> blocks.add(Paragraph.of(desk.say("trend.none", String.join(", ", stages), why))));
        return blocks;
    }

    /** By how much all imports changed, each basis against the year that its reason names; weights only of the same year. */
    private Optional<Text> all(StageStory story) {
        return newestTold(story, "import-change", story.basis()).map(i -> {
            String way = way(i.outcome().value().getAsDouble());
            String year = Integer.toString(i.about().period().year());
            Text text = Text.of(desk.say("all-imports." + way, story.stage().noun(), year))
                    .explained(changed(story.key("all-imports.by-value"), i), explanations.figure(i));
            Optional<Indicator> weight = newestTold(story, "import-change", Basis.WEIGHT)
                    .filter(w -> !story.isByWeight() && w.about().equals(i.about()));
            if (weight.isPresent()) {
                String other = way(weight.get().outcome().value().getAsDouble());
                boolean alike = other.equals(way) && !way.equals(STILL);
                text = text.explained(changed("all-imports.weight-" + (alike ? "too" : other), weight.get()), explanations.figure(weight.get()));
            }
            return text.and(".");
        });
    }

    private String changed(String key, Indicator change) {
        return desk.say(key, desk.numbers.percent(Math.abs(change.outcome().value().getAsDouble())), desk.tell(change.outcome().why()));
    }

    private Optional<Indicator> newestTold(StageStory story, String measure, Basis basis) {
        return desk.indicators.ofStage(buyer, story.stage().id(), measure).stream()
                .filter(i -> i.basis() == basis && i.outcome().hasValue())
                .reduce((a, b) -> a.about().period().compareTo(b.about().period()) >= 0 ? a : b);
    }

    /** How fast purchases from the watched supplier grew, by value and where weights are known by weight. */
    private Optional<Text> growth(StageStory story) {
        return newest(story, "supplier-growth").filter(i -> i.outcome().hasValue()).map(i -> {
            double byValue = i.outcome().value().getAsDouble();
            Text text = Text.of(desk.say("growth." + way(byValue), story.stage().noun(), desk.watchedName()))
                    .explained(rate(story.key("growth.by-value"), i), explanations.figure(i));
            Optional<Indicator> weight = newest(story, "supplier-growth", Basis.WEIGHT)
                    .filter(w -> !story.isByWeight() && w.outcome().hasValue());
            if (weight.isPresent()) {
                String way = way(weight.get().outcome().value().getAsDouble());
                boolean alike = way.equals(way(byValue)) && !way.equals(STILL);
                text = text.explained(rate("growth.weight-" + (alike ? "too" : way), weight.get()), explanations.figure(weight.get()));
            }
            text = text.and(desk.say("trend.slope-after", desk.tell(i.outcome().why())));
            return newest(story, "supplier-growth-p").filter(t -> t.outcome().hasValue()).isPresent()
                    ? seen(story, text, i, newest(story, "supplier-growth-p").get())
                    : text;
        });
    }

    private String rate(String key, Indicator growth) {
        Outcome o = growth.outcome();
        return desk.say(key, desk.numbers.percent(Math.abs(o.value().getAsDouble())), desk.numbers.signedPercent(o.low().orElse(0)),
                desk.numbers.signedPercent(o.high().orElse(0)));
    }

    /** Which way a yearly change goes, as the bundle names it; one that prints as nothing goes neither way. */
    private static String way(double change) {
        if (Math.abs(change) < PRINTED_FROM) {
            return STILL;
        }
        return change > 0 ? "rose" : "fell";
    }

    /** Whether a trend is seen, after what was said of it. */
    private Text seen(StageStory story, Text text, Indicator change, Indicator test) {
        double p = test.outcome().value().getAsDouble();
        String told = switch (TrendReading.of(change.outcome(), test.outcome())) {
            case SEEN -> "trend.seen";
            case OPEN -> "trend.open";
            case UNSEEN -> "trend.unseen";
        };
        return text.and(" ").and(desk.say(story.key(told)))
                .explained(p < 0.001 ? desk.say("trend.p-small") : desk.say("trend.p", desk.numbers.hhi(p)), explanations.figure(test)).and(".");
    }

    private Optional<Indicator> newest(StageStory story, String measure) {
        return newest(story, measure, story.basis());
    }

    /** The figure of a series: told once, at its newest year or its newest twelve months. */
    private Optional<Indicator> newest(StageStory story, String measure, Basis basis) {
        return desk.indicators.ofStage(buyer, story.stage().id(), measure).stream()
                .filter(i -> i.basis() == basis)
                .reduce((a, b) -> a.about().period().compareTo(b.about().period()) >= 0 ? a : b);
    }

    private Text sentence(StageStory story, Indicator slope) {
        Outcome o = slope.outcome();
        double change = o.value().getAsDouble();
        Text text = Text.of(desk.say("trend." + way(change), Desk.capital(desk.watchedName()), story.stage().noun()))
                .explained(desk.say("trend.slope", Term.points(Math.abs(change)), desk.numbers.points(o.low().orElse(0)),
                        desk.numbers.points(o.high().orElse(0))), explanations.figure(slope))
                .and(desk.say("trend.slope-after", desk.tell(o.why())));
        Optional<Indicator> test = newest(story, "trend-p").filter(i -> i.outcome().hasValue());
        if (test.isPresent()) {
            text = seen(story, text, slope, test.get());
        }
        Optional<Indicator> ahead = newest(story, "projected-share").filter(i -> i.outcome().hasValue());
        if (ahead.isPresent()) {
            Outcome share = ahead.get().outcome();
            text = text.and(" ").and(desk.say("trend.ahead-before", Integer.toString(slope.about().period().year() + AHEAD)))
                    .explained(desk.say("trend.ahead", desk.numbers.percent(share.value().getAsDouble()),
                            desk.numbers.percentNumber(share.low().orElse(0)), desk.numbers.percent(share.high().orElse(1))),
                            explanations.figure(ahead.get()));
            Optional<Indicator> hits = newest(story, "projection-hit-rate").filter(i -> i.outcome().hasValue());
            text = hits.isPresent()
                    ? text.and(desk.say("trend.hits-before"))
                            .explained(desk.numbers.roundPercent(hits.get().outcome().value().getAsDouble()), explanations.figure(hits.get()))
                            .and(desk.say("trend.hits-after"))
                    : text.and(desk.say("trend.no-hits"));
        }
        return text;
    }

    private Optional<Text> rolling(StageStory story) {
        return newest(story, "rolling-share").filter(i -> i.outcome().hasValue()).map(i -> {
            Text text = Text.of(desk.say("trend.rolling-before", Desk.capital(desk.watchedName()), story.stage().noun(), i.about().period()))
                    .explained(desk.numbers.share(i.outcome()), explanations.figure(i));
            Optional<Indicator> trend = newest(story, "rolling-trend").filter(t -> t.outcome().hasValue());
            return trend.isPresent()
                    ? text.and(desk.say("trend.rolling-trend"))
                            .explained(desk.numbers.points(trend.get().outcome().value().getAsDouble()), explanations.figure(trend.get()))
                            .and(desk.say("trend.rolling-after", desk.tell(trend.get().outcome().why())))
                    : text.and(".");
        });
    }

    /** The years on record and the fan of the projection; only where one was made. */
    private Optional<Block> picture(StageStory story, Indicator slope, Counter counter) {
        Optional<SupplierProfile> last = desk.assessment.find(buyer, story.stage().id(), "", slope.about().period());
        if (last.isEmpty()) {
            return Optional.empty();
        }
        List<YearlyValue> years = ShareSeries.upTo(last.get(), story.basis(), desk.assessment.context().watched(), desk.assessment.context().records());
        Optional<Projection> projection = Projection.of(years);
        if (projection.isEmpty()) {
            return Optional.empty();
        }
        YearlyValue now = years.getLast();
        List<LineChart.DataPoint> points = years.stream()
                .map(v -> new LineChart.DataPoint(
                        TimeAxis.ofYear(v.year()), Integer.toString(v.year()), v.value(), Certainty.MEASURED, v.low(), v.high()))
                .toList();
        List<LineChart.FanPoint> fan = new ArrayList<>();
        fan.add(new LineChart.FanPoint(TimeAxis.ofYear(now.year()), now.value(), now.value(), now.value()));
        for (int year = now.year() + 1; year <= now.year() + AHEAD; year++) {
            Projection p = projection.get();
            fan.add(new LineChart.FanPoint(TimeAxis.ofYear(year), p.lowAt(year), p.medianAt(year), p.highAt(year)));
        }
        LineChart.FanPoint end = fan.getLast();
        String title = desk.say("trend.picture", Desk.capital(desk.watchedName()), story.stage().noun(), desk.inText(buyer));
        String alt = desk.say("trend.alt", Integer.toString(years.getFirst().year()), Integer.toString(now.year()),
                desk.numbers.percent(years.getFirst().value()), desk.numbers.percent(now.value()), Integer.toString(now.year() + AHEAD),
                desk.numbers.percent(end.low()), desk.numbers.percent(end.high()));
        LineChart.Input input = LineChart.Input.of(
                        title, alt, YAxis.share(desk.say(story.key("chart.history.axis"), desk.watchedName())),
                        List.of(new LineChart.Series(story.stage().label(), Role.NORMAL, points)))
                .withFans(List.of(new LineChart.Fan(desk.say("trend.fan"), fan)));
        return Optional.of(new Figure(
                "fig-trend-" + story.stage().id(),
                counter.figure(desk),
                title,
                desk.say(story.key("trend.subtitle"), Integer.toString(years.getFirst().year()), Integer.toString(now.year())),
                LineChart.draw(input, Frame.desktop(), SCREEN_HEIGHT_PT, TextMeasure.inter()),
                LineChart.draw(input, Frame.phone(), PHONE_HEIGHT_PT, TextMeasure.inter()),
                LineChart.draw(input, Frame.page(), HEIGHT_PT, TextMeasure.inter()),
                Text.of(desk.say("source.publishers", last.get().publisher()))));
    }
}
