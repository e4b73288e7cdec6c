package dev.lodestone.report.data;

import java.io.IOException;
import java.util.List;

/**
 * Writes one table as CSV, cell by cell. Every record has as many cells as the header: a missing or surplus cell is a fault of the
 * caller and fails.
 */
public final class CsvTable {

    private final Appendable out;
    private final int width;
    private int cells;

    public CsvTable(Appendable out, List<String> header) throws IOException {
        this.out = out;
        this.width = header.size();
        for (String name : header) {
            text(name);
        }
        end();
    }

    /** A cell with someone's words; made safe for spreadsheets. */
    public CsvTable text(String text) throws IOException {
        return cell(SafeText.of(text));
    }

    /** A cell with a number that is already in plain digits; empty when absent. */
    public CsvTable number(String plain) throws IOException {
        return cell(plain);
    }

    /** A count or position of which 0 means none. */
    public CsvTable position(long number) throws IOException {
        return cell(number == 0 ? "" : Long.toString(number));
    }

    public void end() throws IOException {
        if (cells != width) {
            throw new IllegalStateException("record with " + cells + " cells in a table of " + width + " columns");
        }
        out.append('\n');
        cells = 0;
    }

    private CsvTable cell(String content) throws IOException {
        if (cells > 0) {
            out.append(',');
        }
        cells++;
        if (!mustQuote(content)) {
            out.append(content);
            return this;
        }
        out.append('"');
        int from = 0;
        for (int quote = content.indexOf('"'); quote >= 0; quote = content.indexOf('"', from)) {
            out.append(content, from, quote + 1).append('"');
            from = quote + 1;
        }
        out.append(content, from, content.length()).append('"');
        return this;
    }

    private static boolean mustQuote(String content) {
        if (content.isEmpty()) {
            return false;
        }
        if (Character.isWhitespace(content.charAt(0)) || Character.isWhitespace(content.charAt(content.length() - 1))) {
            return true;
        }
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }
}
