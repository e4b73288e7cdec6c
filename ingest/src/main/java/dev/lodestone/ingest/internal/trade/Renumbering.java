package dev.lodestone.ingest.internal.trade;

import java.util.Arrays;

/** Numbers that one table gives to things, by the numbers that another gave them. Asked for every row of a table. Used by one thread. */
final class Renumbering {

    /** What was not asked for before. */
    static final int UNKNOWN = -1;

    private static final int FIRST = 64;

    private int[] here = {};

    /** The number here of a number there; {@link #UNKNOWN} if it was not yet told. */
    int of(int number) {
        return number < here.length ? here[number] : UNKNOWN;
    }

    /** Tells the number here of a number there; the answer is that number. */
    int is(int number, int numberHere) {
        if (number >= here.length) {
            int old = here.length;
            here = Arrays.copyOf(here, Math.max(FIRST, 2 * number));
            Arrays.fill(here, old, here.length, UNKNOWN);
        }
        here[number] = numberHere;
        return numberHere;
    }
}
