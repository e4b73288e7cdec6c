package dev.lodestone.ingest.internal.scan;

import java.util.Arrays;

/** Rows that were taken from a block: numbers that whoever took them gave to what they say, and their two figures. Used again. */
public final class TakenRows {

    private static final int FIRST = 1 << 10;

    private int size;
    private int[] kind = {};
    private int[] partner = {};
    private int[] commodity = {};
    private double[] value = {};
    private double[] weight = {};
    private byte[] statuses = {};
    private int[] line = {};

    void clear() {
        size = 0;
    }

    /**
     * Adds a row.
     *
     * @param statusBits statuses of value and weight, as whoever takes rows writes them
     */
    public void add(int kindNumber, int partnerNumber, int commodityNumber, double valueAmount, double weightAmount, int statusBits) {
        if (size == kind.length) {
            grow(Math.max(FIRST, 2 * size));
        }
        kind[size] = kindNumber;
        partner[size] = partnerNumber;
        commodity[size] = commodityNumber;
        value[size] = valueAmount;
        weight[size] = weightAmount;
        statuses[size] = (byte) statusBits;
        size++;
    }

    private void grow(int rows) {
        kind = Arrays.copyOf(kind, rows);
        partner = Arrays.copyOf(partner, rows);
        commodity = Arrays.copyOf(commodity, rows);
        value = Arrays.copyOf(value, rows);
        weight = Arrays.copyOf(weight, rows);
        statuses = Arrays.copyOf(statuses, rows);
        line = Arrays.copyOf(line, rows);
    }

    /** Says on which line of the block the last row stands. */
    void onLine(int lineWithin) {
        line[size - 1] = lineWithin;
    }

    public int size() {
        return size;
    }

    public int kind(int row) {
        return kind[row];
    }

    public int partner(int row) {
        return partner[row];
    }

    public int commodity(int row) {
        return commodity[row];
    }

    public double value(int row) {
        return value[row];
    }

    public double weight(int row) {
        return weight[row];
    }

    public int statuses(int row) {
        return statuses[row];
    }

    int line(int row) {
        return line[row];
    }
}
