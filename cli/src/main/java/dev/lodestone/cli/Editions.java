package dev.lodestone.cli;

import dev.lodestone.report.diff.EditionData;
import dev.lodestone.report.diff.EditionReadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
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

    /**
     * Reads an edition.
     *
     * @throws InputRefusedException if there is none, or one that cannot be compared
     */
    public EditionData read(String named) {
        try {
            Path folder = Path.of(named);
            Path among = out.resolve("editions").resolve(named);
            if (!Files.exists(folder) && !Files.exists(among)) {
                throw new InputRefusedException("no edition '" + named + "': neither a folder nor a name in " + out.resolve("editions") + standing());
            }
            return EditionData.read(Files.isDirectory(among) ? among : folder);
        } catch (InvalidPathException e) {
            throw new InputRefusedException("no edition '" + named + "': " + e.getReason());
        } catch (EditionReadException e) {
            throw new InputRefusedException(e.getMessage());
        }
    }
}
