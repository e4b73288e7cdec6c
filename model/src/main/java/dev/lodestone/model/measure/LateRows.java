package dev.lodestone.model.measure;

import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.TradeObservation;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Rows from a supplier that are looked for when someone asks for them: measures do not, and there are millions. Immutable. */
final class LateRows extends AbstractList<TradeObservation> implements RandomAccess {

    private final FlowRows all;
    private final Economy supplier;
    private volatile List<TradeObservation> found;

    LateRows(FlowRows all, Economy supplier) {
        this.all = all;
        this.supplier = supplier;
    }

    private List<TradeObservation> found() {
        List<TradeObservation> rows = found;
        if (rows == null) {
            rows = List.copyOf(all.of(supplier));
            found = rows;
        }
        return rows;
    }

    @Override
    public int size() {
        return found().size();
    }

    @Override
    public TradeObservation get(int index) {
        return found().get(index);
    }
}
