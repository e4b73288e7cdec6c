package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.layout.PeriodForm;
import dev.lodestone.ingest.internal.layout.WideRule;
import dev.lodestone.ingest.internal.table.Row;
import dev.lodestone.model.trade.ReferencePeriod;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** The columns of a wide table that hold figures, with the period of each. */
final class WideColumns {

    /**
     * A column of figures.
     *
     * @param column column number
     * @param period months covered; where the header names no year, those months of some year
     * @param measure what it holds; empty when the row says it
     * @param annual whether it stands for a whole year
     * @param soFar whether it stands for the months of the year that are there
     * @param namesYear whether the header names the year
     */
    record Column(
            int column, ReferencePeriod period, Optional<WideRule.Measure> measure, boolean annual, boolean soFar, boolean namesYear) {

        boolean isFigure() {
            return measure.isEmpty() || measure.get() == WideRule.Measure.VALUE || measure.get() == WideRule.Measure.NET_WEIGHT;
        }

        /** Whether both hold the same of the same period. */
        boolean isOfSame(Column other) {
            return period.equals(other.period) && measure.equals(other.measure) && annual == other.annual && soFar == other.soFar && namesYear == other.namesYear;
        }

        boolean isWeight() {
            return measure.equals(Optional.of(WideRule.Measure.NET_WEIGHT));
        }

        /** The period in a row of that year. */
        ReferencePeriod periodIn(Optional<Integer> rowYear) {
            return namesYear || rowYear.isEmpty()
                    ? period
                    : new ReferencePeriod(YearMonth.of(rowYear.get(), period.start().getMonth()), period.months());
        }
    }

    /** Stands for the year where the header does not name it. */
    private static final int SOME_YEAR = 2000;

    private final List<Column> columns = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
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
                    .ifPresent(cells -> column(column, text, cells).ifPresentOrElse(columns::add, () -> {
                        if (isUnread(text, cells)) {
                            unread.add(text);
                        }
                    }));
        }
    }

    /** Whether the header should name a month and names none that is known. */
    private static boolean isUnread(String text, WideRule.Cells cells) {
        Matcher matcher = cells.header().matcher(text);
        return matcher.matches() && cells.measure().filter(each -> each == WideRule.Measure.NOT_READ).isEmpty()
                && cells.header().namedGroups().containsKey("month") && matcher.group("month") != null && month(matcher.group("month")) == 0;
    }

    List<Column> columns() {
        return columns;
    }

    /** Headers that look like those of months and name none that is known. */
    List<String> unread() {
        return unread;
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
        boolean namesYear = cells.namesYear();
        Optional<ReferencePeriod> year =
                namesYear ? ReferencePeriod.parse(matcher.group("year")) : Optional.of(ReferencePeriod.ofYear(SOME_YEAR));
        if (year.isEmpty()) {
            return Optional.empty();
        }
        if (cells.span() == WideRule.Span.TITLE_MONTHS) {
            return titleMonths.map(
                    months -> new Column(column, titlePeriod(year.get().year()), cells.measure(), false, false, namesYear));
        }
        if (cells.span() == WideRule.Span.FISCAL_APRIL) {
            int months = fiscalMonths(cells, matcher);
            return months == 0
                    ? Optional.empty()
                    : Optional.of(new Column(
                            column, new ReferencePeriod(YearMonth.of(year.get().year(), 4), months), cells.measure(), false, false, namesYear));
        }
        if (cells.header().namedGroups().containsKey("quarter")) {
            if (!matcher.group("quarter").matches("[1-4]")) {
                return Optional.empty();
            }
            YearMonth first = YearMonth.of(year.get().year(), 3 * Integer.parseInt(matcher.group("quarter")) - 2);
            return Optional.of(new Column(column, new ReferencePeriod(first, 3), cells.measure(), false, false, namesYear));
        }
        if (!cells.header().namedGroups().containsKey("month") || matcher.group("month") == null) {
            boolean soFar = cells.span() == WideRule.Span.MONTHS_SO_FAR;
            return Optional.of(new Column(column, year.get(), cells.measure(), !soFar, soFar, namesYear));
        }
        int month = month(matcher.group("month"));
        return month == 0
                ? Optional.empty()
                : Optional.of(new Column(
                        column, ReferencePeriod.ofMonth(year.get().year(), month), cells.measure(), false, false, namesYear));
    }

    /** Months of a fiscal year from April to the month that the header names, all twelve if it names none; 0 if nobody knows the month. */
    private static int fiscalMonths(WideRule.Cells cells, Matcher matcher) {
        if (!cells.header().namedGroups().containsKey("month") || matcher.group("month") == null) {
            return 12;
        }
        int last = month(matcher.group("month"));
        return last == 0 ? 0 : (last + 8) % 12 + 1;
    }

    /** Number of a month given as number or English name; 0 if it is neither. */
    private static int month(String text) {
        int named = PeriodForm.month(text);
        return named > 0 || !text.matches("0?[1-9]|1[0-2]") ? named : Integer.parseInt(text);
    }
}
