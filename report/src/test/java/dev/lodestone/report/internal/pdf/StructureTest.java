package dev.lodestone.report.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.report.ReportException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.junit.jupiter.api.Test;

class StructureTest {

  private final PdfRenderer renderer = new PdfRenderer(FontLibrary.bundledOnly());

  @Test
  void givesNumbersAndBulletsAsLabels() throws IOException {
    String list = "L(LI(Lbl LBody(Span)) LI(Lbl LBody(Span)))";
    assertThat(outline("<ol><li>a</li><li>b</li></ol>")).isEqualTo("Document(" + list + ")");
    assertThat(outline("<ul><li>a</li><li>b</li></ul>")).isEqualTo("Document(" + list + ")");
  }

  @Test
  void leavesLabelsOutWhereNothingMarksTheItems() throws IOException {
    assertThat(outline("<ul style=\"list-style-type: none\"><li>a</li></ul>"))
        .isEqualTo("Document(L(LI(LBody(Span))))");
  }

  @Test
  void keepsEmptyCellsAndTellsHeads() throws IOException {
    assertThat(
            outline(
                "<table><caption>c</caption><thead><tr><th scope=\"col\">h</th><th scope=\"col\">i</th></tr></thead>"
                    + "<tbody><tr><th scope=\"row\">r</th><td></td></tr></tbody></table>"))
        .isEqualTo("Document(Table(Caption THead(TR(TH TH)) TBody(TR(TH TD))))");
  }

  @Test
  void tellsWhatStandsBeneathATableBehindIt() throws IOException {
    assertThat(
            outline(
                "<div><table><tbody><tr><td>a</td><td>b</td></tr><tr class=\"under\"><td colspan=\"2\"><p>Source</p></td></tr></tbody></table>"
                    + "</div><p>next</p>"))
        .isEqualTo("Document(Div(Table(TBody(TR(TD TD))) P) P)");
  }

  @Test
  void tellsARepeatedTableHeadOnce() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      rows.append("<tr><td>").append(i).append("</td></tr>");
    }
    String body = "<table style=\"-fs-table-paginate: paginate\"><thead><tr><th>head</th></tr></thead><tbody>" + rows
        + "</tbody></table>";
    byte[] pdf = renderer.render(SampleDocument.body(body));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(1);
      PDStructureElement cell = find(document.getDocumentCatalog().getStructureTreeRoot(), "TH");
      assertThat(cell.getKids()).hasSize(1);
    }
    assertThat(Conformance.failures(pdf, "ua1")).isEmpty();
  }

  @Test
  void leavesRunningHeadsAndHiddenTextOut() throws IOException {
    assertThat(
            outline(
                "<div style=\"position: running(x)\">head</div><p>text</p><p style=\"display: none\">hidden</p>"))
        .isEqualTo("Document(P)");
  }

  @Test
  void tellsChartsAsFiguresWithTheirText() throws IOException {
    byte[] pdf =
        renderer.render(
            SampleDocument.body(
                "<div data-chart=\"line\" title=\"Imports fell\" style=\"width:80mm;height:45mm\"></div>"));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDStructureElement figure = find(document.getDocumentCatalog().getStructureTreeRoot(), "Figure");
      assertThat(figure.getAlternateDescription()).isEqualTo("Imports fell");
    }
  }

  @Test
  void takesTheDrawingsOwnTextWhereThePageHasNone() throws IOException {
    byte[] pdf =
        renderer.render(SampleDocument.body("<div data-chart=\"line\" style=\"width:80mm;height:45mm\"></div>"));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDStructureElement figure = find(document.getDocumentCatalog().getStructureTreeRoot(), "Figure");
      assertThat(figure.getAlternateDescription()).isEqualTo("A line that falls");
    }
  }

  @Test
  void refusesAPictureWithoutAlternativeText() {
    String picture = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
    assertThatThrownBy(() -> renderer.render(SampleDocument.body("<p><img src=\"" + picture + "\"/></p>")))
        .isInstanceOf(ReportException.class)
        .hasMessageStartingWith("a picture has no alternative text");
  }

  @Test
  void refusesAPictureThatItCannotShow() {
    String picture = "data:image/svg+xml;base64,PHN2Zy8+";
    assertThatThrownBy(
            () -> renderer.render(SampleDocument.body("<p><img alt=\"logo\" src=\"" + picture + "\"/></p>")))
        .isInstanceOf(ReportException.class)
        .hasMessage(
            "a picture cannot be shown in a PDF: PNG, JPEG and GIF can, \"data:image/svg+xml;base64,PHN2Zy8+\" cannot");
  }

  @Test
  void drawsAPictureWithItsText() throws IOException {
    String picture = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
    assertThat(outline("<p>x <img alt=\"logo\" src=\"" + picture + "\"/></p>")).isEqualTo("Document(P(Span Figure))");
  }

  private String outline(String body) throws IOException {
    try (PDDocument document = Loader.loadPDF(renderer.render(SampleDocument.body(body)))) {
      return kids(document.getDocumentCatalog().getStructureTreeRoot());
    }
  }

  private static String kids(PDStructureNode node) {
    List<String> result = new ArrayList<>();
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        String below = kids(element);
        result.add(element.getStructureType() + (below.isEmpty() ? "" : "(" + below + ")"));
      }
    }
    return String.join(" ", result);
  }

  private static PDStructureElement find(PDStructureNode node, String type) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        PDStructureElement found = element.getStructureType().equals(type) ? element : find(element, type);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
