package dev.lodestone.ingest.internal.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Where delimiters and line feeds stand outside quotes, as bits, 64 bytes a word, from a place where a record begins. Made a little
 * ahead of who asks. What does not look like RFC 4180 is marked as odd; what else must be known of the bytes (carriage returns that
 * stand alone, bytes that are no UTF-8) is learned in the same pass.
 *
 * <p>Eight bytes are compared at a time in a {@code long}: no bytecode of Java does more at once.
 */
final class Marks {

    /** Bytes from the first record that have bits at a time; more than the longest record that is told by bits. */
    private static final int WINDOW = 1 << 17;

    /** Beyond, a record that begins here may not end within the window. */
    private static final int LAST_START = WINDOW - (1 << 15);

    private static final int GROUPS_AT_A_TIME = 32;
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long LOWS = ~HIGHS;
    private static final long QUOTES = ONES * '"';
    private static final long FEEDS = ONES * '\n';
    private static final long RETURNS = ONES * '\r';

    /** Added to seven bits, tells those of control characters, line ends among them, from others by the highest bit. */
    private static final long PRINTED = ONES * (0x80 - ' ');

    /** Gathers the highest bits of eight bytes, moved to their lowest, in the highest byte. */
    private static final long GATHER = 0x0102040810204080L;

    private final long delimiter;

    /** Delimiters outside quotes. */
    final long[] delimiters = new long[WINDOW / Long.SIZE];

    /** Line feeds outside quotes: ends of records. */
    final long[] feeds = new long[WINDOW / Long.SIZE];

    /** Quotes where none may be, and line feeds inside quotes: their records are looked at cell by cell. */
    final long[] odd = new long[WINDOW / Long.SIZE];

    private byte[] bytes;
    private int to;
    private int base;
    private int groups;
    private long inside;
    private long mayOpen;
    private long mustClose;
    private boolean quoted;
    private int checkedTo;
    private long malformed;
    private boolean loneReturn;

    Marks(char delimiter) {
        this.delimiter = ONES * delimiter;
    }

    /** Begins with other bytes; {@link Block#SLACK} bytes behind the last may be read, not meant. */
    void begin(byte[] text, int end) {
        bytes = text;
        to = end;
        checkedTo = 0;
        malformed = 0;
        loneReturn = false;
        quoted = false;
        rebase(0);
    }

    /** Place of the first bit. */
    int base() {
        return base;
    }

    /** Takes care that the record beginning here has room; true if places of bits changed. */
    void makeRoom(int at) {
        if (at - base > LAST_START) {
            rebase(at);
        }
    }

    /** Begins anew where a record begins. */
    void rebase(int at) {
        base = at;
        groups = 0;
        inside = 0;
        mayOpen = 1;
        mustClose = 0;
    }

    /** Number of groups that have bits. */
    int groups() {
        return groups;
    }

    /** Whether a carriage return without line feed was met: it ends a line too. */
    boolean hasLoneReturn() {
        return loneReturn;
    }

    /** Bytes met that are no UTF-8. */
    long malformed() {
        return malformed;
    }

    /** Checks the bytes that were not looked at. */
    void checkRest(int length) {
        if (checkedTo < length) {
            malformed += Utf8.malformed(bytes, checkedTo, length);
            checkedTo = length;
        }
    }

    /** The bits of 64 bytes from here, whose second group has bits, too. */
    static long window(long[] bits, int group, int shift) {
        return (bits[group] >>> shift) | (bits[group + 1] << 1 << ~shift);
    }

    /** Goes on; false if there are no more bytes, or no more room. */
    boolean extend() {
        int first = base + groups * Long.SIZE;
        if (first >= to || groups == feeds.length) {
            return false;
        }
        int behind = Math.min(feeds.length, groups + Math.min(GROUPS_AT_A_TIME, (to - first + Long.SIZE - 1) / Long.SIZE));
        for (int group = groups; group < behind; group++) {
            mark(base + group * Long.SIZE, group);
        }
        groups = behind;
        checkedTo = Math.max(checkedTo, Math.min(to, base + groups * Long.SIZE));
        return true;
    }

    private void mark(int from, int group) {
        if (quoted) {
            markAny(from, group);
        } else {
            markPlain(from, group);
        }
    }

    /** Marks ASCII without quotes: most of a file without them, and cheaper to tell. */
    private void markPlain(int from, int group) {
        long cuts = 0;
        long ends = 0;
        long highs = 0;
        long others = -1L;
        for (int i = 0; i < Long.SIZE; i += Long.BYTES) {
            long word = (long) WORD.get(bytes, from + i);
            highs |= word;
            cuts |= gathered(~missed(word, delimiter) & HIGHS) << i;
            ends |= gathered(~missed(word, FEEDS) & HIGHS) << i;
            others &= missed(word, QUOTES) & missed(word, RETURNS);
        }
        if (((highs | ~others) & HIGHS | inside | mustClose) == 0 && from + Long.SIZE <= to) {
            delimiters[group] = cuts;
            feeds[group] = ends;
            odd[group] = 0;
            mayOpen = (cuts | ends) >>> (Long.SIZE - 1);
        } else {
            markAny(from, group);
        }
    }

    /** Marks any bytes; most groups of text with quotes have no line end, and most texts few characters beyond ASCII. */
    private void markAny(int from, int group) {
        long cuts = 0;
        long quotes = 0;
        long highs = 0;
        long printed = -1L;
        for (int i = 0; i < Long.SIZE; i += Long.BYTES) {
            long word = (long) WORD.get(bytes, from + i);
            long low = word & LOWS;
            highs |= word;
            printed &= low + PRINTED | word;
            cuts |= gathered(hits(word, low, delimiter)) << i;
            quotes |= gathered(hits(word, low, QUOTES)) << i;
        }
        long meant = to - from >= Long.SIZE ? -1L : (1L << (to - from)) - 1;
        if ((printed & HIGHS) == HIGHS) {
            settle(group, cuts & meant, 0, quotes & meant, 0);
        } else {
            long returns = placesOf(RETURNS, from) & meant;
            long ends = placesOf(FEEDS, from) & meant;
            settle(group, cuts & meant, ends, quotes & meant, returns);
            if (returns != 0) {
                checkReturns(from, returns, ends);
            }
        }
        if ((highs & HIGHS) != 0) {
            checkHighs(from, placesOfHighs(from) & meant);
        }
    }

    private long placesOf(long wanted, int from) {
        long places = 0;
        for (int i = 0; i < Long.SIZE; i += Long.BYTES) {
            long word = (long) WORD.get(bytes, from + i);
            places |= gathered(hits(word, word & LOWS, wanted)) << i;
        }
        return places;
    }

    private long placesOfHighs(int from) {
        long places = 0;
        for (int i = 0; i < Long.SIZE; i += Long.BYTES) {
            places |= gathered((long) WORD.get(bytes, from + i) & HIGHS) << i;
        }
        return places;
    }

    private void checkReturns(int from, long returns, long ends) {
        long followed = ends >>> 1;
        if (returns < 0 && from + Long.SIZE < to && bytes[from + Long.SIZE] == '\n') {
            followed |= Long.MIN_VALUE;
        }
        loneReturn |= (returns & ~followed) != 0;
    }

    /** Tells what stands inside quotes from what stands outside. */
    private void settle(int group, long cuts, long ends, long quotes, long returns) {
        long within = parity(quotes) ^ inside;
        long outside = cuts & ~within;
        long records = ends & ~within;
        long opening = quotes & within;
        long closing = quotes & ~within;
        long marks = outside | records;
        long wrong = opening & ~(((marks | closing) << 1) | mayOpen);
        wrong |= ((closing << 1) | mustClose) & ~(marks | opening | (returns & ~within));
        delimiters[group] = outside;
        feeds[group] = records;
        odd[group] = wrong | (ends & within);
        inside = within >> (Long.SIZE - 1);
        mayOpen = (marks | closing) >>> (Long.SIZE - 1);
        mustClose = closing >>> (Long.SIZE - 1);
        quoted = (quotes | inside) != 0;
    }

    /** Goes through the characters beyond ASCII; those that begin in one group may end in the next. */
    private void checkHighs(int from, long highs) {
        for (long rest = highs; rest != 0; rest &= rest - 1) {
            int at = from + Long.numberOfTrailingZeros(rest);
            if (at >= checkedTo) {
                int length = Utf8.sequence(bytes, at, to);
                malformed += length == 0 ? 1 : 0;
                checkedTo = at + Math.max(1, length);
            }
        }
    }

    /** Where all bytes are ASCII: the highest bit of each byte that is not the one looked for. */
    private static long missed(long word, long wanted) {
        return (word ^ wanted) + LOWS;
    }

    /** The highest bit of each byte that is the one looked for, whatever the bytes. */
    private static long hits(long word, long low, long wanted) {
        return ~(((low ^ wanted) + LOWS) | word) & HIGHS;
    }

    private static long gathered(long hits) {
        return ((hits >>> 7) * GATHER) >>> 56;
    }

    /** Each bit becomes the parity of itself and those below it: set from an opening quote to before its closing one. */
    private static long parity(long bits) {
        long parity = bits;
        parity ^= parity << 1;
        parity ^= parity << 2;
        parity ^= parity << 4;
        parity ^= parity << 8;
        parity ^= parity << 16;
        parity ^= parity << 32;
        return parity;
    }
}
