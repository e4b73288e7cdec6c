package dev.lodestone.cli.command;

import dev.lodestone.cli.AssessmentRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of a command that reads registers and no statistics. */
final class RegisterOptions {

    @Option(names = "--registers", paramLabel = "DIR", description = "Folder of registers: instead of the shipped ones if it holds an economies.csv, else laid over them.")
    private Path registers;

    @Option(names = "--material", paramLabel = "ID", defaultValue = "rare-earths", description = "Material; default ${DEFAULT-VALUE}.")
    private String material;

    @Option(names = "--as-of", paramLabel = "DATE", description = "From which day on, such as 2026-11-21; default today.")
    private LocalDate asOf;

    AssessmentRequest request(Clock clock) {
        return new AssessmentRequest(
                List.of(), Optional.empty(), Optional.ofNullable(registers), material, List.of(), Optional.empty(), false,
                asOf == null ? LocalDate.now(clock) : asOf);
    }
}
