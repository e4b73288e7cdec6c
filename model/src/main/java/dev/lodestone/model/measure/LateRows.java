package dev.lodestone.model.measure;

import dev.lodestone.model.trade.TradeObservation;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;

/** Rows that are looked for when someone asks for them: measures do not, and there are millions. Immutable. */
final class LateRows extends AbstractList<TradeObservation> implements RandomAccess {

    private final Supplier<List<TradeObservation>> source;
    private volatile List<TradeObservation> found;

    LateRows(Supplier<List<TradeObservation>> source) {
        this.source = source;
    }

    private List<TradeObservation> found() {
        List<TradeObservation> rows = found;
        if (rows == null) {
            rows = List.copyOf(source.get());
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
