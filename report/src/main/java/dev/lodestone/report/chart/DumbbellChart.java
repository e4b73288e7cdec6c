package dev.lodestone.report.chart;

import dev.lodestone.report.chart.Mark.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Two measures of the same thing per row, such as a share by value and by weight, and how far they lie apart. */
public final class DumbbellChart {

  private DumbbellChart() {}

  /**
   * What to draw.
   *
   * @param title the chart's subject, for listeners
   * @param alt its message in a sentence
   * @param unit what the dots measure, with unit and period
   * @param first name of the filled circle
   * @param second name of the hollow diamond
   * @param format how values are written
   * @param low left end of the axis; widened if a value is smaller
   * @param high right end of the axis; widened if a value is larger
   * @param rows from the top; at least one
   * @param words headers of the data table
   */
  public record Input(
      String title,
      String alt,
      String unit,
      String first,
      String second,
      ValueFormat format,
      double low,
      double high,
      List<Row> rows,
      Words words) {
    public Input {
      Objects.requireNonNull(format, "format");
      Objects.requireNonNull(words, "words");
      Check.finite("axis low", low);
      Check.finite("axis high", high);
      rows = List.copyOf(rows);
      if (rows.isEmpty()) {
        throw new IllegalArgumentException("a dumbbell chart without a row: \"" + title + "\"");
      }
      if (unit.isBlank()) {
        throw new IllegalArgumentException("a dumbbell chart without a unit: \"" + title + "\"");
      }
    }

    /** Shares of 0..1, on an axis of shares. */
    public static Input ofShares(
        String title, String alt, String unit, String first, String second, List<Row> rows) {
      double highest = rows.stream().mapToDouble(row -> Math.max(row.first(), row.second())).max().orElse(1);
      return new Input(
          title, alt, unit, first, second, ValueFormat.percent(0), 0, YAxis.endOfShares(highest), rows, Words.english());
    }

    /** In another language: the builder's own words and numbers. */
    public Input withWords(Words other, ValueFormat otherFormat) {
      return new Input(title, alt, unit, first, second, otherFormat, low, high, rows, other);
    }
  }

  /** A name with its two values, and a note (such as "top supplier flips") that may be empty. */
  public record Row(String name, double first, double second, String note) {
    public Row {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(note, "note");
      Check.finite("first value of " + name, first);
      Check.finite("second value of " + name, second);
    }
  }

  /** Lays the chart out; its height follows from the number of rows. */
  public static Drawing draw(Input input, Frame frame, TextMeasure measure) {
    Scene scene = new Scene(frame, measure);
    TextFit fit = scene.fit();
    double em = frame.baseSizePt();
    double width = frame.widthPt();
    boolean narrow = frame.narrow();

    double y = scene.paragraph(
        0, em * 0.95, fit.lines(input.unit(), frame.muted(), width, 3), frame.muted(), Anchor.START);
    y = drawKey(scene, input, y + em * 0.1);

    double nameRoom = width * (narrow ? 0.27 : 0.2);
    List<List<String>> names =
        input.rows().stream().map(r -> fit.lines(r.name(), frame.strong(), nameRoom, 2)).toList();
    double nameColumn = names.stream().mapToDouble(n -> fit.widest(n, frame.strong())).max().orElse(0);
    double noteRoom = narrow ? 0 : width * 0.24;
    double noteColumn =
        Math.min(noteRoom, input.rows().stream().mapToDouble(r -> fit.width(r.note(), frame.small())).max().orElse(0));
    double valueWidth = 0;
    for (Row row : input.rows()) {
      valueWidth = Math.max(valueWidth, fit.width(input.format().format(row.first()), frame.strong()));
      valueWidth = Math.max(valueWidth, fit.width(input.format().format(row.second()), frame.strong()));
    }
    valueWidth = Math.min(valueWidth, width * 0.15);
    double left = nameColumn + em * 1.5 + valueWidth;
    double right = width - valueWidth - em - (noteColumn > 0 ? noteColumn + em : 0);
    Scale scale = valueScale(input, left, right);

    double rowsTop = y;
    int groundAt = scene.size();
    for (int i = 0; i < input.rows().size(); i++) {
      Row row = input.rows().get(i);
      boolean noteBelow = narrow && !row.note().isBlank();
      double rowHeight = Math.max(em * 2, names.get(i).size() * Scene.lead(frame.strong()) + em * 0.6);
      double middle = y + rowHeight / 2;
      double lead = Scene.lead(frame.strong());
      double firstLine = middle - names.get(i).size() * lead / 2 + lead / 2 + Scene.centring(frame.strong());
      scene.paragraph(nameColumn, firstLine, names.get(i), frame.strong(), Anchor.END);
      scene.line(left, middle, right, middle, Stroke.of(Theme.RULE, em * 0.07));
      drawRow(scene, input, row, scale, middle, valueWidth);
      if (noteColumn > 0) {
        String note = fit.oneLine(row.note(), frame.small(), noteColumn);
        scene.text(width - noteColumn, middle + Scene.centring(frame.small()), note, frame.small(), Anchor.START);
      }
      y += rowHeight;
      if (noteBelow) {
        String note = fit.oneLine(row.note(), frame.small(), width - nameColumn - em);
        scene.text(nameColumn + em, y + em * 0.5, note, frame.small(), Anchor.START);
        y += em * 1.1;
      }
    }
    y = drawAxis(scene, input, scale, rowsTop, y, groundAt);
    return scene.finish(y + em * 0.3, input.title(), input.alt(), table(input));
  }

  /** Thin lines at round values behind the dots, named at the foot. */
  private static double drawAxis(Scene scene, Input input, Scale scale, double top, double bottom, int groundAt) {
    double em = scene.frame().baseSizePt();
    TextStyle style = scene.frame().small();
    double step = Ticks.step(scale.fromHigh() - scale.fromLow(), 2);
    double room = (scale.at(scale.fromLow() + step) - scale.at(scale.fromLow())) - em * 0.5;
    for (double tick : Ticks.multiples(scale.fromLow(), scale.fromHigh(), step)) {
      double x = scale.at(tick);
      scene.addAt(groundAt, new Mark.Line(x, top, x, bottom, Stroke.of(Theme.RULE, em * 0.07)));
      String text = scene.fit().oneLine(input.format().format(tick), style, room);
      scene.text(x, bottom + em * 1.05, text, style, Anchor.MIDDLE);
    }
    return bottom + em * 1.3;
  }

  private static void drawRow(Scene scene, Input input, Row row, Scale scale, double middle, double valueWidth) {
    double em = scene.frame().baseSizePt();
    double a = scale.at(row.first());
    double b = scale.at(row.second());
    scene.line(a, middle, b, middle, Stroke.of(Theme.CONTEXT, em * 0.3));
    scene.add(Marker.DIAMOND.at(b, middle, em * 0.42, Theme.asText(Theme.AMBER), true));
    scene.add(Marker.CIRCLE.at(a, middle, em * 0.42, Theme.NAVY, false));
    boolean firstLeft = row.first() <= row.second();
    TextStyle firstStyle = scene.frame().strong().withColour(Theme.NAVY);
    TextStyle secondStyle = scene.frame().strong().withColour(Theme.asText(Theme.AMBER));
    double baseline = middle + Scene.centring(firstStyle);
    double away = em * 0.75;
    String first = scene.fit().oneLine(input.format().format(row.first()), firstStyle, valueWidth);
    String second = scene.fit().oneLine(input.format().format(row.second()), secondStyle, valueWidth);
    scene.text(firstLeft ? a - away : a + away, baseline, first, firstStyle, firstLeft ? Anchor.END : Anchor.START);
    scene.text(firstLeft ? b + away : b - away, baseline, second, secondStyle, firstLeft ? Anchor.START : Anchor.END);
  }

  private static double drawKey(Scene scene, Input input, double baseline) {
    Frame frame = scene.frame();
    double em = frame.baseSizePt();
    double half = frame.widthPt() / 2;
    TextStyle firstStyle = frame.strong().withColour(Theme.NAVY);
    TextStyle secondStyle = frame.strong().withColour(Theme.asText(Theme.AMBER));
    double middle = baseline - Scene.centring(firstStyle);
    String first = scene.fit().oneLine(input.first(), firstStyle, half - em * 2);
    scene.add(Marker.CIRCLE.at(em * 0.5, middle, em * 0.42, Theme.NAVY, false));
    scene.text(em * 1.2, baseline, first, firstStyle, Anchor.START);
    double x = em * 1.2 + scene.fit().width(first, firstStyle) + em * 1.5;
    scene.add(Marker.DIAMOND.at(x, middle, em * 0.42, Theme.asText(Theme.AMBER), true));
    String second = scene.fit().oneLine(input.second(), secondStyle, frame.widthPt() - x - em * 0.8);
    scene.text(x + em * 0.8, baseline, second, secondStyle, Anchor.START);
    return baseline + em * 0.7;
  }

  private static Scale valueScale(Input input, double left, double right) {
    double low = input.low();
    double high = input.high();
    for (Row row : input.rows()) {
      low = Math.min(low, Math.min(row.first(), row.second()));
      high = Math.max(high, Math.max(row.first(), row.second()));
    }
    return new Scale(low, high > low ? high : low + 1, left, right);
  }

  private static DataTable table(Input input) {
    List<List<String>> rows = new ArrayList<>();
    for (Row row : input.rows()) {
      rows.add(List.of(
          row.name(), input.format().format(row.first()), input.format().format(row.second()), row.note()));
    }
    return new DataTable(List.of(input.words().series(), input.first(), input.second(), ""), rows);
  }
}
