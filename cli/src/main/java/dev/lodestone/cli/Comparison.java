package dev.lodestone.cli;

import dev.lodestone.report.diff.EditionData;
import dev.lodestone.report.diff.EditionReadException;
import dev.lodestone.report.edition.Edition;
import dev.lodestone.report.edition.EditionException;
import dev.lodestone.report.edition.EditionStore;
import dev.lodestone.report.edition.PlainEditionIndex;
import dev.lodestone.report.edition.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** Options that move no figure, so that editions that differ in them are compared. */
    static final Set<String> OF_NO_FIGURE = Set.of("format", "lang", "meeting");

    /**
     * The edition to compare with. Never one of the same date or a later one: a run made again must give the same bytes. By default the newest
     * that stood on a day, and where none did, the newest of all; on the same question, else at least on the same material.
     *
     * @param question what the new edition was asked: several may be answered in one folder
     * @param day when the participants of a meeting met before; absent for an edition that is for no meeting
     * @throws EditionException if the folder cannot be listed
     * @throws InputRefusedException if the user named an edition that does not stand or cannot be compared
     */
    Optional<EditionData> among(Path out, LocalDate asOf, Question question, Optional<LocalDate> day) throws EditionException {
        if (choice.equals(NONE)) {
            return Optional.empty();
        }
        if (!equals(LATEST)) {
            return Optional.of(new Editions(out).read(choice));
        }
        if (!Files.isDirectory(out)) {
            return Optional.empty();
        }
        List<Edition> onMaterial = new EditionStore(out, new PlainEditionIndex("")).listAbout(question.material()).stream()
                .filter(e -> e.name().asOf().isBefore(asOf) && EditionData.standsIn(e.folder()))
                .toList();
        Question asked = question.without(OF_NO_FIGURE);
        List<Edition> onQuestion = onMaterial.stream()
                .filter(e -> Question.in(e.folder()).map(q -> q.without(OF_NO_FIGURE)).filter(asked::equals).isPresent())
                .toList();
        Optional<Edition> then = day.flatMap(met -> notAfter(met, onQuestion).or(() -> notAfter(met, onMaterial)));
        return then.or(() -> onQuestion.stream().findFirst()).or(() -> onMaterial.stream().findFirst()).map(e -> read(e.folder()));
    }

    private static Optional<Edition> notAfter(LocalDate day, List<Edition> newestFirst) {
        return newestFirst.stream().filter(e -> !e.name().asOf().isAfter(day)).findFirst();
    }

    static EditionData read(Path folder) {
        try {
            return EditionData.read(folder);
        } catch (EditionReadException e) {
            throw new InputRefusedException(e.getMessage());
        }
    }
}
