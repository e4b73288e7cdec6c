package dev.lodestone.ingest.internal.trade;

/**
 * Codes as tables keep them. Software that holds a column of whole numbers in which one cell is empty as decimals writes {@code 842.0} for
 * 842; no publisher writes a code with one decimal of 0.
 */
final class CodeText {

    private static final String FRACTION = ".0";

    private CodeText() {}

    /** The text of a code, a year or a flag, without the fraction that made a decimal of it. */
    static String whole(String text) {
        int whole = text.length() - FRACTION.length();
        if (whole < 1 || !text.endsWith(FRACTION)) {
            return text;
        }
        for (int i = 0; i < whole; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return text;
            }
        }
        return text.substring(0, whole);
    }
}
