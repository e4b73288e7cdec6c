package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every issue code has an input that gives it, a message that is read whole, and an entry with that message in docs/ISSUES.md. */
class IssueCodesTest {

    /** A quoted line break before the bad row: its line is not its record number plus one. */
    private static final String FIRST = "JPN,CHN,M,2846,2023,\"1\n\"\n";

    private static final List<Object> HEADER = List.of("reporter", "partner", "flow", "commodity", "period", "value");

    private static final Path ISSUES = Path.of("..", "docs", "ISSUES.md");

    private record Case(InputSource input, String message) {}

    private static final Map<IssueCode, Case> CASES = cases();

    @ParameterizedTest
    @EnumSource(IssueCode.class)
    void isGivenWithItsWholeMessage(IssueCode code) {
        Case example = CASES.get(code);
        assertThat(example).as("example of " + code.code()).isNotNull();

        Loaded<TradeDataset> loaded = Fixture.read(example.input());

        assertThat(loaded.issues().stream().filter(issue -> issue.code().equals(code.code())).map(Issue::message))
                .contains(example.message());
        assertThat(loaded.issues().stream().filter(issue -> issue.code().equals(code.code())).map(Issue::severity))
                .containsOnly(code.severity());
        long counted = loaded.files().stream()
                .mapToLong(report -> report.issueCounts().getOrDefault(code.code(), 0L))
                .sum();
        assertThat(counted).isPositive();
    }

    @ParameterizedTest
    @EnumSource(IssueCode.class)
    void isDocumentedWithItsMeaningSeverityAndMessage(IssueCode code) throws IOException {
        String documented = Files.readString(ISSUES).lines()
                .dropWhile(line -> !line.equals("### " + code.code()))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .reduce("", (all, line) -> all + line + "\n");

        assertThat(documented).as("section of " + code.code()).isNotEmpty();
        assertThat(documented.toLowerCase(java.util.Locale.ROOT)).contains(code.meaning().toLowerCase(java.util.Locale.ROOT));
        assertThat(documented).contains(code.severity().name());
        assertThat(documented).contains(CASES.get(code).message());
    }

    @Test
    void namesLineAndRecordBehindAQuotedLineBreak() {
        Loaded<TradeDataset> loaded = Fixture.read(tidy(FIRST + "JPN,CHN,M,284690,2023,12;5"));

        Issue issue = loaded.issues().get(0);
        assertThat(issue.line()).isEqualTo(4);
        assertThat(issue.record()).isEqualTo(2);
        assertThat(issue.column()).isEqualTo("value");
        assertThat(issue.text()).isEqualTo("12;5");
    }

    @Test
    void keepsSoManyIssuesOfACodeAndCountsAll() {
        String rows = String.join("\n", IntStream.range(0, 50).mapToObj(i -> "JPN,CHN,M,2846,2023,x").toList());

        Loaded<TradeDataset> loaded =
                TradeStatisticsReader.withDefaults().withIssueLimit(3).read(List.of(tidy(rows)));

        assertThat(loaded.issues()).hasSize(3);
        assertThat(loaded.files().get(0).issueCounts()).containsEntry("bad-number", 50L);
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("50 = 0 + 0 + 50");
    }

    @Test
    void tellsEveryBadCellOfARow() {
        Loaded<TradeDataset> loaded = Fixture.read(tidy("JPN,ZZZ,Q,2846,2023,x"));

        assertThat(loaded.issues().stream().map(Issue::code)).containsExactly("unknown-economy", "unknown-flow", "bad-number");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("1 = 0 + 0 + 1");
    }

    @Test
    void addsUpWhatWasKeptBesideWhatWasSetAside() {
        Loaded<TradeDataset> loaded = Fixture.read(tidy(String.join(
                "\n",
                "USA,CHN,M,2846,2023,60",
                "USA,CHN,M,2846,2023,100",
                "USA,CHN,M,2846,2023,40",
                "USA,JPN,M,2846,2023,5",
                "USA,JPN,M,2846,2023,5",
                "USA,DEU,M,2846,2023,5",
                "USA,DEU,M,2846,2023,6")));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "USA M CHN :2846 2023 100USD missing kg UNKNOWN complete", "USA M JPN :2846 2023 5USD missing kg UNKNOWN complete",
                "USA M DEU :2846 2023 missing USD missing kg UNKNOWN complete");
        FileReport report = loaded.files().get(0);
        assertThat(Fixture.counts(report)).isEqualTo("7 = 2 + 0 + 5");
        assertThat(report.issueCounts())
                .containsEntry("suspected-breakdown", 2L)
                .containsEntry("duplicate-row", 1L)
                .containsEntry("conflicting-rows", 2L);
    }

    private static InputSource tidy(String rows) {
        return Fixture.text("t.csv", "reporter,partner,flow,commodity,period,value\n" + rows + "\n");
    }

    private static Map<IssueCode, Case> cases() {
        Map<IssueCode, Case> cases = new EnumMap<>(IssueCode.class);
        byte[] gzip = Fixture.gzip("reporter,partner,flow,commodity,period,value\nJPN,CHN,M,2846,2023,1\n".getBytes(StandardCharsets.UTF_8));
        cases.put(IssueCode.FILE_NOT_READABLE, new Case(
                InputSource.ofBytes("cut.csv.gz", java.util.Arrays.copyOf(gzip, gzip.length - 12)),
                "cut.csv.gz!cut.csv: expected a file that can be read to its end, but it breaks off; file not read [file-not-readable]"));
        cases.put(IssueCode.FILE_NOT_RECOGNISED, new Case(
                Fixture.text("t.csv", "reporter,partner,flow,commodity,year,amount\nJPN,CHN,M,2846,2023,1\n"),
                "t.csv: expected a known layout, but nearest is layout tidy: line 1 has 4 of its 6 required columns; missing: period, value;"
                        + " unknown to it: year, amount; 'inspect --draft' proposes a layout for it;"
                        + " file not read [file-not-recognised]"));
        cases.put(IssueCode.FILE_EMPTY, new Case(
                tidy(""), "t.csv: expected at least one row below the header; nothing to read [file-empty]"));
        cases.put(IssueCode.NESTED_ARCHIVE, new Case(
                InputSource.ofBytes("outer.zip", Fixture.zip(Map.of("inner.zip", Fixture.zip(Map.of("t.csv", new byte[] {'x'}))))),
                "outer.zip!inner.zip: expected files in the archive, but it is an archive inside an archive: unpack that and give what it holds; file not read"
                        + " [nested-archive]"));
        cases.put(IssueCode.SHEET_NOT_READ, new Case(
                workbook("Notes", List.of("see the website")),
                "w.xlsx [Notes]: expected a table of layout tidy; sheet not read [sheet-not-read]"));
        cases.put(IssueCode.MIXED_CHARSET, new Case(
                InputSource.ofBytes("t.csv", (Fixture.TIDY + "JPN,CHN,M,,2846,2023,1,,,,,,Zölle\n").getBytes(StandardCharsets.ISO_8859_1)),
                "t.csv: found '1 byte', expected UTF-8 throughout; read as Windows-1252 [mixed-charset]"));
        cases.put(IssueCode.SHIFTED_HEADER, new Case(
                Fixture.text("shifted.csv", shiftedComtrade()),
                "shifted.csv:1: column 'freqCode': found '20230101', expected one of A, M, Q below it; columns read one to the left"
                        + " [shifted-header]"));
        cases.put(IssueCode.COLUMN_NOT_THERE, new Case(
                Fixture.text("pull.csv", "reporterCode,partnerCode,flowCode,period,cmdCode,classificationCode,primaryValue\n392,156,M,2023,2846,H6,5\n"),
                "pull.csv: expected a column 'netWgt' or 'net_wgt' of net weights, where the file was saved with it; net weights are missing"
                        + " [column-not-there]"));
        cases.put(IssueCode.COLUMN_PERHAPS_RENAMED, new Case(
                Fixture.text("t.csv", "reporter,partner,flow,commodity,period,value,weight_kg\nJPN,CHN,M,2846,2023,1,2\n"),
                "t.csv: column 'weight_kg': expected the name 'net_weight_kg', if it holds net weights; not read; net weights are missing"
                        + " [column-perhaps-renamed]"));
        cases.put(IssueCode.NOTE_BELOW_TABLE, new Case(
                tidy("JPN,CHN,M,2846,2023,1\nSource: Japan Customs, Ministry of Finance"),
                "t.csv:3: found 'Source: Japan Customs Ministry of Finance', expected rows of the table alone; taken for a note below the table,"
                        + " not read [note-below-table]"));
        cases.put(IssueCode.TRAILING_CELLS, new Case(
                tidy("JPN,CHN,M,2846,2023,1,"),
                "t.csv: found '1 row', expected no cell beyond the header's 6; empty cells ignored, columns not shifted [trailing-cells]"));
        cases.put(IssueCode.ROW_LIMIT_REACHED, new Case(
                Fixture.text("cut.csv", cutComtrade()),
                "cut.csv: found '500 rows', expected fewer rows than the 500 at which UN Comtrade cuts its answers; rows kept; more may be"
                        + " missing, so that shares are upper bounds [row-limit-reached]"));
        cases.put(IssueCode.MIXED_LEVELS, new Case(
                tidy("JPN,CHN,M,28,2023,100\nJPN,CHN,M,2846,2023,60\nJPN,CHN,M,284690,2023,50"),
                "t.csv: found '28 beside 2846, 2846 beside 284690', expected one level of detail for whoever adds up the file; rows kept; no"
                        + " code is added to one that contains it [mixed-levels]"));
        cases.put(IssueCode.SUPPLIER_VANISHED, new Case(
                tidy(String.join(
                        "\n",
                        "JPN,CHN,M,2846,2021,60", "JPN,VNM,M,2846,2021,30", "JPN,USA,M,2846,2021,10",
                        "JPN,VNM,M,2846,2022,32", "JPN,USA,M,2846,2022,12",
                        "JPN,CHN,M,2846,2023,55", "JPN,VNM,M,2846,2023,35")),
                "t.csv: found '2 partners without CHN', expected CHN among the suppliers of JPN M 2846 in 2022, since it was the largest with"
                        + " 60.0 % the year before; its amount taken as unknown: shares of that year are bounds [supplier-vanished]"));
        cases.put(IssueCode.SUPPLIER_GONE, new Case(
                tidy("JPN,CHN,M,2846,2021,60\nJPN,VNM,M,2846,2021,40\nJPN,VNM,M,2846,2022,32"),
                "t.csv: found '1 partner without CHN', expected CHN among the suppliers of JPN M 2846 in 2022, since it was the largest with"
                        + " 60.0 % the year before; taken as published; look whether the year is there as a whole before a fall is told from it"
                        + " [supplier-gone]"));
        cases.put(IssueCode.FEW_PARTNERS, new Case(
                Fixture.text("baci.csv", "t,i,j,k,v,q\n2023,156,392,284690,9000,10\n2023,704,392,284690,3000,10\n"),
                "baci.csv: found '2 partners: CHN, VNM', expected more partners, or a World row which says that there are no others; taken as a selection,"
                        + " so that shares are upper bounds [few-partners]"));
        cases.put(IssueCode.PERIOD_NOT_COMPLETE, new Case(
                InputSource.ofBytes("dataweb.xlsx", Fixture.dataWeb()),
                "dataweb.xlsx [Customs Value]: found '2026', expected figures for a whole year, but the column holds none and the title"
                        + " speaks of a part of the year; column not read [period-not-complete]"));
        cases.put(IssueCode.PERIOD_NOT_OVER, new Case(
                InputSource.ofBytes("long.xlsx", Fixture.workbook(Map.of(
                        "Query Parameters", List.of(List.of("Download Date", "May 5, 2026")),
                        "Customs Value", List.of(
                                List.of("Data Type", "Country", "HTS Number", "Year", "Customs Value"),
                                List.of("Customs Value", "China", "2846901000", "2026", 100))))),
                "long.xlsx [Customs Value]:D2: column 'Year': found '2026', expected a period that was over when the file was made, on"
                        + " 2026-05-05; row set aside [period-not-over]"));
        cases.put(IssueCode.WRONG_CELL_COUNT, new Case(
                tidy(FIRST + "JPN,CHN,M,284690,2023"),
                "t.csv:4: found '5 cells', expected 6 cells as in the header; row set aside [wrong-cell-count]"));
        cases.put(IssueCode.UNCLOSED_QUOTE, new Case(
                tidy(FIRST + "JPN,CHN,M,284690,2023,\"7\nJPN,KOR,M,284690,2023,8"),
                "t.csv:4: found 'JPN,CHN,M,284690,2023,\"7', expected every quoted cell to be closed; row set aside [unclosed-quote]"));
        cases.put(IssueCode.ROW_TOO_LONG, new Case(
                tidy("JPN,CHN,M,2846,2023,1\n" + "x".repeat(2_000_000)),
                "t.csv:3: found '" + "x".repeat(60) + "...', expected at most 1048576 characters and 16384 cells in a line; row set aside"
                        + " [row-too-long]"));
        cases.put(IssueCode.MISSING_CELL, bad(IssueCode.MISSING_CELL, "JPN,,M,284690,2023,1", "column 'partner': expected a code of the partner"));
        cases.put(IssueCode.BAD_NUMBER, bad(
                IssueCode.BAD_NUMBER,
                "JPN,CHN,M,284690,2023,lots",
                "column 'value': found 'lots', expected a plain number with decimal mark '.' and no thousands mark"));
        cases.put(IssueCode.AMBIGUOUS_NUMBER, bad(
                IssueCode.AMBIGUOUS_NUMBER,
                "JPN,CHN,M,284690,2023,\"12,5\"",
                "column 'value': found '12,5', expected a plain number with decimal mark '.' and no thousands mark"));
        cases.put(IssueCode.FOOTNOTE_MARK, bad(
                IssueCode.FOOTNOTE_MARK,
                "JPN,CHN,M,284690,2023,1234(a)",
                "column 'value': found '1234(a)', expected a plain number with decimal mark '.' and no thousands mark without a footnote"
                        + " mark"));
        cases.put(IssueCode.NUMBER_OUT_OF_RANGE, bad(
                IssueCode.NUMBER_OUT_OF_RANGE,
                "JPN,CHN,M,284690,2023,1e999", "column 'value': found '1e999', expected a finite number"));
        cases.put(IssueCode.NEGATIVE_AMOUNT, bad(
                IssueCode.NEGATIVE_AMOUNT,
                "JPN,CHN,M,284690,2023,-5", "column 'value': found '-5', expected an amount of 0 or above"));
        cases.put(IssueCode.BAD_PERIOD, bad(
                IssueCode.BAD_PERIOD,
                "JPN,CHN,M,284690,2023-13,1", "column 'period': found '2023-13', expected a period such as 2024 or 2024-03 or 2024-Q1"));
        cases.put(IssueCode.BAD_COMMODITY_CODE, bad(
                IssueCode.BAD_COMMODITY_CODE,
                "JPN,CHN,M,28A690,2023,1", "column 'commodity': found '28A690', expected a commodity code of 2 to 12 digits"));
        cases.put(IssueCode.LOST_LEADING_ZERO, bad(
                IssueCode.LOST_LEADING_ZERO,
                "JPN,CHN,M,10392,2023,1",
                "column 'commodity': found '10392', expected an even number of digits, the leading zero included"));
        cases.put(IssueCode.UNKNOWN_ECONOMY, bad(
                IssueCode.UNKNOWN_ECONOMY,
                "JPN,ZZZ,M,284690,2023,1", "column 'partner': found 'ZZZ', expected an economy's ISO 3166 alpha-3 code"));
        cases.put(IssueCode.GROUP_AS_PARTNER, bad(
                IssueCode.GROUP_AS_PARTNER,
                "JPN,EUU,M,284690,2023,1",
                "column 'partner': found 'EUU', expected a single economy, since members of a group would count twice"));
        cases.put(IssueCode.UNKNOWN_FLOW, bad(
                IssueCode.UNKNOWN_FLOW,
                "JPN,CHN,Q,284690,2023,1", "column 'flow': found 'Q', expected one of M, X, RX, RM, DX, FM"));
        cases.put(IssueCode.UNKNOWN_WORD, new Case(
                Fixture.text("t.csv", Fixture.TIDY + "JPN,CHN,M,,2846,2023,1,,,,most,,\n"),
                "t.csv:2: column 'coverage': found 'most', expected one of complete, main-partners, selected-partners; row set aside"
                        + " [unknown-word]"));
        cases.put(IssueCode.STATUS_CONTRADICTS_VALUE, new Case(
                Fixture.text("t.csv", Fixture.TIDY + "JPN,CHN,M,,2846,2023,1,,,,,suppressed,\n"),
                "t.csv:2: column 'value': found '1', expected no value beside status 'suppressed'; row set aside"
                        + " [status-contradicts-value]"));
        cases.put(IssueCode.SPREADSHEET_ERROR, bad(
                IssueCode.SPREADSHEET_ERROR,
                "JPN,CHN,M,284690,2023,#REF!",
                "column 'value': found '#REF!', expected a plain number with decimal mark '.' and no thousands mark"));
        cases.put(IssueCode.FORMULA_WITHOUT_RESULT, new Case(
                InputSource.ofBytes("w.xlsx", Fixture.workbook(workbook -> {
                    Fixture.sheet(workbook, "Data", HEADER, List.of("JPN", "CHN", "M", "2846", 2023));
                    workbook.getSheet("Data").getRow(1).createCell(5).setCellFormula("3+4");
                })),
                "w.xlsx [Data]:F2: column 'value': found '=', expected the formula's result stored beside it; row set aside"
                        + " [formula-without-result]"));
        cases.put(IssueCode.HIDDEN_ROWS, new Case(
                InputSource.ofBytes("w.xlsx", Fixture.workbook(workbook -> {
                    Fixture.sheet(workbook, "Shown");
                    Fixture.sheet(workbook, "Data", HEADER, List.of("JPN", "CHN", "M", "2846", 2023, 1));
                    workbook.setSheetHidden(1, true);
                })),
                "w.xlsx [Data]: found 'a hidden sheet', expected a sheet that shows what it holds; read as all others [hidden-rows]"));
        cases.put(IssueCode.THOUSANDS_OR_DECIMALS, new Case(
                tidy(FIRST + "JPN,KOR,M,2846,2023,123.456"),
                "t.csv: found '1 number such as 123.456', expected numbers one of which shows that '.' stands before decimals; read so; if it stands"
                        + " between thousands, they are a thousand times larger [thousands-or-decimals]"));
        cases.put(IssueCode.OTHER_NUMBER_STYLE, new Case(
                Fixture.text("t.csv", "reporter;partner;flow;commodity;period;value\nJPN;CHN;M;284690;2023;1.234.567,8\n"),
                "t.csv: found '1.234.567,8', expected numbers with decimal mark '.' and no thousands mark; all numbers of the table read with decimal"
                        + " mark ',' and thousands mark '.' [other-number-style]"));
        cases.put(IssueCode.DATES_AS_MONTHS, new Case(
                Fixture.text("t.csv", "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,2846,2023-01-01,1\nJPN,CHN,M,2846,2023-02-01,2\n"),
                "t.csv: found '2023-01-01', expected periods such as 2024 or 2024-03 or 2024-Q1; dates read as the months that they begin [dates-as-months]"));
        cases.put(IssueCode.DIGITS_CUT, new Case(
                tidy(FIRST + "JPN,KOR,M,2846,2023,1.23E+08"),
                "t.csv: found '1 number such as 1.23E+08', expected every digit that the publisher gives; read as they stand: a spreadsheet that"
                        + " shows large numbers so has rounded them [digits-cut]"));
        cases.put(IssueCode.MERGED_CELLS, new Case(
                InputSource.ofBytes("w.xlsx", Fixture.workbook(workbook -> Fixture
                        .sheet(workbook, "Data", HEADER, List.of("JPN", "CHN", "M", "2846", 2023, 1), List.of("", "KOR", "M", "2846", 2023, 2))
                        .addMergedRegion(new CellRangeAddress(1, 2, 0, 0)))),
                "w.xlsx [Data]: found '1 row', expected a text in every cell; filled with the text of the merged cells in which they stand"
                        + " [merged-cells]"));
        cases.put(IssueCode.MERGED_FIGURE, new Case(
                InputSource.ofBytes("w.xlsx", Fixture.workbook(workbook -> Fixture
                        .sheet(workbook, "Data", HEADER, List.of("JPN", "CHN", "M", "2846", 2023, 100), List.of("JPN", "KOR", "M", "2846", 2023, ""))
                        .addMergedRegion(new CellRangeAddress(1, 2, 5, 5)))),
                "w.xlsx [Data]:F2: column 'value': found '100', expected a figure of one row, but its cell is merged over the rows 2 to 3; rows"
                        + " set aside [merged-figure]"));
        cases.put(IssueCode.DUPLICATE_ROW, new Case(
                tidy(FIRST + "JPN,CHN,M,2846,2023,1"),
                "t.csv:4: column 'value': found '1', expected one row for JPN M CHN, 2846, 2023, given in line 2; row set aside"
                        + " [duplicate-row]"));
        cases.put(IssueCode.SUSPECTED_BREAKDOWN, new Case(
                tidy("USA,CHN,M,2846,2023,60\nUSA,CHN,M,2846,2023,100\nUSA,CHN,M,2846,2023,40"),
                "t.csv:2: column 'value': found '60', expected one row for USA M CHN, 2846, 2023, whose total is in line 3; row set aside"
                        + " [suspected-breakdown]"));
        cases.put(IssueCode.CONFLICTING_ROWS, new Case(
                tidy("USA,CHN,M,2846,2023,60\nUSA,CHN,M,2846,2023,61"),
                "t.csv:2: column 'value': found '60', expected one amount for USA M CHN, 2846, 2023, not another in line 3; row set aside"
                        + " [conflicting-rows]"));
        cases.put(IssueCode.ONLY_PARTS, new Case(
                Fixture.text("parts.csv", "reporterCode,partnerCode,flowCode,period,cmdCode,motCode,primaryValue\n392,156,M,2023,2846,1000,5\n"),
                "parts.csv: found '1 part', expected the total of each flow beside its parts, as UN Comtrade gives it; nothing kept:"
                        + " parts are never added up to a total that the publisher does not give [only-parts]"));
        cases.put(IssueCode.WORLD_DIFFERS, new Case(
                Fixture.file("un-comtrade-world-differs.csv"),
                "un-comtrade-world-differs.csv:2: column 'primaryValue': found '1000', expected the sum of the partners of USA M, 2846, 2023,"
                        + " which is 700; partners kept; they are not all there [world-differs]"));
        cases.put(IssueCode.WEIGHT_NOT_COVERED, new Case(
                InputSource.ofBytes("dataweb.xlsx", Fixture.dataWeb()),
                "dataweb.xlsx [Customs Value]:F6: column '2024': found 'number', expected a unit of weight for all of USA M CHN, HTS 8505,"
                        + " 2024; value kept, weight left open [weight-not-covered]"));
        return cases;
    }

    /** A row that is set aside behind a record of two lines. */
    private static Case bad(IssueCode code, String row, String message) {
        return new Case(tidy(FIRST + row), "t.csv:4: " + message + "; row set aside [" + code.code() + "]");
    }

    private static InputSource workbook(String otherSheet, List<Object> cells) {
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        sheets.put("Data", List.of(
                List.of("reporter", "partner", "flow", "commodity", "period", "value"), List.of("JPN", "CHN", "M", "2846", "2023", 1)));
        sheets.put(otherSheet, List.of(cells));
        return InputSource.ofBytes("w.xlsx", Fixture.workbook(sheets));
    }

    private static final String COMTRADE = "typeCode,freqCode,refPeriodId,period,reporterCode,flowCode,partnerCode,partner2Code,"
            + "classificationCode,cmdCode,customsCode,motCode,netWgt,primaryValue\n";

    /** A file written anew by a tool that took the first column for an index. */
    private static String shiftedComtrade() {
        return COMTRADE + "A,20230101,2023,842,M,156,0,H6,2846,C00,0,600,700,\n";
    }

    private static String cutComtrade() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add("C,A,20230101,2023,842,M,156,0,H6," + String.format(java.util.Locale.ROOT, "2846%02d", i % 100) + ",C00,0,1," + (i + 1));
        }
        return COMTRADE + String.join("\n", rows) + "\n";
    }
}
