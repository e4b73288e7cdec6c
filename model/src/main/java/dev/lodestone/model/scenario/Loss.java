package dev.lodestone.model.scenario;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Economy;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one economy would lose at one stage.
 *
 * @param economy the buyer
 * @param stage stage id
 * @param period year whose imports stand for those of the scenario; empty without one
 * @param basis value or weight
 * @param unit {@code USD} or {@code kg}
 * @param imports imports of that year from everyone; absent when unknown or not known in full
 * @param importsMargin what rounding leaves open about the imports, either way
 * @param restricted imports of that year from the restricted suppliers; absent when unknown
 * @param gross what stays away
 * @param reserveDays days of imports in reserves that the register counts; 0 without
 * @param loss what stays away less what reserves replace
 * @param notes reserves, aims and projects that the register knows and that nothing was deducted for, and caveats of the figures
 */
public record Loss(
        Economy economy,
        String stage,
        String period,
        Basis basis,
        String unit,
        OptionalDouble imports,
        double importsMargin,
        OptionalDouble restricted,
        Outcome gross,
        double reserveDays,
        Outcome loss,
        List<Statement> notes) {

    public Loss {
        notes = List.copyOf(notes);
    }
}
