package dev.lodestone.cli.command;

import dev.lodestone.cli.Assessed;
import dev.lodestone.cli.BriefRequest;
import dev.lodestone.cli.Publisher;
import dev.lodestone.cli.Verdict;
import dev.lodestone.cli.Workbench;
import dev.lodestone.report.edition.Publication;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Publishes an edition. */
@Command(
        name = "brief",
        addMethodSubcommands = false,
        description = "Publish an edition: the allied picture, a briefing for each ally, methods and data.",
        footer = {"", "Examples:", "  lodestone brief", "  lodestone brief --trade statistics/ --ally JPN,KOR --as-of 2026-11-21",
            "  lodestone brief --meeting 2026-12-14-g20-miami --out out/miami"})
public final class BriefCommand implements Callable<Integer> {

    private final Workbench workbench;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Mixin
    private AssessmentOptionsGroup options = new AssessmentOptionsGroup();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private PublishingOptions publishing = new PublishingOptions();

    @Option(
            names = "--meeting",
            paramLabel = "ID",
            description = "Make the edition for a coming meeting: its participants, and a page on what to ask; 'lodestone meetings' lists them.")
    private String meeting;

    public BriefCommand(Workbench workbench, Clock clock) {
        this.workbench = workbench;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        BriefRequest request = publishing.request(options.request(reading, clock).forMeeting(Optional.ofNullable(meeting)));
        Assessed assessed = workbench.assess(request.assessment());
        Publication publication = new Publisher(workbench.progress()).publish(assessed, request);
        String outcome = publication.outcome().name().toLowerCase(Locale.ROOT);
        spec.commandLine().getOut().println(outcome + " " + publishing.out().resolve("editions").resolve(publication.edition().name().toString()));
        spec.commandLine().getOut().flush();
        Verdict verdict = new Verdict(spec.commandLine().getErr());
        verdict.remarkOn(assessed.statistics(), "data/issues.csv");
        verdict.remarkOnBuyers(assessed);
        verdict.remarkOnPeriodsAhead(assessed);
        verdict.remarkOnDifferences(assessed.assessment().differences(), "'differences' of data/assessment.json");
        verdict.remarkOnRegisters(assessed.registerIssues());
        return verdict.onThresholds(assessed.statistics(), reading.failOn());
    }
}
