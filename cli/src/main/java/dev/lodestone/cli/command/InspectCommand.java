package dev.lodestone.cli.command;

import dev.lodestone.cli.InspectionJson;
import dev.lodestone.cli.InspectionText;
import dev.lodestone.cli.Verdict;
import dev.lodestone.cli.Workbench;
import dev.lodestone.ingest.CommodityScope;
import dev.lodestone.model.trade.CommodityCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
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
        description = "Tell which layout a file has and why, its periods and reporters, and what became of every row.",
        footer = {
            "", "Examples:", "  lodestone inspect imports-2024.csv", "  lodestone inspect --format json --fail-on 'set-aside>1%%' statistics/"
        })
public final class InspectCommand implements Callable<Integer> {

    private enum Format { TEXT, JSON }

    private final Workbench workbench;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files or folders of trade statistics, packed or not.")
    private List<Path> paths;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format;

    @Option(names = "--issues", paramLabel = "N", defaultValue = "5", description = "Issues shown per table in text; default ${DEFAULT-VALUE}.")
    private int issues;

    @Option(
            names = "--commodity",
            paramLabel = "CODE",
            split = ",",
            description = "Keep only these commodities and those below them, such as 2846,850511; rows of others are out of scope. Default all.")
    private List<String> commodities = List.of();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    public InspectCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        Workbench.Reading read = workbench.read(paths, reading.layouts(), scope());
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            new InspectionJson().print(read.loaded(), out);
        } else {
            new InspectionText(Math.max(0, issues)).print(read.loaded(), out);
        }
        out.flush();
        return new Verdict(spec.commandLine().getErr()).on(read, reading.failOn());
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
