package dev.lodestone.model.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Pace towards a dated target.
 *
 * <p>Needed: (target − last) / (target year − last year). Seen: Sen's slope, the median of the slopes between all pairs of years
 * (P. K. Sen, "Estimates of the Regression Coefficient Based on Kendall's Tau", JASA 63, 1968).
 */
final class Paces {

    private Paces() {}

    /**
     * @param points year and value, in order of time, at least two
     * @param target value to reach
     * @param targetYear year in which to reach it
     */
    static Pace of(List<double[]> points, double target, int targetYear) {
        double[] first = points.getFirst();
        double[] last = points.getLast();
        double yearsLeft = targetYear - last[0];
        double needed = yearsLeft > 0 ? (target - last[1]) / yearsLeft : target - last[1];
        double seen = senSlope(points);
        double pathSlope = (target - first[1]) / (targetYear - first[0]);
        OptionalDouble behind = pathSlope == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((last[0] - first[0]) - (last[1] - first[1]) / pathSlope);
        OptionalDouble projected = seen == 0 || (target - last[1]) / seen < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(last[0] + (target - last[1]) / seen);
        return new Pace(
                needed, seen, behind, projected, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), points.size());
    }

    static double senSlope(List<double[]> points) {
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            for (int j = i + 1; j < points.size(); j++) {
                slopes.add((points.get(j)[1] - points.get(i)[1]) / (points.get(j)[0] - points.get(i)[0]));
            }
        }
        slopes.sort(Double::compare);
        int n = slopes.size();
        return n % 2 == 1 ? slopes.get(n / 2) : (slopes.get(n / 2 - 1) + slopes.get(n / 2)) / 2;
    }
}
