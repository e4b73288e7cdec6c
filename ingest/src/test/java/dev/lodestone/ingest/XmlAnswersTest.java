package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that answer in XML are read as those that answer in JSON; what cannot be read whole is refused. */
class XmlAnswersTest {

    private static final String ROW = "<row><reporter>JPN</reporter><partner>%s</partner><flow>M</flow><commodity>284690</commodity><period>2023</period>%s</row>";

    /** As Korea's data portal answers: a total first, names of countries in Korean. */
    private static final String KOREA = """
            <?xml version="1.0" encoding="%s" standalone="yes"?>
            <response><header><resultCode>00</resultCode><resultMsg>정상서비스.</resultMsg></header><body><items>
            <item><balPayments>-7</balPayments><expDlr>1</expDlr><expWgt>1</expWgt><hsCd>-</hsCd><impDlr>9</impDlr><impWgt>8</impWgt><statCd>-</statCd>\
            <statCdCntnKor1>-</statCdCntnKor1><statKor>-</statKor><year>총계</year></item>
            <item><balPayments>-5</balPayments><expDlr>0</expDlr><expWgt>0</expWgt><hsCd>284690</hsCd><impDlr>5</impDlr><impWgt>6</impWgt><statCd>CN</statCd>\
            <statCdCntnKor1>중국</statCdCntnKor1><statKor>A &amp; B</statKor><year>2026.01</year></item>
            <item><balPayments>-2</balPayments><expDlr>1</expDlr><expWgt>1</expWgt><hsCd>284690</hsCd><impDlr>4</impDlr><impWgt>2</impWgt><statCd>JP</statCd>\
            <statCdCntnKor1>일본</statCdCntnKor1><statKor/><year>2026.01</year></item>
            </items></body></response>
            """;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "EUC-KR"})
    void readsAnAnswerWhoseRowsAreElements(String encoding) {
        Loaded<TradeDataset> loaded =
                Fixture.read(InputSource.ofBytes("a.xml", KOREA.formatted(encoding).getBytes(Charset.forName(encoding))));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "KOR M CHN HS-KOR2026:284690 2026-01 5USD 6kg CIF complete", "KOR M JPN HS-KOR2026:284690 2026-01 4USD 2kg CIF complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 2 + 1 + 0");
        assertThat(loaded.files().get(0).why()).startsWith("XML with elements 'response.body.items.item' that have the 7 required names");
    }

    @Test
    void namesTheElementOfARowThatIsSetAside() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.xml", rows(ROW.formatted("CHN", "<value>5</value>"), ROW.formatted("VNM", "<value>six</value>"))));

        assertThat(Fixture.messages(loaded)).contains("a.xml:r.row[1]: column 'value': found 'six', expected a plain number with decimal mark '.' and no"
                + " thousands mark; row set aside [bad-number]");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("2 = 1 + 0 + 1");
    }

    @Test
    void takesAnElementThatOtherRowsHaveForMissing() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.xml", rows(
                ROW.formatted("CHN", "<value>5</value>"), ROW.formatted("VNM", "<value>6</value><net_weight_kg>7</net_weight_kg>"), "<row/>")));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN :284690 2023 5USD missing kg UNKNOWN complete", "JPN M VNM :284690 2023 6USD 7kg UNKNOWN complete");
    }

    @Test
    void refusesAnAnswerThatCannotBeReadWhole() {
        String sound = ROW.formatted("CHN", "<value>5</value>");

        assertThat(refusal(rows(sound, ROW.formatted("VNM", "<value>6</value>")).replace("</row></r>", "")))
                .contains("as XML it cannot be read beyond line 1");
        assertThat(refusal(rows(sound, ROW.formatted("VNM", "<value><a>6</a></value>"))))
                .contains("the element 'r.row' in line 1 holds elements inside others, where its like hold text");
        assertThat(refusal(rows(sound, ROW.formatted("VNM", "<value>6</value><value>7</value>"))))
                .contains("the element 'r.row' in line 1 names 'value' twice");
        assertThat(refusal("<r><imports>" + sound + "</imports><exports>" + sound + "</exports></r>"))
                .contains("rows stand in the elements 'r.imports.row' and 'r.exports.row': read each as a file of its own");
    }

    @Test
    void fetchesNothingThatAnAnswerNames() {
        String entity = "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\"><!ENTITY y \"5\">]>";

        assertThat(Fixture.lines(Fixture.read(Fixture.text("a.xml", entity + rows(ROW.formatted("CHN", "<value>&y;</value>")))))).isEmpty();
        assertThat(Fixture.lines(Fixture.read(Fixture.text("a.xml", entity + rows(ROW.formatted("CHN", "<value>5</value><source>&x;</source>"))))))
                .allSatisfy(line -> assertThat(line).doesNotContain("localhost"));
    }

    private static final String SERIES =
            "freq=\"A\" reporter=\"DE\" partner=\"%s\" product=\"28469010\" flow=\"1\" indicators=\"%s\"";

    /** As SDMX-ML 2.1 is defined: what a series is about in its attributes, period and value in those of its observations. */
    private static String structureSpecific(String... series) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <m:StructureSpecificData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" \
                xmlns:ss="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <m:Header><m:ID>DS</m:ID><m:Test>false</m:Test><m:Structure structureID="ESTAT_DS_1"><Ref agencyID="ESTAT" id="DS"/></m:Structure></m:Header>
                <m:DataSet ss:structureRef="ESTAT_DS_1" xsi:type="x:DataSetType">
                """ + String.join("\n", series) + "</m:DataSet></m:StructureSpecificData>";
    }

    @Test
    void readsObservationsWhoseFiguresStandInAttributes() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.xml", structureSpecific(
                "<Series " + SERIES.formatted("CN", "VALUE_IN_EUROS") + "><Obs TIME_PERIOD=\"2023\" OBS_VALUE=\"500\"/>"
                        + "<Obs TIME_PERIOD=\"2024\" OBS_VALUE=\"700\" OBS_FLAG=\"e\"/></Series>",
                "<Series " + SERIES.formatted("CN", "QUANTITY_IN_100KG") + "><Obs TIME_PERIOD=\"2023\" OBS_VALUE=\"2\"/></Series>",
                "<Series " + SERIES.formatted("JP", "VALUE_IN_EUROS") + "><Obs TIME_PERIOD=\"2023\" OBS_VALUE=\"1 0\"/></Series>")));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "DEU M CHN CN2023:28469010 2023 500EUR 200kg CIF selected-partners",
                "DEU M CHN CN2024:28469010 2024 ~700EUR missing kg CIF selected-partners");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("4 = 3 + 0 + 1");
        assertThat(Fixture.messages(loaded)).anySatisfy(message -> assertThat(message)
                .startsWith("a.xml:StructureSpecificData.DataSet.Series.Obs[3]: column 'OBS_VALUE': found '1 0'"));
    }

    @Test
    void readsObservationsOfGenericSdmx() {
        String key = "<g:SeriesKey><g:Value id=\"freq\" value=\"A\"/><g:Value id=\"reporter\" value=\"DE\"/><g:Value id=\"partner\" value=\"%s\"/>"
                + "<g:Value id=\"product\" value=\"28469010\"/><g:Value id=\"flow\" value=\"1\"/><g:Value id=\"indicators\" value=\"VALUE_IN_EUROS\"/>"
                + "</g:SeriesKey>";
        String text = "<m:GenericData xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\""
                + " xmlns:g=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic\"><m:DataSet structureRef=\"DS\">"
                + "<g:Series>" + key.formatted("CN") + "<g:Obs><g:ObsDimension value=\"2023\"/><g:ObsValue value=\"5\"/></g:Obs>"
                + "<g:Obs><g:ObsDimension value=\"2024\"/><g:ObsValue value=\"6\"/><g:Attributes><g:Value id=\"OBS_FLAG\" value=\"e\"/></g:Attributes>"
                + "</g:Obs></g:Series><g:Series>" + key.formatted("VN") + "<g:Obs><g:ObsDimension value=\"2023\"/><g:ObsValue value=\"7\"/></g:Obs>"
                + "</g:Series></m:DataSet></m:GenericData>";

        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.xml", text));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "DEU M CHN CN2023:28469010 2023 5EUR missing kg CIF complete",
                "DEU M CHN CN2024:28469010 2024 ~6EUR missing kg CIF complete",
                "DEU M VNM CN2023:28469010 2023 7EUR missing kg CIF complete");
    }

    @Test
    void refusesObservationsOfWhichOneIsWrittenOtherwise() {
        assertThat(refusal(structureSpecific("<Series " + SERIES.formatted("CN", "VALUE_IN_EUROS") + "><Obs TIME_PERIOD=\"2023\" OBS_VALUE=\"5\"/>"
                        + "<Obs TIME_PERIOD=\"2024\"><Comp id=\"OBS_VALUE\">6</Comp></Obs></Series>")))
                .contains("the element 'StructureSpecificData.DataSet.Series.Obs' in line")
                .contains("holds text or elements, where its like have attributes alone");
    }

    @Test
    void endsWithElementsFarInsideEachOther() {
        String row = ROW.formatted("CHN", "<value>5</value>");

        assertThat(Fixture.lines(Fixture.read(Fixture.text("a.xml", "<a>".repeat(90) + row + "</a>".repeat(90))))).hasSize(1);
        Loaded<TradeDataset> deep = Fixture.read(Fixture.text("a.xml", "<a>".repeat(5_000) + row + "</a>".repeat(5_000)));
        assertThat(Fixture.lines(deep)).isEmpty();
        assertThat(Fixture.messages(deep)).singleElement().asString().endsWith("file not read [file-not-recognised]");
    }

    @Test
    void refusesATagThatWouldFillTheMemory() {
        String attribute = "<row note=\"" + ">x".repeat(2_200_000) + "\"/>";

        assertThat(refusal(rows(ROW.formatted("CHN", "<value>5</value>"), attribute)))
                .contains("a tag of its XML has more than 4194304 characters; it cannot be read beyond line 1");
    }

    @Test
    void readsOnBehindCommentsWithMarksOfQuotation() {
        String comment = "<!-- it's <b> 5\" --><?p it's?>";
        String remark = "<remark><![CDATA[<it's]]></remark>";

        assertThat(Fixture.lines(Fixture.read(Fixture.text("a.xml", rows(
                comment + ROW.formatted("CHN", "<value>5</value>" + remark), ("<pad" + " ".repeat(50_000) + "/>").repeat(90), ROW.formatted("VNM", "<value>6</value>")))))).hasSize(2);
    }

    @Test
    void tellsTheElementsOfAnAnswerThatNoLayoutKnows() {
        assertThat(refusal("<r><row><Land>China</Land><Wert>5</Wert></row><row><Land>Japan</Land><Wert>6</Wert></row></r>"))
                .contains("no column of any known layout was found; line 1 has 2 cells: Land, Wert; in XML");
    }

    private static String rows(String... rows) {
        return "<r>" + String.join("", rows) + "</r>";
    }

    private static String refusal(String text) {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("a.xml", text));
        assertThat(Fixture.lines(loaded)).isEmpty();
        assertThat(loaded.issues()).hasSize(1);
        return Fixture.messages(loaded).get(0);
    }
}
