package dev.lodestone.report.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes one table as CSV, cell by cell. Every record has as many cells as the header: a missing or surplus cell is a fault of the
 * caller and fails.
 */
public final class CsvTable {

    /** Words of codes, units and reasons recur by the thousand: they are made safe once. */
    private static final int REMEMBERED = 4096;

    /** Cells that stand in a table already, with their commas. */
    record Prepared(String text, int cells) {}

    private final Appendable out;
    private final int width;
    private final Map<String, String> written = new HashMap<>();
    private final StringBuilder line = new StringBuilder(512);
    private int cells;

    public CsvTable(Appendable out, List<String> header) throws IOException {
        this(out, header.size());
        for (String name : header) {
            text(name);
        }
        end();
    }

    private CsvTable(Appendable out, int width) {
        this.out = out;
        this.width = width;
    }

    /** Further records of a table whose header stands already. */
    static CsvTable below(Appendable out, List<String> header) {
        return new CsvTable(out, header.size());
    }

    /** A cell with someone's words; made safe for spreadsheets. */
    public CsvTable text(String text) {
        return cell(safe(text));
    }

    /** Cells with someone's words that many records begin with, for {@link #prepared}. */
    Prepared prepare(String... texts) {
        return new Prepared(Arrays.stream(texts).map(this::safe).collect(Collectors.joining(",")), texts.length);
    }

    CsvTable prepared(Prepared several) {
        cell(several.text());
        cells += several.cells() - 1;
        return this;
    }

    /** A text as it stands in a cell, for {@link #word}. */
    String safe(String text) {
        String known = written.get(text);
        if (known == null) {
            known = quoted(SafeText.of(text));
            if (written.size() < REMEMBERED) {
                written.put(text, known);
            }
        }
        return known;
    }

    /** A cell with a number that is already in plain digits; empty when absent. */
    public CsvTable number(String plain) {
        return cell(plain);
    }

    /** A word of the public contract that stands as it is, such as a comparator; never someone's text. */
    public CsvTable word(String word) {
        return cell(word);
    }

    /** A count or position of which 0 means none. */
    public CsvTable position(long number) {
        return cell(number == 0 ? "" : Long.toString(number));
    }

    public void end() throws IOException {
        if (cells != width) {
            throw new IllegalStateException("record with " + cells + " cells in a table of " + width + " columns");
        }
        out.append(line.append('\n'));
        line.setLength(0);
        cells = 0;
    }

    private CsvTable cell(String content) {
        if (cells > 0) {
            line.append(',');
        }
        cells++;
        line.append(content);
        return this;
    }

    private static String quoted(String content) {
        return mustQuote(content) ? '"' + content.replace("\"", "\"\"") + '"' : content;
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
