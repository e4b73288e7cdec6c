package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of known publishers as software for statistics saves them: equal figures, or a word why not. */
class SavedBySoftwareTest {

    private static final String COMTRADE = "typeCode,freqCode,refYear,period,reporterCode,flowCode,partnerCode,partner2Code,classificationCode,cmdCode,"
            + "customsCode,mosCode,motCode,netWgt,isNetWgtEstimated,primaryValue\n";

    @Test
    void readsCodesThatBecameDecimalsSinceOneCellOfTheirColumnIsEmpty() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.csv", "," + COMTRADE
                + "0,C,A,2023.0,2023.0,392.0,M,0.0,0.0,H6,284690.0,C00,0.0,0.0,15.5,False,150.0\n"
                + "1,C,A,2023.0,2023.0,392.0,M,156.0,0.0,H6,284690.0,C00,0.0,0.0,10.5,True,100.0\n"
                + "2,C,A,2023.0,2023.0,392.0,M,704.0,0.0,H6,284690.0,C00,0.0,0.0,5.0,False,50.0\n"
                + "3,C,A,2023.0,2023.0,392.0,M,704.0,156.0,H6,284690.0,C00,0.0,0.0,5.0,False,50.0\n"
                + "4,C,A,2023.0,2023.0,392.0,M,704.0,,H6,284690.0,C00,0.0,2100.0,5.0,False,50.0\n"));

        assertThat(loaded.issues()).isEmpty();
        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN HS2022:284690 2023 100USD ~10.5kg CIF complete",
                "JPN M VNM HS2022:284690 2023 50USD 5kg CIF complete",
                "JPN M W00 HS2022:284690 2023 150USD 15.5kg CIF complete");
        assertThat(loaded.files().get(0).why()).endsWith("out of scope: 1 all partners together, 1 breakdown by mode of transport, 1 breakdown by second partner");
    }

    @Test
    void readsTheNamesOfRowsThatRWritesWithoutAHeader() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.csv", """
                "reporter","partner","flow","commodity","period","value"
                "1","JPN","CHN","M","284690",2023,100.5
                "2","JPN","VNM","M","284690",2023,50
                "17","JPN","EST","M","284690",2023
                """));

        assertThat(Fixture.messages(loaded)).containsExactly(
                "t.csv:1: column 'reporter': found '1', expected a header over each of the 7 cells of line 2; columns read one to the right; the first cell"
                        + " of each row is taken for its number [shifted-header]",
                "t.csv:4: found '6 cells', expected 7 cells as in the header; row set aside [wrong-cell-count]");
        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN :284690 2023 100.5USD missing kg UNKNOWN complete", "JPN M VNM :284690 2023 50USD missing kg UNKNOWN complete");
    }

    @Test
    void takesNoNumberForTheNameOfARowWhoseCellsAreThenWrong() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("b.csv", "t,i,j,k,v,q\n2023,156,392,284690,1,234,5\n2023,156,842,284690,7,5\n"));

        assertThat(Fixture.messages(loaded)).containsExactly("b.csv:2: found '7 cells', expected 6 cells as in the header; row set aside [wrong-cell-count]");
        assertThat(Fixture.lines(loaded)).containsExactly("USA M CHN HS:284690 2023 7000USD 5000kg FOB selected-partners");
    }

    @Test
    void readsComtradeWithoutTheColumnThatTellsWhetherTheHeaderStandsOverTheData() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.csv", "flowCode,reporterISO,partnerISO,cmdCode,period,primaryValue\nM,JPN,CHN,284690,2023,7\n"));

        assertThat(Fixture.lines(loaded)).containsExactly("JPN M CHN HS:284690 2023 7USD missing kg CIF selected-partners");
        assertThat(loaded.issues()).noneMatch(issue -> issue.code().equals(IssueCode.SHIFTED_HEADER.code()));
    }

    private static final String FIRST = "{\"period\":\"2023\",\"reporterCode\":392,\"flowCode\":\"M\",\"partnerCode\":704,\"cmdCode\":\"284690\",\"primaryValue\":50}";
    private static final String SECOND = "{\"period\":\"2023\",\"reporterCode\":392,\"flowCode\":\"M\",\"partnerCode\":156,\"cmdCode\":\"284690\",\"netWgt\":10,\"isNetWgtEstimated\":false,"
            + "\"primaryValue\":100,\"classificationCode\":\"H6\"}";

    @ParameterizedTest
    @ValueSource(strings = {
        "[%s,%s]",
        "{\"data\":[%s,%s]}",
        "{\"columns\":[\"period\",\"reporterCode\"],\"errors\":[],\"page\":{\"limit\":0},\"fields\":[{\"id\":\"period\",\"type\":\"text\"}],\"data\":[%s,%s]}",
        "{\"result\":{\"fields\":[{\"id\":\"period\"}],\"records\":[%s,%s]},\"more\":[{\"a\":1}]}",
        "%s\n%s\n"
    })
    void readsWhatLaterObjectsHaveMoreThanTheFirst(String json) {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.json", json.formatted(FIRST, SECOND)));

        assertThat(loaded.issues()).isEmpty();
        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M VNM HS:284690 2023 50USD missing kg CIF complete", "JPN M CHN HS2022:284690 2023 100USD 10kg CIF complete");
    }

    @Test
    void recognisesAnAnswerWhoseFirstObjectLacksAColumn() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.json", "[{\"period\":\"2023\",\"cmdCode\":\"284690\"}," + SECOND + "]"));

        assertThat(Fixture.lines(loaded)).containsExactly("JPN M CHN HS2022:284690 2023 100USD 10kg CIF selected-partners");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("2 = 1 + 0 + 1");
    }

    @Test
    void refusesAnswersJoinedIntoOneFileSinceOneOfThemWouldBeLost() {
        assertThat(Fixture.messages(Fixture.read(Fixture.text("a.json", "{\"data\":[" + FIRST + "]}\n{\"data\":[" + SECOND + "]}\n")))).containsExactly(
                "a.json: expected a file that can be read to its end, but another answer begins in line 2, behind the end of the first: read each as a file"
                        + " of its own; file not read [file-not-readable]");
        assertThat(Fixture.messages(Fixture.read(Fixture.text("a.json", "{\"imports\":[" + SECOND + "],\"exports\":[" + FIRST + "]}\n")))).containsExactly(
                "a.json: expected a file that can be read to its end, but a second array of rows of layout un-comtrade stands behind 'imports': read each as a"
                        + " file of its own; file not read [file-not-readable]");
    }

    @Test
    void refusesAnObjectThatNamesAFigureTwice() {
        assertThat(Fixture.messages(Fixture.read(Fixture.text("a.json", "[" + SECOND.replace("\"netWgt\"", "\"primaryValue\"") + "]")))).containsExactly(
                "a.json: expected a file that can be read to its end, but the object in line 1 names 'primaryValue' twice; file not read [file-not-readable]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.881.334.377,5;12,57|1234,5;7,25", "1881334377,5;12,57|1234,5;7,25"})
    void readsTheNumbersOfASpreadsheetWithDecimalCommasAndSaysSo(String figures) {
        String[] rows = figures.split("\\|");
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.csv", "reporter;partner;flow;commodity;period;value;net_weight_kg\n"
                + "JPN;CHN;M;284690;2023;" + rows[0] + "\nJPN;VNM;M;284690;2023;" + rows[1] + "\n"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN :284690 2023 1881334377.5USD 12.57kg UNKNOWN complete", "JPN M VNM :284690 2023 1234.5USD 7.25kg UNKNOWN complete");
        boolean grouped = figures.startsWith("1.");
        assertThat(Fixture.messages(loaded)).containsExactly("t.csv: found '" + (grouped ? "1.881.334.377,5" : "1881334377,5")
                + "', expected numbers with decimal mark '.' and no thousands mark; all numbers of the table read with decimal mark ',' and "
                + (grouped ? "thousands mark '.'" : "no thousands mark") + " [other-number-style]");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "'", " ", "\u00a0", "\u202f"})
    void readsThousandsMarksThatCanBeNothingElse(String mark) {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.tidy(
                "JPN,CHN,M,284690,2023,\"" + "1,234,567.5".replace(",", mark) + "\"", "JPN,VNM,M,284690,2023,\"" + "1,234".replace(",", mark) + "\""));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN :284690 2023 1234567.5USD missing kg UNKNOWN complete", "JPN M VNM :284690 2023 1234USD missing kg UNKNOWN complete");
        assertThat(loaded.issues()).singleElement().matches(issue -> issue.code().equals(IssueCode.OTHER_NUMBER_STYLE.code()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234|5", "12,345|12,5.5", "12.345|12,5", "12,5|12.5", "1.234.567,5|1,234,567.5"})
    void takesNoOtherStyleWhereTheNumbersLeaveADoubt(String figures) {
        String[] rows = figures.split("\\|");
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.csv", "reporter;partner;flow;commodity;period;value\n"
                + "JPN;CHN;M;284690;2023;" + rows[0] + "\nJPN;VNM;M;284690;2023;" + rows[1] + "\n"));

        assertThat(loaded.issues()).noneMatch(issue -> issue.code().equals(IssueCode.OTHER_NUMBER_STYLE.code()));
        assertThat(loaded.files().get(0).rowsSetAside()).isPositive();
    }

    @Test
    void setsAsideWhatDoesNotFitTheStyleThatTheFirstNumbersShow() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.csv", "reporter;partner;flow;commodity;period;value\n"
                + "JPN;CHN;M;284690;2023;12,57\n".repeat(1) + "JPN;VNM;M;284690;2023;7,25\n" + "#\n".repeat(80) + "JPN;EST;M;284690;2023;7.25\n"));

        assertThat(Fixture.lines(loaded)).startsWith(
                "JPN M CHN :284690 2023 12.57USD missing kg UNKNOWN complete", "JPN M VNM :284690 2023 7.25USD missing kg UNKNOWN complete");
        assertThat(Fixture.messages(loaded)).contains(
                "t.csv:84: column 'value': found '7.25', expected a plain number with decimal mark ',' and no thousands mark; row set aside [ambiguous-number]");
    }

    @Test
    void readsCellsWithBlanksThatDoNotBreak() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.tidy("JPN\u00a0,\u00a0CHN,M,284690\u202f,2023,7\u00a0"));

        assertThat(loaded.issues()).isEmpty();
        assertThat(Fixture.lines(loaded)).containsExactly("JPN M CHN :284690 2023 7USD missing kg UNKNOWN complete");
    }

    @Test
    void takesTheFirstMonthForNoneWhereItMayBeTheTenthAsANumber() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("k.csv", "year,statCd,hsCd,impDlr,impWgt,expDlr,expWgt\n"
                + "2024.1,CN,2846901000,700,60,5,1\n2024.01,CN,2846901000,70,6,5,1\n"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "KOR M CHN HS-KOR2024:2846901000 2024-01 70USD 6kg CIF selected-partners");
        assertThat(Fixture.messages(loaded)).containsExactly(
                "k.csv:2: column 'year': found '2024.1', expected a period such as 03/2024 or 202403 or 2024; row set aside [bad-period]");
    }

    @Test
    void saysThatAnAnswerIsOnePageOfSeveral() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.json", "{\"data\":[" + SECOND + "],\"@odata.nextLink\":\"https://example.org/?$skip=1\"}"));

        assertThat(Fixture.messages(loaded)).containsExactly("a.json: found '@odata.nextLink', expected the last page of the answer, or all of it; rows"
                + " kept; more are on the pages behind, so that shares are upper bounds [row-limit-reached]");
        assertThat(Fixture.lines(loaded)).containsExactly("JPN M CHN HS2022:284690 2023 100USD 10kg CIF selected-partners");
    }

    /** As services name it: an address, a token, a flag, or a number of all rows that is larger than those there; before the rows or behind them. */
    @Test
    void saysThatAnAnswerIsOnePageHoweverItTellsSo() {
        String rows = "\"data\":[" + SECOND + "]";
        for (String says : List.of(
                "\"next\":\"https://example.org/2\"", "\"links\":{\"self\":\"x\",\"next\":\"https://example.org/2\"}", "\"nextPageToken\":\"abc\"",
                "\"pagination\":{\"has_more\":true}", "\"NEXT_KEY\":2", "\"totalCount\":2", "\"page\":{\"totalElements\":\"2\"}")) {
            for (String answer : List.of("{" + says + "," + rows + "}", "{" + rows + "," + says + "}")) {
                assertThat(Fixture.read(Fixture.text("a.json", answer)).files().get(0).issueCounts()).as(answer).containsEntry("row-limit-reached", 1L);
            }
        }
        for (String says : List.of(
                "\"next\":null", "\"next\":\"\"", "\"links\":{\"self\":\"x\"}", "\"pagination\":{\"has_more\":false}", "\"totalCount\":1", "\"count\":2")) {
            for (String answer : List.of("{" + says + "," + rows + "}", "{" + rows + "," + says + "}")) {
                assertThat(Fixture.read(Fixture.text("a.json", answer)).files().get(0).issueCounts()).as(answer).doesNotContainKey("row-limit-reached");
            }
        }
    }

    @Test
    void saysWhichColumnOfAMonthIsNotReadSinceNoMonthIsKnownByItsName() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("m.txt", "imported by Japan\nProduct: 284690 Compounds\nUnit : US Dollar thousand\n"
                + "Exporters\tImported value in 2024-M12\tImported value in 2024-M13\nChina\t1\t2\n"));

        assertThat(Fixture.lines(loaded)).containsExactly("JPN M CHN HS:284690 2024-12 1000USD missing kg CIF selected-partners");
        assertThat(Fixture.messages(loaded)).containsExactly("m.txt: column 'Imported value in 2024-M13': expected the name of a month, if it holds the figures of"
                + " one; column not read [column-perhaps-renamed]");
    }

    @Test
    void readsATableOfAWorkbookWithNotesBesideIt() {
        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("w.xlsx", Fixture.workbook(Map.of("Data", List.of(
                List.of("reporter", "partner", "flow", "commodity", "period", "value"),
                List.of("JPN", "CHN", "M", "284690", 2023, 7, "", "look here"),
                List.of("JPN", "VNM", "M", "284690", 45352, 8))))));

        assertThat(Fixture.lines(loaded)).containsExactly("JPN M CHN :284690 2023 7USD missing kg UNKNOWN complete");
        assertThat(Fixture.messages(loaded)).containsExactly(
                "w.xlsx [Data]:E3: column 'period': found '45352', expected a period such as 2024 or 2024-03 or 2024-Q1, and no date, which the cell of a spreadsheet keeps"
                        + " as a number of days; row set aside [bad-period]",
                "w.xlsx [Data]: found '1 row', expected no cell beyond the header's 6; cells beside the table, under no header, not read [trailing-cells]");
    }

    @Test
    void refusesTwoColumnsOfOnePeriodSinceAHeaderAboveMaySayWhatTheyAre() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("w.csv", "Data Type,Country,HTS Number,2023,Year 2024,2024\nCustoms Value,China,2846901000,1,2,3\n"));

        assertThat(Fixture.messages(loaded)).containsExactly("w.csv: expected a file that can be read to its end, but its columns 5 and 6, headed 'Year 2024' and"
                + " '2024', are of the same period, and nothing says in what they differ; file not read [file-not-readable]");
    }
}
