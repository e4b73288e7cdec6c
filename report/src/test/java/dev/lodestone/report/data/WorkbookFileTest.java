package dev.lodestone.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.model.assess.Assessment;
import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Origin;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.text.Language;
import dev.lodestone.model.trade.Quantity;
import dev.lodestone.model.trade.TradeDataset;
import dev.lodestone.report.PageRenderer;
import dev.lodestone.report.diff.EditionDiff;
import dev.lodestone.report.diff.FigureKey;
import dev.lodestone.report.diff.FigureState;
import dev.lodestone.report.diff.VerdictKey;
import dev.lodestone.report.diff.VerdictState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookFileTest {

    private static byte[] bytes(Assessment assessment, Issue... issues) {
        return DataFiles.write(assessment, Examples.loaded(TradeDataset.EMPTY, issues), EnumSet.of(Format.XLSX)).get("data/workbook.xlsx");
    }

    private static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private static Cell cell(Sheet sheet, int row, String column) {
        for (Cell header : sheet.getRow(0)) {
            if (header.getStringCellValue().equals(column)) {
                return sheet.getRow(row).getCell(header.getColumnIndex());
            }
        }
        throw new AssertionError("no column " + column + " in " + sheet.getSheetName());
    }

    private static Row find(Sheet sheet, String... beginning) {
        for (Row row : sheet) {
            List<String> texts = new ArrayList<>();
            row.forEach(c -> texts.add(c.getCellType() == CellType.STRING ? c.getStringCellValue() : ""));
            if (texts.size() >= beginning.length && texts.subList(0, beginning.length).equals(List.of(beginning))) {
                return row;
            }
        }
        throw new AssertionError("no row " + List.of(beginning));
    }

    @Test
    void hasOneSheetATableInOrder() throws Exception {
        try (XSSFWorkbook workbook = open(bytes(Examples.assessment()))) {
            List<String> names = new ArrayList<>();
            workbook.forEach(s -> names.add(s.getSheetName()));
            assertThat(names)
                    .containsExactly("Read me", "Overview", "Indicators", "Suppliers", "Commitments", "Observations", "Issues", "Sources");
        }
    }

    @Test
    void aPledgeOfTrillionsFitsIntoItsColumn() throws Exception {
        try (XSSFWorkbook workbook = open(bytes(Examples.assessment(), Examples.issue("x")))) {
            XSSFSheet sheet = workbook.getSheet("Commitments");
            for (Cell header : sheet.getRow(0)) {
                if (header.getStringCellValue().contains("in unit") || header.getStringCellValue().startsWith("Pace")) {
                    assertThat(sheet.getColumnWidth(header.getColumnIndex()) / 256).as(header.getStringCellValue())
                            .isGreaterThan("-55,000,000,000,000.00".length());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "de"})
    void noLanguagesHeadersOrWordsAreCut(String tag) throws Exception {
        WorkbookWords words = new WorkbookWords(
                Language.plain(PageRenderer.withDefaults().words("text/workbook_" + tag + ".properties").orElseThrow()), Language.english());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataFiles.workbook(Examples.assessment(), Examples.loaded(TradeDataset.EMPTY, Examples.issue("x")), Optional.empty(), words, bytes);
        try (XSSFWorkbook workbook = open(bytes.toByteArray())) {
            for (Sheet sheet : workbook) {
                for (Cell header : sheet.getRow(0)) {
                    for (String word : header.getStringCellValue().split(" ")) {
                        assertThat(sheet.getColumnWidth(header.getColumnIndex()) / 256).as(sheet.getSheetName() + ": " + word).isGreaterThan(word.length() + 1);
                    }
                }
            }
            Sheet indicators = workbook.getSheetAt(2);
            for (String column : List.of("measure", "status", "basis", "stage")) {
                int at = column(indicators, words.say("column." + column));
                for (Row row : indicators) {
                    assertThat(row.getRowNum() == 0 || row.getCell(at) == null || row.getCell(at).getStringCellValue().length() < indicators.getColumnWidth(at) / 256)
                            .as("%s: %s", column, row.getCell(at)).isTrue();
                }
            }
        }
    }

    private static int column(Sheet sheet, String title) {
        for (Cell header : sheet.getRow(0)) {
            if (header.getStringCellValue().equals(title)) {
                return header.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + title);
    }

    @Test
    void aLongTextOfATableThatIsReadGoesOverSeveralLinesAndItsRowGrows() throws Exception {
        String told = "a row of fifty characters, told once more, and so. ".repeat(4).strip();
        try (XSSFWorkbook workbook = open(bytes(Examples.assessment(), Examples.issue(told), Examples.issue("short")))) {
            Sheet issues = workbook.getSheet("Issues");
            Cell found = cell(issues, 1, "Text found");
            assertThat(found.getStringCellValue()).isEqualTo(told);
            assertThat(found.getCellStyle().getWrapText()).isTrue();
            // 203 characters in a column of 40, of which 38 hold text
            assertThat(issues.getRow(1).getHeightInPoints()).isBetween(6 * 15f, 8 * 15f);
            assertThat(cell(issues, 2, "Text found").getCellStyle().getWrapText()).isFalse();
            Sheet indicators = workbook.getSheet("Indicators");
            for (Row row : indicators) {
                assertThat(row.getRowNum() == 0 || row.getHeightInPoints() == indicators.getDefaultRowHeightInPoints())
                        .as("a table that is filtered has one line a record").isTrue();
            }
        }
    }

    @Test
    void aRowIsNeverHigherThanSpreadsheetsTake() throws Exception {
        try (XSSFWorkbook workbook = open(bytes(Examples.assessment(), Examples.issue("word ".repeat(2000))))) {
            assertThat(workbook.getSheet("Issues").getRow(1).getHeightInPoints()).isLessThanOrEqualTo(409f);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "12, '', 1", "12, 'ten lettrs', 1", "12, 'eleven lett', 2", "12, 'four four', 1", "12, 'four fours and more', 2", "12, 'aaaaaaaaaaaaaaaaaaaaaaaaa', 3",
        "12, '日本日本日', 1", "12, '日本日本日本', 2"})
    void aTextTakesAsManyLinesAsItsWordsNeed(int width, String text, int lines) {
        assertThat(WrappedText.lines(text, width)).isEqualTo(lines);
    }

    @Test
    void everyTableHasAHeaderAFrozenPaneAFilterAndAPrintSetUp() throws Exception {
        Assessment assessment = Examples.assessment();
        try (XSSFWorkbook workbook = open(bytes(assessment, Examples.issue("x")))) {
            for (int i = 1; i < workbook.getNumberOfSheets(); i++) {
                XSSFSheet sheet = workbook.getSheetAt(i);
                int columns = sheet.getRow(0).getLastCellNum();
                assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
                assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
                String all = "A1:" + new CellReference(sheet.getLastRowNum(), columns - 1).formatAsString();
                assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).as(sheet.getSheetName()).isEqualTo(all);
                assertThat(sheet.getCTWorksheet().getDimension().getRef()).isEqualTo(all);
                assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
                assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
                int wide = IntStream.range(0, columns).map(c -> sheet.getColumnWidth(c) / 256).sum();
                assertThat(sheet.getPrintSetup().getFitWidth() * 200).as("%s: at most 200 characters across a page", sheet.getSheetName()).isGreaterThanOrEqualTo(wide);
                assertThat(sheet.getRepeatingColumns() != null).as("its first column on each of several pages").isEqualTo(wide > 200);
                for (Cell header : sheet.getRow(0)) {
                    assertThat(workbook.getFontAt(header.getCellStyle().getFontIndex()).getBold()).isTrue();
                    assertThat(sheet.getColumnWidth(header.getColumnIndex())).isGreaterThan(6 * 256);
                }
            }
            assertThat(workbook.getSheet("Indicators").getLastRowNum()).isEqualTo(assessment.indicators().size());
        }
    }

    @Test
    void figuresAreNumbersWithFormats() throws Exception {
        try (XSSFWorkbook workbook = open(bytes(Examples.assessment()))) {
            Sheet suppliers = workbook.getSheet("Suppliers");
            int row = find(suppliers, "Germany", "DEU", "Magnets").getRowNum();
            assertThat(cell(suppliers, row, "Supplier").getStringCellValue()).isEqualTo("China");
            assertThat(cell(suppliers, row, "Value (USD)").getNumericCellValue()).isEqualTo(750.25);
            assertThat(cell(suppliers, row, "Value (USD)").getCellStyle().getDataFormatString()).isEqualTo("#,##0");
            assertThat(cell(suppliers, row, "Share by value").getNumericCellValue()).isEqualTo(0.75025);
            assertThat(cell(suppliers, row, "Share by value").getCellStyle().getDataFormatString()).isEqualTo("0.0%");
            assertThat(cell(suppliers, row, "Share by value, at most").getNumericCellValue()).isEqualTo(0.8);
            assertThat(cell(suppliers, row, "Period").getNumericCellValue()).isEqualTo(2024);
            assertThat(cell(suppliers, row, "Net weight (kg)").getNumericCellValue()).isEqualTo(30);
            int withheld = find(suppliers, "Japan", "JPN", "Magnets").getRowNum() + 1;
            assertThat(cell(suppliers, withheld, "Supplier").getStringCellValue()).isEqualTo("China");
            assertThat(cell(suppliers, withheld, "Net weight (kg)")).isNull();

            Sheet commitments = workbook.getSheet("Commitments");
            assertThat(cell(commitments, 1, "Target date").getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2030, 12, 31, 0, 0));
            assertThat(cell(commitments, 1, "Measured (in unit)").getNumericCellValue()).isEqualTo(0.75025);
            assertThat(cell(commitments, 2, "Measured (in unit)")).isNull();

            Sheet observations = workbook.getSheet("Observations");
            assertThat(cell(observations, 3, "Value status").getStringCellValue()).isEqualTo("nil");
            assertThat(cell(observations, 3, "Value (in currency)")).isNull();
        }
    }

    @Test
    void aSheetTellsWhatChangedSinceAnEarlierEdition() throws Exception {
        FigureKey share = new FigureKey("DEU", "rare-earths", "magnet", "", "2024", "supplier-share", "CHN", "value");
        FigureKey told = new FigureKey("JPN", "rare-earths", "magnet", "", "2024", "hhi", "", "value");
        EditionDiff diff = new EditionDiff(
                "2026-11-14", "2026-11-21", Optional.empty(), new TreeMap<>(), List.of(),
                new TreeMap<>(Map.of(new EditionDiff.Series("JPN", "magnet"), new TreeSet<>(Set.of("2025")))), new TreeMap<>(),
                List.of(
                        new EditionDiff.FigureChange(EditionDiff.Kind.CHANGED, share,
                                Optional.of(new FigureState("0.7", "0.7", "0.7", "1", "ok", "")),
                                Optional.of(new FigureState("0.75", "0.75", "0.8", "1", "bounded", ""))),
                        new EditionDiff.FigureChange(EditionDiff.Kind.ADDED, told, Optional.empty(),
                                Optional.of(new FigureState("0.5", "0.5", "0.5", "1", "ok", "")))),
                List.of(new EditionDiff.CommitmentChange(EditionDiff.Kind.CHANGED, "JPN-1",
                        new TreeMap<>(Map.of("threshold", new EditionDiff.Pair("0.5", "0.4"), "target_date", new EditionDiff.Pair("", "2027-12-31"))),
                        new TreeMap<>(Map.of("unit", "1", "parties", "JPN", "instrument", "A plan")))),
                List.of(new EditionDiff.VerdictChange(new VerdictKey("DEU-1", "DEU", "magnet", ""),
                        Optional.of(new VerdictState("open", "", "", new TreeMap<>(), "")),
                        Optional.of(new VerdictState("missed", "0.75", "2024", new TreeMap<>(), "")))));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataFiles.workbook(Examples.assessment(), Examples.loaded(TradeDataset.EMPTY), Optional.of(diff), WorkbookWords.english(), bytes);
        try (XSSFWorkbook workbook = open(bytes.toByteArray())) {
            Sheet changes = workbook.getSheetAt(2);
            assertThat(changes.getSheetName()).isEqualTo("Changes");
            assertThat(changes.getLastRowNum()).isEqualTo(6);
            int verdict = find(changes, "verdict", "changed", "Germany", "DEU", "Magnets").getRowNum();
            assertThat(verdict).as("causes come first").isEqualTo(6);
            assertThat(cell(changes, verdict, "After, in words").getStringCellValue()).isEqualTo("missed");
            assertThat(cell(changes, verdict, "After (in unit)").getNumericCellValue()).isEqualTo(0.75);
            int threshold = find(changes, "commitment", "changed", "Japan", "JPN").getRowNum() + 1;
            assertThat(cell(changes, threshold - 1, "After, in words").getStringCellValue()).isEqualTo("date due: 2027-12-31");
            assertThat(cell(changes, threshold, "Before, in words").getStringCellValue()).startsWith("threshold");
            assertThat(cell(changes, threshold, "Before (in unit)").getNumericCellValue()).isEqualTo(0.5);
            assertThat(cell(changes, threshold, "Before (in unit)").getCellStyle().getDataFormatString()).isEqualTo("0.0%");
            assertThat(find(changes, "period", "new", "Japan", "JPN", "Magnets").getCell(15).getStringCellValue()).isEqualTo("2025");
            int row = find(changes, "figure", "changed", "Germany", "DEU", "Magnets").getRowNum();
            assertThat(cell(changes, row, "Before (in unit)").getNumericCellValue()).isEqualTo(0.7);
            assertThat(cell(changes, row, "After (in unit)").getCellStyle().getDataFormatString()).isEqualTo("0.0%");
            assertThat(cell(changes, row, "Difference (in unit)").getNumericCellValue()).isCloseTo(0.05, within(1e-12));
            assertThat(cell(changes, row, "Difference (in unit)").getCellStyle().getDataFormatString()).startsWith("+0.0%");
            assertThat(cell(changes, row, "After, in words").getStringCellValue()).isEqualTo("0.75 to 0.8");
            assertThat(cell(changes, find(changes, "figure", "new", "Japan").getRowNum(), "Before (in unit)")).isNull();
            assertThat(find(workbook.getSheetAt(0), "Changes").getCell(1).getStringCellValue())
                    .startsWith("What differs from the edition of 2026-11-14, causes first: ").endsWith(" 6 rows.");
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(1).getLocalDateTimeCellValue().toLocalDate()).as("a day is a day").isEqualTo(Examples.assessment().options().asOf());
        }
    }

    @Test
    void theStyleOfCellsWithoutOneHasItsName() throws Exception {
        try (java.util.zip.ZipInputStream zip = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(bytes(Examples.assessment())))) {
            for (java.util.zip.ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("xl/styles.xml")) {
                    assertThat(new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                            .as("openpyxl warns of a workbook without").contains("</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>");
                    return;
                }
            }
        }
        throw new AssertionError("no styles");
    }

    @Test
    void suppliersAreThoseOfTheEconomiesAssessed() throws Exception {
        Assessment all = Examples.assessment();
        Assessment japan = new Assessment(all.options(), all.registers(), all.material(), List.of(Examples.economy("JPN")), all.context(), all.profiles(),
                all.indicators(), all.commitments(), all.differences(), all.notOver());
        try (XSSFWorkbook workbook = open(bytes(japan))) {
            List<String> codes = new ArrayList<>();
            workbook.getSheet("Suppliers").forEach(row -> codes.add(row.getCell(1).getStringCellValue()));
            assertThat(codes.subList(1, codes.size())).isNotEmpty().containsOnly("JPN");
        }
    }

    @Test
    void overviewShowsTheLatestShareOfEachAllyAndStage() throws Exception {
        try (XSSFWorkbook workbook = open(bytes(Examples.assessment()))) {
            Sheet overview = workbook.getSheet("Overview");
            assertThat(overview.getLastRowNum()).isEqualTo(2);
            assertThat(cell(overview, 2, "Economy").getStringCellValue()).isEqualTo("Japan");
            assertThat(cell(overview, 2, "Magnets: share of China in imports by value").getNumericCellValue()).isEqualTo(0.25);
            assertThat(cell(overview, 2, "Magnets: period").getNumericCellValue()).isEqualTo(2024);
            assertThat(cell(overview, 2, "Magnets: status").getStringCellValue()).isEqualTo("ok");
            assertThat(cell(overview, 1, "Magnets: status").getStringCellValue()).isEqualTo("bounded");
            assertThat(cell(overview, 1, "Metals: share of China in imports by value")).isNull();
            assertThat(cell(overview, 1, "Metals: status").getStringCellValue()).isEqualTo("not-computable");
        }
    }

    @Test
    void linksLeadToWebAddressesOnly() throws Exception {
        try (XSSFWorkbook workbook = open(bytes(Examples.assessment()))) {
            XSSFSheet commitments = workbook.getSheet("Commitments");
            assertThat(commitments.getHyperlinkList()).singleElement().satisfies(link -> {
                assertThat(link.getAddress()).isEqualTo("https://example.org/strategy");
                assertThat(link.getFirstRow()).isEqualTo(1);
                assertThat(commitments.getRow(1).getCell(link.getFirstColumn()).getStringCellValue()).isEqualTo("https://example.org/strategy");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "javascript:alert(1)", "file:///etc/passwd", "\\\\server\\share", "mailto:a@b.c", "https:", "http:///x", "", "not an address", "ftp://a.b/c"
    })
    void refusesOtherAddresses(String address) {
        assertThat(WorkbookTables.webAddress(address)).isEmpty();
    }

    @Test
    void hostileTextsStayTexts() throws Exception {
        DataSource hostile = new DataSource("=cmd|' /C calc'!A0.csv", "", "@s", Examples.SHA, "tidy", "");
        TradeDataset dataset = new TradeDataset(List.of(Examples.row(
                "DEU", "CHN", 2024, Quantity.reported(1), Quantity.reported(1), new Origin(hostile, 2, "", "_x003D_1+1 </t><f>1</f>]]> & \u0001"))));
        String endless = "=".repeat(40_000);
        byte[] bytes = bytes(
                Examples.assessment(dataset, List.of(Examples.pledge("+ID", "-1", "\t=2"))), Examples.issue(endless), Examples.issue("a\r\nb"));
        try (XSSFWorkbook workbook = open(bytes)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.NUMERIC, CellType.BLANK);
                        if (cell.getCellType() == CellType.STRING) {
                            assertThat(cell.getStringCellValue().strip()).doesNotMatch("(?s)[=+\\-@].*");
                        }
                    }
                }
            }
            assertThat(cell(workbook.getSheet("Observations"), 1, "Source").getStringCellValue())
                    .isEqualTo("_x003D_1+1 </t><f>1</f>]]> & \uFFFD");
            assertThat(cell(workbook.getSheet("Issues"), 1, "Text found").getStringCellValue())
                    .hasSize(SharedTexts.MOST_CHARACTERS)
                    .startsWith("'==")
                    .endsWith("…");
            assertThat(cell(workbook.getSheet("Issues"), 2, "Text found").getStringCellValue()).isEqualTo("a\nb");
        }
    }

    @Test
    void isTheSameFromRunToRunInAnyLocaleAndTimeZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            byte[] first = bytes(Examples.assessment(), Examples.issue("x"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            assertThat(bytes(Examples.assessment(), Examples.issue("x"))).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void carriesTheDayOfTheBriefingAndNoOther() throws Exception {
        byte[] bytes = bytes(Examples.assessment());
        try (XSSFWorkbook workbook = open(bytes)) {
            Instant day = Instant.parse("2026-11-21T00:00:00Z");
            assertThat(workbook.getProperties().getCoreProperties().getCreated().toInstant()).isEqualTo(day);
            assertThat(workbook.getProperties().getCoreProperties().getModified().toInstant()).isEqualTo(day);
            assertThat(workbook.getProperties().getCoreProperties().getCreator()).isEqualTo("Lodestone");
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 2, 1, 0, 0));
            }
        }
    }

    @Test
    void followsTheSchemaOfSpreadsheets() throws Exception {
        try (XSSFWorkbook workbook = open(bytes(Examples.assessment(), Examples.issue("x")))) {
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                List<XmlError> errors = new ArrayList<>();
                XmlOptions options = new XmlOptions();
                options.setErrorListener(errors);
                workbook.getSheetAt(i).getCTWorksheet().validate(options);
                assertThat(errors).as(workbook.getSheetName(i)).isEmpty();
            }
        }
    }

    @Test
    void anEmptyAssessmentStillMakesASoundWorkbook() throws Exception {
        try (XSSFWorkbook workbook = open(bytes(Examples.assessment(TradeDataset.EMPTY, List.<Commitment>of())))) {
            assertThat(workbook.getSheet("Observations").getLastRowNum()).isZero();
            assertThat(workbook.getSheet("Read me").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("Rare earths: import dependence and commitments, 2026-11-21");
        }
    }

    @Test
    void aSheetHoldsWhatFitsAndNoMore() throws Exception {
        SheetTable first = SheetTable.of("first", "First", List.of(new SheetTable.Column("a", 10)), 0, (i, out) -> {});
        long[] written = {0};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookFile.write(
                List.of(first, SheetTable.of("many", "Many", first.columns(), SheetTable.MOST_RECORDS + 5, (i, row) -> {
                    written[0]++;
                    row.number(i, Look.WHOLE);
                })),
                "Many", LocalDate.of(2026, 11, 21), out);
        assertThat(written[0]).isEqualTo(1_000_000);
        assertThat(out.size()).isGreaterThan(100_000);
    }
}
