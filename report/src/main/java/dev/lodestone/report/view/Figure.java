package dev.lodestone.report.view;

import dev.lodestone.report.chart.Drawing;
import java.util.List;
import java.util.Objects;

/**
 * A chart with all that makes it readable alone. Its text alternative and the figures behind it are the wide drawing's.
 *
 * @param id anchor
 * @param number label such as {@code Figure 1}; may be empty
 * @param title what the picture shows, as a sentence
 * @param subtitle what is drawn, with unit and years; may be empty
 * @param wide drawing for a broad screen, {@code Frame.desktop()}
 * @param narrow drawing for a phone, {@code Frame.phone()}; the same drawing if one fits both
 * @param paper drawing for paper, at the size it is printed: {@code Frame.page()}, or narrower inside {@link Columns}
 * @param source where the figures come from; may be empty
 */
public record Figure(
        String id, String number, String title, String subtitle, Drawing wide, Drawing narrow, Drawing paper, Text source)
        implements Block {

    public Figure {
        id = Checks.id(id, "id");
        number = Checks.text(number, "number");
        title = Checks.filled(title, "title");
        subtitle = Checks.text(subtitle, "subtitle");
        Objects.requireNonNull(wide, "wide");
        Objects.requireNonNull(narrow, "narrow");
        Objects.requireNonNull(paper, "paper");
        Objects.requireNonNull(source, "source");
        for (Drawing drawing : List.of(wide, narrow, paper)) {
            if (drawing.alt().isBlank()) {
                throw new IllegalArgumentException("figure '" + id + "' has a drawing without a text alternative");
            }
        }
    }

    /** A figure whose wide drawing also goes to paper. */
    public Figure(String id, String number, String title, String subtitle, Drawing wide, Drawing narrow, Text source) {
        this(id, number, title, subtitle, wide, narrow, wide, source);
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
