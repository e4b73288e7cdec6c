package dev.lodestone.cli;

import dev.lodestone.cli.command.AssessCommand;
import dev.lodestone.cli.command.BriefCommand;
import dev.lodestone.cli.command.CommitmentsCommand;
import dev.lodestone.cli.command.DiffCommand;
import dev.lodestone.cli.command.ExplainCommand;
import dev.lodestone.cli.command.InspectCommand;
import dev.lodestone.cli.command.LodestoneCommand;
import dev.lodestone.cli.command.MeetingsCommand;
import dev.lodestone.cli.command.ProductionCommand;
import dev.lodestone.cli.command.ScenarioCommand;
import dev.lodestone.cli.command.ScheduleCommand;
import dev.lodestone.cli.command.StatusCommand;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** The wired program: arguments in, an exit code out. Results go to {@code out}, everything else to {@code err}. */
public final class Application {

    private static final String[] VERSION = {"--version"};

    private final PrintWriter out;
    private final PrintWriter err;
    private final Map<String, Supplier<Object>> known = new LinkedHashMap<>();

    public Application(PrintWriter out, PrintWriter err, Clock clock) {
        this.out = out;
        this.err = err;
        Workbench workbench = new Workbench(Progress.on(err));
        known.put("brief", () -> new BriefCommand(workbench, clock));
        known.put("inspect", () -> new InspectCommand(workbench));
        known.put("assess", () -> new AssessCommand(workbench, clock));
        known.put("commitments", () -> new CommitmentsCommand(workbench, clock));
        known.put("meetings", () -> new MeetingsCommand(workbench, clock));
        known.put("production", () -> new ProductionCommand(workbench));
        known.put("explain", () -> new ExplainCommand(workbench, clock));
        known.put("diff", () -> new DiffCommand(workbench));
        known.put("schedule", () -> new ScheduleCommand(workbench, clock));
        known.put("status", () -> new StatusCommand(clock));
        known.put("scenario", () -> new ScenarioCommand(workbench, clock));
    }

    private CommandLine commands(Collection<Supplier<Object>> wanted) {
        CommandLine commands = new CommandLine(new LodestoneCommand());
        wanted.forEach(command -> commands.addSubcommand(command.get()));
        commands.setOut(out);
        commands.setErr(err);
        commands.setExecutionExceptionHandler(new Failures());
        commands.setParameterExceptionHandler(new UsageErrors());
        OptionValues.readBy(commands);
        ScheduleCommand.hideWhatDoesNotGoWith(commands);
        // Else as wide as the terminal, for which a program is asked.
        Terminal.width(System.getenv().getOrDefault("COLUMNS", "")).ifPresentOrElse(commands::setUsageHelpWidth, () -> commands.setUsageHelpAutoWidth(true));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        // What looks like an option is one that was mistyped, also behind an option that takes several values.
        commands.setUnmatchedOptionsAllowedAsOptionParameters(false);
        // Colour only where a person looks, and never against NO_COLOR.
        boolean plain = !Terminal.shows("out") || System.getenv("NO_COLOR") != null;
        commands.setColorScheme(plain ? new ColorScheme.Builder(Ansi.OFF).build() : CommandLine.Help.defaultColorScheme(Ansi.ON));
        return commands;
    }

    /** Runs one command line; {@code help brief} is another way of saying {@code brief --help}. */
    public int run(String... given) {
        String[] args = given.length > 0 && given[0].equals("help") ? helpOn(given) : given;
        Optional<Path> config = ConfigFile.namedIn(args);
        CommandLine commands = config.isPresent() ? commands() : commands(needed(args));
        try {
            config.ifPresent(path -> commands.setDefaultValueProvider(ConfigFile.read(path, commands)));
            return commands.execute(args);
        } catch (ConfigurationException e) {
            return Failures.report(e, commands, Arrays.asList(args).contains("--debug"));
        } catch (OutOfMemoryError e) {
            return Failures.report(new MemoryExhaustedException(e), commands, Arrays.asList(args).contains("--debug"));
        }
    }

    private static String[] helpOn(String... given) {
        String[] args = Arrays.copyOfRange(given, 1, given.length + 1);
        args[args.length - 1] = "--help";
        return args;
    }

    /** The command that a command line begins with, else all: making each costs a part of every start. */
    private Collection<Supplier<Object>> needed(String... args) {
        if (Arrays.equals(args, VERSION)) {
            return List.of();
        }
        Supplier<Object> named = args.length == 0 ? null : known.get(args[0]);
        return named == null ? known.values() : List.of(named);
    }

    /** All commands: for help, for suggestions, for a configuration file, which may hold any command's options. */
    CommandLine commands() {
        return commands(known.values());
    }
}
