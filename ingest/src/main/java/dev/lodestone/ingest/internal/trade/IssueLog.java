package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.model.quality.Issue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Issues of one file: all are counted, the first of each code and table are kept. */
final class IssueLog {

    private static final int SHOWN = 200;

    private final int limit;
    private final List<Issue> issues = new ArrayList<>();
    private final Map<IssueCode, Integer> stored = new HashMap<>();

    IssueLog(int limit) {
        this.limit = limit;
    }

    void add(TreeMap<String, Long> counts, Issue issue) {
        counts.merge(issue.code(), 1L, Long::sum);
        IssueCode code = IssueCode.find(issue.code()).orElseThrow();
        if (stored.merge(code, 1, Integer::sum) <= limit) {
            issues.add(issue);
        }
    }

    List<Issue> issues() {
        return List.copyOf(issues);
    }

    /** Text of a cell as it may stand in an issue: no control characters, no cell of a megabyte. */
    static String shown(String text) {
        String cut = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
        return cut.replaceAll("\\p{Cntrl}", "�").strip();
    }
}
