package dev.lodestone.report.chart;

import java.util.List;
import java.util.Objects;

/**
 * A finished picture: every mark placed, nothing left to decide for the writer.
 *
 * @param widthPt in points; one point is a CSS pixel in HTML and 1/72 inch on paper
 * @param heightPt in points
 * @param marks in drawing order
 * @param title what the chart shows, short; not drawn, for readers who hear the page and for the writer's metadata
 * @param alt the chart's message in a sentence
 * @param data the figures behind it
 */
public record Drawing(
    double widthPt, double heightPt, List<Mark> marks, String title, String alt, DataTable data) {

  public Drawing {
    Check.positive("drawing width", widthPt);
    Check.positive("drawing height", heightPt);
    marks = List.copyOf(marks);
    title = PlainText.clean(title);
    alt = PlainText.clean(alt);
    Objects.requireNonNull(data, "data");
  }

  /** The drawing's own area. */
  public Box bounds() {
    return new Box(0, 0, widthPt, heightPt);
  }

  /** Its texts, in drawing order. */
  public List<Mark.Text> texts() {
    return marks.stream().filter(Mark.Text.class::isInstance).map(Mark.Text.class::cast).toList();
  }
}
