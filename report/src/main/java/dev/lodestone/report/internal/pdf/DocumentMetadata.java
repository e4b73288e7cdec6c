package dev.lodestone.report.internal.pdf;

import dev.lodestone.report.ReportException;
import dev.lodestone.report.chart.Drawing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
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

  DocumentMetadata(PdfDocument document) {
    this.document = document;
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
    String identifier = "<" + identifier() + ">";
    info.put(PdfName.FILEID, new PdfLiteral("[" + identifier + identifier + "]"));
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

  private String identifier() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part :
          new String[] {
            document.xhtml(), document.title(), document.author(), document.subject(), document.keywords(),
            document.language(), document.date().toString(), document.baseName()
          }) {
        update(digest, part);
      }
      for (Map.Entry<String, Drawing> chart : new TreeMap<>(document.charts()).entrySet()) {
        update(digest, chart.getKey());
        update(digest, chart.getValue().toString());
      }
      return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void update(MessageDigest digest, String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
