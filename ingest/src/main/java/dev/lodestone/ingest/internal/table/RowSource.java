package dev.lodestone.ingest.internal.table;

import java.io.Closeable;
import java.io.IOException;

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
}
