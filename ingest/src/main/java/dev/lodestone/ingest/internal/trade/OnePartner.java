package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.layout.ColumnRule;
import dev.lodestone.ingest.internal.layout.Field;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import java.util.List;

/**
 * Tables that name one partner alone. Whoever asks a publisher for one partner gets such a table, and it does not say so; that it is the only
 * one that reporters trade with is believed where a World row says so.
 */
final class OnePartner {

    private OnePartner() {}

    /** Whether tables of the layout hold every partner, unless asked for some, and do not say which it was. */
    static boolean isToBeAsked(Layout layout) {
        return layout.column(Field.COVERAGE).map(OnePartner::isFixed).orElse(true);
    }

    private static boolean isFixed(ColumnRule rule) {
        return rule.headers().isEmpty()
                && rule.title().isEmpty()
                && rule.cover().isEmpty()
                && rule.constant().orElse(Coverage.COMPLETE.code()).equals(Coverage.COMPLETE.code());
    }

    /** Whether these rows, but those of the World, name one partner and no other. */
    static boolean isAllOf(List<Candidate> rows) {
        Economy only = null;
        for (Candidate row : rows) {
            Economy partner = row.key().partner();
            if (partner.isUnnamed() || (only != null && !partner.isWorld() && !partner.equals(only))) {
                return false;
            }
            only = partner.isWorld() ? only : partner;
        }
        return only != null;
    }
}
