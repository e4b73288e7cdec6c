package dev.lodestone.model.commitment;

import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How one commitment stands for one party, stage and commodity.
 *
 * @param commitment the register's row
 * @param party whom the row judges: ISO3, {@code EUU}, {@code G7}
 * @param stage stage id, {@code any} or {@code recycling}
 * @param commodity commodity line; empty for the stage as a whole
 * @param status how it stands
 * @param measured what was measured, in the commitment's unit
 * @param low least it can be
 * @param high most it can be
 * @param period period of the figure; empty without one
 * @param supplier supplier measured; empty without one
 * @param pace needed and seen, where both can be told
 * @param distancePoints measured less threshold, in the commitment's unit; positive is beyond a ceiling
 * @param why why it stands so
 * @param remedy what would change the verdict; says nothing when nothing can be said
 * @param relief what the buyer would have to buy elsewhere to be within a ceiling; absent where that is nothing, or no sum of money
 */
public record CommitmentResult(
        Commitment commitment,
        String party,
        String stage,
        String commodity,
        CommitmentStatus status,
        OptionalDouble measured,
        OptionalDouble low,
        OptionalDouble high,
        String period,
        String supplier,
        Optional<Pace> pace,
        OptionalDouble distancePoints,
        Statement why,
        Statement remedy,
        Optional<Relief> relief) {

    /**
     * What it takes to be within a ceiling on a supplier's share.
     *
     * @param buyer who would have to buy elsewhere
     * @param dollars for how much, in US dollars a year
     * @param isLeast whether it may be more, by what is open about the share
     */
    public record Relief(Term buyer, double dollars, boolean isLeast) {}

    /** A result without a measurement. */
    static CommitmentResult of(Commitment c, String party, String stage, CommitmentStatus status, Statement why) {
        return new CommitmentResult(
                c,
                party,
                stage,
                "",
                status,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                "",
                "",
                Optional.empty(),
                OptionalDouble.empty(),
                why,
                Statement.NONE,
                Optional.empty());
    }

    /** {@link #why()} in English, as data files print it. */
    public String reason() {
        return why.english();
    }

    /** {@link #remedy()} in English. */
    public String whatWouldChange() {
        return remedy.english();
    }

    /** The same result of the same commitment in other words: a translation of the register. */
    public CommitmentResult withCommitment(Commitment reworded) {
        if (!reworded.id().equals(commitment.id())) {
            throw new IllegalArgumentException("a result of " + commitment.id() + " is none of " + reworded.id());
        }
        return new CommitmentResult(
                reworded, party, stage, commodity, status, measured, low, high, period, supplier, pace, distancePoints, why, remedy, relief);
    }

    /** The same result with a sentence added to its reason. */
    CommitmentResult withNote(Statement sentence) {
        return new CommitmentResult(
                commitment,
                party,
                stage,
                commodity,
                status,
                measured,
                low,
                high,
                period,
                supplier,
                pace,
                distancePoints,
                why.and(sentence),
                remedy,
                relief);
    }

    /** The same result with what it takes to be within the ceiling, in words and in money. */
    CommitmentResult withRelief(Statement told, Optional<Relief> inMoney) {
        return new CommitmentResult(
                commitment, party, stage, commodity, status, measured, low, high, period, supplier, pace, distancePoints, why, told, inMoney);
    }
}
