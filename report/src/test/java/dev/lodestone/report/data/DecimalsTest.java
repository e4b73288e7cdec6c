package dev.lodestone.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0.745, 6, 0.745",
        "0.7450004, 6, 0.745",
        "0.3333333333, 6, 0.333333",
        "0.0000005, 6, 0.0000005",
        "0.00012345678, 6, 0.0001235",
        "1, 6, 1",
        "0, 6, 0",
        "-0.0, 6, 0",
        "1881334377, 2, 1881334377",
        "12345.675, 2, 12345.68",
        "100, 2, 100",
        "1.0E10, 2, 10000000000",
        "-7.125, 2, -7.13",
        "0.004, 2, 0.004",
        "22510.0004, 3, 22510",
        "8.88E-16, 6, 0",
    })
    void writesPlainDigitsWithoutExponent(double number, int decimals, String expected) {
        assertThat(Decimals.text(number, decimals)).isEqualTo(expected);
    }

    @Property(tries = 5000, seed = "20261123")
    void textIsTheRoundedNumberWhicheverWayItIsMade(
            @ForAll @DoubleRange(min = -1, max = 1) double number, @ForAll @IntRange(min = -8, max = 14) int power, @ForAll boolean short4) {
        double scaled = number * Math.pow(10, power);
        double tried = short4 ? Math.rint(scaled * 1e4) / 1e4 + 5e-5 : scaled; // often in the middle of two decimals
        for (int decimals : new int[] {2, 3, 6}) {
            assertThat(Decimals.text(tried, decimals)).isEqualTo(Decimals.rounded(tried, decimals).toPlainString());
        }
    }

    @Test
    void keepsEveryDigitOfAFigureAsRead() {
        assertThat(Decimals.exact(229550.392)).isEqualTo("229550.392");
        assertThat(Decimals.exact(1e15)).isEqualTo("1000000000000000");
        assertThat(Decimals.exact(1.5e-7)).isEqualTo("0.00000015");
        assertThat(Decimals.exact(-0.0)).isEqualTo("0");
    }

    @Test
    void writesYearsToTheTenth() {
        assertThat(Decimals.years(OptionalDouble.of(2029.96))).isEqualTo("2030");
        assertThat(Decimals.years(OptionalDouble.of(-1.25))).isEqualTo("-1.3");
        assertThat(Decimals.years(OptionalDouble.of(-0.01))).isEqualTo("0");
        assertThat(Decimals.years(OptionalDouble.empty())).isEmpty();
    }

    @Test
    void leavesAnAbsentNumberBlank() {
        assertThat(Decimals.text(OptionalDouble.empty(), 6)).isEmpty();
    }

    @Test
    void roundsByUnit() {
        assertThat(Decimals.of("USD")).isEqualTo(2);
        assertThat(Decimals.of("kg")).isEqualTo(3);
        assertThat(Decimals.of("1")).isEqualTo(6);
        assertThat(Decimals.of("USD/kg")).isEqualTo(6);
    }

    @Property(seed = "20261123")
    void keepsTheOrderOfNumbers(@ForAll @DoubleRange(min = 0, max = 2) double a, @ForAll @DoubleRange(min = 0, max = 2) double b) {
        BigDecimal low = Decimals.rounded(Math.min(a, b), 6);
        BigDecimal high = Decimals.rounded(Math.max(a, b), 6);
        assertThat(low).isLessThanOrEqualTo(high);
    }

    @Property(seed = "20261123")
    void staysCloseToTheNumber(@ForAll @DoubleRange(min = 0, max = 1) double share) {
        assertThat(Double.parseDouble(Decimals.text(share, 6))).isCloseTo(share, org.assertj.core.api.Assertions.within(5.0001e-7));
    }
}
