package dev.lodestone.ingest.internal.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of figures that a survey publishes and that are no customs trade: production, use, reliance.
 *
 * @param publication what the publisher calls it, with {@code {edition}} for the edition
 * @param columns where edition, commodity, economy, what is measured, unit, year and note stand
 * @param figures columns that hold figures
 * @param series which series a figure belongs to, by the text of what is measured; figures of others are not read
 * @param units units by the publisher's texts; a text that is not in it stands for itself
 * @param marksBeside whether a column without a header, beside that of a figure, holds its marks
 */
public record PublishedRule(
        String publication,
        Map<Part, ColumnRule> columns,
        List<Figures> figures,
        List<Series> series,
        Map<String, String> units,
        boolean marksBeside) {

    /** What a row says of its figures. */
    public enum Part {
        EDITION,
        COMMODITY,
        ECONOMY,
        WHAT,
        UNIT,
        YEAR,
        NOTE
    }

    /**
     * Columns of figures.
     *
     * @param header the header, with groups {@code what}, {@code unit} and {@code year} where it says these
     * @param estimated whether the publisher estimated what stands there
     */
    public record Figures(Pattern header, boolean estimated) {}

    /**
     * A series.
     *
     * @param matches what is measured, with a group {@code scope} where it says what the figure covers
     * @param series the series' id, such as {@code mine-production}
     * @param stage stage of the chain; empty for all
     * @param scope what the figure covers where the text does not say; empty for the commodity
     */
    public record Series(Pattern matches, String series, String stage, String scope) {}

    private enum YesNo {
        YES,
        NO
    }

    private enum Marks {
        BESIDE,
        NONE
    }

    static PublishedRule read(YamlNode node) {
        Map<String, YamlNode> entries = node.entries("publication", "columns", "figures", "series", "units", "marks");
        Map<Part, ColumnRule> columns = new LinkedHashMap<>();
        node.required(entries, "columns")
                .entries("edition", "commodity", "economy", "what", "unit", "year", "note")
                .forEach((word, rule) -> columns.put(Part.valueOf(word.toUpperCase(Locale.ROOT)), ColumnRule.read(rule)));
        if (!columns.containsKey(Part.ECONOMY)) {
            throw entries.get("columns").wrong("field 'economy' is missing");
        }
        return new PublishedRule(
                node.required(entries, "publication").text(),
                Map.copyOf(columns),
                node.required(entries, "figures").items().stream().map(PublishedRule::figures).toList(),
                node.required(entries, "series").items().stream().map(PublishedRule::series).toList(),
                Optional.ofNullable(entries.get("units")).map(YamlNode::words).orElse(Map.of()),
                Optional.ofNullable(entries.get("marks")).map(each -> each.oneOf(Marks.class) == Marks.BESIDE).orElse(false));
    }

    private static Figures figures(YamlNode node) {
        Map<String, YamlNode> entries = node.entries("header", "estimated");
        return new Figures(
                node.required(entries, "header").pattern(),
                Optional.ofNullable(entries.get("estimated")).map(each -> each.oneOf(YesNo.class) == YesNo.YES).orElse(false));
    }

    private static Series series(YamlNode node) {
        Map<String, YamlNode> entries = node.entries("matches", "series", "stage", "scope");
        return new Series(
                node.required(entries, "matches").pattern(),
                node.required(entries, "series").text(),
                Optional.ofNullable(entries.get("stage")).map(YamlNode::text).orElse(""),
                Optional.ofNullable(entries.get("scope")).map(YamlNode::text).orElse(""));
    }

    /** A group of a match, where the pattern has it and it took part. */
    public static Optional<String> group(Matcher match, String name) {
        return match.pattern().namedGroups().containsKey(name) ? Optional.ofNullable(match.group(name)) : Optional.empty();
    }
}
