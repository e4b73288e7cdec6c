package dev.lodestone.ingest.internal.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** Remembers which texts of the commodity column are not wanted, by their bytes: files have thousands of codes in millions of rows. */
final class UnwantedCodes {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LONGEST = 15;
    private static final int PLACES = 1 << 15;
    private static final int MOST = PLACES / 2;

    private final Predicate<String> unwanted;
    private final long[] heads = new long[PLACES];
    private final long[] tails = new long[PLACES];
    private final boolean[] answers = new boolean[PLACES];
    private int known;

    /**
     * @param unwanted whether a row with this text in its commodity column is sound and not wanted
     */
    UnwantedCodes(Predicate<String> unwanted) {
        this.unwanted = unwanted;
    }

    /** Whether the row is sound and not wanted, told from the cell's bytes; false where that cannot be told quickly. */
    boolean contains(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < 1 || length > LONGEST) {
            return false;
        }
        long head = (long) WORD.get(bytes, from);
        long tail = 0;
        if (length < Long.BYTES) {
            head &= (1L << (length << 3)) - 1;
        } else if (length > Long.BYTES) {
            tail = (long) WORD.get(bytes, from + Long.BYTES) & ((1L << ((length - Long.BYTES) << 3)) - 1);
        }
        tail |= (long) length << 56; // no stored tail is 0, which marks a free place
        long mixed = (head ^ (tail * 0x9E3779B97F4A7C15L)) * 0xC2B2AE3D27D4EB4FL;
        int place = (int) (mixed >>> 49);
        while (tails[place] != 0) {
            if (heads[place] == head && tails[place] == tail) {
                return answers[place];
            }
            place = (place + 1) & (PLACES - 1);
        }
        boolean answer = ask(bytes, from, length);
        if (known < MOST) {
            known++;
            heads[place] = head;
            tails[place] = tail;
            answers[place] = answer;
        }
        return answer;
    }

    private boolean ask(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return unwanted.test(new String(bytes, from, length, StandardCharsets.US_ASCII));
    }
}
