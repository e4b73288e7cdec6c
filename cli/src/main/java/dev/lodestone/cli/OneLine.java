package dev.lodestone.cli;

/** Text from someone's file made safe for a terminal: one line, bounded, nothing that moves the cursor or sets a colour. */
final class OneLine {

    private static final int LONGEST = 2_000;

    private OneLine() {}

    static String of(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> {
            boolean unsafe = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.LINE_SEPARATOR
                    || Character.getType(c) == Character.PARAGRAPH_SEPARATOR || Character.getType(c) == Character.SURROGATE;
            line.appendCodePoint(unsafe ? (c == '\n' || c == '\r' || c == '\t' ? ' ' : '\ufffd') : c);
        });
        return text.codePointCount(0, text.length()) > LONGEST ? line.append(" ...").toString() : line.toString();
    }
}
