package dev.lodestone.cli.command;

import dev.lodestone.cli.ExitCode;
import dev.lodestone.cli.ScheduleHealth;
import dev.lodestone.cli.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells how a schedule fares. */
@Command(
        name = "status",
        addMethodSubcommands = false,
        description = "Tell how the schedules of a folder fare: last run, last success, next due, failures. Ends with 1 unless all are healthy.",
        footer = {"", "Examples:", "  lodestone status --out /srv/briefings", "  lodestone status --out /srv/briefings --format json"})
public final class StatusCommand implements Callable<Integer> {

    private enum Format { TEXT, JSON }

    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", description = "Where the schedule publishes; default ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--name", paramLabel = "NAME", description = "The schedule to tell of, where several publish there; default all.")
    private Optional<String> name;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format;

    public StatusCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        List<ScheduleHealth> all = ScheduleHealth.read(out, name, clock.instant());
        PrintWriter printer = format == Format.TEXT ? Terminal.words(spec) : spec.commandLine().getOut();
        switch (format) {
            case TEXT -> ScheduleHealth.printText(all, printer);
            case JSON -> ScheduleHealth.printJson(all, printer);
        }
        printer.flush();
        return ScheduleHealth.worst(all) == ScheduleHealth.Health.HEALTHY ? ExitCode.DONE : ExitCode.BELOW_THRESHOLD;
    }
}
