package dev.lodestone.ingest.internal.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/** Tells what goes wrong while a library unpacks, which throws many kinds where bytes are damaged. */
final class ToldStream extends FilterInputStream {

    private final Function<Exception, IOException> told;

    /**
     * @param told what to throw instead
     */
    ToldStream(InputStream stream, Function<Exception, IOException> told) {
        super(stream);
        this.told = told;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (IOException | RuntimeException e) {
            throw told.apply(e);
        }
    }
}
