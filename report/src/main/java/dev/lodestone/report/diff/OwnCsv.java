package dev.lodestone.report.diff;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the tables that editions hold: RFC 4180, UTF-8, line ends LF. Other people's files are for the ingest module. */
final class OwnCsv {

    private final String text;
    private int at;

    private OwnCsv(String text) {
        this.text = text;
    }

    /** The records by column name; an edition may have columns that this version does not know, and lack newer ones. */
    static List<Map<String, String>> read(InputStream in, String name, List<String> required) throws IOException {
        OwnCsv csv = new OwnCsv(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        List<String> header = csv.hasNext() ? csv.next() : List.of();
        for (String column : required) {
            if (!header.contains(column)) {
                throw new EditionReadException(name + " has no column '" + column + "'");
            }
        }
        List<Map<String, String>> records = new ArrayList<>();
        while (csv.hasNext()) {
            List<String> cells = csv.next();
            if (cells.size() != header.size()) {
                throw new EditionReadException(name + ": record " + (records.size() + 1) + " has " + cells.size() + " cells, its header " + header.size());
            }
            Map<String, String> record = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                record.put(header.get(i), cells.get(i));
            }
            records.add(record);
        }
        return records;
    }

    private boolean hasNext() {
        return at < text.length();
    }

    private List<String> next() {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    cell.append('"');
                    at++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                break;
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
