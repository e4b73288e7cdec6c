package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Layouts written from what the publisher, or software that reads its files, documents: no file of the publisher was at hand. */
class DocumentedLayoutsTest {

    private static final String JAPAN = "Exp or Imp,Year,HS,Country,Unit1,Unit2,Quantity1-Year,Quantity2-Year,Value-Year,"
            + "Quantity1-Jan,Quantity2-Jan,Value-Jan,Quantity1-Feb,Quantity2-Feb,Value-Feb,Quantity1-Dec,Quantity2-Dec,Value-Dec\n";

    @Test
    void readsJapansYearInThousandYen() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("japan.csv", JAPAN
                + "2,2023,'284690290,105,,KG,0,600,700,0,100,120,0,500,580,0,0,0\n"
                + "2,2023,'850511000,304,NO,KG,7,60,70,0,0,0,0,0,0,7,60,70\n"
                + "1,2023,'010121000,103,,NO,0,3,2100,0,0,0,0,3,2100,0,0,0\n"
                + "2,2023,'284690290,999,,KG,0,1,1,0,1,1,0,0,0,0,0,0\n"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN HS-JPN2023:284690290 2023 700000JPY 600kg CIF complete",
                "JPN M USA HS-JPN2023:850511000 2023 70000JPY 60kg CIF complete",
                "JPN X KOR HS-JPN2023:010121000 2023 2100000JPY missing kg FOB complete",
                "JPN M X99 HS-JPN2023:284690290 2023 of_someone JPY of_someone kg CIF complete");
        assertThat(loaded.files().get(0).issueCounts()).containsOnly(Map.entry("unknown-economy", 1L));
    }

    @Test
    void neverTakesJapansYearSoFarForTheWholeYear() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text(
                "japan.csv", JAPAN + "2,2024,'284690290,105,,KG,0,600,700,0,100,120,0,500,580,0,0,0\n"));

        assertThat(Fixture.lines(loaded))
                .containsExactly("JPN M CHN HS-JPN2024:284690290 2024-01/2024-02 700000JPY 600kg CIF selected-partners");
    }

    /** As e-Stat has them: codes between apostrophes, blanks where there is no first unit. */
    @Test
    void readsCodesOfJapanBetweenApostrophes() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("japan.csv", JAPAN
                + "2,2023,'284690290',105,  ,KG,0,600,700,0,100,120,0,500,580,0,0,0\n"
                + "2,2023,'284690290','216',  ,KG,0,6,7,0,0,0,0,0,0,0,6,7\n"
                + "2,2023,'284690290',217,  ,KG,0,2,3,0,0,0,0,2,3,0,0,0\n"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN HS-JPN2023:284690290 2023 700000JPY 600kg CIF complete",
                "JPN M PRT HS-JPN2023:284690290 2023 10000JPY 8kg CIF complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 3 + 0 + 0");
    }

    @Test
    void takesJapansTablesForAllPartners() {
        StringBuilder rows = new StringBuilder();
        for (int country = 201; country <= 213; country++) {
            rows.append(country == 212 ? "" : "2,2023,'284690290',%d,,KG,0,%d,7,0,1,1,0,0,0,0,5,6\n".formatted(country, country == 201 ? 1 : country));
        }
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("japan.csv", JAPAN + rows));

        assertThat(Fixture.lines(loaded)).hasSize(12).allSatisfy(line -> assertThat(line).endsWith(" complete"));
        assertThat(loaded.issues()).isEmpty();
    }

    @Test
    void refusesJapansYearSoFarWithoutItsMonths() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text(
                "japan.csv", "Exp or Imp,Year,HS,Country,Unit1,Unit2,Quantity2-Year,Value-Year\n2,2026,'284690290',105,,KG,600,700\n"));

        assertThat(Fixture.lines(loaded)).isEmpty();
        assertThat(Fixture.messages(loaded)).containsExactly("japan.csv: expected a file that can be read to its end, but its column"
                + " 'Quantity2-Year' holds the year up to the last month that has figures, and no column of a month says which that is; file not read"
                + " [file-not-readable]");
    }

    @Test
    void readsImportsOfKoreasPortalInThousandDollars() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("korea.csv", """
                \uFEFF기간,국가,HS코드,품목명,수출 중량,수출 금액,수입 중량,수입 금액,무역수지
                총계,-,-,-,0.2,9,60,"1,100",-1091
                2024-03,총계,2846901000,세륨 화합물,0.2,9,60,"1,100",-1091
                2024-03,중국,2846901000,세륨 화합물,0.2,9,50,"1,000",-991
                2024-03,아랍에미리트 연합,2846901000,세륨 화합물,0,0,10,100,-100
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "KOR M CHN HS-KOR2024:2846901000 2024-03 1000000USD missing kg CIF complete",
                "KOR M ARE HS-KOR2024:2846901000 2024-03 100000USD missing kg CIF complete",
                "KOR M W00 HS-KOR2024:2846901000 2024-03 1100000USD missing kg CIF complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("4 = 2 + 2 + 0");
        assertThat(loaded.issues()).isEmpty();
    }

    @Test
    void addsUpCanadasProvincesAndTakesOnlyKilogramsForWeight() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("ODPFN014_202403N.csv", """
                YearMonth/AnnéeMois,HS10,Country/Pays,Province,State/État,Value/Valeur,Quantity/Quantité,Unit of Measure/Unité de Mesure
                202403,2846901000,CN,ON,,700,60,KGM
                202403,2846901000,CN,QC,,300,40,KGM
                202403,8505110000,US,ON,MI,5,7,NMB
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "CAN M CHN HS-CAN2024:2846901000 2024-03 1000CAD 100kg FOB complete",
                "CAN M USA HS-CAN2024:8505110000 2024-03 5CAD missing kg FOB complete");
    }

    @Test
    void knowsCountriesOfTheCensusThatHardlyTradeMinerals() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("census.csv", """
                CTY_CODE,I_COMMODITY,GEN_VAL_MO,YEAR,MONTH
                7880,284690,5,2024,02
                5083,284690,6,2024,02
                8220,284690,7,2024,02
                """));

        assertThat(loaded.value().observations().stream().map(o -> o.partner().code())).containsExactly("MDG", "PSE", "X99");
    }

    @Test
    void addsUpBrazilsStatesAndCustomsPosts() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("IMP_2024.csv", """
                "CO_ANO";"CO_MES";"CO_NCM";"CO_UNID";"CO_PAIS";"SG_UF_NCM";"CO_VIA";"CO_URF";"QT_ESTAT";"KG_LIQUIDO";"VL_FOB";"VL_FRETE";"VL_SEGURO"
                "2024";"03";"28469010";"10";"160";"SP";"01";"0817800";400;400;9000;75;12
                "2024";"03";"28469010";"10";"160";"SC";"01";"0927800";100;100;3000;25;2
                "2024";"03";"85051100";"10";"023";"SP";"04";"0817600";7;7;2100;30;1
                "2024";"03";"85051100";"10";"994";"SP";"04";"0817600";1;1;50;3;0
                "2024";"03";"85051100";"10";"012";"SP";"04";"0817600";1;1;50;3;0
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "BRA M CHN HS-BRA2024:28469010 2024-03 12000USD 500kg FOB complete",
                "BRA M DEU HS-BRA2024:85051100 2024-03 2100USD 7kg FOB complete",
                "BRA M X99 HS-BRA2024:85051100 2024-03 50USD 1kg FOB complete",
                "BRA M X99 HS-BRA2024:85051100 2024-03 of_someone USD of_someone kg UNKNOWN complete");
        assertThat(loaded.files().get(0).issueCounts()).containsOnly(Map.entry("unknown-economy", 1L));
    }

    /** Until some years ago imports were published in the columns in which exports are. */
    @Test
    void asksOfWhichFlowAFileOfBrazilIsThatHasNoFreight() {
        String header = "\"CO_ANO\";\"CO_MES\";\"CO_NCM\";\"CO_UNID\";\"CO_PAIS\";\"SG_UF_NCM\";\"CO_VIA\";\"CO_URF\";\"QT_ESTAT\";\"KG_LIQUIDO\";\"VL_FOB\"";
        String row = "\"2024\";\"03\";\"26011100\";\"10\";\"160\";\"MG\";\"01\";\"0817800\";1000;5000000;2500000";

        assertThat(Fixture.messages(Fixture.read(Fixture.text("EXP_2024.csv", header + "\n" + row + "\n")))).containsExactly(
                "EXP_2024.csv:2: expected a trade flow, which the table does not say: add a column 'FLUXO' with one of EXP, Exportação, Exports, IMP,"
                        + " Importação, Imports; row set aside [missing-cell]");
        assertThat(Fixture.lines(Fixture.read(Fixture.text("EXP_2024.csv", header + ";FLUXO\n" + row + ";EXP\n")))).containsExactly(
                "BRA X CHN HS-BRA2024:26011100 2024-03 2500000USD 5000000kg FOB selected-partners");
    }

    @Test
    void readsAnswersOfBrazilsServiceInBothLanguagesOnceTheySayTheirFlow() {
        String row = "{\"coNcm\":\"28469010\",\"year\":\"2024\",\"monthNumber\":\"03\",\"ncm\":\"Outros\",\"country\":\"%s\",\"metricFOB\":\"%d\",\"metricKG\":\"%d\"%s}";
        String flow = ",\"FLUXO\":\"IMP\"";
        String answer = "{\"data\":{\"list\":[%s]},\"success\":true,\"message\":null,\"language\":\"pt\"}";

        assertThat(Fixture.lines(Fixture.read(Fixture.text("a.json", answer.formatted(String.join(
                        ",", row.formatted("China", 9000, 400, flow), row.formatted("Países Baixos (Holanda)", 500, 20, flow), row.formatted("Germany", 50, 2, flow)))))))
                .containsExactly(
                        "BRA M CHN HS-BRA2024:28469010 2024-03 9000USD 400kg FOB complete", "BRA M NLD HS-BRA2024:28469010 2024-03 500USD 20kg FOB complete",
                        "BRA M DEU HS-BRA2024:28469010 2024-03 50USD 2kg FOB complete");
        assertThat(Fixture.messages(Fixture.read(Fixture.text("a.json", answer.formatted(row.formatted("China", 9000, 400, "")))))).containsExactly(
                "a.json:data.list[0]: expected a trade flow, which the table does not say: add a column 'FLUXO' with one of EXP, Exportação, Exports, IMP,"
                        + " Importação, Imports, export, import; row set aside [missing-cell]");
        assertThat(Fixture.lines(Fixture.read(Fixture.text("a.json", answer.formatted(row.formatted("Japão", 9000, 400, flow).replace("\"monthNumber\":\"03\",", ""))))))
                .containsExactly("BRA M JPN HS-BRA2024:28469010 2024 9000USD 400kg FOB selected-partners");
    }

    @Test
    void readsBrazilsMunicipalitiesByFourDigits() {
        String file = """
                "CO_ANO";"CO_MES";"SH4";"CO_PAIS";"SG_UF_MUN";"CO_MUN";"KG_LIQUIDO";"VL_FOB"%1$s
                "2024";"03";"2846";"160";"SP";"3402450";1250;48000%2$s
                "2024";"03";"2846";"160";"MG";"3104007";750;12000%2$s
                "2024";"03";"2846";"249";"SP";"3402450";20;9000%2$s
                """;

        assertThat(Fixture.lines(Fixture.read(Fixture.text("IMP_2024_MUN.csv", file.formatted(";FLUXO", ";IMP"))))).containsExactly(
                "BRA M CHN HS:2846 2024-03 60000USD 2000kg FOB complete", "BRA M USA HS:2846 2024-03 9000USD 20kg FOB complete");
        assertThat(Fixture.read(Fixture.text("IMP_2024_MUN.csv", file.formatted("", ""))).files().get(0).issueCounts())
                .containsOnly(Map.entry("missing-cell", 3L));
    }

    @Test
    void readsNewZealandsImportsInBothHeadings() {
        assertThat(Fixture.lines(Fixture.read(Fixture.text("2024_Imports_HS10.csv", """
                month,hs,hs_desc,uom,country,vfd,cif,qty,status
                202401,2846900000,"Compounds, inorganic or organic",KGM,"China, People's Republic of","6,235","6,800",120,Final
                202401,8505110000,Magnets,NMB,Hong Kong (Special Administrative Region),1000,1100,35,Provisional
                202401,8505110000,Magnets,TNE,"Korea, Republic of",1000,1200,3,Provisional
                """)))).containsExactly(
                "NZL M CHN HS-NZL2024:2846900000 2024-01 6800NZD 120kg CIF complete",
                "NZL M HKG HS-NZL2024:8505110000 2024-01 1100NZD missing kg CIF complete",
                "NZL M KOR HS-NZL2024:8505110000 2024-01 1200NZD 3000kg CIF complete");
        assertThat(Fixture.lines(Fixture.read(Fixture.text("2014_Imports_HS10_by_Country.csv", """
                Month,Harmonised System Code,Harmonised System Description,Unit Qty,Country,Imports ($NZD vfd),Imports ($NZD cif),Imports Qty,Status,,
                201401,2846900000,Compounds,KGM,Japan,"6,235","6,800",120,Final,,
                201401,2846900000,Compounds,KGM,Viet Nam,1,2,3,Final,,
                """)))).containsExactly(
                "NZL M JPN HS-NZL2014:2846900000 2014-01 6800NZD 120kg CIF complete",
                "NZL M VNM HS-NZL2014:2846900000 2014-01 2NZD 3kg CIF complete");
    }

    @Test
    void readsAllOfNewZealandsExportsTheReexportsIncluded() {
        assertThat(Fixture.lines(Fixture.read(Fixture.text("2024_Exports_HS10.csv", """
                month,hs,hs_desc,uom,country,Export_FOB,Export_Qty,Re_export_FOB,Re_export_Qty,total_export_FOB,total_export_qty,status
                202401,7204490000,Scrap,TNE,"China, People's Republic of",1000,2,500,1,1500,3,Final
                202401,7204490000,Scrap,KGM,Destination Unknown - EU,1000,2,0,0,1000,2,Final
                """)))).containsExactly(
                "NZL X CHN HS-NZL2024:7204490000 2024-01 1500NZD 3000kg FOB complete",
                "NZL X X99 HS-NZL2024:7204490000 2024-01 1000NZD 2kg FOB complete");
    }

    @Test
    void addsUpTheUnitedKingdomsPorts() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("ots.csv", """
                MonthId,FlowTypeId,FlowTypeDescription,SuppressionIndex,Cn8Code,CountryCodeAlpha,CountryName,PortId,Value,NetMass,SuppUnit
                202403,3,Non-EU Imports,0,28469060,CN,China,1,700,60,0
                202403,3,Non-EU Imports,0,28469060,CN,China,2,300,40,0
                202403,1,EU Imports,0,28469060,DE,Germany,-1,9,1,0
                202403,4,Non-EU Exports,0,28469060,US,United States,2,8,1,0
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "GBR M CHN CN-GBR2024:28469060 2024-03 1000GBP 100kg CIF complete",
                "GBR M DEU CN-GBR2024:28469060 2024-03 9GBP 1kg CIF complete",
                "GBR X USA CN-GBR2024:28469060 2024-03 8GBP 1kg FOB complete");
    }

    @Test
    void readsTheCensusBureausAnswerMonthByMonth() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("imports.json", """
                [["CTY_CODE","CTY_NAME","I_COMMODITY","GEN_VAL_MO","GEN_VAL_YR","GEN_QY1_MO","UNIT_QY1","YEAR","MONTH","time"],
                ["5700","CHINA","284690","700","1500","60","KG","2024","02","2024-02"],
                ["-","TOTAL FOR ALL COUNTRIES","284690","900","1900","80","KG","2024","02","2024-02"],
                ["0003","EUROPEAN UNION","284690","200","400","20","KG","2024","02","2024-02"]]
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "USA M CHN HTS:284690 2024-02 700USD 60kg CUSTOMS complete",
                "USA M W00 HTS:284690 2024-02 900USD 80kg CUSTOMS complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 1 + 2 + 0");
        assertThat(Fixture.messages(loaded)).containsExactly("imports.json:[2]: column 'GEN_VAL_MO': found '900', expected the sum of the partners of USA M, 284690, 2024-02, which is 700;"
                + " partners kept; they are not all there [world-differs]");
        assertThat(loaded.value().observations().get(0).origin().cell()).isEqualTo("[1]");
    }

    @Test
    void readsTheCensusBureausCumulatedFiguresAsTheMonthsThatTheyCover() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("imports.csv", """
                CTY_CODE,CTY_NAME,I_COMMODITY,CON_VAL_YR,YEAR,MONTH
                5700,CHINA,2846901000,1500,2023,12
                5700,CHINA,2846901000,400,2024,3
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "USA M CHN HTS:2846901000 2023 1500USD missing kg CUSTOMS selected-partners",
                "USA M CHN HTS:2846901000 2024-01/2024-03 400USD missing kg CUSTOMS selected-partners");
    }

    @Test
    void readsUsaTradeOnlineBelowItsTitles() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("uto.csv", """
                "USA Trade Online"
                "Source: US Census Bureau"
                ""
                "Commodity","Country","Time","Customs Value (Gen) ($US)",
                "2846 Compounds, Inorganic Or Organic, Of Rare-earth Metals","China","2023","1,234,567",
                "2846 Compounds, Inorganic Or Organic, Of Rare-earth Metals","World Total","2023","2,000,000",
                "2846 Compounds, Inorganic Or Organic, Of Rare-earth Metals","China","January 2024","7",
                "2846 Compounds, Inorganic Or Organic, Of Rare-earth Metals","China","2024 through September","70",
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "USA M CHN HTS:2846 2023 1234567USD missing kg CUSTOMS complete",
                "USA M CHN HTS:2846 2024-01 7USD missing kg CUSTOMS complete",
                "USA M CHN HTS:2846 2024-01/2024-09 70USD missing kg CUSTOMS complete",
                "USA M W00 HTS:2846 2023 2000000USD missing kg CUSTOMS complete");
    }

    @Test
    void readsKoreasImports() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("nitemtrade.csv", """
                year,statCd,statCdCntnKor1,hsCd,statKor,expWgt,expDlr,impWgt,impDlr,balPayments
                총계,-,-,-,-,1,2,60,700,-698
                2024.03,CN,중국,2846901000,희토류,1,2,60,700,-698
                """));

        assertThat(Fixture.lines(loaded)).containsExactly("KOR M CHN HS-KOR2024:2846901000 2024-03 700USD 60kg CIF selected-partners");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("2 = 1 + 1 + 0");
    }

    @Test
    void readsIndiasPageWithItsUnitAndFiscalYears() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("country.xls", """
                <html><head><title>Export Import Data Bank</title><script>if (a < b) { "<table>" }</script></head><body>
                <p>Department of Commerce<BR>Import :: Country-wise all commodities</p>
                <p align=right>Dated:24/6/2020<BR>Values in US$ Million<br>Sorted on HSCode</p>
                <table border="1"><tr><th>S.No.</th><th>HSCode</th><th>Commodity</th><th>2022-2023</th><th>
                2023-2024
                </th><th>%Growth</th></tr><br><font>Country: &nbsp;CHINA P RP</font>
                <tr><td>1.</td><td>28469010</td><td>CERIUM &amp; OTHER</td><td align=right> 1,234.50</td><td>0.5</td><td>-99</td></tr>
                <tr><td>2.</td><td>85051110</td><td>MAGNETS</td><td></td><td>7</td></tr>
                <tr><td></td><td>Total</td><td></td><td>9</td><td>9</td><td></td></tr>
                </table></body></html>
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "IND M CHN ITC-HS:28469010 2022-04/2023-03 1234500000USD missing kg CIF selected-partners",
                "IND M CHN ITC-HS:28469010 2023-04/2024-03 500000USD missing kg CIF selected-partners",
                "IND M CHN ITC-HS:85051110 2023-04/2024-03 7000000USD missing kg CIF selected-partners");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 2 + 1 + 0");
    }

    @Test
    void readsTradeMapsPageThatCallsItselfAWorkbook() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("trademap.xls", """
                <table><tr><td colspan="3">List of supplying markets for a product imported by Japan</td></tr>
                <tr><td>Product: 850511 Permanent magnets of metal</td></tr><tr><td>Unit : US Dollar thousand</td></tr>
                <tr><th>Exporters</th><th>Imported value in 2022</th><th>Imported value in 2023</th></tr>
                <tr><td>World</td><td>1,500</td><td>1,600</td></tr>
                <tr><td>China</td><td>1,000</td><td>1,100</td></tr>
                <tr><td>Viet Nam</td><td>500</td><td>500</td></tr></table>
                """));

        assertThat(Fixture.lines(loaded)).containsExactlyInAnyOrder(
                "JPN M CHN HS:850511 2022 1000000USD missing kg CIF complete",
                "JPN M CHN HS:850511 2023 1100000USD missing kg CIF complete",
                "JPN M VNM HS:850511 2022 500000USD missing kg CIF complete",
                "JPN M VNM HS:850511 2023 500000USD missing kg CIF complete",
                "JPN M W00 HS:850511 2022 1500000USD missing kg CIF complete",
                "JPN M W00 HS:850511 2023 1600000USD missing kg CIF complete");
        assertThat(loaded.issues()).isEmpty();
    }

    @Test
    void readsWits() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("DataJobID.csv", """
                Nomenclature,ReporterISO3,ProductCode,ReporterName,PartnerISO3,PartnerName,Year,TradeFlowName,TradeFlowCode,\
                TradeValue in 1000 USD,NetWeight in KGM
                H5,JPN,284690,Japan,CHN,China,2022,Gross Imp.,5,1.5,60
                H5,JPN,284690,Japan,OAS,"Other Asia, nes",2022,Gross Imp.,5,2,0
                H5,JPN,284690,Japan,WLD,World,2022,Gross Imp.,5,3.5,60
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN HS2017:284690 2022 1500USD 60kg CIF complete",
                "JPN M TWN HS2017:284690 2022 2000USD missing kg CIF complete",
                "JPN M W00 HS2017:284690 2022 3500USD 60kg CIF complete");
    }

    @Test
    void readsOecAndTakesTheSectionOffItsProductCodes() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("oec.json", """
                {"data":[{"Exporter Country ID":"aschn","Exporter Country":"China","Importer Country ID":"asjpn","Importer Country":"Japan",
                 "HS6 ID":16850511,"HS6":"Magnets","Year":2022,"Trade Value":700.5},
                 {"Exporter Country ID":"aschn","Exporter Country":"China","Importer Country ID":"asjpn","Importer Country":"Japan",
                 "HS6 ID":6284690,"HS6":"Compounds","Year":2022,"Trade Value":9}],"source":[]}
                """));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN HS:850511 2022 700.5USD missing kg FOB selected-partners", "JPN M CHN HS:284690 2022 9USD missing kg FOB selected-partners");
    }

    @Test
    void readsAYearOfTradeMapWithItsIndicators() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("trademap.txt", """
                List of supplying markets for a product imported by Japan in 2024
                Product : 850511 Permanent magnets of metal
                Exporters\tValue imported in 2024 (USD thousand)\tTrade balance 2024 (USD thousand)\tQuantity imported in 2024\tQuantity unit
                World\t1,001\t-5\t50\tTons
                China\t900\t-6\t45\tTons
                Viet Nam\t100\t1\t5\tNumber
                Estonia\t1\t1\t\t
                """));

        assertThat(Fixture.lines(loaded)).contains(
                "JPN M CHN HS:850511 2024 900000USD 45000kg CIF complete",
                "JPN M VNM HS:850511 2024 100000USD missing kg CIF complete",
                "JPN M EST HS:850511 2024 1000USD missing kg CIF complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("4 = 3 + 1 + 0");
        assertThat(Fixture.lines(Fixture.read(Fixture.text("trademap.txt", """
                List of importing markets for a product exported by China in 2024
                Product : 850511 Permanent magnets of metal
                Importers\tValue exported in 2024 (USD thousand)\tQuantity exported in 2024\tQuantity unit
                World\t900\t45\tTons
                Japan\t900\t45\tTons
                """)))).contains("CHN X JPN HS:850511 2024 900000USD 45000kg FOB complete");
    }

    @Test
    void takesAllRegimesTogetherFromEurostatsOlderFiles() {
        String header = "DECLARANT,DECLARANT_ISO,TRADE_TYPE,PARTNER,PARTNER_ISO,PRODUCT_NC,FLOW,STAT_REGIME,SUPP_UNIT,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG\n";
        String row = "004,DE,E,0720,CN,28469000,1,%d,,201252,%d,%d\n";
        Loaded<TradeDataset> whole = Fixture.read(Fixture.text(
                "full201252.dat", header + row.formatted(1, 1000, 50) + row.formatted(2, 100, 5) + row.formatted(4, 1100, 55)));
        Loaded<TradeDataset> same = Fixture.read(Fixture.text("full201252.dat", header + row.formatted(1, 1000, 50) + row.formatted(4, 1000, 50)));
        Loaded<TradeDataset> parts = Fixture.read(Fixture.text("full201252.dat", header + row.formatted(1, 1000, 50) + row.formatted(2, 100, 5)));

        assertThat(Fixture.lines(whole)).containsExactly("DEU M CHN CN2012:28469000 2012 1100EUR 55kg CIF selected-partners");
        assertThat(Fixture.counts(whole.files().get(0))).isEqualTo("3 = 1 + 2 + 0");
        assertThat(Fixture.lines(same)).containsExactly("DEU M CHN CN2012:28469000 2012 1000EUR 50kg CIF selected-partners");
        assertThat(Fixture.lines(parts)).isEmpty();
        assertThat(parts.files().get(0).issueCounts()).containsOnly(Map.entry("only-parts", 1L));
    }

    @Test
    void tellsThatResourceTradeHasNoCustomsCodes() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("rt.csv", """
                Exporter ISO3,Exporter,Importer ISO3,Importer,Resource,Year,Value (1000USD),Weight (1000kg)
                CHN,China,JPN,Japan,Rare earths,2022,1,2
                """));

        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("1 = 0 + 1 + 0");
        assertThat(loaded.files().get(0).why()).endsWith("trade by groups of resources, without customs codes");
    }

    @Test
    void readsAnXmlSpreadsheetOf2003() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.xls", """
                <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
                <Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table>
                <Row><Cell><Data ss:Type="String">reporter</Data></Cell><Cell><Data>partner</Data></Cell><Cell><Data>flow</Data></Cell>\
                <Cell><Data>commodity</Data></Cell><Cell><Data>period</Data></Cell><Cell><Data>currency</Data></Cell><Cell><Data>value</Data></Cell></Row>
                <Row><Cell><Data>JPN</Data></Cell><Cell><Data>CHN</Data></Cell><Cell><Data>M</Data></Cell><Cell><Data>2846</Data></Cell>\
                <Cell><Data>2023</Data></Cell><Cell ss:Index="7"><Data ss:Type="Number">7</Data></Cell></Row>
                <Row><Cell><Data>&e;</Data></Cell><Cell><Data>CHN</Data></Cell><Cell><Data>M</Data></Cell><Cell><Data>2846</Data></Cell>\
                <Cell><Data>2023</Data></Cell><Cell ss:Index="7"><Data ss:Type="Number">7</Data></Cell></Row>
                </Table></Worksheet></Workbook>
                """));

        assertThat(Fixture.lines(loaded)).containsExactly("JPN M CHN :2846 2023 7USD missing kg UNKNOWN complete");
        assertThat(Fixture.messages(loaded)).containsExactly("t.xls:5: column 'reporter': found '&e;', expected an economy's ISO 3166 alpha-3"
                + " code; row set aside [unknown-economy]");
    }

    private static final String CHINA = "数据年月,商品编码,商品名称,贸易伙伴编码,贸易伙伴名称,贸易方式编码,贸易方式名称,第一数量,第一计量单位,美元,%s\n";

    @Test
    void readsChinasExportOnceItSaysWhichFlowItIs() {
        String rows = CHINA.formatted("进出口")
                + "202401,28469019,其他,116,日本,10,一般贸易,60,千克,\"1,234\",出口\n"
                + "202401,28469019,其他,116,日本,14,来料加工,40,千克,66,出口\n"
                + "202401,85051110,磁铁,502,美国,10,一般贸易,7,个,5,出口\n"
                + "202401,28469019,其他,106,缅甸,10,一般贸易,1,千克,9,进口\n";

        for (String charset : List.of("UTF-8", "GB18030")) {
            Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("gacc.csv", rows.getBytes(Charset.forName(charset))));

            assertThat(Fixture.lines(loaded)).containsExactly(
                    "CHN X JPN CCN2024:28469019 2024-01 1300USD 100kg FOB complete",
                    "CHN X USA CCN2024:85051110 2024-01 5USD missing kg FOB complete",
                    "CHN M MMR CCN2024:28469019 2024-01 9USD 1kg CIF complete");
            assertThat(loaded.issues()).isEmpty();
        }
    }

    @Test
    void readsChinasExportInEnglishByItsPartnersCodes() {
        String rows = """
                "Date of data","Commodity code","Commodity","Trading partner code","Trading partner","Customs Regime code","Customs Regime","Quantity","Unit",\
                "Supplementary Quantity","Supplementary Unit","US dollar","Flow",
                "202601","28053011","Neodymium","110","Hong Kong，China","10","Ordinary Trade","81782","Kilogram","0","?","315,286","Export",
                "202601","28053011","Neodymium","133","Republic of Korea","10","Ordinary Trade","3574","Kilogram","0","?","199,307","Export",
                "202601","28053011","Neodymium","133","Republic of Korea","15","Processing with Imported Materials","26","Kilogram","0","?","93","Export",
                "202601","28053011","Neodymium","125","尼泊尔联邦民主共和国","10","Ordinary Trade","1","Kilogram","0","?","2","Export",
                "202601","28053011","Neodymium","701","Unknown","10","Ordinary Trade","?","Kilogram","0","?","5","Export",
                """;

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("gacc.csv", rows.getBytes(Charset.forName("GB18030"))));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "CHN X HKG CCN2026:28053011 2026-01 315286USD 81782kg FOB complete",
                "CHN X KOR CCN2026:28053011 2026-01 199400USD 3600kg FOB complete",
                "CHN X NPL CCN2026:28053011 2026-01 2USD 1kg FOB complete",
                "CHN X X99 CCN2026:28053011 2026-01 5USD missing kg FOB complete");
    }

    @Test
    void tellsWhereChinasDownloadsAreCut() {
        StringBuilder rows = new StringBuilder(CHINA.formatted("进出口"));
        for (int i = 0; i < 10_000; i++) {
            rows.append("202401,").append(28_000_000 + i).append(",其他,116,日本,10,一般贸易,60,千克,7,出口\n");
        }

        assertThat(Fixture.messages(Fixture.read(Fixture.text("gacc.csv", rows.toString())))).anyMatch(message -> message.contains(
                "expected fewer rows than the 10000 at which China Customs cuts its answers"));
    }

    @Test
    void neverGuessesWhichFlowChinasExportIs() {
        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("gacc.csv", (CHINA.formatted("").replace("美元", "人民币")
                + "202401,28469019,其他,116,日本,10,一般贸易,60,千克,\"1,234\",\n").getBytes(Charset.forName("GB18030"))));

        assertThat(loaded.files().get(0).source().layout()).isEqualTo("china-gacc-yuan");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("1 = 0 + 0 + 1");
        assertThat(Fixture.messages(loaded)).containsExactly(
                "gacc.csv:2: expected a trade flow, which the table does not say: add a column '进出口' with one of Export, Import, 出口, 进口; row set aside [missing-cell]");
    }

    @Test
    void tellsThatAustraliasTablesHaveNoCustomsCodes() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("ABS_MERCH_IMP.csv", """
                DATAFLOW,COMMODITY_SITC,COUNTRY_ORIGIN,TIME_PERIOD,OBS_VALUE
                ABS:MERCH_IMP(1.0.0),525,CHIN,2024-01,7
                """));
        Loaded<TradeDataset> labelled = Fixture.read(Fixture.text("ABS_MERCH_IMP.csv", """
                DATAFLOW,COMMODITY_SITC: Commodity by SITC,COUNTRY_ORIGIN: Country of Origin,TIME_PERIOD: Time Period,OBS_VALUE
                ABS:MERCH_IMP(1.0.0),7: Machinery and transport equipment,CHIN: China (excludes SARs and Taiwan),2026-05,3000
                """));

        assertThat(List.of(loaded, labelled)).allSatisfy(each -> {
            assertThat(Fixture.counts(each.files().get(0))).isEqualTo("1 = 0 + 1 + 0");
            assertThat(each.files().get(0).why()).endsWith("trade by groups of the SITC, without customs codes");
        });
    }
}
