package dev.lodestone.report.internal.pdf;

import java.util.Arrays;
import org.openpdf.css.constants.IdentValue;
import org.openpdf.pdf.FontDescription;
import org.openpdf.text.pdf.BaseFont;

/**
 * One font of one engine, with the few figures about it that layout asks for again and again. Not thread-safe, as the
 * library's own font is not.
 */
final class EmbeddedFont {

  /** Widths and kerning are given in thousandths of the font size, as the PDF format has them. */
  static final double UNITS = 1000.0;

  private static final int TABLE_SIZE = 0x2600;
  private static final int KERNED = 0x180;
  private static final int UNKNOWN = Integer.MIN_VALUE;
  private static final int ABSENT = -1;

  private final String family;
  private final BaseFont base;
  private final FontDescription description;
  private final int[] advances = new int[TABLE_SIZE];
  private final int[] kerning;

  /**
   * @param weight the weight up to which letters are not thickened artificially
   */
  EmbeddedFont(String family, BaseFont base, int weight, boolean italic) {
    this.family = family;
    this.base = base;
    this.description =
        new FontDescription(
            base, false, italic ? IdentValue.ITALIC : IdentValue.NORMAL, decorations(base, weight));
    Arrays.fill(advances, UNKNOWN);
    this.kerning = base.hasKernPairs() ? new int[KERNED * KERNED] : new int[0];
    Arrays.fill(kerning, UNKNOWN);
  }

  String family() {
    return family;
  }

  BaseFont base() {
    return base;
  }

  FontDescription description() {
    return description;
  }

  boolean has(int codePoint) {
    return advance(codePoint) != ABSENT;
  }

  /** Width of a text without kerning. */
  int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      width += Math.max(0, advance(codePoint));
      i += Character.charCount(codePoint);
    }
    return width;
  }

  /** Width of a text as it is drawn. */
  int kernedWidth(String text) {
    int width = width(text);
    for (int i = 1; i < text.length(); i++) {
      width += kerning(text.charAt(i - 1), text.charAt(i));
    }
    return width;
  }

  /** What is added to the first letter's advance when the second follows. */
  int kerning(char first, char second) {
    if (kerning.length == 0 || first >= KERNED || second >= KERNED) {
      return 0;
    }
    int at = first * KERNED + second;
    if (kerning[at] == UNKNOWN) {
      kerning[at] = has(first) && has(second) ? base.getKerning(first, second) : 0;
    }
    return kerning[at];
  }

  private int advance(int codePoint) {
    if (codePoint >= TABLE_SIZE) {
      return readAdvance(codePoint);
    }
    if (advances[codePoint] == UNKNOWN) {
      advances[codePoint] = readAdvance(codePoint);
    }
    return advances[codePoint];
  }

  private int readAdvance(int codePoint) {
    return base.charExists(codePoint) ? base.getWidth(codePoint) : ABSENT;
  }

  private static FontDescription.Decorations decorations(BaseFont base, int weight) {
    float size = (float) UNITS;
    return new FontDescription.Decorations(
        weight,
        base.getFontDescriptor(BaseFont.STRIKETHROUGH_THICKNESS, size),
        base.getFontDescriptor(BaseFont.STRIKETHROUGH_POSITION, size),
        base.getFontDescriptor(BaseFont.UNDERLINE_POSITION, size),
        base.getFontDescriptor(BaseFont.UNDERLINE_THICKNESS, size));
  }
}
