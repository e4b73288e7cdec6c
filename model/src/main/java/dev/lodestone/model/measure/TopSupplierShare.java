package dev.lodestone.model.measure;

import java.util.List;
import java.util.Set;

/**
 * The largest named supplier's share of imports; the column {@code supplier} says who it is.
 *
 * <p>max s_i, within [max s_i, max s_i + u]. From a series of main partners an upper bound (those left out are smaller); from selected
 * partners not computable, since a larger one may have been left out.
 */
final class TopSupplierShare implements Measure {

    @Override
    public String id() {
        return "top-supplier-share";
    }

    @Override
    public String formula() {
        return "max s_i";
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
        int top = profile.topRank(basis);
        String who = top < 0 ? "" : profile.supplier(top).code();
        Outcome share = Shares.top(profile, basis);
        return List.of(new Reading(share.status() == Outcome.Status.NOT_COMPUTABLE ? "" : who, share));
    }
}
