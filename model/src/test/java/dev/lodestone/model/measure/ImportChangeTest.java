package dev.lodestone.model.measure;

import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.explain.FigureExplanation;
import dev.lodestone.model.measure.Outcome.Status;
import dev.lodestone.model.testing.Assessments;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.trade.Coverage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** By how much all imports rose or fell, each case worked by hand. */
class ImportChangeTest {

    private static final Offset<Double> EXACT = within(1e-12);

    private static Outcome change(Rows rows, String year) {
        return Assessments.of(rows).figure("JPN", "magnet", year, "import-change", "");
    }

    private static Outcome byWeight(Rows rows, String year) {
        return Assessments.of(rows).all("JPN", "magnet", "", year, "import-change", Basis.WEIGHT).getFirst().outcome();
    }

    private static Rows japan(Coverage before, Coverage after) {
        return rows().reporter("JPN").coverage(before).period("2023").add("CHN", 60).add("VNM", 20).coverage(after).period("2024").add("CHN", 50).add("VNM", 10);
    }

    @Test
    void ofEightyThenSixtyAQuarterIsGone() {
        Outcome change = change(japan(Coverage.COMPLETE, Coverage.COMPLETE), "2024");
        assertThat(change.status()).isEqualTo(Status.OK);
        assertThat(change.value().orElseThrow()).isCloseTo(-0.25, EXACT);
        assertThat(change.reason()).isEqualTo("against 2023, in USD");
        assertThat(change(japan(Coverage.COMPLETE, Coverage.COMPLETE), "2023").reason())
                .isEqualTo("no earlier year with every partner reported may be compared with it");
    }

    @Test
    void whoIsNotNamedCountsAsBoughtAllTheSame() {
        Rows rows = rows().reporter("JPN").period("2023").add("CHN", 60).add("X99", 20).period("2024").add("CHN", 50).add("X99", 10);
        assertThat(change(rows, "2024").value().orElseThrow()).isCloseTo(-0.25, EXACT);
    }

    @Test
    void anEarlierYearInPartIsTheLeastThatWasBoughtThen() {
        Outcome change = change(japan(Coverage.MAIN_PARTNERS, Coverage.COMPLETE), "2024");
        assertThat(change.isUpperBound()).as("at least 80 then, 60 now").isTrue();
        assertThat(change.high().orElseThrow()).isCloseTo(-0.25, EXACT);
        assertThat(change.reason()).isEqualTo("against 2023, in USD; of the earlier year only part of the purchases is known");
    }

    @Test
    void aLaterYearInPartIsTheLeastThatIsBoughtNow() {
        Outcome change = change(japan(Coverage.COMPLETE, Coverage.SELECTED_PARTNERS), "2024");
        assertThat(change.hasValue()).isFalse();
        assertThat(change.low().orElseThrow()).isCloseTo(-0.25, EXACT);
        assertThat(change.high()).isEmpty();
    }

    @Test
    void twoYearsInPartTellNothing() {
        assertThat(change(japan(Coverage.MAIN_PARTNERS, Coverage.MAIN_PARTNERS), "2024").status()).isEqualTo(Status.NOT_COMPUTABLE);
    }

    @Test
    void aWholeYearFurtherBackIsTakenBeforeANearerOneInPart() {
        Rows rows = rows().reporter("JPN").period("2022").add("CHN", 40).coverage(Coverage.MAIN_PARTNERS).period("2023").add("CHN", 60)
                .coverage(Coverage.COMPLETE).period("2024").add("CHN", 50);
        assertThat(change(rows, "2024").value().orElseThrow()).isCloseTo(0.25, EXACT);
        assertThat(change(rows, "2024").reason()).startsWith("against 2022");
    }

    @Test
    void nothingBoughtIsNothingToHoldAYearAgainst() {
        Rows rows = rows().reporter("JPN").period("2023").add("CHN", 0).period("2024").add("CHN", 50);
        assertThat(change(rows, "2024").status()).isEqualTo(Status.NOT_COMPUTABLE);
        assertThat(change(rows, "2023").reason()).isEqualTo("no imports recorded");
    }

    @Test
    void monthsAreNoYear() {
        Rows rows = rows().reporter("JPN").period("2023").add("CHN", 60).period("2024-01").add("CHN", 5);
        assertThat(Assessments.of(rows).all("JPN", "magnet", "", "2024-01", "import-change", Basis.VALUE)).isEmpty();
    }

    @Test
    void anExchangeRateIsNoTrade() {
        // 100 euros each year, at 1.10 and at 1.25 dollars.
        Rows rows = rows().reporter("JPN").currency("EUR").period("2023").add("CHN", 100).period("2024").add("CHN", 100);
        assertThat(change(rows, "2024").value().orElseThrow()).isCloseTo(0, EXACT);
        assertThat(change(rows, "2024").reason()).isEqualTo("against 2023, in EUR");
    }

    @Test
    void aYearThatBeganAnotherCurrencyIsHeldAgainstTheOtherInDollars() {
        // 100 euros at 1.10 are 110 dollars.
        Rows rows = rows().reporter("JPN").currency("EUR").period("2023").add("CHN", 100).currency("USD").period("2024").add("CHN", 121);
        assertThat(change(rows, "2024").value().orElseThrow()).isCloseTo(0.1, EXACT);
        assertThat(change(rows, "2024").reason()).isEqualTo("against 2023, in USD");
    }

    @Test
    void missingWeightsLeaveTheLaterYearALeast() {
        // 100 kg, then 80 kg and a tenth of the value without a weight.
        Rows rows = rows().reporter("JPN").period("2023").add("CHN", 100, 100).period("2024").add("CHN", 90, 80).add("VNM", 10);
        Outcome change = byWeight(rows, "2024");
        assertThat(change.hasValue()).isFalse();
        assertThat(change.low().orElseThrow()).isCloseTo(-0.2, EXACT);
    }

    @Test
    void eurostatsTonnesGiveItsFall() {
        // Eurostat, news of 2024 and 2025, tonnes of rare earths rounded to hundreds: 18,300 in 2023, 12,900 in 2024, a fall of 29.3 %.
        Rows rows = rows().reporter("JPN").roundedTo(0, 100_000)
                .period("2023").add("CHN", 1, 7_100_000).add("MYS", 1, 6_100_000).add("RUS", 1, 4_000_000).add("NOR", 1, 1_100_000)
                .period("2024").add("CHN", 1, 6_000_000).add("RUS", 1, 3_700_000).add("MYS", 1, 2_600_000).add("NOR", 1, 600_000);
        Outcome change = byWeight(rows, "2024");
        assertThat(change.value().orElseThrow()).isCloseTo(12.9 / 18.3 - 1, EXACT).isCloseTo(-0.293, within(0.003));
        assertThat(change.low().orElseThrow()).isCloseTo(12.7 / 18.5 - 1, EXACT);
        assertThat(change.high().orElseThrow()).isCloseTo(13.1 / 18.1 - 1, EXACT);
        assertThat(change.reason()).isEqualTo("against 2023; the publisher rounds its figures");
    }

    @Test
    void itsExplanationHasBothYearsAndTheirRows() {
        FigureExplanation e = Assessments.of(japan(Coverage.COMPLETE, Coverage.COMPLETE)).explain("JPN", "magnet", "2024", "import-change", "");
        assertThat(e.inputs()).extracting(i -> i.name() + " " + Math.round(i.amount()) + " " + i.unit()).containsExactly("imports in 2023 80 USD", "imports in 2024 60 USD");
        assertThat(e.movers()).hasSize(4);
    }
}
