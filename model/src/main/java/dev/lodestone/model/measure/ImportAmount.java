package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import java.util.List;
import java.util.Set;

/**
 * Imports of a stage or line in a period: value in US dollars, or net weight in kilograms.
 *
 * <p>T = Σ m_i over all partners, unnamed ones included. A lower bound where the source holds only part of the partners or withholds
 * some, and by weight where more than 0.5 % of the value has no weight. Not computable without an exchange rate, or by weight where more
 * than half of the value has none.
 */
final class ImportAmount implements Measure {

    private final Basis basis;

    ImportAmount(Basis basis) {
        this.basis = basis;
    }

    @Override
    public String id() {
        return basis == Basis.VALUE ? "import-value" : "import-weight";
    }

    @Override
    public String formula() {
        return "T = Σ m_i";
    }

    @Override
    public String unit() {
        return basis == Basis.VALUE ? "USD" : "kg";
    }

    @Override
    public Set<Basis> bases() {
        return Set.of(basis);
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis on, MeasureContext context) {
        if (on == Basis.WEIGHT && profile.isWeighedInPart()) {
            return Reading.ofAll(WeighedInPart.total(profile));
        }
        if (profile.obstacle(on).isPresent()) {
            return Reading.ofAll(Outcome.notComputable(profile.obstacle(on).get()));
        }
        double factor = 1;
        if (on == Basis.VALUE) {
            if (profile.usdPerUnit().isEmpty()) {
                return Reading.ofAll(Outcome.notComputable(Reasons.noRate(profile)));
            }
            factor = profile.usdPerUnit().getAsDouble();
        }
        double total = profile.total(on) * factor;
        double open = profile.totalMargin(on) * factor;
        if (open < ShareBounds.VISIBLE * total) {
            open = 0;
        }
        Statement rate = on == Basis.VALUE ? profile.rate() : Statement.NONE;
        if (open > 0 && profile.isComplete()) {
            return Reading.ofAll(Outcome.within(Math.max(0, total - open), total, total + open, Reasons.rounded(rate)));
        }
        return Reading.ofAll(
                profile.isComplete()
                        ? Outcome.of(total, rate)
                        : Outcome.atLeast(total - open, Reasons.partial(profile)));
    }
}
