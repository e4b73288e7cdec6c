package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables above which rows of a label and a text say what elsewhere a column says of each row. */
class LabelledRowsTest {

    private static final List<Object> TIME = List.of("TIME", "TIME", "2022", "", "2023", "");
    private static final List<Object> PARTNERS = List.of("PARTNER (Codes)", "PARTNER (Labels)");

    @Test
    void readsEachSheetOfEurostatsBrowserAsWhatStandsAboveIt() {
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        sheets.put("Summary", List.of(List.of("Data extracted on 05/09/2025 06:14:51 from [ESTAT]"), List.of("Contents", "REPORTER", "PRODUCT")));
        sheets.put("Sheet 1", sheet("Germany [DE]", "VALUE_IN_EUROS [VALUE_IN_EUROS]",
                List.of("CN", "China", 1000, "", 2000, ""), List.of("JP", "Japan", 300, "e", ":", "c"), List.of("WORLD", "All countries of the world", 1300, "", 2500, "")));
        sheets.put("Sheet 2", sheet("Germany [DE]", "QUANTITY_IN_100KG [QUANTITY_IN_100KG]",
                List.of("CN", "China", 10, "", 20, ""), List.of("JP", "Japan", 3, "", ":", "c"), List.of("WORLD", "All countries of the world", 13, "", 25, "")));
        sheets.put("Sheet 3", sheet("France [FR]", "VALUE_IN_EUROS [VALUE_IN_EUROS]",
                List.of("CN", "China", 70, "ep", ":", ""), List.of("JP", "Japan", 5, "", 6, "b")));

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("page_spreadsheet.xlsx", Fixture.workbook(sheets)));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "DEU M CHN CN2022:28469030 2022 1000EUR 1000kg CIF complete",
                "DEU M CHN CN2023:28469030 2023 2000EUR 2000kg CIF complete",
                "DEU M JPN CN2022:28469030 2022 ~300EUR 300kg CIF complete",
                "DEU M JPN CN2023:28469030 2023 suppressed EUR suppressed kg CIF complete",
                "DEU M W00 CN2022:28469030 2022 1300EUR 1300kg CIF complete",
                "DEU M W00 CN2023:28469030 2023 2500EUR 2500kg CIF complete",
                "FRA M CHN CN2022:28469030 2022 ~70EUR missing kg CIF complete",
                "FRA M CHN CN2023:28469030 2023 missing EUR missing kg CIF complete",
                "FRA M JPN CN2022:28469030 2022 5EUR missing kg CIF complete",
                "FRA M JPN CN2023:28469030 2023 6EUR missing kg CIF complete");
        assertThat(loaded.files().stream().map(Fixture::counts)).containsExactly("7 = 2 + 5 + 0", "7 = 2 + 5 + 0", "6 = 2 + 4 + 0");
    }

    @Test
    void holdsTheUnionsOwnSheetAgainstWhatItBoughtOutside() {
        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("eu.xlsx", Fixture.workbook(Map.of("Sheet 1",
                sheet("European Union - 27 countries (from 2020) [EU27_2020]", "VALUE_IN_EUROS [VALUE_IN_EUROS]",
                        List.of("CN", "China", 1000, "", 2000, ""), List.of("FR", "France", 70, "", 80, ""),
                        List.of("EXT_EU27_2020", "Extra-EU27 (from 2020)", 1000, "", 2100, ""), List.of("WORLD", "All countries", 5000, "", 6000, ""))))));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "EUU M CHN CN2022:28469030 2022 1000EUR missing kg CIF complete",
                "EUU M CHN CN2023:28469030 2023 2000EUR missing kg CIF complete",
                "EUU M W00 CN2022:28469030 2022 1000EUR missing kg CIF complete",
                "EUU M W00 CN2023:28469030 2023 2100EUR missing kg CIF complete");
        assertThat(Fixture.messages(loaded)).anyMatch(message -> message.contains("[world-differs]"));
    }

    @Test
    void readsReportersBesidePartnersInASheetOfMonths() {
        List<List<Object>> rows = new ArrayList<>(above("", "VALUE_IN_EUROS [VALUE_IN_EUROS]"));
        rows.add(List.of("TIME", "TIME", "2024-01", "2024-02"));
        rows.add(List.of("REPORTER (Labels)", "PARTNER (Labels)"));
        rows.add(List.of("Germany", "China", 11, 12));
        rows.add(List.of("France", "China", 21, ":"));

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("m.xlsx", Fixture.workbook(Map.of("Sheet 1", rows))));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "DEU M CHN CN2024:28469030 2024-01 11EUR missing kg CIF selected-partners",
                "DEU M CHN CN2024:28469030 2024-02 12EUR missing kg CIF selected-partners",
                "FRA M CHN CN2024:28469030 2024-01 21EUR missing kg CIF selected-partners",
                "FRA M CHN CN2024:28469030 2024-02 missing EUR missing kg CIF selected-partners");
    }

    /** Saved by labels alone: Eurostat has a label for each kind of partner that it does not name, and adds to a country what it counts with it. */
    @Test
    void knowsPartnersThatAreNotNamedByTheirLabelsAndMembersInsideTheUnion() {
        List<List<Object>> rows = new ArrayList<>(above("European Union - 27 countries (from 2020)", "VALUE_IN_EUROS [VALUE_IN_EUROS]"));
        rows.add(List.of("TIME", "2022"));
        rows.add(List.of("PARTNER (Labels)"));
        rows.add(List.of("China", 1000));
        rows.add(List.of("France (incl. Saint Barthélemy 'BL' -> 2012; incl. Mayotte 'YT' from 2014)", 400));
        rows.add(List.of("Countries and territories not specified", 1));
        rows.add(List.of("Countries and territories not specified within the framework of extra-Union trade", 2));
        rows.add(List.of("Countries and territories not specified for commercial or military reasons in the framework of extra-Union trade", 4));
        rows.add(List.of("Stores and provisions within the framework of extra-Union trade", 8));
        rows.add(List.of("Countries and territories not specified for commercial or military reasons in the framework of intra-Union trade", 16));
        rows.add(List.of("Stores and provisions within the framework of intra-EU trade", 32));
        rows.add(List.of("High seas", 64));

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("eu.xlsx", Fixture.workbook(Map.of("Sheet 1", rows))));

        // 1 + 2 + 4 + 64 are of partners that are not named; 8 are stores; what came from inside the Union is no import of it
        assertThat(Fixture.lines(loaded)).containsExactlyInAnyOrder(
                "EUU M CHN CN2022:28469030 2022 1000EUR missing kg CIF complete",
                "EUU M X99 CN2022:28469030 2022 71EUR missing kg CIF complete",
                "EUU M X97 CN2022:28469030 2022 8EUR missing kg CIF complete");
        assertThat(loaded.files().get(0).rowsSetAside()).isZero();
    }

    @Test
    void dropsAFigureBesideAMarkThatNobodyKnows() {
        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("eu.xlsx", Fixture.workbook(Map.of("Sheet 1",
                sheet("Germany [DE]", "VALUE_IN_EUROS [VALUE_IN_EUROS]", List.of("CN", "China", 1000, "?!", 2000, ""))))));

        assertThat(Fixture.lines(loaded)).contains(
                "DEU M CHN CN2022:28469030 2022 missing EUR missing kg CIF selected-partners",
                "DEU M CHN CN2023:28469030 2023 2000EUR missing kg CIF selected-partners");
        assertThat(Fixture.messages(loaded)).anyMatch(message -> message.contains("found '?!', expected one of the marks") && message.contains("value dropped"));
    }

    @Test
    void asksForCodesWhereNamesStandAlone() {
        List<List<Object>> rows = new ArrayList<>(sheet("Germany", "VALUE_IN_EUROS", List.of("CN", "China", 1000, "", 2000, "")));
        rows.set(6, List.of("PRODUCT", "", "Compounds of samarium"));

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("eu.xlsx", Fixture.workbook(Map.of("Sheet 1", rows))));

        assertThat(loaded.value().observations()).isEmpty();
        assertThat(Fixture.messages(loaded)).contains("eu.xlsx [Sheet 1]:12: found 'Compounds of samarium', expected a commodity code of 2 to 12 digits;"
                + " the row has its name alone: fetch the file again with codes; row set aside [bad-commodity-code]");
    }

    @Test
    void readsLabelledRowsWhereALayoutOfOnesOwnAsksForThem(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("zoll.yaml"), """
                id: zoll
                title: Zoll
                recognise: {headers: [Meldeland, Land, Ware, Jahr, Wert], title-rows: 5, above: columns}
                columns:
                  reporter: {column: Meldeland, scheme: names}
                  partner: {column: Land, scheme: names}
                  flow: {constant: M}
                  commodity: Ware
                  period: Jahr
                  value: Wert
                  currency: {constant: EUR}
                leave-out:
                  - {column: Land, is: [Summe], where: {column: Meldeland, matches: Germany}, reason: alle zusammen}
                """);
        InputSource germany = Fixture.text("a.csv", "Auszug\nMeldeland: Germany\nWare:;284690\n\nLand;Jahr;Wert\nChina;2023;7\nJapan;2023;8\nSumme;2023;15\n");

        Loaded<TradeDataset> loaded = TradeStatisticsReader.withDefaults().withLayouts(folder).read(List.of(germany));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "DEU M CHN :284690 2023 7EUR missing kg UNKNOWN complete", "DEU M JPN :284690 2023 8EUR missing kg UNKNOWN complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 2 + 1 + 0");
    }

    @SafeVarargs
    private static List<List<Object>> sheet(String reporter, String indicator, List<Object>... rows) {
        List<List<Object>> all = new ArrayList<>(above(reporter, indicator));
        all.add(TIME);
        all.add(PARTNERS);
        for (List<Object> row : rows) {
            all.add(row);
        }
        all.add(List.of(""));
        all.add(List.of("Special value"));
        all.add(List.of(":", "not available"));
        all.add(List.of("Available flags:"));
        all.add(List.of("c", "confidential"));
        return all;
    }

    private static List<List<Object>> above(String reporter, String indicator) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("Data extracted on 05/09/2025 06:14:51 from [ESTAT]"));
        rows.add(List.of("Dataset: ", "EU trade since 1988 by HS2-4-6 and CN8 [ds-045409__custom_1]"));
        rows.add(List.of("Last updated: ", "05/09/2025 06:14"));
        rows.add(List.of(""));
        rows.add(List.of("Time frequency [FREQ]", "", "Annual [A]"));
        rows.add(reporter.isEmpty() ? List.of("") : List.of("REPORTER [REPORTER]", "", reporter));
        rows.add(List.of("PRODUCT [PRODUCT]", "", "Compounds of lanthanum, praseodymium, neodymium or samarium [28469030]"));
        rows.add(List.of("FLOW [FLOW]", "", "IMPORT [1]"));
        rows.add(List.of("INDICATORS [INDICATORS]", "", indicator));
        return rows;
    }
}
