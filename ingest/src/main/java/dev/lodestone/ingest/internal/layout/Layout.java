package dev.lodestone.ingest.internal.layout;

import dev.lodestone.model.quality.Rounding;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.HashSet;
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
 * @param headers columns that every file of this layout has
 * @param positions its columns in order, of files without header; else empty
 * @param labelsBeside whether columns of labels may stand beside those of codes, under headers that differ in case only
 * @param titleRows number of rows that may stand above the header
 * @param headerRows number of rows of which the header consists
 * @param labelledRows whether rows above the header, of a label and a text, stand for columns that say the same throughout
 * @param hints what to do about a table that lacks a required column, by one of its headers
 * @param notTrade what the file holds, where it is no trade statistics; empty for those
 * @param published where figures stand that are no trade, in a table that is none
 * @param json where a JSON answer keeps its rows
 * @param charset charset of text that is neither ASCII nor UTF-8; else it is told from the text
 * @param delimiters delimiters of delimited text
 * @param columns where each field comes from
 * @param numbers how numbers are written
 * @param missing texts that stand for a missing figure, beside the empty text
 * @param suppressed texts that stand for a withheld figure
 * @param nil texts that stand for no trade
 * @param flags what a mark behind a figure, after a blank, says of it: suppressed, estimated, or nothing
 * @param periods ways in which periods are written
 * @param leaveOut sound rows that are not wanted
 * @param parts columns in which rows of one flow differ where the publisher splits it: such rows are added up, unless their total stands beside them
 * @param partTotals texts of those columns in rows of all parts together
 * @param footer what the first text of a row below the data matches
 * @param valuation border where no column says it
 * @param aligned a column whose texts tell whether the header stands over its data
 * @param rowLimits numbers of rows at which the publisher cuts its answers
 * @param query the query that gives the rows, of files that only a database engine reads and of warehouses
 * @param weights kilograms by the text of the unit column, for tables with one figure a row; none where weights are kilograms throughout
 * @param wide how to read a table with a column for each period
 * @param roundedTo to what the publisher rounds, in the units in which it writes: before the multipliers
 */
public record Layout(
        String id,
        String title,
        Status status,
        List<RequiredHeader> headers,
        List<Position> positions,
        boolean labelsBeside,
        int titleRows,
        int headerRows,
        boolean labelledRows,
        Map<String, String> hints,
        String notTrade,
        Optional<PublishedRule> published,
        Optional<JsonRule> json,
        Optional<Charset> charset,
        Set<Character> delimiters,
        Map<Field, ColumnRule> columns,
        NumberStyle numbers,
        Set<String> missing,
        Set<String> suppressed,
        Set<String> nil,
        Map<String, String> flags,
        List<PeriodForm> periods,
        List<LeaveOutRule> leaveOut,
        List<String> parts,
        Set<String> partTotals,
        Optional<Pattern> footer,
        ValuationRule valuation,
        Optional<AlignedRule> aligned,
        Set<Long> rowLimits,
        Optional<QueryRule> query,
        Map<String, Double> weights,
        Optional<WideRule> wide,
        Rounding roundedTo) {

    /** What R, pandas and other software for data write where a figure is missing, whoever published the table before. */
    private static final Set<String> MISSING_IN_DATA_FRAMES = Set.of("NA", "<NA>", "NaN", "nan", "None", "NULL", "null");

    /** The same layout with numbers in another style. */
    public Layout with(NumberStyle style) {
        return new Layout(
                id, title, status, headers, positions, labelsBeside, titleRows, headerRows, labelledRows, hints, notTrade, published, json, charset, delimiters, columns, style, missing,
                suppressed, nil, flags, periods, leaveOut, parts, partTotals, footer, valuation, aligned, rowLimits, query, weights, wide, roundedTo);
    }

    /** The same layout with periods written in other ways. */
    public Layout withPeriods(List<PeriodForm> forms) {
        return new Layout(
                id, title, status, headers, positions, labelsBeside, titleRows, headerRows, labelledRows, hints, notTrade, published, json, charset, delimiters, columns, numbers, missing,
                suppressed, nil, flags, forms, leaveOut, parts, partTotals, footer, valuation, aligned, rowLimits, query, weights, wide, roundedTo);
    }

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
                "id", "title", "status", "recognise", "charset", "delimiters", "columns", "numbers", "missing", "suppressed", "nil", "periods",
                "leave-out", "footer", "valuation", "aligned", "row-limits", "wide", "not-trade",
                "parts", "part-totals", "weights", "query", "rounded-to", "flags", "published");
        YamlNode recognise = root.required(entries, "recognise");
        Map<String, YamlNode> recognised = recognise.entries("headers", "positions", "labels", "title-rows", "header-rows", "above", "json", "hints");
        String notTrade = find(entries, "not-trade").map(YamlNode::text).orElse("");
        boolean isTrade = notTrade.isEmpty();
        Map<Field, ColumnRule> columns = isTrade ? columns(root.required(entries, "columns")) : Map.of();
        Optional<WideRule> wide = find(entries, "wide").map(WideRule::read);
        String id = root.required(entries, "id").text();
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw entries.get("id").wrong("expected lower-case words with hyphens, found '" + id + "'");
        }
        if (isTrade && entries.containsKey("published")) {
            throw entries.get("published").wrong("a table of published figures is no trade: give 'not-trade'");
        }
        if (isTrade) {
            checkFields(columns, wide, entries.get("columns"));
        }
        return new Layout(
                id,
                root.required(entries, "title").text(),
                // A user's own layout is written with a file at hand: only ours must say whether we have seen one.
                find(entries, "status").map(each -> each.oneOf(Status.class)).orElse(Status.SEEN),
                headers(recognise, recognised),
                positions(recognised),
                find(recognised, "labels").map(each -> each.oneOf(Labels.class) == Labels.BESIDE).orElse(false),
                find(recognised, "title-rows").map(each -> each.integer(0, 50)).orElse(0),
                find(recognised, "header-rows").map(each -> each.integer(1, 3)).orElse(1),
                find(recognised, "above").map(each -> each.oneOf(Above.class) == Above.COLUMNS).orElse(false),
                find(recognised, "hints").map(YamlNode::words).orElse(Map.of()),
                notTrade,
                find(entries, "published").map(PublishedRule::read),
                find(recognised, "json").map(Layout::json),
                find(entries, "charset").map(Layout::charset),
                find(entries, "delimiters").map(Layout::delimiters).orElse(Set.of(',', ';', '\t', '|', ' ')),
                columns,
                find(entries, "numbers").map(NumberStyle::read).orElse(NumberStyle.PLAIN),
                missing(entries),
                texts(entries, "suppressed"),
                texts(entries, "nil"),
                find(entries, "flags").map(YamlNode::words).orElse(Map.of()),
                find(entries, "periods").map(each -> each.items().stream().map(form -> form.oneOf(PeriodForm.class)).toList())
                        .orElse(List.of(PeriodForm.ISO)),
                find(entries, "leave-out").map(each -> each.items().stream().map(LeaveOutRule::read).toList()).orElse(List.of()),
                find(entries, "parts").map(YamlNode::texts).orElse(List.of()),
                texts(entries, "part-totals"),
                find(entries, "footer").map(YamlNode::pattern),
                find(entries, "valuation").map(ValuationRule::read).orElse(ValuationRule.NONE),
                find(entries, "aligned").map(Layout::aligned),
                find(entries, "row-limits").map(each -> each.items().stream()
                                .map(limit -> (long) limit.integer(1, Integer.MAX_VALUE))
                                .collect(Collectors.toUnmodifiableSet()))
                        .orElse(Set.of()),
                find(entries, "query").map(QueryRule::read),
                find(entries, "weights").map(WideRule::weights).orElse(Map.of()),
                wide,
                find(entries, "rounded-to").map(Layout::roundedTo).orElse(Rounding.NONE));
    }

    /** The required headers below a key of a mapping. */
    static List<RequiredHeader> headersOf(YamlNode root, String key) {
        YamlNode recognise = root.required(root.entries(key), key);
        return headers(recognise, recognise.entries());
    }

    /** Required headers; of a file without header the names that the layout gives its columns. */
    private static List<RequiredHeader> headers(YamlNode recognise, Map<String, YamlNode> entries) {
        if (entries.containsKey("positions") && entries.containsKey("headers")) {
            throw entries.get("positions").wrong("a file has a header or columns by position, not both");
        }
        return entries.containsKey("positions")
                ? positions(entries).stream().map(position -> new RequiredHeader(List.of(position.name()))).toList()
                : headers(recognise.required(entries, "headers"));
    }

    private static List<Position> positions(Map<String, YamlNode> entries) {
        return find(entries, "positions").map(Position::read).orElse(List.of());
    }

    private static List<RequiredHeader> headers(YamlNode node) {
        List<RequiredHeader> headers = node.items().stream().map(RequiredHeader::read).toList();
        if (headers.isEmpty()) {
            throw node.wrong("expected at least one header");
        }
        return headers;
    }

    private static void checkFields(Map<Field, ColumnRule> columns, Optional<WideRule> wide, YamlNode node) {
        for (Field field : List.of(Field.REPORTER, Field.PARTNER, Field.FLOW, Field.COMMODITY)) {
            if (!columns.containsKey(field)) {
                throw node.wrong("field '" + field.word() + "' is missing");
            }
        }
        if (!columns.containsKey(Field.CURRENCY)) {
            throw node.wrong("field 'currency' is missing: a value without currency is never used; give a column, or {constant: USD}");
        }
        boolean needsYear = wide.stream().filter(rule -> !rule.hasOneFigureARow()).flatMap(rule -> rule.cells().stream()).anyMatch(cells -> !cells.namesYear());
        if (needsYear && !columns.containsKey(Field.YEAR)) {
            throw node.wrong("field 'year' is missing: a header of figures has no group 'year', such as (?<year>\\d{4})");
        }
        boolean periodsInColumns = wide.filter(rule -> !rule.hasOneFigureARow()).isPresent();
        if (!periodsInColumns && !columns.containsKey(Field.VALUE)) {
            throw node.wrong("field 'value' is missing");
        }
        if (!periodsInColumns && !columns.containsKey(Field.PERIOD) && !columns.containsKey(Field.YEAR)) {
            throw node.wrong("field 'period' or 'year' is missing");
        }
    }

    /** The word of an enum constant in layout files: {@code NET_WEIGHT} is {@code net-weight}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All headers that the layout knows, required or not. */
    public Set<String> knownHeaders() {
        Set<String> known = new TreeSet<>();
        headers.forEach(header -> known.addAll(header.texts()));
        columns.values().forEach(rule -> known.addAll(rule.headers()));
        leaveOut.forEach(rule -> known.addAll(rule.columns()));
        known.addAll(parts);
        valuation.sameAs().values().forEach(known::addAll);
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

    private static Charset charset(YamlNode node) {
        try {
            return Charset.forName(node.text());
        } catch (IllegalArgumentException e) {
            throw node.wrong("expected the name of a charset, such as windows-1254, ISO-8859-2 or x-windows-949, found '" + node.text() + "'");
        }
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

    private static Set<String> missing(Map<String, YamlNode> entries) {
        Set<String> missing = new HashSet<>(MISSING_IN_DATA_FRAMES);
        missing.addAll(texts(entries, "missing"));
        missing.removeAll(texts(entries, "suppressed"));
        missing.removeAll(texts(entries, "nil"));
        return Set.copyOf(missing);
    }

    private enum Labels {
        BESIDE,
        NONE
    }

    private enum Above {
        COLUMNS,
        TITLES
    }

    private static Rounding roundedTo(YamlNode node) {
        Map<String, YamlNode> entries = node.entries("value", "net-weight");
        return new Rounding(
                find(entries, "value").map(YamlNode::positive).orElse(0.0), find(entries, "net-weight").map(YamlNode::positive).orElse(0.0));
    }

    private static Optional<YamlNode> find(Map<String, YamlNode> entries, String key) {
        return Optional.ofNullable(entries.get(key));
    }
}
