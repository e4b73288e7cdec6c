package dev.lodestone.ingest.internal.scan;

import dev.lodestone.ingest.internal.table.DelimitedRows;
import dev.lodestone.ingest.internal.table.FallbackReader;
import dev.lodestone.ingest.internal.table.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a text up to its first record, read plainly, and where scanning goes on.
 *
 * @param rows rows above the header, the header, and the rows down to the first that is not blank
 * @param bytes bytes of these rows, with a byte order mark
 * @param nextLine number of the line behind them
 * @param malformed bytes among them that are no UTF-8
 */
public record ScanStart(List<Row> rows, int bytes, long nextLine, long malformed) {

    public ScanStart {
        rows = List.copyOf(rows);
    }

    /**
     * Reads the beginning; empty if the first record does not lie well within it.
     *
     * @param head first bytes of the text
     * @param mark bytes of its byte order mark
     * @param headerAt place of the header among the rows, from 0
     * @param width cells of the header
     */
    public static Optional<ScanStart> of(byte[] head, int mark, char delimiter, int headerAt, int width) {
        FallbackReader characters =
                new FallbackReader(new ByteArrayInputStream(head, mark, head.length - mark), new FallbackReader.Count());
        List<Row> rows = new ArrayList<>();
        try (DelimitedRows source = new DelimitedRows(characters, delimiter)) {
            while (rows.size() <= headerAt + 1 || rows.get(rows.size() - 1).isBlank()) {
                if (!source.advance()) {
                    return Optional.empty();
                }
                rows.add(source.row());
                if (rows.size() == headerAt + 1) {
                    source.expectCells(width);
                }
            }
            LineEnds lines = new LineEnds(head, mark, head.length);
            lines.pass(source.nextLine() - 1);
            if (source.hasMetEnd() || lines.position() >= head.length) {
                return Optional.empty();
            }
            long malformed = Utf8.malformed(head, 0, lines.position());
            return Optional.of(new ScanStart(rows, lines.position(), source.nextLine(), malformed));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
    }

    /** The first record. */
    public Row firstRecord() {
        return rows.get(rows.size() - 1);
    }
}
