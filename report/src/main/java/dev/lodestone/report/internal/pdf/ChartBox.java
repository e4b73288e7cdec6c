package dev.lodestone.report.internal.pdf;

import dev.lodestone.report.chart.Drawing;
import java.awt.Point;
import org.openpdf.layout.LayoutContext;
import org.openpdf.pdf.ITextOutputDevice;
import org.openpdf.pdf.ITextReplacedElement;
import org.openpdf.render.BlockBox;
import org.openpdf.render.RenderingContext;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTemplate;

/** A drawing in its place on the page: as large as fits, in the middle. */
final class ChartBox implements ITextReplacedElement {

  private final Drawing drawing;
  private final DrawingPdfPainter painter;
  private final int width;
  private final int height;
  private Point location = new Point(0, 0);

  ChartBox(Drawing drawing, DrawingPdfPainter painter, int width, int height) {
    this.drawing = drawing;
    this.painter = painter;
    this.width = width;
    this.height = height;
  }

  @Override
  public void paint(RenderingContext context, ITextOutputDevice device, BlockBox box) {
    PdfContentByte page = device.getCurrentPage();
    Rectangle area = device.createLocalTargetArea(context, box);
    double scale = Math.min(area.getWidth() / drawing.widthPt(), area.getHeight() / drawing.heightPt());
    double left = area.getLeft() + (area.getWidth() - drawing.widthPt() * scale) / 2;
    double bottom = area.getBottom() + (area.getHeight() - drawing.heightPt() * scale) / 2;
    PdfTemplate form = page.createTemplate((float) drawing.widthPt(), (float) drawing.heightPt());
    painter.paint(drawing, form, Xhtml.language(box.getElement()));
    page.addTemplate(form, (float) scale, 0, 0, (float) scale, (float) left, (float) bottom);
  }

  @Override
  public int getIntrinsicWidth() {
    return width;
  }

  @Override
  public int getIntrinsicHeight() {
    return height;
  }

  @Override
  public Point getLocation() {
    return location;
  }

  @Override
  public void setLocation(int x, int y) {
    location = new Point(x, y);
  }

  @Override
  public void detach(LayoutContext context) {
    // nothing is held
  }

  @Override
  public boolean isRequiresInteractivePaint() {
    return false;
  }

  @Override
  public boolean hasBaseline() {
    return false;
  }

  @Override
  public int getBaseline() {
    return 0;
  }
}
