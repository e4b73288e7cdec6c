package dev.lodestone.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BarChartTest {

  private static final BarChart.Row CHINA = BarChart.Row.of("China", Role.WATCHED, 0.8, "80%").withEarlier(0.9, "\u221210.0 points");
  private static final BarChart.Row AUSTRIA = BarChart.Row.of("Austria", Role.NORMAL, 0.2, "20%");

  @Test
  void barsOfChartsThatStandBesideOneAnotherAreDrawnToOneScale() {
    BarChart.Input left = BarChart.Input.of("left", "left", "%, 2024", List.of(CHINA)).beside(List.of(AUSTRIA));
    BarChart.Input right = BarChart.Input.of("right", "right", "%, 2024", List.of(AUSTRIA)).beside(List.of(CHINA));

    for (Frame frame : List.of(Frame.halfPage(), Frame.phone(), Frame.page())) {
      assertThat(bar(left, frame).width() / bar(right, frame).width()).isCloseTo(4, within(1e-9));
      assertThat(bar(left, frame).x()).isEqualTo(bar(right, frame).x());
    }
  }

  @Test
  void theLongestBarOfAChartAloneFillsItsRoom() {
    BarChart.Input alone = BarChart.Input.of("alone", "alone", "%, 2024", List.of(AUSTRIA));

    assertThat(bar(alone, Frame.halfPage()).width()).isGreaterThan(Frame.halfPage().widthPt() / 2);
  }

  private static Mark.Rect bar(BarChart.Input input, Frame frame) {
    return BarChart.draw(input, frame, TextMeasure.inter()).marks().stream()
        .filter(Mark.Rect.class::isInstance)
        .map(Mark.Rect.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
