package dev.lodestone.model.progress;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Sen's slope: the median change a year over all pairs of years, with an interval that holds the true slope in at least nine cases of ten.
 *
 * <p>b = median over i &lt; j of (v_j − v_i)/(t_j − t_i). Interval: with N pairs and C the two-sided 90 % point of Kendall's S, the
 * slopes of rank (N − C)/2 and (N + C)/2 + 1. Up to ten points C comes from the exact distribution of S, beyond from its normal
 * approximation with ties; a rank between two is taken outwards, so that the interval is never the narrower. Fewer than four points give no interval: not even all slopes of one sign would
 * reach nine in ten. Where values have bounds, each pair's slope lies between two, and the interval takes the ranks of the least and of the
 * most: a rank never falls when a slope rises, so that it holds whatever the true values are.
 *
 * <p>Years that carry over into the next hold less than as many independent ones: Var S is multiplied by {@link MannKendall#carriedOver}, which takes from
 * the series how much carries over where it has {@link #CARRIED_FROM} points, and half where it has fewer.
 *
 * <p>Sources: P. K. Sen, "Estimates of the Regression Coefficient Based on Kendall's Tau", JASA 63 (1968), pp. 1379-1389; exact ranks as
 * in M. Hollander, D. A. Wolfe, "Nonparametric Statistical Methods", section 9.3; approximation as in R. O. Gilbert, "Statistical Methods
 * for Environmental Pollution Monitoring" (1987), section 16.5.
 *
 * @param slope change a year
 * @param low lower end of the interval; absent with fewer than four points
 * @param high upper end; absent with fewer than four points
 */
public record SenSlope(double slope, OptionalDouble low, OptionalDouble high) {

    /** Fewest points from which it is looked for whether years carry over. */
    public static final int CARRIED_FROM = MannKendall.LEAST;

    private static final int EXACT_UP_TO = 10;
    private static final double TAIL = 0.05;

    /** @throws IllegalArgumentException with fewer than two points or years that do not rise */
    public static SenSlope of(List<YearlyValue> points) {
        List<YearlyValue> p = YearlyValue.ordered(points);
        int n = p.size();
        if (n < 2) {
            throw new IllegalArgumentException("a slope needs two points");
        }
        double[] slopes = new double[n * (n - 1) / 2];
        double[] least = new double[slopes.length];
        double[] most = new double[slopes.length];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double years = p.get(j).year() - p.get(i).year();
                slopes[k] = (p.get(j).value() - p.get(i).value()) / years;
                least[k] = (p.get(j).low() - p.get(i).high()) / years;
                most[k] = (p.get(j).high() - p.get(i).low()) / years;
                k++;
            }
        }
        Arrays.sort(slopes);
        Arrays.sort(least);
        Arrays.sort(most);
        double median = at(slopes, (slopes.length + 1) / 2.0);
        double carried = n < 3 ? 1 : MannKendall.carriedOver(p, median);
        // Between two ranks the interval holds nine cases in ten by a hair or misses them by one: the wider is told.
        double rank = n <= EXACT_UP_TO ? exactRank(n) : Math.floor(rank(slopes.length, MannKendall.variance(p)));
        if (carried > 1 && rank >= 1) {
            // No interval is wider than all slopes. Between ranks here, so that it grows as evenly as what carries over.
            rank = Math.min(rank, Math.max(1, rank(slopes.length, MannKendall.variance(p) * carried)));
        }
        if (rank < 1) {
            return new SenSlope(median, OptionalDouble.empty(), OptionalDouble.empty());
        }
        return new SenSlope(
                median, OptionalDouble.of(at(least, rank)), OptionalDouble.of(at(most, slopes.length + 1 - rank)));
    }

    /** The median slope alone. */
    static double median(List<YearlyValue> points) {
        int n = points.size();
        double[] slopes = new double[n * (n - 1) / 2];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[k++] = (points.get(j).value() - points.get(i).value()) / (points.get(j).year() - points.get(i).year());
            }
        }
        Arrays.sort(slopes);
        return at(slopes, (slopes.length + 1) / 2.0);
    }

    private static double rank(int pairs, double variance) {
        return (pairs - Normal.Z90 * Math.sqrt(variance)) / 2;
    }

    /** The value of a rank (1 is the smallest), interpolated between whole ranks. */
    static double at(double[] sorted, double rank) {
        int below = (int) Math.floor(rank);
        double part = rank - below;
        double first = sorted[below - 1];
        return part == 0 ? first : first + part * (sorted[below] - first);
    }

    /** Rank of the lower end from the exact distribution of S, or 0 where no S is rare enough. */
    private static int exactRank(int n) {
        double[] byInversions = {1};
        for (int size = 2; size <= n; size++) {
            double[] next = new double[byInversions.length + size - 1];
            for (int i = 0; i < byInversions.length; i++) {
                for (int j = 0; j < size; j++) {
                    next[i + j] += byInversions[i] / size;
                }
            }
            byInversions = next;
        }
        // S = N − 2 · inversions: the largest S are the fewest inversions.
        double tail = 0;
        int inversions = 0;
        while (tail + byInversions[inversions] <= TAIL) {
            tail += byInversions[inversions];
            inversions++;
        }
        return inversions;
    }
}
