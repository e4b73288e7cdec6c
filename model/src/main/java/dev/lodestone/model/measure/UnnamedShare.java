package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;

/**
 * Share of imports whose partner the publisher does not name: areas n.e.s., bunkers, free zones, special categories, and what the World
 * row holds beyond the sum of partners.
 *
 * <p>u = unnamed / T, 0..1. Not computable from part of the partners.
 */
final class UnnamedShare extends PartOfImports {

    UnnamedShare() {
        super("unnamed-share", "u = (unnamed partners + max(0, World − Σ partners)) / T", "reason.withheld", "reason.partial");
    }

    @Override
    Outcome part(SupplierProfile profile, Basis basis, MeasureContext context) {
        double share = profile.partOf(profile.unnamed(basis), basis);
        // Half a step on every row, unnamed or not, is more than rounding can do.
        double open = profile.partOf(profile.totalMargin(basis), basis);
        return share > 0 && open >= ShareBounds.VISIBLE
                ? Outcome.within(Math.max(0, share - open), share, Math.min(1, share + open), Reasons.rounded(Statement.NONE))
                : Outcome.of(share);
    }

    @Override
    Outcome weighedInPart(SupplierProfile profile, MeasureContext context) {
        return WeighedInPart.unnamed(profile);
    }
}
