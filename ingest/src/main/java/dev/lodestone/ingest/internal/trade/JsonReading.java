package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.container.Content;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.table.JsonRows;
import dev.lodestone.ingest.internal.table.JsonStatRows;
import dev.lodestone.ingest.internal.table.Row;
import dev.lodestone.ingest.internal.table.RowSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads JSON answers: an array of objects, in the root or in a field of it. */
final class JsonReading implements ContentReading {

    private final List<Layout> layouts;
    private final TableReading tables;

    JsonReading(List<Layout> layouts, TableReading tables) {
        this.layouts = layouts;
        this.tables = tables;
    }

    @Override
    public Outcome read(Content content, TableAccount account, Consumer<TableAccount> begun) throws IOException {
        Row header;
        JsonRows.Place place = JsonRows.Place.ROOT;
        try (JsonRows peek = new JsonRows(content.open())) {
            peek.advance();
            header = peek.row();
            if (header.size() == 0 && peek.array().isEmpty()) {
                place = JsonRows.Place.INSIDE;
            }
        }
        if (place == JsonRows.Place.INSIDE) {
            try (JsonRows peek = new JsonRows(content.open(), place)) {
                peek.advance();
                header = peek.row();
            }
        }
        if (header.size() == 0) {
            Optional<JsonStatRows> dataset = JsonStatRows.read(content.open());
            if (dataset.isPresent()) {
                return read(dataset.get(), account, begun);
            }
        }
        try (JsonRows rows = new JsonRows(content.open(), place)) {
            Recognition recognition = new Recognition(account.label());
            for (Layout layout : layouts) {
                boolean isEmptyAnswer = header.size() == 0
                        && layout.json().filter(rule -> rule.array().equals(rows.array()) && rows.rootFields().containsAll(rule.root())).isPresent();
                if (isEmptyAnswer) {
                    recognition.accept(layout, 0, header);
                } else {
                    recognition.look(List.of(layout), List.of(header), each -> true);
                }
            }
            Optional<Recognition.Match> match = recognition.best();
            if (match.isEmpty() && header.size() == 0) {
                return Outcome.nothing("its JSON has no array of objects, of arrays below their header, or JSON-stat");
            }
            if (match.isEmpty()) {
                return Outcome.nothing(
                        recognition.whyNot("JSON with array " + (rows.array().isEmpty() ? "as root" : "'" + rows.array() + "'")));
            }
            begun.accept(account);
            List<Candidate> candidates = tables.readAny(rows, match.get(), account);
            String why = "JSON with array " + (rows.array().isEmpty() ? "as root" : "'" + rows.array() + "'") + " of rows that have the " + match.get().layout().headers().size()
                    + " required names";
            return new Outcome(List.of(Table.read(match.get().layout(), why, account, candidates)), "");
        }
    }

    private Outcome read(JsonStatRows dataset, TableAccount account, Consumer<TableAccount> begun) throws IOException {
        try (JsonStatRows rows = dataset) {
            rows.advance();
            Row header = rows.row();
            Recognition recognition = new Recognition(account.label());
            recognition.look(layouts, List.of(header), layout -> true);
            Optional<Recognition.Match> match = recognition.best();
            if (match.isEmpty()) {
                return Outcome.nothing(recognition.whyNot("JSON-stat with the dimensions " + String.join(", ", header.cells())));
            }
            begun.accept(account);
            List<Candidate> candidates = tables.readAny(new FromHeader(rows), match.get(), account);
            String why = "JSON-stat with the " + match.get().layout().headers().size() + " required dimensions";
            return new Outcome(List.of(Table.read(match.get().layout(), why, account, candidates)), "");
        }
    }

    /** Rows whose header was looked at already. */
    private static final class FromHeader implements RowSource {

        private final RowSource rows;
        private boolean begun;

        FromHeader(RowSource rows) {
            this.rows = rows;
        }

        @Override
        public boolean advance() throws IOException {
            if (!begun) {
                begun = true;
                return true;
            }
            return rows.advance();
        }

        @Override
        public Row row() {
            return rows.row();
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
