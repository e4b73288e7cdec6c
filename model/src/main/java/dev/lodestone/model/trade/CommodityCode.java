package dev.lodestone.model.trade;

import java.util.Optional;

/**
 * A commodity code as text: it keeps its leading zeros and has no dots or spaces.
 *
 * @param digits 2 to 12 digits
 */
public record CommodityCode(String digits) implements Comparable<CommodityCode> {

    public CommodityCode {
        if (!isWellFormed(digits)) {
            throw new IllegalArgumentException("commodity code must be 2 to 12 digits: '" + digits + "'");
        }
    }

    public static CommodityCode of(String digits) {
        return new CommodityCode(digits);
    }

    /** Reads a code as publishers print it: {@code 2846.90}, {@code 2846 90}, {@code 284690}. */
    public static Optional<CommodityCode> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                plain = false;
                break;
            }
        }
        String digits = plain ? text : text.strip().replaceAll("[.\\s\\u00a0]", "");
        return isWellFormed(digits) ? Optional.of(new CommodityCode(digits)) : Optional.empty();
    }

    /** Whether this code is the other one or lies below it in the same nomenclature (8 digits below 6, 6 below 4). */
    public boolean isWithin(CommodityCode other) {
        return digits.startsWith(other.digits);
    }

    public int length() {
        return digits.length();
    }

    private static boolean isWellFormed(String digits) {
        if (digits == null || digits.length() < 2 || digits.length() > 12) {
            return false;
        }
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    // Written out: a key of every map, and the code that the JVM makes for records is slow until it is compiled with all its effort.
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof CommodityCode that && digits.equals(that.digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public int compareTo(CommodityCode other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
