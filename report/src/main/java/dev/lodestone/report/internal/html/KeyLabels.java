package dev.lodestone.report.internal.html;

import dev.lodestone.report.chart.Colour;
import dev.lodestone.report.chart.TextMeasure;
import dev.lodestone.report.chart.TextStyle;
import dev.lodestone.report.view.KeyFigure;
import java.util.List;

/**
 * How many lines the longest label of the figures in a row takes on paper: all labels are as tall, so that the numbers below stand on
 * one line. Browsers see to that themselves.
 */
final class KeyLabels {

    /** As in print.css: the row with the gaps around its cells, and the labels' type. */
    private static final double ROW_MM = 178;
    private static final double GAP_MM = 4;
    private static final double POINTS = 72 / 25.4;

    /** A line that all but fills its cell may be broken there: a label is rather taken for one line more than for one less. */
    private static final double FILLED = 0.95;

    private static final TextStyle STYLE = TextStyle.semibold(7.8, Colour.BLACK);

    private KeyLabels() {}

    static int lines(List<KeyFigure> figures) {
        double width = (ROW_MM - GAP_MM * (figures.size() + 1)) / Math.max(1, figures.size()) * POINTS * FILLED;
        return figures.stream().mapToInt(f -> lines(f.label(), width)).max().orElse(1);
    }

    private static int lines(String label, double width) {
        int lines = 1;
        String line = "";
        for (String word : label.strip().split("[ \\n]+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || TextMeasure.inter().widthPt(longer, STYLE) <= width) {
                line = longer;
            } else {
                lines++;
                line = word;
            }
        }
        return lines;
    }
}
