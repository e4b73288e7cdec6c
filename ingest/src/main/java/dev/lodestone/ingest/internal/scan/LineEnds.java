package dev.lodestone.ingest.internal.scan;

/** Finds its way through the physical lines of bytes by their ends, whichever they are. */
final class LineEnds {

    private final byte[] bytes;
    private final int to;
    private int position;

    LineEnds(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.position = from;
        this.to = to;
    }

    /** Behind the last line end passed. */
    int position() {
        return position;
    }

    void pass(long lines) {
        for (long passed = 0; passed < lines; passed++) {
            while (position < to && bytes[position] != '\n' && bytes[position] != '\r') {
                position++;
            }
            if (position + 1 < to && bytes[position] == '\r' && bytes[position + 1] == '\n') {
                position++;
            }
            position = Math.min(to, position + 1);
        }
    }
}
