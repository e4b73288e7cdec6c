package dev.lodestone.ingest.internal.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows of the tables of an HTML page, or of an XML spreadsheet of 2003, both of which are served under the name of xls. Text outside
 * their cells is given as such: titles stand there. Nothing is run or fetched; entities are the named and numbered characters only. A cell
 * that spans rows stands in each of them; one that spans columns in the first. Every character costs the same, whatever it stands in.
 */
public final class MarkupRows implements RowSource {

    private static final int LONGEST_CELL = 1 << 16;
    private static final int LONGEST_TAG = 1 << 14;
    private static final int MOST_CELLS = 16_384;
    private static final int DEEPEST = 100;

    /** Cells that a page may leave to spans: tables have some for titles and groups, a page made to exhaust its reader has millions. */
    private static final int MOST_SPANNED = 1 << 20;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern ROW_SPAN = Pattern.compile("(?i)(?:rowspan|ss:mergedown)\\s*=\\s*[\"']?(\\d{1,5})");
    private static final Pattern SPAN = Pattern.compile("(?i)(?:colspan|ss:mergeacross)\\s*=\\s*[\"']?(\\d{1,4})");
    private static final Pattern INDEX = Pattern.compile("(?i)ss:index\\s*=\\s*[\"'](\\d{1,5})");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\\w{2,8});");
    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "ndash", "–", "mdash", "—", "eacute", "é", "euro", "€");

    /** A cell that goes on in the rows below. */
    private static final class Below {
        private final String text;
        private int rows;

        private Below(String text, int rows) {
            this.text = text;
            this.rows = rows;
        }
    }

    private final Reader reader;
    private final char[] read = new char[1 << 13];
    private int readAt;
    private int readTo;
    private final Map<Integer, Map<Integer, Below>> below = new HashMap<>();
    private int spannedCells;
    private int spannedRows;
    private final Deque<List<String>> openRows = new ArrayDeque<>();
    private final Deque<Long> openLines = new ArrayDeque<>();
    private final Deque<BitSet> openAbove = new ArrayDeque<>();
    private final Deque<StringBuilder> openCells = new ArrayDeque<>();
    private final Deque<Row> ready = new ArrayDeque<>();
    private final StringBuilder between = new StringBuilder();
    private long line = 1;
    private long betweenLine = 1;
    private String hidden = "";
    private int pushedBack = -1;
    private int spanned;
    private Row row;

    public MarkupRows(Reader reader) {
        this.reader = reader;
    }

    @Override
    public boolean advance() throws IOException {
        while (ready.isEmpty()) {
            int c = next();
            if (c < 0) {
                while (!openRows.isEmpty()) {
                    endRow();
                }
                endBetween();
                break;
            }
            if (c == '<') {
                tag(readTag());
            } else if (hidden.isEmpty()) {
                text((char) c);
            }
        }
        row = ready.pollFirst();
        return row != null;
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private int next() throws IOException {
        int c = pushedBack >= 0 ? pushedBack : nextOfReader();
        if (pushedBack < 0 && c == '\n') {
            line++;
        }
        pushedBack = -1;
        return c;
    }

    private int nextOfReader() throws IOException {
        if (readAt == readTo) {
            readTo = Math.max(0, reader.read(read));
            readAt = 0;
            if (readTo == 0) {
                return -1;
            }
        }
        return read[readAt++];
    }

    private void text(char c) {
        StringBuilder target = openCells.isEmpty() ? between : openCells.peekFirst();
        if (openCells.isEmpty() && between.isEmpty()) {
            betweenLine = line;
        }
        if (target.length() < LONGEST_CELL) {
            target.append(c);
        }
    }

    /** The tag without its brackets; of a comment nothing. */
    private String readTag() throws IOException {
        StringBuilder tag = new StringBuilder();
        boolean comment = false;
        for (int c = next(); c >= 0; c = next()) {
            if (c == '>' && (!comment || endsComment(tag))) {
                break;
            }
            if (c == '<' && !comment) {
                pushedBack = c; // a bracket that opened nothing
                break;
            }
            if (tag.length() < LONGEST_TAG) {
                tag.append((char) c);
            } else if (comment) {
                tag.delete(3, tag.length() - 2).append((char) c);
            }
            comment |= tag.length() == 3 && tag.charAt(0) == '!' && tag.charAt(1) == '-' && tag.charAt(2) == '-';
        }
        return comment ? "" : tag.toString();
    }

    private static boolean endsComment(StringBuilder tag) {
        int length = tag.length();
        return length > 3 && tag.charAt(length - 1) == '-' && tag.charAt(length - 2) == '-';
    }

    private void tag(String tag) throws IOException {
        boolean end = tag.startsWith("/");
        String name = name(end ? tag.substring(1) : tag);
        if (!hidden.isEmpty()) {
            if (end && name.equals(hidden)) {
                hidden = "";
            }
            return;
        }
        switch (name) {
            case "script", "style" -> hidden = end || tag.endsWith("/") ? "" : name;
            case "tr", "row" -> {
                if (end) {
                    endRow();
                } else {
                    startRow();
                }
            }
            case "td", "th", "cell" -> {
                if (end) {
                    endCell();
                } else {
                    startCell(tag);
                }
            }
            case "table", "br", "p", "div", "h1", "h2", "h3", "h4", "li", "title", "caption" -> {
                if (name.equals("table")) {
                    below.remove(openRows.size() + 1);
                }
                if (openCells.isEmpty()) {
                    endBetween();
                } else {
                    text(' ');
                }
            }
            default -> { }
        }
    }

    private static String name(String tag) {
        int end = 0;
        while (end < tag.length() && (Character.isLetterOrDigit(tag.charAt(end)) || tag.charAt(end) == ':')) {
            end++;
        }
        String name = tag.substring(0, end).toLowerCase(Locale.ROOT);
        return name.startsWith("ss:") ? name.substring(3) : name;
    }

    private void startRow() throws IOException {
        endBetween();
        // a row that begins inside an open row but outside its cells has lost the end of the one before
        if (openRows.size() > openCells.size() || openRows.size() >= DEEPEST) {
            endRow();
        }
        openRows.addFirst(new ArrayList<>());
        openLines.addFirst(line);
        openAbove.addFirst(new BitSet(0));
    }

    private void startCell(String tag) throws IOException {
        if (openRows.isEmpty()) {
            return;
        }
        if (openCells.size() == openRows.size()) {
            endCell();
        }
        openCells.addFirst(new StringBuilder());
        spanned = 0;
        spannedRows = 0;
        if (tag.indexOf('=') < 0) {
            takeFromAbove(openRows.peekFirst());
            return;
        }
        List<String> cells = openRows.peekFirst();
        Matcher index = INDEX.matcher(tag);
        if (index.find()) {
            pad(cells, Integer.parseInt(index.group(1)) - 1);
        }
        takeFromAbove(cells);
        Matcher span = SPAN.matcher(tag);
        if (span.find()) {
            // of columns beside each other HTML counts all, XML those after the first
            spanned = Math.max(0, Integer.parseInt(span.group(1)) - (isHtml(span) ? 1 : 0));
        }
        Matcher rows = ROW_SPAN.matcher(tag);
        if (rows.find()) {
            spannedRows = Math.max(0, Integer.parseInt(rows.group(1)) - (isHtml(rows) ? 1 : 0));
        }
    }

    private static boolean isHtml(Matcher span) {
        return Character.toLowerCase(span.group().charAt(0)) != 's';
    }

    /** Cells of rows above that go on here. */
    private void takeFromAbove(List<String> cells) throws IOException {
        Map<Integer, Below> from = below.getOrDefault(openRows.size(), Map.of());
        for (Below cell = from.get(cells.size()); cell != null; cell = from.get(cells.size())) {
            int column = cells.size();
            count(1);
            cells.add(cell.text);
            openAbove.getFirst().set(column);
            cell.rows--;
            if (cell.rows == 0) {
                from.remove(column);
            }
        }
    }

    private void endCell() throws IOException {
        if (openRows.isEmpty() || openCells.size() < openRows.size()) {
            return;
        }
        List<String> cells = openRows.peekFirst();
        String text = plain(openCells.removeFirst().toString());
        if (spannedRows > 0) {
            Map<Integer, Below> here = below.computeIfAbsent(openRows.size(), depth -> new HashMap<>());
            for (int column = cells.size(); column <= Math.min(MOST_CELLS, cells.size() + spanned); column++) {
                count(1);
                here.put(column, new Below(column == cells.size() ? text : "", spannedRows));
            }
        }
        add(cells, text);
        pad(cells, cells.size() + spanned);
        spanned = 0;
        spannedRows = 0;
    }

    private static void add(List<String> cells, String text) throws IOException {
        if (cells.size() >= MOST_CELLS) {
            throw new IOException("a row of it has more than " + MOST_CELLS + " cells");
        }
        cells.add(text);
    }

    private void pad(List<String> cells, int size) throws IOException {
        int wanted = Math.min(MOST_CELLS, size) - cells.size();
        if (wanted > 0) {
            count(wanted);
            cells.addAll(Collections.nCopies(wanted, ""));
        }
    }

    private void count(int cells) throws IOException {
        spannedCells += cells;
        if (spannedCells > MOST_SPANNED) {
            throw new IOException("its cells span more than " + MOST_SPANNED + " others");
        }
    }

    private void endRow() throws IOException {
        if (openRows.isEmpty()) {
            return;
        }
        endCell();
        takeFromAbove(openRows.peekFirst());
        below.remove(openRows.size() + 1);
        List<String> cells = openRows.removeFirst();
        long begun = openLines.removeFirst();
        BitSet above = openAbove.removeFirst();
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            ready.addLast(Row.ofPage(begun, Collections.unmodifiableList(cells), above));
        }
    }

    private void endBetween() {
        if (openCells.isEmpty()) {
            String text = plain(between.toString());
            between.setLength(0);
            if (!text.isEmpty()) {
                ready.addLast(Row.ofPageText(betweenLine, text));
            }
        }
    }

    private static String plain(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String characters = text.indexOf('&') < 0 ? text : ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
        return BLANKS.matcher(characters.replace('\u00a0', ' ')).replaceAll(" ").strip();
    }

    private static String character(MatchResult entity) {
        String name = entity.group(1);
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, entity.group());
        }
        boolean hexadecimal = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        int code = hexadecimal ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(code) ? Character.toString(code) : entity.group();
    }
}
