package dev.lodestone.cli.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A notice of which somebody is still to be told.
 *
 * @param way the name of the way in which it goes
 * @param notice what it says
 * @param since when somebody was to be told first
 * @param attempts how often that went wrong
 * @param next when it is tried again; absent once it was given up
 * @param answer what went wrong last; empty before the first attempt
 */
public record Untold(String way, Notice notice, Instant since, int attempts, Optional<Instant> next, String answer) {

    /** Thirteen days of a process that stays, more where a timer starts it. */
    static final int MOST_ATTEMPTS = 60;

    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    static Untold of(String way, Notice notice, Instant since, Instant now) {
        return new Untold(way, notice, since, 0, Optional.of(now), "");
    }

    /** After an attempt that went wrong: the next comes after twice the time of the one before. */
    Untold triedInVain(Instant now, String wrong) {
        Duration wait = attempts < 10 ? SHORTEST_WAIT.multipliedBy(1L << attempts) : LONGEST_WAIT;
        Instant then = now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        return new Untold(way, notice, since, attempts + 1, attempts + 1 < MOST_ATTEMPTS ? Optional.of(then) : Optional.empty(), wrong);
    }

    boolean isNew() {
        return attempts == 0;
    }

    /** Also where a clock was put back, so that the time for it lies further away than any wait. */
    boolean isDue(Instant now) {
        return next.isPresent() && (!next.get().isAfter(now) || next.get().isAfter(now.plus(LONGEST_WAIT)));
    }
}
