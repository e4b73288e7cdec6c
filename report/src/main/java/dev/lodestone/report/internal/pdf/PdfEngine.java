package dev.lodestone.report.internal.pdf;

import dev.lodestone.report.CharactersWithoutFont;
import dev.lodestone.report.ReportException;
import java.io.ByteArrayOutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.openpdf.pdf.DefaultPDFCreationListener;
import org.openpdf.pdf.ITextFontContext;
import org.openpdf.pdf.ITextRenderer;
import org.openpdf.text.DocumentException;
import org.openpdf.text.ExceptionConverter;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfWriter;
import org.openpdf.render.PageBox;
import org.openpdf.util.XRRuntimeException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Makes one PDF after the other and keeps the parsed fonts between them. Not thread-safe. */
final class PdfEngine {

  /** 9 takes 3.5 ms more for 0.2 KB less in a three-page briefing. */
  private static final int DEFLATE_LEVEL = 6;

  private static final int TYPICAL_SIZE = 1 << 17;

  /** Class of a body whose first page is set closer. */
  private static final String CLOSE_FRONT = "close-front";

  /** Classes of a body that is set closer, and closer still. */
  private static final String CLOSE = "close";

  private static final String CLOSER = "close closer";

  /** Characters of a document that is tried as it is first. A longer one begins closer: most of these would have to be tried so anyway. */
  private static final int SHORT = 40_000;

  private final Xhtml xhtml = new Xhtml();
  private final FontSet fonts;
  private final StyleFonts styleFonts;
  private final KernedText kernedText = new KernedText();
  private final DrawingPdfPainter painter;
  private final TextPreparation preparation;
  private final StyleSheets sheets = new StyleSheets();

  PdfEngine(FontLibrary library) {
    fonts = new FontSet(library);
    styleFonts = new StyleFonts(fonts);
    painter = new DrawingPdfPainter(fonts, kernedText);
    preparation = new TextPreparation(fonts, styleFonts);
  }

  /** @param missing takes what of the texts no font can show, and something stands in for */
  byte[] render(PdfDocument document, Consumer<CharactersWithoutFont> missing) {
    fonts.begin(document.language());
    byte[] bytes = render(document);
    fonts.missing().forEach(missing);
    return bytes;
  }

  private byte[] render(PdfDocument document) {
    try {
      MessageDigest written = MessageDigest.getInstance("SHA-256");
      String step = document.xhtml().length() < SHORT ? "" : CLOSE;
      String front = "";
      ITextRenderer laidOut = whole(document, written, step);
      if (FirstPage.runsOver(laidOut.getRootBox(), pages(laidOut))) {
        ITextRenderer closer = whole(document, written, (CLOSE_FRONT + " " + step).strip());
        if (!FirstPage.runsOver(closer.getRootBox(), pages(closer))) {
          laidOut = closer;
          front = CLOSE_FRONT;
        }
      }
      PageFill fill = fill(laidOut);
      for (String other : step.isEmpty() ? List.of(CLOSE, CLOSER) : fill.endsInAFewLines() ? List.of(CLOSER) : List.of(CLOSER, "")) {
        if (!fill.endsInAFewLines() && fill.gaps() == 0) {
          break;
        }
        ITextRenderer again = whole(document, written, (front + " " + other).strip());
        PageFill againFill = fill(again);
        if (againFill.isBetterThan(fill)) {
          laidOut = again;
          fill = againFill;
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream(TYPICAL_SIZE);
      laidOut.createPDF(new DigestOutputStream(out, written));
      return out.toByteArray();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    } catch (DocumentException | XRRuntimeException | ExceptionConverter e) {
      throw new ReportException("the PDF \"" + document.baseName() + "\" cannot be made: " + e.getMessage(), e);
    }
  }

  /** Lays the document out until no table's title is parted from its rows; each round moves one or more to the next page for good. */
  private ITextRenderer whole(PdfDocument document, MessageDigest written, String bodyClass) {
    Set<String> moved = new TreeSet<>();
    ITextRenderer laidOut = layout(document, written, bodyClass, moved);
    while (moved.addAll(PartedTables.ids(laidOut.getRootBox(), pages(laidOut)))) {
      laidOut = layout(document, written, bodyClass, moved);
    }
    return laidOut;
  }

  private static List<PageBox> pages(ITextRenderer renderer) {
    return renderer.getRootBox().getLayer().getPages();
  }

  private static PageFill fill(ITextRenderer renderer) {
    return PageFill.of(renderer.getRootBox(), pages(renderer));
  }

  /**
   * Lays the document out.
   *
   * @param written is told what is written, when it is
   * @param bodyClass added to the classes of its body, for its style to know; may be empty
   * @param moved ids of elements that begin a page
   */
  private ITextRenderer layout(PdfDocument document, MessageDigest written, String bodyClass, Set<String> moved) {
    Document page = xhtml.parse(document.baseName(), document.xhtml());
    if (!bodyClass.isEmpty() && page.getElementsByTagName("body").item(0) instanceof Element body) {
      body.setAttribute("class", (body.getAttribute("class") + " " + bodyClass).strip());
    }
    beginPages(page, moved);
    TextPreparation.compose(page);
    Bookmarks.identify(page);
    TaggedOutputDevice device = new TaggedOutputDevice(ITextRenderer.DEFAULT_DOTS_PER_POINT, kernedText);
    ClosedUserAgent agent = new ClosedUserAgent(device, ITextRenderer.DEFAULT_DOTS_PER_PIXEL);
    ITextRenderer renderer =
        new ITextRenderer(
            ITextRenderer.DEFAULT_DOTS_PER_POINT,
            ITextRenderer.DEFAULT_DOTS_PER_PIXEL,
            device,
            agent,
            styleFonts,
            new Figures(device, document.charts(), painter),
            new TextWidths());
    renderer.getSharedContext().setCss(new PageStyles(agent, sheets));
    renderer.getSharedContext().setLineBreakingStrategy(new LineBreaks());
    renderer.setPDFVersion(String.valueOf(PdfWriter.VERSION_1_7));
    renderer.setListener(new Steps(document, written, device));
    renderer.setDocument(page);
    preparation.splitTexts(
        page,
        renderer.getSharedContext(),
        renderer.getSharedContext().newLayoutContextInstance(new ITextFontContext()));
    renderer.layout();
    return renderer;
  }

  /** What keeps an element with the one before it is not needed there, and would leave a page empty. */
  private static void beginPages(Document page, Set<String> ids) {
    NodeList all = page.getElementsByTagName("div");
    Element before = null;
    for (int i = 0; !ids.isEmpty() && i < all.getLength(); i++) {
      if (all.item(i) instanceof Element element) {
        if (ids.contains(element.getAttribute("id"))) {
          element.setAttribute("style", "page-break-before: always");
          if (before != null && before.getAttribute("class").contains("guard")) {
            before.setAttribute("style", "display: none");
          }
        }
        before = element;
      }
    }
  }

  /** What is to be done while the library writes a document. */
  private final class Steps extends DefaultPDFCreationListener {
    private final PdfDocument document;
    private final MessageDigest written;
    private final TaggedOutputDevice device;
    private StructureTree structure;

    Steps(PdfDocument document, MessageDigest written, TaggedOutputDevice device) {
      this.document = document;
      this.written = written;
      this.device = device;
    }

    @Override
    public void preOpen(ITextRenderer renderer) {
      PdfWriter writer = renderer.getWriter();
      writer.setTagged();
      writer.setTabs(PdfName.S);
      writer.setFullCompression();
      writer.setCompressionLevel(DEFLATE_LEVEL);
      writer.setViewerPreferences(PdfWriter.DisplayDocTitle | PdfWriter.PageModeUseOutlines);
    }

    @Override
    public void preWrite(ITextRenderer renderer, int pageCount) {
      PdfWriter writer = renderer.getWriter();
      writer.setGlyphLayoutManager(kernedText);
      structure = new StructureTree(writer.getStructureTreeRoot(), renderer.getSharedContext(), document.charts());
      structure.build(renderer.getDocument(), document.language());
      ListMarkers markers =
          new ListMarkers(
              renderer.getRootBox(),
              renderer.getSharedContext().newLayoutContextInstance(new ITextFontContext()));
      device.begin(structure, markers, new Links(device));
    }

    @Override
    public void onClose(ITextRenderer renderer) {
      structure.prune();
      new DocumentMetadata(document, written).write(renderer.getWriter());
    }
  }
}
