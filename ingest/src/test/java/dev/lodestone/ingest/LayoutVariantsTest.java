package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same publishers' files in the forms that no fixture has: other editions, other tools, other encodings. */
class LayoutVariantsTest {

    private static final String COMTRADE = "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,"
            + "flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,cmdCode,"
            + "customsCode,motCode,netWgt,isNetWgtEstimated,cifvalue,fobvalue,primaryValue,isReported,isAggregate\n";
    private static final String CHINA_TO_JAPAN = "C,A,20230101,2023,52,2023,392,JPN,Japan,M,Import,156,CHN,China,0,W00,World,H6,284690,"
            + "C00,0,600,False,700,,700,True,False\n";

    @Test
    void readsComextsNewBulkFileAndAddsUpItsCustomsProcedures() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("full_v2.dat", """
                REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_CPA21,PRODUCT_CPA22,PRODUCT_BEC,PRODUCT_BEC5,PRODUCT_SECTION,\
                FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_EUR,VALUE_NAC,QUANTITY_KG,QUANTITY_SUPPL_UNIT
                DE,CN,E,28469060,52595,2013,2013,220,322,06,1,1,A,202452,1000,1000,10,0
                DE,CN,E,28469060,52595,2013,2013,220,322,06,1,2,A,202452,500,500,5,0
                GR,CN,E,28469060,52595,2013,2013,220,322,06,2,1,A,202452,7,7,1,0
                FR,CN,E,284690XX,52595,2013,2013,220,322,06,1,1,A,202452,9,9,1,0
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "DEU M CHN CN2024:28469060 2024 1500EUR 15kg CIF selected-partners", "GRC X CHN CN2024:28469060 2024 7EUR 1kg FOB selected-partners");
        assertThat(loaded.value().observations().get(0).origin().note()).isEqualTo("sum of lines 2, 3 (CN 1 + CN 2)");
        assertThat(loaded.files().get(0).source().layout()).isEqualTo("eurostat-comext");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("4 = 3 + 1 + 0");
    }

    @Test
    void setsPartsAsideWhereTheirTotalStandsBesideThem() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("f.csv", """
                REPORTER,PARTNER,PRODUCT_NC,FLOW,STAT_PROCEDURE,PERIOD,VALUE_EUR
                DE,CN,28469060,1,1,202452,1000
                DE,CN,28469060,1,2,202452,500
                DE,CN,28469060,1,4,202452,1500
                """));

        assertThat(Fixture.lines(loaded)).containsExactly("DEU M CHN CN2024:28469060 2024 1500EUR missing kg CIF selected-partners");
        assertThat(loaded.files().get(0).issueCounts()).containsEntry("suspected-breakdown", 2L);
    }

    private static final String PROCEDURES = "REPORTER,PARTNER,PRODUCT_NC,FLOW,STAT_PROCEDURE,PERIOD,VALUE_EUR,QUANTITY_KG\n";

    /** 6000 + 4000 is 10000, but procedure 1 is elsewhere no sum of the others: it is a part here as well. */
    @Test
    void addsUpPartsTheLargestOfWhichIsTheSumOfTheOthersByChance() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("f.csv", PROCEDURES + """
                DE,CN,28469060,1,1,202452,10000,500
                DE,CN,28469060,1,2,202452,6000,300
                DE,CN,28469060,1,3,202452,4000,200
                DE,KR,28469060,1,1,202452,700,70
                DE,KR,28469060,1,2,202452,50,5
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "DEU M CHN CN2024:28469060 2024 20000EUR 1000kg CIF complete", "DEU M KOR CN2024:28469060 2024 750EUR 75kg CIF complete");
        assertThat(loaded.files().get(0).issueCounts()).isEmpty();
    }

    /** Three parts of 1000 EUR are three times the largest, but 10 + 30 + 44 kg are not three times the weight of any of them. */
    @Test
    void addsUpPartsOfOneValueWhoseWeightsSayThatNoneIsTheTotal() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("f.csv", PROCEDURES + """
                DE,JP,28469060,1,1,202452,1000,10
                DE,JP,28469060,1,2,202452,1000,30
                DE,JP,28469060,1,3,202452,1000,44
                DE,KR,28469060,1,1,202452,700,70
                """));

        assertThat(Fixture.lines(loaded)).contains("DEU M JPN CN2024:28469060 2024 3000EUR 84kg CIF complete");
    }

    /** What T stands for shows at China (8000 + 2000); Japan's 900 are not 1800, nor is what Korea's secret part hides left out. */
    @Test
    void takesTheTotalOfATableAlsoBesideItsOnlyPartAndBesideASecretOne() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("f.csv", PROCEDURES + """
                DE,CN,28469060,1,1,202452,8000,400
                DE,CN,28469060,1,2,202452,2000,100
                DE,CN,28469060,1,T,202452,10000,500
                DE,JP,28469060,1,1,202452,900,90
                DE,JP,28469060,1,T,202452,900,90
                DE,KR,28469060,1,1,202452,70,7
                DE,KR,28469060,1,2,202452,c,c
                DE,KR,28469060,1,T,202452,100,10
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "DEU M CHN CN2024:28469060 2024 10000EUR 500kg CIF complete",
                "DEU M JPN CN2024:28469060 2024 900EUR 90kg CIF complete",
                "DEU M KOR CN2024:28469060 2024 100EUR 10kg CIF complete");
        assertThat(loaded.files().get(0).issueCounts()).containsExactly(Map.entry("suspected-breakdown", 5L));
    }

    /** GB and XI are the United Kingdom: 100 and 50, each with parts of its own beside it; together with these they come to three times 100. */
    @Test
    void addsUpTheTotalsOfTwoCodesOfOneEconomy() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("f.csv", PROCEDURES + """
                DE,GB,28469060,1,1,202452,60,6
                DE,GB,28469060,1,2,202452,40,4
                DE,GB,28469060,1,T,202452,100,10
                DE,XI,28469060,1,1,202452,30,3
                DE,XI,28469060,1,2,202452,20,2
                DE,XI,28469060,1,T,202452,50,5
                DE,CN,28469060,1,T,202452,7,1
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "DEU M GBR CN2024:28469060 2024 150EUR 15kg CIF complete", "DEU M CHN CN2024:28469060 2024 7EUR 1kg CIF complete");
        assertThat(loaded.value().observations().get(0).origin().note()).isEqualTo("sum of lines 4, 7 (GB T + XI T)");
    }

    /** World rows stand there once for each procedure, as partners do: 300 + 300 is what China's 150 + 150 are a part of. */
    @Test
    void addsUpTheWorldRowsOfPartsAsItDoesThoseOfPartners() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("f.csv", PROCEDURES + """
                DE,WORLD,28469060,1,1,202452,300,30
                DE,WORLD,28469060,1,2,202452,310,31
                DE,CN,28469060,1,1,202452,150,15
                DE,CN,28469060,1,2,202452,160,16
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "DEU M CHN CN2024:28469060 2024 310EUR 31kg CIF complete", "DEU M W00 CN2024:28469060 2024 610EUR 61kg CIF complete");
        assertThat(loaded.issues().getFirst().expected()).endsWith("which is 310");
    }

    /** 400 is procedures 1 and 2 together; 2024's 90 stand beside their only part. */
    @Test
    void takesTheTotalOfWorldRowsBesideItsParts() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("f.csv", PROCEDURES + """
                DE,WORLD,28469060,1,1,202352,300,30
                DE,WORLD,28469060,1,2,202352,100,10
                DE,WORLD,28469060,1,T,202352,400,40
                DE,WORLD,28469060,1,1,202452,90,9
                DE,WORLD,28469060,1,T,202452,90,9
                DE,CN,28469060,1,T,202352,400,40
                DE,CN,28469060,1,T,202452,90,9
                """));

        assertThat(Fixture.lines(loaded)).contains(
                "DEU M W00 CN2023:28469060 2023 400EUR 40kg CIF complete", "DEU M W00 CN2024:28469060 2024 90EUR 9kg CIF complete");
        assertThat(loaded.issues()).isEmpty();
    }

    private static final String CODES_AND_NAMES =
            "reporterCode,partnerCode,partnerISO,partnerDesc,flowCode,period,classificationCode,cmdCode,primaryValue,netWgt\n";

    /** Answers of which one was saved without the partner's number and one without its code either: China's 1000 are not 3000. */
    @Test
    void countsAFlowOnceThatIsToldByANumberByACodeAndByAName() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("f.csv", CODES_AND_NAMES + """
                392,156,CHN,China,M,2023,H6,284690,1000,100
                392,,CHN,China,M,2023,H6,284690,1000,100
                392,,,China,M,2023,H6,284690,1000,100
                392,410,KOR,Rep. of Korea,M,2023,H6,284690,500,50
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN HS2022:284690 2023 1000USD 100kg CIF complete", "JPN M KOR HS2022:284690 2023 500USD 50kg CIF complete");
        assertThat(loaded.files().get(0).issueCounts()).containsEntry("duplicate-row", 2L);
    }

    @Test
    void setsAsideWhatANumberAndANameTellDifferently() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("f.csv", CODES_AND_NAMES + """
                392,156,CHN,China,M,2023,H6,284690,1000,100
                392,,,China,M,2023,H6,284690,1001,100
                392,410,KOR,Rep. of Korea,M,2023,H6,284690,500,50
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M KOR HS2022:284690 2023 500USD 50kg CIF selected-partners",
                "JPN M CHN HS2022:284690 2023 missing USD missing kg CIF complete");
        assertThat(loaded.files().get(0).issueCounts()).containsEntry("conflicting-rows", 2L);
    }

    /** China, CHINA and china are one name, and so are Japan and JAPAN: 1000 thousand dollars, not 4000. */
    @Test
    void countsAFlowOnceWhoseNamesDifferInCaseAlone() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("f.csv", """
                Reporter,TradeFlow,ProductCode,Year,Partner,Trade Value 1000USD,Quantity,Quantity Unit
                Japan,Import,284690,2023,China,1000,100,Kg
                Japan,Import,284690,2023,CHINA,1000,100,Kg
                Japan,Import,284690,2023, china ,1000,100,Kg
                JAPAN,Import,284690,2023,China,1000,100,Kg
                Japan,Import,284690,2023,"Korea, Rep.",500,50,Kg
                """));

        assertThat(Fixture.lines(loaded)).anyMatch(line -> line.contains("JPN M CHN") && line.contains(" 1000000USD 100kg"));
        assertThat(loaded.files().get(0).issueCounts()).containsEntry("duplicate-row", 3L);
    }

    /** Three rows of one value that differ in weight contradict each other; none is the total of two others. */
    @Test
    void setsAsideRowsOfOneValueThatWeighDifferently() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("f.csv", """
                reporter,partner,flow,commodity,period,value,currency,valuation,net_weight_kg
                JPN,CHN,M,2846,2023,1000,USD,CIF,10
                JPN,CHN,M,2846,2023,1000,USD,CIF,20
                JPN,CHN,M,2846,2023,1000,USD,CIF,30
                JPN,KOR,M,2846,2023,5,USD,CIF,1
                """));

        assertThat(loaded.files().get(0).issueCounts()).containsEntry("conflicting-rows", 3L).doesNotContainKey("suspected-breakdown");
    }

    @Test
    void joinsTheIndicatorsOfComextsSdmxAnswer() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("ds-045409.csv", """
                DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG
                ESTAT:DS-045409(1.0),15/11/25 11:00:00,A,DE,CN,28469060,1,QUANTITY_IN_100KG,2024,1.5,
                ESTAT:DS-045409(1.0),15/11/25 11:00:00,A,DE,CN,28469060,1,VALUE_IN_EUROS,2024,1000,
                ESTAT:DS-045409(1.0),15/11/25 11:00:00,M,EL,US,28469060,2,VALUE_IN_EUROS,2024-03,5,e
                ESTAT:DS-045409(1.0),15/11/25 11:00:00,M,EL,US,28469060,2,QUANTITY_KG,2024-03,,c
                ESTAT:DS-045409(1.0),15/11/25 11:00:00,M,EL,US,28469060,2,SUPPLEMENTARY_QUANTITY,2024-03,:,
                ESTAT:DS-045409(1.0),15/11/25 11:00:00,A,DE,WORLD,28469060,1,VALUE_IN_EUROS,2024,1200,
                ESTAT:DS-045409(1.0),15/11/25 11:00:00,A,EU27_2020,CN,28469060,1,VALUE_IN_EUROS,2024,9000,
                """));

        assertThat(Fixture.lines(loaded)).containsExactlyInAnyOrder(
                "DEU M CHN CN2024:28469060 2024 1000EUR 150kg CIF complete",
                "GRC X USA CN2024:28469060 2024-03 ~5EUR suppressed kg FOB complete",
                "EUU M CHN CN2024:28469060 2024 9000EUR missing kg CIF complete",
                "DEU M W00 CN2024:28469060 2024 1200EUR missing kg CIF complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("7 = 5 + 2 + 0");
        assertThat(loaded.files().get(0).issueCounts()).containsOnly(Map.entry("world-differs", 1L));
    }

    @Test
    void readsComextsSdmxAnswerWithLabelsBesideCodes() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("labels.csv", """
                DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG
                ESTAT:DS-045409(1.0),15/11/25,A: Annual,"DE: Germany (incl DD)",CN: China,28469060: MIXTURES,1: IMPORT,VALUE_IN_EUROS: VALUE,2024,1,
                """));

        assertThat(Fixture.lines(loaded)).containsExactly("DEU M CHN CN2024:28469060 2024 1EUR missing kg CIF selected-partners");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsComtradeWithAByteOrderMarkSemicolonsAndQuotes(String charset) {
        String text = "\uFEFF" + quoted(COMTRADE + CHINA_TO_JAPAN, ';');

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("c.csv", text.getBytes(Charset.forName(charset))));

        assertThat(Fixture.lines(loaded)).containsExactly("JPN M CHN HS2022:284690 2023 700USD 600kg CIF selected-partners");
        assertThat(Fixture.messages(loaded)).isEmpty();
    }

    @Test
    void readsComtradeInsideAnArchive() {
        byte[] text = (COMTRADE + CHINA_TO_JAPAN).getBytes(StandardCharsets.UTF_8);

        assertThat(Fixture.lines(Fixture.read(InputSource.ofBytes("c.csv.gz", Fixture.gzip(text))))).hasSize(1);
        assertThat(Fixture.lines(Fixture.read(InputSource.ofBytes("c.zip", Fixture.zip(Map.of("../../etc/c.csv", text)))))).hasSize(1);
    }

    @Test
    void takesComtradesIsoCodesAndNamesWhereItsNumbersAreBlankOrUnknown() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("names.csv", COMTRADE
                + "C,A,20230101,2023,52,2023,,JPN,Japan,,Import,,CHN,China,,W00,World,H6,284690,C00,0,600,False,700,,700,True,False\n"
                + "C,A,20230101,2023,52,2023,,,Rep. of Korea,,Import,,,\"Other Asia, nes\",,,World,H6,284690,,,6,False,7,,7,True,False\n"
                + "C,A,20230101,2023,52,2023,392,JPN,Japan,M,Import,9999,CHN,China,0,W00,World,H6,284610,C00,0,1,False,1,,1,True,False\n"
                + "C,A,20230101,2023,52,2023,,,Japan,,Import,,W00,World,,W00,World,H6,284690,C00,0,600,False,700,,700,True,False\n"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN HS2022:284690 2023 700USD 600kg CIF complete",
                "KOR M TWN HS2022:284690 2023 7USD 6kg CIF complete",
                "JPN M CHN HS2022:284610 2023 1USD 1kg CIF complete",
                "JPN M W00 HS2022:284690 2023 700USD 600kg CIF complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("4 = 3 + 1 + 0");
    }

    @Test
    void leavesOutEveryBreakdownOfComtradeAndReadsItsMonths() {
        String row = "C,M,20230401,2023,4,202304,392,JPN,Japan,M,Import,156,CHN,China,%s,,,H6,284690,%s,%s,6,False,7,,%s,False,True\n";

        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("monthly.csv", COMTRADE
                + String.format(java.util.Locale.ROOT, row, "0", "C00", "0", "7")
                + String.format(java.util.Locale.ROOT, row, "156", "C00", "0", "4")
                + String.format(java.util.Locale.ROOT, row, "344", "C00", "0", "3")
                + String.format(java.util.Locale.ROOT, row, "0", "C03", "0", "2")
                + String.format(java.util.Locale.ROOT, row, "0", "C00", "2100", "7")));

        assertThat(Fixture.lines(loaded)).containsExactly("JPN M CHN HS2022:284690 2023-04 7USD 6kg CIF selected-partners");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("5 = 1 + 4 + 0");
    }

    @Test
    void readsWhatRsComtradrMakesOfComtrade() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("comtradr.csv", """
                type_code,freq_code,ref_period_id,ref_year,ref_month,period,reporter_code,reporter_iso,reporter_desc,flow_code,flow_desc,\
                partner_code,partner_iso,partner_desc,partner2_code,classification_code,cmd_code,customs_code,mot_code,net_wgt,\
                is_net_wgt_estimated,cif_value,fob_value,primary_value
                C,A,20230101,2023,52,2023,124,CAN,Canada,M,import,156,CHN,China,0,H6,284690,C00,0,NA,FALSE,NA,9,9
                """));

        assertThat(Fixture.lines(loaded)).containsExactly("CAN M CHN HS2022:284690 2023 9USD missing kg FOB selected-partners");
    }

    @Test
    void readsComtradesLegacyApiAnswer() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("legacy.json", """
                {"validation":{"status":{"name":"Ok"},"count":{"value":2}},"dataset":[
                {"pfCode":"H5","yr":2020,"period":2020,"aggrLevel":6,"rgCode":1,"rgDesc":"Import","rtCode":392,"rt3ISO":"JPN","ptCode":156,
                 "ptCode2":null,"cstCode":"","motCode":"","cmdCode":"284690","NetWeight":60,"TradeValue":700,"estCode":0},
                {"pfCode":"H5","yr":2020,"period":2020,"aggrLevel":6,"rgCode":1,"rgDesc":"Import","rtCode":392,"rt3ISO":"JPN","ptCode":0,
                 "ptCode2":null,"cstCode":"","motCode":"","cmdCode":"284690","NetWeight":60,"TradeValue":700,"estCode":0}]}
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN HS2017:284690 2020 700USD 60kg CIF complete", "JPN M W00 HS2017:284690 2020 700USD 60kg CIF complete");
    }

    @Test
    void tellsThatAPreviewOfComtradeIsCut() {
        StringBuilder rows = new StringBuilder("{\"elapsedTime\":\"0.1\",\"count\":500,\"data\":[");
        for (int i = 0; i < 500; i++) {
            rows.append(i == 0 ? "" : ",").append("{\"period\":\"2023\",\"reporterCode\":392,\"flowCode\":\"M\",\"partnerCode\":156,"
                    + "\"partner2Code\":0,\"classificationCode\":\"H6\",\"cmdCode\":\"" + String.format(java.util.Locale.ROOT, "%06d", 284000 + i)
                    + "\",\"customsCode\":\"C00\",\"motCode\":0,\"primaryValue\":1}");
        }

        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("preview.json", rows.append("]}").toString()));

        assertThat(loaded.files().get(0).issueCounts()).containsOnly(Map.entry("column-not-there", 1L), Map.entry("few-partners", 1L), Map.entry("row-limit-reached", 1L));
    }

    @Test
    void readsEveryWayInWhichBaciSaysThatItHasNoQuantity() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("BACI_HS92.csv", """
                "t","i","j","k","v","q"
                1995,"156","842","850511",1.5,"          "
                1995, 156, 392,850511,     1.5,        NA
                1995,156,276,850511,1.5,
                1995,156,36,"850511",1.5,   0.25
                1995,156,124,10121,7,1
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "USA M CHN HS:850511 1995 1500USD missing kg FOB selected-partners",
                "JPN M CHN HS:850511 1995 1500USD missing kg FOB selected-partners",
                "DEU M CHN HS:850511 1995 1500USD missing kg FOB selected-partners",
                "AUS M CHN HS:850511 1995 1500USD 250kg FOB selected-partners");
        assertThat(Fixture.messages(loaded)).containsExactly("BACI_HS92.csv:6: column 'k': found '10121', expected 6 digits, the leading"
                + " zero included; row set aside [lost-leading-zero]");
    }

    @Test
    void tellsExchangeRatesApartFromTradeStatistics() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("ecb.csv", """
                KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE,OBS_STATUS
                EXR.M.USD.EUR.SP00.A,M,USD,EUR,SP00,A,2024-01,1.0905,A
                """));

        assertThat(loaded.issues()).isEmpty();
        assertThat(loaded.files().get(0).source().layout()).isEqualTo("ecb-exchange-rates");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("1 = 0 + 1 + 0");
        assertThat(loaded.files().get(0).why()).endsWith("out of scope: 1 no trade statistics: exchange rates (rates that Lodestone uses are"
                + " in data/registers/exchange-rates.csv)");
    }

    /** Every cell in quotes, with another delimiter. */
    private static String quoted(String text, char delimiter) {
        return String.join("\n", List.of(text.split("\n")).stream()
                .map(line -> "\"" + String.join("\"" + delimiter + "\"", line.split(",", -1)) + "\"")
                .toList()) + "\n";
    }

    @Test
    void aTidyTableMayHaveQuarters() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("mine.csv",
                "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,850511,2024-Q1,60\nJPN,CHN,M,850511,Q2 2024,70\nJPN,CHN,M,850511,2024Q5,80\n"));

        assertThat(loaded.value().observations()).extracting(o -> o.period().toString()).containsExactly("2024-01/2024-03", "2024-04/2024-06");
        assertThat(loaded.issues()).singleElement().satisfies(issue -> assertThat(issue.expected()).contains("2024-Q1"));
    }
}
