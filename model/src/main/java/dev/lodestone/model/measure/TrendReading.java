package dev.lodestone.model.measure;

/** What may be said of a change by the year, from its slope with the interval and from the test for a trend. */
public enum TrendReading {
    /** Test and interval agree: p is below 0.05 in all that bounds leave open, and the interval lies on one side of 0. */
    SEEN,
    /** The test alone sees a trend: the interval, which allows for years that carry over, holds 0. */
    OPEN,
    /** p is 0.05 or more, or may be. */
    UNSEEN;

    private static final double SELDOM = 0.05;

    /**
     * Reads the two beside each other.
     *
     * @param slope {@code trend} or {@code supplier-growth}
     * @param test {@code trend-p} or {@code supplier-growth-p}, with a value
     */
    public static TrendReading of(Outcome slope, Outcome test) {
        if (test.high().orElse(test.value().orElseThrow()) >= SELDOM) {
            return UNSEEN;
        }
        return slope.low().orElse(0) > 0 || slope.high().orElse(0) < 0 ? SEEN : OPEN;
    }
}
