package dev.lodestone.cli.schedule;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Keeps the runs of one schedule apart, from reading to publishing. Ends with its process: a killed run leaves no lock. */
final class RunLock implements AutoCloseable {

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock; empty while another run holds it. */
    static Optional<RunLock> tryAcquire(Path out, String name) throws IOException {
        Files.createDirectories(out);
        FileChannel channel = FileChannel.open(out.resolve(".schedule-" + name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            FileLock lock = channel.tryLock();
            held = lock != null;
            return held ? Optional.of(new RunLock(channel)) : Optional.empty();
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } finally {
            if (!held) {
                channel.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
