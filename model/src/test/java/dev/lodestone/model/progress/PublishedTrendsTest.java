package dev.lodestone.model.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests of trend that others worked out in print, on their data. */
class PublishedTrendsTest {

    /** J. Little, College of the Holy Cross, "A Mann-Kendall Example (By Hand)": 72 pairs rise, 18 fall, one is tied. */
    @Test
    void mannKendallWithATieAsWorkedByHandInATextbookExample() {
        double[] values = {12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11.0, 17.3, 15.9, 19.0, 18.3, 20.1, 21.7};
        List<YearlyValue> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new YearlyValue(2001 + i, values[i]));
        }
        MannKendall test = MannKendall.test(points).orElseThrow();
        assertThat(test.s()).isEqualTo(54);
        assertThat(53 / Math.sqrt(test.variance() / test.correction())).isCloseTo(2.9058, within(0.00005));
        assertThat(test.z()).isCloseTo(2.9058 / Math.sqrt(test.correction()), within(0.00005));
    }

    /**
     * US EPA, "Statistical Analysis of Groundwater Monitoring Data at RCRA Facilities, Unified Guidance" (EPA 530/R-09-007, 2009), example 17-7:
     * sodium at times that are not evenly apart. Slope 1.3333 ppm a year; tau 0.5556, that is S 25 of 45 pairs.
     */
    @Test
    void theilAndSensSlopeOfTimesUnevenlyApartAsTheUnifiedGuidanceWorksIt() {
        int[] tenths = {896, 901, 908, 911, 921, 931, 941, 956, 961, 963};
        double[] sodium = {56, 53, 51, 55, 52, 60, 62, 59, 61, 63};
        List<YearlyValue> points = new ArrayList<>();
        for (int i = 0; i < sodium.length; i++) {
            points.add(new YearlyValue(tenths[i], sodium[i]));
        }
        assertThat(10 * SenSlope.of(points).slope()).isCloseTo(1.3333333, within(5e-8));
        assertThat(MannKendall.test(points).orElseThrow().s()).isEqualTo(25);
    }

    /**
     * The same guidance, example 14-10: twelve months of 1983 to 1985. S 35 of 36 pairs (tau 0.9722222), slope 0.06 a year, Z 5.1849514 where months
     * are taken as independent, as computed by EnvStats (S. P. Millard) for its documentation.
     */
    @Test
    void seasonalKendallOfThreeYearsOfMonthsAsTheUnifiedGuidanceWorksIt() {
        double[][] months = {
            {1.99, 2.01, 2.15}, {2.10, 2.10, 2.17}, {2.12, 2.17, 2.27}, {2.12, 2.13, 2.23}, {2.11, 2.13, 2.24}, {2.15, 2.18, 2.26},
            {2.19, 2.25, 2.31}, {2.18, 2.24, 2.32}, {2.16, 2.22, 2.28}, {2.08, 2.13, 2.22}, {2.05, 2.08, 2.19}, {2.08, 2.16, 2.22}
        };
        Map<Integer, List<YearlyValue>> years = new HashMap<>();
        double variance = 0;
        for (int m = 0; m < months.length; m++) {
            List<YearlyValue> month = new ArrayList<>();
            for (int y = 0; y < 3; y++) {
                month.add(new YearlyValue(1983 + y, months[m][y]));
            }
            years.put(m + 1, month);
            variance += MannKendall.variance(month);
        }
        SeasonalKendall test = SeasonalKendall.test(years).orElseThrow();
        assertThat(test.s()).isEqualTo(35);
        assertThat(test.slope()).isCloseTo(0.06, within(1e-9));
        assertThat(34 / Math.sqrt(variance)).isCloseTo(5.1849514, within(5e-8));
        assertThat(test.z()).as("less sure, since months carry over").isPositive().isLessThan(5.1849514);
    }
}
