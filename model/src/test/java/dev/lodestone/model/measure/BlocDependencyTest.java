package dev.lodestone.model.measure;

import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.explain.FigureExplanation;
import dev.lodestone.model.explain.FigureRow;
import dev.lodestone.model.testing.Assessments;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.Valuation;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A union of France and Germany that buys 100 outside (60, 20, 20), 25 inside, and sells 50 outside. */
class BlocDependencyTest {

    private static final Offset<Double> EXACT = within(1e-12);

    private static Rows imports() {
        return rows()
                .reporter("DEU").add("CHN", 40).add("JPN", 20).add("FRA", 15)
                .reporter("FRA").add("CHN", 20).add("USA", 20).add("DEU", 10);
    }

    private static Rows withExports() {
        return exported(exported(exported(imports(), "DEU", "USA", 30), "FRA", "USA", 20), "DEU", "FRA", 99);
    }

    private static Rows exported(Rows rows, String seller, String buyer, double value) {
        return rows.reporter(seller).add(buyer, TradeFlow.EXPORT, Quantity.reported(value), Quantity.MISSING);
    }

    private static Outcome figure(Rows rows, String measure) {
        return Assessments.of(rows).figure("EUU", "magnet", "2024", measure, "");
    }

    @Test
    void theThreeIndicatorsLeaveTradeBetweenMembersOutOfImportsAndExports() {
        assertThat(figure(withExports(), "cdi1").value().orElseThrow()).isCloseTo(0.44, EXACT);
        assertThat(figure(withExports(), "cdi2").value().orElseThrow()).isCloseTo(0.8, EXACT);
        assertThat(figure(withExports(), "cdi3").value().orElseThrow()).isCloseTo(2, EXACT);
        assertThat(figure(withExports(), "cdi-passed").value()).hasValue(3);
    }

    @Test
    void withoutExportsTheThirdIsMissingAndTheFlagsAreBounded() {
        assertThat(figure(imports(), "cdi3").reason()).hasToString("exports are not at hand");
        Outcome passed = figure(imports(), "cdi-passed");
        assertThat(passed.low()).hasValue(2);
        assertThat(passed.high()).hasValue(3);
    }

    @Test
    void exportsOfOneMemberOnlyAreNotThoseOfTheBloc() {
        Outcome third = figure(exported(imports(), "DEU", "USA", 30), "cdi3");
        assertThat(third.status()).isEqualTo(Outcome.Status.NOT_COMPUTABLE);
        assertThat(third.reason()).asString().startsWith("exports: members without figures in Office: FRA");
    }

    /** 50 dollars are 40 euros at 1.25 dollars; of a currency without a rate nothing is told, and that is said. */
    @Test
    void exportsInAnotherCurrencyAreThoseOfItsRate() {
        assertThat(figure(exported(exported(imports().currency("EUR"), "DEU", "USA", 24), "FRA", "USA", 16), "cdi3").value().orElseThrow()).isCloseTo(2, EXACT);
        assertThat(figure(exported(exported(imports().currency("JPY"), "DEU", "USA", 24), "FRA", "USA", 16), "cdi3").reason())
                .isEqualTo("no exchange rate for JPY in 2024");
    }

    /** 6000 bought, 5000 at least; each of two sales that are told as 0 may be 500. */
    @Test
    void exportsThatAreRoundedToNothingMayBeALittle() {
        Rows rows = rows().roundedTo(1000, 0).reporter("DEU").add("CHN", 4000).reporter("FRA").add("CHN", 2000);
        Outcome third = figure(exported(exported(rows, "DEU", "USA", 0), "FRA", "USA", 0), "cdi3");
        assertThat(third.low().orElseThrow()).as("5000 against 1000").isCloseTo(5, EXACT);
        assertThat(third.high()).isEmpty();
        assertThat(third.reason()).isEqualTo("the publisher rounds its figures");
        Rows little = rows().roundedTo(1000, 0).reporter("DEU").add("CHN", 1000).reporter("FRA").add("CHN", 0);
        assertThat(figure(exported(exported(little, "DEU", "USA", 0), "FRA", "USA", 0), "cdi3").low()).as("0 against 1000: no excess is certain").hasValue(0);
        Outcome none = figure(exported(exported(imports(), "DEU", "USA", 0), "FRA", "USA", 0), "cdi3");
        assertThat(none.low().orElseThrow()).isGreaterThan(1);
        assertThat(none.reason()).isEqualTo("no exports: unbounded");
    }

    /** 20 of 120 without a name: concentration 0.4 and more, outside 100 to 120 of 220, against 110 sold 0.91 to 1.09. */
    @Test
    void indicatorsThatLieOnBothSidesOfTheirThresholdsAreNotSaidToBeUnknown() {
        Rows rows = rows()
                .reporter("DEU").add("CHN", 65).add("X99", 20).add("FRA", 100)
                .reporter("FRA").add("JPN", 35);
        Outcome passed = figure(exported(exported(rows, "DEU", "USA", 60), "FRA", "USA", 50), "cdi-passed");
        assertThat(passed.status()).isEqualTo(Outcome.Status.NOT_COMPUTABLE);
        assertThat(passed.reason()).isEqualTo("3 of the three indicators are unknown or lie on both sides of their thresholds");
        assertThat(figure(exported(exported(rows, "DEU", "USA", 60), "FRA", "USA", 50), "cdi2").reason())
                .isEqualTo("16.7% of the total comes from partners that are not named");
    }

    @Test
    void muchTradeInsideIsNoDependence() {
        assertThat(figure(imports().reporter("DEU").add("FRA", 275), "cdi2").value().orElseThrow()).isCloseTo(0.25, EXACT);
    }

    @Test
    void unnamedPartnersMayBeMembers() {
        // 100 named outside, 10 unnamed, 25 inside: 110/135, at least 100/135
        Outcome second = figure(imports().reporter("DEU").add("X99", 10), "cdi2");
        assertThat(second.low().orElseThrow()).isCloseTo(100 / 135.0, EXACT);
        assertThat(second.high().orElseThrow()).isCloseTo(110 / 135.0, EXACT);
    }

    @Test
    void aSingleEconomyHasNoneOfThem() {
        assertThat(Assessments.of(withExports()).assessment().indicators())
                .filteredOn(i -> i.measure().startsWith("cdi"))
                .extracting(i -> i.about().economy().code())
                .containsOnly("EUU");
    }

    @Test
    void anExplanationListsImportsInnerTradeAndExports() {
        Assessments a = Assessments.of(withExports());
        FigureExplanation second = a.explain("EUU", "magnet", "2024", "cdi2", "");
        assertThat(second.movers()).extracting(FigureRow::role).containsOnly(FigureRow.Role.SUPPLIER, FigureRow.Role.WITHIN_BLOC);
        assertThat(second.movers()).hasSize(6);
        FigureExplanation third = a.explain("EUU", "magnet", "2024", "cdi3", "");
        assertThat(third.movers()).extracting(FigureRow::role).contains(FigureRow.Role.EXPORT);
        assertThat(third.inputs()).extracting(i -> i.name() + " " + i.amount())
                .containsExactly("imports from outside 100.0", "trade between members 25.0", "exports to outside 50.0");
    }

    @Test
    void geoDepCountsTheYearsInWhichImportsWorldExportsAndRatioAllPass() {
        // Imports: China 0.8, index 0.68. Exports of the world: one seller of 1000 and 99 of 1, index over 0.4. Own exports 50, then 500, then 50.
        Rows rows = rows();
        for (int year = 2022; year <= 2024; year++) {
            rows.period(Integer.toString(year)).reporter("JPN").add("CHN", 80).add("USA", 20);
            exported(rows, "JPN", "USA", year == 2023 ? 500 : 50);
            exported(rows, "CHN", "USA", 5000);
            for (int i = 0; i < 98; i++) {
                exported(rows, "A" + (char) ('A' + i / 26) + (char) ('A' + i % 26), "USA", 1);
            }
        }
        assertThat(Assessments.of(rows).figure("JPN", "magnet", "2024", "geodep", "").value()).hasValue(2);
        assertThat(Assessments.of(rows).all("JPN", "magnet", "", "2023", "geodep", Basis.VALUE)).as("told once, at the newest year").isEmpty();
        assertThat(figure(withExports(), "geodep").reason())
                .hasToString("it asks for three comparable years in a row, and 1 is at hand");
    }

    /** A hundred economies report, each flow valued at the seller's border: what others bought from the union is what it sold. */
    private static Rows reconciled(Valuation valuation, int reporters) {
        Rows rows = rows().valuation(valuation)
                .reporter("DEU").add("CHN", 40).add("JPN", 20).add("FRA", 15)
                .reporter("FRA").add("CHN", 20).add("USA", 20).add("DEU", 10)
                .reporter("USA").add("DEU", 30).add("FRA", 20);
        for (int i = 3; i < reporters; i++) {
            rows.reporter("A" + (char) ('A' + i / 26) + (char) ('A' + i % 26)).add("CHN", 1);
        }
        return rows;
    }

    @Test
    void aReconciledTableTellsExportsByWhatOthersBought() {
        Assessments a = Assessments.of(reconciled(Valuation.FOB, 100));
        Outcome third = a.figure("EUU", "magnet", "2024", "cdi3", "");
        assertThat(third.value().orElseThrow()).as("100 from outside, 50 sold to the United States").isCloseTo(2, EXACT);
        assertThat(third.reason()).isEqualTo("exports are what others bought, in a reconciled table");
        assertThat(a.figure("EUU", "magnet", "2024", "cdi-passed", "").value()).hasValue(3);
        assertThat(a.explain("EUU", "magnet", "2024", "cdi3", "").movers())
                .filteredOn(m -> m.role() == FigureRow.Role.EXPORT)
                .extracting(m -> m.observation().reporter() + " to " + m.observation().partner())
                .containsExactlyInAnyOrder("DEU to USA", "FRA to USA");
    }

    @Test
    void importsAtTheBuyersBorderOrOfFewReportersNeverStandForExports() {
        assertThat(figure(reconciled(Valuation.CIF, 100), "cdi3").reason()).isEqualTo("exports are not at hand");
        assertThat(figure(reconciled(Valuation.FOB, 99), "cdi3").reason()).isEqualTo("exports are not at hand");
    }

    @Test
    void geoDepReadsTheWorldsExportsFromAReconciledTable() {
        // Japan buys 80 of 100 from China and sells 10; the world buys from China (index over 0.4).
        Rows rows = rows().valuation(Valuation.FOB);
        for (int year = 2022; year <= 2024; year++) {
            rows.period(Integer.toString(year)).reporter("JPN").add("CHN", 80).add("USA", 20).reporter("KOR").add("JPN", 10);
            for (int i = 0; i < 98; i++) {
                rows.reporter("A" + (char) ('A' + i / 26) + (char) ('A' + i % 26)).add("CHN", 1);
            }
        }
        assertThat(Assessments.of(rows).figure("JPN", "magnet", "2024", "geodep", "").value()).hasValue(3);
    }

    /** Germany buys for 3 of 1,100 from nobody named; its World row has this much beyond what is weighed, of which France sold a part. */
    private static Assessments besideUnweighedMember(double kgBeyond) {
        return Assessments.of(Rows.rows()
                .reporter("DEU").period("2024").commodity("284610").add("CHN", 600, 60).add("VNM", 397, 40).add("FRA", 500).add("W00", 1500, 100 + kgBeyond)
                .reporter("FRA").commodity("284690").add("VNM", 100, 10));
    }

    private static Outcome figure(Assessments of, String measure, String supplier, Basis basis) {
        return of.all("EUU", "compound", "", "2024", measure, basis).stream()
                .filter(i -> i.supplier().equals(supplier)).findFirst().orElseThrow().outcome();
    }

    @Test
    void aTrifleByValueThatMayBeMuchByWeightLeavesTheWeightsOpen() {
        Assessments open = besideUnweighedMember(40);
        assertThat(figure(open, "supplier-share", "CHN", Basis.WEIGHT).status()).isEqualTo(Outcome.Status.NOT_COMPUTABLE);
        Outcome weight = figure(open, "import-weight", "", Basis.WEIGHT);
        assertThat(weight.low()).hasValue(110);
        assertThat(weight.high()).isEmpty();
        Outcome unitValue = figure(open, "unit-value", "", Basis.VALUE);
        assertThat(unitValue.low()).hasValue(1097 / 150.0);
        assertThat(unitValue.high()).hasValue(1100 / 110.0);
    }

    @Test
    void aTrifleByValueForWhichNoWeightIsLeftLeavesNothingOpen() {
        assertThat(figure(besideUnweighedMember(0), "supplier-share", "CHN", Basis.WEIGHT)).isEqualTo(Outcome.of(60 / 110.0));
    }
}
