package dev.lodestone.ingest.internal.scan;

/** Which bytes are UTF-8. One that is not is read as a character of Windows-1252. */
final class Utf8 {

    private Utf8() {}

    /** How many of the bytes are no UTF-8; they do not end inside a character. */
    static long malformed(byte[] bytes, int from, int to) {
        long malformed = 0;
        int at = from;
        while (at < to) {
            if (bytes[at] >= 0) {
                at++;
            } else {
                int length = sequence(bytes, at, to);
                malformed += length == 0 ? 1 : 0;
                at += Math.max(1, length);
            }
        }
        return malformed;
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
