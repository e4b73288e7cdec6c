package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Two years that may be compared: a calendar year in which every partner is told, and the newest such year before it.
 *
 * @param before the earlier year
 * @param after the later year
 */
record Change(SupplierProfile before, SupplierProfile after) {

    /** The change that leads to a profile; empty where nothing can be compared, and {@link #obstacle} says why. */
    static Optional<Change> to(SupplierProfile after, Basis basis, Records records) {
        return obstacle(after, basis).isPresent()
                ? Optional.empty()
                : records.earlier(after, basis).map(before -> new Change(before, after));
    }

    /** Why there is no change to be told. */
    static Outcome none(SupplierProfile after, Basis basis) {
        return Outcome.notComputable(obstacle(after, basis).orElse(Statement.of("reason.no-earlier-year")));
    }

    private static Optional<Statement> obstacle(SupplierProfile after, Basis basis) {
        if (!after.key().period().isCalendarYear()) {
            return Optional.of(Statement.of("reason.part-year"));
        }
        if (after.obstacle(basis).isPresent()) {
            return after.obstacle(basis);
        }
        return after.isComplete(basis) ? Optional.empty() : Optional.of(Reasons.partial(after, basis));
    }

    /** Says which year the change begins with. */
    Statement since() {
        return Statement.of("reason.since", Term.year(before.key().period().year()));
    }

    /** The difference of two figures with what their bounds leave open. */
    Outcome difference(Outcome from, Outcome to, double change) {
        double low = Math.min(change, to.low().orElse(change) - from.high().orElse(0));
        double high = Math.max(change, to.high().orElse(change) - from.low().orElse(0));
        return from.isOk() && to.isOk() ? Outcome.of(change, since()) : Outcome.within(low, change, high, since());
    }

    /** A figure of a year, with the bounds that rounding moves by an amount or more. */
    @FunctionalInterface
    interface Figure {
        Outcome of(SupplierProfile profile, double visible);
    }

    /** As {@link #difference(Outcome, Outcome, double)}: what rounding leaves open of either year and no page shows may show in the difference of both. */
    Outcome difference(Figure figure, double change) {
        Outcome told = difference(figure.of(before, ShareBounds.VISIBLE), figure.of(after, ShareBounds.VISIBLE), change);
        Outcome open = difference(figure.of(before, 0), figure.of(after, 0), change);
        return ShareBounds.isMoved(told.low(), open.low()) || ShareBounds.isMoved(told.high(), open.high()) ? open : told;
    }

    /** One figure of each year, the earlier first. */
    List<Measure.Input> inputs(String key, Term about, Function<SupplierProfile, Outcome> figure) {
        List<Measure.Input> inputs = new ArrayList<>();
        for (SupplierProfile p : List.of(before, after)) {
            figure.apply(p).value().ifPresent(v ->
                    inputs.add(new Measure.Input(Statement.of(key, Term.span(p.key().period()), about), v, "1")));
        }
        return inputs;
    }
}
