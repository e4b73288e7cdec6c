package dev.lodestone.model.commitment;

import dev.lodestone.model.measure.Records;
import dev.lodestone.model.measure.SupplierProfile;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * What was measured for one party, stage and line through time, for the judge.
 *
 * @param profiles calendar-year profiles in order of time
 * @param comparable whether two profiles may be compared
 * @param records what else is on record: the suppliers' own figures
 */
public record SupplyRecord(
        List<SupplierProfile> profiles, BiPredicate<SupplierProfile, SupplierProfile> comparable, Records records) {

    public SupplyRecord {
        profiles = List.copyOf(profiles);
    }

    /** With nothing on record beside the profiles. */
    public SupplyRecord(List<SupplierProfile> profiles, BiPredicate<SupplierProfile, SupplierProfile> comparable) {
        this(profiles, comparable, Records.NONE);
    }
}
