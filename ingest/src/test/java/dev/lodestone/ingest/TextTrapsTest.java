package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that is empty, doubled, endless or no text is read or refused aloud; files of known publishers keep their meaning when rearranged. */
class TextTrapsTest {

    private static final String HEADER = "reporter,partner,flow,commodity,period,value\n";
    private static final String ROW = "JPN,CHN,M,2846,2023,1\n";
    private static final String READ = "JPN M CHN :2846 2023 1USD missing kg UNKNOWN complete";

    @ParameterizedTest
    @ValueSource(strings = {"\n\n  \n", "\uFEFF", "\uFEFF\r\n", " "})
    void saysThatAFileHoldsNothing(String text) {
        assertThat(Fixture.messages(Fixture.read(Fixture.text("t.csv", text)))).containsExactly(
                "t.csv: expected a known layout, but it holds nothing but blanks; file not read [file-not-recognised]");
    }

    @Test
    void readsATableInWhichADecimalMarkStandsBetweenThousandsWhereOneNumberShowsBothMarks() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.csv", """
                reporter;partner;flow;commodity;period;value
                JPN;CHN;M;284690;2023;1.234.567,5
                JPN;VNM;M;284690;2023;23.456
                JPN;EST;M;284690;2023;456
                """));

        assertThat(Fixture.messages(loaded)).containsExactly("t.csv: found '1.234.567,5', expected numbers with decimal mark '.' and no thousands mark; all"
                + " numbers of the table read with decimal mark ',' and thousands mark '.' [other-number-style]");
        assertThat(Fixture.lines(loaded)).as("23.456 is not 23 and a half").containsExactly(
                "JPN M CHN :284690 2023 1234567.5USD missing kg UNKNOWN complete",
                "JPN M VNM :284690 2023 23456USD missing kg UNKNOWN complete",
                "JPN M EST :284690 2023 456USD missing kg UNKNOWN complete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPN,CHN,M,'284690','2023','1234.5", "JPN,CHN,M,'284690,2023,'1234.5'", "JPN,CHN,M,284690,'2023,1234.5", "'JPN,'CHN','M,'284690,'2023,'1234.5"})
    void readsWhatAnApostropheMarksAsText(String row) {
        assertThat(Fixture.lines(Fixture.read(Fixture.text("t.csv", HEADER + row + "\n"))))
                .containsExactly("JPN M CHN :284690 2023 1234.5USD missing kg UNKNOWN complete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "''", "'12'34", "'n/a'", "12'"})
    void guessesNoAmountFromOtherApostrophes(String amount) {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.csv", HEADER + "JPN,CHN,M,284690,2023," + amount + "\n"));

        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("1 = 0 + 0 + 1");
    }

    @Test
    void tellsTextWhoseColumnsStandAtPlacesOfTheirOwn() {
        String told = "; its columns look as if each stood at a place of its own, with blanks between them: save it with commas, semicolons or tabs"
                + " between them; file not read [file-not-recognised]";

        assertThat(Fixture.messages(Fixture.read(Fixture.text("t.txt", """
                Country             HTS              Quantity
                China               2846900000         98,765
                Viet Nam            2846900000            678
                Japan               2846900000            111
                """)))).singleElement().asString().endsWith(told);
        assertThat(Fixture.messages(Fixture.read(Fixture.text("t.txt", """
                Prose, that is  no table.  It has
                runs of  blanks here  and
                there, at  places that
                are  never   the same.
                """)))).singleElement().asString().doesNotContain("place of its own");
    }

    @Test
    void refusesATableInWhichADecimalMarkStandsBetweenThousands() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.csv", """
                reporter;partner;flow;commodity;period;value
                JPN;CHN;M;284690;2023;1.234.567
                JPN;VNM;M;284690;2023;23.456
                JPN;EST;M;284690;2023;456
                """));

        assertThat(Fixture.messages(loaded)).last().isEqualTo("t.csv: expected a file that can be read to its end, but in its numbers, such as"
                + " '1.234.567', '.' stands between thousands, where layout tidy has it before decimals: numbers of a thousand may be read as"
                + " numbers of one. Declare the file's own numbers in a layout; file not read [file-not-readable]");
        assertThat(loaded.value().observations()).as("23.456 is not 23 and a half").isEmpty();
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 0 + 0 + 3");
    }

    @Test
    void tellsNumbersWithoutTheirLastDigitsFromThoseWithAll() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.tidy(
                "JPN,CHN,M,284690,2023,1.5e1", "JPN,KOR,M,284690,2023,2.50E-3", "JPN,VNM,M,284690,2023,1e+05", "JPN,DEU,M,284690,2023,1.25E+2"));

        assertThat(Fixture.messages(loaded)).containsExactly("t.csv: found '1 number such as 1e+05', expected every digit that the publisher gives;"
                + " read as they stand: a spreadsheet that shows large numbers so has rounded them [digits-cut]");
        assertThat(loaded.files().get(0).rowsKept()).isEqualTo(4);
    }

    @Test
    void setsASingleOddNumberAsideAlone() {
        StringBuilder text = new StringBuilder("reporter,partner,flow,commodity,period,value\nJPN,CHN,M,284690,2023,1.234.567\n");
        for (int i = 0; i < 200; i++) {
            text.append("JPN,CHN,M,").append(100_000 + i).append(",2023,23.456\n");
        }

        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.csv", text.toString()));

        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("201 = 200 + 0 + 1");
    }

    @Test
    void saysThatAnArchiveHoldsNothing() {
        assertThat(Fixture.messages(Fixture.read(InputSource.ofBytes("o.zip", Fixture.zip(Map.of()))))).containsExactly(
                "o.zip: expected data, but the archive holds no file; file not read [file-empty]");
    }

    @Test
    void readsAHeaderWithoutALineEndAsAnEmptyTable() {
        assertThat(Fixture.messages(Fixture.read(Fixture.text("t.csv", HEADER.strip()))))
                .containsExactly("t.csv: expected at least one row below the header; nothing to read [file-empty]");
    }

    @Test
    void readsFilesThatWereJoinedWithTheirHeaders() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.csv", HEADER + ROW + HEADER + "JPN,USA,M,2846,2023,2\n"));

        assertThat(Fixture.lines(loaded)).containsExactly(READ, "JPN M USA :2846 2023 2USD missing kg UNKNOWN complete");
        assertThat(loaded.issues()).isEmpty();
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 2 + 1 + 0");
    }

    @Test
    void findsTheHeaderBelowNotes() {
        assertThat(Fixture.lines(Fixture.read(Fixture.text("t.csv", "Imports of Japan\n\"fetched, by hand\"\n\n" + HEADER + ROW)))).containsExactly(READ);
    }

    @ParameterizedTest
    @CsvSource({"value, value", "value, Value", "value, ' VALUE '"})
    void refusesAColumnThatStandsTwice(String one, String other) {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.csv", HEADER.strip().replace("value", one + "," + other) + "\nJPN,CHN,M,2846,2023,1,2\n"));

        assertThat(Fixture.messages(loaded)).containsExactly(
                "t.csv: expected a known layout, but layout tidy fits, but its column 'value' stands twice; file not read [file-not-recognised]");
    }

    @Test
    void refusesAHeaderOfTwoHundredThousandColumns() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.csv", HEADER.strip() + ",x".repeat(200_000) + "\n" + ROW));

        assertThat(Fixture.messages(loaded)).containsExactly("t.csv: expected a known layout, but line 1 has more than 1048576 characters and 16384"
                + " cells in a line; 'inspect --draft' proposes a layout for it; file not read [file-not-recognised]");
    }

    @Test
    void setsZeroBytesAsideAndShowsNone() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.csv", HEADER + "JPN,CHN,M,2846,2023,1\0\n" + "\0".repeat(2_000)));

        FileReport report = loaded.files().get(0);
        assertThat(Fixture.counts(report)).isEqualTo("2 = 0 + 0 + 2");
        assertThat(report.issueCounts()).containsOnly(Map.entry("bad-number", 1L), Map.entry("wrong-cell-count", 1L));
        assertThat(Fixture.messages(loaded)).noneMatch(message -> message.contains("\0"));
    }

    @Test
    void saysInItsOwnWordsThatJsonIsTooDeep() {
        assertThat(Fixture.messages(Fixture.read(Fixture.text("t.json", "[".repeat(5_000))))).containsExactly(
                "t.json: expected a file that can be read to its end, but a text, a number or the nesting in it is larger than any in statistics;"
                        + " file not read [file-not-readable]");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "primaryvalue,PARTNERCODE,reportercode,FlowCode,cmdcode,PERIOD,classificationcode\n9,156,392,M,284690,202403,H6\n",
        "period;cmdCode;reporterISO;partnerISO;flowDesc;primaryValue;classificationCode\n202403;284690;JPN;CHN;Import;9;H6\n",
        "primaryValue\tclassificationCode\tpartnerDesc\treporterDesc\tflowCode\tperiod\tcmdCode\n9\tH6\tChina\tJapan\tM\t202403\t284690\n"
    })
    void readsComtradesMonthsInAnyOrderCaseAndSelectionOfColumns(String text) {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("comtrade.csv", text));

        assertThat(Fixture.lines(loaded)).containsExactly("JPN M CHN HS2022:284690 2024-03 9USD missing kg CIF selected-partners");
        assertThat(Fixture.messages(loaded)).containsExactly("comtrade.csv: expected a column 'netWgt' or 'net_wgt' of net weights, where the file was"
                + " saved with it; net weights are missing [column-not-there]");
    }

    @Test
    void readsComextWithLabelsInAnotherLanguage() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("comext.csv", """
                DATAFLOW,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE
                ESTAT:DS-045409(1.0),M: Mensuelle,DE: Allemagne,CN: Chine,28469060: Composés,1: IMPORTATION,VALUE_IN_EUROS: Valeur en euros,2024-03,9
                """));

        assertThat(Fixture.lines(loaded)).containsExactly("DEU M CHN CN2024:28469060 2024-03 9EUR missing kg CIF selected-partners");
    }

    @Test
    void saysWhatASelectionOfColumnsLacks() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("comtrade.csv", "period,reporterCode,partnerCode,cmdCode,primaryValue\n2023,392,156,284690,9\n"));

        assertThat(Fixture.messages(loaded)).singleElement().asString()
                .contains("nearest is layout un-comtrade: line 1 has 5 of its 6 required columns; missing: flowCode or flowDesc or flow_code");
    }

    /** Ended with an exception: asked whether a cell of a column that is not there is a number. */
    @Test
    void tellsOfAMonthWhoseYearHasNoColumn() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("c.json", """
                [["CTY_CODE","CTY_NAME","I_COMMODITY","GEN_VAL_MO","GEN_QY1_MO","UNIT_QY1","MONTH"],
                ["5700","CHINA","284690","700","60","KG","02"]]
                """));

        assertThat(Fixture.messages(loaded)).contains("c.json:[1]: found '-02', expected a period such as 2024 or 2024-03; row set aside [bad-period]");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("1 = 0 + 0 + 1");
    }

    @Test
    void saysWhatBecameOfACodeThatASpreadsheetRounded() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.tidy("DEU,CHN,M,2.8053E+05,2023,100", "DEU,JPN,M,284690,2023,50"));

        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("2 = 1 + 0 + 1");
        assertThat(Fixture.messages(loaded)).containsExactly("t.csv:2: column 'commodity': found '2.8053E+05', expected a commodity code of 2 to 12 digits;"
                + " a spreadsheet took the code for a number and rounded it: fetch the file again, and keep the column as text; row set aside [bad-commodity-code]");
    }
}
