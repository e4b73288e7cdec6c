package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import java.util.List;
import java.util.Set;

/**
 * Share of imports that comes from allied economies: members of the declared group, the buyer itself left out of the count.
 *
 * <p>a = Σ m_i over allies / T, within [a, a + u]. A bloc's own members are not among its suppliers. Not computable from part of the
 * partners: those left out may be allies.
 */
final class AlliedShare implements Measure {

    @Override
    public String id() {
        return "allied-share";
    }

    @Override
    public String formula() {
        return "a = Σ_{i allied} m_i / T";
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
                    profile.coverage() == Coverage.COMPLETE ? "reason.withheld-allies" : "reason.partial-allies")));
        }
        ExactSum allied = new ExactSum();
        double margin = 0;
        for (int rank = 0; rank < profile.supplierCount(); rank++) {
            Economy supplier = profile.supplier(rank);
            if (context.alliedSupply().contains(supplier) && !supplier.equals(profile.key().economy())) {
                allied.add(profile.amount(rank, basis));
                margin += profile.margin(rank, basis);
            }
        }
        return Reading.ofAll(ShareBounds.of(profile, basis, allied.value(), margin));
    }
}
