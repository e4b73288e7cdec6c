package dev.lodestone.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.report.chart.HeatMap.Cell;
import dev.lodestone.report.chart.HeatMap.Row;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatMapTest {

  private static final Cell NONE = new Cell.Empty("The files read hold no figure.");

  @Test
  void namesRowsWithoutAnyFigureInALineOnceThereAreThree() {
    List<Row> rows = new ArrayList<>(List.of(row("Italy", figure(0.62), figure(0.2))));
    rows.addAll(List.of(row("Japan", NONE, NONE), row("Canada", NONE, NONE), row("Mexico", NONE, NONE)));

    assertThat(lines(List.of("Metal", "Magnets"), rows)).contains("Japan, Canada, Mexico: The files read hold no figure.").doesNotContain("Japan");
    assertThat(draw(List.of("Metal", "Magnets"), rows).data().rows()).as("the table beside the picture keeps them").hasSize(4);
    assertThat(lines(List.of("Metal", "Magnets"), rows.subList(0, 3))).as("two are hatched").contains("Japan", "Canada", "no figure");
  }

  @Test
  void drawsRowsOfGapsWhereNobodyHasAFigure() {
    List<Row> rows = List.of(row("Japan", NONE), row("Canada", NONE), row("Mexico", NONE));

    assertThat(lines(List.of("Metal"), rows)).contains("Japan", "Canada", "Mexico");
  }

  @Test
  void explainsTheHatchOnlyWhereACellIsHatched() {
    assertThat(lines(List.of("Metal", "Magnets"), List.of(row("Italy", figure(0.62), figure(0.2))))).doesNotContain("no figure");
  }

  @Test
  void drawsTheOnlyColumnAsBarsAsLongAsTheirShares() {
    Drawing drawing = draw(List.of("Metal"), List.of(row("Italy", figure(0.8)), row("Japan", figure(0.2)), row("Mexico", figure(1))));
    List<Mark.Rect> rects = drawing.marks().stream().filter(Mark.Rect.class::isInstance).map(Mark.Rect.class::cast).toList();
    // Behind the legend a ground and a bar for each row.
    List<Mark.Rect> last = rects.subList(rects.size() - 6, rects.size());
    double whole = last.getFirst().width();

    assertThat(last.get(1).width()).isCloseTo(0.8 * whole, within(1e-9));
    assertThat(last.get(3).width()).isCloseTo(0.2 * whole, within(1e-9));
    assertThat(last.get(5).width()).isCloseTo(whole, within(1e-9));
  }

  @Test
  void manyRowsHaveTheirYearsBesideTheFiguresSoThatTheMapFitsAPage() {
    List<Row> five = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      five.add(row("Ally " + i, figure(0.62), figure(0.2)));
    }
    List<Row> six = new ArrayList<>(five);
    six.add(row("Ally 5", figure(0.62), figure(0.2)));

    assertThat(draw(List.of("Metal", "Magnets"), six).heightPt()).isLessThan(draw(List.of("Metal", "Magnets"), five).heightPt());
    assertThat(lines(List.of("Metal", "Magnets"), six).stream().filter("2024"::equals)).as("each keeps its year").hasSize(12);
  }

  @Test
  void noLetterOfTheMapIsMuchSmallerThanItsLabels() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rows.add(row("Ally " + i, figure(0.62), new Cell.Empty("Nothing was read.")));
    }
    List<Mark.Text> texts = draw(List.of("Metal", "Magnets"), rows).texts();

    // 0.88 of 8 points: years, legend and reasons.
    assertThat(texts).allSatisfy(text -> assertThat(text.style().sizePt()).as(text.string()).isGreaterThanOrEqualTo(7.04 - 1e-9));
  }

  private static Row row(String name, Cell... cells) {
    return new Row(name, List.of(cells));
  }

  private static Cell figure(double share) {
    return new Cell.Figure(share, Math.round(share * 100) + "%", "2024", Certainty.MEASURED);
  }

  private static Drawing draw(List<String> columns, List<Row> rows) {
    return HeatMap.draw(HeatMap.Input.ofShares("t", "a", "Share, %", columns, rows), Frame.page(), SampleCharts.MEASURE);
  }

  private static List<String> lines(List<String> columns, List<Row> rows) {
    return draw(columns, rows).texts().stream().map(Mark.Text::string).toList();
  }
}
