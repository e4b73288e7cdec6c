package dev.lodestone.ingest.internal.trade;

import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.trade.Observations;
import dev.lodestone.model.trade.TradeObservation;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The observations of many tables one behind another, without a copy: those of a large table are made when they are asked for and not
 * kept.
 */
public final class ReadObservations extends AbstractList<TradeObservation> {

    private final List<List<TradeObservation>> tables = new ArrayList<>();
    private List<TradeObservation> added = new ArrayList<>();
    private int before;

    /** Puts a table's observations behind the others. */
    void addTable(List<TradeObservation> table) {
        closeAdded();
        tables.add(table);
        before += table.size();
    }

    /** Puts what another file gave behind the others. */
    public void addAll(ReadObservations other) {
        other.tables.forEach(this::addTable);
        other.added.forEach(this::add);
    }

    /** All of them in columns. */
    public Observations inColumns() {
        Observations.Builder columns = new Observations.Builder(size());
        for (List<TradeObservation> table : tables) {
            if (table instanceof TableObservations read) {
                read.addTo(columns);
            } else {
                table.forEach(columns::add);
            }
        }
        added.forEach(columns::add);
        return columns.build();
    }

    /** Gives the imports of calendar years. */
    void forEachYearlyImport(YearlyImports receiver) {
        int index = 0;
        for (List<TradeObservation> table : tables) {
            if (table instanceof TableObservations read) {
                read.forEachYearlyImport(receiver, index);
                index += table.size();
            } else {
                index = give(table, index, receiver);
            }
        }
        give(added, index, receiver);
    }

    /** Tells each table and the place of its first observation; what was added to them is of the tables before. */
    void tellTables(ObjIntConsumer<DataSource> receiver) {
        int place = 0;
        for (List<TradeObservation> table : tables) {
            if (table instanceof TableObservations read) {
                receiver.accept(read.source(), place);
            }
            place += table.size();
        }
    }

    /**
     * The observations of tables, in their order. A table's rows are of one table, so that others are passed over as a whole.
     *
     * @param wanted tells a table that is wanted by its label and checksum, whichever publisher a row names
     */
    Stream<TradeObservation> ofTables(Predicate<DataSource> wanted) {
        return Stream.concat(tables.stream(), Stream.of(added)).flatMap(table -> table instanceof TableObservations read
                ? wanted.test(read.source()) ? read.stream() : Stream.empty()
                : table.stream().filter(o -> wanted.test(o.origin().source())));
    }

    private static int give(List<TradeObservation> list, int before, YearlyImports receiver) {
        int index = before;
        for (TradeObservation o : list) {
            YearlyImports.give(o, index++, receiver);
        }
        return index;
    }

    private void closeAdded() {
        if (!added.isEmpty()) {
            tables.add(added);
            before += added.size();
            added = new ArrayList<>();
        }
    }

    @Override
    public boolean add(TradeObservation observation) {
        return added.add(observation);
    }

    @Override
    public int size() {
        return before + added.size();
    }

    @Override
    public TradeObservation get(int index) {
        int left = index;
        for (List<TradeObservation> table : tables) {
            if (left < table.size()) {
                return table.get(left);
            }
            left -= table.size();
        }
        return added.get(left);
    }

    @Override
    public Iterator<TradeObservation> iterator() {
        return new OneBehindAnother(tables, added);
    }

    /** Passes over lists in turn: the iterator of a flattened stream would first collect each. */
    private static final class OneBehindAnother implements Iterator<TradeObservation> {

        private final Iterator<List<TradeObservation>> lists;
        private final List<TradeObservation> last;
        private Iterator<TradeObservation> current;
        private boolean inLast;

        OneBehindAnother(List<List<TradeObservation>> lists, List<TradeObservation> last) {
            this.lists = lists.iterator();
            this.last = last;
            this.current = Collections.emptyIterator();
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && !inLast) {
                inLast = !lists.hasNext();
                current = inLast ? last.iterator() : lists.next().iterator();
            }
            return current.hasNext();
        }

        @Override
        public TradeObservation next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return current.next();
        }
    }
}
