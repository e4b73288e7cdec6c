package dev.lodestone.ingest.internal.layout;

import dev.lodestone.model.trade.ReferencePeriod;
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
    YEAR_52(text -> text.length() == 6 && text.endsWith("52") ? ReferencePeriod.parse(text.substring(0, 4)) : Optional.empty());

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
        };
    }

    private static Optional<ReferencePeriod> yearMonth(String text) {
        Matcher matcher = SIX_DIGITS.matcher(text);
        return matcher.matches() ? ReferencePeriod.parse(matcher.group(1) + "-" + matcher.group(2)) : Optional.empty();
    }
}
