package dev.lodestone.model.trade;

import java.util.Optional;

/**
 * A reporter or partner, by ISO 3166-1 alpha-3 code.
 *
 * <p>Also {@code W00} (world), {@code X90}..{@code X99} (partners that the publisher does not name: areas n.e.s., bunkers, free
 * zones, special categories), {@code XKX} (Kosovo), {@code EUU} (the European Union as a bloc) and whatever bloc the register of groups
 * defines under such a code or one of a letter and a digit, as {@code G7}.
 */
public final class Economy implements Comparable<Economy> {

    /** More than any economy's {@link #number}. */
    static final int NUMBERS = 36 * 36 * 36;

    private static final int CODE_LENGTH = 3;

    /** All partners together: a total, never to be added to partners. */
    public static final Economy WORLD = new Economy("W00");

    /** A partner that the publisher does not name. */
    public static final Economy UNNAMED = new Economy("X99");

    /** The European Union as a bloc. */
    public static final Economy EUROPEAN_UNION = new Economy("EUU");

    private final String code;
    // A key of every map and a mark of every row: what is asked millions of times is found once.
    private final int hash;
    private final int number;
    private final boolean unnamed;

    private Economy(String code) {
        if (!isWellFormed(code)) {
            throw new IllegalArgumentException("economy code must be three characters A-Z or 0-9, beginning with a letter, or a letter and a digit: '" + code + "'");
        }
        this.code = code;
        this.hash = code.hashCode();
        this.number = Integer.parseInt(code, 36);
        this.unnamed = code.length() == CODE_LENGTH && code.charAt(0) == 'X' && code.charAt(1) == '9' && isDigit(code.charAt(2));
    }

    /**
     * By its code.
     *
     * @param code three characters, upper case, or a letter and a digit
     * @throws IllegalArgumentException when the code is neither
     */
    public static Economy of(String code) {
        return new Economy(code);
    }

    public static Optional<Economy> find(String code) {
        return isWellFormed(code) ? Optional.of(new Economy(code)) : Optional.empty();
    }

    public String code() {
        return code;
    }

    /** Another one for each economy, below {@link #NUMBERS}: a place in a table. */
    int number() {
        return number;
    }

    public boolean isWorld() {
        return equals(WORLD);
    }

    /** Whether this stands for partners that the publisher keeps unnamed ({@code X90}..{@code X99}). */
    public boolean isUnnamed() {
        return unnamed;
    }

    private static boolean isWellFormed(String code) {
        if (code == null || code.isEmpty() || !isLetter(code.charAt(0))) {
            return false;
        }
        return switch (code.length()) {
            // Two letters are a code of ISO 3166 alpha-2, which stands for nobody here.
            case CODE_LENGTH - 1 -> isDigit(code.charAt(1));
            case CODE_LENGTH -> isLetterOrDigit(code.charAt(1)) && isLetterOrDigit(code.charAt(2));
            default -> false;
        };
    }

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || isDigit(c);
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Economy that && number == that.number;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public int compareTo(Economy other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
