package dev.lodestone.ingest.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows told from a worksheet's bytes against those of a parser of XML. */
class SheetRowsTest {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:L9\"/><sheetData>";
    private static final String TAIL = "</sheetData><pageMargins left=\"0.7\"/></worksheet>";
    private static final String PLAIN = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>";

    private static final SharedTexts TEXTS = texts("<sst><si><t>reporter</t></si><si><r><t>val</t></r><r><t>ue</t></r>"
            + "<rPh sb=\"0\" eb=\"1\"><t>said so</t></rPh></si><si><t xml:space=\"preserve\"> A &amp; B </t></si><si/></sst>");

    @Test
    void readsSharedTextsWithoutTheirPronunciation() {
        assertThat(List.of(TEXTS.get(0), TEXTS.get(1), TEXTS.get(2), TEXTS.get(3))).containsExactly("reporter", "value", " A & B ", "");
    }

    @Test
    void tellsNumbersInPlainNotationWithTheirPlaces() throws IOException {
        String rows = "<row r=\"3\"><c r=\"B3\"><v>1.9269344E7</v></c><c r=\"D3\" t=\"n\"><v>2019.0</v></c><c r=\"E3\" t=\"b\"><v>1</v></c></row>";

        assertThat(read(HEAD + PLAIN + rows + TAIL, true)).containsExactly("1[reporter, value]", "3[, #19269344, , #2019, true]");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "<row r=\"2\"/>",
        "<row r=\"2\" spans=\"1:3\"><c r=\"A2\" s=\"4\"/><c r=\"C2\" t=\"inlineStr\"><is><t>caf\u00e9 &lt;b&gt;</t></is></c></row><row r=\"9\"/>",
        "\n  <row>\n <c><v>1</v></c>\n <c><v> 007 </v></c> <c t=\"str\"><f>A1&amp;\"x\"</f><v>a&amp;b</v></c></row>\n",
        "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><r><t>rich</t></r><r><t> text</t></r></is></c></row>",
        "<row r=\"2\"><c r=\"A2\" t=\"str\"><v><![CDATA[<v>]]></v></c></row>",
        "<row r=\"2\"><!-- a note --><c r=\"A2\"><v>5</v></c></row>",
        "<row r='2'><c r='A2'><v>5</v></c></row>",
        "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>&#65;&#x42;</v></c></row>",
        "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>&undefined;</v></c></row>",
        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>99</v></c></row>",
        "<row r=\"2\"><c r=\"A2\" t=\"s\"/></row>",
        "<row r=\"2\"><c r=\"A2\"><f t=\"shared\" si=\"0\"/><v>3</v></c><c r=\"ZZZZ2\"><v>1</v></c><c r=\"B2\"><v>1</v></c></row>",
        "<row r=\"x\"><c r=\"2\" t=\"e\"><v>#REF!</v></c><c r=\"a7\"><v/></c></row>",
        "<row r=\"2\"><c r=\"A2\"><v>0.50</v></c><c><v>00.5</v></c><c><v>.5</v></c><c><v>5.</v></c><c><v>-0</v></c><c><v>1E400</v></c></row>",
        "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>two\r\nlines\ttab</v></c></row>",
        "<row r=\"2\"><c r=\"A2\"><v>1</v><extLst><ext/></extLst></c></row>",
        "<row r=\"2\"><c r=\"A2\"><v>1</v></row>",
        "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row></sheetData><sheetData><row r=\"7\"/>",
        "<x:row xmlns:x=\"y\" r=\"2\"><x:c r=\"A2\"><x:v>1</x:v></x:c></x:row>"
    })
    void readsWhatAParserReads(String rows) throws IOException {
        String sheet = HEAD + PLAIN + rows + PLAIN.repeat(3) + TAIL;

        assertThat(read(sheet, true)).isEqualTo(read(sheet, false));
    }

    @Test
    void breaksOffWhereAParserDoes() throws IOException {
        String sheet = HEAD + PLAIN + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>a</t></is></c></row>" + TAIL;
        byte[] bytes = sheet.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThat(read(cut, true)).as("cut to %d bytes", length).isEqualTo(read(cut, false));
        }
    }

    @Test
    void readsRowsAcrossTheBytesReadAtATime() throws IOException {
        StringBuilder sheet = new StringBuilder(HEAD);
        for (int i = 1; i <= 9_000; i++) {
            sheet.append("<row r=\"").append(i).append("\"><c r=\"A").append(i).append("\" t=\"str\"><v>").append("x".repeat(i % 97)).append("</v></c></row>");
        }
        sheet.append("<row r=\"9001\"><c t=\"str\"><v>").append("long".repeat(90_000)).append("</v></c></row>").append(TAIL);

        assertThat(read(sheet.toString(), true)).hasSize(9_001).isEqualTo(read(sheet.toString(), false));
    }

    private static List<String> read(String sheet, boolean fromBytes) throws IOException {
        return read(sheet.getBytes(StandardCharsets.UTF_8), fromBytes);
    }

    private static List<String> read(byte[] sheet, boolean fromBytes) throws IOException {
        List<String> shown = new ArrayList<>();
        try (RowSource rows = fromBytes
                ? new SheetRows(() -> new ByteArrayInputStream(sheet), TEXTS)
                : new ParsedSheetRows(new ByteArrayInputStream(sheet), TEXTS)) {
            while (rows.advance()) {
                shown.add(show(rows.row()));
            }
        } catch (IOException e) {
            shown.add("breaks off: " + e.getMessage());
        }
        return shown;
    }

    private static String show(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add((row.isNumeric(i) ? "#" : "") + row.cell(i));
        }
        return row.line() + row.defect().map(Object::toString).orElse("") + cells;
    }

    private static SharedTexts texts(String xml) {
        try {
            return SharedTexts.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
