package dev.lodestone.ingest.internal.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Bytes that come out of compression, refused when they are far too many for what went in. */
final class GuardedInflation extends FilterInputStream {

    /** Statistics compress up to about a hundredfold, a bomb a thousandfold and more. */
    private static final long MOST_FOLD = 400;

    /** Below this, even a bomb does no harm. */
    private static final long HARMLESS = 64L << 20;

    private final LongSupplier bytesIn;
    private long bytesOut;

    GuardedInflation(InputStream inflated, LongSupplier bytesIn) {
        super(inflated);
        this.bytesIn = bytesIn;
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

    private void count(int bytes) throws IOException {
        bytesOut += bytes;
        if (bytesOut > HARMLESS && bytesOut > MOST_FOLD * Math.max(1, bytesIn.getAsLong())) {
            throw new IOException("the compressed bytes inflate more than " + MOST_FOLD + "-fold: refused as a decompression bomb");
        }
    }
}
