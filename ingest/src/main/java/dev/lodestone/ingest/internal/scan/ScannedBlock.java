package dev.lodestone.ingest.internal.scan;

import dev.lodestone.ingest.internal.table.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What a scan of consecutive bytes found: rows on lines counted from the scan's beginning, and rows left out between them. Rows are
 * places in the bytes, decoded by who asks for them; used again for other bytes when they were.
 */
final class ScannedBlock {

    /** Numbers before the places of a row's cells: rows left out before it, lines before it, cells. */
    private static final int HEAD = 3;

    /** Marks the beginning of a cell in quotes. */
    private static final int QUOTED = 1 << 31;

    /** In place of the number of cells: a run of rows that were taken, with numbers of its own behind the head. */
    private static final int RUN = Integer.MIN_VALUE;

    /** Numbers of a run: first row taken, the one behind the last, rows with empty cells beyond the header. */
    private static final int RUN_NUMBERS = 3;

    private final List<Row> plain = new ArrayList<>();
    private final TakenRows taken = new TakenRows();
    /** Heads of rows before which a blank line stands. */
    private final BitSet behindBlank = new BitSet();
    private boolean blankPassed;
    private boolean rowsBehindBlanks;
    private int openRun = -1;
    private byte[] bytes = new byte[0];
    private int[] numbers = new int[1 << 10];
    private int length;
    private int position;
    private int behindHead;
    private int leftOut;
    private long leftOutLonger;
    private int lines;
    private int end;
    private long malformed;

    /** Begins with other bytes. */
    void begin(byte[] text) {
        plain.clear();
        taken.clear();
        behindBlank.clear();
        blankPassed = false;
        rowsBehindBlanks = false;
        openRun = -1;
        bytes = text;
        length = 0;
        position = 0;
        behindHead = 0;
        leftOut = 0;
        leftOutLonger = 0;
        lines = 0;
        end = 0;
        malformed = 0;
    }

    /** Adds a row by the places of its cells. */
    void add(int cells, int[] starts, int[] ends, boolean[] quotes) {
        makeRoom(HEAD + 2 * cells);
        addHead(cells);
        for (int i = 0; i < cells; i++) {
            numbers[length++] = quotes[i] ? starts[i] | QUOTED : starts[i];
            numbers[length++] = ends[i];
        }
    }

    /** Adds a row that was read plainly. */
    void add(Row row) {
        makeRoom(HEAD);
        plain.add(row);
        addHead(-plain.size());
    }

    /** Where rows are taken to. */
    TakenRows taken() {
        return taken;
    }

    /** The row was taken; {@code longer} if it has empty cells beyond the header. */
    void addTaken(boolean longer) {
        taken.onLine(lines);
        followsBlank();
        if (openRun < 0) {
            makeRoom(HEAD + RUN_NUMBERS);
            addHead(RUN);
            openRun = length;
            numbers[length++] = taken.size() - 1;
            numbers[length++] = 0;
            numbers[length++] = 0;
        }
        numbers[openRun + 1] = taken.size();
        numbers[openRun + 2] += longer ? 1 : 0;
    }

    private void addHead(int cells) {
        openRun = -1;
        if (blankPassed) {
            behindBlank.set(length);
            blankPassed = false;
        }
        numbers[length++] = leftOut;
        numbers[length++] = lines;
        numbers[length++] = cells;
        leftOut = 0;
    }

    private void makeRoom(int more) {
        if (length + more > numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(length + more, numbers.length + numbers.length / 2));
        }
    }

    /** A row left out; {@code longer} if it has empty cells beyond the header. */
    void leaveOut(boolean longer) {
        openRun = -1;
        followsBlank();
        leftOut++;
        leftOutLonger += longer ? 1 : 0;
    }

    /** A row that is not looked at once more follows. */
    private void followsBlank() {
        rowsBehindBlanks |= blankPassed;
        blankPassed = false;
    }

    /**
     * Regular rows left out, and lines passed with them.
     *
     * @param blankLast whether the last of the lines was blank
     * @param behindBlank whether one of the rows stood behind a blank line
     */
    void leaveOut(int rows, int passed, boolean blankLast, boolean behindBlank) {
        blankPassed = blankLast;
        rowsBehindBlanks |= behindBlank;
        openRun = rows > 0 ? -1 : openRun;
        leftOut += rows;
        lines += passed;
    }

    void passLines(long passed) {
        lines += (int) passed;
    }

    void hasMalformed(long count) {
        malformed = count;
    }

    void endAt(int place) {
        end = place;
    }

    /** Goes to the next row found; false behind the last. */
    boolean advance() {
        if (behindHead > 0) {
            position = behindHead + (isRun() ? RUN_NUMBERS : 2 * Math.max(0, numbers[behindHead - 1]));
        }
        if (position == length) {
            return false;
        }
        behindHead = position + HEAD;
        return true;
    }

    /** Rows left out before the row gone to. */
    int leftOutBefore() {
        return numbers[behindHead - HEAD];
    }

    /** Whether a blank line stands before the row gone to. */
    boolean isBehindBlank() {
        return behindBlank.get(behindHead - HEAD);
    }

    /** Whether rows that were taken or left out stand behind blank lines. */
    boolean hasRowsBehindBlanks() {
        return rowsBehindBlanks;
    }

    /** Whether the last line passed was blank, and no row stands behind it. */
    boolean endsBlank() {
        return blankPassed;
    }

    /** Whether rows that were taken were gone to, instead of one row. */
    boolean isRun() {
        return behindHead > 0 && numbers[behindHead - 1] == RUN;
    }

    /** Place of the run's first row among those taken. */
    int runFrom() {
        return numbers[behindHead];
    }

    /** Place behind the run's last row. */
    int runTo() {
        return numbers[behindHead + 1];
    }

    /** Rows of the run with empty cells beyond the header. */
    int runLonger() {
        return numbers[behindHead + 2];
    }

    /** The row gone to; its cells are to be asked for before other bytes are begun with. */
    Row row(long firstLine) {
        long line = firstLine + numbers[behindHead - 2];
        int cells = numbers[behindHead - 1];
        if (cells >= 0) {
            return Row.of(line, new ScannedCells(bytes, numbers, behindHead, cells, QUOTED, new CellText(malformed > 0)));
        }
        Row row = plain.get(-cells - 1);
        return row.defect().isPresent() ? Row.defective(line, row.defect().get()) : Row.of(line, row.cells());
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

    /** Bytes that are no UTF-8 among all bytes given, those behind the end included. */
    long malformed() {
        return malformed;
    }

    /** Where the scan ended: behind the last whole record. */
    int end() {
        return end;
    }
}
