package dev.lodestone.ingest.internal.table;

import dev.lodestone.ingest.IssueCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of which one cell holds several columns joined by commas or semicolons, as Eurostat writes tables of tab-separated values: the header's
 * first cell is {@code freq,reporter,partner\TIME_PERIOD}, its last part naming what the other columns stand for. Software that reads and saves
 * such a table sets other marks between the cells, numbers the rows in a column before it, or splits the cell, whose last column then bears that
 * part. In a workbook titles may stand above. Other tables pass through as they are.
 */
public final class KeyedRows implements RowSource {

    private static final Pattern BEHIND_KEYS = Pattern.compile("\\\\(\\w*)\\s*$");

    private final RowSource rows;
    /** Where the cell of several columns stands; negative where there is none. */
    private int at = -1;

    private String mark = "";
    private int keys;
    private final int titles;
    private int looked;
    private Row row;

    public KeyedRows(RowSource rows) {
        this(rows, 0);
    }

    /**
     * Rows in which titles may stand above the header.
     *
     * @param titles so many at most
     */
    public KeyedRows(RowSource rows, int titles) {
        this.rows = rows;
        this.titles = titles;
    }

    @Override
    public boolean advance() throws IOException {
        if (!rows.advance()) {
            return false;
        }
        Row read = rows.row();
        if (looked <= titles && read.defect().isEmpty() && !read.isBlank()) {
            looked++;
            row = header(read);
            if (row != read) {
                looked = titles + 1;
            }
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
                String joined = read.cell(i).substring(0, end.start());
                boolean isOfTime = end.group(1).toUpperCase(Locale.ROOT).startsWith("TIME");
                if (i == first && (titles == 0 || isOfTime) && (joined.indexOf(',') > 0 || joined.indexOf(';') > 0)) {
                    at = i;
                    mark = joined.indexOf(',') > 0 ? "," : ";";
                    List<String> parts = List.of(joined.split(mark, -1));
                    keys = parts.size();
                    return read.split(at, parts);
                }
                if (i > first && isOfTime) {
                    List<String> cells = new ArrayList<>(read.cells());
                    cells.set(i, joined);
                    return read.with(cells);
                }
            }
        }
        return read;
    }

    /** A row whose keys are not as many as the header's would put its figures under columns that are not theirs; a note below the table has no figures. */
    private Row split(Row read, String keyed) {
        List<String> parts = List.of(keyed.split(mark, -1));
        if (parts.size() == keys) {
            return read.split(at, parts);
        }
        boolean isNote = IntStream.range(0, read.size()).allMatch(column -> column == at || read.cell(column).isBlank());
        return isNote ? read : Row.defective(read.line(), new Row.Defect(IssueCode.WRONG_CELL_COUNT, keyed, keys + " keys as in the header"));
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public long passedOver() {
        return rows.passedOver();
    }

    @Override
    public long hiddenRows() {
        return rows.hiddenRows();
    }

    @Override
    public MergedCells mergedCells(Set<Integer> columns) throws IOException {
        if (at < 0) {
            return rows.mergedCells(columns);
        }
        List<MergedCells.OverRows> merged =
                rows.mergedCells(IntStream.range(0, row.size()).boxed().collect(Collectors.toSet())).overRows();
        if (!merged.isEmpty()) {
            throw new IOException("its cell " + MergedCells.address(merged.get(0).firstRow(), merged.get(0).column())
                    + " is merged with others, which is not read in a table of several columns in one cell: undo it");
        }
        return MergedCells.NONE;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
