package dev.lodestone.report.internal.pdf;

import dev.lodestone.report.ReportException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads pages, and what other classes ask of their elements. Fetches nothing from outside. */
final class Xhtml {

  private static final String EXTERNAL_DTD = "http://apache.org/xml/features/nonvalidating/load-external-dtd";
  /** An element that this package puts around pieces of text; no page has one of that name. */
  static final String TEXT_ELEMENT = "lodestone-text";

  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "cite", "code", "dfn", "em", "i", "kbd", "mark", "q", "s", "samp", "small", "span",
          "strong", "sub", "sup", "time", "u", "var", TEXT_ELEMENT);
  private static final Set<String> WITHIN_LINES = Set.of("br", "img", "wbr");
  private static final Set<String> WITHOUT_TEXT = Set.of("head", "script", "style", "title");

  private final DocumentBuilder builder;

  Xhtml() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setExpandEntityReferences(true);
      factory.setCoalescing(true);
      factory.setIgnoringComments(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(EXTERNAL_DTD, false);
      builder = factory.newDocumentBuilder();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java has no safe XML parser", e);
    }
    builder.setErrorHandler(new Strict());
    // not switched off but refused: what is switched off would be missing from the page without a word
    builder.setEntityResolver(
        (publicId, systemId) -> {
          throw new SAXException("it asks for \"" + systemId + "\", and pages may ask for nothing");
        });
  }

  /** @throws ReportException that names the document, the line and the column */
  Document parse(String name, String page) {
    try {
      return builder.parse(new InputSource(new StringReader(page)));
    } catch (SAXParseException e) {
      throw new ReportException(
          String.format(
              Locale.ROOT,
              "the page \"%s\" is not well-formed: line %d, column %d: %s",
              name,
              e.getLineNumber(),
              e.getColumnNumber(),
              e.getMessage()),
          e);
    } catch (SAXException | IOException e) {
      throw new ReportException("the page \"" + name + "\" cannot be read: " + e.getMessage(), e);
    }
  }

  /** The element's child elements. */
  static List<Element> children(Node parent) {
    List<Element> result = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        result.add(element);
      }
    }
    return result;
  }

  /** The texts of the body in document order. */
  static List<Text> texts(Node root) {
    List<Text> result = new ArrayList<>();
    collectTexts(root, result);
    return result;
  }

  /** The language that holds at a node, empty if none is given. */
  static String language(Node node) {
    for (Node at = node; at != null; at = at.getParentNode()) {
      if (at instanceof Element element && !element.getAttribute("lang").isEmpty()) {
        return element.getAttribute("lang");
      }
    }
    return "";
  }

  /** 1 to 6 for a heading, else 0. */
  static int headingLevel(Element element) {
    String name = element.getNodeName();
    return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6'
        ? name.charAt(1) - '0'
        : 0;
  }

  /** Whether an element holds words within a line. */
  static boolean isInline(Element element) {
    return INLINE.contains(element.getNodeName());
  }

  /** Whether an element holds others that stand by themselves. */
  static boolean hasBlockChildren(Element element) {
    return children(element).stream()
        .anyMatch(child -> !isInline(child) && !WITHIN_LINES.contains(child.getNodeName()));
  }

  /** The text of an element on one line. */
  static String line(Element element) {
    return element.getTextContent().strip().replaceAll("\\s+", " ");
  }

  private static void collectTexts(Node node, List<Text> result) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Text text) {
        result.add(text);
      } else if (!WITHOUT_TEXT.contains(child.getNodeName())) {
        collectTexts(child, result);
      }
    }
  }

  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException exception) throws SAXException {
      throw exception;
    }

    @Override
    public void error(SAXParseException exception) throws SAXException {
      throw exception;
    }

    @Override
    public void fatalError(SAXParseException exception) throws SAXException {
      throw exception;
    }
  }
}
