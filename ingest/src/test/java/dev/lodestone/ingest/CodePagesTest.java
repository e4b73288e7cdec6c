package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text of one office's code page whose header is English, so that nothing but the names below it, or the layout, tells the code page. */
class CodePagesTest {

    private static final String HEADER = "Period;Code;Partner;USD\n";

    @TempDir
    private Path layouts;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "windows-1254 | Windows-1254 | İtalya | Şili | Birleşik Krallık",
        "x-windows-949 | EUC-KR | 이탈리아 | 칠레 | 영국",
        "GB18030 | GB 18030 | 意大利 | 智利 | 英国",
        "x-windows-950 | Big5 | 義大利 | 智利 | 英國",
        "windows-31j | Shift_JIS | イタリア | チリ | 英国",
        "windows-1251 | Windows-1251 | Италия | Чили | Великобритания",
        "UTF-8 | UTF-8 | İtalya | Şili | Birleşik Krallık"})
    void tellsTheCodePageByTheNamesBelowAnEnglishHeader(String charset, String told, String italy, String chile, String britain) throws IOException {
        Loaded<TradeDataset> loaded = read("", charset, italy, chile, britain);

        assertThat(Fixture.lines(loaded)).containsExactly(
                "DEU M ITA HS:284690 2024 1USD missing kg UNKNOWN complete",
                "DEU M CHL HS:284690 2024 2USD missing kg UNKNOWN complete",
                "DEU M GBR HS:284690 2024 3USD missing kg UNKNOWN complete");
        assertThat(loaded.files().get(0).why()).contains("semicolons, " + told);
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 3 + 0 + 0");
    }

    /** Icelandic and Czech have letters of their own where Turkish has its six; they never do without vowels with an acute accent. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "windows-1252 | Ítalía | Síle | Bretland, sem þarna er og það með ýmsu",
        "windows-1252 | Italië | Côte d’Ivoire | Großbritannien",
        "windows-1252 | ITÁLIA | SÃO TOMÉ E PRÍNCIPE | REINO UNIDO – À PARTE, NÃO É ÁÉÍ",
        "windows-1252 | Färöer | “Übriges” | GROSSBRITANNIEN (ÄÖÜ)"})
    void readsWesternNamesAsBefore(String charset, String italy, String chile, String britain) throws IOException {
        Loaded<TradeDataset> loaded = read("", charset, italy, chile, britain);

        assertThat(loaded.files().get(0).why()).contains("semicolons, UTF-8");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 3 + 0 + 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "windows-1250 | Włochy | Chile | Zjednoczone Królestwo",
        "ISO-8859-2 | Itálie | Chile – ľš | Spojené království",
        "windows-1253 | Ιταλία | Χιλή | Ηνωμένο Βασίλειο",
        "windows-1257 | Itālija | Čīle | Lielbritānija"})
    void readsTheCodePageThatALayoutNames(String charset, String italy, String chile, String britain) throws IOException {
        String said = charset.startsWith("ISO") ? chile.replace("– ", "") : chile;
        Loaded<TradeDataset> loaded = read("charset: " + charset + "\n", charset, italy, said, britain);

        assertThat(Fixture.lines(loaded)).hasSize(3);
        assertThat(loaded.files().get(0).why()).containsIgnoringCase("semicolons, " + charset);
        // saved again by whoever had it, and a beginning of ASCII
        assertThat(Fixture.lines(read("charset: " + charset + "\n", "UTF-8", italy, said, britain))).hasSize(3);
        assertThat(Fixture.lines(read("charset: " + charset + "\n", charset, "Italy", "Chile", "Malta"))).hasSize(3);
    }

    @Test
    void refusesALayoutWhoseCharsetNobodyKnows() {
        assertThatThrownBy(() -> read("charset: windows-999\n", "UTF-8", "a", "b", "c"))
                .hasMessageContaining("expected the name of a charset, such as windows-1254, ISO-8859-2 or x-windows-949, found 'windows-999'");
    }

    private Loaded<TradeDataset> read(String more, String charset, String italy, String chile, String britain) throws IOException {
        Files.writeString(layouts.resolve("own.yaml"), """
                id: own
                title: An office
                recognise:
                  headers: [Period, Code, Partner, USD]
                columns:
                  reporter: {constant: DEU, scheme: iso3}
                  partner: {column: Partner, scheme: names, map: {"%s": ITA, "%s": CHL, "%s": GBR}}
                  flow: {constant: M}
                  classification: {constant: HS}
                  commodity: Code
                  period: Period
                  value: USD
                  currency: {constant: USD}
                  coverage: {constant: complete}
                periods: [year]
                """.formatted(italy, chile, britain) + more);
        String text = HEADER + "2024;284690;" + italy + ";1\n2024;284690;" + chile + ";2\n2024;284690;" + britain + ";3\n";
        return TradeStatisticsReader.withDefaults()
                .withLayouts(layouts)
                .read(java.util.List.of(InputSource.ofBytes("own.csv", text.getBytes(Charset.forName(charset)))));
    }
}
