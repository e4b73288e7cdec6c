package dev.lodestone.model.measure;

import dev.lodestone.model.trade.Economy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a watch list and a single basis would hide: another supplier that carries the risk, a leader that differs by value and weight. */
public final class SupplierAlerts {

    /** Share from which another supplier is named. */
    public static final double LARGE = 0.30;

    /** Gain in share between two comparable years from which another supplier is named. */
    public static final double FAST = 0.10;

    private SupplierAlerts() {}

    /**
     * A supplier beside the watched one.
     *
     * @param supplier who
     * @param share its share, with bounds
     * @param gain change of share since the earlier year; 0 without one
     */
    public record Other(Economy supplier, Outcome share, double gain) {}

    /**
     * The largest suppliers by value and by weight, where they differ.
     *
     * @param byValue largest by value
     * @param byWeight largest by weight
     */
    public record Flip(Economy byValue, Economy byWeight) {}

    /**
     * Suppliers other than the watched one that hold at least {@link #LARGE} or gained at least {@link #FAST}, largest first.
     *
     * @param earlier a comparable year before; empty without one
     */
    public static List<Other> others(SupplierProfile profile, Optional<SupplierProfile> earlier, Basis basis, MeasureContext context) {
        List<Other> found = new ArrayList<>();
        for (SupplierFlow flow : profile.suppliers()) {
            if (context.watched().contains(flow.supplier())) {
                continue;
            }
            Outcome share = Shares.of(profile, basis, flow.supplier());
            if (!share.hasValue()) {
                continue;
            }
            double now = share.value().getAsDouble();
            double before = earlier.map(p -> Shares.of(p, basis, flow.supplier()))
                    .filter(Outcome::hasValue)
                    .map(o -> o.value().getAsDouble())
                    .orElse(now);
            if (now >= LARGE || now - before >= FAST) {
                found.add(new Other(flow.supplier(), share, now - before));
            }
        }
        found.sort((a, b) -> Double.compare(b.share().value().getAsDouble(), a.share().value().getAsDouble()));
        return List.copyOf(found);
    }

    /** The flip between value and weight; empty when one supplier leads in both or a basis cannot be used. */
    public static Optional<Flip> flip(SupplierProfile profile) {
        if (profile.obstacle(Basis.VALUE).isPresent() || profile.obstacle(Basis.WEIGHT).isPresent()) {
            return Optional.empty();
        }
        Optional<Economy> value = profile.top(Basis.VALUE).map(SupplierFlow::supplier);
        Optional<Economy> weight = profile.top(Basis.WEIGHT).map(SupplierFlow::supplier);
        return value.isPresent() && weight.isPresent() && !value.equals(weight)
                ? Optional.of(new Flip(value.get(), weight.get()))
                : Optional.empty();
    }
}
