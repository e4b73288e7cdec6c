package dev.lodestone.model.measure;

import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.testing.Assessments;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.Valuation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader must look at twice, each case by hand. */
class WatchTest {

    private static List<Watch.Alert> watch(Rows rows, String year) {
        var assessment = Assessments.of(rows).assessment();
        SupplierProfile p = assessment.find(Economy.of("JPN"), "magnet", "", ReferencePeriod.parse(year).orElseThrow()).orElseThrow();
        return Watch.of(p, assessment.context());
    }

    private static List<String> said(Rows rows, String year, Watch.Kind kind) {
        return watch(rows, year).stream().filter(a -> a.kind() == kind).map(a -> a.said().english()).toList();
    }

    private static Rows sold(Rows rows, String period, String seller, String buyer, double value) {
        return rows.period(period).reporter(seller).valuation(Valuation.FOB).add(buyer, TradeFlow.EXPORT, Quantity.reported(value), Quantity.MISSING);
    }

    @Test
    void aTopSupplierThatVanishesIsMissed() {
        Rows rows = rows().reporter("JPN").period("2023").add("CHN", 72).add("VNM", 28).period("2024").add("VNM", 100);
        assertThat(said(rows, "2024", Watch.Kind.VANISHED))
                .containsExactly("China supplied 72.0% in 2023 and 0.0% in 2024: either purchases moved or the file has a gap.");
    }

    @Test
    void aSupplierThatWasGoneForOneYearIsToldInTheNext() {
        Rows rows = rows().reporter("JPN").period("2022").add("CHN", 70).add("VNM", 30)
                .period("2023").add("VNM", 30).period("2024").add("CHN", 66).add("VNM", 34);
        assertThat(said(rows, "2024", Watch.Kind.VANISHED)).containsExactly(
                "China supplied 70.0% in 2022, 0.0% in 2023 and 66.0% in 2024: gone for a year, which looks like a gap in the file.");
    }

    @Test
    void aNewSupplierWithoutOutputWhereTheWatchedOneFellIsRereadWithBothLegs() {
        // China 80 to 60, Thailand 0 to 18 of 100
        Rows rows = rows().reporter("JPN").period("2023").add("CHN", 80).add("VNM", 20).period("2024").add("CHN", 60).add("VNM", 22).add("THA", 18);
        assertThat(said(rows, "2024", Watch.Kind.HUB)).containsExactly(
                "THA rose from 0.0% in 2023 to 18.0% in 2024 while China fell by 20.0 points, and the registers hold no output of its own at this stage. "
                        + "A detour would look like this, and so would a new supplier: what China sells there would tell.");
        // China sold Thailand 2, then 16: 16/18 = 88.9 % of what came from there, at least 75 %.
        Rows both = sold(sold(rows, "2023", "CHN", "THA", 2), "2024", "CHN", "THA", 16);
        assertThat(said(both, "2024", Watch.Kind.HUB)).hasSize(2).last().asString().contains("88.9% of what came from there: consistent with rerouting");
    }

    @Test
    void aLegThatDoesNotCoverSpeaksAgainstRerouting() {
        Rows rows = rows().reporter("JPN").period("2023").add("CHN", 80).add("VNM", 20).period("2024").add("CHN", 60).add("VNM", 22).add("THA", 18);
        Rows both = sold(sold(rows, "2023", "CHN", "THA", 2), "2024", "CHN", "THA", 3);
        assertThat(said(both, "2024", Watch.Kind.HUB)).last().asString().contains("too little, or not more than before");
    }

    @Test
    void aSmallNewcomerOrAWatchedSupplierThatHoldsIsNoHub() {
        assertThat(said(rows().reporter("JPN").period("2023").add("CHN", 80).add("VNM", 20).period("2024").add("CHN", 78).add("VNM", 18).add("THA", 4),
                        "2024", Watch.Kind.HUB))
                .isEmpty();
        assertThat(said(rows().reporter("JPN").period("2023").add("CHN", 60).add("VNM", 40).period("2024").add("CHN", 60).add("VNM", 22).add("THA", 18),
                        "2024", Watch.Kind.HUB))
                .isEmpty();
    }

    @Test
    void aSecondLargeSupplierAndAFastOneAreNamed() {
        Rows rows = rows().reporter("JPN").period("2023").add("CHN", 50).add("VNM", 35).add("USA", 15)
                .period("2024").add("CHN", 38).add("VNM", 36).add("USA", 26);
        assertThat(said(rows, "2024", Watch.Kind.LARGE)).containsExactly("VNM supplied 36.0% in 2024: much depends on it, too.");
        assertThat(said(rows, "2024", Watch.Kind.JUMP)).containsExactly("USA gained 11.0 points since 2023 and supplied 26.0% in 2024.");
    }

    @Test
    void aPriceFarFromTheMedianIsToldInTimesAboveItAndInPerCentBelow() {
        Rows others = rows().reporter("JPN").add("CHN", 100, 100).add("VNM", 110, 100).add("USA", 90, 100).add("KOR", 105, 100).add("THA", 95, 100);
        // 1.05 and 1 in the middle: 500/1.025
        assertThat(said(others.add("BRA", 500, 1), "2024", Watch.Kind.UNIT_VALUE))
                .containsExactly("Goods from BRA are reported at 500 USD/kg, 487.8 times the median of all suppliers: other goods, or a slip in value or weight.");
        // 1 and 0.95 in the middle: 0.05/0.975
        Rows cheap = rows().reporter("JPN").add("CHN", 100, 100).add("VNM", 110, 100).add("USA", 90, 100).add("KOR", 105, 100).add("THA", 95, 100).add("BRA", 10, 200);
        assertThat(said(cheap, "2024", Watch.Kind.UNIT_VALUE))
                .containsExactly("Goods from BRA are reported at 0.05 USD/kg, 5.1% of the median of all suppliers: other goods, or a slip in value or weight.");
    }

    /** Thailand 9, then 19, in euros at 1.10 and at 1.25 dollars: 9.9 and 23.75; from pounds without a rate nothing is told of the year before. */
    @Test
    void aUnitValueThatJumpedStandsInTheDollarsOfEachYear() {
        assertThat(said(jumped("EUR"), "2024", Watch.Kind.UNIT_VALUE)).containsExactly(
                "A kilogram from THA was reported at 9.9 USD/kg in 2023 and at 23.8 USD/kg in 2024, "
                        + "a change out of proportion to the others': a slip in value or weight, or other goods.");
        assertThat(said(jumped("USD"), "2024", Watch.Kind.UNIT_VALUE)).as("9 dollars, then 19 euros").singleElement().asString()
                .startsWith("A kilogram from THA was reported at 9.0 USD/kg in 2023 and at 23.8 USD/kg in 2024");
        assertThat(said(jumped("GBP"), "2024", Watch.Kind.UNIT_VALUE)).isEmpty();
    }

    private static Rows jumped(String before) {
        Rows years = rows().reporter("JPN");
        for (String year : List.of("2023", "2024")) {
            years.period(year).currency(year.equals("2023") ? before : "EUR")
                    .add("CHN", 100, 100).add("VNM", 300, 100).add("THA", year.equals("2023") ? 900 : 1900, 100).add("KOR", 2700, 100).add("BRA", 8100, 100);
        }
        return years;
    }

    @Test
    void valueAndWeightWithDifferentLeadersAndAPriceGapAreTold() {
        // 60 USD for 10 kg against 40 USD for 90 kg: 6 against 0.444, 13.5 times
        Rows rows = rows().reporter("JPN").add("CHN", 60, 10).add("VNM", 40, 90);
        assertThat(said(rows, "2024", Watch.Kind.FLIP)).containsExactly("By value China leads with 60.0%, by weight VNM with 90.0%.");
        assertThat(said(rows, "2024", Watch.Kind.PRICE_GAP))
                .containsExactly("A kilogram from China costs 13.5 times what it costs from the other suppliers on record; grades differ, so this is a question.");
    }

    @Test
    void estimatedWeightsAreTold() {
        Rows rows = rows().reporter("JPN").add("CHN", Quantity.reported(60), Quantity.estimated(50)).add("VNM", 40, 50);
        assertThat(said(rows, "2024", Watch.Kind.ESTIMATED_WEIGHT)).containsExactly(
                "50.0% of the weight was estimated by the publisher, among others for CHN: unit values and shares by weight rest on it.");
    }

    @Test
    void theSuppliersOwnFiguresBoundTheGapByFreight() {
        // 60 of 100 bought CIF. Sold 40: (60/1.12 − 40)/53.571 = 0.2533 to (60 − 40)/60 = 0.3333; share 40/80 = 0.5 to 44.8/84.8 = 0.5283.
        Rows cif = sold(rows().reporter("JPN").add("CHN", 60).add("VNM", 40), "2024", "CHN", "JPN", 40);
        Outcome gap = Assessments.of(cif).figure("JPN", "magnet", "2024", "mirror-gap", "CHN");
        assertThat(gap.low().orElseThrow()).isCloseTo(0.253333, within(1e-6));
        assertThat(gap.high().orElseThrow()).isCloseTo(1 / 3.0, within(1e-12));
        Outcome share = Assessments.of(cif).figure("JPN", "magnet", "2024", "supplier-share-mirror", "CHN");
        assertThat(share.low().orElseThrow()).isCloseTo(0.5, within(1e-12));
        assertThat(share.high().orElseThrow()).isCloseTo(44.8 / 84.8, within(1e-12));
        assertThat(said(cif, "2024", Watch.Kind.MIRROR_GAP)).containsExactly(
                "China reports 25.3% to 33.3% less as sold than the buyer reports as bought there; by the supplier's figure the share would be 50.0% to 52.8%.");
        Rows fob = sold(rows().valuation(Valuation.FOB).reporter("JPN").add("CHN", 60).add("VNM", 40), "2024", "CHN", "JPN", 40);
        assertThat(Assessments.of(fob).figure("JPN", "magnet", "2024", "supplier-share-mirror", "CHN").value()).hasValue(0.5);
        assertThat(said(fob, "2024", Watch.Kind.MIRROR_GAP)).as("an interval without width is one figure").containsExactly(
                "China reports 33.3% less as sold than the buyer reports as bought there; by the supplier's figure the share would be 50.0%.");
    }

    @Test
    void nothingIsToldWhereNotEveryPartnerIsOrNothingStandsOut() {
        assertThat(watch(rows().reporter("JPN").add("CHN", 60, 60).add("VNM", 20, 20).add("USA", 20, 20), "2024")).isEmpty();
        assertThat(watch(rows().reporter("JPN").coverage(dev.lodestone.model.trade.Coverage.MAIN_PARTNERS).add("CHN", 60).add("VNM", 40), "2024"))
                .isEmpty();
    }

    /** The register says from how many dollars: at it an alert is told, below it counted. Yen are dollars first. */
    @Test
    void purchasesTooSmallToMatterAreCountedAndNotTold() {
        Rows rows = rows().reporter("JPN").period("2023").add("CHN", 720).add("VNM", 280).period("2024").add("VNM", 1000);
        assertThat(look(rows, 720).alerts()).extracting(Watch.Alert::kind).containsExactly(Watch.Kind.VANISHED, Watch.Kind.JUMP);
        assertThat(look(rows, 720).left().english()).isEmpty();
        Watch.Look part = look(rows, 721);
        assertThat(part.alerts()).extracting(Watch.Alert::kind).containsExactly(Watch.Kind.JUMP);
        assertThat(part.bought().english()).isEqualTo("Imports of 2024: 1 thousand dollars.");
        assertThat(part.left().english()).isEqualTo("Left out: 1 alert on purchases below 721 dollars a year.");
        assertThat(look(rows, 1001).alerts()).isEmpty();
        assertThat(look(rows, 1001).small()).isEqualTo(2);
        // 1.25 dollars to the euro in 2024: 800 euros are 1000 dollars.
        Rows euros = rows().reporter("JPN").currency("EUR").add("CHN", 200).add("VNM", 800);
        assertThat(look(euros, 1000).alerts()).extracting(Watch.Alert::kind).containsExactly(Watch.Kind.LARGE);
        assertThat(look(euros, 1001).alerts()).isEmpty();
    }

    /** Purchases that shrink are worth what they were: Vietnam's 300 of 3000 became 100 of 200, China's 600 became nothing. */
    @Test
    void whatWasWorthItInEitherYearIsTold() {
        Rows rows = rows().reporter("JPN").period("2023").add("CHN", 600).add("VNM", 300).add("USA", 2100).period("2024").add("VNM", 100).add("USA", 100);
        assertThat(look(rows, 300).alerts()).extracting(Watch.Alert::kind, a -> a.supplier().code())
                .contains(tuple(Watch.Kind.JUMP, "VNM"), tuple(Watch.Kind.VANISHED, "CHN"))
                .as("100 of 200 are half, and a small lot this year, whatever last year's was")
                .doesNotContain(tuple(Watch.Kind.LARGE, "USA"));
        assertThat(look(rows, 301).alerts()).extracting(Watch.Alert::kind).doesNotContain(Watch.Kind.JUMP);
        assertThat(look(rows, 301).small()).isEqualTo(2);
    }

    @Test
    void aGapThatUnnamedPartnersMayCloseIsNotTold() {
        // 60 of 100 bought FOB, 70 sold: a gap of 14 %. With the 20 that nobody names it may be 80 against 70.
        Rows named = sold(rows().valuation(Valuation.FOB).reporter("JPN").add("CHN", 60).add("VNM", 40), "2024", "CHN", "JPN", 70);
        assertThat(said(named, "2024", Watch.Kind.MIRROR_GAP)).hasSize(1);
        Rows unnamed = sold(rows().valuation(Valuation.FOB).reporter("JPN").add("CHN", 60).add("VNM", 20).add("X99", 20), "2024", "CHN", "JPN", 70);
        Outcome gap = Assessments.of(unnamed).figure("JPN", "magnet", "2024", "mirror-gap", "CHN");
        assertThat(gap.low().orElseThrow()).isCloseTo(-10 / 70.0, within(1e-12));
        assertThat(gap.high().orElseThrow()).isCloseTo(10 / 80.0, within(1e-12));
        assertThat(said(unnamed, "2024", Watch.Kind.MIRROR_GAP)).isEmpty();
        Rows somewhere = sold(sold(rows().valuation(Valuation.FOB).reporter("JPN").add("CHN", 60).add("VNM", 40), "2024", "CHN", "JPN", 40), "2024", "CHN", "X99", 25);
        assertThat(Assessments.of(somewhere).figure("JPN", "magnet", "2024", "mirror-gap", "CHN").low().orElseThrow())
                .as("60 against 65").isCloseTo(-5 / 65.0, within(1e-12));
        assertThat(said(somewhere, "2024", Watch.Kind.MIRROR_GAP)).isEmpty();
    }

    private static Watch.Look look(Rows rows, double from) {
        var assessment = Assessments.of(rows).assessment();
        SupplierProfile p = assessment.find(Economy.of("JPN"), "magnet", "", ReferencePeriod.parse("2024").orElseThrow()).orElseThrow();
        MeasureContext c = assessment.context();
        return Watch.look(p, new MeasureContext(c.watched(), c.watchedCode(), c.alliedSupply(), from, c.records()));
    }

    @Test
    void theCountAndItsSentencesAreAFigureOfTheNewestYear() {
        Rows rows = rows().reporter("JPN").period("2023").add("CHN", 72).add("VNM", 28).period("2024").add("VNM", 100);
        Outcome watch = Assessments.of(rows).figure("JPN", "magnet", "2024", "watch", "");
        assertThat(watch.value()).hasValue(2);
        assertThat(watch.reason()).asString().contains("either purchases moved", "gained 72.0 points");
    }
}
