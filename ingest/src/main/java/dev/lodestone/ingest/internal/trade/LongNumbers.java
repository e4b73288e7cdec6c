package dev.lodestone.ingest.internal.trade;

/** Numbers for keys of 64 bits, from 0 in the order in which they are met; some 24 bytes each. */
final class LongNumbers {

    private static final int FIRST = 1 << 6;
    private static final long MIXER = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[FIRST];

    /** The number of each key, counted from 1; 0 marks a free place. */
    private int[] numbers = new int[FIRST];

    private int size;

    /** The key's number, a new one if it was not met before. */
    int number(long key) {
        if (2 * size >= keys.length) {
            grow();
        }
        int place = placeOf(key);
        if (numbers[place] == 0) {
            keys[place] = key;
            size++;
            numbers[place] = size;
        }
        return numbers[place] - 1;
    }

    int size() {
        return size;
    }

    /** The place where the key is, or would be. */
    private int placeOf(long key) {
        long mixed = key * MIXER;
        int place = (int) (mixed ^ (mixed >>> 32)) & (keys.length - 1);
        while (numbers[place] != 0 && keys[place] != key) {
            place = (place + 1) & (keys.length - 1);
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        numbers = new int[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != 0) {
                int place = placeOf(oldKeys[i]);
                keys[place] = oldKeys[i];
                numbers[place] = oldNumbers[i];
            }
        }
    }
}
