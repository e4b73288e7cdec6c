package dev.lodestone.report.brief;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * A share that became another, told with their difference: 88.64% and 88.75% are 0.1 points apart, but 88.6% and 88.8% read as 0.2.
 *
 * @param before the share as it was, 0..1
 * @param after as it is now
 */
public record ShareMove(double before, double after) {

    private static final int FINEST = 6;

    /** The difference, 0..1. */
    public double difference() {
        return BigDecimal.valueOf(after).subtract(BigDecimal.valueOf(before)).doubleValue();
    }

    /** With how many decimals of a per cent the two read as far apart as their difference with one: mostly one. */
    public int decimals() {
        String told = points(difference());
        for (int decimals = 1; decimals <= FINEST; decimals++) {
            BigDecimal apart = new BigDecimal(printed(after, decimals)).subtract(new BigDecimal(printed(before, decimals)));
            if (points(apart.movePointLeft(2).doubleValue()).equals(told)) {
                return decimals;
            }
        }
        return 1;
    }

    private static String points(double difference) {
        return printed(difference, 1);
    }

    /** As pages round. */
    private static String printed(double share, int decimals) {
        DecimalFormat format = new DecimalFormat("0." + "0".repeat(decimals), DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(100 * share);
    }
}
