package dev.lodestone.model.assess;

import dev.lodestone.model.register.Registers;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.CodeChange;
import static dev.lodestone.model.testing.Rows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Indicator;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.Shares;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.testing.Rows;
import dev.lodestone.model.testing.TestRegisters;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.model.trade.TradeDataset;
import dev.lodestone.model.trade.TradeFlow;
import dev.lodestone.model.trade.Valuation;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From rows as files bring them to profiles: which rows are added up, which never. */
class ProfilesFromFilesTest {

    private static final Economy CHINA = Economy.of("CHN");

    private static Assessment assess(Rows rows) {
        return assess(rows.dataset());
    }

    private static Assessment assess(TradeDataset dataset) {
        AssessmentOptions options = AssessmentOptions.of(LocalDate.of(2026, 11, 21), TestRegisters.MATERIAL)
                .withEconomies(List.of(Economy.of("JPN"), Economy.of("DEU"), Economy.of("FRA"), Economy.of("EUU")));
        return new Assessor(TestRegisters.registers()).assess(dataset, options);
    }

    private static Optional<SupplierProfile> find(Assessment a, String economy, String stage, String commodity, String period) {
        return a.find(Economy.of(economy), stage, commodity, ReferencePeriod.parse(period).orElseThrow());
    }

    private static SupplierProfile stage(Assessment a, String economy, String stage) {
        return find(a, economy, stage, "", "2024").orElseThrow();
    }

    private static double total(SupplierProfile p) {
        return p.total(Basis.VALUE);
    }

    private static Rows japan() {
        return rows().reporter("JPN");
    }

    @Test
    void wholeStageCodeIsNotAddedToItsParts() {
        Assessment a = assess(japan()
                .commodity("2846").add("CHN", 100)
                .commodity("284610").add("CHN", 40)
                .commodity("284690").add("CHN", 60)
                .commodity("2846901234").add("CHN", 25));
        assertThat(total(stage(a, "JPN", "compound"))).isEqualTo(100);
        assertThat(stage(a, "JPN", "compound").codes()).containsExactly("2846");
        assertThat(total(find(a, "JPN", "compound", "284690", "2024").orElseThrow())).isEqualTo(60);
    }

    @Test
    void stageIsAddedUpFromItsPartsWhereTheWholeCodeIsMissing() {
        Assessment a = assess(japan().commodity("284610").add("CHN", 40).commodity("284690").add("CHN", 60));
        assertThat(total(stage(a, "JPN", "compound"))).isEqualTo(100);
        assertThat(stage(a, "JPN", "compound").defect()).isEmpty();
    }

    @Test
    void partThatTheSourceNeverHoldsMakesTheStageIncomplete() {
        Assessment a = assess(japan().commodity("284690").add("CHN", 60));
        assertThat(stage(a, "JPN", "compound").defect())
                .isEqualTo("incomplete: the source holds no figures for line 284610");
    }

    @Test
    void partThatTheReporterDidNotBuyIsNoGap() {
        Assessment a = assess(japan()
                .commodity("284690").add("CHN", 60)
                .reporter("DEU").commodity("284610").add("CHN", 5));
        assertThat(stage(a, "JPN", "compound").defect()).isEmpty();
        assertThat(total(stage(a, "JPN", "compound"))).isEqualTo(60);
    }

    @Test
    void nationalLinesRollUpToTheirInternationalCode() {
        Assessment a = assess(japan().classification("JP")
                .commodity("284610001").add("CHN", 40)
                .commodity("284690001").add("CHN", 50)
                .commodity("284690002").add("VNM", 10));
        assertThat(total(stage(a, "JPN", "compound"))).isEqualTo(100);
        assertThat(total(find(a, "JPN", "compound", "284690", "2024").orElseThrow())).isEqualTo(60);
        assertThat(stage(a, "JPN", "compound").caveats())
                .anyMatch(c -> c.startsWith("Adds up national lines that the register of codes does not list: 284610001"));
    }

    @Test
    void lineThatTheRegisterListsIsAddedToThoseItDoesNotList() {
        Assessment a = assess(rows().reporter("DEU").classification("CN2024")
                .commodity("85051110").add("CHN", 70)
                .commodity("85051190").add("CHN", 30));
        assertThat(total(stage(a, "DEU", "magnet"))).isEqualTo(100);
        assertThat(total(find(a, "DEU", "magnet", "85051110", "2024").orElseThrow())).isEqualTo(70);
    }

    @Test
    void codeListedInTwoNomenclaturesCountsOnce() {
        Assessment a = assess(japan().classification("HTS").commodity("2805").add("CHN", 100));
        assertThat(total(find(a, "JPN", "metal", "2805", "2024").orElseThrow())).isEqualTo(100);
        assertThat(stage(a, "JPN", "metal").defect())
                .isEqualTo("only code 2805 is at hand, which must not stand for the stage: it mixes in other metals");
    }

    @Test
    void linesThatBeginLaterMakeTheEarlierStageIncompleteAndABreak() {
        Rows rows = rows().reporter("DEU").classification("CN2022").period("2022")
                .commodity("28461000").add("CHN", 10)
                .commodity("28469090").add("CHN", 20)
                .classification("CN2023").period("2023")
                .commodity("28461000").add("CHN", 10)
                .commodity("28469040").add("CHN", 30)
                .commodity("28469090").add("CHN", 20);
        Assessment a = assess(rows);
        SupplierProfile before = find(a, "DEU", "compound", "", "2022").orElseThrow();
        SupplierProfile after = find(a, "DEU", "compound", "", "2023").orElseThrow();
        assertThat(before.defect()).startsWith("incomplete: line 28469040 begins only later than 2022");
        assertThat(Shares.of(before, Basis.VALUE, CHINA).status()).isEqualTo(Outcome.Status.NOT_COMPUTABLE);
        assertThat(total(after)).isEqualTo(60);
        assertThat(a.breakBetween(before, after)).isPresent();
    }

    @Test
    void worldRowBeyondThePartnersIsUnnamed() {
        SupplierProfile p = stage(assess(japan().add("CHN", 60).add("VNM", 20).add("W00", 100)), "JPN", "magnet");
        assertThat(p.unnamed(Basis.VALUE)).isEqualTo(20);
        Outcome share = Shares.of(p, Basis.VALUE, CHINA);
        assertThat(share.low().orElseThrow()).isCloseTo(0.6, within(1e-12));
        assertThat(share.high().orElseThrow()).isCloseTo(0.8, within(1e-12));
        assertThat(p.caveats()).contains("Partners add up to 20.0% less than the World row; the rest counts as unnamed");
    }

    @Test
    void worldRowSplitLikeItsPartnersIsAddedLikeThem() {
        SupplierProfile p =
                stage(assess(japan().add("CHN", 30).add("CHN", 50).add("W00", 30).add("W00", 50)), "JPN", "magnet");
        assertThat(total(p)).isEqualTo(80);
        assertThat(p.unnamed(Basis.VALUE)).isZero();
    }

    @Test
    void partnersBeyondTheWorldRowAreToldNotCut() {
        SupplierProfile p = stage(assess(japan().add("CHN", 110).add("W00", 100)), "JPN", "magnet");
        assertThat(total(p)).isEqualTo(110);
        assertThat(p.caveats()).contains("Partners add up to 10.0% more than the World row of the same source");
    }

    @Test
    void worldRowAloneGivesNoShares() {
        assertThat(stage(assess(japan().add("W00", 100)), "JPN", "magnet").defect())
                .isEqualTo("only the World total is reported, no partners");
    }

    /** Eleven months of 60 and 40, and April of which the World row alone tells 46: 660, 440 and 46 of 1146. */
    @Test
    void aMonthOfWhichTheWorldRowAloneIsToldIsUnnamedInTheYear() {
        Rows rows = japan();
        for (int month = 1; month <= 12; month++) {
            rows.period("2024-%02d".formatted(month));
            if (month == 4) {
                rows.add("W00", 46, 5);
            } else {
                rows.add("CHN", 60, 6).add("VNM", 40, 4);
            }
        }
        SupplierProfile p = find(assess(rows), "JPN", "magnet", "", "2024").orElseThrow();
        assertThat(total(p)).isEqualTo(1146);
        assertThat(p.total(Basis.WEIGHT)).isEqualTo(115);
        assertThat(p.unnamed(Basis.VALUE)).isEqualTo(46);
        Outcome china = Shares.of(p, Basis.VALUE, CHINA);
        assertThat(china.low().orElseThrow()).isCloseTo(660 / 1146.0, within(1e-12));
        assertThat(china.high().orElseThrow()).isCloseTo(706 / 1146.0, within(1e-12));
    }

    @Test
    void suppressedFlowInsideTheWorldRowIsBounded() {
        SupplierProfile p = stage(
                assess(japan().add("CHN", Quantity.SUPPRESSED, Quantity.MISSING).add("VNM", 60).add("W00", 100)), "JPN", "magnet");
        Outcome china = Shares.of(p, Basis.VALUE, CHINA);
        assertThat(china.isUpperBound()).as("unknown, not zero").isTrue();
        assertThat(china.high().orElseThrow()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void aRowWithoutAValueIsValuedAtNoBorderAndBreaksNoSeries() {
        Rows rows = japan().valuation(Valuation.CIF).period("2023").add("CHN", 40).add("VNM", 60)
                .period("2024").add("CHN", 30).add("VNM", 70).add("W00", 101).valuation(Valuation.UNKNOWN).add("THA", Quantity.MISSING, Quantity.MISSING);
        Assessment a = assess(rows);
        assertThat(stage(a, "JPN", "magnet").valuations()).containsExactly(Valuation.CIF);
        assertThat(a.indicators()).filteredOn(i -> i.measure().equals("share-change") && i.basis() == Basis.VALUE
                        && i.about().economy().code().equals("JPN") && i.about().period().year() == 2024 && i.about().commodity().isEmpty())
                .singleElement()
                .satisfies(i -> assertThat(i.outcome().value().orElseThrow()).isCloseTo(30 / 101.0 - 0.4, within(1e-12)));
    }

    @Test
    void missingValueWithoutWorldRowIsNoZero() {
        SupplierProfile p =
                stage(assess(japan().add("CHN", Quantity.MISSING, Quantity.MISSING).add("VNM", 60)), "JPN", "magnet");
        assertThat(Shares.of(p, Basis.VALUE, CHINA).status()).isEqualTo(Outcome.Status.NOT_COMPUTABLE);
        assertThat(Shares.of(p, Basis.VALUE, Economy.of("VNM")).isUpperBound()).isTrue();
        assertThat(p.caveats()).anyMatch(c -> c.startsWith("The source gives no value for 1 flow that it lists"));
    }

    @Test
    void nilIsAZero() {
        SupplierProfile p = stage(assess(japan().add("CHN", Quantity.NIL, Quantity.NIL).add("VNM", 60)), "JPN", "magnet");
        assertThat(Shares.of(p, Basis.VALUE, CHINA).value().orElseThrow()).isZero();
    }

    @Test
    void onlyImportsCount() {
        Assessment a = assess(japan().add("CHN", 60)
                .add("CHN", TradeFlow.EXPORT, Quantity.reported(40), Quantity.MISSING)
                .add("CHN", TradeFlow.RE_IMPORT, Quantity.reported(5), Quantity.MISSING));
        assertThat(total(stage(a, "JPN", "magnet"))).isEqualTo(60);
    }

    @Test
    void blocAddsItsMembersPurchasesFromOutside() {
        SupplierProfile p = stage(assess(rows()
                .reporter("DEU").add("CHN", 60).add("FRA", 500).add("JPN", 10)
                .reporter("FRA").add("CHN", 30).add("DEU", 500)), "EUU", "magnet");
        assertThat(total(p)).isEqualTo(100);
        assertThat(Shares.of(p, Basis.VALUE, CHINA).value().orElseThrow()).isCloseTo(0.9, within(1e-12));
    }

    /** Who tells of Germany alone may have bought from China all the same; who tells of all partners bought nothing there. */
    @Test
    void blocWithAMemberThatTellsOfMembersAloneIsNotComputable() {
        for (Coverage part : List.of(Coverage.MAIN_PARTNERS, Coverage.SELECTED_PARTNERS)) {
            SupplierProfile p = stage(assess(rows()
                    .reporter("DEU").add("CHN", 60).add("FRA", 500).add("JPN", 40)
                    .reporter("FRA").coverage(part).add("DEU", 500)), "EUU", "magnet");
            assertThat(p.defect()).isEqualTo("members that tell of part of their partners and name members alone: FRA");
            assertThat(Shares.of(p, Basis.VALUE, CHINA).status()).isEqualTo(Outcome.Status.NOT_COMPUTABLE);
        }
        SupplierProfile all = stage(assess(rows()
                .reporter("DEU").add("CHN", 60).add("FRA", 500).add("JPN", 40)
                .reporter("FRA").add("DEU", 500)), "EUU", "magnet");
        assertThat(Shares.of(all, Basis.VALUE, CHINA).value()).hasValue(0.6);
    }

    @Test
    void formerMemberIsOutsideTheBloc() {
        SupplierProfile p = stage(
                assess(rows().reporter("DEU").add("GBR", 60).reporter("FRA").add("CHN", 40)), "EUU", "magnet");
        assertThat(total(p)).isEqualTo(100);
    }

    @Test
    void blocWithoutAMemberIsNotComputable() {
        assertThat(stage(assess(rows().reporter("DEU").add("CHN", 60)), "EUU", "magnet").defect())
                .isEqualTo("members without figures in Office: FRA");
    }

    @Test
    void blocWithALargeMemberSilentForOneYearIsNotComputable() {
        Assessment a = assess(rows()
                .reporter("DEU").period("2023").add("CHN", 60).period("2024").add("CHN", 60)
                .reporter("FRA").period("2023").add("CHN", 40));
        assertThat(find(a, "EUU", "magnet", "", "2023").orElseThrow().defect()).isEmpty();
        assertThat(stage(a, "EUU", "magnet").defect()).isEqualTo("members without figures for 2024 in Office: FRA");
    }

    @Test
    void smallMemberSilentForOneYearIsNamedOnly() {
        Assessment a = assess(rows()
                .reporter("DEU").period("2023").add("CHN", 995).period("2024").add("CHN", 995)
                .reporter("FRA").period("2023").add("CHN", 5));
        assertThat(stage(a, "EUU", "magnet").defect()).isEmpty();
        assertThat(stage(a, "EUU", "magnet").caveats()).contains("No figures for 2024 from FRA: counted as no purchases");
    }

    @Test
    void blocThatReportsItselfGoesBeforeItsMembersAndLeavesThemOutAsPartners() {
        SupplierProfile p = stage(assess(rows()
                .reporter("EUU").add("CHN", 70).add("JPN", 20).add("DEU", 400)
                .reporter("DEU").add("CHN", 1).reporter("FRA").add("CHN", 1)), "EUU", "magnet");
        assertThat(total(p)).isEqualTo(90);
    }

    @Test
    void blocsOwnSelectionOfPartnersGoesBehindItsMembersIfTheseAreWhole() {
        Assessment a = assess(rows()
                .from("union.csv", "Office").coverage(Coverage.SELECTED_PARTNERS).reporter("EUU").add("CHN", 70)
                .from("members.csv", "Office").coverage(Coverage.COMPLETE)
                .reporter("DEU").add("CHN", 40).add("JPN", 50).reporter("FRA").add("CHN", 30).add("DEU", 9));

        assertThat(total(stage(a, "EUU", "magnet"))).isEqualTo(120);
        assertThat(Shares.of(stage(a, "EUU", "magnet"), Basis.VALUE, CHINA).value().orElseThrow()).isCloseTo(70 / 120.0, within(1e-12));
    }

    @Test
    void blocsOwnSelectionIsABoundWhereAMemberIsMissingOrASelectionToo() {
        Assessment missing = assess(rows()
                .from("union.csv", "Office").coverage(Coverage.SELECTED_PARTNERS).reporter("EUU").add("CHN", 70)
                .from("members.csv", "Office").coverage(Coverage.COMPLETE).reporter("DEU").add("CHN", 40).add("JPN", 50));
        Assessment selected = assess(rows()
                .from("union.csv", "Office").coverage(Coverage.SELECTED_PARTNERS).reporter("EUU").add("CHN", 70)
                .from("members.csv", "Office").reporter("DEU").add("CHN", 40).reporter("FRA").add("CHN", 30));

        for (Assessment a : List.of(missing, selected)) {
            assertThat(total(stage(a, "EUU", "magnet"))).isEqualTo(70);
            assertThat(Shares.of(stage(a, "EUU", "magnet"), Basis.VALUE, CHINA).value()).isEmpty();
        }
    }

    @Test
    void membersOwnFiguresIncludeOtherMembers() {
        SupplierProfile p = stage(
                assess(rows().reporter("DEU").add("CHN", 60).add("FRA", 40).reporter("FRA").add("CHN", 1)), "DEU", "magnet");
        assertThat(total(p)).isEqualTo(100);
    }

    @Test
    void mixedCurrenciesAreConvertedRowByRow() {
        SupplierProfile p = stage(
                assess(japan().currency("EUR").add("CHN", 80).currency("USD").add("VNM", 100)), "JPN", "magnet");
        assertThat(p.currency()).isEqualTo("USD");
        assertThat(total(p)).isCloseTo(200, within(1e-9)); // 80 euros at 1.25
    }

    @Test
    void mixedCurrenciesWithoutARateAreNeverAdded() {
        assertThat(stage(assess(japan().currency("KRW").add("CHN", 80).currency("USD").add("VNM", 100)), "JPN", "magnet").defect())
                .isEqualTo("no exchange rate for KRW in 2024, and the series mixes currencies");
    }

    @Test
    void crossRateOverTheEuroIsUsed() {
        SupplierProfile p = stage(assess(japan().currency("GBP").add("CHN", 80)), "JPN", "magnet");
        assertThat(p.usdPerUnit().orElseThrow()).isCloseTo(1.25 / 0.80, within(1e-12));
        assertThat(p.rateNote()).startsWith("1 GBP = 1.5625 USD in 2024 (cross rate");
    }

    @Test
    void twoSourcesAreNeverAddedAndTheDifferenceIsShown() {
        Assessment a = assess(japan()
                .from("old.csv", "Partial office").coverage(Coverage.SELECTED_PARTNERS).add("CHN", 60, 1)
                .from("full.csv", "Full office").coverage(Coverage.COMPLETE).add("CHN", 70).add("VNM", 30));
        assertThat(stage(a, "JPN", "magnet").publisher()).isEqualTo("Full office");
        assertThat(total(stage(a, "JPN", "magnet"))).isEqualTo(100);
        assertThat(a.differences()).singleElement().satisfies(d -> {
            assertThat(d.usedTotal()).isEqualTo(100);
            assertThat(d.otherTotal()).isEqualTo(60);
        });
    }

    @Test
    void twoPublishersInOneFileAreNeverAdded() {
        Assessment a = assess(japan().from("one.csv", "Customs").add("CHN", 60, 6).from("one.csv", "Bank").add("CHN", 50));
        assertThat(total(stage(a, "JPN", "magnet"))).isEqualTo(60);
        assertThat(a.differences()).hasSize(1);
    }

    @Test
    void amongEqualsTheSourceWithWeightsThenWithMorePartnersThenTheLaterFileGoesFirst() {
        assertThat(total(stage(assess(japan()
                .from("a.csv", "A").add("CHN", 60, 6)
                .from("b.csv", "B").add("CHN", 50).add("VNM", 1)), "JPN", "magnet"))).isEqualTo(60);
        assertThat(total(stage(assess(japan()
                .from("a.csv", "A").add("CHN", 60).add("VNM", 1)
                .from("b.csv", "B").add("CHN", 50)), "JPN", "magnet"))).isEqualTo(61);
        assertThat(total(stage(assess(japan()
                .from("2024-1.csv", "A").add("CHN", 60)
                .from("2024-2.csv", "A").add("CHN", 65)), "JPN", "magnet"))).isEqualTo(65);
    }

    private static Rows months(Rows rows, int from, int to, double value) {
        for (int m = from; m <= to; m++) {
            rows.period(String.format(java.util.Locale.ROOT, "2024-%02d", m)).add("CHN", value);
        }
        return rows;
    }

    @Test
    void twelveMonthsMakeAYear() {
        assertThat(total(stage(assess(months(japan(), 1, 12, 10)), "JPN", "magnet"))).isEqualTo(120);
    }

    /** Of 120 in the eleven months beside a World row 110 are China's; in December, which has none, all that is told is. */
    @Test
    void aMonthsWorldRowCountsThoughAnotherMonthHasNone() {
        Rows rows = months(japan(), 1, 12, 10);
        for (int m = 1; m <= 11; m++) {
            rows.period(String.format(java.util.Locale.ROOT, "2024-%02d", m)).add("W00", m == 3 ? 20 : 10);
        }
        SupplierProfile p = stage(assess(rows), "JPN", "magnet");
        assertThat(total(p)).isEqualTo(130);
        assertThat(p.unnamed(Basis.VALUE)).isEqualTo(10);
    }

    @Test
    void aSuppressedWorldRowOfAMonthHidesNoOther() {
        Rows rows = months(japan(), 1, 12, 10).period("2024-12").add("W00", Quantity.SUPPRESSED, Quantity.MISSING)
                .period("2024-03").add("W00", 20);
        assertThat(stage(assess(rows), "JPN", "magnet").unnamed(Basis.VALUE)).isEqualTo(10);
    }

    /** 5 open beside March's World row, which holds what it lists without a value; nothing holds what December lists so. */
    @Test
    void aWorldRowHoldsWhatItsOwnMonthListsWithoutAValue() {
        Rows rows = months(japan(), 1, 12, 10).period("2024-03").add("VNM", Quantity.SUPPRESSED, Quantity.MISSING).add("W00", 15);
        Outcome inMarch = Shares.of(stage(assess(rows), "JPN", "magnet"), Basis.VALUE, CHINA);
        assertThat(inMarch.low().orElseThrow()).isCloseTo(120 / 125.0, within(1e-12));

        rows.period("2024-12").add("VNM", Quantity.SUPPRESSED, Quantity.MISSING);
        Outcome inDecember = Shares.of(stage(assess(rows), "JPN", "magnet"), Basis.VALUE, CHINA);
        assertThat(inDecember.isUpperBound()).isTrue();
    }

    @Test
    void missingMonthIsNeverBridged() {
        Assessment a = assess(months(months(japan(), 1, 4, 10), 6, 12, 10));
        assertThat(find(a, "JPN", "magnet", "", "2024")).isEmpty();
        assertThat(total(find(a, "JPN", "magnet", "", "2024-01/2024-04").orElseThrow())).isEqualTo(40);
        assertThat(total(find(a, "JPN", "magnet", "", "2024-06/2024-12").orElseThrow())).isEqualTo(70);
    }

    private static Rows quarters(Rows rows, int from, int to, double value) {
        for (int q = from; q <= to; q++) {
            rows.period(String.format(java.util.Locale.ROOT, "2024-%02d/2024-%02d", 3 * q - 2, 3 * q)).add("CHN", value);
        }
        return rows;
    }

    @Test
    void fourQuartersMakeAYearAndNoPeriodOfTheirOwn() {
        Assessment a = assess(quarters(japan(), 1, 4, 30));
        assertThat(total(stage(a, "JPN", "magnet"))).isEqualTo(120);
        assertThat(a.profiles().keySet()).extracting(k -> k.period().toString()).containsOnly("2024");
    }

    @Test
    void missingQuarterIsNeverBridged() {
        Assessment a = assess(quarters(quarters(japan(), 1, 1, 30), 3, 4, 30));
        assertThat(a.profiles().keySet()).extracting(k -> k.period().toString()).containsOnly("2024-01/2024-03", "2024-07/2024-12");
        assertThat(total(find(a, "JPN", "magnet", "", "2024-07/2024-12").orElseThrow())).isEqualTo(60);
    }

    /** January to June as quarters of 30, July to December as months of 10; January, which stands inside the first quarter, adds nothing. */
    @Test
    void quartersStandForMonthsThatAreNotAllThere() {
        Assessment a = assess(months(months(quarters(japan(), 1, 2, 30), 7, 12, 10), 1, 1, 7));
        assertThat(total(stage(a, "JPN", "magnet"))).isEqualTo(120);
    }

    @Test
    void quartersBesideAllTheirMonthsAreNotAddedToThem() {
        Assessment a = assess(quarters(months(japan(), 1, 12, 10), 1, 4, 31));
        assertThat(total(stage(a, "JPN", "magnet"))).isEqualTo(120);
        assertThat(a.profiles().keySet()).extracting(k -> k.period().toString()).containsOnly("2024");
    }

    @Test
    void loneMonthIsKept() {
        assertThat(total(find(assess(months(japan(), 5, 5, 10)), "JPN", "magnet", "", "2024-05").orElseThrow())).isEqualTo(10);
    }

    @Test
    void monthsOfSeveralFilesOfOnePublisherAreOneYear() {
        Rows rows = japan();
        for (int m = 1; m <= 12; m++) {
            rows.from("month-" + m + ".csv", "Office");
            months(rows, m, m, m);
        }
        assertThat(total(stage(assess(rows), "JPN", "magnet"))).isEqualTo(78);
    }

    @Test
    void publishedYearGoesBeforeTheSumOfMonthsAndTheDifferenceIsShown() {
        Assessment a = assess(months(japan(), 1, 12, 10).period("2024").add("CHN", 125));
        assertThat(total(stage(a, "JPN", "magnet"))).isEqualTo(125);
        assertThat(a.differences()).singleElement().satisfies(d -> {
            assertThat(d.otherTotal()).isEqualTo(120);
            assertThat(d.other().english()).contains("sum of months");
        });
    }

    @Test
    void aSumIsCalledByThePeriodsThatWereAdded() {
        Rows quarters = japan();
        for (String quarter : List.of("2024-01/2024-03", "2024-04/2024-06", "2024-07/2024-09", "2024-10/2024-12")) {
            quarters.period(quarter).add("CHN", 30);
        }
        assertThat(assess(quarters.period("2024").add("CHN", 125)).differences()).singleElement()
                .satisfies(d -> assertThat(d.other().english()).endsWith(", sum of quarters)"));

        Rows both = months(japan(), 1, 6, 10);
        for (String quarter : List.of("2024-07/2024-09", "2024-10/2024-12")) {
            both.period(quarter).add("CHN", 30);
        }
        assertThat(assess(both.period("2024").add("CHN", 125)).differences()).singleElement()
                .satisfies(d -> assertThat(d.other().english()).endsWith(", sum of months and quarters)"));
    }

    @Test
    void monthsInsideAPublishedYearMakeNoPeriodOfTheirOwn() {
        Assessment a = assess(months(japan(), 1, 4, 10).period("2024").add("CHN", 125));
        assertThat(a.profiles().keySet()).extracting(k -> k.period().toString()).containsOnly("2024");
    }

    @Test
    void otherPublisherVintageValuationAndDetailBreakASeries() {
        SupplierProfile base = yearOf("CEPII BACI V1", "HS2017", Valuation.FOB, "850511", "2017");
        assertThat(breakBetween(yearOf("CEPII BACI V1", "HS2002", Valuation.FOB, "850511", "2016"), base)).contains("the vintage changes");
        assertThat(breakBetween(yearOf("UN Comtrade", "HS2017", Valuation.FOB, "850511", "2018"), base))
                .contains("the source changes from CEPII BACI V1 to UN Comtrade");
        assertThat(breakBetween(yearOf("CEPII BACI V1", "HS2017", Valuation.CIF, "850511", "2018"), base)).contains("the valuation changes");
        assertThat(breakBetween(yearOf("CEPII BACI V1", "HS2017", Valuation.FOB, "850511", "2018"), base)).isEmpty();
        assertThat(breakBetween(yearOf("CEPII BACI V1", "HS2017", Valuation.FOB, "85051190", "2018"), base))
                .contains("the commodity codes differ in detail");
    }

    @Test
    void aChangeOfCodesBreaksASeriesUnlessBothSidesHoldAllOfIts() {
        CodeChange unknownBefore = new CodeChange("CN", 2023, Set.of(), Set.of("85051110"), false, "n", "s", Confidence.VERIFIED);
        CodeChange renumbered = new CodeChange("CN", 2023, Set.of("85051190"), Set.of("85051199"), true, "n", "s", Confidence.VERIFIED);
        CodeChange inPlace = new CodeChange("CN", 2023, Set.of("85051190"), Set.of("85051110", "85051190"), false, "n", "s", Confidence.VERIFIED);
        SupplierProfile before = yearOf("Comext", "CN2022", Valuation.CIF, "85051190", "2022");
        SupplierProfile same = yearOf("Comext", "CN2023", Valuation.CIF, "85051190", "2023");
        SupplierProfile other = yearOf("Comext", "CN2023", Valuation.CIF, "85051199", "2023");
        SupplierProfile later = yearOf("Comext", "CN2024", Valuation.CIF, "85051190", "2024");

        assertThat(breakBetween(before, same, unknownBefore)).isEmpty();
        assertThat(breakBetween(before, other, renumbered)).isEmpty();
        assertThat(breakBetween(before, same, renumbered)).contains("the customs codes of these goods change in 2023 (85051190, 85051199)");
        assertThat(breakBetween(before, same, inPlace)).contains("the customs codes of these goods change in 2023 (85051190, 85051110)");
        assertThat(breakBetween(same, later, inPlace)).isEmpty();
    }

    @Test
    void aChangeOfTheHarmonizedSystemBreaksWhereTheEditionChanges() {
        CodeChange change = new CodeChange("HS", 2022, Set.of("850511"), Set.of("850511", "850512"), false, "n", "s", Confidence.VERIFIED);
        SupplierProfile old = yearOf("UN Comtrade", "HS2017", Valuation.CIF, "850511", "2021");

        assertThat(breakBetween(old, yearOf("UN Comtrade", "HS2022", Valuation.CIF, "850511", "2022"), change))
                .contains("the customs codes of these goods change in 2022 (850511, 850512)");
        assertThat(breakBetween(old, yearOf("UN Comtrade", "HS2017", Valuation.CIF, "850511", "2023"), change)).isEmpty();
    }

    private static Optional<String> breakBetween(SupplierProfile a, SupplierProfile b, CodeChange change) {
        Registers registers = TestRegisters.registers().withCodeChanges(List.of(change));
        Optional<Statement> one = Comparability.breakBetween(registers, TestRegisters.material(), a, b);
        assertThat(Comparability.breakBetween(registers, TestRegisters.material(), b, a)).isEqualTo(one);
        return one.map(Statement::english);
    }

    private static SupplierProfile yearOf(String publisher, String classification, Valuation valuation, String code, String period) {
        Rows rows = japan().from("f.csv", publisher).classification(classification).valuation(valuation)
                .commodity(code).period(period).add("CHN", 1);
        return find(assess(rows), "JPN", "magnet", "", period).orElseThrow();
    }

    private static Optional<String> breakBetween(SupplierProfile a, SupplierProfile b) {
        Optional<Statement> one = Comparability.breakBetween(TestRegisters.registers(), TestRegisters.material(), a, b);
        assertThat(Comparability.breakBetween(TestRegisters.registers(), TestRegisters.material(), b, a)).isEqualTo(one);
        return one.map(Statement::english);
    }

    @Test
    void everyEconomyStageAndPeriodHasItsRowEvenWithoutFigures() {
        List<Indicator> rows = assess(japan().add("CHN", 1)).indicators();
        assertThat(rows)
                .filteredOn(i -> i.about().economy().code().equals("DEU") && i.about().stage().equals("magnet") && i.measure().equals("hhi"))
                .isNotEmpty()
                .allSatisfy(i -> assertThat(i.outcome().status()).isEqualTo(Outcome.Status.NOT_COMPUTABLE));
        assertThat(rows).filteredOn(i -> i.about().stage().equals("compound")).isNotEmpty();
    }

    @Test
    void unknownMaterialIsRefused() {
        Assessor assessor = new Assessor(TestRegisters.registers());
        assertThatThrownBy(() -> assessor.assess(TradeDataset.EMPTY, AssessmentOptions.of(LocalDate.of(2026, 1, 1), "moon-dust")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no material 'moon-dust' in the registers; known: stuff");
    }

    @Test
    void filesThatWereAskedForPartnerByPartnerAreOneSeries() {
        Assessment a = assess(japan()
                .from("china.csv", "Customs").add("CHN", 600, 6).period("2023").add("CHN", 500, 5)
                .from("others.csv", "Customs").period("2024").add("VNM", 300, 3).add("EST", 100, 1).period("2023").add("VNM", 500, 5));

        assertThat(total(stage(a, "JPN", "magnet"))).isEqualTo(1000);
        assertThat(Shares.of(stage(a, "JPN", "magnet"), Basis.VALUE, CHINA).value().orElseThrow()).isCloseTo(0.6, within(1e-12));
        assertThat(Shares.of(stage(a, "JPN", "magnet"), Basis.WEIGHT, CHINA).value().orElseThrow()).isCloseTo(0.6, within(1e-12));
        assertThat(a.differences()).isEmpty();
    }

    @Test
    void fileOfOnePartnerIsPutTogetherWithTheOneOfAllOthersAndBoundsIt() {
        SupplierProfile p = stage(
                assess(japan()
                        .from("china.csv", "Customs").coverage(Coverage.SELECTED_PARTNERS).add("CHN", 600, 6)
                        .from("others.csv", "Customs").coverage(Coverage.COMPLETE).add("VNM", 300, 3).add("EST", 100, 1)),
                "JPN",
                "magnet");

        assertThat(total(p)).isEqualTo(1000);
        assertThat(Shares.of(p, Basis.VALUE, CHINA).value()).isEmpty();
        assertThat(Shares.of(p, Basis.VALUE, CHINA).high().orElseThrow()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void filesOfOtherPartnersInAnotherCurrencyOrNomenclatureAreNotAdded() {
        Rows currencies = japan().from("china.csv", "Customs").currency("EUR").add("CHN", 600)
                .from("others.csv", "Customs").currency("USD").add("VNM", 300).add("EST", 100);
        Rows nomenclatures = japan().from("china.csv", "Customs").classification("HTS2024").add("CHN", 600)
                .from("others.csv", "Customs").classification("HS2022").add("VNM", 300).add("EST", 100);

        for (Rows rows : List.of(currencies, nomenclatures)) {
            Assessment a = assess(rows);
            assertThat(total(stage(a, "JPN", "magnet"))).as("300 and 100, of the file with more partners").isEqualTo(400);
            assertThat(a.differences()).hasSize(1);
        }
    }

    @Test
    void filesOfOtherPartnersByAnotherPublisherOrOfMainPartnersAreNotAdded() {
        Rows publishers = japan().from("china.csv", "Customs").add("CHN", 600)
                .from("others.csv", "Statistics").add("VNM", 300).add("EST", 100);
        Rows main = japan().from("china.csv", "Customs").coverage(Coverage.MAIN_PARTNERS).add("CHN", 600)
                .from("others.csv", "Customs").coverage(Coverage.COMPLETE).add("VNM", 300).add("EST", 100);

        for (Rows rows : List.of(publishers, main)) {
            Assessment a = assess(rows);
            assertThat(total(stage(a, "JPN", "magnet"))).as("300 and 100 alone").isEqualTo(400);
            assertThat(a.differences()).hasSize(1);
        }
    }

    @Test
    void filesWhoseWorldRowsDisagreeAreNotAdded() {
        SupplierProfile p = stage(
                assess(japan()
                        .from("china.csv", "Customs").add("W00", 1000).add("CHN", 600)
                        .from("others.csv", "Customs").add("W00", 900).add("VNM", 300).add("EST", 100)),
                "JPN",
                "magnet");

        assertThat(total(p)).as("of the World row beside 300 and 100").isEqualTo(900);
        assertThat(p.unnamed(Basis.VALUE)).isEqualTo(500);
    }

    @Test
    void monthsWithPartnersCountBeforeAWorldRowAloneOfTheYear() {
        Rows rows = japan().from("world.csv", "Customs").add("W00", 1200).from("months.csv", "Customs");
        for (int month = 1; month <= 12; month++) {
            rows.period(String.format(Locale.ROOT, "2024-%02d", month)).add("CHN", 60).add("VNM", 40);
        }

        assertThat(Shares.of(stage(assess(rows), "JPN", "magnet"), Basis.VALUE, CHINA).value().orElseThrow()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void aYearOfMonthsIsNoMoreCompleteThanItsFirst() {
        Rows rows = japan();
        for (int month = 1; month <= 12; month++) {
            rows.coverage(month == 1 ? Coverage.MAIN_PARTNERS : Coverage.COMPLETE)
                    .period(String.format(Locale.ROOT, "2024-%02d", month)).add("CHN", 50).add("VNM", 50);
        }

        assertThat(stage(assess(rows), "JPN", "magnet").coverage()).isEqualTo(Coverage.MAIN_PARTNERS);
    }

    @Test
    void monthsOfOnePartnerAreNotAddedToAYearOfTheOthers() {
        Rows rows = japan().from("china.csv", "Customs");
        for (int month = 1; month <= 12; month++) {
            rows.period(String.format(Locale.ROOT, "2024-%02d", month)).add("CHN", 50);
        }
        Assessment a = assess(rows.from("others.csv", "Customs").period("2024").add("VNM", 300).add("EST", 100));

        assertThat(total(stage(a, "JPN", "magnet"))).as("300 and 100 as published, not 1000").isEqualTo(400);
        assertThat(a.differences()).hasSize(1);
    }

    @Test
    void worldRowThatEachOfThemRepeatsCountsOnce() {
        SupplierProfile p = stage(
                assess(japan()
                        .from("china.csv", "Customs").add("W00", 1000).add("CHN", 600)
                        .from("others.csv", "Customs").add("W00", 1000).add("VNM", 300)),
                "JPN",
                "magnet");

        assertThat(p.unnamed(Basis.VALUE)).isEqualTo(100);
        assertThat(total(p)).isEqualTo(1000);
    }

    @Test
    void filesThatShareAPartnerInAnyYearAreEditionsAndNeverAdded() {
        Assessment a = assess(japan()
                .from("2025.csv", "Customs").add("X99", 90).period("2023").add("CHN", 500)
                .from("2026.csv", "Customs").period("2024").add("CHN", 100).period("2023").add("CHN", 510));

        assertThat(total(stage(a, "JPN", "magnet"))).isEqualTo(100);
        assertThat(a.differences()).hasSize(2);
    }

    @Test
    void fileThatItsWorldRowCallsWholeIsNotAddedToAnother() {
        Assessment a = assess(japan()
                .from("all.csv", "Customs").add("CHN", 600).add("EST", 400).add("W00", 1000)
                .from("more.csv", "Customs").add("VNM", 300));

        assertThat(total(stage(a, "JPN", "magnet"))).isEqualTo(1000);
        assertThat(a.differences()).hasSize(1);
    }
}
