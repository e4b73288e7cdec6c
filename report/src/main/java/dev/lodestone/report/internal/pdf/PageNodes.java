package dev.lodestone.report.internal.pdf;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.openpdf.css.extend.AttributeResolver;
import org.openpdf.css.extend.TreeResolver;
import org.openpdf.extend.NamespaceHandler;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Answers what selectors ask about the elements of a page: hundreds of questions an element, each of which makes an object where the
 * library's own classes answer. Nothing on paper is hovered over, active, focused or visited.
 */
class PageNodes implements TreeResolver, AttributeResolver {

  private final NamespaceHandler handler;
  private final Map<Node, Optional<String>> classes = new IdentityHashMap<>();

  PageNodes(NamespaceHandler handler) {
    this.handler = handler;
  }

  @Override
  public Node getParentElement(Node node) {
    return node.getParentNode() instanceof Element parent ? parent : null;
  }

  @Override
  public Node getPreviousSiblingElement(Node node) {
    Node sibling = node.getPreviousSibling();
    while (sibling != null && !(sibling instanceof Element)) {
      sibling = sibling.getPreviousSibling();
    }
    return sibling;
  }

  @Override
  public String getElementName(Node node) {
    String name = node.getLocalName();
    return name == null ? node.getNodeName() : name;
  }

  @Override
  public boolean isFirstChildElement(Node node) {
    return getPreviousSiblingElement(node) == null;
  }

  @Override
  public boolean isLastChildElement(Node node) {
    Node sibling = node.getNextSibling();
    while (sibling != null && !(sibling instanceof Element)) {
      sibling = sibling.getNextSibling();
    }
    return sibling == null;
  }

  @Override
  public int getPositionOfElement(Node node) {
    int before = 0;
    for (Node sibling = getPreviousSiblingElement(node); sibling != null; sibling = getPreviousSiblingElement(sibling)) {
      before++;
    }
    return before;
  }

  @Override
  public boolean matchesElement(Node node, String namespace, String name) {
    return name.equals(getElementName(node)) && (namespace == null || node.getLocalName() != null && namespace.equals(node.getNamespaceURI()));
  }

  @Override
  public String getClass(Node node) {
    Optional<String> known = classes.get(node);
    if (known == null) {
      known = Optional.ofNullable(handler.getClass((Element) node));
      classes.put(node, known);
    }
    return known.orElse(null);
  }

  @Override
  public String getAttributeValue(Node node, String name) {
    return handler.getAttributeValue((Element) node, name);
  }

  @Override
  public String getAttributeValue(Node node, String namespace, String name) {
    return handler.getAttributeValue((Element) node, namespace, name);
  }

  @Override
  public String getID(Node node) {
    return handler.getID((Element) node);
  }

  @Override
  public String getNonCssStyling(Node node) {
    return handler.getNonCssStyling((Element) node);
  }

  @Override
  public String getElementStyling(Node node) {
    return handler.getElementStyling((Element) node);
  }

  @Override
  public String getLang(Node node) {
    return handler.getLang((Element) node);
  }

  @Override
  public boolean isLink(Node node) {
    return handler.getLinkUri((Element) node) != null;
  }

  @Override
  public boolean isVisited(Node node) {
    return false;
  }

  @Override
  public boolean isHover(Node node) {
    return false;
  }

  @Override
  public boolean isActive(Node node) {
    return false;
  }

  @Override
  public boolean isFocus(Node node) {
    return false;
  }
}
