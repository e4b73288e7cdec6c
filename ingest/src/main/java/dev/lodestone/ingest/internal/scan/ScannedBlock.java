package dev.lodestone.ingest.internal.scan;

import dev.lodestone.ingest.internal.table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a scan of consecutive bytes found: rows on lines counted from the scan's beginning, and rows left out between them. */
final class ScannedBlock {

    /**
     * A row.
     *
     * @param leftOut rows left out between the row before and this one
     * @param linesBefore line ends between the scan's beginning and the row
     * @param cells cells; empty if the row is defective
     * @param defect what is wrong with the row as a whole
     */
    record Found(long leftOut, long linesBefore, List<String> cells, Optional<Row.Defect> defect) {

        Row row(long firstLine) {
            long line = firstLine + linesBefore;
            return defect.isPresent() ? Row.defective(line, defect.get()) : Row.of(line, cells);
        }
    }

    private final List<Found> found = new ArrayList<>();
    private long leftOut;
    private long leftOutLonger;
    private long lines;
    private int end;

    void add(List<String> cells) {
        found.add(new Found(leftOut, lines, cells, Optional.empty()));
        leftOut = 0;
    }

    void add(Row row) {
        found.add(new Found(leftOut, lines, row.cells(), row.defect()));
        leftOut = 0;
    }

    /** A row left out; {@code longer} if it has empty cells beyond the header. */
    void leaveOut(boolean longer) {
        leftOut++;
        leftOutLonger += longer ? 1 : 0;
    }

    void passLines(long passed) {
        lines += passed;
    }

    void endAt(int position) {
        end = position;
    }

    List<Found> found() {
        return found;
    }

    /** Rows left out after the last row found. */
    long leftOut() {
        return leftOut;
    }

    /** Rows left out that have empty cells beyond the header. */
    long leftOutLonger() {
        return leftOutLonger;
    }

    /** Line ends passed. */
    long lines() {
        return lines;
    }

    /** Where the scan ended: behind the last whole record. */
    int end() {
        return end;
    }
}
