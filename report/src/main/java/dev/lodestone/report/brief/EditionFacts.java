package dev.lodestone.report.brief;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import java.util.List;
import java.util.Locale;

/**
 * What the pages of an edition are made from.
 *
 * @param assessment what was measured and judged
 * @param files the account of every file read
 * @param issues what was wrong with them
 * @param version version of the application
 * @param locale language of the pages
 */
public record EditionFacts(Assessment assessment, List<FileReport> files, List<Issue> issues, String version, Locale locale) {

    public EditionFacts {
        files = List.copyOf(files);
        issues = List.copyOf(issues);
    }
}
