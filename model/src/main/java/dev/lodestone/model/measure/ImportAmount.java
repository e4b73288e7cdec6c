package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import java.util.List;

/**
 * Imports of a stage or line in a period: value in US dollars, or net weight in kilograms.
 *
 * <p>T = Σ m_i over all partners, unnamed ones included. A lower bound where the source holds only part of the partners or withholds
 * some, and by weight where more than 0.5 % of the value has no weight. Not computable without an exchange rate, or by weight where more
 * than half of the value has none.
 */
final class ImportAmount extends Amount {

    ImportAmount(Basis basis) {
        super("import", "T = Σ m_i", basis);
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis on, MeasureContext context) {
        if (on == Basis.WEIGHT || profile.obstacle(on).isPresent()) {
            return Reading.ofAll(total(profile, on, 1, Statement.NONE));
        }
        return Reading.ofAll(profile.usdPerUnit().isEmpty()
                ? Outcome.notComputable(Reasons.noRate(profile))
                : total(profile, on, profile.usdPerUnit().getAsDouble(), profile.rate()));
    }

    /** All that was bought, in units of which one of the profile's makes a factor. */
    static Outcome total(SupplierProfile profile, Basis on, double factor, Statement note) {
        if (on == Basis.WEIGHT && profile.isWeighedInPart()) {
            return WeighedInPart.total(profile);
        }
        if (profile.obstacle(on).isPresent()) {
            return Outcome.notComputable(profile.obstacle(on).get());
        }
        double total = profile.total(on) * factor;
        double open = profile.totalMargin(on) * factor;
        if (open < ShareBounds.VISIBLE * total) {
            open = 0;
        }
        if (open > 0 && profile.isComplete(on)) {
            return Outcome.within(Math.max(0, total - open), total, total + open, Reasons.rounded(note));
        }
        return profile.isComplete(on) ? Outcome.of(total, note) : Outcome.atLeast(Math.max(0, total - open), Reasons.partial(profile, on));
    }
}
