package dev.lodestone.report.data;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;

/**
 * Writes the rows of a sheet as SpreadsheetML, record by record, so that a million rows need no memory.
 *
 * <p>POI's own streaming keeps rows in temporary files and loads the platform's fonts for each sheet, which fails on a machine without
 * fonts; cells with text and numbers need neither.
 */
final class SheetWriter {

    /** Characters that a cell can hold. */
    static final int MOST_CHARACTERS = 32_767;

    /** {@code _x0041_} in a cell means the letter A: someone's text that looks like it would change, into a formula even. */
    private static final Pattern ESCAPE_LIKE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final LocalDate FIRST_RELIABLE_DAY = LocalDate.of(1900, 3, 1);

    private final Appendable out;
    private final int[] styles;
    private int row;
    private int column;
    private boolean open;

    SheetWriter(Appendable out, Map<Look, Integer> styleIndexes) {
        this.out = out;
        this.styles = new int[Look.values().length];
        styleIndexes.forEach((look, index) -> styles[look.ordinal()] = index);
    }

    SheetWriter text(String text) throws IOException {
        return text(text, Look.TEXT);
    }

    SheetWriter text(String text, Look look) throws IOException {
        if (text.isEmpty()) {
            return skip();
        }
        start(look);
        String safe = fitting(SafeText.of(text.replace("\r\n", "\n").replace('\r', '\n')));
        boolean spaced = safe.length() != safe.strip().length() || safe.indexOf('\n') >= 0;
        out.append(" t=\"inlineStr\"><is><t").append(spaced ? " xml:space=\"preserve\">" : ">");
        escape(ESCAPE_LIKE.matcher(safe).replaceAll("_x005F_"));
        out.append("</t></is></c>");
        return this;
    }

    SheetWriter number(OptionalDouble number, Look look) throws IOException {
        return number.isPresent() ? number(number.getAsDouble(), look) : skip();
    }

    SheetWriter number(double number, Look look) throws IOException {
        start(look);
        out.append("><v>").append(Decimals.ofCell(number)).append("</v></c>");
        return this;
    }

    SheetWriter date(LocalDate day) throws IOException {
        return day.isBefore(FIRST_RELIABLE_DAY) ? text(day.toString()) : number(DateUtil.getExcelDate(day), Look.DATE);
    }

    /** Leaves a cell empty. */
    SheetWriter skip() throws IOException {
        openRow();
        column++;
        return this;
    }

    void end() throws IOException {
        openRow();
        out.append("</row>");
        open = false;
        row++;
        column = 0;
    }

    /** A text cut to what a cell can hold, never inside a pair of surrogates. */
    private static String fitting(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        int end = MOST_CHARACTERS - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private void openRow() throws IOException {
        if (!open) {
            out.append("<row r=\"").append(Integer.toString(row + 1)).append("\">");
            open = true;
        }
    }

    private void start(Look look) throws IOException {
        openRow();
        out.append("<c r=\"")
                .append(CellReference.convertNumToColString(column))
                .append(Integer.toString(row + 1))
                .append("\" s=\"")
                .append(Integer.toString(styles[look.ordinal()]))
                .append('"');
        column++;
    }

    private void escape(String text) throws IOException {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            String entity = switch (text.charAt(i)) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                default -> "";
            };
            if (!entity.isEmpty()) {
                out.append(text, from, i).append(entity);
                from = i + 1;
            }
        }
        out.append(text, from, text.length());
    }
}
