package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.ingest.internal.container.Content;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.layout.LayoutLibrary;
import dev.lodestone.ingest.internal.table.DelimitedRows;
import dev.lodestone.ingest.internal.table.FallbackReader;
import dev.lodestone.ingest.internal.table.KeyedRows;
import dev.lodestone.ingest.internal.table.Row;
import dev.lodestone.ingest.internal.table.RowSource;
import dev.lodestone.ingest.internal.table.TextEncoding;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads delimited text: encoding, delimiter and layout are told by the content. */
final class TextReading implements ContentReading {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    /** Last comes what stands in every text: R's {@code write.table} puts it between cells, and quotes around texts that have blanks. */
    private static final char[] AND_BLANKS = {',', ';', '\t', '|', ' '};
    private static final int ROWS_LOOKED_AT = 60;
    private static final int MOST_STRANGE = 50;

    private static final String AT_PLACES =
            "; its columns look as if each stood at a place of its own, with blanks between them: save it with commas, semicolons or tabs between them";

    private static final Pattern GAP = Pattern.compile("(?<=\\S) {2,}(?=\\S)");
    private static final int LINES_ALIKE = 3;
    private static final int EDGES_ALIKE = 2;

    private final LayoutLibrary library;
    private final TableReading tables;
    private final LargeText large;
    private final RowsWanted wanted;

    /**
     * @param wanted what becomes of the rows of large text
     */
    TextReading(LayoutLibrary library, TableReading tables, LargeText large, RowsWanted wanted) {
        this.wanted = wanted;
        this.library = library;
        this.tables = tables;
        this.large = large;
    }

    @Override
    public Outcome read(Content content, TableAccount account, Consumer<TableAccount> begun) throws IOException {
        byte[] head = content.head();
        Encodings encodings = Encodings.of(head, library.charsets());
        for (TextEncoding encoding : encodings.all()) {
            for (char delimiter : AND_BLANKS) {
                Recognition recognition = new Recognition(account.label());
                List<Row> rows = firstRows(head, encoding, delimiter);
                recognition.look(
                        library.possible(recognition.present(rows)),
                        rows,
                        layout -> layout.delimiters().contains(delimiter) && encodings.admits(layout, encoding));
                Optional<Recognition.Match> match = recognition.best();
                if (match.isPresent()) {
                    begun.accept(account);
                    return read(content, head, encodings.settled(match.get().layout(), encoding), delimiter, match.get(), account);
                }
            }
        }
        return readByPosition(content, head, account, begun);
    }

    /** Reads a text without header, whose columns a layout knows by their places and shapes. */
    private Outcome readByPosition(Content content, byte[] head, TableAccount account, Consumer<TableAccount> begun) throws IOException {
        List<Layout> layouts = library.byPosition();
        Encodings encodings = Encodings.of(head, library.charsets());
        for (TextEncoding encoding : layouts.isEmpty() ? List.<TextEncoding>of() : encodings.all()) {
            for (char delimiter : DELIMITERS) {
                Recognition recognition = new Recognition(account.label());
                List<Row> rows = firstRows(head, encoding, delimiter);
                List<Layout> admitted = layouts.stream()
                        .filter(layout -> layout.delimiters().contains(delimiter) && encodings.admits(layout, encoding))
                        .toList();
                recognition.lookByPosition(admitted, rows, rows.size() < ROWS_LOOKED_AT && head.length < Content.HEAD);
                Optional<Recognition.Match> match = recognition.best();
                if (match.isPresent()) {
                    begun.accept(account);
                    return read(content, head, encodings.settled(match.get().layout(), encoding), delimiter, match.get(), account);
                }
            }
        }
        return Outcome.nothing(whyNot(head, account));
    }

    /** Why no layout fits, told by how near each of them comes. */
    private String whyNot(byte[] head, TableAccount account) throws IOException {
        if (isNoText(head)) {
            return "it is no text, nor a workbook, an archive or another kind of file that is read";
        }
        Recognition every = new Recognition(account.label());
        for (TextEncoding encoding : Encodings.of(head, library.charsets()).all()) {
            for (char delimiter : DELIMITERS) {
                every.look(library.layouts(), firstRows(head, encoding, delimiter), layout -> layout.delimiters().contains(delimiter));
            }
        }
        return every.isNearNone() && standsAtPlaces(head) ? every.nearest() + AT_PLACES : every.whyNot("");
    }

    /** Whether three lines or more have runs of blanks that end at the same places, and nothing else that could stand between cells. */
    private static boolean standsAtPlaces(byte[] head) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(TextEncoding.of(head).get(0).reader(new ByteArrayInputStream(head), new FallbackReader.Count()))) {
            reader.lines().filter(line -> !line.isBlank()).limit(ROWS_LOOKED_AT).forEach(lines::add);
        }
        if (lines.size() < LINES_ALIKE || lines.stream().anyMatch(line -> line.indexOf('\t') >= 0 || line.indexOf(';') >= 0 || line.indexOf('|') >= 0)) {
            return false;
        }
        Map<Integer, Integer> edges = new HashMap<>();
        for (String line : lines) {
            Matcher gap = GAP.matcher(line);
            Set<Integer> places = new HashSet<>();
            while (gap.find()) {
                places.add(gap.start());
                places.add(-gap.end());
            }
            places.forEach(place -> edges.merge(place, 1, Integer::sum));
        }
        int most = Math.max(LINES_ALIKE, lines.size() / 2);
        return edges.values().stream().filter(count -> count >= most).count() >= EDGES_ALIKE;
    }

    /** Whether more than one byte in fifty is one that no text has, as in pictures and programs. */
    private static boolean isNoText(byte[] head) {
        int strange = 0;
        for (byte each : head) {
            strange += each >= 0 && each < ' ' && each != '\t' && each != '\n' && each != '\r' && each != '\f' ? 1 : 0;
        }
        return strange > head.length / MOST_STRANGE && TextEncoding.of(head).stream().noneMatch(TextEncoding::hasZeros);
    }

    private Outcome read(
            Content content, byte[] head, TextEncoding encoding, char delimiter, Recognition.Match match, TableAccount account)
            throws IOException {
        String columns = match.layout().headers().size() + (match.layout().positions().isEmpty()
                ? " required columns found in line " + match.header().line()
                : " columns of the layout's shape and no header");
        String why = columns + ", " + name(delimiter) + ", " + encoding.label();
        List<Row> first = firstRows(head, encoding, delimiter);
        Recognition.Match styled = OtherStyle.settle(match, first, delimiter == ',', account);
        Recognition.Match settled = DatePeriods.settle(
                styled, first, () -> rows(encoding.reader(content.open(), new FallbackReader.Count()), delimiter), account);
        return read(content, head, encoding, delimiter, settled, why, account);
    }

    private Outcome read(
            Content content, byte[] head, TextEncoding encoding, char delimiter, Recognition.Match match, String why, TableAccount account)
            throws IOException {
        Optional<LargeText.Scannable> scannable = large.find(content, head, encoding, delimiter, match);
        if (scannable.isPresent() && !wanted.kept()) {
            LargeText.Opening opening = scannable.get().opening();
            AtomicLong malformed = new AtomicLong();
            TableSurvey survey = tables.survey(
                    takers -> opening.open(true, takers),
                    takers -> opening.open(false, takers),
                    rows -> {
                        large.finish(rows);
                        malformed.set(rows.malformed());
                    },
                    scannable.get().title(),
                    match,
                    account,
                    wanted.visitor());
            tellMixedCharset(malformed.get(), account);
            return new Outcome(List.of(Table.surveyed(match.layout(), why, account, survey)), "");
        }
        if (scannable.isPresent()) {
            return new Outcome(List.of(new Table(match.layout(), why, account, readScanned(scannable.get(), match, account))), "");
        }
        List<Candidate> candidates = readPlainly(content, encoding, delimiter, match, account);
        return new Outcome(List.of(Table.read(match.layout(), why, account, candidates)), "");
    }

    private Figured readScanned(LargeText.Scannable scannable, Recognition.Match match, TableAccount account) throws IOException {
        AtomicLong malformed = new AtomicLong();
        Figured figured = tables.keep(
                takers -> scannable.opening().open(true, takers),
                rows -> {
                    large.finish(rows);
                    malformed.set(rows.malformed());
                },
                scannable.title(),
                match,
                account,
                wanted.most());
        tellMixedCharset(malformed.get(), account);
        return figured;
    }

    private List<Candidate> readPlainly(
            Content content, TextEncoding encoding, char delimiter, Recognition.Match match, TableAccount account) throws IOException {
        FallbackReader.Count fallbacks = new FallbackReader.Count();
        try (Reader reader = encoding.reader(content.open(), fallbacks);
                RowSource rows = rows(reader, delimiter)) {
            List<Candidate> candidates = tables.readAny(rows, match, account);
            tellMixedCharset(fallbacks.bytes(), account);
            return candidates;
        }
    }

    /** The text's rows, of which one cell may hold several columns. */
    private static RowSource rows(Reader reader, char delimiter) {
        return new KeyedRows(new DelimitedRows(reader, delimiter));
    }

    private static void tellMixedCharset(long bytes, TableAccount account) {
        if (bytes > 0) {
            account.issue(
                    IssueCode.MIXED_CHARSET,
                    bytes + (bytes == 1 ? " byte" : " bytes"),
                    "UTF-8 throughout",
                    "read as Windows-1252");
        }
    }

    private static List<Row> firstRows(byte[] head, TextEncoding encoding, char delimiter) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Reader reader = encoding.reader(new ByteArrayInputStream(head), new FallbackReader.Count());
                RowSource source = rows(reader, delimiter)) {
            while (rows.size() < ROWS_LOOKED_AT && source.advance()) {
                rows.add(source.row());
            }
        }
        return rows;
    }

    private static String name(char delimiter) {
        return switch (delimiter) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            case ' ' -> "blanks";
            default -> "'" + delimiter + "'";
        };
    }
}
