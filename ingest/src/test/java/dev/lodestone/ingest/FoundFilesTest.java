package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishers' files in the shapes in which people keep them: older editions, fewer columns, saved by software for data, joined. */
class FoundFilesTest {

    private static final String TIDY = "reporter,partner,flow,commodity,period,value,net_weight_kg\n";

    @Test
    void readsTheUnionThatEurostatReportsAsOne() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("eu.csv", """
                DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG
                ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,EU27_2020,CN,28461000,1,VALUE_IN_EUROS,2024,5000,
                ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,EU27_2020,CN,28461000,1,QUANTITY_IN_100KG,2024,50,
                ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,EU27_2020,JP,28461000,1,VALUE_IN_EUROS,2024,2000,
                ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,EU27_2020,DE,28461000,1,VALUE_IN_EUROS,2024,900,
                ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,EU27_2020,EXT_EU27_2020,28461000,1,VALUE_IN_EUROS,2024,7000,
                ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,EU27_2020,WORLD,28461000,1,VALUE_IN_EUROS,2024,7900,
                ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,EU28,CN,28461000,1,VALUE_IN_EUROS,2024,9999,
                ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,DE,EXT_EU27_2020,28461000,1,VALUE_IN_EUROS,2024,1,
                """));

        assertThat(Fixture.lines(loaded)).containsExactlyInAnyOrder(
                "EUU M CHN CN2024:28461000 2024 5000EUR 5000kg CIF complete",
                "EUU M JPN CN2024:28461000 2024 2000EUR missing kg CIF complete",
                "EUU M W00 CN2024:28461000 2024 7000EUR missing kg CIF complete");
        assertThat(loaded.files().get(0).why()).endsWith(
                "out of scope: 1 several declarants together, 3 several partners together, 1 trade inside the European Union");
        assertThat(loaded.issues()).isEmpty();
    }

    @Test
    void refusesComextsRowsWhoseDeclarantsAndPartnersChangedPlaces() {
        String head = "DECLARANT_ISO,PARTNER_ISO,PRODUCT_NC,FLOW,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG\n";
        String sound = "DE,CN,28461000,1,202452,5,1\nDE,NO,28461000,1,202452,6,1\nNO,DE,28461000,1,202452,7,1\n";

        Loaded<TradeDataset> swapped = Fixture.read(Fixture.text("c.csv", head + sound + "CN,FR,28461000,1,202452,8,1\nFR,DE,28461000,1,202452,9,1\n"));

        assertThat(Fixture.lines(Fixture.read(Fixture.text("c.csv", head + sound)))).hasSize(3);
        assertThat(Fixture.lines(swapped)).isEmpty();
        assertThat(Fixture.messages(swapped)).contains("c.csv: expected a file that can be read to its end, but 1 of its rows name as reporter whom layout"
                + " eurostat-comext has no figures of, such as 'CN': reporters and partners have changed places, and where both may report nothing shows it. Put the"
                + " columns right, or fetch the file again; file not read [file-not-readable]");
    }

    @Test
    void setsAsideTheOneRowInHundredsWhoseReporterIsNoneOfThePublishers() {
        StringBuilder table = new StringBuilder("DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n");
        for (int code = 10; code < 99; code++) {
            for (String reporter : List.of("DE", "FR")) {
                table.append("D,today,A,").append(reporter).append(",CN,2846").append(code).append("00,1,VALUE_IN_EUROS,2024,5,\n");
            }
        }
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("c.csv", table + "D,today,A,CN,DE,28461000,1,VALUE_IN_EUROS,2024,7,\n"));

        assertThat(Fixture.lines(loaded)).hasSize(178);
        assertThat(Fixture.messages(loaded)).contains("c.csv:180: column 'reporter': found 'CN', expected a reporter of this publisher, ALB, AUT, BEL"
                + " and such; row set aside [unknown-economy]");
    }

    @Test
    void readsEurostatsKeyedTableThatASpreadsheetSaved() {
        List<List<Object>> rows = List.of(
                List.of("Saved by me"),
                List.of("freq,reporter,partner,product,flow,indicators\\TIME_PERIOD", 2023.0, "2024 "),
                List.of("A,DE,CN,28461000,1,VALUE_IN_EUROS", 5000.0, "6000 e"),
                List.of("A,DE,JP,28461000,1,VALUE_IN_EUROS", "about 7", 80.0),
                List.of("A,DE,CN,28461000,1,QUANTITY_IN_100KG", 50.0, ": c"),
                List.of("A,DE,JP,28461000,1,QUANTITY_IN_100KG", 1.0, 2.0));

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("k.xlsx", Fixture.workbook(Map.of("Sheet 1", rows))));

        assertThat(Fixture.lines(loaded)).contains(
                "DEU M CHN CN2023:28461000 2023 5000EUR 5000kg CIF complete", "DEU M JPN CN2024:28461000 2024 80EUR 200kg CIF complete");
        assertThat(Fixture.messages(loaded)).anyMatch(message -> message.startsWith("k.xlsx [Sheet 1]:B4: column '2023': found 'about 7', expected"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"k.tsv", "k.xlsx"})
    void setsAsideARowOfAKeyedTableThatHasAnotherNumberOfKeysThanItsHeader(String name) {
        List<List<Object>> rows = List.of(
                List.of("freq,reporter,partner,product,flow,indicators\\TIME_PERIOD", "2023", "2024"),
                List.of("A,DE,CN,28461000,1,VALUE_IN_EUROS", "5000", "6000"),
                List.of("A,DE,JP,28461000,1,VALUE_IN_EUROS,7", "70"),
                List.of("A,DE,KR,28461000,VALUE_IN_EUROS", "80", "90", "100"));
        String text = rows.stream().map(row -> row.stream().map(Object::toString).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n", "", "\n"));

        Loaded<TradeDataset> loaded = Fixture.read(
                name.endsWith("tsv") ? Fixture.text(name, text) : InputSource.ofBytes(name, Fixture.workbook(Map.of("Sheet 1", rows))));

        assertThat(Fixture.lines(loaded)).containsExactlyInAnyOrder(
                "DEU M CHN CN2023:28461000 2023 5000EUR missing kg CIF selected-partners", "DEU M CHN CN2024:28461000 2024 6000EUR missing kg CIF selected-partners");
        assertThat(loaded.files().get(0).rowsSetAside()).isEqualTo(2);
        assertThat(Fixture.messages(loaded)).anyMatch(message -> message.endsWith(
                ":3: found 'A,DE,JP,28461000,1,VALUE_IN_EUROS,7', expected 6 keys as in the header; row set aside [wrong-cell-count]"));
    }

    @Test
    void refusesAKeyedTableWhoseCellsWereMerged() {
        byte[] merged = Fixture.workbook(workbook -> Fixture.sheet(workbook, "S",
                        List.of("freq,reporter,partner,product,flow,indicators\\TIME_PERIOD", 2023.0),
                        List.of("A,DE,CN,28461000,1,VALUE_IN_EUROS", 5000.0),
                        List.of("A,DE,JP,28461000,1,VALUE_IN_EUROS"))
                .addMergedRegion(CellRangeAddress.valueOf("B2:B3")));

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("k.xlsx", merged));

        assertThat(Fixture.lines(loaded)).isEmpty();
        assertThat(Fixture.messages(loaded)).singleElement().asString()
                .contains("its cell B2 is merged with others, which is not read in a table of several columns in one cell: undo it");
    }

    @Test
    void readsBacisOlderEditions() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("baci96_2005.csv", """
                "t","hs6","i","j","v","q"
                "2005","284690",156,392,10.5,3.2
                "2005","010121",842,276,1,NA
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN HS:284690 2005 10500USD 3200kg FOB complete", "DEU M USA HS:010121 2005 1000USD missing kg FOB complete");
    }

    @Test
    void readsComtradesOldDownloadOfWhichFewColumnsWereKept() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("comtrade.csv", """
                Classification,Year,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Partner Code,Partner,Commodity Code,Commodity,Trade Value (US$),Flag
                H5,2017,1,Import,842,USA,156,China,28,"Inorganic chemicals; compounds of rare earth metals",1458351184,4
                H5,2017,3,Re-Export,842,USA,156,China,28,"Inorganic chemicals; compounds of rare earth metals",18617572,0
                H5,2017,1,Import,842,USA,156,China,1,Animals; live,36327640,4
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "USA M CHN HS2017:28 2017 1458351184USD missing kg CIF selected-partners",
                "USA RX CHN HS2017:28 2017 18617572USD missing kg FOB selected-partners");
        assertThat(loaded.files().get(0).issueCounts()).containsEntry("bad-commodity-code", 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NA", "NaN", "nan", "None", "null", "<NA>"})
    void takesWhatSoftwareForDataWritesForAMissingFigureAsMissing(String written) {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("r.csv", TIDY + "JPN,CHN,M,2846,2023,1000," + written + "\n"));

        assertThat(Fixture.lines(loaded)).containsExactly("JPN M CHN :2846 2023 1000USD missing kg UNKNOWN complete");
        assertThat(loaded.issues()).isEmpty();
    }

    @Test
    void passesOverByteOrderMarksWhereFilesWereJoined() {
        String each = "\uFEFF" + TIDY;
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text(
                "joined.csv", each + "JPN,CHN,M,2846,2023,1000,1\n" + each + "JPN,USA,M,2846,2023,500,2\n\uFEFFKOR,USA,M,2846,2023,7,3\n"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN :2846 2023 1000USD 1kg UNKNOWN complete",
                "JPN M USA :2846 2023 500USD 2kg UNKNOWN complete",
                "KOR M USA :2846 2023 7USD 3kg UNKNOWN complete");
        assertThat(loaded.files().get(0).why()).endsWith("out of scope: 1 header once more");
    }

    @Test
    void passesOverMarksOfTheDirectionOfWriting() {
        Loaded<TradeDataset> loaded =
                Fixture.read(Fixture.text("rtl.csv", TIDY + "\u200fJPN,\u202bCHN\u202c,M,2846,2023,\u200e1000,\u20665\u2069\n"));

        assertThat(Fixture.lines(loaded)).containsExactly("JPN M CHN :2846 2023 1000USD 5kg UNKNOWN complete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u202f", "\u2009", " ", "'", "\u2019"})
    void readsNumbersOfSpreadsheetsInFrenchAndSwissStyle(String mark) {
        String text = "reporter;partner;flow;commodity;period;value;net_weight_kg\nJPN;CHN;M;2846;2023;1" + mark + "234" + mark + "567,50;12" + mark + "345\n";
        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("fr.csv", text.getBytes(StandardCharsets.UTF_8)));

        assertThat(Fixture.lines(loaded)).containsExactly("JPN M CHN :2846 2023 1234567.5USD 12345kg UNKNOWN complete");
        assertThat(loaded.files().get(0).issueCounts()).containsOnly(Map.entry("other-number-style", 1L));
    }
}
