package dev.lodestone.report;

import dev.lodestone.report.internal.pdf.FontLibrary;
import dev.lodestone.report.internal.pdf.PdfDocument;
import dev.lodestone.report.internal.pdf.PdfRenderer;
import dev.lodestone.report.view.Page;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Turns pages into tagged, archivable PDFs (PDF/UA-1, PDF/A-2a). Same page, same bytes. Safe for use by several threads. */
public final class PaperRenderer {

    private final PageRenderer pages;
    private final PdfRenderer pdf;

    private PaperRenderer(PageRenderer pages) {
        this.pages = pages;
        this.pdf = pages.fonts().map(folder -> new PdfRenderer(FontLibrary.withFolder(folder))).orElseGet(PdfRenderer::new);
    }

    /** With the shipped templates and fonts. */
    public static PaperRenderer withDefaults() {
        return with(PageRenderer.withDefaults());
    }

    /** With templates of one's own, and the fonts beside them. */
    public static PaperRenderer with(PageRenderer pages) {
        return new PaperRenderer(pages);
    }

    /**
     * The page as a PDF.
     *
     * @param page the page
     * @param created the document's date, as its metadata tell it
     * @throws ReportException if a template is broken or its style brings a character that has no glyph in any font at hand
     */
    public byte[] pdf(Page page, LocalDate created) {
        return pdf(page, created, missing -> {});
    }

    /**
     * As {@link #pdf(Page, LocalDate)}, telling what of its texts no font can show.
     *
     * @param missing takes what the PDF shows something else for
     */
    public byte[] pdf(Page page, LocalDate created, Consumer<CharactersWithoutFont> missing) {
        return pdf.render(new PdfDocument(
                page.fileBase(),
                pages.printXhtml(page),
                pages.charts(page),
                page.title(),
                page.lang(),
                page.meta().author(),
                page.meta().subject(),
                String.join(", ", page.meta().keywords()),
                created), missing);
    }
}
