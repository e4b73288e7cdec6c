package dev.lodestone.ingest.internal.table;

import java.io.Closeable;
import java.io.IOException;

/** Rows one after the other, title rows and header included. */
public interface RowSource extends Closeable {

    /** Goes to the next row; false at the end. */
    boolean advance() throws IOException;

    /** The row last gone to. */
    Row row();
}
