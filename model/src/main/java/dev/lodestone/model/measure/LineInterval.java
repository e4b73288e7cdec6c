package dev.lodestone.model.measure;

import dev.lodestone.model.trade.Economy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is open about a customs line in a year: its part of the stage and the watched supplier's share inside it.
 *
 * @param low least share
 * @param high largest share
 * @param least least part of the stage
 * @param most largest part of the stage
 */
record LineInterval(double low, double high, double least, double most) {

    /** What is open about a line's part of the change. */
    record Open(double low, double high) {}

    static Map<String, LineInterval> of(List<SupplierProfile> lines, Set<Economy> suppliers, Basis basis) {
        double total = lines.stream().mapToDouble(p -> p.total(basis)).sum();
        double open = lines.stream().mapToDouble(p -> p.totalMargin(basis)).sum();
        Map<String, LineInterval> intervals = new HashMap<>();
        for (SupplierProfile p : lines) {
            Outcome share = Shares.of(p, basis, suppliers);
            double value = share.value().orElse(0);
            double others = total - p.total(basis);
            double margin = p.totalMargin(basis);
            double atLeast = Math.max(0, p.total(basis) - margin);
            double atMost = p.total(basis) + margin;
            intervals.put(
                    p.key().commodity(),
                    new LineInterval(
                            share.low().orElse(value), share.high().orElse(value),
                            atLeast == 0 ? 0 : atLeast / (atLeast + others + open - margin),
                            atMost / (atMost + Math.max(0, others - open + margin))));
        }
        return intervals;
    }

    /** A line's interval; of a line that one year lacks no weight, and the share of the other year, so that all of its part is mix. */
    static LineInterval orGone(Map<String, LineInterval> year, String line, Map<String, LineInterval> other) {
        LineInterval known = year.get(line);
        if (known != null) {
            return known;
        }
        LineInterval then = other.get(line);
        return new LineInterval(then.low, then.high, 0, 0);
    }

    /** w̄ Δs. */
    static Open within(LineInterval from, LineInterval to) {
        boolean oneYear = from.most == 0 || to.most == 0;
        return oneYear
                ? new Open(0, 0)
                : product((from.least + to.least) / 2, (from.most + to.most) / 2, to.low - from.high, to.high - from.low);
    }

    /** s̄ Δw. */
    static Open mix(LineInterval from, LineInterval to) {
        return product((from.low + to.low) / 2, (from.high + to.high) / 2, to.least - from.most, to.most - from.least);
    }

    private static Open product(double low, double high, double least, double most) {
        double[] corners = {low * least, low * most, high * least, high * most};
        double bottom = corners[0];
        double top = corners[0];
        for (double corner : corners) {
            bottom = Math.min(bottom, corner);
            top = Math.max(top, corner);
        }
        return new Open(bottom, top);
    }
}
