package dev.lodestone.model.assess;

import dev.lodestone.model.register.ExchangeRate;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.ReferencePeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** US dollars per unit of a currency, from the register of yearly rates. Only declared rates and their quotients; nothing is guessed. */
final class Rates {

    /** A rate below begins with zeros, as that of the yen. */
    private static final double SMALL = 0.1;

    private static final String DOLLAR = "USD";

    private record Key(String currency, String per, int year) {}

    private final Map<Key, ExchangeRate> byKey = new HashMap<>();

    Rates(List<ExchangeRate> rates) {
        for (ExchangeRate r : rates) {
            if (r.period().isCalendarYear()) {
                byKey.put(new Key(r.currency(), r.per(), r.period().year()), r);
            }
        }
    }

    /** Dollars per unit; absent without a rate for the period's first year. */
    OptionalDouble usdPer(String currency, ReferencePeriod period) {
        int year = period.year();
        if (currency.equals(DOLLAR)) {
            return OptionalDouble.of(1);
        }
        ExchangeRate direct = byKey.get(new Key(DOLLAR, currency, year));
        if (direct != null) {
            return OptionalDouble.of(direct.rate());
        }
        ExchangeRate inverse = byKey.get(new Key(currency, DOLLAR, year));
        if (inverse != null) {
            return OptionalDouble.of(1 / inverse.rate());
        }
        ExchangeRate dollarPerEuro = byKey.get(new Key(DOLLAR, "EUR", year));
        ExchangeRate currencyPerEuro = byKey.get(new Key(currency, "EUR", year));
        if (dollarPerEuro != null && currencyPerEuro != null) {
            return OptionalDouble.of(dollarPerEuro.rate() / currencyPerEuro.rate());
        }
        return OptionalDouble.empty();
    }

    /** The rate with its source; says nothing for dollars or without a rate. */
    Statement note(String currency, ReferencePeriod period) {
        OptionalDouble rate = usdPer(currency, period);
        if (currency.equals(DOLLAR) || rate.isEmpty()) {
            return Statement.NONE;
        }
        ExchangeRate direct = byKey.get(new Key(DOLLAR, currency, period.year()));
        ExchangeRate source = direct != null ? direct : byKey.get(new Key(currency, DOLLAR, period.year()));
        Term from = source == null
                ? Statement.of("reason.cross-rate")
                : Term.name("exchange-rates", source.source(), "source", source.source());
        return Statement.of(
                "reason.rate", Term.words(currency), Term.figure(rate.getAsDouble(), decimals(rate.getAsDouble())), Term.year(period.year()), from);
    }

    /** As many decimals as the rate has, so that whoever converts anew comes to the same amount; of a mean that does not end, six digits. */
    private static int decimals(double rate) {
        int most = rate < SMALL ? 9 : 6;
        return Math.max(2, BigDecimal.valueOf(rate).setScale(most, RoundingMode.HALF_UP).stripTrailingZeros().scale());
    }
}
