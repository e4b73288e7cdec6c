package dev.lodestone.report.chart;

/** Widths of Inter, by classes of letters, rounded up. */
final class InterMetrics implements TextMeasure {

  private static final InterMetrics INSTANCE = new InterMetrics();

  private static final double SEMIBOLD_FACTOR = 1.05;

  private InterMetrics() {}

  static InterMetrics instance() {
    return INSTANCE;
  }

  @Override
  public double widthPt(String text, boolean semibold, double sizePt) {
    double ems = text.codePoints().mapToDouble(InterMetrics::widthEm).sum();
    return ems * sizePt * (semibold ? SEMIBOLD_FACTOR : 1);
  }

  private static double widthEm(int c) {
    if ("ijl.,:;'|!I ".indexOf(c) >= 0) {
      return 0.29;
    }
    if ("frt()[]-/".indexOf(c) >= 0) {
      return 0.40;
    }
    if ("mwMW%@".indexOf(c) >= 0) {
      return 0.97;
    }
    if (c < 0x250) {
      return Character.isUpperCase(c) ? 0.76 : 0.63;
    }
    return c < 0x2e80 ? 0.80 : 1.0;
  }
}
