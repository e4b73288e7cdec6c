package dev.lodestone.report.internal.pdf;

import java.util.IdentityHashMap;
import java.util.Map;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.GlyphLayoutManager;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTextArray;
import org.openpdf.render.JustificationInfo;

/**
 * Writes text with the kerning of its font. Glyphs stay those of the characters, so that search, copying and reading
 * aloud give the text back. A character without a glyph is an error here: the library would leave it out.
 */
final class KernedText extends GlyphLayoutManager {

  private final Map<BaseFont, EmbeddedFont> fonts = new IdentityHashMap<>();
  private JustificationInfo justification;
  private float dotsPerPoint = 1;

  @Override
  public boolean supportsFont(BaseFont font) {
    return true;
  }

  /** Tells which font is written next. */
  void use(EmbeddedFont font) {
    fonts.put(font.base(), font);
  }

  /** Spreads the next texts over the line. */
  void justify(JustificationInfo info, float dots) {
    justification = info;
    dotsPerPoint = dots;
  }

  void endJustify() {
    justification = null;
  }

  @Override
  public void showText(PdfContentByte content, BaseFont base, float size, String text) {
    EmbeddedFont font = fonts.get(base);
    text.codePoints()
        .filter(codePoint -> !font.has(codePoint))
        .findFirst()
        .ifPresent(
            codePoint -> {
              throw FontSet.noGlyph(codePoint, text);
            });
    PdfTextArray pieces = new PdfTextArray();
    int start = 0;
    for (int i = 1; i < text.length(); i++) {
      float adjustment = -font.kerning(text.charAt(i - 1), text.charAt(i)) - spread(text.charAt(i - 1), size);
      if (adjustment != 0) {
        pieces.add(text.substring(start, i));
        pieces.add(adjustment);
        start = i;
      }
    }
    if (start == 0) {
      content.showTextBasic(text);
      return;
    }
    pieces.add(text.substring(start));
    content.showText(pieces);
  }

  private float spread(char character, float size) {
    if (justification == null || Character.isHighSurrogate(character)) {
      return 0;
    }
    boolean space = character == ' ' || character == '\u00a0' || character == '\u3000';
    float dots = space ? justification.spaceAdjust() : justification.nonSpaceAdjust();
    return dots / dotsPerPoint * (float) EmbeddedFont.UNITS / size;
  }
}
