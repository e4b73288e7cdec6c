package dev.lodestone.model.measure;

import static dev.lodestone.model.testing.Profiles.profile;
import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.testing.Assessments;
import dev.lodestone.model.testing.Profiles;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.Valuation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A publisher that tells thousands: what it rounds away travels into shares, concentration, totals and unit values. */
class RoundedFiguresTest {

    private static final Offset<Double> EXACT = within(1e-12);

    private static Rows thousands(double step) {
        return rows().reporter("JPN").roundedTo(step, step).add("CHN", 6000, 3000).add("VNM", 3000, 1000).add("USA", 1000, 1000);
    }

    private static Outcome figure(Rows rows, String measure, String supplier) {
        return Assessments.of(rows).figure("JPN", "magnet", "2024", measure, supplier);
    }

    private static Outcome figure(Rows rows, String economy, String measure, String supplier) {
        return Assessments.of(rows).figure(economy, "magnet", "2024", measure, supplier);
    }

    @Test
    void aShareLiesBetweenLeastAgainstMostOfTheOthersAndTheReverse() {
        Outcome share = figure(thousands(1000), "supplier-share", "CHN");
        assertThat(share.status()).isEqualTo(Outcome.Status.BOUNDED);
        assertThat(share.value().orElseThrow()).isCloseTo(0.6, EXACT);
        assertThat(share.low().orElseThrow()).as("5500 of 5500 + 3500 + 1500").isCloseTo(5500 / 10500.0, EXACT);
        assertThat(share.high().orElseThrow()).as("6500 of 6500 + 2500 + 500").isCloseTo(6500 / 9500.0, EXACT);
        assertThat(share.reason()).isEqualTo("the publisher rounds its figures");
    }

    /** China's 5000 are exact; Vietnam's may be 5500, which is more: 5500 of 14500, where China's are at most 5000 of 13500. */
    @Test
    void theLargestShareMayBeThatOfASmallerSupplierWhoseAmountIsRounded() {
        Rows rows = rows().reporter("JPN").add("CHN", 5000).add("USA", 4000).roundedTo(1000, 0).add("VNM", 5000);
        Outcome top = figure(rows, "top-supplier-share", "CHN");
        assertThat(top.low().orElseThrow()).isCloseTo(5000 / 14500.0, EXACT);
        assertThat(top.value().orElseThrow()).isCloseTo(5000 / 14000.0, EXACT);
        assertThat(top.high().orElseThrow()).isCloseTo(5500 / 14500.0, EXACT);
        assertThat(figure(rows, "supplier-share", "CHN").high().orElseThrow()).isCloseTo(5000 / 13500.0, EXACT);
    }

    /** China's 2000 may be 1500: then Vietnam's, which are exact, are 2000 of 3500; China's are at most 2500 of 4500. */
    @Test
    void theLargestShareMayBeThatOfAnExactSupplierWhereTheLargestIsRounded() {
        Outcome top = figure(rows().reporter("JPN").add("VNM", 2000).roundedTo(1000, 0).add("CHN", 2000), "top-supplier-share", "CHN");
        assertThat(top.low().orElseThrow()).isCloseTo(1500 / 3500.0, EXACT);
        assertThat(top.high().orElseThrow()).isCloseTo(2000 / 3500.0, EXACT);
    }

    /** Beside 8000 of someone Vietnam may have 2500 + 8000 of 12300; China, with less and exact, 9800 of 11300, where Vietnam sold 1500. */
    @Test
    void theLargestShareMayBeThatOfASmallerSupplierToWhomAllThatIsOfSomeoneBelongs() {
        Rows rows = rows().reporter("JPN").add("CHN", 1800).add("X99", Quantity.ofSomeone(8000), Quantity.MISSING).roundedTo(1000, 0).add("VNM", 2000);
        Outcome top = figure(rows, "top-supplier-share", "VNM");
        assertThat(top.value().orElseThrow()).isCloseTo(2000 / 3800.0, EXACT);
        assertThat(top.high().orElseThrow()).isCloseTo(9800 / 11300.0, EXACT);
    }

    /** The United States' 0 of the first line may be 5, and so may what it leaves out of Vietnam: 1105 + 5 beside 35 of France and 4995 of the United States. */
    @Test
    void aSeriesOfMainPartnersLeavesOutAsMuchAsItsLeastMayBeBeforeRounding() {
        Rows rows = rows().reporter("JPN").coverage(Coverage.MAIN_PARTNERS).roundedTo(10, 0)
                .commodity("284610").add("FRA", 40).add("USA", 0)
                .commodity("284690").add("VNM", 1100).add("USA", 5000);
        Outcome share = Assessments.of(rows).figure("JPN", "compound", "2024", "supplier-share", "VNM");
        assertThat(share.high().orElseThrow()).isGreaterThanOrEqualTo(1110 / 6140.0).isLessThan(0.182);
    }

    @Test
    void roundingThatNoPageCouldShowIsNotTold() {
        assertThat(figure(thousands(1), "supplier-share", "CHN")).isEqualTo(Outcome.of(0.6));
        assertThat(figure(thousands(1), "hhi", "").status()).isEqualTo(Outcome.Status.OK);
        assertThat(figure(thousands(1), "import-value", "").status()).isEqualTo(Outcome.Status.OK);
        assertThat(figure(thousands(1), "unit-value", "").status()).isEqualTo(Outcome.Status.OK);
    }

    /** World 11500 at most, the three told 8500 at least: 3000 of 11500, where the published amounts leave 1000 of 11000. */
    @Test
    void whatAWorldRowLeavesOpenIsAsOpenAsItAndItsPartners() {
        Rows rows = thousands(1000).add("THA", Quantity.SUPPRESSED, Quantity.MISSING).add("W00", 11_000, 6000);
        Outcome share = figure(rows, "supplier-share", "THA");
        assertThat(share.isUpperBound()).isTrue();
        assertThat(share.high().orElseThrow()).isCloseTo(3000 / 11500.0, EXACT);
        Outcome part = figure(rows, "hhi-contribution", "THA");
        assertThat(part.high().orElseThrow()).isCloseTo(Math.pow(3000 / 11500.0, 2), EXACT);
    }

    @Test
    void aWorldRowThatRoundingAloneKeepsBelowItsPartnersHoldsWhatIsListedWithoutAValue() {
        Rows rows = thousands(1000).add("THA", Quantity.SUPPRESSED, Quantity.MISSING).add("W00", 9000, 5000);
        assertThat(figure(rows, "supplier-share", "THA").high().orElseThrow()).as("10500 at most, 2000 of it beyond the 8500").isCloseTo(2000 / 10500.0, EXACT);
    }

    /** Malaysia sold 7500 at least, of 8500 at most: what it did not sell is among what the World row holds. */
    @Test
    void lessOfASupplierLeavesAWorldRowAsItIs() {
        Rows rows = rows().reporter("JPN").roundedTo(1000, 0).add("MYS", 8000).add("THA", Quantity.SUPPRESSED, Quantity.MISSING).add("W00", 8000);
        assertThat(figure(rows, "supplier-share", "MYS").low().orElseThrow()).isCloseTo(7500 / 8500.0, EXACT);
    }

    @Test
    void aTotalThatAWorldRowAloneTellsIsAsOpenAsThatRow() {
        Rows rows = rows().reporter("JPN").roundedTo(1000, 0)
                .add("CHN", Quantity.SUPPRESSED, Quantity.MISSING).add("THA", Quantity.SUPPRESSED, Quantity.MISSING).add("W00", 30_000);
        Outcome total = figure(rows, "import-value", "");
        assertThat(total.low()).hasValue(29_500);
        assertThat(total.high()).hasValue(30_500);
    }

    /** 2500 of its own and 1500 without a name at most, beside 7500 of Vietnam at least: 4000 of 11500. */
    @Test
    void whatHasNoNameIsRoundedLikeTheRest() {
        Rows rows = rows().reporter("JPN").roundedTo(1000, 0).add("CHN", 2000).add("VNM", 8000).add("X99", 1000);
        assertThat(figure(rows, "supplier-value", "CHN").high()).hasValue(4000);
        assertThat(figure(rows, "supplier-share", "CHN").high().orElseThrow()).isGreaterThanOrEqualTo(4000 / 11_500.0);
    }

    /** Twelve months of 6000 and 4000 told in thousands. */
    @Test
    void theRollingShareTakesHalfAStepOfEachMonth() {
        Rows rows = rows().reporter("JPN").roundedTo(1000, 1000);
        for (int month = 1; month <= 12; month++) {
            rows.period(String.format(java.util.Locale.ROOT, "2024-%02d", month)).add("CHN", 6000, 0).add("VNM", 4000, 0);
        }
        Outcome share = figure(rows, "rolling-share", "CHN");
        assertThat(share.low().orElseThrow()).isCloseTo(0.55, EXACT);
        assertThat(share.high().orElseThrow()).isCloseTo(0.65, EXACT);
        assertThat(share.reason()).isEqualTo("the publisher rounds its figures");
    }

    @Test
    void theIndexSquaresTheSharesBounds() {
        Outcome hhi = figure(thousands(1000), "hhi", "");
        assertThat(hhi.value().orElseThrow()).isCloseTo(0.46, EXACT);
        assertThat(hhi.low().orElseThrow())
                .isCloseTo(Math.pow(5500 / 10500.0, 2) + Math.pow(2500 / 10500.0, 2) + Math.pow(500 / 10500.0, 2), EXACT);
        assertThat(hhi.high().orElseThrow())
                .isCloseTo(Math.pow(6500 / 9500.0, 2) + Math.pow(3500 / 9500.0, 2) + Math.pow(1500 / 9500.0, 2), EXACT);
    }

    @Test
    void totalsAndUnitValuesTakeHalfAStepARow() {
        Outcome total = figure(thousands(1000), "import-value", "");
        assertThat(total.low()).hasValue(8500);
        assertThat(total.high()).hasValue(11500);
        Outcome unitValue = figure(thousands(1000), "unit-value", "");
        assertThat(unitValue.value()).hasValue(2);
        assertThat(unitValue.low().orElseThrow()).isCloseTo(8500 / 6500.0, EXACT);
        assertThat(unitValue.high().orElseThrow()).isCloseTo(11500 / 3500.0, EXACT);
    }

    /** China 10000 for 5000 kg; what came from nobody named is told as 0 for 0 kg, and may be 500 for 500: 11000/4000 at most, China's own 11000/4500. */
    @Test
    void whatHasNoNameAndIsRoundedToNothingIsInTheUnitValue() {
        Rows rows = rows().reporter("JPN").roundedTo(1000, 1000).add("CHN", 10_000, 5000).add("X99", 0, 0);
        Outcome all = figure(rows, "unit-value", "");
        assertThat(all.value()).hasValue(2);
        assertThat(all.low().orElseThrow()).isCloseTo(9000 / 6000.0, EXACT);
        assertThat(all.high().orElseThrow()).isCloseTo(11_000 / 4000.0, EXACT);
        Outcome china = figure(rows, "unit-value", "CHN");
        assertThat(china.low().orElseThrow()).isCloseTo(9500 / 6000.0, EXACT);
        assertThat(china.high().orElseThrow()).isCloseTo(11_000 / 4500.0, EXACT);
    }

    /** 5000 for 5000 kg and 3000 that nobody weighed: 5500 and 3500 for 4500 kg at most. */
    @Test
    void theMostThatAKilogramCostsCountsTheRoundingOfWhatWasNotWeighed() {
        Outcome all = figure(rows().reporter("JPN").roundedTo(1000, 1000).add("CHN", 5000, 5000).add("VNM", 3000), "unit-value", "");
        assertThat(all.value()).hasValue(1);
        assertThat(all.low()).isEmpty();
        assertThat(all.high().orElseThrow()).isCloseTo(9000 / 4500.0, EXACT);
    }

    /** The others sold 1200 for 1000 kg less 1500 at most, and a row without a value: nothing is known of their unit value, and China's is exact. */
    @Test
    void aPriceGapOfWhichNothingIsKnownSaysWhy() {
        Rows exact = rows().add("CHN", 1000, 1000);
        Rows others = exact.roundedTo(0, 1000).add("VNM", 1000, 1000).add("THA", 100, 0).add("KHM", 100, 0)
                .add("LAO", Quantity.SUPPRESSED, Quantity.MISSING);
        SupplierProfile profile = Profiles.builder(others).withinWorld(new ProfileBuilder.Untold(1, 1)).build();
        Outcome gap = Profiles.read("price-gap", "CHN", profile, Basis.VALUE);
        assertThat(gap.status()).isEqualTo(Outcome.Status.NOT_COMPUTABLE);
        assertThat(gap.reason()).isEqualTo("from the 83% of the value that has a reported net weight; the publisher rounds its figures");
    }

    @Test
    void aChangeIsAsOpenAsItsTwoYears() {
        Rows both = thousands(1000).period("2023").add("CHN", 7000).add("VNM", 3000);
        Outcome change = figure(both, "share-change", "CHN");
        assertThat(change.value().orElseThrow()).isCloseTo(-0.1, EXACT);
        assertThat(change.low().orElseThrow()).isCloseTo(5500 / 10500.0 - 7500 / 10000.0, EXACT);
        assertThat(change.high().orElseThrow()).isCloseTo(6500 / 9500.0 - 6500 / 10000.0, EXACT);
    }

    @Test
    void aBlocsIndicatorsTakeWhatIsOpenOfAllThreeSums() {
        SupplierProfile outside = profile(thousands(1000));
        CoreDependency d = CoreDependency.of(
                outside, Optional.of(new CoreDependency.Total(10_000, 500)), Optional.of(new CoreDependency.Total(8_000, 1_000)));

        assertThat(d.outsideShare().value().orElseThrow()).isCloseTo(0.5, EXACT);
        assertThat(d.outsideShare().low().orElseThrow()).as("8500 of 8500 + 10500").isCloseTo(8500 / 19000.0, EXACT);
        assertThat(d.outsideShare().high().orElseThrow()).as("11500 of 11500 + 9500").isCloseTo(11500 / 21000.0, EXACT);
        assertThat(d.outsideShare().reason()).isEqualTo("the publisher rounds its figures");
        assertThat(d.importsToExports().value().orElseThrow()).isCloseTo(1.25, EXACT);
        assertThat(d.importsToExports().low().orElseThrow()).as("8500 against 9000").isCloseTo(8500 / 9000.0, EXACT);
        assertThat(d.importsToExports().high().orElseThrow()).as("11500 against 7000").isCloseTo(11500 / 7000.0, EXACT);
        assertThat(d.dependent()).as("both straddle their thresholds").isEqualTo(CoreDependency.Flag.INDETERMINATE);
    }

    @Test
    void exportsThatMayBeNothingButRoundingLeaveTheirRatioOpenUpwards() {
        CoreDependency d = CoreDependency.of(
                profile(thousands(1000)), Optional.empty(), Optional.of(new CoreDependency.Total(1_000, 1_000)));

        assertThat(d.importsToExports().low()).hasValue(8500 / 2000.0);
        assertThat(d.importsToExports().high()).isEmpty();
    }

    @Test
    void roundingThatNoPageShowsLeavesABlocsIndicatorsExact() {
        CoreDependency d = CoreDependency.of(
                profile(thousands(1)), Optional.of(new CoreDependency.Total(10_000, 1)), Optional.of(new CoreDependency.Total(8_000, 1)));

        assertThat(d.outsideShare()).isEqualTo(Outcome.of(0.5));
        assertThat(d.importsToExports()).isEqualTo(Outcome.of(1.25));
    }

    @Property(tries = 300, seed = "20261123")
    void whateverWasRoundedAwayTheTrueShareAndIndexLieWithinTheBounds(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 0, max = 9000) Integer> trueValues) {
        String[] suppliers = {"CHN", "VNM", "USA", "THA", "DEU", "KOR"};
        Rows rows = rows().reporter("JPN").roundedTo(1000, 0);
        double sum = 0;
        double rounded = 0;
        for (int i = 0; i < trueValues.size(); i++) {
            double published = Math.round(trueValues.get(i) / 1000.0) * 1000.0;
            rows.add(suppliers[i], published);
            sum += trueValues.get(i);
            rounded += published;
        }
        if (sum == 0 || rounded == 0) {
            return;
        }
        double squares = 0;
        for (Integer value : trueValues) {
            squares += value / sum * (value / sum);
        }
        double china = trueValues.getFirst() / sum;
        Stream.of(new Object[] {figure(rows, "supplier-share", "CHN"), china}, new Object[] {figure(rows, "hhi", ""), squares})
                .forEach(pair -> {
                    Outcome outcome = (Outcome) pair[0];
                    double truth = (Double) pair[1];
                    assertThat(truth)
                            .isBetween(
                                    outcome.low().orElseThrow() - ShareBounds.VISIBLE, outcome.high().orElseThrow() + ShareBounds.VISIBLE);
                });
    }

    @Test
    void relianceTakesWhatIsOpenOfItsFourAmounts() {
        // 60 net of 100, each to the nearest ten: from 45 of 105 to 75 of 110
        Outcome o = NetImportReliance.of(metal(40, 5), metal(80, 5), metal(20, 5), metal(0, 5));
        assertThat(o.value().orElseThrow()).isCloseTo(0.6, EXACT);
        assertThat(o.low().orElseThrow()).as("45 of 45 + 45").isCloseTo(45 / 90.0, EXACT);
        assertThat(o.high().orElseThrow()).as("75 of 35 + 75").isCloseTo(75 / 110.0, EXACT);
        assertThat(o.reason()).isEqualTo("the publisher rounds its figures");
        assertThat(NetImportReliance.of(metal(40, 0.001), metal(80, 0.001), metal(20, 0), metal(0, 0)).isOk()).isTrue();
    }

    @Test
    void aNetExporterIsLeastReliantWhereItsOutputIsSmall() {
        // −10 of 90 at the middle; from −15 of 85 − ... to −5 of 105 − 5
        Outcome o = NetImportReliance.of(metal(100, 5), metal(0, 0), metal(10, 5), metal(0, 0));
        assertThat(o.low().orElseThrow()).as("-15 of 95 - 15").isCloseTo(-15 / 80.0, EXACT);
        assertThat(o.high().orElseThrow()).as("-5 of 105 - 5").isCloseTo(-5 / 100.0, EXACT);
    }

    @Test
    void useThatMayBeNothingLeavesRelianceOpenDownwards() {
        Outcome o = NetImportReliance.of(metal(10, 5), metal(0, 0), metal(8, 5), metal(0, 0));
        assertThat(o.low()).isEmpty();
        assertThat(o.high().orElseThrow()).as("-3 of 15 - 3").isCloseTo(-3 / 12.0, EXACT);
    }

    @Property(tries = 300, seed = "20261123")
    void relianceOfAnyAmountsThatRoundToThoseToldLiesWithinItsBounds(
            @ForAll @IntRange(min = 0, max = 50) int output,
            @ForAll @IntRange(min = 0, max = 50) int imports,
            @ForAll @IntRange(min = 0, max = 50) int exports,
            @ForAll @Size(3) List<@IntRange(min = -50, max = 50) Integer> inside) {
        Outcome told = NetImportReliance.of(metal(output, 0.5), metal(imports, 0.5), metal(exports, 0.5), metal(0, 0));
        double p = Math.max(0, output + inside.get(0) / 100.0);
        double n = imports + inside.get(1) / 100.0 - exports - inside.get(2) / 100.0;
        if (told.status() != Outcome.Status.NOT_COMPUTABLE && p + n > 1e-9) {
            assertThat(n / (p + n)).isBetween(
                    told.low().orElse(Double.NEGATIVE_INFINITY) - ShareBounds.VISIBLE,
                    told.high().orElseThrow() + ShareBounds.VISIBLE);
        }
    }

    private static NetImportReliance.StageAmount metal(double amount, double margin) {
        return new NetImportReliance.StageAmount("metal", amount, margin);
    }

    @Test
    void aMirrorGapTakesTheRoundingOfBothSides() {
        // 6000 of 10000 bought, 5000 sold, FOB, both told in thousands.
        Rows both = thousands(1000).valuation(Valuation.FOB).from("china.csv", "Customs")
                .reporter("CHN").add("JPN", TradeFlow.EXPORT, Quantity.reported(5000), Quantity.MISSING);
        MirrorGap.Mirror m = new MirrorGap.Mirror(6000, 5000, 10000, 0, new MirrorGap.Open(500, 500, 1000, 0, 0));
        assertThat(m.gap().low().orElseThrow()).as("5500 against 5500").isCloseTo(0, EXACT);
        assertThat(m.gap().high().orElseThrow()).as("6500 against 4500").isCloseTo(2000 / 6500.0, EXACT);
        assertThat(m.share().low().orElseThrow()).as("4500 of 4500 + 5000").isCloseTo(4500 / 9500.0, EXACT);
        assertThat(m.share().high().orElseThrow()).as("5500 of 5500 + 3000").isCloseTo(5500 / 8500.0, EXACT);
        assertThat(m.gap().reason()).isEqualTo("the publisher rounds its figures");
        Outcome gap = figure(both, "mirror-gap", "CHN");
        assertThat(gap.low().orElseThrow()).as("CIF, for the buyer's rows came before: 5500/1.12 against 5500")
                .isCloseTo((5500 / 1.12 - 5500) / 5500, EXACT);
        assertThat(gap.high().orElseThrow()).isCloseTo(2000 / 6500.0, EXACT);
    }

    @Test
    void whatTheBuyerDoesNotNameMayBeTheSuppliersOwn() {
        MirrorGap.Mirror m = new MirrorGap.Mirror(6000, 4000, 10000, 0, new MirrorGap.Open(0, 0, 0, 1000, 0));
        assertThat(m.share().low().orElseThrow()).isCloseTo(4000 / 8000.0, EXACT);
        assertThat(m.share().high().orElseThrow()).as("1000 of the others' 4000 are not named").isCloseTo(4000 / 7000.0, EXACT);
        assertThat(m.share().reason()).isEqualTo("10.0% of the total comes from partners that are not named");
        assertThat(m.gap().low().orElseThrow()).as("6000 against 4000").isCloseTo(2000 / 6000.0, EXACT);
        assertThat(m.gap().high().orElseThrow()).as("7000 against 4000").isCloseTo(3000 / 7000.0, EXACT);
        MirrorGap.Mirror more = new MirrorGap.Mirror(3500, 4000, 10000, 0.12, new MirrorGap.Open(0, 0, 0, 1000, 0));
        assertThat(more.gap().low().orElseThrow()).as("3125 against 4000").isCloseTo(-875 / 4000.0, EXACT);
        assertThat(more.gap().high().orElseThrow()).as("4500 against 4000: the buyer may tell more").isCloseTo(500 / 4500.0, EXACT);
        assertThat(more.gap().reason())
                .isEqualTo("freight and insurance between 0 and 12%; 10.0% of the total comes from partners that are not named");
    }

    @Test
    void whatTheSupplierSoldToNobodyNamedMayHaveGoneToTheBuyer() {
        MirrorGap.Mirror m = new MirrorGap.Mirror(6000, 4000, 10000, 0, new MirrorGap.Open(0, 0, 0, 0, 2500));
        assertThat(m.gap().low().orElseThrow()).as("6000 against 6500").isCloseTo(-500 / 6500.0, EXACT);
        assertThat(m.gap().high().orElseThrow()).as("6000 against 4000").isCloseTo(2000 / 6000.0, EXACT);
        assertThat(m.share().low().orElseThrow()).isCloseTo(4000 / 8000.0, EXACT);
        assertThat(m.share().high().orElseThrow()).isCloseTo(6500 / 10500.0, EXACT);
        assertThat(m.share().reason()).isEqualTo("the supplier's own figures hold sales to partners that are not named");
    }

    /** The two that are told come to 220 as the World row does, each in tens: China may have sold up to 15 to others. */
    @Test
    void whatASellersWorldRowMayHoldByRoundingAloneMayHaveGoneToTheBuyer() {
        Rows both = rows().valuation(Valuation.FOB).reporter("JPN").add("VNM", 155, 60)
                .reporter("CHN").roundedTo(10, 10)
                .add("X99", TradeFlow.EXPORT, Quantity.SUPPRESSED, Quantity.MISSING)
                .add("DEU", TradeFlow.EXPORT, Quantity.reported(190), Quantity.reported(90))
                .add("USA", TradeFlow.EXPORT, Quantity.reported(30), Quantity.reported(40))
                .add("W00", TradeFlow.EXPORT, Quantity.reported(220), Quantity.reported(130));
        Outcome gap = figure(both, "mirror-gap", "CHN");
        assertThat(gap.low()).as("nothing bought, up to 15 sold").hasValue(-1);
        assertThat(gap.high()).hasValue(0);
        assertThat(gap.reason()).isEqualTo("the publisher rounds its figures");
        Outcome share = figure(both, "supplier-share-mirror", "CHN");
        assertThat(share.low()).hasValue(0);
        assertThat(share.high().orElseThrow()).as("half a step of three rows: 15 of 155 + 15").isCloseTo(15 / 170.0, EXACT);
    }

    /** Germany's main partners sold it next to nothing by value and 60 of 110 kg: what the United States sold it is not in the 20 of 50. */
    @Test
    void whomAMainSeriesOfGoodsRoundedToNothingLeavesOutHasNoShareByWeight() {
        Rows rows = rows().coverage(Coverage.MAIN_PARTNERS).roundedTo(10, 10).reporter("DEU").add("CHN", 0, 20).add("VNM", 0, 40)
                .reporter("FRA").add("CHN", 60, 30).add("USA", 10, 20);
        List<Indicator> shares = Assessments.of(rows).all("EUU", "magnet", "", "2024", "supplier-share", Basis.WEIGHT);
        assertThat(shares).filteredOn(i -> i.supplier().equals("USA")).singleElement()
                .satisfies(i -> assertThat(i.outcome().status()).isEqualTo(Outcome.Status.NOT_COMPUTABLE));
        assertThat(shares).filteredOn(i -> i.supplier().equals("CHN")).singleElement()
                .satisfies(i -> assertThat(i.outcome().isUpperBound()).as("listed by both").isTrue());
    }

    /** Germany's main partners sold it next to nothing by value, and who is none of them may have sold as little, at whatever weight. */
    @Test
    void theUnitValueOfWhomAMainSeriesOfGoodsRoundedToNothingLeavesOutIsOfWhatIsOnRecord() {
        Rows rows = rows().coverage(Coverage.MAIN_PARTNERS).roundedTo(10, 10).reporter("DEU").add("VNM", 0, 40)
                .reporter("FRA").add("CHN", 180, 20).add("VNM", 110, 50);
        Outcome told = figure(rows, "EUU", "unit-value", "CHN");
        assertThat(told.value()).hasValue(9);
        assertThat(told.low()).isEmpty();
        assertThat(told.high()).isEmpty();
        assertThat(told.reason()).isEqualTo("of the series that list the supplier; small ones leave it out");
    }

    /** 9000 of 10 000, each within 4: 0.8996 to 0.9004, and 0.8093 to 0.8107 of its square. */
    @Test
    void aSquareTakesRoundingThatNoShareWouldShow() {
        Rows rows = rows().reporter("JPN").roundedTo(8, 0).add("CHN", 9000).add("VNM", 1000);
        assertThat(figure(rows, "supplier-share", "CHN")).as("8996 of 10 000 at least: 0.0004 less").isEqualTo(Outcome.of(0.9));
        Outcome part = figure(rows, "hhi-contribution", "CHN");
        assertThat(part.value().orElseThrow()).isCloseTo(0.81, EXACT);
        assertThat(part.low().orElseThrow()).isCloseTo(0.8996 * 0.8996, EXACT);
        assertThat(part.high().orElseThrow()).isCloseTo(0.9004 * 0.9004, EXACT);
        assertThat(part.reason()).isEqualTo("the publisher rounds its figures");
    }

    /** 9000 of 10 000 in both years, each within 4: no share shows it, and twice 0.0004 either way are 0.1 points. */
    @Test
    void aChangeTakesRoundingThatNeitherYearsShareWouldShow() {
        Rows rows = rows().reporter("JPN").roundedTo(8, 0).add("CHN", 9000).add("VNM", 1000).period("2023").add("CHN", 9000).add("VNM", 1000);
        assertThat(figure(rows, "supplier-share", "CHN")).isEqualTo(Outcome.of(0.9));
        Outcome change = figure(rows, "share-change", "CHN");
        assertThat(change.value().orElseThrow()).isCloseTo(0, EXACT);
        assertThat(change.low().orElseThrow()).isCloseTo(0.8996 - 0.9004, EXACT);
        assertThat(change.high().orElseThrow()).isCloseTo(0.9004 - 0.8996, EXACT);
        assertThat(change.reason()).isEqualTo("since 2023");
    }

    /** 9000 of 10 000, each within 4, after 5000 of 10 000: 0.8996² to 0.9004² less 0.25. */
    @Test
    void aSuppliersPartOfTheChangeOfTheIndexTakesRoundingThatNoShareWouldShow() {
        Rows both = rows().reporter("JPN").period("2023").add("CHN", 5000).add("VNM", 5000).period("2024").roundedTo(8, 0).add("CHN", 9000).add("VNM", 1000);
        Outcome part = figure(both, "hhi-change", "CHN");
        assertThat(part.value().orElseThrow()).isCloseTo(0.56, EXACT);
        assertThat(part.low().orElseThrow()).isCloseTo(0.8996 * 0.8996 - 0.25, EXACT);
        assertThat(part.high().orElseThrow()).isCloseTo(0.9004 * 0.9004 - 0.25, EXACT);
    }

    /** 1000 of nobody named in 10 000, each row within 50: their square is at most that of 1100 of 10 000. */
    @Test
    void whatUnnamedPartnersAddToTheChangeOfTheIndexTakesTheirRounding() {
        Rows both = rows().reporter("JPN").period("2023").add("CHN", 5000).add("VNM", 5000)
                .period("2024").roundedTo(100, 0).add("CHN", 9000).add("X99", 1000);
        Outcome part = figure(both, "hhi-change", "X99");
        assertThat(part.value().orElseThrow()).isCloseTo(0.01, EXACT);
        assertThat(part.low().orElseThrow()).isCloseTo(0, EXACT);
        assertThat(part.high().orElseThrow()).isCloseTo(0.11 * 0.11, EXACT);
    }

    /** Ten of 1000: each within 999 and 1001, so that the index moves by 0.0004 and their number by 0.036 of 10. */
    @Test
    void theNumberOfSuppliersTakesRoundingThatTheIndexWouldNotShow() {
        Rows rows = rows().reporter("JPN").roundedTo(2, 0);
        for (String supplier : List.of("CHN", "VNM", "USA", "THA", "DEU", "KOR", "MYS", "FRA", "GBR", "CAN")) {
            rows.add(supplier, 1000);
        }
        assertThat(figure(rows, "hhi", "").status()).isEqualTo(Outcome.Status.OK);
        Outcome number = figure(rows, "effective-suppliers", "");
        assertThat(number.low().orElseThrow()).as("1001 beside nine of 999, each").isCloseTo(1 / (10 * Math.pow(1001 / 9992.0, 2)), EXACT);
        assertThat(number.high().orElseThrow()).as("999 beside nine of 1001, each").isCloseTo(1 / (10 * Math.pow(999 / 10008.0, 2)), EXACT);
    }

    @Test
    void worldExportsThatAreRoundedLeaveAYearOpenWhereTheirIndexStraddlesTheThreshold() {
        // One seller of 6,000 and 99 of 30: its share is 0.669 and the index 0.4477. In steps of 20 it may be as low as 5990 of 9950: 0.3625.
        assertThat(geodep(0).value()).hasValue(3);
        assertThat(geodep(0.002).value()).as("a step that no page shows").hasValue(3);
        Outcome open = geodep(20);
        assertThat(open.low()).isEmpty();
        assertThat(open.status()).isEqualTo(Outcome.Status.NOT_COMPUTABLE);
    }

    private static Outcome geodep(double step) {
        Rows rows = rows();
        for (int year = 2022; year <= 2024; year++) {
            rows.period(Integer.toString(year)).roundedTo(0, 0).reporter("JPN").add("CHN", 80).add("USA", 20);
            rows.roundedTo(step, 0);
            rows.reporter("CHN").add("USA", TradeFlow.EXPORT, Quantity.reported(6000), Quantity.MISSING);
            rows.reporter("JPN").add("USA", TradeFlow.EXPORT, Quantity.reported(30), Quantity.MISSING);
            for (int i = 0; i < 98; i++) {
                rows.reporter("A" + (char) ('A' + i / 26) + (char) ('A' + i % 26))
                        .add("USA", TradeFlow.EXPORT, Quantity.reported(30), Quantity.MISSING);
            }
        }
        return figure(rows, "geodep", "");
    }

    @Test
    void linesOfAStageThatAreRoundedLeaveMixAndWithinOpen() {
        // Two lines of two years; weights 0.5/0.5 to 0.8/0.2, China 0.8/0.2 to 0.9/0.2: within 0.065, mix 0.195 in all.
        Rows exact = lines(0);
        assertThat(mixed(exact, "share-change-within")).isEqualTo(mixed(lines(0.01), "share-change-within"));
        Outcome within = mixed(lines(2), "share-change-within");
        assertThat(within.value().orElseThrow()).isCloseTo(0.065, EXACT);
        assertThat(within.low().orElseThrow()).isLessThan(0.065 - 0.01);
        assertThat(within.high().orElseThrow()).isGreaterThan(0.065 + 0.01);
        Outcome mix = mixed(lines(2), "share-change-mix");
        assertThat(mix.value().orElseThrow()).isCloseTo(0.195, EXACT);
        assertThat(mix.low().orElseThrow()).isLessThan(0.195 - 0.005);
        assertThat(mix.high().orElseThrow()).isGreaterThan(0.195 + 0.005);
    }

    private static Outcome mixed(Rows rows, String measure) {
        return Assessments.of(rows).figure("JPN", "compound", "2024", measure, "CHN");
    }

    private static Rows lines(double step) {
        return rows().reporter("JPN").roundedTo(step, 0)
                .period("2023")
                .commodity("284610").add("CHN", 40).add("VNM", 10)
                .commodity("284690").add("CHN", 10).add("VNM", 40)
                .period("2024")
                .commodity("284610").add("CHN", 72).add("VNM", 8)
                .commodity("284690").add("CHN", 4).add("VNM", 16);
    }
}
