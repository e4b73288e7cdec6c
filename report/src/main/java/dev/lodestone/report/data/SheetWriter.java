package dev.lodestone.report.data;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
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

    /** Lines of a row at most: spreadsheets take no row higher than 409 points. */
    private static final int MOST_LINES = 27;

    private static final LocalDate FIRST_RELIABLE_DAY = LocalDate.of(1900, 3, 1);

    private final Appendable out;
    private final StringBuilder record = new StringBuilder(1024);
    private final SharedTexts texts;
    private final String[] styles = new String[Look.values().length];
    private final String[] letters;
    private int row;
    private String rowNumber = "1";
    private int column;
    private final int[] widths;
    private final boolean wraps;
    private int lines = 1;

    /**
     * @param wraps whether texts that are longer than their column go over several lines
     */
    SheetWriter(Appendable out, List<SheetTable.Column> columns, boolean wraps, Map<Look, Integer> styleIndexes, SharedTexts texts) {
        this.out = out;
        this.texts = texts;
        styleIndexes.forEach((look, index) -> styles[look.ordinal()] = Integer.toString(index));
        this.wraps = wraps;
        this.letters = new String[columns.size()];
        this.widths = new int[columns.size()];
        for (int c = 0; c < letters.length; c++) {
            letters[c] = CellReference.convertNumToColString(c);
            widths[c] = columns.get(c).width();
        }
    }

    SheetWriter text(String text) throws IOException {
        return text(text, Look.TEXT);
    }

    SheetWriter text(String text, Look look) throws IOException {
        if (text.isEmpty()) {
            return skip();
        }
        start(fitted(text, look));
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

    /** The look that shows the whole text, for which the row grows. */
    private Look fitted(String text, Look look) {
        boolean wrapped = look == Look.PROSE || look == Look.HEADER || wraps && look == Look.TEXT;
        if (!wrapped || column >= widths.length) {
            return look;
        }
        int needed = WrappedText.lines(text, widths[column]);
        lines(needed);
        return needed > 1 && look == Look.TEXT ? Look.WRAPPED : look;
    }

    /** Makes the row that is written, or comes next, as high as so many lines; without it a row has the height of one. */
    void lines(int count) {
        lines = Math.max(lines, Math.min(count, MOST_LINES));
    }

    /** Leaves a cell empty. */
    SheetWriter skip() {
        column++;
        return this;
    }

    void end() throws IOException {
        if (column > letters.length) {
            throw new IllegalStateException("record with " + column + " cells in a sheet of " + letters.length + " columns");
        }
        out.append("<row r=\"").append(rowNumber).append('"');
        if (lines > 1) {
            out.append(" ht=\"").append(Integer.toString(lines * LINE_POINTS)).append("\" customHeight=\"1\"");
        }
        out.append('>').append(record.append("</row>"));
        record.setLength(0);
        lines = 1;
        row++;
        rowNumber = Integer.toString(row + 1);
        column = 0;
    }

    private void start(Look look) {
        record.append("<c r=\"").append(letters[column]).append(rowNumber).append("\" s=\"").append(styles[look.ordinal()]).append('"');
        column++;
    }
}
