package dev.lodestone.report.data;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;

/**
 * Writes the rows of a sheet as SpreadsheetML, record by record, so that a million rows need no memory.
 *
 * <p>POI's own streaming keeps rows in temporary files and loads the platform's fonts for each sheet, which fails on a machine without
 * fonts; cells with text and numbers need neither.
 */
final class SheetWriter {

    private static final int LINE_POINTS = 15;

    private static final LocalDate FIRST_RELIABLE_DAY = LocalDate.of(1900, 3, 1);

    private final Appendable out;
    private final StringBuilder record = new StringBuilder(1024);
    private final SharedTexts texts;
    private final String[] styles = new String[Look.values().length];
    private final String[] letters;
    private int row;
    private String rowNumber = "1";
    private int column;
    private int height = LINE_POINTS;
    private boolean open;

    SheetWriter(Appendable out, int columns, Map<Look, Integer> styleIndexes, SharedTexts texts) {
        this.out = out;
        this.texts = texts;
        styleIndexes.forEach((look, index) -> styles[look.ordinal()] = Integer.toString(index));
        this.letters = new String[columns];
        for (int c = 0; c < columns; c++) {
            letters[c] = CellReference.convertNumToColString(c);
        }
    }

    SheetWriter text(String text) throws IOException {
        return text(text, Look.TEXT);
    }

    SheetWriter text(String text, Look look) throws IOException {
        if (text.isEmpty()) {
            return skip();
        }
        start(look);
        OptionalInt shared = texts.numberOf(text);
        if (shared.isPresent()) {
            record.append(" t=\"s\"><v>").append(shared.getAsInt()).append("</v></c>");
        } else {
            record.append(" t=\"inlineStr\"><is>");
            SharedTexts.element(text, record);
            record.append("</is></c>");
        }
        return this;
    }

    SheetWriter number(OptionalDouble number, Look look) {
        return number.isPresent() ? number(number.getAsDouble(), look) : skip();
    }

    SheetWriter number(double number, Look look) {
        start(look);
        record.append("><v>").append(Decimals.ofCell(number)).append("</v></c>");
        return this;
    }

    SheetWriter date(LocalDate day) throws IOException {
        return day.isBefore(FIRST_RELIABLE_DAY) ? text(day.toString()) : number(DateUtil.getExcelDate(day), Look.DATE);
    }

    /** Sets the height of the row that comes next; without it a row has the height of one line. */
    void lines(int count) {
        height = count * LINE_POINTS;
    }

    /** Leaves a cell empty. */
    SheetWriter skip() {
        openRow();
        column++;
        return this;
    }

    void end() throws IOException {
        openRow();
        if (column > letters.length) {
            throw new IllegalStateException("record with " + column + " cells in a sheet of " + letters.length + " columns");
        }
        out.append(record.append("</row>"));
        record.setLength(0);
        open = false;
        row++;
        rowNumber = Integer.toString(row + 1);
        column = 0;
    }

    private void openRow() {
        if (!open) {
            record.append("<row r=\"").append(rowNumber).append('"');
            if (height > LINE_POINTS) {
                record.append(" ht=\"").append(height).append("\" customHeight=\"1\"");
            }
            record.append('>');
            open = true;
            height = LINE_POINTS;
        }
    }

    private void start(Look look) {
        openRow();
        record.append("<c r=\"").append(letters[column]).append(rowNumber).append("\" s=\"").append(styles[look.ordinal()]).append('"');
        column++;
    }
}
