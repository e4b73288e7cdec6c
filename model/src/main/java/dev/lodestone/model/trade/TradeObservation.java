package dev.lodestone.model.trade;

import dev.lodestone.model.quality.Origin;
import java.util.Objects;

/**
 * One published figure: what a reporter says it traded with a partner.
 *
 * @param reporter reporting economy
 * @param partner partner: origin for imports unless the publisher says otherwise; may be world or unnamed
 * @param flow direction
 * @param classification nomenclature and edition of the code as the publisher names it, such as {@code HS2022}, {@code CN2024},
 *     {@code HTS}; empty when unknown
 * @param commodity commodity code
 * @param period months covered
 * @param value statistical value in units of {@code currency} (multipliers already applied)
 * @param currency ISO 4217 code
 * @param netWeightKg net weight in kilograms
 * @param valuation CIF, FOB, customs
 * @param coverage how much of the reporter's trade the series holds
 * @param origin where the figure stands
 */
public record TradeObservation(
        Economy reporter,
        Economy partner,
        TradeFlow flow,
        String classification,
        CommodityCode commodity,
        ReferencePeriod period,
        Quantity value,
        String currency,
        Quantity netWeightKg,
        Valuation valuation,
        Coverage coverage,
        Origin origin) {

    public TradeObservation {
        Objects.requireNonNull(reporter, "reporter");
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(flow, "flow");
        Objects.requireNonNull(classification, "classification");
        Objects.requireNonNull(commodity, "commodity");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(netWeightKg, "netWeightKg");
        Objects.requireNonNull(valuation, "valuation");
        Objects.requireNonNull(coverage, "coverage");
        Objects.requireNonNull(origin, "origin");
        if (currency == null || currency.length() != 3) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code: '" + currency + "'");
        }
    }
}
