package dev.lodestone.model.commitment;

import static dev.lodestone.model.testing.Commitments.ceiling;
import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.assess.AssessmentOptions;
import dev.lodestone.model.assess.Assessor;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.Commitment.Kind;
import dev.lodestone.model.register.GroupMembership;
import dev.lodestone.model.register.Registers;
import dev.lodestone.model.testing.Commitments;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.testing.TestRegisters;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.Valuation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind of commitment and each status, with the days and shares at the very edge. */
class CommitmentJudgeTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);

    private static List<CommitmentResult> judge(Commitment c, Rows rows, LocalDate asOf) {
        return new Assessor(TestRegisters.registers(c))
                .assess(rows.dataset(), AssessmentOptions.of(asOf, TestRegisters.MATERIAL))
                .commitments();
    }

    private static CommitmentResult one(Commitment c, Rows rows) {
        List<CommitmentResult> results = judge(c, rows, AS_OF);
        assertThat(results).hasSize(1);
        return results.getFirst();
    }

    private static CommitmentResult one(Commitment c) {
        return one(c, rows());
    }

    private static Rows japan() {
        return rows().reporter("JPN");
    }

    /** China's share in a run of years up to the last, total 100. */
    private static Rows shares(int lastYear, double... shares) {
        Rows rows = japan();
        for (int i = 0; i < shares.length; i++) {
            rows.period(Integer.toString(lastYear - shares.length + 1 + i)).add("CHN", 100 * shares[i]).add("VNM", 100 - 100 * shares[i]);
        }
        return rows;
    }

    // Fiscal years and weights alone

    private static Rows fiscalShares(int lastYear, double... shares) {
        Rows rows = japan();
        for (int i = 0; i < shares.length; i++) {
            int year = lastYear - shares.length + 1 + i;
            rows.period(year + "-04/" + (year + 1) + "-03").add("CHN", 100 * shares[i]).add("VNM", 100 - 100 * shares[i]);
        }
        return rows;
    }

    @Test
    void theFiscalYearInWhichADeadlineLiesDecidesWhereNoCalendarYearDoes() {
        Commitment c = Commitments.ceiling(0.5).due("2025-12-31").build();
        CommitmentResult met = one(c, fiscalShares(2025, 0.6, 0.4));
        assertThat(met.status()).isEqualTo(CommitmentStatus.MET);
        assertThat(met.period()).isEqualTo("2025-04/2026-03");
        assertThat(met.reason()).isEqualTo("China supplied 40.0% of imports by value in 2025-04/2026-03, 10.0 points below the ceiling of 50.0%. "
                + "That is a fiscal year: no calendar year's figure comes nearer, and the fiscal year in which 2025-12-31 lies stands for the one that was promised.");
        assertThat(one(c, fiscalShares(2025, 0.4, 0.6)).status()).isEqualTo(CommitmentStatus.MISSED);
        CommitmentResult older = one(c, fiscalShares(2024, 0.6, 0.4));
        assertThat(older.status()).isEqualTo(CommitmentStatus.OUTCOME_UNKNOWN);
        assertThat(older.reason()).startsWith("The last figure before the deadline is for 2024-04/2025-03:").endsWith("No figure for 2025-04/2026-03 is at hand.");
        // 31 March 2026 lies in the fiscal year that ends with it.
        assertThat(one(Commitments.ceiling(0.5).due("2026-03-31").build(), fiscalShares(2025, 0.6, 0.4)).status()).isEqualTo(CommitmentStatus.MET);
        assertThat(one(Commitments.ceiling(0.5).due("2026-04-01").build(), fiscalShares(2025, 0.6, 0.4)).status()).isEqualTo(CommitmentStatus.OUTCOME_UNKNOWN);
    }

    @Test
    void aCalendarYearCountsBeforeAFiscalYearUnlessItIsFurtherFromTheOneThatDecides() {
        Commitment c = Commitments.ceiling(0.5).due("2025-12-31").build();
        Rows both = fiscalShares(2025, 0.6, 0.6).period("2025").add("CHN", 40).add("VNM", 60);
        assertThat(one(c, both)).extracting(CommitmentResult::status, CommitmentResult::period).containsExactly(CommitmentStatus.MET, "2025");
        Rows old = fiscalShares(2025, 0.6, 0.6).period("2022").add("CHN", 40).add("VNM", 60);
        assertThat(one(c, old)).extracting(CommitmentResult::status, CommitmentResult::period).containsExactly(CommitmentStatus.MISSED, "2025-04/2026-03");
    }

    @Test
    void thePaceOfFiscalYearsRunsToTheOneInWhichTheDeadlineLies() {
        // 0.70 from April 2024 on, 0.50 by the year that ends in March 2030: five years.
        CommitmentResult r = one(Commitments.ceiling(0.5).due("2030-03-31").build(), fiscalShares(2024, 0.9, 0.85, 0.8, 0.75, 0.7));
        assertThat(r.pace().orElseThrow().needed()).isCloseTo(-0.04, within(1e-12));
        assertThat(r.pace().orElseThrow().seen()).isCloseTo(-0.05, within(1e-12));
        assertThat(r.status()).isEqualTo(CommitmentStatus.ON_TRACK);
        assertThat(r.reason()).contains("Over 5 comparable years to 2024-04/2025-03").contains("by 2029-04/2030-03");
    }

    @Test
    void weightDecidesAloneWhereTheTextNamesNoBasisAndNoValueIsTold() {
        Rows weighed = japan().period("2025").add("CHN", Quantity.MISSING, Quantity.reported(40)).add("VNM", Quantity.MISSING, Quantity.reported(60));
        CommitmentResult r = one(Commitments.ceiling(0.5).basis("").due("2025-12-31").build(), weighed);
        assertThat(r.status()).isEqualTo(CommitmentStatus.MET);
        assertThat(r.measured()).hasValue(0.4);
        assertThat(r.reason()).isEqualTo("China supplied 40.0% of imports by weight in 2025, 10.0 points below the ceiling of 50.0%. "
                + "The text does not say whether value or weight counts; no value is told of that year, so weight alone decides.");
        CommitmentResult byValue = one(Commitments.ceiling(0.5).basis("value").due("2025-12-31").build(), weighed);
        assertThat(byValue.status()).isEqualTo(CommitmentStatus.NOT_TESTABLE);
        assertThat(byValue.reason()).isEqualTo("The commitment counts by value, and these figures tell the share by weight alone: 40.0% in 2025.");
    }

    @Test
    void weightDoesNotDecideAloneInAYearOfWhichAValueIsTold() {
        // By value at most 60 %, which decides nothing; by weight 40 %.
        Rows rows = japan().period("2025").coverage(Coverage.COMPLETE).add("CHN", Quantity.reported(40), Quantity.reported(40))
                .add("X99", Quantity.reported(20), Quantity.MISSING).add("VNM", Quantity.reported(40), Quantity.reported(60));
        assertThat(one(Commitments.ceiling(0.5).basis("").due("2025-12-31").build(), rows).status()).isEqualTo(CommitmentStatus.INDETERMINATE);
    }

    // Bounds and other people's figures

    @Test
    void theSuppliersOwnFigureOnTheOtherSideOfTheCeilingUnsettlesTheVerdict() {
        // Bought 60 of 100, ceiling 0.55. Sold 40, FOB: 40/80 = 0.5.
        Rows rows = japan().valuation(Valuation.FOB).add("CHN", 60).add("VNM", 40)
                .reporter("CHN").add("JPN", TradeFlow.EXPORT, Quantity.reported(40), Quantity.MISSING);
        CommitmentResult r = one(Commitments.ceiling(0.55).due("2030-12-31").build(), rows);
        assertThat(r.status()).isEqualTo(CommitmentStatus.INDETERMINATE);
        assertThat(r.reason()).contains("By the figures of China itself the share would be 50.0%, on the other side of the ceiling.");
        assertThat(r.whatWouldChange()).isEqualTo("Knowing which side of the flow is right, the buyer's figure or the supplier's, would settle it.");
        assertThat(one(Commitments.ceiling(0.45).due("2030-12-31").build(), rows).status()).as("both above").isEqualTo(CommitmentStatus.OPEN);
    }

    @Test
    void yearsWithUnnamedPartnersCountForThePaceAndWidenItsInterval() {
        Rows rows = japan();
        for (int i = 0; i < 6; i++) {
            double share = 0.80 - 0.02 * i;
            rows.period(Integer.toString(2019 + i)).add("CHN", 100 * share).add("VNM", 99 - 100 * share).add("X99", 1);
        }
        CommitmentResult r = one(Commitments.ceiling(0.5).due("2030-12-31").build(), rows);
        assertThat(r.pace()).isPresent();
        assertThat(r.pace().get().years()).isEqualTo(6);
        // Each slope of neighbours lies within −0.02 ± 0.01.
        assertThat(r.reason()).contains("Over 6 comparable years to 2024 the share changed by -2.0 points a year; its ups and downs fit any pace from -3.0 to -1.0 (90% confidence).");
    }

    @Test
    void aShareBetweenTwoIsToldWithBothOfItsDistancesToTheCeiling() {
        // China 60, unnamed 20 of 100: 60 to 80 %.
        assertThat(saidOfSixtyToEighty(0.5)).contains("supplied 60.0% to 80.0% of imports by value in 2024, 10.0 to 30.0 points above the ceiling of 50.0%.");
        assertThat(saidOfSixtyToEighty(0.6)).contains("at the ceiling of 60.0% or up to 20.0 points above it.");
        assertThat(saidOfSixtyToEighty(0.7)).contains("between 10.0 points below and 10.0 points above the ceiling of 70.0%.");
        assertThat(saidOfSixtyToEighty(0.8)).contains("at the ceiling of 80.0% or up to 20.0 points below it.");
        assertThat(saidOfSixtyToEighty(0.9)).contains("10.0 to 30.0 points below the ceiling of 90.0%.");
    }

    private static String saidOfSixtyToEighty(double ceiling) {
        Rows rows = japan().period("2024").add("CHN", 60).add("VNM", 20).add("X99", 20);
        return one(Commitments.ceiling(ceiling).due("2030-12-31").build(), rows).reason();
    }

    @Test
    void aBuyerWithoutPurchasesIsNotToldThatASeriesIsMissing() {
        CommitmentResult r = one(Commitments.ceiling(0.5).due("2030-12-31").build(), japan().period("2024").add("CHN", 0));
        assertThat(r.status()).isEqualTo(CommitmentStatus.NOT_TESTABLE);
        assertThat(r.whatWouldChange()).isEqualTo("A year with imports of magnets by Japan would make it testable.");
    }

    @Test
    void everyJudgedCeilingSaysWhatWouldChangeTheVerdict() {
        assertThat(one(Commitments.ceiling(0.5).due("2025-12-31").build(), shares(2023, 0.7)).whatWouldChange()).isEqualTo("A figure for 2025 would settle it.");
        assertThat(one(Commitments.ceiling(0.5).due("2030-12-31").build()).whatWouldChange())
                .isEqualTo("A public series of imports of magnets by Japan, by partner, would make it testable.");
        assertThat(one(Commitments.ceiling(0.5).due("2030-12-31").build(), shares(2024, 0.7)).whatWouldChange()).contains("would have to buy about");
        assertThat(one(Commitments.ceiling(0.8).due("2030-12-31").build(), shares(2024, 0.7)).whatWouldChange()).contains("would bring it to the ceiling");
    }

    @Test
    void whatWouldChangeTheVerdictChangesItJustThen() {
        // 812 of 1300: 0.6246. At 0.45 the ceiling is 585: 227 to move away. At 0.7 it is 910: 98 to move there.
        Commitments above = Commitments.ceiling(0.45).due("2030-12-31");
        assertThat(one(above.build(), bought(812)).whatWouldChange()).contains("about 227 dollars a year elsewhere");
        assertThat(one(above.build(), bought(812 - 226)).status()).isEqualTo(CommitmentStatus.OPEN);
        assertThat(one(above.build(), bought(812 - 227)).status()).isEqualTo(CommitmentStatus.MET);
        Commitments below = Commitments.ceiling(0.7).due("2030-12-31");
        assertThat(one(below.build(), bought(812)).whatWouldChange())
                .isEqualTo("About 98 dollars a year more of the same purchases moving to China would bring it to the ceiling, at the level of 2024.");
        assertThat(one(below.build(), bought(812 + 98)).status()).isEqualTo(CommitmentStatus.MET);
        assertThat(one(below.build(), bought(812 + 99)).status()).isEqualTo(CommitmentStatus.OPEN);
    }

    private static Rows bought(double fromChina) {
        return japan().add("CHN", fromChina).add("VNM", 1300 - fromChina);
    }

    @Test
    void purchasesToMoveReachToWhatUnnamedPartnersLeaveOpen() {
        // 70 to 75 of 100 at a ceiling of 0.5: 20 brings the named part to it, 25 all of it.
        Commitments ceiling = Commitments.ceiling(0.5).due("2030-12-31");
        assertThat(one(ceiling.build(), named(70)).whatWouldChange())
                .isEqualTo("Japan would have to buy at least 20 dollars a year elsewhere than from China, at the level of 2024; "
                        + "as much as 25 dollars if all that the figures leave open is from there.");
        assertThat(one(ceiling.build(), named(50)).status()).isEqualTo(CommitmentStatus.INDETERMINATE);
        assertThat(one(ceiling.build(), named(45)).status()).isEqualTo(CommitmentStatus.MET);
    }

    /**
     * In tens: China sold 65 to 75 of 90 to 110, Viet Nam 25 to 35. A share of 0.65 at least of 90 to 110, 0.75 at most: above half of it are
     * (0.65 - 0.5) 90 = 13.5 and (0.75 - 0.5) 110 = 27.5.
     */
    @Test
    void purchasesToMoveAreAtLeastWhatRoundingLeavesOfThem() {
        CommitmentResult rounded = one(Commitments.ceiling(0.5).due("2030-12-31").build(), japan().roundedTo(10, 0).add("CHN", 70).add("VNM", 30));
        assertThat(rounded.low()).hasValue(0.65);
        assertThat(rounded.whatWouldChange())
                .startsWith("Japan would have to buy at least 14 dollars a year elsewhere than from China, at the level of 2024; as much as 28 dollars");
        assertThat(rounded.relief().orElseThrow().dollars()).isCloseTo(13.5, within(1e-9));
        assertThat(rounded.relief().orElseThrow().isLeast()).isTrue();
    }

    /** In tens of kilograms: 75 of 100 at least, of 90 to 110 bought. Above 0.45 of it are (0.75 - 0.45) 90 = 27. */
    @Test
    void purchasesToMoveByWeightAreAtLeastWhatRoundingLeavesOfThem() {
        CommitmentResult rounded = one(
                Commitments.ceiling(0.45).basis("").due("2030-12-31").build(), japan().roundedTo(0, 10).add("CHN", 70, 80).add("VNM", 30, 20));
        assertThat(rounded.whatWouldChange())
                .contains("about 25 dollars a year elsewhere")
                .endsWith("By weight it would be at least 27 kilograms elsewhere than from China.");
    }

    private static Rows named(double fromChina) {
        return japan().add("CHN", fromChina).add("VNM", 95 - fromChina).add("X99", 5);
    }

    @Test
    void howLongACeilingHasHeldIsSaidAsFarAsItIsKnown() {
        Commitments ceiling = Commitments.ceiling(0.5).due("2030-12-31");
        assertThat(one(ceiling.build(), shares(2024, 0.4)).reason())
                .endsWith("No comparable figure that decides for the year before: how long it has been within the ceiling is not known.");
        assertThat(one(ceiling.build(), shares(2024, 0.6, 0.4)).reason()).endsWith("Within the ceiling since 2024, above it in 2023: watch for reversal.");
        assertThat(one(ceiling.build(), shares(2024, 0.6, 0.4, 0.4)).reason()).endsWith("Within the ceiling since 2023, above it in 2022: watch for reversal.");
        assertThat(one(ceiling.build(), shares(2024, 0.4, 0.4)).reason()).endsWith("Within the ceiling for 2 years running: watch for reversal.");
    }

    // Deadlines

    @Test
    void lateDeliveryIsMetWithTheDaysTold() {
        CommitmentResult r = one(Commitments.of(Kind.DEADLINE).due("2026-03-06").done("2026-04-24").build());
        assertThat(r.status()).isEqualTo(CommitmentStatus.MET);
        assertThat(r.reason()).isEqualTo("Done on 2026-04-24, 49 days late (due 2026-03-06).");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06, 'Done on 2026-03-06, due 2026-03-06.'",
        "2026-03-05, 'Done on 2026-03-05, due 2026-03-06.'",
        "2026-03-07, 'Done on 2026-03-07, 1 day late (due 2026-03-06).'"
    })
    void deliveryAroundTheDayCountsExactDays(String done, String reason) {
        CommitmentResult r = one(Commitments.of(Kind.DEADLINE).due("2026-03-06").done(done).build());
        assertThat(r.status()).isEqualTo(CommitmentStatus.MET);
        assertThat(r.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, OPEN, 'Due 2026-11-21: today. '",
        "2026-11-22, OPEN, 'Due 2026-11-22: in 1 day. '",
        "2026-11-20, OUTCOME_UNKNOWN, 'Due 2026-11-20, 1 day ago. No record of the outcome was found.'",
        "2026-11-01, OUTCOME_UNKNOWN, 'Due 2026-11-01, 20 days ago. No record of the outcome was found.'"
    })
    void openUntilTheDayItselfThenUnknown(String due, CommitmentStatus status, String reason) {
        CommitmentResult r = one(Commitments.of(Kind.DEADLINE).due(due).build());
        assertThat(r.status()).isEqualTo(status);
        assertThat(r.reason()).isEqualTo(reason.strip());
    }

    @Test
    void whatWasDoneAfterTheBriefingIsNotKnownToIt() {
        Commitment c = Commitments.of(Kind.DEADLINE).due("2026-03-06").done("2026-04-24").build();
        assertThat(judge(c, rows(), LocalDate.of(2026, 4, 23)).getFirst().status()).isEqualTo(CommitmentStatus.OUTCOME_UNKNOWN);
        assertThat(judge(c, rows(), LocalDate.of(2026, 4, 24)).getFirst().status()).isEqualTo(CommitmentStatus.MET);
        assertThat(judge(c, rows(), LocalDate.of(2026, 3, 6)).getFirst().status()).isEqualTo(CommitmentStatus.OPEN);
    }

    @Test
    void whatIsAdoptedOrToldLaterIsNotKnownToTheBriefing() {
        Commitment law = Commitments.ceiling(0.5).adopted("2026-11-22").due("2030-12-31").build();
        CommitmentResult before = one(law, shares(2024, 0.7));
        assertThat(before.status()).isEqualTo(CommitmentStatus.OPEN);
        assertThat(before.reason()).isEqualTo("Adopted only on 2026-11-22: not in force on the day of this briefing.");
        assertThat(before.measured()).isEmpty();
        assertThat(judge(law, shares(2024, 0.7), LocalDate.of(2026, 11, 22)).getFirst().reason()).startsWith("China supplied 70.0%");
        Commitment done = Commitments.of(Kind.DEADLINE).due("2026-03-06").done("2026-04-24").outcome("signed in April").build();
        assertThat(judge(done, rows(), LocalDate.of(2026, 4, 1)).getFirst().reason())
                .isEqualTo("Due 2026-03-06, 26 days ago. No record of the outcome was found.");
    }

    @Test
    void aMemberNamedBesideItsGroupIsJudgedOnce() {
        List<CommitmentResult> results = judge(ceiling(0.5).parties("G7", "JPN").due("2030-12-31").build(), shares(2024, 0.4), AS_OF);
        assertThat(results).extracting(CommitmentResult::party).containsExactly("JPN", "FRA");
    }

    @Test
    void deadlineWithoutDateIsNotTestable() {
        assertThat(one(Commitments.of(Kind.DEADLINE).build()).status()).isEqualTo(CommitmentStatus.NOT_TESTABLE);
    }

    // Amounts

    @ParameterizedTest
    @EnumSource(names = {"MONEY", "TONNES", "STOCK"})
    void amountIsMetAtExactlyWhatWasPledged(Kind kind) {
        Commitments pledge = Commitments.of(kind).threshold(100).due("2026-01-01");
        assertThat(one(pledge.delivered(100).amount()).status()).isEqualTo(CommitmentStatus.MET);
        CommitmentResult short99 = one(pledge.delivered(99).amount());
        assertThat(short99.status()).isEqualTo(CommitmentStatus.MISSED);
        assertThat(short99.distancePoints().orElseThrow()).isEqualTo(-1);
        assertThat(short99.reason()).isEqualTo("EUR\u00a099 of EUR\u00a0100 delivered. Due 2026-01-01, 324 days ago.");
        assertThat(one(pledge.due("2026-11-21").delivered(99).amount()).status()).isEqualTo(CommitmentStatus.OPEN);
    }

    @Test
    void aPromiseOfUpToAnAmountNamesNoLeast() {
        Commitments pledge = Commitments.of(Kind.MONEY).threshold(100);
        assertThat(one(pledge.delivered(100).upToAmount()).status()).isEqualTo(CommitmentStatus.MET);
        CommitmentResult undated = one(pledge.delivered(0).upToAmount());
        assertThat(undated.status()).isEqualTo(CommitmentStatus.NOT_TESTABLE);
        assertThat(undated.measured()).hasValue(0);
        assertThat(undated.reason()).isEqualTo("Nothing of up to EUR\u00a0100 has been delivered. A promise of at most an amount names no least.");
        assertThat(one(pledge.due("2026-11-21").delivered(99).upToAmount()).status()).isEqualTo(CommitmentStatus.OPEN);
        assertThat(one(pledge.due("2026-11-20").delivered(99).upToAmount()).status()).isEqualTo(CommitmentStatus.NOT_TESTABLE);
    }

    @Test
    void daysAreCountedInTheirNumber() {
        assertThat(Statement.of("commitment.delivered", Term.amount(1, "days"), Term.amount(100, "days")).english())
                .isEqualTo("1\u00a0day of 100\u00a0days delivered.");
    }

    @Test
    void whatNoOneNamesInTheRegisterIsSaidInASentenceAndPartiesByTheirNames() {
        assertThat(one(Commitments.of(Kind.MONEY).amount()).reason()).isEqualTo("No amount was set.");
        assertThat(judge(Commitments.ceiling(0.5).parties("JPN", "DEU", "CHN").together().build(), rows(), AS_OF).getFirst().reason())
                .isEqualTo("It binds Japan, Germany and China together, and no series of them as one buyer ships.");
    }

    @Test
    void amountWithoutAFigureIsOpenThenUnknown() {
        Commitments pledge = Commitments.of(Kind.MONEY).threshold(100);
        assertThat(one(pledge.amount()).status()).isEqualTo(CommitmentStatus.NOT_TESTABLE);
        assertThat(one(pledge.due("2027-01-01").amount()).status()).isEqualTo(CommitmentStatus.OPEN);
        assertThat(one(pledge.due("2026-01-01").amount()).status()).isEqualTo(CommitmentStatus.OUTCOME_UNKNOWN);
    }

    // Kinds that public data cannot score

    @ParameterizedTest
    @EnumSource(names = {"EXTRACTION_FLOOR", "PROCESSING_FLOOR", "RECYCLING_FLOOR"})
    void floorsSayWhichSeriesIsMissing(Kind kind) {
        CommitmentResult r = one(Commitments.of(kind).missing("yearly output").build());
        assertThat(r.status()).isEqualTo(CommitmentStatus.NOT_TESTABLE);
        assertThat(r.reason()).isEqualTo("Missing: yearly output.");
    }

    @Test
    void banIsOpenBeforeItsDayAndNotTestableAfter() {
        CommitmentResult before = one(Commitments.of(Kind.BAN).due("2027-01-01").missing("origin by contract").build());
        assertThat(before.status()).isEqualTo(CommitmentStatus.OPEN);
        assertThat(before.reason()).isEqualTo("In force from 2027-01-01, in 41 days. Missing: origin by contract.");
        assertThat(one(Commitments.of(Kind.BAN).due("2026-01-01").build()).status()).isEqualTo(CommitmentStatus.NOT_TESTABLE);
    }

    @Test
    void pledgeWithoutNumberIsShownNeverScored() {
        assertThat(one(Commitments.of(Kind.PLEDGE).build()).reason()).isEqualTo("No measurable target. Shown, never scored.");
        CommitmentResult told = one(Commitments.of(Kind.PLEDGE).outcome("a plan was adopted").build());
        assertThat(told.status()).isEqualTo(CommitmentStatus.NOT_TESTABLE);
        assertThat(told.reason()).isEqualTo("No measurable target. A plan was adopted.");
    }

    @Test
    void unverifiedRowIsNeverJudged() {
        Commitment c = Commitments.of(Kind.DEADLINE).due("2026-03-06").done("2026-03-01").unverified().build();
        assertThat(one(c).status()).isEqualTo(CommitmentStatus.NOT_TESTABLE);
    }

    // Ceilings

    @ParameterizedTest
    @CsvSource({"0.50, MET", "0.5001, OPEN", "0.30, MET"})
    void shareAtTheCeilingIsWithinIt(double share, CommitmentStatus status) {
        CommitmentResult r = one(ceiling(0.5).due("2030-12-31").build(), shares(2024, share));
        assertThat(r.status()).isEqualTo(status);
        assertThat(r.measured().orElseThrow()).isCloseTo(share, within(1e-12));
        assertThat(r.distancePoints().orElseThrow()).isCloseTo(share - 0.5, within(1e-12));
    }

    @Test
    void lastDayOfADeadlineIsNotPast() {
        assertThat(one(ceiling(0.5).due("2026-11-21").build(), shares(2024, 0.6)).status()).isEqualTo(CommitmentStatus.OPEN);
        assertThat(one(ceiling(0.5).due("2026-11-20").build(), shares(2024, 0.6)).status()).isEqualTo(CommitmentStatus.OUTCOME_UNKNOWN);
    }

    @Test
    void figureOfTheTargetYearDecides() {
        assertThat(one(ceiling(0.5).due("2024-12-31").build(), shares(2024, 0.6)).status()).isEqualTo(CommitmentStatus.MISSED);
        assertThat(one(ceiling(0.5).due("2024-12-31").build(), shares(2024, 0.4)).status()).isEqualTo(CommitmentStatus.MET);
    }

    @Test
    void ceilingReachedLateIsMetWithTheYearsTold() {
        CommitmentResult r = one(ceiling(0.5).due("2022-12-31").build(), shares(2024, 0.6, 0.55, 0.45));
        assertThat(r.status()).isEqualTo(CommitmentStatus.MET);
        assertThat(r.reason()).contains("Met 2 years late");
        assertThat(r.period()).isEqualTo("2024");
    }

    @Test
    void ceilingExceededAgainAfterItsDateIsMetAndSaysSo() {
        CommitmentResult r = one(ceiling(0.5).due("2022-12-31").build(), shares(2024, 0.4, 0.45, 0.62));
        assertThat(r.status()).isEqualTo(CommitmentStatus.MET);
        assertThat(r.period()).isEqualTo("2022");
        assertThat(r.reason()).contains("Since exceeded: 62.0% in 2024.");
        // Of 100 dollars bought in 2024, 62 there.
        assertThat(r.whatWouldChange()).isEqualTo("Japan would have to buy about 12 dollars a year elsewhere than from China, at the level of 2024.");
    }

    @Test
    void whatIsReachedLateAndExceededAgainIsToldWithWhatBringsItBack() {
        CommitmentResult r = one(ceiling(0.5).due("2022-12-31").build(), shares(2024, 0.6, 0.45, 0.62));
        assertThat(r.status()).isEqualTo(CommitmentStatus.MET);
        assertThat(r.period()).isEqualTo("2023");
        assertThat(r.reason()).contains("Met one year late").endsWith("Since exceeded: 62.0% in 2024.");
        assertThat(r.whatWouldChange()).contains("about 12 dollars a year elsewhere than from China, at the level of 2024");
    }

    /** A later year above the ceiling does not undo that it was kept in the first year with a figure. */
    @Test
    void withoutAFigureForTheTargetYearTheFirstAfterItDecides() {
        CommitmentResult r = one(ceiling(0.5).due("2021-12-31").build(), shares(2024, 0.45, 0.55, 0.62));
        assertThat(r.status()).isEqualTo(CommitmentStatus.MET);
        assertThat(r.period()).isEqualTo("2022");
        assertThat(r.reason()).contains("No figure for 2021 is at hand; that of 2022 is the first since.", "Since exceeded: 62.0% in 2024.");
        assertThat(one(ceiling(0.5).due("2021-12-31").build(), shares(2024, 0.6, 0.55, 0.62)).status()).isEqualTo(CommitmentStatus.MISSED);
        Rows open = japan().period("2022").add("CHN", 45).add("VNM", 45).add("X99", 10).period("2024").add("CHN", 62).add("VNM", 38);
        assertThat(one(ceiling(0.5).due("2021-12-31").build(), open).status()).as("45 to 55 % in the first").isEqualTo(CommitmentStatus.INDETERMINATE);
    }

    /** By value 0.45 in 2024, by weight 0.60: the text does not say which counts, so that it is not met late; and not held in 2023. */
    @Test
    void anotherYearCountsAsKeptOnlyWhereWeightDoesNotDisagree() {
        Rows rows = japan().period("2022").add("CHN", 60, 60).add("VNM", 40, 40).period("2024").add("CHN", 45, 60).add("VNM", 55, 40);
        assertThat(one(ceiling(0.5).basis("").due("2022-12-31").build(), rows).status()).isEqualTo(CommitmentStatus.MISSED);
        Rows held = japan().period("2023").add("CHN", 45, 60).add("VNM", 55, 40).period("2024").add("CHN", 45, 45).add("VNM", 55, 55);
        assertThat(one(ceiling(0.5).basis("").due("2030-12-31").build(), held).reason()).contains("No comparable figure that decides for the year before");
    }

    /** Thirteen twentieths each, written in cents: as binary numbers some of the quotients end a digit above 0.65. */
    @Test
    void aShareInCentsAtTheCeilingIsWithinItWhateverItsLastBinaryDigit() {
        for (int twentieths = 1; twentieths < 400; twentieths++) {
            Rows rows = japan().add("CHN", 13 * twentieths / 100.0).add("VNM", 7 * twentieths / 100.0);
            assertThat(one(ceiling(0.65).due("2030-12-31").build(), rows).status()).as("%d times 0.13", twentieths).isEqualTo(CommitmentStatus.MET);
        }
        assertThat(one(ceiling(0.65).due("2030-12-31").build(), japan().add("CHN", 65_000_001).add("VNM", 34_999_999)).status())
                .isEqualTo(CommitmentStatus.OPEN);
    }

    @Test
    void olderFigureLeavesTheOutcomeUnknown() {
        CommitmentResult r = one(ceiling(0.5).due("2025-12-31").build(), shares(2023, 0.721));
        assertThat(r.status()).isEqualTo(CommitmentStatus.OUTCOME_UNKNOWN);
        assertThat(r.measured().orElseThrow()).isCloseTo(0.721, within(1e-9));
        assertThat(r.reason()).startsWith("The last figure before the deadline is for 2023:").contains("No figure for 2025 is at hand.");
    }

    @Test
    void valueAndWeightThatDisagreeAreIndeterminate() {
        Rows rows = japan().add("CHN", 40, 60).add("VNM", 60, 40);
        CommitmentResult r = one(ceiling(0.5).basis("").due("2030-12-31").build(), rows);
        assertThat(r.status()).isEqualTo(CommitmentStatus.INDETERMINATE);
        assertThat(r.reason()).contains("value or weight");
        assertThat(r.whatWouldChange()).isNotBlank();
        assertThat(one(ceiling(0.5).basis("weight").due("2030-12-31").build(), rows).status()).isEqualTo(CommitmentStatus.OPEN);
        assertThat(one(ceiling(0.5).basis("value").due("2030-12-31").build(), rows).status()).isEqualTo(CommitmentStatus.MET);
    }

    @Test
    void boundsThatStraddleAreIndeterminateAndSayWhatWouldSettleIt() {
        CommitmentResult r = one(ceiling(0.5).due("2030-12-31").build(), japan().add("CHN", 45).add("VNM", 45).add("X99", 10));
        assertThat(r.status()).isEqualTo(CommitmentStatus.INDETERMINATE);
        assertThat(r.low().orElseThrow()).isCloseTo(0.45, within(1e-12));
        assertThat(r.high().orElseThrow()).isCloseTo(0.55, within(1e-12));
        assertThat(r.whatWouldChange()).isEqualTo("Knowing the suppliers that the publisher does not name would settle it.");
    }

    @Test
    void upperBoundAboveTheCeilingIsIndeterminateAndBelowItMeetsIt() {
        Rows rows = japan().coverage(Coverage.MAIN_PARTNERS).add("CHN", 60).add("VNM", 40);
        assertThat(one(ceiling(0.5).due("2030-12-31").build(), rows).status()).isEqualTo(CommitmentStatus.INDETERMINATE);
        CommitmentResult met = one(ceiling(0.65).due("2030-12-31").build(), rows);
        assertThat(met.status()).isEqualTo(CommitmentStatus.MET);
        assertThat(met.measured()).isEmpty();
        assertThat(met.high().orElseThrow()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void anySupplierMeansTheLargest() {
        CommitmentResult r = one(ceiling(0.5).supplier("ANY").due("2030-12-31").build(), japan().add("CHN", 30).add("RUS", 70));
        assertThat(r.supplier()).isEqualTo("RUS");
        assertThat(r.status()).isEqualTo(CommitmentStatus.OPEN);
    }

    @Test
    void ceilingOfABlocIsNeverJudgedOnAMember() {
        Rows rows = rows().reporter("DEU").add("CHN", 90).add("FRA", 10).reporter("FRA").add("VNM", 110);
        List<CommitmentResult> results = judge(ceiling(0.5).parties("EUU").together().due("2030-12-31").build(), rows, AS_OF);
        assertThat(results).singleElement().satisfies(r -> {
            assertThat(r.party()).isEqualTo("EUU");
            assertThat(r.measured().orElseThrow()).isCloseTo(0.45, within(1e-12));
        });
    }

    @Test
    void ceilingThatBindsSeveralTogetherIsNotJudgedOnEach() {
        List<CommitmentResult> results =
                judge(ceiling(0.5).parties("JPN", "DEU").together().build(), shares(2024, 0.9), AS_OF);
        assertThat(results).hasSize(2).allSatisfy(r -> {
            assertThat(r.status()).isEqualTo(CommitmentStatus.NOT_TESTABLE);
            assertThat(r.reason()).contains("together");
        });
    }

    @Test
    void ceilingThatBindsEachMemberOfAGroupIsJudgedOnEach() {
        List<CommitmentResult> results = judge(ceiling(0.5).parties("G7").due("2030-12-31").build(), shares(2024, 0.4), AS_OF);
        assertThat(results).extracting(CommitmentResult::party).containsExactly("JPN", "FRA");
    }

    @Test
    void membersThatNoOneAssessesAreJudgedOnTheirFiguresAllTheSame() {
        Rows rows = japan().add("CHN", 60).add("VNM", 40).reporter("FRA").add("CHN", 30).add("VNM", 70);
        List<CommitmentResult> results = judge(ceiling(0.5).parties("G7").due("2030-12-31").build(), rows, AS_OF);
        assertThat(results).extracting(CommitmentResult::status).containsExactly(CommitmentStatus.OPEN, CommitmentStatus.MET);
    }

    @Test
    void aCommitmentThatTwoReplaceNamesBoth() {
        Commitment old = Commitments.of(Commitment.Kind.PLEDGE).id("OLD").build();
        Commitment one = Commitments.of(Commitment.Kind.PLEDGE).id("NEW-1").supersedes("OLD").build();
        Commitment two = Commitments.of(Commitment.Kind.PLEDGE).id("NEW-2").supersedes("OLD").build();
        List<CommitmentResult> results = new Assessor(TestRegisters.registers(old, one, two))
                .assess(rows().dataset(), AssessmentOptions.of(AS_OF, TestRegisters.MATERIAL))
                .commitments();
        assertThat(results.getFirst().reason()).endsWith("Replaced by NEW-1, NEW-2.");
    }

    @Test
    void whatIsAdoptedLaterOrUnverifiedReplacesNothing() {
        Commitment old = ceiling(0.5).id("OLD").due("2030-12-31").build();
        Commitment later = ceiling(0.4).id("LATER").supersedes("OLD").adopted("2026-11-22").due("2030-12-31").build();
        Commitment rumour = ceiling(0.4).id("RUMOUR").supersedes("OLD").unverified().due("2030-12-31").build();
        Assessor assessor = new Assessor(TestRegisters.registers(old, later, rumour));
        assertThat(assessor.assess(shares(2024, 0.45).dataset(), AssessmentOptions.of(AS_OF, TestRegisters.MATERIAL)).commitments().getFirst().reason())
                .doesNotContain("Replaced");
        assertThat(assessor.assess(shares(2024, 0.45).dataset(), AssessmentOptions.of(AS_OF.plusDays(1), TestRegisters.MATERIAL)).commitments().getFirst().reason())
                .endsWith("Replaced by LATER.");
    }

    @Test
    void eachLineMustMeetTheCeilingByItself() {
        Rows rows = japan()
                .commodity("284610").add("CHN", 90).add("VNM", 10)
                .commodity("284690").add("CHN", 10).add("VNM", 90);
        List<CommitmentResult> results = judge(ceiling(0.65).stages("compound").eachLine().due("2030-12-31").build(), rows, AS_OF);
        assertThat(results).extracting(CommitmentResult::commodity).containsExactly("284610", "284690");
        assertThat(results).extracting(CommitmentResult::status).containsExactly(CommitmentStatus.OPEN, CommitmentStatus.MET);
    }

    @Test
    void commoditiesInScopeAreJudgedInsteadOfTheStage() {
        Rows rows = japan().commodity("2846").add("CHN", 10).add("VNM", 90).commodity("284610").add("CHN", 90).add("VNM", 10);
        CommitmentResult r = one(ceiling(0.65).stages("compound").commodities("284610").due("2030-12-31").build(), rows);
        assertThat(r.commodity()).isEqualTo("284610");
        assertThat(r.status()).isEqualTo(CommitmentStatus.OPEN);
    }

    @Test
    void stageWithoutFiguresIsNotTestableAndNoOtherStageStandsIn() {
        List<CommitmentResult> results =
                judge(ceiling(0.5).stages("compound", "metal").due("2025-12-31").build(), shares(2025, 0.2), AS_OF);
        assertThat(results).hasSize(2).allSatisfy(r -> {
            assertThat(r.status()).isEqualTo(CommitmentStatus.NOT_TESTABLE);
            assertThat(r.measured()).isEmpty();
        });
    }

    @Test
    void yearsHeldStopAtAGap() {
        assertThat(one(ceiling(0.5).build(), shares(2024, 0.4, 0.6, 0.4, 0.4)).reason()).contains("since 2023, above it in 2022");
        Rows gap = japan().period("2021").add("CHN", 1).add("VNM", 9).period("2024").add("CHN", 1).add("VNM", 9);
        assertThat(one(ceiling(0.5).build(), gap).reason()).contains("No comparable figure that decides for the year before");
    }

    @Test
    void headroomAndReliefAreToldInMoney() {
        Rows above = japan().add("CHN", 80e6).add("VNM", 20e6);
        assertThat(one(ceiling(0.5).due("2030-12-31").build(), above).whatWouldChange())
                .isEqualTo("Japan would have to buy about 30 million dollars a year elsewhere than from China, at the level of 2024.");
        Rows below = japan().add("CHN", 20e6).add("VNM", 80e6);
        assertThat(one(ceiling(0.5).due("2030-12-31").build(), below).whatWouldChange())
                .startsWith("About 30 million dollars a year more of the same purchases moving to China");
    }

    @Test
    void ofACommitmentByWeightHeadroomAndReliefAreToldInWeight() {
        Rows above = japan().add("CHN", 10, 80_000).add("VNM", 90, 20_000);
        assertThat(one(ceiling(0.5).basis("weight").due("2030-12-31").build(), above).whatWouldChange())
                .isEqualTo("Japan would have to buy about 30 tonnes a year elsewhere than from China, at the level of 2024.");
        Rows below = japan().add("CHN", 90, 2_000).add("VNM", 10, 8_000);
        assertThat(one(ceiling(0.5).basis("weight").due("2030-12-31").build(), below).whatWouldChange())
                .startsWith("About 3,000 kilograms a year more of the same purchases moving to China");
    }

    @Test
    void atTheThresholdItIsMetWithoutHeadroom() {
        CommitmentResult r = one(ceiling(0.5).due("2030-12-31").build(), japan().add("CHN", 50e6).add("VNM", 50e6));
        assertThat(r.status()).isEqualTo(CommitmentStatus.MET);
        assertThat(r.whatWouldChange()).isEqualTo("It stands at the ceiling: any larger part bought from China would exceed it.");
    }

    @Test
    void aLineThatIsPromisedAndNotOnRecordIsToldAsSuch() {
        Commitment lines = ceiling(0.5).stages("compound").commodities("284610", "284690").eachLine().build();
        List<CommitmentResult> none = judge(lines, japan().add("CHN", 1), AS_OF);
        assertThat(none).extracting(CommitmentResult::commodity).containsExactly("284610", "284690");
        assertThat(none).allSatisfy(r -> {
            assertThat(r.status()).isEqualTo(CommitmentStatus.NOT_TESTABLE);
            assertThat(r.reason()).isEqualTo("No public figure of imports of compounds by Japan for a whole year is at hand.");
        });
        List<CommitmentResult> one = judge(lines, japan().commodity("284610").add("CHN", 1).add("VNM", 9), AS_OF);
        assertThat(one).extracting(CommitmentResult::commodity, CommitmentResult::status).containsExactly(
                tuple("284610", CommitmentStatus.MET), tuple("284690", CommitmentStatus.NOT_TESTABLE));
    }

    @Test
    void anAmountShortOfItsPledgeSaysWhenItIsDue() {
        Commitment fund = Commitments.of(Commitment.Kind.MONEY).threshold(10).delivered(4).due("2026-12-01").amount();
        assertThat(one(fund, japan().add("CHN", 1)).reason()).isEqualTo("EUR\u00a04 of EUR\u00a010 delivered. Due 2026-12-01: in 10 days.");
        Commitment late = Commitments.of(Commitment.Kind.MONEY).threshold(10).delivered(4).due("2026-11-20").amount();
        assertThat(one(late, japan().add("CHN", 1)).reason()).isEqualTo("EUR\u00a04 of EUR\u00a010 delivered. Due 2026-11-20, 1 day ago.");
    }

    @Test
    void aBanOfTodayIsInForceFromToday() {
        assertThat(one(Commitments.of(Commitment.Kind.BAN).due("2026-11-21").build(), japan().add("CHN", 1)).reason())
                .isEqualTo("In force from 2026-11-21: today.");
    }

    @Test
    void headroomIsCountedFromTheUpperEndOfTheShare() {
        CommitmentResult r = one(ceiling(0.5).due("2030-12-31").build(), japan().add("CHN", 20e6).add("VNM", 60e6).add("X99", 20e6));
        assertThat(r.status()).isEqualTo(CommitmentStatus.MET);
        assertThat(r.whatWouldChange()).startsWith("About 10 million dollars");
    }

    @Test
    void aBoundByWeightThatDoesNotDecideLeavesTheVerdictByValue() {
        // By value 40 of 100; by weight at most 60 of 80: the weight of the rest is missing.
        Rows rows = japan().add("CHN", 40, 60).add("JPN", 40, 20).add("VNM", 20);
        CommitmentResult undecided = one(ceiling(0.5).basis("").due("2030-12-31").build(), rows);
        assertThat(undecided.status()).isEqualTo(CommitmentStatus.MET);
        assertThat(undecided.reason()).contains("By weight at most 75.0%.");
        CommitmentResult byWeight = one(ceiling(0.5).basis("weight").due("2030-12-31").build(), rows);
        assertThat(byWeight.status()).isEqualTo(CommitmentStatus.INDETERMINATE);
        assertThat(byWeight.reason())
                .isEqualTo("China supplied at most 75.0% of imports by weight in 2024, which may lie on either side of the ceiling of 50.0%.");
        assertThat(byWeight.whatWouldChange()).isEqualTo("The net weights that are missing in 2024 would settle it.");
    }

    @Test
    void aBoundByWeightThatDecidesOtherwiseSplitsTheVerdict() {
        // By value 40 of 100; by weight at least 60 of 80, for only China's weights are missing.
        CommitmentResult r = one(
                ceiling(0.5).basis("").due("2030-12-31").build(), japan().add("CHN", 30, 60).add("CHN", 10).add("VNM", 60, 20));
        assertThat(r.status()).isEqualTo(CommitmentStatus.INDETERMINATE);
        assertThat(r.reason()).contains("By weight at least 75.0%.", "they give different verdicts");
        CommitmentResult missed = one(
                ceiling(0.5).basis("weight").due("2023-12-31").build(),
                japan().period("2023").add("CHN", 30, 60).add("CHN", 10).add("VNM", 60, 20));
        assertThat(missed.status()).isEqualTo(CommitmentStatus.MISSED);
        assertThat(missed.reason()).startsWith("China supplied at least 75.0% of imports by weight in 2023, 25.0 points above the ceiling of 50.0%.");
    }

    /** By weight 40 of 100 in 2023; in 2024 at least 60 of 80, for only China's weights are missing: above a half whatever they are. */
    @Test
    void aNewerBoundThatLiesAboveTheCeilingCountsBeforeAnOlderFigureWithinIt() {
        Rows rows = japan().period("2023").add("CHN", 40, 40).add("VNM", 60, 60)
                .period("2024").add("CHN", 30, 60).add("CHN", 10).add("VNM", 60, 20);
        CommitmentResult coming = one(ceiling(0.5).basis("weight").due("2030-12-31").build(), rows);
        assertThat(coming.status()).isEqualTo(CommitmentStatus.OPEN);
        assertThat(coming.period()).isEqualTo("2024");
        assertThat(coming.reason()).isEqualTo("China supplied at least 75.0% of imports by weight in 2024, 25.0 points above the ceiling of 50.0%. "
                + "Not due until 2030-12-31; for 2024 the figures tell a bound alone: a level, no pace.");
        CommitmentResult past = one(ceiling(0.5).basis("weight").due("2023-12-31").build(), rows);
        assertThat(past.status()).isEqualTo(CommitmentStatus.MET);
        assertThat(past.reason()).endsWith("Since exceeded: at least 75.0% in 2024.");
        // At most 60 of 80 lies on either side: the older figure decides.
        Rows open = japan().period("2023").add("CHN", 40, 40).add("VNM", 60, 60).period("2024").add("CHN", 40, 60).add("JPN", 40, 20).add("VNM", 20);
        assertThat(one(ceiling(0.5).basis("weight").due("2030-12-31").build(), open)).extracting(CommitmentResult::status, CommitmentResult::period)
                .containsExactly(CommitmentStatus.MET, "2023");
    }

    /** To 0.50 in 2029 from 0.70 in 2024 it takes 0.04 a year: 0.95 of that are 0.038, 0.60 of it 0.024, whatever the last binary digits are. */
    @ParameterizedTest
    @CsvSource({"0.0380, ON_TRACK, on track", "0.0379, OFF_TRACK, slow", "0.0240, OFF_TRACK, slow", "0.0239, OFF_TRACK, insufficient",
        "0.0001, OFF_TRACK, insufficient", "0, OFF_TRACK, insufficient", "-0.0001, MOVING_AWAY, moving away"})
    void aPaceAtTheEdgeOfABandIsInTheBandThatBeginsThere(double fallAYear, CommitmentStatus status, String band) {
        double[] shares = new double[5];
        for (int i = 0; i < 5; i++) {
            shares[i] = 0.70 + fallAYear * (4 - i);
        }
        CommitmentResult r = one(ceiling(0.5).due("2029-12-31").build(), shares(2024, shares));
        assertThat(r.status()).isEqualTo(status);
        assertThat(r.reason()).contains("it takes -4.0 points a year: " + band + ".");
    }

    /** Seven tenths each year, of 0.30 to 3.00: as binary numbers the quotients are not all one. */
    @Test
    void aShareThatStandsStillMovesNeitherAwayNorTowardsTheCeiling() {
        for (int shift = 1; shift < 60; shift++) {
            Rows rows = japan();
            for (int i = 0; i < 5; i++) {
                int tenths = 1 + (shift * (i + 1) * 7) % 31;
                rows.period(Integer.toString(2020 + i)).add("CHN", 0.07 * tenths).add("VNM", 0.03 * tenths);
            }
            CommitmentResult r = one(ceiling(0.5).due("2030-12-31").build(), rows);
            assertThat(r.reason()).as("run %d", shift).contains("points a year: insufficient.");
            assertThat(r.status()).isEqualTo(CommitmentStatus.OFF_TRACK);
            assertThat(r.pace().orElseThrow().seen()).isZero();
            assertThat(r.pace().orElseThrow().projectedYear()).isEmpty();
        }
    }

    @Test
    void purchasesInAnotherCurrencyAreMovedInDollarsAndWithoutARateInPoints() {
        // 78 of 100 million euros at a ceiling of a half: 28 million, at 1.25 dollars each 35 million. For 2022 there is no rate.
        Commitment c = ceiling(0.5).due("2030-12-31").build();
        assertThat(one(c, japan().currency("EUR").add("CHN", 78e6).add("VNM", 22e6)).whatWouldChange()).contains("about 35 million dollars a year elsewhere");
        assertThat(one(c, japan().currency("EUR").period("2022").add("CHN", 78e6).add("VNM", 22e6)).whatWouldChange())
                .isEqualTo("Japan would have to buy 28.0 points of these imports elsewhere than from China, at the level of 2022.");
    }

    @Test
    void headroomIsNoAmountWhereTheWholeIsNotKnown() {
        // By weight at most 60 of 80, within a ceiling of 0.8; what the rest weighs is missing.
        Rows rows = japan().add("CHN", 40, 60).add("JPN", 40, 20).add("VNM", 20);
        CommitmentResult r = one(ceiling(0.8).basis("weight").due("2030-12-31").build(), rows);
        assertThat(r.status()).isEqualTo(CommitmentStatus.MET);
        assertThat(r.whatWouldChange()).isEmpty();
    }

    @Test
    void fiscalYearsOfAnotherMonthAreNotCountedAmongThoseOfTheNewest() {
        Rows rows = japan().period("2021-07/2022-06").add("CHN", 10).add("VNM", 90).period("2022-07/2023-06").add("CHN", 10).add("VNM", 90);
        double[] shares = {0.9, 0.85, 0.8, 0.75};
        for (int i = 0; i < 4; i++) {
            rows.period((2021 + i) + "-04/" + (2022 + i) + "-03").add("CHN", 100 * shares[i]).add("VNM", 100 - 100 * shares[i]);
        }
        CommitmentResult r = one(ceiling(0.5).due("2030-03-31").build(), rows);
        assertThat(r.reason()).contains("Over 4 comparable years to 2024-04/2025-03 the share changed by -5.0 points a year");
    }

    @Test
    void beforeTheDateTheNewestYearDecidesAndAfterItTheNearestToTheDate() {
        Commitment coming = ceiling(0.5).due("2030-12-31").build();
        assertThat(one(coming, fiscalShares(2025, 0.4).period("2022").add("CHN", 60).add("VNM", 40)).period()).isEqualTo("2025-04/2026-03");
        assertThat(one(coming, fiscalShares(2022, 0.4).period("2024").add("CHN", 60).add("VNM", 40)).period()).isEqualTo("2024");
        // Both older than the date: the nearer one is told. The year of the date itself counts before the one after it.
        CommitmentResult stale = one(ceiling(0.5).due("2025-12-31").build(), fiscalShares(2022, 0.4).period("2020").add("CHN", 60).add("VNM", 40));
        assertThat(stale).extracting(CommitmentResult::status, CommitmentResult::period).containsExactly(CommitmentStatus.OUTCOME_UNKNOWN, "2022-04/2023-03");
        CommitmentResult due = one(ceiling(0.5).due("2022-12-31").build(), fiscalShares(2023, 0.4).period("2022").add("CHN", 60).add("VNM", 40));
        assertThat(due).extracting(CommitmentResult::status, CommitmentResult::period).containsExactly(CommitmentStatus.MISSED, "2022");
    }

    @Test
    void aNewerFiscalYearStandsInWhereItHasAFigureOrABoundThatDecides() {
        Commitment c = ceiling(0.5).due("2030-12-31").build();
        // 45 to 55 %: a figure, on neither side. At most 40 %: within. At most 60 %: nothing that decides.
        Rows open = japan().period("2022").add("CHN", 60).add("VNM", 40).period("2025-04/2026-03").add("CHN", 45).add("VNM", 45).add("X99", 10);
        assertThat(one(c, open)).extracting(CommitmentResult::status, CommitmentResult::period).containsExactly(CommitmentStatus.INDETERMINATE, "2025-04/2026-03");
        assertThat(one(c, boundOf(40))).extracting(CommitmentResult::status, CommitmentResult::period).containsExactly(CommitmentStatus.MET, "2025-04/2026-03");
        assertThat(one(c, boundOf(60))).extracting(CommitmentResult::status, CommitmentResult::period).containsExactly(CommitmentStatus.OPEN, "2022");
    }

    private static Rows boundOf(double fromChina) {
        return japan().period("2022").add("CHN", 60).add("VNM", 40)
                .period("2025-04/2026-03").coverage(Coverage.MAIN_PARTNERS).add("CHN", fromChina).add("VNM", 100 - fromChina);
    }

    @Test
    void ofBoundsThatDecideNothingTheNewestIsTold() {
        Rows rows = japan().coverage(Coverage.MAIN_PARTNERS).period("2023").add("CHN", 70).add("VNM", 30).period("2024").add("CHN", 60).add("VNM", 40);
        CommitmentResult r = one(ceiling(0.5).due("2030-12-31").build(), rows);
        assertThat(r.status()).isEqualTo(CommitmentStatus.INDETERMINATE);
        assertThat(r.reason()).startsWith("China supplied at most 60.0% of imports by value in 2024");
    }

    @Test
    void yearsBeforeABreakAreNoneOfTheComparableOnes() {
        Rows rows = japan().from("baci.csv", "CEPII BACI");
        for (int i = 0; i < 7; i++) {
            rows.classification(i < 2 ? "HS2002" : "HS2017").period(Integer.toString(2018 + i)).add("CHN", 90 - 4 * i).add("VNM", 10 + 4 * i);
        }
        assertThat(one(ceiling(0.5).due("2030-12-31").build(), rows).reason()).contains("Over 5 comparable years to 2024 the share changed by -4.0 points");
    }

    /** Odds of 128 to 1 that halve each year without a ripple stand at 1 in 2024 and 1/2 in 2025: a third, no path higher or lower. */
    @Test
    void theChanceOfArrivingIsToldWithBothEndsWhereTheLastShareIsOpen() {
        Commitment c = ceiling(0.34).due("2025-12-31").build();
        LocalDate day = LocalDate.of(2025, 6, 30);
        CommitmentResult exact = judge(c, halving().add("CHN", 50).add("VNM", 50), day).getFirst();
        assertThat(exact.pace().orElseThrow().chance()).hasValue(1);
        assertThat(exact.reason()).contains("the chance of arriving in time is 100%, by a projection that could not be tested");
        // 50 to 52 %: from the upper end the drift is less too, odds of (0.52/0.48)^(8/7)/2 = 0.548, which is 35.4 %.
        CommitmentResult open = judge(c, halving().add("CHN", 50).add("VNM", 48).add("X99", 2), day).getFirst();
        assertThat(open.reason()).contains("the chance of arriving in time is 0% to 100%, by a projection");
    }

    private static Rows halving() {
        Rows rows = japan();
        for (int year = 2017; year < 2024; year++) {
            double odds = Math.pow(2, 2024 - year);
            rows.period(Integer.toString(year)).add("CHN", 100 * odds / (1 + odds)).add("VNM", 100 / (1 + odds));
        }
        return rows.period("2024");
    }

    @Test
    void whatIsDoneWithoutAFigureIsMetAndEachStandsInItsStage() {
        CommitmentResult r = one(Commitments.of(Kind.MONEY).threshold(100).due("2026-03-01").done("2026-03-31").stages("metal").amount());
        assertThat(r.status()).isEqualTo(CommitmentStatus.MET);
        assertThat(r.reason()).isEqualTo("Done on 2026-03-31, 30 days late (due 2026-03-01).");
        assertThat(r.stage()).isEqualTo("metal");
        assertThat(one(Commitments.of(Kind.MONEY).threshold(100).stages("metal", "magnet").amount()).stage()).isEqualTo("any");
        assertThat(one(Commitments.of(Kind.RECYCLING_FLOOR).stages("metal").build()).stage()).isEqualTo("recycling");
    }

    @Test
    void fewerThanFourComparableYearsGiveALevelAndNoPace() {
        CommitmentResult r = one(ceiling(0.5).due("2030-12-31").build(), shares(2024, 0.8, 0.75, 0.7));
        assertThat(r.status()).isEqualTo(CommitmentStatus.OPEN);
        assertThat(r.pace()).isEmpty();
        assertThat(r.reason()).contains("3 comparable years on record: a level, no pace.");
    }

    @Test
    void replacedCommitmentSaysByWhich() {
        Commitment old = ceiling(0.5).id("OLD").due("2030-12-31").build();
        Commitment successor = ceiling(0.4).id("NEW").supersedes("OLD").due("2030-12-31").build();
        List<CommitmentResult> results = new Assessor(TestRegisters.registers(old, successor))
                .assess(shares(2024, 0.45).dataset(), AssessmentOptions.of(AS_OF, TestRegisters.MATERIAL))
                .commitments();
        assertThat(results.getFirst().reason()).endsWith("Replaced by NEW.");
        assertThat(results.get(1).reason()).doesNotContain("Replaced");
    }

    @ParameterizedTest
    @CsvSource({"0.04, ON_TRACK", "0.01, OFF_TRACK", "-0.02, MOVING_AWAY"})
    void steadyPaceDecides(double fallAYear, CommitmentStatus status) {
        // 2024 stands at 0.74, 0.65 is due in 2030: 1.5 points a year are needed.
        double[] shares = new double[10];
        for (int i = 0; i < 10; i++) {
            shares[i] = 0.74 + fallAYear * (9 - i) * (fallAYear > 0.03 ? 0.7 : 1);
        }
        CommitmentResult r = one(ceiling(0.65).due("2030-12-31").build(), shares(2024, shares));
        assertThat(r.status()).isEqualTo(status);
        assertThat(r.pace().orElseThrow().needed()).isCloseTo(-0.015, within(1e-9));
        assertThat(r.pace().orElseThrow().chance()).isPresent();
    }

    @Test
    void whatIsOpenAboutTheLastFigureLeavesOpenWhatIsNeeded() {
        // Slope −0.05 within −0.05 to −0.04 (2 of 100 unnamed in 2024: rank 9 of the pairs' highest is (0.72 − 0.80)/2). From 0.70 −0.04 a year
        // is needed until 2029, R 1 to 1.25: on track. From 0.72 it is −0.044, R from 0.91.
        Rows rows = shares(2023, 0.90, 0.85, 0.80, 0.75).period("2024").add("CHN", 70).add("VNM", 28).add("X99", 2);
        CommitmentResult r = one(Commitments.ceiling(0.5).due("2029-12-31").build(), rows);
        assertThat(r.pace().orElseThrow().needed()).isCloseTo(-0.04, within(1e-9));
        assertThat(r.status()).isEqualTo(CommitmentStatus.INDETERMINATE);
        Rows exact = shares(2024, 0.90, 0.85, 0.80, 0.75, 0.70);
        assertThat(one(Commitments.ceiling(0.5).due("2029-12-31").build(), exact).status()).isEqualTo(CommitmentStatus.ON_TRACK);
    }

    @Test
    void thePathBeginsAtTheLevelOfThePledgeWhereTheRegisterHasIt() {
        // From 0.90 in 2020 to 0.50 in 2030 the path falls by 0.04 a year; 0.82 in 2024 is where it stood in 2022: two years behind.
        Rows rows = shares(2024, 0.85, 0.84, 0.83, 0.82);
        CommitmentResult r = one(Commitments.ceiling(0.5).due("2030-12-31").baseline(0.90, 2020).build(), rows);
        assertThat(r.pace().orElseThrow().distanceYears().orElseThrow()).isCloseTo(2, within(1e-9));
        assertThat(r.reason()).contains("The pledge counts from 90.0% in 2020.");
        CommitmentResult told = one(Commitments.ceiling(0.5).due("2030-12-31").baseline(0.90, 2021).build(), rows);
        assertThat(told.reason()).contains("The pledge counts from 90.0% in 2021; these figures give 85.0% for that year.");
        // A baseline of the last year or later is no beginning: from 0.85 in 2021, (0.50 − 0.85)/9 a year, 0.82 is 0.77 years down the path.
        CommitmentResult late = one(Commitments.ceiling(0.5).due("2030-12-31").baseline(0.90, 2031).build(), rows);
        assertThat(late.pace().orElseThrow().distanceYears().orElseThrow()).isCloseTo(3 - 0.03 * 9 / 0.35, within(1e-9));
    }

    @Test
    void paceWhoseIntervalSpansSeveralBandsIsIndeterminateBetweenThem() {
        CommitmentResult r = one(ceiling(0.65).due("2030-12-31").build(), shares(2024, 0.80, 0.90, 0.70, 0.85, 0.75));
        assertThat(r.status()).isEqualTo(CommitmentStatus.INDETERMINATE);
        assertThat(r.reason()).contains("indeterminate between moving away and on track");
        assertThat(r.pace().orElseThrow().chance()).isEmpty();
    }

    @Test
    void distanceInYearsIsTheTimeByWhichThePathLies() {
        // From 0.85 in 2020 to 0.65 in 2030 the path falls 0.02 a year; 0.83 in 2024 is where it stood in 2021.
        CommitmentResult r = one(ceiling(0.65).due("2030-12-31").build(), shares(2024, 0.85, 0.85, 0.84, 0.84, 0.83));
        assertThat(r.pace().orElseThrow().distanceYears().orElseThrow()).isCloseTo(3, within(1e-9));
        assertThat(r.status()).isEqualTo(CommitmentStatus.OFF_TRACK);
    }

    // The day of the briefing, and who was bound on the day that counts

    @Test
    void aYearThatIsNotOverOnTheDayOfTheBriefingDecidesNothing() {
        Commitment c = ceiling(0.5).due("2030-12-31").build();
        List<CommitmentResult> early = judge(c, shares(2026, 0.7, 0.4), AS_OF);
        assertThat(early.getFirst().period()).isEqualTo("2025");
        assertThat(early.getFirst().status()).isEqualTo(CommitmentStatus.OPEN);
        assertThat(early.getFirst().reason())
                .contains("Not over on the day of this briefing, and so not counted: 2026.");
        assertThat(judge(c, shares(2026, 0.7, 0.6, 0.4), LocalDate.of(2025, 12, 30)).getFirst().reason()).contains("and so not counted: 2025 and 2026.");
        assertThat(judge(c, shares(2026, 0.7, 0.4), LocalDate.of(2026, 12, 31)).getFirst()).extracting(CommitmentResult::status, CommitmentResult::period)
                .containsExactly(CommitmentStatus.MET, "2026");
        // Alone, it leaves nothing to judge.
        assertThat(judge(c, shares(2026, 0.4), AS_OF).getFirst().status()).isEqualTo(CommitmentStatus.NOT_TESTABLE);
        // A fiscal year of which eight months are over.
        CommitmentResult fiscal = judge(c, fiscalShares(2026, 0.7, 0.4), AS_OF).getFirst();
        assertThat(fiscal.period()).isEqualTo("2025-04/2026-03");
        assertThat(fiscal.reason()).contains("not counted: 2026-04/2027-03.");
    }

    private static List<CommitmentResult> judgedInTrio(Commitment c, Rows rows) {
        Registers r = TestRegisters.registers(c);
        List<GroupMembership> groups = new ArrayList<>(r.groups());
        groups.add(inTrio("JPN", LocalDate.MIN, LocalDate.MAX));
        groups.add(inTrio("KOR", LocalDate.MIN, LocalDate.of(2024, 6, 30)));
        groups.add(inTrio("AUS", LocalDate.of(2024, 7, 1), LocalDate.MAX));
        Registers trio = new Registers(r.economies(), groups, r.rates(), r.materials(), r.breaks());
        return new Assessor(trio).assess(rows.dataset(), AssessmentOptions.of(AS_OF, TestRegisters.MATERIAL)).commitments();
    }

    private static GroupMembership inTrio(String code, LocalDate from, LocalDate until) {
        return new GroupMembership("TRIO", "Trio of three", Economy.of(code), from, until, "test");
    }

    @Test
    void aDateThatIsPastIsHeldAgainstWhoWasAMemberThenAndAComingOneAgainstWhoIsNow() {
        Rows rows = rows();
        for (String buyer : List.of("JPN", "KOR", "AUS")) {
            rows.reporter(buyer).period("2023").add("CHN", 60).add("VNM", 40).period("2025").add("CHN", 60).add("VNM", 40);
        }
        assertThat(judgedInTrio(ceiling(0.5).parties("TRIO").due("2023-12-31").build(), rows))
                .extracting(CommitmentResult::party, CommitmentResult::status)
                .containsExactly(tuple("JPN", CommitmentStatus.MISSED), tuple("KOR", CommitmentStatus.MISSED));
        assertThat(judgedInTrio(ceiling(0.5).parties("TRIO").due("2030-12-31").build(), rows))
                .extracting(CommitmentResult::party).containsExactly("JPN", "AUS");
    }

    @Test
    void aCeilingOfAGroupWithoutMembersIsToldAndNotDropped() {
        Commitment c = ceiling(0.5).parties("DUO").due("2023-12-31").build();
        Registers r = TestRegisters.registers(c);
        List<GroupMembership> groups = new ArrayList<>(r.groups());
        groups.add(new GroupMembership("DUO", "Duo of two", Economy.of("JPN"), LocalDate.of(2025, 1, 1), LocalDate.MAX, "test"));
        List<CommitmentResult> results = new Assessor(new Registers(r.economies(), groups, r.rates(), r.materials(), r.breaks()))
                .assess(shares(2025, 0.4).dataset(), AssessmentOptions.of(AS_OF, TestRegisters.MATERIAL)).commitments();
        assertThat(results).hasSize(1);
        assertThat(results.getFirst().status()).isEqualTo(CommitmentStatus.NOT_TESTABLE);
        assertThat(results.getFirst().reason()).isEqualTo("Duo of two has no members in this register on the day that counts.");
    }

    @Test
    void anAmountDeliveredLateSaysSoAndOneDeliveredAfterTheBriefingIsNotKnownToIt() {
        Commitments late = Commitments.of(Kind.MONEY).threshold(100).delivered(100).due("2026-03-01").done("2026-03-31");
        assertThat(one(late.amount()).status()).isEqualTo(CommitmentStatus.MET);
        assertThat(one(late.amount()).reason()).endsWith(" delivered. Done on 2026-03-31, 30 days late (due 2026-03-01).");
        CommitmentResult before = judge(late.amount(), rows(), LocalDate.of(2026, 3, 30)).getFirst();
        assertThat(before.status()).isEqualTo(CommitmentStatus.OUTCOME_UNKNOWN);
        assertThat(before.measured()).isEmpty();
    }

    @Test
    void whereTheYearOfTheDeadlineIsOnRecordAndCannotBeToldTheReasonSaysWhy() {
        Rows rows = shares(2024, 0.6).period("2025").add("CHN", Quantity.MISSING, Quantity.MISSING).add("VNM", 10);
        CommitmentResult r = one(ceiling(0.5).due("2025-12-31").build(), rows);
        assertThat(r.status()).isEqualTo(CommitmentStatus.OUTCOME_UNKNOWN);
        assertThat(r.reason()).endsWith("No figure for 2025 can be told: the source lists this supplier without a value.");
    }

    @Test
    void aLevelAtThePledgeWithoutItsYearIsToldAndBeginsNoPath() {
        CommitmentResult with = one(ceiling(0.5).baseline(0.95, 0).due("2030-12-31").build(), shares(2024, 0.9, 0.85, 0.8, 0.75));
        CommitmentResult without = one(ceiling(0.5).due("2030-12-31").build(), shares(2024, 0.9, 0.85, 0.8, 0.75));
        assertThat(with.reason()).contains("The pledge counts from 95.0% in a year that the register does not tell: no path begins there.");
        assertThat(with.pace()).isEqualTo(without.pace());
    }

    @Test
    void whatWasMissedSaysInWhichLaterYearsItMayHaveBeenMet() {
        // Of 2024 China has no value, of 2025 at most 55 of 100: either may be within the ceiling of a half.
        Rows rows = shares(2023, 0.6).period("2024").add("CHN", Quantity.MISSING, Quantity.MISSING).add("VNM", 10)
                .period("2025").coverage(Coverage.MAIN_PARTNERS).add("CHN", 55).add("VNM", 45);
        CommitmentResult r = one(ceiling(0.5).due("2023-12-31").build(), rows);
        assertThat(r.status()).isEqualTo(CommitmentStatus.MISSED);
        assertThat(r.reason()).endsWith("Whether it was met in 2024 and 2025, late, these figures cannot tell.");
        assertThat(one(ceiling(0.5).due("2023-12-31").build(), shares(2024, 0.6, 0.6)).reason()).doesNotContain("cannot tell");
    }

    @Test
    void noGroupIsJudgedByWhatItBuysFromAMemberAndNoMemberByWhatItBuysFromItself() {
        Rows rows = rows();
        for (String buyer : List.of("DEU", "FRA")) {
            rows.reporter(buyer).period("2025").add("CHN", 60).add("DEU", buyer.equals("DEU") ? 0 : 40).add("VNM", 10);
        }
        CommitmentResult bloc = one(ceiling(0.5).parties("EUU").together().supplier("DEU").due("2025-12-31").build(), rows);
        assertThat(bloc.status()).isEqualTo(CommitmentStatus.NOT_TESTABLE);
        assertThat(bloc.reason()).isEqualTo("Germany is a member of EUU, whose figures leave out what members sell each other.");
        assertThat(judge(ceiling(0.5).parties("EUU").supplier("DEU").due("2025-12-31").build(), rows, AS_OF))
                .extracting(CommitmentResult::party, CommitmentResult::status).containsExactly(tuple("FRA", CommitmentStatus.MET));
    }
}
