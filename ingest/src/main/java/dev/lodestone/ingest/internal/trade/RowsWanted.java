package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.ObservationVisitor;
import java.util.Optional;

/**
 * What becomes of the rows of large tables.
 *
 * @param kept whether they are kept
 * @param visitor who is given them, where they are not
 */
public record RowsWanted(boolean kept, Optional<ObservationVisitor> visitor) {

    /** They are kept. */
    public static final RowsWanted KEPT = new RowsWanted(true, Optional.empty());

    /** Only what they come to is wanted. */
    public static final RowsWanted COUNTED = new RowsWanted(false, Optional.empty());

    /** They are given to a visitor and not kept. */
    public static RowsWanted givenTo(ObservationVisitor visitor) {
        return new RowsWanted(false, Optional.of(visitor));
    }
}
