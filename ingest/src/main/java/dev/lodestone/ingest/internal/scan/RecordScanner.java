package dev.lodestone.ingest.internal.scan;

import dev.lodestone.ingest.internal.table.DelimitedRows;
import dev.lodestone.ingest.internal.table.FallbackReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Tells records and cells apart by their bytes. Whatever is not plainly regular (a quote inside an unquoted cell, text behind a closing
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

    /** Cells beyond the header that a row may have and still be told by its bytes. */
    private static final int SPARE_CELLS = 16;

    /** Cell texts that differ from their bytes: they hold doubled quotes or line breaks. */
    private static final byte DOUBLED = 1;

    private final Shape shape;
    private final UnwantedCodes unwanted;
    private final long delimiters;
    private final int[] starts;
    private final int[] ends;
    private final byte[] marks;
    private int cells;
    private int position;
    private int linesWithin;
    private boolean leftOut;

    RecordScanner(Shape shape, UnwantedCodes unwanted) {
        this.shape = shape;
        this.unwanted = unwanted;
        this.delimiters = ONES * shape.delimiter();
        this.starts = new int[shape.width() + SPARE_CELLS];
        this.ends = new int[starts.length];
        this.marks = new byte[starts.length];
    }

    /**
     * Scans from the beginning of a record to the end of the last record that is there as a whole.
     *
     * @param block bytes, with {@link Block#SLACK} more behind them; the byte behind them is overwritten where a last line has no end
     * @param check what the bytes are
     */
    ScannedBlock scan(Block block, ByteCheck check) {
        ScannedBlock scanned = new ScannedBlock();
        if (check.hasLoneReturn()) {
            readPlainly(block, 0, Long.MAX_VALUE, scanned);
            return scanned;
        }
        byte[] bytes = block.bytes();
        int to = block.length();
        if (block.last() && to > 0 && bytes[to - 1] != '\n') {
            bytes[to++] = '\n';
        }
        CellText text = new CellText(check.malformed() > 0);
        int at = 0;
        while (at < to) {
            int afterBlank = blankLine(bytes, at);
            if (afterBlank > at) {
                scanned.passLines(1);
                at = afterBlank;
                continue;
            }
            Look look = look(bytes, at, to);
            if (look == Look.CUT && !block.last()) {
                break;
            }
            if (look == Look.REGULAR) {
                take(bytes, text, scanned);
                scanned.passLines(1 + linesWithin);
                at = position;
            } else {
                int next = readPlainly(block, at, 1, scanned);
                if (next == at) {
                    break;
                }
                at = next;
            }
        }
        scanned.endAt(Math.min(at, block.length()));
        return scanned;
    }

    private static int blankLine(byte[] bytes, int at) {
        if (bytes[at] == '\n') {
            return at + 1;
        }
        return bytes[at] == '\r' && bytes[at + 1] == '\n' ? at + 2 : at;
    }

    private void take(byte[] bytes, CellText text, ScannedBlock scanned) {
        if (leftOut && cells == shape.width()) {
            scanned.leaveOut(false);
        } else if (leftOut && cells > shape.width() && isEmptyBeyondHeader()) {
            scanned.leaveOut(true);
        } else {
            String[] texts = new String[cells];
            for (int i = 0; i < cells; i++) {
                texts[i] = text.of(bytes, starts[i], ends[i], marks[i] == DOUBLED);
            }
            scanned.add(Arrays.asList(texts));
        }
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
            marks[cells] = 0;
            boolean quoted = bytes[position] == '"';
            Look cell = quoted ? quotedCell(bytes, to) : plainCell(bytes, to);
            if (cell != Look.REGULAR) {
                return cell;
            }
            if (cells == shape.keyColumn() && marks[cells] == 0) {
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
                marks[cells] = DOUBLED;
                linesWithin++;
                at++;
            } else if (bytes[at + 1] == '"') {
                marks[cells] = DOUBLED;
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
