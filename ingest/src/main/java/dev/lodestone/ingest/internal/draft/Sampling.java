package dev.lodestone.ingest.internal.draft;

import dev.lodestone.ingest.InputSource;
import dev.lodestone.ingest.internal.container.Container;
import dev.lodestone.ingest.internal.container.Content;
import dev.lodestone.ingest.internal.container.ContentKind;
import dev.lodestone.ingest.internal.table.DelimitedRows;
import dev.lodestone.ingest.internal.table.FallbackReader;
import dev.lodestone.ingest.internal.table.JsonRows;
import dev.lodestone.ingest.internal.table.MarkupRows;
import dev.lodestone.ingest.internal.table.OldWorkbookFile;
import dev.lodestone.ingest.internal.table.Row;
import dev.lodestone.ingest.internal.table.RowSource;
import dev.lodestone.ingest.internal.table.TextEncoding;
import dev.lodestone.ingest.internal.table.Workbook;
import dev.lodestone.ingest.internal.table.WorkbookFile;
import dev.lodestone.ingest.internal.table.XmlRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the first rows of every table of a file. */
final class Sampling {

    /** Enough to meet most partners and codes; little enough to be quick and small on a file of any size. */
    private static final int MOST_ROWS = 5_000;

    private static final int MOST_TABLES = 50;

    /** Arrays of one place of a JSON answer. */
    private static final int MOST_ARRAYS = 8;

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    private Sampling() {}

    /** A sample of each table; none of contents that hold no rows. */
    static List<Sample> of(InputSource source) throws IOException {
        List<Sample> samples = new ArrayList<>();
        Optional<IOException> damage = Optional.empty();
        try (Container container = Container.of(source)) {
            for (Content content : container.contents()) {
                try {
                    if (samples.size() < MOST_TABLES) {
                        samples.addAll(of(source.name() + (content.member().isEmpty() ? "" : "!" + content.member()), content));
                    }
                } catch (IOException e) {
                    damage = damage.or(() -> Optional.of(e)); // other members may be whole; reading tells of each that is not
                }
            }
        }
        samples.removeIf(sample -> sample.rows().stream().allMatch(Row::isBlank));
        if (samples.isEmpty() && damage.isPresent()) {
            throw damage.get();
        }
        return samples;
    }

    private static List<Sample> of(String label, Content content) throws IOException {
        return switch (content.kind()) {
            case TEXT -> text(label, content);
            case JSON -> json(label, content);
            case MARKUP -> markup(label, content);
            case WORKBOOK, OLD_WORKBOOK -> sheets(label, content);
            case PARQUET, ARCHIVE, RAR, OPEN_DOCUMENT, BINARY_WORKBOOK, NUMBERS, PDF, DOCUMENT, PICTURE, STATA, R_DATA, SPSS, SAS, ARROW, PICKLE, HDF,
                    DATABASE, ZSTANDARD, LZ4, BOOKMARK, GIT_POINTER, EMPTY -> List.of();
        };
    }

    /** One sample for each encoding that the bytes allow. */
    private static List<Sample> text(String label, Content content) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (TextEncoding encoding : TextEncoding.of(content.head())) {
            text(label, content, encoding).ifPresent(samples::add);
        }
        return samples;
    }

    private static Optional<Sample> text(String label, Content content, TextEncoding encoding) throws IOException {
        Optional<Sample> best = Optional.empty();
        long most = 0;
        for (char delimiter : DELIMITERS) {
            try (DelimitedRows source = new DelimitedRows(encoding.reader(content.open(), new FallbackReader.Count()), delimiter)) {
                List<Row> rows = first(source);
                long regular = regularCells(rows);
                if (regular > most) {
                    most = regular;
                    best = Optional.of(new Sample(
                            label, "text with " + name(delimiter) + ", " + encoding.label(), Optional.of(delimiter), Optional.empty(), rows,
                            rows.size() < MOST_ROWS));
                }
            }
        }
        return best;
    }

    /** Cells in rows of the commonest width above one: a delimiter that is none leaves rows of one cell or of many widths. */
    private static long regularCells(List<Row> rows) {
        Map<Integer, Long> widths = new HashMap<>();
        rows.stream().filter(row -> row.defect().isEmpty() && row.size() > 1).forEach(row -> widths.merge(row.size(), 1L, Long::sum));
        return widths.entrySet().stream().mapToLong(entry -> entry.getKey() * entry.getValue()).max().orElse(0);
    }

    /** One sample for each array of rows, or one of objects behind each other. */
    private static List<Sample> json(String label, Content content) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (JsonRows.Place place : JsonRows.Place.values()) {
            boolean more = samples.isEmpty();
            for (int array = 0; more && array < MOST_ARRAYS; array++) {
                try (JsonRows source = JsonRows.open(content::open, place, array)) {
                    boolean isLines = place == JsonRows.Place.LINES;
                    more = !isLines && (source.header().size() > 0 || !source.array().isEmpty());
                    List<Row> rows = first(source);
                    if (rows.size() > 1 && (!isLines || source.hasSeveral())) {
                        String where = isLines ? "JSON lines" : "JSON, rows " + (source.array().isEmpty() ? "in its root" : "in '" + source.array() + "'");
                        samples.add(new Sample(label, where, Optional.empty(), Optional.of(source.array()), rows, rows.size() < MOST_ROWS));
                    }
                }
            }
        }
        return samples;
    }

    private static List<Sample> markup(String label, Content content) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (XmlRows.Group group : XmlRows.look(content.open()).groups()) {
            if (group.several()) {
                try (XmlRows source = XmlRows.of(content.open(), group)) {
                    List<Row> rows = first(source);
                    samples.add(new Sample(
                            label, "XML, elements '" + group.path() + "'", Optional.empty(), Optional.empty(), rows, rows.size() < MOST_ROWS));
                }
            }
        }
        for (TextEncoding encoding : TextEncoding.of(content.head())) {
            try (MarkupRows source = new MarkupRows(encoding.reader(content.open(), new FallbackReader.Count()))) {
                List<Row> rows = first(source);
                samples.add(new Sample(
                        label, "page of HTML or XML, " + encoding.label(), Optional.empty(), Optional.empty(), rows, rows.size() < MOST_ROWS));
            }
        }
        return samples;
    }

    private static List<Sample> sheets(String label, Content content) throws IOException {
        List<Sample> samples = new ArrayList<>();
        java.nio.file.Path path = content.file().orElseThrow(() -> new IOException("the workbook is not on disk"));
        try (Workbook workbook =
                content.kind() == ContentKind.OLD_WORKBOOK ? new OldWorkbookFile(path.toFile()) : new WorkbookFile(path.toFile())) {
            for (String sheet : workbook.sheetNames()) {
                try (RowSource source = workbook.rows(sheet)) {
                    List<Row> rows = first(source);
                    samples.add(new Sample(
                            label + " [" + sheet + "]", content.kind().label(), Optional.empty(), Optional.empty(), rows,
                            rows.size() < MOST_ROWS));
                }
            }
        }
        return samples;
    }

    private static List<Row> first(RowSource source) throws IOException {
        List<Row> rows = new ArrayList<>();
        while (rows.size() < MOST_ROWS && source.advance()) {
            rows.add(source.row());
        }
        return rows;
    }

    private static String name(char delimiter) {
        return switch (delimiter) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            default -> "'" + delimiter + "'";
        };
    }
}
