package dev.lodestone.report.internal.pdf;

import java.util.Optional;
import org.openpdf.render.Box;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfOutline;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The outline in the reader's side bar, from the headings of levels 1 to 3. */
final class Bookmarks {

  private static final int DEEPEST = 3;

  private final Destinations destinations;
  private final PdfOutline[] latest = new PdfOutline[DEEPEST + 1];

  private Bookmarks(Destinations destinations) {
    this.destinations = destinations;
    this.latest[0] = destinations.rootOutline();
  }

  /** Gives every heading an id, for only elements with one are found again after layout. */
  static void identify(Document document) {
    int[] count = {0};
    identify(document.getDocumentElement(), count);
  }

  static void add(Box root, Destinations destinations) {
    new Bookmarks(destinations).walk(root.getElement());
  }

  private static void identify(Element element, int[] count) {
    if (Xhtml.headingLevel(element) > 0 && element.getAttribute("id").isEmpty()) {
      element.setAttribute("id", "heading-without-id-" + ++count[0]);
    }
    Xhtml.children(element).forEach(child -> identify(child, count));
  }

  private void walk(Element element) {
    int level = Xhtml.headingLevel(element);
    if (level > 0 && level <= DEEPEST) {
      String title = Xhtml.line(element);
      Optional<PdfDestination> destination = destinations.of(element.getAttribute("id"));
      if (destination.isPresent() && !title.isEmpty()) {
        latest[level] = new PdfOutline(parent(level), destination.get(), title);
        for (int deeper = level + 1; deeper <= DEEPEST; deeper++) {
          latest[deeper] = null;
        }
      }
    }
    Xhtml.children(element).forEach(this::walk);
  }

  private PdfOutline parent(int level) {
    int above = level - 1;
    while (latest[above] == null) {
      above--;
    }
    return latest[above];
  }
}
