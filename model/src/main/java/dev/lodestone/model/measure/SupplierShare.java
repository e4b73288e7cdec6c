package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A supplier's share of imports.
 *
 * <p>s_i = m_i / T, 0..1; higher means more dependent on that supplier. With u the share of T whose partner is not named, the true
 * share lies in [s_i, s_i + u]. A series that holds only part of the partners gives m_i / Σ(listed) as an upper bound, without a low.
 * Not computable where such a series leaves the supplier out, or lists it without a value: its absence says nothing. Listed for the
 * watched supplier, present or not, and for the largest suppliers.
 */
final class SupplierShare implements Measure {

    /** Suppliers listed beside the watched one. */
    static final int LISTED = 8;

    @Override
    public String id() {
        return "supplier-share";
    }

    @Override
    public String formula() {
        return "s_i = m_i / T, within [s_i, s_i + u]";
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
        List<Reading> readings = new ArrayList<>();
        readings.add(new Reading(context.watchedCode().code(), share(profile, basis, context.watched())));
        if (profile.obstacle(basis).isPresent()) {
            return readings;
        }
        Set<Economy> listed = new LinkedHashSet<>();
        profile.suppliers().stream()
                .sorted((a, b) -> Double.compare(b.amount(basis), a.amount(basis)))
                .map(SupplierFlow::supplier)
                .filter(s -> !context.watched().contains(s))
                .limit(LISTED)
                .forEach(listed::add);
        for (Economy supplier : listed) {
            readings.add(new Reading(supplier.code(), share(profile, basis, Set.of(supplier))));
        }
        return readings;
    }

    static Outcome share(SupplierProfile profile, Basis basis, Set<Economy> suppliers) {
        if (profile.obstacle(basis).isPresent()) {
            return Outcome.notComputable(profile.obstacle(basis).get());
        }
        List<SupplierFlow> flows =
                suppliers.stream().sorted().flatMap(s -> profile.find(s).stream()).toList();
        if (!profile.isComplete()) {
            if (flows.stream().anyMatch(f -> !f.isFullyTold())) {
                return Outcome.notComputable(Statement.of("reason.supplier-withheld"));
            }
            if (profile.coverage() != Coverage.COMPLETE && flows.size() < suppliers.size()) {
                boolean main = profile.coverage() == Coverage.MAIN_PARTNERS;
                return Outcome.notComputable(Statement.of(
                        flows.isEmpty()
                                ? main ? "reason.supplier-not-main" : "reason.supplier-not-selected"
                                : main ? "reason.supplier-part-main" : "reason.supplier-part-selected"));
            }
        }
        ExactSum sum = new ExactSum();
        flows.forEach(f -> sum.add(f.amount(basis)));
        double total = profile.total(basis);
        double share = Math.min(1, sum.value() / total);
        double hidden = profile.unnamed(basis) / total;
        if (!profile.isComplete()) {
            return Outcome.atMost(Math.min(1, share + hidden), Reasons.partial(profile));
        }
        return Outcome.within(share, share, Math.min(1, share + hidden), Reasons.unnamed(hidden));
    }
}
