package dev.lodestone.ingest.internal.container;

import java.io.InputStream;

/** Counts the bytes that pass. */
final class CountedStream extends PassingStream {

    private long bytes;

    CountedStream(InputStream stream) {
        super(stream);
    }

    long bytes() {
        return bytes;
    }

    @Override
    void passed(long all) {
        bytes = all;
    }
}
