package dev.lodestone.ingest.internal.scan;

import dev.lodestone.ingest.internal.table.DelimitedRows;
import dev.lodestone.ingest.internal.table.FallbackReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells records and cells apart by {@link Marks} of their bytes, or cell by cell. Whatever is not plainly regular (a quote inside an unquoted cell, text behind a closing
 * quote, a row over several lines that has another number of cells than the header, a line that is too long) is read by
 * {@link DelimitedRows}, whose rows these are. Not safe for use by several threads at once.
 */
final class RecordScanner {

    /**
     * What the rows look like.
     *
     * @param delimiter mark between cells, one byte
     * @param width cells of the header
     * @param keyColumn column whose text tells whether a row is wanted; -1 if every row is
     */
    record Shape(char delimiter, int width, int keyColumn) {}

    /** What a record is that was looked at. */
    private enum Look {
        REGULAR,
        IRREGULAR,
        /** Its end is not there. */
        CUT
    }

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long QUOTES = ONES * '"';
    private static final long FEEDS = ONES * '\n';

    /** Few: the JVM compiles what is called often, and compiles a long loop that it is in the midst of once more for that. */
    private static final int SHORT_ROWS_AT_A_TIME = 32;

    /** Cells beyond the header that a row may have and still be told by its bytes. */
    private static final int SPARE_CELLS = 16;

    private final Shape shape;
    private final UnwantedCodes unwanted;
    private final RowTaker taker;
    private final long delimiters;
    private final int[] starts;
    private final int[] ends;
    private final boolean[] quotes;
    private final Marks marks;
    private int cells;
    private int end;
    private int position;
    private int linesWithin;
    private int linesPassed;
    private int rowsPassed;
    private boolean blankPassed;
    private boolean rowBehindBlank;
    private boolean leftOut;

    RecordScanner(Shape shape, UnwantedCodes unwanted, RowTaker taker) {
        this.shape = shape;
        this.unwanted = unwanted;
        this.taker = taker;
        this.delimiters = ONES * shape.delimiter();
        this.starts = new int[shape.width() + SPARE_CELLS];
        this.ends = new int[starts.length];
        this.quotes = new boolean[starts.length];
        this.marks = new Marks(shape.delimiter());
    }

    /**
     * Scans from the beginning of a record to the end of the last record that is there as a whole.
     *
     * @param block bytes, with {@link Block#SLACK} more behind them; the byte behind them is overwritten where a last line has no end
     * @param scanned receives what is found
     */
    void scan(Block block, ScannedBlock scanned) {
        byte[] bytes = block.bytes();
        scanned.begin(bytes);
        int to = block.length();
        if (block.last() && to > 0 && bytes[to - 1] != '\n') {
            bytes[to++] = '\n';
        }
        marks.begin(bytes, to);
        int at = 0;
        while (at < to) {
            at = passUnwanted(bytes, at, to, scanned);
            if (at >= to) {
                break;
            }
            if (marks.hasLoneReturn()) {
                at = readPlainly(block, at, Long.MAX_VALUE, scanned);
                break;
            }
            if (end >= 0 && end - at < DelimitedRows.MOST_CELLS && cells <= starts.length) {
                split(bytes, at);
                take(bytes, scanned);
                scanned.passLines(1);
                at = end + 1;
                continue;
            }
            int next = lookClosely(block, at, to, scanned);
            if (next == at) {
                break;
            }
            if (next != end + 1) {
                marks.rebase(next);
            }
            at = next;
        }
        marks.checkRest(block.length());
        scanned.hasMalformed(marks.malformed());
        scanned.endAt(Math.min(at, block.length()));
    }

    /**
     * Leaves out blank lines and the rows whose marks tell that they are regular and whose commodity is not wanted.
     *
     * @return where the first other record begins; {@code end} is its line feed, or -1 where its marks do not tell
     */
    private int passUnwanted(byte[] bytes, int from, int to, ScannedBlock scanned) {
        linesPassed = 0;
        rowsPassed = 0;
        blankPassed = false;
        rowBehindBlank = false;
        int at = from;
        while (at < to) {
            int next = passShort(bytes, at);
            if (next == at) {
                next = passRow(bytes, at);
            }
            if (next < 0) {
                break;
            }
            at = next;
        }
        scanned.leaveOut(rowsPassed, linesPassed, blankPassed, rowBehindBlank);
        return at;
    }

    /**
     * Leaves out a blank line or a regular row whose commodity is not wanted.
     *
     * @return where the next row begins; the place given if there are more marks now; -1 if the row is neither
     */
    private int passRow(byte[] bytes, int at) {
        marks.makeRoom(at);
        if (((at - marks.base()) >>> 6) + 1 >= marks.groups() && marks.extend()) {
            return at;
        }
        int key = shape.keyColumn();
        int keyFrom = key == 0 ? at : -1;
        int keyTo = -1;
        int behind = 0;
        int base = marks.base();
        int group = (at - base) >>> 6;
        long here = -1L << (at - base);
        long odd = 0;
        long feeds = 0;
        while (feeds == 0 && (group < marks.groups() || marks.extend())) {
            feeds = marks.feeds[group] & here;
            long upTo = (feeds & -feeds) - 1; // all, where there is no line feed
            long cuts = marks.delimiters[group] & here & upTo;
            odd |= marks.odd[group] & here & upTo;
            int more = Long.bitCount(cuts);
            if (behind <= key && behind + more >= key) {
                int place = base + (group << 6);
                if (behind < key) {
                    keyFrom = place + placeOf(cuts, key - behind) + 1;
                }
                if (behind + more > key) {
                    keyTo = place + placeOf(cuts, key - behind + 1);
                }
            }
            behind += more;
            here = -1L;
            group++;
        }
        cells = behind + 1;
        end = feeds == 0 || odd != 0 || marks.hasLoneReturn() ? -1 : base + ((group - 1) << 6) + Long.numberOfTrailingZeros(feeds);
        if (end < 0) {
            return -1;
        }
        if (end == at || (end == at + 1 && bytes[at] == '\r')) {
            linesPassed++;
            blankPassed = true;
        } else if (key >= 0
                && cells == shape.width()
                && end - at < DelimitedRows.MOST_CELLS
                && isUnwanted(bytes, keyFrom, keyTo < 0 ? end : keyTo)) {
            linesPassed++;
            passedRow();
        } else {
            return -1;
        }
        return end + 1;
    }

    /**
     * Leaves out some regular rows of less than 64 bytes: all their marks fit one word, so that nothing depends on where groups begin.
     *
     * @return where the next row begins; the place given if the row there is none of these, or its marks are not all there
     */
    private int passShort(byte[] bytes, int from) {
        int key = shape.keyColumn();
        if (key < 0 || marks.hasLoneReturn()) {
            return from;
        }
        int cuts = shape.width() - 1;
        int base = marks.base();
        int beforeLast = base + (marks.groups() - 1 << 6);
        int at = from;
        int passed = 0;
        while (at < beforeLast && passed < SHORT_ROWS_AT_A_TIME) {
            int shift = at - base;
            int group = shift >>> 6;
            long feed = Marks.window(marks.feeds, group, shift);
            long before = (feed & -feed) - 1;
            long delimiters = Marks.window(marks.delimiters, group, shift) & before;
            if (feed == 0 || Long.bitCount(delimiters) != cuts || (Marks.window(marks.odd, group, shift) & before) != 0) {
                break;
            }
            long rest = delimiters;
            int start = at;
            for (int i = 0; i < key; i++) {
                start = at + Long.numberOfTrailingZeros(rest) + 1;
                rest &= rest - 1;
            }
            int last = at + Long.numberOfTrailingZeros(feed);
            if (last == at || !isUnwanted(bytes, start, rest == 0 ? last : at + Long.numberOfTrailingZeros(rest))) {
                break;
            }
            passed++;
            at = last + 1;
        }
        linesPassed += passed;
        rowsPassed += passed;
        rowBehindBlank |= blankPassed && passed > 0;
        blankPassed &= passed == 0;
        return at;
    }

    private void passedRow() {
        rowsPassed++;
        rowBehindBlank |= blankPassed;
        blankPassed = false;
    }

    /** Place of the n-th bit from below. */
    private static int placeOf(long bits, int n) {
        long rest = bits;
        for (int i = 1; i < n; i++) {
            rest &= rest - 1;
        }
        return Long.numberOfTrailingZeros(rest);
    }

    private boolean isUnwanted(byte[] bytes, int from, int to) {
        int last = withoutReturn(bytes, from, to);
        return last - from >= 2 && bytes[from] == '"'
                ? unwanted.contains(bytes, from + 1, last - 1)
                : unwanted.contains(bytes, from, last);
    }

    /** The end of a cell that ends with its line, before the line's end. */
    private static int withoutReturn(byte[] bytes, int from, int to) {
        return to > from && bytes[to] == '\n' && bytes[to - 1] == '\r' ? to - 1 : to;
    }

    /** Tells the cells of a regular record by its marks. */
    private void split(byte[] bytes, int from) {
        int base = marks.base();
        int group = (from - base) >>> 6;
        long cuts = marks.delimiters[group] & (-1L << (from - base));
        int start = from;
        for (int cell = 0; cell < cells - 1; cell++) {
            while (cuts == 0) {
                cuts = marks.delimiters[++group];
            }
            int cut = base + (group << 6) + Long.numberOfTrailingZeros(cuts);
            cuts &= cuts - 1;
            place(bytes, cell, start, cut);
            start = cut + 1;
        }
        place(bytes, cells - 1, start, withoutReturn(bytes, start, end));
        int key = shape.keyColumn();
        leftOut = key >= 0 && key < cells && unwanted.contains(bytes, starts[key], ends[key]);
    }

    private void place(byte[] bytes, int cell, int from, int to) {
        boolean quoted = to - from >= 2 && bytes[from] == '"';
        starts[cell] = quoted ? from + 1 : from;
        ends[cell] = quoted ? to - 1 : to;
        quotes[cell] = quoted;
    }

    private void take(byte[] bytes, ScannedBlock scanned) {
        if (leftOut && cells == shape.width()) {
            scanned.leaveOut(false);
        } else if (leftOut && cells > shape.width() && isEmptyBeyondHeader()) {
            scanned.leaveOut(true);
        } else if (taker.take(bytes, starts, ends, quotes, cells, scanned.taken())) {
            scanned.addTaken(cells > shape.width());
        } else {
            scanned.add(cells, starts, ends, quotes);
        }
    }

    /**
     * Takes the record that begins here by its cells, or plainly.
     *
     * @return where the next record begins; the place given if the record's end is not there
     */
    private int lookClosely(Block block, int at, int to, ScannedBlock scanned) {
        Look look = look(block.bytes(), at, to);
        if (look == Look.CUT && !block.last()) {
            return at;
        }
        if (look == Look.REGULAR) {
            take(block.bytes(), scanned);
            scanned.passLines(1 + linesWithin);
            return position;
        }
        return readPlainly(block, at, 1, scanned);
    }

    private boolean isEmptyBeyondHeader() {
        for (int i = shape.width(); i < cells; i++) {
            if (ends[i] > starts[i]) {
                return false;
            }
        }
        return true;
    }

    /** Looks at the record that begins here: its cells, its end and whether it is wanted. */
    private Look look(byte[] bytes, int from, int to) {
        cells = 0;
        linesWithin = 0;
        leftOut = false;
        position = from;
        while (true) {
            if (cells == starts.length) {
                return Look.IRREGULAR;
            }
            quotes[cells] = bytes[position] == '"';
            Look cell = quotes[cells] ? quotedCell(bytes, to) : plainCell(bytes, to);
            if (cell != Look.REGULAR) {
                return cell;
            }
            if (cells == shape.keyColumn()) {
                leftOut = unwanted.contains(bytes, starts[cells], ends[cells]);
            }
            cells++;
            byte behind = bytes[position];
            if (behind == shape.delimiter()) {
                position++;
            } else if (behind == '\n' || (behind == '\r' && bytes[position + 1] == '\n')) {
                position += behind == '\n' ? 1 : 2;
                return fits(from) ? Look.REGULAR : Look.IRREGULAR;
            } else {
                return Look.IRREGULAR;
            }
        }
    }

    /** Whether no line of the record can be too long or have too many cells, and a record over several lines is as the header promises. */
    private boolean fits(int from) {
        if (position - from >= DelimitedRows.MOST_CELLS) {
            return false;
        }
        return linesWithin == 0
                || (linesWithin <= DelimitedRows.MOST_LINES && cells >= shape.width() && isEmptyBeyondHeader());
    }

    private Look plainCell(byte[] bytes, int to) {
        int at = position;
        while (true) {
            long word = (long) WORD.get(bytes, at);
            long hits = zeros(word ^ delimiters) | zeros(word ^ FEEDS) | zeros(word ^ QUOTES);
            if (hits == 0) {
                at += Long.BYTES;
                if (at >= to) {
                    return Look.CUT;
                }
                continue;
            }
            at += Long.numberOfTrailingZeros(hits) >>> 3;
            if (at >= to) {
                return Look.CUT;
            }
            if (bytes[at] == '"') {
                return Look.IRREGULAR;
            }
            break;
        }
        if (bytes[at] == '\n' && at > position && bytes[at - 1] == '\r') {
            at--;
        }
        starts[cells] = position;
        ends[cells] = at;
        position = at;
        return Look.REGULAR;
    }

    private Look quotedCell(byte[] bytes, int to) {
        int start = position + 1;
        int at = start;
        while (true) {
            long word = (long) WORD.get(bytes, at);
            long hits = zeros(word ^ QUOTES) | zeros(word ^ FEEDS);
            if (hits == 0) {
                at += Long.BYTES;
                if (at >= to) {
                    return Look.CUT;
                }
                continue;
            }
            at += Long.numberOfTrailingZeros(hits) >>> 3;
            if (at + 1 >= to) {
                return Look.CUT;
            }
            if (bytes[at] == '\n') {
                linesWithin++;
                at++;
            } else if (bytes[at + 1] == '"') {
                at += 2;
            } else {
                break;
            }
            if (at >= to) {
                return Look.CUT;
            }
        }
        starts[cells] = start;
        ends[cells] = at;
        position = at + 1;
        return Look.REGULAR;
    }

    /** The highest bit of each byte that is zero; above the first of them, false hits are possible. */
    private static long zeros(long word) {
        return (word - ONES) & ~word & HIGHS;
    }

    /**
     * Reads records the slow way.
     *
     * @return where the next record begins; the place given if the record's end is not there
     */
    private int readPlainly(Block block, int from, long most, ScannedBlock scanned) {
        FallbackReader characters = new FallbackReader(
                new ByteArrayInputStream(block.bytes(), from, block.length() - from), new FallbackReader.Count());
        LineEnds lines = new LineEnds(block.bytes(), from, block.length());
        try (DelimitedRows rows = new DelimitedRows(characters, shape.delimiter())) {
            rows.expectCells(shape.width());
            for (long read = 0; read < most && rows.advance() && (block.last() || !rows.hasMetEnd()); read++) {
                scanned.add(rows.row());
                long passed = rows.nextLine() - rows.row().line();
                scanned.passLines(passed);
                lines.pass(passed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
        scanned.endAt(lines.position());
        return lines.position();
    }
}
