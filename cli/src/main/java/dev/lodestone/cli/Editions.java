package dev.lodestone.cli;

import dev.lodestone.report.diff.EditionData;
import dev.lodestone.report.edition.Edition;
import dev.lodestone.report.edition.EditionException;
import dev.lodestone.report.edition.EditionStore;
import dev.lodestone.report.edition.PlainEditionIndex;
import dev.lodestone.report.edition.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Editions as a user names them: a folder, or a name such as {@code 2026-11-21} among those of an output folder. */
public final class Editions {

    /** So many names help; more would hide the message. */
    private static final int NAMED = 5;

    private final Path out;

    public Editions(Path out) {
        this.out = out;
    }

    /** The newest that stand there, so that nobody has to look. */
    private String standing() {
        try (Stream<Path> folders = Files.list(out.resolve("editions"))) {
            List<String> names = folders.map(folder -> folder.getFileName().toString()).filter(name -> !name.startsWith("."))
                    .sorted(Comparator.reverseOrder()).limit(NAMED).toList();
            return names.isEmpty() ? "" : "; newest there: " + String.join(", ", names);
        } catch (IOException e) {
            // There is no such folder: then nothing stands in it.
            return "";
        }
    }

    /** Two editions to compare. */
    public record Pair(EditionData earlier, EditionData later) {}

    /**
     * Reads the two to compare: what is not named is the newest on the same material, and the newest before it on the same question.
     *
     * @param names the earlier, and the later after it; either may be left out
     * @throws InputRefusedException if there are no such two; the message names each that there is not
     */
    public Pair pair(List<String> names) throws EditionException {
        List<String> missing = names.stream().filter(name -> !stands(name)).map(name -> "'" + name + "'").distinct().toList();
        if (!missing.isEmpty()) {
            throw new InputRefusedException("no edition " + String.join(" and no edition ", missing) + ": neither a folder nor a name in "
                    + out.resolve("editions") + standing());
        }
        if (names.size() > 1) {
            EditionData later = read(names.get(1));
            return new Pair(read(names.getFirst()), later);
        }
        List<Edition> comparable = Files.isDirectory(out)
                ? new EditionStore(out, new PlainEditionIndex("")).list().stream().filter(e -> EditionData.standsIn(e.folder())).toList()
                : List.of();
        if (names.size() == 1) {
            EditionData earlier = read(names.getFirst());
            List<Edition> onMaterial = comparable.stream().filter(e -> materialOf(e).equals(Optional.of(earlier.material()))).toList();
            return new Pair(earlier, Comparison.read(firstOf(onMaterial, "on that material").folder()));
        }
        Edition newest = firstOf(comparable, "with figures");
        Optional<Question> asked = questionOf(newest);
        List<Edition> before = comparable.stream().filter(e -> e != newest && materialOf(e).equals(materialOf(newest))).toList();
        Edition earlier = before.stream().filter(e -> questionOf(e).equals(asked)).findFirst().orElseGet(() -> before.stream().findFirst().orElseThrow(
                () -> new InputRefusedException("nothing stands in " + out.resolve("editions") + " that " + newest.name()
                        + " could be compared with; publish another edition, or name two folders")));
        return new Pair(Comparison.read(earlier.folder()), Comparison.read(newest.folder()));
    }

    private Edition firstOf(List<Edition> newestFirst, String which) {
        return newestFirst.stream().findFirst().orElseThrow(
                () -> new InputRefusedException("no edition " + which + " stands in " + out.resolve("editions") + "; 'lodestone brief' publishes one"));
    }

    private static Optional<String> materialOf(Edition edition) {
        return Question.in(edition.folder()).map(Question::material);
    }

    private static Optional<Question> questionOf(Edition edition) {
        return Question.in(edition.folder()).map(question -> question.without(Comparison.OF_NO_FIGURE));
    }

    private boolean stands(String named) {
        try {
            return Files.exists(Path.of(named)) || Files.exists(out.resolve("editions").resolve(named));
        } catch (InvalidPathException e) {
            throw new InputRefusedException("no edition '" + named + "': " + e.getReason());
        }
    }

    /**
     * Reads an edition.
     *
     * @throws InputRefusedException if there is none, or one that cannot be compared
     */
    public EditionData read(String named) {
        if (!stands(named)) {
            throw new InputRefusedException("no edition '" + named + "': neither a folder nor a name in " + out.resolve("editions") + standing());
        }
        Path among = out.resolve("editions").resolve(named);
        return Comparison.read(Files.isDirectory(among) ? among : Path.of(named));
    }
}
