package dev.lodestone.cli.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** The instants that a cron expression names in a zone. An hour that summer time leaves out or repeats counts once. */
public final class CronTimes {

    private final String expression;
    private final ZoneId zone;
    private final ExecutionTime times;

    private CronTimes(String expression, ZoneId zone, ExecutionTime times) {
        this.expression = expression;
        this.zone = zone;
        this.times = times;
    }

    /**
     * Reads an expression of five fields: minute, hour, day of month, month, day of week.
     *
     * @throws IllegalArgumentException if it is none, or names no instant at all
     */
    public static CronTimes parse(String expression, ZoneId zone) {
        Cron cron;
        try {
            cron = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(expression.strip()).validate();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + expression + "' is no cron expression (minute, hour, day of month, month, weekday, such as '0 7 * * 1'): "
                    + e.getMessage(), e);
        }
        CronTimes times = new CronTimes(expression.strip(), zone, ExecutionTime.forCron(cron));
        if (times.after(Instant.parse("2000-01-01T00:00:00Z")).isEmpty()) {
            throw new IllegalArgumentException("'" + expression + "' names a day that never comes");
        }
        return times;
    }

    public String expression() {
        return expression;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The first instant after another. */
    public Optional<Instant> after(Instant instant) {
        return times.nextExecution(instant.atZone(zone)).map(ZonedDateTime::toInstant);
    }

    /** The last instant at or before another. */
    public Optional<Instant> atOrBefore(Instant instant) {
        return times.lastExecution(instant.plusSeconds(1).atZone(zone)).map(ZonedDateTime::toInstant).filter(last -> !last.isAfter(instant));
    }
}
