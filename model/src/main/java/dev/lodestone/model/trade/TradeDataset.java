package dev.lodestone.model.trade;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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

    /** Those of periods that were over on a day; itself where all were. */
    public TradeDataset over(LocalDate day) {
        Observations columns = columns();
        return IntStream.range(0, columns.periods()).allMatch(number -> columns.periodOf(number).isOver(day))
                ? this
                : new TradeDataset(columns.stream().filter(row -> row.period().isOver(day)).toList());
    }

    public TradeDataset plus(TradeDataset other) {
        List<TradeObservation> all = new ArrayList<>(observations.size() + other.observations.size());
        all.addAll(observations);
        all.addAll(other.observations);
        return new TradeDataset(all);
    }
}
