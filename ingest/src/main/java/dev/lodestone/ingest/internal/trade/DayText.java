package dev.lodestone.ingest.internal.trade;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as publishers write it beside a table. A day in digits alone, month or day first, is not read: it can be two. */
final class DayText {

    private static final Pattern ISO = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})([T ].*)?");
    private static final Pattern ENGLISH = Pattern.compile("(\\p{L}{3,9} \\d{1,2}, \\d{4})(,? .*)?");
    private static final Pattern SPREADSHEET = Pattern.compile("([1-9]\\d{4})(\\.\\d+)?");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final DateTimeFormatter MONTH_DAY_YEAR =
            new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern("[MMMM][MMM] d, yyyy").toFormatter(Locale.ENGLISH);

    private DayText() {}

    static Optional<LocalDate> parse(String text) {
        String stripped = text.strip();
        Matcher spreadsheet = SPREADSHEET.matcher(stripped);
        if (spreadsheet.matches()) {
            return Optional.of(DAY_ZERO.plusDays(Long.parseLong(spreadsheet.group(1))));
        }
        Matcher iso = ISO.matcher(stripped);
        Matcher english = ENGLISH.matcher(stripped);
        try {
            if (iso.matches()) {
                return Optional.of(LocalDate.parse(iso.group(1)));
            }
            return english.matches() ? Optional.of(LocalDate.parse(english.group(1), MONTH_DAY_YEAR)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
