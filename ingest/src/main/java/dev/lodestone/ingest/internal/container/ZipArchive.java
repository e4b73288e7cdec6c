package dev.lodestone.ingest.internal.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * A zip and its members. One that holds a member which Java's own reading refuses is read by Commons Compress, which refuses the member
 * alone; so is one that holds a name twice, since Java's own reading gives the same member for both.
 */
final class ZipArchive implements Closeable {

    private static final int END_HEADER = 22;
    private static final int END_SIGNATURE = 0x06054b50;

    /** More than the directory of as many members as are read; a larger one would take memory before they could be counted. */
    private static final long MOST_DIRECTORY = 8L << 20;

    private final Closeable archive;
    private final List<ZipMember> members;

    private ZipArchive(Closeable archive, List<ZipMember> members) {
        this.archive = archive;
        this.members = members;
    }

    static ZipArchive of(Path file) throws IOException {
        try {
            return of(new ZipFile(file.toFile(), StandardCharsets.UTF_8), file);
        } catch (ZipException e) {
            if (String.valueOf(e.getMessage()).contains("END header")) {
                throw new IOException("its list of members is missing: it breaks off", e);
            }
        }
        try {
            return of(new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1), file); // names in old archives are no UTF-8; they are only shown
        } catch (ZipException e) {
            return tolerant(file, e);
        }
    }

    List<ZipMember> members() {
        return members;
    }

    /** What it is as a whole, told by its members: a workbook of some kind, or an archive of files. */
    ContentKind kind() {
        if (has("[Content_Types].xml") && has("xl/workbook.xml")) {
            return ContentKind.WORKBOOK;
        }
        if (has("[Content_Types].xml") && has("xl/workbook.bin")) {
            return ContentKind.BINARY_WORKBOOK;
        }
        if (has("Index/Document.iwa") || has("Index.zip") && has("Metadata/Properties.plist")) {
            return ContentKind.NUMBERS;
        }
        if (has("[Content_Types].xml") && (has("word/document.xml") || has("ppt/presentation.xml"))) {
            return ContentKind.DOCUMENT;
        }
        return has("mimetype") && has("content.xml") ? ContentKind.OPEN_DOCUMENT : ContentKind.ARCHIVE;
    }

    private boolean has(String name) {
        return members.stream().anyMatch(member -> member.name().equals(name));
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }

    private static ZipArchive of(ZipFile zip, Path file) throws IOException {
        List<? extends ZipEntry> entries = Collections.list(zip.entries());
        if (entries.stream().map(ZipEntry::getName).distinct().count() < entries.size()) {
            zip.close();
            return tolerant(file, new ZipException("its list of members cannot be read"));
        }
        Map<String, Long> places = places(file);
        List<ZipMember> members = new ArrayList<>();
        for (ZipEntry entry : entries) {
            if (!entry.isDirectory()) {
                members.add(new ZipMember(
                        entry.getName(), entry.getSize(), entry.getCrc(), entry.getCompressedSize(), places.getOrDefault(entry.getName(), -1L),
                        entry.getMethod(), () -> zip.getInputStream(entry)));
            }
        }
        return new ZipArchive(zip, members);
    }

    /** Where each member's header begins, as far as the directory says it in its plain form; members of one name are not told apart. */
    private static Map<String, Long> places(Path file) throws IOException {
        Map<String, Long> places = new HashMap<>();
        ByteBuffer directory = directory(file);
        while (directory.remaining() >= 46 && directory.getInt(directory.position()) == 0x02014b50) {
            int at = directory.position();
            int name = Short.toUnsignedInt(directory.getShort(at + 28));
            int all = 46 + name + Short.toUnsignedInt(directory.getShort(at + 30)) + Short.toUnsignedInt(directory.getShort(at + 32));
            if (directory.remaining() < all) {
                break;
            }
            long from = Integer.toUnsignedLong(directory.getInt(at + 42));
            String text = new String(directory.array(), at + 46, name, StandardCharsets.UTF_8);
            places.merge(text, from == 0xFFFFFFFFL ? -1 : from, (one, other) -> -1L);
            directory.position(at + all);
        }
        return places;
    }

    /** The list of members at the file's end; empty where it is not found in its plain form, or is very long. */
    private static ByteBuffer directory(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer end = read(channel, Math.max(0, channel.size() - END_HEADER - 0xFFFF), END_HEADER + 0xFFFF);
            for (int at = end.limit() - END_HEADER; at >= 0; at--) {
                if (end.getInt(at) == END_SIGNATURE) {
                    long size = Integer.toUnsignedLong(end.getInt(at + 12));
                    long from = Integer.toUnsignedLong(end.getInt(at + 16));
                    boolean isPlain = size <= MOST_DIRECTORY && from + size <= channel.size();
                    return isPlain ? read(channel, from, (int) size) : ByteBuffer.allocate(0);
                }
            }
            return ByteBuffer.allocate(0);
        }
    }

    private static ByteBuffer read(FileChannel channel, long from, int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, channel.size() - from)).order(ByteOrder.LITTLE_ENDIAN);
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = channel.read(bytes, from + bytes.position());
        }
        return bytes.flip();
    }

    private static ZipArchive tolerant(Path file, ZipException refused) throws IOException {
        if (directory(file).limit() == 0) {
            throw refused;
        }
        org.apache.commons.compress.archivers.zip.ZipFile zip;
        try {
            zip = org.apache.commons.compress.archivers.zip.ZipFile.builder().setPath(file).setCharset(StandardCharsets.UTF_8).setIgnoreLocalFileHeader(true).get();
        } catch (IOException | RuntimeException e) { // thrown in many kinds where the archive's numbers are damaged
            throw new IOException("the archive is damaged, or packed in a way that is not known", e);
        }
        List<ZipMember> members = new ArrayList<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (!entry.isDirectory()) {
                members.add(new ZipMember(
                        entry.getName(), entry.getSize(), entry.getCrc(), entry.getCompressedSize(), -1, entry.getMethod(), () -> open(zip, entry)));
            }
        }
        return new ZipArchive(zip, members);
    }

    private static InputStream open(org.apache.commons.compress.archivers.zip.ZipFile zip, ZipArchiveEntry entry) throws IOException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new IOException("it is encrypted: unpack it with its password first");
        }
        if (!zip.canReadEntryData(entry)) {
            throw new IOException("it is packed in a way that is not known: unpack it first");
        }
        try {
            return new ToldStream(zip.getInputStream(entry), ZipArchive::damaged);
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    private static IOException damaged(Exception e) {
        return new IOException("it is damaged, or packed in a way that is not known", e);
    }
}
