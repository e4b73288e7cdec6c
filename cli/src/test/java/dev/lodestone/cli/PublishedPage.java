package dev.lodestone.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import nu.validator.htmlparser.sax.HtmlParser;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** A page as a browser's parser reads it, with what is wrong with it. */
final class PublishedPage {

    private static final Pattern ABSOLUTE = Pattern.compile("^\\s*(?:[a-z][a-z0-9+.-]*:)?//", Pattern.CASE_INSENSITIVE);
    private static final Pattern STYLE_ADDRESS = Pattern.compile("url\\(\\s*['\"]?(?!data:|#)|@import");
    /** What a template that was not run, or a value that was not told, looks like. */
    private static final Pattern UNTOLD =
            Pattern.compile("\\$\\{|<#|</#|<@|\\[#|#\\{|FreeMarker|\\bNaN\\b|\\bInfinity\\b|\\bnull\\b|Optional(?:Double)?[.\\[]|dev\\.lodestone\\.");
    private static final Set<String> LOADING = Set.of("src", "srcset", "poster", "data", "background", "action", "formaction", "ping", "manifest");
    private static final List<String> REFERENCES = List.of("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers");

    private final List<String> troubles = new ArrayList<>();
    private final List<Element> elements;
    private final Set<String> ids = new HashSet<>();

    private PublishedPage(byte[] html, Predicate<String> isPublished) throws IOException, SAXException {
        // Read twice: the builder of trees is silent about errors.
        HtmlParser strict = new HtmlParser(XmlViolationPolicy.ALLOW);
        strict.setContentHandler(new DefaultHandler());
        strict.setErrorHandler(new Complaints());
        strict.parse(new InputSource(new ByteArrayInputStream(html)));
        Document document =
                new HtmlDocumentBuilder(XmlViolationPolicy.ALTER_INFOSET).parse(new InputSource(new ByteArrayInputStream(html)));
        NodeList all = document.getElementsByTagName("*");
        elements = IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).toList();
        ids();
        elements.forEach(this::loads);
        elements.forEach(element -> leads(element, isPublished));
        elements.forEach(this::tells);
        headings();
        identity();
    }

    /**
     * What is wrong with a page, in words.
     *
     * @param isPublished whether there is a file of this path beside the page
     */
    static List<String> troubles(byte[] html, Predicate<String> isPublished) throws IOException, SAXException {
        return new PublishedPage(html, isPublished).troubles;
    }

    private void ids() {
        for (Element element : elements) {
            if (element.hasAttribute("id") && !ids.add(element.getAttribute("id"))) {
                troubles.add("the id '" + element.getAttribute("id") + "' is taken twice");
            }
        }
    }

    /** Only links that a reader follows may name another place. */
    private void loads(Element element) {
        String name = element.getLocalName().toLowerCase(Locale.ROOT);
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            boolean loading = LOADING.contains(attribute.getLocalName()) || (attribute.getLocalName().equals("href") && !name.equals("a"));
            boolean itself = attribute.getValue().startsWith("data:") || attribute.getValue().startsWith("#");
            if (loading && !itself) {
                troubles.add("<" + name + " " + attribute.getLocalName() + "=\"" + attribute.getValue() + "\"> loads another file");
            }
        }
        String style = name.equals("style") ? element.getTextContent() : element.getAttribute("style");
        if (STYLE_ADDRESS.matcher(style).find()) {
            troubles.add("a style of <" + name + "> loads another file");
        }
    }

    private void leads(Element element, Predicate<String> isPublished) {
        for (String attribute : REFERENCES) {
            for (String id : element.getAttribute(attribute).split("\\s+")) {
                if (!id.isEmpty() && !ids.contains(id)) {
                    troubles.add(attribute + " names '" + id + "', which is not there");
                }
            }
        }
        String href = element.getLocalName().equals("a") ? element.getAttribute("href") : "";
        if (href.startsWith("#")) {
            if (!ids.contains(href.substring(1))) {
                troubles.add("a link leads to " + href + ", which is not there");
            }
        } else if (!href.isEmpty() && !ABSOLUTE.matcher(href).find() && !isPublished.test(href.replaceFirst("#.*", ""))) {
            troubles.add("a link leads to " + href + ", which is not published");
        }
    }

    private void tells(Element element) {
        if (Set.of("script", "style").contains(element.getLocalName())) {
            return;
        }
        for (int i = 0; i < element.getChildNodes().getLength(); i++) {
            if (element.getChildNodes().item(i).getNodeType() == Node.TEXT_NODE) {
                complainAboutUntold(element.getChildNodes().item(i).getNodeValue());
            }
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            complainAboutUntold(element.getAttributes().item(i).getNodeValue());
        }
    }

    private void complainAboutUntold(String text) {
        Matcher untold = UNTOLD.matcher(text);
        if (untold.find()) {
            troubles.add("'" + untold.group() + "' stands in '" + text.strip() + "'");
        }
    }

    private void headings() {
        List<Integer> levels = elements.stream()
                .filter(e -> e.getLocalName().matches("h[1-6]"))
                .map(e -> e.getLocalName().charAt(1) - '0')
                .toList();
        if (levels.isEmpty() || levels.getFirst() != 1 || levels.stream().filter(level -> level == 1).count() != 1) {
            troubles.add("headings do not begin with the only one of level 1: " + levels);
        }
        for (int i = 1; i < levels.size(); i++) {
            if (levels.get(i) > levels.get(i - 1) + 1) {
                troubles.add("heading " + (i + 1) + " of level " + levels.get(i) + " follows level " + levels.get(i - 1));
            }
        }
    }

    private void identity() {
        Element root = elements.getFirst();
        if (root.getAttribute("lang").isBlank()) {
            troubles.add("the page does not tell its language");
        }
        if (elements.stream().noneMatch(e -> e.getLocalName().equals("title") && !e.getTextContent().isBlank())) {
            troubles.add("the page has no title");
        }
    }

    /** What the parser finds, with its line. */
    private final class Complaints implements ErrorHandler {

        @Override
        public void warning(SAXParseException exception) {
            // A browser's parser warns of nothing that changes a page.
        }

        @Override
        public void error(SAXParseException exception) {
            troubles.add("line " + exception.getLineNumber() + ": " + exception.getMessage());
        }

        @Override
        public void fatalError(SAXParseException exception) {
            error(exception);
        }
    }
}
