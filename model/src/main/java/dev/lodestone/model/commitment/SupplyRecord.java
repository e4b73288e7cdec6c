package dev.lodestone.model.commitment;

import dev.lodestone.model.measure.Records;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.trade.ReferencePeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * What was measured for one party, stage and line through time, for the judge.
 *
 * @param profiles calendar-year profiles in order of time
 * @param comparable whether two profiles may be compared
 * @param records what else is on record: the suppliers' own figures
 * @param fiscalYears profiles of twelve months that do not begin in January, in order of time
 */
public record SupplyRecord(
        List<SupplierProfile> profiles,
        BiPredicate<SupplierProfile, SupplierProfile> comparable,
        Records records,
        List<SupplierProfile> fiscalYears) {

    public SupplyRecord {
        profiles = List.copyOf(profiles);
        fiscalYears = List.copyOf(fiscalYears);
    }

    /** Of calendar years alone. */
    public SupplyRecord(
            List<SupplierProfile> profiles, BiPredicate<SupplierProfile, SupplierProfile> comparable, Records records) {
        this(profiles, comparable, records, List.of());
    }

    /** With nothing on record beside the profiles. */
    public SupplyRecord(List<SupplierProfile> profiles, BiPredicate<SupplierProfile, SupplierProfile> comparable) {
        this(profiles, comparable, Records.NONE);
    }

    /** The fiscal years in place of the calendar years: those that begin in the same month as the newest. */
    SupplyRecord inFiscalYears() {
        return new SupplyRecord(
                fiscalYears.stream()
                        .filter(p -> p.key().period().start().getMonth() == fiscalYears.getLast().key().period().start().getMonth())
                        .toList(),
                comparable,
                records);
    }

    /** The years that were over on a day: what one holds that was not is no figure of a whole year. */
    SupplyRecord endedBy(LocalDate day) {
        return new SupplyRecord(endedBy(profiles, day), comparable, records, endedBy(fiscalYears, day));
    }

    private static List<SupplierProfile> endedBy(List<SupplierProfile> years, LocalDate day) {
        return years.stream().filter(p -> p.key().period().isOver(day)).toList();
    }

    /** The year of the record in which a day lies. */
    ReferencePeriod yearOf(LocalDate day) {
        ReferencePeriod year = profiles.isEmpty() ? ReferencePeriod.ofYear(day.getYear()) : profiles.getLast().key().period();
        YearMonth month = YearMonth.from(day);
        YearMonth start = YearMonth.of(month.getYear(), year.start().getMonth());
        return new ReferencePeriod(start.isAfter(month) ? start.minusYears(1) : start, 12);
    }
}
