package dev.lodestone.ingest.internal.trade;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Remembers by the bytes of some cells of a row what was made of them: a table has millions of rows and few thousand ways to write
 * whose trade they are. Used by one thread.
 */
final class CellMemo {

    /** What is not remembered. */
    static final int UNKNOWN = -1;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIXER = 0x9E3779B97F4A7C15L;
    private static final long OTHER_MIXER = 0xC2B2AE3D27D4EB4FL;

    /** Bytes that two words hold. */
    private static final int MOST_SHORT = 2 * Long.BYTES;

    /** Beyond, the cells say something new in every row, and remembering it costs more than it gains. */
    private static final int MOST = 1 << 16;

    private static final int MOST_BYTES = 8 << 20;

    private final int[] columns;
    private int size;

    private long[] words = new long[3 << 6];
    private long low;
    private long high;
    private long lastLow;
    private long lastHigh;
    private int lastShort = UNKNOWN;

    private boolean isShort;
    private byte[] key = new byte[256];
    private int keyLength;
    private byte[] texts = {};
    private int textsLength;
    private int[] entries = {};
    private int longs;
    private int lastLong = -1;

    /**
     * @param columns columns of the cells
     */
    CellMemo(int[] columns) {
        this.columns = columns.clone();
    }

    /**
     * What was remembered of these cells; {@link #UNKNOWN} if nothing.
     *
     * @param more a number up to 127 that belongs to the cells
     */
    int find(byte[] bytes, int[] starts, int[] ends, boolean[] quotes, int more) {
        long first = 1L + more;
        long second = 0;
        int length = 1;
        for (int column : columns) {
            int from = starts[column];
            int cell = ends[column] - from;
            if (cell > Long.BYTES || length + 1 + cell > MOST_SHORT) {
                return findLong(bytes, starts, ends, quotes, more);
            }
            int shift = length << 3;
            long told = quotes[column] ? cell | 16 : cell;
            if (shift < Long.SIZE) {
                first |= told << shift;
            } else {
                second |= told << shift; // by what is beyond the first word: shifts count modulo its bits
            }
            length++;
            if (cell > 0) {
                long text = (long) WORD.get(bytes, from) & (-1L >>> (Long.SIZE - (cell << 3)));
                shift += Byte.SIZE;
                if (shift < Long.SIZE) {
                    first |= text << shift;
                    second |= text >>> (Long.SIZE - shift);
                } else {
                    second |= text << shift;
                }
                length += cell;
            }
        }
        return first == lastLow && second == lastHigh ? lastShort : findShort(first, second);
    }

    private int findShort(long first, long second) {
        long[] table = words;
        int places = table.length / 3;
        int place = placeOf(first, second, places);
        while (table[3 * place] != 0) {
            if (table[3 * place] == first && table[3 * place + 1] == second) {
                lastLow = first;
                lastHigh = second;
                lastShort = (int) table[3 * place + 2];
                return lastShort;
            }
            place = (place + 1) & (places - 1);
        }
        low = first;
        high = second;
        isShort = true;
        return UNKNOWN;
    }

    /** Whether nothing more will be remembered. */
    boolean isFull() {
        return size >= MOST || textsLength + keyLength > MOST_BYTES;
    }

    /** Remembers what was made of the cells looked for last, while there is room. */
    void remember(int answer) {
        if (isFull()) {
            return;
        }
        size++;
        if (isShort) {
            if (5 * size > words.length) { // of three words each, three fifths of the places at most
                rehash();
            }
            put(low, high, answer);
            lastLow = low;
            lastHigh = high;
            lastShort = answer;
        } else {
            rememberLong(answer);
        }
    }

    private void rehash() {
        long[] old = words;
        words = new long[2 * old.length];
        for (int at = 0; at < old.length; at += 3) {
            if (old[at] != 0) {
                put(old[at], old[at + 1], (int) old[at + 2]);
            }
        }
    }

    private void put(long lowWord, long highWord, int answer) {
        int place = placeOf(lowWord, highWord, words.length / 3);
        while (words[3 * place] != 0) {
            place = (place + 1) & (words.length / 3 - 1);
        }
        words[3 * place] = lowWord;
        words[3 * place + 1] = highWord;
        words[3 * place + 2] = answer;
    }

    private static int placeOf(long lowWord, long highWord, int places) {
        long mixed = (lowWord ^ (highWord * MIXER)) * OTHER_MIXER;
        return (int) ((mixed ^ (mixed >>> 32)) & (places - 1));
    }

    private int findLong(byte[] bytes, int[] starts, int[] ends, boolean[] quotes, int more) {
        isShort = false;
        keyLength = 0;
        makeRoom(1);
        key[keyLength++] = (byte) more;
        for (int column : columns) {
            int cell = ends[column] - starts[column];
            makeRoom(Integer.BYTES + cell);
            key[keyLength++] = (byte) (quotes[column] ? 1 : 0);
            key[keyLength++] = (byte) cell;
            key[keyLength++] = (byte) (cell >>> 8);
            key[keyLength++] = (byte) (cell >>> 16);
            System.arraycopy(bytes, starts[column], key, keyLength, cell);
            keyLength += cell;
        }
        if (lastLong >= 0 && isKey(lastLong)) {
            return entries[lastLong + 2];
        }
        if (entries.length == 0) {
            return UNKNOWN;
        }
        int places = entries.length / 3;
        int place = hash(key, 0, keyLength) & (places - 1);
        while (entries[3 * place + 1] != 0) {
            if (isKey(3 * place)) {
                lastLong = 3 * place;
                return entries[lastLong + 2];
            }
            place = (place + 1) & (places - 1);
        }
        return UNKNOWN;
    }

    private void makeRoom(int more) {
        if (keyLength + more > key.length) {
            key = Arrays.copyOf(key, Math.max(keyLength + more, 2 * key.length));
        }
    }

    private boolean isKey(int entry) {
        int from = entries[entry];
        return entries[entry + 1] == keyLength && Arrays.equals(texts, from, from + keyLength, key, 0, keyLength);
    }

    private void rememberLong(int answer) {
        if (textsLength + keyLength > texts.length) {
            texts = Arrays.copyOf(texts, Math.max(textsLength + keyLength, 2 * texts.length));
        }
        System.arraycopy(key, 0, texts, textsLength, keyLength);
        longs++;
        if (5 * longs > entries.length) {
            int[] old = entries;
            entries = new int[Math.max(3 << 6, 2 * old.length)];
            for (int at = 0; at < old.length; at += 3) {
                if (old[at + 1] != 0) {
                    putLong(old[at], old[at + 1], old[at + 2]);
                }
            }
        }
        lastLong = putLong(textsLength, keyLength, answer);
        textsLength += keyLength;
    }

    private int putLong(int from, int length, int answer) {
        int places = entries.length / 3;
        int place = hash(texts, from, length) & (places - 1);
        while (entries[3 * place + 1] != 0) {
            place = (place + 1) & (places - 1);
        }
        entries[3 * place] = from;
        entries[3 * place + 1] = length;
        entries[3 * place + 2] = answer;
        return 3 * place;
    }

    private static int hash(byte[] bytes, int from, int length) {
        long hash = length;
        int at = from;
        int end = from + length;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = (hash ^ (long) WORD.get(bytes, at)) * OTHER_MIXER;
            hash ^= hash >>> 29;
        }
        for (; at < end; at++) {
            hash = (hash ^ bytes[at]) * MIXER;
        }
        return (int) (hash ^ (hash >>> 32));
    }
}
