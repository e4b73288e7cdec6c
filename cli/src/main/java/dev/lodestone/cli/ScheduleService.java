package dev.lodestone.cli;

import dev.lodestone.cli.schedule.CommandNotices;
import dev.lodestone.cli.schedule.Notice;
import dev.lodestone.cli.schedule.Notices;
import dev.lodestone.cli.schedule.Scheduler;
import dev.lodestone.cli.schedule.StopSignal;
import dev.lodestone.cli.schedule.WatchedFolder;
import dev.lodestone.cli.schedule.WebNotices;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Wires a schedule and runs it until the process is told to end. */
public final class ScheduleService {

    /** For a run that is under way when the process is told to end; cut off after that, it publishes nothing. */
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private final Workbench workbench;
    private final Clock clock;
    private final PrintWriter out;
    private final Consumer<String> log;

    public ScheduleService(Workbench workbench, Clock clock, PrintWriter out, PrintWriter err) {
        this.workbench = workbench;
        this.clock = clock;
        this.out = out;
        this.log = line -> {
            err.println("lodestone: " + clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + OneLine.of(line));
            err.flush();
        };
    }

    /**
     * Runs.
     *
     * @return the exit code
     * @throws IOException if the schedule's own state cannot be read or written
     */
    public int run(ScheduleRequest request) throws IOException {
        Scheduler scheduler = new Scheduler(
                request.out(),
                request.name(),
                request.material(),
                request.times(),
                request.watched().map(folder -> new WatchedFolder(folder, request.settling())),
                new ScheduledBriefing(workbench, request.briefing(), request.keep(), out),
                notices(request),
                clock,
                Failures::messageOf,
                log);
        StopSignal stop = new StopSignal(clock);
        if (request.once()) {
            return scheduler.once(stop) ? ExitCode.DONE : ExitCode.FAILURE;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop.stopWithin(FAREWELL), "farewell"));
        log.accept("runs at '" + request.times().expression() + "' in " + request.times().zone() + ", next "
                + request.times().after(clock.instant()).map(Object::toString).orElse("never"));
        try {
            scheduler.loop(stop);
        } finally {
            log.accept("stopped");
            stop.ended();
        }
        return ExitCode.DONE;
    }

    private static List<Notices> notices(ScheduleRequest request) {
        List<Notices> all = new ArrayList<>();
        request.onPublish().ifPresent(words ->
                all.add(new CommandNotices("--on-publish", Notice.Event.PUBLISHED, words, request.out(), request.hookTimeout())));
        request.onFailure().ifPresent(words ->
                all.add(new CommandNotices("--on-failure", Notice.Event.FAILED, words, request.out(), request.hookTimeout())));
        request.webhook().ifPresent(address -> all.add(new WebNotices("--webhook", address, request.hookTimeout())));
        return all;
    }
}
