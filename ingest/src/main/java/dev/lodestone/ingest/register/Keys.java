package dev.lodestone.ingest.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keys met so far in a register, with the line of each. */
final class Keys {

    private final Map<List<String>, Long> lines = new HashMap<>();

    /** Rejects a row whose key was met before; the earlier row stays. */
    void check(Row row, String column, String... key) {
        Long earlier = lines.putIfAbsent(List.of(key), row.line());
        if (earlier != null) {
            row.reject(RegisterIssue.DUPLICATE, column, String.join(", ", key), "a key that no earlier row has; line " + earlier + " has it");
        }
    }
}
