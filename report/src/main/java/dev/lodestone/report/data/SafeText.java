package dev.lodestone.report.data;

/**
 * Makes a text safe to stand in a cell that a spreadsheet will open.
 *
 * <p>File names, publishers' notes and cells quoted in issues are other people's text. Spreadsheets run a cell that begins with
 * {@code = + - @}, a tab or a carriage return, also after blanks, and in some languages with the full-width forms of these signs. Such
 * a text gets an apostrophe before it, which spreadsheets take as "this is text"; a reader of the CSV can strip it. Numbers never pass
 * through here: a negative number stays a number.
 *
 * <p>Characters that XML 1.0 or a terminal cannot carry (controls other than tab and line ends, halves of surrogate pairs) become
 * U+FFFD, so that CSV, JSON and workbook show the same.
 */
final class SafeText {

    private static final String STARTERS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";
    private static final char REPLACEMENT = '\uFFFD';

    private SafeText() {}

    /** The text, with an apostrophe before it where it could start a formula. */
    static String of(String text) {
        String clean = printable(text);
        return startsFormula(clean) ? "'" + clean : clean;
    }

    static boolean startsFormula(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (STARTERS.indexOf(c) >= 0) {
                return true;
            }
            if (!isBlank(c)) {
                return false;
            }
        }
        return false;
    }

    /** Blanks that programs trim or do not show: white space, no-break spaces, zero-width characters, byte order mark. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    static String printable(String text) {
        StringBuilder changed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                if (changed != null) {
                    changed.append(c).append(text.charAt(i + 1));
                }
                i++;
                continue;
            }
            boolean sound = !Character.isSurrogate(c) && c < '\uFFFE' && (c >= ' ' ? c < '\u007F' || c > '\u009F' : "\t\n\r".indexOf(c) >= 0);
            if (!sound && changed == null) {
                changed = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (changed != null) {
                changed.append(sound ? c : REPLACEMENT);
            }
        }
        return changed == null ? text : changed.toString();
    }
}
