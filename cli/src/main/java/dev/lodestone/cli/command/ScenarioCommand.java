package dev.lodestone.cli.command;

import dev.lodestone.cli.Assessed;
import dev.lodestone.cli.DidYouMean;
import dev.lodestone.cli.EconomyName;
import dev.lodestone.cli.ScenarioReport;
import dev.lodestone.cli.Terminal;
import dev.lodestone.cli.UsageException;
import dev.lodestone.cli.Verdict;
import dev.lodestone.cli.Workbench;
import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.scenario.Restriction;
import dev.lodestone.model.trade.Economy;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what a restriction would cost. */
@Command(
        name = "scenario",
        addMethodSubcommands = false,
        description = "Tell what a restriction of supply would cost each ally: imports at stake by value and weight, with the assumptions.",
        footer = {
            "", "Examples:", "  lodestone scenario --restrict CHN=50%% --stage magnet --months 6",
            "  lodestone scenario --restrict CHN=100%%,RUS=100%% --months 12 --ally JPN,KOR"
        })
public final class ScenarioCommand implements Callable<Integer> {

    private static final Pattern RESTRICTION = Pattern.compile("([^=]+)=(\\d{1,3}(?:\\.\\d{1,6})?)%");

    private enum Format { TEXT, CSV, JSON }

    private final Workbench workbench;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Option(names = "--restrict", paramLabel = "ISO3=N%", required = true, split = ",", description = "Supplier, and the part of its deliveries that stays away.")
    private List<String> restrict;

    @Option(names = "--months", paramLabel = "N", required = true, description = "How long it lasts, 1 to 120.")
    private int months;

    @Option(names = "--stage", paramLabel = "ID", split = ",", description = "Stages of the chain, such as magnet; default all.")
    private List<String> stages = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format;

    @Mixin
    private AssessmentOptionsGroup options = new AssessmentOptionsGroup();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    public ScenarioCommand(Workbench workbench, Clock clock) {
        this.workbench = workbench;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        restrict.forEach(ScenarioCommand::parsed);
        Assessed assessed = workbench.assess(options.request(reading, clock));
        Assessment assessment = assessed.assessment();
        List<Restriction> restrictions = restrict.stream().map(r -> restriction(r, assessment)).toList();
        ScenarioReport report;
        try {
            report = new ScenarioReport(assessment, restrictions, months, stages(assessment));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        PrintWriter out = format == Format.TEXT ? Terminal.words(spec) : spec.commandLine().getOut();
        switch (format) {
            case TEXT -> report.printText(out);
            case CSV -> report.printCsv(out);
            case JSON -> report.printJson(out);
        }
        out.flush();
        return new Verdict(spec.commandLine().getErr()).onThresholds(assessed.statistics(), reading.failOn());
    }

    private static Restriction restriction(String text, Assessment assessment) {
        Matcher parts = parsed(text);
        Economy supplier = EconomyName.of(assessment.registers(), parts.group(1));
        if (assessment.registers().isGroup(supplier.code()) && !supplier.equals(assessment.context().watchedCode())) {
            // Statistics tell suppliers one by one: of a group nothing would be found, and nothing be lost.
            throw new UsageException(supplier + " is a group, and no statistics tell what a group supplies: restrict its members, such as JPN=50%,USA=50%");
        }
        return new Restriction(supplier, severity(parts));
    }

    /** Its parts: slips of form are told before anything is read. */
    private static Matcher parsed(String text) {
        Matcher m = RESTRICTION.matcher(text.strip());
        if (!m.matches() || !(severity(m) > 0 && severity(m) <= 1)) {
            throw new UsageException("'" + text + "' is no restriction: a supplier's ISO3 code or name and a percentage above 0 and up to 100, such as CHN=50%");
        }
        return m;
    }

    private static double severity(Matcher parts) {
        return Double.parseDouble(parts.group(2)) / 100;
    }

    private Set<String> stages(Assessment assessment) {
        List<String> known = assessment.material().stages().stream().map(StageEntry::id).toList();
        Set<String> wanted = new LinkedHashSet<>();
        for (String stage : stages.isEmpty() ? known : stages) {
            String id = stage.strip().toLowerCase(Locale.ROOT);
            if (!known.contains(id)) {
                throw new UsageException("no stage '" + stage + "' of: " + String.join(", ", known) + DidYouMean.hint(id, known));
            }
            wanted.add(id);
        }
        return wanted;
    }
}
