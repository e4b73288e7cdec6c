package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import java.util.OptionalDouble;

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
        OptionalDouble ofSomeone = profile.ofSomeone(basis);
        if (ofSomeone.isPresent()) {
            double x = ofSomeone.getAsDouble();
            double all = profile.total(basis) + x;
            double margin = profile.totalMargin(basis) / all;
            return Outcome.within(Math.max(0, profile.unnamed(basis) / all - margin), share,
                    Math.min(1, (profile.unnamed(basis) + x) / all + margin), Statement.of("reason.of-someone", Term.percent(x / all)));
        }
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
