package dev.lodestone.cli;

import dev.lodestone.report.CharacterWithoutFontException;
import dev.lodestone.report.ReportException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where in the user's own files a character stands that paper cannot show: a page knows its text, not where that came from. */
final class CharacterPlaces {

    /** Registers, templates and tables kept by hand are smaller; a file of millions of rows is not looked through for one character. */
    private static final long LARGEST = 16L << 20;

    private CharacterPlaces() {}

    /** The failure, with the first place of its character in these files and folders, and with what can be done without it. */
    static ReportException named(CharacterWithoutFontException failure, List<Path> roots) {
        String problem = failure.getMessage() + "; or publish without PDFs: --format html,xlsx,csv,json";
        for (Path root : roots) {
            Optional<ReportException> found = in(root, failure, problem);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return new ReportException(problem, failure);
    }

    private static Optional<ReportException> in(Path root, CharacterWithoutFontException failure, String problem) {
        String sought = Character.toString(failure.codePoint());
        try (Stream<Path> walked = Files.walk(root)) {
            for (Path file : walked.filter(Files::isRegularFile).sorted().toList()) {
                if (Files.size(file) > LARGEST) {
                    continue;
                }
                String[] lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1);
                for (int i = 0; i < lines.length; i++) {
                    int at = lines[i].indexOf(sought);
                    if (at >= 0) {
                        int column = lines[i].codePointCount(0, at) + 1;
                        return Optional.of(new ReportException(problem, file.toString(), i + 1, column, failure));
                    }
                }
            }
        } catch (IOException e) {
            // The character is the failure to tell; that its place cannot be looked for changes nothing about it.
            return Optional.empty();
        }
        return Optional.empty();
    }
}
