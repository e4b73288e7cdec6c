package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of known publishers in another cut: other columns, other labels, other periods than those that a layout was written from. */
class OtherExportsTest {

    private static final String SDMX_NAMES = "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,freq,Time frequency,reporter,REPORTER,partner,PARTNER,"
            + "product,PRODUCT,flow,FLOW,indicators,INDICATORS,TIME_PERIOD,Time,OBS_VALUE,Observation value,OBS_FLAG,"
            + "Observation status (Flag) V2 structure,CONF_STATUS,Confidentiality status (flag)\n";

    @Test
    void readsComextsSecondEditionWhoseLabelsStandBesideTheCodes() {
        String head = "dataflow,ESTAT:DS-045409(1.0),EU trade,A,Annual,DE,Germany,";
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.csv", SDMX_NAMES
                + head + "CN,China,28469060,\"Compounds, of Gd\",1,IMPORT,VALUE_IN_EUROS,VALUE_IN_EUROS,2024,,1000,,,,,\n"
                + head + "CN,China,28469060,\"Compounds, of Gd\",1,IMPORT,QUANTITY_IN_100KG,QUANTITY_IN_100KG,2024,,1.5,,,,,\n"
                + head + "JP,Japan,28469060,\"Compounds, of Gd\",1,IMPORT,VALUE_IN_EUROS,VALUE_IN_EUROS,2024,,,,,,C,Confidential\n"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "DEU M CHN CN2024:28469060 2024 1000EUR 150kg CIF complete",
                "DEU M JPN CN2024:28469060 2024 suppressed EUR missing kg CIF complete");
        assertThat(loaded.issues()).isEmpty();
    }

    private static final String JSON_STAT = """
            {"version":"2.0","class":"dataset","label":"EU trade since 1988","source":"ESTAT","value":%s,
            "status":{"3":"c","0":"e"},"id":["freq","reporter","partner","product","flow","indicators","time"],"size":[1,1,3,1,1,2,1],
            "dimension":{"freq":{"label":"f","category":{"label":{"A":"Annual"}}},
            "reporter":{"category":{"index":["DE"]}},"partner":{"category":{"index":{"JP":1,"CN":0,"WORLD":2},"label":{"CN":"China"}}},
            "product":{"category":{"index":{"28469060":0}}},"flow":{"category":{"index":{"1":0}}},
            "indicators":{"category":{"index":{"VALUE_IN_EUROS":0,"QUANTITY_IN_100KG":1}}},"time":{"category":{"index":{"2024":0}}}},
            "extension":{"id":"DS-045409"}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"{\"0\":1000,\"1\":1.5,\"2\":7,\"4\":1007}", "[1000,1.5,7,null,1007,null]"})
    void readsComextAsJsonStat(String values) {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.json", JSON_STAT.formatted(values)));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "DEU M CHN CN2024:28469060 2024 ~1000EUR 150kg CIF complete",
                "DEU M JPN CN2024:28469060 2024 7EUR suppressed kg CIF complete",
                "DEU M W00 CN2024:28469060 2024 1007EUR missing kg CIF complete");
        assertThat(loaded.files().get(0).source().layout()).isEqualTo("eurostat-comext-json");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("5 = 4 + 1 + 0");
    }

    @Test
    void refusesJsonStatWhoseFiguresLieOutsideItsDimensions() {
        assertThat(Fixture.messages(Fixture.read(Fixture.text("a.json", JSON_STAT.formatted("{\"0\":1,\"6\":2}"))))).containsExactly(
                "a.json: expected a file that can be read to its end, but value 6 lies outside its dimensions; file not read [file-not-readable]");
        assertThat(Fixture.messages(Fixture.read(Fixture.text("a.json", JSON_STAT.formatted("[1]").replace("\"DE\"", ""))))).containsExactly(
                "a.json: expected a file that can be read to its end, but dimension 'reporter' does not have the categories that its size says;"
                        + " file not read [file-not-readable]");
    }

    @Test
    void readsComextWithLabelsBehindTheCodesInTheHeaderToo() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.csv", """
                DATAFLOW,LAST UPDATE,freq: Time frequency,reporter: REPORTER,partner: PARTNER,product: PRODUCT,flow: FLOW,indicators: INDICATORS,TIME_PERIOD: Time,OBS_VALUE: Observation value
                ESTAT:DS-045409(1.0),15/03/25,M: Monthly,DE: Germany,CN: China,28469060: Compounds,1: IMPORT,VALUE_IN_EUROS: Value,2024-03: 2024-03,9
                """));

        assertThat(Fixture.lines(loaded)).containsExactly("DEU M CHN CN2024:28469060 2024-03 9EUR missing kg CIF selected-partners");
    }

    @Test
    void leavesOutTheCensusBureausTotalsWhereOnlyNamesAreGiven() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.json", """
                [["CTY_NAME","I_COMMODITY","GEN_VAL_YR","YEAR","MONTH"],
                ["CHINA","2846","1000","2024","12"],
                ["KOREA, SOUTH","2846","200","2024","12"],
                ["EUROPEAN UNION","2846","300","2024","12"],
                ["ASIA","2846","1200","2024","12"],
                ["TOTAL FOR ALL COUNTRIES","2846","1500","2024","12"]]
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "USA M CHN HTS:2846 2024 1000USD missing kg CUSTOMS complete",
                "USA M KOR HTS:2846 2024 200USD missing kg CUSTOMS complete",
                "USA M W00 HTS:2846 2024 1500USD missing kg CUSTOMS complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("5 = 2 + 3 + 0");
        assertThat(loaded.files().get(0).issueCounts()).containsEntry("world-differs", 1L);
    }

    /** What came through one district alone stands there twice: 50 through Boston, 50 through all districts. */
    @Test
    void takesTheCensusBureausTotalOfDistrictsWhereOneDistrictStandsBeside() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.json", """
                [["CTY_CODE","CTY_NAME","I_COMMODITY","DISTRICT","DIST_NAME","GEN_VAL_MO","time"],
                ["5700","CHINA","284690","-","TOTAL FOR ALL DISTRICTS","700","2024-02"],
                ["5700","CHINA","284690","01","PORTLAND, ME","500","2024-02"],
                ["5700","CHINA","284690","04","BOSTON, MA","200","2024-02"],
                ["5880","JAPAN","284690","04","BOSTON, MA","50","2024-02"],
                ["5880","JAPAN","284690","","TOTAL FOR ALL DISTRICTS","50","2024-02"],
                ["-","TOTAL FOR ALL COUNTRIES","284690","04","BOSTON, MA","250","2024-02"],
                ["-","TOTAL FOR ALL COUNTRIES","284690","-","TOTAL FOR ALL DISTRICTS","750","2024-02"],
                ["-","TOTAL FOR ALL COUNTRIES","284690","01","PORTLAND, ME","500","2024-02"]]
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "USA M CHN HTS:284690 2024-02 700USD missing kg CUSTOMS complete",
                "USA M JPN HTS:284690 2024-02 50USD missing kg CUSTOMS complete",
                "USA M W00 HTS:284690 2024-02 750USD missing kg CUSTOMS complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("8 = 2 + 3 + 3");
        assertThat(loaded.files().get(0).issueCounts()).containsEntry("suspected-breakdown", 3L).doesNotContainKey("world-differs");
        assertThat(Fixture.messages(loaded)).contains("a.json:[4]: column 'GEN_VAL_MO': found '50', expected one row for USA M JPN, HTS 284690, 2024-02, whose total is in line 6;"
                + " row set aside [suspected-breakdown]");
    }

    /** Exports of home and foreign goods and both together: 60 and 40 are 100; 30 of foreign goods alone are all 30. */
    @Test
    void takesTheCensusBureausTotalOfHomeAndForeignGoods() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.json", """
                [["CTY_CODE","E_COMMODITY","DF","ALL_VAL_MO","QTY_1_MO","UNIT_QY1","time"],
                ["5700","284690","1","60","6","KG","2024-02"],
                ["5700","284690","2","40","4","KG","2024-02"],
                ["5700","284690","-","100","10","KG","2024-02"],
                ["5880","284690","-","30","3","KG","2024-02"],
                ["5880","284690","2","30","3","KG","2024-02"]]
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "USA X CHN HTS:284690 2024-02 100USD 10kg FOB complete",
                "USA X JPN HTS:284690 2024-02 30USD 3kg FOB complete");
    }

    /** Without their total parts are added up; World rows, too. */
    @Test
    void addsUpTheCensusBureausPortsWhereNoTotalIsNamed() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.json", """
                [["CTY_CODE","I_COMMODITY","PORT","GEN_VAL_MO","time"],
                ["5700","284690","0101","100","2024-02"],
                ["5700","284690","0401","60","2024-02"],
                ["5700","284690","1001","30","2024-02"],
                ["-","284690","0101","100","2024-02"],
                ["-","284690","0401","60","2024-02"],
                ["-","284690","0401","60","2024-02"],
                ["-","284690","1001","30","2024-02"]]
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "USA M CHN HTS:284690 2024-02 190USD missing kg CUSTOMS complete",
                "USA M W00 HTS:284690 2024-02 190USD missing kg CUSTOMS complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("7 = 3 + 4 + 0");
    }

    /** World rows for each customs procedure are one total: 70 and 30 of partners stand beside 70 and 30 of all. */
    @Test
    void addsUpComextsWorldRowsOfCustomsProcedures() {
        String rows = "DE,CN,28469060,1,1,202352,70,7\nDE,CN,28469060,1,2,202352,30,3\nDE,WORLD,28469060,1,1,202352,70,7\nDE,WORLD,28469060,1,2,202352,30,3\n";
        Loaded<TradeDataset> loaded =
                Fixture.read(Fixture.text("full202352.dat", "REPORTER,PARTNER,PRODUCT_NC,FLOW,STAT_PROCEDURE,PERIOD,VALUE_EUR,QUANTITY_KG\n" + rows));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "DEU M CHN CN2023:28469060 2023 100EUR 10kg CIF complete",
                "DEU M W00 CN2023:28469060 2023 100EUR 10kg CIF complete");
        assertThat(Fixture.messages(loaded)).isEmpty();
    }

    /** A row that calls itself a total and is less than its parts is none that may be believed. */
    @Test
    void believesNoTotalOfDistrictsThatIsLessThanItsParts() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.json", """
                [["CTY_CODE","I_COMMODITY","DISTRICT","GEN_VAL_MO","time"],
                ["5700","284690","-","300","2024-02"],
                ["5700","284690","01","500","2024-02"],
                ["5880","284690","01","9","2024-02"]]
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "USA M JPN HTS:284690 2024-02 9USD missing kg CUSTOMS selected-partners",
                "USA M CHN HTS:284690 2024-02 missing USD missing kg CUSTOMS complete");
        assertThat(Fixture.messages(loaded)).contains("a.json:[2]: column 'GEN_VAL_MO': found '500', expected parts of USA M CHN, HTS 284690, 2024-02 that come to no more than their total in line 2;"
                + " row set aside [conflicting-rows]");
    }

    @Test
    void readsHmrcsAnswerWithCommodityAndCountryInside() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.json", """
                {"@odata.context":"https://api.uktradeinfo.com/$metadata#OTS","value":[
                {"MonthId":202403,"FlowTypeId":3,"SuppressionIndex":0,"CommodityId":28469060,"PortId":1,"Value":700.0,"NetMass":60.0,
                 "Commodity":{"Cn8Code":"28469060","Hs6Code":"284690"},"Country":{"CountryName":"China","CountryCodeAlpha":"CN"}},
                {"MonthId":202403,"FlowTypeId":1,"SuppressionIndex":0,"CommodityId":28469060,"PortId":2,"Value":9.0,"NetMass":1.0,
                 "Commodity":{"Cn8Code":"28469060","Hs6Code":"284690"},"Country":{"CountryName":"Germany","CountryCodeAlpha":"DE"}}]}
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "GBR M CHN CN-GBR2024:28469060 2024-03 700GBP 60kg CIF complete",
                "GBR M DEU CN-GBR2024:28469060 2024-03 9GBP 1kg CIF complete");
    }

    /** The service answers with numbers of its own unless it is asked for names. */
    @Test
    void saysHowToAskHmrcForCountries() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("ots.json", """
                {"@odata.context": "https://api.uktradeinfo.com/$metadata#OTS", "value": [
                 {"MonthId": 202401, "FlowTypeId": 3, "SuppressionIndex": 0, "CommodityId": 28053010, "CommoditySitcId": 52229, "CountryId": 720, "PortId": 0,
                  "Value": 1000.0, "NetMass": 50.0, "SuppUnit": 0.0},
                 {"MonthId": 202401, "FlowTypeId": 3, "SuppressionIndex": 0, "CommodityId": 28053010, "CommoditySitcId": 52229, "CountryId": 732, "PortId": 0,
                  "Value": 20.0, "NetMass": 5.0, "SuppUnit": 0.0}]}
                """));

        assertThat(loaded.value().observations()).isEmpty();
        assertThat(Fixture.messages(loaded)).singleElement().asString()
                .contains("nearest is layout uk-hmrc")
                .contains("; its countries are numbers of the service's own: ask with $expand=Country, so that each row names its country");
    }

    @Test
    void readsHmrcsSumsAndItsNumbersOfCommodities() {
        Loaded<TradeDataset> sums = Fixture.read(Fixture.text("a.json", """
                {"value":[{"MonthId":202403,"TotalValue":700.0,"TotalNetMass":60.0,"FlowType":{"FlowTypeDescription":"Non-EU Imports"},
                  "Commodity":{"Hs6Code":"284690"},"Country":{"CountryCodeAlpha":"CN"}},
                 {"MonthId":202403,"TotalValue":9.0,"TotalNetMass":1.0,"FlowType":{"FlowTypeDescription":"EU Imports"},
                  "Commodity":{"Hs6Code":"284690"},"Country":{"CountryCodeAlpha":"DE"}}]}
                """));
        Loaded<TradeDataset> numbers = Fixture.read(Fixture.text("a.json", """
                {"value":[{"MonthId":202403,"FlowTypeId":3,"CommodityId":28469060,"CountryId":720,"Value":700.0,"NetMass":60.0,
                  "Country":{"CountryCodeAlpha":"CN"}},
                 {"MonthId":202403,"FlowTypeId":1,"CommodityId":-990,"CountryId":1,"Value":9.0,"NetMass":null,"Country":{"CountryCodeAlpha":"FR"}},
                 {"MonthId":202403,"FlowTypeId":1,"CommodityId":3047190,"CountryId":1,"Value":9.0,"NetMass":1,"Country":{"CountryCodeAlpha":"FR"}},
                 {"MonthId":202403,"FlowTypeId":1,"CommodityId":28469060,"CountryId":1,"Value":9.0,"NetMass":1,"Country":{"CountryCodeAlpha":"FR"}}]}
                """));

        assertThat(Fixture.lines(sums)).containsExactly(
                "GBR M CHN CN-GBR2024:284690 2024-03 700GBP 60kg CIF complete", "GBR M DEU CN-GBR2024:284690 2024-03 9GBP 1kg CIF complete");
        assertThat(Fixture.lines(numbers)).containsExactly(
                "GBR M CHN CN-GBR2024:28469060 2024-03 700GBP 60kg CIF complete", "GBR M FRA CN-GBR2024:28469060 2024-03 9GBP 1kg CIF complete");
        assertThat(Fixture.counts(numbers.files().get(0))).isEqualTo("4 = 2 + 1 + 1");
        assertThat(Fixture.messages(numbers)).singleElement().asString().contains("column 'CommodityId': found '3047190'").contains("[lost-leading-zero]");
    }

    @Test
    void findsTheRowsOfAnAnswerInsideOtherObjects() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.json", """
                {"response":{"header":{"resultCode":"00"},"body":{"items":{"item":[
                {"year":"2024.03","statCd":"CN","hsCd":"2846901000","impDlr":700,"impWgt":60,"expDlr":5,"expWgt":1},
                {"year":"총계","statCd":"-","hsCd":"-","impDlr":700,"impWgt":60,"expDlr":5,"expWgt":1}]}}}}
                """));

        assertThat(Fixture.lines(loaded)).containsExactly("KOR M CHN HS-KOR2024:2846901000 2024-03 700USD 60kg CIF selected-partners");
        assertThat(loaded.files().get(0).why())
                .startsWith("JSON with array 'response.body.items.item' of rows that have the 7 required names");
    }

    @Test
    void readsTheTableOfAProductThatWitsShows() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.csv", """
                Reporter,TradeFlow,ProductCode,Product Description,Year,Partner,Trade Value 1000USD,Quantity,Quantity Unit
                Japan,Import,284690,Compounds,2020,China,"1,234.5",60,Kg
                Japan,Import,284690,Compounds,2020,Vietnam,1,7,Item
                Japan,Import,284690,Compounds,2020,European Union,5,7,Kg
                Japan,Import,284690,Compounds,2020, World,1235.5,80,Kg
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN HS:284690 2020 1234500USD 60kg CIF complete",
                "JPN M VNM HS:284690 2020 1000USD missing kg CIF complete",
                "JPN M W00 HS:284690 2020 1235500USD 80kg CIF complete");
        assertThat(loaded.issues()).isEmpty();
    }

    @Test
    void leavesOutTheGroupsOfWits() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.csv", """
                Nomenclature,ReporterISO3,ProductCode,PartnerISO3,PartnerName,Year,TradeFlowName,TradeValue in 1000 USD
                H5,JPN,284690,DEU,Germany,2020,Import,5
                H5,JPN,284690,EUN,European Union,2020,Import,5
                """));

        assertThat(Fixture.lines(loaded)).containsExactly("JPN M DEU HS2017:284690 2020 5000USD missing kg CIF selected-partners");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("2 = 1 + 1 + 0");
    }

    @Test
    void readsAnIndianCommodityByCountry() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.xls", """
                <html><body><p>Export Import Data Bank<br>Import :: Country-wise</p><p>Commodity: 2846 COMPOUNDS OF RARE-EARTH METALS</p>
                <p>Values in US $ Million</p><table>
                <tr><th>S.No.</th><th>Country</th><th>2022-2023</th><th>%Share</th><th>2023-2024</th><th>%Share</th><th>%Growth</th></tr>
                <tr><td>1.</td><td>CHINA P RP</td><td>10.5</td><td>90</td><td>11.5</td><td>91</td><td>9.5</td></tr>
                <tr><td></td><td>Total</td><td>11.0</td><td></td><td>12.0</td><td></td><td></td></tr></table></body></html>
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "IND M CHN ITC-HS:2846 2022-04/2023-03 10500000USD missing kg CIF selected-partners",
                "IND M CHN ITC-HS:2846 2023-04/2024-03 11500000USD missing kg CIF selected-partners");
    }

    /** The data bank says in the header how far its running year goes; what is not from April on nobody can tell. */
    @Test
    void readsIndiasRunningYearAsFarAsItGoes() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.xls", """
                <html><body><p>Export Import Data Bank<br>Import :: Country-wise</p><p>Commodity: 2846 COMPOUNDS OF RARE-EARTH METALS</p>
                <p>Values in US $ Million</p><table>
                <tr><th>S.No.</th><th>Country</th><th>2023-2024</th><th>%Share</th><th>2024-2025(Apr-Dec)</th><th>2025-2026 (Apr-Feb(P))</th><th>2026-2027(Apr-Xxx)</th>
                <th>2022-2023(Oct-Dec)</th><th>2021-2022(Apr)</th><th>2020-2021 (May)</th><th>%Growth</th></tr>
                <tr><td>1.</td><td>CHINA P RP</td><td>12</td><td>90</td><td>9</td><td>11</td><td>1</td><td>2</td><td>3</td><td>4</td><td>9.5</td></tr>
                </table></body></html>
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "IND M CHN ITC-HS:2846 2023-04/2024-03 12000000USD missing kg CIF selected-partners",
                "IND M CHN ITC-HS:2846 2024-04/2024-12 9000000USD missing kg CIF selected-partners",
                "IND M CHN ITC-HS:2846 2025-04/2026-02 11000000USD missing kg CIF selected-partners",
                "IND M CHN ITC-HS:2846 2021-04 3000000USD missing kg CIF selected-partners");
        assertThat(Fixture.messages(loaded)).anyMatch(message -> message.contains("2026-2027(Apr-Xxx)"));
    }

    /** The Department shortens names in its own way. */
    @Test
    void readsTheNamesOfEconomiesAsIndiaWritesThem() {
        List<String> names = List.of("U S A", "U K", "KOREA RP", "VIETNAM SOC REP", "NETHERLAND", "U ARAB EMTS", "TAIWAN", "UNSPECIFIED");
        String rows = names.stream().map(name -> "<tr><td>" + name + "</td><td>1.00</td><td>0</td></tr>").collect(Collectors.joining());
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.xls", "<p>Import :: Country-wise</p><p>Commodity: 2846 COMPOUNDS</p><p>Values in US $ Million</p>"
                + "<table><tr><th>Country</th><th>2023-2024</th><th>%Growth</th></tr>" + rows + "</table>"));

        assertThat(loaded.value().observations().stream().map(each -> each.partner().code()))
                .containsExactly("USA", "GBR", "KOR", "VNM", "NLD", "ARE", "TWN", "X99");
        assertThat(loaded.files().get(0).rowsSetAside()).isZero();
    }

    @Test
    void readsTradeMapsMonths() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.xls", """
                <table><tr><td>List of supplying markets for a product imported by Japan</td></tr>
                <tr><td>Product: 850511 Permanent magnets of metal</td></tr><tr><td>Unit : US Dollar thousand</td></tr></table>
                <table><tr><th>Exporters</th><th>Imported value in 2024-M01</th><th>Imported value in 2024-M02</th></tr>
                <tr><td>China</td><td>7</td><td>8</td></tr></table>
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN HS:850511 2024-01 7000USD missing kg CIF selected-partners",
                "JPN M CHN HS:850511 2024-02 8000USD missing kg CIF selected-partners");
    }

    @Test
    void readsTradeMapsQuarters() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.xls", """
                <table><tr><td>List of supplying markets for a product imported by Japan</td></tr>
                <tr><td>Product: 850511 Permanent magnets of metal</td></tr><tr><td>Unit : US Dollar thousand</td></tr></table>
                <table><tr><th>Exporters</th><th>Imported value in 2023-Q4</th><th>Imported value in 2024-Q1</th></tr>
                <tr><td>China</td><td>7</td><td>8</td></tr><tr><td>Viet Nam</td><td>1</td><td>0</td></tr></table>
                """));

        assertThat(Fixture.lines(loaded)).contains(
                "JPN M CHN HS:850511 2023-10/2023-12 7000USD missing kg CIF complete",
                "JPN M CHN HS:850511 2024-01/2024-03 8000USD missing kg CIF complete");
    }

    @Test
    void refusesATableWithoutAColumnOfFigures() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.txt", "Exporters\tImported growth in value\nChina\t7\n"));

        assertThat(Fixture.messages(loaded)).singleElement().asString().contains(
                "nearest is layout itc-trade-map-imports: line 1 has 1 of its 2 required columns; missing: a column of figures such as"
                        + " Imported value in <year>");
    }

    @Test
    void readsDataWebByMonthUpToTheLastThatIsThere() {
        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("m.xlsx", Fixture.workbook(monthly("1"))));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "USA M CHN HTS:2846902040 2025-11 5USD 4kg CUSTOMS selected-partners",
                "USA M CHN HTS:2846902040 2025-12 nil USD nil kg CUSTOMS selected-partners",
                "USA M CHN HTS:2846902040 2026-01 7USD 6kg CUSTOMS selected-partners");
        assertThat(Fixture.messages(loaded)).contains(
                "m.xlsx [Customs Value]: found '2026-11 to 2026-12', expected figures for each month of the year, but no row holds any;"
                        + " columns not read [period-not-complete]");
    }

    @Test
    void refusesDataWebInThousands() {
        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("m.xlsx", Fixture.workbook(monthly("1,000"))));

        assertThat(Fixture.lines(loaded)).isEmpty();
        assertThat(Fixture.messages(loaded)).contains("m.xlsx [Customs Value]:4: found '1,000', expected one of 1; row set aside [unknown-word]");
    }

    private static Map<String, List<List<Object>>> monthly(String scale) {
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        List<Object> header = List.of("Data Type", "HTS Number", "Year", "Country", "Quantity Description", "January", "November", "December");
        sheets.put("Query Parameters", List.of(
                List.of("Step 2: Data and Years"), List.of("Data Format", scale), List.of("Step 3: Countries"), List.of("Select Type", "China")));
        sheets.put("Customs Value", List.of(
                List.of("Imports For Consumption|Monthly Data"),
                List.of("Data Row Count", 2),
                header,
                List.of("Customs Value", "2846902040", "2025", "China", "Value for: kilograms", "", 5, 0),
                List.of("Customs Value", "2846902040", "2026", "China", "Value for: kilograms", 7, 0, 0)));
        sheets.put("First Unit of Quantity", List.of(
                List.of("Imports For Consumption|Monthly Data"),
                List.of("Data Row Count", 2),
                header,
                List.of("First Unit of Quantity", "2846902040", "2025", "China", "kilograms", "", 4, 0),
                List.of("First Unit of Quantity", "2846902040", "2026", "China", "kilograms", 6, 0, 0)));
        return sheets;
    }

    /** Thirty partners told as a whole and by one mode of transport, and China by two modes of transport alone. */
    @Test
    void boundsASeriesInWhichTheLargestSupplierIsToldByPartsAlone() {
        StringBuilder text = new StringBuilder("reporterCode,partnerCode,partner2Code,flowCode,period,classificationCode,cmdCode,motCode,isNetWgtEstimated,netWgt,primaryValue\n");
        for (int partner : new int[] {392, 410, 842, 826, 250, 380, 36, 124, 484, 76, 764, 704, 458, 360, 752, 757, 56, 528, 724, 616, 203, 40, 348, 208, 246,
                578, 372, 620, 300, 703}) {
            text.append("276,").append(partner).append(",0,M,2023,H6,850511,0,False,1,").append(partner).append('\n');
            text.append("276,").append(partner).append(",0,M,2023,H6,850511,1000,False,1,").append(partner).append('\n');
        }
        text.append("276,156,0,M,2023,H6,850511,1000,False,1,700\n276,156,0,M,2023,H6,850511,2100,False,1,200\n");

        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("parts.csv", text.toString()));

        assertThat(Fixture.messages(loaded)).containsExactly(
                "parts.csv: found 'parts alone of DEU M CHN, HS2022 850511, 2023', expected the total of each flow beside its parts, as UN Comtrade gives"
                        + " it; parts not added up; what these flows come to is unknown, so that shares beside them are bounds [only-parts]");
        assertThat(loaded.value().observations())
                .filteredOn(o -> o.partner().code().equals("CHN"))
                .singleElement()
                .satisfies(o -> assertThat(o.value().isKnown()).isFalse());
        assertThat(loaded.files().get(0).rowsKept()).isEqualTo(30);
        assertThat(loaded.files().get(0).rowsOutOfScope()).isEqualTo(32);
        assertThat(loaded.files().get(0).completeness().bounded()).isEqualTo(1);
    }

    @Test
    void keepsNothingOfATariffLineFileThatHasNoTotals() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("tariffline.txt",
                "typeCode\tfreqCode\tperiod\treporterCode\tflowCode\tpartnerCode\tpartner2Code\tclassificationCode\tcmdCode\tcustomsCode\tmotCode\tnetWgt\tprimaryValue\n"
                        + "C\tM\t202301\t392\tM\t156\t156\tH6\t284690210\t4\t2100\t1\t100\n"
                        + "C\tM\t202301\t392\tM\t156\t156\tH6\t284690290\t4\t1000\t1\t20\n"));

        assertThat(Fixture.messages(loaded)).containsExactly(
                "tariffline.txt: found '2 parts', expected the total of each flow beside its parts, as UN Comtrade gives it; nothing kept:"
                        + " parts are never added up to a total that the publisher does not give [only-parts]");
    }

    @Test
    void readsComextsTabSeparatedValuesWithTheirMarks() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.tsv",
                "freq,reporter,partner,product,flow,indicators\\TIME_PERIOD\t2022 \t2023 \t2024 \n"
                        + "A,DE,CN,28469060,1,VALUE_IN_EUROS\t100 \t: \t120 p\n"
                        + "A,DE,CN,28469060,1,QUANTITY_IN_100KG\t10 e\t: \t1.2 \n"
                        + "A,DE,JP,28469060,1,VALUE_IN_EUROS\t: c\t7 \t8 e\n"
                        + "A,DE,WORLD,28469060,1,VALUE_IN_EUROS\t150 \t7 \t128 \n"
                        + "A,DE,KR,28469060,1,VALUE_IN_EUROS\t1 x\t1 \t: \n"));

        assertThat(Fixture.lines(loaded)).contains(
                "DEU M CHN CN2022:28469060 2022 100EUR ~1000kg CIF complete",
                "DEU M CHN CN2023:28469060 2023 missing EUR missing kg CIF complete",
                "DEU M CHN CN2024:28469060 2024 120EUR 120kg CIF complete",
                "DEU M JPN CN2022:28469060 2022 suppressed EUR missing kg CIF complete",
                "DEU M JPN CN2024:28469060 2024 ~8EUR missing kg CIF complete",
                "DEU M W00 CN2024:28469060 2024 128EUR missing kg CIF complete");
        assertThat(Fixture.messages(loaded)).first().isEqualTo(
                "a.tsv:6: column '2022': found '1 x', expected a plain number with decimal mark '.' and no thousands mark without a footnote mark;"
                        + " value dropped, row kept [footnote-mark]");
    }

    @Test
    void readsDataMexicosAnswerWithItsChaptersAndAddsUpPlaces() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.json", """
                {"data":[
                {"Municipality ID":"19039","Municipality":"Monterrey","HS6 ID":"284690","HS6":"Compounds","Flow ID":1,"Flow":"Imports","Year":2023,
                 "Country ID":"chn","Country":"China","Trade Value":700.5},
                {"Municipality ID":"11020","Municipality":"León","HS6 ID":"28284690","HS6":"Compounds","Flow ID":1,"Flow":"Imports","Year":2023,
                 "Country ID":"chn","Country":"China","Trade Value":300},
                {"Municipality ID":"11020","Municipality":"León","HS6 ID":"284690","HS6":"Compounds","Flow ID":2,"Flow":"Exports","Year":2023,
                 "Country ID":"usa","Country":"United States","Trade Value":9}],"source":[{"name":"economy_foreign_trade_mun"}]}
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "MEX M CHN HS:284690 2023 1000.5USD missing kg FOB main-partners",
                "MEX X USA HS:284690 2023 9USD missing kg FOB main-partners");
    }

    @Test
    void tellsProductionAndMineralsApartFromTradeStatistics() {
        Loaded<TradeDataset> loaded = Fixture.read(
                Fixture.text("mcs2025-raree_world.csv", "Source,Country,Type,Prod_t_2023,Prod_t_est_2024,Prod_notes,Reserves_t,Reserves_notes\n"
                        + "MCS2025,China,Mine production,255000,270000,,44000000,\n"),
                Fixture.text("mcs2025-raree_salient.csv", "DataSource,Commodity,Year,USprod_t,NIR_pct\nMCS2025,Rare earths,2024,45000,80\n"),
                InputSource.ofBytes("komir.csv", "기간,품목명,국가명,수입금액(천불)\n2024,희토류,중국,10\n".getBytes(Charset.forName("x-windows-949"))));

        assertThat(loaded.files()).extracting(file -> file.source().layout()).containsExactly("usgs-mcs-world", "usgs-mcs-salient", "korea-komir");
        assertThat(loaded.files()).extracting(Fixture::counts).containsOnly("1 = 0 + 1 + 0");
        assertThat(loaded.files().get(2).why()).startsWith("4 required columns found in line 1, commas, EUC-KR");
        assertThat(loaded.issues()).isEmpty();
    }

    @Test
    void readsTaiwansPortalInBig5ByYearsOfTheRepublic() {
        String text = """
                統計資料庫查詢系統
                單位：美元(千元)
                進出口別,日期,貨品號列,中文貨名,英文貨名,國家,重量(公斤),美元(千元)
                進口總值(含復進口),113年01月,28053000001,稀土金屬,Rare-earth metals,中國大陸,"12,345",110
                進口總值(含復進口),113年1月,28053000001,稀土金屬,Rare-earth metals,日本,345,15
                進口總值(含復進口),113年01月,28053000001,稀土金屬,Rare-earth metals,合計,"12,690",125
                出口總值(含復出口),99年,280530,稀土金屬,Rare-earth metals,越南,3,7
                出口總值(含復出口),112年,280530,稀土金屬,Rare-earth metals,越南,3,7
                進口總值(含復進口),113年13月,28053000001,稀土金屬,Rare-earth metals,日本,345,15
                """;
        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("tw.csv", text.getBytes(Charset.forName("x-windows-950"))));

        assertThat(loaded.files().get(0).source().layout()).isEqualTo("taiwan-customs");
        assertThat(loaded.files().get(0).why()).startsWith("5 required columns found in line 3, commas, Big5");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("6 = 3 + 1 + 2");
        assertThat(Fixture.lines(loaded)).containsExactly(
                "TWN M CHN HS-TWN2024:28053000001 2024-01 110000USD 12345kg CIF complete",
                "TWN M JPN HS-TWN2024:28053000001 2024-01 15000USD 345kg CIF complete",
                "TWN X VNM HS-TWN2023:280530 2023 7000USD 3kg FOB complete",
                "TWN M W00 HS-TWN2024:28053000001 2024-01 125000USD 12690kg CIF complete");
        assertThat(Fixture.messages(loaded)).filteredOn(message -> message.contains("bad-period"))
                .hasSize(2).allMatch(message -> message.contains("2024年3月 or 113年3月"));
    }

    @Test
    void asksForTheFlowOfCanadasFilesThatDoNotSayIt() {
        String header = "YearMonth/AnnéeMois,HS8,Country/Pays,Province,State/État,Value/Valeur,Quantity/Quantité,Unit of Measure/Unité de Mesure";
        Loaded<TradeDataset> silent = Fixture.read(Fixture.text("a.csv", header + "\n202403,28469000,US,ON,MI,700,60,KGM\n"));
        Loaded<TradeDataset> told = Fixture.read(Fixture.text("a.csv", header + ",Flow/Flux\n"
                + "202403,28469000,US,ON,MI,700,60,KGM,Domestic exports\n202403,28469000,US,QC,NY,300,40,KGM,Domestic exports\n"));

        assertThat(Fixture.messages(silent)).containsExactly("a.csv:2: expected a trade flow, which the table does not say: add a column 'Flow/Flux'"
                + " with one of Domestic exports, Exportations nationales, Exportations totales, Importations, Imports, Re-exports, Réexportations, Total"
                + " exports; row set aside [missing-cell]");
        assertThat(Fixture.lines(silent)).isEmpty();
        assertThat(Fixture.lines(told)).containsExactly("CAN DX USA HS-CAN2024:28469000 2024-03 1000CAD 100kg FOB selected-partners");
    }
}
