package dev.lodestone.report.internal.pdf;

import dev.lodestone.report.ReportException;
import java.io.InputStream;
import org.openpdf.pdf.ITextOutputDevice;
import org.openpdf.pdf.ITextUserAgent;
import org.openpdf.resource.ImageResource;

/** Refuses every file and address that a page asks for; pictures are given as {@code data:} URIs. */
final class ClosedUserAgent extends ITextUserAgent {

  /** The library's own style sheet for XHTML elements, which it asks for in the same way. */
  private static final String DEFAULT_STYLES = "/resources/css/XhtmlNamespaceHandler.css";

  private static final int SHOWN = 40;

  ClosedUserAgent(ITextOutputDevice device, int dotsPerPixel) {
    super(device, dotsPerPixel);
  }

  @Override
  public String resolveURI(String uri) {
    return uri;
  }

  /** The library leaves a picture that it cannot read out without a word. */
  @Override
  public ImageResource getImageResource(String uri) {
    ImageResource resource = super.getImageResource(uri);
    if (resource.getImage() == null) {
      throw new ReportException(
          "a picture cannot be shown in a PDF: PNG, JPEG and GIF can, \"" + uri.substring(0, Math.min(uri.length(), SHOWN))
              + "\" cannot");
    }
    return resource;
  }

  @Override
  protected InputStream resolveAndOpenStream(String uri) {
    if (uri.endsWith(DEFAULT_STYLES) && uri.equals(String.valueOf(ITextUserAgent.class.getResource(DEFAULT_STYLES)))) {
      return ITextUserAgent.class.getResourceAsStream(DEFAULT_STYLES);
    }
    throw new ReportException(
        "a page asks for \"" + uri + "\", but a PDF is made from the page alone: put pictures into it as data: URIs"
            + " and style sheets as <style>");
  }
}
