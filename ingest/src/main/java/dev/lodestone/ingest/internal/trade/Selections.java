package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.trade.SelectedPartners.Listed;
import dev.lodestone.ingest.internal.trade.SelectedPartners.Whose;
import dev.lodestone.model.trade.Economy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Lists of partners that look like selections in a table that does not as a whole.
 *
 * @param reporters the partners of reporters of all of whose lists it is so
 * @param lists the only partner of one commodity beside others' longer lists
 */
record Selections(Map<Whose, Set<Economy>> reporters, Map<Listed, Economy> lists) {

    /** Codes of more digits are so fine that one partner may be all of them; how often is not measured. */
    private static final int MOST_DIGITS = 8;

    static final Selections NONE = new Selections(Map.of(), Map.of());

    boolean isEmpty() {
        return reporters.isEmpty() && lists.isEmpty();
    }

    /** Whether the key is one of a list that looks like a selection. */
    boolean has(Candidate.Key key) {
        return reporters.containsKey(new Whose(key.reporter(), key.flow())) || lists.containsKey(new Listed(key.reporter(), key.flow(), key.commodity()));
    }

    /**
     * Those of one partner among lists, as {@link SelectedPartners#beside} has them.
     *
     * @param reporters the reporters of whom no list is believed
     * @param all every list
     */
    static Selections of(Map<Whose, Set<Economy>> reporters, Map<Listed, OneList> all) {
        Map<Listed, Economy> lists = new LinkedHashMap<>();
        if (all.size() <= SelectedPartners.FEW_JOINED) {
            all.forEach((listed, list) -> {
                boolean isFine = listed.commodity().digits().length() > MOST_DIGITS;
                if (!isFine && list.isOfOneForMuch() && !reporters.containsKey(new Whose(listed.reporter(), listed.flow()))) {
                    lists.put(listed, list.only());
                }
            });
        }
        return new Selections(reporters, lists);
    }

    /** The partners of one commodity of a reporter in all periods. */
    static final class OneList {

        private Economy first;
        private boolean hasMore;
        private double dollars;

        /** Takes in a row; one of the World, or of nobody knows whom, tells that there may be others. */
        void add(Economy partner, double amount) {
            hasMore |= partner.isWorld() || partner.isUnnamed() || first != null && !first.equals(partner);
            first = partner;
            dollars += amount;
        }

        void add(double amount) {
            dollars += amount;
        }

        Economy only() {
            return first;
        }

        boolean isOfOneForMuch() {
            return first != null && !hasMore && dollars >= SelectedPartners.MUCH_BESIDE_OTHERS;
        }
    }
}
