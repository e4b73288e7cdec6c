package dev.lodestone.cli.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits by the real time until told to stop, and lets whoever tells it wait for the end of what is under way. */
public final class StopSignal implements Waiting {

    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Clock clock;

    public StopSignal(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean until(Instant instant) {
        long millis = Math.max(0, Duration.between(clock.instant(), instant).toMillis());
        try {
            return !stop.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** To be called when nothing more is done. */
    public void ended() {
        ended.countDown();
    }

    /** Tells it to stop and waits for the end; a run that is longer is cut off, which leaves the last edition standing. */
    public void stopWithin(Duration patience) {
        stop.countDown();
        try {
            ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
