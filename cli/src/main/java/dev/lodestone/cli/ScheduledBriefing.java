package dev.lodestone.cli;

import dev.lodestone.cli.schedule.RunResult;
import dev.lodestone.cli.schedule.ScheduledRun;
import dev.lodestone.report.edition.Publication;
import dev.lodestone.report.edition.Question;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/** One scheduled edition: assessed and, unless nothing but the date changed, published; then old editions are let go. */
final class ScheduledBriefing implements ScheduledRun {

    private final Workbench workbench;
    private final Function<LocalDate, BriefRequest> request;
    private final OptionalInt keep;
    private final PrintWriter out;

    /**
     * @param request what to publish on a day
     * @param keep how many editions on its question stay; absent for all
     * @param out takes a line on each run that did not fail
     */
    ScheduledBriefing(Workbench workbench, Function<LocalDate, BriefRequest> request, OptionalInt keep, PrintWriter out) {
        this.workbench = workbench;
        this.request = request;
        this.keep = keep;
        this.out = out;
    }

    @Override
    public RunResult run(LocalDate day, Consumer<Question> asking) throws IOException {
        try {
            return publish(day, asking);
        } catch (OutOfMemoryError e) {
            // A failure like others: it is told, and the next run has what this one let go.
            throw new MemoryExhaustedException(e);
        }
    }

    private RunResult publish(LocalDate day, Consumer<Question> asking) throws IOException {
        BriefRequest today = request.apply(day);
        Assessed assessed = workbench.assess(today.assessment());
        asking.accept(Publisher.question(assessed, today));
        Publication publication = new Publisher(workbench.progress()).publishIfChanged(assessed, today);
        if (keep.isPresent()) {
            Publisher.keepNewest(keep.getAsInt(), assessed, today);
        }
        String outcome = publication.outcome().name().toLowerCase(Locale.ROOT);
        out.println(outcome + " " + today.out().resolve("editions").resolve(publication.edition().name().toString()));
        out.flush();
        return new RunResult(outcome, publication.edition().name().toString());
    }
}
