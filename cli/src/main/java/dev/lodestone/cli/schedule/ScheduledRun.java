package dev.lodestone.cli.schedule;

import dev.lodestone.report.edition.Question;
import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Consumer;

/** One run: reads, assesses, publishes unless nothing changed. */
@FunctionalInterface
public interface ScheduledRun {

    /**
     * Runs.
     *
     * @param day the day of the briefing
     * @param asking is told on which question, before anything is published
     * @throws IOException if reading or publishing fails; the last edition stands
     */
    RunResult run(LocalDate day, Consumer<Question> asking) throws IOException;
}
