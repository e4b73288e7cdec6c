package dev.lodestone.model.assess;

import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.explain.Explainer;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.testing.Assessments;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.trade.CommodityCode;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.ReferencePeriod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SumsTest {

    private static Assessment sums(Rows rows, String codes, int first, int last) {
        return Sums.of(Assessments.of(rows).assessment(), codes(codes), Optional.of(ReferencePeriod.ofYears(first, last)));
    }

    private static List<CommodityCode> codes(String codes) {
        return codes.isEmpty() ? List.of() : Stream.of(codes.split(",")).map(CommodityCode::of).toList();
    }

    private static Indicator of(Assessment sums, String commodity, String measure, String supplier, Basis basis) {
        return sums.indicators().stream()
                .filter(i -> i.about().economy().code().equals("JPN") && i.about().commodity().equals(commodity)
                        && i.measure().equals(measure) && i.supplier().equals(supplier) && i.basis() == basis
                        && (!commodity.isEmpty() || i.about().stage().equals("magnet")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + measure + " of " + commodity));
    }

    private static Outcome byValue(Assessment sums, String commodity, String measure, String supplier) {
        return of(sums, commodity, measure, supplier, Basis.VALUE).outcome();
    }

    private static Rows twoYears() {
        return rows().reporter("JPN").period("2023").add("CHN", 90, 9).add("VNM", 10, 1).period("2024").add("CHN", 100, 10).add("VNM", 300, 80);
    }

    /** 190 of 500 by value, 19 of 100 kg by weight; the mean of the two years' shares would be 0.575. */
    @Test
    void aShareOfSeveralYearsIsOfTheSumsAndNoMeanOfShares() {
        Assessment sums = sums(twoYears(), "", 2023, 2024);

        assertThat(byValue(sums, "", "supplier-share", "CHN").value()).hasValue(0.38);
        assertThat(of(sums, "", "supplier-share", "CHN", Basis.WEIGHT).outcome().value()).hasValue(0.19);
        assertThat(byValue(sums, "", "hhi", "").value().orElseThrow()).isCloseTo(0.38 * 0.38 + 0.62 * 0.62, within(1e-12));
        assertThat(of(sums, "", "import-weight", "", Basis.WEIGHT).outcome().value()).hasValue(100);
        assertThat(of(sums, "", "hhi", "", Basis.VALUE).about().period()).hasToString("2023-01/2024-12");
    }

    /** 100 and 60 euros at 1.10 dollars, 100 and 40 at 1.25: 176 and 175 dollars; the second year leaves Viet Nam out, 175 of 351. */
    @Test
    void eachYearOfASumCountsAtItsOwnRateAlsoInWhatItLeavesOut() {
        Rows rows = rows().reporter("JPN").currency("EUR").coverage(Coverage.MAIN_PARTNERS)
                .period("2023").add("CHN", 100).add("VNM", 60).period("2024").add("CHN", 100).add("THA", 40);
        Assessment sums = sums(rows, "", 2023, 2024);

        assertThat(byValue(sums, "", "supplier-share", "CHN").high().orElseThrow()).isCloseTo(235 / 351.0, within(1e-12));
        assertThat(byValue(sums, "", "supplier-share", "VNM").reason()).contains("49.9%");
        assertThat(byValue(sums, "", "supplier-share", "THA").reason()).contains("50.1%");
    }

    @Test
    void withoutYearsEachCalendarYearOnRecordOfTheGoodsIsToldAloneAndNoOther() {
        Rows rows = rows().reporter("JPN").commodity("280530").period("2022").add("CHN", 20).add("VNM", 20).period("2024").add("CHN", 30).add("VNM", 10)
                .period("2024-03").add("CHN", 1).commodity("850511").period("2023").add("CHN", 70);
        Assessment whole = Assessments.of(rows).assessment();
        Assessment byCode = Sums.of(whole, codes("280530"), Optional.empty());

        assertThat(byCode.profiles().keySet()).filteredOn(key -> key.economy().code().equals("JPN")).extracting(key -> key.period().toString()).containsExactly("2022", "2024");
        assertThat(byCode.indicators()).filteredOn(i -> i.about().economy().code().equals("JPN") && i.basis() == Basis.VALUE && i.measure().equals("supplier-share") && i.supplier().equals("CHN"))
                .extracting(i -> i.outcome().value().orElseThrow()).containsExactly(0.5, 0.75);
        assertThat(Sums.first(byCode).orElseThrow().commodity()).isEqualTo("280530");
        Assessment byStage = Sums.of(whole, List.of(), Optional.empty());
        assertThat(byStage.profiles().keySet()).filteredOn(key -> key.economy().code().equals("JPN") && key.stage().equals("magnet"))
                .extracting(key -> key.period().toString()).containsExactly("2023");
        assertThat(Sums.first(byStage)).isEmpty();
    }

    @Test
    void codesOfSeveralStagesAreAddedUpAndEachIsToldAlone() {
        Rows rows = rows().reporter("JPN").commodity("280530").add("CHN", 20).commodity("2846").add("CHN", 30).add("VNM", 50);
        Assessment sums = sums(rows, "280530,2846", 2024, 2024);

        assertThat(of(sums, "280530+2846", "hhi", "", Basis.VALUE).about().stage()).isEqualTo("any");
        assertThat(byValue(sums, "280530+2846", "supplier-share", "CHN").value()).hasValue(0.5);
        assertThat(byValue(sums, "280530", "supplier-share", "CHN").value()).hasValue(1);
        assertThat(byValue(sums, "2846", "supplier-share", "CHN").value()).hasValue(0.375);
        assertThat(sums.profiles().get(of(sums, "280530+2846", "hhi", "", Basis.VALUE).about()).caveats())
                .anyMatch(caveat -> caveat.contains("several stages (metal, compound)"));
        assertThat(sums.commitments()).isEmpty();
    }

    @Test
    void aSumIsAsCompleteAsItsWorstYear() {
        Rows rows = rows().reporter("JPN").period("2023").add("CHN", 90).add("VNM", 10)
                .coverage(Coverage.SELECTED_PARTNERS).period("2024").add("CHN", 100).add("VNM", 300);
        Outcome share = byValue(sums(rows, "", 2023, 2024), "", "supplier-share", "CHN");

        assertThat(share.high()).hasValue(0.38);
        assertThat(share.value()).isEmpty();
        assertThat(share.low()).isEmpty();
    }

    @Test
    void whatOneYearLeavesOpenTheSumDoes() {
        Rows rows = rows().reporter("JPN").period("2023").add("CHN", 60).add("VNM", 20).add("X99", 20).period("2024").add("CHN", 40).add("VNM", 60);
        Outcome share = byValue(sums(rows, "", 2023, 2024), "", "supplier-share", "CHN");

        assertThat(share.low()).hasValue(0.5);
        assertThat(share.high()).hasValue(0.6);
    }

    /** Half a step of 10 on each of four rows: China 190 ± 10 and Viet Nam 310 ± 10. */
    @Test
    void roundingOfEachYearAddsUp() {
        Rows rows = rows().roundedTo(10, 0).reporter("JPN").period("2023").add("CHN", 90).add("VNM", 10).period("2024").add("CHN", 100).add("VNM", 300);
        Outcome share = byValue(sums(rows, "", 2023, 2024), "", "supplier-share", "CHN");

        assertThat(share.low().orElseThrow()).isCloseTo(180.0 / 500, within(1e-12));
        assertThat(share.high().orElseThrow()).isCloseTo(200.0 / 500, within(1e-12));
    }

    @Test
    void aYearOrACodeThatIsNotOnRecordIsNoZero() {
        Outcome year = byValue(sums(twoYears(), "", 2022, 2024), "", "supplier-share", "CHN");
        Outcome code = byValue(sums(rows().reporter("JPN").commodity("2846").add("CHN", 30), "280530,2846", 2024, 2024), "280530+2846", "import-value", "");

        assertThat(year.status()).isEqualTo(Outcome.Status.NOT_COMPUTABLE);
        assertThat(year.reason()).isEqualTo("incomplete: nothing is on record of 2022");
        assertThat(code.reason()).isEqualTo("incomplete: nothing is on record of 280530 in 2024");
    }

    /** 100 EUR of 2023 are 110 USD, 100 EUR of 2024 are 125. */
    @Test
    void amountsOfSeveralYearsAreAddedInDollarsOfTheirYears() {
        Assessment sums = sums(
                rows().currency("EUR").reporter("JPN").period("2023").add("CHN", 100).period("2024").add("VNM", 100), "", 2023, 2024);

        assertThat(byValue(sums, "", "import-value", "").value().orElseThrow()).isCloseTo(235, within(1e-9));
        assertThat(byValue(sums, "", "supplier-value", "CHN").value().orElseThrow()).isCloseTo(110, within(1e-9));
        assertThat(byValue(sums, "", "supplier-share", "CHN").value().orElseThrow()).isCloseTo(110.0 / 235, within(1e-12));
    }

    @Test
    void withoutARateOfEachYearSharesAreOfTheirOwnCurrency() {
        Assessment sums = sums(
                rows().currency("EUR").reporter("JPN").period("2022").add("CHN", 100).period("2023").add("VNM", 100), "", 2022, 2023);

        assertThat(byValue(sums, "", "supplier-share", "CHN").value()).hasValue(0.5);
        assertThat(byValue(sums, "", "import-value", "").reason()).contains("no exchange rate");
    }

    /** Of 2846 the lines are the whole; of 284690 two lines of three are, and nothing says that no other line belongs to it. */
    @Test
    void aHeadingIsMadeOfItsLinesWhereTheyAreTheWholeStage() {
        Rows rows = rows().classification("CN2023").reporter("JPN").period("2023");
        for (String line : List.of("28461000", "28469040", "28469090")) {
            rows.commodity(line).add("CHN", 10).add("VNM", 10);
        }
        assertThat(byValue(sums(rows, "2846", 2023, 2023), "2846", "import-value", "").value()).hasValue(60);
        assertThat(byValue(sums(rows, "284690", 2023, 2023), "284690", "import-value", "").reason())
                .isEqualTo("incomplete: nothing is on record of 284690 in 2023");
    }

    /** Either year leaves out at most 10 EUR of the other's supplier, that is 11 and 12.5 dollars: under 1 %, and China stays the largest. */
    @Test
    void whatSeriesLeaveOutIsMeasuredInTheCurrencyOfTheSum() {
        Rows rows = rows().coverage(Coverage.MAIN_PARTNERS).reporter("JPN").currency("EUR").period("2023").add("CHN", 1000).add("VNM", 10)
                .period("2024").add("CHN", 1000).add("THA", 10);
        Outcome top = byValue(sums(rows, "", 2023, 2024), "", "top-supplier-share", "CHN");

        assertThat(top.high().orElseThrow()).isCloseTo(2350 / (2350 + 11 + 12.5), within(1e-9));
    }

    @Test
    void aSumDependsOnRowsOfEachYear() {
        Assessment sums = sums(twoYears(), "", 2023, 2024);

        assertThat(new Explainer(sums).explain(of(sums, "", "supplier-share", "CHN", Basis.VALUE)).movers())
                .extracting(row -> row.observation().period().toString())
                .containsExactlyInAnyOrder("2023", "2023", "2024", "2024");
    }

    @Test
    void goodsThatWouldCountTwiceAndCodesThatNobodyKnowsAreRefused() {
        Assessment assessment = Assessments.of(twoYears()).assessment();

        assertThatThrownBy(() -> Sums.of(assessment, codes("2846,284690"), Optional.empty())).hasMessage("code 284690 is within 2846: its goods would count twice");
        assertThatThrownBy(() -> Sums.of(assessment, codes("2846,2846"), Optional.empty())).hasMessage("code 2846 is named twice");
        assertThatThrownBy(() -> Sums.of(assessment, codes("8112"), Optional.empty())).hasMessageStartingWith("'8112' is no code of stuff in the registers; its codes: 2805, 280530,");
    }
}
