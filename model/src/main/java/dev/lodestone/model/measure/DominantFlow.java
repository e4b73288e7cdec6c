package dev.lodestone.model.measure;

import dev.lodestone.model.trade.TradeObservation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The single flow that carries a result: one reporter's purchases of one line from one supplier.
 *
 * <p>A total that hangs on one flow says little about the whole: the flow is named wherever it holds more than {@link #NOTEWORTHY} of
 * the total and is not the buyer's only line.
 *
 * @param largest the largest row of the flow
 * @param value its value, in the profile's currency
 * @param share its share of the profile's total, 0..1
 */
public record DominantFlow(TradeObservation largest, double value, double share) {

    /** Share of the total above which a flow is named. */
    public static final double NOTEWORTHY = 0.20;

    private record Key(String reporter, String partner, String commodity) {}

    /**
     * The largest flow of a profile that adds up several reporters or lines; empty when it holds only one line of one reporter, and where
     * the total is not known, since suppliers are missing from it.
     */
    public static Optional<DominantFlow> find(SupplierProfile profile) {
        Map<Key, Double> sums = new HashMap<>();
        Map<Key, TradeObservation> rows = new HashMap<>();
        long buyersAndLines = profile.suppliers().stream()
                .flatMap(f -> f.rows().stream())
                .map(o -> o.reporter().code() + o.commodity().digits())
                .distinct()
                .count();
        if (buyersAndLines < 2 || profile.total(Basis.VALUE) <= 0) {
            return Optional.empty();
        }
        for (SupplierFlow flow : profile.suppliers()) {
            double sumOfRows = flow.rows().stream().mapToDouble(o -> o.value().amount()).sum();
            double factor = sumOfRows > 0 ? flow.value() / sumOfRows : 0;
            for (TradeObservation o : flow.rows()) {
                Key key = new Key(o.reporter().code(), o.partner().code(), o.commodity().digits());
                sums.merge(key, o.value().amount() * factor, Double::sum);
                rows.merge(key, o, (a, b) -> a.value().amount() >= b.value().amount() ? a : b);
            }
        }
        return sums.entrySet().stream()
                .max(Map.Entry.<Key, Double>comparingByValue().thenComparing(e -> e.getKey().toString()))
                .map(e -> new DominantFlow(rows.get(e.getKey()), e.getValue(), e.getValue() / profile.total(Basis.VALUE)))
                .filter(f -> f.share() >= NOTEWORTHY)
                .filter(f -> Shares.of(profile, Basis.VALUE, f.largest().partner()).hasValue());
    }
}
