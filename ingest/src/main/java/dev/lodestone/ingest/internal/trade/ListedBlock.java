package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.ObservationBlock;
import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.TradeObservation;
import java.util.ArrayList;
import java.util.List;

/**
 * Observations of one table that are there as objects.
 *
 * @param source the table
 * @param rows its observations
 */
public record ListedBlock(DataSource source, List<TradeObservation> rows) implements ObservationBlock {

    private static final int MOST = 1 << 13;

    public ListedBlock {
        rows = List.copyOf(rows);
    }

    /** Blocks of observations, of one source each, in their order. */
    public static List<ObservationBlock> of(List<TradeObservation> observations) {
        List<ObservationBlock> blocks = new ArrayList<>();
        List<TradeObservation> rows = new ArrayList<>();
        for (TradeObservation each : observations) {
            if (!rows.isEmpty() && (rows.size() == MOST || !rows.get(0).origin().source().equals(each.origin().source()))) {
                blocks.add(new ListedBlock(rows.get(0).origin().source(), rows));
                rows.clear();
            }
            rows.add(each);
        }
        if (!rows.isEmpty()) {
            blocks.add(new ListedBlock(rows.get(0).origin().source(), rows));
        }
        return blocks;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public Economy reporter(int row) {
        return rows.get(row).reporter();
    }

    @Override
    public Economy partner(int row) {
        return rows.get(row).partner();
    }

    @Override
    public TradeFlow flow(int row) {
        return rows.get(row).flow();
    }

    @Override
    public String classification(int row) {
        return rows.get(row).classification();
    }

    @Override
    public CommodityCode commodity(int row) {
        return rows.get(row).commodity();
    }

    @Override
    public ReferencePeriod period(int row) {
        return rows.get(row).period();
    }

    @Override
    public double value(int row) {
        return rows.get(row).value().stored();
    }

    @Override
    public Quantity.Status valueStatus(int row) {
        return rows.get(row).value().status();
    }

    @Override
    public String currency(int row) {
        return rows.get(row).currency();
    }

    @Override
    public double weightKg(int row) {
        return rows.get(row).netWeightKg().stored();
    }

    @Override
    public Quantity.Status weightStatus(int row) {
        return rows.get(row).netWeightKg().status();
    }

    @Override
    public long line(int row) {
        return rows.get(row).origin().line();
    }

    @Override
    public TradeObservation observation(int row) {
        return rows.get(row);
    }
}
