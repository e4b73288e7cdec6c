package dev.lodestone.model.measure;

import dev.lodestone.model.trade.Economy;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the lines of a stage moved a share between two years, and what is open about each line. Asked for each of the lines: the stage's
 * profile keeps it.
 *
 * @param before lines of the earlier year
 * @param after lines of the later year
 * @param suppliers whose share
 * @param parts each line's part of the change
 * @param from what is open about each line in the earlier year
 * @param to what is open about each line in the later year
 */
record LineShifts(
        List<SupplierProfile> before,
        List<SupplierProfile> after,
        Set<Economy> suppliers,
        Decomposition parts,
        Map<String, LineInterval> from,
        Map<String, LineInterval> to) {

    static LineShifts of(List<SupplierProfile> before, List<SupplierProfile> after, Set<Economy> suppliers, Basis basis) {
        Decomposition parts = Decomposition.ofShare(before, after, suppliers, basis);
        boolean told = parts.why().isEmpty();
        return new LineShifts(
                before, after, suppliers, parts,
                told ? LineInterval.of(before, suppliers, basis) : Map.of(),
                told ? LineInterval.of(after, suppliers, basis) : Map.of());
    }

    boolean isOf(List<SupplierProfile> earlier, List<SupplierProfile> later, Set<Economy> few) {
        return suppliers.equals(few) && before.equals(earlier) && after.equals(later);
    }
}
