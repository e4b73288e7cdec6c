package dev.lodestone.ingest.internal.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows of which one cell holds several columns joined by commas or semicolons, as Eurostat writes tables of tab-separated values: the header's
 * first cell is {@code freq,reporter,partner\TIME_PERIOD}, its last part naming what the other columns stand for. Software that reads and saves
 * such a table sets other marks between the cells, numbers the rows in a column before it, or splits the cell, whose last column then bears that
 * part. Other tables pass through as they are.
 */
public final class KeyedRows implements RowSource {

    private static final Pattern BEHIND_KEYS = Pattern.compile("\\\\(\\w*)\\s*$");

    private final RowSource rows;
    /** Where the cell of several columns stands; negative where there is none. */
    private int at = -1;

    private String mark = "";
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
            row = header(read);
            return true;
        }
        row = at < 0 || read.defect().isPresent() || read.isBlank() ? read : split(read, read.cell(at));
        return true;
    }

    private Row header(Row read) {
        int first = read.cell(0).isBlank() ? 1 : 0;
        for (int i = first; i < read.size(); i++) {
            Matcher end = BEHIND_KEYS.matcher(read.cell(i));
            if (end.find() && end.start() > 0) {
                String keys = read.cell(i).substring(0, end.start());
                if (i == first && (keys.indexOf(',') > 0 || keys.indexOf(';') > 0)) {
                    at = i;
                    mark = keys.indexOf(',') > 0 ? "," : ";";
                    return split(read, keys);
                }
                if (i > first && end.group(1).toUpperCase(Locale.ROOT).startsWith("TIME")) {
                    List<String> cells = new ArrayList<>(read.cells());
                    cells.set(i, keys);
                    return Row.of(read.line(), cells);
                }
            }
        }
        return read;
    }

    private Row split(Row read, String keyed) {
        List<String> cells = new ArrayList<>(read.cells().subList(0, Math.min(at, read.size())));
        cells.addAll(List.of(keyed.split(mark, -1)));
        cells.addAll(read.cells().subList(Math.min(at + 1, read.size()), read.size()));
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
