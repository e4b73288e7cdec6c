package dev.lodestone.model.measure;

import static dev.lodestone.model.testing.Profiles.profile;
import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.testing.Assessments;
import dev.lodestone.model.testing.Rows;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A publisher that tells thousands: what it rounds away travels into shares, concentration, totals and unit values. */
class RoundedFiguresTest {

    private static final Offset<Double> EXACT = within(1e-12);

    private static Rows thousands(double step) {
        return rows().reporter("JPN").roundedTo(step, step).add("CHN", 6000, 3000).add("VNM", 3000, 1000).add("USA", 1000, 1000);
    }

    private static Outcome figure(Rows rows, String measure, String supplier) {
        return Assessments.of(rows).figure("JPN", "magnet", "2024", measure, supplier);
    }

    @Test
    void aShareLiesBetweenLeastAgainstMostOfTheOthersAndTheReverse() {
        Outcome share = figure(thousands(1000), "supplier-share", "CHN");
        assertThat(share.status()).isEqualTo(Outcome.Status.BOUNDED);
        assertThat(share.value().orElseThrow()).isCloseTo(0.6, EXACT);
        assertThat(share.low().orElseThrow()).as("5500 of 5500 + 3500 + 1500").isCloseTo(5500 / 10500.0, EXACT);
        assertThat(share.high().orElseThrow()).as("6500 of 6500 + 2500 + 500").isCloseTo(6500 / 9500.0, EXACT);
        assertThat(share.reason()).isEqualTo("the publisher rounds its figures");
    }

    @Test
    void roundingThatNoPageCouldShowIsNotTold() {
        assertThat(figure(thousands(1), "supplier-share", "CHN")).isEqualTo(Outcome.of(0.6));
        assertThat(figure(thousands(1), "hhi", "").status()).isEqualTo(Outcome.Status.OK);
        assertThat(figure(thousands(1), "import-value", "").status()).isEqualTo(Outcome.Status.OK);
        assertThat(figure(thousands(1), "unit-value", "").status()).isEqualTo(Outcome.Status.OK);
    }

    @Test
    void theIndexSquaresTheSharesBounds() {
        Outcome hhi = figure(thousands(1000), "hhi", "");
        assertThat(hhi.value().orElseThrow()).isCloseTo(0.46, EXACT);
        assertThat(hhi.low().orElseThrow())
                .isCloseTo(Math.pow(5500 / 10500.0, 2) + Math.pow(2500 / 10500.0, 2) + Math.pow(500 / 10500.0, 2), EXACT);
        assertThat(hhi.high().orElseThrow())
                .isCloseTo(Math.pow(6500 / 9500.0, 2) + Math.pow(3500 / 9500.0, 2) + Math.pow(1500 / 9500.0, 2), EXACT);
    }

    @Test
    void totalsAndUnitValuesTakeHalfAStepARow() {
        Outcome total = figure(thousands(1000), "import-value", "");
        assertThat(total.low()).hasValue(8500);
        assertThat(total.high()).hasValue(11500);
        Outcome unitValue = figure(thousands(1000), "unit-value", "");
        assertThat(unitValue.value()).hasValue(2);
        assertThat(unitValue.low().orElseThrow()).isCloseTo(8500 / 6500.0, EXACT);
        assertThat(unitValue.high().orElseThrow()).isCloseTo(11500 / 3500.0, EXACT);
    }

    @Test
    void aChangeIsAsOpenAsItsTwoYears() {
        Rows both = thousands(1000).period("2023").add("CHN", 7000).add("VNM", 3000);
        Outcome change = figure(both, "share-change", "CHN");
        assertThat(change.value().orElseThrow()).isCloseTo(-0.1, EXACT);
        assertThat(change.low().orElseThrow()).isCloseTo(5500 / 10500.0 - 7500 / 10000.0, EXACT);
        assertThat(change.high().orElseThrow()).isCloseTo(6500 / 9500.0 - 6500 / 10000.0, EXACT);
    }

    @Test
    void aBlocsIndicatorsTakeWhatIsOpenOfAllThreeSums() {
        SupplierProfile outside = profile(thousands(1000));
        CoreDependency d = CoreDependency.of(
                outside, Optional.of(new CoreDependency.Total(10_000, 500)), Optional.of(new CoreDependency.Total(8_000, 1_000)));

        assertThat(d.outsideShare().value().orElseThrow()).isCloseTo(0.5, EXACT);
        assertThat(d.outsideShare().low().orElseThrow()).as("8500 of 8500 + 10500").isCloseTo(8500 / 19000.0, EXACT);
        assertThat(d.outsideShare().high().orElseThrow()).as("11500 of 11500 + 9500").isCloseTo(11500 / 21000.0, EXACT);
        assertThat(d.outsideShare().reason()).isEqualTo("the publisher rounds its figures");
        assertThat(d.importsToExports().value().orElseThrow()).isCloseTo(1.25, EXACT);
        assertThat(d.importsToExports().low().orElseThrow()).as("8500 against 9000").isCloseTo(8500 / 9000.0, EXACT);
        assertThat(d.importsToExports().high().orElseThrow()).as("11500 against 7000").isCloseTo(11500 / 7000.0, EXACT);
        assertThat(d.dependent()).as("both straddle their thresholds").isEqualTo(CoreDependency.Flag.INDETERMINATE);
    }

    @Test
    void exportsThatMayBeNothingButRoundingLeaveTheirRatioOpenUpwards() {
        CoreDependency d = CoreDependency.of(
                profile(thousands(1000)), Optional.empty(), Optional.of(new CoreDependency.Total(1_000, 1_000)));

        assertThat(d.importsToExports().low()).hasValue(8500 / 2000.0);
        assertThat(d.importsToExports().high()).isEmpty();
    }

    @Test
    void roundingThatNoPageShowsLeavesABlocsIndicatorsExact() {
        CoreDependency d = CoreDependency.of(
                profile(thousands(1)), Optional.of(new CoreDependency.Total(10_000, 1)), Optional.of(new CoreDependency.Total(8_000, 1)));

        assertThat(d.outsideShare()).isEqualTo(Outcome.of(0.5));
        assertThat(d.importsToExports()).isEqualTo(Outcome.of(1.25));
    }

    @Property(tries = 300)
    void whateverWasRoundedAwayTheTrueShareAndIndexLieWithinTheBounds(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 0, max = 9000) Integer> trueValues) {
        String[] suppliers = {"CHN", "VNM", "USA", "THA", "DEU", "KOR"};
        Rows rows = rows().reporter("JPN").roundedTo(1000, 0);
        double sum = 0;
        double rounded = 0;
        for (int i = 0; i < trueValues.size(); i++) {
            double published = Math.round(trueValues.get(i) / 1000.0) * 1000.0;
            rows.add(suppliers[i], published);
            sum += trueValues.get(i);
            rounded += published;
        }
        if (sum == 0 || rounded == 0) {
            return;
        }
        double squares = 0;
        for (Integer value : trueValues) {
            squares += value / sum * (value / sum);
        }
        double china = trueValues.getFirst() / sum;
        Stream.of(new Object[] {figure(rows, "supplier-share", "CHN"), china}, new Object[] {figure(rows, "hhi", ""), squares})
                .forEach(pair -> {
                    Outcome outcome = (Outcome) pair[0];
                    double truth = (Double) pair[1];
                    assertThat(truth)
                            .isBetween(
                                    outcome.low().orElseThrow() - ShareBounds.VISIBLE, outcome.high().orElseThrow() + ShareBounds.VISIBLE);
                });
    }
}
