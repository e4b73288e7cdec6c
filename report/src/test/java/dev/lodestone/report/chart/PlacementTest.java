package dev.lodestone.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlacementTest {

  @Test
  void leavesLabelsWhereTheyWishIfNoneMeet() {
    List<Shelf.Place> places = Shelf.place(List.of(wish(80), wish(20), wish(50)), 0, 100);
    assertThat(places).containsExactly(new Shelf.Place(0, 80), new Shelf.Place(1, 20), new Shelf.Place(2, 50));
  }

  @Test
  void sharesTheDisplacementBetweenLabelsThatMeet() {
    // Two labels of 10 at 50 and 54: together from 42 to 62.
    List<Shelf.Place> places = Shelf.place(List.of(wish(50), wish(54)), 0, 100);
    assertThat(places.get(0).centre()).isCloseTo(47, within(1e-9));
    assertThat(places.get(1).centre()).isCloseTo(57, within(1e-9));
  }

  @Test
  void keepsLabelsInsideTheRoom() {
    List<Shelf.Place> places = Shelf.place(List.of(wish(-5), wish(99), wish(100), wish(120)), 0, 100);
    assertThat(places).extracting(Shelf.Place::centre).containsExactly(5.0, 75.0, 85.0, 95.0);
  }

  @Test
  void leavesOutTheLeastImportantWhereRoomIsShort() {
    List<Shelf.Place> places =
        Shelf.place(
            List.of(new Shelf.Wish(10, 10, 0), new Shelf.Wish(10, 10, 2), new Shelf.Wish(10, 10, 1)), 0, 20);
    assertThat(places).extracting(Shelf.Place::index).containsExactly(1, 2);
  }

  @Test
  void takesThePlaceThatCoversTheLeast() {
    Crowd crowd = new Crowd(new Box(0, 0, 100, 100));
    crowd.addLine(0, 15, 100, 15, 3);
    crowd.addLine(0, 45, 100, 45, 1);
    crowd.addLabel(new Box(0, 70, 100, 20));
    List<Box> candidates =
        List.of(new Box(10, 10, 10, 10), new Box(10, 40, 10, 10), new Box(10, 75, 10, 10), new Box(95, 20, 10, 10));
    assertThat(crowd.place(candidates)).contains(1);
    assertThat(crowd.place(candidates)).contains(0);
    assertThat(crowd.place(candidates)).isEmpty();
  }

  @Test
  void seesALineThatCrossesWithoutAnEndInside() {
    Crowd crowd = new Crowd(new Box(0, 0, 100, 100));
    crowd.addLine(0, 0, 100, 100, 1);
    assertThat(crowd.place(List.of(new Box(40, 45, 20, 10), new Box(60, 20, 20, 10)))).contains(1);
  }

  @Test
  void findsRoundTicks() {
    assertThat(Ticks.step(1, 5)).isCloseTo(0.2, within(1e-12));
    assertThat(Ticks.step(1, 2)).isCloseTo(0.5, within(1e-12));
    assertThat(Ticks.step(130, 5)).isCloseTo(50, within(1e-9));
    assertThat(Ticks.step(9e6, 4)).isCloseTo(2.5e6, within(1e-3));
    assertThat(Ticks.multiples(0, 1, 0.25)).containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
  }

  @Test
  void keepsTheAnchorYearAndItsDistance() {
    assertThat(Ticks.years(2018, 2024, 2024, 0.9)).containsExactly(2018, 2019, 2020, 2021, 2022, 2023, 2024);
    assertThat(Ticks.years(2002, 2025, 2024, 1.7)).startsWith(2002).contains(2024).doesNotContain(2025);
    assertThat(Ticks.years(2002, 2025, 2024, 3.5)).containsExactly(2005, 2010, 2015, 2020, 2024);
  }

  @Test
  void breaksLinesAtBlanksAndEndsThemWithAnEllipsis() {
    TextFit fit = new TextFit((text, semibold, size) -> text.codePointCount(0, text.length()));
    TextStyle style = TextStyle.regular(1, Theme.INK);
    assertThat(fit.lines("one two three", style, 7, 3)).containsExactly("one two", "three");
    assertThat(fit.lines("one two three four", style, 7, 2)).containsExactly("one two", "three\u2026");
    assertThat(fit.lines("abcdefghij", style, 4, 3)).containsExactly("abcd", "efgh", "ij");
    assertThat(fit.lines("  ", style, 4, 3)).isEmpty();
  }

  @Test
  void writesNumbersForReaders() {
    assertThat(ValueFormat.percent(1).format(0.745)).isEqualTo("74.5%");
    assertThat(ValueFormat.percent(0).format(0.285)).isEqualTo("29%");
    assertThat(ValueFormat.percent(1).format(0.0745)).isEqualTo("7.5%");
    assertThat(ValueFormat.number(0).format(1234567.5)).isEqualTo("1,234,568");
    assertThat(ValueFormat.number(1).format(-1234.56)).isEqualTo("\u22121,234.6");
    assertThat(ValueFormat.number(0).format(-0.2)).isEqualTo("0");
    assertThat(ValueFormat.number(0).format(999)).isEqualTo("999");
  }

  @Test
  void keepsTextReadableOnEveryColourOfTheHeatMap() {
    for (Colour ground : Theme.SEQUENTIAL) {
      assertThat(Theme.textOn(ground).contrastWith(ground)).as(ground.hex()).isGreaterThanOrEqualTo(4.5);
    }
    for (Colour colour : Theme.SERIES) {
      assertThat(Theme.asText(colour).contrastWith(Colour.WHITE)).as(colour.hex()).isGreaterThanOrEqualTo(4.5);
    }
    assertThat(Theme.MUTED.contrastWith(Colour.WHITE)).isGreaterThanOrEqualTo(4.5);
  }

  @Test
  void makesTheHeatMapsColoursDarkerStepByStep() {
    for (int i = 1; i < Theme.SEQUENTIAL.size(); i++) {
      assertThat(Theme.SEQUENTIAL.get(i).luminance()).isLessThan(Theme.SEQUENTIAL.get(i - 1).luminance() * 0.85);
    }
    assertThat(HeatMap.colourStep(0.2, List.of(0.2, 0.4, 0.6, 0.8))).isEqualTo(1);
    assertThat(HeatMap.colourStep(-1, List.of(0.2, 0.4, 0.6, 0.8))).isZero();
    assertThat(HeatMap.colourStep(1, List.of(0.2, 0.4, 0.6, 0.8))).isEqualTo(4);
  }

  private static Shelf.Wish wish(double centre) {
    return new Shelf.Wish(centre, 10, 0);
  }
}
