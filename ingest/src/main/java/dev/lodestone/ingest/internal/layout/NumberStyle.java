package dev.lodestone.ingest.internal.layout;

import java.util.Map;
import java.util.Optional;

/**
 * How the publisher writes numbers.
 *
 * @param decimal decimal mark
 * @param grouping mark between thousands; 0 if numbers have none
 */
public record NumberStyle(char decimal, char grouping) {

    static final NumberStyle PLAIN = new NumberStyle('.', (char) 0);

    static NumberStyle read(YamlNode node) {
        Map<String, YamlNode> entries = node.entries("decimal", "grouping");
        char decimal = Optional.ofNullable(entries.get("decimal")).map(NumberStyle::mark).orElse('.');
        char grouping = Optional.ofNullable(entries.get("grouping")).map(NumberStyle::mark).orElse((char) 0);
        if (decimal == grouping) {
            throw node.wrong("decimal and grouping mark are the same");
        }
        return new NumberStyle(decimal, grouping);
    }

    public boolean hasGrouping() {
        return grouping != 0;
    }

    private static char mark(YamlNode node) {
        String text = node.text();
        if (text.length() != 1 || Character.isLetterOrDigit(text.charAt(0)) || text.charAt(0) == '-') {
            throw node.wrong("expected one mark such as '.' or ',', found '" + text + "'");
        }
        return text.charAt(0);
    }
}
