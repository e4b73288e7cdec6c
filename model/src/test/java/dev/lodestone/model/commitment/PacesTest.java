package dev.lodestone.model.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.progress.YearlyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a pace needs, when it arrives and how far it lies from its path, each worked by hand. */
class PacesTest {

    private static List<YearlyValue> to2024(double... shares) {
        List<YearlyValue> points = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            points.add(new YearlyValue(2025 - shares.length + i, shares[i]));
        }
        return points;
    }

    @Test
    void whatIsNeededIsSpreadOverTheYearsLeftAndIsAllOfItInTheYearItself() {
        // From 0.70 to 0.50 in five years, in one, in none.
        assertThat(Paces.needed(0.7, 2024, 0.5, 2029)).isCloseTo(-0.04, within(1e-12));
        assertThat(Paces.needed(0.7, 2024, 0.5, 2025)).isCloseTo(-0.2, within(1e-12));
        assertThat(Paces.needed(0.7, 2024, 0.5, 2024)).isCloseTo(-0.2, within(1e-12));
    }

    @Test
    void aPaceArrivesWhereItLeadsAndOneThatLeadsAwayNever() {
        // 0.20 are left at 0.05 a year: four years after 2024.
        assertThat(Paces.of(to2024(0.90, 0.85, 0.80, 0.75, 0.70), Optional.empty(), 0.5, 2030).projectedYear().orElseThrow()).isCloseTo(2028, within(1e-9));
        assertThat(Paces.of(to2024(0.60, 0.62, 0.64, 0.66), Optional.empty(), 0.5, 2030).projectedYear()).isEmpty();
        assertThat(Paces.of(to2024(0.66, 0.66, 0.66, 0.66), Optional.empty(), 0.5, 2030).projectedYear()).isEmpty();
    }

    @Test
    void aPledgeOfTheLastYearBeginsNoPath() {
        // From 0.90 in 2020 to 0.50 in 2030 by 0.04 a year: 0.70 lies five years down it, four have gone by.
        List<YearlyValue> points = to2024(0.90, 0.85, 0.80, 0.75, 0.70);
        assertThat(Paces.of(points, Optional.of(new YearlyValue(2024, 0.95)), 0.5, 2030).distanceYears().orElseThrow()).isCloseTo(-1, within(1e-9));
        // From 0.95 in 2023 by 0.45/7 a year: 0.70 lies 0.25 · 7/0.45 years down it, one has gone by.
        assertThat(Paces.of(points, Optional.of(new YearlyValue(2023, 0.95)), 0.5, 2030).distanceYears().orElseThrow())
                .isCloseTo(1 - 0.25 * 7 / 0.45, within(1e-9));
    }
}
