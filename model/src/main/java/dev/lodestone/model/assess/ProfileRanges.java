package dev.lodestone.model.assess;

import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Runs of profiles in the order of their keys, found without passing over all of them. */
final class ProfileRanges {

    private static final ReferencePeriod FIRST = ReferencePeriod.ofMonth(1900, 1);

    private ProfileRanges() {}

    /** A stage as a whole and its lines. */
    static SortedMap<ProfileKey, SupplierProfile> ofStage(
            SortedMap<ProfileKey, SupplierProfile> profiles, Economy economy, String material, String stage) {
        return profiles.subMap(
                new ProfileKey(economy, material, stage, "", FIRST), new ProfileKey(economy, material, stage + '\u0000', "", FIRST));
    }

    /** Calendar years of a stage as a whole (commodity empty) or of a line. */
    static List<SupplierProfile> years(
            SortedMap<ProfileKey, SupplierProfile> profiles, Economy economy, String material, String stage, String commodity) {
        return of(profiles, economy, material, stage, commodity)
                .filter(p -> p.key().period().isCalendarYear())
                .toList();
    }

    /** Twelve months that do not begin in January, of a stage as a whole (commodity empty) or of a line. */
    static List<SupplierProfile> fiscalYears(
            SortedMap<ProfileKey, SupplierProfile> profiles, Economy economy, String material, String stage, String commodity) {
        return of(profiles, economy, material, stage, commodity)
                .filter(p -> p.key().period().months() == 12 && !p.key().period().isCalendarYear())
                .toList();
    }

    /** Other periods of a stage as a whole, in the order of their ends; of those that end together the longest last. */
    static List<SupplierProfile> parts(SortedMap<ProfileKey, SupplierProfile> profiles, Economy economy, String material, String stage) {
        return of(profiles, economy, material, stage, "")
                .filter(p -> !p.key().period().isCalendarYear())
                .sorted(Comparator.comparing((SupplierProfile p) -> p.key().period().end()).thenComparing(p -> p.key().period().months()))
                .toList();
    }

    private static Stream<SupplierProfile> of(
            SortedMap<ProfileKey, SupplierProfile> profiles, Economy economy, String material, String stage, String commodity) {
        return profiles
                .subMap(
                        new ProfileKey(economy, material, stage, commodity, FIRST),
                        new ProfileKey(economy, material, stage, commodity + '\u0000', FIRST))
                .values()
                .stream();
    }
}
