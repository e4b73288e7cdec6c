package dev.lodestone.ingest.internal.layout;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A column of a file without header, told by its place and by what stands in it.
 *
 * @param name the name that the layout gives it
 * @param shape what each of its cells looks like
 */
public record Position(String name, Pattern shape) {

    static List<Position> read(YamlNode node) {
        List<Position> positions = node.items().stream().map(each -> {
            Map<String, YamlNode> entries = each.entries("name", "matches");
            return new Position(each.required(entries, "name").text(), each.required(entries, "matches").pattern());
        }).toList();
        if (positions.size() < 4) {
            throw node.wrong("expected at least four columns: fewer tell no publisher's file from others");
        }
        if (positions.stream().map(position -> HeaderText.compared(position.name())).distinct().count() < positions.size()) {
            throw node.wrong("two columns have the same name");
        }
        return positions;
    }
}
