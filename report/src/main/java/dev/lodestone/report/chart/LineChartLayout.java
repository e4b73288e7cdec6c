package dev.lodestone.report.chart;

import dev.lodestone.report.chart.LineChart.DataPoint;
import dev.lodestone.report.chart.LineChart.Event;
import dev.lodestone.report.chart.LineChart.Fan;
import dev.lodestone.report.chart.LineChart.FanPoint;
import dev.lodestone.report.chart.LineChart.Input;
import dev.lodestone.report.chart.LineChart.Series;
import dev.lodestone.report.chart.LineChart.TargetPath;
import dev.lodestone.report.chart.LineChart.Threshold;
import dev.lodestone.report.chart.LineChart.ThresholdKind;
import dev.lodestone.report.chart.LineChart.Waypoint;
import dev.lodestone.report.chart.Mark.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Decides every position of one line chart, from the outside in: margins, event lanes, axes, lines, labels. */
final class LineChartLayout {

  private static final double MIN_PLOT_HEIGHT_EM = 11.5;

  /** How much a label minds covering a line. */
  private static final int DATA = 3;

  private static final int GROUND = 1;

  /** Width of the keys before notes. */
  private static final double KEY_EM = 2.3;

  /** What could not be named in the plot, with the line it is drawn by. */
  private record Note(String text, Stroke stroke, boolean upright) {}

  private final Input input;
  private final Frame frame;
  private final Scene scene;
  private final TextFit fit;
  private final double em;
  private final List<Look> looks;

  private double left;
  private double right;
  private double top;
  private double bottom;
  private Scale xScale;
  private Scale yScale;
  private YAxis.Fitted yRange;
  private Crowd crowd;
  private final List<Note> notes = new ArrayList<>();

  LineChartLayout(Input input, Frame frame, TextMeasure measure) {
    this.input = input;
    this.frame = frame;
    this.scene = new Scene(frame, measure);
    this.fit = scene.fit();
    this.em = frame.baseSizePt();
    this.looks = Look.ofSeries(input.series(), em);
  }

  Drawing draw(double wishedHeight) {
    yRange = fitValues();
    List<Double> ticks = Ticks.multiples(yRange.low(), yRange.high(), yRange.step());
    List<String> tickTexts = ticks.stream().map(input.axis().format()::format).toList();
    TextStyle tickStyle = frame.muted();
    List<List<String>> endLabels = endLabels();
    double labelColumn =
        endLabels.stream().mapToDouble(lines -> fit.widest(lines, frame.strong())).max().orElse(0);

    left = Math.min(frame.widthPt() * 0.25, fit.widest(tickTexts, tickStyle) + em * 0.6);
    right = frame.widthPt() - labelColumn - em * 1.5;
    xScale = fitTime();

    List<String> unit = fit.lines(input.axis().unit(), frame.muted(), frame.widthPt(), 3);
    double under = scene.paragraph(0, em * 0.95, unit, frame.muted(), Anchor.START);
    EventLanes lanes = EventLanes.lay(input.events(), xScale, frame, fit);
    double lanesTop = under - em * 0.5;
    top = lanesTop + lanes.height() + em * (lanes.height() > 0 ? 0.3 : 0.6);

    double footer = footerHeight(lanes);
    bottom = Math.max(top + em * MIN_PLOT_HEIGHT_EM, wishedHeight - footer);
    yScale = new Scale(yRange.low(), yRange.high(), bottom, top);
    crowd = new Crowd(new Box(left, top - em * 0.3, right - left, bottom - top + em * 0.3));

    drawGrid(ticks, tickTexts, tickStyle);
    drawBreakLines();
    lanes.draw(scene, lanesTop, bottom);
    drawBands();
    drawFans();
    drawThresholdLines();
    drawPaths();
    drawSeries();
    rememberLines(lanes);
    placeEndLabels(endLabels);
    placeInnerLabels();
    double end = drawTimeLabels();
    end = drawFooter(end, lanes);
    return scene.finish(Math.max(wishedHeight, end), input.title(), input.alt(), LineChart.table(input));
  }

  // ---- scales

  private YAxis.Fitted fitValues() {
    DoubleStream values =
        DoubleStream.of(
                input.series().stream()
                    .flatMap(s -> s.points().stream())
                    .flatMapToDouble(p -> DoubleStream.of(p.low(), p.high()))
                    .toArray());
    DoubleStream others =
        DoubleStream.concat(
            input.thresholds().stream().mapToDouble(Threshold::value),
            DoubleStream.concat(
                input.paths().stream().flatMap(p -> p.points().stream()).mapToDouble(Waypoint::value),
                input.fans().stream()
                    .flatMap(f -> f.points().stream())
                    .flatMapToDouble(p -> DoubleStream.of(p.low(), p.high()))));
    var range = DoubleStream.concat(values, others).summaryStatistics();
    return input.axis().fit(range.getMin(), range.getMax(), 5);
  }

  private Scale fitTime() {
    var range =
        DoubleStream.concat(
                input.series().stream().flatMap(s -> s.points().stream()).mapToDouble(DataPoint::x),
                DoubleStream.concat(
                    DoubleStream.concat(
                        input.events().stream().mapToDouble(Event::x),
                        input.breaks().stream().mapToDouble(LineChart.Break::x)),
                    DoubleStream.concat(
                        input.paths().stream().flatMap(p -> p.points().stream()).mapToDouble(Waypoint::x),
                        input.fans().stream().flatMap(f -> f.points().stream()).mapToDouble(FanPoint::x))))
            .summaryStatistics();
    double pad = Math.max(input.stepYears() / 2, (range.getMax() - range.getMin()) * 0.01);
    return new Scale(range.getMin() - pad, range.getMax() + pad, left, right);
  }

  private double x(double time) {
    return xScale.at(time);
  }

  private double y(double value) {
    return yScale.at(value);
  }

  // ---- ground

  private void drawGrid(List<Double> ticks, List<String> texts, TextStyle style) {
    for (int i = 0; i < ticks.size(); i++) {
      double at = y(ticks.get(i));
      boolean zero = Math.abs(ticks.get(i)) < 1e-12;
      scene.line(left, at, right, at, Stroke.of(zero ? Theme.MUTED : Theme.RULE, zero ? em * 0.09 : em * 0.06));
      scene.text(
          left - em * 0.5,
          at + Scene.centring(style),
          fit.oneLine(texts.get(i), style, left - em * 0.5),
          style,
          Anchor.END);
    }
  }

  private double drawTimeLabels() {
    return input.stepYears() < 0.5 ? drawMonthLabels() : drawYearLabels();
  }

  /** Months by their own names, as far apart as there is room, January among them; the last one always. */
  private double drawMonthLabels() {
    TreeMap<Integer, DataPoint> months = new TreeMap<>();
    input.series().forEach(s -> s.points().forEach(p -> months.putIfAbsent(monthOf(p), p)));
    double baseline = bottom + em * 1.55;
    double widest = fit.widest(months.values().stream().map(DataPoint::period).toList(), frame.strong()) + em;
    double perMonth = (x(1) - x(0)) / 12;
    int step = IntStream.of(1, 3, 6, 12, 24, 60).filter(n -> n * perMonth >= widest).findFirst().orElse(120);
    for (int month = months.firstKey(); month <= months.lastKey(); month++) {
      DataPoint p = months.get(month);
      boolean last = month == months.lastKey();
      boolean labelled = p != null && (last || month % step == 0 && (months.lastKey() - month) * perMonth >= widest);
      double at = x((month + 0.5) / 12);
      if (labelled || perMonth >= em * 0.5) {
        scene.line(at, bottom, at, bottom + em * (labelled ? 0.35 : 0.18), Stroke.of(Theme.MUTED, em * 0.07));
      }
      if (labelled) {
        double half = fit.width(p.period(), frame.strong()) / 2;
        double middle = Math.max(half, Math.min(at, frame.widthPt() - half));
        scene.text(middle, baseline, p.period(), last ? frame.strong() : frame.muted(), Anchor.MIDDLE);
      }
    }
    return baseline + em * 0.4;
  }

  /** Months since the year 0. */
  private static int monthOf(DataPoint point) {
    return (int) Math.round(point.x() * 12 - 0.5);
  }

  private double drawYearLabels() {
    TextStyle style = frame.muted();
    int first = (int) Math.floor(xScale.fromLow() + 0.499);
    int last = (int) Math.ceil(xScale.fromHigh() - 1.499);
    last = Math.max(first, last);
    double yearWidth = fit.width("0000", style) + em * 0.8;
    double pointsPerYear = (right - left) / (xScale.fromHigh() - xScale.fromLow());
    int lastWithData =
        (int) Math.floor(input.series().stream().mapToDouble(s -> s.last().x()).max().orElse(last));
    int anchor = Math.max(first, Math.min(last, lastWithData));
    double baseline = bottom + em * 1.55;
    for (int year : Ticks.years(first, last, anchor, yearWidth / pointsPerYear)) {
      double at = x(TimeAxis.ofYear(year));
      if (at < left - 1 || at > right + 1) {
        continue;
      }
      scene.line(at, bottom, at, bottom + em * 0.35, Stroke.of(Theme.MUTED, em * 0.07));
      scene.text(at, baseline, Integer.toString(year), year == lastWithData ? frame.strong() : style, Anchor.MIDDLE);
    }
    return baseline + em * 0.4;
  }

  private void drawBreakLines() {
    for (LineChart.Break br : input.breaks()) {
      scene.line(x(br.x()), top, x(br.x()), bottom, breakStroke());
    }
  }

  // ---- data

  private void drawBands() {
    for (int i = 0; i < input.series().size(); i++) {
      Colour colour = looks.get(i).colour();
      for (List<DataPoint> run : runs(input.series().get(i))) {
        boolean uncertain = run.stream().anyMatch(p -> p.high() > p.low());
        if (!uncertain) {
          continue;
        }
        if (run.size() == 1) {
          DataPoint p = run.getFirst();
          scene.line(x(p.x()), y(p.low()), x(p.x()), y(p.high()), new Stroke(colour, em * 0.35, Dash.SOLID, 0.3));
          continue;
        }
        List<Point> outline = new ArrayList<>();
        run.forEach(p -> outline.add(new Point(x(p.x()), y(p.high()))));
        run.reversed().forEach(p -> outline.add(new Point(x(p.x()), y(p.low()))));
        scene.add(new Mark.Polygon(outline, new Fill(colour, 0.16), Stroke.NONE));
      }
    }
  }

  /** Pieces of a series that may be joined: no missing period and no break inside. */
  private List<List<DataPoint>> runs(Series series) {
    List<List<DataPoint>> runs = new ArrayList<>();
    for (DataPoint point : series.points()) {
      if (runs.isEmpty() || !joins(runs.getLast().getLast(), point)) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(point);
    }
    return runs;
  }

  private boolean joins(DataPoint before, DataPoint after) {
    boolean neighbours = after.x() - before.x() <= input.stepYears() * 1.5;
    return neighbours && input.breaks().stream().noneMatch(b -> b.x() > before.x() && b.x() < after.x());
  }

  private void drawSeries() {
    // What matters most is drawn last, over the rest.
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < looks.size(); i++) {
      order.add(i);
    }
    order.sort((a, b) -> Integer.compare(looks.get(a).priority(), looks.get(b).priority()));
    order.forEach(i -> drawOne(input.series().get(i), looks.get(i)));
  }

  private void drawOne(Series series, Look look) {
    for (List<DataPoint> run : runs(series)) {
      int start = 0;
      for (int i = 1; i < run.size(); i++) {
        boolean dashed = run.get(i).isBound() || run.get(i - 1).isBound();
        boolean nextDashed =
            i + 1 < run.size() && (run.get(i + 1).isBound() || run.get(i).isBound());
        if (i + 1 == run.size() || dashed != nextDashed) {
          List<Point> points =
              run.subList(start, i + 1).stream().map(p -> new Point(x(p.x()), y(p.value()))).toList();
          scene.add(
              new Mark.Polyline(points, Stroke.of(look.colour(), look.widthPt() * (dashed ? 0.8 : 1), dashed ? Dash.SHORT : Dash.SOLID)));
          start = i;
        }
      }
    }
    double radius = Math.min(em * 0.24, look.widthPt() * 1.3 + em * 0.02);
    boolean crowded = series.points().size() > (right - left) / (em * 0.9);
    for (int i = 0; i < series.points().size(); i++) {
      DataPoint p = series.points().get(i);
      boolean last = i == series.points().size() - 1;
      boolean alone =
          (i == 0 || !joins(series.points().get(i - 1), p))
              && (last || !joins(p, series.points().get(i + 1)));
      if (p.isBound() && !crowded) {
        scene.line(
            x(p.x()), y(p.value()), x(p.x()), Math.min(bottom, y(p.value()) + radius * 2.4),
            Stroke.of(look.colour(), look.widthPt() * 0.8));
      }
      if (last || alone || !crowded && (p.isBound() || look.priority() > 1)) {
        scene.add(look.marker().at(x(p.x()), y(p.value()), last ? radius * 1.4 : radius, look.colour(), p.isBound()));
      }
    }
  }

  private void drawFans() {
    for (Fan fan : input.fans()) {
      List<Point> outline = new ArrayList<>();
      fan.points().forEach(p -> outline.add(new Point(x(p.x()), y(p.high()))));
      fan.points().reversed().forEach(p -> outline.add(new Point(x(p.x()), y(p.low()))));
      scene.add(new Mark.Polygon(outline, new Fill(Theme.TEAL, 0.14), Stroke.NONE));
      List<Point> middle = fan.points().stream().map(p -> new Point(x(p.x()), y(p.middle()))).toList();
      scene.add(new Mark.Polyline(middle, fanStroke()));
    }
  }

  private void drawThresholdLines() {
    for (Threshold t : input.thresholds()) {
      scene.line(left, y(t.value()), right, y(t.value()), thresholdStroke(t));
    }
  }

  private Stroke thresholdStroke(Threshold threshold) {
    return threshold.kind() == ThresholdKind.TARGET
        ? Stroke.of(Theme.INK, em * 0.12)
        : Stroke.of(Theme.MUTED, em * 0.1, Dash.DASHED);
  }

  private Stroke breakStroke() {
    return Stroke.of(Theme.MUTED, em * 0.09, Dash.DOTTED);
  }

  private Stroke fanStroke() {
    return Stroke.of(Theme.TEAL, em * 0.15, Dash.DOTTED);
  }

  private Stroke pathStroke() {
    return Stroke.of(Theme.MUTED, em * 0.13, Dash.DASH_DOT);
  }

  private void drawPaths() {
    for (TargetPath path : input.paths()) {
      List<Point> points = path.points().stream().map(p -> new Point(x(p.x()), y(p.value()))).toList();
      scene.add(new Mark.Polyline(points, pathStroke()));
      Point end = points.getLast();
      scene.add(Marker.DIAMOND.at(end.x(), end.y(), em * 0.33, Theme.MUTED, true));
    }
  }

  /** What labels inside the plot should not cover. */
  private void rememberLines(EventLanes lanes) {
    for (Series series : input.series()) {
      for (List<DataPoint> run : runs(series)) {
        DataPoint before = run.getFirst();
        for (DataPoint p : run) {
          crowd.addLine(x(before.x()), y(before.value()), x(p.x()), y(p.value()), DATA);
          before = p;
        }
      }
    }
    for (TargetPath path : input.paths()) {
      for (int i = 1; i < path.points().size(); i++) {
        Waypoint a = path.points().get(i - 1);
        Waypoint b = path.points().get(i);
        crowd.addLine(x(a.x()), y(a.value()), x(b.x()), y(b.value()), DATA);
      }
    }
    input.thresholds().forEach(t -> crowd.addLine(left, y(t.value()), right, y(t.value()), DATA));
    input.breaks().forEach(b -> crowd.addLine(x(b.x()), top, x(b.x()), bottom, GROUND));
    lanes.lineXs().forEach(at -> crowd.addLine(at, top, at, bottom, GROUND));
  }

  // ---- labels

  /** Name and last value of each series, in as many lines as the margin makes necessary. */
  private List<List<String>> endLabels() {
    double room = frame.widthPt() * (frame.narrow() ? 0.27 : 0.24);
    List<List<String>> labels = new ArrayList<>();
    for (Series series : input.series()) {
      DataPoint last = series.last();
      String value = last.label(input.axis().format(), input.words());
      String both = series.name().isBlank() ? value : series.name().strip() + " " + value;
      if (fit.width(both, frame.strong()) <= room) {
        labels.add(List.of(PlainText.clean(both)));
      } else {
        List<String> lines = new ArrayList<>(fit.lines(series.name(), frame.strong(), room, 2));
        lines.add(fit.oneLine(value, frame.strong(), room));
        labels.add(List.copyOf(lines));
      }
    }
    return labels;
  }

  private void placeEndLabels(List<List<String>> labels) {
    double lead = Scene.lead(frame.strong());
    List<Shelf.Wish> wishes = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      double centre = y(input.series().get(i).last().value());
      wishes.add(new Shelf.Wish(centre, labels.get(i).size() * lead, looks.get(i).priority()));
    }
    double low = top - em * 0.6;
    double high = bottom + em * 0.6;
    List<Shelf.Place> places = Shelf.place(wishes, low, high);
    if (places.size() < labels.size()) {
      // One line is kept free at the foot of the column to say how many are not named.
      high -= lead;
      places = Shelf.place(wishes, low, high);
      String rest = input.words().others(labels.size() - places.size());
      double room = frame.widthPt() - right - em;
      scene.text(
          right + em, high + lead * 0.75, fit.oneLine(rest, frame.small(), room), frame.small(), Anchor.START);
    }
    for (Shelf.Place place : places) {
      drawEndLabel(place, labels.get(place.index()), lead);
    }
  }

  private void drawEndLabel(Shelf.Place place, List<String> lines, double lead) {
    DataPoint last = input.series().get(place.index()).last();
    Look look = looks.get(place.index());
    double fromX = x(last.x()) + em * 0.45;
    double fromY = y(last.value());
    boolean moved = Math.abs(place.centre() - fromY) > em * 0.45;
    if (moved || right - fromX > em * 1.2) {
      Stroke leader = Stroke.of(look.colour().mixedWith(Colour.WHITE, 0.35), em * 0.07);
      double elbow = Math.max(fromX, right - em * 0.1);
      scene.line(fromX, fromY, elbow, fromY, leader);
      scene.line(elbow, fromY, right + em * 0.75, place.centre(), leader);
    }
    TextStyle style = frame.strong().withColour(look.textColour());
    double first = place.centre() - lines.size() * lead / 2 + lead * 0.5 + Scene.centring(style);
    scene.paragraph(right + em, first, lines, style, Anchor.START);
  }

  /** Labels of thresholds, paths, projections and breaks, each where it hides least; else under the chart. */
  private void placeInnerLabels() {
    for (Threshold t : input.thresholds()) {
      placeAlong(t);
    }
    for (TargetPath path : input.paths()) {
      Waypoint end = path.points().getLast();
      Note note = new Note(path.label(), pathStroke(), false);
      placeNear(note, frame.muted().slanted(), x(end.x()), y(end.value()));
    }
    for (Fan fan : input.fans()) {
      FanPoint end = fan.points().getLast();
      Note note = new Note(fan.label(), fanStroke(), false);
      placeNear(note, frame.label().withColour(Theme.TEAL), x(end.x()), y(end.high()));
    }
    for (LineChart.Break br : input.breaks()) {
      placeBeside(br);
    }
  }

  private void placeAlong(Threshold threshold) {
    TextStyle style =
        frame.strong().withColour(threshold.kind() == ThresholdKind.TARGET ? Theme.INK : Theme.MUTED);
    List<List<Mark.Text>> candidates = new ArrayList<>();
    for (List<String> lines : shapes(threshold.label(), style)) {
      double width = fit.widest(lines, style);
      double span = right - left - width - em * 0.4;
      for (boolean above : new boolean[] {true, false}) {
        double first =
            above
                ? y(threshold.value()) - em * 0.4 - (lines.size() - 1) * Scene.lead(style)
                : y(threshold.value()) + em * 1.05;
        for (int step = 0; step <= 12; step++) {
          candidates.add(block(left + em * 0.2 + span * step / 12, first, lines, style, Anchor.START));
        }
      }
    }
    placeOrNote(candidates, new Note(threshold.label(), thresholdStroke(threshold), false));
  }

  private void placeNear(Note note, TextStyle style, double atX, double atY) {
    List<List<Mark.Text>> candidates = new ArrayList<>();
    for (List<String> lines : shapes(note.text(), style)) {
      double more = (lines.size() - 1) * Scene.lead(style);
      for (double away : new double[] {0.7, 1.6, 2.6}) {
        for (Anchor anchor : new Anchor[] {Anchor.END, Anchor.MIDDLE, Anchor.START}) {
          candidates.add(block(atX, atY - em * away - more, lines, style, anchor));
          candidates.add(block(atX, atY + em * (away + 0.75), lines, style, anchor));
        }
        candidates.add(block(atX - em * away, atY + Scene.centring(style) - more / 2, lines, style, Anchor.END));
      }
    }
    placeOrNote(candidates, note);
  }

  private void placeBeside(LineChart.Break br) {
    TextStyle style = frame.small().slanted();
    List<List<Mark.Text>> candidates = new ArrayList<>();
    for (List<String> lines : shapes(br.label(), style)) {
      double more = (lines.size() - 1) * Scene.lead(style);
      for (double up = 0; up <= 1; up += 0.125) {
        // From the foot upwards: a share's line rarely runs along zero.
        double first = bottom - em * 0.5 - more - (bottom - top - em * 1.5 - more) * up;
        candidates.add(block(x(br.x()) - em * 0.4, first, lines, style, Anchor.END));
        candidates.add(block(x(br.x()) + em * 0.4, first, lines, style, Anchor.START));
      }
    }
    placeOrNote(candidates, new Note(br.label(), breakStroke(), true));
  }

  /** A label on one line, and broken into two and three. */
  private List<List<String>> shapes(String label, TextStyle style) {
    String text = PlainText.clean(label).strip();
    List<List<String>> shapes = new ArrayList<>();
    if (text.isEmpty()) {
      return shapes;
    }
    shapes.add(List.of(text));
    for (int lines = 2; lines <= 3; lines++) {
      List<String> broken = fit.lines(text, style, fit.width(text, style) / lines * 1.2, lines);
      boolean whole = String.join(" ", broken).equals(text);
      if (whole && broken.size() == lines) {
        shapes.add(broken);
      }
    }
    return shapes;
  }

  private static List<Mark.Text> block(
      double x, double firstBaseline, List<String> lines, TextStyle style, Anchor anchor) {
    List<Mark.Text> block = new ArrayList<>();
    for (String line : lines) {
      block.add(Mark.Text.of(x, firstBaseline + block.size() * Scene.lead(style), line, style, anchor));
    }
    return block;
  }

  private Box boxOf(List<Mark.Text> block) {
    List<Box> boxes = block.stream().map(text -> text.bounds(scene.measure())).toList();
    double from = boxes.stream().mapToDouble(Box::x).min().orElseThrow();
    double to = boxes.stream().mapToDouble(Box::right).max().orElseThrow();
    double first = boxes.getFirst().y();
    return new Box(from, first, to - from, boxes.getLast().bottom() - first).grownBy(em * 0.12);
  }

  private void placeOrNote(List<List<Mark.Text>> candidates, Note note) {
    if (candidates.isEmpty()) {
      return;
    }
    Optional<Integer> chosen = crowd.place(candidates.stream().map(this::boxOf).toList());
    if (chosen.isPresent()) {
      Stroke halo = Stroke.of(Colour.WHITE, em * 0.3);
      candidates.get(chosen.get()).forEach(text -> scene.add(text.withHalo(halo)));
    } else {
      notes.add(note);
    }
  }

  // ---- under the chart

  private boolean hasBounds() {
    return input.series().stream().flatMap(s -> s.points().stream()).anyMatch(DataPoint::isBound);
  }

  private List<String> footLines(String text, double indent) {
    return fit.lines(text, frame.small(), frame.widthPt() - indent, 4);
  }

  private double footerHeight(EventLanes lanes) {
    double height = em * 1.95 + em * 0.4;
    double lead = Scene.lead(frame.small());
    if (hasBounds()) {
      height += footLines(input.boundNote(), KEY_EM * em).size() * lead;
    }
    for (String key : lanes.keys()) {
      height += footLines(key, 0).size() * lead;
    }
    return height;
  }

  private double drawFooter(double under, EventLanes lanes) {
    TextStyle style = frame.small();
    double baseline = under + em;
    if (hasBounds() && !input.boundNote().isBlank()) {
      double middle = baseline - Scene.centring(style);
      scene.line(0, middle, em * 1.8, middle, Stroke.of(Theme.MUTED, em * 0.14, Dash.SHORT));
      scene.line(em * 0.9, middle, em * 0.9, middle + em * 0.6, Stroke.of(Theme.MUTED, em * 0.14));
      scene.add(Marker.CIRCLE.at(em * 0.9, middle, em * 0.26, Theme.MUTED, true));
      baseline = keyed(input.boundNote(), baseline);
    }
    for (Note note : notes) {
      double middle = baseline - Scene.centring(style);
      if (note.upright()) {
        scene.line(em * 0.9, middle - em * 0.45, em * 0.9, middle + em * 0.45, note.stroke());
      } else {
        scene.line(0, middle, em * 1.8, middle, note.stroke());
      }
      baseline = keyed(note.text(), baseline);
    }
    for (String key : lanes.keys()) {
      baseline = scene.paragraph(0, baseline, footLines(key, 0), style, Anchor.START);
    }
    return baseline == under + em ? under : baseline - Scene.lead(style) + em * 0.4;
  }

  private double keyed(String text, double baseline) {
    return scene.paragraph(KEY_EM * em, baseline, footLines(text, KEY_EM * em), frame.small(), Anchor.START);
  }
}
