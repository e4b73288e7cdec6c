package dev.lodestone.report.view;

import java.util.Objects;

/**
 * A note or source at the end of the page; its number is its place in the list.
 *
 * @param id what {@link Text#note} refers to
 * @param text the note
 */
public record Note(String id, Text text) {

    public Note {
        id = Checks.id(id, "id");
        Objects.requireNonNull(text, "text");
    }
}
