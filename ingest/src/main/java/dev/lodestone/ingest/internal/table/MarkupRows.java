package dev.lodestone.ingest.internal.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows of the tables of an HTML page, or of an XML spreadsheet of 2003, both of which are served under the name of xls. Text outside
 * their cells is given as such: titles stand there. Nothing is run or fetched; entities are the named and numbered characters only.
 */
public final class MarkupRows implements RowSource {

    private static final int LONGEST_CELL = 1 << 16;
    private static final int LONGEST_TAG = 1 << 14;
    private static final int MOST_CELLS = 16_384;
    private static final int DEEPEST = 100;
    private static final Pattern SPAN = Pattern.compile("(?i)(?:colspan|ss:mergeacross)\\s*=\\s*[\"']?(\\d{1,4})");
    private static final Pattern INDEX = Pattern.compile("(?i)ss:index\\s*=\\s*[\"'](\\d{1,5})");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\\w{2,8});");
    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "ndash", "–", "mdash", "—", "eacute", "é", "euro", "€");

    private final Reader reader;
    private final Deque<List<String>> openRows = new ArrayDeque<>();
    private final Deque<Long> openLines = new ArrayDeque<>();
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
        int c = pushedBack >= 0 ? pushedBack : reader.read();
        if (pushedBack < 0 && c == '\n') {
            line++;
        }
        pushedBack = -1;
        return c;
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
            if (c == '>' && (!comment || tag.toString().endsWith("--"))) {
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
            comment |= tag.length() == 3 && tag.toString().equals("!--");
        }
        return comment ? "" : tag.toString();
    }

    private void tag(String tag) {
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

    private void startRow() {
        endBetween();
        // a row that begins inside an open row but outside its cells has lost the end of the one before
        if (openRows.size() > openCells.size() || openRows.size() >= DEEPEST) {
            endRow();
        }
        openRows.addFirst(new ArrayList<>());
        openLines.addFirst(line);
    }

    private void startCell(String tag) {
        if (openRows.isEmpty()) {
            return;
        }
        if (openCells.size() == openRows.size()) {
            endCell();
        }
        List<String> cells = openRows.peekFirst();
        Matcher index = INDEX.matcher(tag);
        if (index.find()) {
            pad(cells, Math.min(MOST_CELLS, Integer.parseInt(index.group(1)) - 1));
        }
        openCells.addFirst(new StringBuilder());
        Matcher span = SPAN.matcher(tag);
        spanned = span.find() ? Integer.parseInt(span.group(1)) - (tag.toLowerCase(Locale.ROOT).contains("colspan") ? 1 : 0) : 0;
    }

    private void endCell() {
        if (openRows.isEmpty() || openCells.size() < openRows.size()) {
            return;
        }
        List<String> cells = openRows.peekFirst();
        cells.add(plain(openCells.removeFirst().toString()));
        pad(cells, Math.min(MOST_CELLS, cells.size() + spanned));
        spanned = 0;
    }

    private static void pad(List<String> cells, int size) {
        if (cells.size() < size) {
            cells.addAll(Collections.nCopies(size - cells.size(), ""));
        }
    }

    private void endRow() {
        if (openRows.isEmpty()) {
            return;
        }
        endCell();
        List<String> cells = openRows.removeFirst();
        long begun = openLines.removeFirst();
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            ready.addLast(Row.ofPage(begun, Collections.unmodifiableList(cells)));
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
        String characters = text.indexOf('&') < 0 ? text : ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
        return characters.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
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
