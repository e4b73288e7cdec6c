package dev.lodestone.report.chart;

import java.util.List;

/** The shapes that tell series apart without colour. */
enum Marker {
  CIRCLE,
  SQUARE,
  TRIANGLE,
  DIAMOND;

  static Marker ofSeries(int index) {
    return values()[index % values().length];
  }

  /** The shape about a point; hollow shapes are white inside. */
  Mark at(double x, double y, double radius, Colour colour, boolean hollow) {
    Fill fill = Fill.of(hollow ? Colour.WHITE : colour);
    Stroke stroke = hollow ? Stroke.of(colour, radius * 0.5) : Stroke.NONE;
    return switch (this) {
      case CIRCLE -> new Mark.Circle(x, y, radius, fill, stroke);
      case SQUARE -> {
        double half = radius * 0.89;
        yield new Mark.Rect(x - half, y - half, 2 * half, 2 * half, 0, fill, stroke);
      }
      case TRIANGLE ->
          polygon(fill, stroke, x, y - radius * 1.2, x + radius * 1.1, y + radius * 0.8, x - radius * 1.1, y + radius * 0.8);
      case DIAMOND ->
          polygon(fill, stroke, x, y - radius * 1.25, x + radius * 1.25, y, x, y + radius * 1.25, x - radius * 1.25, y);
    };
  }

  private static Mark polygon(Fill fill, Stroke stroke, double... xy) {
    List<Point> points = new java.util.ArrayList<>();
    for (int i = 0; i < xy.length; i += 2) {
      points.add(new Point(xy[i], xy[i + 1]));
    }
    return new Mark.Polygon(points, fill, stroke);
  }
}
