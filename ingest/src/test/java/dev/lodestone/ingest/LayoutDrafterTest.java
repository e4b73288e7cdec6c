package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Made-up tables of offices that no layout knows: draft, answers, reading. */
class LayoutDrafterTest {

    private static final String GERMAN = """
            Statistisches Amt;;;;;
            Außenhandel: Einfuhr nach Warennummer und Ursprungsland;;;;;
            Werte in 1.000 Euro;;;;;
            ;;;;;
            Jahr;Ursprungsland;Warennummer;Warenbezeichnung;Wert (Tsd. EUR);Eigenmasse (t)
            2023;China;28461000;Cerverbindungen;1.234,5;345,2
            2023;Vereinigte Staaten;28461000;Cerverbindungen;12,25;3,1
            2023;Österreich;28469040;Lanthan;2,5;1,0
            2023;Übrige Länder;28469040;Lanthan;5,0;geheim
            Summe;;;;1.254,25;
            """;

    @TempDir
    private Path folder;

    @Test
    void readsAGermanTableOfSemicolonsOnceItsQuestionsAreAnswered() throws IOException {
        InputSource file = Fixture.text("einfuhr.csv", GERMAN);
        LayoutDraft draft = only(file);
        assertThat(draft.open()).containsExactly("reporter");
        assertThat(draft.questions()).anySatisfy(question -> assertThat(question).contains("Übrige Länder"));

        Loaded<TradeDataset> loaded = read(file, draft.yaml()
                .replace("  # reporter: {constant: DEU, scheme: iso3}", "  reporter: {constant: DEU, scheme: iso3}")
                .replace("Vereinigte Staaten: USA", "Vereinigte Staaten: USA, 'Übrige Länder': X99"));

        assertThat(loaded.files().get(0).source().layout()).isEqualTo("einfuhr");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("5 = 4 + 1 + 0");
        assertThat(Fixture.lines(loaded)).containsExactly(
                "DEU M CHN :28461000 2023 1234500EUR 345200kg UNKNOWN complete",
                "DEU M USA :28461000 2023 12250EUR 3100kg UNKNOWN complete",
                "DEU M AUT :28469040 2023 2500EUR 1000kg UNKNOWN complete",
                "DEU M X99 :28469040 2023 5000EUR suppressed kg UNKNOWN complete");
    }

    @Test
    void readsTheSameTableInWindows1252() throws IOException {
        InputSource file = InputSource.ofBytes("einfuhr.csv", GERMAN.getBytes(Charset.forName("windows-1252")));

        Loaded<TradeDataset> loaded = read(file, only(file).yaml().replace("  # reporter: {", "  reporter: {"));

        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("5 = 3 + 1 + 1");
    }

    /** The table has no column for a value, and nobody can answer which it is. */
    @Test
    void draftsATableOfWeightsAloneWithoutAValue() throws IOException {
        InputSource file = Fixture.text("mengen.csv", """
                Jahr;Ursprungsland;Warennummer;Eigenmasse (t)
                2023;China;28461000;1.345,2
                2023;Vereinigte Staaten;28461000;3,1
                2023;Japan;28461000;0,25
                """);
        LayoutDraft draft = only(file);
        assertThat(draft.open()).containsExactly("reporter");

        Loaded<TradeDataset> loaded = read(file, draft.yaml().replace("  # reporter: {", "  reporter: {"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "DEU M CHN :28461000 2023 missing XXX 1345200kg UNKNOWN complete",
                "DEU M USA :28461000 2023 missing XXX 3100kg UNKNOWN complete",
                "DEU M JPN :28461000 2023 missing XXX 250kg UNKNOWN complete");
    }

    @Test
    void readsYearsAsColumnsUnderTitleRows() throws IOException {
        InputSource file = Fixture.text("wide.tsv", """
                Trade of Ruritania by partner
                Imports; Unit : US Dollar thousand
                Country	HS code	2020	2021	2022
                China	850511	12,345.6	1,200	1,300
                Viet Nam	850511	45.1	50	..
                World	850511	12390.7	1250	1360
                """);
        LayoutDraft draft = only(file);
        assertThat(draft.open()).containsExactly("reporter");

        Loaded<TradeDataset> loaded = read(file, draft.yaml().replace("# reporter: {constant: DEU", "reporter: {constant: KOR"));

        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 2 + 1 + 0");
        assertThat(Fixture.lines(loaded)).contains(
                "KOR M CHN :850511 2020 12345600USD missing kg UNKNOWN complete",
                "KOR M VNM :850511 2021 50000USD missing kg UNKNOWN complete",
                "KOR M VNM :850511 2022 missing USD missing kg UNKNOWN complete");
    }

    @Test
    void readsImportsWithTheirOwnWeightsWhereExportsStandBesideThemAndTellsThatTheyDo() throws IOException {
        InputSource file = Fixture.text("both.csv", """
                Year,HS Code,Country,Exports (USD),Exports Qty (kg),Imports (USD),Imports Qty (kg)
                2023,850511,China,10,1,2500,250
                2023,850511,Japan,30,3,400,40
                2023,850511,Malaysia,20,2,600,60
                """);
        LayoutDraft draft = only(file);
        assertThat(draft.yaml().replaceAll("\\s+#\\s+", " ")).contains("Another flow stands beside 'Imports (USD)', in 'Exports (USD)': a layout reads one flow");

        Loaded<TradeDataset> loaded = read(file, draft.yaml().replace("# reporter: {constant: DEU", "reporter: {constant: KOR"));

        assertThat(Fixture.lines(loaded)).contains("KOR M CHN :850511 2023 2500USD 250kg UNKNOWN complete");
    }

    /** Headers such as Einfuhr alone mean values; a weight was taken for one, and called sure. */
    @Test
    void takesAWeightForNoValueThoughItsHeaderNamesAFlow() throws IOException {
        LayoutDraft draft = only(Fixture.text("genesis.csv", """
                Jahr;Land;Ware;Ausfuhr: Gewicht;Ausfuhr: Wert;Einfuhr: Gewicht;Einfuhr: Wert
                2023;China;28053010;0,1;12;345,6;7890
                2024;Japan;28053010;0,2;13;45,6;890
                """));

        assertThat(draft.yaml()).contains("value: {column: 'Einfuhr: Wert'}").contains("net-weight: {column: 'Einfuhr: Gewicht'}");
    }

    @Test
    void draftsATableOfTaiwansYearsAndDollarsInThousands() throws IOException {
        LayoutDraft draft = only(InputSource.ofBytes("tw.csv", """
                進出口別,資料年月,稅則號別,國家名稱,價值(美元千元)
                進口,113年01月,280530,中國大陸,110
                進口,113年02月,280530,日本,15
                """.getBytes(Charset.forName("x-windows-950"))));

        assertThat(draft.yaml()).contains("periods: [east-asian]").contains("multiplier: 1000").contains("currency: {constant: USD}").contains("map: {'進口': M}").contains("'中國大陸': CHN");
    }

    @Test
    void takesNoWeightOfAnotherFlow() throws IOException {
        LayoutDraft draft = only(Fixture.text("both.csv", """
                Year,HS Code,Country,Imports (USD),Exports (USD),Exports Weight (kg)
                2023,850511,China,2500,10,1
                2023,850511,Japan,400,30,3
                """));

        assertThat(draft.yaml()).contains("value: {column: 'Imports (USD)'}").doesNotContain("net-weight:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            단위: 천 달러         | 국가명   | 중국           | USD | 1000
            인천항, 단위: 달러    | 국가명   | 중국           | USD |
            単位:千円             | 国名     | 中華人民共和国 | JPY | 1000
            単位:百万円           | 国名     | 大韓民国       | JPY | 1000000
            单位:万美元           | 国家     | 中华人民共和国 | USD | 10000
            单位:百万元           | 国家     | 中国香港       | CNY | 1000000
            Wert in Mio. EUR      | Land     | China          | EUR | 1000000
            Values: 1000 US$      | Country  | Japan          | USD | 1000
            """)
    void takesCurrencyAndUnitFromTheTitleInTheLanguageOfTheOffice(String title, String country, String name, String currency, String multiplier) throws IOException {
        LayoutDraft draft = only(Fixture.text("title.csv", """
                "%s",,,
                Year,HS Code,%s,Value
                2023,850511,%s,10
                2023,850511,%s,20
                """.formatted(title, country, name, name)));

        assertThat(draft.yaml()).contains("currency: {constant: " + currency + "}")
                .contains(multiplier == null ? "value: {column: Value}" : "value: {column: Value, multiplier: " + multiplier + "}")
                .doesNotContain("Which economies are");
    }

    @Test
    void readsAWorkbookWithTitleRowsAndSpreadsheetDates() throws IOException {
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        sheets.put("Leeswijzer", List.of(List.of("Bron: het bureau")));
        sheets.put("Handel", List.of(
                List.of("Imports of magnets"),
                List.of(""),
                List.of("Reporter", "Partner", "Flow", "HS code", "Date", "Value (EUR)", "Net weight (kg)"),
                List.of("NLD", "CHN", "Import", "850511", 45292, 1250.5, 40),
                List.of("NLD", "JPN", "Import", "850511", 45323, 99, 3)));
        InputSource file = InputSource.ofBytes("handel.xlsx", Fixture.workbook(sheets));
        LayoutDraft draft = only(file);

        assertThat(draft.isComplete()).isTrue();
        assertThat(draft.trial()).isEqualTo("tried on the file: 2 rows read, 2 kept, 0 out of scope, 0 set aside (1 sheet-not-read)");
        assertThat(Fixture.lines(read(file, draft.yaml()))).containsExactly(
                "NLD M CHN :850511 2024-01 1250.5EUR 40kg UNKNOWN complete", "NLD M JPN :850511 2024-02 99EUR 3kg UNKNOWN complete");
    }

    /** Whoever reports and from whom it buys changed places, and every figure was another's. */
    @Test
    void asksWhoReportsWhereHeadersDoNotSayIt() throws IOException {
        String rows = ",Flow,HTS,Year,Value USD\nUSA,CHN,M,284690,2023,60\nUSA,VNM,M,284690,2023,40\n";

        for (String header : List.of("Rpt,Ctry", "Rpt,B", "A,Ctry")) {
            Loaded<TradeDataset> loaded = read(Fixture.text("t.csv", header + rows), only(Fixture.text("t.csv", header + rows)).yaml());
            assertThat(Fixture.lines(loaded)).as(header).containsExactly(
                    "USA M CHN :284690 2023 60USD missing kg UNKNOWN complete", "USA M VNM :284690 2023 40USD missing kg UNKNOWN complete");
        }
        LayoutDraft both = only(Fixture.text("t.csv", "A,B" + rows));
        assertThat(both.open()).containsExactly("reporter");
        assertThat(both.questions()).contains("reporter: Who reports, B or A? Both hold economies, and neither header says it.");
        assertThat(both.yaml()).doesNotContain("\n  reporter:").doesNotContain("\n  partner:");
    }

    @Test
    void takesThePartnersNameBesideItsCodeForNoReporter() throws IOException {
        LayoutDraft draft = only(Fixture.text("t.csv", """
                Year;Trade partner ISO;Trade partner;Tariff number;Traffic direction;Quantity (kg);Value (CHF)
                2023;CN;China;2846.9000;Import;1200;45000
                2023;JP;Japan;2846.9000;Import;300;15000
                """));

        assertThat(draft.open()).containsExactly("reporter");
        assertThat(draft.yaml()).contains("partner: {column: Trade partner ISO, scheme: iso2}").doesNotContain("\n  reporter: {column");
        // A table of trade with oneself, too, has each economy first in the same order.
        assertThat(only(Fixture.text("t.csv", """
                Rpt,B,Flow,HTS,Year,Value USD
                USA,USA,M,284690,2023,0
                USA,CHN,M,284690,2023,60
                CHN,CHN,M,284690,2023,0
                """)).open()).doesNotContain("reporter", "partner");
    }

    @Test
    void readsRowsOfMeasuresWhoseTextsNameTheirUnits() throws IOException {
        InputSource file = Fixture.text("melt.csv", """
                Period,Reporter,Partner,Trade Flow,HS Code,Indicator,Amount
                2023,Japan,China,Imports,284690,Value (thousand USD),60
                2023,Japan,China,Imports,284690,Weight (tonnes),7
                2023,Japan,China,Imports,284690,Unit value (USD per kg),8
                2023,Japan,Viet Nam,Imports,284690,Value (thousand USD),40
                2023,Japan,Viet Nam,Imports,284690,Weight (tonnes),5
                """);

        Loaded<TradeDataset> loaded = read(file, only(file).yaml());

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN :284690 2023 60000USD 7000kg UNKNOWN complete", "JPN M VNM :284690 2023 40000USD 5000kg UNKNOWN complete");
    }

    @Test
    void saysThatPartnersStandSideBySideAndWhoseTradeTheTitleNames() throws IOException {
        LayoutDraft draft = only(Fixture.text("p.csv", "Norway's imports by origin in USD\nyear,hs6,China,Viet Nam,Japan\n2022,284690,5,6,7\n2023,284690,5,6,7\n"));

        assertThat(draft.questions()).anySatisfy(question -> assertThat(question).startsWith("partner: Partners stand side by side, in the columns 'China', 'Viet Nam', 'Japan'"));
        assertThat(draft.yaml()).contains("# reporter: {constant: NOR, scheme: iso3}");
    }

    @Test
    void readsAJapaneseTableInShiftJis() throws IOException {
        InputSource file = InputSource.ofBytes("boeki.csv", """
                輸出入,品目コード,国名,年月,数量,単位,金額（千円）
                輸入,284690210,中国,2024/01,1200,KG,34567
                輸入,284690210,ベトナム,2024/01,20,KG,567
                輸出,284690210,アメリカ合衆国,2024/02,5,KG,4567
                """.getBytes(Charset.forName("windows-31j")));

        Loaded<TradeDataset> loaded = read(file, only(file).yaml().replace("# reporter: {constant: DEU", "reporter: {constant: JPN"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN :284690210 2024-01 34567000JPY 1200kg UNKNOWN complete",
                "JPN M VNM :284690210 2024-01 567000JPY 20kg UNKNOWN complete",
                "JPN X USA :284690210 2024-02 4567000JPY 5kg UNKNOWN complete");
    }

    @Test
    void readsImportersAndExportersOfAJsonAnswer() throws IOException {
        InputSource file = Fixture.text("answer.json", """
                {"meta": {"n": 2}, "rows": [
                {"importer": "JP", "exporter": "CN", "hs6": "284690", "year": 2023, "value_usd": 1234.5, "net_weight_kg": 10},
                {"importer": "JP", "exporter": "GR", "hs6": "284690", "year": 2023, "value_usd": 5, "net_weight_kg": 1}]}
                """);
        LayoutDraft draft = only(file);

        assertThat(draft.isComplete()).isTrue();
        assertThat(Fixture.lines(read(file, draft.yaml()))).containsExactly(
                "JPN M CHN :284690 2023 1234.5USD 10kg UNKNOWN complete", "JPN M GRC :284690 2023 5USD 1kg UNKNOWN complete");
    }

    @Test
    void asksWhatHasTwoReadings() throws IOException {
        LayoutDraft draft = only(Fixture.text("two.csv", """
                Reporter,Partner,Flow,HS6,Period,Value USD,Transport
                JPN,CHN,1,284690,2023/24,"1,234",sea
                JPN,CHN,1,284690,2023/24,"2,345",air
                JPN,CHN,1,284690,2023/24,"3,579",all
                JPN,VNM,2,284690,2023/24,"2,345",all
                """));

        assertThat(draft.open()).containsExactlyInAnyOrder("flow", "numbers", "periods");
        assertThat(draft.yaml()).contains(
                "# QUESTION: Which of '1', '2' in column 'Flow' means imports?", "# numbers: {decimal: '.', grouping: ','}",
                "# periods: [fiscal-april]", "# periods: [fiscal-july]", "# parts: [Transport]");
        assertThat(draft.questions()).anySatisfy(question -> assertThat(question).contains("differ in 'Transport' ('sea', 'air', 'all')"));
    }

    @Test
    void refusesALayoutWhoseQuestionsAreOpenAndNamesTheField() throws IOException {
        InputSource file = Fixture.text("einfuhr.csv", GERMAN);
        String yaml = only(file).yaml();

        assertThatThrownBy(() -> read(file, yaml)).isInstanceOf(IngestException.class).hasMessageContaining("field 'reporter' is missing");
    }

    @Test
    void writesHeadersThatYamlWouldReadOtherwise() throws IOException {
        InputSource file = Fixture.text("odd.csv", """
                reporter:;partner #;"it's";no;HS 'code';[period];{value in USD}
                JPN;CHN;a;Import;284690;2023;5
                JPN;KOR;b;Import;284690;2023;6
                """);

        Loaded<TradeDataset> loaded = read(file, only(file).yaml());

        assertThat(Fixture.lines(loaded)).containsExactly(
                "JPN M CHN :284690 2023 5USD missing kg UNKNOWN complete", "JPN M KOR :284690 2023 6USD missing kg UNKNOWN complete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "\n\n\n", "a,b\n", "no table here, only a sentence.\nAnd another one.", "{}", "[]", "<html></html>"})
    void proposesNothingWhereThereIsNoTable(String text) throws IOException {
        assertThat(new LayoutDrafter().draft(Fixture.text("t.csv", text))).isEmpty();
    }

    private static final String MONTHS = """
            ,Reporter,Origin country,Direction,Product,Month,Trade value USD,Net kg
            0,Brazil,China,Import,284690,2023-01,1000,10
            1,Brazil,Japan,Import,284690,2023-02,500,5
            """;

    @Test
    void takesAColumnOfWholeMonthsHeadedMonthForThePeriod() throws IOException {
        InputSource file = Fixture.text("br.csv", MONTHS);
        LayoutDraft draft = only(file);

        assertThat(draft.isComplete()).isTrue();
        assertThat(Fixture.lines(read(file, draft.yaml()))).containsExactly(
                "BRA M CHN :284690 2023-01 1000USD 10kg UNKNOWN complete", "BRA M JPN :284690 2023-02 500USD 5kg UNKNOWN complete");
    }

    @Test
    void knowsYearsAndMonthsInTheLanguagesOfOfficesOfTheUnion() throws IOException {
        for (String header : List.of("Jaar;Maand", "Rok;Miesiąc", "Vuosi;Kuukausi", "Jahr;Monat")) {
            InputSource file = Fixture.text("eu.csv", "Reporter;Partner;Flow;" + header + ";HS code;Trade value USD\nBrazil;China;Import;2024;1;284690;1000\n"
                    + "Brazil;Japan;Import;2024;2;284690;500\n");

            assertThat(Fixture.lines(read(file, only(file).yaml()))).as(header).containsExactly(
                    "BRA M CHN :284690 2024-01 1000USD missing kg UNKNOWN complete", "BRA M JPN :284690 2024-02 500USD missing kg UNKNOWN complete");
        }
    }

    @Test
    void draftsTheSoundMembersOfADamagedArchive() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("a.csv", MONTHS.repeat(40).getBytes(StandardCharsets.UTF_8));
        members.put("b.csv", MONTHS.getBytes(StandardCharsets.UTF_8));
        byte[] zip = Fixture.zip(members);
        java.util.Arrays.fill(zip, 30 + "a.csv".length(), 60 + "a.csv".length(), (byte) 0xFF);

        assertThat(new LayoutDrafter().draft(InputSource.ofBytes("a.zip", zip))).extracting(LayoutDraft::table).containsExactly("a.zip!b.csv");
    }

    @Test
    void draftsRowsInsideAJsonAnswerAndThoseOfJsonLinesWithTheNamesOfAll() throws IOException {
        String first = "{\"reporter\":{\"iso\":\"AUS\"},\"partner\":{\"iso\":\"CHN\"},\"hs\":\"284690\",\"flow\":\"Import\",\"year\":2023,\"value_aud\":1000}";
        String second = first.replace("CHN", "JPN").replace("1000", "500,\"weight_kg\":20");
        for (String json : List.of("{\"meta\":{\"a\":1},\"columns\":[\"x\"],\"result\":{\"rows\":[" + first + "," + second + "]}}", first + "\n" + second + "\n")) {
            InputSource file = Fixture.text("au.json", json);

            assertThat(Fixture.lines(read(file, only(file).yaml()))).containsExactly(
                    "AUS M CHN :284690 2023 1000AUD missing kg UNKNOWN complete", "AUS M JPN :284690 2023 500AUD 20kg UNKNOWN complete");
        }
    }

    @Test
    void readsTwoRowsOfHeadersOfWhichTheUpperTellsColumnsApart() throws IOException {
        InputSource file = Fixture.text("tr.csv", """
                Imports of Turkey in US dollars,,,,,
                ,,2022,,2023,
                Country,HS,Value,Net weight (kg),Value,Net weight (kg)
                China,284690,10,100,20,200
                Japan,284690,5,50,6,60
                """);
        LayoutDraft draft = only(file);
        assertThat(draft.open()).containsExactly("reporter");
        assertThat(draft.yaml()).contains("  header-rows: 2\n").contains("headers: [Country, HS]");

        Loaded<TradeDataset> loaded = read(file, draft.yaml().replaceFirst("# reporter: \\{constant: ...", "reporter: {constant: TUR"));

        assertThat(Fixture.lines(loaded)).containsExactlyInAnyOrder(
                "TUR M CHN :284690 2022 10USD 100kg UNKNOWN complete", "TUR M JPN :284690 2022 5USD 50kg UNKNOWN complete",
                "TUR M CHN :284690 2023 20USD 200kg UNKNOWN complete", "TUR M JPN :284690 2023 6USD 60kg UNKNOWN complete");
    }

    /** The columns of the rows' own labels have no header, units stand in a row of their own, notes below; GENESIS writes so. */
    @Test
    void readsColumnsWithoutAHeaderByTheirPlacesAndUnitsBelowTheHeader() throws IOException {
        InputSource file = Fixture.text("genesis.csv", """
                Tabelle: 51000-0016
                Aus- und Einfuhr (Außenhandel): Deutschland, Jahre, Land
                ;;;Ausfuhr: Gewicht;Ausfuhr: Wert;Einfuhr: Gewicht;Einfuhr: Wert
                ;;;t;Tsd. EUR;t;Tsd. EUR
                2023;China;WA28053010;0,1;12;345,6;7890
                2023;Japan;WA28053010;0,2;13;45,6;890
                2023;Estland;WA28053010;0,3;14;1,5;20
                __________
                (C)opyright Statistisches Bundesamt, 2026
                """);
        LayoutDraft draft = only(file);
        assertThat(draft.open()).containsExactly("reporter");

        Loaded<TradeDataset> loaded = read(file, draft.yaml().replace("  # reporter: {", "  reporter: {"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "DEU M CHN :28053010 2023 7890000EUR 345600kg UNKNOWN complete", "DEU M JPN :28053010 2023 890000EUR 45600kg UNKNOWN complete",
                "DEU M EST :28053010 2023 20000EUR 1500kg UNKNOWN complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("5 = 3 + 2 + 0");
    }

    /** A layout of two header rows fits nothing else: neither one of them alone nor with a blank row between. */
    @Test
    void fitsNoTableWhoseHeaderHasOneOfTheTwoRows() throws IOException {
        InputSource file = Fixture.text("tr.csv", ",,2022,\nCountry,HS,Value,Net weight (kg)\nChina,284690,10,100\nJapan,284690,5,50\n");
        String yaml = """
                id: two
                title: two
                recognise: {headers: [Country, 2022 Value], header-rows: 2}
                columns:
                  reporter: {constant: TUR, scheme: iso3}
                  partner: {column: Country, scheme: names}
                  flow: {constant: M}
                  commodity: HS
                  period: {constant: "2022"}
                  value: 2022 Value
                  currency: {constant: USD}
                """;

        assertThat(read(file, yaml).value().observations()).hasSize(2);
        for (String other : List.of("Country,HS,Value,x\nChina,284690,10,100\n", ",,2022,\n\nCountry,HS,Value,x\nChina,284690,10,100\n")) {
            assertThat(Fixture.messages(read(Fixture.text("tr.csv", other), yaml))).singleElement().asString().contains("[file-not-recognised]");
        }
    }

    /** Values in euros on one sheet and hundreds of kilograms on the next were added up. */
    @Test
    void addsUpNoFiguresOfSheetsThatAreToldApartAboveTheirTables() throws IOException {
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        for (int sheet = 1; sheet <= 2; sheet++) {
            sheets.put("Sheet " + sheet, List.of(
                    List.of("Dataset:", "EU trade since 1988 by HS2-4-6 and CN8"), List.of("IMPORT"),
                    List.of(sheet == 1 ? "VALUE_IN_EUROS" : "QUANTITY_IN_100KG"), List.of(""),
                    List.of("TIME", "2022", "", "2023"), List.of("PARTNER (Labels)"),
                    List.of("China", 1200 * sheet, "p", 1300 * sheet), List.of("Japan", 100 * sheet, "", 130 * sheet), List.of("Viet Nam", 7 * sheet, "", 8 * sheet),
                    List.of(""), List.of("Special value"), List.of(":", "not available")));
        }
        InputSource file = InputSource.ofBytes("comext.xlsx", Fixture.workbook(sheets));
        String yaml = only(file).yaml();
        assertThat(only(file).open()).containsExactly("reporter", "commodity");
        assertThat(yaml).contains("partner: {column: 'TIME PARTNER (Labels)', scheme: names}").contains("  marks: beside\n");
        String answered = yaml.replace("  # reporter: {", "  reporter: {").replaceFirst("# commodity: \\{constant: '850511'}.*", "commodity: {constant: '280530'}");

        Loaded<TradeDataset> both = read(file, answered);

        assertThat(Fixture.lines(both)).isEmpty();
        assertThat(Fixture.messages(both)).contains("comext.xlsx [Sheet 2]:7: found 'China', expected one row for China, 280530 in all sheets; see sheet 'Sheet 1',"
                + " line 7; what stands above the tables may tell two things apart that the layout reads as one; row set aside [conflicting-rows]");
        sheets.remove("Sheet 2");
        InputSource one = InputSource.ofBytes("comext.xlsx", Fixture.workbook(sheets));
        assertThat(Fixture.lines(read(one, answered))).contains("DEU M CHN :280530 2022 1200EUR missing kg UNKNOWN complete").hasSize(6);
        sheets.put("Copy", sheets.get("Sheet 1"));
        Loaded<TradeDataset> copied = read(InputSource.ofBytes("comext.xlsx", Fixture.workbook(sheets)), answered);
        assertThat(Fixture.lines(copied)).contains("DEU M CHN :280530 2022 1200EUR missing kg UNKNOWN complete").hasSize(6);
        assertThat(copied.issues()).filteredOn(issue -> issue.code().equals("duplicate-row")).hasSize(3);
    }

    /** Exports stood before imports, and imports were read as exports. */
    @Test
    void takesTheFlowOfTheColumnsThatItReads() throws IOException {
        InputSource file = Fixture.text("kr.csv", """
                Country,HS code,2022 Exports (USD),2023 Exports (USD),2022 Imports (USD),2023 Imports (USD)
                China,850511,1,2,30,40
                Japan,850511,3,4,50,60
                """);

        assertThat(only(file).yaml()).contains("flow: {constant: M}").contains("Exports \\(USD\\)', measure: not-read}").contains("Imports \\(USD\\)', measure: value}");
    }

    @Test
    void knowsTheShortNameOfMarchThatGermanSpreadsheetsWrite() throws IOException {
        InputSource file = Fixture.text("ch.csv", "Zoll: Einfuhr der Schweiz in CHF;;;\nTarifnummer;Land;Feb 2024;Mrz 2024\n2846.9000;China;1'234,5;2'000,0\n2846.9000;Japan;12,5;20,0\n");
        String yaml = only(file).yaml().replace("  # reporter: {constant: CHE, scheme: iso3}", "  reporter: {constant: CHE, scheme: iso3}");

        assertThat(Fixture.lines(read(file, yaml))).containsExactlyInAnyOrder(
                "CHE M CHN :28469000 2024-02 1234.5CHF missing kg UNKNOWN complete", "CHE M JPN :28469000 2024-02 12.5CHF missing kg UNKNOWN complete",
                "CHE M CHN :28469000 2024-03 2000CHF missing kg UNKNOWN complete", "CHE M JPN :28469000 2024-03 20CHF missing kg UNKNOWN complete");
    }

    /** Canada's dollars were taken for American ones. */
    @Test
    void asksWhoseDollarsTheyAreWhereNothingSaysIt() throws IOException {
        InputSource file = Fixture.text("cimt.csv", """
                Period,Commodity,Reporter,Country,Flow,Value ($)
                2024-01-01,2805.30.10 - Scandium,Canada,China,Import,123456
                2024-01-01,2805.30.10 - Scandium,Canada,Japan,Import,3456
                """);
        LayoutDraft draft = only(file);

        assertThat(draft.open()).containsExactly("currency");
        assertThat(draft.questions()).contains("currency: Whose dollars are those of 'Value ($)'? More than one country calls its money so.");
        assertThat(draft.yaml()).contains("# currency: {constant: CAD}");
    }

    /** In exports the reporter is where the goods come from: South Africa's sales to China were read as China's own. */
    @Test
    void readsRowsOfOneFlowWhereOriginAndDestinationChangeTheirPartsWithIt() throws IOException {
        String header = "TradeType,CountryOfOrigin,CountryOfOriginName,CountryOfDestination,CountryOfDestinationName,Tariff,StatisticalUnit,YearMonth,"
                + "StatisticalQuantity,CustomsValue (ZAR)\n";
        String imports = "Imports,CN,China,ZA,South Africa,28053000,KG,202401,1234.5,56789\nImports,VN,Vietnam,ZA,South Africa,28053000,KG,202401,1.5,60\n";
        String exports = "Exports,ZA,South Africa,JP,Japan,28053000,KG,202401,24.5,789\nExports,ZA,South Africa,DE,Germany,28053000,KG,202401,4.5,80\n";
        InputSource both = Fixture.text("sars.csv", header + imports + exports);
        Loaded<TradeDataset> loaded = read(both, only(both).yaml());

        assertThat(Fixture.lines(loaded)).containsExactly(
                "ZAF M CHN :28053000 2024-01 56789ZAR 1234.5kg UNKNOWN complete", "ZAF M VNM :28053000 2024-01 60ZAR 1.5kg UNKNOWN complete");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("4 = 2 + 2 + 0");
        assertThat(only(both).questions()).anySatisfy(question -> assertThat(question).startsWith("flow: Rows of 'Exports' are left out"));

        InputSource sold = Fixture.text("sars.csv", header + exports);
        assertThat(Fixture.lines(read(sold, only(sold).yaml()))).containsExactly(
                "ZAF X JPN :28053000 2024-01 789ZAR 24.5kg UNKNOWN complete", "ZAF X DEU :28053000 2024-01 80ZAR 4.5kg UNKNOWN complete");
    }

    /** A code of letters and digits, the flow and the unit in what each row measures, a currency where the unit of a weight stands. */
    @Test
    void readsAFlatTableOfMeasuresWithLettersBeforeItsCodes() throws IOException {
        String before = "51000;JAHR;2023;STLAH;STAH720;China;WAM8;WA28053010;Seltenerdmetalle;";
        String japan = before.replace("STAH720;China", "STAH732;Japan");
        InputSource file = Fixture.text("51000-0016_flat.csv", "statistics_code;time_code;time;1_variable_code;1_variable_attribute_code;1_variable_attribute_label;"
                + "2_variable_code;2_variable_attribute_code;2_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label\n"
                + before + "1234;Tsd. EUR;WERTE;Einfuhr: Wert\n" + before + "1340;Tsd. USD;WERTD;Einfuhr: Wert (US-Dollar)\n"
                + before + "12,3;t;GEWE;Einfuhr: Gewicht\n" + before + "5;Tsd. EUR;WERTA;Ausfuhr: Wert\n"
                + japan + "50;Tsd. EUR;WERTE;Einfuhr: Wert\n" + japan + "6;Tsd. EUR;WERTA;Ausfuhr: Wert\n");
        LayoutDraft draft = only(file);
        assertThat(draft.open()).as(draft.yaml()).containsExactly("reporter");

        Loaded<TradeDataset> loaded = read(file, draft.yaml().replace("  # reporter: {", "  reporter: {"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "DEU M CHN :28053010 2023 1234000EUR 12300kg UNKNOWN complete", "DEU X CHN :28053010 2023 5000EUR missing kg UNKNOWN complete",
                "DEU M JPN :28053010 2023 50000EUR missing kg UNKNOWN complete", "DEU X JPN :28053010 2023 6000EUR missing kg UNKNOWN complete");
        assertThat(loaded.issues()).isEmpty();
    }

    @Test
    void readsYearsAsColumnsWithAMeasureInEachRow() throws IOException {
        InputSource file = Fixture.text("08801.csv", """
                "commodity number";"imports/exports";"country";"contents";"2023";"2024"
                "28053000 Rare-earth metals";"Imports";"China";"Quantity 1 (kg)";1234;2345
                "28053000 Rare-earth metals";"Imports";"China";"Value (NOK)";12340;23450
                "28053000 Rare-earth metals";"Imports";"Japan";"Quantity 1 (kg)";5;6
                "28053000 Rare-earth metals";"Imports";"Japan";"Value (NOK)";50;60
                """);

        Loaded<TradeDataset> loaded = read(file, only(file).yaml().replace("  # reporter: {constant: DEU", "  reporter: {constant: NOR"));

        assertThat(Fixture.lines(loaded)).containsExactlyInAnyOrder(
                "NOR M CHN :28053000 2023 12340NOK 1234kg UNKNOWN complete", "NOR M JPN :28053000 2023 50NOK 5kg UNKNOWN complete",
                "NOR M JPN :28053000 2024 60NOK 6kg UNKNOWN complete", "NOR M CHN :28053000 2024 23450NOK 2345kg UNKNOWN complete");
    }

    /** Eurostat counts China as 720 and Japan as 732; to the United Nations these are Yemen of old and Western Sahara. */
    @Test
    void takesNamesBesideNumbersThatWouldBeOtherEconomies() throws IOException {
        String header = "Yıl;Ay;Akış;GTİP;Ülke Kodu;Ülke Adı;Miktar (Kg);ABD Doları\n";
        InputSource file = Fixture.text("tuik.csv", header + "2024;1;İthalat;280530100000;720;Çin;1.234,50;23.456,00\n2024;1;İthalat;280530100000;732;Japonya;34,50;3.456,00\n");

        Loaded<TradeDataset> loaded = read(file, only(file).yaml().replace("  # reporter: {constant: DEU", "  reporter: {constant: TUR"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "TUR M CHN :280530100000 2024-01 23456USD 1234.5kg UNKNOWN complete", "TUR M JPN :280530100000 2024-01 3456USD 34.5kg UNKNOWN complete");
    }

    /** Turkish letters in the office's code page are Icelandic ones in that of Western Europe. */
    @Test
    void draftsATurkishTableInItsCodePage() throws IOException {
        InputSource file = InputSource.ofBytes("tuik.csv", ("Yıl;Ay;Akış;GTİP;Ülke Kodu;Ülke Adı;Miktar (Kg);ABD Doları\n"
                + "2024;1;İthalat;280530100000;005;İtalya;1.234,50;23.456,00\n2024;1;İthalat;280530100000;720;Çin;34,50;3.456,00\n").getBytes(Charset.forName("windows-1254")));

        Loaded<TradeDataset> loaded = read(file, only(file).yaml().replace("  # reporter: {constant: DEU", "  reporter: {constant: TUR"));

        assertThat(Fixture.lines(loaded)).containsExactly(
                "TUR M ITA :280530100000 2024-01 23456USD 1234.5kg UNKNOWN complete", "TUR M CHN :280530100000 2024-01 3456USD 34.5kg UNKNOWN complete");
    }

    @Test
    void asksWhoseNumbersOfEconomiesTheyAreWhereNoNamesStandBesideThem() throws IOException {
        LayoutDraft draft = only(Fixture.text("t.csv", "Reporter;Flow;Country;HS code;Year;Value USD\nJPN;M;156;284690;2023;1000\nJPN;M;410;284690;2023;20\n"));

        assertThat(draft.open()).containsExactly("partner");
        assertThat(draft.questions()).anySatisfy(question -> assertThat(question).contains("'156' would be CHN, '410' would be KOR"));
    }

    /** A note in parentheses made a pattern that every row fits, and nothing was read. */
    @Test
    void leavesTheRowsInAboveANoteThatBeginsWithAParenthesis() throws IOException {
        InputSource file = Fixture.text("t.csv", """
                Reporter;Partner;Flow;HS code;Year;Value USD
                JPN;CHN;M;284690;2023;1000
                JPN;VNM;M;284690;2023;20
                (C)opyright of the office, 2026
                """);

        assertThat(Fixture.counts(read(file, only(file).yaml()).files().get(0))).isEqualTo("3 = 2 + 1 + 0");
    }

    @Test
    void takesNoTableForOneOfWeightsAloneWhereFiguresStandThatItDoesNotKnow() throws IOException {
        LayoutDraft draft = only(Fixture.text("t.csv", """
                Jahr;Ursprungsland;Warennummer;Eigenmasse (t);Xyz
                2023;China;28461000;1.345,2;12,50
                2023;Japan;28461000;0,25;1.400,00
                """));

        assertThat(draft.open()).contains("value").contains("currency");
        assertThat(draft.yaml()).doesNotContain("XXX");
    }

    @Test
    void readsMonthsByTheirNamesAndQuartersInHeaders() throws IOException {
        InputSource months = Fixture.text("mx.csv", "FRACCION,PAIS,FLUJO,ANIO,MES,VALOR_USD\n28053001,China,Importación,2024,Enero,12345.67\n28053001,China,Importación,2024,Abril,2.5\n"
                + "28053001,Japón,Importación,2024,Enero,7\n28053001,Japón,Importación,2024,Abril,8\n");
        assertThat(Fixture.lines(read(months, only(months).yaml().replace("  # reporter: {constant: DEU", "  reporter: {constant: MEX")))).contains(
                "MEX M CHN :28053001 2024-01 12345.67USD missing kg UNKNOWN complete", "MEX M CHN :28053001 2024-04 2.5USD missing kg UNKNOWN complete");

        InputSource quarters = Fixture.text("q.csv", "Exporters,HS code,Imports in US$ 2023-Q4,Imports in US$ 2024-Q1\nChina,850511,10,20\nJapan,850511,5,6\n");
        assertThat(Fixture.lines(read(quarters, only(quarters).yaml().replace("  # reporter: {", "  reporter: {")))).contains(
                "DEU M CHN :850511 2023-10/2023-12 10USD missing kg UNKNOWN complete", "DEU M CHN :850511 2024-01/2024-03 20USD missing kg UNKNOWN complete");
    }

    /** SDMX says in a column of its own that figures are thousands. */
    @Test
    void takesPowersOfTenFromTheirOwnColumn() throws IOException {
        InputSource file = Fixture.text("abs.csv", """
                REPORTER,PARTNER,Flow,HS code,TIME_PERIOD: Time Period,OBS_VALUE,UNIT_MEASURE: Unit of Measure,UNIT_MULT: Unit of Multiplier
                AUS,CHN,Import,284690,2024-01,123,AUD: Australian Dollars,3: Thousands
                AUS,JPN,Import,284690,2024-01,5,AUD: Australian Dollars,0: Units
                """);

        assertThat(Fixture.lines(read(file, only(file).yaml()))).containsExactly(
                "AUS M CHN :284690 2024-01 123000AUD missing kg UNKNOWN complete", "AUS M JPN :284690 2024-01 5AUD missing kg UNKNOWN complete");
    }

    /** Sheets that say above their tables whose trade they are, of what and in which measure: a draft from one of them would count France for Germany. */
    @Test
    void takesReporterFlowAndMeasureFromRowsAboveEachSheet() throws IOException {
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        sheets.put("Sheet 1", labelled("Germany [DE]", "VALUE_IN_EUROS [VALUE_IN_EUROS]", 1000, "e", 2000));
        sheets.put("Sheet 2", labelled("Germany [DE]", "QUANTITY_IN_100KG [QUANTITY_IN_100KG]", 10, "", 20));
        sheets.put("Sheet 3", labelled("France [FR]", "VALUE_IN_EUROS [VALUE_IN_EUROS]", 70, "c", 80));
        InputSource file = InputSource.ofBytes("browser.xlsx", Fixture.workbook(sheets));

        LayoutDraft draft = only(file);

        assertThat(draft.open()).isEmpty();
        assertThat(draft.yaml()).contains("  above: columns\n", "  marks: beside\n", "flags: {c: suppressed, e: estimated}\n");
        assertThat(Fixture.lines(read(file, draft.yaml()))).containsExactly(
                "DEU M CHN :28469030 2022 ~1000EUR 1000kg UNKNOWN complete", "DEU M CHN :28469030 2023 2000EUR 2000kg UNKNOWN complete",
                "DEU M JPN :28469030 2022 1EUR 100kg UNKNOWN complete", "DEU M JPN :28469030 2023 2EUR 200kg UNKNOWN complete",
                "FRA M CHN :28469030 2022 70EUR missing kg UNKNOWN complete", "FRA M CHN :28469030 2023 80EUR missing kg UNKNOWN complete",
                "FRA M JPN :28469030 2022 1EUR missing kg UNKNOWN complete", "FRA M JPN :28469030 2023 2EUR missing kg UNKNOWN complete");
    }

    @Test
    void readsNoSheetOfWhichALabelThatNobodyKnowsTellsAnother() throws IOException {
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        for (String procedure : List.of("Normal", "Processing")) {
            List<List<Object>> rows = new ArrayList<>(labelled("Germany [DE]", "VALUE_IN_EUROS", procedure.length(), "", 5));
            rows.add(1, List.of("Customs regime", procedure));
            sheets.put(procedure, rows);
        }
        InputSource file = InputSource.ofBytes("browser.xlsx", Fixture.workbook(sheets));

        LayoutDraft draft = only(file);

        assertThat(draft.questions().toString()).contains("Tables differ in what stands above them as 'Customs regime': 'Normal', 'Processing'.");
        assertThat(Fixture.lines(read(file, draft.yaml()))).containsExactly(
                "DEU M CHN :28469030 2022 6EUR missing kg UNKNOWN complete", "DEU M CHN :28469030 2023 5EUR missing kg UNKNOWN complete",
                "DEU M JPN :28469030 2022 1EUR missing kg UNKNOWN complete", "DEU M JPN :28469030 2023 2EUR missing kg UNKNOWN complete");
    }

    private static List<List<Object>> labelled(String reporter, String indicator, int first, String mark, int second) {
        return List.of(
                List.of("Data of the office"), List.of("Reporting country", "", reporter), List.of("Product", "", "Compounds of samarium [28469030]"),
                List.of("Trade flow", "", "Imports"), List.of("Indicator", "", indicator), List.of(""),
                List.of("Partner", "2022", "", "2023"), List.of("China", first, mark, second), List.of("Japan", 1, "", 2));
    }

    @Test
    void findsHeadersOfThreeRows() throws IOException {
        InputSource file = Fixture.text("zoll.csv", """
                Imports of rare earths
                Commodity;Country;2023;2023;2024;2024
                ;;Value;Weight;Value;Weight
                ;;1000 EUR;kg;1000 EUR;kg
                284690;China;12;300;13;310
                284690;Japan;2;30;3;31
                """);

        assertThat(only(file).yaml()).contains("  header-rows: 3\n");
        assertThat(Fixture.lines(read(file, only(file).yaml().replace("  # reporter: {", "  reporter: {")))).containsExactly(
                "DEU M CHN :284690 2023 12000EUR 300kg UNKNOWN complete", "DEU M CHN :284690 2024 13000EUR 310kg UNKNOWN complete",
                "DEU M JPN :284690 2023 2000EUR 30kg UNKNOWN complete", "DEU M JPN :284690 2024 3000EUR 31kg UNKNOWN complete");
    }

    @Test
    void readsVietnamsNamesAndWords() throws IOException {
        InputSource file = Fixture.text("vn.csv", """
                Nhập khẩu hàng hóa tháng 01/2024
                STT,Mã HS,Tên hàng,Nước xuất xứ,Lượng (kg),Trị giá (USD)
                1,28469000,Hợp chất đất hiếm,Trung Quốc,1000,25000
                2,28469000,Hợp chất đất hiếm,Nhật Bản,100,5000
                """);

        assertThat(only(file).open()).containsExactly("reporter", "period");
        assertThat(only(file).yaml()).contains("flow: {constant: M}").contains("partner: {column: 'Nước xuất xứ', scheme: names, map: {'Nhật Bản': JPN, 'Trung Quốc': CHN}}");
    }

    /** Codes of an office's own stand before the names, and a column of totals is nobody's who reports. */
    @Test
    void takesNamesBehindCodesOfAnOfficesOwn() throws IOException {
        InputSource file = Fixture.text("abs.csv", """
                COMMODITY_HS: HS code,COUNTRY: Country,STATE: State,TIME_PERIOD: Time Period,OBS_VALUE,UNIT_MEASURE: Unit of Measure
                28469000: Compounds,CHIN: China (excludes SARs and Taiwan),TOT: Total,2024-01,123,AUD: Australian Dollars
                28469000: Compounds,JAP: Japan,TOT: Total,2024-01,5,AUD: Australian Dollars
                28469000: Compounds,SPEC: Special place,TOT: Total,2024-01,5,AUD: Australian Dollars
                """);
        String yaml = only(file).yaml();

        assertThat(only(file).open()).containsExactly("reporter", "flow");
        assertThat(yaml).contains("# map: {Special place: XXX}");
        assertThat(Fixture.lines(read(file, yaml.replace("  # reporter: {constant: DEU", "  reporter: {constant: AUS").replace("  # flow: {constant: M}", "  flow: {constant: M}"))))
                .startsWith("AUS M CHN :28469000 2024-01 123AUD missing kg UNKNOWN complete", "AUS M JPN :28469000 2024-01 5AUD missing kg UNKNOWN complete");
    }

    private static LayoutDraft only(InputSource file) throws IOException {
        return new LayoutDrafter().draft(file).get(0);
    }

    private Loaded<TradeDataset> read(InputSource file, String yaml) throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), yaml, StandardCharsets.UTF_8);
        return TradeStatisticsReader.withDefaults().withLayouts(folder).read(List.of(file));
    }
}
