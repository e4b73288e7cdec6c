package dev.lodestone.cli.command;

import dev.lodestone.cli.AssessmentRequest;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of every command that assesses several economies. */
final class AssessmentOptionsGroup extends StatisticsOptions {

    @Option(
            names = "--ally",
            paramLabel = "ISO3",
            arity = "1..*",
            split = ",",
            description = "Economies to assess, any reporter; default all allies of the registers.")
    private List<String> allies = List.of();

    AssessmentRequest request(ReadingOptions reading, Clock clock) {
        return request(allies, reading, clock);
    }
}
