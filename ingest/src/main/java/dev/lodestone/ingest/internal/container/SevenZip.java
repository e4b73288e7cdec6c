package dev.lodestone.ingest.internal.container;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

    /** Receives the members. */
    interface Taker {
        /** A member's bytes; the stream ends with the member and need not be closed. */
        void take(String name, InputStream bytes) throws IOException;

        /** A member that cannot be unpacked. */
        void broken(String name, IOException why);
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
                return new FilterInputStream(new GuardedInflation(bytesOf(archive, entry), () -> packedSize)) {
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

    /**
     * Gives all members that have bytes, in the archive's order, in one pass. One that is damaged is told; those packed behind it may be lost
     * with it.
     */
    void giveAll(Taker taker) throws IOException {
        GuardedInflation.Total total = new GuardedInflation.Total();
        Set<String> left = new LinkedHashSet<>(names());
        try (SevenZFile archive = open()) {
            for (SevenZArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (isFile(entry)) {
                    left.remove(entry.getName());
                    give(archive, entry, total, taker);
                }
            }
        } catch (IOException | RuntimeException e) { // thrown in many kinds where bytes are damaged
            IOException why = told(e);
            left.forEach(name -> taker.broken(name, why));
        }
    }

    private void give(SevenZFile archive, SevenZArchiveEntry entry, GuardedInflation.Total total, Taker taker) throws IOException {
        try {
            taker.take(entry.getName(), new GuardedInflation(bytesOf(archive, entry), () -> packedSize, total));
        } catch (IOException e) {
            taker.broken(entry.getName(), e);
            if (total.isTooMuch(packedSize)) {
                throw e;
            }
        }
    }

    private static boolean isFile(SevenZArchiveEntry entry) {
        return !entry.isDirectory() && !entry.isAntiItem() && entry.hasStream();
    }

    private static InputStream bytesOf(SevenZFile archive, SevenZArchiveEntry entry) throws IOException {
        try {
            return new BufferedInputStream(new ToldStream(archive.getInputStream(entry), SevenZip::told), 1 << 16);
        } catch (IOException | RuntimeException e) {
            throw told(e);
        }
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
            case IOException guarded when GuardedInflation.isBomb(guarded) -> guarded;
            case PasswordRequiredException encrypted -> new IOException("it is encrypted: unpack it with its password first", encrypted);
            case MemoryLimitException large -> new IOException(
                    "it takes more than " + (MOST_MEMORY_KIB >> 10) + " MB of memory to unpack: unpack it first", large);
            default -> new IOException("the archive is damaged, or packed in a way that is not known", e);
        };
    }
}
