package dev.lodestone.ingest.internal.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows whose first cell holds several columns joined by commas, as Eurostat writes tables of tab-separated values: the header's first cell
 * is {@code freq,reporter,partner\TIME_PERIOD}, its last part naming what the other columns stand for. Other tables pass through as they
 * are.
 */
public final class KeyedRows implements RowSource {

    private static final char BEHIND_KEYS = '\\';

    private final RowSource rows;
    private int keys;
    private boolean begun;
    private Row row;

    public KeyedRows(RowSource rows) {
        this.rows = rows;
    }

    @Override
    public boolean advance() throws IOException {
        if (!rows.advance()) {
            return false;
        }
        Row read = rows.row();
        if (!begun && read.defect().isEmpty() && !read.isBlank()) {
            begun = true;
            keys = keys(read.cell(0));
            row = keys == 0 ? read : split(read, read.cell(0).substring(0, read.cell(0).lastIndexOf(BEHIND_KEYS)));
            return true;
        }
        row = keys == 0 || read.defect().isPresent() || read.isBlank() ? read : split(read, read.cell(0));
        return true;
    }

    /** Number of columns that the header's first cell names; 0 if it is a header like any other. */
    private static int keys(String header) {
        int end = header.lastIndexOf(BEHIND_KEYS);
        return end > 0 && header.indexOf(',') > 0 && header.indexOf(',') < end ? header.substring(0, end).split(",", -1).length : 0;
    }

    private static Row split(Row read, String first) {
        List<String> cells = new ArrayList<>(List.of(first.split(",", -1)));
        cells.addAll(read.cells().subList(1, read.size()));
        return Row.of(read.line(), cells);
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
