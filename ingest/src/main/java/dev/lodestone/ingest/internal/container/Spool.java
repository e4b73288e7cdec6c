package dev.lodestone.ingest.internal.container;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * Where files stand that have to be on disk to be read. They are deleted when they were read; a process that is killed cannot delete them.
 * Hence a folder for each process, with a lock that ends with the process however it ends: whoever reads next removes the folders whose
 * lock is free. No clock and no process number is trusted for that, since containers share folders and repeat numbers.
 */
final class Spool {

    private static final String PREFIX = "lodestone-";
    private static final String FILE = "spooled-";
    private static final String LOCK = "lock";

    /** What this machine's folders of this process begin with, and no other's; see {@link #sweep}. */
    private static final String OWN = PREFIX + ProcessHandle.current().pid() + "-"
            + ProcessHandle.current().info().startInstant().map(Instant::toEpochMilli).orElse(0L) + "-";

    private static Spool current;
    private static boolean swept;

    private final Path folder;
    private final FileChannel lock;

    private Spool(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** A new file of this process. */
    static synchronized Path newFile() throws IOException {
        if (current == null) {
            Runtime.getRuntime().addShutdownHook(new Thread(Spool::end, "lodestone-spool"));
        }
        if (current == null || !Files.exists(current.folder.resolve(LOCK))) { // systems clean their folder for temporary files while we run
            current = create();
        }
        return Files.createTempFile(current.folder, FILE, ".bin");
    }

    /** Removes what killed processes left, once. What cannot be removed is another user's, or stays for the next. */
    static synchronized void sweepOnce() {
        if (swept) {
            return;
        }
        swept = true;
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), Spool::isForeign)) {
            for (Path each : folders) {
                sweep(each);
            }
        } catch (IOException | RuntimeException e) {
            // a folder that cannot be listed holds nothing of ours that could be removed
        }
    }

    /** A folder of this very process is left alone: in some systems closing a file that it has locked would end the lock. */
    private static boolean isForeign(Path entry) {
        String name = entry.getFileName().toString();
        return name.startsWith(PREFIX) && !name.startsWith(OWN) && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
    }

    private static void sweep(Path folder) {
        Path lock = folder.resolve(LOCK);
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            if (channel.tryLock() != null) {
                clear(folder);
            }
        } catch (NoSuchFileException e) {
            deleteQuietly(folder); // killed before it had a lock; one that is about to have it makes itself another folder
        } catch (IOException | OverlappingFileLockException e) {
            // another user's, or in use
        }
        deleteQuietly(folder);
    }

    /** Deletes the files, the lock last; others' files in the folder stay, and the folder with them. */
    private static void clear(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, FILE + "*.bin")) {
            for (Path file : files) {
                deleteQuietly(file);
            }
        }
        deleteQuietly(folder.resolve(LOCK));
    }

    /** Between making the folder and locking it another process may sweep it away: then once more. */
    private static Spool create() throws IOException {
        while (true) {
            Path folder = Files.createTempDirectory(OWN);
            Path lock = folder.resolve(LOCK);
            try {
                FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                if (isLocked(channel) && Files.exists(lock)) {
                    return new Spool(folder, channel);
                }
                channel.close();
            } catch (NoSuchFileException e) {
                continue;
            }
        }
    }

    private static boolean isLocked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException e) {
            return true; // no locks on this file system: then nobody can sweep, either
        }
    }

    /** On Windows what is still being read stays, for the next process to sweep. */
    private static synchronized void end() {
        try {
            clear(current.folder);
            current.lock.close();
        } catch (IOException e) {
            // the next process sweeps it
        }
        deleteQuietly(current.folder);
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // stays for the next process
        }
    }
}
