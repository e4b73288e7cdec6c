package dev.lodestone.cli.schedule;

import dev.lodestone.ingest.InputSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * A folder into which statistics are delivered. It counts as settled when names, sizes and times of all its files have stood unchanged
 * for a while: a file that is still being copied grows, or bears a time that moves.
 */
public final class WatchedFolder {

    private final Path folder;
    private final Duration settling;
    private String seen = "";
    private Instant seenSince = Instant.MIN;

    /**
     * @param settling how long it must stand unchanged
     */
    public WatchedFolder(Path folder, Duration settling) {
        this.folder = folder;
        this.settling = settling;
    }

    /**
     * Looks at the folder; to be called every now and then. That it cannot be read, since its disk is not there or it is being replaced, is a
     * state of it like others: the run that this makes due says so, and the next one is due when it is back.
     */
    void look(Instant now) {
        String print;
        try {
            print = fingerprint();
        } catch (IOException | UncheckedIOException e) {
            print = "unreadable: " + e;
        }
        // A clock that was put back must not make it wait for the time that was.
        if (!print.equals(seen) || seenSince.isAfter(now)) {
            seen = print;
            seenSince = now;
        }
    }

    /** Whether nothing moved for long enough, as far as it was looked at. */
    boolean isSettled(Instant now) {
        return !seenSince.plus(settling).isAfter(now);
    }

    /** What the folder held when it was last looked at, as a checksum over names, sizes and times, or why it could not be read. */
    String seen() {
        return seen;
    }

    /** When to look again so that a change is noticed and its end, too. */
    Instant lookAgain(Instant now) {
        return now.plus(settling.dividedBy(2).plusSeconds(1));
    }

    private String fingerprint() throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        Path root = folder.toRealPath(); // the folder itself may be a link
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.put(root.relativize(file).toString(), attributes.size() + " " + attributes.lastModifiedTime().toMillis());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                // A file that was moved away while the folder was being listed is simply gone.
                if (failure instanceof NoSuchFileException && !file.equals(root)) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        for (InputSource source : InputSource.list(folder)) { // among them what links lead to, which may change where they stay
            Path file = source.path().orElseThrow();
            if (Files.exists(file)) {
                files.put("> " + source.name(), Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis());
            }
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, state) -> digest.update((name + "\0" + state + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
