package dev.lodestone.model.text;

import dev.lodestone.model.trade.ReferencePeriod;
import java.time.LocalDate;
import java.util.Locale;

/** Numbers and dates as in data files: a point, a comma between thousands, ISO 8601. */
final class PlainVoice implements Voice {

    private static final long GROUPED_FROM = 10_000;

    @Override
    public String count(long number) {
        return number < GROUPED_FROM ? Long.toString(number) : String.format(Locale.ROOT, "%,d", number);
    }

    @Override
    public String figure(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    @Override
    public String signed(double value, int decimals) {
        return String.format(Locale.ROOT, "%+." + decimals + "f", value);
    }

    @Override
    public String day(LocalDate date) {
        return date.toString();
    }

    @Override
    public String span(ReferencePeriod period) {
        return period.toString();
    }

    @Override
    public String name(Term.Name name, String form) {
        return name.text();
    }
}
