package dev.lodestone.cli.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The instants that a cron expression names in a zone. An hour that summer time leaves out or repeats counts once. */
public final class CronTimes {

    /** What crontab(5) writes for five fields; {@code @reboot} names no time. */
    private static final Map<String, String> NICKNAMES = Map.of(
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *",
            "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");
    private static final int FIELDS = 5;

    private final String expression;
    private final ZoneId zone;
    private final ExecutionTime times;

    private CronTimes(String expression, ZoneId zone, ExecutionTime times) {
        this.expression = expression;
        this.zone = zone;
        this.times = times;
    }

    /**
     * Reads an expression of five fields: minute, hour, day of month, month, day of week; or a nickname such as {@code @weekly}.
     *
     * @throws IllegalArgumentException if it is none, or names no instant at all
     */
    public static CronTimes parse(String expression, ZoneId zone) {
        Cron cron;
        try {
            cron = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(fields(expression.strip())).validate();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + expression + "' is no cron expression (minute, hour, day of month, month, weekday, such as '0 7 * * 1'): "
                    + e.getMessage().replaceFirst("^Failed to parse cron expression\\. ", ""), e);
        }
        CronTimes times = new CronTimes(expression.strip(), zone, ExecutionTime.forCron(cron));
        if (times.after(Instant.parse("2000-01-01T00:00:00Z")).isEmpty()) {
            throw new IllegalArgumentException("'" + expression + "' names a day that never comes");
        }
        return times;
    }

    private static String fields(String expression) {
        String named = NICKNAMES.get(expression.toLowerCase(Locale.ROOT));
        if (named != null) {
            return named;
        }
        if (expression.startsWith("@")) {
            throw new IllegalArgumentException("of such names @hourly, @daily, @midnight, @weekly, @monthly, @yearly and @annually are known");
        }
        int found = expression.isEmpty() ? 0 : expression.split("\\s+").length;
        if (found != FIELDS) {
            throw new IllegalArgumentException("it has " + (found == 1 ? "1 field" : found + " fields") + ", not " + FIELDS);
        }
        return expression;
    }

    public String expression() {
        return expression;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The first instant after another. */
    public Optional<Instant> after(Instant instant) {
        Optional<LocalDateTime> next = next(LocalDateTime.ofInstant(instant, zone));
        // In an hour that is told a second time, its times have been.
        while (next.isPresent() && !instantOf(next.get()).isAfter(instant)) {
            next = next(next.get());
        }
        return next.map(this::instantOf);
    }

    /** The last instant at or before another. */
    public Optional<Instant> atOrBefore(Instant instant) {
        Optional<LocalDateTime> last = last(latestTold(instant).plusSeconds(1));
        while (last.isPresent() && instantOf(last.get()).isAfter(instant)) {
            last = last(last.get());
        }
        return last.map(this::instantOf);
    }

    /** What clocks on the wall have told by an instant at the latest: more than they tell now in an hour that comes a second time. */
    private LocalDateTime latestTold(Instant instant) {
        LocalDateTime now = LocalDateTime.ofInstant(instant, zone);
        ZoneOffsetTransition change = zone.getRules().previousTransition(instant.plusSeconds(1));
        boolean again = change != null && change.isOverlap() && now.isBefore(change.getDateTimeBefore());
        return again ? change.getDateTimeBefore() : now;
    }

    /** When clocks on the wall tell a time: the first time where they tell it twice, and where they leave it out the moment at which they do. */
    private Instant instantOf(LocalDateTime time) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        return change != null && change.isGap() ? change.getInstant() : time.atZone(zone).toInstant();
    }

    // The library is asked as if no clock ever changed: in zones that change theirs it passes over times that are left out, and names others twice.
    private Optional<LocalDateTime> next(LocalDateTime time) {
        return times.nextExecution(time.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
    }

    private Optional<LocalDateTime> last(LocalDateTime time) {
        return times.lastExecution(time.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
    }
}
