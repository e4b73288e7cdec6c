package dev.lodestone.ingest.internal.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A table in which a figure's value and weight stand in rows or columns of their own: a column for each period, or a row for each
 * measure.
 *
 * @param cells columns that hold figures, by header; none, or suppressed ones only, where each row has one figure in the columns of value and period
 * @param measures what a row measures, by the text of its measure column: value, net-weight, or a word that is not read
 * @param valuations border by the text of the measure column
 * @param weights kilograms by the text of the unit column; a unit that is not here is no weight
 * @param unitPrefix what stands before the unit in rows of values
 * @param flows flow by the text of the measure column, where nothing else says it
 * @param marksBeside whether marks stand in columns without header, to the right of the figures of which they speak
 * @param months how the title names the months of a partial year: two groups, first and last month
 */
public record WideRule(
        List<Cells> cells,
        Map<String, Measure> measures,
        Map<String, String> valuations,
        Map<String, Double> weights,
        String unitPrefix,
        Map<String, String> flows,
        boolean marksBeside,
        Optional<Pattern> months) {

    /** What a figure of a wide table is. */
    public enum Measure {
        VALUE,
        NET_WEIGHT,
        /** How much of the quantity the publisher withheld. */
        SUPPRESSED,
        NOT_READ
    }

    /** How much of the year a column covers. */
    public enum Span {
        /** The months that the header names, or the whole year. */
        WHOLE,
        /** The months that the title names. */
        TITLE_MONTHS,
        /** April of the year to March of the next, or to the month that the header names. */
        FISCAL_APRIL,
        /** The whole year if its December is there, else its months up to the last one that holds figures. */
        MONTHS_SO_FAR
    }

    /**
     * Columns that hold figures.
     *
     * @param header the header, with a group {@code year} unless a column has the year, and, for monthly columns, a group {@code month}, for
     *     quarterly ones a group {@code quarter} of 1 to 4
     * @param measure what they hold; empty when the measure column says it
     * @param span how much of the year they cover
     */
    public record Cells(Pattern header, Optional<Measure> measure, Span span) {

        /** Whether the header names the year; else a column has it. */
        public boolean namesYear() {
            return header.namedGroups().containsKey("year");
        }
    }

    /** Whether each row has one figure, in the columns of value and period. */
    public boolean hasOneFigureARow() {
        return cells.stream().allMatch(each -> each.measure().equals(Optional.of(Measure.SUPPRESSED)));
    }

    /** What a table lacks to have a column of figures; empty if one of its headers is such a column, or none is asked for. */
    public Optional<String> missingFigures(List<String> headers) {
        if (hasOneFigureARow()) {
            return Optional.empty();
        }
        List<Cells> figures = cells.stream().filter(each -> !each.measure().equals(Optional.of(Measure.NOT_READ))).toList();
        boolean found = figures.stream().anyMatch(each -> headers.stream().anyMatch(text -> each.header().matcher(text).matches()));
        return found ? Optional.empty() : Optional.of("a column of figures such as " + shown(figures.get(0).header()));
    }

    /** The header as a reader knows it: with words for its groups. */
    private static String shown(Pattern header) {
        return header.pattern().replaceAll("\\(\\?<(\\w+)>[^)]*\\)", "<$1>").replaceAll("\\\\d(\\{[^}]*\\})?|\\.\\*|[\\\\?]", "").strip();
    }

    static WideRule read(YamlNode node) {
        Map<String, YamlNode> entries = node.entries("cells", "measures", "valuations", "weights", "unit-prefix", "flows", "marks", "months");
        Map<String, Measure> measures = new LinkedHashMap<>();
        Optional.ofNullable(entries.get("measures"))
                .ifPresent(each -> each.entries().forEach((text, word) -> measures.put(text, word.oneOf(Measure.class))));
        return new WideRule(
                Optional.ofNullable(entries.get("cells")).map(cells -> cells.items().stream().map(WideRule::cells).toList()).orElse(List.of()),
                measures,
                Optional.ofNullable(entries.get("valuations")).map(YamlNode::words).orElse(Map.of()),
                Optional.ofNullable(entries.get("weights")).map(WideRule::weights).orElse(Map.of()),
                Optional.ofNullable(entries.get("unit-prefix")).map(YamlNode::text).orElse(""),
                Optional.ofNullable(entries.get("flows")).map(YamlNode::words).orElse(Map.of()),
                Optional.ofNullable(entries.get("marks")).map(each -> each.oneOf(Marks.class) == Marks.BESIDE).orElse(false),
                Optional.ofNullable(entries.get("months")).map(YamlNode::pattern));
    }

    private enum Marks {
        /** In a column of their own, beside that of the figures. */
        BESIDE,
        /** Behind the figures, in their cells. */
        BEHIND
    }

    static Map<String, Double> weights(YamlNode node) {
        Map<String, Double> weights = new LinkedHashMap<>();
        node.entries().forEach((unit, kilograms) -> weights.put(unit, kilograms.positive()));
        return weights;
    }

    private static Cells cells(YamlNode node) {
        Map<String, YamlNode> entries = node.entries("header", "measure", "span");
        Pattern header = Pattern.compile(
                node.required(entries, "header").pattern().pattern(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE); // as all headers are compared
        return new Cells(
                header,
                Optional.ofNullable(entries.get("measure")).map(each -> each.oneOf(Measure.class)),
                Optional.ofNullable(entries.get("span")).map(each -> each.oneOf(Span.class)).orElse(Span.WHOLE));
    }
}
