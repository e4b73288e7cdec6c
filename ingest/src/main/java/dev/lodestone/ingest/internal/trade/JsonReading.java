package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.container.Content;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.table.FrameRows;
import dev.lodestone.ingest.internal.table.JsonRows;
import dev.lodestone.ingest.internal.table.JsonStatRows;
import dev.lodestone.ingest.internal.table.Row;
import dev.lodestone.ingest.internal.table.RowSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads JSON answers: an array of objects, in the root or in a field of it, objects one behind the other, or a data frame by its columns or rows. */
final class JsonReading implements ContentReading {

    /** Arrays that are looked at in one place, of which the first whose rows a layout fits is read. */
    private static final int MOST_ARRAYS = 8;

    private static final int ROWS_LOOKED_AT = 60;

    private static final String NO_ARRAY = "its JSON has no array of objects, of arrays below their header, or JSON-stat";

    private static final String WITHOUT_NAMES = " of arrays without names above them: write it with names, as to_json(orient='records') does";

    private static final Pattern REASON = Pattern.compile("(?i)\\b\\w*(error|message|detail|fault|reason)\\w*: '");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final List<Layout> layouts;
    private final TableReading tables;

    JsonReading(List<Layout> layouts, TableReading tables) {
        this.layouts = layouts;
        this.tables = tables;
    }

    @Override
    public Outcome read(Content content, TableAccount account, Consumer<TableAccount> begun) throws IOException {
        List<Outcome> refused = new ArrayList<>();
        for (JsonRows.Place place : List.of(JsonRows.Place.ROOT, JsonRows.Place.INSIDE)) {
            boolean more = true;
            for (int array = 0; more && array < MOST_ARRAYS; array++) {
                try (JsonRows rows = JsonRows.open(content::open, place, array)) {
                    more = rows.header().size() > 0 || !rows.array().isEmpty();
                    int which = array;
                    DatePeriods.Opening again = () -> rows.again(content::open, place, which);
                    String where = rows.array().isEmpty() ? "JSON with array as root" : "JSON with array '" + rows.array() + "'";
                    Outcome outcome = read(rows, where, again, account, begun);
                    if (!outcome.tables().isEmpty()) {
                        tellWhyEmpty(content, outcome.tables().get(0).account());
                        return outcome;
                    }
                    refused.add(rows.header().size() > 0 ? 0 : refused.size(), outcome);
                }
            }
        }
        FrameRows.Found found = FrameRows.read(content.open());
        Optional<Outcome> frame = read(found.tables(), account, begun);
        if (frame.isPresent()) {
            return frame.get();
        }
        Optional<JsonStatRows> dataset = JsonStatRows.read(content.open());
        if (dataset.isPresent()) {
            return read(dataset.get(), account, begun);
        }
        try (JsonRows lines = JsonRows.open(content::open, JsonRows.Place.LINES, 0)) {
            Outcome outcome = read(lines, "JSON lines", () -> lines.again(content::open, JsonRows.Place.LINES, 0), account, begun);
            if (!outcome.tables().isEmpty() || lines.hasSeveral()) {
                return outcome;
            }
        }
        boolean isAnswer = !found.said().isEmpty() && refused.get(0).why().equals(NO_ARRAY);
        return isAnswer ? Outcome.nothing(NO_ARRAY + "; it says " + IssueLog.shown(found.said())) : refused.get(0);
    }

    /** A data frame, read by the one of its two directions that gives the names of a layout. */
    private Optional<Outcome> read(List<FrameRows> directions, TableAccount account, Consumer<TableAccount> begun) throws IOException {
        for (FrameRows rows : directions) {
            Recognition recognition = new Recognition(account.label());
            recognition.look(layouts, List.of(rows.header()), layout -> true);
            Optional<Recognition.Match> match = recognition.best();
            if (match.isPresent()) {
                begun.accept(account);
                List<Candidate> candidates = tables.readAny(rows, match.get(), account);
                String why = "JSON of a data frame with the " + match.get().layout().headers().size() + " required names";
                return Optional.of(new Outcome(List.of(Table.read(match.get().layout(), why, account, candidates)), ""));
            }
        }
        return Optional.empty();
    }

    private Outcome read(JsonRows rows, String where, DatePeriods.Opening again, TableAccount account, Consumer<TableAccount> begun) throws IOException {
        Row header = rows.header();
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
        if (match.isEmpty()) {
            return Outcome.nothing(header.size() == 0 || FrameRows.isReason(rows.array())
                    ? NO_ARRAY
                    : recognition.whyNot(where + (rows.isOfArrays() && header.cells().stream().anyMatch(NUMBER.asMatchPredicate()) ? WITHOUT_NAMES : "")));
        }
        begun.accept(account);
        Recognition.Match settled = DatePeriods.settle(match.get(), firstRows(again), again, account);
        List<Candidate> candidates = tables.readAny(rows, settled, account);
        refuseFurther(rows, match.get());
        String why = where + " of rows that have the " + match.get().layout().headers().size() + " required names";
        return new Outcome(List.of(Table.read(match.get().layout(), why, account, candidates)), "");
    }

    /** A service that refuses what it was asked for may answer with no rows and its reason beside them. */
    private static void tellWhyEmpty(Content content, TableAccount account) throws IOException {
        if (account.rowsRead() == 0) {
            String said = FrameRows.read(content.open()).said();
            if (REASON.matcher(said).find()) {
                account.says(said);
            }
        }
    }

    private static List<Row> firstRows(DatePeriods.Opening again) throws IOException {
        List<Row> first = new ArrayList<>();
        try (RowSource rows = again.open()) {
            while (first.size() < ROWS_LOOKED_AT && rows.advance()) {
                first.add(rows.row());
            }
        }
        return first;
    }

    /** Refuses an answer that has more rows of the layout behind those that were read. */
    private static void refuseFurther(JsonRows rows, Recognition.Match match) throws IOException {
        for (List<String> names : rows.further()) {
            Set<String> present = Headers.compared(names);
            if (match.layout().headers().stream().allMatch(header -> header.isAmong(present))) {
                throw new IOException("a second array of rows of layout " + match.layout().id() + " stands behind '" + rows.array()
                        + "': read each as a file of its own");
            }
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
