package dev.lodestone.report.chart;

import dev.lodestone.report.chart.Mark.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Two periods side by side, one line an economy, named and numbered at both ends. */
public final class SlopeChart {

  private SlopeChart() {}

  /**
   * What to draw.
   *
   * @param title the chart's subject, for listeners
   * @param alt its message in a sentence
   * @param axis of values; not drawn but its unit
   * @param from heading of the left end, a period
   * @param to heading of the right end
   * @param lines at least one
   * @param words the builder's own words
   */
  public record Input(
      String title, String alt, YAxis axis, String from, String to, List<Line> lines, Words words) {
    public Input {
      Objects.requireNonNull(axis, "axis");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(words, "words");
      lines = List.copyOf(lines);
      if (lines.isEmpty()) {
        throw new IllegalArgumentException("a slope chart without a line: \"" + title + "\"");
      }
    }

    public static Input of(String title, String alt, YAxis axis, String from, String to, List<Line> lines) {
      return new Input(title, alt, axis, from, to, lines, Words.english());
    }

    /** In another language: the builder's own words. */
    public Input withWords(Words other) {
      return new Input(title, alt, axis, from, to, lines, other);
    }
  }

  /** A name with its two values in the axis's unit. */
  public record Line(String name, Role role, double from, Certainty fromCertainty, double to, Certainty toCertainty) {
    public Line {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(role, "role");
      Objects.requireNonNull(fromCertainty, "certainty of the first value");
      Objects.requireNonNull(toCertainty, "certainty of the second value");
      Check.finite("first value of " + name, from);
      Check.finite("second value of " + name, to);
    }

    /** Both figures complete. */
    public static Line of(String name, Role role, double from, double to) {
      return new Line(name, role, from, Certainty.MEASURED, to, Certainty.MEASURED);
    }
  }

  /** Lays the chart out in a height that is kept unless it leaves no room at all. */
  public static Drawing draw(Input input, Frame frame, double heightPt, TextMeasure measure) {
    Check.positive("chart height", heightPt);
    Scene scene = new Scene(frame, measure);
    TextFit fit = scene.fit();
    double em = frame.baseSizePt();
    double width = frame.widthPt();
    TextStyle strong = frame.strong();
    // Two columns of names leave the slopes a quarter of the width: names are what a reader looks for.
    double column = width * 0.365;
    double side = 0;
    for (Line line : input.lines()) {
      side = Math.max(side, labelWidth(line, label(line, true, input), frame, fit));
      side = Math.max(side, labelWidth(line, label(line, false, input), frame, fit));
    }
    side = Math.min(side, column);
    double left = side + em;
    double right = width - side - em;

    double y = scene.paragraph(
        0, em * 0.95, fit.lines(input.axis().unit(), frame.muted(), width, 3), frame.muted(), Anchor.START);
    double heads = y + em * 0.1;
    double half = width / 2 - em;
    scene.text(left, heads, fit.oneLine(heading(input, true), strong, Math.min(left, half)), strong, Anchor.END);
    scene.text(right, heads, fit.oneLine(heading(input, false), strong, Math.min(width - right, half)), strong, Anchor.START);
    double top = heads + em * 1.1;
    double bottom = Math.max(top + em * 8, heightPt - em * 1.6);
    scene.line(left, top - em * 0.4, left, bottom + em * 0.4, Stroke.of(Theme.RULE, em * 0.09));
    scene.line(right, top - em * 0.4, right, bottom + em * 0.4, Stroke.of(Theme.RULE, em * 0.09));

    Scale scale = valueScale(input, top, bottom);
    List<Look> looks = Look.ofAll(input.lines().stream().map(Line::role).toList(), em);
    for (int i = 0; i < input.lines().size(); i++) {
      Line line = input.lines().get(i);
      Look look = looks.get(i);
      boolean bound = line.fromCertainty() == Certainty.UPPER_BOUND || line.toCertainty() == Certainty.UPPER_BOUND;
      scene.line(
          left, scale.at(line.from()), right, scale.at(line.to()),
          Stroke.of(look.colour(), look.widthPt(), bound ? Dash.SHORT : Dash.SOLID));
      double radius = em * 0.3;
      scene.add(look.marker().at(left, scale.at(line.from()), radius, look.colour(), line.fromCertainty() == Certainty.UPPER_BOUND));
      scene.add(look.marker().at(right, scale.at(line.to()), radius, look.colour(), line.toCertainty() == Certainty.UPPER_BOUND));
    }
    Side leftSide = new Side(scene, input, looks, scale, top, bottom, side);
    leftSide.draw(left, Anchor.END);
    leftSide.draw(right, Anchor.START);
    return scene.finish(Math.max(heightPt, bottom + em * 1.6), input.title(), input.alt(), table(input));
  }

  private record Side(
      Scene scene, Input input, List<Look> looks, Scale scale, double top, double bottom, double room) {

    void draw(double axisX, Anchor anchor) {
      double em = scene.frame().baseSizePt();
      double lead = Scene.lead(scene.frame().strong());
      boolean from = anchor == Anchor.END;
      double out = from ? -1 : 1;
      List<Shelf.Wish> wishes = new ArrayList<>();
      for (int i = 0; i < input.lines().size(); i++) {
        Line line = input.lines().get(i);
        wishes.add(new Shelf.Wish(scale.at(from ? line.from() : line.to()), lead, looks.get(i).priority()));
      }
      double high = bottom + em * 0.6;
      List<Shelf.Place> places = Shelf.place(wishes, top - em * 0.6, high);
      if (places.size() < wishes.size()) {
        places = Shelf.place(wishes, top - em * 0.6, high - lead);
        String rest = input.words().others(wishes.size() - places.size());
        scene.text(
            axisX + out * em, high, scene.fit().oneLine(rest, scene.frame().small(), room), scene.frame().small(), anchor);
      }
      for (Shelf.Place place : places) {
        drawLabel(place, axisX, out, anchor);
      }
    }

    private void drawLabel(Shelf.Place place, double axisX, double out, Anchor anchor) {
      double em = scene.frame().baseSizePt();
      Line line = input.lines().get(place.index());
      boolean from = anchor == Anchor.END;
      double value = from ? line.from() : line.to();
      TextStyle strong = scene.frame().strong().withColour(looks.get(place.index()).textColour());
      TextStyle plain = scene.frame().label().withColour(looks.get(place.index()).textColour());
      String number = scene.fit().oneLine(label(line, from, input), strong, room);
      double numberWidth = scene.fit().width(number, strong);
      double baseline = place.centre() + Scene.centring(strong);
      if (Math.abs(place.centre() - scale.at(value)) > em * 0.45) {
        scene.line(
            axisX + out * em * 0.35, scale.at(value), axisX + out * em * 0.85, place.centre(),
            Stroke.of(looks.get(place.index()).colour(), em * 0.07));
      }
      scene.text(axisX + out * em, baseline, number, strong, anchor);
      double nameRoom = room - numberWidth - em * 0.4;
      TextStyle fitting = scene.fit().smaller(line.name(), plain, nameRoom);
      String name = scene.fit().oneLine(line.name(), fitting, nameRoom);
      if (nameRoom > em && scene.fit().width(name, fitting) <= nameRoom) {
        scene.text(axisX + out * (em * 1.4 + numberWidth), baseline, name, fitting, anchor);
      }
    }
  }

  private static double labelWidth(Line line, String value, Frame frame, TextFit fit) {
    return fit.width(line.name().strip(), frame.label()) + frame.baseSizePt() * 0.5 + fit.width(value, frame.strong());
  }

  /** Where every figure of a side is an upper bound, the heading says so once for all. */
  private static boolean allBounds(Input input, boolean from) {
    return input.lines().stream()
        .allMatch(l -> (from ? l.fromCertainty() : l.toCertainty()) == Certainty.UPPER_BOUND);
  }

  private static String heading(Input input, boolean from) {
    String period = from ? input.from() : input.to();
    return allBounds(input, from) ? period + ", " + input.words().atMost() : period;
  }

  private static String label(Line line, boolean from, Input input) {
    double value = from ? line.from() : line.to();
    Certainty certainty = from ? line.fromCertainty() : line.toCertainty();
    return allBounds(input, from) ? input.axis().format().format(value) : written(value, certainty, input);
  }

  private static String written(double value, Certainty certainty, Input input) {
    String text = input.axis().format().format(value);
    return certainty == Certainty.UPPER_BOUND ? input.words().atMost() + " " + text : text;
  }

  /** Only the values count here, not the axis's wish to show zero: slopes are compared, not lengths. */
  private static Scale valueScale(Input input, double top, double bottom) {
    double low = input.lines().stream().mapToDouble(l -> Math.min(l.from(), l.to())).min().orElse(0);
    double high = input.lines().stream().mapToDouble(l -> Math.max(l.from(), l.to())).max().orElse(1);
    if (high - low < 1e-12 * Math.max(1, Math.abs(high))) {
      double pad = Math.max(1, Math.abs(high));
      return new Scale(low - pad, high + pad, bottom, top);
    }
    return new Scale(low, high, bottom, top);
  }

  private static DataTable table(Input input) {
    List<List<String>> rows = new ArrayList<>();
    for (Line line : input.lines()) {
      rows.add(List.of(
          line.name(),
          written(line.from(), line.fromCertainty(), input),
          written(line.to(), line.toCertainty(), input)));
    }
    return new DataTable(List.of(input.words().series(), input.from(), input.to()), rows);
  }
}
