package dev.lodestone.report.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One sheet of the workbook: a header and its records.
 *
 * @param id key of its words
 * @param name name of the sheet
 * @param columns columns
 * @param size number of records there are
 * @param record writes the record of an index
 * @param links links of cells
 * @param shares columns that are shaded by their share, by index
 * @param wraps whether long texts go over several lines, for tables that are read; tables that are filtered keep one line a record
 */
record SheetTable(
        String id, String name, List<Column> columns, int size, RecordWriter record, List<Link> links, List<Integer> shares, boolean wraps) {

    /** Records that a sheet holds at most; what goes beyond stands in the CSV table. */
    static final int MOST_RECORDS = 1_000_000;

    /**
     * A column.
     *
     * @param title title with the unit
     * @param width width in characters; no word of the title is wider, in whatever language
     */
    record Column(String title, int width) {

        /** What bold letters, the indent and the mark of a filter take beside a word of the title. */
        private static final int BESIDE = 3;

        Column {
            int longest = Arrays.stream(title.split("\\s+")).mapToInt(String::length).max().orElse(0);
            width = Math.max(width, longest + BESIDE);
        }

        /** The column wide enough for its texts, each on one line. */
        Column holding(Stream<String> texts) {
            return new Column(title, Math.max(width, texts.mapToInt(String::length).max().orElse(0) + BESIDE));
        }
    }

    /**
     * A cell that leads to an address.
     *
     * @param record index of the record
     * @param column index of the column
     * @param address http or https address
     */
    record Link(int record, int column, String address) {}

    /** Writes one record. */
    @FunctionalInterface
    interface RecordWriter {
        void write(int index, SheetWriter out) throws IOException;
    }

    SheetTable {
        columns = List.copyOf(columns);
        links = List.copyOf(links);
        shares = List.copyOf(shares);
    }

    static SheetTable of(String id, String name, List<Column> columns, int size, RecordWriter record) {
        return new SheetTable(id, name, columns, size, record, List.of(), List.of(), false);
    }

    SheetTable withLinks(List<Link> cells) {
        return new SheetTable(id, name, columns, size, record, cells, shares, wraps);
    }

    SheetTable withShares(List<Integer> shaded) {
        return new SheetTable(id, name, columns, size, record, links, shaded, wraps);
    }

    SheetTable wrapping() {
        return new SheetTable(id, name, columns, size, record, links, shares, true);
    }

    /** Records that fit on the sheet. */
    int shown() {
        return Math.min(size, MOST_RECORDS);
    }
}
