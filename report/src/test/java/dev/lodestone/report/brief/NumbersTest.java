package dev.lodestone.report.brief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.report.PageRenderer;
import java.util.Locale;
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

    private static Numbers english() {
        Locale english = Locale.of("en");
        return new Numbers(english, Phrases.of(LanguageTexts.of(english, PageRenderer.withDefaults()), Dictionary.empty(english)));
    }
}
