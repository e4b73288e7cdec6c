package dev.lodestone.model.measure;

import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Observations;
import dev.lodestone.model.trade.TradeObservation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows behind a profile, sorted out by supplier when someone asks for them first. */
final class FlowRows {

    /** Rows added at once, some of which may be of partners that were left out. */
    private record Batch(Observations data, int[] rows) {}

    private final List<Batch> batches = new ArrayList<>(1);
    private final Map<Economy, List<TradeObservation>> single = new HashMap<>(1);
    private volatile Map<Economy, List<TradeObservation>> sorted;

    void add(Observations data, int[] rows) {
        batches.add(new Batch(data, rows));
    }

    void add(Economy supplier, List<TradeObservation> rows) {
        single.computeIfAbsent(supplier, s -> new ArrayList<>(2)).addAll(rows);
    }

    /** Every row of a supplier, in the order in which they were added; when nothing is added any more. */
    List<TradeObservation> of(Economy supplier) {
        Map<Economy, List<TradeObservation>> all = sorted;
        if (all == null) {
            all = sort();
            sorted = all;
        }
        return all.getOrDefault(supplier, List.of());
    }

    private Map<Economy, List<TradeObservation>> sort() {
        Map<Economy, List<TradeObservation>> all = new HashMap<>();
        single.forEach((supplier, rows) -> all.put(supplier, new ArrayList<>(rows)));
        for (Batch batch : batches) {
            for (int row : batch.rows()) {
                TradeObservation o = batch.data().get(row);
                all.computeIfAbsent(o.partner(), s -> new ArrayList<>(2)).add(o);
            }
        }
        return all;
    }
}
