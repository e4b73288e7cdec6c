package dev.lodestone.model.measure;

import dev.lodestone.model.trade.Economy;

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
        for (int rank = 0; rank < profile.supplierCount(); rank++) {
            if (isAllied(profile, rank, context)) {
                allied.add(profile.amount(rank, basis));
                margin += profile.margin(rank, basis);
            }
        }
        return ShareBounds.of(profile, basis, allied.value(), margin);
    }

    @Override
    Outcome weighedInPart(SupplierProfile profile, MeasureContext context) {
        return WeighedInPart.share(profile, rank -> isAllied(profile, rank, context));
    }

    private static boolean isAllied(SupplierProfile profile, int rank, MeasureContext context) {
        Economy supplier = profile.supplier(rank);
        return context.alliedSupply().contains(supplier) && !supplier.equals(profile.key().economy());
    }
}
