package dev.lodestone.ingest.internal.scan;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Arrays of blocks between texts. Each is large, and a folder may hold thousands of texts of one or two blocks: without this the collector
 * would find a heap full of them, and a heap as large as the machine allows.
 */
final class SpareBlocks {

    /** So many are kept, of a reading on all of 8 cores or of several smaller ones side by side. */
    private static final int MOST = 16;

    private static final Deque<SoftReference<byte[]>> SPARE = new ArrayDeque<>();

    private SpareBlocks() {}

    /** An array of that length, whatever it holds. */
    static byte[] take(int length) {
        synchronized (SPARE) {
            while (!SPARE.isEmpty()) {
                byte[] bytes = SPARE.pop().get();
                if (bytes != null && bytes.length == length) {
                    return bytes;
                }
            }
        }
        return new byte[length];
    }

    /** Takes an array back that nobody looks at any more. */
    static void give(byte[] bytes) {
        synchronized (SPARE) {
            if (SPARE.size() < MOST) {
                SPARE.push(new SoftReference<>(bytes));
            }
        }
    }
}
