package dev.lodestone.report.internal.pdf;

import dev.lodestone.report.ReportException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfLiteral;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * What a document says about itself. Dates come from the document and the file identifier from its content: the same
 * input gives the same bytes.
 */
final class DocumentMetadata {

  private static final String PRODUCER = "OpenPDF";
  private static final String CREATOR = "Lodestone";
  private static final int ID_BYTES = 16;

  private final PdfDocument document;
  private final MessageDigest written;

  /**
   * @param written is told every byte of the document as it is written
   */
  DocumentMetadata(PdfDocument document, MessageDigest written) {
    this.document = document;
    this.written = written;
  }

  /** To be called when all pages are drawn, before the document is closed. */
  void write(PdfWriter writer) {
    PdfDictionary info = writer.getInfo();
    text(info, PdfName.TITLE, document.title());
    text(info, PdfName.AUTHOR, document.author());
    text(info, PdfName.SUBJECT, document.subject());
    text(info, PdfName.KEYWORDS, document.keywords());
    text(info, PdfName.PRODUCER, PRODUCER);
    text(info, PdfName.CREATOR, CREATOR);
    PdfDate date = new PdfDate(GregorianCalendar.from(document.date().atStartOfDay(ZoneOffset.UTC)));
    info.put(PdfName.CREATIONDATE, date);
    info.put(PdfName.MODDATE, date);
    info.put(PdfName.FILEID, new FileIdentifier(written));
    writer.getExtraCatalog().put(PdfName.LANG, new PdfString(document.language(), PdfObject.TEXT_UNICODE));
    writer.setXmpMetadata(XmpPacket.of(document, PRODUCER, CREATOR));
    addOutputIntent(writer);
  }

  private static void text(PdfDictionary info, PdfName name, String value) {
    if (value.isBlank()) {
      info.remove(name);
    } else {
      info.put(name, new PdfString(value, PdfObject.TEXT_UNICODE));
    }
  }

  private static void addOutputIntent(PdfWriter writer) {
    PdfStream profile = new PdfStream(SrgbProfile.bytes());
    profile.put(PdfName.N, new PdfNumber(3));
    profile.flateCompress();
    PdfDictionary intent = new PdfDictionary(PdfName.OUTPUTINTENT);
    intent.put(PdfName.S, PdfName.GTS_PDFA1);
    intent.put(PdfName.OUTPUTCONDITIONIDENTIFIER, new PdfString("sRGB IEC61966-2.1"));
    intent.put(PdfName.INFO, new PdfString("sRGB IEC61966-2.1"));
    try {
      intent.put(PdfName.DESTOUTPUTPROFILE, writer.addToBody(profile).getIndirectReference());
    } catch (IOException e) {
      throw new ReportException("the colour profile cannot be written: " + e.getMessage(), e);
    }
    writer.getExtraCatalog().put(PdfName.OUTPUTINTENTS, new PdfArray(intent));
  }

  /**
   * The digest of all that was written before it: pages, charts, fonts, and what the document says about itself. It is written twice
   * and computed once; both halves are the same, for nothing was changed since (ISO 32000-1, 14.4).
   */
  private static final class FileIdentifier extends PdfLiteral {
    private final MessageDigest written;
    private byte[] array;

    FileIdentifier(MessageDigest written) {
      super("");
      this.written = written;
    }

    @Override
    public void toPdf(PdfWriter writer, OutputStream out) throws IOException {
      if (array == null) {
        writer.flush();
        String identifier = "<" + HexFormat.of().formatHex(written.digest(), 0, ID_BYTES) + ">";
        array = ("[" + identifier + identifier + "]").getBytes(StandardCharsets.US_ASCII);
      }
      out.write(array);
    }
  }
}
