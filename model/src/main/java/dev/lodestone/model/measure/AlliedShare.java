package dev.lodestone.model.measure;

import java.util.function.IntPredicate;

/**
 * Share of imports that comes from allied economies: members of the declared group, the buyer itself left out of the count.
 *
 * <p>a = Σ m_i over allies / T, within [a, a + u]. A bloc's own members are not among its suppliers. Not computable from part of the
 * partners: those left out may be allies.
 */
final class AlliedShare extends PartOfImports {

    AlliedShare() {
        super("allied-share", "a = Σ_{i allied} m_i / T", "reason.withheld-allies", "reason.partial-allies");
    }

    @Override
    Outcome part(SupplierProfile profile, Basis basis, MeasureContext context) {
        ExactSum allied = new ExactSum();
        double margin = 0;
        IntPredicate isAllied = allied(profile, context);
        for (int rank = 0; rank < profile.supplierCount(); rank++) {
            if (isAllied.test(rank)) {
                allied.add(profile.amount(rank, basis));
                margin += profile.margin(rank, basis);
            }
        }
        return ShareBounds.of(profile, basis, allied.value(), margin);
    }

    @Override
    Outcome weighedInPart(SupplierProfile profile, MeasureContext context) {
        return WeighedInPart.share(profile, allied(profile, context));
    }

    private static IntPredicate allied(SupplierProfile profile, MeasureContext context) {
        boolean[] members = profile.ranksIn(context.alliedSupply());
        int buyer = profile.rankOf(profile.key().economy());
        return rank -> members[rank] && rank != buyer;
    }
}
