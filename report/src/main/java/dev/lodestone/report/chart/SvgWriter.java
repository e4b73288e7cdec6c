package dev.lodestone.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a drawing as SVG that is well-formed XML and may stand inside an HTML page as it is.
 *
 * <p>Texts stay texts. Lengths are rounded to a hundredth of a point. The same drawing and prefix give the same bytes.
 */
public final class SvgWriter {

  private static final String FONTS = "Inter,'Helvetica Neue',Arial,sans-serif";

  private SvgWriter() {}

  /**
   * The drawing as an {@code svg} element that scales with its container.
   *
   * @param drawing what to write
   * @param idPrefix unique on the page; a letter, then letters, digits, {@code -} and {@code _}
   */
  public static String write(Drawing drawing, String idPrefix) {
    if (!idPrefix.matches("[A-Za-z][A-Za-z0-9_-]*")) {
      throw new IllegalArgumentException("not an id prefix: \"" + idPrefix + "\"");
    }
    StringBuilder out = new StringBuilder(4096);
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        .append(number(drawing.widthPt()))
        .append(' ')
        .append(number(drawing.heightPt()))
        .append("\" role=\"img\" aria-labelledby=\"")
        .append(idPrefix)
        .append("-title ")
        .append(idPrefix)
        .append("-desc\" font-family=\"")
        .append(FONTS)
        .append("\">\n<title id=\"")
        .append(idPrefix)
        .append("-title\">")
        .append(escape(drawing.title()))
        .append("</title>\n<desc id=\"")
        .append(idPrefix)
        .append("-desc\">")
        .append(escape(drawing.alt()))
        .append("</desc>\n");
    for (Mark mark : drawing.marks()) {
      int before = out.length();
      append(out, mark);
      if (out.length() > before) {
        out.append('\n');
      }
    }
    return out.append("</svg>\n").toString();
  }

  private static void append(StringBuilder out, Mark mark) {
    switch (mark) {
      case Mark.Line line -> appendLine(out, line);
      case Mark.Polyline polyline -> appendPolyline(out, polyline);
      case Mark.Polygon polygon -> appendPolygon(out, polygon);
      case Mark.Rect rect -> appendRect(out, rect);
      case Mark.Circle circle -> appendCircle(out, circle);
      case Mark.Path path -> appendPath(out, path);
      case Mark.Text text -> appendText(out, text);
    }
  }

  private static void appendLine(StringBuilder out, Mark.Line line) {
    if (line.stroke().visible()) {
      out.append("<path d=\"M")
          .append(pair(line.x1(), line.y1()))
          .append('L')
          .append(pair(line.x2(), line.y2()))
          .append('"');
      stroke(out, line.stroke());
      out.append("/>");
    }
  }

  private static void appendPolyline(StringBuilder out, Mark.Polyline polyline) {
    if (polyline.stroke().visible()) {
      out.append("<polyline points=\"").append(points(polyline.points())).append("\" fill=\"none\"");
      stroke(out, polyline.stroke());
      out.append("/>");
    }
  }

  private static void appendPolygon(StringBuilder out, Mark.Polygon polygon) {
    if (polygon.fill().visible() || polygon.stroke().visible()) {
      out.append("<polygon points=\"").append(points(polygon.points())).append('"');
      fill(out, polygon.fill());
      stroke(out, polygon.stroke());
      out.append("/>");
    }
  }

  private static void appendRect(StringBuilder out, Mark.Rect rect) {
    if (rect.fill().visible() || rect.stroke().visible()) {
      out.append("<rect");
      attribute(out, "x", number(rect.x()));
      attribute(out, "y", number(rect.y()));
      attribute(out, "width", number(rect.width()));
      attribute(out, "height", number(rect.height()));
      if (rect.radius() > 0) {
        attribute(out, "rx", number(rect.radius()));
      }
      fill(out, rect.fill());
      stroke(out, rect.stroke());
      out.append("/>");
    }
  }

  private static void appendCircle(StringBuilder out, Mark.Circle circle) {
    if (circle.fill().visible() || circle.stroke().visible()) {
      out.append("<circle");
      attribute(out, "cx", number(circle.cx()));
      attribute(out, "cy", number(circle.cy()));
      attribute(out, "r", number(circle.radius()));
      fill(out, circle.fill());
      stroke(out, circle.stroke());
      out.append("/>");
    }
  }

  private static void appendPath(StringBuilder out, Mark.Path path) {
    if (path.fill().visible() || path.stroke().visible()) {
      out.append("<path d=\"");
      path.segments().forEach(segment -> out.append(segment(segment)));
      out.append('"');
      fill(out, path.fill());
      stroke(out, path.stroke());
      out.append("/>");
    }
  }

  private static String segment(Mark.Segment segment) {
    return switch (segment) {
      case Mark.MoveTo move -> "M" + pair(move.to());
      case Mark.LineTo line -> "L" + pair(line.to());
      case Mark.CurveTo curve ->
          "C" + pair(curve.control1()) + " " + pair(curve.control2()) + " " + pair(curve.to());
      case Mark.Close close -> "Z";
    };
  }

  private static void appendText(StringBuilder out, Mark.Text text) {
    if (text.string().isBlank()) {
      return;
    }
    out.append("<text");
    attribute(out, "x", number(text.x()));
    attribute(out, "y", number(text.y()));
    attribute(out, "font-size", number(text.style().sizePt()));
    if (text.style().isSemibold()) {
      attribute(out, "font-weight", "600");
    }
    if (text.style().italic()) {
      attribute(out, "font-style", "italic");
    }
    if (text.anchor() != Mark.Anchor.START) {
      attribute(out, "text-anchor", text.anchor() == Mark.Anchor.END ? "end" : "middle");
    }
    if (text.rotationDegrees() != 0) {
      attribute(out, "transform", "rotate(" + number(text.rotationDegrees()) + " " + pair(text.x(), text.y()) + ")");
    }
    attribute(out, "fill", text.style().colour().hex());
    if (text.halo().visible()) {
      stroke(out, text.halo());
      out.append(" stroke-linejoin=\"round\" style=\"paint-order:stroke\"");
    }
    out.append('>').append(escape(text.string())).append("</text>");
  }

  private static void fill(StringBuilder out, Fill fill) {
    attribute(out, "fill", fill.visible() ? fill.colour().hex() : "none");
    if (fill.visible() && fill.opacity() < 1) {
      attribute(out, "fill-opacity", number(fill.opacity()));
    }
  }

  private static void stroke(StringBuilder out, Stroke stroke) {
    if (!stroke.visible()) {
      return;
    }
    attribute(out, "stroke", stroke.colour().hex());
    attribute(out, "stroke-width", number(stroke.widthPt()));
    if (stroke.opacity() < 1) {
      attribute(out, "stroke-opacity", number(stroke.opacity()));
    }
    if (stroke.dash() != Dash.SOLID) {
      attribute(
          out,
          "stroke-dasharray",
          stroke.dash().pattern().stream().map(SvgWriter::number).collect(Collectors.joining(" ")));
    }
  }

  private static void attribute(StringBuilder out, String name, String value) {
    out.append(' ').append(name).append("=\"").append(value).append('"');
  }

  private static String points(List<Point> points) {
    return points.stream().map(SvgWriter::pair).collect(Collectors.joining(" "));
  }

  private static String pair(Point point) {
    return pair(point.x(), point.y());
  }

  private static String pair(double x, double y) {
    return number(x) + " " + number(y);
  }

  /** At most two decimals, no trailing zeros, no exponent, no minus zero. */
  static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
