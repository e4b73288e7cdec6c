package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Change of all imports against the last comparable year: "imports fell by 29.3 %".
 *
 * <p>g = T_1/T_0 − 1, above −1; T as in {@link ImportAmount}, by value in the currency of the statistics where both years have one, so that no
 * exchange rate counts as trade, else in dollars. Of calendar years, the later against the newest before it that may be compared with it and is told
 * whole on the basis; where there is none, against the newest whose total is known as a lower bound. A later year of which only part is known gives a
 * lower bound, an earlier one an upper bound, both nothing. Rounding of both years is in the bounds. Not computable without imports in either year. By
 * value prices count, by weight they do not.
 */
final class ImportChange extends Described {

    ImportChange() {
        super("import-change", "g = T_1/T_0 − 1", Form.SHARE);
    }

    /** A later year and the one that it is held against. */
    private record Years(SupplierProfile before, SupplierProfile after) {}

    @Override
    public List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context) {
        if (!profile.key().period().isCalendarYear()) {
            return List.of();
        }
        Outcome after = inOwnCurrency(profile, basis);
        if (after.low().isEmpty()) {
            return Reading.ofAll(after);
        }
        return Reading.ofAll(years(profile, basis, context.records())
                .map(years -> change(years, basis))
                .orElseGet(() -> Outcome.notComputable(after.hasValue() ? Statement.of("reason.no-earlier-year") : after.why())));
    }

    private static Optional<Years> years(SupplierProfile after, Basis basis, Records records) {
        Optional<SupplierProfile> whole = records.earlier(after, basis);
        boolean isWhole = inOwnCurrency(after, basis).hasValue();
        return whole.or(() -> isWhole
                        ? records.before(after).stream().filter(p -> inOwnCurrency(p, basis).low().isPresent()).findFirst()
                        : Optional.empty())
                .map(before -> new Years(before, after));
    }

    private static Outcome inOwnCurrency(SupplierProfile profile, Basis basis) {
        return ImportAmount.total(profile, basis, 1, Statement.NONE);
    }

    private static Outcome change(Years years, Basis basis) {
        SupplierProfile before = years.before();
        SupplierProfile after = years.after();
        boolean oneCurrency = basis == Basis.WEIGHT || before.currency().equals(after.currency());
        for (SupplierProfile p : List.of(before, after)) {
            if (!oneCurrency && p.usdPerUnit().isEmpty()) {
                return Outcome.notComputable(Reasons.noRate(p));
            }
        }
        Outcome from = ImportAmount.total(before, basis, oneCurrency ? 1 : before.usdPerUnit().getAsDouble(), Statement.NONE);
        Outcome to = ImportAmount.total(after, basis, oneCurrency ? 1 : after.usdPerUnit().getAsDouble(), Statement.NONE);
        Term year = Term.year(before.key().period().year());
        Statement against = basis == Basis.WEIGHT
                ? Statement.of("reason.against", year)
                : Statement.of("reason.against-in", year, Term.words(oneCurrency ? after.currency() : "USD"));
        OptionalDouble low = from.high().isPresent() ? less(to.low().getAsDouble() / from.high().getAsDouble()) : OptionalDouble.empty();
        OptionalDouble high = to.high().isPresent() ? less(to.high().getAsDouble() / from.low().getAsDouble()) : OptionalDouble.empty();
        if (from.hasValue() && to.hasValue()) {
            double value = to.value().getAsDouble() / from.value().getAsDouble() - 1;
            Statement why = from.isOk() && to.isOk() ? against : Reasons.rounded(against);
            if (high.isPresent() && low.isPresent() && Double.isFinite(value)) {
                return Outcome.within(low.getAsDouble(), value, high.getAsDouble(), why);
            }
            return low.isPresent() ? Outcome.atLeast(low.getAsDouble(), why) : Outcome.notComputable(Statement.of("defect.too-large"));
        }
        Statement why = Statement.of(from.hasValue() ? "reason.against-later-open" : "reason.against-earlier-open", against);
        if (low.isPresent()) {
            return Outcome.atLeast(low.getAsDouble(), why);
        }
        return high.isPresent() ? Outcome.atMost(high.getAsDouble(), why) : Outcome.notComputable(Statement.of("defect.too-large"));
    }

    /** A ratio less one; nothing where what it is held against may be nothing. */
    private static OptionalDouble less(double ratio) {
        return Double.isFinite(ratio) ? OptionalDouble.of(ratio - 1) : OptionalDouble.empty();
    }

    @Override
    public List<Input> inputs(SupplierProfile profile, String supplier, Basis basis, MeasureContext context) {
        List<Input> inputs = new ArrayList<>();
        years(profile, basis, context.records()).ifPresent(years -> {
            for (SupplierProfile p : List.of(years.before(), years.after())) {
                inputs.add(new Input(
                        Statement.of("input.imports-in", Term.span(p.key().period())), p.total(basis), basis == Basis.VALUE ? p.currency() : "kg"));
            }
        });
        return inputs;
    }
}
