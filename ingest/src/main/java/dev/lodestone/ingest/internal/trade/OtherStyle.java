package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.ingest.internal.draft.NumberGuess;
import dev.lodestone.ingest.internal.layout.Field;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.layout.NumberStyle;
import dev.lodestone.ingest.internal.table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A table whose numbers are written in another style than its publisher's, as spreadsheets of other countries save it. It is read in that
 * style where its first numbers show it beyond doubt and none of them says otherwise; else in the publisher's, in which what does not fit is
 * set aside.
 */
final class OtherStyle {

    /** Numbers whose every point stands between thousands. */
    private static final Pattern POINTS_BETWEEN_THOUSANDS = Pattern.compile("-?\\d{1,3}(\\.\\d{3})+,\\d+|-?\\d{1,3}(\\.\\d{3}){2,}");

    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d.,'’ \\u00a0\\u202f\\u2009]*");

    private OtherStyle() {}

    /**
     * The match with the table's own style of numbers, which is told where it is another than the layout's.
     *
     * @param rows first rows of the table, the header among them
     * @param separatesByCommas whether commas stand between the cells, so that none should stand in a number
     */
    static Recognition.Match settle(Recognition.Match match, List<Row> rows, boolean separatesByCommas, TableAccount account) {
        Layout layout = match.layout();
        Optional<String> shown = Optional.empty();
        Optional<NumberStyle> other = Optional.empty();
        if (layout.notTrade().isEmpty() && layout.positions().isEmpty() && match.headerAt() + 1 < rows.size()) {
            List<String> numbers = numbers(match, rows.subList(match.headerAt() + 1, rows.size()));
            other = style(layout.numbers(), NumberGuess.of(numbers), numbers, separatesByCommas);
            shown = other.flatMap(style -> numbers.stream().filter(text -> isShownBy(text, style)).findFirst());
        }
        if (other.isEmpty() || shown.isEmpty()) {
            return match;
        }
        account.issue(
                IssueCode.OTHER_NUMBER_STYLE,
                shown.get(),
                "numbers with " + told(layout.numbers()),
                "all numbers of the table read with " + told(other.get()));
        return match.with(layout.with(other.get()));
    }

    private static boolean isShownBy(String text, NumberStyle style) {
        return text.indexOf(style.decimal()) >= 0 && style.decimal() != '.' || style.hasGrouping() && text.indexOf(style.grouping()) >= 0;
    }

    private static String told(NumberStyle style) {
        return "decimal mark '" + style.decimal() + "' and " + (style.hasGrouping() ? "thousands mark '" + style.grouping() + "'" : "no thousands mark");
    }

    /** The style that the numbers show, if it is another than the layout's and can be nothing else. */
    private static Optional<NumberStyle> style(NumberStyle declared, NumberGuess guess, List<String> numbers, boolean separatesByCommas) {
        char decimal = guess.decimal() == 0 ? declared.decimal() : guess.decimal();
        char grouping = guess.grouping() == 0 && decimal == declared.decimal() ? declared.grouping() : guess.grouping();
        boolean isOther = decimal != declared.decimal() || grouping != declared.grouping();
        boolean isDoubtful = guess.contradicts()
                || decimal == grouping
                || decimal == ',' && separatesByCommas
                // the declared decimal mark between thousands: its every number would be a thousand times larger
                || grouping == declared.decimal() && numbers.stream().noneMatch(text -> POINTS_BETWEEN_THOUSANDS.matcher(text).matches());
        return isOther && !isDoubtful
                ? Optional.of(new NumberStyle(decimal, grouping)).filter(style -> numbers.stream().allMatch(text -> isOf(text, style)))
                : Optional.empty();
    }

    private static boolean isOf(String text, NumberStyle style) {
        return new NumberText(style).read(text, 1) instanceof NumberText.Amount || text.startsWith("-");
    }

    /** Texts of the figures that are no typed numbers. */
    private static List<String> numbers(Recognition.Match match, List<Row> rows) {
        Layout layout = match.layout();
        HeaderPlan plan = new HeaderPlan(match, 0);
        Set<Integer> columns = new TreeSet<>(plan.columns(Field.VALUE));
        columns.addAll(plan.columns(Field.NET_WEIGHT));
        layout.wide().ifPresent(wide -> {
            for (int i = 0; i < match.header().size(); i++) {
                String header = Headers.normal(match.header().cell(i));
                if (wide.cells().stream().anyMatch(cells -> cells.header().matcher(header).matches())) {
                    columns.add(i);
                }
            }
        });
        List<String> numbers = new ArrayList<>();
        for (Row row : rows) {
            for (int column : columns) {
                String text = CodeText.amount(row.cell(column));
                if (!row.isNumeric(column) && NUMBER.matcher(text).matches()) {
                    numbers.add(text);
                }
            }
        }
        return numbers;
    }
}
