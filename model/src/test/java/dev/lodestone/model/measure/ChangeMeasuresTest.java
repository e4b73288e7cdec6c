package dev.lodestone.model.measure;

import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.explain.FigureExplanation;
import dev.lodestone.model.testing.Assessments;
import dev.lodestone.model.testing.Profiles;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What changed between two years, from rows to figures. */
class ChangeMeasuresTest {

    private static final Offset<Double> EXACT = within(1e-12);

    private static Rows twoYears() {
        return rows().reporter("JPN").period("2022").add("CHN", 60).add("VNM", 40).period("2023").add("CHN", 70).add("VNM", 30);
    }

    private static double value(Outcome outcome) {
        assertThat(outcome.status()).isEqualTo(Outcome.Status.OK);
        return outcome.value().orElseThrow();
    }

    @Test
    void theSuppliersPartsAddUpToTheChangeOfConcentration() {
        // 0.52 to 0.58: China 0.49 − 0.36 = 0.13, Viet Nam 0.09 − 0.16 = −0.07
        Assessments a = Assessments.of(twoYears());
        assertThat(value(a.figure("JPN", "magnet", "2023", "hhi-change", ""))).isCloseTo(0.06, EXACT);
        assertThat(value(a.figure("JPN", "magnet", "2023", "hhi-change", "CHN"))).isCloseTo(0.13, EXACT);
        assertThat(value(a.figure("JPN", "magnet", "2023", "hhi-change", "VNM"))).isCloseTo(-0.07, EXACT);
        assertThat(value(a.figure("JPN", "magnet", "2023", "share-change", "CHN"))).isCloseTo(0.1, EXACT);
    }

    /** US Department of Justice and FTC, Horizontal Merger Guidelines, section 5.3: shares of 5% and 10% in one hand raise the index by 100, twice their product. */
    @Test
    void aSupplierThatTakesOverAnothersShareRaisesTheIndexByTwiceTheirProduct() {
        Assessments a = Assessments.of(rows().reporter("JPN")
                .period("2022").add("CHN", 5).add("VNM", 10).add("USA", 85)
                .period("2023").add("VNM", 30).add("USA", 170));
        assertThat(value(a.figure("JPN", "magnet", "2023", "hhi-change", ""))).isCloseTo(0.01, EXACT);
    }

    @Test
    void eachSuppliersPartOfTheIndexIsItsShareSquared() {
        Assessments a = Assessments.of(rows().reporter("JPN").add("CHN", 50).add("VNM", 30).add("USA", 20));
        assertThat(value(a.figure("JPN", "magnet", "2024", "hhi-contribution", "CHN"))).isCloseTo(0.25, EXACT);
        assertThat(value(a.figure("JPN", "magnet", "2024", "hhi-contribution", "VNM"))).isCloseTo(0.09, EXACT);
        assertThat(value(a.figure("JPN", "magnet", "2024", "hhi-contribution", "USA"))).isCloseTo(0.04, EXACT);
    }

    @Test
    void unnamedPartnersBoundTheChange() {
        // 2022: 60 of 100. 2023: 60 of 100 with 10 unnamed: within 0 and 0.1.
        Assessments a = Assessments.of(rows().reporter("JPN")
                .period("2022").add("CHN", 60).add("VNM", 40)
                .period("2023").add("CHN", 60).add("VNM", 30).add("X99", 10));
        Outcome change = a.figure("JPN", "magnet", "2023", "share-change", "CHN");
        assertThat(change.status()).isEqualTo(Outcome.Status.BOUNDED);
        assertThat(change.low().orElseThrow()).isCloseTo(0, EXACT);
        assertThat(change.high().orElseThrow()).isCloseTo(0.1, EXACT);
    }

    @Test
    void theNewestEarlierYearInWhichEveryPartnerIsToldIsComparedWith() {
        Assessments a = Assessments.of(rows().reporter("JPN")
                .period("2021").add("CHN", 50).add("VNM", 50)
                .period("2022").coverage(Coverage.MAIN_PARTNERS).add("CHN", 90).add("VNM", 5)
                .period("2023").coverage(Coverage.COMPLETE).add("CHN", 70).add("VNM", 30));
        Outcome change = a.figure("JPN", "magnet", "2023", "share-change", "CHN");
        assertThat(change.value().orElseThrow()).isCloseTo(0.2, EXACT);
        assertThat(change.reason()).hasToString("since 2021");
    }

    @Test
    void theFirstYearHasNoChangeAndSaysWhy() {
        Outcome none = Assessments.of(twoYears()).figure("JPN", "magnet", "2022", "hhi-change", "");
        assertThat(none.status()).isEqualTo(Outcome.Status.NOT_COMPUTABLE);
        assertThat(none.reason()).hasToString("no earlier year with every partner reported may be compared with it");
    }

    @Test
    void mixAndWithinAddUpToTheChangeOfTheShareOfAStageOfTwoLines() {
        // weights 0.5/0.5 to 0.8/0.2, shares of China 0.8/0.2 to 0.9/0.2
        Rows rows = rows().reporter("JPN")
                .period("2022").commodity("284610").add("CHN", 40).add("VNM", 10).commodity("284690").add("CHN", 10).add("VNM", 40)
                .period("2023").commodity("284610").add("CHN", 72).add("VNM", 8).commodity("284690").add("CHN", 4).add("VNM", 16);
        Assessments a = Assessments.of(rows);
        assertThat(value(a.figure("JPN", "compound", "2023", "share-change", "CHN"))).isCloseTo(0.26, EXACT);
        assertThat(value(a.figure("JPN", "compound", "2023", "share-change-within", "CHN"))).isCloseTo(0.065, EXACT);
        assertThat(value(a.figure("JPN", "compound", "2023", "share-change-mix", "CHN"))).isCloseTo(0.195, EXACT);
        assertThat(value(a.indicator("JPN", "compound", "284610", "2023", "share-change-mix", "CHN").outcome())).isCloseTo(0.255, EXACT);
        assertThat(value(a.indicator("JPN", "compound", "284690", "2023", "share-change-mix", "CHN").outcome())).isCloseTo(-0.06, EXACT);
    }

    @Test
    void oneLineLeavesNothingToTakeApart() {
        assertThat(Assessments.of(twoYears()).figure("JPN", "magnet", "2023", "share-change-mix", "CHN").reason())
                .hasToString("the stage is reported under one code, or its lines do not add up to it");
    }

    @Test
    void anExplanationListsTheRowsOfBothYears() {
        FigureExplanation e = Assessments.of(twoYears()).explain("JPN", "magnet", "2023", "hhi-change", "");
        assertThat(e.formula()).isEqualTo("ΔHHI = Σ (s_i1 − s_i0)(s_i1 + s_i0)");
        assertThat(e.movers()).extracting(r -> r.observation().period() + " " + r.observation().partner())
                .containsExactly("2023 CHN", "2023 VNM", "2022 CHN", "2022 VNM");
        assertThat(e.inputs()).extracting(i -> i.name() + " " + Math.round(1000 * i.amount()))
                .containsExactly("concentration in 2022 520", "concentration in 2023 580");
    }

    @Test
    void anOutlyingUnitValueIsCountedAndItsSupplierListed() {
        // 1, 1.1, 0.9, 1.05, 0.95 and 500 USD/kg: median (1 + 1.05)/2 = 1.025, 500/1.025 = 487.8
        Rows rows = rows().reporter("JPN").add("CHN", 100, 100).add("VNM", 110, 100).add("USA", 90, 100).add("KOR", 105, 100)
                .add("THA", 95, 100).add("BRA", 500, 1);
        Assessments a = Assessments.of(rows);
        assertThat(value(a.figure("JPN", "magnet", "2024", "unit-value-outliers", ""))).isEqualTo(1);
        assertThat(value(a.figure("JPN", "magnet", "2024", "unit-value-outliers", "BRA"))).isCloseTo(487.8049, within(1e-4));
        assertThat(value(Assessments.of(rows().reporter("JPN").add("CHN", 100, 100).add("VNM", 110, 100).add("USA", 90, 100).add("KOR", 105, 100))
                        .figure("JPN", "magnet", "2024", "unit-value-outliers", "")))
                .isZero();
        assertThat(Assessments.of(rows().reporter("JPN").add("CHN", 100, 100)).figure("JPN", "magnet", "2024", "unit-value-outliers", "").reason())
                .hasToString("fewer than four suppliers have a reported net weight: 1");
    }

    @Test
    void aTrifleWithoutWeightLeavesItsSupplierAmongThoseLookedAt() {
        // 1, 1.2, 1.5 and 2 USD/kg; of the fifth supplier's 1005 one row of 5 has no weight, 0.498 % of it
        Rows rows = rows().reporter("DEU").add("CHN", 1000, 1000).add("VNM", 1200, 1000).add("USA", 1500, 1000).add("KOR", 2000, 1000)
                .add("THA", 1000, 400).commodity("850519").add("THA", Quantity.reported(5), Quantity.MISSING);
        SupplierProfile p = Profiles.profile(rows);
        assertThat(new UnitValueOutliers().read(p, Basis.VALUE, Profiles.CONTEXT).getFirst().outcome().reason())
                .isEqualTo("of 5 suppliers with a reported net weight and at least a thousandth of the value");
        SupplierProfile more = Profiles.profile(rows.add("THA", Quantity.reported(1), Quantity.MISSING));
        assertThat(new UnitValueOutliers().read(more, Basis.VALUE, Profiles.CONTEXT).getFirst().outcome().reason())
                .isEqualTo("of 4 suppliers with a reported net weight and at least a thousandth of the value");
    }

    @Test
    void aProfileWithAFlawNamesItAsEveryLanguageCan() {
        SupplierProfile p = Profiles.builder(rows().add("CHN", 100, 100)).defect(Statement.of("defect.too-large")).build();
        assertThat(Profiles.read("unit-value-outliers", p, Basis.VALUE).why()).isEqualTo(Statement.of("defect.too-large"));
    }

    @Test
    void amongEqualUnitValuesASmallDifferenceIsNoOutlierAndADoublingIs() {
        // Four at 1 and one at 1.02 or 2.1: the quartiles are both 1, so that the box plot alone would mark either.
        assertThat(value(outliers(1.02))).isZero();
        assertThat(value(outliers(2.1))).isEqualTo(1);
    }

    @Test
    void amongUnchangedUnitValuesASmallChangeIsNoOutlierAndADoublingIs() {
        // Unit values of 1, 3, 9, 27 and 81 lie apart; all stay but the middle one, which becomes 9.3 or 19.
        assertThat(value(changed(9.3))).isZero();
        assertThat(value(changed(19))).isEqualTo(1);
    }

    private static Outcome outliers(double last) {
        Rows year = rows().reporter("JPN").add("CHN", 100, 100).add("VNM", 100, 100).add("THA", 100, 100).add("KOR", 100, 100).add("BRA", 100 * last, 100);
        return Assessments.of(year).figure("JPN", "magnet", "2024", "unit-value-outliers", "");
    }

    private static Outcome changed(double middle) {
        Rows years = rows().reporter("JPN");
        for (String year : List.of("2023", "2024")) {
            years.period(year).add("CHN", 100, 100).add("VNM", 300, 100).add("THA", 100 * (year.equals("2023") ? 9 : middle), 100).add("KOR", 2700, 100).add("BRA", 8100, 100);
        }
        return Assessments.of(years).figure("JPN", "magnet", "2024", "unit-value-outliers", "");
    }

    @Test
    void whatUnnamedPartnersAddToTheIndexIsABound() {
        // 20 of 100 unnamed, then 10: as one supplier 0.04 and 0.01; as many, next to nothing.
        Rows years = rows().reporter("JPN").period("2023").add("CHN", 80).add("X99", 20).period("2024").add("CHN", 90).add("X99", 10);
        Outcome part = Assessments.of(years).figure("JPN", "magnet", "2024", "hhi-change", "X99");
        assertThat(part.value().orElseThrow()).isCloseTo(-0.03, within(1e-12));
        assertThat(part.low().orElseThrow()).isCloseTo(-0.04, within(1e-12));
        assertThat(part.high().orElseThrow()).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void whatUnnamedPartnersSoldIsInTheUnitValueOfAllAndMayBeAnyonesInTheOthers() {
        // All: 125/20. China 80 for 10 kg, others 25 for 5 kg, 20 for 5 kg unnamed: China 80/15 to 100/10, others 25/10 to 45/5.
        Rows year = rows().reporter("JPN").add("CHN", 80, 10).add("VNM", 25, 5).add("X99", 20, 5);
        Assessments a = Assessments.of(year);
        assertThat(a.figure("JPN", "magnet", "2024", "unit-value", "")).isEqualTo(Outcome.of(6.25));
        Outcome china = a.figure("JPN", "magnet", "2024", "unit-value", "CHN");
        assertThat(china.value()).hasValue(8);
        assertThat(china.low()).hasValue(80 / 15.0);
        assertThat(china.high()).hasValue(10);
        assertThat(china.reason()).isEqualTo("16.0% of the total comes from partners that are not named");
        Outcome gap = a.figure("JPN", "magnet", "2024", "price-gap", "CHN");
        assertThat(gap.value().orElseThrow()).isCloseTo(1.6, within(1e-12));
        assertThat(gap.low().orElseThrow()).isCloseTo(80 / 15.0 / 9, within(1e-12));
        assertThat(gap.high().orElseThrow()).isCloseTo(4, within(1e-12));
        assertThat(gap.reason()).isEqualTo("16.0% of the total comes from partners that are not named");
    }

    @Test
    void whereUnnamedPartnersHaveNoWeightOnlyTheMostIsKnown() {
        Rows year = rows().reporter("JPN").add("CHN", 80, 10).add("VNM", 25, 5).add("X99", 20);
        Assessments a = Assessments.of(year);
        Outcome all = a.figure("JPN", "magnet", "2024", "unit-value", "");
        assertThat(all.value()).hasValue(7);
        assertThat(all.low()).isEmpty();
        assertThat(all.high()).hasValue(125 / 15.0);
        Outcome china = a.figure("JPN", "magnet", "2024", "unit-value", "CHN");
        assertThat(china.low()).isEmpty();
        assertThat(china.high()).hasValue(10);
        Outcome gap = a.figure("JPN", "magnet", "2024", "price-gap", "CHN");
        assertThat(gap.value().orElseThrow()).isCloseTo(1.6, within(1e-12));
        assertThat(gap.low()).isEmpty();
        assertThat(gap.high()).isEmpty();
    }

    @Test
    void aPriceGapThatUnnamedPartnersMayCloseIsNoneToBeWatched() {
        // 6 against 2 among the named, 3 times; with all of the unnamed on one side 3.6 to 1.33.
        Rows year = rows().reporter("JPN").add("CHN", 6_000_000, 1_000_000).add("VNM", 2_000_000, 1_000_000).add("X99", 1_500_000, 600_000);
        Assessments a = Assessments.of(year);
        assertThat(a.figure("JPN", "magnet", "2024", "price-gap", "CHN").low().orElseThrow()).isCloseTo(6 / 1.6 / 3.5, within(1e-12));
        SupplierProfile p = a.assessment().find(Economy.of("JPN"), "magnet", "", ReferencePeriod.ofYear(2024)).orElseThrow();
        assertThat(Watch.of(p, a.assessment().context())).extracting(Watch.Alert::kind).doesNotContain(Watch.Kind.PRICE_GAP);
    }

    @Test
    void aRowWithAWeightAndNoValueMakesNoUnitValueTooLow() {
        // China: 60 for 6 kg in one line, 4 kg of a value that is suppressed in the other; the World rows leave 40 open.
        Rows year = rows().reporter("JPN")
                .commodity("284610").add("CHN", 60, 6).add("VNM", 40, 10)
                .commodity("284690").add("CHN", Quantity.SUPPRESSED, Quantity.reported(4)).add("VNM", 60, 20).add("W00", 100, 24);
        Outcome china = Assessments.of(year).figure("JPN", "compound", "2024", "unit-value", "CHN");
        assertThat(china.value()).isEmpty();
        assertThat(china.low()).hasValue(6);
        assertThat(china.high()).hasValue(10);
    }

    @Test
    void ofLinesOfMainPartnersOneLeftOutInPartMayBeTheLargest() {
        // 138 from Thailand in one line; where the other lists at least 39 it may have sold 39 more. By weight nothing is known of those left out.
        Rows year = rows().reporter("JPN")
                .commodity("284610").coverage(Coverage.MAIN_PARTNERS).add("MYS", 72, 46).add("CHN", 40, 40).add("VNM", 39, 52)
                .commodity("284690").coverage(Coverage.COMPLETE).add("THA", 138, 15).add("MYS", 69, 34);
        Assessments a = Assessments.of(year);
        assertThat(a.figure("JPN", "compound", "2024", "top-supplier-share", "").reason()).startsWith("series with");
        assertThat(a.all("JPN", "compound", "284610", "2024", "hhi", Basis.VALUE).getFirst().outcome().isUpperBound()).isTrue();
        assertThat(a.all("JPN", "compound", "284610", "2024", "hhi", Basis.WEIGHT).getFirst().outcome().reason())
                .isEqualTo("the source holds only the main partners, those of the largest value: one left out may be large by weight");
    }

    @Test
    void theUnitValueOfASupplierThatASmallSeriesLeavesOutIsOfWhatIsOnRecord() {
        // 8 of 1608 were bought where China is no main partner: little by value, of a weight that nobody tells.
        Rows year = rows().reporter("JPN").coverage(Coverage.MAIN_PARTNERS)
                .commodity("284610").add("CHN", 900, 300).add("VNM", 700, 100)
                .commodity("284690").add("VNM", 8, 2);
        Outcome told = Assessments.of(year).figure("JPN", "compound", "2024", "unit-value", "CHN");
        assertThat(told.value()).hasValue(3);
        assertThat(told.low()).isEmpty();
        assertThat(told.high()).isEmpty();
        assertThat(told.reason()).isEqualTo("of the series that list the supplier; small ones leave it out");
    }
}
