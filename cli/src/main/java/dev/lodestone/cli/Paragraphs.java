package dev.lodestone.cli;

import java.io.PrintWriter;

/** Labelled paragraphs for a terminal: the label on the left, the text beside it, broken at blanks. */
final class Paragraphs {

    /** Fits the narrowest terminal in use. */
    private static final int WIDTH = 80;
    private static final String INDENT = " ".repeat(18);

    private final PrintWriter out;

    Paragraphs(PrintWriter out) {
        this.out = out;
    }

    void line(String label, String value) {
        StringBuilder line = new StringBuilder("  " + label + " ".repeat(Math.max(1, INDENT.length() - 2 - label.length())));
        boolean first = true;
        for (String word : OneLine.of(value).split(" ")) {
            if (!first && line.length() + 1 + word.length() > WIDTH) {
                out.println(line);
                line = new StringBuilder(INDENT);
                first = true;
            }
            line.append(first ? "" : " ").append(word);
            first = false;
        }
        out.println(line);
    }
}
