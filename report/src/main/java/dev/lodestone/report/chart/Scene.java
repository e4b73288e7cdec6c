package dev.lodestone.report.chart;

import dev.lodestone.report.chart.Mark.Anchor;
import java.util.ArrayList;
import java.util.List;

/** Collects the marks of one drawing while it is laid out. */
final class Scene {

  private final List<Mark> marks = new ArrayList<>();
  private final TextMeasure measure;
  private final TextFit fit;
  private final Frame frame;

  Scene(Frame frame, TextMeasure measure) {
    this.frame = frame;
    this.measure = measure;
    this.fit = new TextFit(measure);
  }

  Frame frame() {
    return frame;
  }

  TextFit fit() {
    return fit;
  }

  TextMeasure measure() {
    return measure;
  }

  void add(Mark mark) {
    marks.add(mark);
  }

  /** How many marks there are, as a place to return to with {@link #addAt}. */
  int size() {
    return marks.size();
  }

  /** Adds a mark behind those that came after a place. */
  void addAt(int place, Mark mark) {
    marks.add(place, mark);
  }

  void line(double x1, double y1, double x2, double y2, Stroke stroke) {
    add(new Mark.Line(x1, y1, x2, y2, stroke));
  }

  void text(double x, double baseline, String string, TextStyle style, Anchor anchor) {
    if (!string.isEmpty()) {
      add(Mark.Text.of(x, baseline, string, style, anchor));
    }
  }

  /** Lines of text one under the other; returns the baseline after the last. */
  double paragraph(double x, double firstBaseline, List<String> lines, TextStyle style, Anchor anchor) {
    double baseline = firstBaseline;
    for (String line : lines) {
      text(x, baseline, line, style, anchor);
      baseline += lead(style);
    }
    return baseline;
  }

  static double lead(TextStyle style) {
    return style.sizePt() * 1.22;
  }

  /** From a row's middle to the baseline that makes its text look centred. */
  static double centring(TextStyle style) {
    return style.sizePt() * 0.36;
  }

  void rect(double x, double y, double width, double height, double radius, Fill fill, Stroke stroke) {
    add(new Mark.Rect(x, y, width, height, radius, fill, stroke));
  }

  void circle(double x, double y, double radius, Fill fill, Stroke stroke) {
    add(new Mark.Circle(x, y, radius, fill, stroke));
  }

  /** Diagonal lines across a box, cut at its edges: a hatch that every writer can draw. */
  void hatch(Box box, double gap, Stroke stroke) {
    for (double offset = gap / 2; offset < box.width() + box.height(); offset += gap) {
      double x1 = box.x() + Math.min(offset, box.width());
      double y1 = box.y() + Math.max(0, offset - box.width());
      double x2 = box.x() + Math.max(0, offset - box.height());
      double y2 = box.y() + Math.min(offset, box.height());
      line(x1, y1, x2, y2, stroke);
    }
  }

  Drawing finish(double height, String title, String alt, DataTable data) {
    return new Drawing(frame.widthPt(), height, marks, title, alt, data);
  }
}
