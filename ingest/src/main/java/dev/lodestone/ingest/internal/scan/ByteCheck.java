package dev.lodestone.ingest.internal.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What must be known of a block's bytes before its lines can be told by line feeds alone and its cells decoded as UTF-8.
 *
 * @param hasLoneReturn whether a carriage return stands without line feed: it ends a line of its own
 * @param malformed bytes that are no UTF-8, each of which is read as one character of Windows-1252
 */
record ByteCheck(boolean hasLoneReturn, long malformed) {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long RETURNS = ONES * '\r';

    static final ByteCheck NOTHING = new ByteCheck(false, 0);

    ByteCheck plus(ByteCheck other) {
        return new ByteCheck(hasLoneReturn || other.hasLoneReturn, malformed + other.malformed);
    }

    /** Checks the bytes; they end neither inside a character nor between carriage return and line feed. */
    static ByteCheck of(byte[] bytes, int from, int to) {
        int at = from;
        long malformed = 0;
        boolean lone = false;
        while (at < to) {
            at = skipPlain(bytes, at, to);
            if (at >= to) {
                break;
            }
            byte b = bytes[at];
            if (b >= 0) {
                if (b == '\r') {
                    boolean paired = at + 1 < to && bytes[at + 1] == '\n';
                    lone |= !paired;
                }
                at++;
            } else {
                int length = sequence(bytes, at, to);
                malformed += length == 0 ? 1 : 0;
                at += Math.max(1, length);
            }
        }
        return new ByteCheck(lone, malformed);
    }

    /** Skips ASCII without carriage returns, eight bytes at a time. */
    private static int skipPlain(byte[] bytes, int from, int to) {
        int at = from;
        int lastWord = to - Long.BYTES;
        while (at <= lastWord) {
            long word = (long) WORD.get(bytes, at);
            long marked = word ^ RETURNS;
            long hits = (word | ((marked - ONES) & ~marked)) & HIGHS;
            if (hits != 0) {
                return at + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
            at += Long.BYTES;
        }
        while (at < to && bytes[at] >= 0 && bytes[at] != '\r') {
            at++;
        }
        return at;
    }

    /** Length of the UTF-8 sequence of two to four bytes that begins here; 0 if none does. */
    static int sequence(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xFF;
        int second = at + 1 < to ? bytes[at + 1] & 0xFF : 0;
        if (first >= 0xC2 && first <= 0xDF) {
            return isContinuation(second) ? 2 : 0;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            boolean sound = isContinuation(second)
                    && (first != 0xE0 || second >= 0xA0)
                    && (first != 0xED || second <= 0x9F)
                    && continues(bytes, at + 2, to);
            return sound ? 3 : 0;
        }
        if (first >= 0xF0 && first <= 0xF4) {
            boolean sound = isContinuation(second)
                    && (first != 0xF0 || second >= 0x90)
                    && (first != 0xF4 || second <= 0x8F)
                    && continues(bytes, at + 2, to)
                    && continues(bytes, at + 3, to);
            return sound ? 4 : 0;
        }
        return 0;
    }

    private static boolean continues(byte[] bytes, int at, int to) {
        return at < to && isContinuation(bytes[at] & 0xFF);
    }

    private static boolean isContinuation(int value) {
        return (value & 0xC0) == 0x80;
    }
}
