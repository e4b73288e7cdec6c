package dev.lodestone.report.view;

import java.util.List;

/**
 * A part of a page under its own heading.
 *
 * @param id anchor
 * @param heading what it finds, as a sentence where it can be
 * @param blocks what it holds; a section without blocks is left out
 */
public record Section(String id, String heading, List<Block> blocks) {

    public Section {
        id = Checks.id(id, "id");
        heading = Checks.filled(heading, "heading");
        blocks = Checks.list(blocks, "blocks");
    }
}
