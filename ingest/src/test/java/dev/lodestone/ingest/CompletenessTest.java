package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Completeness;
import dev.lodestone.model.quality.Completeness.Reason;
import dev.lodestone.model.quality.Completeness.Verdict;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.Coverage;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeDataset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletenessTest {

    private static final String COMTRADE = "typeCode,freqCode,period,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,primaryValue\n";

    @Test
    void isCompleteWhereNothingIsKnownToBeMissing() {
        Completeness all = of(Fixture.tidy("JPN,CHN,M,2846,2023,60", "JPN,VNM,M,2846,2023,40", "JPN,CHN,M,2846,2024,0"));

        assertThat(all.verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(all.complete()).isEqualTo(2);
        assertThat(all.series()).isEmpty();
    }

    @Test
    void namesEverySeriesThatIsNot() {
        Completeness all = of(Fixture.text("t.csv", """
                reporter,partner,flow,commodity,period,value,coverage,status
                JPN,CHN,M,2846,2023,60,,
                JPN,VNM,M,2846,2023,,,suppressed
                JPN,CHN,M,2846,2024,60,main-partners,
                DEU,CHN,M,2846,2024,6o,,
                DEU,VNM,M,2846,2024,7,,
                FRA,W00,M,2846,2024,70,,
                ITA,W00,M,2846,2024,100,,
                ITA,CHN,M,2846,2024,70,,
                GBR,W00,M,2846,2024,70,,
                GBR,CHN,M,2846,2024,70,,
                """));

        assertThat(all.verdict()).isEqualTo(Verdict.BOUNDED);
        assertThat(all.complete() + " " + all.bounded() + " " + all.unusable()).isEqualTo("1 4 1");
        assertThat(all.series().stream().map(each -> each + " " + each.verdict().code() + " " + each.reasons())).containsExactlyInAnyOrder(
                "JPN M 2846 2023 bounded [WITHHELD]", "JPN M 2846 2024 bounded [MAIN_PARTNERS]", "DEU M 2846 2024 bounded [ROWS_SET_ASIDE]",
                "FRA M 2846 2024 unusable [WORLD_ONLY]", "ITA M 2846 2024 bounded [LESS_THAN_WORLD]");
    }

    @Test
    void saysThatARowWhoseSeriesCannotBeToldMayBelongToAny() {
        Completeness all = of(Fixture.tidy("JPN,CHN,M,2846,2023,60", "???,CHN,M,2846,2023,60"));

        assertThat(all.complete()).isEqualTo(1);
        assertThat(all.verdict()).isEqualTo(Verdict.BOUNDED);
        assertThat(all.reasons()).containsExactly(Reason.UNTOLD_ROWS);
    }

    @Test
    void boundsTheSeriesOfACutAnswerButThoseThatAWorldRowConfirms() {
        List<String> rows = new ArrayList<>();
        rows.add("C,A,2023,392,M,0,H6,2846,100");
        rows.add("C,A,2023,392,M,156,H6,2846,60");
        rows.add("C,A,2023,392,M,704,H6,2846,40");
        for (int i = 0; i < 497; i++) {
            rows.add("C,A," + (1990 + i % 30) + ",842,M,156,H6," + String.format(java.util.Locale.ROOT, "2805%02d", 10 + i / 30) + "," + (i + 1));
        }

        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("cut.csv", COMTRADE + String.join("\n", rows) + "\n"));

        Completeness all = loaded.files().get(0).completeness();
        assertThat(all.complete()).isEqualTo(1);
        assertThat(all.bounded()).isEqualTo(497);
        assertThat(all.reasons()).containsExactly(Reason.CUT_AT_LIMIT);
        assertThat(loaded.value().observations().stream().filter(o -> o.coverage() == Coverage.SELECTED_PARTNERS).map(o -> o.reporter().code()).distinct())
                .containsExactly("USA");
    }

    /** Whoever asks for China gets China alone, and its share came out as all. */
    @Test
    void takesATableOfOnePartnerForAnAnswerAboutThatPartner() {
        String china = COMTRADE + "C,A,2022,392,M,156,H6,2846,60\nC,A,2023,392,M,156,H6,2846,60\nC,A,2023,276,M,156,H6,280530,9\n";

        assertThat(verdicts(china)).isEqualTo("0 complete, 3 bounded, [SELECTED_PARTNERS]");
        assertThat(verdicts(china + "C,A,2023,276,M,704,H6,280530,9\n")).isEqualTo("3 complete, 0 bounded, []");
        assertThat(Fixture.read(Fixture.text("china.csv", china)).issues()).extracting(Issue::message).contains(
                "china.csv: found '1 partner: CHN', expected more partners, or a World row which says that there are no others;"
                        + " taken as a selection, so that shares are upper bounds [few-partners]");
        assertThat(verdicts(COMTRADE + "C,A,2023,392,M,0,H6,2846,60\nC,A,2023,392,M,156,H6,2846,60\n")).isEqualTo("1 complete, 0 bounded, []");
        assertThat(verdicts(COMTRADE + "C,A,2023,392,M,0,H6,2846,80\nC,A,2023,392,M,156,H6,2846,60\n")).isEqualTo("0 complete, 1 bounded, [LESS_THAN_WORLD]");
    }

    /** Full lists of suppliers end in small ones: of ten thousand drawn from BACI and Comext one in a hundred has none below 100,000 dollars. */
    @Test
    void takesATableOfFewPartnersNoneOfWhichIsSmallForAnAnswerAboutThese() {
        String three = COMTRADE + "C,A,2023,392,M,156,H6,2846,6000000\nC,A,2023,392,M,704,H6,2846,600000\nC,A,2023,392,M,842,H6,2846,";

        assertThat(verdicts(three + "100000\n")).isEqualTo("0 complete, 1 bounded, [SELECTED_PARTNERS]");
        assertThat(verdicts(three + "99999\n")).as("a small supplier at the end").isEqualTo("1 complete, 0 bounded, []");
        assertThat(verdicts(three + "100000\nC,A,2023,392,M,0,H6,2846,6700000\n")).as("all of the World").isEqualTo("1 complete, 0 bounded, []");
        assertThat(verdicts(three + "0\n")).as("one from which nothing came was asked for").isEqualTo("0 complete, 1 bounded, [SELECTED_PARTNERS]");
        assertThat(verdicts(three + "\n")).as("one of whose trade nobody knows how much it is").isEqualTo("0 complete, 1 bounded, [WITHHELD]");
        assertThat(verdicts(three + "100000\nC,A,2023,392,M,899,H6,2846,900000\n")).as("nobody asks for the unnamed").isEqualTo("1 complete, 0 bounded, []");
    }

    /** Of thousands of whole lists of eleven to thirty partners drawn from BACI and Comext hardly one has none below 100,000 dollars. */
    @Test
    void takesManyPartnersForAllThatThereAreUnlessNoneIsSmall() {
        List<String> codes = List.of(("156 704 842 276 392 251 410 699 826 36 124 76 152 170 203 208 246 300 348 360 372 376 381 458 484 528 554 579 604"
                + " 608 616").split(" "));
        List<String> rows = codes.stream().map(partner -> "C,A,2023,757,M," + partner + ",H6,2846,900000\n").toList();

        assertThat(verdicts(COMTRADE + String.join("", rows.subList(0, 11)))).isEqualTo("0 complete, 1 bounded, [SELECTED_PARTNERS]");
        assertThat(verdicts(COMTRADE + String.join("", rows.subList(0, 30)))).isEqualTo("0 complete, 1 bounded, [SELECTED_PARTNERS]");
        assertThat(verdicts(COMTRADE + String.join("", rows))).as("so many nobody lists").isEqualTo("1 complete, 0 bounded, []");
        assertThat(verdicts(COMTRADE + String.join("", rows.subList(0, 11)) + "C,A,2023,757,M,616,H6,2846,700\n"))
                .as("a small supplier at the end").isEqualTo("1 complete, 0 bounded, []");
    }

    @Test
    void takesTheSameManyPartnersOfEverythingForBlanksThatWereFilled() {
        StringBuilder filled = new StringBuilder(COMTRADE);
        for (String commodity : List.of("2846", "280530", "850511")) {
            for (String partner : "156 704 842 276 392 251 410 699 826 36 124".split(" ")) {
                filled.append("C,A,2023,757,M,").append(partner).append(",H6,").append(commodity).append(partner.equals("124") ? ",7\n" : ",900000\n");
            }
        }
        assertThat(verdicts(filled.toString())).isEqualTo("3 complete, 0 bounded, []");
    }

    @Test
    void takesTheSameFewPartnersOfEverythingForAnAnswerAboutThese() {
        String two = COMTRADE + "C,A,2023,392,M,156,H6,2846,600\nC,A,2023,392,M,704,H6,2846,0\nC,A,2023,392,M,156,H6,280530,7\nC,A,2023,392,M,704,H6,280530,8\n";
        String third = "C,A,2023,392,M,156,H6,850511,7\nC,A,2023,392,M,704,H6,850511,0\n";

        assertThat(verdicts(two)).as("two commodities may have the same two suppliers").isEqualTo("2 complete, 0 bounded, []");
        assertThat(verdicts(two + third)).isEqualTo("0 complete, 3 bounded, [SELECTED_PARTNERS]");
        assertThat(verdicts(two + third.replace("850511", "284690"))).as("a part of 2846 says nothing new").isEqualTo("3 complete, 0 bounded, []");
        assertThat(verdicts(two + "C,A,2023,392,M,156,H6,850511,7\n")).as("not the same").isEqualTo("3 complete, 0 bounded, []");
    }

    /** A table says by a column of its own that its few partners are all, or that its many are not. */
    @Test
    void believesWhatTheTableSaysOfItself() {
        String header = COMTRADE.strip() + ",coverage\n";
        String row = "C,A,2023,392,M,156,H6,2846,6000000,";

        assertThat(verdicts(header + row + "complete\n")).isEqualTo("1 complete, 0 bounded, []");
        assertThat(verdicts(header + row + "selected-partners\n")).isEqualTo("0 complete, 1 bounded, [SELECTED_PARTNERS]");
        assertThat(Fixture.messages(Fixture.read(Fixture.text("comtrade.csv", header + row + "most\n")))).containsExactly(
                "comtrade.csv:2: column 'coverage': found 'most', expected one of complete, main-partners, selected-partners; row set aside [unknown-word]");
    }

    private static String verdicts(String table) {
        Loaded<TradeDataset> read = Fixture.read(Fixture.text("comtrade.csv", table));
        Completeness all = read.files().get(0).completeness();
        boolean bounded = all.reasons().contains(Reason.SELECTED_PARTNERS);
        assertThat(read.value().observations()).allMatch(o -> (o.coverage() == Coverage.SELECTED_PARTNERS) == bounded);
        return all.complete() + " complete, " + all.bounded() + " bounded, " + all.reasons();
    }

    @Test
    void missesALargeSupplierOfTheYearsAroundThoughEachYearIsAFile() {
        Loaded<TradeDataset> loaded = Fixture.read(
                Fixture.tidy("JPN,CHN,M,2846,2021,60", "JPN,VNM,M,2846,2021,30", "JPN,USA,M,2846,2021,10"),
                Fixture.text("t22.csv", "reporter,partner,flow,commodity,period,value\nJPN,VNM,M,2846,2022,32\nJPN,USA,M,2846,2022,12\n"),
                Fixture.text("t23.csv", "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,2846,2023,55\nJPN,VNM,M,2846,2023,35\n"));

        FileReport year = loaded.files().get(1);
        assertThat(year.issueCounts()).containsEntry("supplier-vanished", 1L);
        assertThat(year.completeness().reasons()).containsExactly(Reason.SUPPLIER_VANISHED);
        assertThat(loaded.value().observations().stream().filter(o -> o.partner().code().equals("CHN") && o.period().year() == 2022))
                .singleElement()
                .satisfies(o -> assertThat(o.value()).isEqualTo(Quantity.MISSING));
    }

    @Test
    void believesAnAbsenceThatTheWorldRowConfirmsOrThatOthersFilled() {
        assertThat(of(Fixture.tidy(
                        "JPN,CHN,M,2846,2021,60", "JPN,VNM,M,2846,2021,40", "JPN,W00,M,2846,2022,44", "JPN,VNM,M,2846,2022,32", "JPN,USA,M,2846,2022,12",
                        "JPN,CHN,M,2846,2023,55", "JPN,VNM,M,2846,2023,35"))
                        .verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(of(Fixture.tidy(
                        "JPN,CHN,M,2846,2021,60", "JPN,VNM,M,2846,2021,40", "JPN,VNM,M,2846,2022,82", "JPN,USA,M,2846,2022,12",
                        "JPN,CHN,M,2846,2023,55", "JPN,VNM,M,2846,2023,35"))
                        .verdict()).isEqualTo(Verdict.COMPLETE);
    }

    @Test
    void believesAnAbsenceInAMarketOfChance() {
        assertThat(of(Fixture.tidy(
                        "POL,USA,M,2846,2021,60", "POL,BEL,M,2846,2022,3", "POL,IND,M,2846,2022,2", "POL,USA,M,2846,2023,55", "POL,ISR,M,2846,2023,50"))
                        .verdict())
                .as("nobody stayed beside whom it could be missed").isEqualTo(Verdict.COMPLETE);
        assertThat(of(Fixture.tidy(
                        "POL,USA,M,2846,2021,60", "POL,BEL,M,2846,2021,30", "POL,BEL,M,2846,2022,30", "POL,USA,M,2846,2023,60", "POL,BEL,M,2846,2023,30",
                        "DEU,CHN,M,2846,2021,100000", "DEU,CHN,M,2846,2022,100000", "DEU,CHN,M,2846,2023,100000"))
                        .verdict())
                .as("a thousandth of what all reporters bought").isEqualTo(Verdict.COMPLETE);
    }

    @Test
    void missesALargeSupplierBesideASingleOther() {
        assertThat(of(Fixture.tidy(
                        "JPN,CHN,M,2846,2021,60", "JPN,VNM,M,2846,2021,40", "JPN,VNM,M,2846,2022,38", "JPN,CHN,M,2846,2023,55", "JPN,VNM,M,2846,2023,35"))
                        .reasons()).containsExactly(Reason.SUPPLIER_VANISHED);
    }

    private static Completeness of(InputSource file) {
        return Fixture.read(file).files().get(0).completeness();
    }
}
