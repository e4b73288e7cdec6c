package dev.lodestone.model.measure;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * An amount for each rank of a profile that is zero for most: rows without a weight, with one that was estimated, or rounded. Only the
 * others are kept, for a long assessment holds thousands of profiles.
 */
final class RankColumn {

    /** Zero for every rank. */
    static final RankColumn NONE = new RankColumn(new long[0], new double[0]);

    /** Which ranks have an amount, a bit each. */
    private final long[] marks;
    private final double[] amounts;

    private RankColumn(long[] marks, double[] amounts) {
        this.marks = marks;
        this.amounts = amounts;
    }

    /** Of the amounts at the ranks 0 to size - 1. */
    static RankColumn of(int size, IntToDoubleFunction amountAt) {
        long[] marks = new long[(size + Long.SIZE - 1) / Long.SIZE];
        double[] amounts = new double[size];
        int count = 0;
        for (int rank = 0; rank < size; rank++) {
            double amount = amountAt.applyAsDouble(rank);
            if (amount != 0) {
                marks[rank / Long.SIZE] |= 1L << rank;
                amounts[count++] = amount;
            }
        }
        return count == 0 ? NONE : new RankColumn(marks, Arrays.copyOf(amounts, count));
    }

    double at(int rank) {
        int word = rank / Long.SIZE;
        if (word >= marks.length || (marks[word] & 1L << rank) == 0) {
            return 0;
        }
        int before = Long.bitCount(marks[word] & (1L << rank) - 1);
        for (int i = 0; i < word; i++) {
            before += Long.bitCount(marks[i]);
        }
        return amounts[before];
    }

    /** Of all ranks, added from the first on. */
    double sum() {
        double sum = 0;
        for (double amount : amounts) {
            sum += amount;
        }
        return sum;
    }

    /** Adds every rank's amount. */
    void addTo(ExactSum sum) {
        for (double amount : amounts) {
            sum.add(amount);
        }
    }
}
