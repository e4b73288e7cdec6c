package dev.lodestone.ingest.internal.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.Set;

/** Rows one after the other, title rows and header included. */
public interface RowSource extends Closeable {

    /** Goes to the next row; false at the end. */
    boolean advance() throws IOException;

    /** The row last gone to. */
    Row row();

    /** Rows of unwanted commodities passed over between the row before and the one last gone to, or the end; none unless the source was told. */
    default long passedOver() {
        return 0;
    }

    /** Rows so far that their worksheet does not show. */
    default long hiddenRows() {
        return 0;
    }

    /**
     * The cells that were merged, as far as they lie in some columns; looked for when they are asked for the first time.
     *
     * @param columns columns whose cells are to be filled
     */
    default MergedCells mergedCells(Set<Integer> columns) throws IOException {
        return MergedCells.NONE;
    }
}
