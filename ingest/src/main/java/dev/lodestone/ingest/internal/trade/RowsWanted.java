package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.ObservationVisitor;
import java.util.Optional;

/**
 * What becomes of the rows of large tables.
 *
 * @param kept whether they are kept
 * @param most so many rows of a table are kept at most; with more, reading ends with {@link TooManyRowsException}
 * @param visitor who is given them, where they are not
 */
public record RowsWanted(boolean kept, int most, Optional<ObservationVisitor> visitor) {

    /** They are kept. */
    public static final RowsWanted KEPT = new RowsWanted(true, Integer.MAX_VALUE, Optional.empty());

    /** They are kept where they are few: then it costs hardly more than to count them. */
    public static final RowsWanted KEPT_WHILE_FEW = new RowsWanted(true, 1 << 16, Optional.empty());

    /** Only what they come to is wanted. */
    public static final RowsWanted COUNTED = new RowsWanted(false, 0, Optional.empty());

    /** They are given to a visitor and not kept. */
    public static RowsWanted givenTo(ObservationVisitor visitor) {
        return new RowsWanted(false, 0, Optional.of(visitor));
    }
}
