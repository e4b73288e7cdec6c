package dev.lodestone.model.meeting;

import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.trade.Economy;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A question that public figures leave open, drawn from the state of a commitment or from a figure that is missing.
 *
 * @param kind what it asks
 * @param to whom, in the order of display; codes of economies or groups
 * @param commitment what it is drawn from; absent for {@link Kind#FIGURE_MISSING}
 * @param economy whose figure is missing; absent for the other kinds
 * @param stages stages without a figure; empty for the other kinds
 * @param number the figure in it, as its kind says
 */
public record Question(
        Kind kind, List<String> to, Optional<CommitmentResult> commitment, Optional<Economy> economy, List<String> stages, double number) {

    /** What a question asks, the most pressing first. */
    public enum Kind {
        /** What came of something that was due: the number is the days since. */
        OUTCOME_UNKNOWN,
        /** What will bring a share under its ceiling: the number is the distance, 0..1. */
        BEYOND_CEILING,
        /** How far something is that falls due within a year of the meeting: the number is the days left from the meeting. */
        DUE_SOON,
        /** How much of a pledge has been delivered: the number is the pledge, in the commitment's unit. */
        DELIVERY_UNKNOWN,
        /** When the series will be published that tests a promise: the number is its threshold. */
        SERIES_MISSING,
        /** When the figures of stages will be published: the number is how many have none. */
        FIGURE_MISSING;

        /** Lower case with hyphens. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Question {
        Objects.requireNonNull(kind, "kind");
        to = List.copyOf(to);
        stages = List.copyOf(stages);
        if (to.isEmpty()) {
            throw new IllegalArgumentException("a question to nobody");
        }
        if (commitment.isPresent() == (kind == Kind.FIGURE_MISSING)) {
            throw new IllegalArgumentException("a question of kind " + kind.code() + (commitment.isPresent() ? " with" : " without") + " a commitment");
        }
    }
}
