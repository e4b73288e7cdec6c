package dev.lodestone.model.assess;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;

/**
 * The same flow told by two sources: one is used, the other is shown, they are never added.
 *
 * @param reporter who reports
 * @param commodity commodity code
 * @param period period
 * @param used source used, and why it goes first
 * @param usedTotal its total over partners
 * @param usedCurrency its currency
 * @param other source left aside
 * @param otherTotal its total over partners
 * @param otherCurrency its currency
 * @param usedShared total of the source used over the partners whose trade both tell, valued at the same border
 * @param otherShared the other's
 */
public record SeriesDifference(
        Economy reporter,
        String commodity,
        ReferencePeriod period,
        Statement used,
        double usedTotal,
        String usedCurrency,
        Statement other,
        double otherTotal,
        String otherCurrency,
        double usedShared,
        double otherShared) {

    /** The part of the larger amount by which two sources may differ and still be said to agree: they round, and are of different days. */
    private static final double TOLERANCE = 0.005;

    /** Whether the two give other amounts for the same partners, so that one of them is not right or counts something else. */
    public boolean contradicts() {
        return usedCurrency.equals(otherCurrency)
                && Math.abs(usedShared - otherShared) > TOLERANCE * Math.max(usedShared, otherShared);
    }
}
