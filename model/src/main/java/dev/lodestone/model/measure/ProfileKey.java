package dev.lodestone.model.measure;

import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import java.util.Comparator;

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

    private static final Comparator<ProfileKey> ORDER = Comparator.comparing(ProfileKey::economy)
            .thenComparing(ProfileKey::material)
            .thenComparing(ProfileKey::stage)
            .thenComparing(ProfileKey::commodity)
            .thenComparing(ProfileKey::period);

    public boolean isWholeStage() {
        return commodity.isEmpty();
    }

    @Override
    public int compareTo(ProfileKey other) {
        return ORDER.compare(this, other);
    }
}
