package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Unit value of imports in US dollars per kilogram: of all suppliers, and of the watched supplier.
 *
 * <p>UV = Σ value / Σ net weight over the rows that have a weight which the publisher did not estimate: an estimated weight is itself
 * made from a unit value. Where the publisher rounds, half a step on each row's value and weight. Not computable where less than half of the value has such a weight, or without an exchange rate. Quality and
 * mix of goods differ between suppliers: a gap of unit values is a question, not a price difference.
 */
final class UnitValue implements Measure {

    @Override
    public String id() {
        return "unit-value";
    }

    @Override
    public String formula() {
        return "UV = Σ value / Σ net weight";
    }

    @Override
    public String unit() {
        return "USD/kg";
    }

    @Override
    public Set<Basis> bases() {
        return Set.of(Basis.VALUE);
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context) {
        List<Reading> readings = new ArrayList<>();
        readings.add(new Reading("", Reasons.onRecord(profile, unitValue(profile, rank -> true))));
        readings.add(new Reading(
                context.watchedCode().code(), of(profile, context.watched())));
        return readings;
    }

    /** Whether a supplier's rank is that of one of a few. */
    static IntPredicate among(SupplierProfile profile, Set<Economy> few) {
        int[] ranks = few.stream().mapToInt(profile::rankOf).toArray();
        return rank -> {
            for (int each : ranks) {
                if (each == rank) {
                    return true;
                }
            }
            return false;
        };
    }

    static Outcome unitValue(SupplierProfile profile, IntPredicate wanted) {
        if (!profile.flaw().isEmpty()) {
            return Outcome.notComputable(profile.flaw());
        }
        if (profile.usdPerUnit().isEmpty()) {
            return Outcome.notComputable(Reasons.noRate(profile));
        }
        Sums sums = new Sums();
        for (int rank = 0; rank < profile.supplierCount(); rank++) {
            if (wanted.test(rank)) {
                sums.add(profile, rank);
            }
        }
        return sums.told(profile);
    }

    /** Of a few suppliers, whose ranks alone are looked at. */
    static Outcome of(SupplierProfile profile, Set<Economy> few) {
        if (!profile.flaw().isEmpty()) {
            return Outcome.notComputable(profile.flaw());
        }
        if (profile.usdPerUnit().isEmpty()) {
            return Outcome.notComputable(Reasons.noRate(profile));
        }
        Sums sums = new Sums();
        if (profile.isUntold(few, Basis.VALUE)) {
            return Outcome.notComputable(Statement.of("reason.supplier-withheld"));
        }
        few.stream().mapToInt(profile::rankOf).filter(rank -> rank >= 0).sorted().forEach(rank -> sums.add(profile, rank));
        return sums.told(profile);
    }

    /** What was bought, what of it was weighed, and what rounding leaves open of both. */
    private static final class Sums {

        private final ExactSum value = new ExactSum();
        private final ExactSum weighed = new ExactSum();
        private final ExactSum weight = new ExactSum();
        private double openValue;
        private double openWeight;

        void add(SupplierProfile profile, int rank) {
            double bought = profile.amount(rank, Basis.VALUE);
            double weightKg = profile.amount(rank, Basis.WEIGHT);
            value.add(bought);
            double reported = weightKg - profile.estimatedWeightKg(rank);
            if (reported > 0) {
                weighed.add(bought - profile.valueWithoutWeight(rank) - profile.valueOfEstimatedWeight(rank));
                weight.add(reported);
                openValue += profile.margin(rank, Basis.VALUE);
                openWeight += profile.margin(rank, Basis.WEIGHT);
            }
        }

        Outcome told(SupplierProfile profile) {
            if (value.value() <= 0) {
                return Outcome.notComputable(Statement.of("reason.no-imports"));
            }
            if (weight.value() <= 0 || weighed.value() < SupplierProfile.LEAST_WEIGHED * value.value()) {
                return Outcome.notComputable(Statement.of("reason.weighed-too-little"));
            }
            double share = weighed.value() / value.value();
            Statement note = share > 0.995 ? Statement.NONE : Statement.of("reason.weighed-part", Term.roundPercent(share));
            double rate = profile.usdPerUnit().getAsDouble();
            double unitValue = weighed.value() * rate / weight.value();
            if (Double.isInfinite(unitValue)) {
                return Outcome.notComputable(Statement.of("defect.too-large"));
            }
            if (openValue / weighed.value() + openWeight / weight.value() < ShareBounds.VISIBLE) {
                return Outcome.of(unitValue, note);
            }
            double low = Math.max(0, weighed.value() - openValue) * rate / (weight.value() + openWeight);
            return openWeight >= weight.value()
                    ? Outcome.atLeast(low, Reasons.rounded(note))
                    : Outcome.within(
                            low, unitValue, (weighed.value() + openValue) * rate / (weight.value() - openWeight), Reasons.rounded(note));
        }
    }
}
