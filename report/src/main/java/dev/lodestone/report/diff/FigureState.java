package dev.lodestone.report.diff;

/**
 * A figure as an edition tells it, in the form of its table.
 *
 * @param value the value; empty without one
 * @param low lower bound; empty without one
 * @param high upper bound; empty without one
 * @param unit unit
 * @param status {@code ok}, {@code bounded} or {@code not-computable}
 * @param reason why
 */
public record FigureState(String value, String low, String high, String unit, String status, String reason) {

    /** Whether there is a value or a bound. */
    public boolean isComputed() {
        return !status.equals("not-computable");
    }

    /** Whether both tell the same, whatever words they give as reason. */
    public boolean tellsTheSameAs(FigureState other) {
        return value.equals(other.value)
                && low.equals(other.low)
                && high.equals(other.high)
                && unit.equals(other.unit)
                && status.equals(other.status);
    }
}
