package dev.lodestone.ingest.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Loads every table of a source before any row is read, so that all refusals are told at once.
 *
 * @param source where the files are
 * @param translations whether texts in other languages are wanted
 * @param checksums whether files are to have checksums
 */
record Loading(RegisterSource source, boolean translations, boolean checksums) {

    /** A file that a register may have, and what became of it. */
    private record File(RegisterTable kind, String name, Optional<Table> table, List<String> problems) {}

    /**
     * The tables of all materials and those that they share.
     *
     * @throws RegisterException if a table cannot be read
     */
    Tables load(List<String> folders) throws IOException {
        List<File> read;
        try {
            read = wanted(folders).parallelStream().map(this::load).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        List<String> problems = read.stream().flatMap(file -> file.problems().stream()).toList();
        if (!problems.isEmpty()) {
            throw new RegisterException(problems);
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        read.forEach(file -> file.table().ifPresent(table -> tables.put(file.name(), table)));
        return Tables.of(tables);
    }

    private List<File> wanted(List<String> folders) {
        List<File> wanted = new ArrayList<>();
        for (RegisterTable kind : RegisterTable.values()) {
            if (!kind.isPerMaterial() && isWanted(kind)) {
                wanted.add(new File(kind, kind.fileName(), Optional.empty(), List.of()));
            }
        }
        for (String folder : folders) {
            for (RegisterTable kind : RegisterTable.values()) {
                if (kind.isPerMaterial() && isWanted(kind)) {
                    wanted.add(new File(kind, folder + "/" + kind.fileName(), Optional.empty(), List.of()));
                }
            }
        }
        return wanted;
    }

    private boolean isWanted(RegisterTable kind) {
        return translations || (kind != RegisterTable.TEXTS && kind != RegisterTable.MATERIAL_TEXTS);
    }

    private File load(File file) {
        List<String> problems = new ArrayList<>();
        Optional<Table> table = Optional.empty();
        try {
            Optional<InputStream> opened = source.open(file.name());
            if (opened.isPresent()) {
                try (InputStream in = opened.get()) {
                    table = Table.read(file.kind(), file.name(), in, checksums, problems);
                }
            } else if (file.kind().isRequired()) {
                problems.add(file.name() + ": not found");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new File(file.kind(), file.name(), table, problems);
    }
}
