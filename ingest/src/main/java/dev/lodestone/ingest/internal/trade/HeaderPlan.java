package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.layout.Field;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.layout.LeaveOutRule;
import dev.lodestone.ingest.internal.table.Row;
import dev.lodestone.model.trade.Valuation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a layout's columns stand in one table. */
final class HeaderPlan {

    /**
     * A rule with the places of its columns.
     *
     * @param columns column numbers, the first that is not empty counts
     * @param rule the rule
     * @param where column numbers of the rule's condition
     * @param above what a labelled row above the table says instead of the columns; empty if none does
     * @param whereAbove what one says instead of the condition's columns
     */
    record PlacedRule(List<Integer> columns, LeaveOutRule rule, List<Integer> where, String above, String whereAbove) {

        boolean leavesOut(Row row) {
            boolean speaksOfIt = rule.where().isEmpty() || rule.where().get().pattern().matcher(first(row, where, whereAbove)).matches();
            return speaksOfIt && rule.leavesOut(first(row, columns, above));
        }

        private static String first(Row row, List<Integer> columns, String above) {
            String text = "";
            for (int i = 0; i < columns.size() && text.isEmpty(); i++) {
                text = CodeText.of(row.cell(columns.get(i)));
            }
            return text.isEmpty() ? above : text;
        }

        /** Every column that the rule looks at. */
        List<Integer> looksAt() {
            List<Integer> all = new ArrayList<>(columns);
            all.addAll(where);
            return all;
        }
    }

    private static final Pattern NAMELESS = Pattern.compile("column (\\d{1,5})");

    private final Layout layout;
    private final List<String> headers;
    private final int shift;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Field, List<Integer>> columns = new EnumMap<>(Field.class);
    private final Map<Valuation, Integer> valuationColumns = new EnumMap<>(Valuation.class);
    private final List<Integer> partColumns;
    private final List<PlacedRule> leaveOut = new ArrayList<>();
    private final Map<String, String> above;

    /**
     * @param match the layout, the header and what stands above it
     * @param shift how many columns to the right of its header the data stand
     */
    HeaderPlan(Recognition.Match match, int shift) {
        this(match.layout(), match.header().cells(), match.above(), shift);
    }

    /**
     * @param headers header texts in order
     * @param above what labelled rows above the header say, by their labels as headers are compared
     * @param shift how many columns to the right of its header the data stand
     */
    private HeaderPlan(Layout layout, List<String> headers, Map<String, String> above, int shift) {
        this.layout = layout;
        this.above = above;
        this.headers = headers.stream().map(Headers::normal).toList();
        this.shift = shift;
        for (int i = 0; i < this.headers.size(); i++) {
            places.putIfAbsent(Headers.compared(this.headers.get(i)), i);
        }
        layout.columns().forEach((field, rule) -> columns.put(field, places(rule.headers())));
        if (!SelectedPartners.columns(layout).isEmpty()) {
            columns.put(Field.COVERAGE, places(SelectedPartners.columns(layout)));
        }
        layout.valuation().sameAs().forEach((border, texts) ->
                places(texts).stream().findFirst().ifPresent(at -> valuationColumns.put(border, at)));
        this.partColumns = places(layout.parts());
        for (LeaveOutRule rule : layout.leaveOut()) {
            List<Integer> at = places(rule.columns());
            String said = said(rule.columns()).orElse("");
            if (!at.isEmpty() || !said.isEmpty()) {
                leaveOut.add(new PlacedRule(
                        at,
                        rule,
                        rule.where().map(each -> places(each.columns())).orElse(List.of()),
                        said,
                        rule.where().flatMap(each -> said(each.columns())).orElse("")));
            }
        }
    }

    /** Column number of the field; -1 if the table has no such column. */
    int column(Field field) {
        List<Integer> all = columns(field);
        return all.isEmpty() ? -1 : all.get(0);
    }

    /** Column numbers of the field's alternatives, in the layout's order: where one is empty, the next may say it. */
    List<Integer> columns(Field field) {
        return columns.getOrDefault(field, List.of());
    }

    /** What a labelled row above the table says of the field; empty if none does. */
    Optional<String> above(Field field) {
        return above.isEmpty() ? Optional.empty() : layout.column(field).flatMap(rule -> said(rule.headers()));
    }

    private Optional<String> said(List<String> texts) {
        return above.isEmpty() ? Optional.empty() : texts.stream().map(text -> above.get(Headers.compared(text))).filter(Objects::nonNull).findFirst();
    }

    /** Header over a column of the data; empty if there is none. */
    String header(int column) {
        int at = column - shift;
        return at >= 0 && at < headers.size() ? headers.get(at) : "";
    }

    /** Whether the row may be a header: a column of figures or codes holds a word. Asked of every row. */
    boolean mayBeHeader(Row row) {
        int column = column(Field.VALUE) >= 0 ? column(Field.VALUE) : column(Field.COMMODITY) >= 0 ? column(Field.COMMODITY) : column(Field.PARTNER);
        String text = row.cell(column);
        return !text.isEmpty() && !(text.charAt(0) >= '0' && text.charAt(0) <= '9');
    }

    /** Headers of columns that the layout does not know, neither by name nor as figures of a period. */
    List<String> unknown() {
        Set<String> known = Headers.compared(List.copyOf(layout.knownHeaders()));
        return headers.stream()
                .filter(text -> !text.isEmpty() && !known.contains(Headers.compared(text)))
                .filter(text -> layout.wide().stream().flatMap(wide -> wide.cells().stream()).noneMatch(cells -> cells.header().matcher(text).matches()))
                .toList();
    }

    /** Whether the table has one of the columns. */
    boolean hasAny(List<String> texts) {
        return !places(texts).isEmpty() || said(texts).isPresent();
    }

    int width() {
        return headers.size();
    }

    Map<Valuation, Integer> valuationColumns() {
        return valuationColumns;
    }

    /** Columns that tell parts of one flow apart. */
    List<Integer> partColumns() {
        return partColumns;
    }

    List<PlacedRule> leaveOut() {
        return leaveOut;
    }

    Layout layout() {
        return layout;
    }

    private List<Integer> places(List<String> texts) {
        return texts.stream().map(this::place).filter(Objects::nonNull).map(at -> at + shift).distinct().toList();
    }

    /** Column of a header: the one that is written alike, else the first that differs in case only. */
    private Integer place(String text) {
        int alike = headers.indexOf(Headers.normal(text));
        Integer found = alike >= 0 ? Integer.valueOf(alike) : places.get(Headers.compared(text));
        return found != null ? found : nameless(text);
    }

    /** A column without a header is called by its place, {@code column 2}. */
    private Integer nameless(String text) {
        Matcher numbered = NAMELESS.matcher(text);
        int at = numbered.matches() ? Integer.parseInt(numbered.group(1)) - 1 : -1;
        return at >= 0 && at < headers.size() && headers.get(at).isEmpty() ? Integer.valueOf(at) : null;
    }
}
