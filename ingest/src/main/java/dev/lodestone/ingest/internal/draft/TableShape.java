package dev.lodestone.ingest.internal.draft;

import dev.lodestone.ingest.internal.table.HeaderRows;
import dev.lodestone.ingest.internal.table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which rows of a sample are title, header, data and footer.
 *
 * @param title texts above the header, and beside the tables of a page
 * @param titleRows rows with content above the header
 * @param headerRows rows of which the header consists
 * @param header the header row, put together of them
 * @param data rows of figures
 * @param footers first texts of the rows below them
 * @param columns the columns
 */
record TableShape(List<String> title, int titleRows, int headerRows, Row header, List<Row> data, List<String> footers, List<ColumnProfile> columns) {

    /** As far down as layouts look for a header. */
    private static final int MOST_TITLE_ROWS = 50;

    private static final Pattern YEAR_IN_HEADER = Pattern.compile(".*(?<!\\d)(19|20)\\d{2}(?!\\d).*");
    private static final List<String> ROLES = List.of(
            "reporter", "partner", "importer", "exporter", "flow", "commodity", "description", "period", "year", "month", "value", "weight",
            "quantity", "unit", "currency", "measure", "status");

    /** How a column without a header is called, with its number behind it. */
    static final String NAMELESS = "column ";

    static TableShape of(Sample sample, Words words) {
        List<Row> rows = filledRows(sample);
        List<Row> inTable = inTable(rows);
        int likeliest = headerAt(inTable, words);
        int at = likeliest > 0 && tellsApart(inTable.get(likeliest - 1), inTable.get(likeliest), sample) ? likeliest - 1 : likeliest;
        boolean two = at < likeliest || inTable.size() > likeliest + 2 && goesOn(inTable, likeliest, sample, words);
        boolean three = two && inTable.size() > at + 3 && goesOn(inTable, at + 1, sample, words);
        int headerRows = three ? 3 : two ? 2 : 1;
        Row header = inTable.isEmpty() ? Row.of(1, List.of()) : two ? HeaderRows.joined(inTable.subList(at, at + headerRows)) : inTable.get(at);
        List<String> title = new ArrayList<>();
        long firstLine = inTable.isEmpty() ? 1 : inTable.get(at).line();
        rows.stream().filter(row -> row.isTextBesideTables() || row.line() < firstLine).forEach(row -> title.addAll(row.cells()));
        title.replaceAll(String::strip);
        title.removeIf(String::isEmpty);
        List<Row> data = new ArrayList<>(inTable.isEmpty() ? List.of() : inTable.subList(at + headerRows, inTable.size()));
        List<String> footers = footers(data, header, words);
        List<ColumnProfile> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String text = header.cell(i).replaceAll("[\\s\\u00a0]+", " ").strip();
            columns.add(new ColumnProfile(i, text.isEmpty() ? NAMELESS + (i + 1) : text, data));
        }
        return new TableShape(List.copyOf(title), at, headerRows, header, List.copyOf(data), footers, columns);
    }

    private static List<Row> filledRows(Sample sample) {
        return sample.rows().stream()
                .filter(row -> row.defect().isEmpty() && !row.isBlank() && !row.cell(0).startsWith("sep="))
                .toList();
    }

    private static List<Row> inTable(List<Row> rows) {
        return rows.stream().filter(row -> !row.isTextBesideTables()).toList();
    }

    /** The rows above the header, of those in which the sample's table may be. */
    List<Row> above(Sample sample) {
        return inTable(filledRows(sample)).subList(0, titleRows);
    }

    /** The first row of the header, as it stands in the sample. */
    Row headerBegins(Sample sample) {
        return inTable(filledRows(sample)).get(titleRows);
    }

    /** Whether the row above a header tells columns apart that are headed alike. */
    private static boolean tellsApart(Row above, Row header, Sample sample) {
        List<String> alike = header.cells().stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
        List<String> joined = HeaderRows.joined(List.of(above, header)).cells().stream().filter(text -> !text.isEmpty()).toList();
        return areTogether(above, header, sample) && filled(above) > 1 && alike.stream().distinct().count() < alike.size()
                && joined.stream().distinct().count() == joined.size();
    }

    /** Whether the row below a header is a part of it: it has units, measures or flows where figures stand further below, or only names the first columns. */
    private static boolean goesOn(List<Row> rows, int at, Sample sample, Words words) {
        Row header = rows.get(at);
        Row next = rows.get(at + 1);
        List<Row> data = rows.subList(at + 2, rows.size());
        if (!areTogether(header, next, sample) || filled(next) == 0) {
            return false;
        }
        int told = 0;
        boolean figures = false;
        for (int i = 0; i < Math.max(header.size(), next.size()); i++) {
            String text = next.cell(i).strip();
            if (new ColumnProfile(i, "", data).isNumeric()) {
                figures = true;
                if (!text.isEmpty() && !isPartOfHeader(text, words)) {
                    return false;
                }
                told += text.isEmpty() ? 0 : 1;
            }
        }
        boolean namesFirst = told == 0 && filled(next) <= 3 && ROLES.stream().anyMatch(role -> words.match("role." + role, next.cell(0)) >= Words.CONTAINS)
                && !next.cell(0).isBlank() && header.cells().stream().filter(text -> YEAR_IN_HEADER.matcher(text).matches()).count() > 0;
        return figures && (told > 0 || namesFirst);
    }

    private static boolean isPartOfHeader(String text, Words words) {
        return !text.matches("[-+\\d.,' ]*\\d{3}[-+\\d.,' ]*") && (!words.membersIn("weight", text).isEmpty() || !words.membersIn("currency", text).isEmpty()
                || ROLES.stream().anyMatch(role -> words.match("role." + role, text) >= Words.CONTAINS) || !FlowWords.in(text).isEmpty()
                || words.match("dollars", text) >= Words.CONTAINS);
    }

    private static long filled(Row row) {
        return row.cells().stream().filter(text -> !text.isBlank()).count();
    }

    /** Whether no blank row stands between two rows. */
    private static boolean areTogether(Row first, Row second, Sample sample) {
        int at = sample.rows().indexOf(first);
        return at >= 0 && at + 1 < sample.rows().size() && sample.rows().get(at + 1) == second;
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
            boolean note = filled == 2 && header.size() > 3 && last.cells().stream().skip(1).anyMatch(cell -> cell.strip().matches("\\p{L}[\\p{L} ]{3,}"))
                    && data.stream().anyMatch(row -> filled(row) > filled);
            if (!said && !lone && !note) {
                break;
            }
            footers.add(0, first);
            data.remove(data.size() - 1);
        }
        return footers;
    }
}
