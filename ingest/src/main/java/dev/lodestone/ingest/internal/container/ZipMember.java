package dev.lodestone.ingest.internal.container;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;

/**
 * A member of a zip.
 *
 * @param name its name
 * @param size number of its bytes
 * @param crc their CRC-32
 * @param packedSize number of its packed bytes
 * @param headerFrom where its header begins in the file; below 0 if that is not known
 * @param method how it is packed, as {@link ZipEntry} has it
 * @param opening opens its bytes, not verified
 */
record ZipMember(String name, long size, long crc, long packedSize, long headerFrom, int method, Content.Opening opening) {

    private static final int HEADER = 30;
    private static final int SIGNATURE = 0x04034b50;
    private static final int ENCRYPTED = 1;

    InputStream open() throws IOException {
        return guarded(new BufferedInputStream(opening.open(), 1 << 16));
    }

    /** Where its packed bytes begin in the file; empty if they cannot be unpacked in its order. */
    Optional<Long> dataFrom(Path file) throws IOException {
        if (headerFrom < 0 || packedSize < 0 || method != ZipEntry.DEFLATED && method != ZipEntry.STORED) {
            return Optional.empty();
        }
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer header = ByteBuffer.allocate(HEADER + utf8.length).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file)) {
            for (int read = 0; header.hasRemaining() && read >= 0; ) {
                read = channel.read(header, headerFrom + header.position());
            }
        }
        boolean isRead = !header.hasRemaining()
                && header.getInt(0) == SIGNATURE
                && (header.getShort(6) & ENCRYPTED) == 0
                && header.getShort(8) == method
                && Short.toUnsignedInt(header.getShort(26)) == utf8.length
                && Arrays.equals(Arrays.copyOfRange(header.array(), HEADER, HEADER + utf8.length), utf8);
        return isRead ? Optional.of(headerFrom + HEADER + utf8.length + Short.toUnsignedInt(header.getShort(28))) : Optional.empty();
    }

    /**
     * Unpacks it.
     *
     * @param bytes the file's bytes from its packed ones on
     */
    InputStream unpack(InputStream bytes) {
        InputStream data = new OnlySome(bytes, packedSize);
        return guarded(method == ZipEntry.DEFLATED ? new Inflation(data) : new BufferedInputStream(data, 1 << 16));
    }

    private InputStream guarded(InputStream unpacked) {
        return new GuardedInflation(new VerifiedStream(unpacked, size, crc), () -> packedSize);
    }

    /** Inflation of bytes without a header, which needs one byte more than there are. */
    private static final class Inflation extends InflaterInputStream {

        private boolean padded;

        Inflation(InputStream packed) {
            super(packed, new Inflater(true), 1 << 16);
        }

        @Override
        protected void fill() throws IOException {
            if (padded) {
                throw new EOFException("the archive's member breaks off");
            }
            len = in.read(buf, 0, buf.length);
            if (len < 0) {
                buf[0] = 0;
                len = 1;
                padded = true;
            }
            inf.setInput(buf, 0, len);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
