package dev.lodestone.cli.command;

import dev.lodestone.cli.AssessmentRequest;
import dev.lodestone.cli.BriefRequest;
import dev.lodestone.cli.Comparison;
import dev.lodestone.cli.Languages;
import dev.lodestone.report.OutputFormat;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Options of every command that publishes: where, in which shapes and words, compared with what. */
final class PublishingOptions {

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", description = "Where editions go; default ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--format", paramLabel = "FORMAT", split = ",", description = "${COMPLETION-CANDIDATES}; default all.")
    private Set<OutputFormat> formats = EnumSet.allOf(OutputFormat.class);

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            split = ",",
            defaultValue = "en",
            description = "Languages of the briefings, such as en,fr,de; the first at the top, each other in a folder of its own; default en.")
    private List<String> languages;

    @Option(names = "--templates", paramLabel = "DIR", description = "Folder whose templates, styles, texts and logo replace the shipped ones, and whose fonts/ hold what these lack.")
    private Path templates;

    @Option(
            names = "--compare",
            paramLabel = "EDITION",
            defaultValue = "latest",
            description = "Earlier edition for 'What changed': latest of an earlier date, none, a name or a folder; default ${DEFAULT-VALUE}.")
    private String compare;

    BriefRequest request(AssessmentRequest assessment) {
        Optional<Path> own = Optional.ofNullable(templates);
        return new BriefRequest(assessment, out, formats, Languages.of(languages, own), own, new Comparison(compare));
    }

    Path out() {
        return out;
    }
}
