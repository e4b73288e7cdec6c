package dev.lodestone.cli;

import dev.lodestone.ingest.InputSource;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.text.NearestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sources that a user's paths stand for. A file that the user names must be readable statistics; one that lies in a folder need not.
 *
 * @param sources all sources, in the order given, each once
 * @param namedFiles names of the sources that the user named one by one
 */
record NamedSources(List<InputSource> sources, Set<String> namedFiles) {

    /** Among more files than these nobody looks for the one that was meant. */
    private static final int MOST_NEIGHBOURS = 1_000;

    private static final int MOST_NAMED = 20;

    NamedSources {
        sources = List.copyOf(sources);
        namedFiles = Set.copyOf(namedFiles);
    }

    /**
     * Finds the sources.
     *
     * @throws InputRefusedException if a path does not exist, cannot be read or is a folder without files; all such paths are named
     */
    static NamedSources of(List<Path> paths) {
        List<String> problems = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        List<InputSource> sources = new ArrayList<>();
        Set<String> named = new LinkedHashSet<>();
        for (Path path : paths.stream().flatMap(NamedSources::several).toList()) {
            try {
                if (!Files.exists(path)) {
                    problems.add(OneLine.of(path + ": " + missing(path)));
                    continue;
                }
                List<InputSource> found = InputSource.list(path);
                if (found.isEmpty()) {
                    problems.add(path + ": the folder holds no files");
                }
                for (InputSource source : found) {
                    if (seen.add(realPath(source.path().orElse(path)))) {
                        sources.add(source);
                    }
                }
                if (!Files.isDirectory(path)) {
                    found.forEach(source -> named.add(source.name()));
                }
            } catch (IOException e) {
                problems.add(path + ": " + Failures.reasonOf(e));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputRefusedException(String.join(System.lineSeparator() + "  ", problems));
        }
        return new NamedSources(sources, named);
    }

    /** Several joined by commas, as a configuration file has them, where there is no file of that name: a comma may stand in one. */
    private static Stream<Path> several(Path path) {
        List<Path> parts = Arrays.stream(path.toString().split(",")).map(String::strip).filter(part -> !part.isEmpty()).map(Path::of).toList();
        return !Files.exists(path) && parts.stream().anyMatch(Files::exists) ? parts.stream() : Stream.of(path);
    }

    /** Why a path leads nowhere, with what was most likely meant. */
    private static String missing(Path path) {
        String typed = path.toString();
        if (typed.equals("-")) {
            return "what comes through a pipe is not read; save it to a file, which can be read again";
        }
        return "no such file or folder"
                + NearestName.of(String.valueOf(path.getFileName()), neighbours(path))
                        .map(name -> "; did you mean '" + path.resolveSibling(name) + "'?")
                        .orElse("");
    }

    private static List<String> neighbours(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || path.getFileName() == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.limit(MOST_NEIGHBOURS).map(file -> file.getFileName().toString()).filter(name -> !name.startsWith(".")).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** The path without links; that of a link which leads nowhere, round in a circle or to a pipe as it is, so that its reading says so. */
    private static Path realPath(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath();
        }
    }

    /**
     * Named files in which no table was recognised, and all files where none of them has one: what was said of them, one line each. Beside
     * others that are read, a file of a folder may be of another kind.
     */
    List<String> refusals(List<FileReport> reports) {
        Set<String> recognised = reports.stream()
                .filter(FileReport::isRecognised)
                .map(report -> report.source().file())
                .collect(Collectors.toSet());
        List<String> refused = reports.stream()
                .filter(report -> (recognised.isEmpty() || namedFiles.contains(report.source().file())) && !recognised.contains(report.source().file()))
                .map(report -> report.source().label() + ": " + report.why())
                .toList();
        return refused.size() <= MOST_NAMED
                ? refused
                : Stream.concat(refused.stream().limit(MOST_NAMED), Stream.of("and " + (refused.size() - MOST_NAMED) + " more")).toList();
    }
}
