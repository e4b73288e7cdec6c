package dev.lodestone.report.chart;

import dev.lodestone.report.chart.LineChart.DataPoint;
import dev.lodestone.report.chart.Mark.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A grid of small line charts on the same axes, one an economy, all the others behind it in grey. */
public final class SmallMultiples {

  private SmallMultiples() {}

  /**
   * What to draw.
   *
   * @param title the chart's subject, for listeners
   * @param alt its message in a sentence
   * @param axis of values, shared
   * @param panels in reading order; at least one
   * @param stepYears distance of two neighbouring periods in years; wider is a gap
   * @param breaks times across which no line is joined; named under the chart
   * @param boundNote explains the hollow markers
   * @param words the builder's own words
   */
  public record Input(
      String title,
      String alt,
      YAxis axis,
      List<LineChart.Series> panels,
      double stepYears,
      List<LineChart.Break> breaks,
      String boundNote,
      Words words) {
    public Input {
      Objects.requireNonNull(axis, "axis");
      Objects.requireNonNull(boundNote, "bound note");
      Objects.requireNonNull(words, "words");
      Check.positive("step of periods", stepYears);
      panels = List.copyOf(panels);
      breaks = List.copyOf(breaks);
      if (panels.isEmpty()) {
        throw new IllegalArgumentException("small multiples without a panel: \"" + title + "\"");
      }
    }

    /** Yearly panels without a break. */
    public static Input of(String title, String alt, YAxis axis, List<LineChart.Series> panels) {
      return new Input(
          title, alt, axis, panels, 1, List.of(),
          "at most: not all partners are in the statistics", Words.english());
    }

    /** In another language: the builder's own words, and what explains the hollow markers. */
    public Input withWords(Words other, String otherBoundNote) {
      return new Input(title, alt, axis, panels, stepYears, breaks, otherBoundNote, other);
    }

    public Input withBreaks(List<LineChart.Break> other) {
      return new Input(title, alt, axis, panels, stepYears, other, boundNote, words);
    }
  }

  /** Lays the grid out; its height follows from the number of panels. */
  public static Drawing draw(Input input, Frame frame, TextMeasure measure) {
    return new Layout(input, new Scene(frame, measure)).draw();
  }

  private static final class Layout {
    private final Input input;
    private final Scene scene;
    private final Frame frame;
    private final TextFit fit;
    private final double em;
    private final YAxis.Fitted range;
    private final double firstX;
    private final double lastX;

    Layout(Input input, Scene scene) {
      this.input = input;
      this.scene = scene;
      this.frame = scene.frame();
      this.fit = scene.fit();
      this.em = frame.baseSizePt();
      var values = input.panels().stream().flatMap(p -> p.points().stream()).mapToDouble(DataPoint::value).summaryStatistics();
      this.range = input.axis().fit(values.getMin(), values.getMax(), 2);
      var times = input.panels().stream().flatMap(p -> p.points().stream()).mapToDouble(DataPoint::x).summaryStatistics();
      double pad = Math.max(input.stepYears() / 2, (times.getMax() - times.getMin()) * 0.02);
      this.firstX = times.getMin() - pad;
      this.lastX = times.getMax() + pad;
    }

    Drawing draw() {
      double width = frame.widthPt();
      double y =
          scene.paragraph(
                  0, em * 0.95, fit.lines(input.axis().unit(), frame.muted(), width, 3), frame.muted(), Anchor.START)
              - em * 0.2;
      List<Double> ticks = Ticks.multiples(range.low(), range.high(), range.step());
      double tickColumn =
          Math.min(
              width * 0.2,
              fit.widest(ticks.stream().map(input.axis().format()::format).toList(), frame.small()) + em * 0.5);
      double gap = em * 1.3;
      int columns = (int) Math.max(1, Math.floor((width - tickColumn + gap) / (em * 10.5 + gap)));
      int rows = Math.ceilDiv(input.panels().size(), columns);
      columns = Math.ceilDiv(input.panels().size(), rows);
      double panelWidth = (width - tickColumn - gap * (columns - 1) - em) / columns;
      double plotHeight = Math.max(em * 4.5, Math.min(em * 8, panelWidth * 0.55));
      for (int i = 0; i < input.panels().size(); i++) {
        int column = i % columns;
        if (column == 0 && i > 0) {
          y += plotHeight + em * 3.3;
        }
        boolean lastInColumn = i + columns >= input.panels().size();
        double x = tickColumn + column * (panelWidth + gap);
        double plotTop = y + em * 1.7;
        drawPanel(i, new Box(x, plotTop, panelWidth, plotHeight), ticks, column == 0 ? tickColumn : 0, lastInColumn);
      }
      y += plotHeight + em * 4.5;
      y = drawNotes(y);
      return scene.finish(y + em * 0.2, input.title(), input.alt(), table());
    }

    private void drawPanel(int index, Box plot, List<Double> ticks, double tickColumn, boolean lastInColumn) {
      LineChart.Series series = input.panels().get(index);
      Scale xs = new Scale(firstX, lastX, plot.x(), plot.right());
      Scale ys = new Scale(range.low(), range.high(), plot.bottom(), plot.y());
      for (double tick : ticks) {
        boolean zero = Math.abs(tick) < 1e-12;
        scene.line(
            plot.x(), ys.at(tick), plot.right(), ys.at(tick),
            Stroke.of(zero ? Theme.MUTED : Theme.RULE, em * (zero ? 0.09 : 0.06)));
        if (tickColumn > 0) {
          String text = fit.oneLine(input.axis().format().format(tick), frame.small(), tickColumn - em * 0.4);
          scene.text(plot.x() - em * 0.4, ys.at(tick) + Scene.centring(frame.small()), text, frame.small(), Anchor.END);
        }
      }
      for (int other = 0; other < input.panels().size(); other++) {
        if (other != index) {
          drawLine(input.panels().get(other), xs, ys, Stroke.of(Theme.RULE, em * 0.08), false);
        }
      }
      for (LineChart.Break br : input.breaks()) {
        if (br.x() > firstX && br.x() < lastX) {
          scene.line(xs.at(br.x()), plot.y(), xs.at(br.x()), plot.bottom(), Stroke.of(Theme.MUTED, em * 0.08, Dash.DOTTED));
        }
      }
      Colour colour = series.role() == Role.WATCHED ? Theme.RED : series.role() == Role.FOCUS ? Theme.NAVY : Theme.TEAL;
      drawLine(series, xs, ys, Stroke.of(colour, em * 0.2), true);
      for (DataPoint point : series.points()) {
        if (point.high() > point.low()) {
          scene.line(xs.at(point.x()), ys.at(point.low()), xs.at(point.x()), ys.at(point.high()), Stroke.of(colour, em * 0.12));
        }
      }
      DataPoint last = series.last();
      scene.add(Marker.CIRCLE.at(xs.at(last.x()), ys.at(last.value()), em * 0.3, colour, last.isBound()));
      drawHeading(series, plot, colour);
      if (lastInColumn) {
        drawYears(plot, xs);
      }
    }

    /** Name on the left, last value with its period on the right. */
    private void drawHeading(LineChart.Series series, Box plot, Colour colour) {
      DataPoint last = series.last();
      TextStyle style = frame.strong().withColour(Theme.asText(colour));
      String value = last.label(input.axis().format(), input.words());
      value = fit.oneLine(value, style, plot.width() * 0.55);
      double baseline = plot.y() - em * 0.65;
      scene.text(plot.right(), baseline, value, style, Anchor.END);
      double room = plot.width() - fit.width(value, style) - em * 0.5;
      TextStyle name = fit.smaller(series.name(), frame.strong(), room);
      scene.text(plot.x(), baseline, fit.oneLine(series.name(), name, room), name, Anchor.START);
    }

    private void drawYears(Box plot, Scale xs) {
      TextStyle style = frame.small();
      int first = (int) Math.floor(firstX + 0.499);
      int last = Math.max(first, (int) Math.ceil(lastX - 1.499));
      List<Integer> years = first == last ? List.of(first) : List.of(first, last);
      double yearWidth = fit.width("0000", style);
      double baseline = plot.bottom() + em * 1.2;
      for (int i = 0; i < years.size(); i++) {
        double at = xs.at(TimeAxis.ofYear(years.get(i)));
        boolean crowded = years.size() == 2 && xs.at(TimeAxis.ofYear(last)) - xs.at(TimeAxis.ofYear(first)) < yearWidth * 1.3;
        if (crowded && i == 0) {
          continue;
        }
        double middle = Math.max(plot.x() + yearWidth / 2, Math.min(plot.right() - yearWidth / 2, at));
        scene.text(middle, baseline, Integer.toString(years.get(i)), style, Anchor.MIDDLE);
      }
    }

    private void drawLine(LineChart.Series series, Scale xs, Scale ys, Stroke stroke, boolean withStatus) {
      // Steps of one kind are one line: broken anew at each point, its pattern would not show.
      int start = 0;
      for (int i = 1; i <= series.points().size(); i++) {
        boolean ends = i == series.points().size() || !joins(series.points().get(i - 1), series.points().get(i));
        boolean turns = !ends && i - 1 > start && dashed(series, i, withStatus) != dashed(series, i - 1, withStatus);
        if (ends || turns) {
          if (i - 1 > start) {
            List<Point> points =
                series.points().subList(start, i).stream().map(p -> new Point(xs.at(p.x()), ys.at(p.value()))).toList();
            boolean dashed = dashed(series, start + 1, withStatus);
            scene.add(
                new Mark.Polyline(
                    points, Stroke.of(stroke.colour(), stroke.widthPt() * (dashed ? 0.8 : 1), dashed ? Dash.SHORT : Dash.SOLID)));
          }
          start = ends ? i : i - 1;
        }
      }
      if (withStatus) {
        for (int i = 0; i < series.points().size(); i++) {
          DataPoint p = series.points().get(i);
          boolean alone =
              (i == 0 || !joins(series.points().get(i - 1), p))
                  && (i == series.points().size() - 1 || !joins(p, series.points().get(i + 1)));
          if (alone) {
            scene.add(Marker.CIRCLE.at(xs.at(p.x()), ys.at(p.value()), em * 0.2, stroke.colour(), p.isBound()));
          }
        }
      }
    }

    /** Whether the step to a point is broken, because one of its ends is a bound. */
    private static boolean dashed(LineChart.Series series, int to, boolean withStatus) {
      return withStatus && (series.points().get(to - 1).isBound() || series.points().get(to).isBound());
    }

    private boolean joins(DataPoint before, DataPoint after) {
      return after.x() - before.x() <= input.stepYears() * 1.5
          && input.breaks().stream().noneMatch(b -> b.x() > before.x() && b.x() < after.x());
    }

    private double drawNotes(double top) {
      double y = top;
      TextStyle style = frame.small();
      if (input.panels().stream().flatMap(p -> p.points().stream()).anyMatch(DataPoint::isBound)) {
        List<String> lines = fit.lines(input.boundNote(), style, frame.widthPt() - em * 2.2, 3);
        scene.line(0, y - Scene.centring(style), em * 1.6, y - Scene.centring(style), Stroke.of(Theme.MUTED, em * 0.18, Dash.SHORT));
        y = scene.paragraph(em * 2, y, lines, style, Anchor.START);
      }
      for (LineChart.Break br : input.breaks()) {
        List<String> lines = fit.lines(br.label(), style, frame.widthPt() - em * 2.2, 3);
        scene.line(em * 0.8, y - em * 0.8, em * 0.8, y + em * 0.15, Stroke.of(Theme.MUTED, em * 0.09, Dash.DOTTED));
        y = scene.paragraph(em * 2, y, lines, style, Anchor.START);
      }
      return y - Scene.lead(style) + em * 0.3;
    }

    private DataTable table() {
      LineChart.Input asLines =
          LineChart.Input.of(input.title(), input.alt(), input.axis(), input.panels())
              .withWords(input.boundNote(), input.words());
      return LineChart.table(asLines);
    }
  }
}
