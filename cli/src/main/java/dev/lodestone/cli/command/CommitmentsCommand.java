package dev.lodestone.cli.command;

import dev.lodestone.cli.Assessed;
import dev.lodestone.cli.CommitmentList;
import dev.lodestone.cli.DidYouMean;
import dev.lodestone.cli.EconomyName;
import dev.lodestone.cli.ExitCode;
import dev.lodestone.cli.RegisterCheck;
import dev.lodestone.cli.Terminal;
import dev.lodestone.cli.UsageException;
import dev.lodestone.cli.Verdict;
import dev.lodestone.cli.Workbench;
import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.commitment.CommitmentStatus;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.report.data.DataFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints how commitments stand. */
@Command(
        name = "commitments",
        addMethodSubcommands = false,
        description = "Print how each commitment of the register stands, for whom, why, and what would change that; or validate the registers.",
        footer = {"", "Examples:", "  lodestone commitments --party JPN", "  lodestone commitments EU-CRMA-SINGLE JP-2020-50",
            "  lodestone commitments --status missed,off-track --format csv",
            "  lodestone commitments --party EUU --format json",
            "  lodestone commitments --registers my-registers --validate"})
public final class CommitmentsCommand implements Callable<Integer> {

    private enum Format { TEXT, CSV, JSON }

    private final Workbench workbench;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Mixin
    private AssessmentOptionsGroup options = new AssessmentOptionsGroup();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Which, by their ids in the register; default all.")
    private List<String> ids = List.of();

    @Option(names = "--party", paramLabel = "CODE", split = ",", description = "Whose: ISO3 or name, EUU or G7; default all.")
    private List<String> parties = List.of();

    @Option(names = "--status", paramLabel = "WORD", split = ",", description = "Which: met, missed, off-track, not-testable ...; default all.")
    private List<String> statuses = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format;

    @Option(names = "--validate", description = "Read the registers alone and name each row that cannot be used or is doubtful; exit code 1 if there is one.")
    private boolean validate;

    public CommitmentsCommand(Workbench workbench, Clock clock) {
        this.workbench = workbench;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (validate) {
            if (!ids.isEmpty()) {
                throw new UsageException("--validate reads whole registers: without ids");
            }
            return validated();
        }
        var wanted = statuses.stream().map(CommitmentsCommand::status).collect(Collectors.toSet());
        Assessed assessed = workbench.assess(options.request(reading, clock));
        Registers registers = assessed.assessment().registers();
        var who = parties.stream().map(p -> party(p, registers).toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        var which = ids.stream().map(id -> id(id, assessed.assessment())).collect(Collectors.toSet());
        Assessment chosen = CommitmentList.choose(assessed.assessment(), which, who, wanted);
        PrintWriter out = format == Format.TEXT ? Terminal.words(spec) : spec.commandLine().getOut();
        switch (format) {
            case TEXT -> {
                new CommitmentList(chosen).print(out);
                CommitmentList.boundWith(assessed.assessment(), who).forEach(out::println);
            }
            case CSV -> DataFiles.commitmentsCsv(chosen, out);
            case JSON -> out.write(json(chosen));
        }
        out.flush();
        Verdict verdict = new Verdict(spec.commandLine().getErr());
        verdict.remarkOnRegisters(assessed.registerIssues());
        return verdict.onThresholds(assessed.statistics(), reading.failOn());
    }

    /** The same objects as under {@code commitments} in data/assessment.json of an edition. */
    private static String json(Assessment chosen) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataFiles.commitmentsJson(chosen, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private int validated() throws IOException {
        RegisterCheck check = new RegisterCheck(workbench.registers(options.registers(), LocalDate.now(clock)));
        PrintWriter out = spec.commandLine().getOut();
        check.print(out);
        out.flush();
        return check.isSound() ? ExitCode.DONE : ExitCode.BELOW_THRESHOLD;
    }

    /** The code of a group, or of an economy by its code or name. */
    private static String party(String typed, Registers registers) {
        String code = typed.strip().toUpperCase(Locale.ROOT);
        if (registers.isGroup(code)) {
            return code;
        }
        return EconomyName.find(registers, typed).map(Economy::code).orElseThrow(() -> {
            List<String> promising = registers.materials().values().stream()
                    .flatMap(material -> material.commitments().stream().flatMap(c -> c.parties().stream())).distinct().toList();
            String hint = Optional.of(DidYouMean.hint(code, promising)).filter(h -> !h.isEmpty()).orElseGet(() -> EconomyName.hint(registers, typed));
            return new UsageException("no economy or group '" + typed + "' in the registers" + hint);
        });
    }

    /** The id as the register writes it. */
    private static String id(String typed, Assessment assessment) {
        Map<String, String> materials = new LinkedHashMap<>();
        assessment.material().commitments().forEach(c -> materials.put(c.id(), assessment.material().id()));
        assessment.registers().materials().values().forEach(m -> m.commitments().forEach(c -> materials.putIfAbsent(c.id(), m.id())));
        String id = materials.keySet().stream().filter(typed.strip()::equalsIgnoreCase).findFirst()
                .orElseThrow(() -> new UsageException(
                        "no commitment '" + typed + "' in the registers" + DidYouMean.hint(typed.toUpperCase(Locale.ROOT), materials.keySet())));
        if (!materials.get(id).equals(assessment.material().id())) {
            throw new UsageException("commitment " + id + " is one of " + materials.get(id) + ": --material " + materials.get(id));
        }
        return id;
    }

    private static CommitmentStatus status(String word) {
        return Arrays.stream(CommitmentStatus.values())
                .filter(s -> s.code().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new UsageException("no status '" + word + "'"
                        + DidYouMean.among(word, Arrays.stream(CommitmentStatus.values()).map(CommitmentStatus::code).toList())));
    }
}
