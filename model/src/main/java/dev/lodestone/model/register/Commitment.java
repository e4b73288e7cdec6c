package dev.lodestone.model.register;

import dev.lodestone.model.text.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a party has committed to, as one row of the register.
 *
 * @param id stable id, such as {@code EU-CRMA-SINGLE}
 * @param parties who promised: ISO3, {@code EUU} or {@code G7}
 * @param applies to whom it applies
 * @param kind which rule judges it
 * @param instrument law, strategy or agreement
 * @param summary what was promised, in a sentence of our own
 * @param adopted day of adoption; absent when unknown
 * @param stages stage ids in scope; empty for any stage
 * @param commodities codes in scope; empty for the stages as a whole
 * @param eachLine whether each commodity line must meet the threshold by itself
 * @param supplier the supplier meant: an ISO3 code, or {@code ANY} for whichever is largest
 * @param comparator {@code <=}, {@code >=} or {@code =}; empty without a threshold
 * @param threshold shares 0..1, else in {@code unit}; absent for a pledge without number
 * @param unit {@code 1} for shares, {@code USD}, {@code kg}, {@code days}, {@code t/year} ...
 * @param basis {@code value}, {@code weight}, or empty when the text does not say
 * @param denominator what the share is of: {@code consumption}, {@code imports}, {@code demand}; empty when not a share
 * @param baseline value at the pledge; absent when unknown
 * @param baselineYear year of the baseline; 0 when unknown
 * @param targetDate last day on which it can be met; absent when none was set
 * @param doneDate day on which it was done, where known
 * @param delivered amount delivered so far, where known
 * @param outcome what is known of the outcome, in words; empty when nothing was found
 * @param binding whether it binds in law
 * @param testableWith which public data can test it
 * @param missing which series is missing where none ships; empty when it can be tested
 * @param sourceTitle where it is read
 * @param sourceUrl address of the source; empty if none
 * @param recorded day on which the row was last checked
 * @param confidence how far to trust the row
 * @param supersedes id of the commitment that this one replaces; empty if none
 * @param notes history and reservations
 */
public record Commitment(
        String id,
        List<String> parties,
        Applies applies,
        Kind kind,
        String instrument,
        String summary,
        Optional<LocalDate> adopted,
        List<String> stages,
        List<String> commodities,
        boolean eachLine,
        String supplier,
        String comparator,
        OptionalDouble threshold,
        String unit,
        String basis,
        String denominator,
        OptionalDouble baseline,
        int baselineYear,
        Optional<LocalDate> targetDate,
        Optional<LocalDate> doneDate,
        OptionalDouble delivered,
        String outcome,
        boolean binding,
        String testableWith,
        String missing,
        String sourceTitle,
        String sourceUrl,
        LocalDate recorded,
        Confidence confidence,
        String supersedes,
        String notes) {

    /** To whom a commitment applies. */
    public enum Applies {
        /** Each party by itself. */
        EACH,
        /** The parties or the group together: no member is judged alone. */
        TOGETHER
    }

    /** Which rule judges a commitment. */
    public enum Kind {
        /** Ceiling on a supplier's share of imports or use. */
        SUPPLIER_SHARE_CEILING,
        /** Floor on the share covered by own extraction. */
        EXTRACTION_FLOOR,
        /** Floor on the share covered by own processing. */
        PROCESSING_FLOOR,
        /** Floor on the share covered by recycling. */
        RECYCLING_FLOOR,
        /** Something to be done by a day. */
        DEADLINE,
        /** Money pledged. */
        MONEY,
        /** Tonnes of output or capacity pledged. */
        TONNES,
        /** Days of stock pledged. */
        STOCK,
        /** Something forbidden from a day on. */
        BAN,
        /** A pledge without number: shown, never scored. */
        PLEDGE;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** The same commitment with its texts in another language. */
    public Commitment withTexts(String newInstrument, String newSummary, String newMissing, String newSourceTitle) {
        return new Commitment(
                id, parties, applies, kind, newInstrument, newSummary, adopted, stages, commodities, eachLine, supplier, comparator, threshold,
                unit, basis, denominator, baseline, baselineYear, targetDate, doneDate, delivered, outcome, binding, testableWith, newMissing,
                newSourceTitle, sourceUrl, recorded, confidence, supersedes, notes);
    }

    /** One of its texts for a place of a sentence. */
    public Term term(String field, String text) {
        return Term.name("commitments", id, field, text);
    }

    public Commitment {
        parties = List.copyOf(parties);
        stages = List.copyOf(stages);
        commodities = List.copyOf(commodities);
    }
}
