package dev.lodestone.ingest.internal.draft;

import dev.lodestone.ingest.LayoutDraft.Confidence;
import dev.lodestone.ingest.LayoutDraft.Guess;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The layout file as it grows: lines of YAML, each guess with its reason above it, each question as a comment. */
final class DraftPage {

    private static final int WIDTH = 100;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*( [A-Za-z0-9_-]+)*");

    private final List<String> lines = new ArrayList<>();
    private final List<Guess> guesses = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private final List<String> openFields = new ArrayList<>();

    void line(String text) {
        lines.add(text);
    }

    /** A line of YAML that was guessed. */
    void guess(String indent, String field, String yaml, Confidence confidence, String reason) {
        guesses.add(new Guess(field, yaml, confidence, reason));
        comment(indent, confidence.word() + ": " + reason);
        lines.add(indent + field + ": " + yaml);
    }

    /**
     * Something that could not be told.
     *
     * @param field the layout's key that waits for an answer
     * @param needed whether nothing can be read without an answer
     * @param question what is asked
     * @param choices lines of YAML to choose from, as comments
     */
    void question(String indent, String field, boolean needed, String question, List<String> choices) {
        questions.add(field + ": " + question);
        if (needed) {
            openFields.add(field);
        }
        comment(indent, "QUESTION: " + question);
        choices.forEach(choice -> lines.add(indent + "# " + choice));
    }

    void comment(String indent, String text) {
        StringBuilder line = new StringBuilder(indent + "#");
        for (String word : oneLine(text).split(" ")) {
            if (line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent + "#  ");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
    }

    List<Guess> guesses() {
        return guesses;
    }

    List<String> questions() {
        return questions;
    }

    /** Keys without which nothing can be read. */
    List<String> openFields() {
        return openFields;
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** A text as YAML reads it back, whatever it holds. */
    static String quoted(String text) {
        boolean word = List.of("yes", "no", "true", "false", "null", "on", "off").contains(text.toLowerCase(java.util.Locale.ROOT));
        if (!word && PLAIN.matcher(text).matches()) {
            return text;
        }
        boolean control = text.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
                || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF);
        if (!control) {
            return "'" + text.replace("'", "''") + "'";
        }
        StringBuilder escaped = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                escaped.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.append('"').toString();
    }

    static String list(Collection<String> texts) {
        return texts.stream().map(DraftPage::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    static String map(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Someone's text as it may stand in a comment. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\ufeff\\ufffe\\uffff]", " ").replaceAll(" +", " ").strip();
    }
}
