package dev.lodestone.ingest.internal.trade;

import java.util.Arrays;

/**
 * The series of a table, one line each in the order in which they are first met: which partners were there, the sum over them, and what
 * bounds it. Some 32 bytes a series and a bit for each partner, however many rows there are; knows numbers only.
 */
final class SeriesTable {

    /** The series has rows of partners. */
    static final int HAS_PARTNERS = 1;

    private static final int CHUNK_BITS = 13;
    private static final int CHUNK = 1 << CHUNK_BITS;

    /** Of a line: flow and commodity; partners; their sum; number of figures and flags. */
    private static final int WORDS = 4;

    private static final int PARTNERS = 1;
    private static final int SUM = 2;
    private static final int COUNT = 3;
    private static final int FLAG_BITS = 8;

    /** Up to so many partners stand in the line itself, each in so many bits. */
    private static final int FEW = 4;

    /** Words of a set that have room for the economies there are, so that sets hardly ever need more. */
    private static final int USUAL_WORDS = 4;

    private static final int FEW_BITS = 15;
    private static final long FEW_MASK = (1L << FEW_BITS) - 1;

    /** Commodities whose lines are looked up in one page. */
    private static final int PAGE_BITS = 5;

    private static final int PAGE = 1 << PAGE_BITS;
    private static final int PAGES_BITS = 10;

    /** Of what the first array of many has room at first: most tables are small, and there may be thousands of them. */
    private static final int FIRST = 1 << 6;

    private static final int[] NONE = {};
    private static final double[] NO_WORLDS = {};

    private long[][] lines = {};
    private double[][] worlds = {};
    private int size;

    /** By flow: by commodity, without its last bits: the page, counted from 1. */
    private int[][] pagesOf = {};

    /** Many pages each: by the last bits of the commodity, the line, counted from 1. */
    private int[][] pages = {};

    private int pageCount;
    private PartnerSets sets = new PartnerSets(USUAL_WORDS);

    /** What was read ahead: kept, so that reading it is not left out as of no use. */
    private long fetched;

    int size() {
        return size;
    }

    /** The series' line, a new one if it was not met before. */
    int line(int flow, int commodity) {
        int page = page(flow, commodity);
        if (page == 0) {
            page = newPage(flow, commodity);
        }
        int[] entries = pages[page >>> PAGES_BITS];
        int at = (page & ((1 << PAGES_BITS) - 1)) << PAGE_BITS | commodity & (PAGE - 1);
        if (entries[at] == 0) {
            addLine((long) flow << Integer.SIZE | commodity);
            entries[at] = size;
        }
        return entries[at] - 1;
    }

    /** The line; -1 if the series was not met. */
    int find(int flow, int commodity) {
        int page = page(flow, commodity);
        return page == 0 ? -1 : pages[page >>> PAGES_BITS][(page & ((1 << PAGES_BITS) - 1)) << PAGE_BITS | commodity & (PAGE - 1)] - 1;
    }

    /** The page of lines; 0 if there is none. */
    private int page(int flow, int commodity) {
        if (flow >= pagesOf.length) {
            return 0;
        }
        int[] all = pagesOf[flow];
        int at = commodity >>> PAGE_BITS;
        return at < all.length ? all[at] : 0;
    }

    private int newPage(int flow, int commodity) {
        if (flow >= pagesOf.length) {
            int before = pagesOf.length;
            pagesOf = Arrays.copyOf(pagesOf, Math.max(flow + 1, 2 * before));
            Arrays.fill(pagesOf, before, pagesOf.length, NONE);
        }
        int at = commodity >>> PAGE_BITS;
        if (at >= pagesOf[flow].length) {
            pagesOf[flow] = Arrays.copyOf(pagesOf[flow], Math.max(at + 1, 2 * pagesOf[flow].length));
        }
        pageCount++;
        if (pageCount >>> PAGES_BITS >= pages.length) {
            pages = Arrays.copyOf(pages, pages.length + 1);
            pages[pages.length - 1] = new int[PAGE << (pages.length == 1 ? 0 : PAGES_BITS)];
        }
        if (pageCount << PAGE_BITS >= pages[0].length && pages.length == 1) {
            pages[0] = Arrays.copyOf(pages[0], 2 * pages[0].length);
        }
        pagesOf[flow][at] = pageCount;
        return pageCount;
    }

    private void addLine(long key) {
        if ((size & (CHUNK - 1)) == 0) {
            lines = Arrays.copyOf(lines, lines.length + 1);
            lines[lines.length - 1] = new long[WORDS * (lines.length == 1 ? FIRST : CHUNK)];
            worlds = Arrays.copyOf(worlds, lines.length);
            worlds[lines.length - 1] = NO_WORLDS;
        } else if (lines.length == 1 && size * WORDS == lines[0].length) {
            lines[0] = Arrays.copyOf(lines[0], 2 * lines[0].length);
        }
        set(size, 0, key);
        size++;
    }

    private long word(int line, int word) {
        return lines[line >>> CHUNK_BITS][(line & (CHUNK - 1)) * WORDS + word];
    }

    private void set(int line, int word, long bits) {
        lines[line >>> CHUNK_BITS][(line & (CHUNK - 1)) * WORDS + word] = bits;
    }

    /** Notes that the partner is there; false if it was. */
    boolean meet(int line, int partner) {
        long partners = word(line, PARTNERS);
        if (partners >= 0) {
            int at = 0;
            for (; at < FEW; at++) {
                long there = partners >>> (at * FEW_BITS) & FEW_MASK;
                if (there == partner + 1) {
                    return false;
                }
                if (there == 0) {
                    break;
                }
            }
            if (at < FEW && partner + 1 <= FEW_MASK) {
                set(line, PARTNERS, partners | (partner + 1L) << (at * FEW_BITS));
                return true;
            }
            int set = newSet(partner);
            for (int i = 0; i < at; i++) {
                int there = (int) (partners >>> (i * FEW_BITS) & FEW_MASK) - 1;
                sets = sets.holding(there);
                sets.add(set, there);
            }
            partners = Long.MIN_VALUE | set;
            set(line, PARTNERS, partners);
        }
        sets = sets.holding(partner);
        return sets.add((int) partners, partner);
    }

    /** Reads what the lines hold of these partners, so that it is near when they are met. */
    void fetch(int[] ofLines, int[] partners, int count) {
        long seen = 0;
        for (int i = 0; i < count; i++) {
            seen |= word(ofLines[i], PARTNERS);
        }
        if (seen < 0) {
            for (int i = 0; i < count; i++) {
                long there = word(ofLines[i], PARTNERS);
                if (there < 0) {
                    seen ^= sets.word((int) there, partners[i]);
                }
            }
        }
        fetched = seen;
    }

    private int newSet(int partner) {
        sets = sets.holding(partner);
        return sets.open();
    }

    /** Whether the partner was met. */
    boolean has(int line, int partner) {
        long partners = word(line, PARTNERS);
        if (partners < 0) {
            return sets.contains((int) partners, partner);
        }
        for (int i = 0; i < FEW; i++) {
            if ((partners >>> (i * FEW_BITS) & FEW_MASK) == partner + 1) {
                return true;
            }
        }
        return false;
    }

    /** Adds a figure of a partner. */
    void add(int line, double amount, boolean known) {
        long[] chunk = lines[line >>> CHUNK_BITS];
        int at = (line & (CHUNK - 1)) * WORDS;
        if (known) {
            chunk[at + SUM] = Double.doubleToRawLongBits(Double.longBitsToDouble(chunk[at + SUM]) + amount);
            chunk[at + COUNT] += 1L << FLAG_BITS;
        }
        chunk[at + COUNT] |= HAS_PARTNERS;
    }

    void flag(int line, int flags) {
        set(line, COUNT, word(line, COUNT) | flags);
    }

    void unflag(int line, int flags) {
        set(line, COUNT, word(line, COUNT) & ~(long) flags);
    }

    /** Adds a figure of all partners together. */
    void addWorld(int line, double amount) {
        double[] chunk = worlds[line >>> CHUNK_BITS];
        int at = line & (CHUNK - 1);
        if (at >= chunk.length) {
            int before = chunk.length;
            chunk = Arrays.copyOf(chunk, lines[line >>> CHUNK_BITS].length / WORDS);
            Arrays.fill(chunk, before, chunk.length, -1);
            worlds[line >>> CHUNK_BITS] = chunk;
        }
        chunk[at] = Math.max(chunk[at], 0) + amount;
    }

    int flow(int line) {
        return (int) (word(line, 0) >>> Integer.SIZE);
    }

    int commodity(int line) {
        return (int) word(line, 0);
    }

    int flags(int line) {
        return (int) word(line, COUNT) & ((1 << FLAG_BITS) - 1);
    }

    /** Figures known. */
    long figures(int line) {
        return word(line, COUNT) >>> FLAG_BITS;
    }

    double sum(int line) {
        return Double.longBitsToDouble(word(line, SUM));
    }

    /** What all partners together come to; below 0 if no row says it. */
    double world(int line) {
        double[] chunk = worlds[line >>> CHUNK_BITS];
        int at = line & (CHUNK - 1);
        return at < chunk.length ? chunk[at] : -1;
    }

    /** Sets of partners, each of the same number of words. */
    private static final class PartnerSets {

        private static final int SETS_BITS = 12;
        private static final int SETS = 1 << SETS_BITS;

        private final int words;
        private long[][] chunks = {};
        private int size;

        PartnerSets(int words) {
            this.words = words;
        }

        /** These sets, or copies of them that have room for the partner. */
        PartnerSets holding(int partner) {
            if (partner < words * Long.SIZE) {
                return this;
            }
            PartnerSets wider = new PartnerSets(partner / Long.SIZE + 1);
            for (int set = 0; set < size; set++) {
                int copy = wider.open();
                System.arraycopy(chunks[set >>> SETS_BITS], (set & (SETS - 1)) * words, wider.chunks[copy >>> SETS_BITS],
                        (copy & (SETS - 1)) * wider.words, words);
                if ((set & (SETS - 1)) == SETS - 1) {
                    chunks[set >>> SETS_BITS] = new long[0];
                }
            }
            return wider;
        }

        int open() {
            if ((size & (SETS - 1)) == 0) {
                chunks = Arrays.copyOf(chunks, chunks.length + 1);
                chunks[chunks.length - 1] = new long[words * (chunks.length == 1 ? FIRST : SETS)];
            } else if (chunks.length == 1 && size * words == chunks[0].length) {
                chunks[0] = Arrays.copyOf(chunks[0], 2 * chunks[0].length);
            }
            return size++;
        }

        boolean add(int set, int partner) {
            long[] chunk = chunks[set >>> SETS_BITS];
            int at = (set & (SETS - 1)) * words + partner / Long.SIZE;
            long bit = 1L << partner;
            boolean isNew = (chunk[at] & bit) == 0;
            chunk[at] |= bit;
            return isNew;
        }

        boolean contains(int set, int partner) {
            return (word(set, partner) & 1L << partner) != 0;
        }

        /** The word of the set that tells of the partner. */
        long word(int set, int partner) {
            return partner < words * Long.SIZE ? chunks[set >>> SETS_BITS][(set & (SETS - 1)) * words + partner / Long.SIZE] : 0;
        }
    }
}
