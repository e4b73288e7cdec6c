package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What is paid for the watched supplier's goods against all others', same code and period.
 *
 * <p>g = UV_watched / UV_others, each as in {@link UnitValue}; below 1 the watched supplier is the cheaper one. Not computable where one
 * of the two unit values is not. Grades differ between suppliers: a gap is a question, not a price difference.
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
        return List.of(new Reading(context.watchedCode().code(), Reasons.onRecord(profile, gap(profile, context))));
    }

    static Outcome gap(SupplierProfile profile, MeasureContext context) {
        IntPredicate watchedRanks = UnitValue.among(profile, context.watched());
        Outcome watched = UnitValue.of(profile, context.watched());
        Outcome others = UnitValue.unitValue(profile, watchedRanks.negate());
        if (watched.status() == Outcome.Status.NOT_COMPUTABLE) {
            return watched;
        }
        if (others.status() == Outcome.Status.NOT_COMPUTABLE) {
            Statement why = profile.flaw().isEmpty() ? Statement.of("reason.other-suppliers", others.why()) : others.why();
            return Outcome.notComputable(why);
        }
        if (!watched.hasValue() || !others.hasValue()) {
            return Outcome.notComputable(Statement.of("reason.rounded"));
        }
        double gap = watched.value().getAsDouble() / others.value().getAsDouble();
        if (!watched.isOk() || !others.isOk()) {
            double low = watched.low().getAsDouble() / others.high().getAsDouble();
            return others.low().getAsDouble() > 0
                    ? Outcome.within(low, gap, watched.high().getAsDouble() / others.low().getAsDouble(), Statement.of("reason.rounded"))
                    : Outcome.atLeast(low, Statement.of("reason.rounded"));
        }
        Statement note = watched.why().isEmpty() && others.why().isEmpty() ? Statement.NONE : Statement.of("reason.weighed");
        return Outcome.of(gap, note);
    }
}
