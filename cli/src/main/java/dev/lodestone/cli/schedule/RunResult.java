package dev.lodestone.cli.schedule;

import dev.lodestone.report.edition.EditionName;
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

    /** As the run that made the edition would have told of it: that run was cut off, and this one found it standing. */
    RunResult asNew() {
        boolean first = EditionName.parse(edition).map(name -> name.revision() == 1).orElse(true);
        return isNew() ? this : new RunResult(first ? "published" : "revised", edition, folder);
    }
}
