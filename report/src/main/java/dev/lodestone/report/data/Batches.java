package dev.lodestone.report.data;

import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Collects text and hands it on in large pieces: encoding line by line costs more than making the lines. To be flushed at the end. */
final class Batches implements Appendable, Flushable {

    private static final int LARGE = 1 << 15;

    /** Where pieces go. */
    @FunctionalInterface
    private interface Sink {
        void take(StringBuilder piece) throws IOException;
    }

    private final Sink sink;
    private final StringBuilder text = new StringBuilder(LARGE + 1024);

    private Batches(Sink sink) {
        this.sink = sink;
    }

    /** Text without halves of surrogate pairs, as UTF-8. */
    static Batches utf8(OutputStream out) {
        return new Batches(piece -> out.write(piece.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Batches append(CharSequence more) throws IOException {
        text.append(more);
        return full();
    }

    @Override
    public Batches append(CharSequence more, int start, int end) throws IOException {
        text.append(more, start, end);
        return full();
    }

    @Override
    public Batches append(char c) throws IOException {
        text.append(c);
        return full();
    }

    private Batches full() throws IOException {
        // A pair that comes in two halves must not be cut.
        if (text.length() >= LARGE && !Character.isHighSurrogate(text.charAt(text.length() - 1))) {
            flush();
        }
        return this;
    }

    @Override
    public void flush() throws IOException {
        sink.take(text);
        text.setLength(0);
    }
}
