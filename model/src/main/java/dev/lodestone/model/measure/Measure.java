package dev.lodestone.model.measure;

import dev.lodestone.model.register.ProductionEntry;
import dev.lodestone.model.text.Language;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Economy;
import java.util.List;
import java.util.Set;

/**
 * A measure. Implementations are stateless; {@link Measures#standard()} lists those that ship.
 *
 * <p>Most read one supplier profile at a time ({@link #read}); a figure that stands for no profile of its own, because a register or
 * several periods tell it, comes from {@link #beside}.
 */
public interface Measure {

    /** Stable id, as in the column {@code measure} of indicators.csv. */
    String id();

    /** Name for readers: the sentence {@code measure.<id>}, else the words of its id, the same in every language. */
    default Statement name() {
        String key = "measure." + id();
        return Language.english().has(key) ? Statement.of(key) : Statement.verbatim(id().replace('-', ' '));
    }

    /** {@link #name()} in English. */
    default String title() {
        return name().english();
    }

    /** Formula in one line, in the notation of docs/METHODS.md. */
    String formula();

    /** Unit: {@code 1} for shares, {@code USD}, {@code kg}, {@code USD/kg}. */
    String unit();

    /** Bases on which it is defined. */
    Set<Basis> bases();

    /** One reading, or one per supplier; empty where a figure of this measure does not belong to the profile. */
    List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context);

    /** What a figure without unit is, for those who print it. */
    default Form form() {
        return unit().equals("1") ? Form.SHARE : Form.AMOUNT;
    }

    /** Figures of a stage as a whole that no profile stands for. */
    default List<Indicator> beside(Economy buyer, String material, String stage, MeasureContext context) {
        return List.of();
    }

    /** Of {@link #beside} the figures of one key; a measure that tells many periods may say them one by one. */
    default List<Indicator> beside(ProfileKey about, MeasureContext context) {
        return beside(about.economy(), about.material(), about.stage(), context).stream().filter(i -> i.about().equals(about)).toList();
    }

    /** Whether it is defined for a buyer at all. */
    default boolean concerns(Economy buyer, MeasureContext context) {
        return true;
    }

    /** Whether its row of a stage is written even for a period in which nothing is on record. */
    default boolean isAlwaysTold() {
        return true;
    }

    /** Code of the supplier that it is about where no figure is at hand; empty when about all. */
    default String listedUnder(MeasureContext context) {
        return "";
    }

    /** The amounts in the formula, for {@code explain}; empty for the sums that every profile has. */
    default List<Input> inputs(SupplierProfile profile, String supplier, Basis basis, MeasureContext context) {
        return List.of();
    }

    /** As {@link #inputs(SupplierProfile, String, Basis, MeasureContext)}, of a figure beside profiles: what was read for it. */
    default List<Input> inputs(ProfileKey about, List<SupplierProfile> read, MeasureContext context) {
        return List.of();
    }

    /** The register's entries that a figure comes from, where it comes from a register. */
    default List<ProductionEntry> entries(ProfileKey about, MeasureContext context) {
        return List.of();
    }

    /** What a figure without unit is. */
    enum Form {
        /** A share 0..1, shown in per cent. */
        SHARE,
        /** A difference of shares, shown in percentage points. */
        DIFFERENCE,
        /** An index or a probability, shown with three decimals. */
        INDEX,
        /** A ratio or a small number of things. */
        NUMBER,
        /** An amount with a unit. */
        AMOUNT
    }

    /**
     * One figure.
     *
     * @param supplier supplier's code; empty when the figure is about all suppliers
     * @param outcome value, bounds or reason
     */
    record Reading(String supplier, Outcome outcome) {

        static List<Reading> ofAll(Outcome outcome) {
            return List.of(new Reading("", outcome));
        }
    }

    /**
     * An amount in a formula.
     *
     * @param name what it is
     * @param amount the amount
     * @param unit its unit: a currency, {@code kg}, or {@code 1}
     */
    record Input(Statement name, double amount, String unit) {}
}
