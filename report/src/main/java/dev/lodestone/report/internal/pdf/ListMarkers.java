package dev.lodestone.report.internal.pdf;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openpdf.css.style.CssContext;
import org.openpdf.render.BlockBox;
import org.openpdf.render.Box;
import org.openpdf.render.LineBox;
import org.openpdf.render.MarkerData;
import org.w3c.dom.Element;

/**
 * Finds the list item to which a number or bullet belongs. The library draws markers without saying whose they are,
 * so they are recognised by the place at which it puts them.
 */
final class ListMarkers {

  /**
   * @param item its list item
   * @param x left edge where the bullet belongs
   * @param y top edge where the bullet belongs: at half the height of small letters of the first line, while the
   *     library centres it on the whole item
   * @param diameter in the layout's dots
   */
  record Bullet(Element item, int x, int y, int diameter) {}

  private record Place(int x, int y) {}

  private static final double DIAMETER_SHARE = 0.72;
  private static final double HEIGHT_ABOVE_BASELINE = 0.27;

  private final CssContext context;
  private final Map<Place, Element> numbers = new HashMap<>();
  private final Map<Place, Bullet> bullets = new HashMap<>();

  ListMarkers(Box root, CssContext context) {
    this.context = context;
    collect(root);
  }

  /** The item whose number is drawn with its left end at x on the baseline y. */
  Optional<Element> ofNumber(float x, float y) {
    return Optional.ofNullable(numbers.get(new Place(Math.round(x), Math.round(y))));
  }

  /** The bullet that the library draws with this upper left corner. */
  Optional<Bullet> ofBullet(int x, int y) {
    return Optional.ofNullable(bullets.get(new Place(x, y)));
  }

  private void collect(Box box) {
    if (box instanceof BlockBox block && block.getMarkerData() != null && block.getElement() != null) {
      add(block, block.getMarkerData());
    }
    for (int i = 0; i < box.getChildCount(); i++) {
      collect(box.getChild(i));
    }
  }

  private void add(BlockBox item, MarkerData marker) {
    LineBox line = marker.getReferenceLine();
    if (marker.getTextMarker() != null) {
      int top = line == null ? item.getAbsY() + item.getTy() : line.getAbsY();
      Place place = new Place(left(item, line) - marker.getTextMarker().getLayoutWidth(), top + baseline(marker));
      numbers.putIfAbsent(place, item.getElement());
    } else if (marker.getGlyphMarker() != null) {
      addBullet(item, line, marker);
    }
  }

  private void addBullet(BlockBox item, LineBox line, MarkerData marker) {
    int drawn = marker.getGlyphMarker().getDiameter();
    int x = left(item, line) - marker.getGlyphMarker().getLayoutWidth();
    int wanted = (int) Math.round(drawn * DIAMETER_SHARE);
    float em = item.getStyle().getFont(context).size;
    int top = line == null ? item.getAbsY() + item.getTy() : line.getAbsY();
    int middle = top + baseline(marker) - (int) Math.round(em * HEIGHT_ABOVE_BASELINE);
    Bullet bullet = new Bullet(item.getElement(), x + (drawn - wanted) / 2, middle - wanted / 2, wanted);
    bullets.putIfAbsent(new Place(x, centre(item) - drawn / 2), bullet);
  }

  private int left(BlockBox item, LineBox line) {
    return line == null ? item.getAbsX() + (int) item.getMargin(context).left() : line.getAbsX();
  }

  /** Where the library centres a bullet. */
  private int centre(BlockBox item) {
    return item.getAbsY()
        + firstHeight(item) / 2
        + (int) item.getMargin(context).top() / 2
        - (int) item.getMargin(context).bottom() / 2
        + (int) item.getPadding(context).top() / 2
        - (int) item.getPadding(context).bottom() / 2;
  }

  private static int firstHeight(Box box) {
    return box.getChildCount() > 1 ? firstHeight(box.getChild(0)) : box.getHeight();
  }

  private static int baseline(MarkerData marker) {
    return marker.getStructMetrics().getBaseline();
  }
}
