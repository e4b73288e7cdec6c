package dev.lodestone.report.internal.pdf;

import org.openpdf.extend.FontContext;
import org.openpdf.pdf.ITextFSFontMetrics;
import org.openpdf.pdf.ITextTextRenderer;
import org.openpdf.render.FSFont;
import org.openpdf.render.FSFontMetrics;
import org.openpdf.text.pdf.BaseFont;

/** Measures text for the layout exactly as {@link KernedText} writes it. */
final class TextWidths extends ITextTextRenderer {

  private static final double ROUNDING = 0.01;

  @Override
  public int getWidth(FontContext context, FSFont font, String text) {
    double width =
        ((StyleFonts.SizedFont) font).font().kernedWidth(text) * (double) font.getSize2D() / EmbeddedFont.UNITS;
    return (int) Math.ceil(width - ROUNDING);
  }

  /** The ascent that the designer gave for lines, not the tallest accent of all letters: that tears lines apart. */
  @Override
  public FSFontMetrics getFSFontMetrics(FontContext context, FSFont font, String text) {
    StyleFonts.SizedFont sized = (StyleFonts.SizedFont) font;
    BaseFont base = sized.font().base();
    float size = font.getSize2D();
    float unit = size / (float) EmbeddedFont.UNITS;
    var description = sized.getFontDescription();
    return new ITextFSFontMetrics(
        base.getFontDescriptor(BaseFont.AWT_ASCENT, size),
        -base.getFontDescriptor(BaseFont.AWT_DESCENT, size),
        -description.getYStrikeoutPosition() * unit,
        description.getYStrikeoutSize() * unit,
        -description.getUnderlinePosition() * unit,
        description.getUnderlineThickness() * unit);
  }
}
