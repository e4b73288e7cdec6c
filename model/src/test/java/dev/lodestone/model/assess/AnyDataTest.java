package dev.lodestone.model.assess;

import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.commitment.CommitmentStatus;
import dev.lodestone.model.explain.Explainer;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.GroupMembership;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.testing.Commitments;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.testing.TestRegisters;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeDataset;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.Valuation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model by itself, on whatever someone may give it: every figure is finite and in order, every refusal has its reason. */
class AnyDataTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);

    private static final List<Economy> BUYERS = List.of(
            Economy.of("JPN"), Economy.of("DEU"), Economy.EUROPEAN_UNION, Economy.of("USA"), Economy.of("ZZZ"));

    private static final Commitment[] COMMITMENTS = {
        Commitments.ceiling(0.5).id("EACH").parties("JPN", "DEU", "EUU", "ZZZ").basis("").due("2030-12-31").build(),
        Commitments.ceiling(0.65).id("ANY").parties("EUU", "G7").supplier("ANY").stages().eachLine().due("2024-12-31").build(),
        Commitments.ceiling(0.4).id("WEIGHT").basis("weight").due("2026-11-21").build(),
        Commitments.of(Commitment.Kind.DEADLINE).id("TODAY").due("2026-11-21").build(),
        Commitments.of(Commitment.Kind.MONEY).id("MONEY").threshold(10).due("2026-11-21").amount(),
        Commitments.of(Commitment.Kind.PLEDGE).id("PLEDGE").build(),
        Commitments.of(Commitment.Kind.PROCESSING_FLOOR).id("FLOOR").threshold(0.4).build(),
    };

    private static Assessment assess(TradeDataset data) {
        return new Assessor(TestRegisters.registers(COMMITMENTS))
                .assess(data, AssessmentOptions.of(AS_OF, TestRegisters.MATERIAL).withEconomies(BUYERS));
    }

    /** Finite by construction; here: value within bounds, shares within 0 and 1, a reason for every refusal and sentences without holes. */
    private static void assertSound(Assessment a) {
        Explainer explainer = new Explainer(a);
        for (Indicator i : a.indicators()) {
            Outcome o = i.outcome();
            String figure = i.about() + " " + i.measure() + " " + i.supplier() + " " + i.basis() + " " + o;
            if (o.value().isPresent()) {
                double v = o.value().getAsDouble();
                double slack = 1e-9 * Math.max(1, Math.abs(v));
                o.low().ifPresent(low -> assertThat(low).as(figure).isLessThanOrEqualTo(v + slack));
                o.high().ifPresent(high -> assertThat(high).as(figure).isGreaterThanOrEqualTo(v - slack));
            }
            if (i.measure().endsWith("-share") || i.measure().equals("hhi") || i.measure().equals("cdi2")) {
                o.low().ifPresent(low -> assertThat(low).as(figure).isBetween(0.0, 1.0));
                o.high().ifPresent(high -> assertThat(high).as(figure).isBetween(0.0, 1.0));
            }
            if (o.status() != Outcome.Status.OK) {
                assertThat(o.reason()).as(figure).isNotBlank();
            }
            assertReads(o.reason());
        }
        a.indicators().stream().limit(200).forEach(i -> assertThat(explainer.explain(i).indicator()).isEqualTo(i));
        for (CommitmentResult r : a.commitments()) {
            assertThat(r.reason()).as(r.commitment().id()).isNotBlank();
            assertReads(r.reason());
            assertReads(r.whatWouldChange());
        }
    }

    private static void assertReads(String sentence) {
        assertThat(sentence).doesNotContain("NaN", "Infinity", "null", "{", "}", "  ", "..", " .", "Optional");
    }

    @Test
    void nothingGivesReasonsAndNoFigure() {
        Assessment a = assess(new TradeDataset(List.of()));
        assertSound(a);
        assertThat(a.indicators()).allSatisfy(i -> assertThat(i.outcome().status()).isEqualTo(Outcome.Status.NOT_COMPUTABLE));
        assertThat(a.commitments()).extracting(CommitmentResult::status).doesNotContain(CommitmentStatus.MET, CommitmentStatus.MISSED);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 1, 1e18, 1e150, 1e300, 1.7e308, -5})
    void oneSupplierOfAnyAmountInOneYear(double value) {
        Assessment a = assess(rows().reporter("JPN").add("CHN", value, Math.abs(value)).dataset());
        assertSound(a);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 1e18, 1e300, 1.7e308, Double.MIN_VALUE})
    void manySuppliersOfAnyAmountOverManyYears(double value) {
        Rows rows = rows();
        for (int year = 2013; year <= 2024; year++) {
            for (String buyer : List.of("JPN", "DEU", "FRA")) {
                rows.period(Integer.toString(year)).reporter(buyer)
                        .add("CHN", value, value / 3).add("USA", 1 + year % 3, 2).add("VNM", value / 2, 5).add("X99", value / 7, 1).add("W00", value, value);
            }
        }
        assertSound(assess(rows.dataset()));
    }

    @Test
    void amountsWhoseSumNoNumberHoldsAreRefusedWithTheirReason() {
        Assessment a = assess(rows().reporter("JPN").add("CHN", 1.7e308, 1).add("USA", 1.7e308, 1).dataset());
        assertSound(a);
        assertThat(a.indicators()).filteredOn(i -> i.measure().equals("import-value") && i.about().economy().code().equals("JPN")
                        && i.about().stage().equals("magnet") && i.about().isWholeStage())
                .singleElement()
                .satisfies(i -> assertThat(i.outcome().reason()).isEqualTo("the amounts are too large to be added up"));
    }

    @Test
    void aCorrectionThatMakesASupplierNegativeIsRefusedAndOneThatOnlyLowersItIsTaken() {
        Assessment lowered = assess(rows().reporter("JPN").add("CHN", 100).add("CHN", -40).add("USA", 40).dataset());
        assertSound(lowered);
        assertThat(share(lowered).value().orElseThrow()).isCloseTo(0.6, within(1e-12));
        Assessment negative = assess(rows().reporter("JPN").add("CHN", 100).add("USA", -40).dataset());
        assertSound(negative);
        assertThat(share(negative).status()).isEqualTo(Outcome.Status.NOT_COMPUTABLE);
    }

    private static Outcome share(Assessment a) {
        return a.indicators().stream()
                .filter(i -> i.measure().equals("supplier-share") && i.supplier().equals("CHN") && i.about().economy().code().equals("JPN")
                        && i.about().stage().equals("magnet") && i.about().commodity().isEmpty())
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    /** A member of two blocs, a bloc inside another's list of allies, and an ally inside the bloc: each is counted by its own list. */
    @Test
    void blocsThatOverlapAreEachMeasuredFromOutside() {
        Registers base = TestRegisters.registers();
        List<GroupMembership> groups = new ArrayList<>(base.groups());
        groups.add(new GroupMembership("GXX", "Pact", Economy.of("JPN"), LocalDate.MIN, LocalDate.MAX, "test"));
        groups.add(new GroupMembership("GXX", "Pact", Economy.of("DEU"), LocalDate.MIN, LocalDate.MAX, "test"));
        groups.add(new GroupMembership("ALLIED-SUPPLY", "Allies", Economy.of("DEU"), LocalDate.MIN, LocalDate.MAX, "test"));
        Registers registers = new Registers(base.economies(), groups, base.rates(), base.materials(), base.breaks());
        Rows rows = rows()
                .reporter("DEU").add("CHN", 60).add("JPN", 20).add("FRA", 20)
                .reporter("FRA").add("CHN", 40).add("DEU", 60)
                .reporter("JPN").add("CHN", 30).add("DEU", 70);
        Assessment a = new Assessor(registers).assess(
                rows.dataset(),
                AssessmentOptions.of(AS_OF, TestRegisters.MATERIAL)
                        .withEconomies(List.of(Economy.EUROPEAN_UNION, Economy.of("GXX"), Economy.of("JPN"))));
        assertSound(a);
        assertThat(figure(a, "EUU", "supplier-share", "CHN")).as("100 of 120 from outside").isCloseTo(100 / 120.0, within(1e-12));
        assertThat(figure(a, "GXX", "supplier-share", "CHN")).as("90 of 110: what the two sell each other is left out").isCloseTo(90 / 110.0, within(1e-12));
        assertThat(figure(a, "EUU", "allied-share", "")).as("Japan alone: a member is no supplier").isCloseTo(20 / 120.0, within(1e-12));
        assertThat(figure(a, "JPN", "allied-share", "")).isCloseTo(0.7, within(1e-12));
    }

    private static double figure(Assessment a, String economy, String measure, String supplier) {
        return a.indicators().stream()
                .filter(i -> i.about().economy().code().equals(economy) && i.measure().equals(measure) && i.supplier().equals(supplier)
                        && i.about().stage().equals("magnet") && i.about().commodity().isEmpty())
                .findFirst()
                .orElseThrow()
                .outcome().value().orElseThrow();
    }

    @Property(tries = 60, seed = "20261123")
    void whateverIsGivenIsSound(@ForAll long seed) {
        Random random = new Random(seed);
        Rows rows = rows();
        int count = random.nextInt(120);
        String[] economies = {"JPN", "DEU", "FRA", "CHN", "USA", "ZZZ", "X99", "W00", "EUU"};
        for (int n = 0; n < count; n++) {
            String reporter = economies[random.nextInt(6)];
            String partner = economies[random.nextInt(economies.length)];
            rows.reporter(reporter)
                    .from("f" + random.nextInt(2) + ".csv", random.nextInt(4) == 0 ? "Other" : "Office")
                    .period(random.nextInt(5) == 0 ? "2024-" + String.format(Locale.ROOT, "%02d", 1 + random.nextInt(12)) : "" + (2014 + random.nextInt(11)))
                    .commodity(List.of("850511", "284610", "284690", "2846", "280530", "28461000").get(random.nextInt(6)))
                    .valuation(Valuation.values()[random.nextInt(Valuation.values().length)])
                    .coverage(random.nextInt(5) == 0 ? Coverage.values()[random.nextInt(Coverage.values().length)] : Coverage.COMPLETE)
                    .currency(List.of("USD", "EUR", "GBP", "JPY").get(random.nextInt(4)))
                    .roundedTo(random.nextInt(3) == 0 ? 1000 : 0, random.nextInt(3) == 0 ? 1000 : 0);
            rows.add(partner, random.nextInt(5) == 0 ? TradeFlow.EXPORT : TradeFlow.IMPORT, any(random), any(random));
        }
        assertSound(assess(rows.dataset()));
    }

    private static Quantity any(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> Quantity.MISSING;
            case 1 -> Quantity.SUPPRESSED;
            case 2 -> Quantity.NIL;
            case 3 -> Quantity.reported(0);
            case 4 -> Quantity.reported(random.nextInt(8) == 0 ? -random.nextInt(1000) : 1e18 * random.nextDouble());
            case 5 -> Quantity.estimated(1e4 * random.nextDouble());
            default -> Quantity.reported(1e6 * random.nextDouble());
        };
    }
}
