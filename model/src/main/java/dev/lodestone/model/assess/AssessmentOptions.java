package dev.lodestone.model.assess;

import dev.lodestone.model.trade.Economy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What bears on an assessment's results.
 *
 * @param asOf day of the briefing: the day on which deadlines are judged and a bloc's composition is taken
 * @param material material id
 * @param economies whom to assess, in order; empty for the members of the group {@code ALLIES}
 * @param watched supplier to watch; absent for the material's default
 * @param withSpecialRegions whether China's special administrative regions, Hong Kong and Macao, count with China
 */
public record AssessmentOptions(
        LocalDate asOf, String material, List<Economy> economies, Optional<Economy> watched, boolean withSpecialRegions) {

    public AssessmentOptions {
        economies = List.copyOf(economies);
    }

    /** Every ally of the registers, watching the supplier that the material's register names. */
    public static AssessmentOptions of(LocalDate asOf, String material) {
        return new AssessmentOptions(asOf, material, List.of(), Optional.empty(), false);
    }

    public AssessmentOptions withEconomies(List<Economy> list) {
        return new AssessmentOptions(asOf, material, list, watched, withSpecialRegions);
    }

    public AssessmentOptions withWatched(Economy supplier) {
        return new AssessmentOptions(asOf, material, economies, Optional.of(supplier), withSpecialRegions);
    }
}
