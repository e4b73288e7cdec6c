package dev.lodestone.ingest.internal.trade;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Rows that have a key in common, in the order in which keys are first met; rows of a group in their own order. Eight bytes a row. */
final class RowGroups {

    private final int[] rows;
    private final int[] ends;

    private RowGroups(int[] rows, int[] ends) {
        this.rows = rows;
        this.ends = ends;
    }

    /**
     * Groups rows.
     *
     * @param rows the rows' numbers
     * @param key a row's key
     */
    static RowGroups of(int[] rows, IntToLongFunction key) {
        LongNumbers groups = new LongNumbers();
        int[] groupOf = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            groupOf[i] = groups.number(key.applyAsLong(rows[i]));
        }
        int[] ends = new int[groups.size() + 1];
        for (int group : groupOf) {
            ends[group + 1]++;
        }
        for (int group = 1; group < ends.length; group++) {
            ends[group] += ends[group - 1];
        }
        // Filled from each group's beginning, which thereby becomes its end.
        int[] grouped = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            grouped[ends[groupOf[i]]++] = rows[i];
        }
        return new RowGroups(grouped, Arrays.copyOf(ends, groups.size()));
    }

    /** Number of groups. */
    int size() {
        return ends.length;
    }

    /** Numbers of the group's rows. */
    int[] rows(int group) {
        return Arrays.copyOfRange(rows, from(group), ends[group]);
    }

    int rowCount(int group) {
        return ends[group] - from(group);
    }

    /** Number of the group's first row. */
    int first(int group) {
        return rows[from(group)];
    }

    private int from(int group) {
        return group == 0 ? 0 : ends[group - 1];
    }
}
