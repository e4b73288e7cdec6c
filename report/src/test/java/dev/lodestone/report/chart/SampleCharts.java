package dev.lodestone.report.chart;

import dev.lodestone.report.chart.LineChart.DataPoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One chart of each kind with figures like those of a briefing. China's shares of magnet imports (HS 850511) follow
 * CEPII BACI; 2022 and 2024 are complete, other years cover the main partners only.
 */
final class SampleCharts {

  static final TextMeasure MEASURE = TextMeasure.inter();

  private static final double[] USA = {
    .151, .319, .413, .443, .589, .594, .624, .673, .669, .655, .563, .579, .598, .649, .652, .610, .650, .691, .691,
    .733, .778, .781, .745
  };
  private static final double[] DEU = {
    .071, .144, .301, .291, .363, .463, .537, .567, .592, .631, .622, .683, .632, .709, .672, .642, .683, .704, .737,
    .764, .825, .824, .824
  };
  private static final double[] FRA = {
    .110, .070, .108, .181, .210, .217, .229, .298, .364, .346, .548, .574, .569, .421, .456, .393, .482, .491, .320,
    .409, .532, .658, .593
  };
  private static final double[] ITA = {
    .338, .558, .507, .360, .351, .452, .427, .450, .645, .852, .698, .691, .686, .729, .740, .759, .810, .810, .821,
    .886, .862, .857, .761
  };
  private static final double[] JPN = {
    .441, .356, .319, .337, .322, .332, .381, .364, .335, .314, .215, .518, .259, .327, .353, .326, .309, .307, .325,
    .284, .278, .260, .276
  };
  private static final double[] GBR = {
    .383, .430, .376, .377, .503, .508, .500, .363, .474, .597, .606, .671, .680, .690, .723, .706, .709, .847, .701,
    .743, .767, .771, .683
  };
  private static final double[] CAN = {
    .199, .240, .185, .265, .267, .329, .365, .368, .411, .472, .562, .606, .577, .618, .615, .539, .567, .514, .513,
    .548, .573, .551, .520
  };
  private static final double[] KOR = {
    .529, .473, .459, .437, .357, .830, .842, .835, .928, .963, .942, .953, .967, .935, .976, .867, .886, .873, .886,
    .860, .873, .848, .874
  };

  private SampleCharts() {}

  /** Every sample by name, in one size. */
  static Map<String, Drawing> all(Frame frame) {
    Map<String, Drawing> charts = new LinkedHashMap<>();
    double high = frame.narrow() ? 340 : 250;
    charts.put("line-one", LineChart.draw(oneLine(), frame, high, MEASURE));
    charts.put("line-many", LineChart.draw(manyLines(), frame, high, MEASURE));
    charts.put("line-path", LineChart.draw(pathAndFan(), frame, high, MEASURE));
    charts.put("bar", BarChart.draw(bars(), frame, MEASURE));
    charts.put("heat", HeatMap.draw(heat(), frame, MEASURE));
    charts.put("slope", SlopeChart.draw(slope(), frame, high * 1.3, MEASURE));
    charts.put("multiples", SmallMultiples.draw(multiples(), frame, MEASURE));
    charts.put("dumbbell", DumbbellChart.draw(dumbbell(), frame, MEASURE));
    charts.put("sankey", Sankey.draw(sankey(), frame, high, MEASURE));
    charts.put("strip", StatusStrip.draw(strip(), frame, MEASURE));
    return charts;
  }

  static LineChart.Series series(String name, Role role, double[] values) {
    List<DataPoint> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      int year = 2002 + i;
      boolean complete = year == 2022 || year == 2024;
      points.add(complete ? DataPoint.measured(year, values[i]) : DataPoint.atMost(year, values[i]));
    }
    return new LineChart.Series(name, role, points);
  }

  private static final LineChart.Break BREAK =
      new LineChart.Break(2017, "2016 | 2017: other partners covered");

  static LineChart.Input oneLine() {
    return LineChart.Input.of(
            "China's share of Germany's magnet imports, 2002 to 2024",
            "China's share of Germany's imports of permanent magnets by value rose from at most 7% in 2002 to 82% in 2024.",
            YAxis.share("China's share of Germany's imports of permanent magnets (HS 850511), by value, %"),
            List.of(series("Germany", Role.FOCUS, DEU)))
        .withBreaks(List.of(BREAK))
        .withThresholds(
            List.of(
                new LineChart.Threshold(
                    "Yardstick: EU line of 65% by 2030", 0.65, LineChart.ThresholdKind.YARDSTICK)))
        .withEvents(
            List.of(
                event(2010, 9, 7, "Sep 2010", "China halts shipments to Japan"),
                event(2014, 8, 7, "Aug 2014", "WTO rules against quotas"),
                event(2023, 12, 21, "Dec 2023", "Export ban on magnet technology"),
                event(2025, 4, 4, "Apr 2025", "Licences for seven rare earths"),
                event(2025, 10, 9, "Oct 2025", "Controls widened, then suspended")));
  }

  static LineChart.Input manyLines() {
    return LineChart.Input.of(
            "China's share of magnet imports, G7 and South Korea, 2002 to 2024",
            "Of eight allies only Japan buys less than half of its magnets from China.",
            YAxis.share("China's share of imports of permanent magnets (HS 850511), by value, %"),
            List.of(
                series("Germany", Role.FOCUS, DEU),
                series("United States", Role.NORMAL, USA),
                series("France", Role.NORMAL, FRA),
                series("Italy", Role.NORMAL, ITA),
                series("Japan", Role.NORMAL, JPN),
                series("United Kingdom", Role.CONTEXT, GBR),
                series("Canada", Role.CONTEXT, CAN),
                series("South Korea", Role.CONTEXT, KOR)))
        .withBreaks(List.of(BREAK));
  }

  static LineChart.Input pathAndFan() {
    List<DataPoint> points =
        List.of(
            DataPoint.measured(2018, 0.34).between(0.31, 0.36),
            DataPoint.measured(2019, 0.36).between(0.33, 0.39),
            DataPoint.measured(2020, 0.41).between(0.36, 0.43),
            DataPoint.measured(2022, 0.38).between(0.35, 0.44),
            DataPoint.measured(2023, 0.33).between(0.30, 0.37),
            DataPoint.measured(2024, 0.29).between(0.27, 0.31));
    return LineChart.Input.of(
            "EU imports of compounds: the way to 2030",
            "China's share of EU imports of compounds stood at 29% in 2024, below the path to the 2030 benchmark.",
            YAxis.share("China's share of extra-EU imports of rare-earth compounds, by value, %"),
            List.of(new LineChart.Series("European Union", Role.FOCUS, points)))
        .withThresholds(
            List.of(new LineChart.Threshold("Target: at most 65% by 2030", 0.65, LineChart.ThresholdKind.TARGET)))
        .withPaths(
            List.of(
                new LineChart.TargetPath(
                    "Path to the target",
                    List.of(
                        new LineChart.Waypoint(TimeAxis.ofYear(2023), 0.9),
                        new LineChart.Waypoint(TimeAxis.ofYear(2030), 0.65)))))
        .withFans(
            List.of(
                new LineChart.Fan(
                    "Projection, 80% interval",
                    List.of(
                        new LineChart.FanPoint(TimeAxis.ofYear(2024), 0.29, 0.29, 0.29),
                        new LineChart.FanPoint(TimeAxis.ofYear(2026), 0.17, 0.26, 0.37),
                        new LineChart.FanPoint(TimeAxis.ofYear(2028), 0.11, 0.24, 0.42),
                        new LineChart.FanPoint(TimeAxis.ofYear(2030), 0.06, 0.22, 0.47)))));
  }

  static BarChart.Input bars() {
    return new BarChart.Input(
        "Germany's suppliers of permanent magnets in 2024",
        "China supplied 82% of Germany's imports of permanent magnets in 2024.",
        "Share of Germany's imports of permanent magnets (HS 850511) by value, 2024, %",
        List.of(
            BarChart.Row.of("China", Role.WATCHED, 0.824, "82.4%").withEarlier(0.811, "+1.3 points").between(0.80, 0.84),
            BarChart.Row.of("Austria", Role.NORMAL, 0.041, "4.1%").withEarlier(0.052, "\u22121.1 points"),
            BarChart.Row.of("Japan", Role.NORMAL, 0.036, "3.6%").withEarlier(0.034, "+0.2 points"),
            BarChart.Row.of("Slovenia", Role.NORMAL, 0.019, "1.9%").withEarlier(0.019, "unchanged"),
            BarChart.Row.of("Other Asia, not elsewhere specified", Role.NORMAL, 0.012, "1.2%"),
            BarChart.Row.of("14 others", Role.CONTEXT, 0.068, "6.8%").withEarlier(0.084, "\u22121.6 points")),
        1,
        "Tick: 2022, the last complete year before",
        "Whisker: range that partners without a name leave open",
        Words.english());
  }

  static HeatMap.Input heat() {
    List<HeatMap.Row> rows = new ArrayList<>();
    String[] names = {
      "Canada", "France", "Germany", "Italy", "Japan", "United Kingdom", "United States", "European Union", "Australia",
      "India", "South Korea", "Mexico"
    };
    double[] magnets = {.520, .593, .824, .761, .276, .683, .745, .886, .782, .842, .874, .790};
    double[] compounds = {.463, -1, -1, -1, .721, .219, .613, .285, .348, .408, .494, -1};
    for (int i = 0; i < names.length; i++) {
      List<HeatMap.Cell> cells = new ArrayList<>();
      cells.add(new HeatMap.Cell.Empty("No trade code separates rare-earth ore from other ores"));
      cells.add(
          compounds[i] < 0
              ? new HeatMap.Cell.Empty("Member figures for compounds are confidential in part")
              : figure(compounds[i], "2023", Certainty.MEASURED));
      cells.add(i % 4 == 1
          ? figure(0.62 + i * 0.02, "at most, 2023", Certainty.UPPER_BOUND)
          : new HeatMap.Cell.Empty("Metals share a code with scandium and yttrium; no series ships"));
      cells.add(new HeatMap.Cell.Empty("Alloys have no code of their own"));
      cells.add(figure(magnets[i], "2024", Certainty.MEASURED));
      rows.add(new HeatMap.Row(names[i], cells));
    }
    return HeatMap.Input.ofShares(
        "China's share of imports by ally and stage",
        "China's share is highest for magnets: above half for every ally but Japan.",
        "China's share of imports by value, %, latest year",
        List.of("Ore", "Compounds", "Metal", "Alloy", "Magnets"),
        rows);
  }

  private static HeatMap.Cell figure(double value, String note, Certainty certainty) {
    return new HeatMap.Cell.Figure(value, ValueFormat.percent(0).format(value), note, certainty);
  }

  static SlopeChart.Input slope() {
    return SlopeChart.Input.of(
        "China's share of magnet imports, 2017 and 2024",
        "The share rose in eight of nine economies between 2017 and 2024.",
        YAxis.share("China's share of imports of permanent magnets by value, %"),
        "2017",
        "2024",
        List.of(
            slopeLine("Germany", Role.FOCUS, .642, .824),
            slopeLine("United States", Role.NORMAL, .610, .745),
            slopeLine("France", Role.NORMAL, .393, .593),
            slopeLine("Italy", Role.NORMAL, .759, .761),
            slopeLine("Japan", Role.WATCHED, .326, .276),
            slopeLine("United Kingdom", Role.CONTEXT, .706, .683),
            slopeLine("Canada", Role.CONTEXT, .539, .520),
            slopeLine("South Korea", Role.CONTEXT, .867, .874),
            slopeLine("India", Role.CONTEXT, .718, .842),
            slopeLine("Australia", Role.CONTEXT, .765, .782),
            slopeLine("Mexico", Role.CONTEXT, .264, .790)));
  }

  private static SlopeChart.Line slopeLine(String name, Role role, double from, double to) {
    return new SlopeChart.Line(name, role, from, Certainty.UPPER_BOUND, to, Certainty.MEASURED);
  }

  static SmallMultiples.Input multiples() {
    return SmallMultiples.Input.of(
            "China's share of magnet imports, by ally",
            "China's share rose in seven of eight allies since 2002; Japan's fell.",
            YAxis.share("China's share of imports of permanent magnets (HS 850511), by value, %"),
            List.of(
                series("Germany", Role.FOCUS, DEU),
                series("United States", Role.NORMAL, USA),
                series("France", Role.NORMAL, FRA),
                series("Italy", Role.NORMAL, ITA),
                series("Japan", Role.NORMAL, JPN),
                series("United Kingdom", Role.NORMAL, GBR),
                series("Canada", Role.NORMAL, CAN),
                series("South Korea", Role.NORMAL, KOR)))
        .withBreaks(List.of(BREAK));
  }

  static DumbbellChart.Input dumbbell() {
    return DumbbellChart.Input.ofShares(
        "China's share of compound imports by value and by weight, 2023",
        "China weighs more by weight than by value in five of seven allies; in Japan and Canada it is the other way round.",
        "China's share of imports of rare-earth compounds (HS 2846), 2023, %",
        "by value",
        "by weight",
        List.of(
            new DumbbellChart.Row("Japan", .721, .639, ""),
            new DumbbellChart.Row("United States", .613, .753, ""),
            new DumbbellChart.Row("South Korea", .494, .617, "most only by weight"),
            new DumbbellChart.Row("Canada", .463, .263, ""),
            new DumbbellChart.Row("India", .408, .742, "most only by weight"),
            new DumbbellChart.Row("Australia", .348, .558, "most only by weight"),
            new DumbbellChart.Row("United Kingdom", .219, .508, "most only by weight")));
  }

  static Sankey.Input sankey() {
    return new Sankey.Input(
        "Who sells magnets to whom, 2024",
        "China is the largest seller to four of five buyers.",
        "Imports of permanent magnets (HS 850511), 2024, million US dollars",
        ValueFormat.number(0),
        List.of(
            new Sankey.Flow("China", "United States", 560),
            new Sankey.Flow("China", "Germany", 690),
            new Sankey.Flow("China", "South Korea", 480),
            new Sankey.Flow("China", "Italy", 240),
            new Sankey.Flow("China", "Japan", 90),
            new Sankey.Flow("Japan", "United States", 90),
            new Sankey.Flow("Japan", "Germany", 30),
            new Sankey.Flow("Japan", "South Korea", 40),
            new Sankey.Flow("Philippines", "Japan", 120),
            new Sankey.Flow("Vietnam", "South Korea", 25),
            new Sankey.Flow("Germany", "United States", 40),
            new Sankey.Flow("Germany", "Italy", 22),
            new Sankey.Flow("Others", "United States", 60),
            new Sankey.Flow("Others", "Germany", 110),
            new Sankey.Flow("Others", "Japan", 80)),
        List.of("China"),
        Words.english());
  }

  static StatusStrip.Input strip() {
    return new StatusStrip.Input(
        "Germany's commitments by status",
        "Of 31 commitments that bear on Germany 4 are met and 12 cannot be tested with public data.",
        List.of(
            new StatusStrip.Part("met", 4, StatusStrip.Tone.REACHED),
            new StatusStrip.Part("on track", 3, StatusStrip.Tone.ON_WAY),
            new StatusStrip.Part("open", 6, StatusStrip.Tone.OPEN),
            new StatusStrip.Part("off track", 5, StatusStrip.Tone.BEHIND),
            new StatusStrip.Part("missed", 1, StatusStrip.Tone.FAILED),
            new StatusStrip.Part("not testable", 12, StatusStrip.Tone.UNKNOWN)),
        "Status",
        "Commitments");
  }

  private static LineChart.Event event(int year, int month, int day, String date, String label) {
    return new LineChart.Event(TimeAxis.ofDate(LocalDate.of(year, month, day)), date, label);
  }
}
