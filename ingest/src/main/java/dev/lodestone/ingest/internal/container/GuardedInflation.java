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

    /** What the members of an archive come to that are unpacked one after the other. */
    static final class Total {

        private long before;
        private long member;

        /** Whether the members are far too many bytes for what went in. */
        boolean isTooMuch(long bytesIn) {
            return GuardedInflation.isTooMuch(before + member, bytesIn);
        }
    }

    private final LongSupplier bytesIn;
    private final Total total;

    GuardedInflation(InputStream inflated, LongSupplier bytesIn) {
        this(inflated, bytesIn, new Total());
    }

    /**
     * @param total what was unpacked of the archive before
     */
    GuardedInflation(InputStream inflated, LongSupplier bytesIn, Total total) {
        super(inflated);
        this.bytesIn = bytesIn;
        this.total = total;
        total.before += total.member;
        total.member = 0;
    }

    @Override
    void passed(long all) throws IOException {
        total.member = all;
        if (total.isTooMuch(bytesIn.getAsLong())) {
            throw new Bomb();
        }
    }

    static boolean isBomb(IOException e) {
        return e instanceof Bomb;
    }

    private static boolean isTooMuch(long bytesOut, long bytesIn) {
        return bytesOut > HARMLESS && bytesOut > MOST_FOLD * Math.max(1, bytesIn);
    }

    private static final class Bomb extends IOException {

        private static final long serialVersionUID = 1;

        Bomb() {
            super("the compressed bytes inflate more than " + MOST_FOLD + "-fold: refused as a decompression bomb");
        }
    }
}
