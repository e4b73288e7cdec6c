package dev.lodestone.model.quality;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a table tells all of the trade that it speaks of.
 *
 * @param complete number of series that are complete
 * @param bounded number of series from which measures are bounds
 * @param unusable number of series from which no measure can be had
 * @param reasons why not all is complete, over all series and for the table as a whole
 * @param series the series that are not complete, the first of them where there are very many
 */
public record Completeness(long complete, long bounded, long unusable, Set<Reason> reasons, List<Series> series) {

    /** A table that holds no series: not recognised, or no trade statistics. */
    public static final Completeness NOTHING = new Completeness(0, 0, 0, Set.of(), List.of());

    public Completeness {
        reasons = reasons.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(reasons));
        series = List.copyOf(series);
    }

    /** How far measures may rest on a series. */
    public enum Verdict {
        /** Every partner is there, as far as the publisher tells. */
        COMPLETE,
        /** Something is known to be missing, so that shares are bounds. */
        BOUNDED,
        /** There is nothing to take a share of. */
        UNUSABLE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is missing. */
    public enum Reason {
        MAIN_PARTNERS("the file names main partners only"),
        SELECTED_PARTNERS("the file holds selected partners only"),
        CUT_AT_LIMIT("the file ends at the number of rows at which the publisher cuts its answers"),
        WITHHELD("partners are listed without a value"),
        ROWS_SET_ASIDE("rows of the series were set aside"),
        LESS_THAN_WORLD("the partners add up to less than the World row"),
        SUPPLIER_VANISHED("the largest supplier of the year before has no row"),
        UNTOLD_ROWS("rows were set aside that do not tell of which series they are"),
        WORLD_ONLY("the World row stands alone, without partners");

        private final String meaning;

        Reason(String meaning) {
            this.meaning = meaning;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** What it means, in one line of English. */
        public String meaning() {
            return meaning;
        }
    }

    /**
     * One series that is not complete.
     *
     * @param reporter reporter, ISO3
     * @param flow flow, such as {@code M}
     * @param commodity digits of the commodity
     * @param period period, such as {@code 2024}
     * @param verdict how far measures may rest on it
     * @param reasons why
     */
    public record Series(
            String reporter, String flow, String commodity, String period, Verdict verdict, Set<Reason> reasons) {

        public Series {
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a series that is not complete has a reason");
            }
            reasons = java.util.Collections.unmodifiableSet(EnumSet.copyOf(reasons));
        }

        @Override
        public String toString() {
            return reporter + " " + flow + " " + commodity + " " + period;
        }
    }

    public long all() {
        return complete + bounded + unusable;
    }

    /** The table as a whole; one that holds no series is unusable. */
    public Verdict verdict() {
        if (unusable == all()) {
            return Verdict.UNUSABLE;
        }
        return complete == all() && reasons.isEmpty() ? Verdict.COMPLETE : Verdict.BOUNDED;
    }
}
