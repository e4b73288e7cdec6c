package dev.lodestone.model.commitment;

import dev.lodestone.model.trade.Economy;
import java.util.List;

/** Gives the judge what was measured. */
public interface SupplyRecords {

    /** The record of a stage as a whole (commodity empty) or of a line; empty profiles when nothing was measured. */
    SupplyRecord find(Economy party, String stage, String commodity);

    /** Commodity lines that measure a stage for a party, whole-stage codes left out when there are finer lines. */
    List<String> lines(Economy party, String stage);
}
