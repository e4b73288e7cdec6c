package dev.lodestone.cli.command;

import dev.lodestone.cli.Assessed;
import dev.lodestone.cli.Verdict;
import dev.lodestone.cli.Workbench;
import dev.lodestone.model.assess.Assessment;
import dev.lodestone.report.data.DataFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the measures. */
@Command(
        name = "assess",
        addMethodSubcommands = false,
        description = "Print the measures of every economy, stage, commodity and period, with bounds and reasons.",
        footer = {
            "", "Examples:", "  lodestone assess > indicators.csv", "  lodestone assess --format json > assessment.json", "  lodestone assess --ally JPN,KOR --trade statistics/ --as-of 2026-11-21",
            "  lodestone assess --ally EUU --codes 280530,2846", "  lodestone assess --ally USA --codes 2846 --years 2020..2023"
        })
public final class AssessCommand implements Callable<Integer> {

    private enum Format { CSV, JSON }

    private final Workbench workbench;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Mixin
    private AssessmentOptionsGroup options = new AssessmentOptionsGroup();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private SumOptions sums = new SumOptions();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "csv", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format;

    public AssessCommand(Workbench workbench, Clock clock) {
        this.workbench = workbench;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        // The document names its inputs with their checksums; the table of figures does not, and is spared the second pass.
        sums.years();
        Assessed assessed = format == Format.JSON
                ? workbench.assess(options.request(reading, clock))
                : workbench.measure(options.request(reading, clock));
        Assessment told = sums.of(assessed.assessment());
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case CSV -> DataFiles.indicatorsCsv(told, out);
            case JSON -> out.write(json(told, assessed));
        }
        out.flush();
        Verdict verdict = new Verdict(spec.commandLine().getErr());
        verdict.remarkOn(assessed.statistics(), "'lodestone inspect'");
        verdict.remarkOnBuyers(assessed);
        verdict.remarkOnPeriodsAhead(assessed);
        verdict.remarkOnDifferences(assessed.assessment().differences(), "'differences' of '--format json'");
        verdict.remarkOnRegisters(assessed.registerIssues());
        if (sums.areGiven()) {
            verdict.remarkOnSums(told);
        }
        return verdict.onThresholds(assessed.statistics(), reading.failOn());
    }

    /** The same document as data/assessment.json of an edition. */
    private static String json(Assessment told, Assessed assessed) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataFiles.assessmentJson(told, assessed.everythingRead().files(), bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
