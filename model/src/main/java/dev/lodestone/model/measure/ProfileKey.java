package dev.lodestone.model.measure;

import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;

/**
 * What a profile is about.
 *
 * @param economy the buyer: a reporter or a bloc
 * @param material material id
 * @param stage stage id
 * @param commodity commodity code; empty for the stage as a whole
 * @param period period
 */
public record ProfileKey(Economy economy, String material, String stage, String commodity, ReferencePeriod period)
        implements Comparable<ProfileKey> {

    public boolean isWholeStage() {
        return commodity.isEmpty();
    }

    // Written out: the key of every profile, and the code that the JVM makes for records is slow until it is compiled with all its effort.
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof ProfileKey that
                        && economy.equals(that.economy)
                        && period.equals(that.period)
                        && commodity.equals(that.commodity)
                        && stage.equals(that.stage)
                        && material.equals(that.material);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * economy.hashCode() + stage.hashCode()) + commodity.hashCode()) + period.hashCode();
    }

    @Override
    public int compareTo(ProfileKey other) {
        int order = economy.compareTo(other.economy);
        if (order == 0) {
            order = material.compareTo(other.material);
        }
        if (order == 0) {
            order = stage.compareTo(other.stage);
        }
        if (order == 0) {
            order = commodity.compareTo(other.commodity);
        }
        return order == 0 ? period.compareTo(other.period) : order;
    }
}
