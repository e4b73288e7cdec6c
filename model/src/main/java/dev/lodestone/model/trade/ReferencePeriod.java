package dev.lodestone.model.trade;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The months that a figure covers.
 *
 * <p>Text form, read by {@link #parse} and printed by {@link #toString}: {@code 2024} (calendar year), {@code 2024-03} (month),
 * {@code 2024-01/2024-04} (any run of months: part of a year, a fiscal year). A longer run than two years is never read, for no publisher
 * tells one: it is made of years.
 *
 * @param start first month
 * @param months number of months, 1 to 1200
 */
public record ReferencePeriod(YearMonth start, int months) implements Comparable<ReferencePeriod> {

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])");
    private static final Pattern RANGE = Pattern.compile("(\\d{4}-(?:0[1-9]|1[0-2]))/(\\d{4}-(?:0[1-9]|1[0-2]))");

    private static final int MOST = 1200;
    private static final int MOST_READ = 24;

    public ReferencePeriod {
        if (months < 1 || months > MOST) {
            throw new IllegalArgumentException("a reference period has 1 to " + MOST + " months: " + months);
        }
        if (start.getYear() < 1900 || start.getYear() > 2199) {
            throw new IllegalArgumentException("a reference period begins between 1900 and 2199: " + start);
        }
    }

    public static ReferencePeriod ofYear(int year) {
        return new ReferencePeriod(YearMonth.of(year, 1), 12);
    }

    /** Calendar years, both included. */
    public static ReferencePeriod ofYears(int first, int last) {
        return new ReferencePeriod(YearMonth.of(first, 1), 12 * (last - first + 1));
    }

    public static ReferencePeriod ofMonth(int year, int month) {
        return new ReferencePeriod(YearMonth.of(year, month), 1);
    }

    public static Optional<ReferencePeriod> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (YEAR.matcher(text).matches()) {
            int year = Integer.parseInt(text);
            return year < 1900 || year > 2199 ? Optional.empty() : Optional.of(ofYear(year));
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            int year = Integer.parseInt(month.group(1));
            return year < 1900 || year > 2199 ? Optional.empty() : Optional.of(ofMonth(year, Integer.parseInt(month.group(2))));
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            YearMonth from = YearMonth.parse(range.group(1));
            YearMonth to = YearMonth.parse(range.group(2));
            int months = (to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue() + 1;
            if (months >= 1 && months <= MOST_READ && from.getYear() >= 1900 && from.getYear() <= 2199) {
                return Optional.of(new ReferencePeriod(from, months));
            }
        }
        return Optional.empty();
    }

    public boolean isCalendarYear() {
        return months == 12 && start.getMonthValue() == 1;
    }

    public boolean isMonth() {
        return months == 1;
    }

    /** Whether it is January to March, or another of the year's quarters. */
    public boolean isCalendarQuarter() {
        return months == 3 && start.getMonthValue() % 3 == 1;
    }

    /** Year of the first month. */
    public int year() {
        return start.getYear();
    }

    public YearMonth end() {
        return start.plusMonths(months - 1L);
    }

    /** Whether all of it lies behind: on the day itself with which it ends as well. */
    public boolean isOver(LocalDate day) {
        return !end().atEndOfMonth().isAfter(day);
    }

    // Written out: a key of every map, and the code that the JVM makes for records is slow until it is compiled with all its effort.
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof ReferencePeriod that && months == that.months && start.equals(that.start);
    }

    @Override
    public int hashCode() {
        return 31 * start.hashCode() + months;
    }

    @Override
    public int compareTo(ReferencePeriod other) {
        int byStart = start.compareTo(other.start);
        return byStart != 0 ? byStart : Integer.compare(months, other.months);
    }

    @Override
    public String toString() {
        if (isCalendarYear()) {
            return Integer.toString(start.getYear());
        }
        return isMonth() ? start.toString() : start + "/" + end();
    }
}
