package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.ingest.internal.layout.Field;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.layout.PeriodForm;
import dev.lodestone.ingest.internal.table.Row;
import dev.lodestone.ingest.internal.table.RowSource;
import dev.lodestone.model.trade.ReferencePeriod;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table whose periods became dates, as spreadsheets and software for data make of them: {@code 2024-03-01}, in a worksheet 45352, in JSON 1709251200000. They are
 * read as months where the table's dates together can be nothing else: first days of months of which two or more are not three months
 * apart. The first of January alone may be a month or a year, and every third month a quarter: such rows are set aside.
 */
final class DatePeriods {

    /** Days of the years 1954 to 2119, which no year and no month is written like. */
    private static final Pattern DAYS = Pattern.compile("[2-7]\\d{4}(\\.0+)?");

    /** More months than two centuries have. */
    private static final int MOST_TEXTS = 2_400;

    private static final int QUARTER = 3;

    /** Opens the table's rows from their beginning. */
    @FunctionalInterface
    interface Opening {
        RowSource open() throws IOException;
    }

    private DatePeriods() {}

    /**
     * The match with months for the table's dates, which is told; the match as it is where there are none, or where they may be something else.
     *
     * @param first first rows of the table, the header among them
     * @param all opens all of them; asked only where the first period is a date
     */
    static Recognition.Match settle(Recognition.Match match, List<Row> first, Opening all, TableAccount account) throws IOException {
        Layout layout = match.layout();
        if (!layout.notTrade().isEmpty() || !layout.positions().isEmpty() || first.size() <= match.headerAt() + 1) {
            return match;
        }
        int column = new HeaderPlan(match, 0).column(Field.PERIOD);
        if (column < 0) {
            return match;
        }
        Optional<String> shown = first.subList(match.headerAt() + 1, first.size()).stream()
                .filter(row -> !CodeText.of(row.cell(column)).isEmpty())
                .findFirst()
                .filter(row -> month(row, column).isPresent())
                .map(row -> CodeText.of(row.cell(column)))
                .filter(text -> layout.periods().stream().noneMatch(form -> form.parse(text).isPresent()));
        if (shown.isEmpty() || !areMonths(match, column, all)) {
            return match;
        }
        account.issue(
                IssueCode.DATES_AS_MONTHS,
                shown.get(),
                "periods such as " + layout.periods().stream().map(PeriodForm::example).distinct().collect(Collectors.joining(" or ")),
                "dates read as the months that they begin");
        List<PeriodForm> forms = Stream.concat(layout.periods().stream(), Stream.of(PeriodForm.MONTH_DATE, PeriodForm.SPREADSHEET_DATE, PeriodForm.MILLISECONDS)).distinct().toList();
        return match.with(layout.withPeriods(forms));
    }

    /** Whether the table's dates, all of them, show that they are months. */
    private static boolean areMonths(Recognition.Match match, int column, Opening all) throws IOException {
        Map<String, Optional<ReferencePeriod>> months = new HashMap<>();
        Set<Integer> places = new HashSet<>();
        Set<Integer> numbers = new HashSet<>();
        try (RowSource rows = all.open()) {
            for (int at = 0; rows.advance() && months.size() < MOST_TEXTS; at++) {
                Row row = rows.row();
                String text = CodeText.of(row.cell(column));
                if (at <= match.headerAt() || text.isEmpty() || row.size() <= column || row.defect().isPresent()) {
                    continue;
                }
                if (!months.containsKey(text)) {
                    months.put(text, month(row, column));
                }
                Optional<ReferencePeriod> month = months.get(text);
                month.ifPresent(each -> {
                    numbers.add(each.start().getMonthValue());
                    places.add(each.start().getMonthValue() % QUARTER);
                });
                if (month.isEmpty() && Character.isDigit(text.charAt(0))) {
                    return false; // another day, or no date: what the dates are is not plain
                }
            }
        }
        return numbers.size() > 1 && places.size() > 1;
    }

    /** The month that a date begins. */
    private static Optional<ReferencePeriod> month(Row row, int column) {
        String text = CodeText.of(row.cell(column));
        if (row.isNumeric(column) && DAYS.matcher(text).matches()) {
            return PeriodForm.SPREADSHEET_DATE.parse(text).filter(month -> PeriodForm.isFirstDay(text));
        }
        return PeriodForm.MONTH_DATE.parse(text).or(() -> PeriodForm.MILLISECONDS.parse(text));
    }
}
