package dev.lodestone.report.internal.pdf;

import java.util.List;
import org.openpdf.render.BlockBox;
import org.openpdf.render.Box;
import org.openpdf.render.LineBox;
import org.openpdf.render.PageBox;

/** How far down each page of a document has words or pictures. What a style reserves beneath a heading is neither. */
final class PageFill {

  /** A page filled less than this, with another page after it, looks as if something were missing. */
  private static final double HALF_EMPTY = 0.75;

  /** A last page filled less than this, a good third, looks like an afterthought. */
  private static final double HARDLY_FILLED = 0.36;

  private final List<PageBox> pages;
  private final double[] lowest;

  private PageFill(List<PageBox> pages) {
    this.pages = pages;
    this.lowest = new double[pages.size()];
  }

  /**
   * Looks through a document.
   *
   * @param root the document, laid out
   */
  static PageFill of(Box root, List<PageBox> pages) {
    PageFill fill = new PageFill(pages);
    fill.visit(root);
    return fill;
  }

  int pages() {
    return pages.size();
  }

  /** One sheet is as it is; from two on a last page is one that closer lines may save. */
  boolean endsInAFewLines() {
    return pages.size() > 1 && filled(pages.size() - 1) < HARDLY_FILLED;
  }

  /** The white of pages before the last that are half empty, in pages: 0 where none is. */
  double gaps() {
    double white = 0;
    for (int page = 0; page < pages.size() - 1; page++) {
      white += filled(page) < HALF_EMPTY ? 1 - filled(page) : 0;
    }
    return white;
  }

  /** Fewer pages, or as many with less that strikes the eye. */
  boolean isBetterThan(PageFill other) {
    return pages() < other.pages() || pages() == other.pages() && flaws() < other.flaws();
  }

  /** A last page of a few lines is worse than a page that is a third empty. */
  private double flaws() {
    return gaps() + (endsInAFewLines() ? HARDLY_FILLED : 0);
  }

  private double filled(int page) {
    PageBox box = pages.get(page);
    return Math.max(0, lowest[page] - box.getTop()) / (box.getBottom() - box.getTop());
  }

  private void visit(Box box) {
    if (box instanceof LineBox || box instanceof BlockBox block && block.isReplaced()) {
      double bottom = box.getAbsY() + box.getHeight();
      int page = 0;
      while (page + 1 < pages.size() && box.getAbsY() >= pages.get(page).getBottom()) {
        page++;
      }
      lowest[page] = Math.max(lowest[page], bottom);
      return;
    }
    for (int i = 0; i < box.getChildCount(); i++) {
      visit(box.getChild(i));
    }
  }
}
