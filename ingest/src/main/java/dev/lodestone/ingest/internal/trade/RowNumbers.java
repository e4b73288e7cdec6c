package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.scan.ScannedRows;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for what rows say, shared by the threads that take rows: in the order in which any of them met it, which nothing depends on. */
final class RowNumbers {

    private static final int FIRST = 1 << 8;

    /** Numbered things. A number may be asked for by every thread that was handed it. */
    static final class Of<T> {

        private final Map<T, Integer> numbers = new HashMap<>();
        private volatile List<T> things = new ArrayList<>(FIRST);
        private int capacity = FIRST;
        private int size;

        synchronized int number(T thing) {
            Integer known = numbers.putIfAbsent(thing, size);
            if (known != null) {
                return known;
            }
            if (size == capacity) {
                capacity *= 2;
                List<T> more = new ArrayList<>(capacity);
                more.addAll(things);
                things = more;
            }
            things.add(thing);
            size++;
            return size - 1;
        }

        /** The number; -1 if the thing has none. */
        synchronized int find(T thing) {
            return numbers.getOrDefault(thing, -1);
        }

        T get(int number) {
            return things.get(number);
        }

        synchronized int size() {
            return size;
        }
    }

    private final Of<RowKind> kinds = new Of<>();
    private final Of<RowKind.Partner> partners = new Of<>();
    private final Of<CommodityCode> commodities = new Of<>();

    Of<RowKind> kinds() {
        return kinds;
    }

    Of<RowKind.Partner> partners() {
        return partners;
    }

    Of<CommodityCode> commodities() {
        return commodities;
    }

    /** A row that was taken, as it would have been read. */
    Candidate row(ScannedRows run, int row, long record, String valueColumn) {
        RowKind kind = kinds.get(run.taken().kind(row));
        RowKind.Partner partner = partners.get(run.taken().partner(row));
        int statuses = run.taken().statuses(row);
        return new Candidate(
                new Candidate.Key(
                        kind.flow().reporter(), partner.economy(), kind.flow().flow(), kind.flow().classification(),
                        commodities.get(run.taken().commodity(row)), kind.flow().period()),
                kind.reporterText(),
                partner.text(),
                kind.part(),
                new Quantity(run.taken().value(row), FigureTaker.valueStatus(statuses)),
                kind.currency(),
                new Quantity(run.taken().weight(row), FigureTaker.weightStatus(statuses)),
                kind.valuation(),
                kind.coverage(),
                kind.publisher(),
                "",
                run.lineOf(row),
                record,
                valueColumn,
                "");
    }
}
