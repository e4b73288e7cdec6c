package dev.lodestone.ingest.internal.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8, and bytes that are not UTF-8 as Windows-1252. Text in Windows-1252 is next to never valid UTF-8 by chance, so one
 * pass reads both, and a file that mixes them loses nothing.
 */
public final class FallbackReader extends Reader {

    /** Counts the bytes that were not UTF-8. */
    public static final class Count {
        private long bytes;

        public long bytes() {
            return bytes;
        }
    }

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final InputStream stream;
    private final Count fallbacks;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private boolean ended;

    public FallbackReader(InputStream stream, Count fallbacks) {
        this.stream = stream;
        this.fallbacks = fallbacks;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (result.isMalformed() && chars.hasRemaining()) {
                chars.put(WINDOWS_1252.decode(ByteBuffer.wrap(new byte[] {bytes.get()})).get());
                fallbacks.bytes++;
                decoder.reset();
            } else if (chars.position() > 0) {
                return chars.position();
            } else if (result.isOverflow()) {
                throw new IOException("a character of two units does not fit into a buffer of one");
            } else if (ended) {
                return -1;
            } else {
                fill();
            }
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = stream.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
    }
}
