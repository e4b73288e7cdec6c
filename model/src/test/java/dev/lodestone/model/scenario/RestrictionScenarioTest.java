package dev.lodestone.model.scenario;

import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.assess.AssessmentOptions;
import dev.lodestone.model.assess.Assessor;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.Material;
import dev.lodestone.model.register.Project;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.testing.TestRegisters;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RestrictionScenarioTest {

    private static final Restriction HALF_OF_CHINA = new Restriction(Economy.of("CHN"), 0.5);

    private static Loss loss(Rows rows, Basis basis, int months, List<Restriction> restrictions, Project... projects) {
        return loss(rows, "magnet", basis, months, restrictions, projects);
    }

    private static Loss loss(Rows rows, String stage, Basis basis, int months, List<Restriction> restrictions, Project... projects) {
        Registers plain = TestRegisters.registers();
        Material m = plain.materials().get(TestRegisters.MATERIAL);
        Material with = new Material(
                m.id(), m.label(), m.noun(), m.watched(), m.watchFrom(), m.stages(), m.commodities(), m.commitments(), m.events(), m.production(), List.of(projects));
        Registers registers = new Registers(plain.economies(), plain.groups(), plain.rates(), Map.of(with.id(), with), plain.breaks());
        Assessment assessment = new Assessor(registers).assess(
                rows.dataset(),
                AssessmentOptions.of(LocalDate.of(2026, 11, 21), TestRegisters.MATERIAL).withEconomies(List.of(Economy.of("JPN"))));
        return new RestrictionScenario(assessment, restrictions, months).losses(Set.of(stage)).stream()
                .filter(l -> l.basis() == basis)
                .findFirst()
                .orElseThrow();
    }

    private static Rows japan() {
        return rows().reporter("JPN").add("CHN", 600, 60).add("VNM", 200, 30);
    }

    private static Project reserve(String status, String unit, double amount) {
        return new Project(
                "Stockpile", List.of("JPN"), List.of(), List.of("JPN"), OptionalDouble.of(amount), unit, "", status, "", "", "reserve", "test",
                Confidence.VERIFIED, "");
    }

    @Test
    void theNewestYearWithARateStandsForTheLevelOfTradeAndTheNewerOneIsNamed() {
        Rows euros = rows().reporter("JPN").currency("EUR").period("2023").add("CHN", 600, 60).add("VNM", 200, 30).period("2025").add("CHN", 700, 70);

        Loss value = loss(euros, Basis.VALUE, 6, List.of(HALF_OF_CHINA));
        Loss weight = loss(euros, Basis.WEIGHT, 6, List.of(HALF_OF_CHINA));

        assertThat(value.period()).isEqualTo("2023");
        assertThat(value.loss().value().orElseThrow()).as("600 x 1.10 x 1/2 x 6/12").isCloseTo(165, within(1e-9));
        assertThat(value.notes()).extracting(Statement::english).containsExactly("no exchange rate for EUR in 2025");
        assertThat(weight.period()).as("of the same year, for the two stand side by side").isEqualTo("2023");
        assertThat(weight.loss().value()).hasValue(15);
    }

    @Test
    void withoutARateForAnyYearTheNewestIsToldByWeight() {
        Rows won = rows().reporter("JPN").currency("KRW").period("2023").add("CHN", 600, 60).period("2025").add("CHN", 700, 70);

        assertThat(loss(won, Basis.VALUE, 6, List.of(HALF_OF_CHINA)).loss().reason()).isEqualTo("no exchange rate for KRW in 2025");
        assertThat(loss(won, Basis.WEIGHT, 6, List.of(HALF_OF_CHINA)).loss().value()).as("70 x 1/2 x 6/12").hasValue(17.5);
    }

    @Test
    void aLossIsImportsTimesSeverityTimesDuration() {
        Loss value = loss(japan(), Basis.VALUE, 6, List.of(HALF_OF_CHINA));
        Loss weight = loss(japan(), Basis.WEIGHT, 6, List.of(HALF_OF_CHINA));

        assertThat(value.loss().value()).as("600 x 1/2 x 6/12").hasValue(150);
        assertThat(value.unit()).isEqualTo("USD");
        assertThat(value.imports()).hasValue(800);
        assertThat(value.restricted()).hasValue(600);
        assertThat(weight.loss().value()).as("60 x 1/2 x 6/12").hasValue(15);
        assertThat(weight.unit()).isEqualTo("kg");
    }

    @Test
    void severalSuppliersCountEachBySeverity() {
        Loss both = loss(japan(), Basis.VALUE, 12, List.of(HALF_OF_CHINA, new Restriction(Economy.of("VNM"), 1)));

        assertThat(both.loss().value()).hasValue(500);
        assertThat(both.restricted()).hasValue(800);
    }

    @Test
    void theLastYearWithFiguresStandsForTheScenario() {
        Loss l = loss(japan().period("2023").add("CHN", 1000), Basis.VALUE, 12, List.of(HALF_OF_CHINA));

        assertThat(l.period()).isEqualTo("2024");
        assertThat(l.loss().value()).hasValue(300);
    }

    @Test
    void aYearThatCannotBeMeasuredLeavesTheFloorToTheOneBefore() {
        Loss l = loss(japan().period("2025").add("CHN", Quantity.SUPPRESSED, Quantity.SUPPRESSED), Basis.VALUE, 12, List.of(HALF_OF_CHINA));

        assertThat(l.period()).as("2025 is withheld").isEqualTo("2024");
        assertThat(l.loss().value()).hasValue(300);
    }

    @Test
    void aFiscalYearIsAYearAndAPartOfOneIsNone() {
        Loss fiscal = loss(rows().reporter("JPN").period("2023-04/2024-03").add("CHN", 600), Basis.VALUE, 6, List.of(HALF_OF_CHINA));
        Loss part = loss(rows().reporter("JPN").period("2024-01/2024-07").add("CHN", 600), Basis.VALUE, 6, List.of(HALF_OF_CHINA));

        assertThat(fiscal.loss().value()).as("600 x 1/2 x 6/12").hasValue(150);
        assertThat(fiscal.period()).isEqualTo("2023-04/2024-03");
        assertThat(part.loss().reason()).isEqualTo("no whole year is at hand, but 2024-01/2024-07 alone");
    }

    @Test
    void partnersThatAreNotNamedGiveAnUpperBound() {
        Loss l = loss(japan().add("X99", 100, 10), Basis.VALUE, 12, List.of(HALF_OF_CHINA));

        assertThat(l.loss().status()).isEqualTo(Outcome.Status.BOUNDED);
        assertThat(l.loss().low()).hasValue(300);
        assertThat(l.loss().high()).hasValue(350);
    }

    /** Half of 5500 to 6500 of China and a tenth of 1500 to 2500 of Viet Nam, told in thousands. */
    @Test
    void whatThePublisherRoundsIsInTheLoss() {
        Rows thousands = rows().reporter("JPN").roundedTo(1000, 0).add("CHN", 6000).add("VNM", 2000);
        Outcome loss = loss(thousands, Basis.VALUE, 12, List.of(HALF_OF_CHINA, new Restriction(Economy.of("VNM"), 0.1))).loss();
        assertThat(loss.low().orElseThrow()).isCloseTo(2900, within(1e-9));
        assertThat(loss.value().orElseThrow()).isCloseTo(3200, within(1e-9));
        assertThat(loss.high().orElseThrow()).isCloseTo(3500, within(1e-9));
        assertThat(loss.reason()).isEqualTo("the publisher rounds its figures");
        Outcome reserved = loss(thousands, Basis.VALUE, 12, List.of(HALF_OF_CHINA), reserve("operating", "days of imports", 73)).loss();
        assertThat(reserved.low().orElseThrow()).as("2750 less a fifth of 9000").isCloseTo(950, within(1e-9));
        assertThat(reserved.high().orElseThrow()).as("3250 less a fifth of 7000").isCloseTo(1850, within(1e-9));
    }

    /** 100 without a name may be China's, of which half stays away, or Viet Nam's, of which a tenth does, but of one alone. */
    @Test
    void whatHasNoNameCountsOnceAtTheHighestSeverity() {
        Outcome loss = loss(japan().add("X99", 100), Basis.VALUE, 12, List.of(new Restriction(Economy.of("VNM"), 0.1), HALF_OF_CHINA)).loss();
        assertThat(loss.low()).hasValue(320);
        assertThat(loss.high()).hasValue(370);
        assertThat(loss.reason()).isEqualTo("partners that are not named may be restricted suppliers");
    }

    /**
     * Of China's 4 of 1000 nothing is weighed: too little for the total, and no 0 kg for China; of 4 of 10 the rest is a least, if at 30 a kg
     * 0.13 kg of 90.3 are missing. At 3 a kg they are 1.33 of 93.3, and nothing is told.
     */
    @Test
    void aSupplierWithoutWeightsLosesNoZeroKilograms() {
        Rows none = rows().reporter("JPN").add("CHN", 4).add("VNM", 996, 90);
        assertThat(loss(none, Basis.WEIGHT, 12, List.of(HALF_OF_CHINA)).loss().reason()).isEqualTo("net weight missing for 100.0% of the value");
        Loss least = loss(chinaWeighedInPart(0.2), "compound", Basis.WEIGHT, 12, List.of(HALF_OF_CHINA));
        assertThat(least.loss().low()).hasValue(0.1);
        assertThat(least.loss().value()).isEmpty();
        assertThat(least.loss().high()).isEmpty();
        assertThat(least.restricted()).isEmpty();
        Outcome heavy = loss(chinaWeighedInPart(2), "compound", Basis.WEIGHT, 12, List.of(HALF_OF_CHINA)).loss();
        assertThat(heavy.status()).isEqualTo(Outcome.Status.NOT_COMPUTABLE);
        assertThat(heavy.reason()).isEqualTo(
                "net weight missing for 0.4% of the value; at the unit values of what else these suppliers sold, about 1.4% of the weight");
    }

    private static Rows chinaWeighedInPart(double weight) {
        return rows().reporter("JPN").commodity("284610").add("CHN", 6, weight).add("VNM", 494, 40).commodity("284690").add("CHN", 4).add("VNM", 496, 50);
    }

    @Test
    void valuesAreToldInDollarsAtTheYearsRate() {
        assertThat(loss(japan().currency("EUR").period("2023").add("CHN", 100), Basis.VALUE, 12, List.of(HALF_OF_CHINA)).period()).isEqualTo("2024");
        Rows euros = rows().reporter("JPN").currency("EUR").add("CHN", 100);
        assertThat(loss(euros, Basis.VALUE, 12, List.of(HALF_OF_CHINA)).loss().value().getAsDouble()).isCloseTo(62.5, within(1e-9));
        assertThat(loss(rows().reporter("JPN").currency("XAU").add("CHN", 100), Basis.VALUE, 12, List.of(HALF_OF_CHINA)).loss().reason())
                .isEqualTo("no exchange rate for XAU in 2024");
    }

    @Test
    void whatCannotBeToldHasItsReason() {
        Rows main = rows().reporter("JPN").coverage(Coverage.MAIN_PARTNERS).add("VNM", 200);
        assertThat(loss(main, Basis.VALUE, 6, List.of(HALF_OF_CHINA)).loss().reason())
                .isEqualTo("the source holds only part of the partners, and CHN is not among them");
        assertThat(loss(rows().reporter("DEU").add("CHN", 1), Basis.VALUE, 6, List.of(HALF_OF_CHINA)).loss().reason())
                .isEqualTo("no public figure of imports of magnets by Japan is at hand");
        assertThat(loss(rows().reporter("JPN").add("CHN", 5), Basis.WEIGHT, 6, List.of(HALF_OF_CHINA)).loss().reason())
                .isEqualTo("no net weight in the source");
    }

    @Test
    void aReserveThatExistsIsDeductedAndAnAimIsOnlyNoted() {
        Loss kept = loss(japan(), Basis.VALUE, 6, List.of(HALF_OF_CHINA), reserve("operating", "days of imports", 36.5));
        Loss aimed = loss(japan(), Basis.VALUE, 6, List.of(HALF_OF_CHINA), reserve("uncertain", "days of imports", 180));
        Loss ample = loss(japan(), Basis.VALUE, 6, List.of(HALF_OF_CHINA), reserve("operating", "days of imports", 300));

        assertThat(kept.gross().value()).hasValue(150);
        assertThat(kept.loss().value().getAsDouble()).as("150 - 36.5/365 x 800").isCloseTo(70, within(1e-9));
        assertThat(aimed.loss().value()).hasValue(150);
        assertThat(aimed.notes()).extracting(Statement::english).contains("Not deducted: Stockpile, 180 days of imports (uncertain)");
        assertThat(ample.loss().value()).hasValue(0);
    }

    /** China's 600 are told, and 200 of others, who may be more: a reserve of a tenth of a year replaces 80 or more of the 300 that stay away. */
    @Test
    void aReserveReplacesMoreWherePartnersAreNotAllTold() {
        Rows some = rows().reporter("JPN").coverage(Coverage.SELECTED_PARTNERS).add("CHN", 600, 60).add("VNM", 200, 30);
        Loss reserved = loss(some, Basis.VALUE, 6, List.of(HALF_OF_CHINA), reserve("operating", "days of imports", 36.5));
        assertThat(reserved.gross().value()).hasValue(150);
        assertThat(reserved.loss().low()).isEmpty();
        assertThat(reserved.loss().value()).isEmpty();
        assertThat(reserved.loss().high().orElseThrow()).as("150 less a tenth of 800").isCloseTo(70, within(1e-9));
        assertThat(reserved.loss().reason()).isEqualTo("imports are not known in full, and so is not how much of them the reserve replaces");
        assertThat(loss(some, Basis.VALUE, 6, List.of(HALF_OF_CHINA)).loss().value()).as("without a reserve").hasValue(150);
    }

    @Test
    void senselessScenariosAreRefused() {
        assertThatThrownBy(() -> new Restriction(Economy.of("CHN"), 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Restriction(Economy.of("CHN"), 1.01)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Restriction(Economy.of("CHN"), Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> loss(japan(), Basis.VALUE, 0, List.of(HALF_OF_CHINA))).hasMessageContaining("1 to 120 months");
        assertThatThrownBy(() -> loss(japan(), Basis.VALUE, 6, List.of(HALF_OF_CHINA, HALF_OF_CHINA))).hasMessageContaining("each once");
    }
}
