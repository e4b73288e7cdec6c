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
}
