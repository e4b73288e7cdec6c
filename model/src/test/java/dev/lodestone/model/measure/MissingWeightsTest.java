package dev.lodestone.model.measure;

import static dev.lodestone.model.testing.Profiles.profile;
import static dev.lodestone.model.testing.Profiles.read;
import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.measure.Outcome.Status;
import dev.lodestone.model.testing.Assessments;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A weight that is missing can be anything: what is known of shares by weight is one end. */
class MissingWeightsTest {

    /** China 60 kg, Japan 20 kg; Viet Nam without a weight: 10 of 100 by value. */
    private static Rows othersWithout() {
        return rows().add("CHN", 70, 60).add("JPN", 20, 20).add("VNM", 10);
    }

    private static Outcome byWeight(String measure, String supplier, Rows rows) {
        return read(measure, supplier, profile(rows), Basis.WEIGHT);
    }

    private static Outcome figure(Assessments of, String buyer, String measure, String supplier, Basis basis) {
        return of.all(buyer, "magnet", "", "2024", measure, basis).stream()
                .filter(i -> i.supplier().equals(supplier)).findFirst().orElseThrow().outcome();
    }

    private static void assertAtMost(Outcome o, double high) {
        assertThat(o.isUpperBound()).isTrue();
        assertThat(o.high().orElseThrow()).isCloseTo(high, within(1e-12));
    }

    private static void assertAtLeast(Outcome o, double low) {
        assertThat(o.value()).isEmpty();
        assertThat(o.high()).isEmpty();
        assertThat(o.low().orElseThrow()).isCloseTo(low, within(1e-12));
    }

    @Test
    void aWeighedSupplierHasAtMostItsPartOfWhatIsWeighed() {
        Outcome china = byWeight("supplier-share", "CHN", othersWithout());
        assertAtMost(china, 60 / 80.0);
        assertThat(china.reason()).isEqualTo("net weight missing for 10.0% of the value, all of it bought elsewhere: an upper bound");
        assertAtMost(byWeight("supplier-share", "JPN", othersWithout()), 20 / 80.0);
        assertAtMost(byWeight("allied-share", "", othersWithout()), 20 / 80.0);
    }

    /** Viet Nam's 4 of 1004 by value are too little to leave the others open, but they are all of its own. */
    @Test
    void aSmallSupplierWithoutWeightsHasNoShareOfZero() {
        Rows rows = rows().add("CHN", 600, 60).add("JPN", 400, 20).add("VNM", 4);
        assertThat(byWeight("supplier-share", "CHN", rows)).isEqualTo(Outcome.of(0.75));
        Outcome share = byWeight("supplier-share", "VNM", rows);
        assertThat(share.status()).isEqualTo(Status.NOT_COMPUTABLE);
        assertThat(share.reason()).isEqualTo("net weight missing for 100.0% of the value");
        assertThat(byWeight("hhi-contribution", "VNM", rows).status()).isEqualTo(Status.NOT_COMPUTABLE);
    }

    /** 3 of the 7 that Viet Nam sold have no weight; 0.4 kg of the others do, at which they would weigh 0.3 of 80.7. */
    @Test
    void aSmallSupplierWeighedInPartHasAtLeastWhatIsWeighed() {
        Rows rows = rows().add("CHN", 600, 60).add("JPN", 400, 19.6).add("VNM", 4, 0.4).add("VNM", 3);
        assertAtLeast(byWeight("supplier-share", "VNM", rows), 0.005);
        assertAtLeast(byWeight("hhi-contribution", "VNM", rows), 0.000025);
        assertThat(byWeight("supplier-share", "CHN", rows)).isEqualTo(Outcome.of(0.75));
    }

    /**
     * China's 300 of 100,000 have no weight, and 500 of it weigh 60 kg of 100: at that price 36 kg of 136, 26.5 %, are missing. Viet Nam's 40 kg
     * are 40 % of what is weighed and less of all.
     */
    @Test
    void aLittleValueWithoutWeightThatWouldBeMuchByWeightLeavesTheOthersOpen() {
        Rows rows = rows().add("CHN", 500, 60).add("CHN", 300).add("VNM", 99_200, 40);
        assertAtLeast(byWeight("supplier-share", "CHN", rows), 0.6);
        Outcome vietNam = byWeight("supplier-share", "VNM", rows);
        assertAtMost(vietNam, 0.4);
        assertThat(vietNam.reason()).isEqualTo("net weight missing for 0.3% of the value, all of it bought elsewhere: an upper bound; "
                + "at the unit values of what else these suppliers sold, about 26.5% of the weight");
        assertThat(byWeight("hhi", "", rows).status()).isEqualTo(Status.NOT_COMPUTABLE);
        assertAtLeast(read("import-weight", "", profile(rows), Basis.WEIGHT), 100);
        Outcome unitValue = read("unit-value", "", profile(rows), Basis.VALUE);
        assertThat(unitValue.value()).hasValue(99_700 / 100.0);
        assertThat(unitValue.low()).isEmpty();
        assertThat(unitValue.high()).hasValue(100_000 / 100.0);
    }

    /** What is missing is told, however little by value: 3 of 99,208 are 0.0030 %, and at 12 kg each 36 kg of 136. */
    @Test
    void aTrifleByValueIsNotToldAsNothing() {
        Rows rows = rows().add("CHN", 5, 60).add("CHN", 3).add("VNM", 99_200, 40);
        assertThat(byWeight("supplier-share", "CHN", rows).reason()).startsWith("net weight missing for 0.0030% of the value");
    }

    /** Viet Nam's goods without a weight are dear: 3 of 1007 are 0.03 kg of 80 at its price, and nobody's share is open. */
    @Test
    void aLittleValueWithoutWeightOfDearGoodsLeavesNothingOpen() {
        Rows rows = rows().add("CHN", 600, 60).add("JPN", 400, 20).add("VNM", 4, 0.04).add("VNM", 3);
        assertThat(byWeight("hhi", "", rows).isOk()).isTrue();
    }

    @Test
    void theOnlySupplierWithoutWeightsHasAtLeastWhatIsKnown() {
        // 5 kg of Viet Nam's are told, the rest is missing.
        Outcome vietNam = byWeight("supplier-share", "VNM", othersWithout().add("VNM", 10, 5));
        assertAtLeast(vietNam, 5 / 85.0);
        assertThat(vietNam.reason()).isEqualTo("net weight missing for 9.1% of the value, all of it bought here: a lower bound");
    }

    /** Of Germany's 160 and 100 kg France sold 140 and an unknown weight, and someone else what rounding hides: it may be China, and heavy. */
    @Test
    void whatOnlyRoundingLeavesRoomForMayBeHeavyWhereMembersAreNotWeighed() {
        Rows rows = rows().roundedTo(10, 10).reporter("DEU").commodity("850511")
                .add("X99", Quantity.SUPPRESSED, Quantity.MISSING).add("USA", 20, 0)
                .add("FRA", Quantity.reported(140), Quantity.MISSING).add("W00", 160, 100)
                .roundedTo(0, 0).reporter("FRA").add("CHN", 189, 52).add("VNM", 1, 11).add("USA", 88, 13).add("DEU", 18, 44);
        Assessments bloc = Assessments.of(rows);
        assertThat(figure(bloc, "EUU", "supplier-share", "CHN", Basis.WEIGHT).status()).isEqualTo(Status.NOT_COMPUTABLE);
        Outcome weight = figure(bloc, "EUU", "supplier-weight", "CHN", Basis.WEIGHT);
        assertAtLeast(weight, 52);
        assertThat(weight.reason()).isEqualTo("the publisher rounds its figures");
    }

    /** The World row has 100 as Viet Nam does, each in tens, and no weight: China may have sold 10 of 110 whose weight nobody knows. */
    @Test
    void whatOnlyRoundingLeavesRoomForHasNoWeightWhereTheWorldRowHasNone() {
        Rows rows = rows().reporter("JPN").roundedTo(10, 0).add("CHN", Quantity.SUPPRESSED, Quantity.MISSING)
                .add("VNM", 100, 50).add("W00", Quantity.reported(100), Quantity.MISSING);
        Assessments japan = Assessments.of(rows);
        assertThat(figure(japan, "JPN", "supplier-share", "VNM", Basis.WEIGHT).status()).isEqualTo(Status.NOT_COMPUTABLE);
        assertThat(figure(japan, "JPN", "supplier-share", "CHN", Basis.WEIGHT).status()).isEqualTo(Status.NOT_COMPUTABLE);
        Outcome unitValue = figure(japan, "JPN", "unit-value", "", Basis.VALUE);
        assertThat(unitValue.low()).as("nobody knows how heavy that is").isEmpty();
    }

    @Test
    void whereBothLackWeightsNothingIsKnown() {
        Outcome china = byWeight("supplier-share", "CHN", othersWithout().add("CHN", 10));
        assertThat(china.status()).isEqualTo(Status.NOT_COMPUTABLE);
        assertThat(china.reason()).isEqualTo("net weight missing for 18.2% of the value");
    }

    @Test
    void unnamedPartnersMayBeTheSuppliersOwn() {
        assertAtMost(byWeight("supplier-share", "CHN", othersWithout().add("X99", 5, 20)), (60 + 20) / 100.0);
        assertThat(byWeight("supplier-share", "CHN", othersWithout().add("X99", 5)).status()).isEqualTo(Status.NOT_COMPUTABLE);
        assertAtMost(byWeight("unnamed-share", "", othersWithout().add("X99", 5, 20)), 20 / 100.0);
        assertAtLeast(byWeight("unnamed-share", "", rows().add("CHN", 90, 60).add("X99", 5, 20).add("X99", 5)), 20 / 80.0);
        assertThat(byWeight("unnamed-share", "", othersWithout()).value()).hasValue(0);
    }

    @Test
    void whoSoldNothingHasNoShare() {
        Outcome none = byWeight("supplier-share", "CHN", rows().add("JPN", 90, 60).add("VNM", 10));
        assertThat(none.status()).isEqualTo(Status.OK);
        assertThat(none.value()).hasValue(0);
    }

    @Test
    void anIndexAndALargestSupplierAreNotTold() {
        for (String measure : new String[] {"hhi", "effective-suppliers", "top-supplier-share"}) {
            assertThat(byWeight(measure, "", othersWithout()).reason()).as(measure).isEqualTo("net weight missing for 10.0% of the value");
        }
        assertThat(byWeight("hhi-contribution", "CHN", othersWithout()).status()).isEqualTo(Status.NOT_COMPUTABLE);
        assertThat(Shares.top(profile(othersWithout()), Basis.WEIGHT).status()).isEqualTo(Status.NOT_COMPUTABLE);
    }

    @Test
    void ofMainPartnersTheUpperBoundStandsAndTheLowerDoesNot() {
        Rows partial = rows().coverage(Coverage.MAIN_PARTNERS).add("CHN", 70, 60).add("JPN", 20, 20).add("VNM", 10).add("VNM", 5, 5);
        assertAtMost(byWeight("supplier-share", "CHN", partial), 60 / 85.0);
        assertThat(byWeight("supplier-share", "VNM", partial).status()).isEqualTo(Status.NOT_COMPUTABLE);
    }

    @Test
    void halfAStepOfRoundingWidensTheBound() {
        // 60.5 of 60.5 + 19.5
        assertAtMost(
                byWeight("supplier-share", "CHN", rows().roundedTo(1, 1).add("CHN", 70, 60).add("JPN", 20, 20).add("VNM", 10)), 60.5 / 80);
    }

    /** Whatever the missing weights turn out to be, the share lies within the bound that was told without them. */
    @Property(tries = 300, seed = "20261123")
    void noMissingWeightLeadsOutOfTheBounds(
            @ForAll @Size(min = 2, max = 6) java.util.List<@IntRange(min = 1, max = 1000) Integer> weights,
            @ForAll @DoubleRange(min = 0, max = 1e7) double missing,
            @ForAll @IntRange(min = 0, max = 5) int whose) {
        String[] suppliers = {"CHN", "JPN", "VNM", "MYS", "THA", "IND"};
        int lacking = whose % weights.size();
        Rows told = rows();
        Rows truth = rows();
        for (int i = 0; i < weights.size(); i++) {
            told.add(suppliers[i], 10.0 * weights.size(), weights.get(i));
            truth.add(suppliers[i], 10.0 * weights.size(), weights.get(i));
        }
        told.add(suppliers[lacking], weights.size());
        truth.add(suppliers[lacking], weights.size(), missing);
        SupplierProfile whole = profile(truth);
        SupplierProfile part = profile(told);
        for (int i = 0; i < weights.size(); i++) {
            Economy supplier = Economy.of(suppliers[i]);
            double share = whole.amount(whole.rankOf(supplier), Basis.WEIGHT) / whole.total(Basis.WEIGHT);
            Outcome bound = Shares.of(part, Basis.WEIGHT, supplier);
            assertThat(bound.status()).isEqualTo(Status.BOUNDED);
            assertThat(share).isBetween(
                    orElse(bound.low(), 0) - 1e-12, orElse(bound.high(), 1) + 1e-12);
        }
    }

    private static double orElse(OptionalDouble bound, double none) {
        return bound.orElse(none);
    }

    /** China's weights of 2024 are told in part, at least 1 of 101 kg: what it gave to the change of the index has no upper end. */
    @Test
    void aSupplierWithALeastShareAloneHasNoPartOfAChange() {
        Rows rows = rows().reporter("JPN").period("2023").add("CHN", 50, 10).add("VNM", 50, 10)
                .period("2024").add("CHN", 10, 1).add("CHN", 4).add("VNM", 986, 100);
        List<Indicator> parts = Assessments.of(rows).all("JPN", "magnet", "", "2024", "hhi-change", Basis.WEIGHT);

        assertThat(parts).filteredOn(i -> i.supplier().equals("CHN")).extracting(i -> i.outcome().reason()).containsExactly("net weight missing for 28.6% of the value");
        assertThat(parts).filteredOn(i -> i.supplier().equals("VNM")).extracting(i -> i.outcome().value().isPresent()).containsExactly(true);
    }

    /** Nothing bought has no weight to miss; goods withheld by value and by weight do. */
    @Test
    void aYearWithoutPurchasesLacksNoWeights() {
        assertThat(byWeight("supplier-share", "CHN", rows().add("CHN", 0, 0).add("JPN", 0)).reason()).isEqualTo("no imports recorded");
        assertThat(byWeight("import-weight", "", rows().add("CHN", 7).add("JPN", 3)).reason()).isEqualTo("no net weight in the source");
        assertThat(Assessments.of(rows().reporter("JPN").add("CHN", Quantity.SUPPRESSED, Quantity.MISSING)).all("JPN", "magnet", "", "2024", "import-weight", Basis.WEIGHT))
                .extracting(i -> i.outcome().reason())
                .containsExactly("no net weight in the source");
    }
}
