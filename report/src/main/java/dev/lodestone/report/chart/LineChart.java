package dev.lodestone.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A share or an amount through time, with every line named where it ends.
 *
 * <p>Missing periods are gaps, never bridged. A line is not joined across a break. Figures that are upper bounds have
 * hollow markers with a tick pointing down, and the line that leads to them is dashed.
 */
public final class LineChart {

  private LineChart() {}

  /**
   * What to draw.
   *
   * @param title the chart's subject, for listeners
   * @param alt its message in a sentence
   * @param axis of values
   * @param series the lines; where there is not room to name all, the earlier and the more important are named
   * @param stepYears distance of two neighbouring periods in years (1 for years, 1/12 for months); wider is a gap
   * @param thresholds horizontal lines
   * @param paths target paths
   * @param fans projections
   * @param breaks where figures before and after cannot be compared
   * @param events dated happenings
   * @param boundNote explains the hollow markers; drawn under the chart if there are any
   * @param words the builder's own words
   */
  public record Input(
      String title,
      String alt,
      YAxis axis,
      List<Series> series,
      double stepYears,
      List<Threshold> thresholds,
      List<TargetPath> paths,
      List<Fan> fans,
      List<Break> breaks,
      List<Event> events,
      String boundNote,
      Words words) {

    public Input {
      Objects.requireNonNull(axis, "axis");
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(boundNote, "bound note");
      Check.positive("step of periods", stepYears);
      series = List.copyOf(series);
      thresholds = List.copyOf(thresholds);
      paths = List.copyOf(paths);
      fans = List.copyOf(fans);
      breaks = List.copyOf(breaks);
      events = List.copyOf(events);
      if (series.isEmpty()) {
        throw new IllegalArgumentException("a line chart without a series: \"" + title + "\"");
      }
    }

    /** Yearly series with nothing else. */
    public static Input of(String title, String alt, YAxis axis, List<Series> series) {
      return new Input(
          title, alt, axis, series, 1, List.of(), List.of(), List.of(), List.of(), List.of(),
          "at most: not all partners are in the statistics", Words.english());
    }

    /** In another language: the builder's own words, and what explains the hollow markers. */
    public Input withWords(Words other, String otherBoundNote) {
      return new Input(title, alt, axis, series, stepYears, thresholds, paths, fans, breaks, events, otherBoundNote, other);
    }

    public Input withStepYears(double other) {
      return new Input(
          title, alt, axis, series, other, thresholds, paths, fans, breaks, events, boundNote, words);
    }

    public Input withThresholds(List<Threshold> other) {
      return new Input(
          title, alt, axis, series, stepYears, other, paths, fans, breaks, events, boundNote, words);
    }

    public Input withPaths(List<TargetPath> other) {
      return new Input(
          title, alt, axis, series, stepYears, thresholds, other, fans, breaks, events, boundNote, words);
    }

    public Input withFans(List<Fan> other) {
      return new Input(
          title, alt, axis, series, stepYears, thresholds, paths, other, breaks, events, boundNote, words);
    }

    public Input withBreaks(List<Break> other) {
      return new Input(
          title, alt, axis, series, stepYears, thresholds, paths, fans, other, events, boundNote, words);
    }

    public Input withEvents(List<Event> other) {
      return new Input(
          title, alt, axis, series, stepYears, thresholds, paths, fans, breaks, other, boundNote, words);
    }

    public Input withWords(String otherBoundNote, Words other) {
      return new Input(
          title, alt, axis, series, stepYears, thresholds, paths, fans, breaks, events, otherBoundNote, other);
    }
  }

  /**
   * One line.
   *
   * @param name as written at its end
   * @param role decides colour and weight
   * @param points in order of time, at least one
   * @param place of its colour and marker among the house's, so that the same thing looks the same on every page; {@link #IN_TURN} for the next
   */
  public record Series(String name, Role role, List<DataPoint> points, int place) {

    /** The next colour that is free. */
    public static final int IN_TURN = -1;

    /** A series that takes the next colour. */
    public Series(String name, Role role, List<DataPoint> points) {
      this(name, role, points, IN_TURN);
    }

    public Series {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(role, "role");
      points = List.copyOf(points);
      if (points.isEmpty()) {
        throw new IllegalArgumentException("a series without points: \"" + name + "\"");
      }
      for (int i = 1; i < points.size(); i++) {
        if (points.get(i).x() <= points.get(i - 1).x()) {
          throw new IllegalArgumentException(
              "points of \"" + name + "\" are not in order of time: " + points.get(i - 1).period() + ", "
                  + points.get(i).period());
        }
      }
    }

    DataPoint last() {
      return points.getLast();
    }
  }

  /**
   * A figure.
   *
   * @param x its place in decimal years, see {@link TimeAxis}
   * @param period as written in the data table, such as 2024 or 2024-03
   * @param value in the axis's unit
   * @param certainty measured, or an upper bound
   * @param low lower end of its uncertainty, equal to the value if there is none
   * @param high upper end
   */
  public record DataPoint(double x, String period, double value, Certainty certainty, double low, double high) {
    public DataPoint {
      Check.finite("x", x);
      Objects.requireNonNull(period, "period");
      Objects.requireNonNull(certainty, "certainty");
      Check.finite("value of " + period, value);
      Check.finite("low of " + period, low);
      Check.finite("high of " + period, high);
      if (low > value || high < value) {
        throw new IllegalArgumentException(
            "the value " + value + " of " + period + " lies outside its bounds " + low + " to " + high);
      }
    }

    /** A complete yearly figure. */
    public static DataPoint measured(int year, double value) {
      return new DataPoint(TimeAxis.ofYear(year), Integer.toString(year), value, Certainty.MEASURED, value, value);
    }

    /** A yearly figure that can only be too high. */
    public static DataPoint atMost(int year, double value) {
      return new DataPoint(TimeAxis.ofYear(year), Integer.toString(year), value, Certainty.UPPER_BOUND, value, value);
    }

    /** The same with an uncertainty. */
    public DataPoint between(double otherLow, double otherHigh) {
      return new DataPoint(x, period, value, certainty, otherLow, otherHigh);
    }

    boolean isBound() {
      return certainty == Certainty.UPPER_BOUND;
    }

    /**
     * What stands beside its line: the value, or the most that it can be. A value that is itself an end of what it can be estimates nothing:
     * there both ends stand.
     */
    String label(ValueFormat format, Words words) {
      if (isBound()) {
        return words.atMost() + " " + format.format(value);
      }
      String from = format.format(low);
      String to = format.format(high);
      boolean isEstimate = low < value && value < high;
      return isEstimate || from.equals(to) ? format.format(value) : from + "\u2013" + to;
    }
  }

  /** Whether a horizontal line binds or only helps to compare. */
  public enum ThresholdKind {
    TARGET,
    YARDSTICK
  }

  /** A horizontal line at a value, with its words, such as "EU: at most 65% by 2030". */
  public record Threshold(String label, double value, ThresholdKind kind) {
    public Threshold {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(kind, "kind");
      Check.finite("threshold", value);
    }
  }

  /** Where a value should be at a time. */
  public record Waypoint(double x, double value) {
    public Waypoint {
      Check.finite("x", x);
      Check.finite("value", value);
    }
  }

  /** The way from a baseline to a target, at least two points in order of time. */
  public record TargetPath(String label, List<Waypoint> points) {
    public TargetPath {
      Objects.requireNonNull(label, "label");
      points = List.copyOf(points);
      requireOrder("target path", points.stream().map(Waypoint::x).toList());
    }
  }

  /** A projected value with its interval. */
  public record FanPoint(double x, double low, double middle, double high) {
    public FanPoint {
      Check.finite("x", x);
      Check.finite("low", low);
      Check.finite("middle", middle);
      Check.finite("high", high);
      if (low > middle || middle > high) {
        throw new IllegalArgumentException("a projection of " + low + ", " + middle + ", " + high);
      }
    }
  }

  /** A projection, at least two points in order of time, the first being where it starts from. */
  public record Fan(String label, List<FanPoint> points) {
    public Fan {
      Objects.requireNonNull(label, "label");
      points = List.copyOf(points);
      requireOrder("projection", points.stream().map(FanPoint::x).toList());
    }
  }

  /** A time at which figures stop being comparable, such as a change of codes. */
  public record Break(double x, String label) {
    public Break {
      Check.finite("x", x);
      Objects.requireNonNull(label, "label");
    }
  }

  /** Something that happened on a day. */
  public record Event(double x, String date, String label) {
    public Event {
      Check.finite("x", x);
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(label, "label");
    }
  }

  /**
   * Lays the chart out.
   *
   * @param heightPt wished; the drawing is higher where its notes need more
   */
  public static Drawing draw(Input input, Frame frame, double heightPt, TextMeasure measure) {
    Check.positive("chart height", heightPt);
    return new LineChartLayout(input, frame, measure).draw(heightPt);
  }

  /** The figures, one row per period and one column per series. */
  static DataTable table(Input input) {
    Set<Double> places = new TreeSet<>();
    input.series().forEach(s -> s.points().forEach(p -> places.add(p.x())));
    List<String> headers = new ArrayList<>();
    headers.add(input.words().period());
    input.series().forEach(s -> headers.add(s.name()));
    List<List<String>> rows = new ArrayList<>();
    for (double x : places) {
      List<String> row = new ArrayList<>();
      row.add("");
      for (Series series : input.series()) {
        row.add("");
        for (DataPoint point : series.points()) {
          if (point.x() == x) {
            row.set(0, point.period());
            row.set(row.size() - 1, written(point, input));
          }
        }
      }
      rows.add(row);
    }
    return new DataTable(headers, rows);
  }

  static String written(DataPoint point, Input input) {
    ValueFormat format = input.axis().format();
    String value = format.format(point.value());
    if (point.isBound()) {
      return input.words().atMost() + " " + value;
    }
    return point.low() < point.value() || point.high() > point.value()
        ? value + " (" + format.format(point.low()) + "\u2013" + format.format(point.high()) + ")"
        : value;
  }

  private static void requireOrder(String what, List<Double> xs) {
    if (xs.size() < 2) {
      throw new IllegalArgumentException("a " + what + " needs two points, not " + xs.size());
    }
    double before = Double.NEGATIVE_INFINITY;
    for (double x : xs) {
      if (x <= before) {
        throw new IllegalArgumentException("the points of a " + what + " are not in order of time: " + xs);
      }
      before = x;
    }
  }
}
