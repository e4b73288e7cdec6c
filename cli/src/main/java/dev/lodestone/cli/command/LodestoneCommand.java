package dev.lodestone.cli.command;

import dev.lodestone.cli.ExitCode;
import dev.lodestone.cli.Version;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program without a command: says what there is. */
@Command(
        name = "lodestone",
        addMethodSubcommands = false,
        versionProvider = Version.class,
        header = "From the trade statistics that customs offices publish to a briefing that anyone can check.",
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done", "1:done, but below a threshold that --fail-on set", "2:the command line or the configuration is wrong",
            "3:the input is refused", "4:failed; nothing was published"
        },
        footer = {"", "Each command tells its options and an example: lodestone COMMAND --help"})
public final class LodestoneCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Show this help and exit.")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version and exit.")
    private boolean version;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show a stack trace where something fails.")
    private boolean debug;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Properties file that may hold any option: out = DIR, or brief.out = DIR for one command.")
    private Path config;

    @Override
    public Integer call() {
        if (spec.subcommands().isEmpty()) {
            spec.commandLine().usage(spec.commandLine().getOut());
            return ExitCode.DONE;
        }
        throw new ParameterException(spec.commandLine(), "Missing command: one of " + String.join(", ", spec.subcommands().keySet()));
    }
}
