package dev.lodestone.report.view;

import java.util.Objects;

/** A paragraph. */
public record Paragraph(Text text) implements Block {

    public Paragraph {
        Objects.requireNonNull(text, "text");
    }

    public static Paragraph of(String words) {
        return new Paragraph(Text.of(words));
    }

    @Override
    public String kind() {
        return "paragraph";
    }
}
