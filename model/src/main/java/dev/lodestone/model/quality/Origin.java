package dev.lodestone.model.quality;

/**
 * Where a figure stands.
 *
 * @param source the table
 * @param line physical line on which the record starts, header line being 1; in a workbook the row number
 * @param cell cell address of the value in a workbook or wide table, such as {@code F12}; else empty
 * @param note what the publisher says of the row, for example its own source name; else empty
 */
public record Origin(DataSource source, long line, String cell, String note) {

    public String label() {
        return source.label() + ":" + (cell.isEmpty() ? line : cell);
    }
}
