package dev.lodestone.report.chart;

/**
 * The room a chart gets.
 *
 * @param widthPt of the drawing, at least {@value #MIN_WIDTH_PT} points
 * @param baseSizePt size of ordinary labels in points
 */
public record Frame(double widthPt, double baseSizePt) {

  /** Narrower than this no chart can be read. */
  public static final double MIN_WIDTH_PT = 160;

  private static final double PAGE_WIDTH_PT = 174 / 25.4 * 72;

  public Frame {
    Check.finite("chart width", widthPt);
    if (widthPt < MIN_WIDTH_PT) {
      throw new IllegalArgumentException("a chart is at least " + MIN_WIDTH_PT + " points wide, not " + widthPt);
    }
    Check.positive("label size", baseSizePt);
    if (baseSizePt > widthPt / 12) {
      throw new IllegalArgumentException("labels of " + baseSizePt + " points in " + widthPt + " points of width");
    }
  }

  /** The text width of an A4 page, 174 mm, with labels of 8 points. */
  public static Frame page() {
    return new Frame(PAGE_WIDTH_PT, 8);
  }

  /** Half a page's text width, for two charts side by side. */
  public static Frame halfPage() {
    return new Frame((PAGE_WIDTH_PT - 16) / 2, 7.5);
  }

  /** A phone of 390 CSS pixels less its margins, with labels of 11 pixels. */
  public static Frame phone() {
    return new Frame(358, 11);
  }

  /** A column on a desktop screen, with labels of 12 pixels. */
  public static Frame desktop() {
    return new Frame(760, 12);
  }

  /** Room for about 45 characters or fewer: labels move above what they name. */
  boolean narrow() {
    return widthPt / baseSizePt < 45;
  }

  TextStyle label() {
    return TextStyle.regular(baseSizePt, Theme.INK);
  }

  TextStyle strong() {
    return TextStyle.semibold(baseSizePt, Theme.INK);
  }

  TextStyle muted() {
    return TextStyle.regular(baseSizePt, Theme.MUTED);
  }

  TextStyle small() {
    return TextStyle.regular(baseSizePt * 0.88, Theme.MUTED);
  }

  /** Distance of baselines. */
  double lead() {
    return baseSizePt * 1.3;
  }
}
