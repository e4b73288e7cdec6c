package dev.lodestone.ingest;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/** A named source of bytes that can be opened again and again. The name is never an absolute path and has {@code /} between folders. */
public final class InputSource {

    /** Opens the bytes. */
    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException;
    }

    private final String name;
    private final Opening opening;
    private final OptionalLong size;
    private final Optional<Path> path;

    private InputSource(String name, Opening opening, OptionalLong size, Optional<Path> path) {
        this.name = Objects.requireNonNull(name, "name");
        this.opening = opening;
        this.size = size;
        this.path = path;
    }

    /** A file; named as given, or by its place below the working folder, or by its bare name where it lies elsewhere. */
    public static InputSource ofPath(Path given) {
        return ofPath(nameOf(given), given);
    }

    /** Bytes in memory. */
    public static InputSource ofBytes(String name, byte[] bytes) {
        byte[] copy = bytes.clone();
        return new InputSource(name, () -> new ByteArrayInputStream(copy), OptionalLong.of(copy.length), Optional.empty());
    }

    /** A resource, such as one packed in a jar. */
    public static InputSource ofResource(String name, URL resource) {
        Objects.requireNonNull(resource, "resource");
        return new InputSource(name, resource::openStream, lengthOf(resource), Optional.empty());
    }

    private static OptionalLong lengthOf(URL resource) {
        try {
            long length = resource.openConnection().getContentLengthLong();
            return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
        } catch (IOException e) {
            return OptionalLong.empty(); // opening it will say why
        }
    }

    /**
     * The file given, or every file below the folder given: sorted by name, hidden files skipped. Symbolic links are followed; what several
     * names lead to is listed once, and a link that leads nowhere is listed as a file that cannot be opened.
     */
    public static List<InputSource> list(Path fileOrFolder) throws IOException {
        if (!Files.isDirectory(fileOrFolder)) {
            return List.of(ofPath(fileOrFolder));
        }
        String folder = nameOf(fileOrFolder);
        List<InputSource> sources = new ArrayList<>();
        Path root = fileOrFolder.toRealPath();
        for (Path file : FolderListing.of(root)) {
            String below = slashes(root.relativize(file));
            sources.add(ofPath(folder.isEmpty() ? below : folder + "/" + below, file));
        }
        sources.sort(Comparator.comparing(InputSource::name));
        return List.copyOf(sources);
    }

    public String name() {
        return name;
    }

    /** Opens the bytes from the beginning; the caller closes them. */
    public InputStream open() throws IOException {
        return opening.open();
    }

    /** Number of bytes, if known before reading. */
    public OptionalLong size() {
        return size;
    }

    /** The file on disk, if it is one. */
    public Optional<Path> path() {
        return path;
    }

    /**
     * The same source, whose bytes are counted as they are read.
     *
     * @param bytes told how many bytes were read, by the threads that read, one at a time; those that are read twice twice
     */
    public InputSource watched(LongConsumer bytes) {
        return new InputSource(name, () -> new WatchedStream(opening.open(), bytes), size, path);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Tells how many bytes pass. */
    private static final class WatchedStream extends FilterInputStream {
        private final LongConsumer bytes;

        WatchedStream(InputStream stream, LongConsumer bytes) {
            super(stream);
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) {
                bytes.accept(1);
            }
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (read > 0) {
                bytes.accept(read);
            }
            return read;
        }
    }

    private static InputSource ofPath(String name, Path path) {
        OptionalLong size;
        try {
            size = OptionalLong.of(Files.size(path));
        } catch (IOException unknown) {
            size = OptionalLong.empty(); // opening it will say why
        }
        return new InputSource(name, () -> openFile(path), size, Optional.of(path));
    }

    /** A pipe has no end while nobody writes to it, and what was read from it is gone; files are read more than once. */
    private static InputStream openFile(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (attributes.isOther()) {
            throw new FileSystemException(
                    path.getFileName().toString(), null, "it is a pipe or a device: save what comes out of it to a file, which can be read again");
        }
        if (attributes.isDirectory()) {
            throw new FileSystemException(path.getFileName().toString(), null, "it is a folder that may not be listed: none of its files was read");
        }
        return Files.newInputStream(path);
    }

    private static String nameOf(Path given) {
        Path named = given.normalize();
        if (named.isAbsolute()) {
            Path here = Path.of("").toAbsolutePath();
            named = named.startsWith(here) ? here.relativize(named) : lastOf(named);
        }
        return slashes(named);
    }

    private static Path lastOf(Path path) {
        return path.getFileName() == null ? Path.of("") : path.getFileName();
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
