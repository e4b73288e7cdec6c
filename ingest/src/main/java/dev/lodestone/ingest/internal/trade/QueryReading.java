package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.container.Content;
import dev.lodestone.ingest.internal.container.ContentKind;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.layout.QueryRule;
import dev.lodestone.ingest.internal.table.QueryRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what only a database engine can: Parquet files, and warehouses that a file names by the id of a layout. The query is always the
 * layout's, never the file's.
 */
final class QueryReading implements ContentReading {

    private static final Pattern NAMED = Pattern.compile("\\s*lodestone-query:\\s*([a-z0-9-]+)\\s*");
    private static final int LONGEST_NAMING = 200;

    private final List<Layout> layouts;
    private final TableReading tables;
    private final Map<String, String> environment;

    QueryReading(List<Layout> layouts, TableReading tables, Map<String, String> environment) {
        this.layouts = layouts.stream().filter(layout -> layout.query().isPresent()).toList();
        this.tables = tables;
        this.environment = environment;
    }

    /** Whether the content is no data but names a layout whose query gives them. */
    static boolean isNaming(Content content) throws IOException {
        return content.kind() == ContentKind.TEXT && named(content).isPresent();
    }

    @Override
    public Outcome read(Content content, TableAccount account, Consumer<TableAccount> begun) throws IOException {
        Optional<String> id = content.kind() == ContentKind.TEXT ? named(content) : Optional.empty();
        return id.isPresent() ? readNamed(id.get(), account, begun) : readFile(content, account, begun);
    }

    private Outcome readNamed(String id, TableAccount account, Consumer<TableAccount> begun) throws IOException {
        Optional<Layout> layout = layouts.stream().filter(each -> each.id().equals(id)).findFirst();
        if (layout.isEmpty()) {
            return Outcome.nothing("it names the query of layout '" + id + "', and no layout with a query has this id; add its folder of layouts");
        }
        QueryRule query = layout.get().query().orElseThrow();
        if (query.readsFile()) {
            return Outcome.nothing("the query of layout '" + id + "' reads a file; give the file itself");
        }
        return query(layout.get(), query.sql(), account, begun);
    }

    private Outcome readFile(Content content, TableAccount account, Consumer<TableAccount> begun) throws IOException {
        List<Layout> readers = layouts.stream().filter(layout -> layout.query().orElseThrow().readsFile()).toList();
        if (readers.isEmpty()) {
            return Outcome.nothing("its bytes are " + content.kind().label() + ", which a layout of your own with a 'query' reads, on DuckDB's driver"
                    + " for example; docs/FORMATS.md shows one");
        }
        Path file = content.file().orElseThrow(() -> new IOException("the Parquet file is not on disk"));
        List<String> reasons = new ArrayList<>();
        for (Layout layout : readers) {
            Outcome outcome = query(layout, layout.query().orElseThrow().sqlFor(file.toAbsolutePath().toString()), account, begun);
            if (!outcome.tables().isEmpty()) {
                return outcome;
            }
            reasons.add(outcome.why());
        }
        return Outcome.nothing(String.join("; ", reasons));
    }

    private Outcome query(Layout layout, String sql, TableAccount account, Consumer<TableAccount> begun) throws IOException {
        QueryRule query = layout.query().orElseThrow();
        if (!QueryRows.hasDriver(query.url())) {
            return Outcome.nothing("the query of layout '" + layout.id() + "' needs a JDBC driver for '" + address(query)
                    + "', which is not there: put its jar into a folder and name that with --drivers (for Parquet"
                    + " org.duckdb:duckdb_jdbc from Maven Central)");
        }
        try (QueryRows rows = new QueryRows(query.url(), query.propertiesFrom(environment), sql, query.timeoutSeconds())) {
            Recognition recognition = new Recognition(account.label());
            recognition.look(List.of(layout), List.of(rows.header()), each -> true);
            Optional<Recognition.Match> match = recognition.best();
            if (match.isEmpty()) {
                return Outcome.nothing("the query of layout '" + layout.id() + "' gives other columns: " + recognition.nearest());
            }
            begun.accept(account);
            List<Candidate> candidates = tables.readAny(rows, match.get(), account);
            String why = layout.headers().size() + " required columns found in the result of the layout's query over " + address(query);
            return new Outcome(List.of(Table.read(layout, why, account, candidates)), "");
        }
    }

    /** The address without what may hold a password. */
    private static String address(QueryRule query) {
        int end = query.url().indexOf('?');
        String plain = (end < 0 ? query.url() : query.url().substring(0, end)).replaceAll("//[^/@]*@", "//");
        int semicolon = plain.indexOf(';');
        return semicolon < 0 ? plain : plain.substring(0, semicolon);
    }

    private static Optional<String> named(Content content) throws IOException {
        byte[] head = content.head();
        if (head.length > LONGEST_NAMING) {
            return Optional.empty();
        }
        String text = new String(head, StandardCharsets.UTF_8).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.joining("\n"));
        Matcher matcher = NAMED.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
