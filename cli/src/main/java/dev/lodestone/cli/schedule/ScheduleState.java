package dev.lodestone.cli.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a schedule remembers between runs and between processes.
 *
 * @param cron the expression
 * @param zone the zone in which it is read
 * @param lastRun when the last run began
 * @param lastSuccess when the last run that did not fail began
 * @param failures runs that failed since the last success
 * @param lastError message of the last failure; empty after a success
 * @param lastOutcome {@code published}, {@code revised}, {@code unchanged}, {@code failed}; empty before the first run
 * @param edition the edition that the last successful run published or found unchanged; empty before one
 * @param untold what went wrong in telling of the last run that somebody was to be told of; empty if nothing did
 * @param watched what the watched folder held when the last run read it; empty without one
 */
public record ScheduleState(
        String cron,
        String zone,
        Optional<Instant> lastRun,
        Optional<Instant> lastSuccess,
        int failures,
        String lastError,
        String lastOutcome,
        String edition,
        String untold,
        String watched) {

    /** Before the first run. */
    public static ScheduleState fresh(CronTimes times) {
        return new ScheduleState(times.expression(), times.zone().getId(), Optional.empty(), Optional.empty(), 0, "", "", "", "", "");
    }

    /** With the schedule that is in force now. */
    ScheduleState of(CronTimes times) {
        return new ScheduleState(
                times.expression(), times.zone().getId(), lastRun, lastSuccess, failures, lastError, lastOutcome, edition, untold, watched);
    }

    ScheduleState succeeded(Instant begun, RunResult result, String folder) {
        return new ScheduleState(cron, zone, Optional.of(begun), Optional.of(begun), 0, "", result.outcome(), result.edition(), untold, folder);
    }

    ScheduleState failed(Instant begun, String error, String folder) {
        return new ScheduleState(cron, zone, Optional.of(begun), lastSuccess, failures + 1, error, "failed", edition, untold, folder);
    }

    /** With what went wrong in telling of the run. */
    ScheduleState told(List<String> wrong) {
        return new ScheduleState(cron, zone, lastRun, lastSuccess, failures, lastError, lastOutcome, edition, String.join("; ", wrong), watched);
    }
}
