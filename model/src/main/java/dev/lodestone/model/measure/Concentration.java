package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Coverage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Concentration of supply: the Herfindahl-Hirschman index, or its inverse, the number of equal suppliers that would give it.
 *
 * <p>HHI = Σ s_i², 0..1 (the 0..10 000 form is for paper only); N = 1/HHI. Shares are never rounded before squaring. With u the
 * unnamed share, the HHI lies between Σ s_i² over the named (u spread thin) and (s_max + u)² + Σ of the other squares (all of u is the
 * largest supplier's); the value given counts u as one supplier. Where the publisher rounds, each share's bounds are squared. From a series of main partners an upper bound: adding a
 * supplier lowers the index unless its share is about twice the index or more, and a main partner is not left out; where series of members, lines or months
 * are added up, only where they hold every supplier whose share is above the index. Not computable from selected partners.
 *
 * <p>Source: A. O. Hirschman, "The Paternity of an Index", American Economic Review 54 (1964), p. 761.
 */
final class Concentration implements Measure {

    private final boolean inverse;

    Concentration(boolean inverse) {
        this.inverse = inverse;
    }

    @Override
    public String id() {
        return inverse ? "effective-suppliers" : "hhi";
    }

    @Override
    public String formula() {
        return inverse ? "N = 1 / Σ s_i²" : "HHI = Σ s_i²";
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
    public Form form() {
        return inverse ? Form.NUMBER : Form.INDEX;
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context) {
        return Reading.ofAll(inverse ? effectiveSuppliers(profile, basis) : hhi(profile, basis));
    }

    static Outcome effectiveSuppliers(SupplierProfile profile, Basis basis) {
        Outcome told = hhi(profile, basis);
        if (told.status() == Outcome.Status.NOT_COMPUTABLE) {
            return told;
        }
        // A small index that moves by little moves its inverse by much.
        Outcome hhi = profile.totalMargin(basis) > 0 ? hhi(profile, basis, ShareBounds.VISIBLE * told.value().orElse(told.high().orElse(1))) : told;
        if (hhi.isUpperBound()) {
            return Outcome.atLeast(1 / hhi.high().getAsDouble(), hhi.why());
        }
        double most = 1 / hhi.low().getAsDouble();
        // An index that may be nothing, where rounding may hide every supplier, leaves their number open upwards.
        return Double.isInfinite(most)
                ? Outcome.atLeast(1 / hhi.high().getAsDouble(), hhi.why())
                : Outcome.within(1 / hhi.high().getAsDouble(), 1 / hhi.value().getAsDouble(), most, hhi.why());
    }

    static Outcome hhi(SupplierProfile profile, Basis basis) {
        return hhi(profile, basis, ShareBounds.VISIBLE);
    }

    static Outcome hhi(SupplierProfile profile, Basis basis, double visible) {
        if (profile.obstacle(basis).isPresent()) {
            return Outcome.notComputable(profile.obstacle(basis).get());
        }
        OptionalDouble ofSomeone = profile.totalMargin(basis) > 0 ? OptionalDouble.empty() : profile.ofSomeone(basis);
        if (profile.withheldFlows(basis) > 0 && ofSomeone.isEmpty()) {
            return Outcome.notComputable(Statement.of("reason.withheld-large"));
        }
        if (profile.coverage() == Coverage.SELECTED_PARTNERS) {
            return Outcome.notComputable(Statement.of("reason.selected-larger"));
        }
        if (profile.coverage() == Coverage.MAIN_PARTNERS && basis == Basis.WEIGHT) {
            return Outcome.notComputable(Statement.of("reason.main-by-value"));
        }
        double x = ofSomeone.orElse(0);
        double total = profile.total(basis) + x;
        double hidden = (profile.unnamed(basis) + x) / total;
        ExactSum squares = new ExactSum();
        double largest = 0;
        for (int rank = 0; rank < profile.supplierCount(); rank++) {
            double share = profile.amount(rank, basis) / total;
            squares.add(share * share);
            largest = Math.max(largest, share);
        }
        double low = squares.value();
        if (low <= 0) {
            return Outcome.notComputable(Statement.of("reason.no-supplier"));
        }
        if (profile.coverage() == Coverage.MAIN_PARTNERS) {
            // More of a supplier raises the index where its share is above the index: the largest always, at times another.
            for (int rank = 0; rank < profile.supplierCount(); rank++) {
                boolean raises = profile.amount(rank, basis) >= total * low;
                Optional<Statement> leftOut = raises ? SupplierShare.largeLeftOut(profile, basis, profile.supplier(rank)) : Optional.empty();
                if (leftOut.isPresent()) {
                    return Outcome.notComputable(leftOut.get());
                }
            }
            Optional<Statement> raised = MainPartners.mayRaise(profile, low);
            if (raised.isPresent()) {
                return Outcome.notComputable(raised.get());
            }
        }
        double high = Math.min(1, low - largest * largest + (largest + hidden) * (largest + hidden));
        double value = Math.min(high, low + hidden * hidden);
        Statement why = profile.coverage() == Coverage.MAIN_PARTNERS ? Reasons.partial(profile, basis) : Reasons.unnamed(hidden);
        if (x > 0) {
            double told = profile.total(basis);
            value = Math.clamp(squares.value() * total * total / (told * told), low, high);
            why = Statement.of("reason.of-someone", Term.percent(x / total));
        }
        if (profile.totalMargin(basis) > 0) {
            double least = 0;
            double most = 0;
            for (int rank = 0; rank < profile.supplierCount(); rank++) {
                ShareBounds.Rounded share =
                        ShareBounds.rounded(profile, basis, profile.amount(rank, basis), profile.margin(rank, basis));
                least += square(share.low());
                // The unnamed are in every share's high; the index gives them to the largest alone.
                most += square(Math.max(0, share.high() - (profile.amount(rank, basis) / total == largest ? 0 : hidden)));
            }
            if (low - least >= visible || most - high >= visible) {
                low = Math.min(low, least);
                high = Math.min(1, Math.max(high, most));
                why = Reasons.rounded(why);
            }
        }
        if (profile.coverage() == Coverage.MAIN_PARTNERS) {
            return Outcome.atMost(MainPartners.mostIndex(profile, squares.value(), high), why);
        }
        return why.isEmpty() ? Outcome.of(Math.min(1, low)) : Outcome.within(Math.min(1, low), Math.min(high, value), high, why);
    }

    private static double square(double share) {
        return share * share;
    }
}
