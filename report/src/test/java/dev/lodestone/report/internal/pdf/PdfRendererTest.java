package dev.lodestone.report.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.report.CharactersWithoutFont;
import dev.lodestone.report.ReportException;
import dev.lodestone.report.chart.Colour;
import dev.lodestone.report.chart.DataTable;
import dev.lodestone.report.chart.Drawing;
import dev.lodestone.report.chart.Mark;
import dev.lodestone.report.chart.TextStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfRendererTest {

  private final PdfRenderer renderer = new PdfRenderer(FontLibrary.bundledOnly());

  @Test
  void givesTheSameBytesForTheSameInput() {
    byte[] first = renderer.render(SampleDocument.rich());
    byte[] again = renderer.render(SampleDocument.rich());
    byte[] elsewhere = new PdfRenderer(FontLibrary.bundledOnly()).render(SampleDocument.rich());
    assertThat(again).isEqualTo(first);
    assertThat(elsewhere).isEqualTo(first);
  }

  @Test
  void namesAnotherFileIdentifierForAnotherContent() throws IOException {
    try (PDDocument one = load(renderer.render(SampleDocument.body("<p>one</p>")));
        PDDocument two = load(renderer.render(SampleDocument.body("<p>two</p>")))) {
      assertThat(one.getDocument().getDocumentID().toString())
          .isNotEqualTo(two.getDocument().getDocumentID().toString());
    }
  }

  @Test
  void drawsLettersTallerThanTheirLineOnItsOwnPageOnly() throws IOException {
    String style = "h2 { font: 18pt 'Source Serif 4'; line-height: 0.9; margin: 0; page-break-before: always }";
    String body = "<p>First</p><h2>Second title</h2><p>Second</p><h2>Third title</h2>";
    try (PDDocument pdf = load(renderer.render(SampleDocument.body(style, body)))) {
      List<String> pages = new ArrayList<>();
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(pdf).replaceAll("\\s+", " ").strip());
      }
      assertThat(pages).containsExactly("First", "Second title Second", "Third title");
    }
  }

  @Test
  void worksInManyThreadsAtOnce() throws Exception {
    byte[] expected = renderer.render(SampleDocument.rich());
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<byte[]>> work = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        work.add(() -> renderer.render(SampleDocument.rich()));
      }
      for (Future<byte[]> result : threads.invokeAll(work)) {
        assertThat(result.get()).isEqualTo(expected);
      }
    }
  }

  @Test
  void conformsToPdfUa1AndPdfA2a() {
    byte[] pdf = renderer.render(SampleDocument.rich());
    assertThat(Conformance.failures(pdf, "ua1")).isEmpty();
    assertThat(Conformance.failures(pdf, "2a")).isEmpty();
  }

  @Test
  void losesNoCharacterOfItsText() throws IOException {
    String page = SampleDocument.rich().xhtml();
    String body = page.substring(page.indexOf("<body>"));
    String expected =
        body.replaceAll("<[^>]*>", "").replace("&amp;", "&").replaceAll("\\s+", "");
    Map<Integer, Long> extracted = characters(extracted(SampleDocument.rich()));
    characters(expected)
        .forEach(
            (character, count) ->
                assertThat(extracted.getOrDefault(character, 0L))
                    .as(Character.toString(character))
                    .isGreaterThanOrEqualTo(count));
  }

  @Test
  void readsItsTextInOrder() throws IOException {
    assertThat(extracted(SampleDocument.rich()).replaceAll("\\s+", " "))
        .contains("AVATAR, To, We, “Ty”")
        .contains("in 2024, down from 88.6 % a year before;")
        .contains("Αθήνα buys from Κίνα; Москва sells to Київ and Беларусь")
        .contains("the rest came from Japan, the Philippines and Société de séparation at La Rochelle.")
        .contains("→ ↑ ● ■ ▲ ✗, a non‑breaking hyphen, H₂O, 10⁻³, ½.")
        .contains("Jahr 2017 Łódź")
        .containsOnlyOnce("weigh the sources");
  }

  @Test
  void namesCharactersThatNoFontHasAndTellsThem() throws IOException {
    List<CharactersWithoutFont> missing = new ArrayList<>();
    byte[] pdf = renderer.render(SampleDocument.body("<p>The mine of ꀀ ꀁ in Sichuan, or ꀁ</p>"), missing::add);
    assertThat(text(pdf)).contains("The mine of [U+A000 …] in Sichuan, or [U+A001]");
    assertThat(missing)
        .containsExactly(
            new CharactersWithoutFont(
                "ꀀ ꀁ",
                "[U+A000 …]",
                "no font has the character \"ꀀ\" (U+A000 YI SYLLABLE IT) of the text \"The mine of ꀀ ꀁ in"
                    + " Sichuan, or ꀁ\"; put a font that has it, such as one of Noto Sans, into a folder 'fonts' of your templates' folder (--templates)"),
            new CharactersWithoutFont(
                "ꀁ",
                "[U+A001]",
                "no font has the character \"ꀁ\" (U+A001 YI SYLLABLE IX) of the text \"The mine of ꀀ ꀁ in"
                    + " Sichuan, or ꀁ\"; put a font that has it, such as one of Noto Sans, into a folder 'fonts' of your templates' folder (--templates)"));
  }

  @Test
  void refusesACharacterThatOnlyTheStyleSheetBrings() {
    assertThatThrownBy(() -> renderer.render(SampleDocument.body("p:before { content: '鉱' }", "<p>mine</p>")))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("U+9271");
  }

  @Test
  void namesACharacterOfAChartThatNoFontHas() throws IOException {
    Mark text = Mark.Text.of(5, 5, "ꀀ", TextStyle.regular(7, Colour.BLACK), Mark.Anchor.START);
    Drawing drawing = new Drawing(10, 10, List.of(text), "t", "a", DataTable.EMPTY);
    PdfDocument document =
        SampleDocument.document(
            SampleDocument.body("<div data-chart=\"c\" title=\"x\" style=\"width:9mm;height:9mm\"></div>").xhtml(),
            Map.of("c", drawing));
    List<CharactersWithoutFont> missing = new ArrayList<>();
    assertThat(text(renderer.render(document, missing::add))).contains("[U+A000]");
    assertThat(missing).extracting(CharactersWithoutFont::characters).containsExactly("ꀀ");
  }

  @Test
  void namesScriptsThatNeedShapingInThePagesLanguage() throws IOException {
    List<CharactersWithoutFont> missing = new ArrayList<>();
    byte[] pdf = renderer.render(SampleDocument.body("<p>Arafura, <b>شركة المعادن</b> and भारत</p>"), missing::add);
    assertThat(text(pdf).strip()).endsWith("Arafura, [Arabic] and [Devanagari]");
    assertThat(missing)
        .containsExactly(
            new CharactersWithoutFont(
                "شركة المعادن",
                "[Arabic]",
                "the text \"شركة المعادن\" is in a script (arabic) whose letters change with their neighbours or run from"
                    + " right to left, which a PDF cannot show; give a transliteration"),
            new CharactersWithoutFont(
                "भारत",
                "[Devanagari]",
                "the text \"and भारत\" is in a script (devanagari) whose letters change with their neighbours or run from"
                    + " right to left, which a PDF cannot show; give a transliteration"));
  }

  @Test
  void worksOnAfterARefusal() {
    byte[] before = renderer.render(SampleDocument.rich());
    assertThatThrownBy(() -> renderer.render(SampleDocument.body("p:before { content: '鉱' }", "<p>mine</p>"))).isInstanceOf(ReportException.class);
    assertThat(renderer.render(SampleDocument.rich())).isEqualTo(before);
  }

  @Test
  void composesAccentsAndDropsMarksWithoutShape() throws IOException {
    String text = extracted(SampleDocument.body("<p>Ne\u0301odyme\u00ad, caf\u0065\u0301\ufeff</p>"));
    assertThat(text.strip()).isEqualTo("Néodyme, café");
  }

  @Test
  void namesLineAndColumnOfABrokenPage() {
    PdfDocument broken = SampleDocument.document("<html>\n<body><p>x</body></html>", Map.of());
    assertThatThrownBy(() -> renderer.render(broken))
        .isInstanceOf(ReportException.class)
        .hasMessageStartingWith("the page \"JPN\" is not well-formed: line 2, column ");
  }

  @Test
  void fetchesNothingFromOutside() {
    assertThatThrownBy(() -> renderer.render(SampleDocument.body("<p><img src=\"file:///etc/hostname\" alt=\"x\"/></p>")))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("asks for \"file:///etc/hostname\"");
    assertThatThrownBy(
            () ->
                renderer.render(
                    SampleDocument.document(
                        "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><html><body>&x;</body></html>",
                        Map.of())))
        .isInstanceOf(ReportException.class);
  }

  @Test
  void namesTheChartThatIsMissing() {
    assertThatThrownBy(() -> renderer.render(SampleDocument.body("<div data-chart=\"pie\" title=\"x\"></div>")))
        .isInstanceOf(ReportException.class)
        .hasMessage("the page asks for the chart \"pie\", but there are only [line]");
  }

  @Test
  void makesBookmarksFromHeadingsThatLeadToTheirPages() throws IOException {
    try (PDDocument pdf = load(renderer.render(SampleDocument.rich()))) {
      List<String> outline = new ArrayList<>();
      collect(pdf, pdf.getDocumentCatalog().getDocumentOutline().getFirstChild(), "", outline);
      assertThat(outline)
          .containsExactly(
              "Who sells the magnets? AVATAR, To, We, “Ty” > 0",
              "  What to watch > 0",
              "  The picture > 0",
              "    By product > 0",
              "  Notes > 1");
    }
  }

  @Test
  void embedsEveryFontAsASubset() throws IOException {
    try (PDDocument pdf = load(renderer.render(SampleDocument.rich()))) {
      for (PDPage page : pdf.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          assertThat(font.getName()).matches("[A-Z]{6}\\+(Inter|LodestoneSerif)-.*");
        }
      }
    }
  }

  @Test
  void breaksOverPagesAndRepeatsTheTableHead() throws IOException {
    try (PDDocument pdf = load(renderer.render(SampleDocument.rich()))) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(2);
      PDFTextStripper second = new PDFTextStripper();
      second.setStartPage(2);
      assertThat(second.getText(pdf)).contains("Value, million USD").contains("Page 2 of 2");
    }
  }

  @Test
  void makesLinksThatSayWhereTheyLead() throws IOException {
    try (PDDocument pdf = load(renderer.render(SampleDocument.rich()))) {
      List<String> contents = new ArrayList<>();
      for (PDPage page : pdf.getPages()) {
        for (PDAnnotation annotation : page.getAnnotations()) {
          contents.add(annotation.getContents());
        }
      }
      assertThat(contents).containsExactly("1", "weigh the sources of 2024", "the picture", "Back");
    }
  }

  @Test
  void leavesOutTargetsThatCouldHarm() throws IOException {
    PdfDocument page = SampleDocument.body("<p><a href=\"javascript:alert(1)\">a</a> <a href=\"file:///x\">b</a></p>");
    try (PDDocument pdf = load(renderer.render(page))) {
      assertThat(pdf.getPage(0).getAnnotations()).isEmpty();
    }
  }

  @Test
  void tellsTitleLanguageAndDate() throws IOException {
    try (PDDocument pdf = load(renderer.render(SampleDocument.rich()))) {
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Japan & rare earths");
      assertThat(pdf.getDocumentInformation().getKeywords()).isEqualTo("magnets, 希土");
      assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo("2026-11-21T00:00:00Z");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
    }
  }

  @Test
  void staysSilent() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(captured, true, StandardCharsets.UTF_8)) {
      System.setOut(stream);
      System.setErr(stream);
      new PdfRenderer(FontLibrary.bundledOnly())
          .render(SampleDocument.body("p { unknown: 3rem; width: calc(1px) }", "<p>x</p>"));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(captured.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private String extracted(PdfDocument document) throws IOException {
    return text(renderer.render(document));
  }

  private static String text(byte[] bytes) throws IOException {
    try (PDDocument pdf = load(bytes)) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private static PDDocument load(byte[] pdf) throws IOException {
    return Loader.loadPDF(pdf);
  }

  /** How often each character occurs; what pages repeat adds to it. */
  private static Map<Integer, Long> characters(String text) {
    Map<Integer, Long> result = new TreeMap<>();
    text.codePoints().filter(c -> !Character.isWhitespace(c)).forEach(c -> result.merge(c, 1L, Long::sum));
    return result;
  }

  private static void collect(PDDocument pdf, PDOutlineItem first, String indent, List<String> into)
      throws IOException {
    for (PDOutlineItem item = first; item != null; item = item.getNextSibling()) {
      into.add(indent + item.getTitle() + " > " + pdf.getPages().indexOf(item.findDestinationPage(pdf)));
      collect(pdf, item.getFirstChild(), indent + "  ", into);
    }
  }

  @Test
  void setsALongDocumentCloserWhereItsLastPageWouldHoldAFewLines() throws IOException {
    // 26 paragraphs of 10 mm fill a page of 260 mm; closer, 27 do
    String page = "@page { size: 200mm 270mm; margin: 5mm } body { margin: 0 } p { margin: 0; height: 10mm; page-break-inside: avoid } ";
    String closer = "body.close p { height: 9.6mm }";
    String body = "<p>A promise</p>".repeat(26 * 3 + 2);

    assertThat(pages(SampleDocument.body(page, body))).isEqualTo(4);
    assertThat(pages(SampleDocument.body(page + closer, body))).isEqualTo(3);
  }

  @Test
  void setsADocumentCloserStillWhereTheFirstStepSavesNoPage() throws IOException {
    String page = "@page { size: 200mm 270mm; margin: 5mm } body { margin: 0 } p { margin: 0; height: 10mm; page-break-inside: avoid } "
        + "body.close p { height: 9.8mm } ";
    String body = "<p>A promise</p>".repeat(26 * 3 + 2);

    assertThat(pages(SampleDocument.body(page, body))).isEqualTo(4);
    assertThat(pages(SampleDocument.body(page + "body.closer p { height: 9.6mm }", body))).isEqualTo(3);
  }

  @Test
  void prefersAPageThatIsAThirdEmptyToALastOneOfAFewLines() throws IOException {
    // 180 and 90 do not go on a page of 260 mm, 160 and 90 do; then what follows stands on a last page alone, 20 mm high.
    String page = "@page { size: 200mm 270mm; margin: 5mm } body { margin: 0 } p { margin: 0; page-break-inside: avoid } "
        + ".a { height: 180mm; line-height: 175mm } .b { height: 90mm; line-height: 85mm } .c { height: 20mm; line-height: 15mm } ";
    String body = "<p class=\"a\">Promises</p><p class=\"b\">Suppliers</p><p class=\"c\">Lines</p>";

    assertThat(textOfFirstPage(SampleDocument.body(page + "body.close .a { height: 160mm; line-height: 155mm }", body)))
        .doesNotContain("Suppliers");
  }

  @Test
  void leavesALastPageThatIsWorthTurningTo() throws IOException {
    String page = "@page { size: 200mm 270mm; margin: 5mm } body { margin: 0 } p { margin: 0; height: 10mm; page-break-inside: avoid } ";
    String body = "<p>A promise</p>".repeat(26 * 3 + 12);

    assertThat(pages(SampleDocument.body(page + "body.close p { height: 5mm }", body))).isEqualTo(4);
  }

  @Test
  void setsADocumentCloserWhereAPageBeforeTheLastWouldBeHalfEmpty() throws IOException {
    // A page of 260 mm: 150 and 115 do not go on one, 140 and 115 do; either way there are two pages.
    String page = "@page { size: 200mm 270mm; margin: 5mm } body { margin: 0 } p { margin: 0; page-break-inside: avoid } "
        + ".a { height: 150mm } .b { height: 115mm } .c { height: 130mm } ";
    String body = "<p class=\"a\">Promises</p><p class=\"b\">Suppliers</p><p class=\"c\">Lines</p>";
    String lines = page.replace("150mm", "150mm; line-height: 130mm").replace("115mm }", "115mm; line-height: 110mm }");

    assertThat(textOfFirstPage(SampleDocument.body(lines, body))).contains("Promises").doesNotContain("Suppliers");
    assertThat(textOfFirstPage(SampleDocument.body(lines + "body.close .a { height: 140mm }", body))).contains("Promises", "Suppliers");
    assertThat(textOfFirstPage(SampleDocument.body(lines + "body.close .a { height: 149mm; text-indent: 9mm }", body)))
        .as("closer lines that fill no page better are not taken")
        .isEqualTo(textOfFirstPage(SampleDocument.body(lines, body)));
    String full = lines.replace("150mm; line-height: 130mm", "230mm; line-height: 225mm");
    assertThat(textOfFirstPage(SampleDocument.body(full + "body.close .a { height: 100mm; line-height: 20mm }", body)))
        .as("a page that is filled well enough is left as it is")
        .doesNotContain("Suppliers");
  }

  @Test
  void setsTheFirstPageCloserWhereItsCaveatsWouldGoOverleaf() throws IOException {
    // A page of 260 mm: an answer of 200 mm and caveats of 71 go on it once the answer is set closer.
    String page = "@page { size: 200mm 270mm; margin: 5mm } body { margin: 0 } p { margin: 0; page-break-inside: avoid } "
        + ".verdict p { height: 200mm } .opening p { height: 71mm } .part p { height: 100mm } ";
    String closer = "body.close-front .verdict p { height: 180mm }";
    String body = "<main><section class=\"verdict\"><p>Answer</p></section><div class=\"opening\"><p>Caveats</p></div>"
        + "<section class=\"part\"><p>Evidence</p><p>More</p></section></main>";

    assertThat(textOfFirstPage(SampleDocument.body(page, body))).contains("Answer").doesNotContain("Caveats");
    assertThat(textOfFirstPage(SampleDocument.body(page + closer, body))).contains("Answer", "Caveats");
    assertThat(textOfFirstPage(SampleDocument.body(page.replace("71mm", "40mm") + closer.replace("180mm", "30mm"), body)))
        .as("a first page on which all goes is left as it is")
        .doesNotContain("Evidence");
    assertThat(textOfFirstPage(SampleDocument.body(page.replace("71mm", "240mm") + closer, body)))
        .as("closer lines that do not help are not taken")
        .isEqualTo(textOfFirstPage(SampleDocument.body(page.replace("71mm", "240mm"), body)));
  }

  private String textOfFirstPage(PdfDocument document) throws IOException {
    try (PDDocument pdf = load(renderer.render(document))) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setEndPage(1);
      return stripper.getText(pdf);
    }
  }

  private int pages(PdfDocument document) throws IOException {
    try (PDDocument pdf = load(renderer.render(document))) {
      return pdf.getNumberOfPages();
    }
  }
}
