package dev.lodestone.ingest.internal.scan;

import java.util.AbstractList;

/** The cells of a row, each decoded when it is asked for: of 47 columns, most are not. */
final class ScannedCells extends AbstractList<String> {

    private final byte[] bytes;
    private final int[] places;
    private final int first;
    private final int quoted;
    private final CellText text;
    private final String[] decoded;

    /**
     * @param places beginning and end of each cell, one after the other
     * @param first place of the first cell's beginning among them
     * @param quoted the bit of a beginning that marks a cell in quotes
     */
    ScannedCells(byte[] bytes, int[] places, int first, int cells, int quoted, CellText text) {
        this.bytes = bytes;
        this.places = places;
        this.first = first;
        this.quoted = quoted;
        this.text = text;
        this.decoded = new String[cells];
    }

    @Override
    public String get(int cell) {
        String known = decoded[cell];
        if (known == null) {
            int start = places[first + 2 * cell];
            known = text.of(bytes, start & ~quoted, places[first + 2 * cell + 1], (start & quoted) != 0);
            decoded[cell] = known;
        }
        return known;
    }

    @Override
    public int size() {
        return decoded.length;
    }
}
