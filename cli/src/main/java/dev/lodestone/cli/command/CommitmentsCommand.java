package dev.lodestone.cli.command;

import dev.lodestone.cli.Assessed;
import dev.lodestone.cli.CommitmentList;
import dev.lodestone.cli.UsageException;
import dev.lodestone.cli.Verdict;
import dev.lodestone.cli.Workbench;
import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.commitment.CommitmentStatus;
import dev.lodestone.report.data.DataFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints how commitments stand. */
@Command(
        name = "commitments",
        description = "Print how each commitment of the register stands, for whom, and why.",
        footer = {"", "Examples:", "  lodestone commitments --party JPN", "  lodestone commitments --status missed,off-track --format csv"})
public final class CommitmentsCommand implements Callable<Integer> {

    private enum Format { TEXT, CSV }

    private final Workbench workbench;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Mixin
    private AssessmentOptionsGroup options = new AssessmentOptionsGroup();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(names = "--party", paramLabel = "CODE", split = ",", description = "Whose: ISO3, EUU or G7; default all.")
    private List<String> parties = List.of();

    @Option(names = "--status", paramLabel = "WORD", split = ",", description = "Which: met, missed, off-track, not-testable ...; default all.")
    private List<String> statuses = List.of();

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format;

    public CommitmentsCommand(Workbench workbench, Clock clock) {
        this.workbench = workbench;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        var wanted = statuses.stream().map(CommitmentsCommand::status).collect(Collectors.toSet());
        var who = parties.stream().map(p -> p.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        Assessed assessed = workbench.assess(options.request(reading, clock));
        Assessment chosen = CommitmentList.choose(assessed.assessment(), who, wanted);
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.CSV) {
            DataFiles.commitmentsCsv(chosen, out);
        } else {
            new CommitmentList(chosen).print(out);
        }
        out.flush();
        return new Verdict(spec.commandLine().getErr()).onThresholds(assessed.statistics(), reading.failOn());
    }

    private static CommitmentStatus status(String word) {
        return Arrays.stream(CommitmentStatus.values())
                .filter(s -> s.code().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new UsageException("no status '" + word + "'; known: "
                        + Arrays.stream(CommitmentStatus.values()).map(CommitmentStatus::code).collect(Collectors.joining(", "))));
    }
}
