package dev.lodestone.ingest.internal.layout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sound rows that are not wanted: declared totals, repeats and breakdowns. Applies where the file has the column.
 *
 * @param columns header, and what other editions call it
 * @param texts texts that the rule speaks of; empty if it has a pattern
 * @param pattern what the whole cell matches
 * @param leavesOthers whether the rows left out are those whose cell is <em>not</em> among the texts
 * @param worldTotal whether the rows left out are totals of all partners
 * @param part whether the rows left out are parts of a flow whose total stands in the file as well
 * @param reason why such rows are left out
 * @param where of which rows alone the rule speaks; of all if empty
 */
public record LeaveOutRule(
        List<String> columns,
        Set<String> texts,
        Optional<Pattern> pattern,
        boolean leavesOthers,
        boolean worldTotal,
        boolean part,
        String reason,
        Optional<Where> where) {

    /**
     * A condition on another column, such as the reporter.
     *
     * @param columns header, and what other editions call it
     * @param pattern what the whole cell matches in the rows of which the rule speaks
     */
    public record Where(List<String> columns, Pattern pattern) {}


    static LeaveOutRule read(YamlNode node) {
        Map<String, YamlNode> entries =
                node.entries("column", "is", "is-not", "matches", "matches-not", "total", "part", "reason", "where");
        boolean others = entries.containsKey("is-not") || entries.containsKey("matches-not");
        Optional<YamlNode> texts = Optional.ofNullable(entries.getOrDefault("is", entries.get("is-not")));
        Optional<YamlNode> pattern = Optional.ofNullable(entries.getOrDefault("matches", entries.get("matches-not")));
        if (texts.isPresent() == pattern.isPresent()) {
            throw node.wrong("expected one of 'is', 'is-not', 'matches' and 'matches-not'");
        }
        return new LeaveOutRule(
                List.copyOf(node.required(entries, "column").texts()),
                texts.map(each -> Set.copyOf(each.texts())).orElse(Set.of()),
                pattern.map(YamlNode::pattern),
                others,
                Optional.ofNullable(entries.get("total")).map(each -> each.oneOf(Total.class) == Total.WORLD).orElse(false),
                Optional.ofNullable(entries.get("part")).map(each -> each.oneOf(Part.class) == Part.YES).orElse(false),
                node.required(entries, "reason").text(),
                Optional.ofNullable(entries.get("where")).map(LeaveOutRule::where));
    }

    private static Where where(YamlNode node) {
        Map<String, YamlNode> entries = node.entries("column", "matches");
        return new Where(List.copyOf(node.required(entries, "column").texts()), node.required(entries, "matches").pattern());
    }

    /** Whether a row with this cell is left out. */
    public boolean leavesOut(String cell) {
        boolean named = pattern.map(each -> each.matcher(cell).matches()).orElseGet(() -> texts.contains(cell));
        return named != leavesOthers;
    }

    private enum Part {
        YES,
        NO
    }

    private enum Total {
        WORLD
    }
}
