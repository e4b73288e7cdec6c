package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.TradeObservation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What several series of main partners, of a bloc's members, of customs lines or months, leave out.
 *
 * <p>Main partners are those of the largest value: what a series leaves out is no more than the least that it lists. One series can so leave out
 * nobody who matters. Of several, one that is large in one and left out of another may be larger than the sum shows: c_i is the sum of the least
 * values of the series that leave i out.
 */
final class MainPartners {

    /** A supplier, or one that no series lists, what is on record of it and what more there may be. */
    record Open(Economy supplier, double amount, double atMost) {

        double shareAtMost(double total) {
            return (amount + atMost) / (total + atMost);
        }

        /** What all of it adds to the sum of squares. */
        double squares() {
            return 2 * amount * atMost + atMost * atMost;
        }
    }

    /** One series of main partners. */
    private record Listed(Set<Economy> partners, double least) {}

    private MainPartners() {}

    /** Why the largest share cannot be told; empty where nobody left out in part could be larger. */
    static Optional<Statement> mayBeLarger(SupplierProfile profile) {
        int top = profile.topRank(Basis.VALUE);
        double total = profile.total(Basis.VALUE);
        double share = top < 0 ? 0 : profile.amount(top, Basis.VALUE) / total;
        return open(profile).stream()
                .filter(o -> isLarge(o, profile) && o.shareAtMost(total) > share)
                .findFirst()
                .map(o -> reason(profile, o));
    }

    /** The most that the largest share can be, with what little series leave out of others and of the largest. */
    static double mostShare(SupplierProfile profile, double largest) {
        double total = profile.total(Basis.VALUE);
        return open(profile).stream()
                .filter(o -> !isLarge(o, profile))
                .mapToDouble(o -> o.shareAtMost(total))
                .reduce(largest, Math::max);
    }

    /**
     * Why the index cannot be told. With S the sum of squares and T the total, c more of a supplier with m raises S/T² where
     * 2mc + c² &gt; (2Tc + c²) S/T². Between nothing and c the index falls first, so that the ends decide; and where no supplier alone raises it,
     * several together do not, for the square of a sum is no less than the sum of squares.
     */
    static Optional<Statement> mayRaise(SupplierProfile profile, double index) {
        double total = profile.total(Basis.VALUE);
        return open(profile).stream()
                .filter(o -> isLarge(o, profile) && o.squares() > index * (2 * total * o.atMost() + o.atMost() * o.atMost()))
                .findFirst()
                .map(o -> reason(profile, o));
    }

    /** The most that the index can be, with what little series leave out of suppliers of which more would raise it. */
    static double mostIndex(SupplierProfile profile, double index, double high) {
        double total = profile.total(Basis.VALUE);
        double raised = open(profile).stream()
                .filter(o -> !isLarge(o, profile) && o.squares() > index * (2 * total * o.atMost() + o.atMost() * o.atMost()))
                .mapToDouble(Open::squares)
                .sum();
        return Math.min(1, high + raised / (total * total));
    }

    /** The most that series of main partners may leave out of these suppliers: of each, the least that a series lists which has no row of it. */
    static double mostLeftOut(SupplierProfile profile, Set<Economy> suppliers) {
        return open(profile).stream().filter(o -> suppliers.contains(o.supplier())).mapToDouble(Open::atMost).sum();
    }

    /** Beyond what may be left out of a supplier's share, too, without a word. */
    private static boolean isLarge(Open open, SupplierProfile profile) {
        return open.atMost() > SupplierShare.SILENT_SERIES * profile.total(Basis.VALUE);
    }

    private static Statement reason(SupplierProfile profile, Open open) {
        return Statement.of("reason.large-left-out-in-part", Term.percent(profile.boughtWhereLeftOut(Set.of(open.supplier()))));
    }

    private static List<Open> open(SupplierProfile profile) {
        if (profile.leftOutInPart == null) {
            profile.leftOutInPart = found(profile);
        }
        return profile.leftOutInPart;
    }

    /** A row's value with half of the step to which it is rounded: who is left out may have sold as much as the least may be. */
    private static double mostOf(TradeObservation row) {
        double known = row.value().known().orElse(0);
        return row.value().isKnown() ? known + row.origin().source().rounding().value() / 2 : known;
    }

    private static List<Open> found(SupplierProfile profile) {
        Map<List<Object>, Map<Economy, Double>> series = new HashMap<>();
        for (SupplierFlow flow : profile.suppliers()) {
            for (TradeObservation row : flow.rows()) {
                if (row.coverage() != Coverage.COMPLETE) {
                    series.computeIfAbsent(SupplierProfile.seriesOf(row), s -> new HashMap<>())
                            .merge(flow.supplier(), mostOf(row) * profile.factorOf(row), Double::sum);
                }
            }
        }
        if (series.size() + (profile.seriesCount() > series.size() ? 1 : 0) < 2) {
            return List.of();
        }
        List<Listed> lists = series.values().stream()
                .map(listed -> new Listed(listed.keySet(), listed.values().stream().mapToDouble(v -> v).min().orElse(0)))
                .toList();
        Map<Economy, Double> known = new HashMap<>();
        profile.suppliers().forEach(flow -> known.put(flow.supplier(), flow.value()));
        known.put(Economy.of("X99"), 0.0);
        return known.entrySet().stream()
                .map(supplier -> new Open(
                        supplier.getKey(),
                        supplier.getValue(),
                        lists.stream()
                                .filter(listed -> !listed.partners().contains(supplier.getKey()))
                                .mapToDouble(Listed::least)
                                .sum()))
                .filter(o -> o.atMost() > 0)
                .sorted((a, b) -> Double.compare(b.amount() + b.atMost(), a.amount() + a.atMost()))
                .toList();
    }
}
