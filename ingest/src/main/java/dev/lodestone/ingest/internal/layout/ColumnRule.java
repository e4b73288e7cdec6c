package dev.lodestone.ingest.internal.layout;

import dev.lodestone.ingest.internal.economy.CodeScheme;
import dev.lodestone.model.trade.Economy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a field's text comes from.
 *
 * @param headers header texts, the first that the file has counts; empty for a constant
 * @param constant the text where no column has it; {@code {year}} stands for the row's year
 * @param title part of the title rows that has the text: the first group
 * @param cover cell of another sheet that has the text
 * @param optional whether a file without the column is as good as one with it, or poorer, which is told
 * @param pattern part of the cell to take: the first group
 * @param map texts by the publisher's texts; a text that is not in it is an issue
 * @param passUnmapped whether a text that is not in the map stands for itself
 * @param schemes code schemes of an economy, tried in turn
 * @param multiplier what a number is to be multiplied with
 * @param digits lengths that a commodity code may have; empty for every even number
 * @param zeroIsMissing whether the publisher writes 0 where it has no figure
 * @param yes texts that stand for yes, for a field that is yes or no
 * @param among the only economies of which the publisher has figures, as ISO 3166 alpha-3 codes, for a reporter; empty for all
 */
public record ColumnRule(
        List<String> headers,
        Optional<String> constant,
        Optional<Pattern> title,
        Optional<CoverCell> cover,
        Presence optional,
        Optional<Pattern> pattern,
        Map<String, String> map,
        boolean passUnmapped,
        List<CodeScheme> schemes,
        double multiplier,
        Set<Integer> digits,
        boolean zeroIsMissing,
        Set<String> yes,
        Set<Economy> among) {

    /** Whether a file may do without the column. */
    public enum Presence {
        /** Every file has it. */
        NO,
        /** Files are saved with and without it; that it is not there is told. */
        YES,
        /** Files without it lack nothing. */
        SILENTLY
    }

    /** In a map, the text that stands for every other text. */
    public static final String ANY_OTHER = "*";

    /**
     * A cell of a sheet that describes the others.
     *
     * @param sheet the sheet's name
     * @param section text of the first cell of the row below which the label stands
     * @param label text of the cell to the left
     */
    public record CoverCell(String sheet, String section, String label) {

        static CoverCell read(YamlNode node) {
            Map<String, YamlNode> entries = node.entries("sheet", "section", "label");
            return new CoverCell(
                    node.required(entries, "sheet").text(),
                    node.required(entries, "section").text(),
                    node.required(entries, "label").text());
        }
    }

    static ColumnRule read(YamlNode node) {
        if (!node.isMapping()) {
            return ofHeaders(node.texts());
        }
        Map<String, YamlNode> entries = node.entries(
                "column", "constant", "title", "cover", "optional", "pattern", "map", "unmapped", "scheme", "multiplier", "digits", "zero",
                "yes", "among");
        List<String> headers = entries.containsKey("column") ? entries.get("column").texts() : List.of();
        Optional<String> constant = Optional.ofNullable(entries.get("constant")).map(YamlNode::text);
        Optional<Pattern> title = Optional.ofNullable(entries.get("title")).map(YamlNode::pattern);
        Optional<CoverCell> cover = Optional.ofNullable(entries.get("cover")).map(CoverCell::read);
        if (headers.isEmpty() && constant.isEmpty() && title.isEmpty() && cover.isEmpty()) {
            throw node.wrong("expected 'column', 'constant', 'title' or 'cover'");
        }
        return new ColumnRule(
                List.copyOf(headers),
                constant,
                title,
                cover,
                Optional.ofNullable(entries.get("optional")).map(each -> each.oneOf(Presence.class)).orElse(Presence.NO),
                Optional.ofNullable(entries.get("pattern")).map(YamlNode::pattern),
                Optional.ofNullable(entries.get("map")).map(YamlNode::words).orElse(Map.of()),
                Optional.ofNullable(entries.get("unmapped")).map(each -> each.oneOf(Unmapped.class) == Unmapped.KEPT).orElse(false),
                Optional.ofNullable(entries.get("scheme")).map(ColumnRule::schemes).orElse(List.of()),
                Optional.ofNullable(entries.get("multiplier")).map(YamlNode::positive).orElse(1.0),
                Optional.ofNullable(entries.get("digits")).map(ColumnRule::digits).orElse(Set.of()),
                Optional.ofNullable(entries.get("zero")).map(each -> each.oneOf(Zero.class) == Zero.MISSING).orElse(false),
                Optional.ofNullable(entries.get("yes")).map(each -> Set.copyOf(each.texts())).orElse(Set.of()),
                Optional.ofNullable(entries.get("among")).map(ColumnRule::economies).orElse(Set.of()));
    }

    private static ColumnRule ofHeaders(List<String> headers) {
        return new ColumnRule(
                headers,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Presence.NO,
                Optional.empty(),
                Map.of(),
                false,
                List.of(),
                1,
                Set.of(),
                false,
                Set.of(),
                Set.of());
    }

    private static Set<Economy> economies(YamlNode node) {
        return node.items().stream().map(item -> {
            if (!item.text().matches("[A-Z][A-Z0-9]{2}")) {
                throw item.wrong("expected an economy as ISO 3166 alpha-3 code, found '" + item.text() + "'");
            }
            return Economy.of(item.text());
        }).collect(Collectors.toUnmodifiableSet());
    }

    private static List<CodeScheme> schemes(YamlNode node) {
        return node.texts().stream()
                .map(word -> CodeScheme.find(word).orElseThrow(() -> node.wrong("unknown code scheme '" + word + "'")))
                .toList();
    }

    /** Whether something else than a column says it where no column does. */
    public boolean saysOtherwise() {
        return constant.isPresent() || title.isPresent() || cover.isPresent();
    }

    private static Set<Integer> digits(YamlNode node) {
        return node.items().stream().map(length -> length.integer(2, 12)).collect(Collectors.toUnmodifiableSet());
    }

    private enum Unmapped {
        KEPT,
        REFUSED
    }

    private enum Zero {
        MISSING,
        NIL
    }
}
