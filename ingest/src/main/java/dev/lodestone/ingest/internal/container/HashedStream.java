package dev.lodestone.ingest.internal.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Unpacked bytes of a file, whose packed ones are hashed as they are read. */
public final class HashedStream extends FilterInputStream {

    private final InputStream packed;
    private final MessageDigest digest;

    HashedStream(InputStream unpacked, InputStream packed, MessageDigest digest) {
        super(unpacked);
        this.packed = packed;
        this.digest = digest;
    }

    /** Checksum of the whole file in lower-case hexadecimal; what stands behind its packed bytes is read for it. To be asked for once. */
    public String checksum() throws IOException {
        packed.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }
}
