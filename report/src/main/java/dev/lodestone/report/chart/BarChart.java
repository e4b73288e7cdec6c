package dev.lodestone.report.chart;

import dev.lodestone.report.chart.Mark.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Amounts side by side: one horizontal bar a supplier, with its name and its figure, in the order given. */
public final class BarChart {

  private static final int MAX_NAME_LINES = 2;

  private BarChart() {}

  /**
   * What to draw.
   *
   * @param title the chart's subject, for listeners
   * @param alt its message in a sentence
   * @param unit what the bars measure, with unit and period; drawn on top
   * @param rows the bars, from the top; at least one
   * @param full the value that fills the width, such as 1 for shares; 0 lets the longest bar fill it
   * @param earlierLabel what the ticks of earlier figures are, such as "tick: 2023"; empty if there are none
   * @param whiskerLabel what the whiskers are; empty if there are none
   * @param words headers of the data table
   * @param neighbours bars of charts in the same frame that stand beside this one: all are drawn to one scale, or the
   *     shorter of two bars could be the larger figure
   */
  public record Input(
      String title,
      String alt,
      String unit,
      List<Row> rows,
      double full,
      String earlierLabel,
      String whiskerLabel,
      Words words,
      List<Row> neighbours) {
    public Input {
      Objects.requireNonNull(words, "words");
      rows = List.copyOf(rows);
      neighbours = List.copyOf(neighbours);
      if (rows.isEmpty()) {
        throw new IllegalArgumentException("a bar chart without a row: \"" + title + "\"");
      }
      if (unit.isBlank()) {
        throw new IllegalArgumentException("a bar chart without a unit: \"" + title + "\"");
      }
      Check.notNegative("full width", full);
    }

    /** A chart that stands alone. */
    public Input(
        String title,
        String alt,
        String unit,
        List<Row> rows,
        double full,
        String earlierLabel,
        String whiskerLabel,
        Words words) {
      this(title, alt, unit, rows, full, earlierLabel, whiskerLabel, words, List.of());
    }

    /** Bars alone. */
    public static Input of(String title, String alt, String unit, List<Row> rows) {
      return new Input(title, alt, unit, rows, 0, "", "", Words.english());
    }

    public Input beside(List<Row> others) {
      return new Input(title, alt, unit, rows, full, earlierLabel, whiskerLabel, words, others);
    }

    /** All bars that share the scale. */
    private List<Row> scaled() {
      return Stream.concat(rows.stream(), neighbours.stream()).toList();
    }
  }

  /** The figure of an earlier period, if there is one. */
  public sealed interface Earlier {

    /** None is known. */
    record Unknown() implements Earlier {}

    /**
     * A figure in the unit of the bars.
     *
     * @param value not negative
     * @param change how the new figure differs, in words, such as "+3.1 points"; may be empty
     */
    record Known(double value, String change) implements Earlier {
      public Known {
        Check.notNegative("earlier value", value);
        Objects.requireNonNull(change, "change");
      }
    }
  }

  /**
   * One bar.
   *
   * @param name of the supplier
   * @param role watched suppliers stand out
   * @param value its length, not negative
   * @param text the figure as written beside it, with its unit
   * @param low lower end of the whisker, equal to the value if there is none
   * @param high upper end of the whisker
   * @param earlier figure to compare with
   */
  public record Row(
      String name, Role role, double value, String text, double low, double high, Earlier earlier) {
    public Row {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(role, "role");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(earlier, "earlier");
      Check.notNegative("value of " + name, value);
      Check.notNegative("low of " + name, low);
      Check.finite("high of " + name, high);
      if (low > value || high < value) {
        throw new IllegalArgumentException(
            "the value " + value + " of " + name + " lies outside its bounds " + low + " to " + high);
      }
    }

    public static Row of(String name, Role role, double value, String text) {
      return new Row(name, role, value, text, value, value, new Earlier.Unknown());
    }

    public Row withEarlier(double earlierValue, String change) {
      return new Row(name, role, value, text, low, high, new Earlier.Known(earlierValue, change));
    }

    public Row between(double otherLow, double otherHigh) {
      return new Row(name, role, value, text, otherLow, otherHigh, earlier);
    }

    double reach() {
      return Math.max(high, earlier instanceof Earlier.Known known ? known.value() : 0);
    }

    String change() {
      return earlier instanceof Earlier.Known known ? known.change() : "";
    }

    boolean hasWhisker() {
      return high > low;
    }
  }

  /** Lays the chart out; its height follows from the number of rows. */
  public static Drawing draw(Input input, Frame frame, TextMeasure measure) {
    Scene scene = new Scene(frame, measure);
    TextFit fit = scene.fit();
    double em = frame.baseSizePt();
    double width = frame.widthPt();
    boolean above = frame.narrow();

    double nameRoom = above ? width : width * 0.27;
    List<List<String>> names =
        input.rows().stream()
            .map(row -> fit.lines(row.name(), nameStyle(row, frame), nameRoom, MAX_NAME_LINES))
            .toList();
    double nameColumn = above ? 0 : input.scaled().stream()
        .mapToDouble(row -> fit.widest(fit.lines(row.name(), nameStyle(row, frame), nameRoom, MAX_NAME_LINES), nameStyle(row, frame)))
        .max()
        .orElse(0);
    double left = above ? 0 : nameColumn + em * 0.8;
    double valueRoom = width * 0.33;
    double valueColumn =
        input.scaled().stream().mapToDouble(row -> valueWidth(row, frame, fit)).max().orElse(0);
    double barWidth = width - left - Math.min(valueRoom, valueColumn) - em * 0.6;
    double longest = Math.max(input.full(), input.scaled().stream().mapToDouble(Row::reach).max().orElse(0));
    Scale scale = new Scale(0, longest > 0 ? longest : 1, left, left + barWidth);

    double y = scene.paragraph(0, em * 0.95, fit.lines(input.unit(), frame.muted(), width, 3), frame.muted(), Anchor.START);
    y -= em * 0.35;
    double barHeight = em * 1.15;
    double start = y;
    for (int i = 0; i < input.rows().size(); i++) {
      Row row = input.rows().get(i);
      List<String> name = names.get(i);
      double nameHeight = name.size() * Scene.lead(frame.label());
      double middle;
      if (above) {
        scene.paragraph(0, y + em * 0.95, name, nameStyle(row, frame), Anchor.START);
        middle = y + nameHeight + barHeight / 2 + em * 0.02;
        y = middle + barHeight / 2 + em * 0.7;
      } else {
        double height = Math.max(barHeight, nameHeight) + em * 0.55;
        middle = y + height / 2;
        double first = middle - nameHeight / 2 + Scene.lead(frame.label()) / 2 + Scene.centring(frame.label());
        scene.paragraph(nameColumn, first, name, nameStyle(row, frame), Anchor.END);
        y += height;
      }
      drawBar(scene, row, scale, middle, barHeight, width, above);
    }
    if (!above) {
      scene.line(left, start, left, y, Stroke.of(Theme.MUTED, em * 0.08));
    }
    y = drawKeys(scene, input, y + em * 0.4);
    return scene.finish(y + em * 0.2, input.title(), input.alt(), table(input));
  }

  private static void drawBar(
      Scene scene, Row row, Scale scale, double middle, double height, double width, boolean below) {
    Frame frame = scene.frame();
    double em = frame.baseSizePt();
    Colour colour = colour(row.role());
    double zero = scale.at(0);
    double length = scale.at(row.value()) - zero;
    if (length > 0) {
      scene.rect(zero, middle - height / 2, Math.max(length, em * 0.08), height, 0, Fill.of(colour), Stroke.NONE);
    }
    if (row.hasWhisker()) {
      drawWhisker(scene, row, scale, middle, em);
    }
    if (row.earlier() instanceof Earlier.Known known) {
      double at = scale.at(known.value());
      // a name above the bar must not be struck through
      double top = middle - height * (below ? 0.5 : 0.72);
      scene.line(at, top, at, middle + height * 0.72, Stroke.of(Colour.WHITE, em * 0.4));
      scene.line(at, top, at, middle + height * 0.72, Stroke.of(Theme.INK, em * 0.17));
    }
    double textX = scale.at(row.reach()) + em * 0.5;
    TextFit fit = scene.fit();
    TextStyle strong = frame.strong().withColour(row.role() == Role.WATCHED ? Theme.RED : Theme.INK);
    double baseline = middle + Scene.centring(strong);
    String value = fit.oneLine(row.text(), strong, width - textX);
    scene.text(textX, baseline, value, strong, Anchor.START);
    double changeX = textX + fit.width(value, strong) + em * 0.5;
    if (!row.change().isBlank() && changeX + fit.width("\u2026", frame.small()) < width) {
      scene.text(
          changeX, baseline, fit.oneLine(row.change(), frame.small(), width - changeX), frame.small(), Anchor.START);
    }
  }

  private static void drawWhisker(Scene scene, Row row, Scale scale, double middle, double em) {
    double from = scale.at(row.low());
    double to = scale.at(row.high());
    for (Stroke stroke : List.of(Stroke.of(Colour.WHITE, em * 0.32), Stroke.of(Theme.INK, em * 0.12))) {
      scene.line(from, middle, to, middle, stroke);
      scene.line(from, middle - em * 0.25, from, middle + em * 0.25, stroke);
      scene.line(to, middle - em * 0.25, to, middle + em * 0.25, stroke);
    }
  }

  private static double drawKeys(Scene scene, Input input, double top) {
    Frame frame = scene.frame();
    double em = frame.baseSizePt();
    double y = top;
    boolean earlier = input.rows().stream().anyMatch(r -> r.earlier() instanceof Earlier.Known);
    if (earlier && !input.earlierLabel().isBlank()) {
      scene.line(em * 0.5, y + em * 0.15, em * 0.5, y + em * 1.05, Stroke.of(Theme.INK, em * 0.17));
      y = keyText(scene, input.earlierLabel(), y);
    }
    if (input.rows().stream().anyMatch(Row::hasWhisker) && !input.whiskerLabel().isBlank()) {
      Stroke stroke = Stroke.of(Theme.INK, em * 0.12);
      scene.line(0, y + em * 0.6, em, y + em * 0.6, stroke);
      scene.line(em * 0.06, y + em * 0.35, em * 0.06, y + em * 0.85, stroke);
      scene.line(em * 0.94, y + em * 0.35, em * 0.94, y + em * 0.85, stroke);
      y = keyText(scene, input.whiskerLabel(), y);
    }
    return y;
  }

  private static double keyText(Scene scene, String text, double top) {
    TextStyle style = scene.frame().small();
    double em = scene.frame().baseSizePt();
    List<String> lines = scene.fit().lines(text, style, scene.frame().widthPt() - em * 1.5, 3);
    scene.paragraph(em * 1.4, top + em * 0.9, lines, style, Anchor.START);
    return top + lines.size() * Scene.lead(style) + em * 0.15;
  }

  private static double valueWidth(Row row, Frame frame, TextFit fit) {
    double change = row.change().isBlank() ? 0 : fit.width(row.change(), frame.small()) + frame.baseSizePt() * 0.5;
    return fit.width(row.text(), frame.strong()) + change;
  }

  private static TextStyle nameStyle(Row row, Frame frame) {
    return switch (row.role()) {
      case WATCHED -> frame.strong().withColour(Theme.RED);
      case FOCUS -> frame.strong();
      case NORMAL -> frame.label();
      case CONTEXT -> frame.muted();
    };
  }

  private static Colour colour(Role role) {
    return switch (role) {
      case WATCHED -> Theme.RED;
      case FOCUS -> Theme.NAVY;
      case NORMAL -> Theme.SKY.mixedWith(Theme.NAVY, 0.25);
      case CONTEXT -> Theme.CONTEXT;
    };
  }

  private static DataTable table(Input input) {
    boolean earlier = input.rows().stream().anyMatch(r -> !r.change().isBlank());
    List<String> headers = new ArrayList<>(List.of(input.words().series(), input.unit()));
    if (earlier) {
      headers.add(input.earlierLabel());
    }
    List<List<String>> rows = new ArrayList<>();
    for (Row row : input.rows()) {
      List<String> cells = new ArrayList<>(List.of(row.name(), row.text()));
      if (earlier) {
        cells.add(row.change());
      }
      rows.add(cells);
    }
    return new DataTable(headers, rows);
  }
}
