package dev.lodestone.report.view;

import java.util.List;
import java.util.Objects;

/** Two columns side by side where there is room, one below the other on a phone. */
public record Columns(List<Block> left, List<Block> right, Split split) implements Block {

    /** How the width is shared. */
    public enum Split {
        EVEN,
        /** The left column is the narrower: words beside a picture. */
        NARROW_LEFT;

        public String css() {
            return this == EVEN ? "even" : "narrow-left";
        }
    }

    public Columns {
        left = Checks.list(left, "left");
        right = Checks.list(right, "right");
        Objects.requireNonNull(split, "split");
    }

    @Override
    public String kind() {
        return "columns";
    }
}
