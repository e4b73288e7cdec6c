package dev.lodestone.model.measure;

import dev.lodestone.model.trade.Economy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What one supplier adds to the concentration index: the square of its share, so that the parts of all suppliers add up to the index.
 *
 * <p>c_i = s_i², 0..1; the watched supplier, taken as one, and the largest others. Bounds are those of the share, squared. Not computable
 * where the share is not.
 */
final class HhiContribution extends Described {

    HhiContribution() {
        super("hhi-contribution", "c_i = s_i²", Form.INDEX);
    }

    @Override
    public String listedUnder(MeasureContext context) {
        return context.watchedCode().code();
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context) {
        List<Reading> readings = new ArrayList<>();
        readings.add(new Reading(context.watchedCode().code(), squared(profile, basis, context.watched())));
        if (profile.obstacle(basis).isEmpty()) {
            for (Economy supplier : SupplierShare.largest(profile, basis, context)) {
                readings.add(new Reading(supplier.code(), squared(profile, basis, Set.of(supplier))));
            }
        }
        return readings;
    }

    /** Squares of single suppliers' shares: several that are watched as one are still several suppliers to the index. */
    private static Outcome squared(SupplierProfile profile, Basis basis, Set<Economy> suppliers) {
        if (profile.obstacle(basis).isPresent()) {
            return Outcome.notComputable(profile.obstacle(basis).get());
        }
        Outcome together = SupplierShare.share(profile, basis, suppliers);
        if (together.status() == Outcome.Status.NOT_COMPUTABLE) {
            return together;
        }
        if (suppliers.size() == 1 && together.low().isPresent() && together.high().isPresent()) {
            return Outcome.within(
                    square(together.low().getAsDouble()), square(together.value().orElse(together.low().getAsDouble())),
                    square(together.high().getAsDouble()), together.why());
        }
        if (suppliers.size() == 1 && together.isUpperBound()) {
            return Outcome.atMost(square(together.high().getAsDouble()), together.why());
        }
        if (together.high().isEmpty()) {
            // One supplier at least has the mean of their shares.
            return Outcome.atLeast(square(together.low().getAsDouble()) / suppliers.size(), together.why());
        }
        ExactSum squares = new ExactSum();
        double largest = 0;
        for (Economy supplier : suppliers) {
            double share = profile.find(supplier).map(f -> f.amount(basis) / profile.total(basis)).orElse(0.0);
            squares.add(share * share);
            largest = Math.max(largest, share);
        }
        double low = Math.min(1, squares.value());
        double hidden = profile.unnamed(basis) / profile.total(basis);
        double high = Math.min(1, low - largest * largest + (largest + hidden) * (largest + hidden));
        if (together.isUpperBound()) {
            return Outcome.atMost(high, together.why());
        }
        return new Outcome(
                hidden > 0 ? Outcome.Status.BOUNDED : Outcome.Status.OK,
                OptionalDouble.of(low), OptionalDouble.of(low), OptionalDouble.of(Math.max(low, high)), together.why());
    }

    private static double square(double share) {
        return share * share;
    }
}
