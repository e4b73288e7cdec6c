package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.Completeness.Reason;
import dev.lodestone.model.quality.Completeness.Verdict;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes below a table are none of its rows; a row that is damaged is never one of them. */
class NotesBelowTablesTest {

    private static final String TABLE = "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,2846,2023,60\nJPN,VNM,M,2846,2023,40\n";

    private static final List<String> FILES = List.of(
            "tidy.csv", "un-comtrade.csv", "un-comtrade-legacy.csv", "cepii-baci.csv", "eurostat-comext.csv");

    @ParameterizedTest
    @ValueSource(strings = {
            "Source: Japan Customs",
            "Source: Ministry of Finance, Trade Statistics of Japan, 2024",
            "Source: Ministry of Finance,,,,,",
            "Sources : douanes françaises",
            "Note: figures of 2023 are provisional, and may be revised",
            "Notes\n1) Values are CIF\n2) Weights are net",
            "* confidential",
            "(1) provisional",
            "1) revised in June 2024",
            "¹ without Hong Kong",
            "\nThis table was made for information only and binds nobody",
            "\n\n\"The ministry takes no responsibility, whatever is done with these figures.\"",
            "Figures of the last year are provisional and may be revised.",
            "Special value\n:,not available\nc,confidential\n\nObservation flags\np,provisional",
            "Special value,,,,,\n:,not available,,,,",
            "Last update: 2024-03-01",
            "Data extracted on 01/03/2024 11:00 from the database",
            "Quelle: Statistisches Bundesamt (Destatis), 2024",
            "© Statistisches Bundesamt (Destatis), 2024",
            "Stand: 01.03.2024 / 11:00",
            "Source : Eurostat\nChamp : France entière",
            "Fuente: Ministerio de Industria, Comercio y Turismo",
            "Fonte: Istat",
            "資料：財務省「貿易統計」",
            "注1) 速報値",
            "(注) 2023年は速報値である。",
            "※ 単位は千円",
            "출처: 관세청",
            "주: 잠정치",
            "자료 : 한국무역협회",
            "数据来源：中华人民共和国海关总署",
            "-----\n(2 rows affected)",
            "https://www.customs.go.jp/toukei/info/",
            "Total,,,,,100",
            "Total,,,,,100\nSource: Japan Customs"
    })
    void areNoRowsOfIt(String notes) {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.csv", TABLE + notes + "\n"));

        FileReport report = loaded.files().get(0);
        long lines = notes.lines().filter(line -> !line.isBlank()).count();
        assertThat(Fixture.counts(report)).isEqualTo((2 + lines) + " = 2 + " + lines + " + 0");
        assertThat(report.completeness().verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(report.issueCounts()).isEqualTo(Map.of("note-below-table", lines));
    }

    @Test
    void tellEachLineWithWhatItSays() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.csv", TABLE + "\nNote: provisional, revised\nTotal,,,,,100\n"));

        assertThat(loaded.issues()).extracting(Issue::message).containsExactly(
                "t.csv:5: found 'Note: provisional revised', expected rows of the table alone; taken for a note below the table, not read [note-below-table]",
                "t.csv:6: found 'Total 100', expected rows of the table alone; taken for the total of the whole table, not read [note-below-table]");
        assertThat(loaded.files().get(0).why()).endsWith("out of scope: 1 note below the table, 1 total of the whole table");
    }

    /** What is cut off, misspelt or of another table stays a row that cannot be read. */
    @ParameterizedTest
    @ValueSource(strings = {
            "JPN,USA,M,2846,2023",
            "JPN,USA,M,28",
            "JPN,USA",
            "JPN",
            "JP",
            "J",
            "\"JPN,USA",
            "Japan",
            "Antigua and Barb",
            "Saint Helena, Ascension and Tri",
            "JPN;USA;M;2846;2023;5",
            "JPN USA M 2846 2023 5",
            "*PN,USA,M,2846,2023,5",
            "*PN,USA,M",
            "(1) Japan,,,,,5",
            "Sources,USA,M,2846,2023,5",
            "???,???,?,????,????,?",
            "0,0,0,0,0,0",
            "2846",
            "Compounds of rare-earth metals, of yttrium or of sc",
            "Total,USA,M,2846,2023,5",
            ",USA,M,2846,2023,5",
            ",,,,,5",
            "*",
            "##"
    })
    void areNotMistakenForDamagedRows(String row) {
        for (String behind : List.of("", "\n", "\nSource: Japan Customs\n")) {
            FileReport report = Fixture.read(Fixture.text("t.csv", TABLE + row + behind)).files().get(0);

            assertThat(report.rowsSetAside()).as(row + behind).isEqualTo(1);
            assertThat(report.completeness().verdict()).as(row).isEqualTo(Verdict.BOUNDED);
            assertThat(report.completeness().reasons()).as(row).contains(Reason.UNTOLD_ROWS);
        }
    }

    @Test
    void standBelowItAndNeverAmongItsRows() {
        FileReport report = Fixture.read(Fixture.text("t.csv", TABLE + "Source: Japan Customs\nNote: revised\nJPN,USA,M,2846,2023,5\nSource: Japan Customs\n"))
                .files().get(0);

        assertThat(Fixture.counts(report)).isEqualTo("6 = 3 + 1 + 2");
        assertThat(report.completeness().reasons()).containsExactly(Reason.UNTOLD_ROWS);
    }

    @Test
    void standBelowEachOfTablesThatWereJoined() {
        FileReport report = Fixture.read(Fixture.text("t.csv", TABLE + "Source: Japan Customs\n" + TABLE.replace("JPN", "KOR") + "Source: Korea Customs\n"))
                .files().get(0);

        assertThat(Fixture.counts(report)).isEqualTo("7 = 4 + 3 + 0");
        assertThat(report.completeness().verdict()).isEqualTo(Verdict.COMPLETE);
    }

    /** A column whose texts look like notes: there a row cut off in its first cell would look like one, too. */
    @Test
    void areNotLookedForWhereRowsBeginLikeThem() {
        FileReport report = Fixture.read(Fixture.text(
                "t.csv", "source,reporter,partner,flow,commodity,period,value\nSource: customs,JPN,CHN,M,2846,2023,60\nSource: cus")).files().get(0);

        assertThat(Fixture.counts(report)).isEqualTo("2 = 1 + 0 + 1");
    }

    /** A blank line tells nothing where all rows have one before them. */
    @Test
    void areNotToldByBlankLinesThatStandBetweenRowsToo() {
        String apart = TABLE.replace("\n", "\n\n");

        assertThat(Fixture.counts(Fixture.read(Fixture.text("t.csv", apart + "the republic of nobody knows where\n")).files().get(0)))
                .isEqualTo("3 = 2 + 0 + 1");
        assertThat(Fixture.counts(Fixture.read(Fixture.text("t.csv", apart + "Source: customs\n")).files().get(0))).isEqualTo("3 = 2 + 1 + 0");
    }

    /** An answer that is cut is one whatever stands below it. */
    @Test
    void areNoneOfTheRowsAtWhichAPublisherCutsItsAnswers() {
        StringBuilder text = new StringBuilder("typeCode,freqCode,period,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,primaryValue\n");
        for (int i = 0; i < 500; i++) {
            text.append("C,A,").append(1990 + i % 30).append(",842,M,156,H6,").append(280510 + i / 30).append(',').append(i + 1).append('\n');
        }

        assertThat(Fixture.read(Fixture.text("cut.csv", text + "Source: UN Comtrade\n")).files().get(0).issueCounts())
                .containsEntry("row-limit-reached", 1L)
                .containsEntry("note-below-table", 1L);
    }

    @Test
    void areNoRowsOfAWorksheet() throws Exception {
        List<List<Object>> rows = new ArrayList<>();
        TABLE.lines().forEach(line -> rows.add(List.of((Object[]) line.split(","))));
        rows.add(List.of("Source: Japan Customs"));
        rows.add(List.of("This table was made for information only"));
        List<List<Object>> apart = new ArrayList<>(rows.subList(0, 3));
        apart.add(List.of());
        apart.add(List.of("This table was made for information only"));
        List<List<Object>> damaged = new ArrayList<>(rows.subList(0, 3));
        damaged.add(List.of("JPN"));

        assertThat(counts(rows)).containsExactly("4 = 2 + 2 + 0", "4 = 2 + 2 + 0");
        assertThat(counts(apart)).containsExactly("3 = 2 + 1 + 0", "3 = 2 + 1 + 0");
        assertThat(counts(damaged)).containsExactly("3 = 2 + 0 + 1", "3 = 2 + 0 + 1");
    }

    private static List<String> counts(List<List<Object>> rows) throws Exception {
        java.io.ByteArrayOutputStream old = new java.io.ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("S");
            for (int r = 0; r < rows.size(); r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < rows.get(r).size(); c++) {
                    row.createCell(c).setCellValue(rows.get(r).get(c).toString());
                }
            }
            workbook.write(old);
        }
        return List.of(
                Fixture.counts(Fixture.read(InputSource.ofBytes("w.xlsx", Fixture.workbook(Map.of("S", rows)))).files().get(0)),
                Fixture.counts(Fixture.read(InputSource.ofBytes("w.xls", old.toByteArray())).files().get(0)));
    }

    @Test
    void areNoRowsOfATableInAPage() {
        String page = "<html><table><tr><td>" + TABLE.strip().replace(",", "<td>").replace("\n", "</tr><tr><td>") + "</tr>";

        assertThat(Fixture.counts(Fixture.read(Fixture.text("p.xls", page + "<tr><td colspan=6>Source: Japan Customs</table>")).files().get(0)))
                .isEqualTo("3 = 2 + 1 + 0");
        assertThat(Fixture.counts(Fixture.read(Fixture.text("p.xls", page + "<tr><td>JPN<td>USA</table>")).files().get(0))).isEqualTo("3 = 2 + 0 + 1");
    }

    @Test
    void areNotTheRestOfARowWhoseQuoteIsNeverClosed() {
        String file = TABLE + "JPN,AUS,M,2846,2023,\"5\n#\" provisional\"\n";

        FileReport report = Fixture.read(Fixture.text("t.csv", file)).files().get(0);

        assertThat(Fixture.counts(report)).isEqualTo("4 = 2 + 0 + 2");
        assertThat(report.issueCounts()).containsKey("unclosed-quote").doesNotContainKey("note-below-table");
    }

    @Test
    void areNotDamagedRowsThatBeginWithAMark() {
        FileReport report = Fixture.read(Fixture.text("t.csv", TABLE + "X) ?JPN,AUS,M,HS2846,2) ?USD\n")).files().get(0);

        assertThat(Fixture.counts(report)).isEqualTo("3 = 2 + 0 + 1");
        assertThat(report.issueCounts()).doesNotContainKey("note-below-table");
        assertThat(Fixture.counts(Fixture.read(Fixture.text("t.csv", TABLE + "1) Figures of Japan, of China, and of others\n")).files().get(0)))
                .isEqualTo("3 = 2 + 1 + 0");
    }

    @Property(tries = 600, seed = "20261123")
    void areNeverSeenInAFileCutOffAnywhere(@ForAll("files") String file, @ForAll long seed) {
        byte[] bytes = Fixture.bytes(file);
        String whole = new String(bytes, StandardCharsets.UTF_8);
        int header = whole.indexOf('\n');
        int at = header + 1 + new Random(seed).nextInt(whole.length() - header - 1);

        for (FileReport report : Fixture.read(Fixture.text(file, whole.substring(0, at))).files()) {
            assertThat(report.issueCounts()).as(whole.substring(Math.max(0, at - 40), at)).doesNotContainKey("note-below-table");
        }
    }

    @Property(tries = 600, seed = "20261123")
    void areNeverSeenInARowWithALostOrDamagedPart(@ForAll("files") String file, @ForAll long seed) {
        Random random = new Random(seed);
        String whole = new String(Fixture.bytes(file), StandardCharsets.UTF_8).strip();
        int last = whole.lastIndexOf('\n') + 1;
        StringBuilder row = new StringBuilder(whole.substring(last));
        for (int i = 1 + random.nextInt(3); i > 0 && row.length() > 1; i--) {
            int at = random.nextInt(row.length());
            int to = Math.min(row.length(), at + 1 + random.nextInt(8));
            if (random.nextBoolean()) {
                row.delete(at, to);
            } else {
                row.replace(at, to, "*;#\"(1) ?".substring(random.nextInt(8)));
            }
        }

        for (FileReport report : Fixture.read(Fixture.text(file, whole.substring(0, last) + row + "\n")).files()) {
            assertThat(report.issueCounts()).as(row.toString()).doesNotContainKey("note-below-table");
        }
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(FILES);
    }
}
