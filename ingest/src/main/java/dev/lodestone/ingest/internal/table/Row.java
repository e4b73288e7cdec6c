package dev.lodestone.ingest.internal.table;

import dev.lodestone.ingest.IssueCode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A row of cells as it stands in the file. */
public final class Row {

    /**
     * What is wrong with the row as a whole.
     *
     * @param code the issue
     * @param text the text found, shortened
     * @param expected what was expected
     */
    public record Defect(IssueCode code, String text, String expected) {}

    /** What kind of file the row stands in. */
    private enum Place {
        TEXT,
        SHEET,
        /** A table of a page, whose rows may leave out empty cells at their end. */
        PAGE,
        /** Text of a page outside its tables. */
        PAGE_TEXT,
        /** An object whose cells have names of their own. */
        NAMED
    }

    private static final BitSet NONE = new BitSet(0);

    private final long line;
    private final List<String> cells;
    private final BitSet numeric;
    private final Place place;
    private final String name;
    private final Optional<Defect> defect;
    private final BitSet above;
    /** The cell that was split into several columns, and how many more these are; addresses are those of the file. */
    private final int splitAt;

    private final int more;

    private Row(long line, List<String> cells, BitSet numeric, Place place, String name, Optional<Defect> defect) {
        this(line, cells, numeric, place, name, defect, NONE, 0, 0);
    }

    private Row(
            long line, List<String> cells, BitSet numeric, Place place, String name, Optional<Defect> defect, BitSet above, int splitAt, int more) {
        this.above = above;
        this.splitAt = splitAt;
        this.more = more;
        this.line = line;
        this.cells = cells;
        this.numeric = numeric;
        this.place = place;
        this.name = name;
        this.defect = defect;
    }

    /** A row of a text file. */
    public static Row of(long line, List<String> cells) {
        return new Row(line, cells, NONE, Place.TEXT, "", Optional.empty());
    }

    /** A row of a worksheet, with the columns whose cells are typed as numbers and hold them in plain notation. */
    public static Row ofSheet(long line, List<String> cells, BitSet numeric) {
        return new Row(line, cells, numeric, Place.SHEET, "", Optional.empty());
    }

    /** A row of a query's result, with the columns that hold numbers. */
    public static Row ofResult(long line, List<String> cells, BitSet numeric) {
        return new Row(line, cells, numeric, Place.TEXT, "", Optional.empty());
    }

    /** Text that stands outside a page's tables: a title, a note. */
    public static Row ofPageText(long line, String text) {
        return new Row(line, List.of(text), NONE, Place.PAGE_TEXT, "", Optional.empty());
    }

    /** A row of a table of a page, with the columns whose cells go on from the row above. */
    public static Row ofPage(long line, List<String> cells, BitSet above) {
        return new Row(line, cells, NONE, Place.PAGE, "", Optional.empty(), above, 0, 0);
    }

    /** An object of a JSON array, its values in the order in which their names were first met; {@code name} is its place, such as {@code data[3]}. */
    public static Row ofNamed(long line, String name, List<String> cells) {
        return new Row(line, cells, NONE, Place.NAMED, name, Optional.empty());
    }

    /** A row that has no cells to speak of. */
    public static Row defective(long line, Defect defect) {
        return new Row(line, List.of(), NONE, Place.TEXT, "", Optional.of(defect));
    }

    /** The same row with other cells. */
    public Row with(List<String> others) {
        return new Row(line, List.copyOf(others), numeric, place, name, defect, above, splitAt, more);
    }

    /** The same row with a cell split into several columns. */
    Row split(int at, List<String> parts) {
        List<String> all = new ArrayList<>(cells.subList(0, Math.min(at, cells.size())));
        all.addAll(parts);
        all.addAll(cells.subList(Math.min(at + 1, cells.size()), cells.size()));
        BitSet moved = new BitSet();
        numeric.stream().filter(column -> column != at).forEach(column -> moved.set(column < at ? column : column + parts.size() - 1));
        return new Row(line, List.copyOf(all), moved, place, name, defect, above, at, parts.size() - 1);
    }

    /** Physical line on which the row starts, the first being 1; in a worksheet the row number. */
    public long line() {
        return line;
    }

    public int size() {
        return cells.size();
    }

    /** The cell's text; empty beyond the last cell. */
    public String cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    public List<String> cells() {
        return cells;
    }

    /** Whether the cell is typed as a number, so that its text is in plain notation whatever the layout's number style; a column that is not there is not. */
    public boolean isNumeric(int column) {
        return column >= 0 && numeric.get(column);
    }

    /** Whether the cell is one with that of the row above. */
    public boolean isFromAbove(int column) {
        return column >= 0 && above.get(column);
    }

    /** Whether every row of such a file has as many cells as its header: not in worksheets, which leave empty cells out. */
    public boolean hasFixedWidth() {
        return place == Place.TEXT;
    }

    /** Whether it is no row of a table but text beside it. */
    public boolean isTextBesideTables() {
        return place == Place.PAGE_TEXT;
    }

    /** Whether it stands in a worksheet, where every cell has its place. */
    public boolean isOfSheet() {
        return place == Place.SHEET;
    }

    /** Whether cells beyond the header have names of their own. */
    public boolean isNamed() {
        return place == Place.NAMED;
    }

    /** The cell's address in a worksheet, the object's place in a JSON array; empty in a text file. */
    public String address(int column) {
        return switch (place) {
            case TEXT, PAGE, PAGE_TEXT -> "";
            case NAMED -> name;
            case SHEET -> column >= 0 ? columnLetters(column <= splitAt ? column : Math.max(splitAt, column - more)) + line : "";
        };
    }

    public Optional<Defect> defect() {
        return defect;
    }

    public boolean isBlank() {
        if (defect.isPresent()) {
            return false;
        }
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    static String columnLetters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
