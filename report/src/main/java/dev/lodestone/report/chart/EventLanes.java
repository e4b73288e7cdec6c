package dev.lodestone.report.chart;

import dev.lodestone.report.chart.LineChart.Event;
import dev.lodestone.report.chart.Mark.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names dated events above a plot. Each has a thin line down through the plot and a flag in a lane; no flag covers
 * another or another's line. Where flags would need too many lanes, events get numbers and the names stand below.
 */
final class EventLanes {

  private static final int MAX_LANES = 4;
  private static final int MAX_LINES = 2;

  private record Flag(double lineX, List<String> lines, double x, Anchor anchor, int lane) {}

  private final List<Flag> flags;
  private final List<String> keys;
  private final int lanes;
  private final double laneHeight;
  private final TextStyle style;
  private final double em;

  private EventLanes(List<Flag> flags, List<String> keys, double laneHeight, TextStyle style, double em) {
    this.flags = flags;
    this.keys = keys;
    this.lanes = flags.stream().mapToInt(f -> f.lane() + 1).max().orElse(0);
    this.laneHeight = laneHeight;
    this.style = style;
    this.em = em;
  }

  static EventLanes lay(List<Event> events, Scale xScale, Frame frame, TextFit fit) {
    List<Event> byTime = events.stream().sorted((a, b) -> Double.compare(a.x(), b.x())).toList();
    TextStyle style = frame.small().withColour(Theme.INK);
    if (!frame.narrow()) {
      Optional<EventLanes> named = named(byTime, xScale, frame, fit, style);
      if (named.isPresent()) {
        return named.get();
      }
    }
    return numbered(byTime, xScale, frame, fit, style);
  }

  private static Optional<EventLanes> named(
      List<Event> events, Scale xScale, Frame frame, TextFit fit, TextStyle style) {
    double em = frame.baseSizePt();
    double maxWidth = em * 14;
    List<List<String>> texts = new ArrayList<>();
    for (Event event : events) {
      List<String> lines = fit.lines(event.date() + " " + event.label(), style, maxWidth, MAX_LINES + 1);
      if (lines.size() > MAX_LINES) {
        return Optional.empty();
      }
      texts.add(lines);
    }
    List<Flag> flags = new ArrayList<>();
    // From the right: a flag flies to the right of its line, over the lower flags of later events.
    for (int i = events.size() - 1; i >= 0; i--) {
      double lineX = xScale.at(events.get(i).x());
      Optional<Flag> flag = freeFlag(lineX, texts.get(i), flags, frame, fit, style);
      if (flag.isEmpty()) {
        return Optional.empty();
      }
      flags.addFirst(flag.get());
    }
    int lines = texts.stream().mapToInt(List::size).max().orElse(0);
    return Optional.of(
        new EventLanes(flags, List.of(), lines * Scene.lead(style) + em * 0.35, style, em));
  }

  private static Optional<Flag> freeFlag(
      double lineX, List<String> lines, List<Flag> placed, Frame frame, TextFit fit, TextStyle style) {
    double gap = frame.baseSizePt() * 0.3;
    double width = fit.widest(lines, style);
    for (int lane = 0; lane < MAX_LANES; lane++) {
      for (Anchor anchor : new Anchor[] {Anchor.START, Anchor.END}) {
        Flag flag = new Flag(lineX, lines, anchor == Anchor.START ? lineX + gap : lineX - gap, anchor, lane);
        double from = flag.x() - anchor.shareBefore() * width;
        boolean inside = from >= 0 && from + width <= frame.widthPt();
        if (inside && placed.stream().noneMatch(other -> clash(flag, other, fit, style, gap))) {
          return Optional.of(flag);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean clash(Flag a, Flag b, TextFit fit, TextStyle style, double gap) {
    double aFrom = a.x() - a.anchor().shareBefore() * fit.widest(a.lines(), style) - gap;
    double aTo = aFrom + fit.widest(a.lines(), style) + 2 * gap;
    double bFrom = b.x() - b.anchor().shareBefore() * fit.widest(b.lines(), style) - gap;
    double bTo = bFrom + fit.widest(b.lines(), style) + 2 * gap;
    boolean sameLane = a.lane() == b.lane() && aFrom < bTo && bFrom < aTo;
    // A line runs from its own lane down, so it crosses the flags of the same and of lower lanes.
    boolean aLineCrossesB = a.lane() >= b.lane() && a.lineX() > bFrom && a.lineX() < bTo && a.lineX() != b.lineX();
    boolean bLineCrossesA = b.lane() >= a.lane() && b.lineX() > aFrom && b.lineX() < aTo && a.lineX() != b.lineX();
    return sameLane || aLineCrossesB || bLineCrossesA;
  }

  private static EventLanes numbered(
      List<Event> events, Scale xScale, Frame frame, TextFit fit, TextStyle style) {
    double em = frame.baseSizePt();
    TextStyle bold = TextStyle.semibold(style.sizePt(), Theme.INK);
    double extent = fit.width("00", bold) + em * 0.4;
    List<Shelf.Wish> wishes = new ArrayList<>();
    events.forEach(e -> wishes.add(new Shelf.Wish(xScale.at(e.x()), extent, 0)));
    List<Flag> flags = new ArrayList<>();
    for (Shelf.Place place : Shelf.place(wishes, 0, frame.widthPt())) {
      double lineX = xScale.at(events.get(place.index()).x());
      flags.add(new Flag(lineX, List.of(Integer.toString(place.index() + 1)), place.centre(), Anchor.MIDDLE, 0));
    }
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      keys.add((i + 1) + "  " + events.get(i).date() + ": " + events.get(i).label());
    }
    return new EventLanes(flags, keys, Scene.lead(bold) + em * 0.2, bold, em);
  }

  double height() {
    return lanes * laneHeight;
  }

  /** What the numbers mean; empty where events are named in place. */
  List<String> keys() {
    return keys;
  }

  List<Double> lineXs() {
    return flags.stream().map(Flag::lineX).toList();
  }

  void draw(Scene scene, double top, double plotBottom) {
    Stroke stroke = Stroke.of(Theme.MUTED, em * 0.07);
    double under = top + height();
    for (Flag flag : flags) {
      double flagTop = top + (lanes - 1 - flag.lane()) * laneHeight;
      boolean numbered = flag.anchor() == Anchor.MIDDLE;
      double lineTop = numbered ? under : flagTop + em * 0.1;
      scene.line(flag.lineX(), lineTop + (numbered ? em * 0.25 : 0), flag.lineX(), plotBottom, stroke);
      if (numbered) {
        scene.line(flag.x(), under - em * 0.1, flag.lineX(), under + em * 0.25, stroke);
      }
      scene.paragraph(flag.x(), flagTop + style.sizePt() * 0.95, flag.lines(), style, flag.anchor());
    }
  }
}
