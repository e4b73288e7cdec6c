package dev.lodestone.ingest.internal.trade;

import java.util.Arrays;

/** Some thousand rows of {@link Figures}, packed: numbers in as few bytes as they take, lines only where they do not follow each other. */
final class FigureBlock implements Figures.Columns {

    /** Rows of a block. */
    static final int ROWS = 1 << 14;

    private final Ints head;
    private final Ints partner;
    private final Ints commodity;
    private final double[] value;
    private final double[] weight;
    private final Longs line;
    private final Longs record;
    private final Texts cell;
    private final Texts note;

    private FigureBlock(Filling rows) {
        this.head = Ints.of(rows.head, rows.size);
        this.partner = Ints.of(rows.partner, rows.size);
        this.commodity = Ints.of(rows.commodity, rows.size);
        this.value = Arrays.copyOf(rows.value, rows.size);
        this.weight = Arrays.copyOf(rows.weight, rows.size);
        this.line = Longs.of(rows.line, rows.size);
        this.record = Longs.of(rows.record, rows.size);
        this.cell = Texts.of(rows.cell, rows.size);
        this.note = Texts.of(rows.note, rows.size);
    }

    @Override
    public int head(int row) {
        return head.get(row);
    }

    @Override
    public int partner(int row) {
        return partner.get(row);
    }

    @Override
    public int commodity(int row) {
        return commodity.get(row);
    }

    @Override
    public double value(int row) {
        return value[row];
    }

    @Override
    public double weight(int row) {
        return weight[row];
    }

    @Override
    public long line(int row) {
        return line.get(row);
    }

    @Override
    public long record(int row) {
        return record.get(row);
    }

    @Override
    public String cell(int row) {
        return cell.get(row);
    }

    @Override
    public String note(int row) {
        return note.get(row);
    }

    private interface Ints {

        int get(int row);

        static Ints of(int[] all, int size) {
            int[] ints = Arrays.copyOf(all, size);
            int largest = Arrays.stream(ints).max().orElse(0);
            if (largest > Character.MAX_VALUE) {
                return row -> ints[row];
            }
            char[] chars = new char[size];
            for (int i = 0; i < size; i++) {
                chars[i] = (char) ints[i];
            }
            return row -> chars[row];
        }
    }

    private interface Longs {

        long get(int row);

        static Longs of(long[] all, int size) {
            long first = all[0];
            for (int i = 1; i < size; i++) {
                if (all[i] != first + i) {
                    long[] longs = Arrays.copyOf(all, size);
                    return row -> longs[row];
                }
            }
            return row -> first + row;
        }
    }

    private interface Texts {

        String get(int row);

        static Texts of(String[] all, int size) {
            for (int i = 0; i < size; i++) {
                if (!all[i].isEmpty()) {
                    String[] texts = Arrays.copyOf(all, size);
                    return row -> texts[row];
                }
            }
            return row -> "";
        }
    }

    /** A block that is being filled, again and again. */
    static final class Filling implements Figures.Columns {

        private static final int FIRST = 16;

        private int size;
        private int[] head = new int[FIRST];
        private int[] partner = new int[FIRST];
        private int[] commodity = new int[FIRST];
        private double[] value = new double[FIRST];
        private double[] weight = new double[FIRST];
        private long[] line = new long[FIRST];
        private long[] record = new long[FIRST];
        private String[] cell = new String[FIRST];
        private String[] note = new String[FIRST];

        void add(int headNumber, int partnerNumber, int commodityNumber, Candidate row) {
            add(headNumber, partnerNumber, commodityNumber, row.value().stored(), row.netWeightKg().stored(), row.line(), row.record());
            cell[size - 1] = row.cell();
            note[size - 1] = row.note();
        }

        /** Adds a row of text, of which nothing is remarked. */
        void add(int headNumber, int partnerNumber, int commodityNumber, double amount, double kilograms, long lineNumber, long recordNumber) {
            if (size == head.length) {
                grow(2 * size);
            }
            head[size] = headNumber;
            partner[size] = partnerNumber;
            commodity[size] = commodityNumber;
            value[size] = amount;
            weight[size] = kilograms;
            line[size] = lineNumber;
            record[size] = recordNumber;
            cell[size] = "";
            note[size] = "";
            size++;
        }

        private void grow(int rows) {
            head = Arrays.copyOf(head, rows);
            partner = Arrays.copyOf(partner, rows);
            commodity = Arrays.copyOf(commodity, rows);
            value = Arrays.copyOf(value, rows);
            weight = Arrays.copyOf(weight, rows);
            line = Arrays.copyOf(line, rows);
            record = Arrays.copyOf(record, rows);
            cell = Arrays.copyOf(cell, rows);
            note = Arrays.copyOf(note, rows);
        }

        int size() {
            return size;
        }

        FigureBlock packed() {
            return new FigureBlock(this);
        }

        void clear() {
            size = 0;
        }

        @Override
        public int head(int row) {
            return head[row];
        }

        @Override
        public int partner(int row) {
            return partner[row];
        }

        @Override
        public int commodity(int row) {
            return commodity[row];
        }

        @Override
        public double value(int row) {
            return value[row];
        }

        @Override
        public double weight(int row) {
            return weight[row];
        }

        @Override
        public long line(int row) {
            return line[row];
        }

        @Override
        public long record(int row) {
            return record[row];
        }

        @Override
        public String cell(int row) {
            return cell[row];
        }

        @Override
        public String note(int row) {
            return note[row];
        }
    }
}
