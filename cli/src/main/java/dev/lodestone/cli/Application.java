package dev.lodestone.cli;

import dev.lodestone.cli.command.AssessCommand;
import dev.lodestone.cli.command.BriefCommand;
import dev.lodestone.cli.command.CommitmentsCommand;
import dev.lodestone.cli.command.DiffCommand;
import dev.lodestone.cli.command.ExplainCommand;
import dev.lodestone.cli.command.InspectCommand;
import dev.lodestone.cli.command.LodestoneCommand;
import dev.lodestone.cli.command.ScenarioCommand;
import dev.lodestone.cli.command.ScheduleCommand;
import dev.lodestone.cli.command.StatusCommand;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** The wired program: arguments in, an exit code out. Results go to {@code out}, everything else to {@code err}. */
public final class Application {

    private final CommandLine commands;

    public Application(PrintWriter out, PrintWriter err, Clock clock) {
        Workbench workbench = new Workbench(Progress.on(err));
        commands = new CommandLine(new LodestoneCommand())
                .addSubcommand(new BriefCommand(workbench, clock))
                .addSubcommand(new InspectCommand(workbench))
                .addSubcommand(new AssessCommand(workbench, clock))
                .addSubcommand(new CommitmentsCommand(workbench, clock))
                .addSubcommand(new ExplainCommand(workbench, clock))
                .addSubcommand(new DiffCommand())
                .addSubcommand(new ScheduleCommand(workbench, clock))
                .addSubcommand(new StatusCommand(clock))
                .addSubcommand(new ScenarioCommand(workbench, clock));
        commands.setOut(out);
        commands.setErr(err);
        commands.setExecutionExceptionHandler(new Failures());
        commands.setParameterExceptionHandler(new UsageErrors());
        commands.setUsageHelpAutoWidth(true);
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        // Colour only where a person looks, and never against NO_COLOR.
        boolean plain = !Terminal.shows("out") || System.getenv("NO_COLOR") != null;
        commands.setColorScheme(plain ? new ColorScheme.Builder(Ansi.OFF).build() : CommandLine.Help.defaultColorScheme(Ansi.ON));
    }

    /** Runs one command line. */
    public int run(String... args) {
        try {
            Optional<Path> config = ConfigFile.namedIn(args);
            config.ifPresent(path -> commands.setDefaultValueProvider(ConfigFile.read(path, commands)));
        } catch (ConfigurationException e) {
            return Failures.report(e, commands, Arrays.asList(args).contains("--debug"));
        }
        return commands.execute(args);
    }

    /** The commands, for tests and for documents made from them. */
    CommandLine commands() {
        return commands;
    }
}
