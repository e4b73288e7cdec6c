package dev.lodestone.report.view;

/** A heading inside a section, one level below the section's own. */
public record Heading(String id, String text) implements Block {

    public Heading {
        id = Checks.id(id, "id");
        text = Checks.filled(text, "text");
    }

    @Override
    public String kind() {
        return "heading";
    }
}
