package dev.lodestone.report.view;

import dev.lodestone.report.chart.Drawing;
import java.util.Objects;

/**
 * A chart with all that makes it readable alone. Its text alternative and the figures behind it are the wide drawing's.
 *
 * @param id anchor
 * @param number label such as {@code Figure 1}; may be empty
 * @param title what the picture shows, as a sentence
 * @param subtitle what is drawn, with unit and years; may be empty
 * @param wide drawing for a page or a broad screen
 * @param narrow drawing for a phone; the same drawing if one fits both
 * @param source where the figures come from; may be empty
 */
public record Figure(String id, String number, String title, String subtitle, Drawing wide, Drawing narrow, Text source)
        implements Block {

    public Figure {
        id = Checks.id(id, "id");
        number = Checks.text(number, "number");
        title = Checks.filled(title, "title");
        subtitle = Checks.text(subtitle, "subtitle");
        Objects.requireNonNull(wide, "wide");
        Objects.requireNonNull(narrow, "narrow");
        Objects.requireNonNull(source, "source");
        if (wide.alt().isBlank()) {
            throw new IllegalArgumentException("figure '" + id + "' has a drawing without a text alternative");
        }
    }

    /** Whether a phone gets its own drawing. */
    public boolean hasNarrow() {
        return !wide.equals(narrow);
    }

    @Override
    public String kind() {
        return "figure";
    }
}
