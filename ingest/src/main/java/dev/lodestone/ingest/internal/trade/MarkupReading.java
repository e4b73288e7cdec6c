package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.ingest.internal.container.Content;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.layout.LayoutLibrary;
import dev.lodestone.ingest.internal.table.FallbackReader;
import dev.lodestone.ingest.internal.table.MarkupRows;
import dev.lodestone.ingest.internal.table.Row;
import dev.lodestone.ingest.internal.table.TextEncoding;
import dev.lodestone.ingest.internal.table.XmlRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the tables of pages that are served as workbooks: HTML, and the XML spreadsheets of 2003; and answers of services in XML. */
final class MarkupReading implements ContentReading {

    /** Pages have texts above their table. */
    private static final int ROWS_LOOKED_AT = 200;

    private final LayoutLibrary library;
    private final List<Layout> layouts;
    private final TableReading tables;

    MarkupReading(LayoutLibrary library, TableReading tables) {
        this.library = library;
        this.layouts = library.layouts();
        this.tables = tables;
    }

    @Override
    public Outcome read(Content content, TableAccount account, Consumer<TableAccount> begun) throws IOException {
        Recognition every = new Recognition(account.label());
        boolean hasTables = false;
        Encodings encodings = Encodings.of(content.head(), library.charsets());
        for (TextEncoding encoding : encodings.all()) {
            Recognition recognition = new Recognition(account.label());
            List<Row> rows = firstRows(content, encoding);
            recognition.look(layouts, rows, layout -> encodings.admits(layout, encoding));
            every.look(layouts, rows, layout -> true);
            hasTables |= rows.stream().anyMatch(row -> row.size() > 1 && !row.isTextBesideTables());
            Optional<Recognition.Match> match = recognition.best();
            if (match.isPresent()) {
                begun.accept(account);
                return read(content, encodings.settled(match.get().layout(), encoding), OtherStyle.settle(match.get(), rows, false, account), account);
            }
        }
        Optional<Outcome> records = readRecords(content, account, begun);
        if (records.isPresent() && (!hasTables || !records.get().tables().isEmpty())) {
            return records.get();
        }
        Optional<String> answer = hasTables ? Optional.empty() : AnswerWithoutTable.of(content.head());
        return Outcome.nothing(answer.orElseGet(() -> every.whyNot("in a page of HTML or XML")));
    }

    /** Reads an answer of a service, which has no tables but elements for rows; empty where nothing looks like one. */
    private Optional<Outcome> readRecords(Content content, TableAccount account, Consumer<TableAccount> begun) throws IOException {
        XmlRows.Found found = XmlRows.look(content.open());
        Recognition every = new Recognition(account.label());
        List<XmlRows.Group> fitting = new ArrayList<>();
        for (XmlRows.Group group : found.groups()) {
            Recognition recognition = new Recognition(account.label());
            recognition.look(layouts, List.of(group.header()), layout -> true);
            if (recognition.best().isPresent()) {
                fitting.add(group);
            } else if (group.several()) {
                every.look(layouts, List.of(group.header()), layout -> true);
            }
        }
        if (fitting.isEmpty()) {
            return found.groups().stream().anyMatch(XmlRows.Group::several) ? Optional.of(Outcome.nothing(every.whyNot("in XML"))) : Optional.empty();
        }
        begun.accept(account);
        if (found.damage().isPresent()) {
            throw new IOException(found.damage().get());
        }
        XmlRows.Group group = fitting.get(0);
        if (fitting.size() > 1) {
            throw new IOException("rows stand in the elements '" + group.path() + "' and '" + fitting.get(1).path() + "': read each as a file of its own");
        }
        Recognition recognition = new Recognition(account.label());
        recognition.look(layouts, List.of(group.header()), layout -> true);
        Recognition.Match match = recognition.best().orElseThrow();
        try (XmlRows rows = XmlRows.of(content.open(), group)) {
            List<Candidate> candidates = tables.readAny(rows, OtherStyle.settle(match, firstRecords(content, group), false, account), account);
            String why = "XML with elements '" + group.path() + "' that have the " + match.layout().headers().size() + " required names";
            return Optional.of(new Outcome(List.of(Table.read(match.layout(), why, account, candidates)), ""));
        }
    }

    private static List<Row> firstRecords(Content content, XmlRows.Group group) throws IOException {
        List<Row> first = new ArrayList<>();
        try (XmlRows rows = XmlRows.of(content.open(), group)) {
            while (first.size() < ROWS_LOOKED_AT && rows.advance()) {
                first.add(rows.row());
            }
        }
        return first;
    }

    private Outcome read(Content content, TextEncoding encoding, Recognition.Match match, TableAccount account) throws IOException {
        String why = match.layout().headers().size() + " required columns found in line " + match.header().line() + ", page of HTML or XML, "
                + encoding.label();
        FallbackReader.Count fallbacks = new FallbackReader.Count();
        try (MarkupRows rows = new MarkupRows(encoding.reader(content.open(), fallbacks))) {
            List<Candidate> candidates = tables.readAny(rows, match, account);
            if (fallbacks.bytes() > 0) {
                account.issue(
                        IssueCode.MIXED_CHARSET,
                        fallbacks.bytes() + (fallbacks.bytes() == 1 ? " byte" : " bytes"),
                        "UTF-8 throughout",
                        "read as Windows-1252");
            }
            return new Outcome(List.of(Table.read(match.layout(), why, account, candidates)), "");
        }
    }

    private static List<Row> firstRows(Content content, TextEncoding encoding) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (MarkupRows source = new MarkupRows(encoding.reader(content.open(), new FallbackReader.Count()))) {
            while (rows.size() < ROWS_LOOKED_AT && source.advance()) {
                rows.add(source.row());
            }
        }
        return rows;
    }
}
