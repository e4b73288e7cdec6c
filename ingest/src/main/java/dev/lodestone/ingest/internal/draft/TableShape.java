package dev.lodestone.ingest.internal.draft;

import dev.lodestone.ingest.internal.table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which rows of a sample are title, header, data and footer.
 *
 * @param title texts above the header, and beside the tables of a page
 * @param titleRows rows with content above the header
 * @param header the header row
 * @param data rows of figures
 * @param footers first texts of the rows below them
 * @param columns the columns
 */
record TableShape(List<String> title, int titleRows, Row header, List<Row> data, List<String> footers, List<ColumnProfile> columns) {

    /** As far down as layouts look for a header. */
    private static final int MOST_TITLE_ROWS = 50;

    private static final Pattern YEAR_IN_HEADER = Pattern.compile(".*(?<!\\d)(19|20)\\d{2}(?!\\d).*");
    private static final List<String> ROLES = List.of(
            "reporter", "partner", "importer", "exporter", "flow", "commodity", "description", "period", "year", "month", "value", "weight",
            "quantity", "unit", "currency", "measure", "status");

    static TableShape of(Sample sample, Words words) {
        List<Row> rows = sample.rows().stream()
                .filter(row -> row.defect().isEmpty() && !row.isBlank() && !row.cell(0).startsWith("sep="))
                .toList();
        List<Row> inTable = rows.stream().filter(row -> !row.isTextBesideTables()).toList();
        int at = headerAt(inTable, words);
        Row header = inTable.isEmpty() ? Row.of(1, List.of()) : inTable.get(at);
        List<String> title = new ArrayList<>();
        rows.stream().filter(row -> row.isTextBesideTables() || row.line() < header.line()).forEach(row -> title.addAll(row.cells()));
        title.replaceAll(String::strip);
        title.removeIf(String::isEmpty);
        List<Row> data = new ArrayList<>(inTable.isEmpty() ? List.of() : inTable.subList(at + 1, inTable.size()));
        List<String> footers = footers(data, header, words);
        List<ColumnProfile> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            columns.add(new ColumnProfile(i, header.cell(i).replaceAll("[\\s\\u00a0]+", " ").strip(), data));
        }
        return new TableShape(List.copyOf(title), at, header, List.copyOf(data), footers, columns);
    }

    private static int headerAt(List<Row> rows, Words words) {
        int best = 0;
        double most = -1;
        for (int i = 0; i < Math.min(rows.size(), MOST_TITLE_ROWS); i++) {
            double score = score(rows.get(i), words);
            if (score > most) {
                most = score;
                best = i;
            }
        }
        return best;
    }

    /** A header says what its columns hold, in several cells, and is no row of figures. */
    private static double score(Row row, Words words) {
        int filled = 0;
        double score = 0;
        for (int i = 0; i < row.size(); i++) {
            String text = row.cell(i).strip();
            if (text.isEmpty()) {
                continue;
            }
            filled++;
            int match = ROLES.stream().mapToInt(role -> words.match("role." + role, text)).max().orElse(0);
            boolean year = YEAR_IN_HEADER.matcher(text).matches() && text.length() < 60;
            boolean figure = text.matches("[-+]?[\\d.,' ]+") && !year;
            score += figure ? -1 : match * (text.length() < 60 ? 1 : 0.1) + (year ? 1 : 0) + 0.2;
        }
        return filled < 3 ? score / 10 : score;
    }

    /** Takes rows below the data away from its end: totals, sources, notes. */
    private static List<String> footers(List<Row> data, Row header, Words words) {
        List<String> footers = new ArrayList<>();
        while (!data.isEmpty()) {
            Row last = data.get(data.size() - 1);
            String first = last.cells().stream().filter(cell -> !cell.isBlank()).findFirst().orElse("").strip();
            long filled = last.cells().stream().filter(cell -> !cell.isBlank()).count();
            boolean said = words.match("footer", first) >= Words.CONTAINS && !last.cell(0).isBlank() && words.match("footer", first.split("[ :(]")[0]) == Words.EXACT;
            boolean lone = filled == 1 && header.size() > 2 && first.length() > 3;
            if (!said && !lone) {
                break;
            }
            footers.add(0, first);
            data.remove(data.size() - 1);
        }
        return footers;
    }
}
