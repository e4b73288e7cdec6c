package dev.lodestone.model.measure;

import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.explain.FigureInput;
import dev.lodestone.model.explain.FigureRow;
import dev.lodestone.model.testing.Assessments;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.testing.TestRegisters;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeFlow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the watched supplier says it sold, worked by hand. */
class SupplierSalesTest {

    private static final String VALUE = "supplier-sales-value";
    private static final String WEIGHT = "supplier-sales-weight";

    private static Rows sold(Rows rows, String buyer, double value, double weightKg) {
        return rows.reporter("CHN").add(buyer, TradeFlow.EXPORT, Quantity.reported(value), Quantity.reported(weightKg));
    }

    private static Outcome value(Rows rows, String buyer, String period) {
        return Assessments.of(rows).figure(buyer, "magnet", period, VALUE, "CHN");
    }

    private static Outcome weight(Rows rows, String buyer, String period) {
        return Assessments.of(rows).all(buyer, "magnet", "", period, WEIGHT, Basis.WEIGHT).getFirst().outcome();
    }

    @Test
    void isToldWithoutAnyImportsOnRecord() {
        Rows rows = sold(sold(rows(), "JPN", 70, 7), "DEU", 30, 2);

        assertThat(value(rows, "JPN", "2024")).isEqualTo(Outcome.of(70));
        assertThat(weight(rows, "JPN", "2024")).isEqualTo(Outcome.of(7));
        assertThat(value(rows, "USA", "2024")).as("not listed in complete exports").isEqualTo(Outcome.of(0));
    }

    @Test
    void whatWentToUnnamedPartnersMayHaveGoneToTheBuyer() {
        Rows rows = sold(sold(sold(rows(), "JPN", 70, 7), "DEU", 30, 2), "X99", 5, 1);

        Outcome told = value(rows, "JPN", "2024");

        assertThat(tuple(told.value(), told.low(), told.high())).isEqualTo(tuple(told.value(), Outcome.of(70).low(), Outcome.of(75).high()));
        assertThat(told.value()).hasValue(70);
    }

    @Test
    void ofABlocIsTheSumOverItsMembersOrTheLeastOfThoseListed() {
        Rows all = sold(sold(sold(rows(), "DEU", 30, 3), "FRA", 12, 2), "JPN", 70, 7);
        assertThat(value(all, "EUU", "2024")).isEqualTo(Outcome.of(42));

        Rows some = sold(sold(rows().coverage(Coverage.SELECTED_PARTNERS), "DEU", 30, 3), "JPN", 70, 7);
        Outcome least = value(some, "EUU", "2024");
        assertThat(least.low()).hasValue(30);
        assertThat(least.high()).isEmpty();
        assertThat(least.reason()).isEqualTo("the supplier's exports are told to some of the bloc's members only");
    }

    @Test
    void aBuyerThatSelectedPartnersLeaveOutHasNone() {
        Rows rows = sold(rows().coverage(Coverage.SELECTED_PARTNERS), "JPN", 70, 7);

        Outcome none = value(rows, "USA", "2024");

        assertThat(none.status()).isEqualTo(Outcome.Status.NOT_COMPUTABLE);
        assertThat(none.reason()).isEqualTo("the supplier's exports are told to some buyers only, and not to this one");
    }

    @Test
    void aPartOfAYearStandsBesideTheSameMonthsOfTheYearBefore() {
        Rows rows = rows();
        for (int month = 1; month <= 12; month++) {
            sold(rows.period("2024-%02d".formatted(month)), "JPN", 10 * month, month);
        }
        sold(sold(rows.period("2025-01"), "JPN", 4, 2).period("2025-02"), "JPN", 5, 2);

        assertThat(value(rows, "JPN", "2024")).isEqualTo(Outcome.of(780));
        assertThat(value(rows, "JPN", "2025-01/2025-02")).isEqualTo(Outcome.of(9));
        assertThat(value(rows, "JPN", "2024-01/2024-02")).as("10 in January, 20 in February").isEqualTo(Outcome.of(30));
        assertThat(weight(rows, "JPN", "2024-01/2024-02")).isEqualTo(Outcome.of(3));
    }

    @Test
    void takenApartIntoMonthsEachHasItsFigureAndNoneIsFilled() {
        Rows rows = rows();
        sold(sold(sold(rows.period("2025-01"), "JPN", 4, 2).period("2025-02"), "JPN", 5, 3).period("2025-04"), "JPN", 6, 4);
        sold(rows, "X99", 1, 1);
        Assessment assessment = Assessments.of(rows).assessment();

        List<Indicator> months = SalesByMonth.of(
                new ProfileKey(Economy.of("JPN"), TestRegisters.MATERIAL, "magnet", "", ReferencePeriod.parse("2025-01/2025-05").orElseThrow()),
                Basis.WEIGHT, assessment.context());

        assertThat(months).extracting(i -> i.about().period().toString(), i -> i.outcome().low().orElse(-1), i -> i.outcome().high().orElse(-1))
                .containsExactly(tuple("2025-01", 2.0, 2.0), tuple("2025-02", 3.0, 3.0), tuple("2025-04", 4.0, 5.0));
    }

    @Test
    void aMonthThatIsNotOnRecordLeavesNoSameMonths() {
        Rows rows = sold(sold(rows().period("2024-02"), "JPN", 20, 2).period("2025-01"), "JPN", 4, 1);
        sold(rows.period("2025-02"), "JPN", 5, 1);

        assertThat(Assessments.of(rows).all("JPN", "magnet", "", "2024-01/2024-02", VALUE, Basis.VALUE)).isEmpty();
    }

    @Test
    void goodsThatWereNotWeighedMakeTheWeightALeast() {
        Rows rows = sold(rows(), "JPN", 60, 7).add("JPN", TradeFlow.EXPORT, Quantity.reported(40), Quantity.MISSING);

        Outcome told = weight(rows, "JPN", "2024");

        assertThat(told.low()).hasValue(7);
        assertThat(told.high()).isEmpty();
        assertThat(told.reason()).isEqualTo("net weight missing for 40.0% of the value");
    }

    @Test
    void anAmountThatIsWithheldIsNone() {
        Rows rows = sold(rows(), "DEU", 60, 7).add("JPN", TradeFlow.EXPORT, Quantity.SUPPRESSED, Quantity.SUPPRESSED);

        assertThat(value(rows, "JPN", "2024").reason()).isEqualTo("the supplier's exports list the buyer without an amount");
    }

    @Test
    void explanationNamesTheRowsOfTheBuyerAmongAllThatWasSold() {
        Assessments told = Assessments.of(sold(sold(rows(), "JPN", 70, 7), "DEU", 30, 2));

        var explanation = told.explain("JPN", "magnet", "2024", VALUE, "CHN");

        assertThat(explanation.inputs()).extracting(i -> i.what().english(), FigureInput::amount, FigureInput::unit)
                .containsExactly(tuple("sold, as reported by the supplier", 70.0, "USD"), tuple("all that the supplier reports to have sold", 100.0, "USD"));
        assertThat(explanation.rows()).extracting(r -> r.observation().partner().code(), FigureRow::moves)
                .containsExactly(tuple("JPN", true), tuple("DEU", false));
    }
}
