package dev.lodestone.model.measure;

import static dev.lodestone.model.testing.Profiles.profile;
import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.testing.Assessments;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.testing.TestRegisters;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** China, Hong Kong and Macao watched as one: to the index they are as many suppliers as sell. */
class HhiContributionTest {

    private static final Offset<Double> EXACT = within(1e-12);

    private static final MeasureContext TOGETHER = new MeasureContext(
            Set.of(Economy.of("CHN"), Economy.of("HKG"), Economy.of("MAC")), Economy.of("CHN"), Set.of());

    private static Outcome contribution(Rows rows, Basis basis) {
        return new HhiContribution().read(profile(rows), basis, TOGETHER).getFirst().outcome();
    }

    private static Outcome contribution(Rows rows) {
        return contribution(rows, Basis.VALUE);
    }

    private static void isWithin(Outcome outcome, double low, double value, double high) {
        assertThat(outcome.status()).isEqualTo(Outcome.Status.BOUNDED);
        assertThat(outcome.low().orElseThrow()).as("low").isCloseTo(low, EXACT);
        assertThat(outcome.value().orElseThrow()).as("value").isCloseTo(value, EXACT);
        assertThat(outcome.high().orElseThrow()).as("high").isCloseTo(high, EXACT);
    }

    @Test
    void severalWatchedAsOneAddTheSquareOfEach() {
        // 0.5² + 0.1², not 0.6²
        Outcome exact = contribution(rows().add("CHN", 50).add("HKG", 10).add("VNM", 40));
        assertThat(exact.isOk()).isTrue();
        assertThat(exact.value().orElseThrow()).isCloseTo(0.26, EXACT);
        assertThat(contribution(rows().add("CHN", 50).add("VNM", 50))).as("one of them alone").isEqualTo(Outcome.of(0.25));
    }

    @Test
    void whatHasNoNameMayAllBeTheLargerOnes() {
        // Spread thin over others 0.5² + 0.1²; all of it China's 0.7² + 0.1²
        Outcome open = contribution(rows().add("CHN", 50).add("HKG", 10).add("VNM", 20).add("X99", 20));
        isWithin(open, 0.26, 0.26, 0.5);
        assertThat(open.reason()).isEqualTo("20.0% of the total comes from partners that are not named");
    }

    @Test
    void rowsOfNobodyKnowsWhomLeaveTheSquaresOpenBothWays() {
        // Of 80 told (50/80)² + (10/80)²; beside 20 of somebody 0.5² + 0.1² at least, 0.7² + 0.1² at most
        Rows rows = rows().reporter("JPN").add("CHN", 50).add("HKG", 10).add("VNM", 20).add("X99", Quantity.ofSomeone(20), Quantity.MISSING);
        Outcome open = Assessments.withSpecialRegions(rows.dataset(), TestRegisters.registers())
                .figure("JPN", "magnet", "2024", "hhi-contribution", "CHN");
        isWithin(open, 0.26, 0.40625, 0.5);
    }

    @Test
    void roundingLeavesTheSquaresOpenBothWays() {
        // Halves of thousands: China 5.5 of 10.5 at least, Hong Kong 1.5 of 10.5. Together 9 of 10.5 at most: the 2 that are open beyond the
        // 7 go to China, 7.5² + 1.5² of 10.5².
        Outcome open = contribution(rows().roundedTo(1000, 0).add("CHN", 6000).add("HKG", 2000).add("VNM", 2000));
        isWithin(open, (5.5 * 5.5 + 1.5 * 1.5) / (10.5 * 10.5), 0.4, (7.5 * 7.5 + 1.5 * 1.5) / (10.5 * 10.5));
        assertThat(open.reason()).isEqualTo("the publisher rounds its figures");
    }

    @Test
    void noneOfThemHasMoreThanItsOwnBound() {
        // Hong Kong's 2000 may be anything up to 4000, the rest is exact: China 6 of 8 at most, Hong Kong 4 of 12. Together 6 of 8 at least,
        // which is least where both have half of it.
        Outcome open = contribution(rows().add("CHN", 6000).add("VNM", 2000).roundedTo(4000, 0).add("HKG", 2000));
        isWithin(open, 0.75 * 0.75 / 2, 0.4, 0.75 * 0.75 + 1 / 9.0);
    }

    @Test
    void thoseWhoAreAllThereIsAreOpenAmongEachOther() {
        // Together exactly 1; each 1000, 500 to 1500 of 2000: from 0.5² + 0.5² to 0.75² + 0.25²
        Outcome open = contribution(rows().roundedTo(1000, 0).add("CHN", 1000).add("HKG", 1000));
        isWithin(open, 0.5, 0.5, 0.625);
        assertThat(open.reason()).isEqualTo("the publisher rounds its figures");
    }

    @Test
    void ofMainPartnersTheSquaresAreAtMostThoseOfTheListed() {
        Outcome most = contribution(rows().coverage(Coverage.MAIN_PARTNERS).add("CHN", 60).add("HKG", 20).add("MAC", 5).add("VNM", 15));
        assertThat(most.isUpperBound()).isTrue();
        assertThat(most.high().orElseThrow()).as("0.6² + 0.2² + 0.05²").isCloseTo(0.4025, EXACT);
    }

    @Test
    void oneWithoutAWeightLeavesTheOthersSquareAsTheLeast() {
        // By weight China has 100 of 200 kg; what Hong Kong sold for 2 has no weight.
        Outcome least = contribution(rows().add("CHN", 100, 100).add("HKG", 2).add("VNM", 898, 100), Basis.WEIGHT);
        assertThat(least.value()).isEmpty();
        assertThat(least.high()).isEmpty();
        assertThat(least.low().orElseThrow()).as("0.5²").isCloseTo(0.25, EXACT);
    }
}
