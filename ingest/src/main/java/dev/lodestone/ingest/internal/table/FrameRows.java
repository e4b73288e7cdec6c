package dev.lodestone.ingest.internal.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A table as data frames are written to JSON where nobody asks for rows: an object of columns, of which each is an object of its cells by the
 * rows' names; an object of rows, of which each is an object of its cells; or names and cells apart, in the arrays {@code columns} and
 * {@code data}. The first row is the header. Columns stand one behind the other, so that the table is held in memory; it is refused beyond a number of cells.
 */
public final class FrameRows implements RowSource {

    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder().maxNestingDepth(50).maxStringLength(1 << 20).maxNumberLength(400).build();

    private static final int MOST_CELLS = 5_000_000;

    /** Texts shown of an answer that is no table. */
    private static final int MOST_SAID = 3;

    private static final Pattern REASONS = Pattern.compile("(?i)(.*\\.)?(errors?|warnings?|faults?|messages?)");

    private final List<Row> rows;
    private int at = -1;

    private FrameRows(List<Row> rows) {
        this.rows = rows;
    }

    /**
     * What the text can be read as.
     *
     * @param tables the same cells with the outer names as columns and as rows; empty if the text is no such table
     * @param said the first texts of an answer that is none, with their names; empty if it has none
     */
    public record Found(List<FrameRows> tables, String said) {}

    /** Reads the text. */
    public static Found read(InputStream bytes) throws IOException {
        try (JsonParser parser = JsonFactory.builder().streamReadConstraints(LIMITS).build().createParser(bytes)) {
            return new Frame(parser).read();
        } catch (StreamConstraintsException e) {
            throw new IOException("a text, a number or the nesting in it is larger than any in statistics", e);
        }
    }

    /** Whether an array of this name holds why a service gives no rows. */
    public static boolean isReason(String array) {
        return REASONS.matcher(array).matches();
    }

    /** The header, which is the first row. */
    public Row header() {
        return rows.get(0);
    }

    @Override
    public boolean advance() {
        at++;
        return at < rows.size();
    }

    @Override
    public Row row() {
        return rows.get(at);
    }

    @Override
    public void close() {
        // the text was read when the rows were opened
    }

    /** Reads the parts of the root. */
    private static final class Frame {

        private final JsonParser parser;
        private final Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        private final List<String> said = new ArrayList<>();
        private List<String> names = List.of();
        private List<List<String>> data = List.of();
        private boolean isFrame = true;
        private int cells;

        Frame(JsonParser parser) {
            this.parser = parser;
        }

        Found read() throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Found(List.of(), "");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.START_OBJECT) {
                    groups.put(name, group(name));
                } else if (value == JsonToken.START_ARRAY && name.equals("columns")) {
                    names = texts();
                } else if (value == JsonToken.START_ARRAY && name.equals("data")) {
                    data = arrays();
                } else if (value == JsonToken.START_ARRAY && isReason(name)) {
                    isFrame = false;
                    sayAll(name);
                } else {
                    say(name, value);
                    isFrame &= value == JsonToken.START_ARRAY && name.equals("index"); // the rows' names
                    parser.skipChildren();
                }
            }
            return new Found(tables(), String.join(", ", said));
        }

        private List<FrameRows> tables() {
            if (!names.isEmpty() && data.stream().allMatch(row -> row.size() == names.size())) {
                List<Row> rows = new ArrayList<>(List.of(Row.of(1, names)));
                for (int i = 0; i < data.size(); i++) {
                    rows.add(Row.ofNamed(1, "data[" + i + "]", data.get(i)));
                }
                return List.of(new FrameRows(rows));
            }
            if (!isFrame || groups.isEmpty()) {
                return List.of();
            }
            Set<String> inner = new LinkedHashSet<>();
            groups.values().forEach(group -> inner.addAll(group.keySet()));
            List<Row> byColumn = new ArrayList<>(List.of(Row.of(1, List.copyOf(groups.keySet()))));
            for (String name : inner) {
                byColumn.add(Row.ofNamed(1, "[" + name + "]", groups.values().stream().map(group -> group.getOrDefault(name, "")).toList()));
            }
            List<Row> byRow = new ArrayList<>(List.of(Row.of(1, List.copyOf(inner))));
            groups.forEach((name, group) ->
                    byRow.add(Row.ofNamed(1, "[" + name + "]", inner.stream().map(each -> group.getOrDefault(each, "")).toList())));
            return List.of(new FrameRows(byColumn), new FrameRows(byRow));
        }

        private Map<String, String> group(String outer) throws IOException {
            Map<String, String> group = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                say(outer + "." + name, value);
                isFrame &= value.isScalarValue();
                if (isFrame) {
                    count();
                    group.put(name, text(value));
                }
                parser.skipChildren();
            }
            return group;
        }

        private List<List<String>> arrays() throws IOException {
            List<List<String>> arrays = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != null && token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY) {
                    arrays.add(texts());
                }
                parser.skipChildren();
            }
            return arrays;
        }

        private List<String> texts() throws IOException {
            List<String> texts = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != null && token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                count();
                texts.add(text(token));
                parser.skipChildren();
            }
            return texts;
        }

        private String text(JsonToken value) throws IOException {
            return value.isScalarValue() && value != JsonToken.VALUE_NULL ? parser.getText() : "";
        }

        private void say(String name, JsonToken value) throws IOException {
            if (said.size() < MOST_SAID && value == JsonToken.VALUE_STRING && !parser.getText().isBlank()) {
                said.add(name + ": '" + parser.getText() + "'");
            }
        }

        /** The texts of an array, or of its objects. */
        private void sayAll(String array) throws IOException {
            for (JsonToken token = parser.nextToken(); token != null && token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    group(array);
                } else {
                    say(array, token);
                    parser.skipChildren();
                }
            }
        }

        private void count() throws IOException {
            cells++;
            if (cells > MOST_CELLS) {
                throw new IOException("it holds more than " + MOST_CELLS + " cells by columns: write it by rows, as to_json(orient='records', lines=True) does");
            }
        }
    }
}
