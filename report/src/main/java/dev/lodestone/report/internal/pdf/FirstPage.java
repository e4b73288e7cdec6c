package dev.lodestone.report.internal.pdf;

import java.util.List;
import java.util.Optional;
import org.openpdf.render.Box;
import org.openpdf.render.PageBox;

/** What a document opens with, the answer with its picture and its caveats, belongs on one page: nobody reads an answer's caveats overleaf. */
final class FirstPage {

  /** Class of the last part of an opening, a child of the document's main part. */
  private static final String LAST_PART = "opening";

  private FirstPage() {}

  /**
   * Whether the opening ends on a later page than the first.
   *
   * @param root the document, laid out
   */
  static boolean runsOver(Box root, List<PageBox> pages) {
    return lastPart(root).map(box -> box.getAbsY() + box.getHeight() > pages.getFirst().getBottom()).orElse(false);
  }

  /** Whole subtrees are left out as soon as their element is another part of the document: one layout, and a look at its first branches. */
  private static Optional<Box> lastPart(Box box) {
    if (box.getElement() != null && LAST_PART.equals(box.getElement().getAttribute("class"))) {
      return Optional.of(box);
    }
    if (box.getElement() != null && box.getElement().getNodeName().equals("section")) {
      return Optional.empty();
    }
    for (int i = 0; i < box.getChildCount(); i++) {
      Optional<Box> found = lastPart(box.getChild(i));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
