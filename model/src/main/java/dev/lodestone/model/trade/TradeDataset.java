package dev.lodestone.model.trade;

import java.util.ArrayList;
import java.util.List;

/**
 * Observations as they were read, in reading order; may hold the same flow from several sources.
 *
 * @param observations the observations
 */
public record TradeDataset(List<TradeObservation> observations) {

    public static final TradeDataset EMPTY = new TradeDataset(List.of());

    public TradeDataset {
        observations = Observations.copyOf(observations);
    }

    /** The observations in columns, for who passes over millions of them. */
    public Observations columns() {
        return Observations.copyOf(observations);
    }

    public TradeDataset plus(TradeDataset other) {
        List<TradeObservation> all = new ArrayList<>(observations.size() + other.observations.size());
        all.addAll(observations);
        all.addAll(other.observations);
        return new TradeDataset(all);
    }
}
