package dev.lodestone.report.view;

import java.util.List;
import java.util.Objects;

/**
 * Words set apart from the running text.
 *
 * @param purpose why they are set apart
 * @param title what they are about
 * @param text the words, a paragraph each
 */
public record Callout(Purpose purpose, String title, List<Text> text) implements Block {

    /** Why words are set apart. */
    public enum Purpose {
        /** What the figures cannot show. */
        CAVEAT,
        /** A line to compare with that is not the ally's own commitment. */
        YARDSTICK,
        /** Something good to know. */
        NOTE;

        public String css() {
            return switch (this) {
                case CAVEAT -> "caveat";
                case YARDSTICK -> "yardstick";
                case NOTE -> "note";
            };
        }
    }

    public Callout {
        Objects.requireNonNull(purpose, "purpose");
        title = Checks.filled(title, "title");
        text = Checks.list(text, "text");
    }

    @Override
    public String kind() {
        return "callout";
    }
}
