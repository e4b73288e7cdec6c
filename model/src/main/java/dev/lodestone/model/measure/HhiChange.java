package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Change of the concentration index since the last comparable year, and each supplier's part of it; the parts add up.
 *
 * <p>ΔHHI = Σ (s_i1 − s_i0)(s_i1 + s_i0); all unnamed partners count as one supplier, {@code X99}, as in the index. Listed without supplier
 * for the whole and for the suppliers that moved it most, the watched one always. Bounds: what the indexes' own bounds leave open; for a
 * supplier what is open of its shares. Not computable without two complete years that may be compared.
 */
final class HhiChange extends Described {

    /** Suppliers listed beside the watched one. */
    private static final int LISTED = 5;

    HhiChange() {
        super("hhi-change", Decomposition.HHI_FORMULA, Form.INDEX);
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context) {
        if (!profile.key().period().isCalendarYear()) {
            return List.of();
        }
        Change change = Change.to(profile, basis, context.records()).orElse(null);
        if (change == null) {
            return Reading.ofAll(Change.none(profile, basis));
        }
        Statement obstacle = Decomposition.obstacleOfHhi(change.before(), change.after(), basis);
        if (!obstacle.isEmpty()) {
            return Reading.ofAll(Outcome.notComputable(obstacle));
        }
        Outcome from = Concentration.hhi(change.before(), basis);
        Outcome to = Concentration.hhi(change.after(), basis);
        for (Outcome index : List.of(from, to)) {
            if (index.status() == Outcome.Status.NOT_COMPUTABLE) {
                return Reading.ofAll(index);
            }
        }
        HhiParts parts = HhiParts.of(change.before(), change.after(), basis);
        List<Reading> readings = new ArrayList<>();
        readings.add(new Reading("", change.difference((p, visible) -> Concentration.hhi(p, basis, visible), parts.change())));
        Map<String, Double> listed = new TreeMap<>();
        parts.of(context.watchedCode()).ifPresent(part -> listed.put(context.watchedCode().code(), part));
        parts.largest(LISTED).forEach(p -> listed.put(p.of(), p.total()));
        listed.forEach((supplier, part) -> readings.add(new Reading(supplier, part(change, supplier, part, basis))));
        return readings;
    }

    private static Outcome part(Change change, String supplier, double part, Basis basis) {
        if (supplier.equals(Economy.UNNAMED.code())) {
            return change.difference(unnamed(change.before(), basis), unnamed(change.after(), basis), part);
        }
        Outcome before = Shares.of(change.before(), basis, Economy.of(supplier));
        Outcome after = Shares.of(change.after(), basis, Economy.of(supplier));
        for (Outcome share : List.of(before, after)) {
            // Weights that are missing in part leave a supplier a least share and no most: its part could be anything.
            if (share.low().isEmpty() || share.high().isEmpty()) {
                return Outcome.notComputable(share.why());
            }
        }
        return change.difference((p, visible) -> HhiContribution.squared(p, basis, Set.of(Economy.of(supplier)), visible), part);
    }

    /** Partners that are not named may be many, each with next to nothing of the index. */
    private static Outcome unnamed(SupplierProfile profile, Basis basis) {
        double share = profile.partOf(profile.unnamed(basis), basis);
        // Half a step on every row, unnamed or not, is more than rounding can do.
        double most = share > 0 ? Math.min(1, share + profile.partOf(profile.totalMargin(basis), basis)) : 0;
        return Outcome.within(0, share * share, most * most, Reasons.unnamed(share));
    }

    @Override
    public List<Input> inputs(SupplierProfile profile, String supplier, Basis basis, MeasureContext context) {
        Optional<Change> change = Change.to(profile, basis, context.records());
        if (change.isEmpty() || supplier.equals(Economy.UNNAMED.code())) {
            return List.of();
        }
        return supplier.isEmpty()
                ? change.get().inputs("input.hhi-in", Term.words(""), p -> Concentration.hhi(p, basis))
                : change.get().inputs("input.share-in", context.records().name(Economy.of(supplier)), p -> Shares.of(p, basis, Economy.of(supplier)));
    }
}
