package dev.lodestone.model.measure;

import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.testing.Assessments;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.trade.Quantity;
import org.junit.jupiter.api.Test;

/** Statistics that give weights and no values: by weight everything is known that they tell, by value nothing. */
class WeightsAloneTest {

    /** 70 kg from China, 30 from Viet Nam. */
    private static Rows seventyAndThirty() {
        return rows().reporter("JPN").add("CHN", Quantity.MISSING, Quantity.reported(70)).add("VNM", Quantity.SUPPRESSED, Quantity.reported(30));
    }

    private static Outcome byWeight(Rows rows, String measure, String supplier) {
        return Assessments.of(rows).all("JPN", "magnet", "", "2024", measure, Basis.WEIGHT).stream()
                .filter(i -> i.supplier().equals(supplier))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private static Outcome byValue(Rows rows, String measure, String supplier) {
        return Assessments.of(rows).figure("JPN", "magnet", "2024", measure, supplier);
    }

    @Test
    void sharesAndTheIndexByWeightAreExact() {
        assertThat(byWeight(seventyAndThirty(), "supplier-share", "CHN")).isEqualTo(Outcome.of(0.7));
        assertThat(byWeight(seventyAndThirty(), "top-supplier-share", "CHN")).isEqualTo(Outcome.of(0.7));
        assertThat(byWeight(seventyAndThirty(), "import-weight", "")).isEqualTo(Outcome.of(100));
        assertThat(byWeight(seventyAndThirty(), "supplier-weight", "CHN")).isEqualTo(Outcome.of(70));
        assertThat(byWeight(seventyAndThirty(), "hhi", "").value().orElseThrow()).as("0.49 + 0.09").isCloseTo(0.58, within(1e-12));
        assertThat(byValue(seventyAndThirty(), "supplier-share", "CHN").reason()).isEqualTo("the source lists suppliers without a value");
    }

    @Test
    void aPartnerWithNeitherValueNorWeightMakesTheSharesUpperBounds() {
        Rows rows = seventyAndThirty().add("USA", Quantity.SUPPRESSED, Quantity.SUPPRESSED);
        Outcome china = byWeight(rows, "supplier-share", "CHN");
        assertThat(china.isUpperBound()).isTrue();
        assertThat(china.high()).hasValue(0.7);
        assertThat(china.reason()).startsWith("the source gives neither value nor weight for 1 flow");
        assertThat(byWeight(rows, "hhi", "").status()).isEqualTo(Outcome.Status.NOT_COMPUTABLE);
    }

    @Test
    void aPartnerWithoutANameNorAWeightMayBeAnyone() {
        Rows rows = seventyAndThirty().add("X99", Quantity.SUPPRESSED, Quantity.SUPPRESSED);
        assertThat(byWeight(rows, "supplier-share", "CHN").reason())
                .isEqualTo("the source lists partners that it does not name without value and weight: any of them may be this supplier");
    }

    /** 100 kg are on record of 125: China has 70 to 95 of them. */
    @Test
    void whatAWorldRowWeighsBeyondThePartnersMayBeAnyones() {
        Rows rows = seventyAndThirty().add("W00", Quantity.MISSING, Quantity.reported(125));
        Outcome china = byWeight(rows, "supplier-share", "CHN");
        assertThat(china.low()).hasValue(0.56);
        assertThat(china.high()).hasValue(0.76);
        assertThat(byWeight(rows, "import-weight", "").value()).hasValue(125);
        assertThat(byWeight(rows, "unnamed-share", "").value()).hasValue(0.2);
    }

    /** The United States' 25 kg are in the World row's 125. */
    @Test
    void aPartnerWithoutWeightHasAtMostWhatTheWorldRowLeavesOpen() {
        Rows rows = seventyAndThirty().add("USA", Quantity.MISSING, Quantity.MISSING).add("W00", Quantity.MISSING, Quantity.reported(125));
        assertThat(byWeight(rows, "supplier-share", "CHN").high()).hasValue(0.76);
        assertThat(byWeight(rows, "import-weight", "").value()).hasValue(125);
    }

    /** Values are told for Viet Nam alone, weights for both: 60 of 100 kg, and of the value at most all. */
    @Test
    void valuesOfSomeDoNotTakeTheWeightsOfTheOthersAway() {
        Rows rows = rows().reporter("JPN").add("CHN", Quantity.SUPPRESSED, Quantity.reported(60)).add("VNM", 500, 40);
        assertThat(byWeight(rows, "supplier-share", "CHN")).isEqualTo(Outcome.of(0.6));
        assertThat(byValue(rows, "supplier-share", "CHN").reason()).isEqualTo("the source lists this supplier without a value");
        assertThat(byValue(rows, "supplier-share", "VNM").isUpperBound()).isTrue();
    }

    /** Beside values a weight of nothing is often one that was not collected; where weights are all there is, it is nothing. */
    @Test
    void noWeightIsNothingOnlyWhereWeightsAreAllThatIsTold() {
        assertThat(byWeight(seventyAndThirty().add("USA", Quantity.MISSING, Quantity.reported(0)), "supplier-share", "CHN")).isEqualTo(Outcome.of(0.7));
        Rows beside = rows().reporter("JPN").add("CHN", 7, 70).add("VNM", 3, 30).add("USA", Quantity.SUPPRESSED, Quantity.reported(0));
        assertThat(byWeight(beside, "supplier-share", "CHN").isUpperBound()).isTrue();
    }

    /** A World row without a value that weighs more than its partners hides sales of which no value is known. */
    @Test
    void byValueNothingIsToldBesideAWorldRowThatWeighsMore() {
        Rows rows = rows().reporter("JPN").add("CHN", 7, 70).add("VNM", 3, 30).add("W00", Quantity.MISSING, Quantity.reported(200));
        assertThat(byValue(rows, "supplier-share", "CHN").status()).isEqualTo(Outcome.Status.NOT_COMPUTABLE);
        assertThat(byWeight(rows, "supplier-share", "CHN").low()).hasValue(0.35);
        assertThat(byWeight(rows, "supplier-share", "CHN").high()).hasValue(0.85);
    }
}
