package dev.lodestone.report.brief;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.meeting.Agenda;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.register.Event;
import dev.lodestone.report.diff.EditionDiff;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the pages of an edition are made from.
 *
 * @param assessment what was measured and judged
 * @param files the account of every file read
 * @param issues what was wrong with them
 * @param version version of the application
 * @param locale language of the pages
 * @param changes what changed since an earlier edition; absent where there is none to compare with
 * @param agenda the meeting that the edition is made for; absent where it is for none
 */
public record EditionFacts(
        Assessment assessment,
        List<FileReport> files,
        List<Issue> issues,
        String version,
        Locale locale,
        Optional<EditionDiff> changes,
        Optional<Agenda> agenda) {

    public EditionFacts {
        files = List.copyOf(files);
        issues = List.copyOf(issues);
    }

    /** Facts of an edition for no meeting. */
    public EditionFacts(
            Assessment assessment, List<FileReport> files, List<Issue> issues, String version, Locale locale, Optional<EditionDiff> changes) {
        this(assessment, files, issues, version, locale, changes, Optional.empty());
    }

    /** The same facts in another language. */
    public EditionFacts in(Locale language) {
        return new EditionFacts(assessment, files, issues, version, language, changes, agenda);
    }

    /** The same facts of an assessment in other words. */
    EditionFacts with(Assessment reworded) {
        return new EditionFacts(reworded, files, issues, version, locale, changes, agenda.map(a -> reworded(a, reworded)));
    }

    private static Agenda reworded(Agenda agenda, Assessment reworded) {
        Event meeting = reworded.material().events().stream()
                .filter(e -> e.id().equals(agenda.meeting().id()))
                .findFirst()
                .orElse(agenda.meeting());
        return Agenda.of(meeting, reworded);
    }

    /** Facts of a first edition. */
    public EditionFacts(Assessment assessment, List<FileReport> files, List<Issue> issues, String version, Locale locale) {
        this(assessment, files, issues, version, locale, Optional.empty());
    }

    /** The same for a meeting. */
    public EditionFacts forMeeting(Agenda meeting) {
        return new EditionFacts(assessment, files, issues, version, locale, changes, Optional.of(meeting));
    }
}
