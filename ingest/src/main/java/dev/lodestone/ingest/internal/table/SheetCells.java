package dev.lodestone.ingest.internal.table;

import dev.lodestone.ingest.IssueCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Makes a row of a worksheet's cells. Numbers are the stored ones, in plain notation, not what a cell's format would show. */
final class SheetCells implements SheetBytes.Cells {

    private static final int MOST_CELLS = 16_384;

    /** What stands in a cell whose formula was never computed: programs that write workbooks leave that to the spreadsheet. */
    private static final String NO_RESULT = "=";

    private final SharedTexts texts;
    private List<String> cells = new ArrayList<>();
    private BitSet numeric = new BitSet();
    private boolean tooMany;
    private long line;
    private long hiddenRows;

    SheetCells(SharedTexts texts) {
        this.texts = texts;
    }

    @Override
    public void begin(String number, boolean hidden) {
        line = rowNumber(number);
        hiddenRows += hidden ? 1 : 0;
        cells = new ArrayList<>(Math.max(8, cells.size()));
        numeric = new BitSet();
        tooMany = false;
    }

    @Override
    public boolean cell(String address, String type, String value, String inline, boolean formula) throws IOException {
        int column = column(address, cells.size());
        if (column >= MOST_CELLS) {
            tooMany = true;
            return false;
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        if (formula && value.isEmpty() && !type.equals("str")) {
            cells.set(column, NO_RESULT);
            return true;
        }
        switch (type) {
            case "s" -> cells.set(column, sharedText(value));
            case "inlineStr" -> cells.set(column, inline);
            case "b" -> cells.set(column, value.strip().equals("1") ? "true" : "false");
            case "str", "e", "d" -> cells.set(column, value);
            default -> {
                String plain = plain(value.strip());
                cells.set(column, plain);
                numeric.set(column, !plain.isEmpty());
            }
        }
        return true;
    }

    /** Rows begun that the sheet hides. */
    long hiddenRows() {
        return hiddenRows;
    }

    /** The row that was begun. */
    Row row() {
        return tooMany
                ? Row.defective(line, new Row.Defect(IssueCode.ROW_TOO_LONG, "", "at most " + MOST_CELLS + " cells in a row"))
                : Row.ofSheet(line, cells, numeric);
    }

    private String sharedText(String number) throws IOException {
        try {
            int at = Integer.parseInt(number.strip());
            if (at >= 0 && at < texts.size()) {
                return texts.get(at);
            }
        } catch (NumberFormatException e) {
            // said below, together with a number out of range
        }
        throw new IOException("row " + line + " refers to text '" + number + "' that the workbook does not hold");
    }

    /** {@code 1.9269344E7} is 19269344, {@code 2019.0} is 2019. */
    private static String plain(String stored) {
        if (stored.isEmpty() || stored.length() > 40 || isPlain(stored)) {
            return stored;
        }
        try {
            BigDecimal number = new BigDecimal(stored);
            if (number.signum() == 0) {
                return "0";
            }
            return Math.abs((long) number.scale()) > 400 ? stored : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return stored;
        }
    }

    /** Whether the number is in the notation wanted already, as most are. */
    private static boolean isPlain(String stored) {
        int length = stored.length();
        int point = -1;
        for (int i = 0; i < length; i++) {
            char c = stored.charAt(i);
            if (c == '.' && point < 0) {
                point = i;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        boolean leadingZero = stored.charAt(0) == '0' && length > 1 && point != 1;
        return !leadingZero && point != 0 && (point < 0 || (stored.charAt(length - 1) != '0' && point < length - 1));
    }

    private long rowNumber(String attribute) {
        if (attribute.isEmpty()) {
            return line + 1;
        }
        try {
            return Long.parseLong(attribute);
        } catch (NumberFormatException e) {
            return line + 1;
        }
    }

    private static int column(String address, int next) {
        int column = 0;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + (c - 'A' + 1);
            if (column > MOST_CELLS) {
                return MOST_CELLS;
            }
        }
        return column - 1 < 0 ? next : column - 1;
    }
}
