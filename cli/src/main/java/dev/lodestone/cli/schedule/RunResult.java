package dev.lodestone.cli.schedule;

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
}
