package dev.lodestone.cli.command;

import dev.lodestone.cli.Assessed;
import dev.lodestone.cli.ExplanationCsv;
import dev.lodestone.cli.ExplanationJson;
import dev.lodestone.cli.ExplanationText;
import dev.lodestone.cli.FigureFinder;
import dev.lodestone.cli.FigureQuestion;
import dev.lodestone.cli.Terminal;
import dev.lodestone.cli.UsageException;
import dev.lodestone.cli.Verdict;
import dev.lodestone.cli.Workbench;
import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.assess.Sums;
import dev.lodestone.model.explain.CommitmentExplanation;
import dev.lodestone.model.explain.FigureExplanation;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.trade.ReferencePeriod;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes one figure apart. */
@Command(
        name = "explain",
        addMethodSubcommands = false,
        description = "Take one figure apart: value, bounds, formula, inputs, and every published row that it depends on.",
        footer = {
            "", "Examples:",
            "  lodestone explain supplier-share --economy DEU --stage magnet --period 2024",
            "  lodestone explain hhi --economy EUU --stage metal --commodity 28053029 --all",
            "  lodestone explain hhi --economy EUU --codes 280530,2846 --years 2023..2024",
            "  lodestone explain commitment EU-CRMA-SINGLE --stage magnet"
        })
public final class ExplainCommand implements Callable<Integer> {

    private static final String COMMITMENT = "commitment";

    private enum Format { TEXT, JSON, CSV }

    private final Workbench workbench;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MEASURE",
            description = "Measure as in indicators.csv, such as supplier-share, hhi, import-value; or the word commitment.")
    private String measure;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "After commitment: its id in the register.")
    private String id;

    @Option(names = "--economy", paramLabel = "CODE", description = "The buyer, ISO3 or EUU; for a commitment its party.")
    private String economy;

    @Option(names = "--stage", paramLabel = "ID", description = "Stage of the chain, such as magnet.")
    private String stage;

    @Option(names = "--commodity", paramLabel = "CODE", description = "One line of the stage; default the stage as a whole.", defaultValue = "")
    private String commodity;

    @Option(names = "--period", paramLabel = "PERIOD", description = "Such as 2024 or 2024-03; default the newest with a figure.")
    private String period;

    @Option(names = "--supplier", paramLabel = "ISO3", description = "Supplier; default the watched one where the measure has one.")
    private String supplier;

    @Option(names = "--basis", paramLabel = "BASIS", description = "${COMPLETION-CANDIDATES}; default value.")
    private Basis basis;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "12", description = "Rows shown in text; default ${DEFAULT-VALUE}.")
    private int rows;

    @Option(names = "--all", description = "Show every row in text; CSV and JSON always hold all.")
    private boolean all;

    @Mixin
    private StatisticsOptions options = new StatisticsOptions();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private SumOptions sums = new SumOptions();

    public ExplainCommand(Workbench workbench, Clock clock) {
        this.workbench = workbench;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Assessed assessed = measure.equals(COMMITMENT) ? explainCommitment() : explainFigure();
        return new Verdict(spec.commandLine().getErr()).onThresholds(assessed.statistics(), reading.failOn());
    }

    private Assessed explainFigure() throws IOException {
        if (id != null) {
            throw new UsageException("'" + id + "' is one word too many: only 'explain commitment' takes an id");
        }
        if (economy == null) {
            throw new UsageException("whose figure? --economy takes an ISO3 code such as DEU, or EUU");
        }
        if (sums.haveCodes() && (stage != null || !commodity.isEmpty())) {
            throw new UsageException("--codes says which goods: leave out --stage and --commodity");
        }
        if (sums.years().isPresent() && (period != null || !commodity.isEmpty())) {
            throw new UsageException("--years adds up years of a stage or of --codes: leave out --period and --commodity");
        }
        Assessed assessed = workbench.assess(options.request(List.of(economy), reading, clock));
        Assessment assessment = sums.of(assessed.assessment());
        FigureFinder finder = new FigureFinder(assessment);
        FigureExplanation explained = finder.explainer().explain(finder.figure(question(assessment)));
        PrintWriter out = format == Format.TEXT ? Terminal.words(spec) : spec.commandLine().getOut();
        switch (format) {
            case TEXT -> new ExplanationText(assessment, out, shown()).print(explained);
            case JSON -> ExplanationJson.print(explained, out);
            case CSV -> ExplanationCsv.print(List.of(explained), out);
        }
        out.flush();
        return assessed;
    }

    private FigureQuestion question(Assessment assessment) {
        Optional<ProfileKey> sum = sums.haveCodes() ? Sums.first(assessment) : Optional.empty();
        return new FigureQuestion(
                measure, economy, sum.map(ProfileKey::stage).or(() -> Optional.ofNullable(stage)), sum.map(ProfileKey::commodity).orElse(commodity),
                sums.years().or(this::period), Optional.ofNullable(supplier), Optional.ofNullable(basis));
    }

    private Assessed explainCommitment() throws IOException {
        if (sums.areGiven()) {
            throw new UsageException("a commitment is judged by single years: --codes and --years are for figures");
        }
        if (id == null) {
            throw new UsageException("which commitment? 'lodestone commitments' lists them with their ids");
        }
        Assessed assessed = workbench.assess(options.request(List.of(), reading, clock));
        Assessment assessment = assessed.assessment();
        FigureFinder finder = new FigureFinder(assessment);
        List<CommitmentExplanation> explained =
                finder.verdicts(id, Optional.ofNullable(economy), Optional.ofNullable(stage), commodity).stream()
                        .map(finder.explainer()::explain)
                        .toList();
        PrintWriter out = format == Format.TEXT ? Terminal.words(spec) : spec.commandLine().getOut();
        switch (format) {
            case TEXT -> {
                ExplanationText text = new ExplanationText(assessment, out, shown());
                explained.forEach(text::print);
            }
            case JSON -> ExplanationJson.print(explained, out);
            case CSV -> ExplanationCsv.print(explained.stream().flatMap(e -> e.figures().stream()).toList(), out);
        }
        out.flush();
        return assessed;
    }

    private Optional<ReferencePeriod> period() {
        if (period == null) {
            return Optional.empty();
        }
        Optional<ReferencePeriod> parsed = ReferencePeriod.parse(period.strip());
        if (parsed.isEmpty()) {
            throw new UsageException("'" + period + "' is no period: 2024, 2024-03 or 2024-01/2024-04");
        }
        return parsed;
    }

    private int shown() {
        return all ? Integer.MAX_VALUE : rows;
    }
}
