package dev.lodestone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Some of the shipped commitments in a folder of registers: one that falls due on the day of a test is a change, whoever adds it. */
final class SomeCommitments {

    private SomeCommitments() {}

    /** Returns what {@code --registers} takes; all other registers stay the shipped ones. */
    static String in(Path folder, Predicate<String> rows) throws IOException {
        List<String> shipped = Files.readAllLines(Path.of("../data/registers/rare-earths/commitments.csv"));
        List<String> some = new ArrayList<>(List.of(shipped.getFirst()));
        shipped.stream().skip(1).filter(rows).forEach(some::add);
        Files.write(Files.createDirectories(folder.resolve("rare-earths")).resolve("commitments.csv"), some);
        return folder.toString();
    }
}
