package dev.lodestone.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.measure.NetImportReliance.PublishedAmount;
import dev.lodestone.model.measure.NetImportReliance.StageAmount;
import dev.lodestone.model.text.Statement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Balances are made up and told rounded: reliance as told must hold that of the amounts themselves. */
class PossibleRelianceTest {

    private static final double LAST_DIGITS = 1e-12;

    private final Random random = new Random(Long.getLong("seed", 20261124));
    private final int cases = Integer.getInteger("truths", 500);

    /** To so many digits that count. */
    private static String printed(double amount, int digits) {
        return new BigDecimal(amount).round(new MathContext(digits, RoundingMode.HALF_UP)).toPlainString();
    }

    private static void assertHolds(Outcome told, double truth, String of) {
        assertThat(told.low().orElse(truth)).as("%s: at least", of).isLessThanOrEqualTo(truth + LAST_DIGITS);
        assertThat(told.high().orElse(truth)).as("%s: at most", of).isGreaterThanOrEqualTo(truth - LAST_DIGITS);
    }

    @Test
    void relianceFromOutputAndUseAsPrintedHoldsThatOfTheAmounts() {
        int computed = 0;
        for (int n = 0; n < cases; n++) {
            double use = 1 + random.nextDouble() * Math.pow(10, 1 + random.nextInt(5));
            double output = random.nextInt(5) == 0 ? 0 : random.nextDouble() * 1.5 * use;
            String used = printed(use, 1 + random.nextInt(4));
            String made = printed(output, 1 + random.nextInt(4));
            Outcome told = NetImportReliance.ofUse(
                    PublishedAmount.read("metal", made).orElseThrow(), PublishedAmount.read("metal", used).orElseThrow());
            if (told.status() != Outcome.Status.NOT_COMPUTABLE) {
                computed++;
                assertHolds(told, 1 - output / use, "output " + output + " as " + made + ", use " + use + " as " + used);
            }
        }
        assertThat(computed).isGreaterThan(cases / 2);
    }

    @Test
    void relianceFromRoundedAmountsHoldsThatOfTheAmounts() {
        int computed = 0;
        for (int n = 0; n < cases; n++) {
            double[] amounts = {random.nextInt(300), random.nextInt(300), random.nextInt(300), random.nextInt(41) - 20};
            StageAmount[] told = new StageAmount[amounts.length];
            for (int i = 0; i < amounts.length; i++) {
                double step = random.nextInt(3) == 0 ? 0 : Math.pow(10, random.nextInt(3));
                told[i] = step == 0
                        ? new StageAmount("metal", amounts[i])
                        : new StageAmount("metal", Math.floor(amounts[i] / step + 0.5) * step, step / 2);
            }
            double net = amounts[1] - amounts[2] + amounts[3];
            Outcome reliance = NetImportReliance.of(told[0], told[1], told[2], told[3]);
            if (amounts[0] + net > 0 && reliance.status() != Outcome.Status.NOT_COMPUTABLE) {
                computed++;
                double truth = net / (amounts[0] + net);
                double least = reliance.low().orElse(Double.NEGATIVE_INFINITY);
                double most = reliance.high().orElse(Double.POSITIVE_INFINITY);
                // What is open by less than a page shows is not told.
                assertThat(truth).as("%s of %s", Arrays.toString(told), Arrays.toString(amounts))
                        .isBetween(least - ShareBounds.VISIBLE, most + ShareBounds.VISIBLE);
            }
        }
        assertThat(computed).isGreaterThan(cases / 4);
    }

    @Test
    void aPublishedPercentageHoldsWhatRoundsToIt() {
        for (int n = 0; n < cases; n++) {
            double reliance = random.nextDouble();
            String text = new BigDecimal(100 * reliance).setScale(random.nextInt(3), RoundingMode.HALF_UP).toPlainString();
            Outcome told = NetImportReliance.read(text, Statement.NONE);
            assertHolds(told, reliance, text);
            assertThat(told.value().orElseThrow()).isCloseTo(Double.parseDouble(text) / 100, within(LAST_DIGITS));
        }
    }
}
