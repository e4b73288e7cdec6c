package dev.lodestone.ingest.internal.trade;

import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.Valuation;

/**
 * What many rows of a table have in common: all but partner, commodity, figures and place.
 *
 * @param flow whose trade of when
 * @param reporterText the publisher's text for the reporter
 * @param currency currency
 * @param valuation border of the value
 * @param coverage how much of the reporter's trade the series holds
 * @param part which part of a flow the row is
 * @param publisher who published the row, where the row says it
 */
record RowKind(
        Flow flow, String reporterText, String currency, Valuation valuation, Coverage coverage, String part, String publisher) {

    /**
     * One reporter's trade in one direction and period.
     *
     * @param reporter reporter
     * @param flow direction
     * @param classification nomenclature
     * @param period period
     */
    record Flow(Economy reporter, TradeFlow flow, String classification, ReferencePeriod period) {

        static Flow of(Candidate.Key key) {
            return new Flow(key.reporter(), key.flow(), key.classification(), key.period());
        }
    }

    static RowKind of(Candidate row) {
        return new RowKind(
                Flow.of(row.key()), row.reporterText(), row.currency(), row.valuation(), row.coverage(), row.part(), row.publisher());
    }

    /**
     * A partner as the publisher writes it.
     *
     * @param economy the economy
     * @param text the publisher's text
     */
    record Partner(Economy economy, String text) {

        static Partner of(Candidate row) {
            return new Partner(row.key().partner(), row.partnerText());
        }
    }
}
