package dev.lodestone.ingest.register;

import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Severity;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.trade.Economy;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * One row, read cell by cell. A cell that breaks its rule becomes an issue that names it; the reading of the other cells goes on, so that
 * one run tells everything wrong with the row. What a method returns for a broken cell is a stand-in: a row that is not sound is not used.
 */
final class Row {

    /** Takes an issue, told whether the row is set aside by it: by the first that rejects it. */
    interface Problems {
        void accept(Issue issue, boolean setsAside);
    }

    static final String SEPARATOR = "|";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]+(-[A-Za-z0-9]+)*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Map<String, Boolean> YES_NO = Map.of("yes", true, "no", false);

    private final String file;
    private final long line;
    private final long record;
    private final String[] cells;
    private final Map<String, Integer> columns;
    private final Problems problems;
    private boolean sound = true;

    Row(String file, long line, long record, String[] cells, Map<String, Integer> columns, Problems problems) {
        this.file = file;
        this.line = line;
        this.record = record;
        this.cells = cells.clone();
        this.columns = columns;
        this.problems = problems;
    }

    boolean isSound() {
        return sound;
    }

    long line() {
        return line;
    }

    String file() {
        return file;
    }

    /** File and line. */
    String where() {
        return file + ":" + line;
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Says that a cell is wrong, with the text found in it. */
    void reject(RegisterIssue code, String column, String expected) {
        reject(code, column, column.isEmpty() ? "" : text(column), expected);
    }

    void reject(RegisterIssue code, String column, String found, String expected) {
        Issue issue = new Issue(
                code.code(), Severity.ERROR, file, "", line, record, column, "", found, expected, "row set aside");
        problems.accept(issue, sound);
        sound = false;
    }

    /** Says that a cell is doubtful, of a row that is used all the same. */
    void warn(RegisterIssue code, String column, String expected, String action) {
        problems.accept(new Issue(code.code(), Severity.WARNING, file, "", line, record, column, "", text(column), expected, action), false);
    }

    /** The cell without blanks around it; empty when blank, or where the header leaves the column out. */
    String text(String column) {
        Integer at = columns.get(column);
        return at == null ? "" : cells[at].strip();
    }

    String required(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            reject(RegisterIssue.BLANK, column, "a text");
        }
        return text;
    }

    /** A stable id: letters and digits in groups joined by hyphens. */
    String id(String column) {
        String text = required(column);
        if (!text.isEmpty() && !isId(text)) {
            reject(RegisterIssue.BAD_CODE, column, "letters and digits joined by hyphens");
        }
        return text;
    }

    /** Parts separated by {@code |}, each without blanks around it; a blank cell is an empty list. */
    List<String> list(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        for (String part : text.split(Pattern.quote(SEPARATOR), -1)) {
            String stripped = part.strip();
            if (stripped.isEmpty() || parts.contains(stripped)) {
                reject(RegisterIssue.BAD_CODE, column, "parts separated by |, none blank, none twice");
                return List.of();
            }
            parts.add(stripped);
        }
        return parts;
    }

    Optional<LocalDate> date(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text, DAY);
            if (day.getYear() >= 1900 && day.getYear() <= 2199) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException e) {
            // Told below, with the cell's text.
        }
        reject(RegisterIssue.BAD_DATE, column, "a day from 1900 to 2199 such as 2026-11-21");
        return Optional.empty();
    }

    LocalDate requiredDate(String column, LocalDate standIn) {
        required(column);
        return date(column).orElse(standIn);
    }

    OptionalDouble number(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!NUMBER.matcher(text).matches()) {
            reject(RegisterIssue.BAD_NUMBER, column, "a plain number such as 0.65, without grouping, unit or exponent");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(text));
    }

    OptionalDouble notNegative(String column) {
        OptionalDouble number = number(column);
        if (number.isPresent() && number.getAsDouble() < 0) {
            reject(RegisterIssue.OUT_OF_RANGE, column, "zero or more");
        }
        return number;
    }

    int wholeNumber(String column, int least, int most, int whenBlank) {
        String text = text(column);
        if (text.isEmpty()) {
            return whenBlank;
        }
        OptionalDouble number = number(column);
        if (number.isEmpty()) {
            return whenBlank;
        }
        double value = number.getAsDouble();
        if (value != Math.rint(value)) {
            reject(RegisterIssue.BAD_NUMBER, column, "a whole number");
        } else if (value < least || value > most) {
            reject(RegisterIssue.OUT_OF_RANGE, column, "from " + least + " to " + most);
        } else {
            return (int) value;
        }
        return whenBlank;
    }

    boolean yesNo(String column) {
        wanted(column, YES_NO);
        return word(column, YES_NO).orElse(false);
    }

    /** One of the words; empty when the cell is blank or wrong. */
    <T> Optional<T> word(String column, Map<String, T> words) {
        String text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!words.containsKey(text)) {
            reject(RegisterIssue.BAD_WORD, column, oneOf(words));
            return Optional.empty();
        }
        return Optional.of(words.get(text));
    }

    <T> Optional<T> requiredWord(String column, Map<String, T> words) {
        wanted(column, words);
        return word(column, words);
    }

    private <T> void wanted(String column, Map<String, T> words) {
        if (text(column).isEmpty()) {
            reject(RegisterIssue.BLANK, column, oneOf(words));
        }
    }

    private static <T> String oneOf(Map<String, T> words) {
        return "one of " + String.join(", ", words.keySet().stream().sorted().toList());
    }

    Optional<Confidence> confidence() {
        Map<String, Confidence> words = new LinkedHashMap<>();
        for (Confidence c : Confidence.values()) {
            words.put(c.code(), c);
        }
        return requiredWord("confidence", words);
    }

    /** A well-formed economy code; whether economies.csv lists it is another question. */
    Optional<Economy> economyCode(String column) {
        String text = required(column);
        Optional<Economy> economy = Economy.find(text);
        if (economy.isEmpty() && !text.isEmpty()) {
            reject(RegisterIssue.BAD_CODE, column, "an economy code of three characters such as JPN");
        }
        return economy;
    }

    String url(String column) {
        String text = text(column);
        if (!text.isEmpty() && !isAddress(text)) {
            reject(RegisterIssue.BAD_URL, column, "a complete address beginning with http:// or https://");
        }
        return text;
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
