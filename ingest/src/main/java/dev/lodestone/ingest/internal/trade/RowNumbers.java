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

    /** Numbered things. */
    static final class Of<T> {

        private final List<T> things = new ArrayList<>();
        private final Map<T, Integer> numbers = new HashMap<>();

        synchronized int number(T thing) {
            Integer known = numbers.putIfAbsent(thing, things.size());
            if (known != null) {
                return known;
            }
            things.add(thing);
            return things.size() - 1;
        }

        /** The number; -1 if the thing has none. */
        synchronized int find(T thing) {
            return numbers.getOrDefault(thing, -1);
        }

        synchronized T get(int number) {
            return things.get(number);
        }

        synchronized int size() {
            return things.size();
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
