package dev.lodestone.model.measure;

import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.TradeObservation;
import java.util.List;

/**
 * What was bought from one supplier.
 *
 * @param supplier partner; unnamed partners included
 * @param value statistical value in the profile's currency
 * @param weightKg net weight of the rows that have one
 * @param valueWithoutWeight value of the rows that have no net weight
 * @param estimatedWeightKg part of {@code weightKg} that the publisher estimated
 * @param valueOfEstimatedWeight value of the rows whose weight was estimated
 * @param rows observations that add up to this flow
 */
public record SupplierFlow(
        Economy supplier,
        double value,
        double weightKg,
        double valueWithoutWeight,
        double estimatedWeightKg,
        double valueOfEstimatedWeight,
        List<TradeObservation> rows) {

    public SupplierFlow {
        rows = rows instanceof LateRows ? rows : List.copyOf(rows);
    }

    /** Whether every row has a value, by weight a value or a weight: missing and suppressed amounts are not zero. */
    public boolean isFullyTold(Basis basis) {
        return rows.stream().allMatch(row -> isTold(row, basis));
    }

    /** Whether a row tells something on a basis. A value without a weight is a missing weight, told apart; no weight beside no value may be either. */
    static boolean isTold(TradeObservation row, Basis basis) {
        return row.value().isKnown() || basis == Basis.WEIGHT && row.netWeightKg().known().orElse(0) > 0;
    }

    /** Value of the rows whose weight was reported: what a unit value is made of. */
    public double weighedValue() {
        return value - valueWithoutWeight - valueOfEstimatedWeight;
    }

    /** Net weight as reported, estimates left out. */
    public double reportedWeightKg() {
        return weightKg - estimatedWeightKg;
    }

    public double amount(Basis basis) {
        return basis == Basis.VALUE ? value : weightKg;
    }
}
