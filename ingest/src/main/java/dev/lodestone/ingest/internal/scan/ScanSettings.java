package dev.lodestone.ingest.internal.scan;

/**
 * When and how large text is scanned.
 *
 * @param smallest bytes from which text is scanned; below, reading it plainly is as fast
 * @param blockBytes bytes scanned at a time
 * @param threads blocks scanned at once
 * @param mostPendingBytes bytes that may wait for the end of their record; beyond, the rest of the text is read plainly
 */
public record ScanSettings(int smallest, int blockBytes, int threads, int mostPendingBytes) {

    private static final int HEAD = 1 << 17;

    /** A block holds more than the bytes of a character and a line end that may be carried over. */
    private static final int SMALLEST_BLOCK = 16;

    public ScanSettings {
        if (smallest < 0 || blockBytes < SMALLEST_BLOCK || threads < 1 || mostPendingBytes < 1) {
            throw new IllegalArgumentException("threads and sizes must be above 0, blocks of " + SMALLEST_BLOCK + " bytes or more");
        }
    }

    /** Text larger than the part of it that is looked at for its layout, in blocks that fit a core's cache, on all cores but at most 8. */
    public static ScanSettings ofThisMachine() {
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
        return new ScanSettings(HEAD, 1 << 20, threads, 16 << 20);
    }
}
