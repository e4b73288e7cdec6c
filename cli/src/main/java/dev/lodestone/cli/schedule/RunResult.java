package dev.lodestone.cli.schedule;

import dev.lodestone.report.edition.Edition;
import java.nio.file.Path;

/**
 * What a run did.
 *
 * @param outcome {@code published}, {@code revised} or {@code unchanged}
 * @param edition name of the edition that stands
 * @param folder its folder
 */
public record RunResult(String outcome, String edition, Path folder) {

    public boolean isNew() {
        return !outcome.equals("unchanged");
    }

    /** What the run that made an edition would have told of it. */
    static RunResult standing(Edition edition) {
        return new RunResult(edition.name().revision() == 1 ? "published" : "revised", edition.name().toString(), edition.folder());
    }
}
