package dev.lodestone.report.internal.pdf;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
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
 * which the document has no element are left out, and its elements are asked by {@link PageNodes}. A tenth of the time of an edition
 * went into it.
 */
final class PageStyles extends StyleReference {

  private final StyleSheets sheets;
  private final StylesheetFactoryImpl factory;
  private Matcher matcher;

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
    PageNodes nodes = new PageNodes(handler);
    matcher = new Matcher(nodes, nodes, factory, new ApplicableRules(handler, document).of(all), context.getMedia());
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
    return element == null ? CascadedStyle.emptyCascadedStyle : matcher.getCascadedStyle(element, anew);
  }

  @Override
  public CascadedStyle getPseudoElementStyle(Node node, String pseudoElement) {
    return matcher.getPECascadedStyle(node instanceof Element element ? element : (Element) node.getParentNode(), pseudoElement);
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
