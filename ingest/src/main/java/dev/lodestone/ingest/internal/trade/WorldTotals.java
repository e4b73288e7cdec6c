package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;
import dev.lodestone.model.trade.Economy;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The World rows of a table, out of scope as totals, held against the sum of the partners beside them.
 *
 * <p>They go on into the dataset, marked by their partner, as the totals that partners are measured against: a pull of one partner and
 * World must never look as if that partner were all there is.
 */
final class WorldTotals {

    private final Map<Candidate.Key, Candidate> first = new LinkedHashMap<>();

    /** World rows of flows of which there are several, by the name of the part: where partners stand in parts, so does World. */
    private final Map<Candidate.Key, Map<String, Candidate>> inParts = new HashMap<>();

    private Map<Candidate.Key, Candidate> whole;

    void add(Candidate world) {
        Candidate before = first.putIfAbsent(world.key(), world);
        if (before != null && !before.part().equals(world.part())) {
            inParts.computeIfAbsent(world.key(), key -> new LinkedHashMap<>(Map.of(before.part(), before))).putIfAbsent(world.part(), world);
        }
        whole = null;
    }

    private Map<Candidate.Key, Candidate> totals() {
        if (whole == null) {
            whole = new LinkedHashMap<>(first);
            Set<String> names = RepeatedKeys.totals(inParts.values().stream().map(parts -> List.copyOf(parts.values())));
            inParts.forEach((key, parts) -> whole.put(key, RepeatedKeys.whole(List.copyOf(parts.values()), names)));
        }
        return whole;
    }

    /** The totals, in the order of the rows. */
    Collection<Candidate> all() {
        return totals().values();
    }

    /** The partners of a table that may be cut, in a new list: those whose sum no World row confirms are a selection. */
    List<Candidate> withoutConfirmation(List<Candidate> partners) {
        Map<Candidate.Key, Double> sums = new HashMap<>();
        partners.forEach(each -> sums.merge(worldKey(each.key()), each.value().amount(), Double::sum));
        List<Candidate> told = new Figures();
        partners.forEach(each -> {
            Candidate.Key key = worldKey(each.key());
            told.add(isConfirmed(key, sums.get(key)) ? each : each.selected());
        });
        return told;
    }

    /** Whether a World row says what the partners add up to. */
    boolean isConfirmed(Candidate.Key key, double sum) {
        Candidate world = totals().get(key);
        return world != null && world.value().isKnown() && !differs(world.value().amount(), sum, 1);
    }

    void compare(List<Candidate> partners, TableAccount account) {
        if (first.isEmpty()) {
            return;
        }
        Map<Candidate.Key, double[]> sums = new HashMap<>();
        for (Candidate each : partners) {
            Candidate.Key world = worldKey(each.key());
            if (each.value().isKnown() && first.containsKey(world)) {
                double[] sum = sums.computeIfAbsent(world, key -> new double[2]);
                sum[0] += each.value().amount();
                sum[1]++;
            }
        }
        compare(key -> sums.getOrDefault(key, new double[2]), account);
    }

    /**
     * Holds them against sums.
     *
     * @param sums sum and number of the known amounts of all partners, by the key of their World row
     */
    void compare(Function<Candidate.Key, double[]> sums, TableAccount account) {
        totals().forEach((key, world) -> {
            double[] sum = sums.apply(key);
            if (sum[1] > 0 && world.value().isKnown() && differs(world.value().amount(), sum[0], sum[1])) {
                account.issue(
                        IssueCode.WORLD_DIFFERS,
                        world.line(),
                        world.record(),
                        world.valueColumn(),
                        world.cell(),
                        Quantities.plain(world.value().amount()),
                        "the sum of the partners of " + key.reporter() + " " + key.flow().code() + ", " + key.commodity() + ", "
                                + key.period() + ", which is " + Quantities.plain(sum[0]),
                        "partners kept; they are not all there");
            }
        });
    }

    /** Publishers round each row to a unit. */
    private static boolean differs(double world, double sum, double rows) {
        return Math.abs(world - sum) > Math.max(rows, 1e-6 * world);
    }

    /** The key of the World row of the key's series. */
    static Candidate.Key worldKey(Candidate.Key key) {
        return new Candidate.Key(key.reporter(), Economy.WORLD, key.flow(), key.classification(), key.commodity(), key.period());
    }
}
