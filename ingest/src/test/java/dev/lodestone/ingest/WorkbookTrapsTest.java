package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What workbooks hide, compute, merge, lock or break is read or refused aloud. */
class WorkbookTrapsTest {

    private static final List<Object> HEADER = List.of("reporter", "partner", "flow", "commodity", "period", "value");
    private static final List<Object> CHINA = List.of("JPN", "CHN", "M", "2846", 2023, 1);
    private static final List<Object> KOREA = List.of("JPN", "KOR", "M", "2846", 2023, 2);
    private static final String CHINA_READ = "JPN M CHN :2846 2023 1USD missing kg UNKNOWN complete";
    private static final String KOREA_READ = "JPN M KOR :2846 2023 2USD missing kg UNKNOWN complete";

    @Test
    void tellsOfHowManyPartsAWorkbookIsTooLarge() {
        Map<String, byte[]> parts = new LinkedHashMap<>(Map.of("[Content_Types].xml", new byte[0], "xl/workbook.xml", new byte[0]));
        for (int sheet = 0; sheet < 1_000; sheet++) {
            parts.put("xl/worksheets/sheet" + sheet + ".xml", new byte[0]);
        }

        assertThat(Fixture.messages(Fixture.read(InputSource.ofBytes("a.xlsx", Fixture.zip(parts))))).containsExactly(
                "a.xlsx: expected a file that can be read to its end, but the workbook holds 1002 parts (sheets, pictures and the like), more than 1000: save"
                        + " the sheets that are wanted in a workbook of their own; file not read [file-not-readable]");
    }

    @Test
    void readsAFormulaByItsStoredResultAndNeverWithoutOne() {
        Loaded<TradeDataset> loaded = read(Fixture.workbook(workbook -> {
            XSSFSheet sheet = Fixture.sheet(
                    workbook, "S", HEADER, List.of("JPN", "CHN", "M", "2846", 2023), List.of("JPN", "KOR", "M", "2846", 2023),
                    List.of("JPN", "USA", "M", "2846", 2023));
            sheet.getRow(1).createCell(5).setCellFormula("3+4");
            sheet.getRow(2).createCell(5).setCellFormula("1/0");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            sheet.getRow(3).createCell(5).setCellFormula("3+4");
        }));

        assertThat(Fixture.lines(loaded)).startsWith("JPN M CHN :2846 2023 7USD missing kg UNKNOWN complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 1 + 0 + 2");
        assertThat(loaded.files().get(0).issueCounts()).containsOnly(Map.entry("spreadsheet-error", 1L), Map.entry("formula-without-result", 1L));
    }

    @Test
    void readsHiddenRowsAndSaysHowMany() {
        Loaded<TradeDataset> loaded = read(Fixture.workbook(workbook -> Fixture.sheet(workbook, "S", HEADER, CHINA, KOREA).getRow(2).setZeroHeight(true)));

        assertThat(Fixture.lines(loaded)).containsExactly(CHINA_READ, KOREA_READ);
        assertThat(Fixture.messages(loaded)).containsExactly(
                "w.xlsx [S]: found '1 hidden row', expected a sheet that shows what it holds; read as all others [hidden-rows]");
    }

    @Test
    void fillsRowsFromTheMergedCellsInWhichTheyStand() {
        Loaded<TradeDataset> loaded = read(Fixture.workbook(workbook -> merged(Fixture.sheet(
                workbook, "S", HEADER, CHINA, List.of("", "KOR", "", "2846", "", 2), List.of("", "DEU", "", "2846", "", 3),
                List.of("", "FRA", "M", "2846", 2023, 4)))));

        assertThat(Fixture.lines(loaded)).containsExactly(
                CHINA_READ, KOREA_READ, "JPN M DEU :2846 2023 3USD missing kg UNKNOWN complete");
        assertThat(Fixture.messages(loaded)).containsExactly(
                "w.xlsx [S]:A5: column 'reporter': expected a code of the reporter; row set aside [missing-cell]",
                "w.xlsx [S]: found '2 rows', expected a text in every cell; filled with the text of the merged cells in which they stand"
                        + " [merged-cells]");
    }

    @Test
    void fillsRowsOfOldWorkbooksToo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("S");
            List<List<Object>> rows = List.of(HEADER, CHINA, List.of("", "KOR", "", "2846", "", 2));
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < HEADER.size(); c++) {
                    Object value = rows.get(r).get(c);
                    Cell cell = sheet.getRow(r) == null ? sheet.createRow(r).createCell(c) : sheet.getRow(r).createCell(c);
                    if (value instanceof Integer number) {
                        cell.setCellValue(number);
                    } else {
                        cell.setCellValue(value.toString());
                    }
                }
            }
            merged(sheet);
            workbook.write(out);
        }

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("w.xls", out.toByteArray()));

        assertThat(Fixture.lines(loaded)).containsExactly(CHINA_READ, KOREA_READ);
        assertThat(loaded.files().get(0).issueCounts()).containsOnlyKeys("merged-cells");
    }

    /** Merges reporter, flow and period of the rows 2 to 4. */
    private static void merged(Sheet sheet) {
        for (int column : new int[] {0, 2, 4}) {
            sheet.addMergedRegion(new CellRangeAddress(1, 3, column, column));
        }
    }

    @Test
    void setsRowsAsideThatShareAFigureAndGivesItToNoneOfThem() {
        Loaded<TradeDataset> loaded = read(Fixture.workbook(workbook -> Fixture
                .sheet(
                        workbook, "S", HEADER, CHINA, List.of("JPN", "KOR", "M", "2846", 2023, ""), List.of("JPN", "VNM", "M", "2846", 2023, ""),
                        List.of("JPN", "DEU", "M", "2846", 2023, 4), List.of("JPN", "FRA", "M", "2846", 2023, ""))
                .addMergedRegion(new CellRangeAddress(1, 3, 5, 5))));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M DEU :2846 2023 4USD missing kg UNKNOWN complete",
                "JPN M FRA :2846 2023 missing USD missing kg UNKNOWN complete",
                "JPN M CHN :2846 2023 missing USD missing kg UNKNOWN complete",
                "JPN M KOR :2846 2023 missing USD missing kg UNKNOWN complete",
                "JPN M VNM :2846 2023 missing USD missing kg UNKNOWN complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("5 = 2 + 0 + 3");
        assertThat(Fixture.messages(loaded)).containsExactly(
                "w.xlsx [S]:F2: column 'value': found '1', expected a figure of one row, but its cell is merged over the rows 2 to 4; rows set"
                        + " aside [merged-figure]");
    }

    @Test
    void aFigureMergedOverItsRowAndEmptyOnesIsThatRows() {
        Loaded<TradeDataset> loaded = read(Fixture.workbook(workbook -> Fixture
                .sheet(workbook, "S", HEADER, CHINA, List.of(), List.of("JPN", "KOR", "M", "2846", 2023, ""))
                .addMergedRegion(new CellRangeAddress(1, 2, 5, 5))));

        assertThat(Fixture.lines(loaded)).first().isEqualTo(CHINA_READ);
        assertThat(loaded.issues()).isEmpty();
    }

    @Test
    void setsRowsOfYearsInColumnsAsideThatShareAFigure() {
        Loaded<TradeDataset> loaded = read(Fixture.workbook(workbook -> Fixture
                .sheet(
                        workbook, "S",
                        List.of("Imports For Consumption|Annual Data"),
                        List.of("Data Type", "Country", "HTS Number", "2023", "2024"),
                        List.of("Customs Value", "China", "2846", 1, 100),
                        List.of("Customs Value", "Japan", "2846", 2, ""),
                        List.of("Customs Value", "France", "2846", 3, 4))
                .addMergedRegion(new CellRangeAddress(2, 3, 4, 4))));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "USA M FRA HTS:2846 2023 3USD missing kg CUSTOMS selected-partners", "USA M FRA HTS:2846 2024 4USD missing kg CUSTOMS selected-partners");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 1 + 0 + 2");
        assertThat(Fixture.messages(loaded)).containsExactly(
                "w.xlsx [S]:E3: column '2024': found '100', expected a figure of one row, but its cell is merged over the rows 3 to 4; rows set"
                        + " aside [merged-figure]",
                "w.xlsx [S]: expected rows of the measure 'First Unit of Quantity' or 'General First Unit of Quantity' or"
                        + " 'General 1st Unit of Qty', where the file was saved with them; net weights are missing, unless another file of the run has"
                        + " them [column-not-there]");
    }

    @Test
    void setsRowsOfAPageAsideThatShareAFigure() {
        String header = "<tr><th>reporter<th>partner<th>flow<th>commodity<th>period<th>value</tr>";
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("p.xls", "<html><table>" + header
                + "<tr><td rowspan=3>JPN<td>CHN<td>M<td>2846<td>2023<td rowspan=2>100</tr>"
                + "<tr><td>KOR<td>M<td>2846<td>2023</tr><tr><td>DEU<td>M<td>2846<td>2023<td>7</tr></table></html>"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M DEU :2846 2023 7USD missing kg UNKNOWN complete",
                "JPN M CHN :2846 2023 missing USD missing kg UNKNOWN complete",
                "JPN M KOR :2846 2023 missing USD missing kg UNKNOWN complete");
        assertThat(Fixture.messages(loaded)).containsExactly(
                "p.xls:1: column 'value': found '100', expected a figure of one row, but its cell is merged over 2 rows; rows set aside"
                        + " [merged-figure]");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 1 + 0 + 2");
    }

    @Test
    void takesATypedNumberWithAPowerOfTenForWhole() {
        Loaded<TradeDataset> loaded = read(Fixture.workbook(workbook -> Fixture.sheet(
                workbook, "S", HEADER, List.of("JPN", "CHN", "M", "2846", 2023, 1.5e10))));

        assertThat(Fixture.lines(loaded)).containsExactly("JPN M CHN :2846 2023 15000000000USD missing kg UNKNOWN complete");
        assertThat(loaded.issues()).isEmpty();
    }

    @Test
    void refusesASheetOfMoreMergedCellsThanAnybodyMerges() throws IOException {
        byte[] workbook = Fixture.workbook(made -> Fixture
                .sheet(made, "S", HEADER, CHINA, List.of("", "KOR", "M", "2846", 2023, 2))
                .addMergedRegion(new CellRangeAddress(1, 2, 0, 0)));
        Random random = new Random(1);
        StringBuilder regions = new StringBuilder();
        for (int i = 0; i <= 100_000; i++) {
            regions.append("<mergeCell ref=\"B").append(random.nextInt(1_000_000)).append(":C").append(random.nextInt(1_000_000)).append("\"/>");
        }
        byte[] many = replaced(workbook, "xl/worksheets/sheet1.xml", text -> text.replace("<mergeCell ref=\"A2:A3\"/>", regions));

        assertThat(Fixture.messages(read(many))).containsExactly(
                "w.xlsx [S]: expected a file that can be read to its end, but the sheet has more than 100000 merged cells; file not read"
                        + " [file-not-readable]");
    }

    @Test
    void findsTheHeaderBelowATitleThatSomebodyWrote() {
        Loaded<TradeDataset> loaded = read(Fixture.workbook(workbook -> Fixture
                .sheet(workbook, "S", List.of("Imports of Japan"), List.of(), HEADER, CHINA)
                .addMergedRegion(new CellRangeAddress(0, 0, 0, 5))));

        assertThat(Fixture.lines(loaded)).containsExactly(CHINA_READ);
    }

    @Test
    void readsASecondTableOfTheSameHeaderBelowTheFirst() {
        Loaded<TradeDataset> loaded = read(Fixture.workbook(workbook -> Fixture.sheet(workbook, "S", HEADER, CHINA, List.of(), HEADER, KOREA)));

        assertThat(Fixture.lines(loaded)).containsExactly(CHINA_READ, KOREA_READ);
        assertThat(loaded.files().get(0).why()).endsWith("out of scope: 1 header once more");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 2 + 1 + 0");
    }

    @Test
    void setsASecondTableOfAnotherHeaderAside() {
        Loaded<TradeDataset> loaded = read(Fixture.workbook(workbook -> Fixture.sheet(
                workbook, "S", HEADER, CHINA, List.of("t", "i", "j", "k", "v", "q"), List.of(2023, 410, 392, "284690", 1.5, 2))));

        assertThat(Fixture.lines(loaded)).containsExactly(CHINA_READ);
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 1 + 0 + 2");
    }

    @Test
    void refusesTwoTablesBesideEachOther() {
        List<Object> twice = new ArrayList<>(HEADER);
        twice.add("");
        twice.addAll(HEADER);

        assertThat(Fixture.messages(read(Fixture.workbook(workbook -> Fixture.sheet(workbook, "S", twice, CHINA))))).containsExactly(
                "w.xlsx: expected a known layout, but layout tidy fits, but its column 'commodity' stands twice; file not read"
                        + " [file-not-recognised]");
    }

    @Test
    void setsDaysAsideWhereTheLayoutHasYears() {
        Loaded<TradeDataset> loaded = read(Fixture.workbook(workbook -> Fixture.sheet(
                workbook, "S", HEADER, List.of("JPN", "CHN", "M", "2846", java.time.LocalDate.of(2024, 3, 1).toEpochDay() + 25_569, 1))));

        assertThat(Fixture.messages(loaded)).containsExactly(
                "w.xlsx [S]:E2: column 'period': found '45352', expected a period such as 2024 or 2024-03 or 2024-Q1, and no date, which the cell of a spreadsheet keeps as a"
                        + " number of days; row set aside [bad-period]");
    }

    @Test
    void saysThatAWorkbookIsEncrypted() throws IOException, GeneralSecurityException {
        ByteArrayOutputStream locked = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream stream = encryptor.getDataStream(container)) {
                stream.write(plain());
            }
            container.writeFilesystem(locked);
        }

        assertThat(Fixture.messages(read(locked.toByteArray()))).containsExactly(
                "w.xlsx: expected a file that can be read to its end, but it is encrypted: open it with its password and save it without one;"
                        + " file not read [file-not-readable]");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "xl/sharedStrings.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"
    })
    void printsNothingAboutADamagedWorkbook(String part) throws IOException {
        for (byte[] damage : List.of("<<&".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xE2, 'x', (byte) 0xFF}, new byte[0])) {
            PrintStream before = System.err;
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
            Loaded<TradeDataset> loaded;
            try {
                loaded = read(damaged(plain(), part, damage));
            } finally {
                System.setErr(before);
            }

            assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
            assertThat(loaded.value().observations()).isEmpty();
            assertThat(loaded.files().get(0).isRecognised()).isFalse();
            assertThat(loaded.issues()).isNotEmpty();
            assertThat(Fixture.messages(loaded)).noneMatch(message -> message.contains("Exception") || message.contains("/tmp"));
        }
    }

    @Test
    void saysThatAWorkbookBreaksOff() throws IOException {
        assertThat(Fixture.messages(read(Arrays.copyOf(plain(), plain().length / 2)))).containsExactly(
                "w.xlsx: expected a file that can be read to its end, but its list of members is missing: it breaks off; file not read"
                        + " [file-not-readable]");
    }

    @ParameterizedTest
    @ValueSource(ints = {16_384, 16_385})
    void readsAsManyColumnsAsAWorksheetHas(int columns) throws IOException {
        StringBuilder row = new StringBuilder("<row r=\"9\">");
        for (int column = 0; column < columns; column++) {
            row.append("<c><v>").append((column + 1) * 7_919L % 99_991).append("</v></c>"); // what repeats is taken for a bomb
        }
        byte[] wide = replaced(plain(), "xl/worksheets/sheet1.xml", sheet -> sheet.replace("</sheetData>", row + "</row></sheetData>"));

        Loaded<TradeDataset> loaded = read(wide);

        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("2 = 1 + 0 + 1");
        assertThat(loaded.files().get(0).issueCounts())
                .containsKey(columns > 16_384 ? "row-too-long" : "trailing-cells");
    }

    @Test
    void readsAWorkbookOfTheStrictKind() throws IOException {
        byte[] strict = plain();
        for (String part : List.of("_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml")) {
            strict = replaced(strict, part, text -> text
                    .replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")
                    .replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"));
        }

        assertThat(Fixture.lines(read(strict))).containsExactly(CHINA_READ);
    }

    @Test
    void tellsWorkbooksByTheirBytesWhateverTheirNames() {
        assertThat(Fixture.lines(Fixture.read(InputSource.ofBytes("w.csv", plain())))).containsExactly(CHINA_READ);
        assertThat(Fixture.lines(Fixture.read(InputSource.ofBytes("w.xlsx.gz", Fixture.gzip(plain()))))).containsExactly(CHINA_READ);
        assertThat(Fixture.lines(Fixture.read(Fixture.text("t.xlsx", "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,2846,2023,1\n"))))
                .containsExactly(CHINA_READ);
    }

    @Test
    void saysThatASheetHoldsNothing() {
        assertThat(Fixture.messages(read(Fixture.workbook(workbook -> Fixture.sheet(workbook, "S", HEADER)))))
                .containsExactly("w.xlsx [S]: expected at least one row below the header; nothing to read [file-empty]");
        assertThat(Fixture.messages(read(Fixture.workbook(workbook -> Fixture.sheet(workbook, "S")))))
                .containsExactly("w.xlsx: expected a known layout, but it holds nothing but blanks; sheets: S; file not read [file-not-recognised]");
    }

    private static Loaded<TradeDataset> read(byte[] workbook) {
        return Fixture.read(InputSource.ofBytes("w.xlsx", workbook));
    }

    private static byte[] plain() {
        return Fixture.workbook(workbook -> Fixture.sheet(workbook, "S", HEADER, CHINA));
    }

    /** The part up to its middle, and the damage. */
    private static byte[] damaged(byte[] workbook, String part, byte[] damage) throws IOException {
        return rewritten(workbook, part, bytes -> {
            byte[] cut = Arrays.copyOf(bytes, bytes.length / 2 + damage.length);
            System.arraycopy(damage, 0, cut, bytes.length / 2, damage.length);
            return cut;
        });
    }

    private static byte[] replaced(byte[] workbook, String part, java.util.function.UnaryOperator<String> change) throws IOException {
        return rewritten(workbook, part, bytes -> change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] rewritten(byte[] workbook, String part, java.util.function.UnaryOperator<byte[]> change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook)); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                byte[] bytes = in.readAllBytes();
                zip.write(entry.getName().equals(part) ? change.apply(bytes) : bytes);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** The libraries' own words, of blocks and their sizes, tell nobody what to do. */
    @Test
    void saysOfADamagedOldWorkbookWhatToDo() throws IOException {
        byte[] whole;
        try (org.apache.poi.hssf.usermodel.HSSFWorkbook workbook = new org.apache.poi.hssf.usermodel.HSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.createSheet("S").createRow(0).createCell(0).setCellValue("reporter");
            workbook.write(out);
            whole = out.toByteArray();
        }
        byte[] otherBlocks = whole.clone();
        otherBlocks[30] = 0x77;
        byte[] cut = java.util.Arrays.copyOf(whole, 600);
        byte[] otherRecords = whole.clone();
        java.util.Arrays.fill(otherRecords, 512, 700, (byte) 0xF7);

        for (byte[] damaged : List.of(otherBlocks, cut, otherRecords)) {
            assertThat(Fixture.messages(Fixture.read(InputSource.ofBytes("w.xls", damaged)))).containsExactly("w.xls: expected a file that can be read to its end,"
                    + " but the old workbook (.xls) is damaged: fetch it again, or open it in a spreadsheet and save it as xlsx or csv; file not read [file-not-readable]");
        }
    }
}
