package dev.lodestone.model.measure;

import dev.lodestone.model.register.ProductionEntry;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is on record beside one profile: other years, lines, exports, months, registers. Every method says "nothing" unless told otherwise.
 *
 * <p>Whatever a measure reads here counts among the inputs of its figure: {@code explain} finds the rows that move a figure by changing
 * the profiles that were asked for.
 */
public interface Records {

    /** Nothing on record. */
    Records NONE = new Records() {};

    /** Calendar years of the same series before a profile that may be compared with it, newest first. */
    default List<SupplierProfile> before(SupplierProfile profile) {
        return List.of();
    }

    /** Whether it is the newest calendar year of its series that can be measured; where none can, the newest. */
    default boolean isNewest(SupplierProfile profile) {
        return true;
    }

    /** Whether it is the last calendar year of its series that is sound; where none is, the last. */
    default boolean isLast(SupplierProfile profile) {
        return true;
    }

    /** The stage that a line belongs to, in the same period. */
    default Optional<SupplierProfile> whole(SupplierProfile line) {
        return Optional.empty();
    }

    /** The lines that a stage was added up from, in the same period; empty where it was made from one code. */
    default List<SupplierProfile> lines(SupplierProfile whole) {
        return List.of();
    }

    /** Trade of the same goods between the members of a bloc, as its members report their imports. */
    default Optional<SupplierProfile> inside(SupplierProfile bloc) {
        return Optional.empty();
    }

    /** Exports of the same goods in the same period by the buyer itself; of a bloc, to outside it. */
    default Optional<SupplierProfile> exports(SupplierProfile imports) {
        return exportsBy(imports.key().economy(), imports);
    }

    /** Exports of the same goods in the same period by someone, by destination. */
    default Optional<SupplierProfile> exportsBy(Economy seller, SupplierProfile imports) {
        return Optional.empty();
    }

    /** Exports of the same goods in the same period by every seller, blocs left out; empty unless the record holds the world's. */
    default List<SupplierProfile> exporters(SupplierProfile imports) {
        return List.of();
    }

    /** Of what periods someone's exports of a stage and of its lines are on record. */
    default List<ProfileKey> soldPeriods(Economy seller, String stage) {
        return List.of();
    }

    /** A seller's exports: those of the period by themselves or, of a seller that is watched, month by month; empty where they are not on record. */
    default List<SupplierProfile> sold(ProfileKey bySeller) {
        return List.of();
    }

    /** Imports of a stage month by month, in order of time. */
    default List<SupplierProfile> months(Economy buyer, String stage) {
        return List.of();
    }

    /** Members of a bloc; empty for a single economy. */
    default List<Economy> members(Economy economy) {
        return List.of();
    }

    /** Published figures on production, use and reliance. */
    default List<ProductionEntry> production() {
        return List.of();
    }

    /** Whether the registers know own output or a plant of someone at a stage. */
    default boolean hasCapacity(Economy economy, String stage) {
        return false;
    }

    /** The name inside a sentence. */
    default Term name(Economy economy) {
        return Term.words(economy.code());
    }

    /** Every profile here that is no profile of imports by stage or line and period of its own. */
    default List<SupplierProfile> further() {
        return List.of();
    }

    /** The same records, each profile seen through a lens. */
    default Records through(UnaryOperator<SupplierProfile> lens) {
        return new LensedRecords(this, lens);
    }

    /** The newest of the comparable years before a profile in which every partner is told on a basis. */
    default Optional<SupplierProfile> earlier(SupplierProfile profile, Basis basis) {
        return before(profile).stream().filter(p -> p.isComplete(basis) && p.obstacle(basis).isEmpty()).findFirst();
    }

    /** The comparable profile of a year before another. */
    default Optional<SupplierProfile> yearBefore(SupplierProfile profile, int year) {
        return before(profile).stream().filter(p -> p.key().period().equals(ReferencePeriod.ofYear(year))).findFirst();
    }
}
