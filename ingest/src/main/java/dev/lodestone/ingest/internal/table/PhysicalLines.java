package dev.lodestone.ingest.internal.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Physical lines with their numbers, whatever ends them; lines can be handed back to be read again. */
final class PhysicalLines implements Closeable {

    /** Longer than any line of trade statistics: beyond it, the rest of the line is dropped and the line marked. */
    static final int LONGEST = 1 << 20;

    /**
     * One line.
     *
     * @param number physical line number from 1
     * @param text text without its end
     * @param cut whether the line was longer than {@link #LONGEST}
     */
    record Line(long number, String text, boolean cut) {}

    private final Reader reader;
    private final char[] buffer = new char[1 << 15];
    private final Deque<Line> handedBack = new ArrayDeque<>();
    private int position;
    private int limit;
    private long number;
    private boolean skipLineFeed;
    private boolean metEnd;

    PhysicalLines(Reader reader, long first) {
        this.reader = reader;
        this.number = first - 1;
    }

    /** Number of the line that comes next. */
    long nextNumber() {
        return handedBack.isEmpty() ? number + 1 : handedBack.getFirst().number();
    }

    /** Whether a line was asked for beyond the last line end. */
    boolean hasMetEnd() {
        return metEnd;
    }

    /** Puts lines back so that they are read again, in the order given. */
    void handBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            handedBack.addFirst(lines.get(i));
        }
    }

    /** The next line, or null at the end: a line is asked for millions of times. */
    Line next() throws IOException {
        if (!handedBack.isEmpty()) {
            return handedBack.removeFirst();
        }
        StringBuilder longLine = null;
        boolean cut = false;
        while (true) {
            if (position == limit && !fill()) {
                metEnd = true;
                return longLine == null ? null : new Line(++number, longLine.toString(), cut);
            }
            if (skipLineFeed) {
                skipLineFeed = false;
                if (buffer[position] == '\n') {
                    position++;
                    continue;
                }
            }
            int end = position;
            while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            int length = end - position;
            boolean ended = end < limit;
            if (ended && longLine == null) {
                String text = new String(buffer, position, length);
                endLine(end);
                return new Line(++number, text, false);
            }
            if (longLine == null) {
                longLine = new StringBuilder(length + 80);
            }
            int room = LONGEST - longLine.length();
            longLine.append(buffer, position, Math.min(room, length));
            cut |= length > room;
            if (ended) {
                endLine(end);
                return new Line(++number, longLine.toString(), cut);
            }
            position = end;
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private void endLine(int end) {
        skipLineFeed = buffer[end] == '\r';
        position = end + 1;
    }

    private boolean fill() throws IOException {
        limit = Math.max(0, reader.read(buffer, 0, buffer.length));
        position = 0;
        return limit > 0;
    }
}
