package dev.lodestone.ingest.internal.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows above a table that say of all of it what elsewhere a column says of each row: a label and one text, in cells of their own or behind a
 * colon in one.
 */
public final class LabelledRows {

    private static final Pattern ONE_CELL = Pattern.compile("([^:;,.|]{1,60}?)\\s*:\\s+(\\S.*)");
    /** The code that stands behind a label, {@code REPORTER [REPORTER]}. */
    private static final Pattern CODE = Pattern.compile("(.*\\S)\\s*\\[[^\\]]*]");

    private static final int LONGEST = 60;

    private LabelledRows() {}

    /** The texts by their labels, of rows above a header; a label that stands twice says what it says first. */
    public static Map<String, String> of(List<Row> rows) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.defect().isEmpty() && !row.isTextBesideTables()) {
                List<String> filled = row.cells().stream().map(LabelledRows::plain).filter(text -> !text.isEmpty()).limit(3).toList();
                Matcher one = ONE_CELL.matcher(filled.size() == 1 ? filled.get(0) : "");
                if (one.matches()) {
                    texts.putIfAbsent(label(one.group(1)), one.group(2));
                } else if (filled.size() == 2 && filled.get(0).length() <= LONGEST) {
                    texts.putIfAbsent(label(filled.get(0)), filled.get(1));
                }
            }
        }
        return texts;
    }

    private static String label(String text) {
        String bare = text.endsWith(":") ? text.substring(0, text.length() - 1).strip() : text;
        Matcher coded = CODE.matcher(bare);
        return coded.matches() ? coded.group(1) : bare;
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ").strip();
    }
}
