package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Coverage;
import java.util.OptionalDouble;

/** Wordings of reasons that several measures give. */
final class Reasons {

    /** Below, a percentage with one decimal would read as none. */
    private static final double LEAST_SHOWN = 0.0005;

    private Reasons() {}

    static Statement partial(SupplierProfile profile, Basis basis) {
        if (profile.coverage() == Coverage.COMPLETE) {
            return Statement.of(
                    basis == Basis.VALUE ? "reason.withheld-bound" : "reason.unweighed-bound", Term.count(profile.withheldFlows(basis)));
        }
        return Statement.of(
                profile.coverage() == Coverage.MAIN_PARTNERS ? "reason.main-partners-bound" : "reason.selected-partners-bound");
    }

    /** Says nothing where every partner is named. */
    static Statement unnamed(double share) {
        if (share <= 0) {
            return Statement.NONE;
        }
        return share < LEAST_SHOWN ? Statement.of("reason.unnamed-little", Term.percent(2 * LEAST_SHOWN)) : Statement.of("reason.unnamed", Term.percent(share));
    }

    /** Adds that the publisher rounds to what else leaves a figure open. */
    static Statement rounded(Statement why) {
        return why.isEmpty() ? Statement.of("reason.rounded") : Statement.of("reason.rounded-and", why);
    }

    /** Per cent with one decimal, or with as many as show that it is not nothing. */
    static Term percent(double share) {
        return share >= LEAST_SHOWN ? Term.percent(share) : new Term.Percent(share, 4);
    }

    /** One reason and another; either may say nothing. */
    static Statement both(Statement one, Statement other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return Statement.of("reason.both", one, other);
    }

    /**
     * A figure over suppliers as one over those on record alone, where the source holds only some: of the others nothing is known, so that the
     * figure of all has no bound.
     */
    static Outcome onRecord(Outcome outcome) {
        if (!outcome.hasValue()) {
            return outcome;
        }
        Statement why = outcome.why().isEmpty()
                ? Statement.of("reason.on-record")
                : Statement.of("reason.on-record-and", outcome.why());
        return new Outcome(Outcome.Status.BOUNDED, outcome.value(), OptionalDouble.empty(), OptionalDouble.empty(), why);
    }

    static Statement noRate(SupplierProfile profile) {
        return Statement.of(
                "reason.no-rate", Term.words(profile.currency()), Term.year(profile.key().period().year()));
    }
}
