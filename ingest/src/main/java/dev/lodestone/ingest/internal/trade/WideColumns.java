package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.layout.WideRule;
import dev.lodestone.ingest.internal.table.Row;
import dev.lodestone.model.trade.ReferencePeriod;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/** The columns of a wide table that hold figures, with the period of each. */
final class WideColumns {

    /**
     * A column of figures.
     *
     * @param column column number
     * @param period months covered
     * @param measure what it holds; empty when the row says it
     * @param annual whether it stands for a whole year
     */
    record Column(int column, ReferencePeriod period, Optional<WideRule.Measure> measure, boolean annual) {}

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private final List<Column> columns = new ArrayList<>();
    private final Optional<int[]> titleMonths;

    WideColumns(WideRule rule, Row header, TableTexts texts) {
        this.titleMonths = rule.months().flatMap(pattern -> texts.title().stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(found -> new int[] {month(found.group(1)), month(found.group(2))})
                .filter(months -> months[0] >= 1 && months[1] >= months[0])
                .findFirst());
        for (int i = 0; i < header.size(); i++) {
            int column = i;
            String text = Headers.normal(header.cell(i));
            rule.cells().stream()
                    .filter(cells -> cells.header().matcher(text).matches())
                    .findFirst()
                    .ifPresent(cells -> column(column, text, cells).ifPresent(columns::add));
        }
    }

    List<Column> columns() {
        return columns;
    }

    /** Months of the year that the title speaks of, if it speaks of a part of the year. */
    Optional<int[]> titleMonths() {
        return titleMonths;
    }

    ReferencePeriod titlePeriod(int year) {
        int[] months = titleMonths.orElseThrow();
        return new ReferencePeriod(YearMonth.of(year, months[0]), months[1] - months[0] + 1);
    }

    private Optional<Column> column(int column, String text, WideRule.Cells cells) {
        Matcher matcher = cells.header().matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<ReferencePeriod> year = ReferencePeriod.parse(matcher.group("year"));
        if (year.isEmpty()) {
            return Optional.empty();
        }
        if (cells.span() == WideRule.Span.TITLE_MONTHS) {
            return titleMonths.map(months -> new Column(column, titlePeriod(year.get().year()), cells.measure(), false));
        }
        if (!cells.header().namedGroups().containsKey("month") || matcher.group("month") == null) {
            return Optional.of(new Column(column, year.get(), cells.measure(), true));
        }
        int month = month(matcher.group("month"));
        return month == 0
                ? Optional.empty()
                : Optional.of(new Column(column, ReferencePeriod.ofMonth(year.get().year(), month), cells.measure(), false));
    }

    /** Number of a month given as number or English name; 0 if it is neither. */
    private static int month(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        if (name.length() >= 3 && MONTHS.contains(name.substring(0, 3))) {
            return MONTHS.indexOf(name.substring(0, 3)) + 1;
        }
        return name.matches("0?[1-9]|1[0-2]") ? Integer.parseInt(name) : 0;
    }
}
