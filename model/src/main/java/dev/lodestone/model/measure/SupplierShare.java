package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A supplier's share of imports.
 *
 * <p>s_i = m_i / T, 0..1; higher means more dependent on that supplier. With u the share of T whose partner is not named, the true
 * share lies in [s_i, s_i + u]; rounding widens that ({@link ShareBounds}). A series that holds only part of the partners gives m_i / Σ(listed) as an upper bound, without a low.
 * Not computable where such a series leaves the supplier out, or lists it without a value: its absence says nothing; where several are
 * added up, of a bloc's members, of lines or months, where those with over 1 % of the purchases do, by weight where one does. Rows worth x whose partner could not
 * be told leave [m_i / (T + x), (m_i + x) / (T + x)]: they may be this supplier's, another's, or a sum of suppliers in T. By weight one
 * end alone is known where some weights are missing ({@link WeighedInPart}). Listed for the
 * watched supplier, present or not, and for the largest suppliers.
 */
final class SupplierShare implements Measure {

    /** Suppliers listed beside the watched one. */
    static final int LISTED = 8;

    /** Series of part of the partners, of members, lines or months, with at most this part of the purchases may leave a supplier out. */
    static final double SILENT_SERIES = 0.01;

    @Override
    public String id() {
        return "supplier-share";
    }

    @Override
    public String formula() {
        return "s_i = m_i / T, within [s_i, s_i + u]";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public Set<Basis> bases() {
        return Set.of(Basis.VALUE, Basis.WEIGHT);
    }

    @Override
    public String listedUnder(MeasureContext context) {
        return context.watchedCode().code();
    }

    @Override
    public List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context) {
        List<Reading> readings = new ArrayList<>();
        readings.add(new Reading(context.watchedCode().code(), share(profile, basis, context.watched())));
        boolean weighedInPart = basis == Basis.WEIGHT && profile.isWeighedInPart();
        if (profile.obstacle(basis).isPresent() && !weighedInPart) {
            return readings;
        }
        boolean complete = profile.isComplete(basis) && !weighedInPart;
        for (int rank : largest(profile, basis, context.watched())) {
            Economy supplier = profile.supplier(rank);
            Outcome share = complete && profile.untoldFlows(basis) == 0 && (basis == Basis.VALUE || profile.valueWithoutWeight(rank) == 0)
                    ? ShareBounds.of(profile, basis, profile.amount(rank, basis), profile.margin(rank, basis))
                    : share(profile, basis, Set.of(supplier));
            readings.add(new Reading(supplier.code(), share));
        }
        return readings;
    }

    /** The largest suppliers beside the watched one. */
    static List<Economy> largest(SupplierProfile profile, Basis basis, MeasureContext context) {
        return Arrays.stream(largest(profile, basis, context.watched())).mapToObj(profile::supplier).toList();
    }

    /** Ranks of the largest suppliers on a basis that are not left out; equal amounts by their rank. */
    private static int[] largest(SupplierProfile profile, Basis basis, Set<Economy> leftOut) {
        int[] top = new int[LISTED];
        int size = 0;
        for (int rank = 0; rank < profile.supplierCount(); rank++) {
            double amount = profile.amount(rank, basis);
            boolean full = size == LISTED;
            if (full && Double.compare(amount, profile.amount(top[size - 1], basis)) <= 0 || leftOut.contains(profile.supplier(rank))) {
                continue;
            }
            int at = full ? size - 1 : size++;
            while (at > 0 && Double.compare(amount, profile.amount(top[at - 1], basis)) > 0) {
                top[at] = top[at - 1];
                at--;
            }
            top[at] = rank;
        }
        return Arrays.copyOf(top, size);
    }

    static Outcome share(SupplierProfile profile, Basis basis, Set<Economy> suppliers) {
        return share(profile, basis, suppliers, ShareBounds.VISIBLE);
    }

    /**
     * As {@link #share(SupplierProfile, Basis, Set)}, for what is made from shares.
     *
     * @param visible by how much rounding must move a bound to be told
     */
    static Outcome share(SupplierProfile profile, Basis basis, Set<Economy> suppliers, double visible) {
        boolean weighedInPart = basis == Basis.WEIGHT && profile.isWeighedInPart();
        if (profile.obstacle(basis).isPresent() && !weighedInPart) {
            return Outcome.notComputable(profile.obstacle(basis).get());
        }
        List<Economy> inOrder = suppliers.size() == 1 ? List.copyOf(suppliers) : suppliers.stream().sorted().toList();
        ExactSum sum = new ExactSum();
        boolean besideSomeone = !weighedInPart && profile.ofSomeone(basis).isPresent();
        Optional<Statement> leftOut = besideSomeone ? Optional.empty() : leftOut(profile, basis, suppliers);
        if (leftOut.isPresent()) {
            return Outcome.notComputable(leftOut.get());
        }
        if (weighedInPart) {
            return WeighedInPart.share(profile, UnitValue.among(profile, suppliers));
        }
        boolean untold = profile.isUntold(suppliers, basis);
        ExactSum bought = new ExactSum();
        ExactSum weightless = new ExactSum();
        double margin = 0;
        for (Economy supplier : inOrder) {
            int rank = profile.rankOf(supplier);
            if (rank >= 0) {
                sum.add(profile.amount(rank, basis));
                bought.add(profile.amount(rank, Basis.VALUE));
                weightless.add(profile.valueWithoutWeight(rank));
                margin += profile.margin(rank, basis);
            }
        }
        double lacking = basis == Basis.WEIGHT && bought.value() > 0 ? weightless.value() / bought.value() : 0;
        if (lacking > SupplierProfile.MISSING_WEIGHT_TOLERANCE) {
            // Little of all purchases, but not of these: a supplier without weights has no share of 0.
            Statement why = Statement.of("reason.weight-missing", Term.percent(lacking));
            return lacking > 1 - SupplierProfile.LEAST_WEIGHED || !profile.isComplete(basis)
                    ? Outcome.notComputable(why)
                    : Outcome.atLeast(ShareBounds.rounded(profile, basis, sum.value(), margin).low(), why);
        }
        Outcome share = withSilence(ShareBounds.of(profile, basis, sum.value(), margin, visible), profile, basis, suppliers);
        return untold && !share.isOk() && share.high().isPresent()
                ? Outcome.atMost(share.high().getAsDouble(), Statement.of("reason.supplier-withheld-in-world"))
                : share;
    }

    /** What the suppliers may have sold at most in small series of main partners that leave them out. Of complete series 0. */
    static double soldInSilence(SupplierProfile profile, Basis basis, Set<Economy> suppliers) {
        return basis == Basis.VALUE && profile.coverage() != Coverage.COMPLETE ? MainPartners.mostLeftOut(profile, suppliers) : 0;
    }

    /**
     * With what the suppliers may have sold in small series of main partners that leave them out: x at most, which would be as much more of all
     * purchases, (A + x) / (T + x). T is taken as small as rounding leaves it, where x weighs most.
     */
    private static Outcome withSilence(Outcome share, SupplierProfile profile, Basis basis, Set<Economy> suppliers) {
        double silent = soldInSilence(profile, basis, suppliers);
        if (silent <= 0 || !share.isUpperBound()) {
            return share;
        }
        double total = Math.max(0, profile.total(basis) - profile.totalMargin(basis));
        return Outcome.atMost((share.high().getAsDouble() * total + silent) / (total + silent), share.why());
    }

    /** As {@link #leftOut}, of a figure over all suppliers to which this one matters. */
    static Optional<Statement> largeLeftOut(SupplierProfile profile, Basis basis, Economy supplier) {
        Set<Economy> one = Set.of(supplier);
        return leftOut(profile, basis, one).map(why -> profile.coverage() == Coverage.COMPLETE
                ? Statement.of("reason.withheld-large")
                : Statement.of("reason.large-left-out-in-part", Term.percent(profile.boughtWhereLeftOut(one))));
    }

    /** Why nothing is known of suppliers that a source of part of the partners leaves out, or lists without a value. */
    static Optional<Statement> leftOut(SupplierProfile profile, Basis basis, Set<Economy> suppliers) {
        if (profile.isComplete(basis)) {
            return Optional.empty();
        }
        if (profile.isHiddenUntold(basis)) {
            return Optional.of(Statement.of(basis == Basis.VALUE ? "reason.unnamed-withheld" : "reason.unnamed-unweighed"));
        }
        int found = 0;
        for (Economy supplier : suppliers) {
            Optional<SupplierFlow> flow = profile.find(supplier);
            if (flow.isPresent()) {
                found++;
                if (!flow.get().isFullyTold(basis)) {
                    return Optional.of(Statement.of("reason.supplier-withheld"));
                }
            }
        }
        if (profile.coverage() == Coverage.COMPLETE) {
            return Optional.empty();
        }
        if (found == suppliers.size()) {
            double without = profile.boughtWhereLeftOut(suppliers);
            // Who sold little by value may have sold much by weight: of main partners by value nothing follows for the weight of the others.
            return (basis == Basis.VALUE ? without > SILENT_SERIES : profile.isLeftOutOfASeries(suppliers))
                    ? Optional.of(Statement.of("reason.supplier-left-out-in-part", Term.percent(without)))
                    : Optional.empty();
        }
        boolean main = profile.coverage() == Coverage.MAIN_PARTNERS;
        return Optional.of(Statement.of(
                found == 0
                        ? main ? "reason.supplier-not-main" : "reason.supplier-not-selected"
                        : main ? "reason.supplier-part-main" : "reason.supplier-part-selected"));
    }
}
