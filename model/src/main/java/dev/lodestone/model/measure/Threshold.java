package dev.lodestone.model.measure;

/**
 * Whether a figure lies above a threshold, both as they are written.
 *
 * <p>65.13 of 100.20 is 0.65, yet 65.13 is no binary number and the quotient may end a digit above it. What is less than {@link #SLACK} of
 * the threshold above it is at the threshold: far below what any statistics resolve, and above what adding and dividing can bring in.
 */
public final class Threshold {

    private static final double SLACK = 1e-12;

    private Threshold() {}

    public static boolean isExceeded(double figure, double threshold) {
        return figure > threshold + SLACK * Math.abs(threshold);
    }

    /** The least that exceeds it, for what exceeds any threshold and has no figure. */
    static double beyond(double threshold) {
        return threshold + 2 * SLACK * Math.abs(threshold);
    }
}
