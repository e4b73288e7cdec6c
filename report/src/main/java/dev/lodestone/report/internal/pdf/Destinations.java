package dev.lodestone.report.internal.pdf;

import java.util.Optional;
import org.openpdf.css.style.CalculatedStyle.Edge;
import org.openpdf.pdf.ITextOutputDevice;
import org.openpdf.render.Box;
import org.openpdf.render.PageBox;
import org.openpdf.render.RenderingContext;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfOutline;

/** Places within the document, to which bookmarks and links lead. */
final class Destinations {

  private final ITextOutputDevice device;
  private final RenderingContext context;

  Destinations(ITextOutputDevice device, RenderingContext context) {
    this.device = device;
    this.context = context;
  }

  PdfOutline rootOutline() {
    return device.getWriter().getRootOutline();
  }

  /** The upper edge of the element with an id, below its margin: the margin may lie on the page before. */
  Optional<PdfDestination> of(String id) {
    Box box = device.getSharedContext().getBoxById(id);
    if (box == null) {
      return Optional.empty();
    }
    int top = box.getAbsY() + (int) box.getMargin(context).top();
    PageBox page = context.getRootLayer().getPage(context, top);
    if (page == null) {
      return Optional.empty();
    }
    int fromPageTop = page.getMarginBorderPadding(context, Edge.TOP) + top - page.getTop();
    float y = (page.getHeight(context) - fromPageTop) / device.getDotsPerPoint();
    PdfDestination destination = new PdfDestination(PdfDestination.XYZ, 0, y, 0);
    destination.addPage(device.getWriter().getPageReference(device.getStartPageNo() + page.getPageNo() + 1));
    return Optional.of(destination);
  }
}
