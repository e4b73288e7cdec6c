package dev.lodestone.ingest.internal.trade;

import dev.lodestone.model.quality.Issue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Issues of one file: all are counted, the first of each code and table are kept. */
final class IssueLog {

    private static final int SHOWN = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final int limit;
    private final List<Issue> issues = new ArrayList<>();
    private final Map<String, Integer> stored = new HashMap<>();

    IssueLog(int limit) {
        this.limit = limit;
    }

    void add(TreeMap<String, Long> counts, Issue issue) {
        counts.merge(issue.code(), 1L, Long::sum);
        if (stored.merge(issue.code(), 1, Integer::sum) <= limit) {
            issues.add(issue);
        }
    }

    List<Issue> issues() {
        return List.copyOf(issues);
    }

    /** Text of a cell as it may stand in an issue: no control characters, no cell of a megabyte. */
    static String shown(String text) {
        String cut = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
        return CONTROL.matcher(cut).replaceAll("�").strip();
    }
}
