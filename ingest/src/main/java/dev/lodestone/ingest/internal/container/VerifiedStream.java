package dev.lodestone.ingest.internal.container;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * The unpacked bytes of an archive's member, held against the size and checksum that the archive gives it: a bit that flipped in its
 * packed bytes makes another figure, and mostly no error.
 */
final class VerifiedStream extends FilterInputStream {

    private static final int PASSED_AT_A_TIME = 8192;

    private final long size;
    private final long expected;
    private final CRC32 sum = new CRC32();
    private long bytes;

    /**
     * @param size number of bytes
     * @param expected their CRC-32
     */
    VerifiedStream(InputStream stream, long size, long expected) {
        super(stream);
        this.size = size;
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(target, offset, length);
        } catch (ZipException e) {
            throw new IOException("it is damaged: it cannot be decompressed", e);
        }
        if (read > 0) {
            bytes += read;
            sum.update(target, offset, read);
            if (bytes > size) {
                throw new IOException("it is damaged: it is longer than the archive says");
            }
        }
        if (read < 0 && bytes < size) {
            throw new EOFException("the member breaks off");
        }
        if (read > 0 && bytes == size && sum.getValue() != expected) {
            throw new IOException("it is damaged: its checksum is not the one in the archive");
        }
        return read;
    }

    /** Reads what is skipped: it counts, too. */
    @Override
    public long skip(long wanted) throws IOException {
        byte[] passed = new byte[Math.clamp(wanted, 0, PASSED_AT_A_TIME)];
        long skipped = 0;
        while (skipped < wanted) {
            int read = read(passed, 0, (int) Math.min(passed.length, wanted - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    /** Bytes read twice would count twice. */
    @Override
    public boolean markSupported() {
        return false;
    }
}
