package dev.lodestone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Jobs of very different length on all cores: whoever is free takes the next, so that no core waits for another's share. A parallel
 * stream hands out runs of neighbours instead.
 */
final class InTurn {

    private InTurn() {}

    /**
     * What the jobs give, in their order; they are begun in that order, too.
     *
     * @throws RuntimeException what the first job in order threw that failed; jobs not begun by then are left out
     */
    static <T> List<T> all(List<? extends Supplier<T>> jobs) {
        int threads = Math.clamp(jobs.size(), 1, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads, job -> {
            Thread thread = new Thread(job, "lodestone-render");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<T>> begun = new ArrayList<>();
            jobs.forEach(job -> begun.add(pool.submit(job::get)));
            List<T> made = new ArrayList<>();
            for (Future<T> each : begun) {
                made.add(each.get());
            }
            return made;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReportException("rendering was interrupted", e);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException failure -> failure;
            case Error failure -> throw failure;
            default -> new IllegalStateException(e.getCause());
        };
    }
}
