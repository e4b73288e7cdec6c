package dev.lodestone.ingest.internal.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/** Rows of a sheet of an xls workbook, which is in memory as a whole. */
final class OldWorkbookRows implements RowSource {

    private final Iterator<org.apache.poi.ss.usermodel.Row> rows;
    private final Sheet sheet;
    private Row row;
    private long hiddenRows;

    OldWorkbookRows(Sheet sheet) {
        this.sheet = sheet;
        this.rows = sheet.rowIterator();
    }

    @Override
    public boolean advance() {
        if (!rows.hasNext()) {
            return false;
        }
        org.apache.poi.ss.usermodel.Row next = rows.next();
        List<String> cells = new ArrayList<>();
        BitSet numeric = new BitSet();
        for (int column = 0; column < next.getLastCellNum(); column++) {
            Cell cell = next.getCell(column);
            cells.add(cell == null ? "" : text(cell));
            numeric.set(column, cell != null && type(cell) == CellType.NUMERIC);
        }
        row = Row.ofSheet(next.getRowNum() + 1L, cells, numeric);
        hiddenRows += next.getZeroHeight() && !row.isBlank() ? 1 : 0;
        return true;
    }

    @Override
    public long hiddenRows() {
        return hiddenRows;
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public MergedCells mergedCells(Set<Integer> columns) throws IOException {
        List<MergedCells.Region> regions = new ArrayList<>();
        for (CellRangeAddress range : sheet.getMergedRegions()) {
            regions.add(new MergedCells.Region(
                    range.getFirstRow() + 1L, range.getLastRow() + 1L, range.getFirstColumn(), range.getLastColumn()));
        }
        return MergedCells.of(regions, columns, (line, column) -> {
            org.apache.poi.ss.usermodel.Row first = sheet.getRow((int) line - 1);
            Cell cell = first == null ? null : first.getCell(column);
            return cell == null ? "" : text(cell);
        });
    }

    @Override
    public void close() {
        // the workbook is closed by who opened it
    }

    private static String text(Cell cell) {
        return switch (type(cell)) {
            case NUMERIC -> plain(cell.getNumericCellValue());
            case BOOLEAN -> cell.getBooleanCellValue() ? "true" : "false";
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            case STRING -> cell.getStringCellValue();
            default -> "";
        };
    }

    /** The stored value's type; of a formula, that of its last result. */
    private static CellType type(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    }

    private static String plain(double number) {
        return number == 0 || !Double.isFinite(number) ? "0" : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
