package dev.lodestone.cli.command;

import dev.lodestone.cli.Assessed;
import dev.lodestone.cli.BriefRequest;
import dev.lodestone.cli.Publisher;
import dev.lodestone.cli.UsageException;
import dev.lodestone.cli.Verdict;
import dev.lodestone.cli.Workbench;
import dev.lodestone.report.OutputFormat;
import dev.lodestone.report.edition.Publication;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Publishes an edition. */
@Command(
        name = "brief",
        description = "Publish an edition: the allied picture, a briefing for each ally, methods and data.",
        footer = {"", "Examples:", "  lodestone brief", "  lodestone brief --trade statistics/ --ally JPN,KOR --out /srv/briefings --as-of 2026-11-21"})
public final class BriefCommand implements Callable<Integer> {

    private final Workbench workbench;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Mixin
    private AssessmentOptionsGroup options = new AssessmentOptionsGroup();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", description = "Where editions go; default ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--format", split = ",", description = "${COMPLETION-CANDIDATES}; default all.")
    private Set<OutputFormat> formats = EnumSet.allOf(OutputFormat.class);

    @Option(names = "--lang", paramLabel = "LANG", defaultValue = "en", description = "Language of the briefings: en.")
    private String language;

    @Option(names = "--templates", paramLabel = "DIR", description = "Folder whose templates, styles and texts replace the shipped ones.")
    private Path templates;

    public BriefCommand(Workbench workbench, Clock clock) {
        this.workbench = workbench;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (!language.equals("en")) {
            throw new UsageException("no briefings in language '" + language + "'; known: en");
        }
        BriefRequest request = new BriefRequest(
                options.request(reading, clock), out, formats, Locale.forLanguageTag(language), Optional.ofNullable(templates));
        Assessed assessed = workbench.assess(request.assessment());
        Publication publication = new Publisher(workbench.progress()).publish(assessed, request);
        String outcome = publication.outcome().name().toLowerCase(Locale.ROOT);
        spec.commandLine().getOut().println(outcome + " " + out.resolve("editions").resolve(publication.edition().name().toString()));
        spec.commandLine().getOut().flush();
        Verdict verdict = new Verdict(spec.commandLine().getErr());
        verdict.remarkOn(assessed.statistics());
        return verdict.onThresholds(assessed.statistics(), reading.failOn());
    }
}
