package dev.lodestone.model.measure;

import dev.lodestone.model.text.Statement;
import java.util.List;
import java.util.Set;

/** A measure of one supplier profile. Implementations are stateless; {@link Measures#standard()} lists those that ship. */
public interface Measure {

    /** Stable id, as in the column {@code measure} of indicators.csv. */
    String id();

    /** Name for readers: the sentence {@code measure.<id>}, or a text of one's own. */
    default Statement name() {
        return Statement.of("measure." + id());
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

    /** One reading, or one per supplier; never empty. */
    List<Reading> read(SupplierProfile profile, Basis basis, MeasureContext context);

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
}
