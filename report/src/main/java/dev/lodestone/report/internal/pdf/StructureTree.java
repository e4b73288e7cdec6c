package dev.lodestone.report.internal.pdf;

import dev.lodestone.report.ReportException;
import dev.lodestone.report.chart.Drawing;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openpdf.css.constants.CSSName;
import org.openpdf.css.style.CalculatedStyle;
import org.openpdf.layout.SharedContext;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfStructureTreeRoot;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * The logical structure of a document (ISO 32000-1, 14.8), built from the page's elements in reading order before
 * anything is drawn. Drawing then asks to which structure element a node's marks belong; elements that got none are
 * taken out at the end.
 */
final class StructureTree {

  private static final Set<String> UNTOLD = Set.of("br", "head", "hr", "script", "style", "wbr");

  /** Class of a row that holds a table's remarks and source, for no page to part them from it: told behind the table. */
  private static final String BENEATH = "under";

  private final PdfStructureTreeRoot root;
  private final SharedContext styles;
  private final Map<String, Drawing> charts;
  private final Map<Node, PdfStructureElement> elements = new IdentityHashMap<>();
  private final Map<Element, PdfStructureElement> labels = new IdentityHashMap<>();
  private final List<PdfStructureElement> inOrder = new ArrayList<>();

  StructureTree(PdfStructureTreeRoot root, SharedContext styles, Map<String, Drawing> charts) {
    this.root = root;
    this.styles = styles;
    this.charts = charts;
  }

  void build(Document page, String language) {
    PdfStructureElement document = new PdfStructureElement(root, new PdfName("Document"));
    inOrder.add(document);
    document.put(PdfName.LANG, new PdfString(language, PdfObject.TEXT_UNICODE));
    for (Element body : Xhtml.children(page.getDocumentElement())) {
      if (body.getNodeName().equals("body")) {
        addChildren(body, document);
      }
    }
  }

  /** Where the marks of a text, a picture or a link belong; empty if they are decoration. */
  Optional<PdfStructureElement> of(Node node) {
    return Optional.ofNullable(elements.get(node));
  }

  /** The label of a list item. */
  Optional<PdfStructureElement> labelOf(Element item) {
    return Optional.ofNullable(labels.get(item));
  }

  /** Says where a picture stands on its page. */
  static void place(PdfStructureElement figure, Rectangle area) {
    attributes(
        figure,
        "Layout",
        Map.of(
            "BBox",
            new PdfArray(new float[] {area.getLeft(), area.getBottom(), area.getRight(), area.getTop()}),
            "Placement",
            new PdfName("Block")));
  }

  /** Removes what received no content, cells apart: a table keeps its empty ones. */
  void prune() {
    for (int i = inOrder.size() - 1; i > 0; i--) {
      PdfStructureElement element = inOrder.get(i);
      PdfObject kids = element.get(PdfName.K);
      boolean empty = kids == null || kids instanceof PdfArray array && array.isEmpty();
      if (empty && !isCell(element)) {
        ((PdfArray) element.getParent().get(PdfName.K)).remove(element);
      }
    }
  }

  private void addChildren(Element parent, PdfStructureElement into) {
    boolean hasBlocks = Xhtml.hasBlockChildren(parent);
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        add(element, into);
      } else if (node instanceof Text text && !(hasBlocks && text.getData().isBlank())) {
        elements.put(text, create(into, "Span"));
      }
    }
  }

  private void add(Element element, PdfStructureElement parent) {
    if (UNTOLD.contains(element.getNodeName()) || isOutsideTheFlow(element)) {
      return;
    }
    if (isFigure(element)) {
      addFigure(element, parent);
      return;
    }
    if (element.getNodeName().equals("main")) {
      addChildren(element, parent);
      return;
    }
    if (element.getNodeName().equals("tr") && element.getAttribute("class").equals(BENEATH)) {
      Xhtml.children(element).forEach(cell -> addChildren(cell, aroundTable(element).orElse(parent)));
      return;
    }
    String type = type(element);
    if (type.equals("Div") && element.getTextContent().isBlank() && Xhtml.children(element).isEmpty()) {
      return;
    }
    PdfStructureElement structure = create(parent, type);
    elements.put(element, structure);
    if (!element.getAttribute("lang").isEmpty()) {
      structure.put(PdfName.LANG, new PdfString(element.getAttribute("lang"), PdfObject.TEXT_UNICODE));
    }
    describe(element, structure, type);
    if (type.equals("LI")) {
      labels.put(element, create(structure, "Lbl"));
      addChildren(element, create(structure, "LBody"));
    } else if (!type.equals("Link") && hasOnlyText(element)) {
      elements.put(element.getFirstChild(), structure);
    } else {
      addChildren(element, structure);
    }
  }

  /** What holds the table that a row is of. */
  private Optional<PdfStructureElement> aroundTable(Element row) {
    Node node = row.getParentNode();
    while (node != null && !node.getNodeName().equals("table")) {
      node = node.getParentNode();
    }
    return node == null ? Optional.empty() : of(node.getParentNode());
  }

  private void addFigure(Element element, PdfStructureElement parent) {
    String alternative = alternative(element);
    if (alternative.isEmpty() && element.hasAttribute("alt")) {
      return;
    }
    if (alternative.isEmpty()) {
      throw new ReportException(
          "a picture has no alternative text: <" + element.getNodeName() + " " + element.getAttribute("id") + ">");
    }
    PdfStructureElement figure = create(parent, "Figure");
    figure.put(new PdfName("Alt"), new PdfString(alternative, PdfObject.TEXT_UNICODE));
    elements.put(element, figure);
  }

  private String alternative(Element element) {
    for (String attribute : List.of("alt", "title", "aria-label")) {
      if (!element.getAttribute(attribute).isBlank()) {
        return TextPreparation.clean(element.getAttribute(attribute).strip());
      }
    }
    Drawing drawing = charts.get(element.getAttribute("data-chart"));
    return drawing == null ? "" : drawing.alt();
  }

  private String type(Element element) {
    int level = Xhtml.headingLevel(element);
    if (level > 0) {
      return "H" + level;
    }
    return switch (element.getNodeName()) {
      case "p", "dt", "dd", "figcaption" -> "P";
      case "ul", "ol" -> "L";
      case "li" -> "LI";
      case "table" -> "Table";
      case "caption" -> "Caption";
      case "thead" -> "THead";
      case "tbody" -> "TBody";
      case "tfoot" -> "TFoot";
      case "tr" -> "TR";
      case "th" -> "TH";
      case "td" -> "TD";
      case "a" -> element.hasAttribute("href") ? "Link" : "Span";
      case "blockquote" -> "BlockQuote";
      case "section", "nav", "aside" -> "Sect";
      case "article" -> "Art";
      case "code" -> "Code";
      default -> {
        if (Xhtml.isInline(element)) {
          yield "Span";
        }
        yield Xhtml.hasBlockChildren(element) || element.getTextContent().isBlank() ? "Div" : "P";
      }
    };
  }

  private void describe(Element element, PdfStructureElement structure, String type) {
    switch (type) {
      case "L" -> attributes(structure, "List", Map.of("ListNumbering", new PdfName(numbering(element))));
      case "TH", "TD" -> {
        Map<String, PdfObject> cell = new TreeMap<>();
        if (type.equals("TH")) {
          cell.put("Scope", new PdfName(element.getAttribute("scope").startsWith("row") ? "Row" : "Column"));
        }
        addSpan(element, "colspan", "ColSpan", cell);
        addSpan(element, "rowspan", "RowSpan", cell);
        if (!cell.isEmpty()) {
          attributes(structure, "Table", cell);
        }
      }
      case "Span" -> {
        if (element.getNodeName().equals("abbr") && !element.getAttribute("title").isBlank()) {
          structure.put(new PdfName("E"), new PdfString(element.getAttribute("title"), PdfObject.TEXT_UNICODE));
        }
      }
      default -> { }
    }
  }

  private static void addSpan(Element cell, String attribute, String name, Map<String, PdfObject> into) {
    String value = cell.getAttribute(attribute);
    if (value.matches("[0-9]{1,4}") && Integer.parseInt(value) > 1) {
      into.put(name, new PdfNumber(Integer.parseInt(value)));
    }
  }

  private String numbering(Element list) {
    for (Element item : Xhtml.children(list)) {
      CalculatedStyle style = styles.getStyle(item);
      if (style.isListItem()) {
        return switch (style.getStringProperty(CSSName.LIST_STYLE_TYPE)) {
          case "disc" -> "Disc";
          case "circle" -> "Circle";
          case "square" -> "Square";
          case "lower-alpha", "lower-latin" -> "LowerAlpha";
          case "upper-alpha", "upper-latin" -> "UpperAlpha";
          case "lower-roman" -> "LowerRoman";
          case "upper-roman" -> "UpperRoman";
          case "none" -> "None";
          default -> "Decimal";
        };
      }
    }
    return "None";
  }

  private PdfStructureElement create(PdfStructureElement parent, String type) {
    PdfStructureElement element = new PdfStructureElement(parent, new PdfName(type));
    inOrder.add(element);
    return element;
  }

  /** Running heads and feet are drawn on every page and told on none. */
  private boolean isOutsideTheFlow(Element element) {
    CalculatedStyle style = styles.getStyle(element);
    return style.isDisplayNone() || style.isRunning() || style.isFixed();
  }

  private static boolean isFigure(Element element) {
    return element.hasAttribute("data-chart") || element.getNodeName().equals("img");
  }

  private static boolean hasOnlyText(Element element) {
    return element.getChildNodes().getLength() == 1 && element.getFirstChild() instanceof Text;
  }

  private static boolean isCell(PdfStructureElement element) {
    String type = PdfName.decodeName(element.get(PdfName.S).toString());
    return type.equals("TD") || type.equals("TH");
  }

  private static void attributes(PdfStructureElement element, String owner, Map<String, PdfObject> values) {
    PdfDictionary dictionary = new PdfDictionary();
    dictionary.put(PdfName.O, new PdfName(owner));
    new TreeMap<>(values).forEach((name, value) -> dictionary.put(new PdfName(name), value));
    element.put(PdfName.A, dictionary);
  }
}
