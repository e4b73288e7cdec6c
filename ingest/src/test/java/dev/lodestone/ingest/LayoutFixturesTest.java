package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import dev.lodestone.model.trade.TradeObservation;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One fixture for each shipped layout: what is recognised, kept and left out. */
class LayoutFixturesTest {

    @Test
    void readsTheTidyTable() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.file("tidy.csv"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "USA M CHN HS2022:850511 2024 1000.5USD 12kg CUSTOMS complete",
                "USA M X99 HS2022:850511 2024-03 ~7EUR missing kg FOB main-partners",
                "JPN X W00 :2846 2024 suppressed USD suppressed kg UNKNOWN complete",
                "JPN RX TWN :0101 2024-01/2024-04 nil USD nil kg UNKNOWN complete",
                "XKX RM DEU HS2022:2846 2023 0USD 0kg CIF selected-partners");
        assertThat(loaded.issues()).isEmpty();
        assertThat(loaded.value().observations().get(0).origin().note()).isEqualTo("Customs, \"final\"");
        FileReport report = loaded.files().get(0);
        assertThat(report.source().layout()).isEqualTo("tidy");
        assertThat(report.why()).isEqualTo("6 required columns found in line 1, commas, UTF-8");
        assertThat(report.periods()).containsExactly("2023", "2024-03");
        assertThat(report.reporters()).containsExactly("JPN", "USA", "XKX");
        assertThat(report.source().sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void readsComtradesDownloadAndLeavesOutTotalsAndBreakdowns() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.file("un-comtrade.csv"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "USA M CHN HS2022:2846 2023 700USD 600kg CIF complete",
                "USA M TWN HS2022:2846 2023 200USD missing kg CIF complete",
                "USA M X99 HS2022:2846 2023 60USD ~50kg CIF complete",
                "USA M X95 HS2022:2846 2023 40USD ~90kg CIF complete",
                "CAN M CHN HS2022:284610 2023 9USD 5kg FOB complete",
                "FRA X CHE HS2022:2846 2023-04 4USD 3kg FOB complete",
                "USA M W00 HS2022:2846 2023 1000USD 900kg CIF complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("12 = 7 + 5 + 0");
        assertThat(loaded.files().get(0).why()).isEqualTo("6 required columns found in line 1, commas, UTF-8; out of scope:"
                + " 1 all commodities together, 1 all partners together, 1 breakdown by customs procedure, 1 breakdown by mode of transport,"
                + " 1 breakdown by second partner");
        assertThat(Fixture.messages(loaded)).containsExactly(
                "un-comtrade.csv: found '12 rows', expected no cell beyond the header's 47; empty cells ignored, columns not shifted"
                        + " [trailing-cells]");
        assertThat(loaded.value().observations().get(3).origin().note()).isEqualTo("sum of lines 16, 18 (568 + 577)");
    }

    @Test
    void readsComtradesApiAnswer() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.file("un-comtrade-api.json"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "CHN M MMR HS2022:2846 2023 20USD ~8.5kg CIF complete", "CHN M USA HS2022:2846 2023 10USD 2kg CIF complete",
                "CHN M W00 HS2022:2846 2023 30USD ~10.5kg CIF complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 2 + 1 + 0");
        assertThat(loaded.issues()).isEmpty();
        assertThat(loaded.value().observations().get(0).origin().label()).isEqualTo("un-comtrade-api.json:data[1]");
    }

    @Test
    void readsComtradesLegacyDownload() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.file("un-comtrade-legacy.csv"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "IDN X SGP HS2017:010392 2020 75489692USD 32751130kg FOB complete",
                "MEX M IND HS2017:280530 2021 17USD ~5kg FOB complete",
                "NOR RX ITA HS2012:280530 2021 18USD missing kg FOB complete",
                "IDN X W00 HS2017:010392 2020 75489692USD 32751130kg FOB complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("4 = 3 + 1 + 0");
    }

    @Test
    void readsBaciAsImportsAndAddsCodesOfOneEconomy() {
        Loaded<TradeDataset> loaded = TradeStatisticsReader.withDefaults()
                .withScope(CommodityScope.of("8505"))
                .read(List.of(Fixture.file("cepii-baci.csv")));

        assertThat(Fixture.lines(loaded)).as("nobody buys magnets for hundreds of millions from one supplier alone").containsExactly(
                "USA M CHN HS:850511 2024 337169059USD 5212740kg FOB selected-partners",
                "JPN M TWN HS:850511 2024 500USD missing kg FOB complete",
                "DEU M BEL HS:850511 2024 1250USD 100kg FOB complete",
                "DEU M BLX HS:850511 2024 2500USD 200kg FOB complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("5 = 4 + 1 + 0");
    }

    @Test
    void readsComextWithItsOwnCountryCodes() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.file("eurostat-comext.csv"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "GRC M CHN CN2024:28469060 2024 1000EUR 20kg CIF complete",
                "DEU M XKX CN2024:28469060 2024-03 5EUR missing kg CIF complete",
                "DEU M GBR CN2024:28469060 2024 13EUR 3kg CIF complete",
                "DEU M X99 CN2024:28469060 2024 8EUR suppressed kg CIF complete",
                "DEU X X94 CN2024:28469060 2024 9EUR 0kg FOB complete",
                "DEU M W00 CN2024:28469060 2024 21EUR 3kg CIF complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("11 = 6 + 5 + 0");
        assertThat(loaded.issues()).isEmpty();
    }

    @Test
    void joinsDataWebsValuesAndWeightsAndNeverTakesMonthsForAYear() {
        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("dataweb.xlsx", Fixture.dataWeb()));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "USA M CHN HTS:2846 2024 112644992USD 10240357kg CUSTOMS selected-partners",
                "USA M CHN HTS:2846 2025 100698766USD suppressed kg CUSTOMS selected-partners",
                "USA M MMR HTS:2846 2024 5USD 1kg CUSTOMS selected-partners",
                "USA M MMR HTS:2846 2025 nil USD nil kg CUSTOMS selected-partners",
                "USA M CHN HTS:8505 2024 486914658USD missing kg CUSTOMS selected-partners",
                "USA M CHN HTS:8505 2025 418189682USD missing kg CUSTOMS selected-partners",
                "USA M CHN HTS:2846 2025-01/2025-04 59229873USD missing kg CUSTOMS selected-partners",
                "USA M CHN HTS:2846 2026-01/2026-04 96366817USD missing kg CUSTOMS selected-partners");
        assertThat(loaded.files().stream().map(Fixture::counts))
                .containsExactly("5 = 4 + 1 + 0", "2 = 1 + 1 + 0", "4 = 3 + 1 + 0");
        TradeObservation first = loaded.value().observations().get(0);
        assertThat(first.origin().label()).isEqualTo("dataweb.xlsx [Customs Value]:F4");
        assertThat(loaded.value().observations().get(4).origin().note()).isEqualTo("sum of F6 + F7");
    }

    @Test
    void takesTheLastYearForTheTitlesMonthsWhereNoSheetGivesTheseMonths() {
        var sheets = Fixture.dataWebSheets();
        sheets.remove("Customs Value YTD");
        sheets.put("Customs Value", List.of(
                List.of("General Imports|Annual + Year-To-Date Data from Jan - Apr"),
                List.of("Data Type", "Country", "HTS Number", "Quantity Description", "2025", "2026"),
                List.of("Customs Value", "China", "2846", "Value for: kilograms", 100698766, 96366817)));

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("dataweb.xlsx", Fixture.workbook(sheets)));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "USA M CHN HTS:2846 2025 100698766USD suppressed kg CUSTOMS selected-partners",
                "USA M CHN HTS:2846 2026-01/2026-04 96366817USD missing kg CUSTOMS selected-partners");
    }

    @Test
    void readsOneOfSeveralValuesOfAFlow() {
        var sheets = Fixture.dataWebSheets();
        sheets.remove("Customs Value YTD");
        sheets.remove("First Unit of Quantity");
        List<Object> names = List.of("Data Type", "Country", "HTS Number", "Quantity Description", "2024");
        sheets.put("CIF Import Value", List.of(
                List.of("General Imports|Annual Data"), names, List.of("CIF Import Value", "China", "2846", "Value for: kilograms", 120)));
        sheets.put("Customs Value", List.of(
                List.of("General Imports|Annual Data"), names, List.of("Customs Value", "China", "2846", "Value for: kilograms", 100)));

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("dataweb.xlsx", Fixture.workbook(sheets)));

        assertThat(Fixture.lines(loaded))
                .containsExactly("USA M CHN HTS:2846 2024 100USD missing kg CUSTOMS selected-partners");
        assertThat(loaded.files().stream().map(Fixture::counts)).containsExactly("1 = 1 + 0 + 0", "1 = 0 + 1 + 0");
    }

    @Test
    void readsAWorkbookOfComtradeLikeItsCsv() {
        List<List<Object>> rows = List.of(
                List.of("typeCode", "freqCode", "period", "reporterCode", "flowCode", "partnerCode", "partner2Code", "classificationCode",
                        "cmdCode", "customsCode", "motCode", "netWgt", "isNetWgtEstimated", "cifvalue", "fobvalue", "primaryValue"),
                List.of("C", "A", "2019", 36, "M", 156, 0, "H5", "2504", "C00", 0, 228485, true, 259727.21, 243386.124, 259727.21));

        Loaded<TradeDataset> loaded =
                Fixture.read(InputSource.ofBytes("plus.xlsx", Fixture.workbook(new TreeMap<>(java.util.Map.of("Sheet1", rows)))));

        assertThat(Fixture.lines(loaded)).containsExactly("AUS M CHN HS2017:2504 2019 259727.21USD ~228485kg CIF selected-partners");
        assertThat(loaded.value().observations().get(0).origin().label()).isEqualTo("plus.xlsx [Sheet1]:P2");
    }
}
