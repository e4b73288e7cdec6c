package dev.lodestone.cli.schedule;

import dev.lodestone.report.edition.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a schedule remembers between runs and between processes.
 *
 * @param material the material that its editions are about
 * @param cron the expression
 * @param zone the zone in which it is read
 * @param lastRun when the last run began
 * @param lastSuccess when the last run that did not fail began
 * @param failures runs that failed since the last success
 * @param lastError message of the last failure; empty after a success
 * @param lastOutcome {@code published}, {@code revised}, {@code unchanged}, {@code failed}; empty before the first run
 * @param edition the edition that the last successful run published or found unchanged; empty before one
 * @param untold what somebody is still to be told, in the order in which it happened
 * @param watched what the watched folder held when the last run read it; empty without one
 * @param unfinished whether the last run that began was cut off or failed, so that an edition of its may stand of which nobody is to be told
 * @param told the edition of which somebody was told last, or is to be; empty before one
 * @param asked the question on which the last run that came so far published, or was about to; empty before one
 */
public record ScheduleState(
        String material,
        String cron,
        String zone,
        Optional<Instant> lastRun,
        Optional<Instant> lastSuccess,
        int failures,
        String lastError,
        String lastOutcome,
        String edition,
        List<Untold> untold,
        String watched,
        boolean unfinished,
        String told,
        Optional<Question> asked) {

    public ScheduleState {
        untold = List.copyOf(untold);
    }

    /** A clock that is set back by less may be wrong now; what it says is waited for. */
    private static final Duration CLOCK_IS_BEHIND = Duration.ofDays(7);

    /** Before the first run. */
    public static ScheduleState fresh(CronTimes times, String material) {
        return new ScheduleState(material, times.expression(), times.zone().getId(), Optional.empty(), Optional.empty(), 0, "", "", "", List.of(), "", false, "",
                Optional.empty());
    }

    /** With the schedule that is in force now. */
    ScheduleState of(CronTimes times, String material) {
        return new ScheduleState(
                material, times.expression(), times.zone().getId(), lastRun, lastSuccess, failures, lastError, lastOutcome, edition, untold, watched,
                unfinished, told, asked);
    }

    /** Now that a run begins: should it be cut off, the next one knows. */
    ScheduleState begun() {
        return new ScheduleState(
                material, cron, zone, lastRun, lastSuccess, failures, lastError, lastOutcome, edition, untold, watched, true, told, asked);
    }

    /** Now that the run is about to publish: in its folder may stand what others publish there, on other questions. */
    ScheduleState asking(Question question) {
        return new ScheduleState(
                material, cron, zone, lastRun, lastSuccess, failures, lastError, lastOutcome, edition, untold, watched, unfinished, told,
                Optional.of(question));
    }

    /** After a run that did not fail. */
    ScheduleState succeeded(Instant begun, RunResult result, String folder) {
        return new ScheduleState(
                material, cron, zone, Optional.of(begun), Optional.of(begun), 0, "", result.outcome(), result.edition(), untold, folder, false,
                result.edition(), asked);
    }

    ScheduleState failed(Instant begun, String error, String folder) {
        return new ScheduleState(
                material, cron, zone, Optional.of(begun), lastSuccess, failures + 1, error, "failed", edition, untold, folder, true, told, asked);
    }

    /** With what somebody is still to be told. */
    ScheduleState telling(List<Untold> notices) {
        return new ScheduleState(
                material, cron, zone, lastRun, lastSuccess, failures, lastError, lastOutcome, edition, notices, watched, unfinished, told, asked);
    }

    ScheduleState toldOf(String name) {
        return new ScheduleState(
                material, cron, zone, lastRun, lastSuccess, failures, lastError, lastOutcome, edition, untold, watched, unfinished, name, asked);
    }

    /** Whether the last run began so long after now that the clock was wrong then: to wait for it might be to wait for years. */
    public boolean isAheadOf(Instant now) {
        return lastRun.isPresent() && lastRun.get().isAfter(now.plus(CLOCK_IS_BEHIND));
    }

    /** Whether the last run was cut off; one that failed was told of and waits for its time. */
    boolean wasCutOff() {
        return unfinished && failures == 0;
    }
}
