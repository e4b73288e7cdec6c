package dev.lodestone.ingest.internal.layout;

import dev.lodestone.model.trade.ReferencePeriod;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way to write a period. */
public enum PeriodForm {
    /** {@code 2024}, {@code 2024-03}, {@code 2024-01/2024-04}. */
    ISO(ReferencePeriod::parse),
    /** {@code 2024}. */
    YEAR(text -> text.length() == 4 ? ReferencePeriod.parse(text) : Optional.empty()),
    /** {@code 202403}. */
    YEAR_MONTH(PeriodForm::yearMonth),
    /** {@code 202452}: Eurostat's whole year. */
    YEAR_52(text -> text.length() == 6 && text.endsWith("52") ? ReferencePeriod.parse(text.substring(0, 4)) : Optional.empty()),
    /** {@code 2024-03-01} or {@code 2024-03-01T00:00:00.000}: a date that stands for its month. */
    MONTH_DATE(PeriodForm::monthDate),
    /** {@code Mar 2024}, {@code March-2024}, {@code 2024 March}, {@code Mar-24} not: a year has four digits. */
    MONTH_NAME(PeriodForm::monthName),
    /** {@code 03/2024}, {@code 2024.03}, {@code 2024/03}. */
    MONTH_AND_YEAR(PeriodForm::monthAndYear),
    /** {@code 2023-2024}, {@code 2023-24}: April to March. */
    FISCAL_APRIL(PeriodForm::fiscalApril),
    /** {@code 2024-09}, {@code 2024 through September}: January to that month. */
    TO_MONTH(PeriodForm::toMonth);

    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2})-01(T00:00:00(\\.0+)?Z?)?");
    private static final Pattern NAME_YEAR = Pattern.compile("(\\p{L}{3,9})\\.?[ -]?(\\d{4})");
    private static final Pattern YEAR_NAME = Pattern.compile("(\\d{4})[ -]?(\\p{L}{3,9})\\.?");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})/(\\d{4})");
    private static final Pattern YEAR_MARK_MONTH = Pattern.compile("(\\d{4})[./](\\d{1,2})");
    private static final Pattern FISCAL = Pattern.compile("(\\d{4}) ?[-/–] ?(\\d{2}|\\d{4})");
    private static final Pattern THROUGH = Pattern.compile("(\\d{4}) through (\\p{L}{3,9})");
    private static final Pattern SIX_DIGITS = Pattern.compile("(\\d{4})(\\d{2})");

    private final Function<String, Optional<ReferencePeriod>> reading;

    PeriodForm(Function<String, Optional<ReferencePeriod>> reading) {
        this.reading = reading;
    }

    public Optional<ReferencePeriod> parse(String text) {
        return reading.apply(text);
    }

    /** The form in words, for messages. */
    public String example() {
        return switch (this) {
            case ISO -> "2024 or 2024-03";
            case YEAR -> "2024";
            case YEAR_MONTH -> "202403";
            case YEAR_52 -> "202452";
            case MONTH_DATE -> "2024-03-01";
            case MONTH_NAME -> "Mar 2024";
            case MONTH_AND_YEAR -> "03/2024";
            case FISCAL_APRIL -> "2023-2024";
            case TO_MONTH -> "2024-09";
        };
    }

    /** Number of a month by its English name or the first three letters of it; 0 if it is none. */
    public static int month(String text) {
        String name = text.toUpperCase(Locale.ROOT);
        for (Month month : Month.values()) {
            if (name.length() >= 3 && month.name().startsWith(name)) {
                return month.getValue();
            }
        }
        return 0;
    }

    /** The months from April of the year to March of the next, if the second year is the next one. */
    private static Optional<ReferencePeriod> fiscalApril(String text) {
        Matcher matcher = FISCAL.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(matcher.group(1));
        String next = Integer.toString(first + 1);
        return next.endsWith(matcher.group(2)) ? month(first, 4).map(april -> new ReferencePeriod(april.start(), 12)) : Optional.empty();
    }

    private static Optional<ReferencePeriod> toMonth(String text) {
        Matcher matcher = THROUGH.matcher(text);
        Optional<ReferencePeriod> month = matcher.matches()
                ? month(Integer.parseInt(matcher.group(1)), month(matcher.group(2)))
                : ReferencePeriod.parse(text).filter(ReferencePeriod::isMonth);
        return month.map(last -> new ReferencePeriod(YearMonth.of(last.year(), 1), last.start().getMonthValue()));
    }

    private static Optional<ReferencePeriod> monthDate(String text) {
        Matcher matcher = DATE.matcher(text);
        return matcher.matches() ? ReferencePeriod.parse(matcher.group(1)) : Optional.empty();
    }

    private static Optional<ReferencePeriod> monthName(String text) {
        Matcher matcher = NAME_YEAR.matcher(text);
        if (matcher.matches()) {
            return month(Integer.parseInt(matcher.group(2)), month(matcher.group(1)));
        }
        Matcher turned = YEAR_NAME.matcher(text);
        return turned.matches() ? month(Integer.parseInt(turned.group(1)), month(turned.group(2))) : Optional.empty();
    }

    private static Optional<ReferencePeriod> monthAndYear(String text) {
        Matcher matcher = MONTH_YEAR.matcher(text);
        if (matcher.matches()) {
            return month(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(1)));
        }
        Matcher turned = YEAR_MARK_MONTH.matcher(text);
        return turned.matches() ? month(Integer.parseInt(turned.group(1)), Integer.parseInt(turned.group(2))) : Optional.empty();
    }

    private static Optional<ReferencePeriod> month(int year, int month) {
        return month < 1 || month > 12 || year < 1900 || year > 2199 ? Optional.empty() : Optional.of(ReferencePeriod.ofMonth(year, month));
    }

    private static Optional<ReferencePeriod> yearMonth(String text) {
        Matcher matcher = SIX_DIGITS.matcher(text);
        return matcher.matches() ? ReferencePeriod.parse(matcher.group(1) + "-" + matcher.group(2)) : Optional.empty();
    }
}
