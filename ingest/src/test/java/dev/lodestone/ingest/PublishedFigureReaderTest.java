package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.Issue;
import dev.lodestone.model.quality.Loaded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables of production and reliance as the US Geological Survey publishes them. Most figures are made up. */
class PublishedFigureReaderTest {

    @Test
    void readsTheSalientStatisticsOfACommodityWithTheirSigns() {
        Loaded<List<PublishedFigure>> loaded = read(Fixture.text("mcs2023-galli_salient.csv", """
                DataSource,Commodity,Year,USprod_Primary_kg,Imports_Metal_kg,Exports_kg,Consump_Reported_kg,Price_Metal_dkg,NIR_pct
                MCS2023,Gallium,2021,—,"8,890",NA,17100,320,100
                MCS2023,Gallium,2022,--,12000,W,18000,420,>95
                MCS2023,Gallium,2023,W,12000,W,lots,420,E
                """));

        assertThat(lines(loaded)).containsExactly(
                "production USA [] primary 2021 — kg MCS2023 (Nil) mcs2023-galli_salient.csv:2",
                "imports USA [] metal 2021 8890 kg MCS2023 () mcs2023-galli_salient.csv:2",
                "exports USA [] gallium 2021 NA kg MCS2023 (Not available) mcs2023-galli_salient.csv:2",
                "net-import-reliance USA [] gallium 2021 100 % of apparent consumption MCS2023 () mcs2023-galli_salient.csv:2",
                "production USA [] primary 2022 -- kg MCS2023 (Nil) mcs2023-galli_salient.csv:3",
                "imports USA [] metal 2022 12000 kg MCS2023 () mcs2023-galli_salient.csv:3",
                "exports USA [] gallium 2022 W kg MCS2023 (Withheld) mcs2023-galli_salient.csv:3",
                "net-import-reliance USA [] gallium 2022 >95 % of apparent consumption MCS2023 () mcs2023-galli_salient.csv:3",
                "production USA [] primary 2023 W kg MCS2023 (Withheld) mcs2023-galli_salient.csv:4",
                "imports USA [] metal 2023 12000 kg MCS2023 () mcs2023-galli_salient.csv:4",
                "exports USA [] gallium 2023 W kg MCS2023 (Withheld) mcs2023-galli_salient.csv:4",
                "net-import-reliance USA [] gallium 2023 E % of apparent consumption MCS2023 (Net exporter) mcs2023-galli_salient.csv:4");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 3 + 0 + 0");
    }

    @Test
    void readsWorldProductionOfACommodity() {
        Loaded<List<PublishedFigure>> loaded = read(Fixture.text("mcs2024-raree_world.csv", """
                Source,Country,Type,Prod_t_2022,Prod_t_est_2023,Prod_notes,Reserves_t,Reserves_notes
                MCS2024,United States,"Mine production, rare-earth-oxide equivalent","42,000","43,000",,"1,800,000",
                MCS2024,China 9,"Mine production, rare-earth-oxide equivalent","210,000","240,000",Production quota.,"44,000,000",
                MCS2024,Atlantis,"Mine production, rare-earth-oxide equivalent",1,2,,NA,
                MCS2024,India,"Mine production, rare-earth-oxide equivalent","2,9O0",2900,,NA,
                MCS2024,World total (rounded),"Mine production, rare-earth-oxide equivalent","300,000","350,000",,,
                """));

        assertThat(lines(loaded)).containsExactly(
                "mine-production USA [ore] mine production 2022 42000 t MCS2024 () mcs2024-raree_world.csv:2",
                "mine-production USA [ore] mine production 2023 43000 t MCS2024 (Estimated) mcs2024-raree_world.csv:2",
                "mine-production CHN [ore] mine production 2022 210000 t MCS2024 (Production quota) mcs2024-raree_world.csv:3",
                "mine-production CHN [ore] mine production 2023 240000 t MCS2024 (Estimated; Production quota) mcs2024-raree_world.csv:3",
                "mine-production W00 [ore] mine production 2022 300000 t MCS2024 () mcs2024-raree_world.csv:6",
                "mine-production W00 [ore] mine production 2023 350000 t MCS2024 (Estimated) mcs2024-raree_world.csv:6");
        assertThat(loaded.issues()).extracting(Issue::message).containsExactly(
                "mcs2024-raree_world.csv:4: column 'Prod_t_2022': found 'Atlantis', expected an economy's name; row set aside [unknown-economy]",
                "mcs2024-raree_world.csv:5: column 'Prod_t_2022': found '2,9O0', expected a figure, or one of W, NA, XX, E, --; row set aside"
                        + " [bad-number]");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("5 = 3 + 0 + 2");
    }

    @Test
    void readsTheWorldTableOfAllCommodities() {
        Loaded<List<PublishedFigure>> loaded = read(Fixture.text("MCS2025_World_Data.csv", """
                SOURCE,COMMODITY,COUNTRY,TYPE,UNIT_MEAS,PROD_2023,PROD_EST_ 2024,PROD_NOTES,CAP_2023,CAP_EST_ 2024,CAP_NOTES,RESERVES_2024,RESERVE_NOTES
                MCS2025,Cobalt,Congo (Kinshasa),"Mine production, cobalt content",metric tons,175000,220000,,,,,6000000,
                MCS2025,Aluminum,China,"Smelter production, aluminum",thousand metric tons,41000,43000,,,,,,
                MCS2025,Abrasives (Manufactured),China,Capacity,metric tons,,,,1,2,,,
                """));

        assertThat(lines(loaded)).containsExactly(
                "mine-production COD [ore] mine production 2023 175000 t MCS2025 () MCS2025_World_Data.csv:2",
                "mine-production COD [ore] mine production 2024 220000 t MCS2025 (Estimated) MCS2025_World_Data.csv:2",
                "production CHN [metal] aluminum 2023 41000 thousand t MCS2025 () MCS2025_World_Data.csv:3",
                "production CHN [metal] aluminum 2024 43000 thousand t MCS2025 (Estimated) MCS2025_World_Data.csv:3");
        assertThat(loaded.files().get(0).why()).contains("out of scope: 1 no figure that is read");
    }

    @Test
    void readsTheReleaseWithARowForEachFigure() {
        Loaded<List<PublishedFigure>> loaded = read(Fixture.text("MCS2026_Commodities_Data.csv", """
                MCS chapter,Section,Commodity,Country,Statistics,Statistics_detail,Unit,Year,Value,Notes,Is critical mineral 2025,Other notes
                RARE EARTHS,Salient Statistics—United States,Rare Earths,United States,Net import reliance,Net import reliance as a percentage of apparent consumption: Compounds and metals,percent,2025,67,Estimated.,Yes,
                RARE EARTHS,Salient Statistics—United States,Rare Earths,United States,Net import reliance,Net import reliance as a percentage of apparent consumption: Mineral concentrates,percent,2025,E,Estimated.,Yes,
                RARE EARTHS (Heavy),Salient Statistics—United States,Rare Earths (Heavy),United States,Net import reliance,"Net import reliance as a percentage of apparent consumption, compounds and metals",percent,2025,100,Estimated.,Yes,
                YTTRIUM,Salient Statistics—United States,Yttrium,United States,Net import reliance,Net import relianceas a percentage of apparent consumption,percent,2025,100,,Yes,
                RARE EARTHS,World Mine Production and Reserves,Rare Earths,China,Production,Mine production,metric tons,2025_estimated,"270,000",Production quota.,Yes,
                RARE EARTHS,World Mine Production and Reserves,Rare Earths,World total,Reserves,Reserves: rounded,metric tons,2025,">75,000,000",,Yes,
                RARE EARTHS,Import Sources,Rare Earths,China,Import sources,Import sources,percent,2021–24,71,,Yes,
                """));

        assertThat(lines(loaded)).containsExactly(
                "net-import-reliance USA [compound] compounds and metals 2025 67 % of apparent consumption  (Estimated) MCS2026_Commodities_Data.csv:2",
                "net-import-reliance USA [ore] mineral concentrates 2025 E % of apparent consumption  (Net exporter; Estimated)"
                        + " MCS2026_Commodities_Data.csv:3",
                "net-import-reliance USA [compound] compounds and metals 2025 100 % of apparent consumption  (Estimated)"
                        + " MCS2026_Commodities_Data.csv:4",
                "net-import-reliance USA [] yttrium 2025 100 % of apparent consumption  () MCS2026_Commodities_Data.csv:5",
                "mine-production CHN [ore] mine production 2025 270000 t  (Estimated; Production quota) MCS2026_Commodities_Data.csv:6");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("7 = 5 + 2 + 0");
    }

    @Test
    void readsTheYearbooksTableWithMarksBesideFiguresAndBehindNames() {
        Loaded<List<PublishedFigure>> loaded = read(InputSource.ofBytes("myb1-2022-raree.xlsx", Fixture.workbook(Map.of("T8", List.of(
                List.of("TABLE 8"),
                List.of("RARE EARTHS: WORLD MINE PRODUCTION, BY COUNTRY OR LOCALITY1"),
                List.of("(Metric tons, rare-earth oxide equivalent)"),
                List.of(),
                List.of("Country or locality2", "", 2021, "", 2022, ""),
                List.of("Australiae", "", 24000, "", 18000, "r"),
                List.of("China3", "", 168000, "", 210000, ""),
                List.of("Indiae, 4", "", 2900, "", "--", ""),
                List.of("Greece", "", "--", "", "--", ""),
                List.of("United States", "", 42400, "e", 42500, "6"),
                List.of("Total", "", 290000, "r", 300000, ""),
                List.of("eEstimated. rRevised. -- Zero."),
                List.of("1Table includes data available through April 1, 2024."))))));

        assertThat(lines(loaded)).containsExactly(
                "mine-production AUS [ore] mine production 2021 24000 t  (Estimated) myb1-2022-raree.xlsx [T8]:C6",
                "mine-production AUS [ore] mine production 2022 18000 t  (Estimated) myb1-2022-raree.xlsx [T8]:E6",
                "mine-production CHN [ore] mine production 2021 168000 t  () myb1-2022-raree.xlsx [T8]:C7",
                "mine-production CHN [ore] mine production 2022 210000 t  () myb1-2022-raree.xlsx [T8]:E7",
                "mine-production IND [ore] mine production 2021 2900 t  (Estimated) myb1-2022-raree.xlsx [T8]:C8",
                "mine-production IND [ore] mine production 2022 -- t  (Nil; Estimated) myb1-2022-raree.xlsx [T8]:E8",
                "mine-production GRC [ore] mine production 2021 -- t  (Nil) myb1-2022-raree.xlsx [T8]:C9",
                "mine-production GRC [ore] mine production 2022 -- t  (Nil) myb1-2022-raree.xlsx [T8]:E9",
                "mine-production USA [ore] mine production 2021 42400 t  (Estimated) myb1-2022-raree.xlsx [T8]:C10",
                "mine-production USA [ore] mine production 2022 42500 t  () myb1-2022-raree.xlsx [T8]:E10",
                "mine-production W00 [ore] mine production 2021 290000 t  () myb1-2022-raree.xlsx [T8]:C11",
                "mine-production W00 [ore] mine production 2022 300000 t  () myb1-2022-raree.xlsx [T8]:E11");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("8 = 6 + 2 + 0");
    }

    @Test
    void takesNoFigureFromTradeStatistics() {
        Loaded<List<PublishedFigure>> loaded = read(Fixture.text("t.csv", "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,2846,2023,1\n"));

        assertThat(loaded.value()).isEmpty();
        assertThat(loaded.files().get(0).isRecognised()).isTrue();
    }

    private static Loaded<List<PublishedFigure>> read(InputSource source) {
        return PublishedFigureReader.withDefaults().read(List.of(source));
    }

    private static List<String> lines(Loaded<List<PublishedFigure>> loaded) {
        return loaded.value().stream()
                .map(f -> f.series() + " " + f.economy().code() + " [" + f.stage() + "] " + f.scope() + " " + f.year() + " " + f.text() + " " + f.unit()
                        + " " + f.edition() + " (" + f.note() + ") " + f.place())
                .toList();
    }
}
