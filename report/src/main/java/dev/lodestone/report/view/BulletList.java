package dev.lodestone.report.view;

import java.util.List;

/** Points without order. */
public record BulletList(List<Text> items) implements Block {

    public BulletList {
        items = Checks.list(items, "items");
    }

    @Override
    public String kind() {
        return "bullets";
    }
}
