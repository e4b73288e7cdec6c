package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.scan.ScannedRows;
import dev.lodestone.ingest.internal.scan.TakenRows;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.Valuation;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.IntToLongFunction;

/**
 * The sound rows of a table, of which there may be millions: a list that only grows and keeps some twenty bytes a row instead of several
 * hundred. What rows have in common is kept once and numbered. Every {@link #get} makes the row anew.
 */
final class Figures extends AbstractList<Candidate> implements RandomAccess {

    /** What a reporter's rows have in common. */
    private record Head(
            Economy reporter,
            String reporterText,
            TradeFlow flow,
            String classification,
            ReferencePeriod period,
            Quantity.Status valueStatus,
            String currency,
            Quantity.Status weightStatus,
            Valuation valuation,
            Coverage coverage,
            String part,
            String publisher,
            String valueColumn) {

        static Head of(Candidate row) {
            return new Head(
                    row.key().reporter(), row.reporterText(), row.key().flow(), row.key().classification(), row.key().period(),
                    row.value().status(), row.currency(), row.netWeightKg().status(), row.valuation(), row.coverage(), row.part(),
                    row.publisher(), row.valueColumn());
        }

        /** By what differs most: one of all components takes longer to begin with than all rows of a filtered file. */
        @Override
        public int hashCode() {
            return 31 * (31 * reporter.hashCode() + period.hashCode()) + flow.ordinal();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Head head
                    && reporter.equals(head.reporter)
                    && flow == head.flow
                    && valueStatus == head.valueStatus
                    && weightStatus == head.weightStatus
                    && valuation == head.valuation
                    && coverage == head.coverage
                    && reporterText.equals(head.reporterText)
                    && classification.equals(head.classification)
                    && period.equals(head.period)
                    && currency.equals(head.currency)
                    && part.equals(head.part)
                    && publisher.equals(head.publisher)
                    && valueColumn.equals(head.valueColumn);
        }

        /** Whether the row is one of these; asked of every row before anything is made for it. */
        boolean isOf(Candidate row) {
            return reporter.equals(row.key().reporter())
                    && flow == row.key().flow()
                    && valueStatus == row.value().status()
                    && weightStatus == row.netWeightKg().status()
                    && valuation == row.valuation()
                    && coverage == row.coverage()
                    && reporterText.equals(row.reporterText())
                    && classification.equals(row.key().classification())
                    && period.equals(row.key().period())
                    && currency.equals(row.currency())
                    && part.equals(row.part())
                    && publisher.equals(row.publisher())
                    && valueColumn.equals(row.valueColumn());
        }
    }

    private record Partner(Economy partner, String text) {

        @Override
        public int hashCode() {
            return 31 * partner.hashCode() + text.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Partner same && partner.equals(same.partner) && text.equals(same.text);
        }

        boolean isOf(Candidate row) {
            return partner.equals(row.key().partner()) && text.equals(row.partnerText());
        }
    }

    /** The columns of a block. */
    interface Columns {

        int head(int row);

        int partner(int row);

        int commodity(int row);

        double value(int row);

        double weight(int row);

        long line(int row);

        long record(int row);

        String cell(int row);

        String note(int row);
    }

    private static final Quantity.Status[] STATUSES = Quantity.Status.values();

    private final Numbering<Head> heads = new Numbering<>();
    private final Numbering<Partner> partners = new Numbering<>();
    private final Numbering<CommodityCode> commodities = new Numbering<>();
    private final List<FigureBlock> full = new ArrayList<>();
    private FigureBlock.Filling filling = new FigureBlock.Filling();
    private final TakenHeads takenHeads = new TakenHeads();
    private final Renumbering takenPartners = new Renumbering();
    private final Renumbering takenCommodities = new Renumbering();

    @Override
    public int size() {
        return full.size() * FigureBlock.ROWS + filling.size();
    }

    @Override
    public boolean add(Candidate row) {
        if (filling.size() == FigureBlock.ROWS) {
            full.add(filling.packed());
            filling.clear();
        }
        filling.add(
                headOf(row),
                partnerOf(row),
                commodities.of(row.key().commodity()),
                row);
        return true;
    }

    /**
     * Adds rows that were taken as they were scanned.
     *
     * @param before number of records before the first
     * @param valueColumn header of the value's column
     */
    void add(ScannedRows run, RowNumbers numbers, long before, String valueColumn) {
        TakenRows taken = run.taken();
        for (int row = run.runFrom(); row < run.runTo(); row++) {
            if (filling.size() == FigureBlock.ROWS) {
                full.add(filling.packed());
                filling.clear();
            }
            filling.add(
                    takenHeads.of(taken.kind(row), taken.statuses(row), numbers, valueColumn),
                    takenPartner(taken.partner(row), numbers),
                    takenCommodity(taken.commodity(row), numbers),
                    taken.value(row),
                    taken.weight(row),
                    run.lineOf(row),
                    before + 1 + row - run.runFrom());
        }
    }

    private int takenPartner(int number, RowNumbers numbers) {
        int here = takenPartners.of(number);
        if (here == Renumbering.UNKNOWN) {
            RowKind.Partner partner = numbers.partners().get(number);
            here = takenPartners.is(number, partners.of(new Partner(partner.economy(), partner.text())));
        }
        return here;
    }

    private int takenCommodity(int number, RowNumbers numbers) {
        int here = takenCommodities.of(number);
        return here == Renumbering.UNKNOWN ? takenCommodities.is(number, commodities.of(numbers.commodities().get(number))) : here;
    }

    /** Heads by the kind of a row and the statuses of its figures. */
    private final class TakenHeads {

        private final Renumbering renumbering = new Renumbering();

        int of(int kind, int statuses, RowNumbers numbers, String valueColumn) {
            Quantity.Status value = FigureTaker.valueStatus(statuses);
            Quantity.Status weight = FigureTaker.weightStatus(statuses);
            int key = (kind * STATUSES.length + value.ordinal()) * STATUSES.length + weight.ordinal();
            int here = renumbering.of(key);
            return here == Renumbering.UNKNOWN ? renumbering.is(key, heads.of(head(numbers.kinds().get(kind), value, weight, valueColumn))) : here;
        }

        private static Head head(RowKind kind, Quantity.Status value, Quantity.Status weight, String valueColumn) {
            return new Head(
                    kind.flow().reporter(), kind.reporterText(), kind.flow().flow(), kind.flow().classification(), kind.flow().period(), value,
                    kind.currency(), weight, kind.valuation(), kind.coverage(), kind.part(), kind.publisher(), valueColumn);
        }
    }

    private int headOf(Candidate row) {
        return heads.isEmpty() || !heads.last().isOf(row) ? heads.of(Head.of(row)) : heads.lastNumber();
    }

    private int partnerOf(Candidate row) {
        return partners.isEmpty() || !partners.last().isOf(row)
                ? partners.of(new Partner(row.key().partner(), row.partnerText()))
                : partners.lastNumber();
    }

    /**
     * Keys of the rows that there are now, as numbers that mean nothing beyond this list.
     *
     * @param flow by a row's place: what it speaks of
     * @param written the same, as the publisher wrote it but for case, accents and marks
     */
    record Keys(IntToLongFunction flow, IntToLongFunction written) {}

    /** Keys of the rows that there are now. */
    Keys keys() {
        return new Keys(
                key(head -> List.of(head.reporter(), head.flow(), head.classification(), head.period()), Partner::partner),
                key(
                        head -> List.of(head.reporter(), head.flow(), head.classification(), head.period(), Naming.folded(head.reporterText()), head.part()),
                        partner -> new Partner(partner.partner(), Naming.folded(partner.text()))));
    }

    /** A key of what some components of head and partner are, and of the commodity. */
    private IntToLongFunction key(Function<Head, Object> ofHead, Function<Partner, Object> ofPartner) {
        int[] headNumbers = numbers(heads, ofHead);
        int[] partnerNumbers = numbers(partners, ofPartner);
        LongNumbers pairs = new LongNumbers();
        return row -> {
            Columns columns = columns(row);
            int at = row % FigureBlock.ROWS;
            int pair = pairs.number(packed(headNumbers[columns.head(at)], partnerNumbers[columns.partner(at)]));
            return packed(pair, columns.commodity(at));
        };
    }

    private static <T> int[] numbers(Numbering<T> things, Function<T, Object> component) {
        Map<Object, Integer> numbers = new HashMap<>();
        int[] all = new int[things.size()];
        for (int i = 0; i < all.length; i++) {
            Object key = component.apply(things.get(i));
            Integer known = numbers.putIfAbsent(key, i);
            all[i] = known == null ? i : known;
        }
        return all;
    }

    private static long packed(int high, int low) {
        return (long) high << Integer.SIZE | low;
    }

    /** Receives rows by what they have in common. */
    interface Receiver {

        /**
         * What rows to come have in common; told once for each number.
         *
         * @param number its number
         * @param one one of these rows
         */
        void head(int number, Candidate one);

        /**
         * A row.
         *
         * @param head number of what it has in common with others
         * @param commodity number of its commodity, which {@link Figures} gave it
         * @param index its place in the list
         */
        void row(int head, int commodity, Economy partner, CommodityCode code, Columns columns, int at, int index);
    }

    /** Gives all rows in their order, without making an object of each. */
    void forEachRow(Receiver receiver) {
        boolean[] told = new boolean[heads.size()];
        int size = size();
        for (int index = 0; index < size; index++) {
            int at = index % FigureBlock.ROWS;
            Columns columns = columns(index);
            int head = columns.head(at);
            if (!told[head]) {
                receiver.head(head, get(index));
                told[head] = true;
            }
            receiver.row(
                    head, columns.commodity(at), partners.get(columns.partner(at)).partner(), commodities.get(columns.commodity(at)), columns, at,
                    index);
        }
    }

    /** The columns in which a row stands. */
    private Columns columns(int index) {
        int block = index / FigureBlock.ROWS;
        return block < full.size() ? full.get(block) : filling;
    }

    /** A row's record, without making the row. */
    long record(int index) {
        return columns(index).record(index % FigureBlock.ROWS);
    }

    @Override
    public Candidate get(int index) {
        int row = index % FigureBlock.ROWS;
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException(index);
        }
        Columns columns = columns(index);
        Head head = heads.get(columns.head(row));
        Partner partner = partners.get(columns.partner(row));
        return new Candidate(
                new Candidate.Key(
                        head.reporter(), partner.partner(), head.flow(), head.classification(), commodities.get(columns.commodity(row)),
                        head.period()),
                head.reporterText(),
                partner.text(),
                head.part(),
                new Quantity(columns.value(row), head.valueStatus()),
                head.currency(),
                new Quantity(columns.weight(row), head.weightStatus()),
                head.valuation(),
                head.coverage(),
                head.publisher(),
                columns.note(row),
                columns.line(row),
                columns.record(row),
                head.valueColumn(),
                columns.cell(row));
    }

    /** Numbers things in the order in which they are met. */
    private static final class Numbering<T> {

        private final List<T> things = new ArrayList<>();
        private final Map<T, Integer> numbers = new HashMap<>();
        private int last;

        int of(T thing) {
            Integer known = numbers.get(thing);
            if (known == null) {
                known = things.size();
                numbers.put(thing, known);
                things.add(thing);
            }
            last = known;
            return last;
        }

        boolean isEmpty() {
            return things.isEmpty();
        }

        int size() {
            return things.size();
        }

        /** What was met last. */
        T last() {
            return things.get(last);
        }

        int lastNumber() {
            return last;
        }

        T get(int number) {
            return things.get(number);
        }
    }
}
