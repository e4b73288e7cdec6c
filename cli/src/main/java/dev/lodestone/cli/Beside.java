package dev.lodestone.cli;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A step of the way from files to results that needs nothing of the step before it and runs beside it.
 *
 * @param <T> what the step gives
 */
final class Beside<T> {

    private final FutureTask<T> task;

    private Beside(Supplier<T> step) {
        this.task = new FutureTask<>(step::get);
    }

    static <T> Beside<T> start(Supplier<T> step) {
        Beside<T> beside = new Beside<>(step);
        Thread thread = new Thread(beside.task, "beside");
        thread.setDaemon(true);
        thread.start();
        return beside;
    }

    /** Waits for the result; what the step threw is thrown here. */
    T get() {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
