package dev.lodestone.report.view;

import java.util.List;
import java.util.Objects;

/**
 * The commitments board: who promised what, and where it stands.
 *
 * @param id anchor
 * @param caption what it lists, with the date
 * @param rows one a commitment
 * @param footnotes remarks below it
 * @param detail how much room a row takes on paper
 */
public record Board(String id, String caption, List<Row> rows, List<Text> footnotes, Detail detail) implements Block {

    /** How much room a row takes on paper. */
    public enum Detail {
        /** Status and gauge beside each commitment. */
        FULL,
        /** For a list whose caption tells the status of all: who, what and when, the rest in small type. */
        BRIEF
    }

    /** A board in full. */
    public Board(String id, String caption, List<Row> rows, List<Text> footnotes) {
        this(id, caption, rows, footnotes, Detail.FULL);
    }

    /**
     * A commitment.
     *
     * @param id anchor, usually the commitment's own id
     * @param party who promised
     * @param promise what was promised
     * @param status where it stands
     * @param gauges measured against threshold: none or one
     * @param due by when; empty without a date
     * @param reason why it stands there; may be empty
     * @param change what would change the verdict; may be empty
     * @param source the instrument, usually as a link
     */
    public record Row(
            String id, String party, Text promise, Pill status, List<Gauge> gauges, String due, Text reason, Text change, Text source) {

        public Row {
            id = Checks.id(id, "id");
            party = Checks.filled(party, "party");
            Objects.requireNonNull(promise, "promise");
            Objects.requireNonNull(status, "status");
            gauges = Checks.list(gauges, "gauges");
            due = Checks.text(due, "due");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(source, "source");
            if (gauges.size() > 1) {
                throw new IllegalArgumentException("commitment '" + id + "' has " + gauges.size() + " gauges, at most one is shown");
            }
        }
    }

    /**
     * A measured value on a scale with its threshold.
     *
     * @param measured where the value stands, as a fraction of the scale
     * @param low lower bound, as a fraction of the scale
     * @param high upper bound, as a fraction of the scale
     * @param threshold where the threshold stands, as a fraction of the scale
     * @param measuredLabel the value in words, with its year
     * @param thresholdLabel the threshold in words, such as {@code at most 65%}
     * @param tone on which side it stands
     * @param explainId the explanation of the value; may be empty
     */
    public record Gauge(
            double measured,
            double low,
            double high,
            double threshold,
            String measuredLabel,
            String thresholdLabel,
            Tone tone,
            String explainId) {

        public Gauge {
            Checks.fraction(measured, "measured");
            Checks.fraction(low, "low");
            Checks.fraction(high, "high");
            Checks.fraction(threshold, "threshold");
            if (low > high) {
                throw new IllegalArgumentException("low " + low + " lies above high " + high);
            }
            measuredLabel = Checks.filled(measuredLabel, "measuredLabel");
            thresholdLabel = Checks.filled(thresholdLabel, "thresholdLabel");
            Objects.requireNonNull(tone, "tone");
            explainId = Checks.optionalId(explainId, "explainId");
        }
    }

    public Board {
        id = Checks.id(id, "id");
        caption = Checks.filled(caption, "caption");
        rows = Checks.list(rows, "rows");
        footnotes = Checks.list(footnotes, "footnotes");
        Objects.requireNonNull(detail, "detail");
    }

    /** The same rows as a list to look up. */
    public Board brief() {
        return new Board(id, caption, rows, footnotes, Detail.BRIEF);
    }

    /** For templates. */
    public boolean isBrief() {
        return detail == Detail.BRIEF;
    }

    @Override
    public String kind() {
        return "board";
    }
}
