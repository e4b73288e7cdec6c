package dev.lodestone.ingest.internal.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallDecimalTest {

    @Property
    void isTheNearestDouble(
            @ForAll @LongRange(min = 0, max = 999_999_999_999_999L) long digits,
            @ForAll @IntRange(min = 0, max = 14) int decimals,
            @ForAll @IntRange(min = 0, max = 15) int power) {
        BigDecimal number = BigDecimal.valueOf(digits, decimals);
        String text = number.toPlainString();
        double small = SmallDecimal.times(text, Math.pow(10, power));

        if (text.length() <= 16) {
            assertThat(small).isEqualTo(number.scaleByPowerOfTen(power).doubleValue());
        } else {
            assertThat(small).isNaN();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".5", "-1", "+1", "1e3", "1.2.3", "1,5", "1234567890123456", "12345678901234.567", " 1", "NaN"})
    void leavesOtherTextsToOthers(String text) {
        assertThat(SmallDecimal.times(text, 1)).isNaN();
    }

    @Test
    void leavesOtherMultipliersToOthers() {
        assertThat(SmallDecimal.times("5", 0.45359237)).isNaN();
        assertThat(SmallDecimal.times("5.", 1)).isEqualTo(5);
    }
}
