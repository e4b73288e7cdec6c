package dev.lodestone.model.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Screens that find unit values or changes which are more likely a slip of the pen than a price. They mark; they never change a figure.
 *
 * <p>Every method returns the indexes that it marks, in rising order. Amounts must be positive.
 */
public final class UnitValueScreen {

    public static final String BOXPLOT_FORMULA = "ln UV < Q1 − k·IQR or ln UV > Q3 + k·IQR";
    public static final String MEDIAN_FORMULA = "UV / median UV outside [1/r, r]";
    public static final String HB_FORMULA = "E = S · max(x_0, x_1)^U outside [E_M − C·d_L, E_M + C·d_U]";

    private static final int LEAST = 4;

    private UnitValueScreen() {}

    /**
     * Box plot of logarithms.
     *
     * @param k reach of the whiskers: 1.5 for outliers, 3 for far ones
     * @return marked indexes; none with fewer than four values
     */
    public static List<Integer> boxplot(List<Double> unitValues, double k) {
        if (unitValues.size() < LEAST) {
            return List.of();
        }
        double[] logs = unitValues.stream().mapToDouble(UnitValueScreen::log).toArray();
        double q1 = quantile(logs, 0.25);
        double q3 = quantile(logs, 0.75);
        double reach = k * (q3 - q1);
        return outside(logs, q1 - reach, q3 + reach);
    }

    /**
     * Distance from the commodity's median.
     *
     * @param ratio largest ratio either way; FAO uses 100
     */
    public static List<Integer> medianRatio(List<Double> unitValues, double ratio) {
        if (unitValues.isEmpty()) {
            return List.of();
        }
        double[] logs = unitValues.stream().mapToDouble(UnitValueScreen::log).toArray();
        double median = quantile(logs, 0.5);
        return outside(logs, median - Math.log(ratio), median + Math.log(ratio));
    }

    /**
     * Changes between two periods that are large for the size of the flow (M. A. Hidiroglou, J.-M. Berthelot, "Statistical Editing and
     * Imputation for Periodic Business Surveys", Survey Methodology 12, 1986).
     *
     * @param before values of the earlier period
     * @param after values of the later period, in the same order
     * @param u weight of size, 0..1; usually 0.5
     * @param a least spread as a part of the median effect; usually 0.05
     * @param c reach; 4 to 20
     * @return marked indexes; none with fewer than four pairs
     */
    public static List<Integer> hidiroglouBerthelot(List<Double> before, List<Double> after, double u, double a, double c) {
        if (before.size() != after.size()) {
            throw new IllegalArgumentException("two periods of the same flows are needed: " + before.size() + " and " + after.size());
        }
        if (before.size() < LEAST) {
            return List.of();
        }
        int n = before.size();
        double[] ratios = new double[n];
        for (int i = 0; i < n; i++) {
            ratios[i] = Math.exp(log(after.get(i)) - log(before.get(i)));
        }
        double median = quantile(ratios, 0.5);
        double[] effects = new double[n];
        for (int i = 0; i < n; i++) {
            double s = ratios[i] < median ? 1 - median / ratios[i] : ratios[i] / median - 1;
            effects[i] = s * Math.pow(Math.max(before.get(i), after.get(i)), u);
        }
        double middle = quantile(effects, 0.5);
        double below = Math.max(middle - quantile(effects, 0.25), Math.abs(a * middle));
        double above = Math.max(quantile(effects, 0.75) - middle, Math.abs(a * middle));
        return outside(effects, middle - c * below, middle + c * above);
    }

    /** Median of amounts. */
    static double median(List<Double> amounts) {
        return quantile(amounts.stream().mapToDouble(Double::doubleValue).toArray(), 0.5);
    }

    private static double log(double amount) {
        if (!(amount > 0)) {
            throw new IllegalArgumentException("a unit value must be positive: " + amount);
        }
        return Math.log(amount);
    }

    private static List<Integer> outside(double[] values, double low, double high) {
        List<Integer> marked = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] < low || values[i] > high) {
                marked.add(i);
            }
        }
        return List.copyOf(marked);
    }

    /** Linear interpolation between order statistics, as R's default (type 7). */
    private static double quantile(double[] values, double p) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double at = p * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
