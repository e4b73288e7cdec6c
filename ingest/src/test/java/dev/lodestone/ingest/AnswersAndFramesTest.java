package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people hand in instead of a table: data frames as JSON, an answer that is an error, a pipe, a picture. */
class AnswersAndFramesTest {

    private static final List<String> FRAME =
            List.of("JPN M CHN :2846 2023 1000.5USD 7kg UNKNOWN complete", "JPN M USA :2846 2023 20USD missing kg UNKNOWN complete");

    /** What {@code DataFrame.to_json} of pandas 1.5 writes by default, and with orient index, split and table. */
    @ParameterizedTest
    @ValueSource(strings = {
        """
        {"reporter":{"0":"JPN","1":"JPN"},"partner":{"0":"CHN","1":"USA"},"flow":{"0":"M","1":"M"},"commodity":{"0":"2846","1":"2846"},
         "period":{"0":2023,"1":2023},"value":{"0":1000.5,"1":20.0},"net_weight_kg":{"0":7.0,"1":null}}""",
        """
        {"0":{"reporter":"JPN","partner":"CHN","flow":"M","commodity":"2846","period":2023,"value":1000.5,"net_weight_kg":7.0},
         "1":{"reporter":"JPN","partner":"USA","flow":"M","commodity":"2846","period":2023,"value":20.0,"net_weight_kg":null}}""",
        """
        {"columns":["reporter","partner","flow","commodity","period","value","net_weight_kg"],"index":[0,1],
         "data":[["JPN","CHN","M","2846",2023,1000.5,7.0],["JPN","USA","M","2846",2023,20.0,null]]}""",
        """
        {"schema":{"fields":[{"name":"index","type":"integer"}],"primaryKey":["index"]},"data":[
         {"index":0,"reporter":"JPN","partner":"CHN","flow":"M","commodity":"2846","period":2023,"value":1000.5,"net_weight_kg":7.0},
         {"index":1,"reporter":"JPN","partner":"USA","flow":"M","commodity":"2846","period":2023,"value":20.0,"net_weight_kg":null}]}"""
    })
    void readsDataFrames(String json) {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("frame.json", json));

        assertThat(Fixture.lines(loaded)).containsExactlyElementsOf(FRAME);
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("2 = 2 + 0 + 0");
    }

    @Test
    void namesTheCellOfADataFrameByTheRowsName() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("frame.json", """
                {"reporter":{"a":"JPN"},"partner":{"a":"CHN"},"flow":{"a":"M"},"commodity":{"a":"2846"},"period":{"a":2023},"value":{"a":"lots"}}"""));

        assertThat(Fixture.messages(loaded)).containsExactly("frame.json:[a]: column 'value': found 'lots', expected a plain number with decimal mark"
                + " '.' and no thousands mark; row set aside [bad-number]");
    }

    @Test
    void saysWhatToDoWithRowsWithoutNames() {
        assertThat(why("[[\"JPN\",\"CHN\",\"M\",\"2846\",2023,1000.5],[\"JPN\",\"USA\",\"M\",\"2846\",2023,20.0]]"))
                .contains("of arrays without names above them: write it with names, as to_json(orient='records') does");
    }

    @Test
    void saysWhatAnAnswerSaysThatIsAnError() {
        assertThat(why("{\"error\":{\"code\":\"429\",\"message\":\"Rate limit exceeded\"}}")).contains(
                "its JSON has no array of objects, of arrays below their header, or JSON-stat; it says error.code: '429', error.message: 'Rate limit exceeded'");
    }

    @Test
    void saysWhereAnAnswerBreaksOff() {
        assertThat(why("{\"data\":[{\"reporterCode\":392,\"partnerCode\":156,\"flowCode\":\"M\",\"period\":\"2023\",\"cmdCode\":\"2846\",\"primaryValue\":1},{\"re"))
                .contains("its JSON breaks off in line 1, column ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"error":[{"status":400,"id":150,"label":"Dimension value not found: partner [XYZ]"}]}   | error.label: 'Dimension value not found: partner [XYZ]'
            {"warning":{"status":413,"label":"ASYNCHRONOUS_RESPONSE. Please try again later."}}        | warning.label: 'ASYNCHRONOUS_RESPONSE. Please try again later.'
            {"errors":["Invalid period","Invalid partner"]}                                            | errors: 'Invalid period', errors: 'Invalid partner'
            {"statusCode":429,"message":"Rate limit is exceeded. Try again in 1 seconds."}             | message: 'Rate limit is exceeded. Try again in 1 seconds.'
            """)
    void saysWhatAServiceGivesAsItsReason(String answer, String said) {
        assertThat(why(answer)).endsWith("its JSON has no array of objects, of arrays below their header, or JSON-stat; it says " + said
                + "; file not read [file-not-recognised]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            <!DOCTYPE html><html><head><title>Just a moment...</title><script>var a = 1 > 0;</script></head><body>Enable JavaScript</body></html> | it is a web page without a table, 'Just a moment...', as sites give that refuse or want a browser first: fetch the file again, and look into it before giving it
            <html><body><h1>403</h1><style>p {color: red}</style><p>Denied</p></body></html> | it is a web page without a table, '403 Denied', as sites give that refuse or want a browser first: fetch the file again, and look into it before giving it
            <?xml version="1.0"?><S:Body xmlns:S="u"><S:Fault><faultcode>413</faultcode><faultstring>EXTRACTION_TOO_BIG: more than 5000000 rows</faultstring></S:Fault></S:Body> | it is XML without rows of data, which says '413 EXTRACTION_TOO_BIG: more than 5000000 rows'
            error: unknown variable 'CTY_COD' | it has no row of several cells; it begins with 'error: unknown variable 'CTY_COD''
            """)
    void saysWhatASiteAnsweredInsteadOfTheFile(String answer, String said) {
        assertThat(why(answer)).endsWith("expected a known layout, but " + said + "; file not read [file-not-recognised]");
    }

    @Test
    void saysThatAProgramIsNoText() {
        byte[] program = new byte[2_000];
        new Random(1).nextBytes(program);
        System.arraycopy(new byte[] {0x7F, 'E', 'L', 'F'}, 0, program, 0, 4);

        assertThat(Fixture.messages(Fixture.read(InputSource.ofBytes("chart.csv", program)))).containsExactly("chart.csv: expected a known layout, but it"
                + " is no text, nor a workbook, an archive or another kind of file that is read; file not read [file-not-recognised]");
    }

    @Test
    void refusesAGzipWithOtherBytesBehindItsPackedOnes() throws IOException {
        byte[] packed = Fixture.gzip("reporter,partner,flow,commodity,period,value\nJPN,CHN,M,2846,2023,1\n".getBytes(StandardCharsets.UTF_8));
        byte[] second = Fixture.gzip("JPN,USA,M,2846,2023,2\n".getBytes(StandardCharsets.UTF_8));
        byte[] damaged = second.clone();
        damaged[0] = 'x';

        assertThat(Fixture.lines(Fixture.read(InputSource.ofBytes("two.csv.gz", joined(packed, second, new byte[512]))))).hasSize(2);
        assertThat(Fixture.messages(Fixture.read(InputSource.ofBytes("two.csv.gz", joined(packed, damaged))))).singleElement().asString()
                .contains("other bytes stand behind its packed ones, which may be a damaged part of it: unpack it and look at its end");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(60)
    void refusesAPipeInsteadOfWaitingForItsWriter(@TempDir Path folder) throws Exception {
        Path pipe = folder.resolve("rows.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor(20, TimeUnit.SECONDS)).isTrue();

        assertThat(Fixture.messages(Fixture.read(InputSource.ofPath(pipe)))).containsExactly("rows.csv: expected a file that can be read to its end, but"
                + " it is a pipe or a device: save what comes out of it to a file, which can be read again; file not read [file-not-readable]");
    }

    private static String why(String text) {
        return String.join("\n", Fixture.messages(Fixture.read(Fixture.text("answer", text))));
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }

    @Test
    void tellsWhatAnAnswerWithoutRowsSaysOfTheReason() {
        assertThat(Fixture.messages(Fixture.read(Fixture.text("a.json", "{\"elapsedTime\":\"0.1\",\"count\":0,\"data\":[],\"error\":\"invalid key\"}"))))
                .containsExactly("a.json: found 'elapsedTime: '0.1', error: 'invalid key'', expected at least one row below the header; nothing to read"
                        + " [file-empty]");
        assertThat(Fixture.messages(Fixture.read(Fixture.text("a.json", "{\"elapsedTime\":\"0.1\",\"count\":0,\"data\":[],\"error\":\"\"}"))))
                .containsExactly("a.json: expected at least one row below the header; nothing to read [file-empty]");
    }
}
