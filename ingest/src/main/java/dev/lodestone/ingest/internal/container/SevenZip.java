package dev.lodestone.ingest.internal.container;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/** A 7z archive, as Eurostat's bulk files of Comext are. Its members are packed one behind another, so that a later one is reached through all before. */
final class SevenZip {

    /** What unpacking may need at a time; 7z's own strongest setting takes 65 MB. */
    private static final int MOST_MEMORY_KIB = 512 << 10;

    private final Path file;
    private final long packedSize;

    SevenZip(Path file) throws IOException {
        this.file = file;
        this.packedSize = Files.size(file);
    }

    /** Receives a member. */
    @FunctionalInterface
    interface Taker {
        /** The stream ends with the member and need not be closed. */
        void take(String name, InputStream bytes) throws IOException;
    }

    /** Names of the members that have bytes, as the archive lists them. */
    List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (SevenZFile archive = open()) {
            for (SevenZArchiveEntry entry : archive.getEntries()) {
                if (isFile(entry)) {
                    names.add(entry.getName());
                }
            }
        }
        return names;
    }

    /** Opens the first member that has bytes; the archive is closed with it. */
    InputStream openFirst() throws IOException {
        SevenZFile archive = open();
        for (SevenZArchiveEntry entry : archive.getEntries()) {
            if (isFile(entry)) {
                return new FilterInputStream(bytesOf(archive, entry)) {
                    @Override
                    public void close() throws IOException {
                        archive.close();
                    }
                };
            }
        }
        archive.close();
        throw new IOException("the archive has no members");
    }

    /** Gives all members that have bytes, in the archive's order, in one pass. */
    void giveAll(Taker taker) throws IOException {
        try (SevenZFile archive = open()) {
            for (SevenZArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (isFile(entry)) {
                    taker.take(entry.getName(), bytesOf(archive, entry));
                }
            }
        }
    }

    private static boolean isFile(SevenZArchiveEntry entry) {
        return !entry.isDirectory() && !entry.isAntiItem() && entry.hasStream();
    }

    private InputStream bytesOf(SevenZFile archive, SevenZArchiveEntry entry) throws IOException {
        return new GuardedInflation(new BufferedInputStream(new Told(archive.getInputStream(entry)), 1 << 16), () -> packedSize);
    }

    private SevenZFile open() throws IOException {
        try {
            return SevenZFile.builder().setPath(file).setMaxMemoryLimitKiB(MOST_MEMORY_KIB).setUseDefaultNameForUnnamedEntries(true).get();
        } catch (IOException | RuntimeException e) {
            throw told(e);
        }
    }

    /** What the library says of an archive that it cannot read, which is thrown in many kinds where its numbers are damaged. */
    private static IOException told(Exception e) {
        return switch (e) {
            case PasswordRequiredException encrypted -> new IOException("it is encrypted: unpack it with its password first", encrypted);
            case MemoryLimitException large -> new IOException(
                    "it takes more than " + (MOST_MEMORY_KIB >> 10) + " MB of memory to unpack: unpack it first", large);
            default -> new IOException("the archive is damaged, or packed in a way that is not known", e);
        };
    }

    /** Tells what goes wrong while unpacking. */
    private static final class Told extends FilterInputStream {

        Told(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (IOException | RuntimeException e) {
                throw told(e);
            }
        }
    }
}
