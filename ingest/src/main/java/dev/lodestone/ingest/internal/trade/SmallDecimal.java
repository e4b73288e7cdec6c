package dev.lodestone.ingest.internal.trade;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Decimal texts of up to 15 digits times a power of ten, by a single rounding: digits and powers of ten below 10^22 are exact in a
 * double, so that one multiplication or division of them is rounded as the exact result would be.
 */
final class SmallDecimal {

    private static final int MOST_DIGITS = 15;
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Of eight bytes, each. */
    private static final long ZEROS = 0x3030303030303030L;

    private static final long SIX = 0x0606060606060606L;
    private static final long HIGH_HALVES = 0xF0F0F0F0F0F0F0F0L;

    /** The places of numbers of two, four and eight digits. */
    private static final long PAIRS = 0x00FF00FF00FF00FFL;

    private static final long FOURS = 0x0000FFFF0000FFFFL;
    private static final long EIGHT = 0x00000000FFFFFFFFL;

    private SmallDecimal() {}

    /**
     * The number times the multiplier.
     *
     * @param multiplier 1 or a power of ten up to 10^15
     * @return NaN if the text is longer, or holds anything but digits and one point between or behind them
     */
    static double times(String text, double multiplier) {
        int length = text.length();
        int power = powerOf(multiplier);
        if (length == 0 || length > MOST_DIGITS + 1 || power < 0) {
            return Double.NaN;
        }
        long digits = 0;
        int point = -1;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
            } else if (c == '.' && point < 0 && i > 0) {
                point = i;
            } else {
                return Double.NaN;
            }
        }
        if (point < 0 && length > MOST_DIGITS) {
            return Double.NaN;
        }
        return of(digits, point < 0 ? 0 : length - 1 - point, power);
    }

    /** As {@link #times}, of the bytes of a text in ASCII, times a power of ten from 0 to 15. */
    static double ofBytes(byte[] bytes, int from, int to, int power) {
        int length = to - from;
        if (length > 0 && length <= Long.BYTES && from + Long.BYTES <= bytes.length) {
            return ofWord((long) WORD.get(bytes, from), length, power);
        }
        if (length <= 0 || length > MOST_DIGITS + 1) {
            return Double.NaN;
        }
        long digits = 0;
        int point = -1;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
            } else if (bytes[i] == '.' && point < 0 && i > from) {
                point = i;
            } else {
                return Double.NaN;
            }
        }
        if (point < 0 && length > MOST_DIGITS) {
            return Double.NaN;
        }
        return of(digits, point < 0 ? 0 : to - 1 - point, power);
    }

    /** The number whose text is the first bytes of a word, all digits at once: a byte a time costs a mispredicted branch where it ends. */
    private static double ofWord(long word, int length, int power) {
        int unused = Long.SIZE - (length << 3);
        long digits = (word ^ ZEROS) << unused; // behind as many zeros as are missing to eight digits
        long others = (digits | digits + SIX) & HIGH_HALVES;
        int decimals = 0;
        if (others != 0) {
            int point = Long.numberOfTrailingZeros(others) & -Byte.SIZE;
            if ((digits >>> point & 0xFF) != ('.' ^ '0') || point <= unused) {
                return Double.NaN;
            }
            long before = (1L << point) - 1;
            decimals = (Long.SIZE - Byte.SIZE - point) >>> 3;
            digits = digits & ~before & ~(0xFFL << point) | (digits & before) << Byte.SIZE;
            if (((digits | digits + SIX) & HIGH_HALVES) != 0) {
                return Double.NaN;
            }
        }
        long pairs = digits * 10 + (digits >>> 8) & PAIRS;
        long fours = pairs * 100 + (pairs >>> 16) & FOURS;
        return of(fours * 10_000 + (fours >>> 32) & EIGHT, decimals, power);
    }

    private static double of(long digits, int decimals, int power) {
        return power >= decimals ? digits * POWERS[power - decimals] : digits / POWERS[decimals - power];
    }

    /** The power of ten that the number is, from 0 to 15; -1 if it is none. */
    static int powerOf(double multiplier) {
        for (int power = 0; power < POWERS.length; power++) {
            if (POWERS[power] == multiplier) {
                return power;
            }
        }
        return -1;
    }
}
