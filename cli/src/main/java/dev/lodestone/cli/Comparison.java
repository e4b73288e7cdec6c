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
import java.util.List;
import java.util.Optional;

/**
 * With which earlier edition a new one is compared: {@code latest}, {@code none}, or a name or folder. One for a meeting is by default
 * compared with what stood when its participants met before.
 *
 * @param choice as the user wrote it
 */
public record Comparison(String choice) {

    /** With the newest edition of an earlier date, where one stands. */
    public static final Comparison LATEST = new Comparison("latest");

    private static final String NONE = "none";

    /**
     * The edition to compare with. Never one of the same date or a later one: a run made again must give the same bytes. By default the newest
     * on the same material that stood on a day, and where none did, the newest of all of these.
     *
     * @param material id of the material: several may be published into one folder
     * @param day when the participants of a meeting met before; absent for an edition that is for no meeting
     * @throws EditionException if the folder cannot be listed
     * @throws InputRefusedException if the user named an edition that does not stand or cannot be compared
     */
    Optional<EditionData> among(Path out, LocalDate asOf, String material, Optional<LocalDate> day) throws EditionException {
        if (choice.equals(NONE)) {
            return Optional.empty();
        }
        if (!equals(LATEST)) {
            return Optional.of(new Editions(out).read(choice));
        }
        if (!Files.isDirectory(out)) {
            return Optional.empty();
        }
        List<Edition> earlier = new EditionStore(out, new PlainEditionIndex("")).list().stream()
                .filter(e -> e.name().asOf().isBefore(asOf) && EditionData.standsIn(e.folder()) && isOn(material, e.folder()))
                .toList();
        Optional<Edition> then = day.flatMap(met -> earlier.stream().filter(e -> !e.name().asOf().isAfter(met)).findFirst());
        return then.or(() -> earlier.stream().findFirst()).map(e -> read(e.folder()));
    }

    private static boolean isOn(String material, Path folder) {
        String told = EditionData.materialIn(folder);
        return told.isEmpty() || told.equals(material);
    }

    static EditionData read(Path folder) {
        try {
            return EditionData.read(folder);
        } catch (EditionReadException e) {
            throw new InputRefusedException(e.getMessage());
        }
    }
}
