package dev.lodestone.model.register;

import dev.lodestone.model.trade.Economy;
import java.util.List;

/**
 * A material's registers: everything that the code does not know.
 *
 * @param id such as {@code rare-earths}
 * @param label such as {@code Rare earths}
 * @param noun inside a sentence, such as {@code rare earths}
 * @param watched the supplier watched by default
 * @param watchFrom US dollars a year from which purchases are worth a second look ({@link dev.lodestone.model.measure.Watch})
 * @param stages stages in chain order
 * @param commodities codes by stage
 * @param commitments commitments
 * @param events events by date
 * @param production production and other published yearly figures
 * @param projects projects and reserves
 */
public record Material(
        String id,
        String label,
        String noun,
        Economy watched,
        double watchFrom,
        List<StageEntry> stages,
        List<CommodityEntry> commodities,
        List<Commitment> commitments,
        List<Event> events,
        List<ProductionEntry> production,
        List<Project> projects) {

    /** {@link #watchFrom} where a register names none: what a small company buys, or a laboratory, is no dependence of a country. */
    public static final double WATCH_FROM = 100_000;

    public Material {
        stages = List.copyOf(stages);
        commodities = List.copyOf(commodities);
        commitments = List.copyOf(commitments);
        events = List.copyOf(events);
        production = List.copyOf(production);
        projects = List.copyOf(projects);
    }
}
