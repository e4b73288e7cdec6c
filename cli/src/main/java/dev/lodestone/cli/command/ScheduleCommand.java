package dev.lodestone.cli.command;

import dev.lodestone.cli.BriefRequest;
import dev.lodestone.cli.ScheduleRequest;
import dev.lodestone.cli.ScheduleService;
import dev.lodestone.cli.UsageException;
import dev.lodestone.cli.Workbench;
import dev.lodestone.cli.schedule.CommandWords;
import dev.lodestone.cli.schedule.CronTimes;
import dev.lodestone.ingest.register.RegisterException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Publishes editions on a schedule. */
@Command(
        name = "schedule",
        addMethodSubcommands = false,
        description = "Publish editions on a schedule: a missed run is caught up, two never overlap, an unchanged result makes no edition.",
        footer = {
            "", "Examples:",
            "  lodestone schedule --cron '0 7 * * 1' --out /srv/briefings --keep 52",
            "  lodestone schedule --cron '0 7 * * *' --watch-dir /srv/in --on-failure alarm"
        })
public final class ScheduleCommand implements Callable<Integer> {

    private final Workbench workbench;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--cron", paramLabel = "EXPR", required = true,
            description = "When: minute, hour, day of month, month, weekday, in quotes; '0 7 * * 1' is Mondays at seven.")
    private String cron;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Zone of the expression, such as Europe/Berlin; default the machine's.")
    private ZoneId zone;

    @Option(names = "--once", description = "Run what is due and end: for timers that start the process.")
    private boolean once;

    @Option(names = "--watch-dir", paramLabel = "DIR", description = "Folder of statistics that is read with --trade; new files make a run due.")
    private Path watched;

    @Option(
            names = "--settle", paramLabel = "SECONDS", defaultValue = "60",
            description = "How long that folder must stand unchanged before it is read; default ${DEFAULT-VALUE}.")
    private int settle;

    @Option(names = "--keep", paramLabel = "N", description = "How many editions with these options stay; default all.")
    private Integer keep;

    @Option(
            names = "--name", paramLabel = "NAME",
            description = "Tells this schedule from others into the same folder: lower-case letters, digits, hyphens; default the material.")
    private String name;

    @Option(
            names = "--on-publish", paramLabel = "CMD",
            description = "Command run on a new edition, without a shell; LODESTONE_EDITION_DIR and others are in its environment.")
    private String onPublish;

    @Option(names = "--on-failure", paramLabel = "CMD", description = "Command run when a run fails; LODESTONE_ERROR is in its environment.")
    private String onFailure;

    @Option(names = "--webhook", paramLabel = "URL", description = "Address that gets a JSON object on publication and on failure.")
    private URI webhook;

    @Option(
            names = "--hook-timeout", paramLabel = "SECONDS", defaultValue = "60",
            description = "When a command or the webhook is given up; default ${DEFAULT-VALUE}.")
    private int hookTimeout;

    @Mixin
    private AssessmentOptionsGroup options = new AssessmentOptionsGroup();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private PublishingOptions publishing = new PublishingOptions();

    public ScheduleCommand(Workbench workbench, Clock clock) {
        this.workbench = workbench;
        this.clock = clock;
    }

    /**
     * Leaves out of its help what a schedule refuses, with a reason, where it is given: options that it shares with other commands.
     *
     * @param commands all commands, or those that are needed
     */
    public static void hideWhatDoesNotGoWith(CommandLine commands) {
        CommandLine schedule = commands.getSubcommands().get("schedule");
        if (schedule != null) {
            for (String name : List.of("--as-of", "--fail-on")) {
                OptionSpec shown = schedule.getCommandSpec().findOption(name);
                schedule.getCommandSpec().remove(shown);
                schedule.getCommandSpec().addOption(shown.toBuilder().hidden(true).build());
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        ScheduleRequest request = request();
        if (!once) {
            checkNames(request);
        }
        return new ScheduleService(workbench, clock, spec.commandLine().getOut(), spec.commandLine().getErr()).run(request);
    }

    /**
     * A name mistyped shows now, not in the first run, a week from now. One that is started by a timer runs at once, and tells of it as of
     * any failure; so do registers that cannot be read, which may be mended before the first run.
     */
    private void checkNames(ScheduleRequest request) throws IOException {
        try {
            workbench.checkNames(request.briefing().apply(LocalDate.now(clock)).assessment());
        } catch (RegisterException unread) {
            spec.commandLine().getErr().println("lodestone: " + unread.getMessage());
        }
    }

    private ScheduleRequest request() {
        if (options.hasDate()) {
            throw new UsageException("--as-of does not go with a schedule: each edition bears the day of its run");
        }
        if (keep != null && keep < 1) {
            throw new UsageException("--keep takes a number from 1 on: " + keep);
        }
        if (hookTimeout < 1) {
            throw new UsageException("--hook-timeout takes seconds from 1 on: " + hookTimeout);
        }
        if (watched != null && !Files.isDirectory(watched)) {
            throw new UsageException("--watch-dir: no such folder: " + watched);
        }
        if (name != null && !name.matches("[a-z0-9-]+")) {
            throw new UsageException("--name takes lower-case letters, digits and hyphens: " + name);
        }
        if (!reading.failOn().isEmpty()) {
            throw new UsageException("--fail-on does not go with a schedule: nobody sees the exit code of a run");
        }
        if (webhook != null && (webhook.getHost() == null || !List.of("http", "https").contains(webhook.getScheme()))) {
            throw new UsageException("--webhook takes an http or https address: " + webhook);
        }
        Function<LocalDate, BriefRequest> briefing =
                day -> publishing.request(options.request(reading, clock).withTrade(Optional.ofNullable(watched)).withAsOf(day));
        String material = briefing.apply(LocalDate.now(clock)).assessment().material();
        try {
            return new ScheduleRequest(
                    name == null ? material : name,
                    material,
                    CronTimes.parse(cron, zone == null ? clock.getZone() : zone),
                    publishing.out(),
                    briefing,
                    Optional.ofNullable(watched),
                    Duration.ofSeconds(settle),
                    keep == null ? OptionalInt.empty() : OptionalInt.of(keep),
                    hook("--on-publish", onPublish),
                    hook("--on-failure", onFailure),
                    Duration.ofSeconds(hookTimeout),
                    Optional.ofNullable(webhook),
                    once);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** A command that is not there shows now: nobody would hear of the first alarm. */
    private static Optional<List<String>> hook(String option, String command) {
        try {
            return Optional.ofNullable(command).map(CommandWords::startable);
        } catch (IllegalArgumentException e) {
            throw new UsageException(option + ": " + e.getMessage());
        }
    }
}
