package dev.lodestone.model.commitment;

/** How a commitment stands. */
public enum CommitmentStatus {
    MET("met", "Met"),
    ON_TRACK("on-track", "On track"),
    OFF_TRACK("off-track", "Off track"),
    MOVING_AWAY("moving-away", "Moving away"),
    MISSED("missed", "Missed"),
    OPEN("open", "Open"),
    INDETERMINATE("indeterminate", "Indeterminate"),
    NOT_TESTABLE("not-testable", "Not testable"),
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
