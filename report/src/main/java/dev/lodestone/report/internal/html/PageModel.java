package dev.lodestone.report.internal.html;

import dev.lodestone.report.chart.Drawing;
import dev.lodestone.report.chart.SvgWriter;
import dev.lodestone.report.view.Figure;
import dev.lodestone.report.view.Page;
import freemarker.core.TemplateHTMLOutputModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What templates see: {@code page}, {@code t} (the template's own words), {@code target} ({@code html} or {@code print}), {@code css},
 * {@code script}, {@code logo}, {@code logoHeight}, {@code svg} (charts by figure and width) and {@code noteNumbers}.
 */
final class PageModel {

    /** Stands in the print style sheet for the counted pages, because words in a style sheet depend on the page's language. */
    private static final String PAGE_COUNTER = "{page_counter}";

    private static final Pattern PLACE = Pattern.compile("\\{(pages?)}");

    private final Page page;
    private final PageParts parts;
    private final Target target;
    private final Map<String, String> words;
    private final FrameParts frame;

    PageModel(Page page, Target target, Map<String, String> words, FrameParts frame) {
        this.page = page;
        this.parts = PageParts.of(page);
        this.target = target;
        this.words = words;
        this.frame = frame;
    }

    Map<String, Object> toMap() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("page", page);
        model.put("t", words);
        model.put("target", target.word());
        model.put("noteNumbers", parts.noteNumbers());
        model.put("logo", frame.logo(target).map(FrameParts.Logo::dataUri).orElse(""));
        model.put("logoHeight", frame.logo(target).map(logo -> target == Target.HTML ? logo.height(2, "rem") : logo.height(6, "mm")).orElse(""));
        if (target == Target.HTML) {
            model.put("css", FrameParts.markup(frame.screenCss()));
            model.put("script", FrameParts.markup(frame.script()));
            model.put("svg", charts());
        } else {
            model.put("keyLabelLines", KeyLabels.lines(page.keyFigures()));
            model.put("css", FrameParts.markup(frame.printCss().replace(PAGE_COUNTER, pageCounter())));
        }
        return model;
    }

    private Map<String, Map<String, TemplateHTMLOutputModel>> charts() {
        Map<String, Map<String, TemplateHTMLOutputModel>> charts = new LinkedHashMap<>();
        for (Figure figure : parts.figures()) {
            Map<String, TemplateHTMLOutputModel> widths = new LinkedHashMap<>();
            widths.put("wide", svg(figure.wide(), figure.id() + "-w"));
            if (figure.hasNarrow()) {
                widths.put("narrow", svg(figure.narrow(), figure.id() + "-n"));
            }
            charts.put(figure.id(), widths);
        }
        return charts;
    }

    private static TemplateHTMLOutputModel svg(Drawing drawing, String idPrefix) {
        return FrameParts.markup(SvgWriter.write(drawing, "svg-" + idPrefix.replace('.', '_')));
    }

    /** The value of CSS {@code content} that counts pages, from words such as {@code Page {page} of {pages}}. */
    private String pageCounter() {
        String pattern = TextBundle.get(words, "page_counter");
        Matcher places = PLACE.matcher(pattern);
        StringBuilder css = new StringBuilder();
        int from = 0;
        while (places.find()) {
            css.append(cssString(pattern.substring(from, places.start()))).append(" counter(").append(places.group(1)).append(") ");
            from = places.end();
        }
        return css.append(cssString(pattern.substring(from))).toString();
    }

    private static String cssString(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == ' ' || c == '.' || c == ',' || c == '/') {
                out.appendCodePoint(c);
            } else {
                out.append('\\').append(Integer.toHexString(c)).append(' ');
            }
        });
        return out.append('"').toString();
    }
}
