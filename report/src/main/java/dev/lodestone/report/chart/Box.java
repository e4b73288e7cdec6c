package dev.lodestone.report.chart;

/**
 * An upright rectangle, in points.
 *
 * @param x left edge
 * @param y top edge
 * @param width not negative
 * @param height not negative
 */
public record Box(double x, double y, double width, double height) {

  public Box {
    Check.finite("x", x);
    Check.finite("y", y);
    Check.notNegative("width", width);
    Check.notNegative("height", height);
  }

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  /** Whether the insides of the two meet; boxes that only touch do not overlap. */
  public boolean overlaps(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  /** Whether the other lies wholly inside, edges included, up to a tolerance in points. */
  public boolean contains(Box other, double tolerancePt) {
    return other.x >= x - tolerancePt
        && other.y >= y - tolerancePt
        && other.right() <= right() + tolerancePt
        && other.bottom() <= bottom() + tolerancePt;
  }

  /** Grown by the same margin on every side. */
  public Box grownBy(double margin) {
    return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
  }
}
