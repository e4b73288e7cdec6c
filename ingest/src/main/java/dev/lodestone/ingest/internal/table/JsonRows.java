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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Rows of a JSON array of objects, or of arrays the first of which is the header: the root itself, or an array in it; or objects one behind the
 * other, as in JSON lines. The first row given is the header. Objects leave out what they do not have, so that it is made of the names of all of
 * them. A line is where an object begins.
 */
public final class JsonRows implements RowSource {

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(50)
            .maxStringLength(1 << 20)
            .maxNumberLength(400)
            .build();

    /** More names or cells than any table of trade statistics has columns. */
    private static final int MOST_CELLS = 16_384;

    /** Arrays behind the rows of which is remembered what they are. */
    private static final int MOST_FURTHER = 20;

    /** How services name what leads to the next page, or say that there is one. */
    private static final Pattern NEXT_PAGE = Pattern.compile(
            "(?i).*nextLink|next|next_?page(_?(url|token|link))?|next_?(url|cursor|key)|has_?(more|next)(_?page)?");

    /** How services name the number of all rows. */
    private static final Pattern ALL_ROWS = Pattern.compile(
            "(?i)@odata\\.count|total_?(count|records|results|elements|rows|number)|records_?total");

    /** Where the rows are looked for. */
    public enum Place {
        /** The root, or a field of it. */
        ROOT,
        /** A field of the root, or of an object inside it. */
        INSIDE,
        /** Objects one behind the other, in no array. */
        LINES
    }

    /** Opens the same bytes as often as they are asked for. */
    @FunctionalInterface
    public interface Bytes {
        InputStream open() throws IOException;
    }

    private final JsonParser parser;
    private final Place place;
    private final boolean namesOnly;
    private final List<String> rootFields = new ArrayList<>();
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<List<String>> further = new ArrayList<>();
    private String array = "";
    private boolean arrays;
    private Row header;
    private Row first;
    private Row row;
    private int given;
    private int toPass;
    private long objects;
    private boolean several;
    private String nextPage = "";
    private String allRowsName = "";
    private long allRows;

    private JsonRows(InputStream bytes, Place place, int toPass, Collection<String> names, boolean namesOnly) throws IOException {
        this.place = place;
        this.toPass = toPass;
        this.namesOnly = namesOnly;
        names.forEach(name -> columns.put(name, columns.size()));
        this.parser = JsonFactory.builder().streamReadConstraints(LIMITS).build().createParser(bytes);
        try {
            begin();
        } catch (StreamConstraintsException e) {
            throw tooLarge(e);
        }
    }

    /**
     * Goes to the rows of the place; the header is empty where there are none.
     *
     * @param toPass how many arrays of rows to pass over before
     */
    public static JsonRows open(Bytes bytes, Place place, int toPass) throws IOException {
        try (InputStream stream = bytes.open(); JsonRows names = new JsonRows(stream, place, toPass, List.of(), true)) {
            boolean more = !names.arrays;
            while (more) {
                more = names.advanceOverNames();
            }
            JsonRows rows = new JsonRows(bytes.open(), place, toPass, names.columns.keySet(), false);
            rows.several = names.objects > 1;
            return rows;
        }
    }

    /** These rows from their beginning, without another look for their names. */
    public JsonRows again(Bytes bytes, Place place, int toPass) throws IOException {
        return new JsonRows(bytes.open(), place, toPass, columns.keySet(), false);
    }

    /** Goes over an object; false at the end, and where the text is broken, which whoever reads the rows is told of. */
    private boolean advanceOverNames() {
        try {
            return advance();
        } catch (IOException e) {
            return false;
        }
    }

    private void begin() throws IOException {
        JsonToken token = goToFirstRow();
        if (token == JsonToken.START_OBJECT) {
            first = readObject();
            header = Row.of(first.line(), List.copyOf(columns.keySet()));
        } else if (token == JsonToken.START_ARRAY) {
            arrays = true;
            header = readArray();
            first = parser.nextToken() == JsonToken.START_ARRAY ? readArray() : null;
        } else {
            header = Row.of(1, List.of());
        }
    }

    /** What the first row is; null where there is no array. */
    private JsonToken goToFirstRow() throws IOException {
        JsonToken root = parser.nextToken();
        if (place == Place.LINES) {
            return root;
        }
        if (root == JsonToken.START_ARRAY) {
            return toPass == 0 ? parser.nextToken() : null;
        }
        return root == JsonToken.START_OBJECT && findArray() ? parser.currentToken() : null;
    }

    /** Name of the root's field that holds the array; empty if the root is the array. */
    public String array() {
        return array;
    }

    /** Names of the root's fields before the array. */
    public List<String> rootFields() {
        return List.copyOf(rootFields);
    }

    /** The header, which is the first row given. */
    public Row header() {
        return header;
    }

    /** What the root says of where the next page of the answer is; empty if nothing. */
    public String nextPage() {
        return nextPage.isEmpty() && allRows > objects ? allRowsName + " " + allRows : nextPage;
    }

    /** Whether the rows are arrays, the first of them the header. */
    public boolean isOfArrays() {
        return arrays;
    }

    /** Whether the place has more than one object. */
    public boolean hasSeveral() {
        return several;
    }

    /** Names of the first object of each array behind the rows, known when they were gone to their end. */
    public List<List<String>> further() {
        return List.copyOf(further);
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

    /** Goes into the array that is looked for, to its first row; to its end where it has none. */
    private boolean findArray() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY && isOfRows(parser.nextToken())) {
                array = name;
                return true;
            }
            rootFields.add(name);
            notePage(name, value);
            if (value == JsonToken.START_ARRAY) {
                leaveArray();
            } else if (value == JsonToken.START_OBJECT && place != Place.INSIDE) {
                passOver();
            } else if (value == JsonToken.START_OBJECT && findArray()) {
                array = name + "." + array;
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    /** Passes over an object beside the rows, which may say that there are more. */
    private void passOver() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            notePage(name, value);
            if (value == JsonToken.START_OBJECT) {
                passOver();
            }
            parser.skipChildren();
        }
    }

    /** Notes what says that the answer is one page of several. */
    private void notePage(String name, JsonToken value) throws IOException {
        boolean says = value == JsonToken.VALUE_TRUE || value == JsonToken.VALUE_NUMBER_INT || value == JsonToken.VALUE_STRING && !parser.getText().isBlank();
        if (says && NEXT_PAGE.matcher(name).matches()) {
            nextPage = name;
        }
        boolean isNumber = value == JsonToken.VALUE_NUMBER_INT || value == JsonToken.VALUE_STRING && parser.getTextLength() < 12 && parser.getText().matches("\\d+");
        if (isNumber && ALL_ROWS.matcher(name).matches()) {
            allRowsName = name;
            allRows = Math.max(allRows, parser.getValueAsLong());
        }
    }

    /** Whether the array begun holds rows, or nothing, and is the one that is looked for. */
    private boolean isOfRows(JsonToken begun) {
        boolean rows = begun == JsonToken.START_OBJECT || begun == JsonToken.START_ARRAY || begun == JsonToken.END_ARRAY;
        if (rows && toPass > 0) {
            toPass--;
            return false;
        }
        return rows;
    }

    /** Goes to the end of the array that the current token stands in or ends. */
    private void leaveArray() throws IOException {
        JsonToken token = parser.currentToken();
        while (token != null && token != JsonToken.END_ARRAY) {
            parser.skipChildren();
            token = parser.nextToken();
        }
    }

    private Row readObject() throws IOException {
        long line = parser.currentTokenLocation().getLineNr();
        String[] cells = fill("", new String[Math.max(columns.size(), 8)]);
        String name = array + "[" + objects++ + "]";
        if (namesOnly) {
            return Row.ofNamed(line, name, List.of());
        }
        List<String> all = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            all.add(i < cells.length && cells[i] != null ? cells[i] : "");
        }
        return Row.ofNamed(line, name, all);
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
            if (cells[column] != null) {
                throw new IOException("the object in line " + parser.currentTokenLocation().getLineNr() + " names '" + name + "' twice");
            }
            cells[column] = !namesOnly && value.isScalarValue() && value != JsonToken.VALUE_NULL ? parser.getText() : "";
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

    /** What stands after the array counts as well: an answer that breaks off there is not whole, and one behind it would be lost. */
    private void readToEnd() throws IOException {
        JsonToken before = parser.currentToken();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token.isStructStart() && parser.getParsingContext().getParent().inRoot()) {
                throw new IOException("another answer begins in line " + parser.currentTokenLocation().getLineNr()
                        + ", behind the end of the first: read each as a file of its own");
            }
            if (token == JsonToken.START_OBJECT && before == JsonToken.START_ARRAY && further.size() < MOST_FURTHER) {
                further.add(namesOfObject());
            }
            if (token.isScalarValue() && parser.currentName() != null) {
                notePage(parser.currentName(), token);
            }
            before = parser.currentToken();
        }
        if (!parser.getParsingContext().inRoot()) {
            throw new IOException("the text ends inside a value");
        }
    }

    private List<String> namesOfObject() throws IOException {
        List<String> names = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME && names.size() < MOST_CELLS) {
            names.add(parser.currentName());
            parser.nextToken();
            parser.skipChildren();
        }
        return names;
    }
}
