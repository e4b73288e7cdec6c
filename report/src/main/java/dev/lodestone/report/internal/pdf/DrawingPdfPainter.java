package dev.lodestone.report.internal.pdf;

import dev.lodestone.report.chart.Box;
import dev.lodestone.report.chart.Colour;
import dev.lodestone.report.chart.Drawing;
import dev.lodestone.report.chart.Fill;
import dev.lodestone.report.chart.Mark;
import dev.lodestone.report.chart.Point;
import dev.lodestone.report.chart.Stroke;
import dev.lodestone.report.chart.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfGState;

/**
 * Writes a drawing as PDF operators: lines stay lines and letters stay letters of the embedded fonts. Uses no AWT
 * text, so it needs no fonts of the machine.
 */
final class DrawingPdfPainter {

  /** Control points of a cubic curve that follows a quarter circle. */
  private static final double QUARTER = 0.5522847498;

  private static final double HALO_PADDING = 0.5;
  private static final float SLANT = 0.2f;

  private final FontSet fonts;
  private final KernedText kernedText;
  private final Map<List<Double>, PdfGState> opacities = new HashMap<>();

  DrawingPdfPainter(FontSet fonts, KernedText kernedText) {
    this.fonts = fonts;
    this.kernedText = kernedText;
  }

  /**
   * @param out of the drawing's size, its origin at the lower left
   * @param language BCP 47 of the texts, may be empty
   */
  void paint(Drawing drawing, PdfContentByte out, String language) {
    Canvas canvas = new Canvas(out, drawing.heightPt(), language);
    canvas.out.setLineJoin(PdfContentByte.LINE_JOIN_ROUND);
    drawing.marks().forEach(canvas::draw);
  }

  private PdfGState opacity(double fill, double stroke) {
    return opacities.computeIfAbsent(
        List.of(fill, stroke),
        key -> {
          PdfGState state = new PdfGState();
          state.setFillOpacity((float) fill);
          state.setStrokeOpacity((float) stroke);
          return state;
        });
  }

  /** One drawing on its way to one form; turns the y axis. */
  private final class Canvas {
    private final PdfContentByte out;
    private final double height;
    private final String language;
    private double fillOpacity = 1;
    private double strokeOpacity = 1;

    Canvas(PdfContentByte out, double height, String language) {
      this.out = out;
      this.height = height;
      this.language = language;
    }

    void draw(Mark mark) {
      switch (mark) {
        case Mark.Line line -> {
          move(line.x1(), line.y1());
          line(line.x2(), line.y2());
          finish(Fill.NONE, line.stroke());
        }
        case Mark.Polyline polyline -> {
          follow(polyline.points());
          finish(Fill.NONE, polyline.stroke());
        }
        case Mark.Polygon polygon -> {
          follow(polygon.points());
          out.closePath();
          finish(polygon.fill(), polygon.stroke());
        }
        case Mark.Rect rect -> {
          rectangle(rect.x(), rect.y(), rect.width(), rect.height(), rect.radius());
          finish(rect.fill(), rect.stroke());
        }
        case Mark.Circle circle -> {
          double r = circle.radius();
          rectangle(circle.cx() - r, circle.cy() - r, 2 * r, 2 * r, r);
          finish(circle.fill(), circle.stroke());
        }
        case Mark.Path path -> {
          path.segments().forEach(this::segment);
          finish(path.fill(), path.stroke());
        }
        case Mark.Text text -> text(text);
      }
    }

    private void segment(Mark.Segment segment) {
      switch (segment) {
        case Mark.MoveTo move -> move(move.to().x(), move.to().y());
        case Mark.LineTo line -> line(line.to().x(), line.to().y());
        case Mark.CurveTo curve -> curve(curve.control1(), curve.control2(), curve.to());
        case Mark.Close close -> out.closePath();
      }
    }

    private void follow(List<Point> points) {
      move(points.getFirst().x(), points.getFirst().y());
      points.subList(1, points.size()).forEach(point -> line(point.x(), point.y()));
    }

    private void rectangle(double x, double y, double width, double tall, double wantedRadius) {
      double radius = Math.min(wantedRadius, Math.min(width, tall) / 2);
      if (radius <= 0) {
        out.rectangle((float) x, flip(y + tall), (float) width, (float) tall);
        return;
      }
      double k = radius * QUARTER;
      double right = x + width;
      double bottom = y + tall;
      move(x + radius, y);
      line(right - radius, y);
      curve(right - radius + k, y, right, y + radius - k, right, y + radius);
      line(right, bottom - radius);
      curve(right, bottom - radius + k, right - radius + k, bottom, right - radius, bottom);
      line(x + radius, bottom);
      curve(x + radius - k, bottom, x, bottom - radius + k, x, bottom - radius);
      line(x, y + radius);
      curve(x, y + radius - k, x + radius - k, y, x + radius, y);
      out.closePath();
    }

    private void finish(Fill fill, Stroke stroke) {
      if (!fill.visible() && !stroke.visible()) {
        out.newPath();
        return;
      }
      opacity(fill.visible() ? fill.opacity() : fillOpacity, stroke.visible() ? stroke.opacity() : strokeOpacity);
      if (fill.visible()) {
        fillColour(fill.colour());
      }
      if (stroke.visible()) {
        pen(stroke);
      }
      if (fill.visible() && stroke.visible()) {
        out.fillStroke();
      } else if (fill.visible()) {
        out.fill();
      } else {
        out.stroke();
      }
    }

    private void text(Mark.Text text) {
      if (text.string().isBlank()) {
        return;
      }
      TextStyle style = text.style();
      EmbeddedFont preferred = fonts.sans(style.isSemibold(), style.italic());
      List<FontSet.Run> runs = fonts.runs(text.string(), preferred, language);
      double size = style.sizePt();
      double width = runs.stream().mapToDouble(run -> run.font().kernedWidth(run.text())).sum() * size / EmbeddedFont.UNITS;
      double angle = StrictMath.toRadians(-text.rotationDegrees());
      double cos = StrictMath.cos(angle);
      double sin = StrictMath.sin(angle);
      double before = text.anchor().shareBefore() * width;
      boolean turned = text.rotationDegrees() != 0;
      if (text.halo().visible() && !turned) {
        halo(text, before, width);
      }
      opacity(1, strokeOpacity);
      fillColour(style.colour());
      out.beginText();
      double along = -before;
      for (FontSet.Run run : runs) {
        kernedText.use(run.font());
        out.setFontAndSize(run.font().base(), (float) size);
        double x = text.x() + along * cos;
        double y = height - text.y() + along * sin;
        double slant = style.italic() && style.isSemibold() ? SLANT : 0;
        out.setTextMatrix(
            (float) cos, (float) sin, (float) (slant * cos - sin), (float) (slant * sin + cos), (float) x, (float) y);
        out.showText(run.text());
        along += run.font().kernedWidth(run.text()) * size / EmbeddedFont.UNITS;
      }
      out.endText();
    }

    /**
     * A plate of the halo's colour. Letters stroked underneath would look finer, but then the text would be in the
     * document twice.
     */
    private void halo(Mark.Text text, double before, double width) {
      double size = text.style().sizePt();
      Box plate =
          new Box(text.x() - before, text.y() - 0.74 * size, width, 0.96 * size).grownBy(HALO_PADDING);
      rectangle(plate.x(), plate.y(), plate.width(), plate.height(), 1);
      finish(new Fill(text.halo().colour(), text.halo().opacity()), Stroke.NONE);
    }

    private void pen(Stroke stroke) {
      Colour colour = stroke.colour();
      out.setRGBColorStroke(colour.r(), colour.g(), colour.b());
      out.setLineWidth((float) stroke.widthPt());
      // What was drawn before on the page leaves its own: square ends would all but close the gaps of a dash.
      out.setLineCap(PdfContentByte.LINE_CAP_BUTT);
      out.setLineJoin(PdfContentByte.LINE_JOIN_ROUND);
      List<Double> pattern = stroke.dash().pattern();
      float[] lengths = new float[pattern.size()];
      for (int i = 0; i < lengths.length; i++) {
        lengths[i] = pattern.get(i).floatValue();
      }
      out.setLineDash(lengths, 0);
    }

    private void fillColour(Colour colour) {
      out.setRGBColorFill(colour.r(), colour.g(), colour.b());
    }

    private void opacity(double fill, double stroke) {
      if (fill != fillOpacity || stroke != strokeOpacity) {
        out.setGState(DrawingPdfPainter.this.opacity(fill, stroke));
        fillOpacity = fill;
        strokeOpacity = stroke;
      }
    }

    private void move(double x, double y) {
      out.moveTo((float) x, flip(y));
    }

    private void line(double x, double y) {
      out.lineTo((float) x, flip(y));
    }

    private void curve(Point control1, Point control2, Point to) {
      curve(control1.x(), control1.y(), control2.x(), control2.y(), to.x(), to.y());
    }

    private void curve(double x1, double y1, double x2, double y2, double x3, double y3) {
      out.curveTo((float) x1, flip(y1), (float) x2, flip(y2), (float) x3, flip(y3));
    }

    private float flip(double y) {
      return (float) (height - y);
    }
  }
}
