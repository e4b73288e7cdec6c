package dev.lodestone.report.internal.pdf;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openpdf.pdf.ITextOutputDevice;
import org.openpdf.render.RenderingContext;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfAnnotation;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfBorderArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;
import org.w3c.dom.Element;

/** Makes links that can be followed: an annotation that says in words where it leads, tied to its structure element. */
final class Links {

  /** Anything else could start a program or open a file on the reader's machine. */
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

  private final ITextOutputDevice device;

  Links(ITextOutputDevice device) {
    this.device = device;
  }

  void add(RenderingContext context, Element element, PdfStructureElement structure, Rectangle area) {
    String target = element.getAttribute("href");
    Optional<PdfAction> action =
        target.startsWith("#")
            ? new Destinations(device, context).of(target.substring(1)).map(Links::goTo)
            : external(target);
    action.ifPresent(found -> add(found, contents(element), structure, area));
  }

  private void add(PdfAction action, String contents, PdfStructureElement structure, Rectangle area) {
    PdfWriter writer = device.getWriter();
    PdfAnnotation annotation =
        new PdfAnnotation(
            writer, area.getLeft(), area.getBottom(), area.getRight(), area.getTop(), action);
    annotation.put(PdfName.SUBTYPE, PdfName.LINK);
    annotation.put(PdfName.F, new PdfNumber(PdfAnnotation.FLAGS_PRINT));
    annotation.setBorder(new PdfBorderArray(0, 0, 0));
    annotation.put(PdfName.CONTENTS, new PdfString(contents, PdfObject.TEXT_UNICODE));
    int key = writer.getStructureTreeRoot().addExistingObject(structure.getReference());
    annotation.put(PdfName.STRUCTPARENT, new PdfNumber(key));
    PdfDictionary reference = new PdfDictionary(new PdfName("OBJR"));
    reference.put(new PdfName("Obj"), annotation.getIndirectReference());
    reference.put(new PdfName("Pg"), writer.getCurrentPage());
    PdfArray kids = (PdfArray) structure.get(PdfName.K);
    if (kids == null) {
      kids = new PdfArray();
      structure.put(PdfName.K, kids);
    }
    kids.add(reference);
    writer.addAnnotation(annotation);
  }

  private static PdfAction goTo(org.openpdf.text.pdf.PdfDestination destination) {
    PdfAction action = new PdfAction();
    action.put(PdfName.S, PdfName.GOTO);
    action.put(PdfName.D, destination);
    return action;
  }

  private static Optional<PdfAction> external(String target) {
    try {
      String scheme = new URI(target).getScheme();
      return scheme == null || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
          ? Optional.empty()
          : Optional.of(new PdfAction(new URI(target).toASCIIString()));
    } catch (URISyntaxException e) {
      // the words of the link stay; a target that is no address cannot be followed
      return Optional.empty();
    }
  }

  private static String contents(Element element) {
    String title = element.getAttribute("title").strip();
    String words = title.isEmpty() ? Xhtml.line(element) : title;
    return words.isEmpty() ? element.getAttribute("href") : TextPreparation.clean(words);
  }
}
