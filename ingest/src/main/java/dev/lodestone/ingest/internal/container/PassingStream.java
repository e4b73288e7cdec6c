package dev.lodestone.ingest.internal.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how many bytes passed. */
abstract class PassingStream extends FilterInputStream {

    private long bytes;

    PassingStream(InputStream stream) {
        super(stream);
    }

    /**
     * Called whenever bytes passed.
     *
     * @param all how many, from the beginning
     */
    abstract void passed(long all) throws IOException;

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int more) throws IOException {
        bytes += more;
        passed(bytes);
    }
}
