package dev.lodestone.model.explain;

import dev.lodestone.model.assess.SeriesDifference;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.ProductionEntry;
import dev.lodestone.model.text.Statement;
import java.util.List;
import java.util.Optional;

/**
 * One figure, taken apart.
 *
 * @param indicator the figure
 * @param title name of its measure
 * @param formula the measure's formula in one line
 * @param profile what it was measured on; empty where no public figure is at hand
 * @param inputs the amounts in the formula
 * @param rows every row behind it, those of its own supplier first, then the largest
 * @param differences other sources that tell the same flows and were left aside
 * @param entries the register's rows that it comes from, where it comes from a register
 * @param caveats what a reader must know of every profile that was read
 */
public record FigureExplanation(
        Indicator indicator,
        String title,
        String formula,
        Optional<SupplierProfile> profile,
        List<FigureInput> inputs,
        List<FigureRow> rows,
        List<SeriesDifference> differences,
        List<ProductionEntry> entries,
        List<Statement> caveats) {

    public FigureExplanation {
        inputs = List.copyOf(inputs);
        rows = List.copyOf(rows);
        differences = List.copyOf(differences);
        entries = List.copyOf(entries);
        caveats = List.copyOf(caveats);
    }

    /** The rows that the figure depends on. */
    public List<FigureRow> movers() {
        return rows.stream().filter(FigureRow::moves).toList();
    }
}
