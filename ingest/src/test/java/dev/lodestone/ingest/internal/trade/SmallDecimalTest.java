package dev.lodestone.ingest.internal.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallDecimalTest {

    @Property(seed = "20261123")
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

    @Property(tries = 20_000, seed = "20261123")
    void readsBytesAsItReadsText(
            @ForAll("numberLike") String text, @ForAll("numberLike") String before, @ForAll("numberLike") String behind, @ForAll @IntRange(max = 15) int power) {
        byte[] bytes = (before + text + behind).getBytes(StandardCharsets.ISO_8859_1);

        Double ofBytes = SmallDecimal.ofBytes(bytes, before.length(), before.length() + text.length(), power);

        assertThat(ofBytes).isEqualTo(Double.valueOf(SmallDecimal.times(text, Math.pow(10, power)))); // NaN, too
    }

    @Provide
    Arbitrary<String> numberLike() {
        Arbitrary<String> whole = Arbitraries.strings().numeric().ofMaxLength(16);
        Arbitrary<String> decimal = Combinators.combine(whole, whole).as((units, decimals) -> units + "." + decimals);
        Arbitrary<String> any = Arbitraries.strings().withChars("0123456789./:-eE,?* \u00b0\u00ff\u0009").ofMaxLength(17);
        return Arbitraries.oneOf(whole, decimal, any);
    }
}
