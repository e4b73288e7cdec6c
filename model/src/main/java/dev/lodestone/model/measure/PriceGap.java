package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What is paid for the watched supplier's goods against all others', same code and period.
 *
 * <p>g = UV_watched / UV_others, each as in {@link UnitValue}; below 1 the watched supplier is the cheaper one. Within
 * [low_watched / high_others, high_watched / low_others]; of a series of part of the partners the value is that of those, and there is no bound.
 * Not computable where one of the two unit values is not. Grades differ between suppliers: a gap is a question, not a price difference.
 */
final class PriceGap implements Measure {

    static final String ID = "price-gap";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String formula() {
        return "g = UV_watched / UV_others";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public Set<Basis> bases() {
        return Set.of(Basis.VALUE);
    }

    @Override
    public Form form() {
        return Form.NUMBER;
    }

    @Override
    public String listedUnder(MeasureContext context) {
        return context.watchedCode().code();
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context) {
        return List.of(new Reading(context.watchedCode().code(), gap(profile, context)));
    }

    static Outcome gap(SupplierProfile profile, MeasureContext context) {
        IntPredicate watchedRanks = UnitValue.among(profile, context.watched());
        Outcome watched = UnitValue.of(profile, context.watched());
        Outcome others = UnitValue.of(profile, watchedRanks.negate());
        if (watched.status() == Outcome.Status.NOT_COMPUTABLE) {
            return watched;
        }
        if (others.status() == Outcome.Status.NOT_COMPUTABLE) {
            Statement why = profile.flaw().isEmpty() ? Statement.of("reason.other-suppliers", others.why()) : others.why();
            return Outcome.notComputable(why);
        }
        // What unnamed partners sold moves the two unit values apart at both ends: all of their value to one side, all of their weight to the other.
        OptionalDouble low = ratio(watched.low(), others.high());
        OptionalDouble value = ratio(watched.value(), others.value());
        OptionalDouble high = ratio(watched.high(), others.low());
        if (low.isEmpty() && value.isEmpty() && high.isEmpty()) {
            return Outcome.notComputable(watched.hasValue() && others.hasValue() ? Statement.of("defect.too-large") : Reasons.both(watched.why(), others.why()));
        }
        if (watched.isOk() && others.isOk()) {
            return Outcome.of(value.getAsDouble());
        }
        Statement why = watched.why().equals(others.why()) ? watched.why() : Reasons.both(watched.why(), others.why());
        return new Outcome(Outcome.Status.BOUNDED, value, low, high, why);
    }

    /** Absent where one is unknown or nothing, or where the ratio is no number. */
    private static OptionalDouble ratio(OptionalDouble above, OptionalDouble below) {
        if (above.isEmpty() || below.isEmpty()) {
            return OptionalDouble.empty();
        }
        double ratio = above.getAsDouble() / below.getAsDouble();
        return Double.isFinite(ratio) ? OptionalDouble.of(ratio) : OptionalDouble.empty();
    }
}
