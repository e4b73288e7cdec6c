package dev.lodestone.ingest.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Registers in a folder. */
final class DirectorySource implements RegisterSource {

    private final Path root;

    DirectorySource(Path root) {
        this.root = root;
    }

    @Override
    public List<String> materials() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path entry : children(root)) {
            if (Files.isRegularFile(entry.resolve(RegisterTable.MATERIAL.fileName()))) {
                found.add(entry.getFileName().toString());
            }
        }
        Set<String> ordered = new LinkedHashSet<>();
        Optional<InputStream> index = open(MaterialIndex.NAME);
        if (index.isPresent()) {
            MaterialIndex.read(index.get()).stream().filter(found::contains).forEach(ordered::add);
        }
        ordered.addAll(found);
        return List.copyOf(ordered);
    }

    @Override
    public Optional<InputStream> open(String name) throws IOException {
        Path file = root.resolve(name);
        return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
    }

    @Override
    public List<String> list() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path entry : children(root)) {
            if (isCsv(entry)) {
                names.add(entry.getFileName().toString());
            } else if (Files.isDirectory(entry)) {
                for (Path inner : children(entry)) {
                    if (isCsv(inner)) {
                        names.add(entry.getFileName() + "/" + inner.getFileName());
                    }
                }
            }
        }
        return List.copyOf(names);
    }

    private static boolean isCsv(Path path) {
        return Files.isRegularFile(path) && path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    /** Sorted by name, so that two runs read in the same order on every file system. */
    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString())).toList();
        }
    }
}
