package dev.lodestone.cli.command;

import dev.lodestone.cli.AssessmentRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of every command that assesses: which statistics, registers and date. */
class StatisticsOptions {

    @Option(
            names = "--trade",
            paramLabel = "PATH",
            arity = "1..*",
            description = "Files or folders of trade statistics, instead of the shipped ones.")
    private List<Path> trade = List.of();

    @Option(names = "--registers", paramLabel = "DIR", description = "Folder of registers: instead of the shipped ones if it holds an economies.csv, else laid over them.")
    private Path registers;

    @Option(names = "--material", paramLabel = "ID", defaultValue = "rare-earths", description = "Material; default ${DEFAULT-VALUE}.")
    private String material;

    @Option(names = "--watch", paramLabel = "ISO3", description = "Supplier to watch; default the material's, CHN for rare earths. An ally that is watched is not assessed.")
    private String watched;

    @Option(names = "--with-special-regions", description = "Count Hong Kong and Macao with China.")
    private boolean withSpecialRegions;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The briefing's date, such as 2026-11-21; default today.")
    private LocalDate asOf;

    /** Folder of registers; empty for the shipped ones. */
    Optional<Path> registers() {
        return Optional.ofNullable(registers);
    }

    /** The request for these economies; none for all allies. */
    AssessmentRequest request(List<String> economies, ReadingOptions reading, Clock clock) {
        return new AssessmentRequest(
                trade,
                reading.layouts(),
                registers(),
                material,
                economies,
                Optional.ofNullable(watched),
                withSpecialRegions,
                asOf == null ? LocalDate.now(clock) : asOf);
    }

    /** Whether the user fixed the date. */
    boolean hasDate() {
        return asOf != null;
    }
}
