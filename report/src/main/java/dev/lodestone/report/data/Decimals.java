package dev.lodestone.report.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/**
 * Numbers as the files carry them: plain decimals without exponent, rounded half up, trailing zeros dropped.
 *
 * <p>Rounding follows the unit: money to cents, weights to grams, everything else to six decimals, which is enough to recompute a share
 * from its percentage and to square it again. A number too small for that keeps four significant digits, so that a small supplier is
 * not written as none; below a millionth of a millionth it is what a sum of doubles leaves over, and zero.
 */
public final class Decimals {

    private static final MathContext LEAST = new MathContext(4, RoundingMode.HALF_UP);

    /** Digits that spreadsheets keep. */
    private static final MathContext OF_CELLS = new MathContext(15, RoundingMode.HALF_UP);

    private static final double WHOLE_IN_CELLS = 1e15;

    private static final BigDecimal NOISE = new BigDecimal("1E-12");

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

    /** Below, a number may be too small for its decimals; above, not all digits of a double are whole. */
    private static final double LEAST_PLAIN = 1000;

    private static final double MOST_PLAIN = 1e12;

    /** More than a product of doubles below {@link #MOST_PLAIN} is wrong by. */
    private static final double UNSURE = 1e-3;

    private Decimals() {}

    /** Decimals kept for a unit. */
    public static int of(String unit) {
        return switch (unit) {
            case "USD" -> 2;
            case "kg" -> 3;
            default -> 6;
        };
    }

    public static BigDecimal rounded(double number, int decimals) {
        BigDecimal exact = BigDecimal.valueOf(number);
        if (exact.abs().compareTo(NOISE) < 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal byScale = exact.setScale(decimals, RoundingMode.HALF_UP);
        boolean tooSmall = byScale.precision() < LEAST.getPrecision() && exact.abs().compareTo(BigDecimal.ONE) < 0;
        return (tooSmall ? exact.round(LEAST) : byScale).stripTrailingZeros();
    }

    /** In plain digits; empty when absent. */
    public static String text(OptionalDouble number, int decimals) {
        return number.isPresent() ? text(number.getAsDouble(), decimals) : "";
    }

    public static String text(double number, int decimals) {
        if (number == 0) {
            return "0";
        }
        String plain = plainly(number, decimals);
        return plain.isEmpty() ? rounded(number, decimals).toPlainString() : plain;
    }

    /**
     * What {@link #rounded} gives, by whole numbers: a table has a million of them. Empty for numbers that are small, large, or so close to
     * the middle of two decimals that only their decimal digits tell which is nearer.
     */
    private static String plainly(double number, int decimals) {
        double shifted = Math.abs(number) * POWERS[decimals];
        if (!(shifted >= LEAST_PLAIN && shifted < MOST_PLAIN)) {
            return "";
        }
        long digits = (long) shifted;
        double rest = shifted - digits;
        if (Math.abs(rest - 0.5) < UNSURE) {
            return "";
        }
        digits += rest > 0.5 ? 1 : 0;
        int fraction = decimals;
        while (fraction > 0 && digits % 10 == 0) {
            digits /= 10;
            fraction--;
        }
        StringBuilder text = new StringBuilder(20);
        if (number < 0) {
            text.append('-');
        }
        text.append(digits);
        if (fraction > 0) {
            int least = fraction + 1 + (number < 0 ? 1 : 0);
            while (text.length() < least) {
                text.insert(number < 0 ? 1 : 0, '0');
            }
            text.insert(text.length() - fraction, '.');
        }
        return text.toString();
    }

    /** A year with its fraction, or a number of years, to the tenth; empty when absent. */
    static String years(OptionalDouble number) {
        return number.isPresent() ? years(number.getAsDouble()).toPlainString() : "";
    }

    static BigDecimal years(double number) {
        BigDecimal tenths = BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP);
        return tenths.signum() == 0 ? BigDecimal.ZERO : tenths.stripTrailingZeros();
    }

    /** With the fifteen digits that a spreadsheet keeps. */
    static String ofCell(double number) {
        if (number == Math.rint(number) && Math.abs(number) < WHOLE_IN_CELLS) {
            return Long.toString((long) number);
        }
        BigDecimal kept = BigDecimal.valueOf(number).round(OF_CELLS);
        return kept.signum() == 0 ? "0" : kept.stripTrailingZeros().toPlainString();
    }

    /** As it was read: every digit that the figure has. */
    public static String exact(double number) {
        BigDecimal exact = BigDecimal.valueOf(number);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }
}
