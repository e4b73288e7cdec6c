package dev.lodestone.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks long lines at blanks, what follows indented; words stay whole, and so do no-break spaces. For a terminal, which breaks them anywhere. */
final class LineBreaker extends Writer {

    private static final int HANGING = 2;

    /** A label with its text beside it: the text goes on beneath itself. */
    private static final Pattern LABELLED = Pattern.compile("( *\\S+(?: \\S+)* {2,})\\S+(?: \\S+)*");

    private static final int LONGEST_LABEL = 24;

    private final Writer out;
    private final int width;
    private final StringBuilder line = new StringBuilder();

    LineBreaker(Writer out, int width) {
        super(out);
        this.out = out;
        this.width = width;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            if (text[i] == '\n') {
                out.write(broken(line.toString(), width));
                out.write('\n');
                line.setLength(0);
            } else {
                line.append(text[i]);
            }
        }
    }

    @Override
    public void flush() throws IOException {
        // What is no whole line yet, a question say, is to be seen as well.
        out.write(line.toString());
        line.setLength(0);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }

    static String broken(String line, int width) {
        if (line.length() <= width) {
            return line;
        }
        String indent = " ".repeat(hanging(line, width));
        StringBuilder told = new StringBuilder();
        String rest = line;
        int first = line.length() - line.stripLeading().length();
        while (rest.length() > width) {
            int at = rest.lastIndexOf(' ', width);
            if (at <= first) {
                at = rest.indexOf(' ', Math.max(width, first));
            }
            if (at < 0) {
                break;
            }
            told.append(rest.substring(0, at).stripTrailing()).append('\n');
            rest = indent + rest.substring(at).stripLeading();
            first = indent.length();
        }
        return told.append(rest).toString();
    }

    private static int hanging(String line, int width) {
        Matcher labelled = LABELLED.matcher(line);
        if (labelled.matches() && labelled.group(1).length() <= Math.min(LONGEST_LABEL, width / 2)) {
            return labelled.group(1).length();
        }
        return Math.min(line.length() - line.stripLeading().length() + HANGING, width / 2);
    }
}
