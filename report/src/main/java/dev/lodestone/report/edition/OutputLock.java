package dev.lodestone.report.edition;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Keeps runs on one output folder apart, between threads and between processes. The lock ends with its process, so that a killed run
 * leaves none; the empty file that carries it stays.
 */
final class OutputLock implements AutoCloseable {

    /**
     * One run at a time in this process, whatever its folder. POSIX drops a process's lock on a file as soon as that process closes any
     * descriptor of it, so a second thread must not even open the file; publishing is short enough for all folders to share one turn.
     */
    private static final Semaphore TURN = new Semaphore(1, true);

    private static final long LOOK_AGAIN_MILLIS = 20;

    /** Small: a run that is killed meanwhile leaves a file of that length, which the next one empties. */
    private static final int MARK_BOUND = 1 << 16;

    private final FileChannel channel;

    private OutputLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the lock.
     *
     * @throws IOException if the file cannot be made or locked, or another run holds it for longer than {@code patience}
     */
    static OutputLock acquire(Path file, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        takeTurn(patience);
        boolean held = false;
        try {
            while (true) {
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                try {
                    held = channel.tryLock() != null && isStill(file, channel);
                    if (held) {
                        return new OutputLock(channel);
                    }
                } finally {
                    if (!held) {
                        channel.close();
                    }
                }
                if (System.nanoTime() > deadline) {
                    throw heldTooLong(patience);
                }
                pause();
            }
        } finally {
            if (!held) {
                TURN.release();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            TURN.release();
        }
    }

    /**
     * Whether the locked file is still the one of that name: a run that fails in a folder of its own making removes the file, and a lock
     * on a removed file holds nobody off. Asked by a length that nobody else would give it, since opening it again would drop the lock.
     */
    private static boolean isStill(Path file, FileChannel channel) throws IOException {
        long mark = 1L + ThreadLocalRandom.current().nextInt(MARK_BOUND);
        channel.write(ByteBuffer.allocate(1), mark - 1);
        try {
            return Files.size(file) == mark;
        } catch (NoSuchFileException e) {
            return false;
        } finally {
            channel.truncate(0);
        }
    }

    private static void takeTurn(Duration patience) throws IOException {
        try {
            if (!TURN.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw heldTooLong(patience);
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static IOException heldTooLong(Duration patience) {
        return new IOException("another run has been publishing there for " + patience.toSeconds() + " s");
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while waiting for another run");
    }
}
