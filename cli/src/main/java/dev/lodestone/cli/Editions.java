package dev.lodestone.cli;

import dev.lodestone.report.diff.EditionData;
import dev.lodestone.report.diff.EditionReadException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Editions as a user names them: a folder, or a name such as {@code 2026-11-21} among those of an output folder. */
public final class Editions {

    private final Path out;

    public Editions(Path out) {
        this.out = out;
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
                throw new InputRefusedException("no edition '" + named + "': neither a folder nor a name in " + out.resolve("editions"));
            }
            return EditionData.read(Files.isDirectory(among) ? among : folder);
        } catch (InvalidPathException e) {
            throw new InputRefusedException("no edition '" + named + "': " + e.getReason());
        } catch (EditionReadException e) {
            throw new InputRefusedException(e.getMessage());
        }
    }
}
