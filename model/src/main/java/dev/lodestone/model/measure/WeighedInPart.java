package dev.lodestone.model.measure;

import java.util.function.IntPredicate;

/**
 * What can still be said by weight where some of the value has no weight.
 *
 * <p>A missing weight is anything from nothing upwards, and no unit value is assumed for it. Suppliers all of whose rows are weighed have
 * at most A/T of what is weighed, whatever the others' missing weights are; where only their own weights are missing they have at least
 * A/T; where both are, nothing is known. A total is at least what is weighed. There is no value, and no index: squares of shares of
 * which one end is known are open at both.
 */
final class WeighedInPart {

    private WeighedInPart() {}

    /** The part of named suppliers, by rank, in what was bought. */
    static Outcome share(SupplierProfile profile, IntPredicate ranks) {
        ExactSum amount = new ExactSum();
        ExactSum own = new ExactSum();
        double margin = 0;
        for (int rank = 0; rank < profile.supplierCount(); rank++) {
            if (ranks.test(rank)) {
                amount.add(profile.amount(rank, Basis.WEIGHT));
                own.add(profile.valueWithoutWeight(rank));
                margin += profile.margin(rank, Basis.WEIGHT);
            }
        }
        ShareBounds.Rounded known = ShareBounds.rounded(profile, Basis.WEIGHT, amount.value(), margin);
        if (own.value() == 0 && profile.hiddenWithoutWeight() == 0) {
            if (known.high() == 0) {
                return Outcome.of(0);
            }
            return Outcome.atMost(known.high(), profile.weightReason("reason.weight-missing-most"));
        }
        return own.value() == profile.valueWithoutWeight() && profile.isComplete(Basis.WEIGHT)
                ? Outcome.atLeast(known.low(), profile.weightReason("reason.weight-missing-least"))
                : Outcome.notComputable(profile.weightReason("reason.weight-missing"));
    }

    /** The part of the partners that are not named. */
    static Outcome unnamed(SupplierProfile profile) {
        double part = profile.partOf(profile.unnamed(Basis.WEIGHT), Basis.WEIGHT);
        double open = profile.partOf(profile.totalMargin(Basis.WEIGHT), Basis.WEIGHT);
        double hidden = profile.hiddenWithoutWeight();
        if (hidden == 0) {
            return part == 0
                    ? Outcome.of(0)
                    : Outcome.atMost(Math.min(1, part + open), profile.weightReason("reason.weight-missing-most"));
        }
        return hidden == profile.valueWithoutWeight()
                ? Outcome.atLeast(Math.max(0, part - open), profile.weightReason("reason.weight-missing-least"))
                : Outcome.notComputable(profile.weightReason("reason.weight-missing"));
    }

    /** All that was bought. */
    static Outcome total(SupplierProfile profile) {
        double least = Math.max(0, profile.total(Basis.WEIGHT) - profile.totalMargin(Basis.WEIGHT));
        return Outcome.atLeast(least, profile.weightReason("reason.weight-missing-total"));
    }
}
