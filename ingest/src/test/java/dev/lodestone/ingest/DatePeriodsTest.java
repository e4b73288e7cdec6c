package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Periods that a spreadsheet or software for data made dates of. */
class DatePeriodsTest {

    private static final List<Object> HEADER = List.of("reporter", "partner", "flow", "commodity", "period", "value");

    /** A serial day of a spreadsheet for a day of 2024: 45292 is 1 January 2024. */
    private static List<Object> row(String partner, int month, int day, int value) {
        return List.of("JPN", partner, "M", "2846", LocalDate.of(2024, month, day).toEpochDay() + 25_569, value);
    }

    @Test
    void readsDatesOfAWorksheetAsMonths() {
        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes(
                "w.xlsx", Fixture.workbook(Map.of("Data", List.of(HEADER, row("CHN", 1, 1, 5), row("CHN", 2, 1, 6), row("CHN", 12, 1, 7))))));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN :2846 2024-01 5USD missing kg UNKNOWN complete",
                "JPN M CHN :2846 2024-02 6USD missing kg UNKNOWN complete",
                "JPN M CHN :2846 2024-12 7USD missing kg UNKNOWN complete");
        assertThat(Fixture.messages(loaded)).containsExactly(
                "w.xlsx [Data]: found '45292', expected periods such as 2024 or 2024-03 or 2024-Q1; dates read as the months that they begin [dates-as-months]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-%02d-01", "2024-%02d-01T00:00:00.000", "2024-%02d-01 00:00:00"})
    void readsDatesOfATextAsMonths(String form) {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.csv", table(form, 1, 1, 2)));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN :2846 2024-01 1USD missing kg UNKNOWN complete",
                "JPN M USA :2846 2024-01 1USD missing kg UNKNOWN complete",
                "JPN M VNM :2846 2024-02 1USD missing kg UNKNOWN complete");
    }

    /** Data frames write dates to JSON in milliseconds, as objects and as columns. */
    @Test
    void readsMillisecondsOfJsonAsMonths() {
        String row = "{\"reporter\":\"JPN\",\"partner\":\"CHN\",\"flow\":\"M\",\"commodity\":\"2846\",\"period\":%s,\"value\":1}";
        String january = row.formatted("1704067200000");
        String february = row.formatted("1706745600000");

        for (String json : List.of("[" + january + "," + february + "]", january + "\n" + february, "{\"data\":[" + january + "," + february + "]}")) {
            Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.json", json));
            assertThat(Fixture.lines(loaded)).containsExactly(
                    "JPN M CHN :2846 2024-01 1USD missing kg UNKNOWN complete", "JPN M CHN :2846 2024-02 1USD missing kg UNKNOWN complete");
        }
        assertThat(Fixture.messages(Fixture.read(Fixture.text("t.json", "[" + january + "]")))).containsExactly(
                "t.json:[0]: column 'period': found '1704067200000', expected a period such as 2024 or 2024-03 or 2024-Q1, and no date, which may stand for its month,"
                        + " its quarter or its year; row set aside [bad-period]");
        assertThat(Fixture.messages(Fixture.read(Fixture.text("t.json", "[" + january + "," + row.formatted("1706832000000") + "]"))))
                .as("the second of February is no month").hasSize(2);
    }

    @Test
    void looksAtTheWholeTableForTheMonthThatShowsIt() {
        String januaries = Stream.of("CHN", "USA", "VNM", "DEU").flatMap(partner -> Stream.iterate(10, code -> code + 1).limit(80)
                .map(code -> "JPN," + partner + ",M," + code + ",2024-01-01,1\n")).collect(Collectors.joining());
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text(
                "t.csv", "reporter,partner,flow,commodity,period,value\n" + januaries + "JPN,CHN,M,2846,2024-02-01,1\n"));

        assertThat(loaded.files().get(0).rowsKept()).isEqualTo(321);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-01 2024-01-01 2024-01-01", "2022-01-01 2023-01-01 2024-01-01", "2024-01-01 2024-04-01 2024-07-01",
        "2024-01-31 2024-02-29 2024-03-31", "2024-06-01 2024-06-01 2024-06-01"})
    void setsDatesAsideThatMayBeYearsOrQuarters(String dates) {
        String[] all = dates.split(" ");
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.csv", "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,2846," + all[0]
                + ",1\nJPN,USA,M,2846," + all[1] + ",1\nJPN,VNM,M,2846," + all[2] + ",1\n"));

        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 0 + 0 + 3");
        assertThat(Fixture.messages(loaded)).first().asString().isEqualTo("t.csv:2: column 'period': found '" + all[0] + "', expected a period such as 2024"
                + " or 2024-03 or 2024-Q1, and no date, which may stand for its month, its quarter or its year; row set aside [bad-period]");
    }

    @Test
    void neverReadsDaysSince1904AsDaysSince1900() {
        byte[] workbook = Fixture.workbook(made -> {
            Fixture.sheet(made, "Data", HEADER, row("CHN", 1, 1, 5), row("CHN", 2, 1, 6));
            made.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
        });

        assertThat(Fixture.read(InputSource.ofBytes("w.xlsx", workbook)).files().get(0).issueCounts()).containsOnly(Map.entry("bad-period", 2L));
    }

    @Test
    void readsDatesOfOldWorkbooksAndTellsTheirHiddenRows() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new HSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("Data");
            List<List<Object>> rows = List.of(HEADER, row("CHN", 1, 1, 5), row("CHN", 2, 1, 6));
            for (int r = 0; r < rows.size(); r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < HEADER.size(); c++) {
                    if (rows.get(r).get(c) instanceof Number number) {
                        row.createCell(c).setCellValue(number.doubleValue());
                    } else {
                        row.createCell(c).setCellValue(rows.get(r).get(c).toString());
                    }
                }
            }
            sheet.getRow(2).setZeroHeight(true);
            workbook.write(out);
        }

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("w.xls", out.toByteArray()));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN :2846 2024-01 5USD missing kg UNKNOWN complete", "JPN M CHN :2846 2024-02 6USD missing kg UNKNOWN complete");
        assertThat(Fixture.messages(loaded)).contains(
                "w.xls [Data]: found '1 hidden row', expected a sheet that shows what it holds; read as all others [hidden-rows]");
    }

    private static String table(String form, int... months) {
        List<String> partners = List.of("CHN", "USA", "VNM");
        StringBuilder table = new StringBuilder("reporter,partner,flow,commodity,period,value\n");
        for (int i = 0; i < months.length; i++) {
            table.append("JPN,").append(partners.get(i)).append(",M,2846,").append(form.formatted(months[i])).append(",1\n");
        }
        return table.toString();
    }
}
