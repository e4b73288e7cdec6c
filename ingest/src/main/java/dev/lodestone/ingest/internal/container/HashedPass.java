package dev.lodestone.ingest.internal.container;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One pass over a file's bytes, which are hashed in their order while parts of them are read: what lies between the parts is hashed
 * without being looked at.
 */
final class HashedPass implements Closeable {

    private final MessageDigest digest;
    private final CountedStream bytes;

    HashedPass(InputStream file, MessageDigest digest) {
        this.digest = digest;
        this.bytes = new CountedStream(new DigestInputStream(file, digest));
    }

    /** The bytes from the place on; empty if the pass is beyond it. Closing them leaves the pass open. */
    Optional<InputStream> from(long place) throws IOException {
        if (place < bytes.bytes()) {
            return Optional.empty();
        }
        new OnlySome(bytes, place - bytes.bytes()).transferTo(OutputStream.nullOutputStream());
        return Optional.of(new FilterInputStream(bytes) {
            @Override
            public long skip(long most) throws IOException {
                return new OnlySome(in, most).transferTo(OutputStream.nullOutputStream()); // what is skipped is hashed too
            }

            @Override
            public void close() {
                // the pass goes on
            }
        });
    }

    /** Checksum of the whole file in lower-case hexadecimal; what was not read yet is read for it. To be asked for once. */
    String checksum() throws IOException {
        bytes.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
