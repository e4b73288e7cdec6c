package dev.lodestone.ingest.internal.trade;

/**
 * Codes as tables keep them. Software that holds a column of whole numbers in which one cell is empty as decimals writes {@code 842.0} for
 * 842, or {@code 842,0}; no publisher writes a code with one decimal of 0. Pages and spreadsheets have blanks that do not break lines,
 * and marks of the direction of writing. An apostrophe before a code, or one on either side, is how a table says that it is text:
 * Japan's customs writes {@code '284690290'}.
 */
final class CodeText {

    private static final int FRACTION = 2;

    private CodeText() {}

    /** The cell's text without blanks of any kind around it. */
    static String trimmed(String cell) {
        String text = cell.strip();
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c <= '~'
                ? Character.isWhitespace(c)
                // U+FEFF and the marks of the direction of writing are format characters
                : c == '\u00a0' || c == '\u202f' || c == '\u2007' || Character.isWhitespace(c) || Character.getType(c) == Character.FORMAT;
    }

    /** The text of an amount, without the apostrophe before it that says that it is text: between thousands it stands elsewhere. */
    static String amount(String cell) {
        String text = trimmed(cell);
        if (text.length() < 2 || text.charAt(0) != '\'' || text.charAt(1) < '0' || text.charAt(1) > '9') {
            return text;
        }
        return text.substring(1, text.endsWith("'") ? text.length() - 1 : text.length());
    }

    private static String withoutApostrophes(String text) {
        if (text.length() < 2 || text.charAt(0) != '\'') {
            return text;
        }
        int to = text.endsWith("'") ? text.length() - 1 : text.length();
        for (int i = 1; i < to; i++) {
            if (!Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '.') {
                return text;
            }
        }
        return to == 1 ? text : text.substring(1, to);
    }

    /** The text of a code, a year or a flag, without the fraction that made a decimal of it. */
    static String of(String cell) {
        String text = withoutApostrophes(trimmed(cell));
        int whole = text.length() - FRACTION;
        if (whole < 1 || text.charAt(whole + 1) != '0' || (text.charAt(whole) != '.' && text.charAt(whole) != ',')) {
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
