package dev.lodestone.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.report.chart.LineChart.DataPoint;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineChartTest {

  private static final YAxis AXIS = YAxis.share("Share of imports by value, %");

  @Test
  void leavesAMissingYearOpen() {
    Drawing drawing =
        draw(input(DataPoint.measured(2018, .3), DataPoint.measured(2019, .4), DataPoint.measured(2022, .5), DataPoint.measured(2023, .6)));
    assertThat(lines(drawing)).hasSize(2).allSatisfy(line -> assertThat(line.points()).hasSize(2));
  }

  @Test
  void doesNotJoinALineAcrossABreak() {
    LineChart.Input input =
        input(DataPoint.measured(2016, .3), DataPoint.measured(2017, .4), DataPoint.measured(2018, .5))
            .withBreaks(List.of(new LineChart.Break(2017, "codes changed")));
    Drawing drawing = draw(input);
    assertThat(lines(drawing)).hasSize(1);
    assertThat(lines(drawing).getFirst().points()).hasSize(2);
    assertThat(texts(drawing)).contains("codes changed");
    assertThat(drawing.marks())
        .filteredOn(m -> m instanceof Mark.Line line && line.x1() == line.x2() && line.stroke().dash() == Dash.DOTTED)
        .hasSize(1);
  }

  @Test
  void dashesWhatLeadsToAnUpperBoundAndSaysSo() {
    Drawing drawing = draw(input(DataPoint.measured(2021, .3), DataPoint.measured(2022, .4), DataPoint.atMost(2023, .5)));
    assertThat(lines(drawing)).extracting(l -> l.stroke().dash()).containsExactly(Dash.SOLID, Dash.SHORT);
    assertThat(texts(drawing)).contains("Germany at most 50%", "at most: not all partners are in the statistics");
    assertThat(drawing.data().rows().getLast()).containsExactly("2023", "at most 50%");
  }

  @Test
  void marksAnUpperBoundByAHollowMarkerWithATickDownwards() {
    Drawing drawing = draw(input(DataPoint.atMost(2023, .5)));
    Mark.Circle marker =
        drawing.marks().stream()
            .filter(Mark.Circle.class::isInstance).map(Mark.Circle.class::cast).findFirst().orElseThrow();
    assertThat(marker.fill().colour()).isEqualTo(Colour.WHITE);
    assertThat(drawing.marks())
        .anyMatch(m -> m instanceof Mark.Line l && l.x1() == marker.cx() && l.y1() == marker.cy() && l.y2() > l.y1());
  }

  @Test
  void namesMonthsWhereFiguresAreMonthly() {
    List<DataPoint> points =
        IntStream.range(0, 14)
            .mapToObj(i -> YearMonth.of(2025, 1).plusMonths(i))
            .map(m -> new DataPoint(TimeAxis.ofMonth(m), m.toString(), .4, Certainty.MEASURED, .4, .4))
            .toList();
    LineChart.Input input =
        LineChart.Input.of("title", "alt", AXIS, List.of(new LineChart.Series("Germany", Role.NORMAL, points))).withStepYears(1 / 12.0);
    assertThat(texts(draw(input))).contains("2025-01", "2025-07", "2026-02").as("half a month from the last").doesNotContain("2025", "2026");
    assertThat(texts(LineChart.draw(input, Frame.phone(), 200, TextMeasure.inter()))).contains("2025-01", "2026-02");
  }

  @Test
  void drawsHigherValuesHigher() {
    Drawing drawing = draw(input(DataPoint.measured(2022, .25), DataPoint.measured(2023, .75)));
    List<Point> points = lines(drawing).getFirst().points();
    assertThat(points.get(1).y()).isLessThan(points.get(0).y());
    assertThat(points.get(1).x()).isGreaterThan(points.get(0).x());
  }

  @Test
  void labelsTheLastYearOfTheFigures() {
    LineChart.Input input =
        SampleCharts.oneLine();
    assertThat(texts(LineChart.draw(input, Frame.page(), 250, SampleCharts.MEASURE))).contains("2024");
    assertThat(texts(LineChart.draw(input, Frame.phone(), 250, SampleCharts.MEASURE))).contains("2024");
  }

  @Test
  void numbersEventsOnAPhoneAndNamesThemBelow() {
    Drawing phone = LineChart.draw(SampleCharts.oneLine(), Frame.phone(), 300, SampleCharts.MEASURE);
    assertThat(texts(phone)).contains("1", "5").anyMatch(t -> t.startsWith("1 ") && t.contains("Sep 2010 · China halts"));
    Drawing page = LineChart.draw(SampleCharts.oneLine(), Frame.page(), 250, SampleCharts.MEASURE);
    assertThat(texts(page)).doesNotContain("1").anyMatch(t -> t.startsWith("Sep 2010 China"));
  }

  @Test
  void saysHowManySeriesHaveNoRoomForTheirName() {
    List<LineChart.Series> many = new java.util.ArrayList<>();
    for (int i = 0; i < 60; i++) {
      many.add(new LineChart.Series("Economy " + i, i == 59 ? Role.FOCUS : Role.CONTEXT, List.of(DataPoint.measured(2024, .5))));
    }
    Drawing drawing = LineChart.draw(LineChart.Input.of("t", "a", AXIS, many), Frame.page(), 150, SampleCharts.MEASURE);
    long named = texts(drawing).stream().filter(t -> t.startsWith("Economy")).count();
    assertThat(texts(drawing)).contains("Economy 59 50%", "and " + (60 - named) + " more");
    assertThat(drawing.data().headers()).hasSize(61);
  }

  @Test
  void putsGivenFiguresInTheTable() {
    Drawing drawing =
        draw(input(DataPoint.measured(2021, .3).between(.25, .35), DataPoint.measured(2023, .4)));
    assertThat(drawing.data())
        .isEqualTo(
            new DataTable(
                List.of("Period", "Germany"), List.of(List.of("2021", "30% (25%\u201335%)"), List.of("2023", "40%"))));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNoNumber(double value) {
    assertThatThrownBy(() -> DataPoint.measured(2024, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("value of 2024 must be a finite number, not " + value);
    assertThatThrownBy(() -> new LineChart.Threshold("t", value, LineChart.ThresholdKind.TARGET))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BarChart.Row.of("China", Role.NORMAL, value, "?"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HeatMap.Cell.Figure(value, "?", "", Certainty.MEASURED))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SlopeChart.Line.of("China", Role.NORMAL, 0, value))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DumbbellChart.Row("China", value, 0, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Sankey.Flow("a", "b", value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesPointsOutOfOrder() {
    List<DataPoint> points = List.of(DataPoint.measured(2024, .3), DataPoint.measured(2023, .4));
    assertThatThrownBy(() -> new LineChart.Series("Germany", Role.FOCUS, points))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("points of \"Germany\" are not in order of time: 2024, 2023");
  }

  @Test
  void placesPeriodsInTheirMiddle() {
    assertThat(TimeAxis.ofYear(2023)).isEqualTo(2023.5);
    assertThat(TimeAxis.ofMonth(YearMonth.of(2023, 1))).isCloseTo(2023 + 0.5 / 12, within(1e-12));
    assertThat(TimeAxis.ofDate(LocalDate.of(2024, 12, 31))).isCloseTo(2024 + 365.5 / 366, within(1e-12));
  }

  private static LineChart.Input input(DataPoint... points) {
    return LineChart.Input.of(
        "t", "a", AXIS, List.of(new LineChart.Series("Germany", Role.FOCUS, List.of(points))));
  }

  private static Drawing draw(LineChart.Input input) {
    return LineChart.draw(input, Frame.page(), 200, SampleCharts.MEASURE);
  }

  private static List<Mark.Polyline> lines(Drawing drawing) {
    return drawing.marks().stream().filter(Mark.Polyline.class::isInstance).map(Mark.Polyline.class::cast).toList();
  }

  private static List<String> texts(Drawing drawing) {
    return drawing.texts().stream().map(Mark.Text::string).toList();
  }
}
