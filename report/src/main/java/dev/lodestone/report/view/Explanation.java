package dev.lodestone.report.view;

import java.util.List;

/**
 * How a number was made, down to its rows.
 *
 * @param id what the numbers of the page refer to
 * @param title the number in words, with its value
 * @param formula the formula in words and symbols
 * @param inputs what went in
 * @param rows the source rows, or the most important of them
 * @param rest what is said of rows left out, such as {@code and 112 more rows in data/observations.csv}; may be empty
 * @param caveats what bears on the number
 * @param method the method and its version; may be empty
 */
public record Explanation(
        String id,
        String title,
        String formula,
        List<Input> inputs,
        List<SourceRow> rows,
        String rest,
        List<Text> caveats,
        String method) {

    /** Something that went in: its name and its formatted value with unit. */
    public record Input(String label, String value) {

        public Input {
            label = Checks.filled(label, "label");
            value = Checks.text(value, "value");
        }
    }

    /**
     * A row of a source.
     *
     * @param where file and line, such as {@code magnets.csv:1204}
     * @param what what the row says
     * @param value its value with unit
     */
    public record SourceRow(String where, String what, String value) {

        public SourceRow {
            where = Checks.filled(where, "where");
            what = Checks.text(what, "what");
            value = Checks.text(value, "value");
        }
    }

    public Explanation {
        id = Checks.id(id, "id");
        title = Checks.filled(title, "title");
        formula = Checks.text(formula, "formula");
        inputs = Checks.list(inputs, "inputs");
        rows = Checks.list(rows, "rows");
        rest = Checks.text(rest, "rest");
        caveats = Checks.list(caveats, "caveats");
        method = Checks.text(method, "method");
    }

    /** The formula with its indices set lower. */
    public Text formulaText() {
        return Text.formula(formula);
    }
}
