package dev.lodestone.ingest.internal.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of a JSON array of objects, or of arrays the first of which is the header: the root itself or the first array of the root
 * object. The first row given is the header, made of the first object's names. A line is where an object begins.
 */
public final class JsonRows implements RowSource {

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(50)
            .maxStringLength(1 << 20)
            .maxNumberLength(400)
            .build();

    /** More names or cells than any table of trade statistics has columns. */
    private static final int MOST_CELLS = 16_384;

    private final JsonParser parser;
    private final List<String> rootFields = new ArrayList<>();
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private String array = "";
    private boolean arrays;
    private Row header;
    private Row first;
    private Row row;
    private int given;
    private long objects;

    /** Where the array of rows is looked for. */
    public enum Place {
        /** The root, or a field of it. */
        ROOT,
        /** A field of the root, or of an object inside it. */
        INSIDE
    }

    private final Place place;

    /** Goes to the array in the root or in a field of it; what it found there is told by {@link #array} and {@link #rootFields}. */
    public JsonRows(InputStream bytes) throws IOException {
        this(bytes, Place.ROOT);
    }

    /** Goes to the first array of the place. */
    public JsonRows(InputStream bytes, Place place) throws IOException {
        this.place = place;
        this.parser = JsonFactory.builder().streamReadConstraints(LIMITS).build().createParser(bytes);
        try {
            begin();
        } catch (StreamConstraintsException e) {
            throw tooLarge(e);
        }
    }

    private void begin() throws IOException {
        JsonToken token = parser.nextToken();
        boolean found = token == JsonToken.START_ARRAY || (token == JsonToken.START_OBJECT && findArray());
        JsonToken begun = found ? parser.nextToken() : null;
        if (begun == JsonToken.START_OBJECT) {
            first = readObject();
            header = Row.of(first.line(), List.copyOf(columns.keySet()));
        } else if (begun == JsonToken.START_ARRAY) {
            arrays = true;
            header = readArray();
            first = parser.nextToken() == JsonToken.START_ARRAY ? readArray() : null;
        } else {
            header = Row.of(1, List.of());
        }
    }

    /** Name of the root's field that holds the array; empty if the root is the array. */
    public String array() {
        return array;
    }

    /** Names of the root's fields before the array. */
    public List<String> rootFields() {
        return List.copyOf(rootFields);
    }

    @Override
    public boolean advance() throws IOException {
        try {
            return advanceWithin();
        } catch (StreamConstraintsException e) {
            throw tooLarge(e);
        }
    }

    private static IOException tooLarge(StreamConstraintsException e) {
        return new IOException("a text, a number or the nesting in it is larger than any in statistics", e);
    }

    private boolean advanceWithin() throws IOException {
        given++;
        if (given == 1) {
            row = header;
            return true;
        }
        if (given == 2) {
            row = first;
            return first != null;
        }
        for (JsonToken token = parser.nextToken(); token != null && token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == (arrays ? JsonToken.START_ARRAY : JsonToken.START_OBJECT)) {
                row = arrays ? readArray() : readObject();
                return true;
            }
            parser.skipChildren();
        }
        readToEnd();
        return false;
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private boolean findArray() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                array = name;
                return true;
            }
            rootFields.add(name);
            if (place == Place.INSIDE && parser.currentToken() == JsonToken.START_OBJECT && findArray()) {
                array = name + "." + array;
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private Row readObject() throws IOException {
        long line = parser.currentTokenLocation().getLineNr();
        String[] cells = fill("", new String[Math.max(columns.size(), 8)]);
        List<String> all = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            all.add(i < cells.length && cells[i] != null ? cells[i] : "");
        }
        return Row.ofNamed(line, array + "[" + objects++ + "]", all);
    }

    /** Fills in the cells of an object, those of objects in it under both names, as in {@code Country.CountryName}. */
    private String[] fill(String prefix, String[] filled) throws IOException {
        String[] cells = filled;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix.isEmpty() ? parser.currentName() : prefix + parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                cells = fill(name + ".", cells);
                continue;
            }
            Integer column = columns.get(name);
            if (column == null) {
                column = columns.size();
                refuseBeyond(column);
                columns.put(name, column);
            }
            if (column >= cells.length) {
                cells = Arrays.copyOf(cells, Math.max(cells.length * 2, column + 1));
            }
            cells[column] = value.isScalarValue() && value != JsonToken.VALUE_NULL ? parser.getText() : "";
            parser.skipChildren();
        }
        return cells;
    }

    private static void refuseBeyond(int cells) throws IOException {
        if (cells >= MOST_CELLS) {
            throw new IOException("a row of it has more than " + MOST_CELLS + " cells");
        }
    }

    /** A row of an answer whose rows are arrays, the first of them the header. */
    private Row readArray() throws IOException {
        long line = parser.currentTokenLocation().getLineNr();
        List<String> cells = new ArrayList<>();
        for (JsonToken value = parser.nextToken(); value != null && value != JsonToken.END_ARRAY; value = parser.nextToken()) {
            refuseBeyond(cells.size());
            cells.add(value.isScalarValue() && value != JsonToken.VALUE_NULL ? parser.getText() : "");
            parser.skipChildren();
        }
        return Row.ofNamed(line, array + "[" + objects++ + "]", cells);
    }

    /** What stands after the array counts as well: an answer that breaks off there is not whole. */
    private void readToEnd() throws IOException {
        while (parser.nextToken() != null) {
            parser.skipChildren();
        }
        if (!parser.getParsingContext().inRoot()) {
            throw new IOException("the text ends inside a value");
        }
    }
}
