package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/**
 * The change of the watched supplier's share of a stage, taken apart by customs line: how far the share moved inside the lines, and how
 * far the lines' weights in the stage moved. Both parts of all lines add up to the change of the share.
 *
 * <p>Within: Σ w̄_k Δs_k. Mix: Σ s̄_k Δw_k; w_k is the line's part of the stage, s_k the share inside it, bars are means of the two years.
 * The stage has the sums, each line its own part. Not computable where the stage is told by one code, where lines do not add up to it, or
 * without two complete years that may be compared. The value counts named partners; what unnamed ones hide inside a line, and what the
 * publisher rounds away of its share and weight, is in the bounds ({@link LineInterval}).
 */
final class MixAgainstWithin extends Described {

    /** Lines and stage count as equal within this part. */
    private static final double TOLERANCE = 0.001;

    private final ToDoubleFunction<Decomposition.Part> part;
    private final BiFunction<LineInterval, LineInterval, LineInterval.Open> range;

    private MixAgainstWithin(
            String id, String formula, ToDoubleFunction<Decomposition.Part> part, BiFunction<LineInterval, LineInterval, LineInterval.Open> range) {
        super(id, formula, Form.DIFFERENCE);
        this.part = part;
        this.range = range;
    }

    static MixAgainstWithin within() {
        return new MixAgainstWithin("share-change-within", "Σ w̄_k Δs_k", Decomposition.Part::within, LineInterval::within);
    }

    static MixAgainstWithin mix() {
        return new MixAgainstWithin("share-change-mix", "Σ s̄_k Δw_k", Decomposition.Part::mix, LineInterval::mix);
    }

    @Override
    public String listedUnder(MeasureContext context) {
        return context.watchedCode().code();
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context) {
        if (!profile.key().period().isCalendarYear()) {
            return List.of();
        }
        Records records = context.records();
        String code = context.watchedCode().code();
        Optional<SupplierProfile> whole = profile.key().isWholeStage() ? Optional.of(profile) : records.whole(profile);
        if (whole.isEmpty() || (!profile.key().isWholeStage() && records.lines(whole.get()).stream().noneMatch(l -> l.key().equals(profile.key())))) {
            return List.of();
        }
        Optional<Change> change = Change.to(whole.get(), basis, records);
        if (change.isEmpty()) {
            return List.of(new Reading(code, Change.none(whole.get(), basis)));
        }
        List<SupplierProfile> before = records.lines(change.get().before());
        List<SupplierProfile> after = records.lines(change.get().after());
        if (!addsUp(before, change.get().before(), basis) || !addsUp(after, change.get().after(), basis)) {
            return List.of(new Reading(code, Outcome.notComputable(Statement.of("reason.one-line"))));
        }
        LineShifts shifts = whole.get().shifts(before, after, context.watched(), basis);
        if (!shifts.parts().why().isEmpty()) {
            return List.of(new Reading(code, Outcome.notComputable(shifts.parts().why())));
        }
        ExactSum sum = new ExactSum();
        double least = 0;
        double most = 0;
        for (Decomposition.Part p : shifts.parts().parts()) {
            if (profile.key().isWholeStage() || p.of().equals(profile.key().commodity())) {
                sum.add(part.applyAsDouble(p));
                LineInterval.Open open = range.apply(
                        LineInterval.orGone(shifts.from(), p.of(), shifts.to()), LineInterval.orGone(shifts.to(), p.of(), shifts.from()));
                least += open.low();
                most += open.high();
            }
        }
        double value = sum.value();
        return List.of(new Reading(
                code,
                value - least >= ShareBounds.VISIBLE || most - value >= ShareBounds.VISIBLE
                        ? Outcome.within(Math.min(least, value), value, Math.max(most, value), change.get().since())
                        : Outcome.of(value, change.get().since())));
    }

    private static boolean addsUp(List<SupplierProfile> lines, SupplierProfile whole, Basis basis) {
        double sum = lines.stream().mapToDouble(p -> p.total(basis)).sum();
        return lines.size() > 1 && Math.abs(sum - whole.total(basis)) <= TOLERANCE * whole.total(basis);
    }

    @Override
    public List<Input> inputs(SupplierProfile profile, String supplier, Basis basis, MeasureContext context) {
        Records records = context.records();
        Optional<SupplierProfile> whole = profile.key().isWholeStage() ? Optional.of(profile) : records.whole(profile);
        List<Input> inputs = new ArrayList<>();
        whole.flatMap(w -> Change.to(w, basis, records)).ifPresent(change -> {
            for (SupplierProfile year : List.of(change.before(), change.after())) {
                for (SupplierProfile line : records.lines(year)) {
                    Term code = Term.words(line.key().commodity());
                    Term period = Term.span(line.key().period());
                    Shares.of(line, basis, context.watched()).value().ifPresent(s -> {
                        inputs.add(new Input(Statement.of("input.line-weight", code, period), line.total(basis) / year.total(basis), "1"));
                        inputs.add(new Input(Statement.of("input.line-share", code, period), s, "1"));
                    });
                }
            }
        });
        return inputs;
    }
}
