package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import java.util.OptionalDouble;
import dev.lodestone.model.text.Term;

/**
 * What a profile leaves open about the share of some of its suppliers.
 *
 * <p>With A their amount, T the total, u the share of unnamed partners: within [A/T, A/T + u]. Where the publisher rounds, a is half a
 * step for each of their rows and b for each of the others': within [(A − a) / (A − a + R + b), (A + a + U) / (A + a + U + N − b)], R all
 * others, N those that are named, U the unnamed, rounded like others; what a World row leaves open is as open as it and its partners are together,
 * and the total as it is: then the low is (A − a) / (A + R + b). Told only
 * where rounding moves a bound by {@link #VISIBLE}: below, no page shows it.
 */
final class ShareBounds {

    /** Half of a tenth of a point. */
    static final double VISIBLE = 0.0005;

    private ShareBounds() {}

    /** Whether one bound is seen to be another. */
    static boolean isMoved(OptionalDouble told, OptionalDouble open) {
        return told.isPresent() && open.isPresent() && Math.abs(told.getAsDouble() - open.getAsDouble()) >= VISIBLE;
    }

    /** Bounds of a share, however little rounding moves them. */
    record Rounded(double low, double high) {}

    static Rounded rounded(SupplierProfile profile, Basis basis, double amount, double margin) {
        return rounded(
                new Sums(amount, profile.total(basis), profile.unnamed(basis)), margin, profile.totalMargin(basis), Unnamed.of(profile, basis));
    }

    /** Amounts that a share is made from: of the suppliers, of all, of all that are not named. */
    record Sums(double amount, double total, double hidden) {}

    /**
     * What rounding leaves open of partners that are not named.
     *
     * @param margin of what they sold
     * @param worldMargin of the World rows that hold them: it opens the total, and nothing of those that are named
     */
    record Unnamed(double margin, double worldMargin) {

        static Unnamed of(SupplierProfile profile, Basis basis) {
            return new Unnamed(profile.unnamedMargin(basis), profile.worldMargin(basis));
        }
    }

    static Rounded rounded(Sums sums, double margin, double totalMargin, Unnamed unnamed) {
        double othersMargin = Math.max(0, totalMargin - margin);
        double others = sums.total() - sums.amount();
        double least = Math.max(0, sums.amount() - margin);
        // Where a World row tells the total, less of one supplier leaves more for those without a name.
        boolean inWorld = unnamed.worldMargin() > 0;
        double most = sums.amount() + margin + sums.hidden() + unnamed.margin();
        return new Rounded(
                least == 0 ? 0 : least / ((inWorld ? sums.amount() : least) + others + othersMargin),
                most == 0 ? 0 : Math.min(1, most / (most + Math.max(0, others - sums.hidden() - Math.max(0, othersMargin - unnamed.worldMargin())))));
    }

    /** The share of suppliers with an amount beside rows worth x of nobody knows whom: within [A / (T + x), (A + x) / (T + x)], which holds A / T. */
    private static Outcome besideSomeone(SupplierProfile profile, Basis basis, double amount, double margin, double x) {
        Sums sums = new Sums(amount, profile.total(basis) + x, profile.unnamed(basis) + x);
        Rounded bounds = rounded(sums, margin, profile.totalMargin(basis), Unnamed.of(profile, basis));
        Statement why = Statement.of("reason.of-someone", Term.percent(x / (profile.total(basis) + x)));
        return Outcome.within(bounds.low(), profile.partOf(amount, basis), bounds.high(), why);
    }

    /** The share of suppliers with an amount, and what rounding leaves open about it. */
    static Outcome of(SupplierProfile profile, Basis basis, double amount, double margin) {
        return of(profile, basis, amount, margin, VISIBLE);
    }

    /**
     * As {@link #of(SupplierProfile, Basis, double, double)}, for who shows more of a share than the share itself.
     *
     * @param visible by how much rounding must move a bound to be told
     */
    static Outcome of(SupplierProfile profile, Basis basis, double amount, double margin, double visible) {
        OptionalDouble ofSomeone = profile.ofSomeone(basis);
        if (ofSomeone.isPresent()) {
            return besideSomeone(profile, basis, amount, margin, ofSomeone.getAsDouble());
        }
        double share = profile.partOf(amount, basis);
        double low = share;
        // One division: two shares that add up to a ceiling may miss it by the last digit.
        double high = Math.min(1, profile.partOf(amount + profile.unnamed(basis), basis));
        Statement why = profile.isComplete(basis) ? profile.unnamedReason(basis) : Reasons.partial(profile, basis);
        if (profile.totalMargin(basis) > 0) {
            Rounded rounded = rounded(profile, basis, amount, margin);
            if (low - rounded.low() >= visible || rounded.high() - high >= visible) {
                low = Math.min(low, rounded.low());
                high = Math.max(high, rounded.high());
                why = Reasons.rounded(why);
            }
        }
        return profile.isComplete(basis) ? Outcome.within(low, share, high, why) : Outcome.atMost(high, why);
    }
}
