package dev.lodestone.report.chart;

/**
 * A place in a drawing, in points from its top left corner.
 *
 * @param x to the right
 * @param y downwards
 */
public record Point(double x, double y) {

  public Point {
    Check.finite("x", x);
    Check.finite("y", y);
  }
}
