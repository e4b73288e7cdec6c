package dev.lodestone.report.internal.pdf;

import java.awt.Rectangle;
import java.awt.Shape;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openpdf.extend.FSImage;
import org.openpdf.pdf.ITextOutputDevice;
import org.openpdf.render.BlockBox;
import org.openpdf.render.Box;
import org.openpdf.render.FSFont;
import org.openpdf.render.InlineLayoutBox;
import org.openpdf.render.InlineText;
import org.openpdf.render.JustificationInfo;
import org.openpdf.render.RenderingContext;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfStructureElement;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws a laid-out page so that every mark is either part of the logical structure or an artifact (ISO 14289-1, 7.1).
 * What a page repeats, such as the head of a table that runs on, is told where it first stands and decoration after.
 */
final class TaggedOutputDevice extends ITextOutputDevice {

  private static final PdfName ARTIFACT = new PdfName("Artifact");
  private static final String BULLET = "•";

  private final KernedText kernedText;
  private final Map<Object, Integer> firstPage = new IdentityHashMap<>();
  private final Set<Element> labelled = new HashSet<>();
  private StructureTree structure;
  private ListMarkers markers;
  private Links links;
  private boolean insideSequence;
  private boolean insideInlineText;

  TaggedOutputDevice(float dotsPerPoint, KernedText kernedText) {
    super(dotsPerPoint);
    this.kernedText = kernedText;
  }

  /** To be called when the document is open and laid out, before the first page is drawn. */
  void begin(StructureTree tree, ListMarkers listMarkers, Links documentLinks) {
    structure = tree;
    markers = listMarkers;
    links = documentLinks;
  }

  @Override
  public void setFont(FSFont font) {
    kernedText.use(((StyleFonts.SizedFont) font).font());
    super.setFont(font);
  }

  @Override
  public void drawText(RenderingContext context, InlineText text) {
    if (text.getSubstring().isEmpty() || isOfNextPage(context, text)) {
      return;
    }
    Node node = text.getTextNode();
    Optional<PdfStructureElement> element =
        node == null || text.isDynamicFunction() || isRepeated(text, context) ? Optional.empty() : structure.of(node);
    insideInlineText = true;
    draw(element, () -> super.drawText(context, text));
    insideInlineText = false;
  }

  @Override
  public void drawString(String text, float x, float y, JustificationInfo justification) {
    Optional<PdfStructureElement> label =
        insideInlineText ? Optional.empty() : markers.ofNumber(x, y).flatMap(this::firstLabel);
    if (justification != null) {
      kernedText.justify(justification, getDotsPerPoint());
    }
    draw(label, () -> super.drawString(text, x, y, null));
    kernedText.endJustify();
  }

  @Override
  public void fillOval(int x, int y, int width, int height) {
    Optional<ListMarkers.Bullet> bullet = markers.ofBullet(x, y);
    bullet.ifPresentOrElse(
        found -> drawBullet(found, () -> super.fillOval(found.x(), found.y(), found.diameter(), found.diameter())),
        () -> super.fillOval(x, y, width, height));
  }

  @Override
  public void drawOval(int x, int y, int width, int height) {
    Optional<ListMarkers.Bullet> bullet = markers.ofBullet(x, y);
    bullet.ifPresentOrElse(
        found -> drawBullet(found, () -> super.drawOval(found.x(), found.y(), found.diameter(), found.diameter())),
        () -> super.drawOval(x, y, width, height));
  }

  @Override
  public void fillRect(int x, int y, int width, int height) {
    Optional<ListMarkers.Bullet> bullet = width == height ? markers.ofBullet(x, y) : Optional.empty();
    bullet.ifPresentOrElse(
        found -> drawBullet(found, () -> super.fillRect(found.x(), found.y(), found.diameter(), found.diameter())),
        () -> super.fillRect(x, y, width, height));
  }

  @Override
  public void fill(Shape shape) {
    draw(Optional.empty(), () -> super.fill(shape));
  }

  @Override
  public void draw(Shape shape) {
    draw(Optional.empty(), () -> super.draw(shape));
  }

  @Override
  public void drawImage(FSImage image, int x, int y) {
    draw(Optional.empty(), () -> super.drawImage(image, x, y));
  }

  @Override
  public void paintReplacedElement(RenderingContext context, BlockBox box) {
    Optional<PdfStructureElement> figure =
        box.getElement() == null || isRepeated(box, context) ? Optional.empty() : structure.of(box.getElement());
    figure.ifPresent(element -> StructureTree.place(element, createLocalTargetArea(context, box)));
    draw(figure, () -> super.paintReplacedElement(context, box));
  }

  /** The library's own method also makes link annotations, without the structure that they need. */
  @Override
  public void paintBackground(RenderingContext context, Box box) {
    if (box.getStyle().isVisible()) {
      Rectangle edge = box.getPaintingBorderEdge(context);
      paintBackground(context, box.getStyle(), edge, edge, box.getStyle().getBorder(context));
    }
    Element element = box.getElement();
    if (element != null && element.hasAttribute("href") && !isRepeated(box, context)) {
      structure
          .of(element)
          .ifPresent(link -> links.add(context, element, link, createLocalTargetArea(context, box)));
    }
  }

  /** The library's bookmarks are replaced by {@link Bookmarks}. */
  @Override
  public void finish(RenderingContext context, Box root) {
    Bookmarks.add(root, new Destinations(this, context));
  }

  private void drawBullet(ListMarkers.Bullet bullet, Runnable drawing) {
    Optional<PdfStructureElement> label = firstLabel(bullet.item());
    label.ifPresent(
        element -> element.put(new PdfName("ActualText"), new PdfString(BULLET, PdfObject.TEXT_UNICODE)));
    draw(label, drawing);
  }

  private Optional<PdfStructureElement> firstLabel(Element item) {
    return labelled.add(item) ? structure.labelOf(item) : Optional.empty();
  }

  /**
   * Letters reach above a line that stands closer than they are tall: such a line at the top of a page is drawn at the foot of the one before,
   * too, where nobody sees it and a screen reader takes it for the one to read.
   */
  private static boolean isOfNextPage(RenderingContext context, InlineText text) {
    InlineLayoutBox line = text.getParent();
    return line.getAbsY() + line.getBaseline() / 2 >= context.getPage().getBottom();
  }

  private boolean isRepeated(Object drawn, RenderingContext context) {
    Integer first = firstPage.putIfAbsent(drawn, context.getPageNo());
    return first != null && first != context.getPageNo();
  }

  private void draw(Optional<PdfStructureElement> element, Runnable drawing) {
    if (insideSequence) {
      drawing.run();
      return;
    }
    insideSequence = true;
    element.ifPresentOrElse(
        found -> getCurrentPage().beginMarkedContentSequence(found),
        () -> getCurrentPage().beginMarkedContentSequence(ARTIFACT));
    drawing.run();
    getCurrentPage().endMarkedContentSequence();
    insideSequence = false;
  }
}
