package dev.lodestone.ingest.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every table of a source, loaded before any row is read, so that all refusals are told at once. */
final class Tables {

    private final Map<String, Table> byName;

    private Tables(Map<String, Table> byName) {
        this.byName = byName;
    }

    /** A file that a register may have, and what became of it. */
    private record File(RegisterTable kind, String name, Optional<Table> table, List<String> problems) {}

    static Tables load(RegisterSource source, List<String> folders) throws IOException {
        List<File> wanted = new ArrayList<>();
        for (RegisterTable kind : RegisterTable.values()) {
            if (!kind.isPerMaterial()) {
                wanted.add(new File(kind, kind.fileName(), Optional.empty(), List.of()));
            }
        }
        for (String folder : folders) {
            for (RegisterTable kind : RegisterTable.values()) {
                if (kind.isPerMaterial()) {
                    wanted.add(new File(kind, folder + "/" + kind.fileName(), Optional.empty(), List.of()));
                }
            }
        }
        List<File> read;
        try {
            read = wanted.parallelStream().map(file -> load(source, file)).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        List<String> problems = read.stream().flatMap(file -> file.problems().stream()).toList();
        if (!problems.isEmpty()) {
            throw new RegisterException(problems);
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        read.forEach(file -> file.table().ifPresent(table -> tables.put(file.name(), table)));
        return new Tables(tables);
    }

    private static File load(RegisterSource source, File file) {
        List<String> problems = new ArrayList<>();
        Optional<Table> table = Optional.empty();
        try {
            Optional<InputStream> opened = source.open(file.name());
            if (opened.isPresent()) {
                try (InputStream in = opened.get()) {
                    table = Table.read(file.kind(), file.name(), in, problems);
                }
            } else if (file.kind().isRequired()) {
                problems.add(file.name() + ": not found");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new File(file.kind(), file.name(), table, problems);
    }

    /** Sound rows of a shared register. */
    List<Row> rows(RegisterTable kind) {
        return rowsOf(kind.fileName());
    }

    /** Sound rows of a material's register. */
    List<Row> rows(RegisterTable kind, String folder) {
        return rowsOf(folder + "/" + kind.fileName());
    }

    private List<Row> rowsOf(String name) {
        Table table = byName.get(name);
        return table == null ? List.of() : table.rows();
    }

    Table get(String name) {
        return byName.get(name);
    }

    Iterable<Table> all() {
        return byName.values();
    }
}
