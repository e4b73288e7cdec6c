package dev.lodestone.report.chart;

import dev.lodestone.report.chart.LineChart.DataPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever the figures and names: no text is cut off, none covers another. */
class ChartLayoutProperties {

  private static final String[] NAMES = {
    "Germany", "United States of America", "", "x", "Democratic People's Republic of Korea",
    "Verylongnamewithoutanyblankthatnobodywouldeverwritebutafilemayhold", "<script>alert('1')</script>",
    "\u0000\u0007bell & \"quotes\"", "C\u00f4te d'Ivoire", "\u65e5\u672c\u56fd\u4e2d\u83ef\u4eba\u6c11\u5171\u548c\u56fd",
    "areas not elsewhere specified, including free zones and ship stores and bunkers of all kinds"
  };

  @Provide
  Arbitrary<Frame> frames() {
    return Arbitraries.of(
        Frame.page(), Frame.phone(), Frame.halfPage(), Frame.desktop(), new Frame(160, 8), new Frame(240, 14));
  }

  @Property(tries = 120, seed = "20261123")
  void lineCharts(
      @ForAll("frames") Frame frame,
      @ForAll @IntRange(min = 1, max = 40) int seriesCount,
      @ForAll @IntRange(min = 1, max = 40) int years,
      @ForAll @IntRange(min = 0, max = 9) int extras,
      @ForAll long seed) {
    Random random = new Random(seed);
    boolean zero = random.nextInt(5) == 0;
    List<LineChart.Series> series = new ArrayList<>();
    for (int s = 0; s < seriesCount; s++) {
      List<DataPoint> points = new ArrayList<>();
      for (int year = 0; year < years; year++) {
        if (points.isEmpty() || random.nextInt(4) > 0) {
          double value = zero ? 0 : random.nextDouble();
          DataPoint p = random.nextBoolean() ? DataPoint.measured(1990 + year, value) : DataPoint.atMost(1990 + year, value);
          points.add(random.nextInt(3) == 0 ? p.between(value * 0.8, value * 1.1) : p);
        }
      }
      series.add(new LineChart.Series(name(random), role(random), points));
    }
    List<LineChart.Event> events = new ArrayList<>();
    List<LineChart.Threshold> thresholds = new ArrayList<>();
    List<LineChart.Break> breaks = new ArrayList<>();
    for (int i = 0; i < extras; i++) {
      events.add(new LineChart.Event(1990 + random.nextDouble() * years, "Mar 1999", name(random)));
      thresholds.add(
          new LineChart.Threshold(
              name(random), random.nextDouble(),
              random.nextBoolean() ? LineChart.ThresholdKind.TARGET : LineChart.ThresholdKind.YARDSTICK));
      breaks.add(new LineChart.Break(1990 + random.nextInt(years + 1), name(random)));
    }
    LineChart.Input input =
        LineChart.Input.of(name(random), name(random), YAxis.share("Share of imports, %"), series)
            .withEvents(events)
            .withThresholds(thresholds)
            .withBreaks(breaks)
            .withPaths(
                extras % 2 == 0
                    ? List.of()
                    : List.of(
                        new LineChart.TargetPath(
                            name(random),
                            List.of(new LineChart.Waypoint(1995, 0.9), new LineChart.Waypoint(2040, 0.5)))))
            .withFans(
                extras % 3 == 0
                    ? List.of()
                    : List.of(
                        new LineChart.Fan(
                            name(random),
                            List.of(
                                new LineChart.FanPoint(2025, 0.4, 0.5, 0.6), new LineChart.FanPoint(2035, 0, 0.5, 1)))));
    Layouts.assertReadable(LineChart.draw(input, frame, 60 + random.nextInt(400), SampleCharts.MEASURE));
  }

  @Property(tries = 80, seed = "20261123")
  void amountsOfAnySize(@ForAll("frames") Frame frame, @ForAll long seed, @ForAll @IntRange(min = -9, max = 15) int magnitude) {
    Random random = new Random(seed);
    List<DataPoint> points = new ArrayList<>();
    for (int year = 2000; year < 2010; year++) {
      points.add(DataPoint.measured(year, (random.nextDouble() - 0.3) * Math.pow(10, magnitude)));
    }
    LineChart.Input input =
        LineChart.Input.of(
            "t", "a", YAxis.amount("US dollars", ValueFormat.number(2)),
            List.of(new LineChart.Series("Germany", Role.FOCUS, points)));
    Layouts.assertReadable(LineChart.draw(input, frame, 200, SampleCharts.MEASURE));
  }

  @Property(tries = 80, seed = "20261123")
  void barCharts(@ForAll("frames") Frame frame, @ForAll @IntRange(min = 1, max = 40) int count, @ForAll long seed) {
    Random random = new Random(seed);
    List<BarChart.Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double value = random.nextInt(4) == 0 ? 0 : random.nextDouble() * 1e6;
      BarChart.Row row = BarChart.Row.of(name(random), role(random), value, ValueFormat.number(1).format(value));
      row = random.nextBoolean() ? row.withEarlier(random.nextDouble() * 1e6, name(random)) : row;
      rows.add(random.nextBoolean() ? row.between(value / 2, value * 1.5) : row);
    }
    Layouts.assertReadable(
        BarChart.draw(
            new BarChart.Input("t", "a", "kg, 2024", rows, 0, name(random), name(random), Words.english())
                .beside(random.nextBoolean() ? List.of() : List.of(BarChart.Row.of(name(random), Role.NORMAL, 2e6, name(random)))),
            frame,
            SampleCharts.MEASURE));
  }

  @Property(tries = 80, seed = "20261123")
  void heatMaps(
      @ForAll("frames") Frame frame,
      @ForAll @IntRange(min = 1, max = 30) int rowCount,
      @ForAll @IntRange(min = 1, max = 7) int columnCount,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<String> columns = new ArrayList<>();
    for (int c = 0; c < columnCount; c++) {
      columns.add(name(random));
    }
    List<HeatMap.Row> rows = new ArrayList<>();
    for (int r = 0; r < rowCount; r++) {
      List<HeatMap.Cell> cells = new ArrayList<>();
      for (int c = 0; c < columnCount; c++) {
        cells.add(
            random.nextBoolean()
                ? new HeatMap.Cell.Empty("reason " + random.nextInt(40) + name(random))
                : new HeatMap.Cell.Figure(
                    random.nextDouble() * 2 - 0.5, "74%", name(random),
                    random.nextBoolean() ? Certainty.MEASURED : Certainty.UPPER_BOUND));
      }
      rows.add(new HeatMap.Row(name(random), cells));
    }
    Layouts.assertReadable(
        HeatMap.draw(HeatMap.Input.ofShares("t", "a", "%", columns, rows), frame, SampleCharts.MEASURE));
  }

  @Property(tries = 80, seed = "20261123")
  void slopeCharts(@ForAll("frames") Frame frame, @ForAll @IntRange(min = 1, max = 60) int count, @ForAll long seed) {
    Random random = new Random(seed);
    boolean zero = random.nextInt(5) == 0;
    List<SlopeChart.Line> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(
          new SlopeChart.Line(
              name(random), role(random),
              zero ? 0 : random.nextDouble(), random.nextBoolean() ? Certainty.MEASURED : Certainty.UPPER_BOUND,
              zero ? 0 : random.nextDouble(), random.nextBoolean() ? Certainty.MEASURED : Certainty.UPPER_BOUND));
    }
    Layouts.assertReadable(
        SlopeChart.draw(
            SlopeChart.Input.of("t", "a", YAxis.share("%"), "2017", "2024 to date", lines),
            frame,
            80 + random.nextInt(500),
            SampleCharts.MEASURE));
  }

  @Property(tries = 60, seed = "20261123")
  void smallMultiples(
      @ForAll("frames") Frame frame,
      @ForAll @IntRange(min = 1, max = 20) int panels,
      @ForAll @IntRange(min = 1, max = 30) int years,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<LineChart.Series> series = new ArrayList<>();
    for (int s = 0; s < panels; s++) {
      List<DataPoint> points = new ArrayList<>();
      for (int year = 0; year < years; year++) {
        points.add(
            random.nextBoolean()
                ? DataPoint.measured(2000 + year, random.nextDouble())
                : DataPoint.atMost(2000 + year, random.nextDouble()));
      }
      series.add(new LineChart.Series(name(random), role(random), points));
    }
    SmallMultiples.Input input =
        SmallMultiples.Input.of("t", "a", YAxis.share("Share, %"), series)
            .withBreaks(List.of(new LineChart.Break(2001, name(random))));
    Layouts.assertReadable(SmallMultiples.draw(input, frame, SampleCharts.MEASURE));
  }

  @Property(tries = 80, seed = "20261123")
  void dumbbells(@ForAll("frames") Frame frame, @ForAll @IntRange(min = 1, max = 30) int count, @ForAll long seed) {
    Random random = new Random(seed);
    List<DumbbellChart.Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double first = random.nextInt(4) == 0 ? 0 : random.nextDouble();
      double second = random.nextInt(4) == 0 ? first : random.nextDouble();
      rows.add(new DumbbellChart.Row(name(random), first, second, name(random)));
    }
    Layouts.assertReadable(
        DumbbellChart.draw(
            DumbbellChart.Input.ofShares("t", "a", "%", name(random), name(random), rows), frame, SampleCharts.MEASURE));
  }

  @Property(tries = 80, seed = "20261123")
  void sankeys(@ForAll("frames") Frame frame, @ForAll @IntRange(min = 1, max = 80) int count, @ForAll long seed) {
    Random random = new Random(seed);
    List<Sankey.Flow> flows = new ArrayList<>();
    flows.add(new Sankey.Flow("China", "Germany", 1));
    for (int i = 0; i < count; i++) {
      flows.add(new Sankey.Flow(name(random) + random.nextInt(4), name(random), random.nextDouble() * random.nextInt(900)));
    }
    Layouts.assertReadable(
        Sankey.draw(
            new Sankey.Input("t", "a", "kg", ValueFormat.number(0), flows, List.of("China"), Words.english()),
            frame,
            80 + random.nextInt(300),
            SampleCharts.MEASURE));
  }

  @Property(tries = 80, seed = "20261123")
  void strips(@ForAll("frames") Frame frame, @ForAll @IntRange(min = 0, max = 12) int count, @ForAll long seed) {
    Random random = new Random(seed);
    StatusStrip.Tone[] tones = StatusStrip.Tone.values();
    List<StatusStrip.Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(new StatusStrip.Part(name(random), random.nextInt(300), tones[i % tones.length]));
    }
    Layouts.assertReadable(
        StatusStrip.draw(new StatusStrip.Input("t", "a", parts, "Status", "Count"), frame, SampleCharts.MEASURE));
  }

  @Example
  void samples() {
    SampleCharts.all(Frame.page()).values().forEach(Layouts::assertReadable);
    SampleCharts.all(Frame.phone()).values().forEach(Layouts::assertReadable);
  }

  private static String name(Random random) {
    return NAMES[random.nextInt(NAMES.length)];
  }

  private static Role role(Random random) {
    return Role.values()[random.nextInt(Role.values().length)];
  }
}
