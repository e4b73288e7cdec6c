package dev.lodestone.model.progress;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Mann-Kendall test for a monotonic trend, corrected for ties and for autocorrelation.
 *
 * <p>S = Σ_{i&lt;j} sgn(v_j − v_i); Var S = [n(n−1)(2n+5) − Σ t(t−1)(2t+5)]/18 over groups of t equal values; Z = (S ∓ 1)/√Var S. With
 * autocorrelation Var S is multiplied by 1 + 2/(n(n−1)(n−2)) Σ_k (n−k)(n−k−1)(n−k−2) ρ_k, where ρ_k is the autocorrelation at lag k of
 * the ranks of the series less its Sen slope, counted where |ρ_k| &gt; 1.96/√n. We differ in two points: a factor below 1 is taken as 1, so
 * that autocorrelation never makes the test surer; and where years are missing, ρ_k is made from the pairs that are k years apart, their mean
 * product standing for the missing ones, so that a gap does not make the test surer either.
 *
 * <p>Where values have bounds, a pair whose order they leave open may count either way: S lies between two sums, and so does p. The variance
 * and its correction are those of the values.
 *
 * <p>Untestable with fewer than {@link #LEAST} points. Sources: H. B. Mann, "Nonparametric Tests Against Trend", Econometrica 13 (1945);
 * M. G. Kendall, "Rank Correlation Methods" (1975); K. H. Hamed, A. R. Rao, "A modified Mann-Kendall trend test for autocorrelated data",
 * Journal of Hydrology 204 (1998), pp. 182-196.
 *
 * @param s Kendall's S: pairs that rise less pairs that fall
 * @param variance variance of S without correction for autocorrelation
 * @param correction factor applied to the variance; 1 without autocorrelation
 * @param z standardised S
 * @param p two-sided probability of so large an S without a trend
 * @param least the least that p can be, whatever the values are within their bounds
 * @param most the most that p can be
 */
public record MannKendall(long s, double variance, double correction, double z, double p, double least, double most) {

    /** Fewest points that can be tested. */
    public static final int LEAST = 8;

    /** Nothing is told from years of which each is all but the one before. */
    private static final double MOST_CARRIED = 0.9;

    /** What is taken to carry over where a series is too short to tell. */
    private static final double CARRIED_UNTOLD = 0.5;

    /** The test; empty with fewer than {@link #LEAST} points. */
    public static Optional<MannKendall> test(List<YearlyValue> points) {
        List<YearlyValue> p = YearlyValue.ordered(points);
        if (p.size() < LEAST) {
            return Optional.empty();
        }
        long s = 0;
        long lowest = 0;
        long highest = 0;
        for (int i = 0; i < p.size(); i++) {
            for (int j = i + 1; j < p.size(); j++) {
                s += (long) Math.signum(p.get(j).value() - p.get(i).value());
                lowest += (long) Math.signum(p.get(j).low() - p.get(i).high());
                highest += (long) Math.signum(p.get(j).high() - p.get(i).low());
            }
        }
        double variance = variance(p);
        if (variance <= 0) {
            return Optional.of(new MannKendall(0, 0, 1, 0, 1, lowest == highest ? 1 : 0, 1));
        }
        double correction = correction(p);
        double deviation = Math.sqrt(variance * correction);
        double z = standardised(s, deviation);
        double told = probability(z);
        boolean mayBeNone = lowest <= 0 && highest >= 0;
        double atLowest = probability(standardised(lowest, deviation));
        double atHighest = probability(standardised(highest, deviation));
        return Optional.of(new MannKendall(
                s, variance, correction, z, told,
                Math.min(told, Math.min(atLowest, atHighest)),
                mayBeNone ? 1 : Math.max(told, Math.max(atLowest, atHighest))));
    }

    private static double standardised(long s, double deviation) {
        return s == 0 ? 0 : (s - Math.signum(s)) / deviation;
    }

    private static double probability(double z) {
        return 2 * Normal.cdf(-Math.abs(z));
    }

    /** Whether a trend is seen at the 5 % level, whatever the values are within their bounds. */
    public boolean isSignificant() {
        return most < 0.05;
    }

    static double variance(List<YearlyValue> points) {
        int n = points.size();
        Map<Double, Integer> ties = new HashMap<>();
        points.forEach(v -> ties.merge(v.value() + 0.0, 1, Integer::sum));
        double sum = n * (n - 1.0) * (2 * n + 5);
        for (int t : ties.values()) {
            sum -= t * (t - 1.0) * (2 * t + 5);
        }
        return sum / 18;
    }

    private static double correction(List<YearlyValue> points) {
        int n = points.size();
        double[] ranks = fromTheirMean(ranks(detrended(points, SenSlope.median(points))));
        double sum = 0;
        for (int lag = 1; lag < n; lag++) {
            double rho = autocorrelation(points, ranks, lag);
            if (Math.abs(rho) > Normal.Z95 / Math.sqrt(n)) {
                sum += (n - lag) * (n - lag - 1.0) * (n - lag - 2.0) * rho;
            }
        }
        return Math.max(1, factor(n, sum));
    }

    /**
     * By how much Var S grows where each year carries over into the next: ρ_k = ρ^k in the factor of the test, with ρ = (ρ_1 + 2/n)/(1 − 4/n) and its
     * standard error √((1 − ρ²)/n) on top, between 0 and 0.9: from a few years it cannot be told how much carries over, and too little would make the interval too narrow. ρ_1 of the values less their slope. A trend taken off a short series takes part of ρ_1 along: what it takes on average, (2 + 4ρ)/n, is given back (F. H. C. Marriott and
     * J. A. Pope, "Bias in the Estimation of Autocorrelations", Biometrika 41 (1954), for a mean; for a trend about twice that). With fewer than {@link #LEAST} points ρ is a half.
     */
    static double carriedOver(List<YearlyValue> points, double slope) {
        int n = points.size();
        double carried = n < LEAST ? CARRIED_UNTOLD : carried(points, slope);
        double sum = 0;
        double power = 1;
        for (int lag = 1; lag < n; lag++) {
            power *= carried;
            sum += (n - lag) * (n - lag - 1.0) * (n - lag - 2.0) * power;
        }
        return factor(n, sum);
    }

    private static double carried(List<YearlyValue> points, double slope) {
        int n = points.size();
        double[] rest = fromTheirMean(detrended(points, slope).stream().mapToDouble(Double::doubleValue).toArray());
        double rho = (autocorrelation(points, rest, 1) + 2.0 / n) / (1 - 4.0 / n);
        double within = Math.clamp(rho, 0, MOST_CARRIED);
        return Math.clamp(rho + Math.sqrt((1 - within * within) / n), 0, MOST_CARRIED);
    }

    private static double factor(int n, double sum) {
        return 1 + 2 * sum / (n * (n - 1.0) * (n - 2.0));
    }

    private static List<Double> detrended(List<YearlyValue> points, double slope) {
        return points.stream().map(v -> v.value() - slope * (v.year() - points.getFirst().year())).toList();
    }

    private static double[] fromTheirMean(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        return Arrays.stream(values).map(v -> v - mean).toArray();
    }

    /** At a lag in years, of values from their mean; 0 where no two points are so far apart, or all are alike. */
    private static double autocorrelation(List<YearlyValue> points, double[] rest, int lag) {
        int n = rest.length;
        double spread = 0;
        double product = 0;
        int pairs = 0;
        int later = 0;
        for (int i = 0; i < n; i++) {
            spread += rest[i] * rest[i];
            while (later < n && points.get(later).year() < points.get(i).year() + lag) {
                later++;
            }
            if (later < n && points.get(later).year() == points.get(i).year() + lag) {
                product += rest[i] * rest[later];
                pairs++;
            }
        }
        return spread == 0 || pairs == 0 ? 0 : product * ((n - lag) / (double) pairs) / spread;
    }

    /**
     * Ranks from 1; equal values share the mean of their ranks. The two points that the median slope joins are equal once it is taken off, but for the last
     * digits of the arithmetic, which must not rank them.
     */
    private static double[] ranks(List<Double> values) {
        double same = 1e-9 * (Collections.max(values) - Collections.min(values));
        double[] ranks = new double[values.size()];
        for (int i = 0; i < ranks.length; i++) {
            int smaller = 0;
            int equal = 0;
            for (double other : values) {
                smaller += other < values.get(i) - same ? 1 : 0;
                equal += Math.abs(other - values.get(i)) <= same ? 1 : 0;
            }
            ranks[i] = smaller + (equal + 1) / 2.0;
        }
        return ranks;
    }
}
