package dev.lodestone.model.text;

import dev.lodestone.model.trade.ReferencePeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;

/** Numbers and dates as in data files: a point, a comma between thousands, ISO 8601. */
final class PlainVoice implements Voice {

    private static final long GROUPED_FROM = 10_000;

    @Override
    public String count(long number) {
        return number < GROUPED_FROM ? Long.toString(number) : String.format(Locale.ROOT, "%,d", number);
    }

    /** As the format {@code %,.nf} gives it, rounded half up, at a fifth of its cost: hundreds of thousands of reasons hold a figure. */
    @Override
    public String figure(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return String.format(Locale.ROOT, "%,." + decimals + "f", value);
        }
        String plain = BigDecimal.valueOf(Math.abs(value)).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
        boolean negative = Math.copySign(1, value) < 0;
        int whole = decimals == 0 ? plain.length() : plain.length() - decimals - 1;
        if (whole <= 3) {
            return negative ? "-" + plain : plain;
        }
        StringBuilder grouped = new StringBuilder(plain).insert(0, negative ? "-" : "");
        for (int at = whole - 3; at > 0; at -= 3) {
            grouped.insert(negative ? at + 1 : at, ',');
        }
        return grouped.toString();
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
