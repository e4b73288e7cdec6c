package dev.lodestone.report.view;

/** How a figure bears on the reader. It chooses a colour; the words beside it say the same. */
public enum Tone {
    GOOD,
    WARN,
    BAD,
    NEUTRAL;

    /** Lower-case name, as style sheets use it. */
    public String css() {
        return switch (this) {
            case GOOD -> "good";
            case WARN -> "warn";
            case BAD -> "bad";
            case NEUTRAL -> "neutral";
        };
    }
}
