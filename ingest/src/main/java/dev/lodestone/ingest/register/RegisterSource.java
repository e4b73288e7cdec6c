package dev.lodestone.ingest.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where registers are kept: a folder, or a root on the class path.
 *
 * <p>Names are relative and written with {@code /}, such as {@code rare-earths/stages.csv}.
 */
public interface RegisterSource {

    /** Folders of materials, in the order in which they are told. */
    List<String> materials() throws IOException;

    /** Opens a file; empty when there is none of that name. The caller closes it, and may open several from several threads at once. */
    Optional<InputStream> open(String name) throws IOException;

    /** Names of the CSV files that the source can list; empty where listing is impossible, as in a jar. */
    List<String> list() throws IOException;

    /** Whether a file comes from registers that others are laid over, so that what it speaks of may have been replaced. */
    default boolean isBeneath(String name) throws IOException {
        return false;
    }

    /** Registers in a folder: each folder in it that holds a {@code material.csv} is a material. */
    static RegisterSource ofDirectory(Path directory) {
        return new DirectorySource(directory);
    }

    /**
     * A folder that stands by itself, or is laid over other registers where it has no {@code economies.csv}: then its files replace theirs of
     * the same name, and its materials come after theirs.
     *
     * @throws RegisterException if it holds no register at all
     */
    static RegisterSource ofDirectoryOver(Path directory, RegisterSource others) throws IOException {
        DirectorySource own = new DirectorySource(directory);
        boolean whole = Files.isRegularFile(directory.resolve(RegisterTable.ECONOMIES.fileName()));
        boolean anything = own.list().stream().anyMatch(name -> RegisterTable.isKnown(name.substring(name.indexOf('/') + 1), name.contains("/")));
        if (!whole && !anything) {
            // Not "economies.csv: not found": whoever then made one would have a folder that stands by itself.
            throw new RegisterException(List.of(directory + ": holds no register; expected groups.csv or another of those in data/registers,"
                    + " or commitments.csv or another in a folder named after its material, such as rare-earths/commitments.csv"));
        }
        return whole ? own : new LayeredSource(own, others);
    }

    /**
     * Registers on the class path. A jar cannot list folders, so {@code materials.csv} at the root names the materials.
     *
     * @param loader where to look
     * @param root such as {@code dev/lodestone/data/registers}, without a slash at either end
     */
    static RegisterSource ofClassPath(ClassLoader loader, String root) {
        return new ClassPathSource(loader, root);
    }
}
