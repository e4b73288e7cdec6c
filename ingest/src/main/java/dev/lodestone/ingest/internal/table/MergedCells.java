package dev.lodestone.ingest.internal.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Cells of a worksheet that were merged, of which only the first holds the text that all of them show. */
public final class MergedCells {

    /** None. */
    public static final MergedCells NONE = new MergedCells();

    /** No table that somebody made for others to read has more. */
    private static final int MOST = 100_000;

    /**
     * Cells merged with each other.
     *
     * @param firstRow number of the first row, from 1
     * @param lastRow number of the last
     * @param firstColumn first column, from 0
     * @param lastColumn last column
     */
    record Region(long firstRow, long lastRow, int firstColumn, int lastColumn) {

        boolean isOneCell() {
            return firstRow == lastRow && firstColumn == lastColumn;
        }
    }

    /** Cells of one region in one column, with the region's text. */
    private record Cells(long lastRow, String text) {}

    /** By column, by first row: regions of a worksheet do not overlap. */
    private final Map<Integer, TreeMap<Long, Cells>> byColumn = new HashMap<>();

    private MergedCells() {}

    /** Tells the text of a cell. */
    interface Texts {

        String of(long row, int column);
    }

    /**
     * Those of the regions that lie in some columns.
     *
     * @throws IOException if they are more than anybody merges
     */
    static MergedCells of(List<Region> regions, Set<Integer> columns, Texts texts) throws IOException {
        checkNumber(regions.size());
        MergedCells merged = new MergedCells();
        for (Region region : regions) {
            for (int column : columns) {
                if (column >= region.firstColumn() && column <= region.lastColumn() && !region.isOneCell()) {
                    merged.byColumn.computeIfAbsent(column, key -> new TreeMap<>())
                            .put(region.firstRow(), new Cells(region.lastRow(), texts.of(region.firstRow(), region.firstColumn())));
                }
            }
        }
        return merged;
    }

    static void checkNumber(int regions) throws IOException {
        if (regions > MOST) {
            throw new IOException("the sheet has more than " + MOST + " merged cells");
        }
    }

    /** The row with the text of merged cells in those of the columns whose cells are empty; the row itself where there is nothing to fill. */
    public Row filled(Row row, Set<Integer> columns) {
        List<String> cells = null;
        for (int column : columns) {
            String text = row.cell(column).isBlank() ? textAt(row.line(), column) : "";
            if (!text.isEmpty()) {
                if (cells == null) {
                    cells = new ArrayList<>(row.cells());
                }
                while (cells.size() <= column) {
                    cells.add("");
                }
                cells.set(column, text);
            }
        }
        return cells == null ? row : row.with(cells);
    }

    /**
     * Cells of one column that were merged over several rows.
     *
     * @param firstRow number of the first row, from 1
     * @param lastRow number of the last
     * @param column column
     * @param text their text
     */
    public record OverRows(long firstRow, long lastRow, int column, String text) {}

    /** The cells that hold a text and were merged over several rows, by column and row. */
    public List<OverRows> overRows() {
        List<OverRows> over = new ArrayList<>();
        new TreeMap<>(byColumn).forEach((column, regions) -> regions.forEach((first, cells) -> {
            if (cells.lastRow() > first && !cells.text().isBlank()) {
                over.add(new OverRows(first, cells.lastRow(), column, cells.text().strip()));
            }
        }));
        return over;
    }

    /** Address of a cell, such as {@code F4}. */
    public static String address(long row, int column) {
        return Row.columnLetters(column) + row;
    }

    private String textAt(long line, int column) {
        TreeMap<Long, Cells> regions = byColumn.get(column);
        Map.Entry<Long, Cells> region = regions == null ? null : regions.floorEntry(line);
        return region == null || region.getValue().lastRow() < line ? "" : region.getValue().text().strip();
    }
}
