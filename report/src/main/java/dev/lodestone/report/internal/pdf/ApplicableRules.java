package dev.lodestone.report.internal.pdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openpdf.css.newmatch.Selector;
import org.openpdf.css.sheet.MediaRule;
import org.openpdf.css.sheet.PageRule;
import org.openpdf.css.sheet.Ruleset;
import org.openpdf.css.sheet.Stylesheet;
import org.openpdf.extend.NamespaceHandler;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Leaves out the rules of sheets for which a document has no element. A page has some eighty kinds of elements, by name and classes, and
 * thousands of elements: a selector that none of the kinds fits, and that asks for nothing but name and classes, fits none of the elements.
 */
final class ApplicableRules {

  private final Asked asked;
  private final Collection<Element> kinds;

  ApplicableRules(NamespaceHandler handler, Document document) {
    this.asked = new Asked(handler);
    Map<String, Element> found = new LinkedHashMap<>();
    addKinds(document.getDocumentElement(), found);
    Element text = document.createElementNS(document.getDocumentElement().getNamespaceURI(), Xhtml.TEXT_ELEMENT);
    found.put(Xhtml.TEXT_ELEMENT, text);
    this.kinds = List.copyOf(found.values());
  }

  private static void addKinds(Element element, Map<String, Element> found) {
    found.putIfAbsent(element.getNodeName() + ' ' + element.getAttribute("class"), element);
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        addKinds(inner, found);
      }
    }
  }

  List<Stylesheet> of(List<Stylesheet> sheets) {
    return sheets.stream().map(this::applicable).toList();
  }

  private Stylesheet applicable(Stylesheet sheet) {
    Stylesheet applicable = new Stylesheet(sheet.getURI(), sheet.getOrigin());
    sheet.getFontFaceRules().forEach(applicable::addFontFaceRule);
    for (Object content : sheet.getContents()) {
      switch (content) {
        case Ruleset rules -> addApplicable(rules, applicable);
        case MediaRule media -> applicable.addContent(media);
        case PageRule page -> applicable.addContent(page);
        default -> throw new IllegalStateException("a style sheet with " + content.getClass());
      }
    }
    return applicable;
  }

  /** Selectors know the rules that they are of: another list of them changes nothing else. */
  private void addApplicable(Ruleset rules, Stylesheet sheet) {
    List<Selector> selectors = rules.getFSSelectors().stream().filter(this::mayFit).toList();
    if (!selectors.isEmpty()) {
      Ruleset fewer = new Ruleset(rules.getOrigin());
      selectors.forEach(fewer::addFSSelector);
      sheet.addContent(fewer);
    }
  }

  /** Whether each selector of a chain may fit some element. */
  private boolean mayFit(Selector chain) {
    for (Selector selector = chain; selector != null; selector = selector.getChainedSelector()) {
      if (!mayFitAlone(selector)) {
        return false;
      }
    }
    return true;
  }

  private boolean mayFitAlone(Selector selector) {
    asked.forMore = false;
    for (Element kind : kinds) {
      if (selector.matches(kind, asked, asked) || asked.forMore) {
        return true;
      }
    }
    return false;
  }

  /** Notes whether a selector asks for more than an element's name and classes. */
  private static final class Asked extends PageNodes {
    private boolean forMore;

    Asked(NamespaceHandler handler) {
      super(handler);
    }

    @Override
    public Node getParentElement(Node node) {
      forMore = true;
      return super.getParentElement(node);
    }

    @Override
    public Node getPreviousSiblingElement(Node node) {
      forMore = true;
      return super.getPreviousSiblingElement(node);
    }

    @Override
    public boolean isFirstChildElement(Node node) {
      forMore = true;
      return super.isFirstChildElement(node);
    }

    @Override
    public boolean isLastChildElement(Node node) {
      forMore = true;
      return super.isLastChildElement(node);
    }

    @Override
    public int getPositionOfElement(Node node) {
      forMore = true;
      return super.getPositionOfElement(node);
    }

    @Override
    public String getAttributeValue(Node node, String name) {
      forMore = true;
      return super.getAttributeValue(node, name);
    }

    @Override
    public String getAttributeValue(Node node, String namespace, String name) {
      forMore = true;
      return super.getAttributeValue(node, namespace, name);
    }

    @Override
    public String getID(Node node) {
      forMore = true;
      return super.getID(node);
    }

    @Override
    public String getLang(Node node) {
      forMore = true;
      return super.getLang(node);
    }

    @Override
    public boolean isLink(Node node) {
      forMore = true;
      return super.isLink(node);
    }
  }
}
