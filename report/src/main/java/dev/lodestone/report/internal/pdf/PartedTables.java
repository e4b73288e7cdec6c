package dev.lodestone.report.internal.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openpdf.render.Box;
import org.openpdf.render.PageBox;
import org.w3c.dom.Element;

/**
 * Tables whose title stands on another page than their first row. The engine at times moves a table's rows to the next page and leaves the
 * title, whatever the style asks for.
 */
final class PartedTables {

  private final List<PageBox> pages;
  private final Map<Element, Integer> titles = new HashMap<>();
  private final Map<Element, Integer> rows = new HashMap<>();

  private PartedTables(List<PageBox> pages) {
    this.pages = pages;
  }

  /**
   * Ids of what holds such tables.
   *
   * @param root the document, laid out
   */
  static Set<String> ids(Box root, List<PageBox> pages) {
    PartedTables tables = new PartedTables(pages);
    tables.visit(root);
    Set<String> ids = new TreeSet<>();
    tables.titles.forEach(
        (table, page) -> {
          if (tables.rows.getOrDefault(table, page) > page
              && table.getParentNode() instanceof Element holder
              && holder.getNodeName().equals("div")
              && !holder.getAttribute("id").isEmpty()) {
            ids.add(holder.getAttribute("id"));
          }
        });
    return ids;
  }

  private void visit(Box box) {
    Element element = box.getElement();
    if (element != null && !box.isAnonymous()) {
      switch (element.getNodeName()) {
        case "caption" -> note(titles, element, box);
        case "tbody" -> note(rows, element, box);
        default -> {}
      }
    }
    for (int i = 0; i < box.getChildCount(); i++) {
      visit(box.getChild(i));
    }
  }

  private void note(Map<Element, Integer> of, Element part, Box box) {
    if (part.getParentNode() instanceof Element table && box.getChildCount() > 0) {
      of.merge(table, pageOf(part.getNodeName().equals("tbody") ? box.getChild(0) : box), Math::min);
    }
  }

  private int pageOf(Box box) {
    int page = 0;
    while (page + 1 < pages.size() && box.getAbsY() >= pages.get(page).getBottom()) {
      page++;
    }
    return page;
  }
}
