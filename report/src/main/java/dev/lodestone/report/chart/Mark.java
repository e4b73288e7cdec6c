package dev.lodestone.report.chart;

import java.util.List;
import java.util.Objects;

/** One thing drawn. Later marks cover earlier ones. Coordinates are points, y downwards. */
public sealed interface Mark {

  /** A straight line. */
  record Line(double x1, double y1, double x2, double y2, Stroke stroke) implements Mark {
    public Line {
      Check.finite("x1", x1);
      Check.finite("y1", y1);
      Check.finite("x2", x2);
      Check.finite("y2", y2);
      Objects.requireNonNull(stroke, "stroke");
    }
  }

  /** An open line through at least two points. */
  record Polyline(List<Point> points, Stroke stroke) implements Mark {
    public Polyline {
      points = List.copyOf(points);
      if (points.size() < 2) {
        throw new IllegalArgumentException("a polyline needs two points, not " + points.size());
      }
      Objects.requireNonNull(stroke, "stroke");
    }
  }

  /** A closed area through at least three points. */
  record Polygon(List<Point> points, Fill fill, Stroke stroke) implements Mark {
    public Polygon {
      points = List.copyOf(points);
      if (points.size() < 3) {
        throw new IllegalArgumentException("a polygon needs three points, not " + points.size());
      }
      Objects.requireNonNull(fill, "fill");
      Objects.requireNonNull(stroke, "stroke");
    }
  }

  /** An upright rectangle, with rounded corners if the radius is above 0. */
  record Rect(double x, double y, double width, double height, double radius, Fill fill, Stroke stroke)
      implements Mark {
    public Rect {
      Check.finite("x", x);
      Check.finite("y", y);
      Check.notNegative("width", width);
      Check.notNegative("height", height);
      Check.notNegative("corner radius", radius);
      Objects.requireNonNull(fill, "fill");
      Objects.requireNonNull(stroke, "stroke");
    }
  }

  /** A circle. */
  record Circle(double cx, double cy, double radius, Fill fill, Stroke stroke) implements Mark {
    public Circle {
      Check.finite("cx", cx);
      Check.finite("cy", cy);
      Check.notNegative("radius", radius);
      Objects.requireNonNull(fill, "fill");
      Objects.requireNonNull(stroke, "stroke");
    }
  }

  /**
   * One line of text. The string is made drawable on the way in: one line, composed, without control characters.
   *
   * @param x of the anchor
   * @param y of the baseline
   * @param string what is written
   * @param style its look
   * @param anchor which end of the text stands at x
   * @param rotationDegrees clockwise, about (x, y)
   * @param halo a stroke behind the letters that keeps them readable over lines; {@link Stroke#NONE} for none
   */
  record Text(
      double x, double y, String string, TextStyle style, Anchor anchor, double rotationDegrees, Stroke halo)
      implements Mark {
    public Text {
      Check.finite("x", x);
      Check.finite("y", y);
      string = PlainText.clean(string);
      Objects.requireNonNull(style, "style");
      Objects.requireNonNull(anchor, "anchor");
      Check.finite("rotation", rotationDegrees);
      Objects.requireNonNull(halo, "halo");
    }

    public static Text of(double x, double y, String string, TextStyle style, Anchor anchor) {
      return new Text(x, y, string, style, anchor, 0, Stroke.NONE);
    }

    public Text withHalo(Stroke other) {
      return new Text(x, y, string, style, anchor, rotationDegrees, other);
    }

    public Text rotated(double degrees) {
      return new Text(x, y, string, style, anchor, degrees, halo);
    }

    /** The upright box around the letters: from capital height to descender, turned with the text. */
    public Box bounds(TextMeasure measure) {
      double width = measure.widthPt(string, style.isSemibold(), style.sizePt());
      double left = x - anchor.shareBefore() * width;
      double top = y - TextMeasure.ASCENT_EM * style.sizePt();
      double height = (TextMeasure.ASCENT_EM + TextMeasure.DESCENT_EM) * style.sizePt();
      Box upright = new Box(left, top, width, height);
      return rotationDegrees == 0 ? upright : turned(upright);
    }

    private Box turned(Box box) {
      double angle = StrictMath.toRadians(rotationDegrees);
      double cos = StrictMath.cos(angle);
      double sin = StrictMath.sin(angle);
      double minX = Double.POSITIVE_INFINITY;
      double minY = Double.POSITIVE_INFINITY;
      double maxX = Double.NEGATIVE_INFINITY;
      double maxY = Double.NEGATIVE_INFINITY;
      for (double cornerX : new double[] {box.x(), box.right()}) {
        for (double cornerY : new double[] {box.y(), box.bottom()}) {
          double dx = cornerX - x;
          double dy = cornerY - y;
          double turnedX = x + dx * cos - dy * sin;
          double turnedY = y + dx * sin + dy * cos;
          minX = Math.min(minX, turnedX);
          maxX = Math.max(maxX, turnedX);
          minY = Math.min(minY, turnedY);
          maxY = Math.max(maxY, turnedY);
        }
      }
      return new Box(minX, minY, maxX - minX, maxY - minY);
    }
  }

  /** Which end of a text stands at its x. */
  enum Anchor {
    START(0),
    MIDDLE(0.5),
    END(1);

    private final double shareBefore;

    Anchor(double shareBefore) {
      this.shareBefore = shareBefore;
    }

    /** How much of the width lies left of the anchor, 0 to 1. */
    public double shareBefore() {
      return shareBefore;
    }
  }

  /** Straight and curved segments; begins with a {@link MoveTo}. */
  record Path(List<Segment> segments, Fill fill, Stroke stroke) implements Mark {
    public Path {
      segments = List.copyOf(segments);
      if (segments.isEmpty() || !(segments.getFirst() instanceof MoveTo)) {
        throw new IllegalArgumentException("a path begins with a move");
      }
      Objects.requireNonNull(fill, "fill");
      Objects.requireNonNull(stroke, "stroke");
    }
  }

  /** A piece of a path. */
  sealed interface Segment {}

  /** Lifts the pen. */
  record MoveTo(Point to) implements Segment {}

  /** A straight line from where the pen is. */
  record LineTo(Point to) implements Segment {}

  /** A cubic Bézier curve from where the pen is. */
  record CurveTo(Point control1, Point control2, Point to) implements Segment {}

  /** A straight line back to the last move. */
  record Close() implements Segment {}
}
