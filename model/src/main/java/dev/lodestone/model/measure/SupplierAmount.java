package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What was bought from the watched supplier: value in US dollars, or net weight in kilograms.
 *
 * <p>m_i over the supplier's rows, within [m_i, m_i + U]: what was bought from partners that are not named may be the supplier's. Unlike its
 * share it asks for no total, so that it is known where a source holds main or selected partners alone. Not computable where such a source
 * leaves the supplier out or lists it without a value, without an exchange rate, or by weight without weights; where over 0.5 % of the
 * supplier's value has no weight, a lower bound. Dollars are those of the year.
 */
final class SupplierAmount extends Amount {

    SupplierAmount(Basis basis) {
        super("supplier", "m_i, within [m_i, m_i + U]", basis);
    }

    @Override
    public boolean isAlwaysTold() {
        return false;
    }

    @Override
    public String listedUnder(MeasureContext context) {
        return context.watchedCode().code();
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis on, MeasureContext context) {
        return List.of(new Reading(context.watchedCode().code(), of(profile, on, context.watched())));
    }

    static Outcome of(SupplierProfile profile, Basis basis, Set<Economy> suppliers) {
        // A supplier's weight asks for no total, neither of value nor of weight: one of them must be there.
        Basis told = basis == Basis.WEIGHT && profile.total(Basis.VALUE) <= 0 ? Basis.WEIGHT : Basis.VALUE;
        Optional<Statement> obstacle = profile.obstacle(told).or(() -> SupplierShare.leftOut(profile, basis, suppliers));
        if (obstacle.isPresent()) {
            return Outcome.notComputable(obstacle.get());
        }
        if (profile.isUntold(suppliers, basis)) {
            return Outcome.notComputable(Statement.of("reason.supplier-withheld"));
        }
        OptionalDouble rate = basis == Basis.VALUE ? profile.usdPerUnit() : OptionalDouble.of(1);
        if (rate.isEmpty()) {
            return Outcome.notComputable(Reasons.noRate(profile));
        }
        ExactSum bought = new ExactSum();
        ExactSum amount = new ExactSum();
        ExactSum weightless = new ExactSum();
        double margin = 0;
        for (Economy supplier : suppliers.stream().sorted().toList()) {
            int rank = profile.rankOf(supplier);
            if (rank >= 0) {
                bought.add(profile.amount(rank, Basis.VALUE));
                amount.add(profile.amount(rank, basis));
                weightless.add(profile.valueWithoutWeight(rank));
                margin += profile.margin(rank, basis);
            }
        }
        double lacking = bought.value() > 0 ? weightless.value() / bought.value() : 0;
        if (basis == Basis.WEIGHT && lacking > 1 - SupplierProfile.LEAST_WEIGHED) {
            return Outcome.notComputable(Statement.of("reason.weight-missing", Term.percent(lacking)));
        }
        double least = amount.value() * rate.getAsDouble();
        double open = margin >= ShareBounds.VISIBLE * amount.value() ? margin * rate.getAsDouble() : 0;
        double low = Math.max(0, least - open);
        if (basis == Basis.WEIGHT && (lacking > SupplierProfile.MISSING_WEIGHT_TOLERANCE || profile.hiddenWithoutWeight() > 0)) {
            return Outcome.atLeast(low, lacking > SupplierProfile.MISSING_WEIGHT_TOLERANCE
                    ? Statement.of("reason.weight-missing", Term.percent(lacking))
                    : profile.unnamed(Basis.VALUE) > 0 ? profile.unnamedReason(Basis.VALUE) : Reasons.rounded(Statement.NONE));
        }
        double hidden = profile.unnamed(basis) * rate.getAsDouble();
        // What has no name is rounded, too; what World rows hold beyond their partners is as open as these are.
        double rest = margin + profile.unnamedMargin(basis);
        double above = rest >= ShareBounds.VISIBLE * amount.value() ? rest * rate.getAsDouble() : open;
        Statement note = basis == Basis.VALUE ? profile.rate() : Statement.NONE;
        if (hidden > 0) {
            note = profile.unnamedReason(basis);
        }
        double silent = SupplierShare.soldInSilence(profile, basis, suppliers) * rate.getAsDouble();
        if (silent > 0) {
            note = Statement.of("reason.supplier-left-out-in-part", Term.percent(profile.boughtWhereLeftOut(suppliers)));
        }
        return Outcome.within(low, least, least + hidden + above + silent, above > 0 ? Reasons.rounded(note) : note);
    }
}
