package dev.lodestone.model.measure;

import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.assess.AssessmentOptions;
import dev.lodestone.model.assess.Assessor;
import dev.lodestone.model.measure.Outcome.Status;
import dev.lodestone.model.scenario.Restriction;
import dev.lodestone.model.scenario.RestrictionScenario;
import dev.lodestone.model.testing.Assessments;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.testing.TestRegisters;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.TradeObservation;
import dev.lodestone.model.trade.Valuation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A supplier whose value is suppressed sold something, or may have: what a World row leaves open bounds it, and it is not zero. */
class UntoldSuppliersTest {

    /** China's value is suppressed; Viet Nam's 60 and the World row's 100 leave 40 open. */
    private static Rows suppressed() {
        return withWorld(100);
    }

    private static Rows withWorld(double world) {
        return rows().reporter("JPN").add("CHN", Quantity.SUPPRESSED, Quantity.MISSING).add("VNM", 60, 6).add("W00", world, world / 10);
    }

    private static Outcome figure(Rows rows, String measure, String supplier) {
        return Assessments.of(rows).figure("JPN", "magnet", "2024", measure, supplier);
    }

    private static List<Watch.Alert> alerts(Rows rows) {
        Assessment assessment = Assessments.of(rows).assessment();
        SupplierProfile profile =
                assessment.find(Economy.of("JPN"), "magnet", "", ReferencePeriod.ofYear(2024)).orElseThrow();
        return Watch.of(profile, assessment.context());
    }

    @Test
    void itsShareIsAtMostWhatTheWorldRowLeavesOpen() {
        Outcome china = figure(suppressed(), "supplier-share", "CHN");
        assertThat(china.isUpperBound()).isTrue();
        assertThat(china.high()).hasValue(0.4);
        assertThat(china.reason()).isEqualTo("the source lists this supplier without a value: at most what the World row leaves open");
        assertThat(figure(suppressed(), "supplier-share", "VNM").value()).as("the others are as they were").hasValue(0.6);
    }

    /** By hand: 800 of 1000 told beside 25 of someone: 800 / 1025, 825 / 1025; the index (800² + 200²) / 1025², (825² + 200²) / 1025². */
    @Test
    void anAmountOfSomeoneBoundsTheSharesOfAll() {
        Rows rows = rows().reporter("JPN").add("CHN", 800, 80).add("VNM", 200, 20)
                .add("X99", Quantity.ofSomeone(10), Quantity.ofSomeone(1)).add("X99", Quantity.ofSomeone(15), Quantity.MISSING);

        Outcome china = figure(rows, "supplier-share", "CHN");
        assertThat(china.value()).hasValue(0.8);
        assertThat(china.low().orElseThrow()).isCloseTo(0.780488, within(1e-6));
        assertThat(china.high().orElseThrow()).isCloseTo(0.804878, within(1e-6));
        assertThat(china.reason()).isEqualTo("the partner of 2.4% of the imports could not be told: it may be anyone's, or a sum of others");
        Outcome index = figure(rows, "hhi", "");
        assertThat(index.value().orElseThrow()).isCloseTo(0.68, within(1e-9));
        assertThat(index.low().orElseThrow()).isCloseTo(0.647234, within(1e-6));
        assertThat(index.high().orElseThrow()).isCloseTo(0.685901, within(1e-6));
        assertThat(figure(rows, "supplier-value", "CHN").status()).as("an amount has no such bounds").isEqualTo(Status.NOT_COMPUTABLE);
        SupplierProfile profile = Assessments.of(rows).assessment().find(Economy.of("JPN"), "magnet", "", ReferencePeriod.ofYear(2024)).orElseThrow();
        assertThat(Shares.of(profile, Basis.WEIGHT, Economy.of("CHN")).status()).as("a row without a weight").isEqualTo(Status.NOT_COMPUTABLE);
    }

    /** What explain says that a figure depends on: the rows of nobody knows whom move its bounds. */
    @Test
    void anAmountOfSomeoneIsAmongTheRowsThatMoveAShare() {
        Assessments assessed = Assessments.of(rows().reporter("JPN").add("CHN", 800, 80).add("VNM", 200, 20)
                .add("X99", Quantity.ofSomeone(10), Quantity.ofSomeone(1)));
        SupplierProfile profile = assessed.assessment().find(Economy.of("JPN"), "magnet", "", ReferencePeriod.ofYear(2024)).orElseThrow();

        List<TradeObservation> movers = new Sensitivity(profile).movers(p -> Optional.of(Shares.of(p, Basis.VALUE, Economy.of("CHN"))));
        assertThat(movers).extracting(o -> o.partner().code()).containsExactly("CHN", "VNM", "X99");
    }

    @Test
    void itsAmountUnitValueAndMirrorAreNotTold() {
        Rows both = suppressed().reporter("CHN").valuation(Valuation.FOB).add("JPN", TradeFlow.EXPORT, Quantity.reported(35), Quantity.MISSING);
        for (String measure : List.of("supplier-value", "unit-value", "price-gap")) {
            assertThat(figure(suppressed(), measure, "CHN").reason()).as(measure).isEqualTo("the source lists this supplier without a value");
        }
        assertThat(Assessments.of(both).all("JPN", "magnet", "", "2024", "mirror-gap", Basis.VALUE))
                .as("a gap of minus one would say that Japan bought nothing").isEmpty();
    }

    @Test
    void itsPartOfTheIndexIsAtMostTheSquareOfThat() {
        Outcome part = figure(suppressed(), "hhi-contribution", "CHN");
        assertThat(part.isUpperBound()).isTrue();
        assertThat(part.high().orElseThrow()).isCloseTo(0.16, within(1e-12));
    }

    @Test
    void theOneAmongSeveralThatIsSuppressedBoundsThemTogether() {
        Assessment a = Assessments.of(suppressed().add("HKG", 10, 1)).assessment();
        SupplierProfile p = a.find(Economy.of("JPN"), "magnet", "", ReferencePeriod.ofYear(2024)).orElseThrow();
        Outcome both = Shares.of(p, Basis.VALUE, Set.of(Economy.of("CHN"), Economy.of("HKG")));
        assertThat(both.isUpperBound()).isTrue();
        assertThat(both.high()).as("10 of Hong Kong's and the 30 that stay open").hasValue(0.4);
    }

    @Test
    void aWorldRowBelowTheOthersTogetherHoldsNothingOfIt() {
        // 58 in the World row, 60 from Viet Nam alone: the row cannot say what China sold.
        Outcome china = figure(withWorld(58), "supplier-share", "CHN");
        assertThat(china.status()).isEqualTo(Status.NOT_COMPUTABLE);
        assertThat(china.reason()).isEqualTo("the source lists this supplier without a value");
        assertThat(figure(withWorld(58), "supplier-share", "VNM").isUpperBound()).isTrue();
        assertThat(figure(withWorld(58), "unit-value", "CHN").reason()).isEqualTo("the source lists this supplier without a value");
        assertThat(figure(withWorld(58), "hhi", "").status()).isEqualTo(Status.NOT_COMPUTABLE);
    }

    @Test
    void howeverLittleTheWorldRowLeavesOpenItIsTheSuppliers() {
        // 0.03 of 60.03: below what counts as a difference where every partner is told.
        Outcome china = figure(withWorld(60.03), "supplier-share", "CHN");
        assertThat(china.isUpperBound()).isTrue();
        assertThat(china.high().orElseThrow()).isCloseTo(0.03 / 60.03, within(1e-9));
        assertThat(figure(withWorld(60), "supplier-share", "CHN").value()).as("nothing is left for it").hasValue(0);
    }

    @Test
    void itDidNotVanishAndNobodyTookItsPlace() {
        Rows before = rows().reporter("JPN").period("2023").add("CHN", 800_000).add("VNM", 200_000).period("2024");
        Rows told = before.add("CHN", Quantity.SUPPRESSED, Quantity.MISSING).add("VNM", 200_000).add("THA", 150_000).add("W00", 1_000_000);
        assertThat(alerts(told)).extracting(Watch.Alert::kind).doesNotContain(Watch.Kind.VANISHED, Watch.Kind.HUB);
    }

    @Test
    void aRestrictionOnItCannotBeCounted() {
        Assessment a = Assessments.of(suppressed()).assessment();
        assertThat(new RestrictionScenario(a, List.of(new Restriction(Economy.of("CHN"), 1)), 6).losses(Set.of("magnet")))
                .filteredOn(l -> l.economy().code().equals("JPN"))
                .isNotEmpty()
                .allSatisfy(l -> assertThat(l.loss().reason()).isEqualTo("the source lists CHN without a value"));
    }

    @Test
    void aSupplierThatLinesOfPartOfThePartnersLeaveOutHasNoShareOfTheirStage() {
        // Cerium: China 50, Viet Nam 10. Other compounds: China 40, Viet Nam among those not listed. 10 of 100 would be no upper bound.
        Rows main = rows().reporter("JPN").coverage(Coverage.MAIN_PARTNERS)
                .commodity("284610").add("CHN", 50).add("VNM", 10)
                .commodity("284690").add("CHN", 40);
        Assessments a = Assessments.of(main);
        Outcome vietNam = a.figure("JPN", "compound", "2024", "supplier-share", "VNM");
        assertThat(vietNam.status()).isEqualTo(Status.NOT_COMPUTABLE);
        assertThat(vietNam.reason()).isEqualTo("series with 40.0% of these purchases, by member, line or month, have no row of this supplier in the source, "
                + "which holds only part of the partners");
        assertThat(a.figure("JPN", "compound", "2024", "supplier-share", "CHN").high()).as("on both lists").hasValue(0.9);
        assertThat(a.figure("JPN", "compound", "2024", "hhi", "").high().orElseThrow()).isCloseTo(0.82, within(1e-12));
    }

    /** China has 50 of 90 and is not listed in the line of 40: more of it would raise the index, and no share is the largest for certain. */
    @Test
    void anIndexAndTheLargestShareSayThatALargeSupplierIsLeftOutAndNameNone() {
        Assessments a = Assessments.of(rows().reporter("JPN").coverage(Coverage.MAIN_PARTNERS)
                .commodity("284610").add("CHN", 50)
                .commodity("284690").add("VNM", 40));
        String why = "series with 44.4% of these purchases, by member, line or month, have no row of one of the large suppliers in the source, "
                + "which holds only part of the partners";
        for (String measure : List.of("hhi", "effective-suppliers", "top-supplier-share")) {
            Outcome figure = a.figure("JPN", "compound", "2024", measure, "");
            assertThat(figure.status()).isEqualTo(Status.NOT_COMPUTABLE);
            assertThat(figure.reason()).as(measure).isEqualTo(why);
        }
    }

    @Test
    void aLineInWhichEveryPartnerIsToldLeavesNoneOut() {
        Rows half = rows().reporter("JPN")
                .coverage(Coverage.MAIN_PARTNERS).commodity("284610").add("CHN", 50).add("VNM", 10)
                .coverage(Coverage.COMPLETE).commodity("284690").add("CHN", 40);
        assertThat(Assessments.of(half).figure("JPN", "compound", "2024", "supplier-share", "VNM").high()).hasValue(0.1);
    }

    @Test
    void monthsThatLeaveASupplierOutDoNotAddUpToItsYear() {
        Rows months = rows().reporter("JPN").coverage(Coverage.MAIN_PARTNERS);
        for (int month = 1; month <= 12; month++) {
            months.period("2024-%02d".formatted(month)).add("CHN", 8);
            if (month > 6) {
                months.add("VNM", 2);
            }
        }
        Outcome vietNam = figure(months, "supplier-share", "VNM");
        assertThat(vietNam.status()).as("six months without it are 48 of 108").isEqualTo(Status.NOT_COMPUTABLE);
        assertThat(vietNam.reason()).contains("44.4%");
    }

    @Test
    void anIndexThatASupplierLeftOutInPartWouldRaiseIsNotTold() {
        // China 45 and Viet Nam 44 of 99: 0.4143 at most by these rows. With another 40 of Viet Nam's in the second line: 0.4752.
        Rows main = rows().reporter("JPN").coverage(Coverage.MAIN_PARTNERS)
                .commodity("284610").add("CHN", 5).add("VNM", 44)
                .commodity("284690").add("CHN", 40).add("KOR", 10);
        assertThat(Assessments.of(main).figure("JPN", "compound", "2024", "hhi", "").status()).isEqualTo(Status.NOT_COMPUTABLE);
    }

    /** Germany's list ends at 40; France's at 2, so that of the United States, not on it, it bought 2 at most: 42 of 1000. */
    @Test
    void aSmallListOfMainPartnersLeavesOutNoMoreThanTheLeastThatItNames() {
        Rows rows = rows().coverage(Coverage.MAIN_PARTNERS).reporter("DEU").add("CHN", 950).add("USA", 40).reporter("FRA").add("CHN", 6).add("VNM", 2);
        assertThat(Assessments.of(rows).figure("EUU", "magnet", "2024", "supplier-share", "USA").high().orElseThrow()).isCloseTo(42 / 1000.0, within(1e-12));
        assertThat(Assessments.of(rows).figure("EUU", "magnet", "2024", "supplier-share", "CHN").high().orElseThrow()).as("on both lists").isCloseTo(956 / 998.0, within(1e-12));
    }

    /** What China sold to Germany is 950; France, whose list ends at 2, may have bought as much of it. */
    @Test
    void whatASmallListMayLeaveOutIsInTheBoundOfASuppliersAmount() {
        Rows rows = rows().currency("USD").coverage(Coverage.MAIN_PARTNERS).reporter("DEU").add("CHN", 950).add("USA", 40).reporter("FRA").add("USA", 6).add("VNM", 2);
        Outcome value = Assessments.of(rows).figure("EUU", "magnet", "2024", "supplier-value", "CHN");
        assertThat(value.low()).hasValue(950);
        assertThat(value.value()).hasValue(950);
        assertThat(value.high()).hasValue(952);
        assertThat(value.reason()).startsWith("series with 0.8% of these purchases");
    }

    /** China with Hong Kong and Macao has 137 of 200 on the lists; the second has no row of Hong Kong, which may have sold up to 33 more. */
    @Test
    void suppliersWatchedTogetherHaveNoShareWhereALargeListLeavesOneOfThemOut() {
        Rows rows = rows().reporter("JPN").coverage(Coverage.MAIN_PARTNERS)
                .commodity("284610").add("CHN", 40).add("HKG", 30).add("MAC", 30)
                .commodity("284690").add("CHN", 34).add("VNM", 33).add("MAC", 33);
        AssessmentOptions options = new AssessmentOptions(
                LocalDate.of(2026, 11, 21), TestRegisters.MATERIAL, List.of(Economy.of("JPN")), Optional.empty(), true);
        List<Outcome> together = new Assessor(TestRegisters.registers()).assess(rows.dataset(), options).indicators().stream()
                .filter(i -> i.measure().equals("supplier-share") && i.supplier().equals("CHN") && i.basis() == Basis.VALUE)
                .filter(i -> i.about().isWholeStage() && i.about().stage().equals("compound"))
                .map(Indicator::outcome)
                .toList();
        assertThat(together).singleElement().satisfies(o -> assertThat(o.status()).isEqualTo(Status.NOT_COMPUTABLE));
    }

    /** By value what a series of 5 of 1505 leaves out is 5 at most; of its weight nothing is known. */
    @Test
    void aLittleSeriesOfMainPartnersMayHideMuchByWeight() {
        Rows rows = rows().reporter("JPN").commodity("284610").add("CHN", 1000, 10).add("VNM", 500, 10)
                .coverage(Coverage.MAIN_PARTNERS).commodity("284690").add("VNM", 5, 5);
        List<Indicator> shares = Assessments.of(rows).all("JPN", "compound", "", "2024", "supplier-share", Basis.WEIGHT);

        assertThat(Assessments.of(rows).figure("JPN", "compound", "2024", "supplier-share", "CHN").high().orElseThrow()).isCloseTo(1005 / 1510.0, within(1e-12));
        assertThat(shares).filteredOn(i -> i.supplier().equals("CHN")).extracting(i -> i.outcome().status()).containsExactly(Outcome.Status.NOT_COMPUTABLE);
        assertThat(shares).filteredOn(i -> i.supplier().equals("VNM")).extracting(i -> i.outcome().high().orElseThrow()).containsExactly(0.6);
    }
}
