package dev.lodestone.model.measure;

import static dev.lodestone.model.testing.Profiles.builder;
import static dev.lodestone.model.testing.Profiles.measure;
import static dev.lodestone.model.testing.Profiles.profile;
import static dev.lodestone.model.testing.Profiles.read;
import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.measure.Outcome.Status;
import dev.lodestone.model.testing.Profiles;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.testing.Assessments;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every shipped measure against values worked by hand. */
class MeasureValuesTest {

    private static final Offset<Double> EXACT = within(1e-12);

    /** Value 50, 30, 20 of 100; weight 10, 60, 30 of 100. */
    private static Rows threeSuppliers() {
        return rows().add("CHN", 50, 10).add("JPN", 30, 60).add("VNM", 20, 30);
    }

    /** 60 and 20 named, 20 unnamed, of 100. */
    private static Rows withUnnamed() {
        return rows().add("CHN", 60, 6).add("JPN", 20, 2).add("X99", 20, 2);
    }

    private static void assertExact(Outcome outcome, double value) {
        assertThat(outcome.status()).isEqualTo(Status.OK);
        assertThat(outcome.value().orElseThrow()).isCloseTo(value, EXACT);
        assertThat(outcome.low().orElseThrow()).isCloseTo(value, EXACT);
        assertThat(outcome.high().orElseThrow()).isCloseTo(value, EXACT);
    }

    private static void assertBounds(Outcome outcome, double low, double value, double high) {
        assertThat(outcome.status()).isEqualTo(Status.BOUNDED);
        assertThat(outcome.low().orElseThrow()).isCloseTo(low, EXACT);
        assertThat(outcome.value().orElseThrow()).isCloseTo(value, EXACT);
        assertThat(outcome.high().orElseThrow()).isCloseTo(high, EXACT);
    }

    private static void assertNotComputable(Outcome outcome, String reason) {
        assertThat(outcome.status()).isEqualTo(Status.NOT_COMPUTABLE);
        assertThat(outcome.value()).isEmpty();
        assertThat(outcome.low()).isEmpty();
        assertThat(outcome.high()).isEmpty();
        assertThat(outcome.reason()).isEqualTo(reason);
    }

    @Test
    void amountsAddUpAllPartners() {
        SupplierProfile p = profile(threeSuppliers());
        assertExact(read("import-value", p, Basis.VALUE), 100);
        assertExact(read("import-weight", p, Basis.WEIGHT), 100);
    }

    @Test
    void amountInDollarsUsesTheRateAndSaysSo() {
        SupplierProfile p = builder(threeSuppliers()).rate(OptionalDouble.of(1.25), Statement.verbatim("1 EUR = 1.2500 USD")).build();
        Outcome value = read("import-value", p, Basis.VALUE);
        assertExact(value, 125);
        assertThat(value.reason()).isEqualTo("1 EUR = 1.2500 USD");
    }

    @Test
    void amountWithoutRateIsNotComputableWhileSharesAre() {
        SupplierProfile p = builder(threeSuppliers()).rate(OptionalDouble.empty(), Statement.NONE).build();
        assertNotComputable(read("import-value", p, Basis.VALUE), "no exchange rate for USD in 2024");
        assertExact(read("supplier-share", "CHN", p, Basis.VALUE), 0.5);
    }

    @Test
    void sharesByValueAndByWeightStandSideBySide() {
        SupplierProfile p = profile(threeSuppliers());
        assertExact(read("supplier-share", "CHN", p, Basis.VALUE), 0.5);
        assertExact(read("supplier-share", "CHN", p, Basis.WEIGHT), 0.1);
        assertExact(read("supplier-share", "JPN", p, Basis.WEIGHT), 0.6);
    }

    @Test
    void topSupplierMayDifferBetweenBases() {
        SupplierProfile p = profile(threeSuppliers());
        assertExact(read("top-supplier-share", "CHN", p, Basis.VALUE), 0.5);
        assertExact(read("top-supplier-share", "JPN", p, Basis.WEIGHT), 0.6);
    }

    @Test
    void herfindahlSumsTheSquares() {
        // 0.25 + 0.09 + 0.04 = 0.38 by value; 0.01 + 0.36 + 0.09 = 0.46 by weight
        SupplierProfile p = profile(threeSuppliers());
        assertExact(read("hhi", p, Basis.VALUE), 0.38);
        assertExact(read("hhi", p, Basis.WEIGHT), 0.46);
        assertExact(read("effective-suppliers", p, Basis.VALUE), 1 / 0.38);
    }

    @Test
    void alliedShareLeavesTheBuyerItselfOut() {
        SupplierProfile p = profile(rows().add("CHN", 50).add("JPN", 30).add("AAA", 20));
        assertExact(read("allied-share", p, Basis.VALUE), 0.3);
    }

    @Test
    void unnamedPartnersGiveBounds() {
        SupplierProfile p = profile(withUnnamed());
        assertExact(read("unnamed-share", p, Basis.VALUE), 0.2);
        assertBounds(read("supplier-share", "CHN", p, Basis.VALUE), 0.6, 0.6, 0.8);
        assertBounds(read("top-supplier-share", "CHN", p, Basis.VALUE), 0.6, 0.6, 0.8);
        assertBounds(read("allied-share", p, Basis.VALUE), 0.2, 0.2, 0.4);
        // 0.36 + 0.04 = 0.40 spread thin; + 0.04 as one supplier = 0.44; 0.64 + 0.04 = 0.68 all from the largest
        assertBounds(read("hhi", p, Basis.VALUE), 0.40, 0.44, 0.68);
        assertBounds(read("effective-suppliers", p, Basis.VALUE), 1 / 0.68, 1 / 0.44, 1 / 0.40);
        assertThat(read("hhi", p, Basis.VALUE).reason()).isEqualTo("20.0% of the total comes from partners that are not named");
    }

    @Test
    void residualAgainstTheWorldRowCountsAsUnnamed() {
        SupplierProfile p = builder(rows().add("CHN", 60, 6).add("JPN", 20, 2)).residual(20, OptionalDouble.of(2), List.of()).build();
        assertBounds(read("supplier-share", "CHN", p, Basis.VALUE), 0.6, 0.6, 0.8);
        assertBounds(read("supplier-share", "CHN", p, Basis.WEIGHT), 0.6, 0.6, 0.8);
    }

    @Test
    void residualWithoutWeightMakesWeightUnusable() {
        SupplierProfile p = builder(rows().add("CHN", 60, 6).add("JPN", 20, 2)).residual(20, OptionalDouble.empty(), List.of()).build();
        assertNotComputable(read("supplier-share", "CHN", p, Basis.WEIGHT), "net weight missing for 20.0% of the value");
    }

    @Test
    void watchedSupplierIsListedEvenWhenAbsent() {
        assertExact(read("supplier-share", "CHN", profile(rows().add("JPN", 10)), Basis.VALUE), 0);
    }

    @Test
    void mainPartnersGiveUpperBoundsOnly() {
        SupplierProfile p = profile(rows().coverage(Coverage.MAIN_PARTNERS).add("CHN", 80).add("JPN", 20));
        Outcome share = read("supplier-share", "CHN", p, Basis.VALUE);
        assertThat(share.isUpperBound()).isTrue();
        assertThat(share.high().orElseThrow()).isCloseTo(0.8, EXACT);
        assertThat(share.reason()).startsWith("the source holds only the main partners");
        Outcome hhi = read("hhi", p, Basis.VALUE);
        assertThat(hhi.isUpperBound()).isTrue();
        assertThat(hhi.high().orElseThrow()).isCloseTo(0.68, EXACT);
        Outcome n = read("effective-suppliers", p, Basis.VALUE);
        assertThat(n.low().orElseThrow()).isCloseTo(1 / 0.68, EXACT);
        assertThat(n.high()).isEmpty();
        Outcome total = read("import-value", p, Basis.VALUE);
        assertThat(total.low().orElseThrow()).isEqualTo(100);
        assertThat(total.high()).isEmpty();
        assertNotComputable(
                read("allied-share", p, Basis.VALUE),
                "the source holds only part of the partners: allies may be among those left out");
    }

    @Test
    void selectedPartnersTellNothingOfTheLargestOrOfConcentration() {
        SupplierProfile p = profile(rows().coverage(Coverage.SELECTED_PARTNERS).add("CHN", 80).add("JPN", 20));
        String reason = "the source holds only selected partners: a larger supplier may be missing";
        assertNotComputable(read("top-supplier-share", p, Basis.VALUE), reason);
        assertNotComputable(read("hhi", p, Basis.VALUE), reason);
        assertNotComputable(read("effective-suppliers", p, Basis.VALUE), reason);
        assertThat(read("supplier-share", "CHN", p, Basis.VALUE).high().orElseThrow()).isCloseTo(0.8, EXACT);
    }

    @Test
    void absenceFromAPartialSeriesIsNotAZero() {
        assertNotComputable(
                read("supplier-share", "CHN", profile(rows().coverage(Coverage.SELECTED_PARTNERS).add("JPN", 20)), Basis.VALUE),
                "the source holds only selected partners, and this supplier is not among them");
        assertNotComputable(
                read("supplier-share", "CHN", profile(rows().coverage(Coverage.MAIN_PARTNERS).add("JPN", 20)), Basis.VALUE),
                "the source holds only the main partners, and this supplier is not among them");
    }

    @Test
    void groupOfSuppliersNeedsAllItsMembersInAPartialSeries() {
        SupplierProfile p = profile(rows().coverage(Coverage.SELECTED_PARTNERS).add("CHN", 80).add("JPN", 20));
        assertNotComputable(
                Shares.of(p, Basis.VALUE, Set.of(Economy.of("CHN"), Economy.of("HKG"))),
                "the source holds only selected partners, and not all that count with this supplier");
    }

    @Test
    void suppressedSupplierHasNoShareAndBoundsTheOthers() {
        SupplierProfile p = builder(rows().add("CHN", Quantity.SUPPRESSED, Quantity.MISSING).add("JPN", 30).add("VNM", 70))
                .withheld(new ProfileBuilder.Untold(1, 1))
                .build();
        assertNotComputable(read("supplier-share", "CHN", p, Basis.VALUE), "the source lists this supplier without a value");
        Outcome japan = read("supplier-share", "JPN", p, Basis.VALUE);
        assertThat(japan.isUpperBound()).isTrue();
        assertThat(japan.high().orElseThrow()).isCloseTo(0.3, EXACT);
        assertNotComputable(
                read("hhi", p, Basis.VALUE), "the source lists suppliers without a value: one of them may be large");
        assertNotComputable(
                read("top-supplier-share", p, Basis.VALUE), "the source lists suppliers without a value: one of them may be large");
        assertNotComputable(
                read("allied-share", p, Basis.VALUE), "the source lists suppliers without a value: allies may be among them");
        assertNotComputable(read("unnamed-share", p, Basis.VALUE), "the source lists suppliers without a value");
        assertThat(read("import-value", p, Basis.VALUE).low().orElseThrow()).isEqualTo(100);
    }

    /** A source that lists only weights: something was bought, and nothing is known of its value. */
    @Test
    void purchasesListedWithoutAnyValueAreNotNoPurchases() {
        SupplierProfile p = builder(rows().add("CHN", Quantity.MISSING, Quantity.reported(5))).withheld(new ProfileBuilder.Untold(1, 1)).build();
        for (String id : new String[] {"import-value", "hhi", "supplier-share"}) {
            assertThat(read(id, id.equals("supplier-share") ? "CHN" : "", p, Basis.VALUE).reason()).as(id)
                    .isEqualTo("the source lists suppliers without a value");
        }
    }

    @Test
    void nothingBoughtIsNotAZeroShare() {
        SupplierProfile p = profile(rows().add("CHN", 0).add("JPN", 0));
        for (String id : new String[] {"import-value", "hhi", "allied-share", "unnamed-share", "top-supplier-share"}) {
            assertNotComputable(read(id, p, Basis.VALUE), "no imports recorded");
        }
        assertNotComputable(read("supplier-share", "CHN", p, Basis.VALUE), "no imports recorded");
    }

    @Test
    void onlyUnnamedPartnersGiveNoConcentration() {
        SupplierProfile p = profile(rows().add("X99", 100));
        assertNotComputable(read("hhi", p, Basis.VALUE), "no supplier is named");
        assertBounds(read("supplier-share", "CHN", p, Basis.VALUE), 0, 0, 1);
    }

    @Test
    void negativeFlowMakesNoShare() {
        SupplierProfile p = profile(rows().add("CHN", -10).add("JPN", 110));
        assertThat(read("supplier-share", "CHN", p, Basis.VALUE).status()).isEqualTo(Status.NOT_COMPUTABLE);
        assertThat(read("hhi", p, Basis.VALUE).reason()).startsWith("a supplier's imports are negative");
    }

    @Test
    void weightIsUsableUpToHalfAPercentOfValueWithoutIt() {
        SupplierProfile within = profile(rows().add("CHN", 99.5, 10).add("JPN", 0.5));
        assertExact(read("import-weight", within, Basis.WEIGHT), 10);
        SupplierProfile beyond = profile(rows().add("CHN", 99.4, 10).add("JPN", 0.6));
        Outcome least = read("import-weight", beyond, Basis.WEIGHT);
        assertThat(least.low()).hasValue(10);
        assertThat(least.high()).isEmpty();
        assertThat(least.value()).isEmpty();
        assertThat(least.reason()).isEqualTo("net weight missing for 0.6% of the value: a lower bound");
        assertNotComputable(
                read("import-weight", profile(rows().add("CHN", 10)), Basis.WEIGHT), "no net weight in the source");
    }

    @Test
    void zeroWeightOfValuableGoodsIsAMissingWeight() {
        SupplierProfile p = profile(rows().add("CHN", 50, 0).add("JPN", 50, 5));
        assertThat(read("import-weight", p, Basis.WEIGHT).low()).as("half of the value is weighed").hasValue(5);
        SupplierProfile most = profile(rows().add("CHN", 51, 0).add("JPN", 49, 5));
        assertNotComputable(read("import-weight", most, Basis.WEIGHT), "net weight missing for 51.0% of the value");
    }

    @Test
    void unitValueDividesValueByWeight() {
        // all: 100/100; China: 50/10
        SupplierProfile p = builder(threeSuppliers()).rate(OptionalDouble.of(2), Statement.NONE).build();
        assertExact(read("unit-value", p, Basis.VALUE), 2);
        assertExact(read("unit-value", "CHN", p, Basis.VALUE), 10);
    }

    @Test
    void unitValueLeavesEstimatedWeightsOut() {
        SupplierProfile p = profile(rows()
                .add("CHN", 60, 6)
                .add("JPN", Quantity.reported(40), Quantity.estimated(1)));
        Outcome all = read("unit-value", p, Basis.VALUE);
        assertThat(all.value()).hasValue(10);
        assertThat(all.high()).as("all 100 for no more than the 6 kg that were weighed").hasValue(100.0 / 6);
        assertThat(all.low()).as("what the other 40 weigh is not known").isEmpty();
        assertThat(all.reason()).isEqualTo("from the 60% of the value that has a reported net weight");
        SupplierProfile mostlyEstimated = profile(rows()
                .add("CHN", 40, 6)
                .add("JPN", Quantity.reported(60), Quantity.estimated(1)));
        assertNotComputable(
                read("unit-value", mostlyEstimated, Basis.VALUE),
                "less than half of the value has a net weight that was not estimated");
    }

    @Test
    void anEstimatedRowLeavesTheOtherRowsOfItsSupplierIn() {
        // China: 60/6 as reported, 40/1 by estimate; Japan 100/5
        SupplierProfile p = profile(rows()
                .add("CHN", 60, 6)
                .commodity("850519")
                .add("CHN", Quantity.reported(40), Quantity.estimated(1))
                .add("JPN", 100, 5));
        Outcome all = read("unit-value", p, Basis.VALUE);
        assertThat(all.value().getAsDouble()).isCloseTo(160.0 / 11, within(1e-12));
        assertThat(all.reason()).isEqualTo("from the 80% of the value that has a reported net weight");
        assertThat(read("unit-value", "CHN", p, Basis.VALUE).value()).hasValue(10);
        assertThat(read("price-gap", "CHN", p, Basis.VALUE).value()).hasValue(0.5);
    }

    @Test
    void aUnitValueFromPartOfThePartnersSaysSo() {
        SupplierProfile p = profile(rows().coverage(Coverage.SELECTED_PARTNERS).add("CHN", 60, 6).add("JPN", 40, 1));
        Outcome named = read("unit-value", p, Basis.VALUE);
        assertThat(named.reason()).isEqualTo("of the suppliers that the source names");
        assertThat(named.status()).as("of all it may be anything").isEqualTo(Outcome.Status.BOUNDED);
        assertThat(named.value()).hasValue(100.0 / 7);
        assertThat(named.low()).isEmpty();
        assertThat(named.high()).isEmpty();
        assertThat(read("price-gap", "CHN", p, Basis.VALUE).reason()).isEqualTo("of the suppliers that the source names");
        assertThat(read("unit-value", "CHN", p, Basis.VALUE).reason()).isEmpty();
        SupplierProfile estimated = profile(rows()
                .coverage(Coverage.MAIN_PARTNERS)
                .add("CHN", 60, 6)
                .add("JPN", Quantity.reported(40), Quantity.estimated(1)));
        assertThat(read("unit-value", estimated, Basis.VALUE).reason())
                .isEqualTo("from the 60% of the value that has a reported net weight; of the suppliers that the source names");
    }

    @Test
    void ofABlocASupplierThatMembersLeaveOutHasNoBound() {
        // Germany names the United States, France with 40 of 100 does not: 5 of 100 is no upper bound of what both bought there.
        Rows rows = rows().reporter("DEU").coverage(Coverage.MAIN_PARTNERS).add("CHN", 55).add("USA", 5)
                .reporter("FRA").add("CHN", 30).add("CHE", 10);
        Assessments a = Assessments.of(rows);
        assertNotComputable(a.figure("EUU", "magnet", "2024", "supplier-share", "USA"),
                "series with 40.0% of these purchases, by member, line or month, have no row of this supplier in the source, which holds only part of the partners");
        assertThat(a.figure("EUU", "magnet", "2024", "supplier-share", "CHN").high()).hasValue(0.85);
        assertThat(a.figure("EUU", "magnet", "2024", "hhi", "").isUpperBound()).isTrue();
        assertThat(a.figure("DEU", "magnet", "2024", "supplier-share", "USA").high().orElseThrow()).isCloseTo(5 / 60.0, within(1e-12));
        // One per cent of the purchases is what members may leave out, and the bound reaches as far: 4 and 1 of 100 and 1.
        Rows small = rows().reporter("DEU").coverage(Coverage.MAIN_PARTNERS).add("CHN", 95).add("USA", 4).reporter("FRA").add("CHN", 1);
        assertThat(Assessments.of(small).figure("EUU", "magnet", "2024", "supplier-share", "USA").high().orElseThrow()).isCloseTo(5 / 101.0, within(1e-12));
        // Without the largest supplier in full, the index has no bound either.
        Rows largest = rows().reporter("DEU").coverage(Coverage.MAIN_PARTNERS).add("CHN", 55).reporter("FRA").add("CHE", 45);
        assertThat(Assessments.of(largest).figure("EUU", "magnet", "2024", "hhi", "").status()).isEqualTo(Outcome.Status.NOT_COMPUTABLE);
    }

    @Test
    void theBasicMeasuresHaveTheirRowWhereNothingIsOnRecord() {
        assertThat(Measures.standard().stream().filter(Measure::isAlwaysTold).map(Measure::id))
                .containsExactlyInAnyOrder(
                        "import-value", "import-weight", "supplier-share", "top-supplier-share", "hhi", "effective-suppliers",
                        "allied-share", "unnamed-share", "unit-value", "price-gap");
    }

    @Test
    void defectStopsEveryMeasure() {
        SupplierProfile p = builder(threeSuppliers()).defect(Statement.verbatim("incomplete: lines are missing")).build();
        for (Measure m : Measures.standard()) {
            for (Basis basis : m.bases()) {
                List<Measure.Reading> readings = m.read(p, basis, Profiles.CONTEXT);
                if (m.isAlwaysTold()) {
                    assertThat(readings).as(m.id()).isNotEmpty();
                }
                assertThat(readings)
                        .as(m.id())
                        .allSatisfy(r -> assertThat(r.outcome().reason()).isEqualTo("incomplete: lines are missing"));
            }
        }
    }

    @Test
    void worldRowIsNoSupplier() {
        assertThatThrownBy(() -> profile(rows().add("W00", 100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the World row is a total, not a supplier");
    }

    @Test
    void idsAreUniqueAndEveryMeasureNamesFormulaUnitAndBasis() {
        assertThat(Measures.standard()).extracting(Measure::id).doesNotHaveDuplicates();
        assertThat(Measures.standard()).allSatisfy(m -> {
            assertThat(m.formula()).isNotBlank();
            assertThat(m.title()).isNotBlank();
            assertThat(m.unit()).isNotBlank();
            assertThat(m.bases()).isNotEmpty();
        });
        assertThat(measure("hhi").title()).contains("HHI");
    }

    /**
     * Published worked examples: US Department of Justice and FTC, Horizontal Merger Guidelines (30, 30, 20, 20: 2600); World Mining Data, Concentration of
     * Producer Countries (50, 30, 15, 5: 3650); US National Research Council, Minerals, Critical Minerals, and the U.S. Economy (40, 40, 20: 3600).
     */
    @ParameterizedTest
    @CsvSource({"'30,30,20,20', 2600", "'50,30,15,5', 3650", "'40,40,20', 3600"})
    void theIndexIsThatOfPublishedExamples(String shares, double index) {
        String[] partners = {"CHN", "VNM", "USA", "KOR"};
        Rows rows = rows();
        String[] parts = shares.split(",");
        for (int i = 0; i < parts.length; i++) {
            rows.add(partners[i], 7 * Double.parseDouble(parts[i]));
        }
        assertExact(read("hhi", profile(rows), Basis.VALUE), index / 10_000);
    }
}
