package dev.lodestone.model.explain;

import dev.lodestone.model.trade.TradeObservation;
import java.util.Locale;

/**
 * A published row behind a figure.
 *
 * @param observation the row
 * @param role what it is to the figure
 * @param moves whether the figure depends on it: a small change of the row changes the figure's value or bounds
 */
public record FigureRow(TradeObservation observation, Role role, boolean moves) {

    /** What a row is to a figure. */
    public enum Role {
        /** Of the supplier or suppliers that the figure is about. */
        SUPPLIER,
        /** Of another supplier that the source names. */
        OTHER_SUPPLIER,
        /** Of a partner that the source does not name. */
        UNNAMED_PARTNER,
        /** A total over all partners, which holds more than the partners listed. */
        WORLD_TOTAL,
        /** Trade within a bloc, taken off the total or set against it. */
        WITHIN_BLOC,
        /** An export, by the buyer or by the supplier. */
        EXPORT;

        /** Lower case with hyphens. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
