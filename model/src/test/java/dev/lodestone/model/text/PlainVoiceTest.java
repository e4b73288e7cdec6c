package dev.lodestone.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainVoiceTest {

    private final PlainVoice voice = new PlainVoice();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1234567.25 | 1 | 1,234,567.3",
        "999.995 | 2 | 1,000.00",
        "-1000 | 0 | -1,000",
        "-0.04 | 1 | -0.0",
        "12.5 | 0 | 13",
        "0 | 2 | 0.00",
        "NaN | 1 | NaN",
    })
    void figuresAreRoundedHalfUpWithACommaBetweenThousands(double value, int decimals, String expected) {
        assertThat(voice.figure(value, decimals)).isEqualTo(expected);
    }

    @Property(tries = 3000, seed = "20261123")
    void figuresAreAsTheFormatterWritesThem(
            @ForAll @DoubleRange(min = -1, max = 1) double value, @ForAll @IntRange(min = -6, max = 15) int power, @ForAll @IntRange(min = 0, max = 4) int decimals) {
        double scaled = value * Math.pow(10, power);

        assertThat(voice.figure(scaled, decimals)).isEqualTo(String.format(Locale.ROOT, "%,." + decimals + "f", scaled));
    }
}
