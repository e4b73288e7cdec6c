package dev.lodestone.report.internal.pdf;

import java.util.HashMap;
import java.util.Map;
import org.openpdf.css.constants.IdentValue;
import org.openpdf.css.value.FontSpecification;
import org.openpdf.layout.SharedContext;
import org.openpdf.pdf.FontFamily;
import org.openpdf.pdf.ITextFSFont;
import org.openpdf.pdf.ITextFontResolver;
import org.openpdf.render.FSFont;

/** Answers the layout's question for a font. Never one of the standard fourteen: they are not embedded. */
final class StyleFonts extends ITextFontResolver {

  /** A font in a size, that leads back to ours. */
  static final class SizedFont extends ITextFSFont {
    private final EmbeddedFont font;

    SizedFont(EmbeddedFont font, float size) {
      super(font.description(), size);
      this.font = font;
    }

    EmbeddedFont font() {
      return font;
    }
  }

  private final FontSet fonts;

  StyleFonts(FontSet fonts) {
    this.fonts = fonts;
  }

  EmbeddedFont choose(FontSpecification style) {
    boolean italic = style.fontStyle == IdentValue.ITALIC || style.fontStyle == IdentValue.OBLIQUE;
    String[] families = style.families == null ? new String[0] : style.families;
    return fonts.choose(families, convertWeightToInt(style.fontWeight), italic);
  }

  @Override
  public FSFont resolveFont(SharedContext context, FontSpecification style) {
    return new SizedFont(choose(style), style.size);
  }

  @Override
  protected Map<String, FontFamily> loadFonts() {
    return new HashMap<>();
  }
}
