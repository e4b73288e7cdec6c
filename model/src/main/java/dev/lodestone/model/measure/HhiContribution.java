package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Economy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What one supplier adds to the concentration index: the square of its share, so that the parts of all suppliers add up to the index.
 *
 * <p>c_i = s_i², 0..1; the watched supplier and the largest others. Bounds are those of the share, squared. Several that are watched as one
 * have the sum of their squares: at least that of their least shares and that of equal shares of what they have together, at most that of
 * their largest shares and that where all that is open is the largest one's. Not computable where the share is not.
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
        Outcome told = squared(profile, basis, suppliers, ShareBounds.VISIBLE);
        if (profile.totalMargin(basis) == 0) {
            return told;
        }
        // A square moves up to twice as far as its share: what no share shows may show here.
        Outcome open = squared(profile, basis, suppliers, 0);
        return ShareBounds.isMoved(told.low(), open.low()) || ShareBounds.isMoved(told.high(), open.high()) ? open : told;
    }

    static Outcome squared(SupplierProfile profile, Basis basis, Set<Economy> suppliers, double visible) {
        Outcome together = SupplierShare.share(profile, basis, suppliers, visible);
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
        List<Outcome> each = suppliers.stream().sorted().map(s -> SupplierShare.share(profile, basis, Set.of(s), visible)).toList();
        double all = together.high().orElse(1);
        double mostApart = sum(each, share -> square(share.high().orElse(all)));
        if (together.isUpperBound()) {
            return Outcome.atMost(Math.min(square(all), mostApart), together.why());
        }
        double leastApart = sum(each, share -> square(share.low().orElse(0)));
        long selling = each.stream().filter(share -> share.high().orElse(1) > 0).count();
        double low = Math.max(leastApart, square(together.low().getAsDouble()) / Math.max(1, selling));
        if (together.high().isEmpty()) {
            return Outcome.atLeast(low, together.why());
        }
        // What is open goes to the largest, where it raises the sum most; no supplier has more than its own bound.
        double largest = each.stream().mapToDouble(share -> share.low().orElse(0)).max().orElse(0);
        double open = Math.max(0, all - sum(each, share -> share.low().orElse(0)));
        double high = Math.min(square(all), Math.min(mostApart, leastApart - square(largest) + square(largest + open)));
        ExactSum squares = new ExactSum();
        suppliers.stream().sorted().forEach(s -> squares.add(square(profile.partOf(profile.find(s).map(f -> f.amount(basis)).orElse(0.0), basis))));
        if (together.isOk() && high - low < ShareBounds.VISIBLE) {
            return Outcome.of(squares.value(), together.why());
        }
        // Together they may be all there is, and each of them open.
        Statement why = together.isOk()
                ? each.stream().filter(share -> !share.isOk()).map(Outcome::why).findFirst().orElse(together.why())
                : together.why();
        return Outcome.within(Math.min(low, squares.value()), squares.value(), Math.max(high, squares.value()), why);
    }

    private static double sum(List<Outcome> shares, ToDoubleFunction<Outcome> part) {
        ExactSum sum = new ExactSum();
        shares.forEach(share -> sum.add(part.applyAsDouble(share)));
        return sum.value();
    }

    private static double square(double share) {
        return share * share;
    }
}
