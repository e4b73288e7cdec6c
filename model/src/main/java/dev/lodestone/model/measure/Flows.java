package dev.lodestone.model.measure;

import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Observations;
import dev.lodestone.model.trade.TradeObservation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums by supplier while a profile is made, in columns: a profile of 250 suppliers is made from as many rows, and there are thousands of
 * profiles. Each sum carries its rounding error as {@link ExactSum} does.
 */
final class Flows {

    /** Places of a supplier's sums, each followed by what it carries. */
    private static final int VALUE = 0;
    private static final int WEIGHT = 2;
    private static final int WIDTH = 4;

    /** Places of what few profiles have. */
    private static final int WEIGHTLESS = 0;
    private static final int ESTIMATED = 2;
    private static final int GUESSED = 4;
    private static final int SELDOM_WIDTH = 6;

    private static final double[] NONE = {};

    private Economy[] suppliers = new Economy[8];
    private double[] sums = new double[8 * WIDTH];
    private double[] seldom = NONE;
    private double[] margins = NONE;
    private int size;
    private boolean hasUnnamed;
    private boolean hasWeightless;
    private boolean hasEstimated;
    private Map<Economy, Integer> numbers;
    private final FlowRows rows = new FlowRows();
    private Observations data;
    private int datasets;
    private int[] numberOfPartner = new int[0];

    int size() {
        return size;
    }

    /** Whether the publisher names every one of the suppliers. */
    boolean namesAll() {
        return !hasUnnamed;
    }

    Economy supplier(int number) {
        return suppliers[number];
    }

    double value(int number) {
        return sum(number, VALUE);
    }

    double weight(int number) {
        return sum(number, WEIGHT);
    }

    double weightless(int number) {
        return seldom(number, WEIGHTLESS);
    }

    double estimated(int number) {
        return seldom(number, ESTIMATED);
    }

    /** Value of the rows whose weight was estimated. */
    double valueOfEstimated(int number) {
        return seldom(number, GUESSED);
    }

    /** Whether any row came without a weight. */
    boolean hasWeightless() {
        return hasWeightless;
    }

    /** Whether any row's weight was estimated. */
    boolean hasEstimated() {
        return hasEstimated;
    }

    /** Whether any row was rounded. */
    boolean hasMargins() {
        return margins.length > 0;
    }

    /** What rounding leaves open about the value, either way. */
    double valueMargin(int number) {
        return 2 * number < margins.length ? margins[2 * number] : 0;
    }

    /** What rounding leaves open about the weight, either way. */
    double weightMargin(int number) {
        return 2 * number < margins.length ? margins[2 * number + 1] : 0;
    }

    void addMargins(int number, double value, double weight) {
        if (2 * number >= margins.length) {
            margins = Arrays.copyOf(margins, 2 * suppliers.length);
        }
        margins[2 * number] += value;
        margins[2 * number + 1] += weight;
    }

    private double sum(int number, int place) {
        return sums[number * WIDTH + place] + sums[number * WIDTH + place + 1];
    }

    private double seldom(int number, int place) {
        int at = number * SELDOM_WIDTH + place;
        return at < seldom.length ? seldom[at] + seldom[at + 1] : 0;
    }

    /** The supplier's number, a new one where it has none; for rows one by one. */
    int numberOf(Economy supplier) {
        if (numbers == null) {
            numbers = new HashMap<>();
            for (int i = 0; i < size; i++) {
                numbers.put(suppliers[i], i);
            }
            data = null;
        }
        Integer known = numbers.get(supplier);
        return known == null ? open(supplier) : known;
    }

    /** The supplier's number, or -1. */
    int find(Economy supplier) {
        for (int i = 0; i < size; i++) {
            if (suppliers[i].equals(supplier)) {
                return i;
            }
        }
        return -1;
    }

    private int open(Economy supplier) {
        if (size == suppliers.length) {
            makeRoom(2 * size);
        }
        suppliers[size] = supplier;
        hasUnnamed |= supplier.isUnnamed();
        if (numbers != null) {
            numbers.put(supplier, size);
        }
        return size++;
    }

    private void makeRoom(int most) {
        suppliers = Arrays.copyOf(suppliers, most);
        sums = Arrays.copyOf(sums, most * WIDTH);
    }

    /** Begins rows of a data set, all of partners that are no World row. */
    void begin(Observations rowsOf, int[] added) {
        rows.add(rowsOf, added);
        if (size == 0 && added.length > suppliers.length) { // most often a row each
            makeRoom(Math.min(added.length, rowsOf.economies()));
        }
        if (data != rowsOf) {
            data = rowsOf;
            datasets++;
            numberOfPartner = new int[rowsOf.economies()];
            Arrays.fill(numberOfPartner, -1);
        }
    }

    /** The number of a partner of the data set begun. */
    int numberOfPartner(int partner) {
        int known = numberOfPartner[partner];
        if (known < 0) {
            Economy economy = data.economy(partner);
            known = numbers == null ? findOrOpen(economy) : numberOf(economy);
            numberOfPartner[partner] = known;
        }
        return known;
    }

    /** Economies of one data set differ from each other, but rows of another data set may have come before. */
    private int findOrOpen(Economy economy) {
        int known = datasets > 1 ? find(economy) : -1;
        return known < 0 ? open(economy) : known;
    }

    void addValue(int number, double amount) {
        add(sums, number * WIDTH + VALUE, amount);
    }

    void addWeight(int number, double amount) {
        add(sums, number * WIDTH + WEIGHT, amount);
    }

    void addWeightless(int number, double amount) {
        hasWeightless = true;
        addSeldom(number, WEIGHTLESS, amount);
    }

    /** A weight that was estimated, already added as a weight, and the value beside it. */
    void addEstimated(int number, double weight, double value) {
        hasEstimated = true;
        addSeldom(number, ESTIMATED, weight);
        addSeldom(number, GUESSED, value);
    }

    private void addSeldom(int number, int place, double amount) {
        if (amount == 0) {
            return;
        }
        int at = number * SELDOM_WIDTH + place;
        if (at >= seldom.length) {
            seldom = Arrays.copyOf(seldom, suppliers.length * SELDOM_WIDTH);
        }
        add(seldom, at, amount);
    }

    private static void add(double[] sums, int at, double term) {
        double sum = sums[at];
        double next = sum + term;
        sums[at + 1] += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sums[at] = next;
    }

    /** Keeps rows that were added one by one. */
    void keep(Economy supplier, List<TradeObservation> added) {
        rows.add(supplier, added);
    }

    /** The rows behind these flows. */
    FlowRows rows() {
        return rows;
    }
}
