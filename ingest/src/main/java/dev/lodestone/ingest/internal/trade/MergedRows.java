package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.ingest.internal.layout.Field;
import dev.lodestone.ingest.internal.table.MergedCells;
import dev.lodestone.ingest.internal.table.Row;
import dev.lodestone.ingest.internal.table.RowSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Fills what a row's merged cells say of whose trade it is. Figures are not filled: one that stands in a cell of several rows is one figure,
 * of which nobody can tell what belongs to each, so that those rows are set aside. Where merged cells lie is looked for at the first cell
 * that is missing.
 */
final class MergedRows {

    private static final Set<Field> FILLED = EnumSet.of(
            Field.REPORTER, Field.PARTNER, Field.FLOW, Field.CLASSIFICATION, Field.COMMODITY, Field.PERIOD, Field.YEAR, Field.MONTH,
            Field.CURRENCY, Field.MULTIPLIER, Field.MEASURE, Field.UNIT);

    private final RowSource rows;
    private final HeaderPlan plan;
    private final Set<Integer> columns = new TreeSet<>();
    private final Set<Integer> figures = new TreeSet<>();
    private final BitSet withoutFigure = new BitSet();
    private final List<SharedFigure> shared = new ArrayList<>();
    private MergedCells merged = MergedCells.NONE;
    private boolean looked;
    private long filled;

    /**
     * A figure that several rows share.
     *
     * @param first first row: its number in a worksheet, its record elsewhere
     * @param last last row
     * @param byLine whether rows are told by their number in a worksheet
     * @param column column
     * @param text the figure
     */
    record SharedFigure(long first, long last, boolean byLine, int column, String text) {

        boolean isOf(long line, long record) {
            long row = byLine ? line : record;
            return row >= first && row <= last;
        }

        /** Address of its cell in a worksheet. */
        String cell() {
            return MergedCells.address(first, column);
        }
    }

    /**
     * @param figures columns that hold figures
     */
    MergedRows(RowSource rows, HeaderPlan plan, Set<Integer> figures) {
        this.rows = rows;
        this.plan = plan;
        FILLED.forEach(field -> columns.addAll(plan.columns(field)));
        this.figures.addAll(figures);
        this.figures.removeAll(columns);
    }

    /** Columns of figures of a table that has one value and one weight a row. */
    static Set<Integer> figures(HeaderPlan plan) {
        Set<Integer> figures = new TreeSet<>(plan.columns(Field.VALUE));
        figures.addAll(plan.columns(Field.NET_WEIGHT));
        return figures;
    }

    /**
     * The row with what its merged cells say.
     *
     * @param record the row's number among the records
     */
    Row fill(Row row, long record) throws IOException {
        if (row.defect().isPresent()) {
            return row;
        }
        noteFigures(row, record);
        if (!hasBlank(row)) {
            return row;
        }
        if (!looked) {
            looked = true;
            merged = rows.mergedCells(columns);
        }
        Row full = merged.filled(row, columns);
        filled += full == row ? 0 : 1;
        return full;
    }

    private void noteFigures(Row row, long record) {
        for (int column : figures) {
            if (row.cell(column).isBlank()) {
                withoutFigure.set((int) Math.min(row.line(), Integer.MAX_VALUE - 1));
            } else if (row.isFromAbove(column)) {
                SharedFigure before = shared.isEmpty() ? null : shared.get(shared.size() - 1);
                if (before != null && before.column() == column && before.last() == record - 1) {
                    shared.set(shared.size() - 1, new SharedFigure(before.first(), record, false, column, before.text()));
                } else {
                    shared.add(new SharedFigure(record - 1, record, false, column, row.cell(column).strip()));
                }
            }
        }
    }

    private boolean hasBlank(Row row) {
        for (int column : columns) {
            if (row.cell(column).isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** The figures that several rows share, when all rows were read. */
    List<SharedFigure> shared() throws IOException {
        if (!withoutFigure.isEmpty()) {
            for (MergedCells.OverRows each : rows.mergedCells(figures).overRows()) {
                int next = withoutFigure.nextSetBit((int) each.firstRow() + 1);
                if (next > 0 && next <= each.lastRow()) {
                    shared.add(new SharedFigure(each.firstRow(), each.lastRow(), true, each.column(), each.text()));
                }
            }
        }
        return shared;
    }

    /** Tells of a figure whose rows are set aside. */
    void tell(SharedFigure figure, long line, long record, String cell, TableAccount account) {
        long rowsOver = figure.last() - figure.first() + 1;
        account.issue(
                IssueCode.MERGED_FIGURE, line, record, plan.header(figure.column()), cell, figure.text(),
                "a figure of one row, but its cell is merged over " + (figure.byLine() ? "the rows " + figure.first() + " to " + figure.last() : rowsOver + " rows"),
                "rows set aside");
    }

    /** Tells how many rows were filled. */
    void tell(TableAccount account) {
        if (filled > 0) {
            account.issue(
                    IssueCode.MERGED_CELLS,
                    filled + (filled == 1 ? " row" : " rows"),
                    "a text in every cell",
                    "filled with the text of the merged cells in which they stand");
        }
    }
}
