package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The three core dependency indicators of a bloc (European Commission, SWD(2021) 352, "Strategic dependencies and capacities").
 *
 * <p>CDI1 = HHI of imports from outside the bloc, flagged above 0.4. CDI2 = outside / (outside + inside), flagged above 0.5. CDI3 =
 * imports from outside / exports to outside, flagged above 1; without exports it is unbounded. A product is dependent where all three are
 * flagged. What rounding leaves open about the three sums widens CDI2 and CDI3. The CEPII variant asks for the HHI of imports and of world exports above 0.4 and CDI3 above 1 in two of three years.
 *
 * @param concentration CDI1
 * @param outsideShare CDI2
 * @param importsToExports CDI3
 */
public record CoreDependency(Outcome concentration, Outcome outsideShare, Outcome importsToExports) {

    public static final String CDI1_FORMULA = "CDI1 = Σ s_i² > 0.4";
    public static final String CDI2_FORMULA = "CDI2 = M_out / (M_out + M_in) > 0.5";
    public static final String CDI3_FORMULA = "CDI3 = M_out / X_out > 1";
    public static final String PASSED_FORMULA = "|{CDI1 > 0.4; CDI2 > 0.5; CDI3 > 1}|";
    public static final String GEODEP_FORMULA = "|{t: HHI_imports > 0.4; HHI_{world exports} > 0.4; M/X > 1}|";

    private static final double CONCENTRATED = 0.4;
    private static final double OUTSIDE = 0.5;
    private static final double EXPORTS = 1;

    /** Whether a threshold is passed. */
    public enum Flag {
        YES,
        NO,
        /** The bounds straddle the threshold, or there is no figure. */
        INDETERMINATE
    }

    /**
     * A sum beside the imports.
     *
     * @param amount the amount
     * @param margin what rounding leaves open about it, either way
     */
    public record Total(double amount, double margin) {}

    /**
     * @param outside imports from outside the bloc
     * @param insideImports imports between members, in the profile's currency; absent when not known
     * @param exports exports to outside, in the profile's currency; absent when not known
     */
    public static CoreDependency of(SupplierProfile outside, OptionalDouble insideImports, OptionalDouble exports) {
        return of(outside, exact(insideImports), exact(exports));
    }

    private static Optional<Total> exact(OptionalDouble amount) {
        return amount.isPresent() ? Optional.of(new Total(amount.getAsDouble(), 0)) : Optional.empty();
    }

    /** As {@link #of(SupplierProfile, OptionalDouble, OptionalDouble)}, of sums whose publisher rounds. */
    public static CoreDependency of(SupplierProfile outside, Optional<Total> insideImports, Optional<Total> exports) {
        if (outside.obstacle(Basis.VALUE).isPresent() || !outside.isComplete(Basis.VALUE)) {
            Outcome none = Outcome.notComputable(outside.obstacle(Basis.VALUE).orElseGet(() -> Reasons.partial(outside, Basis.VALUE)));
            return new CoreDependency(Concentration.hhi(outside, Basis.VALUE), none, none);
        }
        return new CoreDependency(
                Concentration.hhi(outside, Basis.VALUE),
                insideImports
                        .map(inside -> outsideShare(outside, inside))
                        .orElseGet(() -> Outcome.notComputable(Statement.of("reason.no-inside-trade"))),
                exports.map(sold -> importsToExports(outside, sold)).orElseGet(() -> Outcome.notComputable(Statement.of("reason.no-exports"))));
    }

    private static Outcome outsideShare(SupplierProfile outside, Total inside) {
        double imports = outside.total(Basis.VALUE);
        double margin = outside.totalMargin(Basis.VALUE);
        double named = named(outside);
        double by = imports + inside.amount();
        double least = Math.max(0, named - margin);
        double most = imports + margin;
        return ratio(
                outside, named / by, imports / by,
                least / (least + imports - named + inside.amount() + inside.margin()),
                most / (most + Math.max(0, inside.amount() - inside.margin())));
    }

    private static Outcome importsToExports(SupplierProfile outside, Total sold) {
        // Exports that are rounded to nothing may be a little.
        if (sold.amount() + sold.margin() <= 0) {
            return Outcome.atLeast(Threshold.beyond(EXPORTS), Statement.of("reason.exports-nil"));
        }
        double imports = outside.total(Basis.VALUE);
        double margin = outside.totalMargin(Basis.VALUE);
        double least = Math.max(0, named(outside) - margin) / (sold.amount() + sold.margin());
        if (sold.amount() <= sold.margin()) {
            return Outcome.atLeast(least, Reasons.rounded(hidden(outside)));
        }
        return ratio(
                outside, named(outside) / sold.amount(), imports / sold.amount(), least, (imports + margin) / (sold.amount() - sold.margin()));
    }

    /** A partner that is not named may be a member: what is surely from outside is the rest. */
    private static double named(SupplierProfile outside) {
        return outside.total(Basis.VALUE) - outside.unnamed(Basis.VALUE);
    }

    private static Statement hidden(SupplierProfile outside) {
        double part = outside.unnamed(Basis.VALUE) / outside.total(Basis.VALUE);
        return part > 0 ? Reasons.unnamed(part) : Statement.NONE;
    }

    /** A ratio of sums that may be rounded; what rounding leaves open is told where a page would show it. */
    private static Outcome ratio(SupplierProfile outside, double low, double value, double least, double most) {
        double visible = ShareBounds.VISIBLE * Math.max(1, value);
        return low - least >= visible || most - value >= visible
                ? Outcome.within(Math.min(low, least), value, Math.max(value, most), Reasons.rounded(hidden(outside)))
                : Outcome.within(low, value, value, hidden(outside));
    }

    /** How many of the three pass their threshold, 0..3; bounds where one of them cannot be told. */
    public Outcome passed() {
        int sure = 0;
        int open = 0;
        for (Flag f : flags()) {
            sure += f == Flag.YES ? 1 : 0;
            open += f == Flag.INDETERMINATE ? 1 : 0;
        }
        if (open == flags().size()) {
            return Outcome.notComputable(
                    concentration.status() == Outcome.Status.NOT_COMPUTABLE ? concentration.why() : Statement.of("reason.cdi-part", Term.count(open)));
        }
        return open == 0
                ? Outcome.of(sure)
                : new Outcome(
                        Outcome.Status.BOUNDED, OptionalDouble.empty(), OptionalDouble.of(sure), OptionalDouble.of(sure + open),
                        Statement.of("reason.cdi-part", Term.count(open)));
    }

    private List<Flag> flags() {
        return List.of(flag(concentration, CONCENTRATED), flag(outsideShare, OUTSIDE), flag(importsToExports, EXPORTS));
    }

    /** Whether all three are passed: no as soon as one is not. */
    public Flag dependent() {
        Flag all = Flag.YES;
        for (Flag f : flags()) {
            if (f == Flag.NO) {
                return Flag.NO;
            }
            all = f == Flag.INDETERMINATE ? f : all;
        }
        return all;
    }

    /**
     * The CEPII variant over three years.
     *
     * @param years one to three years, each with its own figures
     * @param worldExports HHI of world exports, one a year
     */
    public static Flag geoDep(List<CoreDependency> years, List<Outcome> worldExports) {
        if (years.size() != 3 || worldExports.size() != 3) {
            throw new IllegalArgumentException("the variant asks for three years");
        }
        int yes = 0;
        int no = 0;
        for (int i = 0; i < 3; i++) {
            Flag year = geoDep(years.get(i), worldExports.get(i));
            yes += year == Flag.YES ? 1 : 0;
            no += year == Flag.NO ? 1 : 0;
        }
        return yes >= 2 ? Flag.YES : no >= 2 ? Flag.NO : Flag.INDETERMINATE;
    }

    /** The CEPII variant's test of one year. */
    static Flag geoDep(CoreDependency year, Outcome worldExports) {
        List<Flag> flags = List.of(
                flag(year.concentration(), CONCENTRATED), flag(worldExports, CONCENTRATED), flag(year.importsToExports(), EXPORTS));
        if (flags.contains(Flag.NO)) {
            return Flag.NO;
        }
        return flags.contains(Flag.INDETERMINATE) ? Flag.INDETERMINATE : Flag.YES;
    }

    static Flag flag(Outcome outcome, double threshold) {
        if (outcome.low().isPresent() && Threshold.isExceeded(outcome.low().getAsDouble(), threshold)) {
            return Flag.YES;
        }
        return outcome.high().isPresent() && !Threshold.isExceeded(outcome.high().getAsDouble(), threshold) ? Flag.NO : Flag.INDETERMINATE;
    }
}
