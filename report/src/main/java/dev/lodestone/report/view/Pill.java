package dev.lodestone.report.view;

import java.util.Objects;

/**
 * A status in a word or two, with a shape before it so that it reads without colour.
 *
 * @param label the status word
 * @param tone colour
 * @param mark shape
 */
public record Pill(String label, Tone tone, Mark mark) {

    /** The shape before the word. */
    public enum Mark {
        /** Filled disc: done. */
        DISC,
        /** Empty ring: not due yet. */
        RING,
        /** Triangle up: on the way. */
        UP,
        /** Triangle down: the wrong way. */
        DOWN,
        /** Filled square: failed. */
        SQUARE,
        /** Empty square: nobody knows. */
        BOX,
        /** Lozenge: between two answers. */
        LOZENGE,
        /** Short bar: no answer possible. */
        BAR;

        /** Lower-case name, as style sheets use it. */
        public String css() {
            return switch (this) {
                case DISC -> "disc";
                case RING -> "ring";
                case UP -> "up";
                case DOWN -> "down";
                case SQUARE -> "square";
                case BOX -> "box";
                case LOZENGE -> "lozenge";
                case BAR -> "bar";
            };
        }
    }

    public Pill {
        label = Checks.filled(label, "label");
        Objects.requireNonNull(tone, "tone");
        Objects.requireNonNull(mark, "mark");
    }

    /** A pill whose shape follows its tone. */
    public static Pill of(String label, Tone tone) {
        return new Pill(
                label,
                tone,
                switch (tone) {
                    case GOOD -> Mark.DISC;
                    case WARN -> Mark.LOZENGE;
                    case BAD -> Mark.SQUARE;
                    case NEUTRAL -> Mark.RING;
                });
    }

    /**
     * The pill of a commitment's status.
     *
     * @param status status word of the public contract, such as {@code on-track}
     * @param label what the reader sees
     */
    public static Pill ofStatus(String status, String label) {
        return switch (status) {
            case "met" -> new Pill(label, Tone.GOOD, Mark.DISC);
            case "on-track" -> new Pill(label, Tone.GOOD, Mark.UP);
            case "off-track" -> new Pill(label, Tone.WARN, Mark.DOWN);
            case "moving-away" -> new Pill(label, Tone.BAD, Mark.DOWN);
            case "missed" -> new Pill(label, Tone.BAD, Mark.SQUARE);
            case "open" -> new Pill(label, Tone.NEUTRAL, Mark.RING);
            case "indeterminate" -> new Pill(label, Tone.WARN, Mark.LOZENGE);
            case "not-testable" -> new Pill(label, Tone.NEUTRAL, Mark.BAR);
            case "outcome-unknown" -> new Pill(label, Tone.NEUTRAL, Mark.BOX);
            default -> throw new IllegalArgumentException("no such commitment status: '" + status + "'");
        };
    }
}
