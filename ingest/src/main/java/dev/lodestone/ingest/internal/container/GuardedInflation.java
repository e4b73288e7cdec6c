package dev.lodestone.ingest.internal.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Bytes that come out of compression, refused when they are far too many for what went in. */
final class GuardedInflation extends PassingStream {

    /** Statistics compress up to about a hundredfold, a bomb a thousandfold and more. */
    private static final long MOST_FOLD = 400;

    /** Below this, even a bomb does no harm. */
    private static final long HARMLESS = 64L << 20;

    private final LongSupplier bytesIn;

    GuardedInflation(InputStream inflated, LongSupplier bytesIn) {
        super(inflated);
        this.bytesIn = bytesIn;
    }

    @Override
    void passed(long all) throws IOException {
        if (all > HARMLESS && all > MOST_FOLD * Math.max(1, bytesIn.getAsLong())) {
            throw new IOException("the compressed bytes inflate more than " + MOST_FOLD + "-fold: refused as a decompression bomb");
        }
    }
}
