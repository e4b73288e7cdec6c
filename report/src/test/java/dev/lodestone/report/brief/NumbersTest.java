package dev.lodestone.report.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.report.PageRenderer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0.7444, 74%", "0.7446, 74.5%", "0.74499, 74.5%", "0.745, 75%", "0.8251, 83%", "0.0046, <1%", "0.0049, <1%", "0.005, 1%", "0.0146, 1.5%", "0.9996, 100%", "0, 0%", "0.65, 65%"
    })
    void aWholePercentageIsThatOfItsTenthsOrKeepsThem(double share, String told) {
        Locale english = Locale.of("en");
        Numbers numbers = new Numbers(english, Phrases.of(LanguageTexts.of(english, PageRenderer.withDefaults()), Dictionary.empty(english)));

        assertThat(numbers.roundPercent(share)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00", "1, <0.01", "4999, <0.01", "5000, 0.01", "994999, 0.99", "12340000, 12.3"})
    void anAmountFarBelowAMillionIsNotToldAsNothing(double amount, String told) {
        assertThat(english().millions(amount)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0", "4, <0.01", "12, 0.01", "49, 0.05", "50, 0.1", "12345, 12"})
    void aFewKilogramsAreNotToldAsNoTonnes(double kilograms, String told) {
        assertThat(english().tonnes(kilograms)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0", "0.004, <0.01", "0.012, 0.01", "0.049, 0.05", "0.05, 0.1", "99.94, 99.9", "123.4, 123"})
    void aUnitValueOfLessThanACentIsNotToldAsNothing(double dollars, String told) {
        assertThat(english().unitValue(dollars)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "8000000, 9360000, 8.0, 9.4, MILLION", "8040000, 9400000, 8.0, 9.4, MILLION", "88430000, 94750000, 88, 95, MILLION",
        "812000000, 934000000, 810, 940, MILLION", "800000, 9360000, 0.8, 9.4, MILLION", "300, 9300, 0.3, 9.3, THOUSAND", "3, 9.31, 3.0, 9.4, ONE",
        "9700000, 9960000, 9.7, 10.0, MILLION"
    })
    void bothEndsOfASpanOfMoneyHaveTheDigitsOfTheUpperOneAndLieOutwards(double low, double high, String least, String most, Numbers.Scale scale) {
        assertThat(english().moneySpan(low, high)).hasValueSatisfying(span -> {
            assertThat(span.least()).isEqualTo(least);
            assertThat(span.most()).isEqualTo(most);
            assertThat(span.scale()).isEqualTo(scale);
            assertThat(span.fromNothing()).isFalse();
        });
    }

    @Test
    void aSpanOfMoneyThatBeginsFarBelowItsDigitsBeginsAtNothingAndOneOfLessThanOneIsNone() {
        assertThat(english().moneySpan(30_000, 9_360_000)).hasValueSatisfying(span -> {
            assertThat(span.fromNothing()).isTrue();
            assertThat(span.upper()).isCloseTo(9_400_000, within(1e-6));
        });
        assertThat(english().moneySpan(0, 0.5)).isEmpty();
    }

    private static Numbers english() {
        Locale english = Locale.of("en");
        return new Numbers(english, Phrases.of(LanguageTexts.of(english, PageRenderer.withDefaults()), Dictionary.empty(english)));
    }
}
