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

  /** Room for names: in few lanes of two lines, or better in single lines. */
  private static final int MAX_LANES = 3;

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
      return named(byTime, xScale, frame, fit, style, 1)
          .or(() -> named(byTime, xScale, frame, fit, style, 2))
          .orElseGet(() -> numbered(byTime, xScale, frame, fit, style));
    }
    return numbered(byTime, xScale, frame, fit, style);
  }

  private static Optional<EventLanes> named(
      List<Event> events, Scale xScale, Frame frame, TextFit fit, TextStyle style, int maxLines) {
    double em = frame.baseSizePt();
    double maxWidth = em * (maxLines == 1 ? 24 : 15);
    List<List<String>> texts = new ArrayList<>();
    for (Event event : events) {
      List<String> lines = fit.lines(event.date() + " " + event.label(), style, maxWidth, maxLines + 1);
      if (lines.size() > maxLines) {
        return Optional.empty();
      }
      texts.add(lines);
    }
    for (int lanes = 1; lanes <= MAX_LANES; lanes++) {
      List<Flag> flags = new ArrayList<>();
      Search search = new Search(events, texts, xScale, frame, fit, style, lanes);
      if (search.place(0, flags)) {
        int lines = texts.stream().mapToInt(List::size).max().orElse(0);
        return Optional.of(
            new EventLanes(flags, List.of(), lines * Scene.lead(style) + em * 0.35, style, em));
      }
    }
    return Optional.empty();
  }

  /** Tries lanes and sides for each flag in turn and goes back where nothing is free, up to a number of tries. */
  private static final class Search {
    private static final int MAX_TRIES = 20_000;

    private final List<Event> events;
    private final List<List<String>> texts;
    private final Scale xScale;
    private final Frame frame;
    private final TextFit fit;
    private final TextStyle style;
    private final int lanes;
    private int tries;

    Search(
        List<Event> events,
        List<List<String>> texts,
        Scale xScale,
        Frame frame,
        TextFit fit,
        TextStyle style,
        int lanes) {
      this.events = events;
      this.texts = texts;
      this.xScale = xScale;
      this.frame = frame;
      this.fit = fit;
      this.style = style;
      this.lanes = lanes;
    }

    boolean place(int index, List<Flag> placed) {
      if (index == events.size()) {
        return true;
      }
      double gap = frame.baseSizePt() * 0.3;
      double lineX = xScale.at(events.get(index).x());
      double width = fit.widest(texts.get(index), style);
      for (Anchor anchor : new Anchor[] {Anchor.START, Anchor.END}) {
        double x = anchor == Anchor.START ? lineX + gap : lineX - gap;
        double from = x - anchor.shareBefore() * width;
        if (from < 0 || from + width > frame.widthPt()) {
          continue;
        }
        for (int lane = 0; lane < lanes && tries++ < MAX_TRIES; lane++) {
          Flag flag = new Flag(lineX, texts.get(index), x, anchor, lane);
          if (placed.stream().noneMatch(other -> clash(flag, other, fit, style, gap))) {
            placed.add(flag);
            if (place(index + 1, placed)) {
              return true;
            }
            placed.removeLast();
          }
        }
      }
      return false;
    }
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
      keys.add((i + 1) + " \u2013 " + events.get(i).date() + " \u00b7 " + events.get(i).label());
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
