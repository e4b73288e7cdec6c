package dev.lodestone.cli;

import dev.lodestone.report.CharacterWithoutFontException;
import dev.lodestone.report.CharactersWithoutFont;
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

    private static final String WITHOUT = "; or publish without PDFs: --format html,xlsx,csv,json";

    private CharacterPlaces() {}

    /** The failure, with the first place of its character in these files and folders, and with what can be done without it. */
    static ReportException named(CharacterWithoutFontException failure, List<Path> roots) {
        String problem = failure.getMessage() + WITHOUT;
        return in(roots, Character.toString(failure.codePoint()))
                .map(place -> new ReportException(problem, place.file(), place.line(), place.column(), failure))
                .orElseGet(() -> new ReportException(problem, failure));
    }

    /**
     * Characters of the user's own templates, which publish nothing until they can be shown; absent where they stand elsewhere.
     *
     * @param templates the folder of templates
     */
    static Optional<ReportException> refused(CharactersWithoutFont missing, Path templates) {
        return in(List.of(templates), missing.characters())
                .map(place -> new ReportException(missing.problem() + WITHOUT, place.file(), place.line(), place.column(), null));
    }

    /** A line that says where characters stand, what is wrong with them, and what the PDFs show in their place. */
    static String told(CharactersWithoutFont missing, List<Path> roots) {
        String where = in(roots, missing.characters())
                .map(place -> place.file() + ", line " + place.line() + ", column " + place.column() + ": ")
                .orElse("");
        return where + missing.problem() + "; the PDFs show " + missing.shown() + " in its place, the HTML pages the text itself";
    }

    private static Optional<Place> in(List<Path> roots, String characters) {
        return roots.stream().map(root -> in(root, characters)).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Place> in(Path root, String sought) {
        try (Stream<Path> walked = Files.walk(root)) {
            for (Path file : walked.filter(Files::isRegularFile).sorted().toList()) {
                if (Files.size(file) > LARGEST) {
                    continue;
                }
                String[] lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1);
                for (int i = 0; i < lines.length; i++) {
                    int at = lines[i].indexOf(sought);
                    if (at >= 0) {
                        return Optional.of(new Place(file.toString(), i + 1, lines[i].codePointCount(0, at) + 1));
                    }
                }
            }
        } catch (IOException e) {
            // The character is what to tell; that its place cannot be looked for changes nothing about it.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private record Place(String file, int line, int column) {}
}
