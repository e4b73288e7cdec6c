package dev.lodestone.ingest.internal.scan;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * Blocks in order, scanned by several threads ahead of who takes them. Each thread reads a block when it is its turn and scans it while
 * others read: the bytes are still in its core's cache, and no block changes hands before its rows are known. A few blocks are in memory
 * at a time, however long the stream.
 */
final class BlockQueue implements Closeable {

    /**
     * A block with what its scan found if a record begins where the block does.
     *
     * @param block the block
     * @param scanned what was found
     * @param failure why the stream broke off behind this block
     */
    record Scan(Block block, ScannedBlock scanned, Optional<IOException> failure) {}

    /** Blocks beside those that are being scanned, so that no thread waits for another's block to be taken. */
    private static final int AHEAD = 2;

    private static final long LONGEST_WAIT_MILLIS = 60_000;

    private final BlockFeed feed;
    private final int skipped;
    private final Supplier<RecordScanner> newScanner;
    private final ConcurrentLinkedQueue<ScannedBlock> idleBlocks = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<FutureTask<Scan>> scans = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> free = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final int blockLength;
    private final int mostBlocks;
    private int blocks;
    private boolean begun;
    private boolean ended;

    BlockQueue(BlockFeed feed, int skipped, ScanSettings settings, Supplier<RecordScanner> newScanner) {
        this.feed = feed;
        this.skipped = skipped;
        this.newScanner = newScanner;
        this.blockLength = settings.blockBytes() + Block.SLACK;
        this.mostBlocks = settings.threads() + AHEAD;
        for (int i = 0; i < settings.threads(); i++) {
            Thread thread = new Thread(new Worker(), "lodestone-scan");
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    /** The next block; after its last, or after one with a failure, none may be asked for. */
    Scan take() throws IOException {
        try {
            return scans.take().get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    /** Hands a block and what was found in it back, to be filled anew. */
    void giveBack(Scan scan) {
        idleBlocks.add(scan.scanned());
        free.add(scan.block().bytes());
    }

    /** Stops reading; waits until no thread touches the stream any more. */
    @Override
    public void close() throws IOException {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(LONGEST_WAIT_MILLIS);
            }
            free.forEach(SpareBlocks::give);
            free.clear();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** A scan that can be given up: who takes it gets the reason. */
    private static final class Task extends FutureTask<Scan> {

        Task(Callable<Scan> scan) {
            super(scan);
        }

        void fail(Throwable reason) {
            setException(reason);
        }
    }

    private final class Worker implements Runnable {

        /** Made ahead: where memory has ended there is none to say so with, and who waits for this thread's blocks would wait for ever. */
        private final Task last = new Task(() -> null);

        private Task asked;

        @Override
        public void run() {
            try {
                RecordScanner scanner = newScanner.get();
                while (ask(this, scanner)) {
                    asked.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // closed: nobody asks for more
            } catch (RuntimeException | Error e) {
                if (asked != null) {
                    asked.fail(e);
                }
                last.fail(e);
                scans.add(last);
            }
        }
    }

    /** Reads the next block, whose scan takes its place among the others; says whether there was one. */
    private synchronized boolean ask(Worker worker, RecordScanner scanner) throws InterruptedException {
        if (ended) {
            return false;
        }
        worker.asked = new Task(read(freeBlock(), scanner));
        scans.add(worker.asked);
        return true;
    }

    /** An array to fill; a short text needs few. Where all are in use, the others wait with who waits here. */
    private byte[] freeBlock() throws InterruptedException {
        byte[] bytes = free.poll();
        if (bytes != null) {
            return bytes;
        }
        if (blocks < mostBlocks) {
            blocks++;
            return SpareBlocks.take(blockLength);
        }
        return free.take();
    }

    private Callable<Scan> read(byte[] bytes, RecordScanner scanner) {
        try {
            if (!begun) {
                begun = true;
                feed.skip(skipped);
            }
            Block block = feed.next(bytes);
            ended = feed.hasEnded();
            Optional<IOException> failure = feed.failure();
            return () -> scan(block, scanner, failure);
        } catch (IOException | RuntimeException | Error e) {
            ended = true;
            return () -> {
                throw e; // to who takes it
            };
        }
    }

    private Scan scan(Block block, RecordScanner scanner, Optional<IOException> failure) {
        ScannedBlock scanned = Optional.ofNullable(idleBlocks.poll()).orElseGet(ScannedBlock::new);
        scanner.scan(block, scanned);
        return new Scan(block, scanned, failure);
    }

    private static InterruptedIOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return (InterruptedIOException) new InterruptedIOException("reading was interrupted").initCause(e);
    }

    private static IOException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case IOException failure -> failure;
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            default -> throw new IllegalStateException(e.getCause());
        };
    }
}
