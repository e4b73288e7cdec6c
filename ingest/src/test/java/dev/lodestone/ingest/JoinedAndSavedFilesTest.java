package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that analysts joined, or saved from a spreadsheet: equal figures, or a word why not. */
class JoinedAndSavedFilesTest {

    private static final String HEADER = "reporter,partner,flow,commodity,period,value,net_weight_kg\n";

    @ParameterizedTest
    @ValueSource(strings = {
        "reporter,partner,flow,commodity,period,net_weight_kg,value\nJPN,CHN,M,284690,2022,20,2000\n",
        "partner,reporter,flow,commodity,period,value,net_weight_kg\nCHN,JPN,M,284690,2022,2000,20\n",
        "Partner,Reporter,Flow,Commodity,Period,Value\nCHN,JPN,M,284690,2022,2000\n"
    })
    void refusesAFileInWhichAnotherOrderOfColumnsBegins(String joined) {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.csv", HEADER + "JPN,CHN,M,284690,2023,1000,10\n" + joined));

        assertThat(Fixture.messages(loaded)).containsExactly("t.csv: expected a file that can be read to its end, but the header stands once more in"
                + " line 3 and has other columns, or the same in another order: read what is below it as a file of its own; file not read"
                + " [file-not-readable]");
        assertThat(loaded.value().observations()).isEmpty();
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("1 = 0 + 0 + 1");
    }

    /** What R's write.table leaves where it is told of no separator. */
    @Test
    void readsCellsWithABlankBetweenThem() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.txt", """
                "reporter" "partner" "flow" "commodity" "period" "value" "source"
                "1" "JPN" "CHN" "M" "284690" 2023 600 "Japan Customs"
                "2" "JPN" "VNM" "M" "284690" 2023 40 NA
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN :284690 2023 600USD missing kg UNKNOWN complete", "JPN M VNM :284690 2023 40USD missing kg UNKNOWN complete");
        assertThat(loaded.files().get(0).why()).isEqualTo("6 required columns found in line 1, blanks, UTF-8");
        assertThat(Fixture.messages(Fixture.read(Fixture.text("t.txt", "country  year value\nViet Nam  2023\n")))).containsExactly(
                "t.txt: expected a known layout, but it has no row of several cells; it begins with 'country  year value'; where blanks stand between its cells,"
                        + " save it with commas, semicolons or tabs between them; file not read [file-not-recognised]");
        assertThat(Fixture.messages(Fixture.read(Fixture.text("t.txt", "Access to this page\nhas been denied\n")))).singleElement().asString()
                .doesNotContain("blanks");
    }

    @Test
    void saysOfLinesBetweenQuotesWhatToDo() {
        assertThat(Fixture.messages(Fixture.read(Fixture.text("q.csv", "\"reporter,partner,flow\"\n\"JPN,CHN,M\"\n")))).containsExactly(
                "q.csv: expected a known layout, but it has no row of several cells; it begins with 'reporter,partner,flow'; each line stands between"
                        + " quotes as a whole: save it without them; file not read [file-not-recognised]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-32LE", "UTF-32BE"})
    void readsTextOfFourBytesACharacterWithoutAMark(String encoding) {
        String text = "reporter,partner,flow,commodity,period,value,source\nJPN,CHN,M,284690,2023,600,Zürich 通商\n";

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("u.csv", text.getBytes(Charset.forName(encoding))));

        assertThat(Fixture.lines(loaded)).containsExactly("JPN M CHN :284690 2023 600USD missing kg UNKNOWN complete");
        assertThat(loaded.files().get(0).why()).contains("UTF-32");
    }

    /** Eurostat's table of tab-separated values, whose first cell holds the dimensions, as software reads and saves it. */
    @ParameterizedTest
    @ValueSource(strings = {
        "freq,reporter,partner,product,flow,indicators\\TIME_PERIOD\t2022 |A,DE,%s,28469010,1,VALUE_IN_EUROS\t%s ",
        "freq;reporter;partner;product;flow;indicators\\TIME_PERIOD\t2022 |A;DE;%s;28469010;1;VALUE_IN_EUROS\t%s ",
        "freq,reporter,partner,product,flow,indicators\\TIME_PERIOD;2022 |A,DE,%s,28469010,1,VALUE_IN_EUROS;%s ",
        "\"freq,reporter,partner,product,flow,indicators\\TIME_PERIOD\",2022 |\"A,DE,%s,28469010,1,VALUE_IN_EUROS\",%s ",
        ",\"freq,reporter,partner,product,flow,indicators\\TIME_PERIOD\",2022|0,\"A,DE,%s,28469010,1,VALUE_IN_EUROS\",%s",
        "freq,reporter,partner,product,flow,indicators\\TIME_PERIOD,2022|A,DE,%s,28469010,1,VALUE_IN_EUROS,%s"
    })
    void readsEurostatsJoinedDimensionsHoweverTheyWereSaved(String table) {
        String[] lines = table.split("\\|");
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text(
                "t.tsv", lines[0] + "\n" + lines[1].formatted("CN", "600") + "\n" + lines[1].formatted("VN", "5 e") + "\n"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "DEU M CHN CN2022:28469010 2022 600EUR missing kg CIF complete", "DEU M VNM CN2022:28469010 2022 ~5EUR missing kg CIF complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("2 = 2 + 0 + 0");
    }

    /** As a search for a code in a large file leaves it. */
    @Test
    void saysOfRowsThatWereCutFromAFileWhatIsMissing() {
        assertThat(Fixture.messages(Fixture.read(Fixture.text("b.csv", "2023,156,392,284610,10.5,0.4\n2023,156,842,284610,11.5,0.5\n")))).containsExactly(
                "b.csv: expected a known layout, but line 1 has 6 cells: 2023, 156, 392, 284610, 10.5, 0.4: figures and no names of columns; if it was"
                        + " cut from a file with a header, put that above it; 'inspect --draft' proposes a layout for it; file not read"
                        + " [file-not-recognised]");
        assertThat(Fixture.messages(Fixture.read(Fixture.text("w.csv", "Land,2022,2023,202401,284610,284690\nChina,1,2,3,4,5\n"))))
                .singleElement().asString().doesNotContain("no names of columns");
    }

    @Test
    void refusesYearsInAnotherOrderBelowAHeaderOfYears() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("w.csv", """
                Data Type,Country,HTS Number,2023,2024
                Customs Value,China,2846901000,1,2
                Data Type,Country,HTS Number,2024,2023
                Customs Value,Japan,2846901000,2,1
                """));

        assertThat(Fixture.messages(loaded)).containsExactly("w.csv: expected a file that can be read to its end, but the header stands once more in"
                + " line 3 and has other columns, or the same in another order: read what is below it as a file of its own; file not read"
                + " [file-not-readable]");
    }

    @Test
    void readsOnBelowTheSameHeaderInOtherLetters() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text(
                "t.csv", HEADER + "JPN,CHN,M,284690,2023,1000,10\n" + "Reporter,Partner,Flow,Commodity,Period,Value,Net_Weight_kg\nJPN,CHN,M,284690,2022,2000,20\n"));

        assertThat(loaded.issues()).isEmpty();
        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN :284690 2023 1000USD 10kg UNKNOWN complete", "JPN M CHN :284690 2022 2000USD 20kg UNKNOWN complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 2 + 1 + 0");
    }

    @Test
    void readsTextsThatWereKeptAsFormulas() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text(
                "t.csv", HEADER + "=\"JPN\",=\"CHN\",=\"M\",=\"010392\",=\"2023\",=\"1000\",\"=\"\"10\"\"\"\n"));

        assertThat(loaded.issues()).isEmpty();
        assertThat(Fixture.lines(loaded)).containsExactly("JPN M CHN :010392 2023 1000USD 10kg UNKNOWN complete");
    }

    @Test
    void readsNoOtherFormula() {
        assertThat(Fixture.messages(Fixture.read(Fixture.text("t.csv", HEADER + "JPN,CHN,M,284690,2023,=1+1,=\"1\"&\"2\"\n")))).containsExactly(
                "t.csv:2: column 'value': found '=1+1', expected the formula's result stored beside it; row set aside [formula-without-result]",
                "t.csv:2: column 'net_weight_kg': found '=\"1\"&\"2\"', expected the formula's result stored beside it; row set aside"
                        + " [formula-without-result]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,23.456\n2,7\n", "1,123.456\n2,999.123\n"})
    void asksOfNumbersThatCanBeThousandsOrDecimals(String values) {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.csv", numbers(values)));

        assertThat(loaded.files().get(0).issueCounts()).containsOnlyKeys("thousands-or-decimals");
        assertThat(loaded.value().observations()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,23.456\n2,7000\n", "1,23.456\n2,0.125\n", "1,23.456\n2,7.5\n", "1,2345.678\n2,23.456\n", "1,2\n2,3\n"})
    void asksNothingWhereOneNumberDecides(String values) {
        assertThat(Fixture.read(Fixture.text("t.csv", numbers(values))).issues()).isEmpty();
    }

    private static String numbers(String values) {
        StringBuilder text = new StringBuilder("reporter,partner,flow,commodity,period,value\n");
        values.lines().forEach(line -> text.append("JPN,CHN,M,284690,202").append(line).append('\n'));
        return text.toString();
    }

    @Test
    void asksNothingOfAPublisherThatWritesThousandths() {
        assertThat(Fixture.messages(Fixture.read(Fixture.text("baci.csv", "t,i,j,k,v,q\n2024,156,392,284690,5.123,1.125\n")))).isEmpty();
    }

    @Test
    void readsHeadersOfFiguresInAnyLetters() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("w.csv", """
                Imports For Consumption|Annual Data
                data type,country,hts number,quantity description,2024,2024_suppressed
                First Unit of Quantity,China,2846901000,kilograms,5,1
                """));

        assertThat(Fixture.lines(loaded)).containsExactly("USA M CHN HTS:2846901000 2024 missing USD suppressed kg UNKNOWN selected-partners");
    }

    @Test
    void readsEveryDigitOfACodeWithDots() {
        String sdmx = "DATAFLOW,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n"
                + "ESTAT:DS-045409(1.0),M,DE,CN,2846.90.60: other,1,VALUE_IN_EUROS,2024-03,9\n";
        String tradeOnline = "Commodity,Country,Time,Customs Value (Gen) ($US)\n2846.90 Compounds,China,2023,9\n";

        assertThat(Fixture.lines(Fixture.read(Fixture.text("s.csv", sdmx)))).containsExactly("DEU M CHN CN2024:28469060 2024-03 9EUR missing kg CIF selected-partners");
        assertThat(Fixture.lines(Fixture.read(Fixture.text("u.csv", tradeOnline)))).containsExactly(
                "USA M CHN HTS:284690 2023 9USD missing kg CUSTOMS selected-partners");
    }

    @Test
    void leavesNoCodeOutThatASpreadsheetBent() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("ots.csv", """
                MonthId,FlowTypeId,Cn8Code,CountryCodeAlpha,Value,NetMass
                202403,3,2.85E+07,CN,700,60
                202403,3,28469060 - other,CN,700,60
                """));

        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("2 = 0 + 0 + 2");
        assertThat(loaded.files().get(0).issueCounts()).containsEntry("bad-commodity-code", 2L);
    }

    @Test
    void saysOfFilesThatItCannotReadWhatToDo() {
        byte[] nothing = {'x'};
        byte[] openDocument = Fixture.zip(Map.of("mimetype", nothing, "content.xml", nothing, "META-INF/manifest.xml", nothing));
        byte[] binary = Fixture.zip(Map.of("[Content_Types].xml", nothing, "xl/workbook.bin", nothing));
        byte[] pdf = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

        Loaded<TradeDataset> loaded = Fixture.read(
                InputSource.ofBytes("t.ods", openDocument), InputSource.ofBytes("t.xlsb", binary), InputSource.ofBytes("t.pdf", pdf),
                InputSource.ofBytes("a.zip", Fixture.zip(Map.of("t.ods", openDocument))),
                InputSource.ofBytes("t.numbers", Fixture.zip(Map.of("Index/Document.iwa", new byte[4], "Metadata/Properties.plist", new byte[4]))));

        assertThat(Fixture.messages(loaded)).isEqualTo(List.of(
                "t.ods: expected a known layout, but it is an OpenDocument spreadsheet: save it as xlsx or csv first; file not read [file-not-recognised]",
                "t.xlsb: expected a known layout, but it is a binary workbook (xlsb): save it as xlsx or csv first; file not read [file-not-recognised]",
                "t.pdf: expected a known layout, but it is a PDF, which holds no table but its picture: fetch the figures as a table; file not read"
                        + " [file-not-recognised]",
                "a.zip!t.ods: expected a known layout, but it is an OpenDocument spreadsheet: save it as xlsx or csv first; file not read"
                        + " [file-not-recognised]",
                "t.numbers: expected a known layout, but it is a document of Numbers: export it as xlsx or csv first; file not read [file-not-recognised]"));
    }

    /** Files of other software, told by how they begin: the name says nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3c73746174615f6474613e                 | data of Stata (dta): write it with 'export delimited' first
            7302010053                             | data of Stata (dta): write it with 'export delimited' first
            580a00000003                           | data of R (rds, RData): write it with write.csv first
            524458330a580a                         | data of R (rds, RData): write it with write.csv first
            24464c32402823292053505353             | data of SPSS (sav): save it as csv first
            000000000000000000000000c2ea8160b314   | data of SAS (sas7bdat): write it with PROC EXPORT as csv first
            4152524f57310000ff                     | an Arrow or Feather table: write it as csv first
            8004952a00                             | an object of Python (pickle), which is never opened since it may run code: write it with to_csv first
            53514c69746520666f726d6174203300       | a database (SQLite or Access): export its table as csv first
            000100005374616e64617264204a6574204442 | a database (SQLite or Access): export its table as csv first
            894844460d0a                           | a file of HDF5: write its table as csv first
            89504e470d0a1a0a                       | a picture: fetch the figures as a table
            28b52ffd00                             | packed with Zstandard: unpack it first
            7b5c727466315c616e7369                 | a document of text or slides, whose tables are not read: save the figures as xlsx or csv
            5b496e7465726e657453686f72746375745d0a | a bookmark of a web page, not the page: open it and save what it leads to
            76657273696f6e2068747470733a2f2f6769742d6c66732e | a pointer of Git to a file kept elsewhere: fetch that with 'git lfs pull'
            3c3f786d6c3f3e3c6f66666963653a646f63756d656e7420 | an OpenDocument spreadsheet: save it as xlsx or csv first
            """)
    void saysOfFilesOfOtherSoftwareWhatToDo(String beginning, String told) {
        byte[] bytes = Arrays.copyOf(HexFormat.of().parseHex(beginning), beginning.length() / 2 + 40);

        assertThat(Fixture.messages(Fixture.read(InputSource.ofBytes("trade.csv", bytes)))).containsExactly(
                "trade.csv: expected a known layout, but it is " + told + "; file not read [file-not-recognised]");
        assertThat(Fixture.messages(Fixture.read(InputSource.ofBytes("trade.csv.gz", Fixture.gzip(bytes))))).containsExactly(
                "trade.csv.gz!trade.csv: expected a known layout, but it is " + told + "; file not read [file-not-recognised]");
    }

    @Test
    void saysOfADocumentOfTextThatItsTablesAreNotRead() {
        byte[] document = Fixture.zip(Map.of("[Content_Types].xml", new byte[1], "word/document.xml", new byte[1]));

        assertThat(Fixture.messages(Fixture.read(InputSource.ofBytes("t.docx", document)))).containsExactly("t.docx: expected a known layout, but it is a"
                + " document of text or slides, whose tables are not read: save the figures as xlsx or csv; file not read [file-not-recognised]");
    }
}
