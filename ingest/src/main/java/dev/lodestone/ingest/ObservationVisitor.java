package dev.lodestone.ingest;

import dev.lodestone.model.quality.DataSource;

/**
 * Is given the observations of files block by block, none of which is kept: who adds them up needs memory for the sums alone.
 *
 * <p>Told in one pass, a row is given before it is known whether a later row speaks of the same flow. Where one does, what was given of
 * that flow is taken back, and what remains once the rows were settled among each other is given instead. Who adds up, subtracts what is
 * taken back; who cannot take back, reads with {@link TradeStatisticsReader#read}. All that was given less all that was taken back are the
 * observations that {@code read} gives, but for their coverage where the table turns out to be cut or to hold selected partners: its report tells.
 */
public interface ObservationVisitor {

    /** Observations, in the order of their rows. */
    void give(ObservationBlock block);

    /** Observations that were given before and do not hold. */
    void takeBack(ObservationBlock block);

    /**
     * A table breaks off, so that nothing holds that was given of it. Who adds up table by table drops its sums.
     *
     * @param table as the blocks named it
     * @throws IngestException unless it is overridden: better no sum than one of part of a file
     */
    default void breaksOff(DataSource table) {
        throw new IngestException(table.label(), "breaks off, and some of its rows were given");
    }
}
