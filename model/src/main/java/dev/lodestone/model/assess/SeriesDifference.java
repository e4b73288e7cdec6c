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
        String otherCurrency) {}
