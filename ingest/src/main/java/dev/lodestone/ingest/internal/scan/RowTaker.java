package dev.lodestone.ingest.internal.scan;

/** Takes regular rows by their bytes, right after they were told apart and while they are in the core's cache. Used by one thread. */
public interface RowTaker {

    /** Takes none. */
    RowTaker NONE = (bytes, starts, ends, quotes, cells, into) -> false;

    /**
     * Takes a row, as far as that can be done by its bytes.
     *
     * @param bytes the bytes around, with some more to be touched behind them
     * @param starts where cells begin, behind a quote where they stand in quotes
     * @param ends where they end
     * @param quotes whether they stand in quotes
     * @param cells number of cells
     * @param into receives the row
     * @return whether the row was taken; else it is given as a row
     */
    boolean take(byte[] bytes, int[] starts, int[] ends, boolean[] quotes, int cells, TakenRows into);
}
