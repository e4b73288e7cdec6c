package dev.lodestone.report.internal.pdf;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import org.openpdf.layout.SharedContext;
import org.openpdf.css.style.CssContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Makes the texts of a page drawable before it is laid out: composes accents, drops marks that have no shape, and puts
 * characters that the style's font lacks into elements with a font that has them.
 */
final class TextPreparation {

  private static final String XHTML = "http://www.w3.org/1999/xhtml";

  private final FontSet fonts;
  private final StyleFonts styleFonts;

  TextPreparation(FontSet fonts, StyleFonts styleFonts) {
    this.fonts = fonts;
    this.styleFonts = styleFonts;
  }

  /** Composed, without soft hyphens and other marks that only steer layout or choose variants. */
  static String clean(String text) {
    String composed = Normalizer.isNormalized(text, Form.NFC) ? text : Normalizer.normalize(text, Form.NFC);
    if (composed.codePoints().noneMatch(TextPreparation::isShapeless)) {
      return composed;
    }
    StringBuilder kept = new StringBuilder(composed.length());
    composed.codePoints().filter(codePoint -> !isShapeless(codePoint)).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** Rewrites the text nodes of a document; to be called before styles are asked for. */
  static void compose(Document document) {
    for (Text text : Xhtml.texts(document)) {
      String clean = clean(text.getData());
      if (!clean.equals(text.getData())) {
        text.setData(clean);
      }
    }
  }

  /**
   * Splits the texts whose font lacks characters, and gives a text among elements an element of its own. Without it
   * the library draws all texts of a paragraph's line first and what is emphasised or linked after, which is the order
   * in which simple programs copy and search. Characters without any font are replaced by what they are.
   */
  void splitTexts(Document document, SharedContext styles, CssContext context) {
    // matched before the page changes, so that selectors never see the new elements
    matchStyles(document.getDocumentElement(), styles);
    for (Text text : Xhtml.texts(document)) {
      if (text.getParentNode() instanceof Element parent && isDrawn(text, parent)) {
        EmbeddedFont preferred = styleFonts.choose(styles.getStyle(parent).getFont(context));
        List<FontSet.Run> runs =
            mayNeedFallback(text.getData())
                ? fonts.runs(text.getData(), preferred, Xhtml.language(parent))
                : List.of(new FontSet.Run(preferred, text.getData()));
        boolean alone = parent.getChildNodes().getLength() == 1;
        if (!alone || runs.size() > 1 || runs.get(0).font() != preferred || !runs.get(0).text().equals(text.getData())) {
          replace(text, runs, preferred);
        }
      }
    }
  }

  private static void matchStyles(Element element, SharedContext styles) {
    styles.getStyle(element);
    Xhtml.children(element).forEach(child -> matchStyles(child, styles));
  }

  /** Spaces between blocks are layout of the source. */
  private static boolean isDrawn(Text text, Element parent) {
    return !text.getData().isEmpty() && !(text.getData().isBlank() && Xhtml.hasBlockChildren(parent));
  }

  private static void replace(Text text, List<FontSet.Run> runs, EmbeddedFont preferred) {
    Node parent = text.getParentNode();
    Document document = text.getOwnerDocument();
    for (FontSet.Run run : runs) {
      Element piece = document.createElementNS(XHTML, Xhtml.TEXT_ELEMENT);
      if (run.font() != preferred) {
        piece.setAttribute("style", "font-family: '" + run.font().family() + "'");
      }
      piece.appendChild(document.createTextNode(run.text()));
      parent.insertBefore(piece, text);
    }
    parent.removeChild(text);
  }

  /** Every bundled font has the printable characters of Latin-1; most texts end here. */
  private static boolean mayNeedFallback(String text) {
    return text.chars().anyMatch(c -> c > 0xff || c < 0x20 && !FontSet.isLayoutSpace(c) || c >= 0x7f && c < 0xa0);
  }

  /** Soft hyphen, joiners, byte order mark, variation selectors, directional marks. */
  private static boolean isShapeless(int codePoint) {
    return codePoint == 0xad
        || codePoint >= 0x200b && codePoint <= 0x200f
        || codePoint >= 0x202a && codePoint <= 0x202e
        || codePoint >= 0x2060 && codePoint <= 0x206f
        || codePoint >= 0xfe00 && codePoint <= 0xfe0f
        || codePoint == 0xfeff
        || codePoint >= 0xe0100 && codePoint <= 0xe01ef;
  }
}
