package dev.lodestone.model.progress;

/** The standard normal distribution. */
final class Normal {

    /** Two-sided 90 %. */
    static final double Z90 = 1.6448536269514722;

    /** Two-sided 95 %. */
    static final double Z95 = 1.959963984540054;

    private static final double FAR = 8;
    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    private Normal() {}

    /** P(Z ≤ z), by the Taylor series about 0 (G. Marsaglia, "Evaluating the Normal Distribution", J. Statistical Software 11(4), 2004). */
    static double cdf(double z) {
        if (z <= -FAR) {
            return 0;
        }
        if (z >= FAR) {
            return 1;
        }
        double sum = z;
        double term = z;
        double previous = 0;
        for (int i = 3; sum != previous; i += 2) {
            previous = sum;
            term *= z * z / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-0.5 * z * z - HALF_LOG_TWO_PI);
    }
}
