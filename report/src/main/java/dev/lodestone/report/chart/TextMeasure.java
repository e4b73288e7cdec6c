package dev.lodestone.report.chart;

/** How wide a text will be when it is drawn. Widths must not come out smaller than the writers' fonts draw them. */
@FunctionalInterface
public interface TextMeasure {

  /** Height above the baseline that letters may take, in font sizes (Inter: ascender of b, d, l 0.756). */
  double ASCENT_EM = 0.77;

  /** Depth below the baseline, in font sizes (Inter: g, p, y 0.205). */
  double DESCENT_EM = 0.22;

  /**
   * The advance width of one line, without kerning.
   *
   * @param text any text
   * @param semibold weight 600 instead of 400
   * @param sizePt font size in points
   * @return points
   */
  double widthPt(String text, boolean semibold, double sizePt);

  /** The width in a style. */
  default double widthPt(String text, TextStyle style) {
    return widthPt(text, style.isSemibold(), style.sizePt());
  }

  /** Widths of the briefings' own font. */
  static TextMeasure inter() {
    return InterMetrics.instance();
  }
}
