package dev.lodestone.report.chart;

import dev.lodestone.report.chart.Mark.Anchor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A table whose cells are coloured by their figure; a cell without a figure is hatched and says why. */
public final class HeatMap {

  private static final double NOTE_EM = 0.88;

  /** Between a figure and the note beside it. */
  private static final double BESIDE_EM = 0.45;

  /** So many rows without any figure are named beneath, not drawn: a page of hatched cells says less than a sentence. */
  private static final int MANY_WITHOUT_FIGURES = 3;

  /** Beneath one column of cells there is room to say as much with their length. */
  private static final double ROW_OF_BARS_EM = 1.9;

  /** A row whose notes stand beside its figures. */
  private static final double ROW_BESIDE_EM = 1.75;

  /** From so many rows on a cell's note stands beside its figure, where there is room, so that the map does not outgrow a page. */
  private static final int MANY_ROWS = 6;

  private HeatMap() {}

  /**
   * What to draw.
   *
   * @param title the chart's subject, for listeners
   * @param alt its message in a sentence
   * @param unit what the cells say, with unit; drawn on top
   * @param columns headers
   * @param rows each with as many cells as there are columns
   * @param bounds the four values that part the five colours, rising; a value on a bound takes the upper colour
   * @param format how the legend writes the bounds
   * @param words the builder's own words
   */
  public record Input(
      String title,
      String alt,
      String unit,
      List<String> columns,
      List<Row> rows,
      List<Double> bounds,
      ValueFormat format,
      Words words) {
    public Input {
      Objects.requireNonNull(format, "format");
      Objects.requireNonNull(words, "words");
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      bounds = List.copyOf(bounds);
      if (columns.isEmpty() || rows.isEmpty()) {
        throw new IllegalArgumentException("a heat map without cells: \"" + title + "\"");
      }
      for (Row row : rows) {
        if (row.cells().size() != columns.size()) {
          throw new IllegalArgumentException(
              row.cells().size() + " cells for " + columns.size() + " columns in row \"" + row.name() + "\"");
        }
      }
      if (bounds.size() != Theme.SEQUENTIAL.size() - 1) {
        throw new IllegalArgumentException("four bounds part five colours, not " + bounds);
      }
      for (int i = 0; i < bounds.size(); i++) {
        Check.finite("bound", bounds.get(i));
        if (i > 0 && bounds.get(i) <= bounds.get(i - 1)) {
          throw new IllegalArgumentException("bounds must rise: " + bounds);
        }
      }
    }

    /** Shares of 0..1 in steps of a fifth. */
    public static Input ofShares(String title, String alt, String unit, List<String> columns, List<Row> rows) {
      return new Input(
          title, alt, unit, columns, rows, List.of(0.2, 0.4, 0.6, 0.8), ValueFormat.percent(0), Words.english());
    }

    /** In another language: the builder's own words and numbers. */
    public Input withWords(Words other, ValueFormat otherFormat) {
      return new Input(title, alt, unit, columns, rows, bounds, otherFormat, other);
    }
  }

  /** A line of cells. */
  public record Row(String name, List<Cell> cells) {
    public Row {
      Objects.requireNonNull(name, "name");
      cells = List.copyOf(cells);
    }
  }

  /** What a cell holds. */
  public sealed interface Cell {

    /**
     * A figure.
     *
     * @param value decides the colour
     * @param text as written, such as 74%
     * @param note a small second line, such as the year
     * @param certainty an upper bound has a dashed frame
     */
    record Figure(double value, String text, String note, Certainty certainty) implements Cell {
      public Figure {
        Check.finite("value", value);
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(certainty, "certainty");
      }
    }

    /** No figure, and why; equal reasons share a mark, explained under the table. */
    record Empty(String reason) implements Cell {
      public Empty {
        if (reason.isBlank()) {
          throw new IllegalArgumentException("an empty cell without a reason");
        }
      }
    }
  }

  /** Lays the table out; its height follows from the number of rows. */
  public static Drawing draw(Input input, Frame frame, TextMeasure measure) {
    return new Layout(input, frame, measure).draw();
  }

  /** The position of the colour for a value, 0 to 4. */
  static int colourStep(double value, List<Double> bounds) {
    int step = 0;
    while (step < bounds.size() && value >= bounds.get(step)) {
      step++;
    }
    return step;
  }

  private static final class Layout {
    private final Input input;
    private final Frame frame;
    private final Scene scene;
    private final TextFit fit;
    private final double em;
    private int noteLines = 1;
    private final Map<String, String> reasonMarks = new LinkedHashMap<>();
    private final List<Row> drawn;
    private final List<Row> named;
    private final boolean asBars;
    private boolean beside;

    Layout(Input input, Frame frame, TextMeasure measure) {
      this.input = input;
      this.frame = frame;
      this.scene = new Scene(frame, measure);
      this.fit = scene.fit();
      this.em = frame.baseSizePt();
      List<Row> without = input.rows().stream().filter(row -> row.cells().stream().allMatch(Cell.Empty.class::isInstance)).toList();
      boolean fold = without.size() >= MANY_WITHOUT_FIGURES && without.size() < input.rows().size();
      this.named = fold ? without : List.of();
      this.drawn = input.rows().stream().filter(row -> !named.contains(row)).toList();
      this.asBars = input.columns().size() == 1 && !frame.narrow();
    }

    Drawing draw() {
      double width = frame.widthPt();
      double y =
          scene.paragraph(
                  0, em * 0.95, fit.lines(input.unit(), frame.muted(), width, 3), frame.muted(), Anchor.START)
              - em * 0.3;
      y = drawLegend(y) + em * 0.6;

      double nameRoom = frame.narrow() ? narrowNames(width) : width * 0.22;
      List<List<String>> names =
          drawn.stream().map(r -> fit.lines(r.name(), frame.strong(), nameRoom, 2)).toList();
      double nameColumn =
          names.stream().mapToDouble(lines -> fit.widest(lines, frame.strong())).max().orElse(0) + em * 0.7;
      double gap = em * 0.18;
      double cellWidth = (width - nameColumn) / input.columns().size();

      y = drawHeaders(y, nameColumn, cellWidth);
      noteLines = noteLines(cellWidth - gap - em * 0.5);
      beside = drawn.size() >= MANY_ROWS && notesFitBeside(cellWidth - gap - em);
      int nameLines = names.stream().mapToInt(List::size).max().orElse(1);
      double cellHeight = asBars || beside
          ? Math.max(em * (asBars ? ROW_OF_BARS_EM : ROW_BESIDE_EM), nameLines * Scene.lead(frame.strong()) + em * 0.4)
          : em * (1.9 + noteLines);
      for (int r = 0; r < drawn.size(); r++) {
        double middle = y + cellHeight / 2;
        double lead = Scene.lead(frame.strong());
        double first =
            middle - names.get(r).size() * lead / 2 + lead / 2 + Scene.centring(frame.strong());
        scene.paragraph(0, first, names.get(r), frame.strong(), Anchor.START);
        List<Cell> cells = drawn.get(r).cells();
        for (int c = 0; c < cells.size(); c++) {
          double x = nameColumn + c * cellWidth;
          Box box =
              new Box(x + gap / 2, y + gap / 2, Math.max(0, cellWidth - gap), cellHeight - gap);
          drawCell(box, cells.get(c));
        }
        y += cellHeight;
      }
      y = drawReasons(y + em * 0.3);
      return scene.finish(y + em * 0.2, input.title(), input.alt(), table());
    }

    /** On a phone names stand on two lines beside cells of two lines, so that the columns' own names find room; no word is torn. */
    private double narrowNames(double width) {
      double longestWord =
          drawn.stream()
              .flatMap(row -> Arrays.stream(PlainText.clean(row.name()).split(" ")))
              .mapToDouble(word -> fit.width(word, frame.strong()))
              .max()
              .orElse(0);
      return Math.clamp(longestWord + 0.01, width * 0.14, width * 0.26);
    }

    /** Two where some note would not fit on one line. */
    private int noteLines(double room) {
      TextStyle small = noteStyle(Theme.INK);
      return drawn.stream()
              .flatMap(row -> row.cells().stream())
              .anyMatch(cell -> cell instanceof Cell.Figure f && fit.width(f.note(), small) > room)
          ? 2
          : 1;
    }

    private boolean notesFitBeside(double room) {
      return drawn.stream()
          .flatMap(row -> row.cells().stream())
          .allMatch(cell -> !(cell instanceof Cell.Figure f)
              || fit.width(f.text(), figureStyle(Theme.INK)) + em * BESIDE_EM + fit.width(f.note(), noteStyle(Theme.INK)) <= room);
    }

    private TextStyle figureStyle(Colour ink) {
      return TextStyle.semibold(em * 1.08, ink);
    }

    private TextStyle noteStyle(Colour ink) {
      return TextStyle.regular(em * NOTE_EM, ink);
    }

    private double drawHeaders(double top, double nameColumn, double cellWidth) {
      double room = cellWidth - em * 0.3;
      TextStyle style = headerStyle(room);
      List<List<String>> headers =
          input.columns().stream().map(c -> fit.lines(c, style, room, 2)).toList();
      int most = headers.stream().mapToInt(List::size).max().orElse(0);
      double lead = Scene.lead(style);
      for (int c = 0; c < headers.size(); c++) {
        double x = nameColumn + (asBars ? em * 0.09 : (c + 0.5) * cellWidth);
        double first = top + em * 0.95 + (most - headers.get(c).size()) * lead;
        scene.paragraph(x, first, headers.get(c), style, asBars ? Anchor.START : Anchor.MIDDLE);
      }
      return top + most * lead + em * 0.25;
    }

    /** Smaller letters, down to three quarters, rather than a word broken in two. */
    private TextStyle headerStyle(double room) {
      TextStyle style = frame.strong();
      double longest =
          input.columns().stream()
              .flatMap(c -> Arrays.stream(PlainText.clean(c).split(" ")))
              .mapToDouble(word -> fit.width(word, style))
              .max()
              .orElse(0);
      return longest <= room ? style : style.withSizePt(em * Math.max(0.75, 0.999 * room / longest));
    }

    private void drawCell(Box box, Cell cell) {
      switch (cell) {
        case Cell.Figure figure when asBars -> drawBar(box, figure);
        case Cell.Figure figure -> drawFigure(box, figure);
        case Cell.Empty empty -> drawEmpty(box, empty);
      }
    }

    private void drawFigure(Box box, Cell.Figure figure) {
      Colour ground = Theme.SEQUENTIAL.get(colourStep(figure.value(), input.bounds()));
      Colour ink = Theme.textOn(ground);
      scene.rect(box.x(), box.y(), box.width(), box.height(), em * 0.15, Fill.of(ground), Stroke.NONE);
      if (figure.certainty() == Certainty.UPPER_BOUND) {
        Box inner = new Box(box.x() + em * 0.13, box.y() + em * 0.13, box.width() - em * 0.26, box.height() - em * 0.26);
        scene.rect(
            inner.x(), inner.y(), inner.width(), inner.height(), em * 0.1, Fill.NONE,
            Stroke.of(ink, em * 0.09, Dash.SHORT));
      }
      TextStyle big = figureStyle(ink);
      TextStyle small = noteStyle(ink);
      double room = box.width() - em * 0.5;
      double centre = box.x() + box.width() / 2;
      if (beside) {
        double figureWidth = fit.width(figure.text(), big);
        double x = centre - (figureWidth + em * BESIDE_EM + fit.width(figure.note(), small)) / 2;
        double line = box.y() + box.height() / 2 + Scene.centring(big);
        scene.text(x, line, figure.text(), big, Anchor.START);
        scene.text(x + figureWidth + em * BESIDE_EM, line, figure.note(), small, Anchor.START);
        return;
      }
      List<String> note = fit.lines(figure.note(), small, room, noteLines);
      double middle = box.y() + box.height() / 2;
      double baseline = middle + Scene.centring(big) - note.size() * em * 0.47;
      scene.text(centre, baseline, fit.oneLine(figure.text(), big, room), big, Anchor.MIDDLE);
      scene.paragraph(centre, baseline + em * 1.02, note, small, Anchor.MIDDLE);
    }

    /** As long as its value, on the scale of the legend; the figure behind its end, or within a bar that leaves no room. */
    private void drawBar(Box box, Cell.Figure figure) {
      List<Double> bounds = input.bounds();
      double full = bounds.getLast() + bounds.getLast() - bounds.get(bounds.size() - 2);
      double length = Math.max(em * 0.15, box.width() * Math.clamp(figure.value() / full, 0, 1));
      Colour ground = Theme.SEQUENTIAL.get(colourStep(figure.value(), bounds));
      boolean bound = figure.certainty() == Certainty.UPPER_BOUND;
      scene.rect(box.x(), box.y(), box.width(), box.height(), em * 0.15, Fill.of(Theme.FAINT), Stroke.NONE);
      scene.rect(
          box.x(), box.y(), length, box.height(), em * 0.15, Fill.of(ground),
          bound ? Stroke.of(Theme.INK, em * 0.09, Dash.SHORT) : Stroke.of(Theme.RULE, em * 0.06));
      TextStyle big = figureStyle(Theme.INK);
      TextStyle small = noteStyle(Theme.MUTED);
      double gap = em * 0.5;
      String text = fit.oneLine(figure.text(), big, box.width() * 0.4);
      String note = fit.oneLine(figure.note(), small, Math.max(0, box.width() - fit.width(text, big) - 4 * gap));
      double needed = fit.width(text, big) + gap + fit.width(note, small) + 2 * gap;
      boolean within = box.width() - length < needed;
      double x = box.x() + (within ? Math.max(gap, length - needed + gap) : length + gap);
      double middle = box.y() + box.height() / 2;
      // A figure that begins before its bar ends stands on the bar; one that would stand on both keeps to the dark letters of the lighter ground.
      boolean onGround = within && x + needed - 2 * gap <= box.x() + length;
      TextStyle onBar = onGround ? big.withColour(Theme.textOn(ground)) : big;
      TextStyle noteOnBar = onGround ? small.withColour(Theme.textOn(ground)) : small;
      scene.text(x, middle + Scene.centring(big), text, onBar, Anchor.START);
      scene.text(x + fit.width(text, big) + gap, middle + Scene.centring(small), note, noteOnBar, Anchor.START);
    }

    private void drawEmpty(Box box, Cell.Empty empty) {
      String mark =
          reasonMarks.computeIfAbsent(PlainText.clean(empty.reason()).strip(), r -> letters(reasonMarks.size()));
      scene.rect(box.x(), box.y(), box.width(), box.height(), em * 0.15, Fill.of(Theme.FAINT), Stroke.NONE);
      scene.hatch(box, em * 0.75, Stroke.of(Theme.RULE, em * 0.09));
      TextStyle style = TextStyle.semibold(em * 0.9, Theme.MUTED);
      double x = box.x() + box.width() / 2;
      double y = box.y() + box.height() / 2;
      double plate = Math.min(box.width() / 2, Math.max(em * 0.75, fit.width(mark, style) / 2 + em * 0.35));
      scene.rect(x - plate, y - em * 0.75, plate * 2, em * 1.5, Math.min(plate, em * 0.75), Fill.of(Colour.WHITE), Stroke.NONE);
      scene.text(x, y + Scene.centring(style), mark, style, Anchor.MIDDLE);
    }

    private double drawReasons(double top) {
      double y = top;
      TextStyle style = frame.small();
      for (Map.Entry<String, String> reason : reasonMarks.entrySet()) {
        TextStyle bold = TextStyle.semibold(style.sizePt(), Theme.MUTED);
        double indent = Math.max(em * 1.2, fit.width(reason.getValue(), bold) + em * 0.5);
        List<String> lines = fit.lines(reason.getKey(), style, frame.widthPt() - indent, 4);
        scene.text(0, y + em * 0.9, reason.getValue(), bold, Anchor.START);
        scene.paragraph(indent, y + em * 0.9, lines, style, Anchor.START);
        y += lines.size() * Scene.lead(style) + em * 0.1;
      }
      return drawNamed(y);
    }

    /** Who has no figure at all, and why: a line for each reason. */
    private double drawNamed(double top) {
      Map<String, List<String>> byReasons = new LinkedHashMap<>();
      for (Row row : named) {
        String reasons =
            row.cells().stream()
                .map(cell -> PlainText.clean(((Cell.Empty) cell).reason()).strip())
                .distinct()
                .collect(Collectors.joining(" "));
        byReasons.computeIfAbsent(reasons, r -> new ArrayList<>()).add(row.name());
      }
      double y = top;
      TextStyle style = frame.small();
      for (Map.Entry<String, List<String>> entry : byReasons.entrySet()) {
        String line = String.join(", ", entry.getValue()) + ": " + entry.getKey();
        List<String> lines = fit.lines(line, style, frame.widthPt(), 5);
        scene.paragraph(0, y + em * 0.9, lines, style, Anchor.START);
        y += lines.size() * Scene.lead(style) + em * 0.1;
      }
      return y;
    }

    /** A strip of the five colours, the bounds written under the seams, and the hatch. */
    private double drawLegend(double top) {
      TextStyle style = frame.small();
      double swatch = Math.min(em * 5.2, frame.widthPt() / 7);
      double height = em * 0.7;
      for (int i = 0; i < Theme.SEQUENTIAL.size(); i++) {
        scene.rect(i * swatch, top, swatch, height, 0, Fill.of(Theme.SEQUENTIAL.get(i)), Stroke.NONE);
      }
      scene.rect(0, top, swatch * Theme.SEQUENTIAL.size(), height, 0, Fill.NONE, Stroke.of(Theme.RULE, em * 0.06));
      for (int i = 0; i < input.bounds().size(); i++) {
        String text = fit.oneLine(input.format().format(input.bounds().get(i)), style, swatch - em * 0.2);
        scene.text((i + 1) * swatch, top + height + em * 0.95, text, style, Anchor.MIDDLE);
      }
      if (drawn.stream().flatMap(row -> row.cells().stream()).noneMatch(Cell.Empty.class::isInstance)) {
        return top + height + em * 1.2;
      }
      double x = swatch * Theme.SEQUENTIAL.size() + em;
      Box box = new Box(x, top, em * 2, height);
      scene.rect(box.x(), box.y(), box.width(), box.height(), 0, Fill.of(Theme.FAINT), Stroke.NONE);
      scene.hatch(box, em * 0.75, Stroke.of(Theme.CONTEXT, em * 0.09));
      double room = frame.widthPt() - box.right() - em * 0.4;
      scene.text(
          box.right() + em * 0.4,
          top + height / 2 + Scene.centring(style),
          fit.oneLine(input.words().noFigure(), style, room),
          style,
          Anchor.START);
      return top + height + em * 1.2;
    }

    private DataTable table() {
      List<String> headers = new ArrayList<>();
      headers.add(input.words().series());
      headers.addAll(input.columns());
      List<List<String>> rows = new ArrayList<>();
      for (Row row : input.rows()) {
        List<String> cells = new ArrayList<>();
        cells.add(row.name());
        row.cells().forEach(cell -> cells.add(written(cell)));
        rows.add(cells);
      }
      return new DataTable(headers, rows);
    }

    private String written(Cell cell) {
      return switch (cell) {
        case Cell.Figure figure -> figure.note().isBlank() ? figure.text() : figure.text() + " (" + figure.note() + ")";
        case Cell.Empty empty -> input.words().noFigure() + ": " + empty.reason();
      };
    }
  }

  /** a, b, … z, aa, ab, … */
  private static String letters(int index) {
    String last = Character.toString('a' + index % 26);
    return index < 26 ? last : letters(index / 26 - 1) + last;
  }
}
