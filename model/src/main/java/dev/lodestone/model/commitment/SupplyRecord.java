package dev.lodestone.model.commitment;

import dev.lodestone.model.measure.SupplierProfile;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * What was measured for one party, stage and line through time, for the judge.
 *
 * @param profiles calendar-year profiles in order of time
 * @param comparable whether two profiles may be compared
 */
public record SupplyRecord(List<SupplierProfile> profiles, BiPredicate<SupplierProfile, SupplierProfile> comparable) {

    public SupplyRecord {
        profiles = List.copyOf(profiles);
    }
}
