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
    private static final int PLACE_BITS = 14;
    private static final int PLACES = 1 << PLACE_BITS;
    private static final int MOST = PLACES / 4 * 3;

    private static final long MIXER = 0xC2B2AE3D27D4EB4FL;

    /** Above the seven bytes of a text's tail and the four bits of its length. */
    private static final long UNWANTED = 1L << 63;

    private final Predicate<String> unwanted;

    /** Texts of up to seven bytes, with length and answer; 0 where a place is free. */
    private final long[] shortTexts = new long[PLACES];

    /** Longer texts, two words a place, side by side: the first eight bytes; the last seven with length and answer. */
    private long[] longTexts = {};

    private int knownShort;
    private int knownLong;

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
        if (length >= Long.BYTES) {
            return containsLong(head, bytes, from, length);
        }
        long text = head & ((1L << (length << 3)) - 1) | (long) length << 56;
        int place = (int) (text * MIXER >>> (Long.SIZE - PLACE_BITS));
        long there = shortTexts[place];
        while (there != 0) {
            if ((there & ~UNWANTED) == text) {
                return there < 0;
            }
            place = (place + 1) & (PLACES - 1);
            there = shortTexts[place];
        }
        boolean answer = ask(bytes, from, length);
        if (knownShort < MOST) {
            knownShort++;
            shortTexts[place] = answer ? text | UNWANTED : text;
        }
        return answer;
    }

    private boolean containsLong(long head, byte[] bytes, int from, int length) {
        if (longTexts.length == 0) {
            longTexts = new long[2 * PLACES];
        }
        long tail = (long) length << 56;
        if (length > Long.BYTES) {
            tail |= (long) WORD.get(bytes, from + Long.BYTES) & ((1L << ((length - Long.BYTES) << 3)) - 1);
        }
        int place = placeOf(head, tail);
        while (longTexts[place + 1] != 0) {
            if (longTexts[place] == head && (longTexts[place + 1] & ~UNWANTED) == tail) {
                return longTexts[place + 1] < 0;
            }
            place = (place + 2) & (2 * PLACES - 1);
        }
        boolean answer = ask(bytes, from, length);
        if (knownLong < MOST) {
            knownLong++;
            longTexts[place] = head;
            longTexts[place + 1] = answer ? tail | UNWANTED : tail;
        }
        return answer;
    }

    private static int placeOf(long head, long tail) {
        long mixed = (head ^ (tail * 0x9E3779B97F4A7C15L)) * MIXER;
        return (int) (mixed >>> (Long.SIZE - PLACE_BITS)) << 1;
    }

    private boolean ask(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] < 0 || bytes[i] == '"') {
                return false;
            }
        }
        return unwanted.test(new String(bytes, from, length, StandardCharsets.US_ASCII));
    }
}
