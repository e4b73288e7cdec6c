package dev.lodestone.ingest.internal.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * Rows of a worksheet: told from its bytes as long as they are what spreadsheets write, from there on by a parser that begins again and
 * passes over the rows that were told.
 */
final class SheetRows implements RowSource {

    /** Opens the worksheet's XML. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    private final Opening opening;
    private final SharedTexts texts;
    private final SheetBytes bytes;
    private final SheetCells cells;
    private ParsedSheetRows parsed;
    private long told;
    private Row row;

    SheetRows(Opening opening, SharedTexts texts) throws IOException {
        this.opening = opening;
        this.texts = texts;
        this.bytes = new SheetBytes(opening.open());
        this.cells = new SheetCells(texts);
    }

    @Override
    public boolean advance() throws IOException {
        if (parsed == null) {
            if (bytes.advance(cells)) {
                row = cells.row();
                told++;
                return true;
            }
            if (!bytes.isIrregular()) {
                return false;
            }
            parsed = new ParsedSheetRows(opening.open(), texts);
            for (long passed = 0; passed < told; passed++) {
                parsed.advance();
            }
        }
        if (!parsed.advance()) {
            return false;
        }
        row = parsed.row();
        return true;
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public long hiddenRows() {
        return parsed == null ? cells.hiddenRows() : parsed.hiddenRows();
    }

    @Override
    public MergedCells mergedCells(Set<Integer> columns) throws IOException {
        return MergedRegions.read(opening, texts, columns);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
        if (parsed != null) {
            parsed.close();
        }
    }
}
