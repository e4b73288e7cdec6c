package dev.lodestone.report.internal.pdf;

import dev.lodestone.report.ReportException;
import dev.lodestone.report.chart.Drawing;
import java.util.Map;
import java.util.TreeSet;
import org.openpdf.extend.ReplacedElement;
import org.openpdf.extend.UserAgentCallback;
import org.openpdf.layout.LayoutContext;
import org.openpdf.pdf.ITextOutputDevice;
import org.openpdf.pdf.ITextReplacedElementFactory;
import org.openpdf.render.BlockBox;
import org.w3c.dom.Element;

/** Puts drawings in the places that the page keeps for them. */
final class Figures extends ITextReplacedElementFactory {

  private static final String CHART = "data-chart";

  private final Map<String, Drawing> charts;
  private final DrawingPdfPainter painter;
  private final float dotsPerPoint;

  Figures(ITextOutputDevice device, Map<String, Drawing> charts, DrawingPdfPainter painter) {
    super(device);
    this.charts = charts;
    this.painter = painter;
    this.dotsPerPoint = device.getDotsPerPoint();
  }

  @Override
  public ReplacedElement createReplacedElement(
      LayoutContext context, BlockBox box, UserAgentCallback agent, int cssWidth, int cssHeight) {
    Element element = box.getElement();
    if (element == null || !element.hasAttribute(CHART)) {
      return super.createReplacedElement(context, box, agent, cssWidth, cssHeight);
    }
    String id = element.getAttribute(CHART);
    Drawing drawing = charts.get(id);
    if (drawing == null) {
      throw new ReportException(
          "the page asks for the chart \"" + id + "\", but there are only " + new TreeSet<>(charts.keySet()));
    }
    double width = cssWidth > 0 ? cssWidth : widthFor(drawing, cssHeight);
    double height = cssHeight > 0 ? cssHeight : width * drawing.heightPt() / drawing.widthPt();
    return new ChartBox(drawing, painter, (int) Math.round(width), (int) Math.round(height));
  }

  private double widthFor(Drawing drawing, int cssHeight) {
    return cssHeight > 0
        ? cssHeight * drawing.widthPt() / drawing.heightPt()
        : drawing.widthPt() * dotsPerPoint;
  }
}
