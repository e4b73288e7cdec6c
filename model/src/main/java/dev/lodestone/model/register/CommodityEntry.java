package dev.lodestone.model.register;

import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.CommodityCode;

/**
 * Which customs code stands for which stage, and what it mixes in.
 *
 * @param stage stage id
 * @param nomenclature family of the classification: {@code HS}, {@code CN}, {@code HTS} ...; a code of {@code HS} is found in every family
 *     that refines it
 * @param code the code
 * @param label short label for tables, such as {@code Nd, Pr and Sm metal}
 * @param use whether the code measures the stage
 * @param wholeStage whether this code alone covers the stage, so that its series is the stage's
 * @param fromYear first year in which the code existed; 0 when not known to be limited
 * @param untilYear last year; 9999 when still in force
 * @param forerunners the codes that covered the same goods before {@code fromYear}, separated by blanks; empty when unknown or none
 * @param mixesIn what else the code holds; empty when nothing
 * @param caveat what a reader must know
 * @param source where this is read
 * @param confidence how far to trust it
 */
public record CommodityEntry(
        String stage,
        String nomenclature,
        CommodityCode code,
        String label,
        Use use,
        boolean wholeStage,
        int fromYear,
        int untilYear,
        String forerunners,
        String mixesIn,
        String caveat,
        String source,
        Confidence confidence) {

    /** Whether a code measures its stage. */
    public enum Use {
        /** Measures the stage. */
        MEASURE,
        /** Mixes in so much else that it must not stand for the stage: shown as a line, never as the stage. */
        LINE_ONLY,
        /** Known, never measured. */
        NOTE_ONLY;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** The label for a place of a sentence. */
    public Term labelTerm() {
        return Term.name("commodities", id(), "label", label);
    }

    /** What else it holds, for a place of a sentence. */
    public Term mixesInTerm() {
        return Term.name("commodities", id(), "mixes_in", insideSentence(mixesIn));
    }

    /** The text without the capital that it begins with in a table; names such as AlNiCo, NdFeB and pH, and single letters, keep theirs. */
    private static String insideSentence(String text) {
        String word = text.split("[ ,;:(]", 2)[0];
        boolean plain = word.length() > 2 && word.substring(1).chars().allMatch(Character::isLowerCase);
        return plain ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }

    /** Id of the row: stage, nomenclature and code. */
    public String id() {
        return stage + " " + nomenclature + " " + code.digits();
    }

    public boolean isInForce(int year) {
        return year >= fromYear && year <= untilYear;
    }
}
