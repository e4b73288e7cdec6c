package dev.lodestone.report.internal.pdf;

import dev.lodestone.report.chart.TextMeasure;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Measures texts of charts with the fonts that the PDF embeds; a character that they lack counts as one font size
 * wide, as Chinese, Japanese and Korean ones are. Thread-safe.
 */
public final class BundledTextMeasure implements TextMeasure {

  private final Map<Boolean, Map<Integer, Integer>> advances =
      Map.of(false, new ConcurrentHashMap<>(), true, new ConcurrentHashMap<>());
  private final FontSet fonts;

  public BundledTextMeasure(FontLibrary library) {
    fonts = new FontSet(library);
  }

  @Override
  public double widthPt(String text, boolean semibold, double sizePt) {
    Map<Integer, Integer> known = advances.get(semibold);
    long width = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      width += Optional.ofNullable(known.get(codePoint)).orElseGet(() -> read(codePoint, semibold));
      i += Character.charCount(codePoint);
    }
    return width * sizePt / EmbeddedFont.UNITS;
  }

  private synchronized int read(int codePoint, boolean semibold) {
    EmbeddedFont font = fonts.sans(semibold, false);
    int advance =
        font.has(codePoint) ? font.width(Character.toString(codePoint)) : (int) EmbeddedFont.UNITS;
    advances.get(semibold).put(codePoint, advance);
    return advance;
  }
}
