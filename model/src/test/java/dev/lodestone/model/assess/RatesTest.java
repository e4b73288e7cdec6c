package dev.lodestone.model.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.register.ExchangeRate;
import dev.lodestone.model.trade.ReferencePeriod;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dollars for a unit of a currency: told as such, as its inverse, or across the euro. */
class RatesTest {

    private static final ReferencePeriod YEAR = ReferencePeriod.ofYear(2024);
    private static final Rates RATES = new Rates(List.of(
            rate("USD", "EUR", 2024, 1.0824), rate("USD", "EUR", 2023, 1.0813), rate("JPY", "USD", 2024, 160), rate("GBP", "EUR", 2024, 0.8466),
            rate("KRW", "USD", 2024, 1363.4), rate("KRW", "EUR", 2024, 1)));

    private static ExchangeRate rate(String currency, String per, int year, double rate) {
        return new ExchangeRate(currency, per, ReferencePeriod.ofYear(year), rate, "central bank");
    }

    @Test
    void aRateIsTakenAsToldInvertedOrAcrossTheEuro() {
        assertThat(RATES.usdPer("USD", YEAR)).hasValue(1);
        assertThat(RATES.usdPer("EUR", YEAR)).hasValue(1.0824);
        assertThat(RATES.usdPer("JPY", YEAR)).hasValue(1 / 160.0);
        assertThat(RATES.usdPer("GBP", YEAR).orElseThrow()).as("1.0824 dollars for 0.8466 pounds").isCloseTo(1.278526, within(1e-6));
        assertThat(RATES.usdPer("KRW", YEAR)).as("the inverse goes before the euro").hasValue(1 / 1363.4);
    }

    @Test
    void ofAYearOrACurrencyWithoutARateThereIsNone() {
        assertThat(RATES.usdPer("JPY", ReferencePeriod.ofYear(2023))).isEmpty();
        assertThat(RATES.usdPer("GBP", ReferencePeriod.ofYear(2023))).as("the euro alone does not lead there").isEmpty();
        assertThat(RATES.usdPer("MXN", YEAR)).isEmpty();
        assertThat(RATES.note("MXN", YEAR).isEmpty()).isTrue();
        assertThat(RATES.note("USD", YEAR).isEmpty()).isTrue();
    }

    @Test
    void theRateIsPrintedWithAllItsDigitsAndOneThatDoesNotEndWithSix() {
        assertThat(RATES.note("EUR", YEAR).english()).contains("1.0824");
        assertThat(RATES.note("GBP", YEAR).english()).contains("1.278526");
        assertThat(RATES.note("JPY", YEAR).english()).contains("0.00625");
        assertThat(RATES.note("KRW", YEAR).english()).as("1/1363.4").contains("0.000733");
    }

    @Test
    void theNoteNamesTheSourceOfTheRateThatWasTaken() {
        assertThat(RATES.note("EUR", YEAR).english()).isEqualTo("1 EUR = 1.0824 USD in 2024 (central bank)");
        assertThat(RATES.note("JPY", YEAR).english()).isEqualTo("1 JPY = 0.00625 USD in 2024 (central bank)");
        assertThat(RATES.note("GBP", YEAR).english()).endsWith("(cross rate over the euro, means of ECB reference rates)");
    }
}
