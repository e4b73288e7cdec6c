package dev.lodestone.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Running text, built up run by run: {@code Text.of("China sold ").explained("82.4%", "chn-share").and(" of them.")}. Words are
 * words: markup inside them is shown, never obeyed.
 */
public record Text(List<Run> runs) {

    private static final Pattern INDEX = Pattern.compile("_(?:\\{([^{}]+)\\}|([\\p{L}\\p{Nd}]+))");

    private static final Text EMPTY = new Text(List.of());

    public Text {
        runs = Checks.list(runs, "runs");
    }

    public static Text empty() {
        return EMPTY;
    }

    public static Text of(String words) {
        return words.isEmpty() ? EMPTY : new Text(List.of(new Run.Plain(words)));
    }

    /** A formula as it is typed: {@code s_i} and {@code y_{T+5}} get their index set lower. */
    public static Text formula(String typed) {
        Text text = EMPTY;
        int at = 0;
        Matcher index = INDEX.matcher(typed);
        while (index.find()) {
            text = text.and(typed.substring(at, index.start())).with(new Run.Subscript(index.group(1) != null ? index.group(1) : index.group(2)));
            at = index.end();
        }
        return text.and(typed.substring(at));
    }

    public Text and(String words) {
        return words.isEmpty() ? this : with(new Run.Plain(words));
    }

    public Text and(Text more) {
        List<Run> all = new ArrayList<>(runs);
        all.addAll(more.runs);
        return new Text(all);
    }

    public Text strong(String words) {
        return with(new Run.Strong(words));
    }

    public Text emphasis(String words) {
        return with(new Run.Emphasis(words));
    }

    /** Words in another language, given by its BCP 47 tag. */
    public Text foreign(String words, String lang) {
        return with(new Run.Foreign(words, lang));
    }

    /** A link; an address that no page may follow is printed behind the label instead of linked. */
    public Text link(String label, String href) {
        if (Href.isSafe(href) && !label.isBlank()) {
            return with(new Run.Link(label, href));
        }
        if (href.isBlank()) {
            return and(label);
        }
        return and(label.isBlank() ? href : label + " (" + href + ")");
    }

    /** A number that leads to how it was made; without an explanation it is plain. */
    public Text explained(String number, String explainId) {
        return explainId.isEmpty() ? and(number) : with(new Run.Explained(number, explainId));
    }

    public Text note(String noteId) {
        return with(new Run.NoteRef(noteId));
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /** The words alone. */
    public String plain() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    private Text with(Run run) {
        List<Run> all = new ArrayList<>(runs.size() + 1);
        all.addAll(runs);
        all.add(run);
        return new Text(all);
    }
}
