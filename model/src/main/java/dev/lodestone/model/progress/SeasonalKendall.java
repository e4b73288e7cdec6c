package dev.lodestone.model.progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Trend of a monthly series: each month is compared with the same month of other years only, so that seasons do not count as change.
 *
 * <p>S = Σ_m S_m and Var S = Σ_m Var S_m over the months m, each as in {@link MannKendall} with ties; Z = (S ∓ 1)/√Var S. Slope: the median
 * over all pairs of the same month of (v_j − v_i)/(t_j − t_i), a year; interval of 90 %: the slopes of rank (N ∓ 1.645·√Var S)/2, plus one
 * for the upper. Months are taken as independent of each other: where neighbouring months move together, the test is surer than it should
 * be.
 *
 * <p>Untestable with fewer than {@link #LEAST_YEARS} years of any month. Sources: R. M. Hirsch, J. R. Slack, R. A. Smith, "Techniques of
 * Trend Analysis for Monthly Water Quality Data", Water Resources Research 18 (1982), pp. 107-121; R. O. Gilbert, "Statistical Methods for
 * Environmental Pollution Monitoring" (1987), sections 17.1 and 17.3.
 *
 * @param s sum of Kendall's S over the months
 * @param z standardised S
 * @param p two-sided probability of so large an S without a trend
 * @param slope change a year
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record SeasonalKendall(long s, double z, double p, double slope, double low, double high) {

    /** Fewest years of each month. */
    public static final int LEAST_YEARS = 3;

    private static final int MONTHS = 12;

    /**
     * The test.
     *
     * @param years values of each month, 1 to 12, in order of years
     * @return empty where a month has fewer than {@link #LEAST_YEARS} values
     */
    public static Optional<SeasonalKendall> test(Map<Integer, List<YearlyValue>> years) {
        SortedMap<Integer, List<YearlyValue>> months = new TreeMap<>(years);
        if (months.size() < MONTHS || months.values().stream().anyMatch(v -> v.size() < LEAST_YEARS)) {
            return Optional.empty();
        }
        long s = 0;
        double variance = 0;
        List<Double> slopes = new ArrayList<>();
        for (List<YearlyValue> month : months.values()) {
            List<YearlyValue> p = YearlyValue.ordered(month);
            variance += MannKendall.variance(p);
            for (int i = 0; i < p.size(); i++) {
                for (int j = i + 1; j < p.size(); j++) {
                    double change = p.get(j).value() - p.get(i).value();
                    s += (long) Math.signum(change);
                    slopes.add(change / (p.get(j).year() - p.get(i).year()));
                }
            }
        }
        double z = s == 0 || variance <= 0 ? 0 : (s - Math.signum(s)) / Math.sqrt(variance);
        double[] sorted = slopes.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        double reach = Normal.Z90 * Math.sqrt(variance);
        return Optional.of(new SeasonalKendall(
                s,
                z,
                2 * Normal.cdf(-Math.abs(z)),
                SenSlope.at(sorted, (sorted.length + 1) / 2.0),
                SenSlope.at(sorted, Math.max(1, (sorted.length - reach) / 2)),
                SenSlope.at(sorted, Math.min(sorted.length, (sorted.length + reach) / 2 + 1))));
    }

    /** Whether a trend is seen at the 5 % level. */
    public boolean isSignificant() {
        return p < 0.05;
    }
}
