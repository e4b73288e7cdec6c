package dev.lodestone.ingest.internal.table;

import com.opencsv.ICSVParser;
import com.opencsv.RFC4180ParserBuilder;
import dev.lodestone.ingest.IssueCode;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of delimited text as RFC 4180 has them. A quoted cell may hold line breaks; a quote that is never closed costs one line, not
 * the rest of the file.
 */
public final class DelimitedRows implements RowSource {

    /** Lines that one quoted cell may span beyond its first. */
    public static final int MOST_LINES = 100;

    /** Cells that a line may have. */
    public static final int MOST_CELLS = 16_384;

    private static final int SHOWN = 60;

    private final PhysicalLines lines;
    private final char delimiter;
    private ICSVParser parser;
    private int expectedCells;
    private Row row;

    public DelimitedRows(Reader reader, char delimiter) {
        this(reader, delimiter, 1);
    }

    /** Rows of the rest of a text, whose first line is the one given. */
    public DelimitedRows(Reader reader, char delimiter, long firstLine) {
        this.lines = new PhysicalLines(reader, firstLine);
        this.delimiter = delimiter;
        this.parser = newParser();
    }

    @Override
    public boolean advance() throws IOException {
        PhysicalLines.Line line = lines.next();
        if (line == null) {
            return false;
        }
        row = read(line);
        return true;
    }

    @Override
    public Row row() {
        return row;
    }

    /** Tells how many cells the header has: a row over several lines that has another number is read again line by line. */
    public void expectCells(int cells) {
        this.expectedCells = cells;
    }

    /** Number of the line on which the next row starts. */
    public long nextLine() {
        return lines.nextNumber();
    }

    /** Whether the end of the text bore on a row: with more text behind it, the row last gone to might be another. */
    public boolean hasMetEnd() {
        return lines.hasMetEnd();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private Row read(PhysicalLines.Line line) throws IOException {
        if (line.cut() || tooManyCells(line.text())) {
            return Row.defective(line.number(), new Row.Defect(
                    IssueCode.ROW_TOO_LONG,
                    shown(line.text()),
                    "at most " + PhysicalLines.LONGEST + " characters and " + MOST_CELLS + " cells in a line"));
        }
        if (line.text().indexOf('"') < 0) {
            return Row.of(line.number(), split(line.text()));
        }
        return readQuoted(line);
    }

    private Row readQuoted(PhysicalLines.Line first) throws IOException {
        List<PhysicalLines.Line> following = new ArrayList<>();
        List<String> cells = new ArrayList<>(Arrays.asList(parser.parseLineMulti(first.text())));
        while (parser.isPending()) {
            PhysicalLines.Line next = following.size() < MOST_LINES ? lines.next() : null;
            if (next == null || next.cut()) {
                if (next != null) {
                    following.add(next);
                }
                return unclosed(first, following);
            }
            following.add(next);
            cells.addAll(Arrays.asList(parser.parseLineMulti(next.text())));
        }
        if (!following.isEmpty() && expectedCells > 0 && !hasExpectedCells(cells)) {
            return unclosed(first, following);
        }
        cells.replaceAll(DelimitedRows::constant);
        return Row.of(first.number(), cells);
    }

    /** The text of a formula that is nothing but a text, {@code ="010392"}, in which spreadsheets are told to keep leading zeros. */
    private static String constant(String cell) {
        boolean isConstant = cell.length() > 2 && cell.startsWith("=\"") && cell.indexOf('"', 2) == cell.length() - 1;
        return isConstant ? cell.substring(2, cell.length() - 1) : cell;
    }

    private boolean hasExpectedCells(List<String> cells) {
        return cells.size() >= expectedCells && cells.subList(expectedCells, cells.size()).stream().allMatch(String::isBlank);
    }

    /** The line alone cannot be read; the lines after it are read again as rows of their own. */
    private Row unclosed(PhysicalLines.Line first, List<PhysicalLines.Line> following) {
        parser = newParser(); // the old one still holds the open cell
        lines.handBack(following);
        return Row.defective(first.number(), new Row.Defect(
                IssueCode.UNCLOSED_QUOTE, shown(first.text()), "every quoted cell to be closed"));
    }

    private ICSVParser newParser() {
        return new RFC4180ParserBuilder().withSeparator(delimiter).build();
    }

    private List<String> split(String text) {
        List<String> cells = new ArrayList<>(Math.max(8, expectedCells));
        int from = 0;
        for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, from)) {
            cells.add(text.substring(from, at));
            from = at + 1;
        }
        cells.add(text.substring(from));
        return cells;
    }

    private boolean tooManyCells(String text) {
        if (text.length() < MOST_CELLS) {
            return false;
        }
        int cells = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == delimiter) {
                cells++;
            }
        }
        return cells > MOST_CELLS;
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
