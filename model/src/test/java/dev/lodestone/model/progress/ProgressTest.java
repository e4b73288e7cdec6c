package dev.lodestone.model.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Trend and projection against values worked by hand, and by src/test/reference/trend.py where hands would tire. */
class ProgressTest {

    private static final double[] NILE = {
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140
    };
    private static final double[] WAVES = {1, 2, 4, 7, 9, 10, 9, 7, 6, 5, 6, 8, 11, 13, 14, 13, 11, 10, 9, 10};
    private static final double[] SHARES = {0.90, 0.88, 0.89, 0.85, 0.84, 0.80, 0.81, 0.77, 0.74, 0.75};

    private static List<YearlyValue> from(int firstYear, double... values) {
        List<YearlyValue> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new YearlyValue(firstYear + i, values[i]));
        }
        return points;
    }

    @Test
    void steadyRiseOfEightYears() {
        // S = 28 pairs; Var = 8·7·21/18 = 65.33; Z = 27/8.083 = 3.3404
        MannKendall t = MannKendall.test(from(2000, 1, 2, 3, 4, 5, 6, 7, 8)).orElseThrow();
        assertThat(t.s()).isEqualTo(28);
        assertThat(t.variance()).isCloseTo(1176.0 / 18, within(1e-12));
        assertThat(t.z()).isCloseTo(27 / Math.sqrt(1176.0 / 18), within(1e-12));
        assertThat(t.p()).isCloseTo(0.000837, within(1e-6));
        assertThat(t.isSignificant()).isTrue();
    }

    @Test
    void tiesLowerTheVariance() {
        // 28 pairs less 4 ties = 24; Var = (1176 − 4·18)/18 = 61.33; Z = 23/7.832 = 2.9369
        MannKendall t = MannKendall.test(from(2000, 1, 1, 2, 2, 3, 3, 4, 4)).orElseThrow();
        assertThat(t.s()).isEqualTo(24);
        assertThat(t.variance()).isCloseTo(1104.0 / 18, within(1e-12));
    }

    @Test
    void nileAgreesWithTheReference() {
        MannKendall t = MannKendall.test(from(1871, NILE)).orElseThrow();
        assertThat(t.s()).isEqualTo(-46);
        assertThat(t.variance()).isCloseTo(945.3333333333334, within(1e-9));
        assertThat(t.correction()).isEqualTo(1);
        assertThat(t.z()).isCloseTo(-1.463592003080421, within(1e-12));
        assertThat(t.p()).isCloseTo(0.14330545886419643, within(1e-12));
        SenSlope slope = SenSlope.of(from(1871, NILE));
        assertThat(slope.slope()).isCloseTo(-7.142857142857143, within(1e-12));
        assertThat(slope.low().orElseThrow()).as("-18.333 and 1.333 where years are taken as independent").isCloseTo(-20.000200674589234, within(1e-9));
        assertThat(slope.high().orElseThrow()).isCloseTo(2.222760394984255, within(1e-9));
    }

    @Test
    void autocorrelationWidensTheVariance() {
        MannKendall t = MannKendall.test(from(2000, WAVES)).orElseThrow();
        assertThat(t.s()).isEqualTo(92);
        assertThat(t.correction()).isCloseTo(1.0625155093055834, within(1e-9));
        assertThat(t.z()).isCloseTo(2.8814962280200165, within(1e-9));
    }

    @Test
    void ranksTellApartWhatLiesCloseTogether() {
        // Less the slope of 11/12 the sixth and the ninth are 0.25 of a spread of 26.92 apart, and ranked 1 and 2; as a tie they would give 1.3141.
        MannKendall t = MannKendall.test(from(2000, -8, -2, -8, -4, 20, -6, 1, 10, -3)).orElseThrow();
        assertThat(t.correction()).as("83/63").isCloseTo(83.0 / 63, within(1e-12));
    }

    @Test
    void aMissingYearDoesNotSwitchTheCorrectionOff() {
        List<YearlyValue> points = from(2000, WAVES).stream().filter(v -> v.year() != 2007).toList();
        MannKendall t = MannKendall.test(points).orElseThrow();
        assertThat(t.s()).isEqualTo(86);
        assertThat(t.correction()).isCloseTo(1.0484188346741896, within(1e-9));
        assertThat(t.z()).isCloseTo(2.9228361014238886, within(1e-9));
    }

    @Test
    void yearsThatCarryOverWidenTheIntervalOfTheSlope() {
        // Taken as independent: 3/14 to 5/8. What carries over is more than the 0.9 that counts at most: a factor of 6.709.
        SenSlope slope = SenSlope.of(from(2000, WAVES));
        assertThat(slope.slope()).isCloseTo(4 / 9.0, within(1e-12));
        assertThat(slope.low().orElseThrow()).isCloseTo(-2 / 3.0, within(1e-12));
        assertThat(slope.high().orElseThrow()).isCloseTo(1.3510492254308208, within(1e-9));
        assertThat(MannKendall.carriedOver(from(2000, WAVES), slope.slope())).isCloseTo(6.709105072482674, within(1e-9));
        assertThat(MannKendall.carriedOver(from(2000, 1, 2, 3, 4, 5, 6, 7), 1)).as("nothing can be told: a half").isCloseTo(1 + 2 / 210.0
                * (120 / 2.0 + 60 / 4.0 + 24 / 8.0 + 6 / 16.0), within(1e-12));
    }

    @Test
    void theIntervalHoldsTheTrueSlopeWhereMuchCarriesOverToo() {
        Random random = new Random(144);
        for (int n : new int[] {6, 8, 12, 20}) {
            for (double carried : new double[] {0, 0.6}) {
                int held = 0;
                for (int series = 0; series < 1000; series++) {
                    List<YearlyValue> points = new ArrayList<>();
                    double v = random.nextGaussian();
                    for (int i = 0; i < n; i++) {
                        points.add(new YearlyValue(2000 + i, v, v, v));
                        v = carried * v + Math.sqrt(1 - carried * carried) * random.nextGaussian();
                    }
                    SenSlope slope = SenSlope.of(points);
                    held += slope.low().orElseThrow() <= 0 && slope.high().orElseThrow() >= 0 ? 1 : 0;
                }
                assertThat(held).as(n + " years, " + carried).isBetween(880, 995);
            }
        }
    }

    @Test
    void sevenYearsAreUntestable() {
        assertThat(MannKendall.test(from(2000, 1, 2, 3, 4, 5, 6, 7))).isEmpty();
    }

    @Test
    void pairsWhoseOrderIsOpenLeaveTheProbabilityOpen() {
        // Eight rising values, S 28; the last may lie as low as the first seven's last: one pair of 28 is open, S 26 to 28.
        List<YearlyValue> points = from(2000, 1, 2, 3, 4, 5, 6, 7);
        points.add(new YearlyValue(2007, 8, 6.5, 9));
        MannKendall t = MannKendall.test(points).orElseThrow();
        assertThat(t.least()).isEqualTo(t.p()).isCloseTo(0.000837, within(1e-6));
        assertThat(t.most()).isCloseTo(2 * Normal.cdf(-25 / Math.sqrt(1176.0 / 18)), within(1e-12)).isCloseTo(0.00198, within(1e-5));
        assertThat(t.isSignificant()).isTrue();
        // Where every order is open nothing is known of a trend.
        MannKendall open = MannKendall.test(from(2000, 1, 2, 3, 4, 5, 6, 7, 8).stream()
                .map(v -> new YearlyValue(v.year(), v.value(), 0, 9)).toList()).orElseThrow();
        assertThat(open.most()).isEqualTo(1);
        assertThat(open.isSignificant()).isFalse();
    }

    @Test
    void constantSeriesHasNoTrend() {
        MannKendall t = MannKendall.test(from(2000, 5, 5, 5, 5, 5, 5, 5, 5)).orElseThrow();
        assertThat(t.p()).isEqualTo(1);
        assertThat(t.isSignificant()).isFalse();
    }

    @Test
    void fourYearsSpanFromTheSmallestToTheLargestSlope() {
        // Slopes 1, 2, 6 of neighbours; (1+2)/2, (2+6)/2, 9/3: sorted 1, 1.5, 2, 3, 4, 6. P(S = 6) = 1/24 a side.
        SenSlope slope = SenSlope.of(from(2000, 0, 1, 3, 9));
        assertThat(slope.slope()).isEqualTo(2.5);
        assertThat(slope.low()).hasValue(1);
        assertThat(slope.high()).hasValue(6);
    }

    @Test
    void fiveYearsSpanAllSlopes() {
        // P(S >= 8) = 5/120 a side would drop one slope of ten at each end; where half of a year carries over, none is dropped.
        SenSlope slope = SenSlope.of(from(2000, 0, 1, 2, 3, 14));
        assertThat(slope.slope()).isEqualTo(1);
        assertThat(slope.low()).hasValue(1);
        assertThat(slope.high()).hasValue(11);
    }

    @Test
    void threeYearsHaveASlopeAndNoInterval() {
        SenSlope slope = SenSlope.of(from(2000, 1, 2, 4));
        assertThat(slope.slope()).isEqualTo(1.5);
        assertThat(slope.low()).isEmpty();
        assertThat(slope.high()).isEmpty();
    }

    @Test
    void gapsCountInYears() {
        assertThat(SenSlope.of(List.of(new YearlyValue(2000, 0), new YearlyValue(2010, 5))).slope()).isEqualTo(0.5);
    }

    @Test
    void yearsMustRise() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SenSlope.of(List.of(new YearlyValue(2001, 1), new YearlyValue(2001, 2))))
                .withMessage("years must rise: 2001, 2001");
        assertThatIllegalArgumentException().isThrownBy(() -> SenSlope.of(from(2000, 1)));
    }

    @Test
    void projectionAgreesWithTheReference() {
        Projection p = Projection.of(from(2015, SHARES)).orElseThrow();
        assertThat(p.lowAt(2030)).isCloseTo(0.3803799960278637, within(1e-12));
        assertThat(p.medianAt(2030)).isCloseTo(0.5905414368138762, within(1e-12));
        assertThat(p.highAt(2030)).isCloseTo(0.7721240537748423, within(1e-12));
    }

    @Test
    void chanceAgreesWithTheReferenceAndIsAlwaysTheSame() {
        // 4000 paths have a standard error of 0.006: four of them. The years swing to and fro, so blocks of two vary less than the
        // normal value of 0.687 supposes.
        Projection p = Projection.of(from(2015, SHARES)).orElseThrow();
        assertThat(p.chanceWithin(0.65, 2030)).isCloseTo(0.823, within(0.025));
        assertThat(p.chanceWithin(0.65, 2030)).isEqualTo(Projection.of(from(2015, SHARES)).orElseThrow().chanceWithin(0.65, 2030));
    }

    /**
     * Eight years leave seven deviations, in six blocks of two. Four blocks, the last one cut in half, make a path's own drift, two more its three years:
     * 6⁶ = 46,656 paths, all as likely, are gone through here. 4,000 drawn of them have a standard error of at most 0.008.
     */
    @Test
    void chanceOfEightYearsIsTheShareOfAllPathsThatCanBeDrawn() {
        double[] shares = {0.90, 0.88, 0.89, 0.85, 0.80, 0.81, 0.72, 0.75};
        double[] ends = everyEnd(shares);
        Projection p = Projection.of(from(2015, shares)).orElseThrow();
        for (double quantile : new double[] {0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98}) {
            double reached = ends[(int) (quantile * ends.length)];
            assertThat(p.chanceWithin(share(reached), 2025))
                    .isCloseTo(quantile, within(4 * Math.sqrt(quantile * (1 - quantile) / Projection.PATHS) + 0.002));
        }
        // Logit of the last share 0.1 lower or 0.3 higher: over three years of seven its drift, too, is moved.
        List<YearlyValue> points = from(2015, shares);
        double last = logit(0.75);
        points.set(7, new YearlyValue(2022, 0.75, share(last - 0.1), share(last + 0.3)));
        Projection open = Projection.of(points).orElseThrow();
        double middle = ends[ends.length / 2];
        assertThat(open.leastChanceWithin(share(middle), 2025)).isCloseTo(part(ends, middle - 0.3 * (1 + 3 / 7.0)), within(0.03)).isLessThan(0.4);
        assertThat(open.greatestChanceWithin(share(middle), 2025)).isCloseTo(part(ends, middle + 0.1 * (1 + 3 / 7.0)), within(0.03)).isGreaterThan(0.55);
    }

    private static double part(double[] ends, double atMost) {
        return Arrays.stream(ends).filter(e -> e <= atMost).count() / (double) ends.length;
    }

    /** Where each path of three years ends, on the logit scale, in order. */
    private static double[] everyEnd(double[] shares) {
        double drift = (logit(shares[7]) - logit(shares[0])) / 7;
        double[] deviations = new double[7];
        double mean = 0;
        for (int i = 0; i < 7; i++) {
            deviations[i] = logit(shares[i + 1]) - logit(shares[i]) - drift;
            // The first and the last stand in one block of the six, the others in two.
            mean += deviations[i] * (i == 0 || i == 6 ? 1 : 2) / 12;
        }
        double[] one = new double[6];
        double[] two = new double[6];
        for (int i = 0; i < 6; i++) {
            one[i] = deviations[i] - mean;
            two[i] = deviations[i] + deviations[i + 1] - 2 * mean;
        }
        double[] ends = new double[46_656];
        for (int path = 0; path < ends.length; path++) {
            int rest = path;
            double own = one[rest % 6];
            for (int block = 0; block < 3; block++) {
                rest /= 6;
                own += two[rest % 6];
            }
            rest /= 6;
            double walk = two[rest % 6] + one[rest / 6];
            ends[path] = logit(shares[7]) + 3 * (drift + own / 7) + walk;
        }
        Arrays.sort(ends);
        return ends;
    }

    @Test
    void whatIsOpenAboutTheFirstAndTheLastShareMovesTheProjection() {
        // Logit of the last share 1 within 0.8 to 1.3, of the first 0 within -0.1 to 0.2; nine steps, five years ahead.
        List<YearlyValue> points = from(2015, SHARES);
        points.set(0, new YearlyValue(2015, 0.5, share(-0.1), share(0.2)));
        points.set(9, new YearlyValue(2024, share(1), share(0.8), share(1.3)));
        List<YearlyValue> exact = points.stream().map(v -> new YearlyValue(v.year(), v.value())).toList();
        Projection open = Projection.of(points).orElseThrow();
        Projection shut = Projection.of(exact).orElseThrow();
        assertThat(open.medianAt(2029)).isEqualTo(shut.medianAt(2029));
        assertThat(logit(open.lowAt(2029))).isCloseTo(logit(shut.lowAt(2029)) - 0.2 * (1 + 5 / 9.0) - 0.2 * 5 / 9.0, within(1e-9));
        assertThat(logit(open.highAt(2029))).isCloseTo(logit(shut.highAt(2029)) + 0.3 * (1 + 5 / 9.0) + 0.1 * 5 / 9.0, within(1e-9));
        assertThat(open.chanceWithin(0.8, 2029)).isEqualTo(shut.chanceWithin(0.8, 2029))
                .isBetween(open.leastChanceWithin(0.8, 2029), open.greatestChanceWithin(0.8, 2029));
        assertThat(open.leastChanceWithin(0.8, 2029)).isLessThan(open.greatestChanceWithin(0.8, 2029));
        assertThat(shut.leastChanceWithin(0.8, 2029)).isEqualTo(shut.greatestChanceWithin(0.8, 2029));
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }

    private static double share(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    @Test
    void chanceIsCertainInTheLastYearItself() {
        Projection p = Projection.of(from(2015, SHARES)).orElseThrow();
        assertThat(p.chanceWithin(0.75, 2024)).isEqualTo(1);
        assertThat(p.chanceWithin(0.74, 2024)).isZero();
    }

    @Test
    void yearsOfArrivalAreOrderedAndMayBeNever() {
        Projection falling = Projection.of(from(2015, SHARES)).orElseThrow();
        double median = falling.yearWithin(0.65).orElseThrow();
        assertThat(falling.earliestYearWithin(0.65).orElseThrow()).isLessThan(median);
        falling.latestYearWithin(0.65).ifPresent(latest -> assertThat(latest).isGreaterThan(median));
        assertThat(falling.medianAt((int) Math.ceil(median))).isLessThanOrEqualTo(0.65);
        Projection rising = Projection.of(from(2015, 0.70, 0.72, 0.75, 0.78, 0.80, 0.83, 0.85, 0.88)).orElseThrow();
        assertThat(rising.yearWithin(0.65)).isEmpty();
        assertThat(rising.latestYearWithin(0.65)).isEmpty();
        assertThat(rising.chanceWithin(0.65, 2030)).isZero();
    }

    @Test
    void projectionNeedsEightYearsWithoutAGapAndSharesInsideZeroAndOne() {
        assertThat(Projection.of(from(2015, 0.9, 0.9, 0.9, 0.8, 0.8, 0.8, 0.7))).isEmpty();
        assertThat(Projection.of(from(2015, 1.0, 0.9, 0.9, 0.8, 0.8, 0.8, 0.7, 0.7))).isEmpty();
        List<YearlyValue> gap = new ArrayList<>(from(2010, 0.9, 0.9, 0.8));
        gap.addAll(from(2015, 0.9, 0.8, 0.8, 0.7, 0.7));
        assertThat(Projection.of(gap)).isEmpty();
    }

    @Test
    void backTestCountsWhatTheIntervalHeld() {
        assertThat(Projection.hitRate(from(2015, 0.9, 0.9, 0.9, 0.8, 0.8, 0.8, 0.7, 0.7))).isEmpty();
        List<YearlyValue> calm = from(2010, 0.80, 0.81, 0.80, 0.79, 0.80, 0.81, 0.80, 0.79, 0.80);
        assertThat(Projection.hitRate(calm).orElseThrow()).isEqualTo(1);
        List<YearlyValue> shock = from(2010, 0.80, 0.81, 0.80, 0.79, 0.80, 0.81, 0.80, 0.79, 0.20);
        assertThat(Projection.hitRate(shock).orElseThrow()).isZero();
    }

    @Test
    void aShareThatNeverMovedIsHeldByTheIntervalOfNoWidth() {
        assertThat(Projection.hitRate(from(2010, 0.008, 0.008, 0.008, 0.008, 0.008, 0.008, 0.008, 0.008, 0.008, 0.008)).orElseThrow()).isEqualTo(1);
        assertThat(Projection.hitRate(from(2010, 0.008, 0.008, 0.008, 0.008, 0.008, 0.008, 0.008, 0.008, 0.0081)).orElseThrow()).isZero();
    }

    @Test
    void normalDistributionAgreesWithItsTable() {
        assertThat(Normal.cdf(0)).isEqualTo(0.5);
        assertThat(Normal.cdf(Normal.Z90)).isCloseTo(0.95, within(1e-14));
        assertThat(Normal.cdf(-Normal.Z95)).isCloseTo(0.025, within(1e-14));
        assertThat(Normal.cdf(-9)).isZero();
        assertThat(Normal.cdf(9)).isEqualTo(1);
    }

    @Property(seed = "20261123")
    void chanceRisesWithTheCeilingAndTheIntervalHoldsTheMedian(
            @ForAll @Size(min = 8, max = 15) List<@DoubleRange(min = 0.02, max = 0.98) Double> shares,
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double ceiling) {
        Projection p = Projection.of(from(2000, shares.stream().mapToDouble(d -> d).toArray())).orElseThrow();
        assertThat(p.chanceWithin(ceiling, 2020)).isLessThanOrEqualTo(p.chanceWithin(ceiling + 0.05, 2020)).isBetween(0.0, 1.0);
        assertThat(p.medianAt(2020)).isBetween(p.lowAt(2020), p.highAt(2020));
    }
}
