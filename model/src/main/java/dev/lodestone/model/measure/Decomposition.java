package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Economy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A change between two years taken apart exactly: the parts add up to it.
 *
 * @param why why it cannot be taken apart; says nothing when it can
 * @param change the whole change
 * @param parts parts, largest first
 */
public record Decomposition(Statement why, double change, List<Part> parts) {

    /** Formula of {@link #ofHhi}. */
    public static final String HHI_FORMULA = "ΔHHI = Σ (s_i1 − s_i0)(s_i1 + s_i0)";

    /** Formula of {@link #ofShare}. */
    public static final String SHARE_FORMULA = "ΔS = Σ w̄_k Δs_k + Σ s̄_k Δw_k";

    /**
     * A part of a change.
     *
     * @param of supplier or commodity code
     * @param within what a supplier gave; of a line, the change of the share inside it
     * @param mix of a line, the change of its weight in the whole; 0 for suppliers
     */
    public record Part(String of, double within, double mix) {
        public double total() {
            return within + mix;
        }
    }

    private static final Comparator<Part> LARGEST_FIRST = (a, b) -> {
        int order = Double.compare(Math.abs(b.total()), Math.abs(a.total()));
        return order == 0 ? a.of().compareTo(b.of()) : order;
    };

    public Decomposition {
        parts = List.copyOf(parts);
    }

    /** {@link #why()} in English. */
    public String reason() {
        return why.english();
    }

    /** Change of concentration by supplier. Unnamed partners count as one supplier, as in the index itself. */
    public static Decomposition ofHhi(SupplierProfile before, SupplierProfile after, Basis basis) {
        Statement obstacle = obstacleOfHhi(before, after, basis);
        if (!obstacle.isEmpty()) {
            return new Decomposition(obstacle, 0, List.of());
        }
        HhiParts parts = HhiParts.of(before, after, basis);
        return new Decomposition(Statement.NONE, parts.change(), parts.all());
    }

    /** Why two profiles' indexes cannot be compared; says nothing when they can. */
    static Statement obstacleOfHhi(SupplierProfile before, SupplierProfile after, Basis basis) {
        return obstacle(List.of(before, after), basis);
    }

    /**
     * Change of a supplier's share of a stage by line: how far the share moved inside lines, how far the lines' weights moved.
     *
     * @param before profiles of the lines in the earlier year
     * @param after profiles of the lines in the later year
     */
    public static Decomposition ofShare(
            List<SupplierProfile> before, List<SupplierProfile> after, Set<Economy> suppliers, Basis basis) {
        List<SupplierProfile> all = new ArrayList<>(before);
        all.addAll(after);
        Statement obstacle = before.isEmpty() || after.isEmpty() ? Statement.of("reason.no-line") : obstacle(all, basis);
        if (obstacle.isEmpty()) {
            obstacle = oneSided(all, suppliers, basis);
        }
        if (!obstacle.isEmpty()) {
            return new Decomposition(obstacle, 0, List.of());
        }
        Map<String, double[]> from = weightAndShare(before, suppliers, basis);
        Map<String, double[]> to = weightAndShare(after, suppliers, basis);
        Set<String> lines = new java.util.TreeSet<>(from.keySet());
        lines.addAll(to.keySet());
        List<Part> parts = new ArrayList<>();
        for (String line : lines) {
            // A line that only one year knows has no share in the other: its whole part is a change of weight.
            double[] a = from.containsKey(line) ? from.get(line) : new double[] {0, to.get(line)[1]};
            double[] b = to.containsKey(line) ? to.get(line) : new double[] {0, a[1]};
            parts.add(new Part(line, (a[0] + b[0]) / 2 * (b[1] - a[1]), (a[1] + b[1]) / 2 * (b[0] - a[0])));
        }
        return sorted(parts);
    }

    private static Decomposition sorted(List<Part> parts) {
        parts.sort(LARGEST_FIRST);
        ExactSum sum = new ExactSum();
        parts.forEach(p -> {
            sum.add(p.within());
            sum.add(p.mix());
        });
        return new Decomposition(Statement.NONE, sum.value(), parts);
    }

    private static Statement obstacle(List<SupplierProfile> profiles, Basis basis) {
        for (SupplierProfile p : profiles) {
            if (p.obstacle(basis).isPresent()) {
                return p.obstacle(basis).get();
            }
            if (!p.isComplete(basis)) {
                return Reasons.partial(p, basis);
            }
        }
        return Statement.NONE;
    }

    /** Why a line's share is open to one side, as where part of the supplier's goods were not weighed; says nothing when none is. */
    private static Statement oneSided(List<SupplierProfile> lines, Set<Economy> suppliers, Basis basis) {
        for (SupplierProfile p : lines) {
            Outcome share = Shares.of(p, basis, suppliers);
            if (share.low().isEmpty() || share.high().isEmpty()) {
                return share.why();
            }
        }
        return Statement.NONE;
    }

    private static Map<String, double[]> weightAndShare(List<SupplierProfile> lines, Set<Economy> suppliers, Basis basis) {
        double total = lines.stream().mapToDouble(p -> p.total(basis)).sum();
        Map<String, double[]> result = new TreeMap<>();
        for (SupplierProfile p : lines) {
            double bought = suppliers.stream()
                    .mapToInt(p::rankOf)
                    .filter(rank -> rank >= 0)
                    .sorted()
                    .mapToDouble(rank -> p.amount(rank, basis))
                    .sum();
            result.put(p.key().commodity(), new double[] {p.total(basis) / total, bought / p.total(basis)});
        }
        return result;
    }
}
