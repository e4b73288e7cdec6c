package dev.lodestone.report.internal.pdf;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openpdf.context.StyleReference;
import org.openpdf.context.StylesheetFactoryImpl;
import org.openpdf.css.newmatch.CascadedStyle;
import org.openpdf.css.newmatch.Matcher;
import org.openpdf.css.newmatch.PageInfo;
import org.openpdf.css.sheet.FontFaceRule;
import org.openpdf.css.sheet.Stylesheet;
import org.openpdf.css.sheet.StylesheetInfo;
import org.openpdf.extend.NamespaceHandler;
import org.openpdf.extend.UserAgentCallback;
import org.openpdf.extend.UserInterface;
import org.openpdf.layout.SharedContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The styles of one document. The same as the library's, for less: sheets are parsed once for all documents of an engine, rules for
 * which the document has no element are left out, and of elements in the same of its {@link Places} one is asked for all. A tenth of the time of an
 * edition went into it.
 */
final class PageStyles extends StyleReference {

  private final StyleSheets sheets;
  private final StylesheetFactoryImpl factory;
  private Matcher matcher;
  private Places places;

  private final Map<Integer, CascadedStyle> styles = new HashMap<>();
  private final Map<String, Optional<CascadedStyle>> pseudoStyles = new HashMap<>();

  PageStyles(UserAgentCallback agent, StyleSheets sheets) {
    super(agent);
    this.sheets = sheets;
    this.factory = new StylesheetFactoryImpl(agent);
  }

  @Override
  public void setDocumentContext(SharedContext context, NamespaceHandler handler, Document document, UserInterface unused) {
    List<StylesheetInfo> infos = new ArrayList<>();
    handler.getDefaultStylesheet().ifPresent(infos::add);
    infos.addAll(handler.getStylesheets(document));
    List<Stylesheet> all = new ArrayList<>();
    addAll(infos, context.getMedia(), all);
    places = new Places(handler);
    matcher = new Matcher(places, places, factory, new ApplicableRules(handler, document).of(all), context.getMedia());
  }

  /** Sheets in order, those that a sheet imports before it. */
  private void addAll(List<StylesheetInfo> infos, String medium, List<Stylesheet> all) {
    for (StylesheetInfo info : infos) {
      if (info.appliesToMedia(medium)) {
        Optional<Stylesheet> sheet = sheets.of(info, this::read);
        sheet.ifPresent(known -> addAll(known.getImportRules(), medium, all));
        sheet.ifPresent(all::add);
      }
    }
  }

  private Optional<Stylesheet> read(StylesheetInfo info) {
    return info.getContent()
        .map(css -> factory.parse(new StringReader(css), info))
        .or(() -> Optional.ofNullable(factory.getStylesheet(info)));
  }

  @Override
  public CascadedStyle getCascadedStyle(Element element, boolean anew) {
    if (element == null) {
      return CascadedStyle.emptyCascadedStyle;
    }
    return anew ? matcher.getCascadedStyle(element, true) : style(element);
  }

  private CascadedStyle style(Element element) {
    if (element.getParentNode() instanceof Element parent && !styles.containsKey(places.of(parent))) {
      style(parent);
    }
    int place = places.of(element);
    CascadedStyle style = styles.get(place);
    if (style == null) {
      places.ask(element);
      style = matcher.getCascadedStyle(element, false);
      places.settle(element);
      styles.put(place, style);
    }
    return style;
  }

  @Override
  public CascadedStyle getPseudoElementStyle(Node node, String pseudoElement) {
    Element element = node instanceof Element itself ? itself : (Element) node.getParentNode();
    style(element);
    int place = places.of(element);
    return pseudoStyles
        .computeIfAbsent(place + pseudoElement, p -> Optional.ofNullable(matcher.getPECascadedStyle(places.first(place), pseudoElement)))
        .orElse(null);
  }

  @Override
  public PageInfo getPageStyle(String pageName, String pseudoPage) {
    return matcher.getPageCascadedStyle(pageName, pseudoPage);
  }

  @Override
  public List<FontFaceRule> getFontFaceRules() {
    return matcher.getFontFaceRules();
  }

  @Override
  public boolean isHoverStyled(Element element) {
    return matcher.isHoverStyled(element);
  }
}
