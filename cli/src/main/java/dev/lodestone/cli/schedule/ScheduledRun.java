package dev.lodestone.cli.schedule;

import java.io.IOException;
import java.time.LocalDate;

/** One run: reads, assesses, publishes unless nothing changed. */
@FunctionalInterface
public interface ScheduledRun {

    /**
     * Runs.
     *
     * @param day the day of the briefing
     * @throws IOException if reading or publishing fails; the last edition stands
     */
    RunResult run(LocalDate day) throws IOException;
}
