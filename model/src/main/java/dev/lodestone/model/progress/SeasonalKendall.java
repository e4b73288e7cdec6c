package dev.lodestone.model.progress;

import java.util.ArrayList;
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
 * for the upper. Where values have bounds, each pair's slope lies between two, and the interval takes the ranks of the least and of the most.
 *
 * <p>A month carries over into the next: Var S is multiplied by Σ_t Σ_u c_t c_u ρ^|t−u| / Σ_t c_t², t and u months of the series, c the year of
 * each from the mean of its own month's years (what S adds up, but for its ranks). ρ is the autocorrelation at one month of the values less
 * slope and month, (ρ_1 + 2/n)/(1 − 4/n) with its standard error √((1 − ρ²)/n) on top, between 0 and {@link #MOST_CARRIED}, as in {@link SenSlope}.
 *
 * <p>Untestable with fewer than {@link #LEAST_YEARS} years of any month. Sources: R. M. Hirsch, J. R. Slack, R. A. Smith, "Techniques of
 * Trend Analysis for Monthly Water Quality Data", Water Resources Research 18 (1982), pp. 107-121; R. O. Gilbert, "Statistical Methods for
 * Environmental Pollution Monitoring" (1987), sections 17.1 and 17.3.
 *
 * @param s sum of Kendall's S over the months
 * @param z standardised S
 * @param p two-sided probability of so large an S without a trend
 * @param most the same where open values speak least for a trend
 * @param slope change a year
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record SeasonalKendall(long s, double z, double p, double most, double slope, double low, double high) {

    /** Fewest years of each month. */
    public static final int LEAST_YEARS = 3;

    private static final int MONTHS = 12;

    /** The most that is taken to carry over: without a limit, no trend could be told. */
    private static final double MOST_CARRIED = 0.95;

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
        long lowest = 0;
        long highest = 0;
        double variance = 0;
        List<Double> slopes = new ArrayList<>();
        List<Double> least = new ArrayList<>();
        List<Double> most = new ArrayList<>();
        for (List<YearlyValue> month : months.values()) {
            List<YearlyValue> p = YearlyValue.ordered(month);
            variance += MannKendall.variance(p);
            for (int i = 0; i < p.size(); i++) {
                for (int j = i + 1; j < p.size(); j++) {
                    double between = p.get(j).year() - p.get(i).year();
                    double change = p.get(j).value() - p.get(i).value();
                    double low = p.get(j).low() - p.get(i).high();
                    double high = p.get(j).high() - p.get(i).low();
                    s += (long) Math.signum(change);
                    lowest += (long) Math.signum(low);
                    highest += (long) Math.signum(high);
                    slopes.add(change / between);
                    least.add(low / between);
                    most.add(high / between);
                }
            }
        }
        double slope = SenSlope.at(sorted(slopes), (slopes.size() + 1) / 2.0);
        double deviation = Math.sqrt(variance * carriedOver(months, slope));
        double z = standardised(s, deviation);
        double p = probability(z);
        boolean mayBeNone = lowest <= 0 && highest >= 0;
        double mostLikely = Math.max(p, Math.max(probability(standardised(lowest, deviation)), probability(standardised(highest, deviation))));
        double rank = Math.max(1, (slopes.size() - Normal.Z90 * deviation) / 2);
        return Optional.of(new SeasonalKendall(
                s, z, p, mayBeNone ? 1 : mostLikely, slope, SenSlope.at(sorted(least), rank), SenSlope.at(sorted(most), slopes.size() + 1 - rank)));
    }

    private static double[] sorted(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double standardised(long s, double deviation) {
        return s == 0 || deviation <= 0 ? 0 : (s - Math.signum(s)) / deviation;
    }

    private static double probability(double z) {
        return 2 * Normal.cdf(-Math.abs(z));
    }

    /** By how much Var S grows where each month carries over into the next. */
    private static double carriedOver(SortedMap<Integer, List<YearlyValue>> months, double slope) {
        SortedMap<Integer, Double> rest = new TreeMap<>();
        SortedMap<Integer, Double> centred = new TreeMap<>();
        months.forEach((month, values) -> {
            double year = values.stream().mapToDouble(YearlyValue::year).average().orElseThrow();
            double level = values.stream().mapToDouble(v -> v.value() - slope * (v.year() - year)).average().orElseThrow();
            for (YearlyValue v : values) {
                rest.put(MONTHS * v.year() + month, v.value() - slope * (v.year() - year) - level);
                centred.put(MONTHS * v.year() + month, v.year() - year);
            }
        });
        double carried = carried(rest);
        double sum = 0;
        double squares = 0;
        double before = 0;
        int last = centred.firstKey();
        for (Map.Entry<Integer, Double> each : centred.entrySet()) {
            before *= Math.pow(carried, each.getKey() - last);
            last = each.getKey();
            sum += each.getValue() * (each.getValue() + 2 * before);
            squares += each.getValue() * each.getValue();
            before += each.getValue();
        }
        return Math.max(1, sum / squares);
    }

    private static double carried(SortedMap<Integer, Double> rest) {
        int n = rest.size();
        double product = 0;
        int pairs = 0;
        double spread = 0;
        for (Map.Entry<Integer, Double> each : rest.entrySet()) {
            spread += each.getValue() * each.getValue();
            Double next = rest.get(each.getKey() + 1);
            if (next != null) {
                product += each.getValue() * next;
                pairs++;
            }
        }
        // The last digits of the arithmetic carry nothing over.
        if (pairs == 0 || Math.sqrt(spread / n) <= 1e-9) {
            return 0;
        }
        double rho = (product * (n - 1.0) / pairs / spread + 2.0 / n) / (1 - 4.0 / n);
        double within = Math.clamp(rho, 0, MOST_CARRIED);
        return Math.clamp(rho + Math.sqrt((1 - within * within) / n), 0, MOST_CARRIED);
    }

    /** Whether a trend is seen at the 5 % level, whatever the values are within their bounds. */
    public boolean isSignificant() {
        return most < 0.05;
    }
}
