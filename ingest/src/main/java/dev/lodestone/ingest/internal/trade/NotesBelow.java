package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.ingest.internal.layout.Field;
import dev.lodestone.ingest.internal.table.Row;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells notes below a table from rows that are damaged. A row that says of which flow it is, or how much, is a row, whatever is wrong with
 * it. Another is a note where it reads as one and no row follows it: those that may be notes wait until the table ends or a row comes. Behind
 * a quote that is never closed only those that name themselves are told: others may be the rest of the row that the quote is in.
 */
final class NotesBelow {

    static final String NOTE = "note below the table";
    static final String TOTAL = "total of the whole table";

    /** Notes of a table; what is more is no table with notes. */
    private static final int MOST = 500;

    private static final Set<Field> KEYS =
            EnumSet.of(Field.REPORTER, Field.PARTNER, Field.FLOW, Field.COMMODITY, Field.PERIOD, Field.YEAR, Field.MONTH);

    private static final Pattern FIGURE = Pattern.compile("[-+(]?\\s?[$€£¥₩₹]?\\s?\\d[\\d.,'’\\u00a0\\u202f ]*(?:[eE][-+]?\\d+)?%?\\)?(?: ?\\p{L})?");

    private final HeaderPlan plan;
    private final RowReading reading;
    private final Set<Integer> figures;
    private final TableAccount account;
    private final List<Held> held = new ArrayList<>();
    private String firstTextOfRow = "";
    private boolean rowsReadAsNotes;
    private boolean rowsReadAsProse;
    private boolean blankBefore;
    private boolean rowsBehindBlanks;
    private boolean mayGoOnWithARow;
    private long lastLine;

    /**
     * A row that may be a note.
     *
     * @param row the row
     * @param record its number among the records
     * @param reason what it would be
     */
    record Held(Row row, long record, String reason) {}

    /**
     * @param figures columns that hold figures
     */
    NotesBelow(HeaderPlan plan, RowReading reading, Set<Integer> figures, TableAccount account) {
        this.plan = plan;
        this.reading = reading;
        this.figures = figures;
        this.account = account;
    }

    void blank() {
        blankBefore = true;
    }

    /** Rows that do not come here one by one stand behind blank lines. */
    void rowBehindBlank() {
        rowsBehindBlanks = true;
    }

    /** Whether the row may be a note; then it waits. */
    boolean holds(Row row, long record) {
        boolean behindBlank = isBehindBlank(row);
        lastLine = row.line();
        blankBefore = false;
        mayGoOnWithARow |= row.defect().filter(defect -> defect.code() == IssueCode.UNCLOSED_QUOTE).isPresent();
        String reason = held.size() < MOST ? reason(row, behindBlank) : "";
        if (reason.isEmpty()) {
            rowsBehindBlanks |= behindBlank;
            return false;
        }
        held.add(new Held(row, record, reason));
        return true;
    }

    /** Told of a sound row: where such begin like notes, or stand behind blank lines, these tell nothing. */
    void met(Row row) {
        mayGoOnWithARow = false;
        String first = first(row);
        if (!first.equals(firstTextOfRow)) {
            firstTextOfRow = first;
            rowsReadAsNotes |= NoteTexts.isNamed(first) || NoteTexts.isMarked(first);
            rowsReadAsProse |= NoteTexts.isProse(first) && !isOfKey(row);
        }
    }

    private boolean isBehindBlank(Row row) {
        return blankBefore || row.isOfSheet() && lastLine > 0 && row.line() > lastLine + 1;
    }

    /** The rows that wait, since a row follows them: they are none but rows. */
    List<Held> release() {
        if (held.isEmpty()) {
            return List.of();
        }
        List<Held> all = List.copyOf(held);
        held.clear();
        return all;
    }

    /** The table has ended: what waits is below it. */
    void settle() {
        for (Held note : release()) {
            account.read();
            account.outOfScope(note.reason());
            String text = String.join(" ", note.row().cells().stream().map(String::strip).filter(cell -> !cell.isEmpty()).toList());
            account.issue(
                    IssueCode.NOTE_BELOW_TABLE,
                    note.row().line(),
                    note.record(),
                    "",
                    note.row().address(firstColumn(note.row())),
                    text,
                    "rows of the table alone",
                    note.reason().equals(TOTAL) ? "taken for the total of the whole table, not read" : "taken for a note below the table, not read");
        }
    }

    private String reason(Row row, boolean behindBlank) {
        if (row.defect().isPresent() || row.isNamed() || rowsReadAsNotes) {
            return "";
        }
        if (!held.isEmpty() && goesOn(row)) {
            return NOTE;
        }
        String first = first(row);
        boolean isNamed = NoteTexts.isNamed(first);
        if (reading.leftOut(row).filter(placed -> placed.rule().worldTotal()).isPresent()) {
            return "";
        }
        int keys = keys(row);
        if (isNamed && keys <= 1 && (!hasFigure(row) || row.size() < plan.width())) {
            return NOTE;
        }
        if (keys == 0 && NoteTexts.isTotal(first) && isAloneAmongKeys(row)) {
            return TOTAL;
        }
        if (hasFigure(row) || mayGoOnWithARow) {
            return "";
        }
        if (NoteTexts.isMarked(first) && keys <= (row.size() < plan.width() ? 1 : 0) && isOneText(row)) {
            return NOTE;
        }
        if (keys > 0 || rowsReadAsProse) {
            return "";
        }
        boolean isSentence = isOfKey(row) && NoteTexts.isSentence(joined(row)) && (isSingle(row) || NoteTexts.isProse(first));
        boolean isApart = behindBlank && !rowsBehindBlanks && NoteTexts.isProse(first) && (isSingle(row) || NoteTexts.isSentence(joined(row)));
        return isSentence || isApart ? NOTE : "";
    }

    /** Whether the row goes on with the notes above it, such as a list of marks and what they mean. */
    private boolean goesOn(Row row) {
        long filled = row.cells().stream().filter(cell -> !cell.isBlank()).count();
        return !hasFigure(row) && keys(row) <= (filled <= 2 && row.size() != plan.width() || filled == 1 ? 1 : 0);
    }

    private static boolean isSingle(Row row) {
        return row.cells().stream().filter(cell -> !cell.isBlank()).count() == 1;
    }

    /** Whether the row has at most two texts, or one with commas in it: a space follows each. */
    private static boolean isOneText(Row row) {
        List<String> texts = row.cells().stream().filter(cell -> !cell.isBlank()).toList();
        return texts.size() <= 2 || texts.stream().skip(1).allMatch(text -> text.startsWith(" "));
    }

    private static String joined(Row row) {
        return String.join(" ", row.cells()).strip();
    }

    private static int firstColumn(Row row) {
        for (int column = 0; column < row.size(); column++) {
            if (!row.cell(column).isBlank()) {
                return column;
            }
        }
        return -1;
    }

    private static String first(Row row) {
        return row.cell(firstColumn(row)).strip();
    }

    /** Whether the row's first text stands where a code or a name of a flow is looked for. */
    private boolean isOfKey(Row row) {
        int first = firstColumn(row);
        return KEYS.stream().anyMatch(field -> plan.columns(field).contains(first));
    }

    /** Whether all cells that would say of which flow the row is are empty, but the first. */
    private boolean isAloneAmongKeys(Row row) {
        int first = firstColumn(row);
        return KEYS.stream().flatMap(field -> plan.columns(field).stream()).allMatch(column -> column == first || row.cell(column).isBlank());
    }

    private boolean hasFigure(Row row) {
        return figures.stream().anyMatch(column -> row.isNumeric(column) || FIGURE.matcher(row.cell(column).strip()).matches());
    }

    /** How many cells of the row say of which flow it is. */
    private int keys(Row row) {
        int keys = 0;
        for (Field field : KEYS) {
            boolean says = false;
            for (int column : plan.columns(field)) {
                says |= !row.cell(column).isBlank() && reading.says(field, row.cell(column));
            }
            keys += says ? 1 : 0;
        }
        return keys;
    }
}
