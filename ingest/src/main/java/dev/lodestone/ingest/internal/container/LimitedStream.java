package dev.lodestone.ingest.internal.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to give more than so many bytes. */
final class LimitedStream extends FilterInputStream {

    private final long most;
    private long bytes;

    LimitedStream(InputStream stream, long most) {
        super(stream);
        this.most = most;
    }

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
        if (bytes > most) {
            throw new IOException("the content is larger than " + most + " bytes");
        }
    }
}
