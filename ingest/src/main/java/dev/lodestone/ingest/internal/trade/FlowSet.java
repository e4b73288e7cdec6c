package dev.lodestone.ingest.internal.trade;

import java.util.Arrays;

/**
 * The flows that a table speaks of, by 48 bits of a hash of their keys: about six bytes each where the keys would take a hundred. Says at
 * times that a flow was there before that was not; never the other way round.
 */
final class FlowSet {

    private static final int SEGMENT_BITS = 16;
    private static final int FIRST_SIZE = 16;
    private static final int FEWEST_SEGMENT_BITS = 4;

    /** Standard deviations by which a segment may be fuller than the mean before it grows. */
    private static final int SPREAD = 4;

    private final int segmentBits;
    private final int firstSize;
    private final int[][] segments;
    private final int[] sizes;

    /**
     * @param flows how many are to be expected
     */
    FlowSet(int flows) {
        int wanted = Integer.SIZE - Integer.numberOfLeadingZeros(flows / FIRST_SIZE);
        this.segmentBits = Math.clamp(wanted, FEWEST_SEGMENT_BITS, SEGMENT_BITS);
        int each = flows >> segmentBits;
        this.firstSize = FIRST_SIZE + (int) ((each + SPREAD * Math.sqrt(each)) * 5 / 4);
        this.segments = new int[1 << segmentBits][];
        this.sizes = new int[1 << segmentBits];
    }

    /** A hash of the key with 64 good bits. */
    static long hash(Candidate.Key key) {
        long hash = mixed(0, key.reporter().hashCode());
        hash = mixed(hash, key.partner().hashCode());
        hash = mixed(hash, key.flow().ordinal());
        hash = mixed(hash, key.classification().hashCode());
        hash = mixed(hash, key.commodity().hashCode());
        return mixed(hash, key.period().hashCode());
    }

    private static long mixed(long hash, long more) {
        long mixed = (hash + more) * 0x9E3779B97F4A7C15L;
        return (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
    }

    /** Adds a hash; false if it was there. */
    boolean add(long hash) {
        int segment = (int) (hash >>> (Long.SIZE - segmentBits));
        int[] places = segments[segment];
        if (places == null) {
            places = new int[firstSize];
            segments[segment] = places;
        } else if (sizes[segment] * 5L > places.length * 4L) {
            places = larger(places);
            segments[segment] = places;
        }
        if (!put(places, entry(hash))) {
            return false;
        }
        sizes[segment]++;
        return true;
    }

    /** The 32 bits behind the segment's; 0 marks a free place. */
    private int entry(long hash) {
        int entry = (int) (hash >>> (Long.SIZE - segmentBits - Integer.SIZE));
        return entry == 0 ? 1 : entry;
    }

    private static boolean put(int[] places, int entry) {
        int at = place(entry, places.length);
        while (places[at] != 0) {
            if (places[at] == entry) {
                return false;
            }
            at = at + 1 == places.length ? 0 : at + 1;
        }
        places[at] = entry;
        return true;
    }

    /** The entry's share of all entries that there can be, as a share of the places. */
    private static int place(int entry, int places) {
        return (int) ((Integer.toUnsignedLong(entry) * places) >>> Integer.SIZE);
    }

    private static int[] larger(int[] places) {
        int[] larger = new int[places.length + places.length / 4 + 1];
        Arrays.stream(places).filter(entry -> entry != 0).forEach(entry -> put(larger, entry));
        return larger;
    }
}
