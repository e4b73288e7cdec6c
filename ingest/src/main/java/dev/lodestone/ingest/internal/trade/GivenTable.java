package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.ObservationBlock;
import dev.lodestone.ingest.ObservationVisitor;
import dev.lodestone.ingest.internal.scan.ScannedRows;
import dev.lodestone.ingest.internal.scan.TakenRows;
import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.TradeObservation;
import java.util.ArrayList;
import java.util.List;

/** Gives the rows of one large table to a visitor, in their order, as they are read. */
final class GivenTable {

    /** Rows read one by one that are given together. */
    private static final int MOST_WAITING = 1 << 12;

    private final ObservationVisitor visitor;
    private final DataSource source;
    private final RowNumbers numbers;
    private final String valueColumn;
    private final List<Candidate> waiting = new ArrayList<>();

    GivenTable(ObservationVisitor visitor, DataSource source, RowNumbers numbers, String valueColumn) {
        this.visitor = visitor;
        this.source = source;
        this.numbers = numbers;
        this.valueColumn = valueColumn;
    }

    void give(Candidate row) {
        waiting.add(row);
        if (waiting.size() >= MOST_WAITING) {
            flush();
        }
    }

    /** Gives rows that were taken. */
    void give(ScannedRows run) {
        flush();
        visitor.give(new TakenBlock(run));
    }

    /** Takes rows back, then gives what remains of them. */
    void replace(List<Candidate> given, List<Candidate> settled) {
        flush();
        blocks(given, source).forEach(visitor::takeBack);
        blocks(settled, source).forEach(visitor::give);
    }

    /** Says that nothing given holds. */
    void breakOff() {
        waiting.clear();
        visitor.breaksOff(source);
    }

    /** Gives the rows that wait. */
    void flush() {
        if (!waiting.isEmpty()) {
            blocks(waiting, source).forEach(visitor::give);
            waiting.clear();
        }
    }

    private static List<ObservationBlock> blocks(List<Candidate> rows, DataSource source) {
        List<TradeObservation> observations = new ArrayList<>(rows.size());
        for (Candidate row : rows) {
            observations.add(row.observation(publisher -> publisher.isEmpty()
                    ? source
                    : new DataSource(source.file(), source.member(), source.sheet(), source.sha256(), source.layout(), publisher, source.rounding())));
        }
        return ListedBlock.of(observations);
    }

    /** Rows that were taken from a block of bytes. */
    private final class TakenBlock implements ObservationBlock {

        private final ScannedRows run;
        private final TakenRows taken;
        private final int from;
        private final int size;

        TakenBlock(ScannedRows run) {
            this.run = run;
            this.taken = run.taken();
            this.from = run.runFrom();
            this.size = run.runTo() - from;
        }

        @Override
        public DataSource source() {
            return source;
        }

        @Override
        public int size() {
            return size;
        }

        private RowKind kind(int row) {
            return numbers.kinds().get(taken.kind(from + row));
        }

        @Override
        public Economy reporter(int row) {
            return kind(row).flow().reporter();
        }

        @Override
        public Economy partner(int row) {
            return numbers.partners().get(taken.partner(from + row)).economy();
        }

        @Override
        public TradeFlow flow(int row) {
            return kind(row).flow().flow();
        }

        @Override
        public String classification(int row) {
            return kind(row).flow().classification();
        }

        @Override
        public CommodityCode commodity(int row) {
            return numbers.commodities().get(taken.commodity(from + row));
        }

        @Override
        public ReferencePeriod period(int row) {
            return kind(row).flow().period();
        }

        @Override
        public double value(int row) {
            return taken.value(from + row);
        }

        @Override
        public Quantity.Status valueStatus(int row) {
            return FigureTaker.valueStatus(taken.statuses(from + row));
        }

        @Override
        public String currency(int row) {
            return kind(row).currency();
        }

        @Override
        public double weightKg(int row) {
            return taken.weight(from + row);
        }

        @Override
        public Quantity.Status weightStatus(int row) {
            return FigureTaker.weightStatus(taken.statuses(from + row));
        }

        @Override
        public long line(int row) {
            return run.lineOf(from + row);
        }

        @Override
        public TradeObservation observation(int row) {
            List<TradeObservation> one = new ArrayList<>(1);
            blocks(List.of(numbers.row(run, from + row, 0, valueColumn)), source).forEach(block -> one.add(block.observation(0)));
            return one.get(0);
        }
    }
}
