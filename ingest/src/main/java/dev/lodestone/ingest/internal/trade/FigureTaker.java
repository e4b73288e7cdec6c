package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.internal.layout.Field;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.scan.CellText;
import dev.lodestone.ingest.internal.scan.RowTaker;
import dev.lodestone.ingest.internal.scan.TakenRows;
import dev.lodestone.ingest.internal.table.Row;
import dev.lodestone.model.trade.Quantity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Takes sound rows by their bytes. What a row says is told by its partner, its commodity, its two figures and all other columns that
 * the layout reads; each of the first, the second and the last are read once by {@link RowReading} and remembered. A row of which
 * something is not known yet, not plainly a figure or not sound is left to who reads rows one by one.
 */
final class FigureTaker implements RowTaker {

    private static final Quantity.Status[] STATUSES = Quantity.Status.values();
    private static final int WEIGHT_SHIFT = 4;

    /** Fields that only rows of wide tables have, or that stand in no column of codes. */
    private static final Set<Field> FIGURES = EnumSet.of(Field.VALUE, Field.NET_WEIGHT, Field.PARTNER, Field.COMMODITY);

    /**
     * What the columns beside partner, commodity and figures say.
     *
     * @param kind number of the rows' kind
     */
    private record Head(int kind, RowReading.PlainFigures value, RowReading.PlainFigures weight) {}

    private final RowReading reading;
    private final RowNumbers numbers;
    private final int width;
    private final int valueColumn;
    private final int weightColumn;
    private final byte[][] missing;
    private final boolean hasPoint;
    private final int[] sameAsValue;
    private final List<Head> heads = new ArrayList<>();
    private final CellMemo headCells;
    private final CellMemo partnerCells;
    private final CellMemo commodityCells;
    private double amount;
    private Quantity.Status status = Quantity.Status.MISSING;

    private FigureTaker(HeaderPlan plan, RowReading reading, RowNumbers numbers) {
        this.reading = reading;
        this.numbers = numbers;
        Layout layout = plan.layout();
        this.width = plan.width();
        this.valueColumn = plan.column(Field.VALUE);
        this.weightColumn = plan.column(Field.NET_WEIGHT);
        this.missing = layout.missing().stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
        this.hasPoint = layout.numbers().decimal() == '.';
        this.sameAsValue = plan.valuationColumns().values().stream().mapToInt(Integer::intValue).toArray();
        this.headCells = new CellMemo(headColumns(plan));
        this.partnerCells = new CellMemo(columns(plan.columns(Field.PARTNER)));
        this.commodityCells = new CellMemo(columns(plan.columns(Field.COMMODITY)));
    }

    /** One that takes rows of the table where that can be done, else none. */
    static RowTaker of(HeaderPlan plan, RowReading reading, RowNumbers numbers) {
        Layout layout = plan.layout();
        boolean isPlain = layout.footer().isEmpty()
                && layout.notTrade().isEmpty()
                && layout.wide().isEmpty()
                && plan.column(Field.VALUE) >= 0
                && plan.valuationColumns().size() <= 2
                && Stream.of(layout.missing(), layout.suppressed(), layout.nil()).flatMap(Set::stream).noneMatch(FigureTaker::isNumber);
        return isPlain ? new FigureTaker(plan, reading, numbers) : RowTaker.NONE;
    }

    private static boolean isNumber(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return !Double.isNaN(SmallDecimal.ofBytes(bytes, 0, bytes.length, 0));
    }

    /** All columns that the layout reads but those of partner, commodity and figures; and those that a rule reads together with others. */
    private static int[] headColumns(HeaderPlan plan) {
        Set<Integer> head = new TreeSet<>();
        for (Field field : Field.values()) {
            if (!FIGURES.contains(field)) {
                head.addAll(plan.columns(field));
            }
        }
        head.addAll(plan.partColumns());
        for (HeaderPlan.PlacedRule rule : plan.leaveOut()) {
            List<Integer> looksAt = rule.looksAt();
            boolean isOfOne = plan.columns(Field.PARTNER).containsAll(looksAt)
                    || plan.columns(Field.COMMODITY).containsAll(looksAt);
            if (!isOfOne) {
                head.addAll(looksAt);
            }
        }
        return columns(head);
    }

    private static int[] columns(Iterable<Integer> columns) {
        List<Integer> list = new ArrayList<>();
        columns.forEach(list::add);
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public boolean take(byte[] bytes, int[] starts, int[] ends, boolean[] quotes, int cells, TakenRows into) {
        if (cells < width) {
            return false;
        }
        for (int i = width; i < cells; i++) {
            if (ends[i] > starts[i]) {
                return false;
            }
        }
        int same = sameAsValue.length == 0 ? 0 : sameAsValue(bytes, starts, ends);
        if (same < 0) {
            return false;
        }
        int head = headCells.find(bytes, starts, ends, quotes, same);
        int partner = partnerCells.find(bytes, starts, ends, quotes, 0);
        int commodity = commodityCells.find(bytes, starts, ends, quotes, 0);
        if (head < 0 || partner < 0 || commodity < 0) {
            if (headCells.isFull() || partnerCells.isFull() || commodityCells.isFull()) {
                return false;
            }
            Optional<Candidate> row = sound(bytes, starts, ends, quotes, cells);
            Optional<Head> itsHead = row.flatMap(each -> headOf(each, bytes, starts, ends, quotes, cells));
            if (itsHead.isEmpty()) {
                return false;
            }
            if (head < 0) {
                head = heads.size();
                heads.add(itsHead.get());
                headCells.remember(head);
            }
            if (partner < 0) {
                partner = numbers.partners().number(RowKind.Partner.of(row.get()));
                partnerCells.remember(partner);
            }
            if (commodity < 0) {
                commodity = numbers.commodities().number(row.get().key().commodity());
                commodityCells.remember(commodity);
            }
        }
        Head known = heads.get(head);
        if (!readFigure(bytes, starts, ends, valueColumn, known.value())) {
            return false;
        }
        double value = amount;
        int statuses = status.ordinal();
        if (!readFigure(bytes, starts, ends, weightColumn, known.weight())) {
            return false;
        }
        into.add(known.kind(), partner, commodity, value, amount, statuses | status.ordinal() << WEIGHT_SHIFT);
        return true;
    }

    static Quantity.Status valueStatus(int statuses) {
        return STATUSES[statuses & ((1 << WEIGHT_SHIFT) - 1)];
    }

    static Quantity.Status weightStatus(int statuses) {
        return STATUSES[statuses >>> WEIGHT_SHIFT];
    }

    /** The row as it is read one by one, if it is sound and wanted. */
    private Optional<Candidate> sound(byte[] bytes, int[] starts, int[] ends, boolean[] quotes, int cells) {
        Row row = row(bytes, starts, ends, quotes, cells);
        return reading.isUnwanted(row) || reading.leftOut(row).isPresent() ? Optional.empty() : reading.read(row, 0, new ArrayList<>(2));
    }

    private Optional<Head> headOf(Candidate candidate, byte[] bytes, int[] starts, int[] ends, boolean[] quotes, int cells) {
        Row row = row(bytes, starts, ends, quotes, cells);
        Optional<RowReading.PlainFigures> value = reading.plainFigures(row, Field.VALUE);
        Optional<RowReading.PlainFigures> weight = reading.plainFigures(row, Field.NET_WEIGHT);
        return value.isEmpty() || weight.isEmpty()
                ? Optional.empty()
                : Optional.of(new Head(numbers.kinds().number(RowKind.of(candidate)), value.get(), weight.get()));
    }

    private static Row row(byte[] bytes, int[] starts, int[] ends, boolean[] quotes, int cells) {
        CellText text = new CellText(true);
        List<String> texts = new ArrayList<>(cells);
        for (int i = 0; i < cells; i++) {
            texts.add(text.of(bytes, starts[i], ends[i], quotes[i]));
        }
        return Row.of(0, texts);
    }

    /** Reads a figure into {@code amount} and {@code status}; false where it is not plainly one. */
    private boolean readFigure(byte[] bytes, int[] starts, int[] ends, int column, RowReading.PlainFigures rule) {
        amount = 0;
        status = Quantity.Status.MISSING;
        if (rule.missing()) {
            return true;
        }
        int to = ends[column];
        int from = withoutBlanks(bytes, starts[column], to);
        while (to > from && bytes[to - 1] == ' ') {
            to--;
        }
        if (from == to) {
            return true;
        }
        double number = SmallDecimal.ofBytes(bytes, from, to, rule.power());
        if (Double.isNaN(number)) {
            for (byte[] text : missing) {
                if (Arrays.equals(bytes, from, to, text, 0, text.length)) {
                    return true;
                }
            }
            return false;
        }
        if (!hasPoint && indexOf(bytes, from, to, '.') >= 0) {
            return false;
        }
        if (number == 0 && rule.zeroIsMissing()) {
            return true;
        }
        amount = number;
        status = rule.estimated() ? Quantity.Status.ESTIMATED : Quantity.Status.REPORTED;
        return true;
    }

    private static int indexOf(byte[] bytes, int from, int to, char mark) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == mark) {
                return i;
            }
        }
        return -1;
    }

    /** Which of the columns with the value at a known border hold the row's value, as bits; -1 where that is not plain to see. */
    private int sameAsValue(byte[] bytes, int[] starts, int[] ends) {
        int valueFrom = withoutBlanks(bytes, starts[valueColumn], ends[valueColumn]);
        int valueTo = withoutFraction(bytes, valueFrom, ends[valueColumn]);
        int bits = 0;
        for (int i = 0; i < sameAsValue.length; i++) {
            int end = ends[sameAsValue[i]];
            int from = withoutBlanks(bytes, starts[sameAsValue[i]], end);
            if (from < end && (bytes[from] < '!' || bytes[end - 1] < '!')) {
                return -1;
            }
            if (valueTo > valueFrom && Arrays.equals(bytes, valueFrom, valueTo, bytes, from, withoutFraction(bytes, from, end))) {
                bits |= 1 << i;
            }
        }
        return valueTo > valueFrom && bytes[ends[valueColumn] - 1] < '!' ? -1 : bits;
    }

    private static int withoutBlanks(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] == ' ') {
            at++;
        }
        return at;
    }

    /** The end of a number without a fraction of 0. */
    private static int withoutFraction(byte[] bytes, int from, int to) {
        return to - from >= 2 && bytes[to - 1] == '0' && bytes[to - 2] == '.' ? to - 2 : to;
    }
}
