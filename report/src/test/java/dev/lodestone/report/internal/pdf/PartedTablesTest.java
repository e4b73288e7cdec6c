package dev.lodestone.report.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine leaves a table's title behind where the head and the rows go to the next page. */
class PartedTablesTest {

  private final PdfRenderer renderer = new PdfRenderer(FontLibrary.bundledOnly());

  /** A page of A4 without its margins is 257 mm high: somewhere on the way the title alone finds room. */
  @ParameterizedTest
  @ValueSource(ints = {214, 218, 222, 226, 230, 234, 238, 242, 246, 250, 254})
  void aTitleGoesToTheNextPageWithItsRows(int millimetres) throws IOException {
    List<String> pages = pages("<div style=\"height: " + millimetres + "mm\">Above</div>" + table("first") + table("second"));
    assertThat(pages).hasSize(2);
    for (String name : List.of("first", "second")) {
      assertThat(pageOf(name + " title", pages)).isEqualTo(pageOf(name + " row 1", pages));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {230, 234, 238, 242, 246, 250, 254})
  void whatKeptATableWithTheBlockBeforeItLeavesNoPageEmpty(int millimetres) throws IOException {
    String guard = "<div class=\"guard\" style=\"height: 2mm; margin-bottom: -2mm; page-break-inside: avoid; page-break-after: avoid\"></div>";
    List<String> pages = pages("<div style=\"height: " + millimetres + "mm\">Above</div>" + guard + table("first"));
    assertThat(pages).hasSize(2);
    assertThat(pageOf("Above", pages)).isZero();
    assertThat(pageOf("first title", pages)).isEqualTo(pageOf("first row 1", pages));
  }

  private static String table(String name) {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= 6; i++) {
      rows.append("<tr><td>").append(name).append(" row ").append(i).append("</td></tr>");
    }
    return "<div id=\"" + name + "\"><table style=\"-fs-table-paginate: paginate\"><caption>" + name + " title</caption>"
        + "<thead><tr><th scope=\"col\">Supplier</th></tr></thead><tbody>" + rows + "</tbody></table></div>";
  }

  private static int pageOf(String text, List<String> pages) {
    for (int page = 0; page < pages.size(); page++) {
      if (pages.get(page).contains(text)) {
        return page;
      }
    }
    throw new AssertionError(text + " is on no page");
  }

  private List<String> pages(String body) throws IOException {
    List<String> texts = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(renderer.render(SampleDocument.body(body)))) {
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        texts.add(stripper.getText(pdf));
      }
    }
    return texts;
  }
}
