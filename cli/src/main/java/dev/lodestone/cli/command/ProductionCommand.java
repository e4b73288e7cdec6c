package dev.lodestone.cli.command;

import dev.lodestone.cli.ExitCode;
import dev.lodestone.cli.ProductionRows;
import dev.lodestone.cli.Workbench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes rows of a material's {@code production.csv} of the tables that a geological survey publishes. */
@Command(
        name = "production",
        addMethodSubcommands = false,
        description = "Make rows of a material's production.csv of tables of production and reliance that a geological survey publishes.",
        footer = {
            "", "Examples:", "  lodestone production --material gallium MCS2025_World_Data.csv",
            "  lodestone production --material gallium --registers mine --add gallium.csv",
            "  lodestone production --counted REO --edition MCS2026 Commodities_Data.csv"
        })
public final class ProductionCommand implements Callable<Integer> {

    private final Workbench workbench;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files or folders of published tables, packed or not.")
    private List<Path> paths;

    @Option(names = "--material", paramLabel = "ID", defaultValue = "rare-earths", description = "Material; default ${DEFAULT-VALUE}.")
    private String material;

    @Option(names = "--registers", paramLabel = "DIR", description = "Folder of registers: instead of the shipped ones if it holds an economies.csv, else laid over them.")
    private Path registers;

    @Option(names = "--layouts", paramLabel = "DIR", description = "Folder of layout files, added to the shipped layouts.")
    private Path layouts;

    @Option(names = "--edition", paramLabel = "NAME", description = "Edition of files that do not name theirs, such as MCS2026 or MYB2023.")
    private String edition;

    @Option(names = "--stage", paramLabel = "ID", defaultValue = "", description = "Stage of figures whose words mean none; default all stages.")
    private String stage;

    @Option(
            names = "--counted",
            paramLabel = "WORDS",
            defaultValue = "",
            description = "What units of mass count, where the material needs saying it, such as REO for rare-earth oxides.")
    private String counted;

    @Option(names = "--add", description = "Add the rows to the register in --registers, those that do not stand there yet; the folder is made if need be.")
    private boolean add;

    public ProductionCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        if (add && registers == null) {
            throw new ParameterException(spec.commandLine(), "--add needs --registers DIR: the shipped registers are never changed");
        }
        ProductionRows rows = workbench.production(
                paths,
                Optional.ofNullable(layouts),
                add && isNew(registers) ? Optional.empty() : Optional.ofNullable(registers),
                material,
                new ProductionRows.Given(Optional.ofNullable(edition), stage, counted));
        PrintWriter out = spec.commandLine().getOut();
        if (add) {
            rows.tell(out, Optional.of(rows.addTo(registers)));
        } else {
            out.print(rows.csv());
            out.flush();
            rows.tell(spec.commandLine().getErr(), Optional.empty());
        }
        return ExitCode.DONE;
    }

    /** Whether the folder is yet to be made, or empty: what is added makes it one that is laid over the shipped registers. */
    private static boolean isNew(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Files.notExists(folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
