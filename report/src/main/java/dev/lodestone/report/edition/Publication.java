package dev.lodestone.report.edition;

/**
 * What became of an attempt to publish.
 *
 * @param outcome what was done
 * @param edition the edition that now holds the results, new or standing
 */
public record Publication(Outcome outcome, Edition edition) {

    /** What was done. */
    public enum Outcome {
        /** A first edition for its date on its question. */
        PUBLISHED,
        /** Other results than the date's edition on the same question held: a new revision beside it. */
        REVISED,
        /** The same results: nothing was written. */
        UNCHANGED
    }
}
