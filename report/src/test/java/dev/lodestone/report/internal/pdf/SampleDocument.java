package dev.lodestone.report.internal.pdf;

import dev.lodestone.report.chart.Colour;
import dev.lodestone.report.chart.Dash;
import dev.lodestone.report.chart.DataTable;
import dev.lodestone.report.chart.Drawing;
import dev.lodestone.report.chart.Fill;
import dev.lodestone.report.chart.Mark;
import dev.lodestone.report.chart.Point;
import dev.lodestone.report.chart.Stroke;
import dev.lodestone.report.chart.TextStyle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A page with everything that a briefing may hold, and small pages for single questions. */
final class SampleDocument {

  static final LocalDate DATE = LocalDate.of(2026, 11, 21);

  private SampleDocument() {}

  static PdfDocument rich() {
    try (InputStream in = SampleDocument.class.getResourceAsStream("sample.xhtml")) {
      String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return document(page, Map.of("line", drawing()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PdfDocument body(String body) {
    return body("", body);
  }

  static PdfDocument body(String style, String body) {
    return document(
        "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><title>t</title><style>" + style
            + "</style></head><body>" + body + "</body></html>",
        Map.of("line", drawing()));
  }

  static PdfDocument document(String page, Map<String, Drawing> charts) {
    return new PdfDocument(
        "JPN", page, charts, "Japan & rare earths", "en", "Lodestone", "A subject", "magnets, 希土", DATE);
  }

  static Drawing drawing() {
    Colour teal = Colour.ofHex("#0b7285");
    Stroke thin = Stroke.of(teal, 1);
    List<Mark> marks =
        List.of(
            new Mark.Rect(0, 0, 250, 140, 4, Fill.of(Colour.ofHex("#eef4f5")), Stroke.NONE),
            new Mark.Rect(10, 10, 5, 5, 0, Fill.NONE, thin),
            new Mark.Line(20, 120, 230, 120, thin),
            new Mark.Polyline(
                List.of(new Point(20, 20), new Point(140, 50), new Point(230, 110)),
                Stroke.of(teal, 1.5, Dash.DASHED)),
            new Mark.Circle(140, 50, 3, Fill.of(teal), Stroke.of(Colour.WHITE, 1)),
            new Mark.Polygon(
                List.of(new Point(20, 120), new Point(100, 90), new Point(200, 120)),
                new Fill(Colour.ofHex("#b42318"), 0.3),
                Stroke.NONE),
            new Mark.Path(
                List.of(
                    new Mark.MoveTo(new Point(30, 30)),
                    new Mark.LineTo(new Point(40, 30)),
                    new Mark.CurveTo(new Point(45, 30), new Point(45, 40), new Point(40, 40)),
                    new Mark.Close()),
                Fill.of(teal),
                Stroke.NONE),
            Mark.Text.of(20, 135, "Jahr 2017 Łódź", TextStyle.regular(7, Colour.BLACK), Mark.Anchor.START),
            Mark.Text.of(230, 105, "China 74.5 %", TextStyle.semibold(8, teal), Mark.Anchor.END)
                .withHalo(Stroke.of(Colour.WHITE, 2)),
            Mark.Text.of(12, 80, "share of value", TextStyle.regular(7, Colour.BLACK).slanted(), Mark.Anchor.MIDDLE)
                .rotated(-90));
    return new Drawing(250, 140, marks, "Shares", "A line that falls", DataTable.EMPTY);
  }
}
