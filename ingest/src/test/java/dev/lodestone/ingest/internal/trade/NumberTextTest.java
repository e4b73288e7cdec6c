package dev.lodestone.ingest.internal.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.ingest.internal.layout.NumberStyle;
import org.junit.jupiter.api.Test;

/** Numbers as texts: what they are worth, and what their way of writing leaves in doubt. */
class NumberTextTest {

    private static NumberText plain() {
        return new NumberText(new NumberStyle('.', (char) 0));
    }

    private static Object amount(String text, double multiplier) {
        return plain().read(text, multiplier) instanceof NumberText.Amount a ? a.amount() : plain().read(text, multiplier);
    }

    /** 1.23E+05 may have been 123,456; 1.23E+2 is 123, and 1.2345E+4 is 12345, all of whose digits are told. */
    @Test
    void aPowerOfTenBeyondTheDigitsThatAreToldHidesSome() {
        for (String hides : new String[] {"1.23E+05", "1.23e3", "2E+1", "5e6"}) {
            NumberText numbers = plain();
            assertThat(numbers.read(hides, 1)).isInstanceOf(NumberText.Amount.class);
            assertThat(numbers.scientific()).as(hides).isEqualTo(1);
            assertThat(numbers.firstScientific()).isEqualTo(hides);
        }
        for (String tells : new String[] {"1.23E+2", "1.2345E+4", "1.5E-3", "2E0", "123"}) {
            NumberText numbers = plain();
            assertThat(numbers.read(tells, 1)).isInstanceOf(NumberText.Amount.class);
            assertThat(numbers.scientific()).as(tells).isZero();
        }
    }

    @Test
    void anExponentIsDigitsBehindAnEAndASign() {
        assertThat(amount("1.5E3", 1)).isEqualTo(1500.0);
        assertThat(amount("1.5e-1", 1)).isEqualTo(0.15);
        assertThat(amount("1E+2", 1000)).isEqualTo(100_000.0);
        for (String none : new String[] {"1E", "1E+", "1E5x", "1E1234567", "E5", "1.2.3", ".", "+"}) {
            assertThat(plain().read(none, 1)).as(none).isInstanceOf(NumberText.Unusable.class);
        }
    }

    @Test
    void thousandsOfADecimalFractionComeOutExact() {
        assertThat(amount("1.005", 1000)).isEqualTo(1005.0);
        assertThat(amount("0.1", 3)).isEqualTo(0.3);
        assertThat(amount("123456789012345678.9", 10)).isEqualTo(1234567890123456789.0);
        assertThat(amount("-0", 1)).isEqualTo(0.0);
        assertThat(plain().read("-1", 1000)).isInstanceOf(NumberText.Unusable.class);
        assertThat(plain().read("1E400", 1)).isInstanceOf(NumberText.Unusable.class);
    }

    @Test
    void aTextOfUpToSixtyCharactersIsANumber() {
        assertThat(plain().read("1".repeat(60), 1)).isInstanceOf(NumberText.Amount.class);
        assertThat(plain().read("1".repeat(61), 1)).isInstanceOf(NumberText.Unusable.class);
    }

    /** Three digits behind a point may be thousands as long as no other number of the table says what the point is. */
    @Test
    void oneNumberDecidesWhatAMarkStandsFor() {
        assertThat(undecidedAfter("23.456")).isEqualTo(1);
        assertThat(undecidedAfter("23.456", "123.456", "999")).as("three digits without a mark decide nothing").isEqualTo(2);
        assertThat(undecidedAfter("23.456", "1000")).as("a thousand without a mark").isZero();
        assertThat(undecidedAfter("23.456", "1.5")).as("one digit is no thousand").isZero();
        assertThat(undecidedAfter("23.456", "1234.567")).as("four digits before the mark").isZero();
        assertThat(undecidedAfter("23.456", "0.123")).isZero();
        assertThat(undecidedAfter("23.456", ".123")).isZero();
    }

    private static long undecidedAfter(String... texts) {
        NumberText numbers = plain();
        for (String text : texts) {
            assertThat(numbers.read(text, 1)).isInstanceOf(NumberText.Amount.class);
        }
        return numbers.undecided();
    }
}
