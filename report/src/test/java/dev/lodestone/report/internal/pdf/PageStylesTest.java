package dev.lodestone.report.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.context.StyleReference;
import org.openpdf.css.newmatch.CascadedStyle;
import org.openpdf.css.parser.CSSParser;
import org.openpdf.css.sheet.PropertyDeclaration;
import org.openpdf.css.sheet.Stylesheet;
import org.openpdf.css.sheet.StylesheetInfo.Origin;
import org.openpdf.extend.UserAgentCallback;
import org.openpdf.pdf.ITextRenderer;
import org.openpdf.simple.extend.XhtmlNamespaceHandler;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PageStylesTest {

  private static final String PAGE =
      """
      <html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>A page</title>
      <style>%s</style></head>
      <body class="brief"><div class="part key"><h2 id="who">Who</h2><p class="dek">First</p><p lang="fr">Deux</p><p style="margin: 3pt">Third</p></div>
      <ul><li>one</li><li class="last one">two</li><li>three</li></ul><a href="https://example.org/">A link</a>
      <table><tr><td class="n" colspan="2">1</td></tr></table>
      <table><tr><td>1</td><td class="n">2</td></tr><tr><td>3</td><td class="n" title="told">4</td></tr><tr class="sum"><td>5</td><td class="n">6</td></tr>
      <tr id="fourth"><td>7</td><td class="n">8</td></tr><tr><td>9</td><td class="n"><a>10</a></td></tr><tr><td>11</td><td class="n"><a href="x">12</a></td></tr></table>
      <ul><li>one</li><li>two</li><li>three</li><li>four</li></ul></body></html>
      """;

  /** Every kind of selector that the library knows: what depends on more than name and classes must never be left out. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "p { color: red }", ".dek { color: red }", "p.dek { color: red }", ".part .dek { color: red }", ".part.key > p { color: red }", "h2 + p { color: red }",
        "p + p { color: red }", ".none + p { color: red }", "li:first-child { color: red }", "li:last-child { color: red }", "li:nth-child(2) { color: red }",
        "li:nth-child(odd) { color: red }", "#who { color: red }", "p#who, .dek, .none { color: red }", "td[colspan] { color: red }", "td[colspan='2'] { color: red }",
        "[class~=one] { color: red }", "p:lang(fr) { color: red }", "a:link { color: red }", "* { color: red }", ".none * { color: red }", "body * .dek { color: red }",
        "li:before { content: 'x' }", ".dek:before { content: 'x' }", ".none { color: red } .dek { color: blue } p { color: green }",
        "@media print { .dek { color: red } .none { color: blue } }", "@media screen { .dek { color: red } }", "body.brief li.one.last { color: red }", "tr + tr td { color: red }", "tr + tr + tr td { color: red }", "tr + tr + tr + tr td { color: red }", ".sum + tr { color: red }",
        "tr:nth-child(even) .n { color: red }", "tr:last-child td { color: red }", "#fourth td { color: red }", "tr#fourth .n { color: red }", "[title] { color: red }",
        "td[title=told] { color: red }", "tr:first-child + tr td { color: red }", "#fourth + tr { color: red }", "li + li + li:before { content: 'x' }", "a:link:before { content: 'x' }", "lodestone-text { color: red }"
      })
  void stylesAreThoseOfTheLibrary(String css) {
    Document page = new Xhtml().parse("page", PAGE.formatted(css));
    TaggedOutputDevice device = new TaggedOutputDevice(ITextRenderer.DEFAULT_DOTS_PER_POINT, new KernedText());
    UserAgentCallback agent = new ClosedUserAgent(device, ITextRenderer.DEFAULT_DOTS_PER_PIXEL);
    StyleReference own = new PageStyles(agent, new StyleSheets());
    StyleReference librarys = new StyleReference(agent);

    assertThat(told(page, own)).isEqualTo(told(page, librarys));
  }

  @Test
  void rulesWithoutAnElementAreLeftOut() throws IOException {
    Document page = new Xhtml().parse("page", PAGE.formatted(""));
    Stylesheet parsed =
        new CSSParser((uri, message) -> {})
            .parseStylesheet(
                "sheet",
                Origin.AUTHOR,
                new StringReader(".none { color: red } p, .none { color: red } .dek .none { color: red } .none:first-child { color: red } li { color: red }"));

    assertThat(new ApplicableRules(new XhtmlNamespaceHandler(), page).of(List.of(parsed)).getFirst().getContents()).hasSize(2);
  }

  private static List<String> told(Document page, StyleReference styles) {
    ITextRenderer renderer = new ITextRenderer();
    styles.setDocumentContext(renderer.getSharedContext(), new XhtmlNamespaceHandler(), page, null);
    List<String> told = new ArrayList<>();
    tell(page.getDocumentElement(), styles, told);
    return told;
  }

  private static void tell(Element element, StyleReference styles, List<String> told) {
    told.add(element.getNodeName() + told(styles.getCascadedStyle(element, false)) + told(styles.getPseudoElementStyle(element, "before")));
    Xhtml.children(element).forEach(child -> tell(child, styles, told));
  }

  private static String told(CascadedStyle style) {
    StringBuilder text = new StringBuilder();
    if (style != null) {
      style.getCascadedPropertyDeclarations().forEachRemaining((PropertyDeclaration each) -> text.append(' ').append(each));
    }
    return text.append(';').toString();
  }
}
