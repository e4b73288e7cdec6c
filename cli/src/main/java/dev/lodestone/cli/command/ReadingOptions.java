package dev.lodestone.cli.command;

import dev.lodestone.cli.FailOnRule;
import dev.lodestone.ingest.JdbcDrivers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of every command that reads statistics. */
final class ReadingOptions {

    @Option(
            names = "--layouts",
            paramLabel = "DIR",
            description = "Folder of further layouts (.yaml), beside the shipped ones.")
    private Path layouts;

    @Option(
            names = "--drivers",
            paramLabel = "DIR",
            description = "Folder of JDBC drivers (.jar) for layouts with a query, such as DuckDB's for Parquet.")
    private void drivers(Path folder) {
        JdbcDrivers.register(folder);
    }

    @Option(
            names = "--fail-on",
            paramLabel = "RULE",
            split = ",",
            converter = FailOnRule.Converter.class,
            description = "End with exit code 1 if a rule is broken: 'set-aside>1%%', 'not-recognised>0', 'kept<1000'. Quote it for the shell.")
    private List<FailOnRule> failOn = List.of();

    Optional<Path> layouts() {
        return Optional.ofNullable(layouts);
    }

    List<FailOnRule> failOn() {
        return failOn;
    }
}
