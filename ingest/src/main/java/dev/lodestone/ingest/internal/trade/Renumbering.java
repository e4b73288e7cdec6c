package dev.lodestone.ingest.internal.trade;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Numbers that one table gives to things, by the numbers that another gave them; each is asked for once. Used by one thread. */
final class Renumbering {

    private static final int FIRST = 64;

    private int[] here = {};

    /**
     * The number here.
     *
     * @param number the number there
     * @param numbering gives the number here of a number there
     */
    int of(int number, IntUnaryOperator numbering) {
        if (number >= here.length) {
            int old = here.length;
            here = Arrays.copyOf(here, Math.max(FIRST, 2 * number));
            Arrays.fill(here, old, here.length, -1);
        }
        if (here[number] < 0) {
            here[number] = numbering.applyAsInt(number);
        }
        return here[number];
    }
}
