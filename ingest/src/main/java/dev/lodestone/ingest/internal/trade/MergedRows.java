package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.ingest.internal.layout.Field;
import dev.lodestone.ingest.internal.table.MergedCells;
import dev.lodestone.ingest.internal.table.Row;
import dev.lodestone.ingest.internal.table.RowSource;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Fills what a row's merged cells say of whose trade it is. Figures are not filled: one that stands in a cell of several rows is one figure.
 * Where merged cells lie is looked for at the first cell that is missing.
 */
final class MergedRows {

    private static final Set<Field> FILLED = EnumSet.of(
            Field.REPORTER, Field.PARTNER, Field.FLOW, Field.CLASSIFICATION, Field.COMMODITY, Field.PERIOD, Field.YEAR, Field.MONTH,
            Field.CURRENCY, Field.MULTIPLIER, Field.MEASURE, Field.UNIT);

    private final RowSource rows;
    private final Set<Integer> columns = new TreeSet<>();
    private MergedCells merged = MergedCells.NONE;
    private boolean looked;
    private long filled;

    MergedRows(RowSource rows, HeaderPlan plan) {
        this.rows = rows;
        FILLED.forEach(field -> columns.addAll(plan.columns(field)));
    }

    /** The row with what its merged cells say. */
    Row fill(Row row) throws IOException {
        if (row.defect().isPresent() || !hasBlank(row)) {
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

    private boolean hasBlank(Row row) {
        for (int column : columns) {
            if (row.cell(column).isBlank()) {
                return true;
            }
        }
        return false;
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
