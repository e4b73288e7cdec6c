package dev.lodestone.model.trade;

import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.quality.Origin;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Many observations, kept in columns: a list like any other, which takes a third of the memory of as many objects, and columns for who
 * passes over millions of rows. Immutable.
 *
 * <p>Economies, commodities, periods and what is common to the rows of a file ({@link Kind}) are numbered in the order in which they are
 * met; a column holds their numbers. {@link #get} gives the same object for a row every time.
 */
public final class Observations extends AbstractList<TradeObservation> implements RandomAccess {

    /**
     * What many rows have in common.
     *
     * @param flow direction
     * @param classification nomenclature and edition
     * @param currency ISO 4217 code
     * @param valuation at which border goods are valued
     * @param coverage how much of the reporter's trade the series holds
     * @param source the table
     */
    public record Kind(
            TradeFlow flow, String classification, String currency, Valuation valuation, Coverage coverage, DataSource source) {}

    private static final Quantity.Status[] STATUSES = Quantity.Status.values();
    private static final byte OF_SOMEONE = (byte) Quantity.Status.OF_SOMEONE.ordinal();

    private final int size;
    private final Economy[] economies;
    private final CommodityCode[] commodities;
    private final ReferencePeriod[] periods;
    private final Kind[] kinds;
    private final char[] reporters;
    private final char[] partners;
    private final int[] commodity;
    private final int[] period;
    private final int[] kind;
    private final double[] value;
    private final double[] weight;
    private final byte[] valueStatus;
    private final byte[] weightStatus;
    private final long[] line;
    private final String[] cell;
    private final String[] note;
    private final AtomicReferenceArray<TradeObservation> made;

    private Observations(Builder b) {
        this.size = b.size;
        this.economies = b.economies.list.toArray(Economy[]::new);
        this.commodities = b.commodities.list.toArray(CommodityCode[]::new);
        this.periods = b.periods.list.toArray(ReferencePeriod[]::new);
        this.kinds = b.kinds.list.toArray(Kind[]::new);
        this.reporters = b.reporters;
        this.partners = b.partners;
        this.commodity = b.commodity;
        this.period = b.period;
        this.kind = b.kind;
        this.value = b.value;
        this.weight = b.weight;
        this.valueStatus = b.valueStatus;
        this.weightStatus = b.weightStatus;
        this.line = b.line;
        this.cell = b.cell;
        this.note = b.note;
        this.made = new AtomicReferenceArray<>(size);
    }

    /** Observations in columns; those that are so already as they are. */
    public static Observations copyOf(List<TradeObservation> list) {
        if (list instanceof Observations columns) {
            return columns;
        }
        Builder builder = new Builder(list.size());
        list.forEach(builder::add);
        Observations columns = builder.build();
        int i = 0;
        for (TradeObservation o : list) {
            columns.made.setRelease(i++, o);
        }
        return columns;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public TradeObservation get(int row) {
        TradeObservation known = made.getAcquire(row);
        if (known != null) {
            return known;
        }
        Kind k = kinds[kind[row]];
        TradeObservation o = new TradeObservation(
                economies[reporters[row]],
                economies[partners[row]],
                k.flow(),
                k.classification(),
                commodities[commodity[row]],
                periods[period[row]],
                new Quantity(value[row], STATUSES[valueStatus[row]]),
                k.currency(),
                new Quantity(weight[row], STATUSES[weightStatus[row]]),
                k.valuation(),
                k.coverage(),
                new Origin(k.source(), line[row], cell[row], note[row]));
        return made.compareAndSet(row, null, o) ? o : made.getAcquire(row);
    }

    /** Some of the rows, by number, as a list. */
    public List<TradeObservation> select(int[] rows) {
        return new Selection(this, rows.clone());
    }

    /** Whether a list is one of {@link #select}: immutable, and not to be copied. */
    public static boolean isSelection(List<TradeObservation> list) {
        return list instanceof Selection;
    }

    /** Economies met, by their number. */
    public int economies() {
        return economies.length;
    }

    public Economy economy(int number) {
        return economies[number];
    }

    /** Number of the reporter of a row. */
    public int reporter(int row) {
        return reporters[row];
    }

    /** Number of the partner of a row. */
    public int partner(int row) {
        return partners[row];
    }

    /** Commodities met, by their number. */
    public int commodities() {
        return commodities.length;
    }

    public CommodityCode commodityOf(int number) {
        return commodities[number];
    }

    /** Number of the commodity of a row. */
    public int commodity(int row) {
        return commodity[row];
    }

    /** Periods met, by their number. */
    public int periods() {
        return periods.length;
    }

    public ReferencePeriod periodOf(int number) {
        return periods[number];
    }

    /** Number of the period of a row. */
    public int period(int row) {
        return period[row];
    }

    /** Kinds of rows met, by their number. */
    public int kinds() {
        return kinds.length;
    }

    public Kind kindOf(int number) {
        return kinds[number];
    }

    /** Number of the kind of a row. */
    public int kind(int row) {
        return kind[row];
    }

    /** The amount of a row's value; 0 where there is none. */
    public double value(int row) {
        return valueStatus[row] == OF_SOMEONE ? 0 : value[row];
    }

    public boolean hasValue(int row) {
        return isKnown(valueStatus[row]);
    }

    /** The amount of a row's net weight in kilograms; 0 where there is none. */
    public double weightKg(int row) {
        return weightStatus[row] == OF_SOMEONE ? 0 : weight[row];
    }

    public boolean hasWeight(int row) {
        return isKnown(weightStatus[row]);
    }

    public boolean isWeightEstimated(int row) {
        return weightStatus[row] == Quantity.Status.ESTIMATED.ordinal();
    }

    /** A row's value of which is not known whose it is. */
    public OptionalDouble valueOfSomeone(int row) {
        return valueStatus[row] == OF_SOMEONE ? OptionalDouble.of(value[row]) : OptionalDouble.empty();
    }

    /** A row's net weight of which is not known whose it is. */
    public OptionalDouble weightOfSomeone(int row) {
        return weightStatus[row] == OF_SOMEONE ? OptionalDouble.of(weight[row]) : OptionalDouble.empty();
    }

    private static boolean isKnown(byte status) {
        return status <= Quantity.Status.NIL.ordinal();
    }

    private static final class Selection extends AbstractList<TradeObservation> implements RandomAccess {

        private final Observations all;
        private final int[] rows;

        Selection(Observations all, int[] rows) {
            this.all = all;
            this.rows = rows;
        }

        @Override
        public int size() {
            return rows.length;
        }

        @Override
        public TradeObservation get(int index) {
            return all.get(rows[index]);
        }
    }

    /** Numbers things in the order in which they are met. */
    private static final class Numbered<T> {

        final List<T> list = new ArrayList<>();
        private final Map<T, Integer> numbers = new HashMap<>();
        private T last;
        private int lastNumber;

        int of(T thing) {
            if (thing == last) {
                return lastNumber;
            }
            Integer known = numbers.get(thing);
            if (known == null) {
                known = list.size();
                numbers.put(thing, known);
                list.add(thing);
            }
            last = thing;
            lastNumber = known;
            return known;
        }
    }

    /** Collects observations into columns. One use only. */
    public static final class Builder {

        private static final int SMALL = 1024;

        private final Numbered<Economy> economies = new Numbered<>();
        private final Numbered<CommodityCode> commodities = new Numbered<>();
        private final Numbered<ReferencePeriod> periods = new Numbered<>();
        private final Numbered<Kind> kinds = new Numbered<>();
        private TradeObservation last;
        private int lastKind;
        private int size;
        private char[] reporters = new char[0];
        private char[] partners = new char[0];
        private int[] commodity = new int[0];
        private int[] period = new int[0];
        private int[] kind = new int[0];
        private double[] value = new double[0];
        private double[] weight = new double[0];
        private byte[] valueStatus = new byte[0];
        private byte[] weightStatus = new byte[0];
        private long[] line = new long[0];
        private String[] cell = new String[0];
        private String[] note = new String[0];

        public Builder() {}

        /**
         * With room for as many rows as are to come, which then need not be copied.
         *
         * @param rows how many
         */
        public Builder(int rows) {
            reserve(rows);
        }

        public Builder add(TradeObservation o) {
            int kindOfRow = kindOf(o);
            add(
                    economies.of(o.reporter()), economies.of(o.partner()), commodities.of(o.commodity()), periods.of(o.period()), kindOfRow,
                    o.value().stored(), o.value().status(), o.netWeightKg().stored(), o.netWeightKg().status(), o.origin().line(),
                    o.origin().cell(), o.origin().note());
            last = o;
            return this;
        }

        /** The number of an economy, for who adds rows by numbers. */
        public int numberOf(Economy economy) {
            return economies.of(economy);
        }

        /** The number of a commodity. */
        public int numberOf(CommodityCode code) {
            return commodities.of(code);
        }

        /** The number of a period. */
        public int numberOf(ReferencePeriod date) {
            return periods.of(date);
        }

        /** The number of what rows have in common. */
        public int numberOf(Kind common) {
            return kinds.of(common);
        }

        /**
         * Adds a row without making an object of it: what {@link #add(TradeObservation)} would add.
         *
         * @param reporterNumber reporter, by {@link #numberOf(Economy)}
         * @param partnerNumber partner
         * @param commodityNumber commodity
         * @param periodNumber period
         * @param kindNumber what it has in common with other rows
         * @param valueAmount value; 0 where there is none
         * @param statusOfValue why there is none, or how it was come by
         * @param kilograms net weight; 0 where there is none
         * @param statusOfWeight the same of the weight
         * @param lineNumber line in the file
         * @param cellAddress cell in a workbook; else empty
         * @param remark what was done to the row; else empty
         */
        public void add(
                int reporterNumber,
                int partnerNumber,
                int commodityNumber,
                int periodNumber,
                int kindNumber,
                double valueAmount,
                Quantity.Status statusOfValue,
                double kilograms,
                Quantity.Status statusOfWeight,
                long lineNumber,
                String cellAddress,
                String remark) {
            if (size == reporters.length) {
                reserve(Math.max(SMALL, size + (size >> 1)));
            }
            // There are fewer than 34,000 well-formed codes of economies: a char holds their number.
            reporters[size] = (char) reporterNumber;
            partners[size] = (char) partnerNumber;
            commodity[size] = commodityNumber;
            period[size] = periodNumber;
            kind[size] = kindNumber;
            value[size] = valueAmount;
            weight[size] = kilograms;
            valueStatus[size] = (byte) statusOfValue.ordinal();
            weightStatus[size] = (byte) statusOfWeight.ordinal();
            line[size] = lineNumber;
            cell[size] = cellAddress;
            note[size] = remark;
            size++;
        }

        private int kindOf(TradeObservation o) {
            boolean same = last != null
                    && last.flow() == o.flow()
                    && last.valuation() == o.valuation()
                    && last.coverage() == o.coverage()
                    && last.origin().source().equals(o.origin().source())
                    && last.classification().equals(o.classification())
                    && last.currency().equals(o.currency());
            if (!same) {
                lastKind = kinds.of(
                        new Kind(o.flow(), o.classification(), o.currency(), o.valuation(), o.coverage(), o.origin().source()));
            }
            return lastKind;
        }

        private void reserve(int rows) {
            reporters = Arrays.copyOf(reporters, rows);
            partners = Arrays.copyOf(partners, rows);
            commodity = Arrays.copyOf(commodity, rows);
            period = Arrays.copyOf(period, rows);
            kind = Arrays.copyOf(kind, rows);
            value = Arrays.copyOf(value, rows);
            weight = Arrays.copyOf(weight, rows);
            valueStatus = Arrays.copyOf(valueStatus, rows);
            weightStatus = Arrays.copyOf(weightStatus, rows);
            line = Arrays.copyOf(line, rows);
            cell = Arrays.copyOf(cell, rows);
            note = Arrays.copyOf(note, rows);
        }

        public Observations build() {
            if (size < reporters.length) {
                reserve(size);
            }
            return new Observations(this);
        }
    }
}
