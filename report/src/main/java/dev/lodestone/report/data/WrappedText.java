package dev.lodestone.report.data;

/** How many lines a text takes in a column, by the widths of Calibri: a little too many rather than one too few, which would be cut. */
final class WrappedText {

    /** What the indent and the cell's own edges take, in characters. */
    private static final int EDGES = 2;

    /** The first of the characters that are as wide as two digits: Hangul Jamo and what follows them of East Asia. */
    private static final int FIRST_WIDE = 0x1100;

    private static final int FIRST_WIDE_AFTER_PUNCTUATION = 0x2E80;

    private WrappedText() {}

    /**
     * Lines that the text takes.
     *
     * @param width width of the column in digits
     */
    static int lines(String text, int width) {
        int room = Math.max(1, width - EDGES);
        int lines = 1;
        int used = 0;
        int word = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                lines++;
                used = 0;
                word = 0;
            } else if (c == ' ') {
                used++;
                word = 0;
            } else {
                int wide = isWide(c) ? 2 : 1;
                word = wide == 2 ? wide : word + wide;
                used += wide;
                if (used > room) {
                    lines++;
                    // the word goes to the next line, or is parted where it is longer than one
                    used = Math.min(word, room) == room ? wide : word;
                    word = used;
                }
            }
        }
        return lines;
    }

    private static boolean isWide(char c) {
        return c >= FIRST_WIDE && c < 0x1200 || c >= FIRST_WIDE_AFTER_PUNCTUATION && !Character.isSurrogate(c);
    }
}
