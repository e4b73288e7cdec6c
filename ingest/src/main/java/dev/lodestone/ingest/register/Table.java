package dev.lodestone.ingest.register;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvException;
import com.opencsv.exceptions.CsvMalformedLineException;
import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One register's file: its rows, the issues met in them, and their account. */
final class Table {

    /** A register is written by hand: anything larger is not one. */
    private static final int MAX_BYTES = 32 << 20;

    private final RegisterTable kind;
    private final String name;
    private final String sha256;
    private final List<Row> rows = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();
    private long rowsRead;
    private long rowsSetAside;

    private Table(RegisterTable kind, String name, String sha256) {
        this.kind = kind;
        this.name = name;
        this.sha256 = sha256;
    }

    /** Reads a file; empty, with the problems added, when its text or header makes that impossible. */
    static Optional<Table> read(RegisterTable kind, String name, InputStream in, boolean checksum, List<String> problems)
            throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            problems.add(name + ": larger than 32 MB, which no register is");
            return Optional.empty();
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            problems.add(name + ": not UTF-8 text");
            return Optional.empty();
        }
        Table table = new Table(kind, name, checksum ? sha256(bytes) : "");
        return table.readRows(text.startsWith("\uFEFF") ? text.substring(1) : text, problems) ? Optional.of(table) : Optional.empty();
    }

    private boolean readRows(String text, List<String> problems) throws IOException {
        long start = 1;
        boolean headerRead = false;
        try (CSVReader reader = new CSVReaderBuilder(new StringReader(text))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .build()) {
            String[] header = reader.readNext();
            Map<String, Integer> columns = new LinkedHashMap<>();
            if (!readHeader(header, columns, problems)) {
                return false;
            }
            headerRead = true;
            start = reader.getLinesRead() + 1;
            for (String[] cells = reader.readNext(); cells != null; cells = reader.readNext()) {
                boolean empty = cells.length == 1 && cells[0].isBlank();
                if (!empty) {
                    addRow(start, cells, header.length, columns);
                }
                start = reader.getLinesRead() + 1;
            }
        } catch (CsvMalformedLineException | CsvException e) {
            if (!headerRead) {
                problems.add(name + ": a quote in the header is never closed");
                return false;
            }
            // The rest of the text cannot be cut into rows: it counts as one, so that nothing is lost unseen.
            rowsRead++;
            rowsSetAside++;
            issues.add(new Issue(
                    RegisterIssue.BROKEN_QUOTE.code(), Severity.ERROR, name, "", start, rowsRead, "", "", lineAt(text, start),
                    "every quoted cell to be closed by a quote before a comma or the end of the line", "rest of the file set aside"));
        }
        return true;
    }

    private void addRow(long line, String[] cells, int width, Map<String, Integer> columns) {
        rowsRead++;
        Row row = new Row(name, line, rowsRead, cells, columns, this::setAside);
        if (cells.length != width) {
            row.reject(RegisterIssue.CELL_COUNT, "", cells.length + " cells", width + " cells, as in the header");
        } else {
            rows.add(row);
        }
    }

    /** Called by a row for each thing wrong with it; the row is counted once. */
    private void setAside(Issue issue, boolean setsAside) {
        issues.add(issue);
        if (setsAside) {
            rowsSetAside++;
        }
    }

    private boolean readHeader(String[] header, Map<String, Integer> columns, List<String> problems) {
        if (header == null) {
            problems.add(name + ": empty; expected the columns " + String.join(",", kind.columns()));
            return false;
        }
        Set<String> unknown = new LinkedHashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        for (int i = 0; i < header.length; i++) {
            String column = header[i].strip();
            if (!kind.columns().contains(column)) {
                unknown.add("'" + column + "'");
            } else if (columns.putIfAbsent(column, i) != null) {
                twice.add("'" + column + "'");
            }
        }
        Set<String> missing = new LinkedHashSet<>();
        kind.columns().stream().filter(c -> !columns.containsKey(c) && !kind.isOptional(c)).forEach(c -> missing.add("'" + c + "'"));
        addProblem("missing columns ", missing, problems);
        addProblem("unknown columns ", unknown, problems);
        addProblem("columns given twice ", twice, problems);
        return missing.isEmpty() && unknown.isEmpty() && twice.isEmpty();
    }

    private void addProblem(String what, Set<String> columns, List<String> problems) {
        if (!columns.isEmpty()) {
            problems.add(name + ": " + what + String.join(", ", columns));
        }
    }

    String name() {
        return name;
    }

    /** Rows with as many cells as the header, in file order. */
    List<Row> rows() {
        return List.copyOf(rows);
    }

    List<Issue> issues() {
        return List.copyOf(issues);
    }

    /** Adds an issue of the whole file. */
    void addFileIssue(RegisterIssue code, String text, String expected, String action) {
        issues.add(Issue.ofFile(code.code(), Severity.ERROR, name, text, expected, action));
    }

    FileReport report() {
        TreeMap<String, Long> counts = new TreeMap<>();
        issues.forEach(i -> counts.merge(i.code(), 1L, Long::sum));
        DataSource source = new DataSource(name, "", "", sha256, kind.layout(), "");
        return new FileReport(
                source, "file name " + kind.fileName() + " and its header", rowsRead, rowsRead - rowsSetAside, 0, rowsSetAside, List.of(),
                new TreeSet<>(), counts);
    }

    private static String lineAt(String text, long line) {
        String found = text.lines().skip(line - 1).findFirst().orElse("");
        return found.length() > 200 ? found.substring(0, 200) + "..." : found;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
