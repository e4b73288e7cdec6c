package dev.lodestone.ingest.internal.container;

import dev.lodestone.ingest.InputSource;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The contents of a file: the file itself, or what its archive holds. Member names are only ever shown, never used as paths. An
 * archive inside an archive is listed and not opened.
 */
public final class Container implements Closeable {

    private static final int MOST_MEMBERS = 10_000;
    private static final long MOST_SPOOLED = 2L << 30;

    /** A tar is put on disk whole. */
    private static final long MOST_UNPACKED = 32L << 30;

    /** Enough of the beginning to tell what it is; a tar tells it in its first block. */
    private static final int HEAD = TarArchive.BLOCK;

    private final List<Content> contents = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<Path> spooled = new ArrayList<>();
    private final InputSource source;
    private Optional<ZipArchive> zip = Optional.empty();
    private Optional<HashedPass> pass = Optional.empty();

    private Container(InputSource source) {
        this.source = source;
    }

    /** Looks into the file; the container is to be closed after its contents were read. */
    public static Container of(InputSource source) throws IOException {
        Spool.sweepOnce();
        Container container = new Container(source);
        try {
            container.look();
            return container;
        } catch (IOException e) {
            container.close();
            throw e;
        }
    }

    public List<Content> contents() {
        return List.copyOf(contents);
    }

    /** The file's checksum, if contents were opened hashed; what was not read of it yet is read for it. To be asked for once, at the end. */
    public Optional<String> checksum() throws IOException {
        return pass.isPresent() ? Optional.of(pass.get().checksum()) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        if (pass.isPresent()) {
            pass.get().close();
        }
        if (zip.isPresent()) {
            zip.get().close();
        }
        for (Path file : spooled) {
            Files.deleteIfExists(file);
        }
    }

    private void look() throws IOException {
        byte[] head;
        try (InputStream stream = source.open()) {
            head = stream.readNBytes(HEAD);
        }
        if (ContentKind.isZip(head)) {
            lookIntoZip(onDisk());
        } else if (ContentKind.isSevenZip(head)) {
            lookIntoSevenZip(new SevenZip(onDisk()));
        } else if (TarArchive.isTar(head)) {
            lookIntoTar(new TarArchive(onDisk()));
        } else if (Packing.of(head).isPresent()) {
            lookIntoPacked(Packing.of(head).get());
        } else {
            ContentKind kind = ContentKind.of(head);
            Optional<Path> file = needsDisk(kind) ? Optional.of(onDisk()) : source.path();
            contents.add(new Content("", kind, () -> new BufferedInputStream(source.open(), 1 << 16), file, true));
        }
    }

    private Path onDisk() throws IOException {
        return source.path().isPresent() ? source.path().get() : spool(source.open());
    }

    private void lookIntoZip(Path file) throws IOException {
        ZipArchive opened = ZipArchive.of(file);
        zip = Optional.of(opened);
        if (opened.kind() != ContentKind.ARCHIVE) {
            contents.add(new Content("", opened.kind(), () -> Files.newInputStream(file), Optional.of(file), true));
            return;
        }
        List<ZipMember> members = new ArrayList<>(opened.members());
        checkCount(members.size());
        members.removeIf(member -> isHidden(member.name()));
        members.sort(Comparator.comparing(ZipMember::name));
        for (ZipMember member : members) {
            add(member.name(), member::open, Optional.of(digest -> openHashed(member, file, digest)));
        }
    }

    /** A member in the pass over the archive; empty if its bytes were passed already, or stand in no order. */
    private Optional<InputStream> openHashed(ZipMember member, Path file, MessageDigest digest) throws IOException {
        Optional<Long> from = member.dataFrom(file);
        Optional<InputStream> bytes = from.isEmpty() ? Optional.empty() : passOver(digest).from(from.get());
        return bytes.map(member::unpack);
    }

    private HashedPass passOver(MessageDigest digest) throws IOException {
        if (pass.isEmpty()) {
            pass = Optional.of(new HashedPass(source.open(), digest));
        }
        return pass.get();
    }

    private static void checkCount(int members) throws IOException {
        if (members > MOST_MEMBERS) {
            throw new IOException("the archive holds " + members + " members, more than " + MOST_MEMBERS);
        }
    }

    /** A member alone is unpacked as it is read; several are put on disk in one pass, since the last is reached through all others. */
    private void lookIntoSevenZip(SevenZip archive) throws IOException {
        List<String> names = archive.names();
        checkCount(names.size());
        if (names.size() == 1) {
            if (!isHidden(names.getFirst())) {
                add(names.getFirst(), archive::openFirst, Optional.empty());
            }
            return;
        }
        SortedMap<String, Content.Opening> members = new TreeMap<>();
        archive.giveAll(new SevenZip.Taker() {
            @Override
            public void take(String name, InputStream bytes) throws IOException {
                if (!isHidden(name)) {
                    Path file = spool(bytes);
                    members.put(unlike(members.keySet(), name), () -> new BufferedInputStream(Files.newInputStream(file), 1 << 16));
                }
            }

            @Override
            public void broken(String name, IOException why) {
                if (!isHidden(name)) {
                    members.put(unlike(members.keySet(), name), () -> {
                        throw why;
                    });
                }
            }
        });
        members.forEach((name, opening) -> add(name, opening, Optional.empty()));
    }

    private void lookIntoTar(TarArchive archive) throws IOException {
        List<TarArchive.Member> members = new ArrayList<>(archive.members(MOST_MEMBERS));
        members.removeIf(member -> isHidden(member.name()));
        members.sort(Comparator.comparing(TarArchive.Member::name));
        for (TarArchive.Member member : members) {
            add(member.name(), () -> archive.open(member), Optional.empty());
        }
    }

    /** What is packed alone: a file, or a tar, which is put on disk, since its members are read in another order. */
    private void lookIntoPacked(Packing packing) throws IOException {
        byte[] head;
        try (InputStream stream = packing.unpack(source.open())) {
            head = stream.readNBytes(HEAD);
        } catch (IOException e) {
            head = new byte[0]; // the member's reading will say why
        }
        if (TarArchive.isTar(head)) {
            lookIntoTar(new TarArchive(spool(packing.unpack(source.open()), MOST_UNPACKED)));
        } else {
            add(packing.memberOf(source.name()), () -> packing.unpack(source.open()), Optional.of(digest -> unpackHashed(packing, digest)));
        }
    }

    private Optional<InputStream> unpackHashed(Packing packing, MessageDigest digest) throws IOException {
        Optional<InputStream> bytes = passOver(digest).from(0);
        return bytes.isPresent() ? Optional.of(packing.unpack(bytes.get())) : Optional.empty();
    }

    /** A member; a workbook is put on disk, since its parts are read in no order. What cannot be opened is told where it is read. */
    private void add(String member, Content.Opening opening, Optional<Content.HashedOpening> hashed) {
        ContentKind kind = ContentKind.TEXT;
        Optional<Path> file = Optional.empty();
        Content.Opening opened = opening;
        try {
            byte[] head;
            try (InputStream stream = opening.open()) {
                head = stream.readNBytes(HEAD);
            }
            kind = ContentKind.of(head);
            if (ContentKind.isZip(head)) {
                Path copy = spool(opening.open());
                file = Optional.of(copy);
                try (ZipArchive inner = ZipArchive.of(copy)) {
                    kind = inner.kind();
                }
            } else if (needsDisk(kind)) {
                file = Optional.of(spool(opening.open()));
            }
        } catch (IOException e) {
            kind = ContentKind.TEXT;
            opened = () -> {
                throw e;
            };
        }
        String name = unlike(names, member);
        names.add(name);
        contents.add(new Content(name, kind, opened, hashed, file, false));
    }

    /** The name, numbered where others have it: an archive may hold a name twice, and a message is to tell which member it means. */
    private static String unlike(Set<String> others, String name) {
        String numbered = name;
        for (int number = 2; others.contains(numbered); number++) {
            numbered = name + " (" + number + ")";
        }
        return numbered;
    }

    private static boolean needsDisk(ContentKind kind) {
        return kind == ContentKind.OLD_WORKBOOK || kind == ContentKind.PARQUET;
    }

    private Path spool(InputStream bytes) throws IOException {
        return spool(bytes, MOST_SPOOLED);
    }

    private Path spool(InputStream bytes, long most) throws IOException {
        try (InputStream stream = bytes) {
            Path file = Spool.newFile();
            spooled.add(file);
            try (InputStream limited = new LimitedStream(stream, most)) {
                Files.copy(limited, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return file;
        }
    }

    private static boolean isHidden(String name) {
        String last = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
        return last.startsWith(".") || name.startsWith("__MACOSX/");
    }
}
