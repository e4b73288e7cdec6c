package dev.lodestone.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lodestone.cli.schedule.CronTimes;
import dev.lodestone.cli.schedule.ScheduleState;
import dev.lodestone.cli.schedule.StateFile;
import dev.lodestone.cli.schedule.Untold;
import dev.lodestone.report.edition.EditionStore;
import dev.lodestone.report.edition.PlainEditionIndex;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a schedule fares.
 *
 * @param name what tells it from others of its folder
 * @param health in a word
 * @param state what the schedule remembers
 * @param nextDue when the next run is due
 * @param newest name of the newest edition on its material that stands; empty without one
 */
public record ScheduleHealth(String name, Health health, ScheduleState state, Optional<Instant> nextDue, String newest) {

    /** How long a due run may keep everybody waiting before it counts as missing. */
    private static final Duration GRACE = Duration.ofHours(1);

    /** In a word. */
    public enum Health {
        HEALTHY,
        /** Runs fare well, but somebody could not be told of one. */
        UNTOLD,
        /** The last run failed. */
        FAILING,
        /** A run was due more than an hour ago and has not begun, or the last began by a clock that was far ahead. */
        OVERDUE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads how the schedules of a folder fare.
     *
     * @param named the one to tell of; absent for all
     * @throws InputRefusedException if none has run there
     */
    public static List<ScheduleHealth> read(Path out, Optional<String> named, Instant now) throws IOException {
        List<String> names = StateFile.namesIn(out);
        List<ScheduleHealth> all = new ArrayList<>();
        for (String name : names) {
            Optional<ScheduleState> state = named.isEmpty() || named.get().equals(name) ? new StateFile(out, name).read() : Optional.empty();
            if (state.isPresent()) {
                all.add(read(out, name, state.get(), now));
            }
        }
        if (all.isEmpty()) {
            throw new InputRefusedException(named.isEmpty() || names.isEmpty()
                    ? "no schedule has run into " + out + " yet"
                    : "no schedule '" + named.get() + "' has run into " + out + " yet; known there: " + String.join(", ", names));
        }
        return all;
    }

    private static ScheduleHealth read(Path out, String name, ScheduleState state, Instant now) throws IOException {
        CronTimes times;
        try {
            times = CronTimes.parse(state.cron(), ZoneId.of(state.zone()));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("the state of the schedule " + name + " in " + out + " is not sound: " + e.getMessage(), e);
        }
        Optional<Instant> due = times.atOrBefore(now.minus(GRACE));
        boolean missed = due.isPresent() && state.lastRun().isPresent() && due.get().isAfter(state.lastRun().get())
                || state.isAheadOf(now);
        Health health = missed ? Health.OVERDUE : state.failures() > 0 ? Health.FAILING : state.untold().isEmpty() ? Health.HEALTHY : Health.UNTOLD;
        String newest = new EditionStore(out, new PlainEditionIndex("")).listAbout(state.material()).stream().findFirst().map(e -> e.name().toString()).orElse("");
        return new ScheduleHealth(name, health, state, times.after(now), newest);
    }

    /** The worst of some. */
    public static Health worst(List<ScheduleHealth> all) {
        return all.stream().map(ScheduleHealth::health).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** One below the other, each with its name where there are several. */
    public static void printText(List<ScheduleHealth> all, PrintWriter out) {
        for (ScheduleHealth one : all) {
            if (one != all.getFirst()) {
                out.println();
            }
            if (all.size() > 1) {
                field(out, "name", one.name);
            }
            one.printText(out);
        }
    }

    private void printText(PrintWriter out) {
        field(out, "health", health.code());
        field(out, "schedule", state.cron() + " in " + state.zone());
        field(out, "last run", text(state.lastRun()) + (state.lastOutcome().isEmpty() ? "" : ", " + state.lastOutcome()));
        field(out, "last success", text(state.lastSuccess()));
        field(out, "next due", text(nextDue));
        field(out, "failures", state.failures() + " in a row");
        if (!state.lastError().isEmpty()) {
            field(out, "last error", state.lastError());
        }
        for (Untold one : state.untold()) {
            field(out, "not told", one.notice().summary() + " by " + one.way() + " since " + text(Optional.of(one.since())) + ", "
                    + (one.attempts() == 1 ? "1 attempt, " : one.attempts() + " attempts, ")
                    + one.next().map(next -> "next " + text(Optional.of(next))).orElse("given up")
                    + (one.answer().isEmpty() ? "" : ": " + one.answer()));
        }
        field(out, "newest", newest.isEmpty() ? "no edition" : newest);
    }

    /** One is an object; several are listed in one that tells the worst health. */
    public static void printJson(List<ScheduleHealth> all, PrintWriter out) throws IOException {
        JsonText.print(out, json -> {
            if (all.size() == 1) {
                all.getFirst().write(json);
            } else {
                json.writeStartObject();
                json.writeStringField("health", worst(all).code());
                json.writeArrayFieldStart("schedules");
                for (ScheduleHealth one : all) {
                    one.write(json);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
        });
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("material", state.material());
        json.writeStringField("health", health.code());
        json.writeStringField("cron", state.cron());
        json.writeStringField("zone", state.zone());
        instant(json, "lastRun", state.lastRun());
        json.writeStringField("lastOutcome", state.lastOutcome());
        instant(json, "lastSuccess", state.lastSuccess());
        instant(json, "nextDue", nextDue);
        json.writeNumberField("failures", state.failures());
        json.writeStringField("lastError", state.lastError());
        StateFile.write(state.untold(), json);
        json.writeStringField("newestEdition", newest);
        json.writeEndObject();
    }

    private static void field(PrintWriter out, String name, String text) {
        out.println(String.format(Locale.ROOT, "%-13s", name) + OneLine.of(text));
    }

    private static String text(Optional<Instant> instant) {
        return instant.map(i -> i.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("never");
    }

    private static void instant(JsonGenerator json, String name, Optional<Instant> instant) throws IOException {
        json.writeStringField(name, instant.map(Instant::toString).orElse(null));
    }
}
