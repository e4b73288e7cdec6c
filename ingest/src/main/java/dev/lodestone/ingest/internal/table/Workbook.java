package dev.lodestone.ingest.internal.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** An opened workbook. */
public interface Workbook extends Closeable {

    /** Names of the worksheets, in order. */
    List<String> sheetNames();

    /** Whether the workbook does not show the sheet. */
    boolean isHidden(String sheet);

    /** Whether its dates are days since 1904, as some were on other machines, and not since 1900. */
    boolean countsFrom1904();

    /** The rows of a sheet; may be asked for again and again. */
    RowSource rows(String sheet) throws IOException;

    @Override
    void close();
}
