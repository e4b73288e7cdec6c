package dev.lodestone.model.assess;

import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.MeasureContext;
import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Everything that was measured and judged, with its inputs. Immutable.
 *
 * @param options what bears on the results
 * @param registers registers used
 * @param material material assessed
 * @param economies economies assessed, in order of display
 * @param context watched supplier and allied group
 * @param profiles profiles of the economies assessed
 * @param indicators figures in order of economy, stage, commodity, period, measure
 * @param commitments every commitment of the register as it stands
 * @param differences flows told by several sources
 * @param notOver periods on record that were not over on the day of the briefing: nothing is told of them
 */
public record Assessment(
        AssessmentOptions options,
        Registers registers,
        Material material,
        List<Economy> economies,
        MeasureContext context,
        SortedMap<ProfileKey, SupplierProfile> profiles,
        List<Indicator> indicators,
        List<CommitmentResult> commitments,
        List<SeriesDifference> differences,
        SortedSet<ReferencePeriod> notOver) {

    public Assessment {
        economies = List.copyOf(economies);
        profiles = Collections.unmodifiableSortedMap(profiles);
        indicators = List.copyOf(indicators);
        commitments = List.copyOf(commitments);
        differences = List.copyOf(differences);
        notOver = Collections.unmodifiableSortedSet(notOver);
    }

    /** The profile of a stage as a whole, or of a line. */
    public Optional<SupplierProfile> find(Economy economy, String stage, String commodity, ReferencePeriod period) {
        return Optional.ofNullable(profiles.get(new ProfileKey(economy, material.id(), stage, commodity, period)));
    }

    /** Profiles of a stage (commodity empty) or line through time, of calendar years only. */
    public List<SupplierProfile> years(Economy economy, String stage, String commodity) {
        return ProfileRanges.years(profiles, economy, material.id(), stage, commodity);
    }

    /** Profiles of a stage as a whole of periods that are no calendar years, in the order in which these end: months, parts of a year, fiscal years. */
    public List<SupplierProfile> parts(Economy economy, String stage) {
        return ProfileRanges.parts(profiles, economy, material.id(), stage);
    }

    /** Commodity lines of a stage in a period, by code. */
    public List<SupplierProfile> lines(Economy economy, String stage, ReferencePeriod period) {
        return ProfileRanges.ofStage(profiles, economy, material.id(), stage).values().stream()
                .filter(p -> !p.key().isWholeStage() && p.key().period().equals(period))
                .toList();
    }

    /** Why two profiles of the same series must not be compared; empty when they may. */
    public Optional<Statement> breakBetween(SupplierProfile earlier, SupplierProfile later) {
        return Comparability.breakBetween(registers, material, earlier, later);
    }
}
