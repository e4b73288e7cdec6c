package dev.lodestone.ingest.internal.trade;

import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.TradeObservation;

/** Receives imports of calendar years that are no selection of partners, in reading order. */
interface YearlyImports {

    /**
     * What rows in a row have in common; the same object for all of them where that is known.
     *
     * @param reporter reporter
     * @param publisher who published them
     * @param year calendar year
     */
    record Head(Economy reporter, String publisher, int year) {}

    /**
     * An import.
     *
     * @param value its amount; 0 where there is none
     * @param index its place among all observations
     */
    void add(Head head, CommodityCode commodity, Economy partner, double value, int index);

    static boolean isYearly(TradeFlow flow, ReferencePeriod period, Coverage coverage) {
        return flow == TradeFlow.IMPORT && period.isCalendarYear() && coverage != Coverage.SELECTED_PARTNERS;
    }

    /** Gives an observation, if it is such an import. */
    static void give(TradeObservation o, int index, YearlyImports receiver) {
        if (isYearly(o.flow(), o.period(), o.coverage())) {
            receiver.add(
                    new Head(o.reporter(), o.origin().source().title(), o.period().year()), o.commodity(), o.partner(), o.value().amount(), index);
        }
    }
}
