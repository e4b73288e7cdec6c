package dev.lodestone.report.data;

import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.quality.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The issues of a reading, complete: after those that were stored comes one line for each table and code of which more were counted than
 * stored, saying how many.
 */
final class IssueList {

    private record Kind(String file, String sheet, String code) {}

    private IssueList() {}

    static List<Issue> of(Loaded<?> loaded) {
        Map<Kind, Long> stored = new HashMap<>();
        Map<String, Severity> severities = new HashMap<>();
        for (Issue i : loaded.issues()) {
            stored.merge(new Kind(i.file(), i.sheet(), i.code()), 1L, Long::sum);
            severities.putIfAbsent(i.code(), i.severity());
        }
        List<Issue> all = new ArrayList<>(loaded.issues());
        for (FileReport report : loaded.files()) {
            DataSource source = report.source();
            String file = source.file() + (source.member().isEmpty() ? "" : "!" + source.member());
            report.issueCounts().forEach((code, counted) -> {
                long listed = stored.getOrDefault(new Kind(file, source.sheet(), code), 0L);
                if (counted > listed) {
                    all.add(new Issue(
                            code,
                            severities.getOrDefault(code, Severity.WARNING),
                            file,
                            source.sheet(),
                            0,
                            0,
                            "",
                            "",
                            "",
                            "",
                            (counted - listed) + " more of this code counted but not listed"));
                }
            });
        }
        return all;
    }
}
