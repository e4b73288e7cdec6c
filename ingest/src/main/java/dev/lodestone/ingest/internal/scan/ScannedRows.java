package dev.lodestone.ingest.internal.scan;

import dev.lodestone.ingest.internal.table.DelimitedRows;
import dev.lodestone.ingest.internal.table.FallbackReader;
import dev.lodestone.ingest.internal.table.Row;
import dev.lodestone.ingest.internal.table.RowSource;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Rows of large delimited text: the rows, lines and defects that {@link DelimitedRows} would give, without those that the caller said
 * that it does not want, which are only counted.
 *
 * <p>Blocks are scanned side by side, each as if a record began where the block does. That holds when the block before ended with a
 * whole record; where it did not, in a quoted line break, the rest of that block and the next are scanned again as one.
 */
public final class ScannedRows implements RowSource {

    private static final Row NO_ROW = Row.of(0, List.of());

    private final RecordScanner.Shape shape;
    private final ScanSettings settings;
    private final Optional<MessageDigest> digest;
    private Optional<String> checksum = Optional.empty();
    private final InputStream stream;
    private final BlockQueue blocks;
    private final RecordScanner ownScanner;
    private final Iterator<Row> firstRows;
    private final PendingBytes pending = new PendingBytes();

    private ScannedBlock current = new ScannedBlock();
    private Optional<BlockQueue.Scan> lent = Optional.empty();
    private Optional<DelimitedRows> rest = Optional.empty();
    private boolean ended;
    private Optional<IOException> failure = Optional.empty();
    private long firstLine;
    private long malformed;
    private long longer;
    private long leftOut;
    private long passedOver;
    private Row row;
    private boolean run;
    private boolean behindBlank;
    private boolean rowsBehindBlanks;
    /** Whether the blocks before end with a blank line. */
    private boolean blankCarried;

    /**
     * Begins to read.
     *
     * @param stream the text from its beginning; closed with these rows
     * @param start what was read of it
     * @param delimiter mark between cells, an ASCII character
     * @param width cells of the header
     * @param keyColumn column whose text tells whether a row is wanted; -1 if every row is
     * @param unwanted whether a row of the header's width with this text in that column is sound and not wanted; asked by several threads
     * @param digest told of all bytes
     * @param takers makes, for each thread that scans, who takes rows; rows taken come as runs
     */
    public ScannedRows(
            InputStream stream,
            ScanStart start,
            char delimiter,
            int width,
            int keyColumn,
            Predicate<String> unwanted,
            ScanSettings settings,
            Optional<MessageDigest> digest,
            Supplier<RowTaker> takers) {
        this.shape = new RecordScanner.Shape(delimiter, width, keyColumn);
        this.settings = settings;
        this.digest = digest;
        this.stream = stream;
        this.firstRows = start.rows().iterator();
        this.firstLine = start.nextLine();
        this.malformed = start.malformed();
        this.ownScanner = new RecordScanner(shape, new UnwantedCodes(unwanted), takers.get());
        this.blocks = new BlockQueue(
                new BlockFeed(stream, digest), start.bytes(), settings, () -> new RecordScanner(shape, new UnwantedCodes(unwanted), takers.get()));
    }

    @Override
    public boolean advance() throws IOException {
        if (firstRows.hasNext()) {
            row = firstRows.next();
            return true;
        }
        passedOver = 0;
        run = false;
        behindBlank = false;
        while (true) {
            if (rest.isPresent()) {
                return advanceInRest(rest.get());
            }
            if (current.advance()) {
                run = current.isRun();
                row = run ? NO_ROW : current.row(firstLine);
                passedOver = leftOut + current.leftOutBefore();
                leftOut = 0;
                boolean follows = blankCarried && current.leftOutBefore() == 0;
                behindBlank = !run && (follows || current.isBehindBlank());
                rowsBehindBlanks |= blankCarried && (run || !follows);
                blankCarried = false;
                return true;
            }
            rowsBehindBlanks |= current.hasRowsBehindBlanks() || blankCarried && current.leftOut() > 0;
            blankCarried = current.endsBlank() || blankCarried && current.leftOut() == 0;
            leftOut += current.leftOut();
            longer += current.leftOutLonger();
            firstLine += current.lines();
            current = new ScannedBlock();
            lent.ifPresent(blocks::giveBack);
            lent = Optional.empty();
            if (failure.isPresent()) {
                throw failure.get();
            }
            if (ended) {
                passedOver = leftOut;
                leftOut = 0;
                return false;
            }
            if (pending.length() > settings.mostPendingBytes()) {
                rest = Optional.of(restFromHere());
            } else {
                goToNextBlock();
            }
        }
    }

    @Override
    public Row row() {
        return row;
    }

    /** Whether it went to rows that were taken, one behind another, instead of a row. */
    public boolean isRun() {
        return run;
    }

    /** Whether a blank line stands before the row. */
    public boolean isBehindBlank() {
        return behindBlank;
    }

    /** Whether, up to here at least, rows that were taken or passed over stand behind blank lines. */
    public boolean hasRowsBehindBlanks() {
        return rowsBehindBlanks || current.hasRowsBehindBlanks();
    }

    /** The rows taken, among which the run's are those from {@link #runFrom} to before {@link #runTo}; until the next is gone to. */
    public TakenRows taken() {
        return current.taken();
    }

    public int runFrom() {
        return current.runFrom();
    }

    public int runTo() {
        return current.runTo();
    }

    /** Rows of the run that have empty cells beyond the header. */
    public int runLonger() {
        return current.runLonger();
    }

    /** Line of a row taken. */
    public long lineOf(int taken) {
        return firstLine + current.taken().line(taken);
    }

    @Override
    public long passedOver() {
        return passedOver;
    }

    /** Rows passed over that have empty cells beyond the header; all of them only at the end. */
    public long passedOverLonger() {
        return longer;
    }

    /** Bytes that are no UTF-8; all of them only at the end. */
    public long malformed() {
        return malformed;
    }

    /** Checksum of the whole text, in lower-case hexadecimal, if one was asked for and the end was reached. */
    public Optional<String> checksum() {
        if (ended && checksum.isEmpty()) {
            checksum = digest.map(each -> HexFormat.of().formatHex(each.digest()));
        }
        return checksum;
    }

    @Override
    public void close() throws IOException {
        blocks.close();
        stream.close();
    }

    private boolean advanceInRest(DelimitedRows rows) throws IOException {
        passedOver = leftOut;
        leftOut = 0;
        if (!rows.advance()) {
            return false;
        }
        row = rows.row();
        return true;
    }

    private void goToNextBlock() throws IOException {
        BlockQueue.Scan next = take();
        Block block = next.block();
        if (pending.isEmpty()) {
            current = next.scanned();
            pending.keep(block, current.end());
            lent = Optional.of(next);
        } else {
            pending.append(block);
            blocks.giveBack(next);
            if (pending.isWorthScanning() || block.last()) {
                Block joined = pending.asBlock(block.last());
                ownScanner.scan(joined, current);
                pending.keep(joined, current.end());
            }
        }
    }

    private BlockQueue.Scan take() throws IOException {
        BlockQueue.Scan next = blocks.take();
        malformed += next.scanned().malformed();
        failure = next.failure();
        ended = next.block().last();
        return next;
    }

    /** A record that does not end: what remains is read by lines, which have a longest length. */
    private DelimitedRows restFromHere() {
        FallbackReader characters = new FallbackReader(new Rest(pending.take()), new FallbackReader.Count());
        DelimitedRows rows = new DelimitedRows(characters, shape.delimiter(), firstLine);
        rows.expectCells(shape.width());
        return rows;
    }

    /** Bytes that wait, then those of the blocks that follow. */
    private final class Rest extends InputStream {
        private byte[] bytes;
        private int position;

        Rest(byte[] first) {
            this.bytes = first;
        }

        @Override
        public int read() throws IOException {
            return hasMore() ? bytes[position++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!hasMore()) {
                return -1;
            }
            int read = Math.min(length, bytes.length - position);
            System.arraycopy(bytes, position, target, offset, read);
            position += read;
            return read;
        }

        private boolean hasMore() throws IOException {
            while (position == bytes.length) {
                if (failure.isPresent()) {
                    throw failure.get();
                }
                if (ended) {
                    return false;
                }
                BlockQueue.Scan next = take();
                bytes = Arrays.copyOf(next.block().bytes(), next.block().length());
                position = 0;
                blocks.giveBack(next);
            }
            return true;
        }
    }
}
