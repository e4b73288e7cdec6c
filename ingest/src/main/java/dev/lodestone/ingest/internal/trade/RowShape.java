package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.ingest.internal.table.Row;

/** Whether rows have the cells that the header promises. Empty cells beyond the header, and in worksheets others, are let pass and told once. */
final class RowShape {

    private final int width;
    private final TableAccount account;
    private long trailing;
    private long beside;

    RowShape(int width, TableAccount account) {
        this.width = width;
        this.account = account;
    }

    /** Tells what is wrong with the row's shape, if something is. */
    boolean isWrong(Row row, long record) {
        if (row.defect().isPresent()) {
            Row.Defect defect = row.defect().get();
            account.issue(defect.code(), row.line(), record, "", "", defect.text(), defect.expected(), "row set aside");
            return true;
        }
        if (row.isNamed()) {
            return false;
        }
        if (row.size() < width && row.hasFixedWidth()) {
            tellCount(row, record);
            return true;
        }
        for (int i = width; i < row.size(); i++) {
            if (!row.cell(i).isBlank()) {
                if (row.isOfSheet()) {
                    beside++; // cells of a worksheet stand where they stand: what is beside the table moves none of it
                    return false;
                }
                tellCount(row, record);
                return true;
            }
        }
        if (row.size() > width) {
            trailing++;
        }
        return false;
    }

    /** Rows that were not looked at one by one and have empty cells beyond the header. */
    void passedOver(long longer) {
        trailing += longer;
    }

    void tellTrailingCells() {
        if (trailing > 0) {
            account.issue(
                    IssueCode.TRAILING_CELLS,
                    trailing + (trailing == 1 ? " row" : " rows"),
                    "no cell beyond the header's " + width,
                    "empty cells ignored, columns not shifted");
        }
        if (beside > 0) {
            account.issue(
                    IssueCode.TRAILING_CELLS,
                    beside + (beside == 1 ? " row" : " rows"),
                    "no cell beyond the header's " + width,
                    "cells beside the table, under no header, not read");
        }
    }

    private void tellCount(Row row, long record) {
        account.issue(
                IssueCode.WRONG_CELL_COUNT,
                row.line(),
                record,
                "",
                "",
                row.size() + (row.size() == 1 ? " cell" : " cells"),
                width + " cells as in the header",
                "row set aside");
    }
}
