package dev.lodestone.ingest.internal.scan;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Blocks in order, scanned by several threads ahead of who takes them. One thread reads and hashes, the others scan; a few blocks are
 * in memory at a time, however long the stream.
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

    /** Blocks read ahead of the scanning threads, so that none of them waits for another's block to be taken. */
    private static final int AHEAD = 2;

    private final BlockFeed feed;
    private final Supplier<RecordScanner> newScanner;
    private final ConcurrentLinkedQueue<RecordScanner> idle = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<ScannedBlock> idleBlocks = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Future<Scan>> scans;
    private final BlockingQueue<byte[]> free;
    private final ExecutorService threads;
    private final Future<?> reading;

    BlockQueue(BlockFeed feed, int skipped, ScanSettings settings, Supplier<RecordScanner> newScanner) {
        this.feed = feed;
        this.newScanner = newScanner;
        int blocks = settings.threads() + AHEAD;
        this.scans = new ArrayBlockingQueue<>(blocks);
        this.free = new ArrayBlockingQueue<>(blocks);
        for (int i = 0; i < blocks; i++) {
            free.add(new byte[settings.blockBytes() + Block.SLACK]);
        }
        this.threads = Executors.newFixedThreadPool(settings.threads() + 1, task -> {
            Thread thread = new Thread(task, "lodestone-scan");
            thread.setDaemon(true);
            return thread;
        });
        this.reading = threads.submit(() -> {
            read(skipped);
            return null;
        });
    }

    /** The next block; after its last, or after one with a failure, none may be asked for. */
    Scan take() throws IOException {
        try {
            Future<Scan> next = scans.poll();
            while (next == null) {
                if (reading.isDone() && scans.isEmpty()) {
                    reading.get(); // says why there are no more
                    throw new IllegalStateException("asked for a block behind the last");
                }
                next = scans.poll(1, TimeUnit.SECONDS);
            }
            return next.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("reading was interrupted").initCause(e);
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
        threads.shutdownNow();
        try {
            threads.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("reading was interrupted").initCause(e);
        }
    }

    private void read(int skipped) throws IOException, InterruptedException {
        feed.skip(skipped);
        while (!feed.hasEnded()) {
            Block block = feed.next(free.take());
            Optional<IOException> failure = feed.failure();
            scans.put(threads.submit(() -> scan(block, failure)));
        }
    }

    private Scan scan(Block block, Optional<IOException> failure) {
        RecordScanner scanner = Optional.ofNullable(idle.poll()).orElseGet(newScanner);
        ScannedBlock scanned = Optional.ofNullable(idleBlocks.poll()).orElseGet(ScannedBlock::new);
        scanner.scan(block, scanned);
        idle.add(scanner);
        return new Scan(block, scanned, failure);
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
