package dev.lodestone.ingest.internal.layout;

import dev.lodestone.model.trade.ReferencePeriod;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
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
    /** {@code 03/2024}, {@code 03.2024}, {@code 2024.03}, {@code 2024/03}, {@code 2024M03}. */
    MONTH_AND_YEAR(PeriodForm::monthAndYear),
    /** {@code 2024Q1}, {@code 2024-Q1}, {@code Q1 2024}. */
    QUARTER(PeriodForm::quarter),
    /**
     * {@code 2024年}, {@code 2024年3月}, {@code 2024년 3월}, {@code 113年3月}: years and months with their signs. A year of three digits is one of the
     * Republic of China; one of two digits only where {@code 民國} says so.
     */
    EAST_ASIAN(PeriodForm::eastAsian),
    /** {@code 31.03.2024}, {@code 1.3.2024}: a date, day first, that stands for its month; the mark is a point, so that no month comes first. */
    DAY_DATE(PeriodForm::dayDate),
    /** {@code 45352}: a spreadsheet's date, counted in days since 1899-12-30, that stands for its month. */
    SPREADSHEET_DATE(PeriodForm::spreadsheetDate),
    /** {@code 1709251200000}: the first day of a month, in milliseconds since the beginning of 1970, that stands for its month. */
    MILLISECONDS(PeriodForm::milliseconds),
    /** {@code 2023-2024}, {@code 2023-24}, {@code 2023/24}: April to March. */
    FISCAL_APRIL(text -> fiscal(text, 4)),
    /** {@code 2023-24}: July to June. */
    FISCAL_JULY(text -> fiscal(text, 7)),
    /** {@code 2023-24}: October to September. */
    FISCAL_OCTOBER(text -> fiscal(text, 10)),
    /** {@code 2024-09}, {@code 2024 through September}: January to that month. */
    TO_MONTH(PeriodForm::toMonth);

    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2})-01([T ]00:00(:00(\\.0+)?)?Z?)?");
    private static final Pattern NAME_YEAR = Pattern.compile("(\\p{L}{3,10})\\.?[ -]?(\\d{4})");
    private static final Pattern YEAR_NAME = Pattern.compile("(\\d{4})[ -]?(\\p{L}{3,10})\\.?");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})[/.](\\d{4})");
    private static final Pattern YEAR_MARK_MONTH = Pattern.compile("(\\d{4})[./M](\\d{1,2})");
    private static final Pattern FISCAL = Pattern.compile("(\\d{4}) ?[-/–] ?(\\d{2}|\\d{4})");
    private static final Pattern THROUGH = Pattern.compile("(\\d{4}) through (\\p{L}{3,9})");
    private static final Pattern YEAR_QUARTER = Pattern.compile("(\\d{4})[- ]?Q([1-4])");
    private static final Pattern QUARTER_YEAR = Pattern.compile("Q([1-4])[-/ ]?(\\d{4})");
    private static final Pattern DAY_MONTH_YEAR = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern WITH_SIGNS = Pattern.compile("(民國|民国)?(\\d{2,4}) ?[年년] ?(?:(\\d{1,2}) ?[月월]份?)?");
    private static final int BEFORE_THE_REPUBLIC = 1911;
    private static final Pattern DAYS = Pattern.compile("[1-9]\\d{4}(\\.\\d+)?");
    private static final List<List<String>> MONTHS = List.of(
            List.of("january", "januar", "janvier", "enero", "gennaio", "janeiro"),
            List.of("february", "februar", "fevrier", "febrero", "febbraio", "fevereiro"),
            List.of("march", "marz", "maerz", "mars", "marzo", "marco", "mrz"),
            List.of("april", "avril", "abril", "aprile"),
            List.of("may", "mai", "mayo", "maggio", "maio"),
            List.of("june", "juni", "juin", "junio", "giugno", "junho"),
            List.of("july", "juli", "juillet", "julio", "luglio", "julho"),
            List.of("august", "aout", "agosto"),
            List.of("september", "septembre", "septiembre", "settembre", "setembro"),
            List.of("october", "oktober", "octobre", "octubre", "ottobre", "outubro"),
            List.of("november", "novembre", "noviembre", "novembro"),
            List.of("december", "dezember", "decembre", "diciembre", "dicembre", "dezembro"));

    /** What a spreadsheet makes of {@code 2024.10}, and others of {@code 2024.01}. */
    private static final Pattern OCTOBER_OR_JANUARY = Pattern.compile("\\d{4}\\.1");

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final Pattern MILLISECONDS_SINCE_1970 = Pattern.compile("[1-9]\\d{10,12}");
    private static final long MILLISECONDS_OF_A_DAY = 86_400_000;
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
            case QUARTER -> "2024-Q1";
            case EAST_ASIAN -> "2024年3月 or 113年3月";
            case DAY_DATE -> "31.03.2024";
            case SPREADSHEET_DATE -> "45352";
            case MILLISECONDS -> "1709251200000";
            case FISCAL_APRIL, FISCAL_JULY, FISCAL_OCTOBER -> "2023-2024";
            case TO_MONTH -> "2024-09";
        };
    }

    /**
     * Number of a month by its name in English, German, French, Spanish, Italian or Portuguese, or by three letters or more of its
     * beginning; 0 if it is none, or if its beginning stands for two months.
     */
    public static int month(String text) {
        String name = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        int found = 0;
        for (int month = 1; month <= MONTHS.size(); month++) {
            if (name.length() >= 3 && MONTHS.get(month - 1).stream().anyMatch(each -> each.startsWith(name))) {
                if (found > 0) {
                    return 0;
                }
                found = month;
            }
        }
        return found;
    }

    /** The twelve months from a month of the year on, if the second year is the next one. */
    private static Optional<ReferencePeriod> fiscal(String text, int begin) {
        Matcher matcher = FISCAL.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(matcher.group(1));
        String next = Integer.toString(first + 1);
        return next.endsWith(matcher.group(2)) ? month(first, begin).map(month -> new ReferencePeriod(month.start(), 12)) : Optional.empty();
    }

    private static Optional<ReferencePeriod> quarter(String text) {
        Matcher matcher = YEAR_QUARTER.matcher(text);
        if (matcher.matches()) {
            return quarter(matcher.group(1), matcher.group(2));
        }
        Matcher turned = QUARTER_YEAR.matcher(text);
        return turned.matches() ? quarter(turned.group(2), turned.group(1)) : Optional.empty();
    }

    private static Optional<ReferencePeriod> quarter(String year, String quarter) {
        return month(Integer.parseInt(year), Integer.parseInt(quarter) * 3 - 2).map(first -> new ReferencePeriod(first.start(), 3));
    }

    private static Optional<ReferencePeriod> eastAsian(String text) {
        Matcher matcher = WITH_SIGNS.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int digits = matcher.group(2).length();
        boolean ofTheRepublic = matcher.group(1) != null || digits == 3 && text.indexOf('年') > 0;
        if (ofTheRepublic == (digits == 4)) { // 民國2024年 is none, and 24年 may be one of any era
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(2)) + (ofTheRepublic ? BEFORE_THE_REPUBLIC : 0);
        return matcher.group(3) == null ? ReferencePeriod.parse(Integer.toString(year)) : month(year, Integer.parseInt(matcher.group(3)));
    }

    private static Optional<ReferencePeriod> dayDate(String text) {
        Matcher matcher = DAY_MONTH_YEAR.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int day = Integer.parseInt(matcher.group(1));
        return month(Integer.parseInt(matcher.group(3)), Integer.parseInt(matcher.group(2)))
                .filter(month -> day >= 1 && day <= month.start().lengthOfMonth());
    }

    private static Optional<ReferencePeriod> spreadsheetDate(String text) {
        if (!DAYS.matcher(text).matches()) {
            return Optional.empty();
        }
        LocalDate date = DAY_ZERO.plusDays((long) Double.parseDouble(text));
        return month(date.getYear(), date.getMonthValue());
    }

    private static Optional<ReferencePeriod> milliseconds(String text) {
        if (!MILLISECONDS_SINCE_1970.matcher(text).matches() || Long.parseLong(text) % MILLISECONDS_OF_A_DAY != 0) {
            return Optional.empty();
        }
        LocalDate date = LocalDate.ofEpochDay(Long.parseLong(text) / MILLISECONDS_OF_A_DAY);
        return date.getDayOfMonth() == 1 ? month(date.getYear(), date.getMonthValue()) : Optional.empty();
    }

    /** Whether a spreadsheet's date is the first day of its month. */
    public static boolean isFirstDay(String days) {
        return DAYS.matcher(days).matches() && DAY_ZERO.plusDays((long) Double.parseDouble(days)).getDayOfMonth() == 1;
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
        if (OCTOBER_OR_JANUARY.matcher(text).matches()) {
            return Optional.empty();
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
