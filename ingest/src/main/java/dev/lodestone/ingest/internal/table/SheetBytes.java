package dev.lodestone.ingest.internal.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Rows of a worksheet's XML told from its bytes, as spreadsheets write it: UTF-8, no prefix, no entity but the five of XML, nothing in a
 * cell but its value, formula and plain text. Of anything else it says that it is {@link #isIrregular() irregular}; a parser of XML is
 * to read the sheet then. Of twelve cells a row, parsing takes several times as long as this.
 */
final class SheetBytes implements Closeable {

    /** Told of rows and their cells. */
    interface Cells {
        /** A row begins; its number as the sheet gives it, empty if it gives none, and whether the sheet hides it. */
        void begin(String number, boolean hidden);

        /**
         * A cell; an address or type that is not given is empty.
         *
         * @param formula whether the value is computed by a formula
         * @return whether more cells are wanted
         */
        boolean cell(String address, String type, String value, String inline, boolean formula) throws IOException;
    }

    private static final int FIRST_SIZE = 1 << 17;
    private static final int LARGEST = 1 << 23;
    private static final byte[] ROW_END = ascii("</row>");
    private static final byte[] DATA = ascii("<sheetData>");
    private static final byte[] DATA_END = ascii("</sheetData>");
    private static final byte[] CELL_END = ascii("</c>");
    private static final byte[] VALUE = ascii("<v>");
    private static final byte[] VALUE_END = ascii("</v>");
    private static final byte[] FORMULA = ascii("<f");
    private static final byte[] FORMULA_END = ascii("</f>");
    private static final byte[] INLINE = ascii("<is>");
    private static final byte[] INLINE_END = ascii("</is>");
    private static final byte[] TEXT_END = ascii("</t>");

    private static final byte[] HIDDEN = ascii("hidden");

    private final InputStream stream;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int at;
    private int limit;
    private boolean ended;
    private boolean irregular;
    private boolean begun;
    private String value = "";
    private String inline = "";
    private boolean formula;

    SheetBytes(InputStream stream) {
        this.stream = stream;
    }

    /** Whether something stood in the sheet that is not told here; nothing of the row asked for last counts. */
    boolean isIrregular() {
        return irregular;
    }

    /** Goes to the next row and tells its cells; false at the end, and where it is irregular. */
    boolean advance(Cells cells) throws IOException {
        if (!begun && !begin()) {
            return false;
        }
        skipBlanks();
        if (!fillToRowEnd()) {
            return false;
        }
        return readRow(cells);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    /** Goes behind the beginning of the rows. */
    private boolean begin() throws IOException {
        begun = true;
        fill();
        int data = indexOf(DATA, 0);
        boolean regular = data > 0
                && (startsWith(ascii("<?xml"), 0) || startsWith(ascii("<worksheet"), 0))
                && isPlainProlog(new String(bytes, 0, data, StandardCharsets.ISO_8859_1));
        if (!regular) {
            return refuse();
        }
        at = data + DATA.length;
        return true;
    }

    private static boolean isPlainProlog(String text) {
        int encoding = text.indexOf("encoding=");
        boolean utf8 = encoding < 0 || text.regionMatches(true, encoding + 10, "UTF-8", 0, 5);
        return utf8 && !text.contains("<!") && !text.contains("<row") && text.contains("<worksheet");
    }

    /** Takes care that the row is there as a whole; false at the end of the rows. */
    private boolean fillToRowEnd() throws IOException {
        int searched = at;
        while (true) {
            if (startsWith(DATA_END, at)) {
                return checkRest();
            }
            if (indexOf(ROW_END, searched) >= 0 || indexOf(DATA_END, searched) >= 0) {
                return true;
            }
            int behind = Math.max(0, limit - at - DATA_END.length);
            if (ended || limit - at >= LARGEST) {
                return refuse();
            }
            fill();
            searched = at + behind;
        }
    }

    /** What stands behind the rows is not read, but it must look like the end of a sheet. */
    private boolean checkRest() throws IOException {
        StringBuilder rest = new StringBuilder();
        while (limit > at) {
            rest.append(new String(bytes, at, limit - at, StandardCharsets.ISO_8859_1));
            if (rest.indexOf("<row") >= 0 || rest.indexOf("<!") >= 0) {
                return refuse();
            }
            rest.delete(0, Math.max(0, rest.length() - 64));
            at = limit;
            fill();
        }
        return rest.toString().strip().endsWith("</worksheet>") ? false : refuse();
    }

    private boolean readRow(Cells cells) throws IOException {
        Optional<Tag> row = tag("row");
        if (row.isEmpty()) {
            return refuse();
        }
        cells.begin(row.get().address(), row.get().hidden());
        if (row.get().empty()) {
            return true;
        }
        boolean wanted = true;
        while (true) {
            skipBlanks();
            if (startsWith(ROW_END, at)) {
                at += ROW_END.length;
                return true;
            }
            Optional<Tag> cell = tag("c");
            if (cell.isEmpty() || !(cell.get().empty() ? takeEmpty() : readCell())) {
                return refuse();
            }
            if (wanted) {
                wanted = cells.cell(cell.get().address(), cell.get().type(), value, inline, formula);
            }
        }
    }

    private boolean takeEmpty() {
        value = "";
        inline = "";
        formula = false;
        return true;
    }

    /** What stands in a cell; false if it is irregular. */
    private boolean readCell() {
        takeEmpty();
        boolean valued = false;
        boolean lined = false;
        while (true) {
            skipBlanks();
            if (startsWith(CELL_END, at)) {
                at += CELL_END.length;
                return true;
            }
            if (!valued && startsWith(VALUE, at)) {
                at += VALUE.length;
                Optional<String> text = text(VALUE_END);
                if (text.isEmpty()) {
                    return false;
                }
                value = text.get();
                valued = true;
            } else if (startsWith(FORMULA, at)) {
                Optional<Tag> computed = tag("f");
                if (computed.isEmpty() || (!computed.get().empty() && text(FORMULA_END).isEmpty())) {
                    return false;
                }
                formula = true;
            } else if (!lined && startsWith(INLINE, at)) {
                at += INLINE.length;
                skipBlanks();
                Optional<Tag> text = tag("t");
                Optional<String> read = text.isEmpty() ? Optional.empty() : text.get().empty() ? Optional.of("") : text(TEXT_END);
                skipBlanks();
                if (read.isEmpty() || !startsWith(INLINE_END, at)) {
                    return false;
                }
                at += INLINE_END.length;
                inline = read.get();
                lined = true;
            } else {
                return false;
            }
        }
    }

    /** The text up to a closing tag; empty if there is anything in it but characters and the five entities. */
    private Optional<String> text(byte[] closing) {
        int from = at;
        boolean plain = true;
        boolean entities = false;
        int place = at;
        for (; place < limit && bytes[place] != '<'; place++) {
            byte b = bytes[place];
            plain &= b >= 0;
            entities |= b == '&';
            if (b >= 0 && b < ' ' && b != '\n' && b != '\t') {
                return Optional.empty();
            }
        }
        if (place - from > SharedTexts.LONGEST || !startsWith(closing, place)) {
            return Optional.empty();
        }
        at = place + closing.length;
        if (!plain) {
            return decoded(from, place).flatMap(text -> text.indexOf('&') < 0 ? Optional.of(text) : withoutEntities(text));
        }
        String text = new String(bytes, from, place - from, StandardCharsets.ISO_8859_1);
        return entities ? withoutEntities(text) : Optional.of(text);
    }

    private Optional<String> decoded(int from, int to) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
            return text.indexOf('\uFFFE') >= 0 || text.indexOf('\uFFFF') >= 0 ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty(); // the parser says what is wrong
        }
    }

    private static Optional<String> withoutEntities(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        for (int and = text.indexOf('&'); and >= 0; and = text.indexOf('&', from)) {
            int semicolon = text.indexOf(';', and);
            String name = semicolon < 0 ? "" : text.substring(and + 1, semicolon);
            char character = switch (name) {
                case "amp" -> '&';
                case "lt" -> '<';
                case "gt" -> '>';
                case "quot" -> '"';
                case "apos" -> '\'';
                default -> 0;
            };
            if (character == 0) {
                return Optional.empty();
            }
            plain.append(text, from, and).append(character);
            from = semicolon + 1;
        }
        return Optional.of(plain.append(text, from, text.length()).toString());
    }

    /**
     * A tag that opens an element.
     *
     * @param address attribute {@code r}
     * @param type attribute {@code t}
     * @param hidden attribute {@code hidden}
     * @param empty whether it closes the element, too
     */
    private record Tag(String address, String type, boolean hidden, boolean empty) {}

    /** The tag that stands here; empty if it is another. */
    private Optional<Tag> tag(String name) {
        int place = at;
        if (place + name.length() + 1 >= limit || bytes[place++] != '<') {
            return Optional.empty();
        }
        for (int i = 0; i < name.length(); i++) {
            if (bytes[place++] != name.charAt(i)) {
                return Optional.empty();
            }
        }
        String address = "";
        String type = "";
        boolean hidden = false;
        while (place + 1 < limit) {
            byte b = bytes[place];
            if (b == '>') {
                at = place + 1;
                return Optional.of(new Tag(address, type, hidden, false));
            }
            if (b == '/') {
                at = place + 2;
                return bytes[place + 1] == '>' ? Optional.of(new Tag(address, type, hidden, true)) : Optional.empty();
            }
            if (b != ' ') {
                return Optional.empty();
            }
            int from = place + 1;
            place = from;
            while (place < limit && (bytes[place] == ':' || Character.isLetterOrDigit(bytes[place]))) {
                place++;
            }
            if (place == from || place + 1 >= limit || bytes[place] != '=' || bytes[place + 1] != '"') {
                return Optional.empty();
            }
            int length = place - from;
            int start = place + 2;
            int end = start;
            while (end < limit && bytes[end] != '"' && bytes[end] != '<' && bytes[end] != '&' && bytes[end] >= ' ') {
                end++;
            }
            if (end == limit || bytes[end] != '"') {
                return Optional.empty();
            }
            if (length == 1 && bytes[from] == 'r') {
                address = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
            } else if (length == 1 && bytes[from] == 't') {
                type = type(start, end);
            } else if (length == HIDDEN.length && Arrays.equals(bytes, from, place, HIDDEN, 0, length)) {
                hidden = isYes(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
            }
            place = end + 1;
        }
        return Optional.empty();
    }

    /** The two ways in which a worksheet writes yes. */
    static boolean isYes(String attribute) {
        return attribute.equals("1") || attribute.equals("true");
    }

    private String type(int from, int to) {
        if (to - from == 1) {
            return switch (bytes[from]) {
                case 's' -> "s";
                case 'n' -> "n";
                default -> new String(bytes, from, 1, StandardCharsets.ISO_8859_1);
            };
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private void skipBlanks() {
        while (at < limit && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
    }

    private boolean refuse() {
        irregular = true;
        return false;
    }

    private boolean startsWith(byte[] wanted, int from) {
        return from + wanted.length <= limit && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
    }

    private int indexOf(byte[] wanted, int from) {
        int last = limit - wanted.length;
        for (int place = from; place <= last; place++) {
            if (bytes[place] == '<' && bytes[place + 1] == wanted[1] && startsWith(wanted, place)) {
                return place;
            }
        }
        return -1;
    }

    /** Reads on behind what is left. */
    private void fill() throws IOException {
        if (at > 0) {
            System.arraycopy(bytes, at, bytes, 0, limit - at);
            limit -= at;
            at = 0;
        } else if (limit == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        while (limit < bytes.length && !ended) {
            int read = stream.read(bytes, limit, bytes.length - limit);
            ended = read < 0;
            limit += Math.max(0, read);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
