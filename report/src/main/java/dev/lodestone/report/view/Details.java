package dev.lodestone.report.view;

import java.util.List;

/** Blocks folded away behind a line; on paper they stand open. */
public record Details(String summary, List<Block> blocks) implements Block {

    public Details {
        summary = Checks.filled(summary, "summary");
        blocks = Checks.list(blocks, "blocks");
    }

    @Override
    public String kind() {
        return "details";
    }
}
