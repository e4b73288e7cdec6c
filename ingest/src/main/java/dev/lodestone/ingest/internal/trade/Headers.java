package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.layout.HeaderText;
import dev.lodestone.ingest.internal.table.LabelledRows;
import dev.lodestone.ingest.internal.table.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Header texts as they are compared: without blanks around them, line breaks and differences of case. */
final class Headers {

    private Headers() {}

    static String normal(String text) {
        return HeaderText.normal(text);
    }

    static String compared(String text) {
        return HeaderText.compared(text);
    }

    static Set<String> compared(List<String> texts) {
        return texts.stream().map(Headers::compared).filter(text -> !text.isEmpty()).collect(Collectors.toSet());
    }

    /** What labelled rows above a header say, by their labels as they are compared. */
    static Map<String, String> labelled(List<Row> rows) {
        Map<String, String> labelled = new LinkedHashMap<>();
        LabelledRows.of(rows).forEach((label, text) -> labelled.putIfAbsent(compared(label), text));
        return labelled;
    }

    /** Headers as they are compared, in their order, without empty ones at the end. */
    static List<String> inOrder(List<String> texts) {
        List<String> all = new ArrayList<>(texts.stream().map(Headers::compared).toList());
        while (!all.isEmpty() && all.getLast().isEmpty()) {
            all.removeLast();
        }
        return all;
    }

    /** Headers that stand more than once. */
    static Set<String> repeated(List<String> texts) {
        return texts.stream()
                .map(Headers::compared)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
