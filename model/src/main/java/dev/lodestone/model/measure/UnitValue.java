package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Unit value of imports in US dollars per kilogram: of all suppliers, and of the watched supplier.
 *
 * <p>UV = Σ value / Σ net weight over the rows that have a weight which the publisher did not estimate: an estimated weight is itself
 * made from a unit value. Of all, partners without a name count like others; of one supplier, what they sold may be its own, so that with V_U and
 * W_U theirs the unit value is within [V/(W + W_U), (V + V_U)/W]. A weight that is missing or estimated is anything from nothing upwards: beyond 0.5 %
 * of the value it is at most all value over what is weighed, and nothing is known below. Where the publisher rounds, half a step on each row's
 * value and weight. Of a series of part of the partners the value is that of those, and there is no bound for all. Not computable where less than half of
 * the value has such a weight, or without an exchange rate. Quality and mix of goods differ between suppliers: a gap of unit values is a
 * question, not a price difference.
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
        readings.add(new Reading("", all(profile)));
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

    /** Why no unit value is told of any supplier; says nothing where one is. */
    private static Statement obstacle(SupplierProfile profile) {
        return profile.flaw().isEmpty() && profile.usdPerUnit().isEmpty() ? Reasons.noRate(profile) : profile.flaw();
    }

    /** Of all that was bought. */
    private static Outcome all(SupplierProfile profile) {
        return of(profile, rank -> true, true);
    }

    /** Of named suppliers, by rank: all others than a few. */
    static Outcome of(SupplierProfile profile, IntPredicate wanted) {
        return of(profile, wanted, false);
    }

    private static Outcome of(SupplierProfile profile, IntPredicate wanted, boolean withHidden) {
        if (!obstacle(profile).isEmpty()) {
            return Outcome.notComputable(obstacle(profile));
        }
        Sums sums = new Sums();
        for (int rank = 0; rank < profile.supplierCount(); rank++) {
            if (wanted.test(rank)) {
                sums.add(profile, rank);
            }
        }
        if (!profile.isComplete(Basis.VALUE)) {
            return Reasons.onRecord(sums.told(profile, Hidden.NONE));
        }
        if (!withHidden) {
            return sums.told(profile, Hidden.of(profile));
        }
        sums.add(Hidden.of(profile));
        return sums.told(profile, Hidden.NONE);
    }

    /** Of a few suppliers, whose ranks alone are looked at. */
    static Outcome of(SupplierProfile profile, Set<Economy> few) {
        if (!obstacle(profile).isEmpty()) {
            return Outcome.notComputable(obstacle(profile));
        }
        if (profile.isUntold(few, Basis.VALUE)) {
            return Outcome.notComputable(Statement.of("reason.supplier-withheld"));
        }
        Optional<Statement> leftOut = SupplierShare.leftOut(profile, Basis.VALUE, few);
        if (leftOut.isPresent()) {
            return Outcome.notComputable(leftOut.get());
        }
        Sums sums = new Sums();
        few.stream().mapToInt(profile::rankOf).filter(rank -> rank >= 0).sorted().forEach(rank -> sums.add(profile, rank));
        Outcome told = sums.told(profile, Hidden.of(profile));
        // Little was sold where the supplier is left out, at a weight that nobody tells.
        boolean inSilence = profile.coverage() != Coverage.COMPLETE && profile.isLeftOutOfASeries(few);
        return inSilence && told.hasValue()
                ? new Outcome(
                        Outcome.Status.BOUNDED, told.value(), OptionalDouble.empty(), OptionalDouble.empty(), Statement.of("reason.where-listed"))
                : told;
    }

    /**
     * What was bought from partners that are not named.
     *
     * @param value all of it
     * @param weighed value of what has a weight that was not estimated
     * @param weightKg its weight
     * @param openValue what rounding leaves open of the value, either way
     * @param openWeight what rounding leaves open of the weight
     * @param mayWeighKg what the part without a weight may weigh at most, where that is known
     * @param openUnweighed value that only rounding leaves room for, and that has no weight
     */
    private record Hidden(
            double value, double weighed, double weightKg, double openValue, double openWeight, double mayWeighKg, double openUnweighed) {

        static final Hidden NONE = new Hidden(0, 0, 0, 0, 0, 0, 0);

        static Hidden of(SupplierProfile profile) {
            double value = profile.unnamed(Basis.VALUE);
            double weight = profile.unnamed(Basis.WEIGHT);
            if (value <= 0 && weight <= 0 && profile.unnamedMargin(Basis.VALUE) <= 0 && profile.unnamedMargin(Basis.WEIGHT) <= 0) {
                return NONE;
            }
            ExactSum unweighed = new ExactSum();
            unweighed.add(profile.hiddenWithoutWeight());
            double openValue = profile.residualMargin(Basis.VALUE);
            double openWeight = profile.residualMargin(Basis.WEIGHT);
            for (int rank = profile.supplierCount(); rank < profile.flowCount(); rank++) {
                unweighed.add(profile.valueOfEstimatedWeight(rank));
                weight -= profile.estimatedWeightKg(rank);
                openValue += profile.margin(rank, Basis.VALUE);
                openWeight += profile.margin(rank, Basis.WEIGHT);
            }
            boolean estimated = profile.worldRows().stream().anyMatch(row -> row.netWeightKg().status() == Quantity.Status.ESTIMATED);
            if (estimated && profile.residualWithoutWeight() == 0) {
                unweighed.add(profile.residual(Basis.VALUE));
                weight -= profile.residual(Basis.WEIGHT);
            }
            return new Hidden(value, Math.max(0, value - unweighed.value()), Math.max(0, weight), openValue, openWeight, profile.mayWeighKg(),
                    Math.max(0, unweighed.value() - value));
        }
    }

    /** What was bought, what of it was weighed, and what rounding leaves open of both. */
    private static final class Sums {

        private final ExactSum value = new ExactSum();
        private final ExactSum weighed = new ExactSum();
        private final ExactSum weight = new ExactSum();
        private double openValue;
        private double openWeight;
        private double openUnweighed;
        private double hiddenUnweighed;
        private double mayWeighKg;
        private double missingKg;
        private boolean fullyTold = true;

        void add(SupplierProfile profile, int rank) {
            double bought = profile.amount(rank, Basis.VALUE);
            double weightKg = profile.amount(rank, Basis.WEIGHT);
            value.add(bought);
            double reported = weightKg - profile.estimatedWeightKg(rank);
            if (reported > 0) {
                double unweighed = profile.valueWithoutWeight(rank) + profile.valueOfEstimatedWeight(rank);
                weighed.add(bought - unweighed);
                weight.add(reported);
                missingKg += unweighed > 0 && unweighed < bought ? unweighed * reported / (bought - unweighed) : 0;
            }
            // What was rounded to nothing may be a little.
            if (reported > 0 || profile.margin(rank, Basis.WEIGHT) > 0) {
                openValue += profile.margin(rank, Basis.VALUE);
                openWeight += profile.margin(rank, Basis.WEIGHT);
            } else {
                openUnweighed += profile.margin(rank, Basis.VALUE);
            }
            if (profile.hasUntold()) {
                fullyTold &= profile.flow(rank).isFullyTold(Basis.VALUE);
            }
        }

        void add(Hidden hidden) {
            value.add(hidden.value());
            weighed.add(hidden.weighed());
            weight.add(hidden.weightKg());
            openValue += hidden.openValue();
            openWeight += hidden.openWeight();
            mayWeighKg += hidden.mayWeighKg();
            hiddenUnweighed += hidden.openUnweighed();
            // What the World row holds of flows without a value is among what has no name.
            fullyTold = true;
        }

        /**
         * @param hidden what of partners without a name may be these suppliers'
         */
        Outcome told(SupplierProfile profile, Hidden hidden) {
            if (value.value() <= 0) {
                return Outcome.notComputable(Statement.of(fullyTold ? "reason.no-imports" : "reason.supplier-withheld"));
            }
            if (weight.value() <= 0 || weighed.value() < SupplierProfile.LEAST_WEIGHED * value.value()) {
                return Outcome.notComputable(Statement.of("reason.weighed-too-little"));
            }
            if (!fullyTold && !profile.isComplete(Basis.VALUE)) {
                return Outcome.notComputable(Statement.of("reason.supplier-withheld"));
            }
            double rate = profile.usdPerUnit().getAsDouble();
            double unitValue = weighed.value() * rate / weight.value();
            if (Double.isInfinite(unitValue)) {
                return Outcome.notComputable(Statement.of("defect.too-large"));
            }
            double share = weighed.value() / value.value();
            // A little of cheap goods may be much of the weight.
            double missing = missingKg / (weight.value() + missingKg);
            boolean littleMissing = missing <= SupplierProfile.MISSING_WEIGHT_TOLERANCE;
            boolean allWeighed = share >= 1 - SupplierProfile.MISSING_WEIGHT_TOLERANCE && littleMissing;
            boolean hiddenWeighed = hidden.value() - hidden.weighed() <= SupplierProfile.MISSING_WEIGHT_TOLERANCE * value.value();
            Statement why = allWeighed ? Statement.NONE : weighedPart(share, littleMissing ? 0 : missing);
            double mayWeigh = mayWeighKg + hidden.mayWeighKg();
            boolean hides = mayWeigh >= ShareBounds.VISIBLE * weight.value()
                    || hidden.value() + hidden.openValue() >= ShareBounds.VISIBLE * value.value()
                    || hidden.weightKg() + hidden.openWeight() >= ShareBounds.VISIBLE * weight.value();
            if (hides) {
                why = Reasons.both(why, profile.unnamedReason(Basis.VALUE));
            }
            boolean rounded = openValue / weighed.value() + openWeight / weight.value() >= ShareBounds.VISIBLE;
            if (allWeighed && !hides && !rounded && fullyTold) {
                return Outcome.of(unitValue, why);
            }
            double mostValue = (allWeighed && mayWeighKg == 0 ? weighed.value() : value.value() + openUnweighed) + openValue + (hides ? hidden.value() + hidden.openValue() : 0);
            double leastWeight = weight.value() - openWeight;
            double leastValue = Math.max(0, weighed.value() - openValue);
            double mostWeight = weight.value() + openWeight + mayWeigh + (hides ? hidden.weightKg() + hidden.openWeight() : 0);
            boolean hasLow = allWeighed && hiddenWeighed
                    && hiddenUnweighed + hidden.openUnweighed() <= SupplierProfile.MISSING_WEIGHT_TOLERANCE * value.value();
            return new Outcome(
                    Outcome.Status.BOUNDED,
                    // A row with a weight and no value would make it too low.
                    fullyTold ? OptionalDouble.of(unitValue) : OptionalDouble.empty(),
                    hasLow ? finite(leastValue * rate / mostWeight) : OptionalDouble.empty(),
                    leastWeight > 0 ? finite(mostValue * rate / leastWeight) : OptionalDouble.empty(),
                    rounded ? Reasons.rounded(why) : why);
        }

        private static Statement weighedPart(double share, double missing) {
            if (share < 1 - SupplierProfile.MISSING_WEIGHT_TOLERANCE) {
                return Statement.of("reason.weighed-part", Term.roundPercent(share));
            }
            return Reasons.both(
                    Statement.of("reason.weight-missing", Reasons.percent(1 - share)),
                    Statement.of("reason.weight-missing-heavy", Term.percent(missing)));
        }

        private static OptionalDouble finite(double bound) {
            return Double.isFinite(bound) ? OptionalDouble.of(bound) : OptionalDouble.empty();
        }
    }
}
