package dev.lodestone.ingest.internal.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;

/**
 * Rows of an XML answer. An element that holds nothing but elements of text is a row, and these are its columns by their names. So is one that
 * holds nothing and has attributes: its columns are these and those of the elements around it, as in structure-specific SDMX-ML. In generic
 * SDMX-ML it is an observation, with what its series says. Nothing outside the text is fetched. The first row is the header.
 */
public final class XmlRows implements RowSource {

    /** Where the cells of a row stand. */
    private enum Kind {
        TEXTS,
        ATTRIBUTES,
        OBSERVATION
    }

    /**
     * Elements of one path that are rows.
     *
     * @param path names of the elements around them and their own
     * @param kind where their cells stand
     * @param names names of their columns, in the order in which they were first met
     * @param several whether there are more than one
     */
    public record Group(String path, Kind kind, List<String> names, boolean several) {

        public Row header() {
            return Row.ofNamed(1, path, names);
        }
    }

    /**
     * What a text holds.
     *
     * @param groups elements that are rows
     * @param damage why the text could not be read to its end
     */
    public record Found(List<Group> groups, Optional<String> damage) {}

    /** An element that is not over yet. */
    private static final class Open {
        private final String path;
        private final long line;
        private final Map<String, String> values = new LinkedHashMap<>();
        /** Its attributes and, before them, those of the elements around it. */
        private final Map<String, String> attributes;

        private final boolean hasAttributes;
        /** What generic SDMX-ML says in pairs of a name and a value. */
        private final Map<String, String> pairs = new LinkedHashMap<>();

        private final StringBuilder text = new StringBuilder();
        private boolean hasElements;
        private boolean hasRows;
        private String twice = "";

        private Open(String path, long line, Map<String, String> attributes, boolean hasAttributes) {
            this.path = path;
            this.line = line;
            this.attributes = attributes;
            this.hasAttributes = hasAttributes;
        }

        private String name() {
            return path.substring(path.lastIndexOf('.') + 1);
        }

        private void take(Open inner) {
            hasRows |= inner.hasElements;
            String name = inner.name();
            if (!inner.hasElements && values.put(name, inner.text.toString().strip()) != null) {
                twice = name;
            }
            if (PAIRED.contains(name) && inner.attributes.containsKey("value")) {
                String id = Optional.ofNullable(inner.attributes.get("id")).orElse(inner.attributes.getOrDefault("concept", ""));
                pairs.put(id.isEmpty() ? PAIRED_AS.getOrDefault(name, name) : id, inner.attributes.get("value"));
            } else if (PAIRS.contains(name)) {
                pairs.putAll(inner.pairs);
            }
        }

        private boolean isRow(Kind kind) {
            return switch (kind) {
                case TEXTS -> hasElements && !hasRows && twice.isEmpty();
                case ATTRIBUTES -> hasAttributes && !hasElements && text.toString().isBlank();
                case OBSERVATION -> pairs.containsKey(VALUE_OF_OBSERVATION);
            };
        }

        /** The cells by the names of their columns, the elements around this one being still open. */
        private Map<String, String> cells(Kind kind, Deque<Open> around) {
            if (kind != Kind.OBSERVATION) {
                return kind == Kind.TEXTS ? values : attributes;
            }
            Map<String, String> cells = new LinkedHashMap<>(attributes);
            around.descendingIterator().forEachRemaining(each -> cells.putAll(each.pairs));
            cells.putAll(pairs);
            return cells;
        }
    }

    private static final String VALUE_OF_OBSERVATION = "OBS_VALUE";
    private static final Map<String, String> PAIRED_AS = Map.of("ObsDimension", "TIME_PERIOD", "ObsValue", VALUE_OF_OBSERVATION);
    /** Elements of generic SDMX-ML that give a name its value, and those around several of them. */
    private static final Set<String> PAIRED = Set.of("Value", "ObsDimension", "ObsValue");

    private static final Set<String> PAIRS = Set.of("SeriesKey", "ObsKey", "Attributes");
    /** Attributes of these say how the text is written, nothing of its figures. */
    private static final Set<String> OF_XML = Set.of("http://www.w3.org/2001/XMLSchema-instance", "http://www.w3.org/XML/1998/namespace");

    private static final XMLInputFactory XML = XMLHelper.newXMLInputFactory();
    private static final Pattern DECLARED = Pattern.compile("^\\s*<\\?xml\\s[^>]*encoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']");
    private static final int LONGEST_DECLARATION = 200;
    private static final int DEEPEST = 100;
    private static final int LONGEST_CELL = 1 << 16;
    private static final int MOST_CELLS = 16_384;
    private static final int MOST_GROUPS = 50;

    private final BufferedInputStream bytes;
    private final XMLStreamReader reader;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Optional<Group> group;
    private long rows;
    private Row row;

    private XmlRows(InputStream stream, Optional<Group> group) throws IOException {
        this.bytes = new BufferedInputStream(stream, 1 << 16);
        this.group = group;
        try {
            // decoded here, since the platform's parser prints what it thinks of bytes that are no text
            this.reader = XML.createXMLStreamReader(new BoundedTags(new InputStreamReader(bytes, charset(bytes)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT))));
        } catch (XMLStreamException e) {
            throw new IOException(told(e), e);
        }
    }

    /** Told by the byte order mark, which is passed over, or by the text's own declaration. */
    private static Charset charset(BufferedInputStream bytes) throws IOException {
        bytes.mark(LONGEST_DECLARATION);
        byte[] head = bytes.readNBytes(LONGEST_DECLARATION);
        bytes.reset();
        TextEncoding marked = head.length < 2 ? TextEncoding.UTF_8 : TextEncoding.of(head).get(0);
        if (marked.mark() > 0) {
            bytes.skipNBytes(marked.mark());
            return marked.charset();
        }
        Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        try {
            return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** The rows of a group. */
    public static XmlRows of(InputStream bytes, Group group) throws IOException {
        return new XmlRows(bytes, Optional.of(group));
    }

    /** Looks for elements that are rows. */
    public static Found look(InputStream bytes) {
        Map<Kind, Map<String, Set<String>>> names = new EnumMap<>(Kind.class);
        Set<String> several = new HashSet<>();
        Optional<String> damage = Optional.empty();
        try (XmlRows all = new XmlRows(bytes, Optional.empty())) {
            for (Optional<Open> ended = all.next(); ended.isPresent(); ended = all.next()) {
                for (Kind kind : Kind.values()) {
                    all.note(ended.get(), kind, names.computeIfAbsent(kind, each -> new LinkedHashMap<>()), several);
                }
            }
        } catch (IOException e) {
            damage = Optional.of(e.getMessage());
        }
        List<Group> groups = new ArrayList<>();
        names.forEach((kind, paths) ->
                paths.forEach((path, columns) -> groups.add(new Group(path, kind, List.copyOf(columns), several.contains(kind + path)))));
        return new Found(groups, damage);
    }

    private void note(Open element, Kind kind, Map<String, Set<String>> names, Set<String> several) throws IOException {
        boolean isLike = kind == Kind.TEXTS ? element.hasElements && !element.hasRows : element.isRow(kind);
        if (!isLike || !names.containsKey(element.path) && names.size() == MOST_GROUPS) {
            return;
        }
        Set<String> columns = element.cells(kind, open).keySet();
        if (columns.size() < 2 && !names.containsKey(element.path)) {
            return;
        }
        if (names.containsKey(element.path)) {
            several.add(kind + element.path);
        }
        Set<String> known = names.computeIfAbsent(element.path, path -> new LinkedHashSet<>());
        known.addAll(columns);
        if (known.size() > MOST_CELLS) {
            throw new IOException("its rows have more than " + MOST_CELLS + " columns");
        }
    }

    @Override
    public boolean advance() throws IOException {
        Group wanted = group.orElseThrow();
        if (row == null) {
            row = wanted.header();
            return true;
        }
        for (Optional<Open> ended = next(); ended.isPresent(); ended = next()) {
            Open element = ended.get();
            if (element.path.equals(wanted.path()) && (wanted.kind() != Kind.TEXTS || element.hasElements)) {
                if (!element.isRow(wanted.kind())) {
                    throw new IOException("the element '" + element.path + "' in line " + element.line + " " + otherThan(wanted.kind(), element));
                }
                Map<String, String> cells = element.cells(wanted.kind(), open);
                row = Row.ofNamed(element.line, wanted.path() + "[" + rows++ + "]", wanted.names().stream()
                        .map(name -> cells.getOrDefault(name, "").strip())
                        .toList());
                return true;
            }
        }
        return false;
    }

    private static String otherThan(Kind kind, Open element) {
        return switch (kind) {
            case TEXTS -> element.hasRows ? "holds elements inside others, where its like hold text" : "names '" + element.twice + "' twice";
            case ATTRIBUTES -> element.hasAttributes ? "holds text or elements, where its like have attributes alone" : "has no attributes, where its like have some";
            case OBSERVATION -> "has no value, where its like have one";
        };
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    /** The element that ends next; empty at the end of the text. */
    private Optional<Open> next() throws IOException {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    begin();
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    Open ended = open.pop();
                    if (!open.isEmpty()) {
                        open.peek().take(ended);
                    }
                    return Optional.of(ended);
                } else if ((event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) && !open.isEmpty()) {
                    StringBuilder text = open.peek().text;
                    if (text.length() + reader.getTextLength() > LONGEST_CELL) {
                        throw new IOException("the element '" + open.peek().path + "' in line " + open.peek().line + " holds more than " + LONGEST_CELL + " characters");
                    }
                    text.append(reader.getText());
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            throw new IOException(told(e), e);
        }
    }

    private void begin() throws IOException {
        if (open.size() == DEEPEST) {
            throw new IOException("its elements stand inside each other more than " + DEEPEST + " deep");
        }
        String name = reader.getLocalName();
        if (!open.isEmpty()) {
            open.peek().hasElements = true;
            open.peek().text.setLength(0);
        }
        Map<String, String> around = open.isEmpty() ? Map.of() : open.peek().attributes;
        Map<String, String> attributes = own(around);
        open.push(new Open(
                open.isEmpty() ? name : open.peek().path + "." + name, reader.getLocation().getLineNumber(), attributes, attributes != around));
    }

    /** The attributes of the element that begins, behind those around it; these themselves where it has none. */
    private Map<String, String> own(Map<String, String> around) throws IOException {
        Map<String, String> attributes = around;
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            if (namespace != null && OF_XML.contains(namespace)) {
                continue;
            }
            String value = reader.getAttributeValue(i);
            if (value.length() > LONGEST_CELL) {
                throw new IOException("an attribute of '" + reader.getLocalName() + "' holds more than " + LONGEST_CELL + " characters");
            }
            if (attributes == around) {
                attributes = new LinkedHashMap<>(around);
            }
            attributes.put(reader.getAttributeLocalName(i), value);
        }
        return attributes;
    }

    private static String told(XMLStreamException e) {
        return BoundedTags.broken(e).map(why -> why + "; it").orElse("as XML it") + " cannot be read beyond line " + (e.getLocation() == null ? 1 : e.getLocation().getLineNumber());
    }
}
