package dev.lodestone.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Text as UTF-8, large pieces of it whole. The JDK's writers copy every eight thousand characters twice, which took a tenth of the time
 * for the figures of an assessment. What a full disk did not take is remembered, since a {@link java.io.PrintWriter} passes over it in silence.
 */
final class Utf8Output extends Writer {

    private static final int ENOUGH = 1 << 15;

    private final OutputStream out;
    private final StringBuilder waiting = new StringBuilder(ENOUGH);

    private Optional<IOException> failure = Optional.empty();

    Utf8Output(OutputStream out) {
        this.out = out;
    }

    /** Why not all of the text was written; empty if it was. */
    Optional<IOException> failure() {
        return failure;
    }

    @Override
    public void write(int c) throws IOException {
        waiting.append((char) c);
        encodeIfEnough();
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        waiting.append(text, from, length);
        encodeIfEnough();
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        if (length < ENOUGH || from > 0 || length < text.length() || isOpen()) {
            waiting.append(text, from, from + length);
            encodeIfEnough();
            return;
        }
        encode(waiting.length());
        if (Character.isHighSurrogate(text.charAt(length - 1))) {
            waiting.append(text);
        } else {
            hand(text);
        }
    }

    /** Whether what waits ends with the first half of a character. */
    private boolean isOpen() {
        return !waiting.isEmpty() && Character.isHighSurrogate(waiting.charAt(waiting.length() - 1));
    }

    private void encodeIfEnough() throws IOException {
        if (waiting.length() >= ENOUGH) {
            encode(isOpen() ? waiting.length() - 1 : waiting.length());
        }
    }

    private void encode(int length) throws IOException {
        String text = waiting.substring(0, length);
        waiting.delete(0, length);
        hand(text);
    }

    /** After a failure nothing more is tried: what came after a gap would look whole. */
    private void hand(String text) throws IOException {
        if (failure.isEmpty() && !text.isEmpty()) {
            attempt(() -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void attempt(Write write) throws IOException {
        try {
            write.run();
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    private interface Write {
        void run() throws IOException;
    }

    @Override
    public void flush() throws IOException {
        encode(isOpen() ? waiting.length() - 1 : waiting.length());
        attempt(out::flush);
    }

    @Override
    public void close() throws IOException {
        encode(waiting.length());
        out.close();
    }
}
