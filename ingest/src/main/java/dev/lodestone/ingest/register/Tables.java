package dev.lodestone.ingest.register;

import java.util.List;
import java.util.Map;

/** The tables of a source. */
final class Tables {

    private final Map<String, Table> byName;

    private Tables(Map<String, Table> byName) {
        this.byName = byName;
    }

    /** Tables by the names of their files. */
    static Tables of(Map<String, Table> byName) {
        return new Tables(byName);
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
