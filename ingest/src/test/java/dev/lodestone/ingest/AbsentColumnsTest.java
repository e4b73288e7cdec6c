package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file lacks that its layout would read is told, and so is an unknown column that may be it. */
class AbsentColumnsTest {

    private static final String SAVED = ", where the file was saved with it; ";

    @ParameterizedTest
    @MethodSource("filesWithout")
    void tellsWhatAFileLacks(String text, List<String> messages) {
        assertThat(Fixture.messages(Fixture.read(Fixture.text("f", text))))
                .containsExactlyElementsOf(messages.stream().map(message -> "f: " + message + " [column-not-there]").toList());
    }

    static Stream<Arguments> filesWithout() {
        return Stream.of(
                Arguments.of(
                        "reporterCode,partnerCode,flowCode,period,cmdCode,primaryValue\n392,156,M,2023,2846,5\n",
                        List.of(
                                "expected a column 'classificationCode' or 'classification_code' of the classification of codes" + SAVED
                                        + "codes are read without their edition",
                                "expected a column 'netWgt' or 'net_wgt' of net weights" + SAVED + "net weights are missing")),
                Arguments.of(
                        "reporterCode,partnerCode,flowCode,period,classificationCode,cmdCode,primaryValue,netWgt\n392,156,M,2023,H6,2846,5,4\n",
                        List.of("expected a column 'isNetWgtEstimated' or 'is_net_wgt_estimated' of which net weights are estimated" + SAVED
                                + "net weights are taken as reported")),
                Arguments.of(
                        "Classification,Period,Trade Flow Code,Reporter Code,Partner Code,Commodity Code,Netweight (kg),Trade Value (US$)\n"
                                + "H5,2020,1,392,156,284690,4,5\n",
                        List.of("expected a column 'Flag' or 'estCode' of which net weights are estimated" + SAVED + "net weights are taken as reported")),
                Arguments.of(
                        "DECLARANT_ISO,PARTNER_ISO,PRODUCT_NC,FLOW,PERIOD,VALUE_IN_EUROS\nDE,CN,28469060,1,202403,5\n",
                        List.of("expected a column 'QUANTITY_IN_KG' or 'QUANTITY_KG' of net weights" + SAVED + "net weights are missing")),
                Arguments.of(
                        "CTY_CODE,I_COMMODITY,GEN_VAL_MO,YEAR,MONTH\n5700,284690,5,2024,02\n",
                        List.of("expected a column 'GEN_QY1_MO' or 'CON_QY1_MO' of net weights" + SAVED + "net weights are missing")),
                Arguments.of(
                        "CTY_CODE,I_COMMODITY,GEN_VAL_MO,GEN_QY1_MO,YEAR,MONTH\n5700,284690,5,4,2024,02\n",
                        List.of("expected a column 'UNIT_QY1' of the units of quantities" + SAVED + "quantities are taken for no weights")),
                Arguments.of(
                        "YearMonth/AnnéeMois,HS10,Country/Pays,Value/Valeur\n202403,2846901000,CN,5\n",
                        List.of("expected a column 'Quantity/Quantité' of net weights" + SAVED + "net weights are missing")),
                Arguments.of(
                        "Nomenclature,ReporterISO3,ProductCode,PartnerISO3,Year,TradeFlowName,TradeValue in 1000 USD\nH5,JPN,284690,CHN,2023,Import,5\n",
                        List.of("expected a column 'NetWeight in KGM' of net weights" + SAVED + "net weights are missing")),
                Arguments.of(
                        "数据年月,商品编码,贸易伙伴名称,美元,进出口\n202403,28469011,日本,5,出口\n",
                        List.of("expected a column '第一数量' or 'Quantity' of net weights" + SAVED + "net weights are missing")),
                Arguments.of(
                        "DATAFLOW,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
                                + "ESTAT:DS-045409(1.0),M,DE,CN,28469060,1,VALUE_IN_EUROS,2024-03,9,\n",
                        List.of("expected rows of the measure 'QUANTITY_KG' or 'QUANTITY_IN_100KG', where the file was saved with them;"
                                + " net weights are missing, unless another file of the run has them")));
    }

    @ParameterizedTest
    @MethodSource("filesWithAnotherName")
    void tellsWhichColumnMayBeMeant(String text, String message) {
        assertThat(Fixture.messages(Fixture.read(Fixture.text("f", text)))).containsExactly("f: " + message + " [column-perhaps-renamed]");
    }

    static Stream<Arguments> filesWithAnotherName() {
        String tidy = "reporter,partner,flow,commodity,period,value,";
        String comtrade = "reporterCode,partnerCode,flowCode,period,classificationCode,cmdCode,primaryValue,isNetWgtEstimated,";
        return Stream.of(
                Arguments.of(
                        tidy + "Net-Weight KG\nJPN,CHN,M,2846,2023,5,4\n",
                        "column 'Net-Weight KG': expected the name 'net_weight_kg', if it holds net weights; not read; net weights are missing"),
                Arguments.of(
                        tidy + "Nettogewicht\nJPN,CHN,M,2846,2023,5,4\n",
                        "column 'Nettogewicht': expected the name 'net_weight_kg', if it holds net weights; not read; net weights are missing"),
                Arguments.of(
                        tidy + "ccy,Currency code\nJPN,CHN,M,2846,2023,5,EUR,EUR\n",
                        "column 'Currency code': expected the name 'currency', if it holds the currency; not read; taken as USD throughout"),
                Arguments.of(
                        comtrade + "net weight (kg),grossWgt,qty\n392,156,M,2023,H6,2846,5,0,4,4,4\n",
                        "column 'net weight (kg)': expected the name 'netWgt' or 'net_wgt', if it holds net weights; not read; net weights are missing"),
                Arguments.of(
                        comtrade + "netWgt,partner2 Code\n392,156,M,2023,H6,2846,5,0,4,0\n",
                        "column 'partner2 Code': expected the name 'partner2Code' or 'partner2_code' or 'partner2ISO' or 'partner2_iso', if it tells which"
                                + " rows to leave out (breakdown by second partner); not read; such rows are read as all others"),
                Arguments.of(
                        "DECLARANT_ISO,PARTNER_ISO,PRODUCT_NC,FLOW,PERIOD,VALUE_IN_EUROS,QUANTITY_KILOS\nDE,CN,28469060,1,202403,5,4\n",
                        "column 'QUANTITY_KILOS': expected the name 'QUANTITY_IN_KG' or 'QUANTITY_KG', if it holds net weights; not read; net weights are"
                                + " missing"),
                Arguments.of(
                        "CTY_CODE,I_COMMODITY,GEN_VAL_MO,GEN_QY1_MO,Unit,YEAR,MONTH\n5700,284690,5,4,KG,2024,02\n",
                        "column 'Unit': expected the name 'UNIT_QY1', if it holds the units of quantities; not read; quantities are taken for no weights"),
                Arguments.of(
                        "DATAFLOW,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
                                + "ESTAT:DS-045409(1.0),M,DE,CN,28469060,1,VALUE_IN_EUROS,2024-03,9,\n"
                                + "ESTAT:DS-045409(1.0),M,DE,CN,28469060,1,QUANTITY_IN_KG,2024-03,8,\n",
                        "found 'QUANTITY_IN_KG', expected the measure 'QUANTITY_KG' or 'QUANTITY_IN_100KG', if these rows hold net weights; rows not"
                                + " read; net weights are missing"));
    }

    @Test
    void asksNothingOfATidyTableWhoseOptionalColumnsAreLeftOut() {
        assertThat(Fixture.messages(Fixture.read(Fixture.tidy("JPN,CHN,M,2846,2023,5")))).isEmpty();
    }

    @Test
    void saysNothingOfAFileOfWhichNothingIsKept() {
        assertThat(Fixture.messages(Fixture.read(Fixture.text("f", "reporterCode,partnerCode,flowCode,period,cmdCode,primaryValue\n392,0,M,2023,2846,5\n"))))
                .isEmpty();
    }
}
