package dev.lodestone.report.internal.pdf;

import dev.lodestone.report.CharactersWithoutFont;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;

/**
 * Makes PDF documents from XHTML pages and drawings: tagged (PDF/UA-1), fit for archives (PDF/A-2a), with embedded
 * fonts, and the same bytes for the same input. Thread-safe; each thread at work has an engine of its own, and engines
 * are kept, because reading the fonts costs more than a small document.
 */
public final class PdfRenderer {

  private final FontLibrary library;
  private final ConcurrentLinkedDeque<PdfEngine> idle = new ConcurrentLinkedDeque<>();

  /** With the fonts of the briefings and the system's Noto fonts. */
  public PdfRenderer() {
    this(FontLibrary.standard());
  }

  public PdfRenderer(FontLibrary library) {
    this.library = library;
  }

  /** As {@link #render(PdfDocument, Consumer)}, for whom it is enough that what has no font is named where it stands. */
  public byte[] render(PdfDocument document) {
    return render(document, missing -> {});
  }

  /**
   * Makes a document.
   *
   * @param missing takes what of its texts no font can show, and what stands in for it
   * @throws dev.lodestone.report.ReportException if the page is not well-formed, asks for a file or for a chart that
   *     is not there, or its style brings a character that no font can show
   */
  public byte[] render(PdfDocument document, Consumer<CharactersWithoutFont> missing) {
    PdfEngine engine = idle.poll();
    if (engine == null) {
      engine = new PdfEngine(library);
    }
    byte[] bytes = engine.render(document, missing);
    // an engine whose work failed is not used again: nobody knows what state it left
    idle.push(engine);
    return bytes;
  }
}
