package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import java.util.Optional;
import java.util.Set;

/**
 * Shares and concentration of one profile, for callers that need a single figure. All are fractions, 0 to 1 (a share of 0.7 is 70%), with bounds for what
 * partners that are not named may change; what cannot be known is an {@link Outcome} with its reason, never an exception or NaN. Each one's formula, source
 * and reference values: {@link Measures} and {@code docs/METHODS.md}.
 */
public final class Shares {

    /** Percentages have one decimal. */
    private static final double PRINTED = 1000;

    private Shares() {}

    /** From a share to a share, in words; one share where both print alike. */
    public static Statement span(double low, double high) {
        Term from = Term.percent(low);
        return Math.round(PRINTED * low) == Math.round(PRINTED * high)
                ? Statement.of("share.exact", from)
                : Statement.of("share.between", from, Term.percent(high));
    }

    /** Share of one supplier, with bounds. */
    public static Outcome of(SupplierProfile profile, Basis basis, Economy supplier) {
        return SupplierShare.share(profile, basis, Set.of(supplier));
    }

    /** Share of several suppliers taken as one, with bounds. */
    public static Outcome of(SupplierProfile profile, Basis basis, Set<Economy> suppliers) {
        return SupplierShare.share(profile, basis, suppliers);
    }

    /** What was bought from several suppliers taken as one, in US dollars or kg, with bounds: all that is bought from partners without a name may be theirs. */
    public static Outcome amount(SupplierProfile profile, Basis basis, Set<Economy> suppliers) {
        return SupplierAmount.of(profile, basis, suppliers);
    }

    /** Share of the largest named supplier, with bounds. */
    public static Outcome top(SupplierProfile profile, Basis basis) {
        if (profile.obstacle(basis).isPresent()) {
            return Outcome.notComputable(profile.obstacle(basis).get());
        }
        if (profile.withheldFlows(basis) > 0 && profile.ofSomeone(basis).isEmpty()) {
            return Outcome.notComputable(Statement.of("reason.withheld-large"));
        }
        if (profile.coverage() == Coverage.SELECTED_PARTNERS) {
            return Outcome.notComputable(Statement.of("reason.selected-larger"));
        }
        int top = profile.topRank(basis);
        if (top < 0) {
            return Outcome.notComputable(Statement.of("reason.no-supplier"));
        }
        boolean main = profile.coverage() == Coverage.MAIN_PARTNERS;
        if (main && basis == Basis.WEIGHT) {
            return Outcome.notComputable(Statement.of("reason.main-by-value"));
        }
        if (profile.withheldFlows(basis) > 0) {
            // What is of someone may be all of another supplier's that is larger: its share is below that of this one and of all of it.
            return orThatOfARival(profile, basis, top, of(profile, basis, profile.supplier(top)));
        }
        return SupplierShare.largeLeftOut(profile, basis, profile.supplier(top))
                .or(() -> main ? MainPartners.mayBeLarger(profile) : Optional.empty())
                .map(Outcome::notComputable)
                .orElseGet(() -> {
                    Outcome share = orThatOfARival(profile, basis, top, of(profile, basis, profile.supplier(top)));
                    return main && share.high().isPresent()
                            ? Outcome.atMost(MainPartners.mostShare(profile, share.high().getAsDouble()), share.why())
                            : share;
                });
    }

    /** Of amounts that the publisher rounds a smaller one may be the largest, at once or with all that is of someone: its share may reach further. */
    private static Outcome orThatOfARival(SupplierProfile profile, Basis basis, int top, Outcome share) {
        double least = profile.amount(top, basis) - profile.margin(top, basis) - profile.ofSomeone(basis).orElse(0);
        double high = share.high().orElse(1);
        for (int rank = 0; rank < profile.namedCount() && profile.totalMargin(basis) > 0; rank++) {
            if (rank != top && profile.amount(rank, basis) + profile.margin(rank, basis) > least) {
                high = Math.max(high, of(profile, basis, profile.supplier(rank)).high().orElse(1));
            }
        }
        return high > share.high().orElse(1) && share.hasValue()
                ? Outcome.within(share.low().orElse(0), share.value().getAsDouble(), high, share.why())
                : share;
    }

    /** Herfindahl-Hirschman index, 0..1, with bounds. */
    public static Outcome hhi(SupplierProfile profile, Basis basis) {
        return Concentration.hhi(profile, basis);
    }

    /** Number of suppliers of equal size that would concentrate supply as much, with bounds. */
    public static Outcome effectiveSuppliers(SupplierProfile profile, Basis basis) {
        return Concentration.effectiveSuppliers(profile, basis);
    }
}
