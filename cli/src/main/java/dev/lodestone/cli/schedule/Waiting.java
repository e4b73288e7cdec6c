package dev.lodestone.cli.schedule;

import java.time.Instant;

/** Lets time pass. */
public interface Waiting {

    /**
     * Waits until an instant or a little before; may return early.
     *
     * @return false when it is time to stop
     */
    boolean until(Instant instant);
}
