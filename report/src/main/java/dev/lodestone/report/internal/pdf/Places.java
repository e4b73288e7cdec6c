package dev.lodestone.report.internal.pdf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.openpdf.extend.NamespaceHandler;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * The places of a page's elements: two elements have the same place where their parents have and both read alike, by name, attributes and the
 * names and classes of the two elements before them. What a selector asks of elements of one place it is answered alike, unless it asks for
 * more, such as the third element before or the last child; an element of which more was asked has a place of its own.
 */
final class Places extends PageNodes {

  /** What no style asks for, as a rule: elements are not told apart by it. Where one does, the element has a place of its own. */
  private static final Set<String> NOT_OF_A_PLACE = Set.of("id", "href", "headers", "title", "alt", "aria-label", "aria-labelledby", "aria-hidden");

  private record Place(int parent, String description) {}

  private final Map<Place, Integer> numbers = new HashMap<>();
  private final Map<Node, Integer> known = new IdentityHashMap<>();
  private final Set<Integer> divided = new HashSet<>();
  private final Map<Integer, Element> first = new HashMap<>();
  private int last;

  private Node current;
  private Node before;
  private Node secondBefore;
  private boolean more;

  Places(NamespaceHandler handler) {
    super(handler);
  }

  /** The number of an element's place; that of its parent must be settled. */
  int of(Element element) {
    Integer number = known.get(element);
    if (number == null) {
      int parent = super.getParentElement(element) instanceof Element above ? of(above) : 0;
      number = numbers.computeIfAbsent(new Place(parent, describe(element)), p -> ++last);
      if (divided.contains(number)) {
        number = ++last;
      }
      known.put(element, number);
      first.putIfAbsent(number, element);
    }
    return number;
  }

  /** The first element of a place, which speaks for all. */
  Element first(int place) {
    return first.get(place);
  }

  /** Selectors are about to ask about an element. */
  void ask(Element element) {
    current = element;
    before = super.getPreviousSiblingElement(element);
    secondBefore = before == null ? null : super.getPreviousSiblingElement(before);
    more = false;
  }

  /** They have asked: where they asked for more than its place tells, the place is divided, and this element keeps it alone. */
  void settle(Element element) {
    if (more) {
      divided.add(of(element));
    }
    current = null;
    before = null;
    secondBefore = null;
  }

  private String describe(Element element) {
    StringBuilder told = new StringBuilder(element.getNodeName());
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Node attribute = attributes.item(i);
      if (!NOT_OF_A_PLACE.contains(attribute.getNodeName())) {
        told.append('\u0001').append(attribute.getNodeName()).append('=').append(attribute.getNodeValue());
      }
    }
    told.append('\u0002').append(isLink(element));
    Node sibling = element;
    for (int i = 0; i < 2 && sibling != null; i++) {
      sibling = super.getPreviousSiblingElement(sibling);
      if (sibling instanceof Element earlier) {
        told.append('\u0003').append(earlier.getNodeName()).append('.').append(earlier.getAttribute("class"));
      }
    }
    return told.toString();
  }

  /** The element that speaks for the parent's place: the others are never asked, nor what a page became since it was. */
  @Override
  public Node getParentElement(Node node) {
    Node parent = super.getParentElement(node);
    Integer place = parent == null ? null : known.get(parent);
    return place == null ? parent : first.get(place);
  }

  private boolean isBefore(Node node) {
    return node == before || node == secondBefore;
  }

  private void asksForMore(boolean really) {
    more |= really && current != null;
  }

  @Override
  public Node getPreviousSiblingElement(Node node) {
    asksForMore(node == secondBefore);
    return super.getPreviousSiblingElement(node);
  }

  @Override
  public boolean isFirstChildElement(Node node) {
    asksForMore(node == current || isBefore(node));
    return super.isFirstChildElement(node);
  }

  @Override
  public boolean isLastChildElement(Node node) {
    asksForMore(node == current || isBefore(node));
    return super.isLastChildElement(node);
  }

  @Override
  public int getPositionOfElement(Node node) {
    asksForMore(node == current || isBefore(node));
    return super.getPositionOfElement(node);
  }

  @Override
  public String getAttributeValue(Node node, String name) {
    asksForMore(isBefore(node) || node == current && NOT_OF_A_PLACE.contains(name));
    return super.getAttributeValue(node, name);
  }

  @Override
  public String getAttributeValue(Node node, String namespace, String name) {
    asksForMore(isBefore(node) || node == current && NOT_OF_A_PLACE.contains(name));
    return super.getAttributeValue(node, namespace, name);
  }

  @Override
  public String getID(Node node) {
    asksForMore(node == current || isBefore(node));
    return super.getID(node);
  }

  @Override
  public String getLang(Node node) {
    asksForMore(isBefore(node));
    return super.getLang(node);
  }

  @Override
  public boolean isLink(Node node) {
    asksForMore(isBefore(node));
    return super.isLink(node);
  }
}
