package dev.lodestone.ingest.internal.table;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Native libraries that a driver unpacked into the folder for temporary files, as DuckDB's does at each start (57 MB) and deletes when the
 * program ends by itself. On Linux a library that is loaded needs its name no longer: deleted at once, it cannot stay behind a process that
 * is killed. Elsewhere this finds none.
 */
final class UnpackedLibraries {

    private static final Path MAPPED = Path.of("/proc/self/maps");

    /** What DuckDB's driver names its library: one that was killed while it unpacked leaves it, loaded by nobody. */
    private static final String UNPACKED_BY_DUCKDB = "libduckdb_java[0-9]*.so";

    private final Set<Path> before;

    private UnpackedLibraries(Set<Path> before) {
        this.before = before;
    }

    /** To be called before the driver loads. */
    static UnpackedLibraries before() {
        if (Files.isReadable(MAPPED)) {
            ProcessHandle.current().info().startInstant().ifPresent(started -> deleteUnpackedBefore(started.minus(1, ChronoUnit.HOURS)));
        }
        return new UnpackedLibraries(loaded());
    }

    /** After an hour it is loaded, and needs its name no longer, or never will be. */
    private static void deleteUnpackedBefore(Instant instant) {
        try (DirectoryStream<Path> libraries = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), UNPACKED_BY_DUCKDB)) {
            for (Path library : libraries) {
                if (Files.getLastModifiedTime(library, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(instant)) {
                    Files.delete(library);
                }
            }
        } catch (IOException | RuntimeException e) {
            // another user's, or a folder that cannot be listed: it stays
        }
    }

    /** Deletes the libraries that were loaded since, if this process unpacked them: a user's own, wherever it lies, was there before. */
    void deleteLoadedSince() {
        Instant started = ProcessHandle.current().info().startInstant().orElse(Instant.MAX);
        for (Path library : loaded()) {
            try {
                if (!before.contains(library) && created(library).isAfter(started)) {
                    Files.delete(library);
                }
            } catch (IOException e) {
                // the driver deletes it in the end
            }
        }
    }

    /** Where a file system keeps no time of creation, Java gives that of the last change for it, which unpacking sets. */
    private static Instant created(Path library) throws IOException {
        return Files.readAttributes(library, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).creationTime().toInstant();
    }

    private static Set<Path> loaded() {
        Set<Path> libraries = new HashSet<>();
        try {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
            List<String> lines = Files.isReadable(MAPPED) ? Files.readAllLines(MAPPED) : List.of();
            for (String line : lines) {
                int path = line.indexOf('/');
                if (path >= 0 && line.endsWith(".so") && temporary.equals(Path.of(line.substring(path)).getParent())) {
                    libraries.add(Path.of(line.substring(path)));
                }
            }
        } catch (IOException | RuntimeException e) {
            return Set.of(); // then the driver deletes what it unpacked, in the end
        }
        return libraries;
    }
}
