package dev.lodestone.ingest.internal.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The cells of a JSON-stat 2.0 dataset as rows: a column of codes for each dimension, named as the dataset names it, then {@code value} and
 * {@code status}. The first row is the header. A cell without value and status has no row. Figures stand before the dimensions that tell what
 * they are, so that the dataset is held in memory; it is refused beyond a number of cells that no answer has.
 */
public final class JsonStatRows implements RowSource {

    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder().maxNestingDepth(50).maxStringLength(1 << 20).maxNumberLength(400).build();

    private static final int MOST_CELLS = 5_000_000;

    private final List<String> dimensions;
    private final List<List<String>> codes;
    private final Map<Long, String> values;
    private final Map<Long, String> statuses;
    private final Iterator<Long> cells;
    private boolean begun;
    private Row row;

    private JsonStatRows(List<String> dimensions, List<List<String>> codes, Map<Long, String> values, Map<Long, String> statuses) {
        this.dimensions = dimensions;
        this.codes = codes;
        this.values = values;
        this.statuses = statuses;
        TreeSet<Long> all = new TreeSet<>(values.keySet());
        all.addAll(statuses.keySet());
        this.cells = all.iterator();
    }

    /** The rows; empty if the text is no such dataset. */
    public static Optional<JsonStatRows> read(InputStream bytes) throws IOException {
        try (JsonParser parser = JsonFactory.builder().streamReadConstraints(LIMITS).build().createParser(bytes)) {
            return new Dataset(parser).read();
        } catch (StreamConstraintsException e) {
            throw new IOException("a text, a number or the nesting in it is larger than any in statistics", e);
        }
    }

    @Override
    public boolean advance() throws IOException {
        if (!begun) {
            begun = true;
            List<String> header = new ArrayList<>(dimensions);
            header.add("value");
            header.add("status");
            row = Row.of(1, header);
            return true;
        }
        if (!cells.hasNext()) {
            return false;
        }
        long cell = cells.next();
        String[] texts = new String[dimensions.size() + 2];
        long rest = cell;
        for (int dimension = dimensions.size() - 1; dimension >= 0; dimension--) { // the last varies fastest
            List<String> ofDimension = codes.get(dimension);
            texts[dimension] = ofDimension.get((int) (rest % ofDimension.size()));
            rest /= ofDimension.size();
        }
        if (rest > 0) {
            throw new IOException("value " + cell + " lies outside its dimensions");
        }
        texts[dimensions.size()] = values.getOrDefault(cell, "");
        texts[dimensions.size() + 1] = statuses.getOrDefault(cell, "");
        row = Row.ofNamed(1, "value[" + cell + "]", List.of(texts));
        return true;
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public void close() {
        // the text was read when the rows were opened
    }

    /** Reads the parts, which may stand in any order. */
    private static final class Dataset {

        private final JsonParser parser;
        private final List<String> ids = new ArrayList<>();
        private final List<String> sizes = new ArrayList<>();
        private final Map<String, TreeMap<Long, String>> categories = new LinkedHashMap<>();
        private Map<Long, String> values = new TreeMap<>();
        private Map<Long, String> statuses = new TreeMap<>();

        Dataset(JsonParser parser) {
            this.parser = parser;
        }

        Optional<JsonStatRows> read() throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "id" -> readTexts(ids);
                    case "size" -> readTexts(sizes);
                    case "value" -> values = readCells();
                    case "status" -> statuses = readCells();
                    case "dimension" -> readDimensions();
                    default -> parser.skipChildren();
                }
            }
            if (!parser.getParsingContext().inRoot()) {
                throw new IOException("the text ends inside a value");
            }
            return ids.isEmpty() || categories.isEmpty() ? Optional.empty() : Optional.of(rows());
        }

        private JsonStatRows rows() throws IOException {
            List<List<String>> codes = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                TreeMap<Long, String> category = categories.getOrDefault(ids.get(i), new TreeMap<>());
                List<String> ofDimension = List.copyOf(category.values());
                boolean whole = !category.isEmpty() && category.firstKey() == 0 && category.lastKey() == category.size() - 1;
                if (!whole || i >= sizes.size() || !sizes.get(i).equals(String.valueOf(ofDimension.size()))) {
                    throw new IOException("dimension '" + ids.get(i) + "' does not have the categories that its size says");
                }
                codes.add(ofDimension);
            }
            return new JsonStatRows(List.copyOf(ids), codes, values, statuses);
        }

        private void readTexts(List<String> texts) throws IOException {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                parser.skipChildren();
                return;
            }
            while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
                texts.add(parser.getText());
                parser.skipChildren();
            }
        }

        /** An array with a place for every cell, or an object with those that are there. */
        private Map<Long, String> readCells() throws IOException {
            Map<Long, String> cells = new TreeMap<>();
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    put(cells, name.matches("\\d{1,15}") ? Long.parseLong(name) : -1);
                }
            } else if (parser.currentToken() == JsonToken.START_ARRAY) {
                long at = 0;
                while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
                    put(cells, at++);
                }
            } else {
                parser.skipChildren(); // one status for all of them says nothing of any
            }
            return cells;
        }

        private void put(Map<Long, String> cells, long at) throws IOException {
            if (at < 0) {
                throw new IOException("a cell is named by a text that is no number");
            }
            if (parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL) {
                cells.put(at, parser.getText());
            }
            parser.skipChildren();
            if (cells.size() > MOST_CELLS) {
                throw new IOException("the dataset holds more than " + MOST_CELLS + " cells; ask for it in parts or as CSV");
            }
        }

        private void readDimensions() throws IOException {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String dimension = parser.currentName();
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    parser.skipChildren();
                    continue;
                }
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    boolean isCategory = parser.currentName().equals("category");
                    if (parser.nextToken() == JsonToken.START_OBJECT && isCategory) {
                        categories.put(dimension, readCategory());
                    } else {
                        parser.skipChildren();
                    }
                }
            }
        }

        /** Codes by their place: told by the index, or, of a dimension of one category, by its label alone. */
        private TreeMap<Long, String> readCategory() throws IOException {
            TreeMap<Long, String> index = new TreeMap<>();
            List<String> labelled = new ArrayList<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (name.equals("index") && token == JsonToken.START_ARRAY) {
                    List<String> codes = new ArrayList<>();
                    readTexts(codes);
                    codes.forEach(code -> index.put((long) index.size(), code));
                } else if (name.equals("index") && token == JsonToken.START_OBJECT) {
                    while (parser.nextToken() == JsonToken.FIELD_NAME) {
                        String code = parser.currentName();
                        if (!parser.nextToken().isNumeric()) {
                            throw new IOException("category '" + code + "' has no place");
                        }
                        index.put(parser.getLongValue(), code);
                    }
                } else if (name.equals("label") && token == JsonToken.START_OBJECT) {
                    while (parser.nextToken() == JsonToken.FIELD_NAME) {
                        labelled.add(parser.currentName());
                        parser.nextToken();
                        parser.skipChildren();
                    }
                } else {
                    parser.skipChildren();
                }
            }
            if (index.isEmpty() && labelled.size() == 1) {
                index.put(0L, labelled.get(0));
            }
            return index;
        }
    }
}
