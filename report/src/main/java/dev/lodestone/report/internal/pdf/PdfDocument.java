package dev.lodestone.report.internal.pdf;

import dev.lodestone.report.chart.Drawing;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that a PDF is made of.
 *
 * @param baseName names the document in messages, such as {@code JPN}
 * @param xhtml a well-formed page with its style sheet inside; charts stand in it as
 *     {@code <div class="chart" data-chart="ID" title="alternative text" style="width:90mm;height:50mm"></div>}
 * @param charts the drawings by the ID that the page uses
 * @param title shown in the window's title bar
 * @param language BCP 47, such as {@code en}
 * @param author whoever publishes it; may be empty
 * @param subject one sentence; may be empty
 * @param keywords separated by commas; may be empty
 * @param date of creation, as the document's metadata tell it
 */
public record PdfDocument(
    String baseName,
    String xhtml,
    Map<String, Drawing> charts,
    String title,
    String language,
    String author,
    String subject,
    String keywords,
    LocalDate date) {

  public PdfDocument {
    required("base name", baseName);
    required("page", xhtml);
    charts = Map.copyOf(charts);
    required("title", title);
    required("language", language);
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(keywords, "keywords");
    Objects.requireNonNull(date, "date");
  }

  private static void required(String what, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a PDF needs a " + what);
    }
  }
}
