package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The three core dependency indicators of a bloc (European Commission, SWD(2021) 352, "Strategic dependencies and capacities").
 *
 * <p>CDI1 = HHI of imports from outside the bloc, flagged above 0.4. CDI2 = outside / (outside + inside), flagged above 0.5. CDI3 =
 * imports from outside / exports to outside, flagged above 1; without exports it is unbounded. A product is dependent where all three are
 * flagged. The CEPII variant asks for the HHI of imports and of world exports above 0.4 and CDI3 above 1 in two of three years.
 *
 * @param concentration CDI1
 * @param outsideShare CDI2
 * @param importsToExports CDI3
 */
public record CoreDependency(Outcome concentration, Outcome outsideShare, Outcome importsToExports) {

    public static final String CDI1_FORMULA = "CDI1 = Σ s_i² > 0.4";
    public static final String CDI2_FORMULA = "CDI2 = M_out / (M_out + M_in) > 0.5";
    public static final String CDI3_FORMULA = "CDI3 = M_out / X_out > 1";

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
     * @param outside imports from outside the bloc
     * @param insideImports imports between members, in the profile's currency; absent when not known
     * @param exports exports to outside, in the profile's currency; absent when not known
     */
    public static CoreDependency of(SupplierProfile outside, OptionalDouble insideImports, OptionalDouble exports) {
        double imports = outside.total(Basis.VALUE);
        boolean complete = outside.isComplete() && outside.obstacle(Basis.VALUE).isEmpty();
        Statement why = outside.obstacle(Basis.VALUE).orElseGet(() -> complete ? Statement.NONE : Reasons.partial(outside));
        return new CoreDependency(
                Concentration.hhi(outside, Basis.VALUE),
                !complete
                        ? Outcome.notComputable(why)
                        : insideImports.isEmpty()
                                ? Outcome.notComputable(Statement.of("reason.no-inside-trade"))
                                : Outcome.of(imports / (imports + insideImports.getAsDouble())),
                !complete
                        ? Outcome.notComputable(why)
                        : exports.isEmpty()
                                ? Outcome.notComputable(Statement.of("reason.no-exports"))
                                : exports.getAsDouble() > 0
                                        ? Outcome.of(imports / exports.getAsDouble())
                                        : Outcome.atLeast(Math.nextUp(EXPORTS), Statement.of("reason.exports-nil")));
    }

    /** Whether all three are passed: no as soon as one is not. */
    public Flag dependent() {
        Flag[] flags = {
            flag(concentration, CONCENTRATED), flag(outsideShare, OUTSIDE), flag(importsToExports, EXPORTS)
        };
        Flag all = Flag.YES;
        for (Flag f : flags) {
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
            Flag[] flags = {
                flag(years.get(i).concentration(), CONCENTRATED),
                flag(worldExports.get(i), CONCENTRATED),
                flag(years.get(i).importsToExports(), EXPORTS)
            };
            boolean all = true;
            boolean none = false;
            for (Flag f : flags) {
                all &= f == Flag.YES;
                none |= f == Flag.NO;
            }
            yes += all ? 1 : 0;
            no += none ? 1 : 0;
        }
        return yes >= 2 ? Flag.YES : no >= 2 ? Flag.NO : Flag.INDETERMINATE;
    }

    static Flag flag(Outcome outcome, double threshold) {
        if (outcome.low().isPresent() && outcome.low().getAsDouble() > threshold) {
            return Flag.YES;
        }
        return outcome.high().isPresent() && outcome.high().getAsDouble() <= threshold ? Flag.NO : Flag.INDETERMINATE;
    }
}
