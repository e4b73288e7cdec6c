package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Coverage;
import java.util.List;
import java.util.Set;

/**
 * Share of imports whose partner the publisher does not name: areas n.e.s., bunkers, free zones, special categories, and what the World
 * row holds beyond the sum of partners.
 *
 * <p>u = unnamed / T, 0..1. Not computable from part of the partners.
 */
final class UnnamedShare implements Measure {

    @Override
    public String id() {
        return "unnamed-share";
    }

    @Override
    public String formula() {
        return "u = (unnamed partners + max(0, World − Σ partners)) / T";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public Set<Basis> bases() {
        return Set.of(Basis.VALUE, Basis.WEIGHT);
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context) {
        if (profile.obstacle(basis).isPresent()) {
            return Reading.ofAll(Outcome.notComputable(profile.obstacle(basis).get()));
        }
        if (!profile.isComplete()) {
            return Reading.ofAll(Outcome.notComputable(Statement.of(
                    profile.coverage() == Coverage.COMPLETE ? "reason.withheld" : "reason.partial")));
        }
        double total = profile.total(basis);
        double share = Math.min(1, profile.unnamed(basis) / total);
        // Half a step on every row, unnamed or not, is more than rounding can do.
        double open = profile.totalMargin(basis) / total;
        return Reading.ofAll(
                share > 0 && open >= ShareBounds.VISIBLE
                        ? Outcome.within(Math.max(0, share - open), share, Math.min(1, share + open), Reasons.rounded(Statement.NONE))
                        : Outcome.of(share));
    }
}
