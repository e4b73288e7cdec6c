package dev.lodestone.cli;

import dev.lodestone.report.diff.EditionData;
import dev.lodestone.report.diff.EditionReadException;
import dev.lodestone.report.edition.Edition;
import dev.lodestone.report.edition.EditionException;
import dev.lodestone.report.edition.EditionStore;
import dev.lodestone.report.edition.PlainEditionIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * With which earlier edition a new one is compared: {@code latest}, {@code none}, or a name or folder.
 *
 * @param choice as the user wrote it
 */
public record Comparison(String choice) {

    /** With the newest edition of an earlier date, where one stands. */
    public static final Comparison LATEST = new Comparison("latest");

    private static final String NONE = "none";

    /**
     * The edition to compare with. Never one of the same date or a later one: a run made again must give the same bytes.
     *
     * @throws EditionException if the folder cannot be listed
     * @throws InputRefusedException if the user named an edition that does not stand or cannot be compared
     */
    Optional<EditionData> among(Path out, LocalDate asOf) throws EditionException {
        if (choice.equals(NONE)) {
            return Optional.empty();
        }
        if (!equals(LATEST)) {
            return Optional.of(new Editions(out).read(choice));
        }
        if (!Files.isDirectory(out)) {
            return Optional.empty();
        }
        for (Edition edition : new EditionStore(out, new PlainEditionIndex("")).list()) {
            if (edition.name().asOf().isBefore(asOf) && EditionData.standsIn(edition.folder())) {
                return Optional.of(read(edition.folder()));
            }
        }
        return Optional.empty();
    }

    static EditionData read(Path folder) {
        try {
            return EditionData.read(folder);
        } catch (EditionReadException e) {
            throw new InputRefusedException(e.getMessage());
        }
    }
}
