package dev.lodestone.ingest.internal.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A header of several rows as one: the texts that stand above each other, the upper first. */
public final class HeaderRows {

    private HeaderRows() {}

    /**
     * The rows as one, which stands where the last of them does. A text above several columns is written once, above the first of them: it
     * counts for those behind it that have a text below and none above, as far as it has a text below itself.
     */
    public static Row joined(List<Row> rows) {
        Row last = rows.get(rows.size() - 1);
        int width = rows.stream().mapToInt(Row::size).max().orElse(0);
        List<Set<String>> texts = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            texts.add(new LinkedHashSet<>());
        }
        for (int at = 0; at < rows.size(); at++) {
            List<Row> below = rows.subList(at + 1, rows.size());
            String carried = "";
            for (int column = 0; column < width; column++) {
                String own = text(rows.get(at), column);
                boolean isHeading = hasText(below, column);
                carried = !isHeading ? "" : own.isEmpty() ? carried : own;
                String text = own.isEmpty() ? carried : own;
                if (!text.isEmpty()) {
                    texts.get(column).add(text);
                }
            }
        }
        return last.with(texts.stream().map(each -> String.join(" ", each)).toList());
    }

    private static boolean hasText(List<Row> rows, int column) {
        return rows.stream().anyMatch(row -> !text(row, column).isEmpty());
    }

    private static String text(Row row, int column) {
        return row.cell(column).replaceAll("[\\s\\u00a0]+", " ").strip();
    }
}
