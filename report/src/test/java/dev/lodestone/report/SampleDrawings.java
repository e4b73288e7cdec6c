package dev.lodestone.report;

import dev.lodestone.report.chart.BarChart;
import dev.lodestone.report.chart.DataTable;
import dev.lodestone.report.chart.Drawing;
import dev.lodestone.report.chart.Frame;
import dev.lodestone.report.chart.LineChart;
import dev.lodestone.report.chart.LineChart.DataPoint;
import dev.lodestone.report.chart.Mark;
import dev.lodestone.report.chart.Role;
import dev.lodestone.report.chart.TextMeasure;
import dev.lodestone.report.chart.TextStyle;
import dev.lodestone.report.chart.Theme;
import dev.lodestone.report.chart.YAxis;
import dev.lodestone.report.chart.BarChart.Row;
import dev.lodestone.report.chart.Stroke;
import java.util.ArrayList;
import java.util.List;

/** Charts of published figures: CEPII BACI 202601, HS 850511. */
final class SampleDrawings {

    private static final int FIRST_YEAR = 2017;
    private static final double[] JAPAN = {0.326, 0.309, 0.307, 0.325, 0.284, 0.278, 0.260, 0.276};
    private static final double[] UNITED_STATES = {0.610, 0.650, 0.691, 0.691, 0.733, 0.778, 0.781, 0.745};
    private static final double[] GERMANY = {0.642, 0.683, 0.704, 0.737, 0.764, 0.825, 0.824, 0.824};

    private SampleDrawings() {
    }

    static Drawing lines(Frame frame, double heightPt) {
        LineChart.Input input = LineChart.Input.of(
                        "China’s share of magnet imports",
                        "From 2017 to 2024 China’s share of Japan’s magnet imports fell from at most 32.6% to 27.6%, while that of the "
                                + "United States rose from at most 61.0% to 74.5%.",
                        YAxis.share("% of import value"),
                        List.of(
                                new LineChart.Series("Japan", Role.FOCUS, points(JAPAN)),
                                new LineChart.Series("United States", Role.NORMAL, points(UNITED_STATES)),
                                new LineChart.Series("Germany", Role.CONTEXT, points(GERMANY))))
                .withThresholds(List.of(
                        new LineChart.Threshold("Japan’s aim: at most 50% by 2025", 0.5, LineChart.ThresholdKind.TARGET)));
        return LineChart.draw(input, frame, heightPt, TextMeasure.inter());
    }

    static Drawing bars(Frame frame) {
        return BarChart.draw(
                BarChart.Input.of(
                        "Japan’s magnet suppliers",
                        "The Philippines sold 32.4% of Japan’s imported magnets in 2024, Viet Nam 27.9%, China 27.6%.",
                        "% of import value, 2024",
                        List.of(
                                Row.of("Philippines", Role.NORMAL, 0.324, "32.4%"),
                                Row.of("Viet Nam", Role.NORMAL, 0.279, "27.9%"),
                                Row.of("China", Role.WATCHED, 0.276, "27.6%"),
                                Row.of("Malaysia", Role.NORMAL, 0.055, "5.5%"),
                                Row.of("Thailand", Role.NORMAL, 0.045, "4.5%"),
                                Row.of("Others", Role.CONTEXT, 0.021, "2.1%"))),
                frame,
                TextMeasure.inter());
    }

    /** One text in a frame of words. */
    static Drawing saying(String words) {
        return new Drawing(
                300,
                40,
                List.of(new Mark.Text(4, 20, words, TextStyle.regular(9, Theme.INK), Mark.Anchor.START, 0, Stroke.NONE)),
                words,
                words,
                new DataTable(List.of(words, words), List.of(List.of(words, words))));
    }

    private static List<DataPoint> points(double[] shares) {
        List<DataPoint> points = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            int year = FIRST_YEAR + i;
            boolean complete = year == 2022 || year == 2024;
            points.add(complete ? DataPoint.measured(year, shares[i]) : DataPoint.atMost(year, shares[i]));
        }
        return points;
    }
}
