package dev.lodestone.cli;

import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Issues sorted to the tables they belong to, each to one; those of a whole file go to its first table. */
final class IssuesByTable {

    private final Map<FileReport, List<Issue>> byTable;

    private IssuesByTable(Map<FileReport, List<Issue>> byTable) {
        this.byTable = byTable;
    }

    static IssuesByTable of(Loaded<?> loaded) {
        Map<String, FileReport> bySheet = new HashMap<>();
        Map<String, FileReport> byFile = new HashMap<>();
        for (FileReport table : loaded.files()) {
            DataSource source = table.source();
            String file = source.file() + (source.member().isEmpty() ? "" : "!" + source.member());
            bySheet.putIfAbsent(key(file, source.sheet()), table);
            byFile.putIfAbsent(file, table);
            byFile.putIfAbsent(source.file(), table);
        }
        Map<FileReport, List<Issue>> sorted = new HashMap<>();
        Map<FileReport, List<Issue>> met = new IdentityHashMap<>(); // the hash of a report is one of all its series: once is enough
        for (Issue issue : loaded.issues()) {
            FileReport table = bySheet.getOrDefault(key(issue.file(), issue.sheet()), byFile.get(issue.file()));
            if (table != null) {
                met.computeIfAbsent(table, t -> sorted.computeIfAbsent(t, equal -> new ArrayList<>())).add(issue);
            }
        }
        return new IssuesByTable(sorted);
    }

    List<Issue> of(FileReport table) {
        return byTable.getOrDefault(table, List.of());
    }

    private static String key(String file, String sheet) {
        return file + "\n" + sheet;
    }
}
