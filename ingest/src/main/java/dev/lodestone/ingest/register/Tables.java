package dev.lodestone.ingest.register;

import java.io.IOException;
import java.io.InputStream;
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

    static Tables load(RegisterSource source, List<String> folders) throws IOException {
        Map<String, Table> tables = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (RegisterTable kind : RegisterTable.values()) {
            if (!kind.isPerMaterial()) {
                load(source, kind, kind.fileName(), tables, problems);
            }
        }
        for (String folder : folders) {
            for (RegisterTable kind : RegisterTable.values()) {
                if (kind.isPerMaterial()) {
                    load(source, kind, folder + "/" + kind.fileName(), tables, problems);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new RegisterException(problems);
        }
        return new Tables(tables);
    }

    private static void load(
            RegisterSource source, RegisterTable kind, String name, Map<String, Table> tables, List<String> problems) throws IOException {
        Optional<InputStream> opened = source.open(name);
        if (opened.isEmpty()) {
            if (kind.isRequired()) {
                problems.add(name + ": not found");
            }
            return;
        }
        try (InputStream in = opened.get()) {
            Table.read(kind, name, in, problems).ifPresent(t -> tables.put(name, t));
        }
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
