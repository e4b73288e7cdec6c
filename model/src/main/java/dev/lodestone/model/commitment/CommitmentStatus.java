package dev.lodestone.model.commitment;

/** How a commitment stands. Which figures lead to which status: {@code docs/METHODS.md}, Commitments. */
public enum CommitmentStatus {
    /** Kept, perhaps late; its reason says by how much and for how long. */
    MET("met", "Met"),
    /** Before its date: the pace seen is at least 95% of the pace needed, over the whole interval. */
    ON_TRACK("on-track", "On track"),
    /** Before its date: in the right direction, at less than 95% of the pace needed. */
    OFF_TRACK("off-track", "Off track"),
    /** Before its date: in the wrong direction. */
    MOVING_AWAY("moving-away", "Moving away"),
    /** Past its date and not kept. */
    MISSED("missed", "Missed"),
    /** Before its date, and no pace can be told. */
    OPEN("open", "Open"),
    /** Bounds reach into several of these, or value and weight disagree. */
    INDETERMINATE("indeterminate", "Indeterminate"),
    /** No public figure can say; the reason names what is missing. */
    NOT_TESTABLE("not-testable", "Not testable"),
    /** Past its date, and nothing is known of the outcome. */
    OUTCOME_UNKNOWN("outcome-unknown", "Outcome unknown");

    private final String code;
    private final String label;

    CommitmentStatus(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
