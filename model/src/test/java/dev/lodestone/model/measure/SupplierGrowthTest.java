package dev.lodestone.model.measure;

import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.explain.FigureExplanation;
import dev.lodestone.model.testing.Assessments;
import dev.lodestone.model.testing.Profiles;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SupplierGrowthTest {

    /** From 2015 on, ten per cent more from China each year, from main partners alone except in the year named. */
    private static Rows growing(int from, int to, int complete) {
        Rows rows = rows().reporter("JPN");
        for (int year = from; year <= to; year++) {
            rows.coverage(year == complete ? Coverage.COMPLETE : Coverage.MAIN_PARTNERS)
                    .period(Integer.toString(year))
                    .add("CHN", 100 * Math.pow(1.1, year - 2015), 10)
                    .add("VNM", 50, 5);
        }
        return rows;
    }

    @Test
    void whatWasBoughtFromTheSupplierIsKnownWhereItsShareIsNot() {
        Assessments a = Assessments.of(growing(2015, 2022, 2020));
        assertThat(a.figure("JPN", "magnet", "2016", "supplier-share", "CHN").value()).isEmpty();
        assertThat(a.figure("JPN", "magnet", "2016", "supplier-value", "CHN").value().orElseThrow()).isCloseTo(110, within(1e-9));
        assertThat(a.figure("JPN", "magnet", "2016", "supplier-value", "CHN").isOk()).isTrue();
        assertThat(a.all("JPN", "magnet", "", "2016", "supplier-weight", Basis.WEIGHT).getFirst().outcome().value()).hasValue(10);
    }

    @Test
    void growthIsToldAtTheLastYearOverEveryYearWithAnAmount() {
        Assessments a = Assessments.of(growing(2015, 2022, 2020));
        Outcome growth = a.figure("JPN", "magnet", "2022", "supplier-growth", "CHN");
        assertThat(growth.value().orElseThrow()).isCloseTo(0.1, within(1e-9));
        assertThat(growth.reason()).isEqualTo("over 8 years of which the amount is known, 2015 to 2022");
        // Eight rising values: S 28, Z 27/sqrt(65.33) = 3.340
        assertThat(a.figure("JPN", "magnet", "2022", "supplier-growth-p", "CHN").value().orElseThrow()).isCloseTo(0.000836, within(1e-5));
        assertThat(a.all("JPN", "magnet", "", "2020", "supplier-growth", Basis.VALUE)).isEmpty();
        assertThat(a.figure("JPN", "magnet", "2020", "trend", "CHN").reason()).contains("comparable year");
    }

    @Test
    void theMedianOfTheLogarithmsIsTakenWithSensInterval() {
        // ln of 1, e^0, e^1, e^3, e^9 is 0, 1, 3, 9: Sen's slope 2.5 within 1 to 6
        Rows rows = rows().reporter("JPN");
        double[] logs = {0, 1, 3, 9};
        for (int i = 0; i < logs.length; i++) {
            rows.period(Integer.toString(2020 + i)).add("CHN", Math.exp(logs[i]));
        }
        Outcome growth = Assessments.of(rows).figure("JPN", "magnet", "2023", "supplier-growth", "CHN");
        assertThat(growth.value().orElseThrow()).isCloseTo(Math.exp(2.5) - 1, within(1e-9));
        assertThat(growth.low().orElseThrow()).isCloseTo(Math.E - 1, within(1e-9));
        assertThat(growth.high().orElseThrow()).isCloseTo(Math.exp(6) - 1, within(1e-6));
        assertThat(Assessments.of(rows).figure("JPN", "magnet", "2023", "supplier-growth-p", "CHN").reason())
                .isEqualTo("of 4 comparable years the amount is known; 8 are needed");
    }

    @Test
    void unnamedPartnersLeaveTheAmountAndTheGrowthOpen() {
        Rows rows = rows().reporter("JPN");
        for (int year = 2020; year <= 2023; year++) {
            rows.period(Integer.toString(year)).add("CHN", 100).add("VNM", 60).add("X99", 20);
        }
        Assessments a = Assessments.of(rows);
        Outcome amount = a.figure("JPN", "magnet", "2023", "supplier-value", "CHN");
        assertThat(amount.low()).hasValue(100);
        assertThat(amount.high()).hasValue(120);
        Outcome growth = a.figure("JPN", "magnet", "2023", "supplier-growth", "CHN");
        assertThat(growth.value()).hasValue(0);
        // Neighbouring years: from 120 to 100 at the least, from 100 to 120 at the most
        assertThat(growth.low().orElseThrow()).isCloseTo(-1 / 6.0, within(1e-9));
        assertThat(growth.high().orElseThrow()).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void aYearWithoutPurchasesHasNoLogarithm() {
        Rows rows = growing(2015, 2021, 2015).coverage(Coverage.COMPLETE).period("2022").add("VNM", 50);
        Assessments a = Assessments.of(rows);
        assertThat(a.figure("JPN", "magnet", "2022", "supplier-value", "CHN").value()).hasValue(0);
        assertThat(a.figure("JPN", "magnet", "2022", "supplier-growth", "CHN").reason())
                .isEqualTo("a year has no purchase, or bounds that reach down to none");
    }

    @Test
    void aSupplierThatTheSourceLeavesOutHasNoAmount() {
        Rows rows = rows().reporter("JPN").coverage(Coverage.SELECTED_PARTNERS).add("VNM", 50);
        assertThat(Assessments.of(rows).figure("JPN", "magnet", "2024", "supplier-value", "CHN").reason())
                .isEqualTo("the source holds only selected partners, and this supplier is not among them");
    }

    @Test
    void weightsThatAreMissingLeaveALowerBound() {
        Rows rows = rows().reporter("JPN").add("CHN", 60, 6).commodity("85051100").add("CHN", Quantity.reported(1), Quantity.MISSING).add("VNM", 39, 5);
        Outcome weight = SupplierAmount.of(Profiles.profile(rows), Basis.WEIGHT, Set.of(Economy.of("CHN")));
        assertThat(weight.low()).hasValue(6);
        assertThat(weight.value()).isEmpty();
    }

    @Test
    void theRowsOfEveryYearStandBehindTheGrowth() {
        FigureExplanation e = Assessments.of(growing(2015, 2022, 2020)).explain("JPN", "magnet", "2022", "supplier-growth", "CHN");
        assertThat(e.inputs()).hasSize(8);
        assertThat(e.inputs().getFirst().name()).hasToString("bought from China in 2015");
        assertThat(e.movers()).extracting(r -> r.observation().partner().code()).containsOnly("CHN");
    }
}
