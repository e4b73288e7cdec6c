package dev.lodestone.report.internal.pdf;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The document's metadata as XMP, with the claims to PDF/UA-1 and PDF/A-2a. */
final class XmpPacket {

  private static final String HEAD =
      """
      <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
      xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
      <pdfuaid:part>1</pdfuaid:part>
      <pdfaid:part>2</pdfaid:part>
      <pdfaid:conformance>A</pdfaid:conformance>
      <dc:format>application/pdf</dc:format>
      """;

  /** PDF/A knows no property of PDF/UA, so the document has to describe it. */
  private static final String EXTENSION =
      """
      </rdf:Description>
      <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
      xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
      xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
      <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description>
      </rdf:li></rdf:Seq></pdfaSchema:property>
      </rdf:li></rdf:Bag></pdfaExtension:schemas>
      </rdf:Description></rdf:RDF></x:xmpmeta>
      <?xpacket end="r"?>""";

  private XmpPacket() {}

  static byte[] of(PdfDocument document, String producer, String creator) {
    String date = document.date().format(DateTimeFormatter.ISO_LOCAL_DATE.withLocale(Locale.ROOT)) + "T00:00:00Z";
    StringBuilder out = new StringBuilder(HEAD);
    element(out, "dc:language", "<rdf:Bag><rdf:li>" + escaped(document.language()) + "</rdf:li></rdf:Bag>");
    element(out, "dc:title", alternative(document.title()));
    if (!document.author().isBlank()) {
      element(out, "dc:creator", "<rdf:Seq><rdf:li>" + escaped(document.author()) + "</rdf:li></rdf:Seq>");
    }
    if (!document.subject().isBlank()) {
      element(out, "dc:description", alternative(document.subject()));
    }
    if (!document.keywords().isBlank()) {
      element(out, "pdf:Keywords", escaped(document.keywords()));
    }
    element(out, "pdf:Producer", escaped(producer));
    element(out, "xmp:CreatorTool", escaped(creator));
    element(out, "xmp:CreateDate", date);
    element(out, "xmp:ModifyDate", date);
    return out.append(EXTENSION).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void element(StringBuilder out, String name, String content) {
    out.append('<').append(name).append('>').append(content).append("</").append(name).append(">\n");
  }

  private static String alternative(String text) {
    return "<rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(text) + "</rdf:li></rdf:Alt>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
