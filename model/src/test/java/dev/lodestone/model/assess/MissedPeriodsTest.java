package dev.lodestone.model.assess;

import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.testing.Assessments;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MissedPeriodsTest {

    private static final Assessment ASSESSMENT = Assessments.of(rows().commodity("2846")
                    .reporter("USA").period("2019").add("CHN", 10).period("2020").add("CHN", 10).period("2021").add("CHN", 10)
                    .period("2022").add("CHN", 10).period("2023-05").add("CHN", 10)
                    .reporter("JPN").period("2020").add("CHN", 10).period("2022").add("CHN", 10))
            .assessment();

    @Test
    void aPeriodWithoutFiguresIsToldSinceTheFirstOneThatHasThem() {
        assertThat(periods("JPN", "compound")).containsExactly("2020", "2021", "2022");
        assertThat(ASSESSMENT.indicators())
                .filteredOn(i -> i.about().economy().code().equals("JPN") && i.about().period().toString().equals("2021"))
                .isNotEmpty()
                .allMatch(i -> i.outcome().status() == Outcome.Status.NOT_COMPUTABLE);
    }

    @Test
    void monthsAreNotMissedWhereOnlyYearsAreAtHand() {
        assertThat(periods("USA", "compound")).containsExactly("2019", "2020", "2021", "2022", "2023-05");
        assertThat(periods("JPN", "compound")).doesNotContain("2023-05");
    }

    @Test
    void aStageWithoutAnyFigureIsToldOnceForItsNewestPeriod() {
        assertThat(periods("DEU", "compound")).hasSize(1);
        assertThat(periods("JPN", "magnet")).hasSize(1);
    }

    private static SortedSet<String> periods(String economy, String stage) {
        SortedSet<String> found = new TreeSet<>();
        for (Indicator i : ASSESSMENT.indicators()) {
            if (i.about().economy().code().equals(economy) && i.about().stage().equals(stage)) {
                found.add(i.about().period().toString());
            }
        }
        return found;
    }
}
