package dev.lodestone.ingest.internal.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that pass. */
final class CountedStream extends FilterInputStream {

    private long bytes;

    CountedStream(InputStream stream) {
        super(stream);
    }

    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        bytes += value < 0 ? 0 : 1;
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        bytes += Math.max(read, 0);
        return read;
    }
}
