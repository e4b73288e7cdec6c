package dev.lodestone.ingest.internal.layout;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What one publisher's file looks like.
 *
 * @param id stable name
 * @param title what the publisher calls the file
 * @param status whether a real file was seen
 * @param headers header texts that every file of this layout has
 * @param titleRows number of rows that may stand above the header
 * @param json where a JSON answer keeps its rows
 * @param delimiters delimiters of delimited text
 * @param columns where each field comes from
 * @param numbers how numbers are written
 * @param missing texts that stand for a missing figure, beside the empty text
 * @param suppressed texts that stand for a withheld figure
 * @param nil texts that stand for no trade
 * @param periods ways in which periods are written
 * @param leaveOut sound rows that are not wanted
 * @param footer what the first text of a row below the data matches
 * @param valuation border where no column says it
 * @param aligned a column whose texts tell whether the header stands over its data
 * @param rowLimits numbers of rows at which the publisher cuts its answers
 * @param wide how to read a table with a column for each period
 */
public record Layout(
        String id,
        String title,
        Status status,
        List<String> headers,
        int titleRows,
        Optional<JsonRule> json,
        Set<Character> delimiters,
        Map<Field, ColumnRule> columns,
        NumberStyle numbers,
        Set<String> missing,
        Set<String> suppressed,
        Set<String> nil,
        List<PeriodForm> periods,
        List<LeaveOutRule> leaveOut,
        Optional<Pattern> footer,
        ValuationRule valuation,
        Optional<AlignedRule> aligned,
        Set<Long> rowLimits,
        Optional<WideRule> wide) {

    /** Whether the layout was written from a real file or from the publisher's documentation. */
    public enum Status {
        SEEN,
        DOCUMENTED
    }

    /**
     * Where a JSON answer keeps its rows.
     *
     * @param array name of the root's field that holds them
     * @param root other fields of the root that tell the publisher
     */
    public record JsonRule(String array, List<String> root) {}

    /**
     * A column whose texts tell whether the header stands over its data.
     *
     * @param column header
     * @param texts every text that may stand below it
     */
    public record AlignedRule(String column, Set<String> texts) {}

    public static Layout parse(String file, String text) {
        YamlNode root = YamlNode.parse(file, text);
        Map<String, YamlNode> entries = root.entries(
                "id", "title", "status", "recognise", "delimiters", "columns", "numbers", "missing", "suppressed", "nil", "periods",
                "leave-out", "footer", "valuation", "aligned", "row-limits", "wide");
        YamlNode recognise = root.required(entries, "recognise");
        Map<String, YamlNode> recognised = recognise.entries("headers", "title-rows", "json");
        Map<Field, ColumnRule> columns = columns(root.required(entries, "columns"));
        Optional<WideRule> wide = find(entries, "wide").map(WideRule::read);
        String id = root.required(entries, "id").text();
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw entries.get("id").wrong("expected lower-case words with hyphens, found '" + id + "'");
        }
        for (Field field : List.of(Field.REPORTER, Field.PARTNER, Field.FLOW, Field.COMMODITY)) {
            if (!columns.containsKey(field)) {
                throw entries.get("columns").wrong("field '" + field.word() + "' is missing");
            }
        }
        if (wide.isEmpty() && !columns.containsKey(Field.VALUE)) {
            throw entries.get("columns").wrong("field 'value' is missing");
        }
        if (wide.isEmpty() && !columns.containsKey(Field.PERIOD) && !columns.containsKey(Field.YEAR)) {
            throw entries.get("columns").wrong("field 'period' or 'year' is missing");
        }
        return new Layout(
                id,
                root.required(entries, "title").text(),
                root.required(entries, "status").oneOf(Status.class),
                List.copyOf(recognise.required(recognised, "headers").texts()),
                find(recognised, "title-rows").map(each -> each.integer(0, 50)).orElse(0),
                find(recognised, "json").map(Layout::json),
                find(entries, "delimiters").map(Layout::delimiters).orElse(Set.of(',', ';', '\t', '|')),
                columns,
                find(entries, "numbers").map(NumberStyle::read).orElse(NumberStyle.PLAIN),
                texts(entries, "missing"),
                texts(entries, "suppressed"),
                texts(entries, "nil"),
                find(entries, "periods").map(each -> each.items().stream().map(form -> form.oneOf(PeriodForm.class)).toList())
                        .orElse(List.of(PeriodForm.ISO)),
                find(entries, "leave-out").map(each -> each.items().stream().map(LeaveOutRule::read).toList()).orElse(List.of()),
                find(entries, "footer").map(YamlNode::pattern),
                find(entries, "valuation").map(ValuationRule::read).orElse(ValuationRule.NONE),
                find(entries, "aligned").map(Layout::aligned),
                find(entries, "row-limits").map(each -> each.items().stream()
                                .map(limit -> (long) limit.integer(1, Integer.MAX_VALUE))
                                .collect(Collectors.toUnmodifiableSet()))
                        .orElse(Set.of()),
                wide);
    }

    /** The word of an enum constant in layout files: {@code NET_WEIGHT} is {@code net-weight}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All headers that the layout knows, required or not. */
    public Set<String> knownHeaders() {
        Set<String> known = new TreeSet<>(headers);
        columns.values().forEach(rule -> known.addAll(rule.headers()));
        leaveOut.forEach(rule -> known.add(rule.column()));
        known.addAll(valuation.sameAs().values());
        return known;
    }

    public Optional<ColumnRule> column(Field field) {
        return Optional.ofNullable(columns.get(field));
    }

    private static Map<Field, ColumnRule> columns(YamlNode node) {
        Map<Field, ColumnRule> columns = new EnumMap<>(Field.class);
        String[] words = java.util.Arrays.stream(Field.values()).map(Field::word).toArray(String[]::new);
        node.entries(words).forEach((word, rule) -> columns.put(fieldOf(word), ColumnRule.read(rule)));
        return columns;
    }

    private static Field fieldOf(String word) {
        return Field.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static JsonRule json(YamlNode node) {
        Map<String, YamlNode> entries = node.entries("array", "root");
        return new JsonRule(
                node.required(entries, "array").text(), find(entries, "root").map(YamlNode::texts).orElse(List.of()));
    }

    private static AlignedRule aligned(YamlNode node) {
        Map<String, YamlNode> entries = node.entries("column", "texts");
        return new AlignedRule(node.required(entries, "column").text(), Set.copyOf(node.required(entries, "texts").texts()));
    }

    private static Set<Character> delimiters(YamlNode node) {
        return node.texts().stream()
                .map(text -> text.equals("tab") ? "\t" : text)
                .map(text -> {
                    if (text.length() != 1) {
                        throw node.wrong("expected one mark or 'tab', found '" + text + "'");
                    }
                    return text.charAt(0);
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> texts(Map<String, YamlNode> entries, String key) {
        return find(entries, key).map(each -> Set.copyOf(each.texts())).orElse(Set.of());
    }

    private static Optional<YamlNode> find(Map<String, YamlNode> entries, String key) {
        return Optional.ofNullable(entries.get(key));
    }
}
