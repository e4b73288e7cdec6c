package dev.lodestone.cli.schedule;

import dev.lodestone.report.edition.Edition;
import java.util.List;

/**
 * What a run did.
 *
 * @param outcome {@code published}, {@code revised} or {@code unchanged}
 * @param edition name of the edition that stands
 */
public record RunResult(String outcome, String edition) {

    public boolean isNew() {
        return !outcome.equals("unchanged");
    }

    /** What the run that made the newest of the editions on its question would have told of it. */
    static RunResult standing(List<Edition> newestFirst) {
        Edition edition = newestFirst.getFirst();
        boolean first = newestFirst.stream().skip(1).noneMatch(e -> e.name().asOf().equals(edition.name().asOf()));
        return new RunResult(first ? "published" : "revised", edition.name().toString());
    }
}
