package dev.lodestone.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgWriterTest {

  private static final TextStyle STYLE = TextStyle.regular(8, Theme.INK);

  static Stream<String> hostileTexts() {
    return Stream.of(
        "<script>alert(1)</script>",
        "</text></svg><img src=x onerror=alert(1)>",
        "\"quotes\" & 'apostrophes' &amp; ]]>",
        "bell \u0007, null \u0000, escape \u001b",
        "lone surrogates \ud800 and \udc00, noncharacter \uffff",
        "direction \u202etxt.exe\u202c, zero\u200bwidth",
        "two\nlines\r\nand\ttabs");
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void writesAnyTextAsTextInWellFormedXml(String hostile) throws Exception {
    Drawing drawing = drawing(hostile, hostile, Mark.Text.of(10, 20, hostile, STYLE, Mark.Anchor.START));
    Document document = parse(SvgWriter.write(drawing, "c1"));
    NodeList texts = document.getElementsByTagNameNS("*", "text");
    assertThat(texts.getLength()).isEqualTo(1);
    assertThat(texts.item(0).getTextContent()).isEqualTo(PlainText.clean(hostile));
    assertThat(document.getElementsByTagNameNS("*", "script").getLength()).isZero();
    assertThat(document.getElementsByTagNameNS("*", "img").getLength()).isZero();
    assertThat(document.getElementsByTagNameNS("*", "title").item(0).getTextContent()).isEqualTo(PlainText.clean(hostile));
  }

  @Test
  void showsWhatItCannotWriteAndDropsWhatOnlyActs() {
    assertThat(PlainText.clean("a\u0000b\u0007")).isEqualTo("a\ufffdb\ufffd");
    assertThat(PlainText.clean("\ud800x")).isEqualTo("\ufffdx");
    assertThat(PlainText.clean("a\u202eb\u200bc")).isEqualTo("abc");
    assertThat(PlainText.clean("a\nb\tc")).isEqualTo("a b c");
    assertThat(PlainText.clean("Co\u0302te")).isEqualTo("C\u00f4te");
  }

  @Test
  void namesAndDescribesTheDrawingForListeners() throws Exception {
    Element svg = parse(SvgWriter.write(drawing("Magnets", "They rose.", line()), "fig-3")).getDocumentElement();
    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("fig-3-title fig-3-desc");
    assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 200 100");
    assertThat(((Element) svg.getElementsByTagNameNS("*", "title").item(0)).getAttribute("id")).isEqualTo("fig-3-title");
    assertThat(svg.getElementsByTagNameNS("*", "desc").item(0).getTextContent()).isEqualTo("They rose.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "a b", "a\"b", "a<b"})
  void refusesAPrefixThatIsNoId(String prefix) {
    Drawing drawing = drawing("t", "a", line());
    assertThatThrownBy(() -> SvgWriter.write(drawing, prefix))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an id prefix: \"" + prefix + "\"");
  }

  @Test
  void writesEachMark() {
    String svg =
        SvgWriter.write(
            drawing(
                "t",
                "a",
                new Mark.Line(0, 0, 10.126, 5, Stroke.of(Theme.RED, 1, Dash.DOTTED)),
                new Mark.Polyline(List.of(new Point(0, 0), new Point(1, 2)), new Stroke(Theme.NAVY, 2, Dash.SOLID, 0.5)),
                new Mark.Polygon(
                    List.of(new Point(0, 0), new Point(1, 2), new Point(3, 0)), new Fill(Theme.TEAL, 0.25), Stroke.NONE),
                new Mark.Rect(1, 2, 3, 4, 0.5, Fill.of(Theme.AMBER), Stroke.NONE),
                new Mark.Circle(5, 6, 2, Fill.NONE, Stroke.of(Theme.NAVY, 1)),
                new Mark.Path(
                    List.of(
                        new Mark.MoveTo(new Point(0, 0)),
                        new Mark.CurveTo(new Point(1, 0), new Point(1, 2), new Point(2, 2)),
                        new Mark.LineTo(new Point(2, 3)),
                        new Mark.Close()),
                    Fill.of(Theme.RED),
                    Stroke.NONE),
                Mark.Text.of(3, 4, "Label", TextStyle.semibold(8, Theme.INK).slanted(), Mark.Anchor.END)
                    .rotated(-90)
                    .withHalo(Stroke.of(Colour.WHITE, 2))),
            "c");
    assertThat(svg)
        .contains(
            "<path d=\"M0 0L10.13 5\" stroke=\"#b42318\" stroke-width=\"1\" stroke-dasharray=\"1 2\"/>",
            "<polyline points=\"0 0 1 2\" fill=\"none\" stroke=\"#12283f\" stroke-width=\"2\" stroke-opacity=\"0.5\"/>",
            "<polygon points=\"0 0 1 2 3 0\" fill=\"#0b7285\" fill-opacity=\"0.25\"/>",
            "<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\" rx=\"0.5\" fill=\"#b7791f\"/>",
            "<circle cx=\"5\" cy=\"6\" r=\"2\" fill=\"none\" stroke=\"#12283f\" stroke-width=\"1\"/>",
            "<path d=\"M0 0C1 0 1 2 2 2L2 3Z\" fill=\"#b42318\"/>",
            "<text x=\"3\" y=\"4\" font-size=\"8\" font-weight=\"600\" font-style=\"italic\" text-anchor=\"end\""
                + " transform=\"rotate(-90 3 4)\" fill=\"#1b2733\" stroke=\"#ffffff\" stroke-width=\"2\""
                + " stroke-linejoin=\"round\" style=\"paint-order:stroke\">Label</text>");
  }

  @Test
  void leavesOutWhatCannotBeSeen() {
    String svg =
        SvgWriter.write(
            drawing("t", "a", new Mark.Line(0, 0, 1, 1, Stroke.NONE), new Mark.Circle(1, 1, 1, Fill.NONE, Stroke.NONE)),
            "c");
    assertThat(svg).doesNotContain("<path", "<circle");
  }

  @Test
  void roundsNumbersTheSameEverywhere() {
    assertThat(SvgWriter.number(1.005)).isEqualTo("1");
    assertThat(SvgWriter.number(-0.001)).isEqualTo("0");
    assertThat(SvgWriter.number(1234567.891)).isEqualTo("1234567.89");
    assertThat(SvgWriter.number(1e-12)).isEqualTo("0");
    assertThat(SvgWriter.number(100)).isEqualTo("100");
  }

  @Test
  void writesTheSameBytesInAnyLocale() {
    String before = SvgWriter.write(SampleCharts.all(Frame.page()).get("bar"), "c");
    Locale standing = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(SvgWriter.write(SampleCharts.all(Frame.page()).get("bar"), "c")).isEqualTo(before);
    } finally {
      Locale.setDefault(standing);
    }
  }

  private static Mark line() {
    return new Mark.Line(0, 0, 1, 1, Stroke.of(Theme.INK, 1));
  }

  private static Drawing drawing(String title, String alt, Mark... marks) {
    return new Drawing(200, 100, List.of(marks), title, alt, DataTable.EMPTY);
  }

  private static Document parse(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }
}
