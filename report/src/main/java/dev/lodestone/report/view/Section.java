package dev.lodestone.report.view;

import java.util.List;
import java.util.Objects;

/**
 * A part of a page under its own heading.
 *
 * @param id anchor
 * @param heading what it finds, as a sentence where it can be
 * @param blocks what it holds; a section without blocks is left out
 * @param place whether it is to be read or to be looked up
 */
public record Section(String id, String heading, List<Block> blocks, Place place) {

    /** Where a section stands. */
    public enum Place {
        /** What the reader came for. */
        MAIN,
        /** Reference, after the rest: full tables, fine print. */
        ANNEX
    }

    /** A section to be read. */
    public Section(String id, String heading, List<Block> blocks) {
        this(id, heading, blocks, Place.MAIN);
    }

    /** A section to be looked up. */
    public static Section annex(String id, String heading, List<Block> blocks) {
        return new Section(id, heading, blocks, Place.ANNEX);
    }

    /** For templates, which cannot compare constants. */
    public boolean inAnnex() {
        return place == Place.ANNEX;
    }

    public Section {
        Objects.requireNonNull(place, "place");
        id = Checks.id(id, "id");
        heading = Checks.filled(heading, "heading");
        blocks = Checks.list(blocks, "blocks");
    }
}
