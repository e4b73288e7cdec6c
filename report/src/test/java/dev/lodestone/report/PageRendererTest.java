package dev.lodestone.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.lodestone.report.view.Note;
import dev.lodestone.report.view.Page;
import dev.lodestone.report.view.Paragraph;
import dev.lodestone.report.view.Section;
import dev.lodestone.report.view.Text;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class PageRendererTest {

    private static final String HOSTILE = "<script>alert(\"x\")</script> ${1+1} <#if true> #{2} [=3] ' & ]]> --> </style>";

    private final PageRenderer renderer = PageRenderer.withDefaults();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Page.Template.class)
    void escapesEveryText(Page.Template template) throws Exception {
        Page page = SamplePages.filledWith(HOSTILE, template);

        for (String text : List.of(renderer.html(page), renderer.printXhtml(page))) {
            Document document = parse(text);
            assertThat(document.getElementsByTagName("script").getLength()).isLessThanOrEqualTo(1);
            assertThat(attributes(document)).noneMatch(name -> name.startsWith("on"));
            String withoutOurScript = withoutScript(text);
            assertThat(withoutOurScript).doesNotContain("<script>alert").doesNotContain("alert(\"x\")").doesNotContain("<#if");
            // each stands as it was written, so none was computed
            assertThat(count(document.getDocumentElement().getTextContent(), "${1+1}")).isGreaterThan(20);
            assertThat(document.getDocumentElement().getTextContent()).contains(HOSTILE);
        }
    }

    @ParameterizedTest
    @EnumSource(Page.Template.class)
    void leavesNoTemplateSyntaxBehind(Page.Template template) {
        Page page = SamplePages.filledWith("words", template);

        assertThat(List.of(withoutScript(renderer.html(page)), renderer.printXhtml(page)))
                .allSatisfy(text -> assertThat(text).doesNotContain("${").doesNotContain("<#").doesNotContain("<@").doesNotContain("</@"));
    }

    @Test
    void placesEveryTextOfEveryBlock() throws Exception {
        Page page = SamplePages.japan();
        String html = parse(renderer.html(page)).getDocumentElement().getTextContent();
        String print = parse(renderer.printXhtml(page)).getDocumentElement().getTextContent();

        assertThat(html)
                .contains(page.title(), page.dek(), page.kicker(), page.dateLine(), page.meta().edition(), page.meta().series())
                .contains("Methods", "Workbook", "and 34 more rows in data/observations.csv", "supplier-share, edition 1");
        assertThat(print).contains(page.title(), page.dek(), page.kicker(), page.dateLine(), page.meta().edition(), page.meta().series());
        for (String text : List.of(html, print)) {
            assertThat(text)
                    .contains("Figure 1", "Magnets left China behind", "% of value, 2017–2024", "CEPII BACI, release 202601")
                    .contains("Table 1", "% of weight", "largest by weight", "Suppliers under $1.4m are in the total only.")
                    .contains("72.1% of compounds, 2023", "at most 50%", "Indeterminate", "Not testable", "February 2027")
                    .contains("What would change it:", "$67m of compound purchases")
                    .contains("What these figures cannot show", "The EU’s 65% line", "日本", "Caremag, Lacq", "Building")
                    .contains("HHI", "They were not: 2016 and 2017 stand apart.", "Nothing to show.", "Not disclosed by element")
                    .contains("UN Comtrade, imports of HS 2846 in 2023, CIF, every partner.")
                    .doesNotContain("A section without anything to say");
        }
    }

    @Test
    void readsAsTheGoldenFile() throws IOException {
        String shown = withoutDrawings(withoutStyle(withoutScript(renderer.html(SamplePages.japan()))));
        Path golden = Path.of("src/test/resources/dev/lodestone/report/golden/japan.html");
        if (Files.notExists(golden)) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, shown);
            fail("there was no golden file: look at " + golden + ", then run again");
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, shown);
        }

        assertThat(shown).isEqualTo(Files.readString(golden));
    }

    @Test
    void givesTheSameTextOnAnyMachine() {
        String here = renderer.html(SamplePages.japan()) + renderer.printXhtml(SamplePages.japan());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            PageRenderer elsewhere = PageRenderer.withDefaults();

            assertThat(elsewhere.html(SamplePages.japan()) + elsewhere.printXhtml(SamplePages.japan())).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void givesTheSameTextToSeveralThreads() {
        String alone = renderer.html(SamplePages.japan());

        List<String> together = IntStream.range(0, 16).parallel().mapToObj(i -> renderer.html(SamplePages.japan())).toList();

        assertThat(together).allMatch(alone::equals);
    }

    @Test
    void loadsNothingFromElsewhere() throws Exception {
        Document document = parse(renderer.html(SamplePages.japan()));

        assertThat(document.getElementsByTagName("link").getLength()).isZero();
        assertThat(valuesOf(document, "src")).allMatch(src -> src.startsWith("data:"));
        assertThat(valuesOf(document, "srcset")).isEmpty();
        String css = document.getElementsByTagName("style").item(0).getTextContent();
        assertThat(Pattern.compile("url\\(").matcher(css).results().map(MatchResult::start))
                .isNotEmpty()
                .allMatch(at -> css.startsWith("url(data:font/woff", at));
        assertThat(css).doesNotContain("@import");
        assertThat(document.getElementsByTagName("script").item(0).getTextContent()).doesNotContain("http").doesNotContain("fetch(");
    }

    @Test
    void leadsEveryLinkInsideThePageToAnAnchorThatStandsOnce() throws Exception {
        for (String text : List.of(renderer.html(SamplePages.japan()), renderer.printXhtml(SamplePages.japan()))) {
            Document document = parse(text);
            List<String> ids = valuesOf(document, "id");

            assertThat(ids).doesNotHaveDuplicates();
            assertThat(valuesOf(document, "href").stream().filter(href -> href.startsWith("#")).map(href -> href.substring(1)))
                    .isSubsetOf(ids);
            assertThat(Stream.of("aria-labelledby").flatMap(name -> valuesOf(document, name).stream()).flatMap(v -> Stream.of(v.split(" "))))
                    .isSubsetOf(ids);
        }
    }

    @Test
    void ordersItsHeadingsWithoutGaps() throws Exception {
        for (String text : List.of(renderer.html(SamplePages.japan()), renderer.printXhtml(SamplePages.japan()))) {
            List<Integer> levels = elements(parse(text)).stream()
                    .map(Element::getTagName)
                    .filter(name -> name.matches("h[1-6]"))
                    .map(name -> name.charAt(1) - '0')
                    .toList();

            assertThat(levels).startsWith(1).containsOnlyOnce(1);
            for (int i = 1; i < levels.size(); i++) {
                assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
            }
        }
    }

    @Test
    void namesLanguageTablesAndPictures() throws Exception {
        Document document = parse(renderer.html(SamplePages.japan()));

        assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(elements(document, "table")).isNotEmpty().allSatisfy(table -> {
            assertThat(table.getElementsByTagName("caption").getLength()).isOne();
            assertThat(elements(table, "th")).allMatch(th -> !th.getAttribute("scope").isEmpty());
        });
        assertThat(elements(document, "svg")).isNotEmpty().allMatch(svg -> svg.getAttribute("role").equals("img"));
        assertThat(elements(document, "main")).hasSize(1);
    }

    @Test
    void leavesAPlaceForEachChartOnPaper() throws Exception {
        Page page = SamplePages.japan();

        List<Element> places = elements(parse(renderer.printXhtml(page))).stream().filter(e -> e.hasAttribute("data-chart")).toList();

        assertThat(places).extracting(e -> e.getAttribute("data-chart")).containsExactlyElementsOf(renderer.charts(page).keySet());
        assertThat(places).extracting(e -> e.getAttribute("title")).allMatch(title -> title.length() > 20);
        assertThat(places.getFirst().getAttribute("style")).matches("width:174mm;height:\\d+(\\.\\d+)?mm");
        assertThat(renderer.printXhtml(page)).contains("content: \"Page \" counter(page) \" of \" counter(pages) \"\"").doesNotContain("<svg");
    }

    @Test
    void refusesAPageThatPointsNowhere() {
        Page page = withSection(new Section("a", "A", List.of(new Paragraph(Text.of("x").explained("1", "gone")))));

        assertThatThrownBy(() -> renderer.html(page)).hasMessage("page 'JPN': no explanation 'gone'");
    }

    @Test
    void refusesANoteMarkWithoutANote() {
        Page page = withSection(new Section("a", "A", List.of(new Paragraph(Text.of("x").note("gone")))));

        assertThatThrownBy(() -> renderer.html(page)).hasMessage("page 'JPN': no note 'gone'");
    }

    @Test
    void refusesAnAnchorThatStandsTwice() {
        Page page = withSection(new Section("board", "A", List.of(new Paragraph(Text.of("x")))));

        assertThatThrownBy(() -> renderer.html(page)).hasMessage("page 'JPN': anchor 'board' stands twice");
    }

    @Test
    void placesAUsersTemplateBeforeOurs() throws IOException {
        Files.writeString(folder.resolve("briefing.ftlh"), "<p>${page.title}</p>");

        assertThat(renderer.withTemplates(folder).html(SamplePages.filledWith("a < b", Page.Template.BRIEFING))).isEqualTo("<p>a &lt; b</p>");
        assertThat(renderer.withTemplates(folder).html(SamplePages.filledWith("a", Page.Template.INDEX))).contains("<main");
    }

    @Test
    void namesLineAndColumnOfABrokenTemplate() throws IOException {
        Path template = Files.writeString(folder.resolve("briefing.ftlh"), "<p>\n  ${page.title\n</p>");

        assertThatThrownBy(() -> renderer.withTemplates(folder).html(SamplePages.japan()))
                .isInstanceOf(ReportException.class)
                .hasMessageStartingWith(template + ", line 3, column 2: Encountered \"/\"");
    }

    @Test
    void namesLineAndColumnToWhoMeetsABrokenTemplateLater() throws IOException {
        Path template = Files.writeString(folder.resolve("briefing.ftlh"), "<p>\n  ${page.title\n</p>");
        PageRenderer broken = renderer.withTemplates(folder);
        assertThatThrownBy(() -> broken.html(SamplePages.japan())).isInstanceOf(ReportException.class);

        assertThatThrownBy(() -> broken.html(SamplePages.japan()))
                .isInstanceOf(ReportException.class)
                .hasMessageStartingWith(template + ", line 3, column 2: Encountered \"/\"");
    }

    @Test
    void namesTheIncludedTemplateThatIsBroken() throws IOException {
        Path template = Files.writeString(folder.resolve("blocks.ftlh"), "fine\n<#if>");

        assertThatThrownBy(() -> renderer.withTemplates(folder).html(SamplePages.japan()))
                .isInstanceOf(ReportException.class)
                .hasMessageStartingWith(template + ", line 2, column ");
    }

    @Test
    void namesWhatATemplateAsksForInVain() throws IOException {
        Path template = Files.writeString(folder.resolve("briefing.ftlh"), "${page.titel}");

        assertThatThrownBy(() -> renderer.withTemplates(folder).html(SamplePages.japan()))
                .isInstanceOfSatisfying(ReportException.class, e -> {
                    assertThat(e.file()).isEqualTo(template.toString());
                    assertThat(e.line()).isOne();
                    assertThat(e.column()).isEqualTo(3);
                })
                .hasMessageContaining("page.titel")
                .hasMessageNotContaining("\n");
    }

    @Test
    void letsTemplatesReachNoClass() throws IOException {
        Files.writeString(folder.resolve("briefing.ftlh"), "${\"freemarker.template.utility.Execute\"?new()(\"id\")}");

        assertThatThrownBy(() -> renderer.withTemplates(folder).html(SamplePages.japan()))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("not allowed");
    }

    @Test
    void readsNoTemplateOutsideTheFolder() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.writeString(folder.resolve("secret.ftlh"), "secret");
        Files.writeString(inside.resolve("briefing.ftlh"), "<#include \"../secret.ftlh\">");

        assertThatThrownBy(() -> renderer.withTemplates(inside).html(SamplePages.japan())).isInstanceOf(ReportException.class);
    }

    @Test
    void refusesATemplateThatIsNotUtf8() throws IOException {
        Path template = Files.write(folder.resolve("briefing.ftlh"), "caf\u00E9".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> renderer.withTemplates(folder).html(SamplePages.japan())).hasMessage(template + ": is not UTF-8 text");
    }

    @Test
    void refusesAStyleSheetThatLoadsFromElsewhere() throws IOException {
        Path sheet = Files.writeString(folder.resolve("extra.css"), "p { color: red }\nbody { background: url(https://example.org/a.png) }");

        assertThatThrownBy(() -> renderer.withTemplates(folder).html(SamplePages.japan()))
                .hasMessage(sheet + ", line 2, column 20: loads something from elsewhere; a page stands alone, so embed it with url(data:...)");
    }

    @Test
    void refusesAStyleSheetThatEndsItself() throws IOException {
        Path sheet = Files.writeString(folder.resolve("screen.css"), "p{}</style><script>");

        assertThatThrownBy(() -> renderer.withTemplates(folder).html(SamplePages.japan()))
                .hasMessage(sheet + ", line 1, column 4: holds '</', which would end the style sheet inside a page");
    }

    @Test
    void addsAUsersStylesLogoAndWords() throws IOException {
        Files.writeString(folder.resolve("extra.css"), ".kicker { color: #123456 }");
        Files.writeString(folder.resolve("logo.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Files.createDirectory(folder.resolve("text"));
        Files.writeString(folder.resolve("text/en.properties"), "bottom_line=In a nutshell – für alle");

        String html = renderer.withTemplates(folder).html(SamplePages.japan());

        assertThat(html).contains(".kicker { color: #123456 }", "src=\"data:image/svg+xml;base64,", "In a nutshell – für alle", "Key figures");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
            "viewBox='0 0 400 100', 2.00rem", "viewBox='0 0 100 100', 4.00rem", "viewBox='0 0 100 400', 4.80rem",
            "viewBox='0 0 900 100', 1.33rem", "width='200' height='200', 4.00rem", "width='2in' height='200px', 2.00rem", "id='mark', 2.00rem",
            "viewBox='0 0 0 0', 2.00rem"})
    void aTallLogoIsHigherThanAWideOneSoThatBothAreAsLarge(String size, String height) throws IOException {
        Files.writeString(folder.resolve("logo.svg"), "<svg xmlns='http://www.w3.org/2000/svg' " + size + "/>");

        assertThat(renderer.withTemplates(folder).html(SamplePages.japan())).contains(".brand img, .flag-brand img { height: " + height + " }");
    }

    @Test
    void fallsBackToEnglishWordsForALanguageWithoutBundle() throws IOException {
        Files.createDirectory(folder.resolve("text"));
        Files.writeString(folder.resolve("text/languages.properties"), "it=Italiano");
        Files.writeString(folder.resolve("text/it.properties"), "page_counter=Pagina {page} di {pages}\nsource=Fonte:");
        Page english = SamplePages.japan();
        Page italian = new Page(
                english.id(), english.template(), "it-CH", english.fileBase(), english.kicker(), english.title(), english.dek(),
                english.dateLine(), english.verdict(), english.keyFigures(), english.opening(), english.sections(), english.notes(),
                english.explanations(), english.meta(), english.navigation(), english.downloads());

        String print = renderer.withTemplates(folder).printXhtml(italian);

        assertThat(print).contains("lang=\"it-CH\"", "\" di \"", "Fonte:", "The short answer");
    }

    @Test
    void refusesAFolderThatIsNone() {
        Path gone = folder.resolve("gone");

        assertThatThrownBy(() -> renderer.withTemplates(gone)).isInstanceOf(ReportException.class).hasMessage("no such template folder: '" + gone + "'");
    }

    @Test
    void knowsEveryWordThatTemplatesUse() throws IOException {
        Path templates = Path.of("src/main/resources/dev/lodestone/report/templates");
        List<String> used = new ArrayList<>();
        try (Stream<Path> files = Files.list(templates)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".ftlh")).toList()) {
                Pattern.compile("\\bt\\.([a-z_]+)").matcher(Files.readString(file)).results().map(m -> m.group(1)).forEach(used::add);
            }
        }
        List<String> known = Files.readAllLines(templates.resolve("text/en.properties")).stream()
                .filter(line -> line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();

        assertThat(used).isNotEmpty().isSubsetOf(known);
    }

    private static Page withSection(Section section) {
        Page page = SamplePages.japan();
        List<Section> sections = new ArrayList<>(page.sections());
        sections.add(section);
        return new Page(
                page.id(), page.template(), page.lang(), page.fileBase(), page.kicker(), page.title(), page.dek(), page.dateLine(),
                page.verdict(), page.keyFigures(), page.opening(), sections, List.<Note>copyOf(page.notes()), page.explanations(),
                page.meta(), page.navigation(), page.downloads());
    }

    private static String withoutScript(String html) {
        return html.replaceAll("(?s)<script>.*?</script>", "");
    }

    /** Charts have golden files of their own. */
    private static String withoutDrawings(String html) {
        return html.replaceAll("(?s)<svg.*?</svg>", "<svg/>");
    }

    private static String withoutStyle(String html) {
        return html.replaceAll("(?s)<style>.*?</style>", "");
    }

    /** Pages are well-formed XML but for the script, whose text XML would read as markup. */
    private static Document parse(String html) throws ParserConfigurationException, SAXException, IOException {
        String xml = html.replaceFirst("(?s)<script>(.*?)</script>", "<script><![CDATA[$1]]></script>").replace("<!DOCTYPE html>", "");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml.strip())));
    }

    private static List<Element> elements(Document document) {
        return elements(document.getDocumentElement(), "*");
    }

    private static List<Element> elements(Document document, String name) {
        return elements(document.getDocumentElement(), name);
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
    }

    private static List<String> valuesOf(Document document, String attribute) {
        return elements(document).stream().filter(e -> e.hasAttribute(attribute)).map(e -> e.getAttribute(attribute)).toList();
    }

    private static List<String> attributes(Document document) {
        return elements(document).stream()
                .flatMap(e -> IntStream.range(0, e.getAttributes().getLength()).mapToObj(i -> e.getAttributes().item(i).getNodeName()))
                .collect(Collectors.toList());
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
