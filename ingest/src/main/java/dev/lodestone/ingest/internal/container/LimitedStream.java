package dev.lodestone.ingest.internal.container;

import java.io.IOException;
import java.io.InputStream;

/** Refuses to give more than so many bytes. */
final class LimitedStream extends PassingStream {

    private final long most;

    LimitedStream(InputStream stream, long most) {
        super(stream);
        this.most = most;
    }

    @Override
    void passed(long all) throws IOException {
        if (all > most) {
            throw new IOException("the content is larger than " + most + " bytes");
        }
    }
}
