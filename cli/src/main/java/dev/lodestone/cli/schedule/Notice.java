package dev.lodestone.cli.schedule;

import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody is told.
 *
 * @param event what happened
 * @param time when, which may be long ago by the time somebody can be told
 * @param about the rest by name: {@code edition} and {@code outcome}, or {@code error} and {@code failures}
 */
public record Notice(Event event, Instant time, SortedMap<String, String> about) {

    static final String EDITION = "edition";
    private static final String FAILURES = "failures";

    /** What happened. */
    public enum Event {
        /** A new edition stands. */
        PUBLISHED,
        /** A run failed. */
        FAILED;

        /** As it is told and kept. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Event of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public Notice {
        about = Collections.unmodifiableSortedMap(new TreeMap<>(about));
    }

    static Notice published(RunResult result, Instant time) {
        return new Notice(Event.PUBLISHED, time, new TreeMap<>(Map.of(EDITION, result.edition(), "outcome", result.outcome())));
    }

    /**
     * A run failed.
     *
     * @param failures runs that failed since the last success, this one included
     */
    static Notice failed(String error, int failures, Instant time) {
        return new Notice(Event.FAILED, time, new TreeMap<>(Map.of("error", error, FAILURES, Integer.toString(failures))));
    }

    /** Whether it says all that an earlier one said: that of the failure before it. */
    boolean follows(Notice earlier) {
        return event == Event.FAILED && earlier.event == Event.FAILED && !"1".equals(about.get(FAILURES));
    }

    /** In a few words. */
    public String summary() {
        return event == Event.PUBLISHED
                ? about.getOrDefault("outcome", event.code()) + " " + about.getOrDefault(EDITION, "")
                : "failed (" + about.getOrDefault(FAILURES, "") + " in a row)";
    }
}
