package dev.lodestone.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextFitTest {

  private static final TextStyle STYLE = TextStyle.semibold(10, Theme.INK);

  private final TextFit fit = new TextFit(TextMeasure.inter());

  @Test
  void setsANameSmallerBeforeItIsCut() {
    String name = "Vereinigtes Königreich";
    double width = fit.width(name, STYLE);

    assertThat(fit.smaller(name, STYLE, width)).isEqualTo(STYLE);
    TextStyle smaller = fit.smaller(name, STYLE, width * 0.9);
    assertThat(smaller.sizePt()).isBetween(8.9, 9.0);
    assertThat(fit.oneLine(name, smaller, width * 0.9)).isEqualTo(name);
  }

  @Test
  void setsNoNameBelowFourFifths() {
    String name = "Vereinigtes Königreich";

    assertThat(fit.smaller(name, STYLE, fit.width(name, STYLE) * 0.5).sizePt()).isEqualTo(8.0);
  }
}
