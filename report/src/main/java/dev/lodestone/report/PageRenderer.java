package dev.lodestone.report;

import dev.lodestone.report.chart.Drawing;
import dev.lodestone.report.internal.html.PageDrawings;
import dev.lodestone.report.internal.html.TemplateFiles;
import dev.lodestone.report.internal.html.TemplateEngine;
import dev.lodestone.report.internal.html.TextBundle;
import dev.lodestone.report.view.Page;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Places a page: as one self-contained HTML file, or as XHTML for the PDF engine.
 *
 * <p>Safe for use by several threads at once; templates are read once, so keep it for a whole edition. The same page gives the same
 * text every time.
 *
 * <pre>{@code
 * PageRenderer renderer = PageRenderer.withDefaults().withTemplates(Path.of("house-style"));
 * Files.writeString(Path.of("JPN.html"), renderer.html(page));
 * }</pre>
 */
public final class PageRenderer {

    private final TemplateEngine engine;

    private final TemplateFiles files;

    private PageRenderer(TemplateFiles files) {
        this.files = files;
        this.engine = new TemplateEngine(files);
    }

    /** With the shipped templates. */
    public static PageRenderer withDefaults() {
        return new PageRenderer(TemplateFiles.shipped());
    }

    /**
     * With a folder whose files replace the shipped ones of the same name: templates ({@code briefing.ftlh}), style sheets
     * ({@code screen.css}, {@code print.css}, or additions to them in {@code extra.css} and {@code extra-print.css}), a logo
     * ({@code logo.svg} for screens, {@code logo.png} for paper and, without the other, for both) and words: those of the templates
     * ({@code text/en.properties}) and the sentences of briefings ({@code text/briefing_en.properties}), where a file may hold only what it
     * changes. A folder {@code fonts} in it holds fonts (TrueType, OpenType) for characters that the shipped ones lack on paper.
     *
     * @throws ReportException if there is no such folder
     */
    public PageRenderer withTemplates(Path folder) {
        return new PageRenderer(TemplateFiles.shipped().overriddenBy(folder));
    }

    /** The user's folder of fonts, where there is one. */
    Optional<Path> fonts() {
        return files.fonts();
    }

    /**
     * The words of a properties file beside the templates, the user's lines before the shipped ones.
     *
     * @param name such as {@code text/briefing_fr.properties}
     * @return the words by key; empty when there is no such file
     */
    public Optional<Map<String, String>> words(String name) {
        return TextBundle.find(files, name);
    }

    /**
     * The page as HTML 5 that needs no other file and no script.
     *
     * @throws ReportException if a template is broken, naming the template, line and column
     */
    public String html(Page page) {
        return engine.html(page);
    }

    /**
     * The page as well-formed XHTML for paper. Each chart stands as {@code <div class="chart" data-chart="ID">}, to be drawn by the
     * PDF engine from {@link #charts}.
     *
     * @throws ReportException if a template is broken, naming the template, line and column
     */
    public String printXhtml(Page page) {
        return engine.printXhtml(page);
    }

    /** The drawings of a page for paper by the id of their figure, in the order of the page. */
    public Map<String, Drawing> charts(Page page) {
        return PageDrawings.of(page);
    }
}
