package dev.lodestone.ingest.internal.container;

import dev.lodestone.ingest.InputSource;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The contents of a file: the file itself, or what its archive holds. Member names are only ever shown, never used as paths. An
 * archive inside an archive is listed and not opened.
 */
public final class Container implements Closeable {

    private static final int MOST_MEMBERS = 10_000;
    private static final long MOST_SPOOLED = 2L << 30;

    private final List<Content> contents = new ArrayList<>();
    private final List<Path> spooled = new ArrayList<>();
    private Optional<ZipFile> zip = Optional.empty();

    private Container() {}

    /** Looks into the file; the container is to be closed after its contents were read. */
    public static Container of(InputSource source) throws IOException {
        Container container = new Container();
        try {
            container.look(source);
            return container;
        } catch (IOException e) {
            container.close();
            throw e;
        }
    }

    public List<Content> contents() {
        return List.copyOf(contents);
    }

    @Override
    public void close() throws IOException {
        if (zip.isPresent()) {
            zip.get().close();
        }
        for (Path file : spooled) {
            Files.deleteIfExists(file);
        }
    }

    private void look(InputSource source) throws IOException {
        byte[] head;
        try (InputStream stream = source.open()) {
            head = stream.readNBytes(64);
        }
        if (ContentKind.isZip(head)) {
            lookIntoZip(source, source.path().isPresent() ? source.path().get() : spool(source.open()));
        } else if (ContentKind.isSevenZip(head)) {
            lookIntoSevenZip(new SevenZip(source.path().isPresent() ? source.path().get() : spool(source.open())));
        } else if (Packing.of(head).isPresent()) {
            Packing packing = Packing.of(head).get();
            add(packing.memberOf(source.name()), () -> packing.unpack(source.open()), Optional.of(digest -> unpackHashed(packing, source, digest)));
        } else {
            ContentKind kind = ContentKind.of(head);
            Optional<Path> file = source.path();
            if (needsDisk(kind) && file.isEmpty()) {
                file = Optional.of(spool(source.open()));
            }
            contents.add(new Content("", kind, () -> new BufferedInputStream(source.open(), 1 << 16), file, true));
        }
    }

    private void lookIntoZip(InputSource source, Path file) throws IOException {
        ZipFile opened = openZip(file);
        zip = Optional.of(opened);
        if (isWorkbook(opened)) {
            contents.add(new Content("", ContentKind.WORKBOOK, () -> Files.newInputStream(file), Optional.of(file), true));
            return;
        }
        List<ZipEntry> entries = new ArrayList<>(Collections.list(opened.entries()));
        if (entries.size() > MOST_MEMBERS) {
            throw new IOException("the archive holds " + entries.size() + " members, more than " + MOST_MEMBERS);
        }
        entries.removeIf(entry -> entry.isDirectory() || isHidden(entry.getName()));
        entries.sort(Comparator.comparing(ZipEntry::getName));
        for (ZipEntry entry : entries) {
            Optional<FirstMember> first = FirstMember.of(file, entry);
            add(entry.getName(), () -> inflate(opened, entry), first.map(member -> digest -> {
                InputStream packed = new DigestInputStream(source.open(), digest);
                return new HashedStream(new GuardedInflation(member.inflate(packed), entry::getCompressedSize), packed, digest);
            }));
        }
    }

    /** A member alone is unpacked as it is read; several are put on disk in one pass, since the last is reached through all others. */
    private void lookIntoSevenZip(SevenZip archive) throws IOException {
        List<String> names = archive.names();
        if (names.size() > MOST_MEMBERS) {
            throw new IOException("the archive holds " + names.size() + " members, more than " + MOST_MEMBERS);
        }
        if (names.size() == 1) {
            if (!isHidden(names.getFirst())) {
                add(names.getFirst(), archive::openFirst, Optional.empty());
            }
            return;
        }
        SortedMap<String, Path> members = new TreeMap<>();
        archive.giveAll((name, bytes) -> {
            if (!isHidden(name)) {
                members.put(name, spool(bytes));
            }
        });
        for (Map.Entry<String, Path> member : members.entrySet()) {
            add(member.getKey(), () -> new BufferedInputStream(Files.newInputStream(member.getValue()), 1 << 16), Optional.empty());
        }
    }

    /** Names in old archives are no UTF-8; they are only shown, so that any reading of them will do. */
    private static ZipFile openZip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            if (String.valueOf(e.getMessage()).contains("encrypted")) {
                throw new IOException("it is encrypted: unpack it with its password first", e);
            }
            if (!hasDirectory(e)) {
                throw new IOException("its list of members is missing: it breaks off", e);
            }
            return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Whether the archive's end was found, where its members are listed. */
    private static boolean hasDirectory(ZipException e) {
        return !String.valueOf(e.getMessage()).contains("END header");
    }

    /** A member; a workbook is put on disk, since its parts are read in no order. */
    private void add(String member, Content.Opening opening, Optional<Content.HashedOpening> hashed) throws IOException {
        byte[] head;
        try (InputStream stream = opening.open()) {
            head = stream.readNBytes(64);
        }
        ContentKind kind = ContentKind.of(head);
        Optional<Path> file = Optional.empty();
        if (ContentKind.isZip(head)) {
            Path copy = spool(opening.open());
            file = Optional.of(copy);
            try (ZipFile inner = new ZipFile(copy.toFile())) {
                kind = isWorkbook(inner) ? ContentKind.WORKBOOK : ContentKind.ARCHIVE;
            }
        } else if (needsDisk(kind)) {
            file = Optional.of(spool(opening.open()));
        }
        contents.add(new Content(member, kind, opening, hashed, file, false));
    }

    private static boolean needsDisk(ContentKind kind) {
        return kind == ContentKind.OLD_WORKBOOK || kind == ContentKind.PARQUET;
    }

    private Path spool(InputStream bytes) throws IOException {
        try (InputStream stream = bytes) {
            Path file = Files.createTempFile("lodestone-", ".bin");
            spooled.add(file);
            try (InputStream limited = new LimitedStream(stream, MOST_SPOOLED)) {
                Files.copy(limited, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return file;
        }
    }

    private static boolean isWorkbook(ZipFile zip) {
        return zip.getEntry("[Content_Types].xml") != null && zip.getEntry("xl/workbook.xml") != null;
    }

    private static boolean isHidden(String name) {
        String last = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
        return last.startsWith(".") || name.startsWith("__MACOSX/");
    }

    private static HashedStream unpackHashed(Packing packing, InputSource source, MessageDigest digest) throws IOException {
        InputStream packed = new DigestInputStream(source.open(), digest);
        return new HashedStream(packing.unpack(packed), packed, digest);
    }

    private static InputStream inflate(ZipFile zip, ZipEntry entry) throws IOException {
        InputStream stream = zip.getInputStream(entry);
        long compressed = entry.getCompressedSize();
        return new GuardedInflation(new BufferedInputStream(stream, 1 << 16), () -> compressed);
    }
}
