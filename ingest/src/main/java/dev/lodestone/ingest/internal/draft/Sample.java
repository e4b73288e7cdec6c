package dev.lodestone.ingest.internal.draft;

import dev.lodestone.ingest.internal.table.Row;
import java.util.List;
import java.util.Optional;

/**
 * The first rows of a table whose layout is not known.
 *
 * @param label file, member and sheet, as messages name the table
 * @param form how the rows are stored, in words
 * @param delimiter what stands between cells, where it is delimited text
 * @param jsonArray where a JSON answer keeps its rows; empty text for its root
 * @param rows the rows, those above the header included
 * @param isWhole whether these are all rows of the table
 * @param above labels of rows above the table that stand as columns behind its own
 */
record Sample(String label, String form, Optional<Character> delimiter, Optional<String> jsonArray, List<Row> rows, boolean isWhole, List<String> above) {

    Sample {
        rows = List.copyOf(rows);
        above = List.copyOf(above);
    }

    Sample(String label, String form, Optional<Character> delimiter, Optional<String> jsonArray, List<Row> rows, boolean isWhole) {
        this(label, form, delimiter, jsonArray, rows, isWhole, List.of());
    }
}
