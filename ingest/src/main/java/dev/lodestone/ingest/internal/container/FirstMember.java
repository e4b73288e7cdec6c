package dev.lodestone.ingest.internal.container;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;

/**
 * The member that stands first in an archive, and mostly alone: it can be unpacked from the archive's bytes in their order, so that these are
 * hashed in the same pass.
 *
 * @param dataFrom where its packed bytes begin
 * @param packedSize how many they are
 * @param deflated whether they are compressed
 */
record FirstMember(int dataFrom, long packedSize, boolean deflated) {

    private static final int HEADER = 30;
    private static final int SIGNATURE = 0x04034b50;
    private static final int ENCRYPTED = 1;

    /** The member, if it is the one that the archive begins with. */
    static Optional<FirstMember> of(Path archive, ZipEntry entry) throws IOException {
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(archive)) {
            bytes = stream.readNBytes(HEADER + 2 * 0xFFFF);
        }
        if (bytes.length < HEADER || entry.getCompressedSize() < 0) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int method = header.getShort(8);
        int nameLength = Short.toUnsignedInt(header.getShort(26));
        int dataFrom = HEADER + nameLength + Short.toUnsignedInt(header.getShort(28));
        boolean isRead = header.getInt(0) == SIGNATURE
                && (header.getShort(6) & ENCRYPTED) == 0
                && method == entry.getMethod()
                && (method == ZipEntry.DEFLATED || method == ZipEntry.STORED)
                && dataFrom <= bytes.length;
        boolean isNamed = isRead
                && Arrays.equals(Arrays.copyOfRange(bytes, HEADER, HEADER + nameLength), entry.getName().getBytes(StandardCharsets.UTF_8));
        return isNamed ? Optional.of(new FirstMember(dataFrom, entry.getCompressedSize(), method == ZipEntry.DEFLATED)) : Optional.empty();
    }

    /** Unpacks it from the archive's bytes. */
    InputStream inflate(InputStream archive) throws IOException {
        archive.readNBytes(dataFrom); // not skipped, which would not be hashed
        InputStream data = new OnlySome(archive, packedSize);
        return deflated ? new Inflation(data) : new BufferedInputStream(data, 1 << 16);
    }

    /** So many bytes of a stream. */
    private static final class OnlySome extends FilterInputStream {

        private long left;

        OnlySome(InputStream stream, long most) {
            super(stream);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int value = left == 0 ? -1 : super.read();
            left -= value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0 && length > 0) {
                return -1;
            }
            int read = super.read(target, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
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
