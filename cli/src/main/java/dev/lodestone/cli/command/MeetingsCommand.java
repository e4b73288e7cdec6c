package dev.lodestone.cli.command;

import dev.lodestone.cli.ExitCode;
import dev.lodestone.cli.MeetingList;
import dev.lodestone.cli.Terminal;
import dev.lodestone.cli.Workbench;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the meetings that an edition can be made for. */
@Command(
        name = "meetings",
        addMethodSubcommands = false,
        description = "List the coming meetings of the register, and which allies take part.",
        footer = {"", "Examples:", "  lodestone meetings", "  lodestone meetings --all --format csv", "  lodestone brief --meeting 2026-12-14-g20-miami"})
public final class MeetingsCommand implements Callable<Integer> {

    private enum Format { TEXT, CSV, JSON }

    private final Workbench workbench;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RegisterOptions options = new RegisterOptions();

    @Option(names = "--all", description = "Also those that are over.")
    private boolean all;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format;

    public MeetingsCommand(Workbench workbench, Clock clock) {
        this.workbench = workbench;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        MeetingList meetings = workbench.meetings(options.request(clock));
        PrintWriter out = format == Format.TEXT ? Terminal.words(spec) : spec.commandLine().getOut();
        switch (format) {
            case TEXT -> meetings.print(out, all);
            case CSV -> meetings.printCsv(out, all);
            case JSON -> meetings.printJson(out, all);
        }
        out.flush();
        return ExitCode.DONE;
    }
}
