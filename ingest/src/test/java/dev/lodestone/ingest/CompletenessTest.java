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

    /** Of BACI's lists of 2024 above ten million dollars one in ten has up to three partners, of those of twelve large buyers one in fifty. */
    @Test
    void takesMuchOfTwoOrThreePartnersForAnAnswerAboutTheseThoughOneIsSmall() {
        String two = COMTRADE + "C,A,2023,392,M,442,H6,2846,1234\nC,A,2023,392,M,156,H6,2846,";

        assertThat(verdicts(two + "9998766\n")).isEqualTo("0 complete, 1 bounded, [SELECTED_PARTNERS]");
        assertThat(verdicts(two + "9998765\n")).as("a little less").isEqualTo("1 complete, 0 bounded, []");
        assertThat(verdicts(two + "9998766\nC,A,2023,392,M,0,H6,2846,10000000\n")).as("all of the World").isEqualTo("1 complete, 0 bounded, []");
        assertThat(verdicts(two + "9998766\nC,A,2023,392,M,704,H6,2846,5\n")).as("three").isEqualTo("0 complete, 1 bounded, [SELECTED_PARTNERS]");
        assertThat(verdicts(two + "9998766\nC,A,2023,392,M,704,H6,2846,5\nC,A,2023,392,M,410,H6,2846,5\n"))
                .as("four").isEqualTo("1 complete, 0 bounded, []");
    }

    /** The list of Germany is whole; of Japan there is China, and the small partner that somebody asked for as well. */
    @Test
    void takesMuchOfTwoPartnersBesideAnothersFullListForAnAnswerAboutThese() {
        String table = COMTRADE + "C,A,2023,276,M,156,H6,2846,600\nC,A,2023,276,M,704,H6,2846,60\nC,A,2023,276,M,764,H6,2846,5\n"
                + "C,A,2023,276,M,842,H6,2846,5\nC,A,2023,392,M,156,H6,2846,90000000\nC,A,2023,392,M,442,H6,2846,900\n";

        assertThat(Fixture.read(Fixture.text("joined.csv", table)).files().get(0).completeness().series().stream().map(each -> each + " " + each.reasons()))
                .containsExactly("JPN M 2846 2023 [SELECTED_PARTNERS]");
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

    /** Answers were joined: the list of one reporter is whole, of the other there are the partners that somebody asked for. */
    @Test
    void takesFewLargePartnersBesideAnothersFullListForAnAnswerAboutThese() {
        String whole = COMTRADE + "C,A,2023,392,M,156,H6,2846,60000000\nC,A,2023,392,M,704,H6,2846,6000000\nC,A,2023,392,M,764,H6,2846,5000\n"
                + "C,A,2023,392,M,410,H6,2846,4000\n";
        String two = "C,A,2023,842,M,156,H6,2846,5000000\nC,A,2023,842,M,704,H6,2846,";
        String world = "C,A,2023,392,M,0,H6,2846,66009000\n";

        for (String before : List.of(whole, whole + world)) {
            Loaded<TradeDataset> chosen = Fixture.read(Fixture.text("two.csv", before + two + "1000000\n"));
            assertThat(chosen.files().get(0).completeness().series().stream().map(each -> each + " " + each.reasons()))
                    .containsExactly("USA M 2846 2023 [SELECTED_PARTNERS]");
            assertThat(chosen.issues()).extracting(Issue::message).contains(
                    "two.csv: found 'USA M with 2 partners: CHN, VNM', expected more partners, or a World row which says that there are no others;"
                            + " taken as a selection, so that shares are upper bounds [few-partners]");
            assertThat(chosen.value().observations().stream().filter(o -> o.coverage() == Coverage.SELECTED_PARTNERS).map(o -> o.reporter().code()))
                    .containsExactly("USA", "USA");
        }
        assertThat(verdicts(whole + two + "999999\n")).as("a smaller supplier at the end").isEqualTo("2 complete, 0 bounded, []");
        assertThat(verdicts(whole + two + "1000000\nC,A,2023,842,M,0,H6,2846,6000000\n")).as("all of the World").isEqualTo("2 complete, 0 bounded, []");
        assertThat(verdicts(whole + two + "1000000\nC,A,2023,842,M,899,H6,2846,5000000\n")).as("nobody asks for the unnamed").isEqualTo("2 complete, 0 bounded, []");
    }

    /** Someone fetched magnets for China alone and compounds for all: China's share of magnets came out as 100 %, and complete. */
    @Test
    void takesTheOnlyPartnerOfOneCommodityBesideLongerListsForAnAnswerAboutIt() {
        String whole = COMTRADE + "C,A,2023,842,M,156,H6,2846,60000000\nC,A,2023,842,M,704,H6,2846,6000000\nC,A,2023,842,M,764,H6,2846,5000\n"
                + "C,A,2023,842,M,410,H6,2846,4000\n";
        String china = "C,A,2022,842,M,156,H6,850511,400000\nC,A,2023,842,M,156,H6,850511,";

        Loaded<TradeDataset> chosen = Fixture.read(Fixture.text("one.csv", whole + china + "600000\n"));
        assertThat(chosen.files().get(0).completeness().series().stream().map(each -> each + " " + each.reasons()))
                .containsExactlyInAnyOrder("USA M 850511 2022 [SELECTED_PARTNERS]", "USA M 850511 2023 [SELECTED_PARTNERS]");
        assertThat(chosen.issues()).extracting(Issue::message).contains(
                "one.csv: found 'USA M, 850511 with 1 partner: CHN', expected more partners, or a World row which says that there are no others;"
                        + " taken as a selection, so that shares are upper bounds [few-partners]");
        assertThat(chosen.value().observations().stream().filter(o -> o.coverage() == Coverage.SELECTED_PARTNERS).map(o -> o.commodity().digits()))
                .containsExactly("850511", "850511");
        assertThat(verdicts(whole + china + "599999\n")).as("little, which may come from one").isEqualTo("3 complete, 0 bounded, []");
        assertThat(verdicts(whole + china + "600000\nC,A,2023,842,M,0,H6,850511,600000\n")).as("all of the World").isEqualTo("3 complete, 0 bounded, []");
        assertThat(verdicts(whole + china + "600000\nC,A,2023,842,M,704,H6,850511,0\n")).as("another that sold nothing").isEqualTo("3 complete, 0 bounded, []");
        assertThat(verdicts(whole + china.replace("850511", "8505111000") + "600000\n")).as("a fine line of a tariff").isEqualTo("3 complete, 0 bounded, []");
    }

    /** A publisher's table of all has lines of one partner; an answer has few commodities. */
    @Test
    void takesTablesOfMoreListsThanAnyoneAsksForAsTheyAre() {
        StringBuilder rows = new StringBuilder(COMTRADE);
        for (int code = 284601; code <= 284630; code++) {
            rows.append("C,A,2023,842,M,156,H6,").append(code).append(",5000\nC,A,2023,842,M,").append(code % 2 == 0 ? "704" : "764").append(",H6,").append(code).append(",4000\n");
        }
        String one = "C,A,2023,842,M,156,H6,850511,5000000\n";

        String fewer = rows.substring(0, rows.indexOf("C,A,2023,842,M,156,H6,284630")) + one;

        assertThat(Fixture.read(Fixture.text("t.csv", fewer)).files().get(0).completeness().series()).extracting(Object::toString).containsExactly("USA M 850511 2023");
        assertThat(verdicts(rows + one)).isEqualTo("31 complete, 0 bounded, []");
    }

    /** Of 215 importers in BACI each hundredth has large suppliers alone: a publisher's table of all is not joined from answers. */
    @Test
    void takesTablesOfMoreReportersThanAnyoneJoinsAsTheyAre() {
        StringBuilder rows = new StringBuilder("t,i,j,k,v,q\n2023,156,757,284690,5000,1\n2023,757,156,284690,1,1\n");
        String one = rows.toString();
        for (String reporter : ("36 40 56 76 100 124 152 170 191 196 203 208 233 246 251 276 300 348 360 372 376 380 392 410 428 440 442 458 470 484").split(" ")) {
            rows.append("2023,156,").append(reporter).append(",284690,1,1\n");
        }

        assertThat(Fixture.read(Fixture.text("baci.csv", one)).files().get(0).issueCounts()).containsKey("few-partners");
        assertThat(Fixture.read(Fixture.text("baci.csv", rows.toString())).files().get(0).issueCounts()).doesNotContainKey("few-partners");
    }

    /** Services cut answers at round numbers, spreadsheets at the end of a sheet; a tidy table says itself what it holds. */
    @Test
    void doubtsATableThatEndsWhereAnythingIsCut() {
        assertThat(ofRows(999)).isEmpty();
        assertThat(ofRows(1000)).containsExactly(
                "rows.csv: found '1000 rows', expected another number of rows than one at which answers of services are cut; rows kept; more may be missing,"
                        + " so that shares are upper bounds [row-limit-reached]");
        assertThat(ofRows(1001)).isEmpty();
        assertThat(ofRows(65_535)).containsExactly(
                "rows.csv: found '65535 rows', expected fewer rows than a spreadsheet holds; rows kept; more may be missing,"
                        + " so that shares are upper bounds [row-limit-reached]");
        String tidy = "reporter,partner,flow,commodity,period,value\n";
        for (int i = 0; i < 1000; i++) {
            tidy += "JPN,CHN,M," + (280000 + i) + ",2023,5\n";
        }
        assertThat(Fixture.read(Fixture.text("tidy.csv", tidy)).files().get(0).issueCounts()).doesNotContainKey("row-limit-reached");
    }

    private static List<String> ofRows(int number) {
        StringBuilder rows = new StringBuilder("t,i,j,k,v,q\n");
        for (int i = 0; i < number; i++) {
            rows.append(2000 + i % 20).append(",156,757,").append(String.format(java.util.Locale.ROOT, "%06d", 280000 + i / 20 * 2)).append(",5,1\n");
        }
        return Fixture.read(Fixture.text("rows.csv", rows.toString())).issues().stream()
                .filter(issue -> issue.code().equals("row-limit-reached")).map(Issue::message).toList();
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
