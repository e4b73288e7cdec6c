package dev.lodestone.cli.command;

import dev.lodestone.cli.InspectionJson;
import dev.lodestone.cli.InspectionText;
import dev.lodestone.cli.LayoutProposal;
import dev.lodestone.cli.Terminal;
import dev.lodestone.cli.Verdict;
import dev.lodestone.cli.Workbench;
import dev.lodestone.ingest.CommodityScope;
import dev.lodestone.model.trade.CommodityCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what was recognised in files, and why, and what became of every row. */
@Command(
        name = "inspect",
        addMethodSubcommands = false,
        description = "Tell which layout a file has and why, its periods and reporters, and what became of every row.",
        footer = {
            "", "Examples:", "  lodestone inspect imports-2024.csv", "  lodestone inspect --format json --fail-on 'set-aside>1%%' statistics/",
            "  lodestone inspect --draft --out my-layouts/zoll.yaml zoll.csv"
        })
public final class InspectCommand implements Callable<Integer> {

    private enum Format { TEXT, JSON }

    private final Workbench workbench;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files or folders of trade statistics, packed or not.")
    private List<Path> paths;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format;

    @Option(names = "--issues", paramLabel = "N", defaultValue = "5", description = "Issues shown per table in text; default ${DEFAULT-VALUE}.")
    private int issues;

    @Option(
            names = "--commodity",
            paramLabel = "CODE",
            split = ",",
            description = "Keep only these commodities and those below them, such as 2846,850511; rows of others are out of scope. Default all.")
    private List<String> commodities = List.of();

    @Option(
            names = "--draft",
            description = "Propose a layout for the file's table, as YAML: what was guessed and how surely, and questions for the rest.")
    private boolean draft;

    @Option(names = "--out", paramLabel = "FILE", description = "With --draft: write the proposal to this file, which must not exist yet.")
    private Path out;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    public InspectCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        if (draft) {
            return draft();
        }
        if (out != null) {
            throw new ParameterException(spec.commandLine(), "--out is for --draft only");
        }
        Workbench.Reading read = workbench.read(paths, reading.layouts(), scope(), format == Format.JSON);
        PrintWriter out = format == Format.TEXT ? Terminal.words(spec) : spec.commandLine().getOut();
        if (format == Format.JSON) {
            new InspectionJson().print(read.loaded(), out);
        } else {
            new InspectionText(issues).print(read.loaded(), out);
        }
        out.flush();
        return new Verdict(spec.commandLine().getErr()).on(read, reading.failOn());
    }

    private Integer draft() throws IOException {
        if (paths.size() > 1) {
            throw new ParameterException(spec.commandLine(), "--draft takes one file, not " + paths.size());
        }
        LayoutProposal proposal = workbench.propose(paths.get(0), reading.layouts());
        PrintWriter results = spec.commandLine().getOut();
        if (out == null) {
            results.print(proposal.yaml());
            results.flush();
            proposal.tell(spec.commandLine().getErr(), Optional.empty());
        } else {
            proposal.write(out);
            proposal.tell(results, Optional.of(out));
        }
        return 0;
    }

    private CommodityScope scope() {
        List<CommodityCode> codes = commodities.stream()
                .map(text -> CommodityCode.parse(text)
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(), "Invalid value for option '--commodity': '" + text + "' is no code of 2 to 12 digits")))
                .toList();
        return codes.isEmpty() ? CommodityScope.EVERYTHING : CommodityScope.of(codes);
    }
}
