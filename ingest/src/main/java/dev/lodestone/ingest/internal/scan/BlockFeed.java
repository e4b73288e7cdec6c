package dev.lodestone.ingest.internal.scan;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;

/** Cuts a stream into blocks, from one pass over its bytes, which are hashed on the way where that is asked for. */
final class BlockFeed {

    private final InputStream stream;
    private final Optional<MessageDigest> digest;
    private byte[] carried = new byte[256];
    private int carriedLength;
    private boolean ended;
    private Optional<IOException> failure = Optional.empty();

    BlockFeed(InputStream stream, Optional<MessageDigest> digest) {
        this.stream = stream;
        this.digest = digest;
    }

    /** Passes over the first bytes. */
    void skip(int bytes) throws IOException {
        byte[] skipped = stream.readNBytes(bytes);
        hash(skipped, 0, skipped.length);
    }

    /** Whether the last block was given. */
    boolean hasEnded() {
        return ended;
    }

    /** Why the stream broke off; the bytes before it were given, the last block not marked as last. */
    Optional<IOException> failure() {
        return failure;
    }

    /** Fills the array with the next block. */
    Block next(byte[] bytes) {
        int capacity = bytes.length - Block.SLACK;
        System.arraycopy(carried, 0, bytes, 0, carriedLength);
        int length = carriedLength;
        carriedLength = 0;
        length = fill(bytes, length, capacity);
        if (ended) {
            return new Block(bytes, length, failure.isEmpty());
        }
        int cut = cut(bytes, length);
        carry(bytes, cut, length);
        return new Block(bytes, cut, false);
    }

    private int fill(byte[] bytes, int from, int capacity) {
        int length = from;
        try {
            while (length < capacity) {
                int read = stream.read(bytes, length, capacity - length);
                if (read < 0) {
                    ended = true;
                    break;
                }
                hash(bytes, length, read);
                length += read;
            }
        } catch (IOException e) {
            failure = Optional.of(e);
            ended = true;
        }
        return length;
    }

    /** Behind the last line feed; without one, where no character and no line end is cut. */
    private static int cut(byte[] bytes, int length) {
        for (int at = length - 1; at >= 0; at--) {
            if (bytes[at] == '\n') {
                return at + 1;
            }
        }
        if (bytes[length - 1] == '\r') {
            return length - 1;
        }
        for (int at = length - 1; at >= Math.max(0, length - 3); at--) {
            int value = bytes[at] & 0xFF;
            if (value >= 0xC0) {
                int needed = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2;
                return at + needed > length ? at : length;
            }
        }
        return length;
    }

    private void carry(byte[] bytes, int from, int to) {
        carriedLength = to - from;
        if (carried.length < carriedLength) {
            carried = new byte[bytes.length];
        }
        System.arraycopy(bytes, from, carried, 0, carriedLength);
    }

    private void hash(byte[] bytes, int from, int length) {
        if (digest.isPresent()) {
            digest.get().update(bytes, from, length);
        }
    }
}
