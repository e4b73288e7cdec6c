package dev.lodestone.ingest.internal.scan;

import java.util.Arrays;

/**
 * Bytes of a record whose end was not yet seen. Scanned again only when they have doubled, so that a record over many blocks costs a
 * few scans, not one for each block.
 */
final class PendingBytes {

    private byte[] bytes = new byte[0];
    private int length;
    private int worthScanning;

    boolean isEmpty() {
        return length == 0;
    }

    int length() {
        return length;
    }

    void append(Block block) {
        int needed = length + block.length() + Block.SLACK;
        if (bytes.length < needed) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        }
        System.arraycopy(block.bytes(), 0, bytes, length, block.length());
        length += block.length();
    }

    boolean isWorthScanning() {
        return length >= worthScanning;
    }

    Block asBlock(boolean last) {
        return new Block(bytes, length, last);
    }

    /** Keeps what a scan of the block left over. */
    void keep(Block block, int from) {
        length = block.length() - from;
        bytes = length == 0 ? new byte[0] : Arrays.copyOfRange(block.bytes(), from, block.length() + Block.SLACK);
        worthScanning = from == 0 ? 2 * length : 0;
    }

    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, length);
        length = 0;
        bytes = new byte[0];
        return taken;
    }
}
