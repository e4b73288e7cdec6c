package dev.lodestone.model.measure;

import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeObservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which rows a figure depends on: a row counts when a small change of its amounts changes the figure's value or bounds.
 *
 * <p>A row is moved by {@link #STEP} of its amounts, or by one unit where it has none, and the figure is measured again. Asking the
 * measure itself keeps the answer true for every measure, also for one of somebody's own: the share of a supplier that sells nothing
 * depends on no row, the share of an only supplier neither. Rows without an amount move nothing: to tell what they hide takes the amount
 * itself.
 */
public final class Sensitivity {

    /** Part of an amount by which a row is moved; small, so that no threshold is crossed on the way. */
    public static final double STEP = 1e-4;

    /** Weights move by another part, else a unit value would stand still. */
    private static final double WEIGHT_STEP = 1.7 * STEP;

    /** Figures count as equal within this part: what sums of doubles leave over. */
    private static final double NOISE = 1e-13;

    private record Line(Economy reporter, CommodityCode commodity) {

        static Line of(TradeObservation row) {
            return new Line(row.reporter(), row.commodity());
        }
    }

    private final SupplierProfile profile;

    public Sensitivity(SupplierProfile profile) {
        this.profile = profile;
    }

    /** Every row that the profile was made from: partners, largest supplier first; World rows; rows set off against them. */
    public List<TradeObservation> rows() {
        List<TradeObservation> rows = new ArrayList<>();
        profile.suppliers().forEach(f -> rows.addAll(f.rows()));
        profile.unnamedFlows().forEach(f -> rows.addAll(f.rows()));
        rows.addAll(profile.worldRows());
        rows.addAll(profile.setOffRows());
        return rows;
    }

    /** The rows that move a figure, in the order of {@link #rows()}. */
    public List<TradeObservation> movers(Function<SupplierProfile, Optional<Outcome>> figure) {
        Optional<Outcome> now = figure.apply(profile);
        return rows().stream().filter(row -> differs(now, figure.apply(moved(row)))).toList();
    }

    /** The profile as it would be if a row's amounts were a little larger. */
    public SupplierProfile moved(TradeObservation row) {
        double value = step(row.value(), STEP);
        boolean weighed = isWeighed(row);
        double weight = weighed ? step(row.netWeightKg(), WEIGHT_STEP) : 0;
        boolean isWorld = row.partner().isWorld();
        boolean isPartner = !isWorld && !profile.setOffRows().contains(row);
        ProfileBuilder copy = ProfileBuilder.copyOf(
                profile, flow -> isPartner && flow.supplier().equals(row.partner()) ? moved(flow, row, value, weight, weighed) : flow);
        if (isPartner) {
            copy.more(Basis.VALUE, row.value().ofSomeone(), STEP);
            copy.more(Basis.WEIGHT, row.netWeightKg().ofSomeone(), WEIGHT_STEP);
        }
        if (residualIsOpen(row)) {
            int sign = isWorld ? 1 : -1;
            copy.residualValue += sign * value;
            if (!residualIsWeighed(row)) {
                copy.residualWithoutWeight += sign * value;
            } else if (residualWeight(row) > 0) {
                copy.residualWeightKg += sign * (row.netWeightKg().isKnown() ? step(row.netWeightKg(), WEIGHT_STEP) : 0);
            }
        }
        return copy.build();
    }

    /** Whether two readings of a figure differ by more than rounding. */
    public static boolean differs(Optional<Outcome> a, Optional<Outcome> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isPresent() != b.isPresent();
        }
        Outcome x = a.get();
        Outcome y = b.get();
        double size = Math.max(sizeOfDifference(x), sizeOfDifference(y));
        return x.status() != y.status()
                || differ(x.value().orElse(0), y.value().orElse(0), size)
                || differ(x.low().orElse(0), y.low().orElse(0), size)
                || differ(x.high().orElse(0), y.high().orElse(0), size);
    }

    private static boolean differ(double a, double b, double size) {
        return Math.abs(a - b) > NOISE * Math.max(size, Math.max(Math.abs(a), Math.abs(b)));
    }

    /**
     * A figure that may lie on either side of zero is a difference of larger ones, and rounding is a part of those: a change of an index by
     * 4e-6 that may be 0.4 is known to 1e-17 alone. Of other figures rounding is a part of themselves.
     */
    private static double sizeOfDifference(Outcome o) {
        double low = o.low().orElse(0);
        double high = o.high().orElse(0);
        return low < 0 && high > 0 ? Math.max(-low, high) : 0;
    }

    private static SupplierFlow moved(SupplierFlow flow, TradeObservation row, double value, double weight, boolean weighed) {
        boolean estimated = row.netWeightKg().status() == Quantity.Status.ESTIMATED;
        return new SupplierFlow(
                flow.supplier(),
                flow.value() + value,
                flow.weightKg() + weight,
                flow.valueWithoutWeight() + (weighed ? 0 : value),
                flow.estimatedWeightKg() + (weighed && estimated ? weight : 0),
                flow.valueOfEstimatedWeight() + (weighed && estimated ? value : 0),
                flow.rows());
    }

    private static double step(Quantity quantity, double part) {
        if (!quantity.isKnown()) {
            return 0;
        }
        return quantity.amount() == 0 ? 1 : Math.abs(quantity.amount()) * part;
    }

    /** As {@link ProfileBuilder#add} counts: a weight of zero beside a value is no weight. */
    private static boolean isWeighed(TradeObservation row) {
        Quantity weight = row.netWeightKg();
        boolean worthless = !row.value().isKnown() || row.value().amount() == 0;
        return weight.isKnown() && (weight.amount() > 0 || worthless);
    }

    /** Whether what the World row holds beyond the partners counts for the row's series; of months, some may have no World row. */
    private boolean residualIsOpen(TradeObservation row) {
        Line line = Line.of(row);
        return profile.worldRows().stream().anyMatch(w -> Line.of(w).equals(line) && w.period().equals(row.period()));
    }

    private boolean residualIsWeighed(TradeObservation row) {
        Line line = Line.of(row);
        return profile.worldRows().stream().filter(w -> Line.of(w).equals(line)).allMatch(w -> w.netWeightKg().isKnown());
    }

    private double residualWeight(TradeObservation row) {
        Line line = Line.of(row);
        ExactSum sum = new ExactSum();
        profile.worldRows().stream().filter(w -> Line.of(w).equals(line)).forEach(w -> sum.add(w.netWeightKg().amount()));
        Stream.of(profile.suppliers(), profile.unnamedFlows())
                .flatMap(List::stream)
                .flatMap(f -> f.rows().stream())
                .filter(o -> Line.of(o).equals(line))
                .forEach(o -> sum.add(-o.netWeightKg().amount()));
        profile.setOffRows().stream().filter(o -> Line.of(o).equals(line)).forEach(o -> sum.add(-o.netWeightKg().amount()));
        return sum.value();
    }
}
