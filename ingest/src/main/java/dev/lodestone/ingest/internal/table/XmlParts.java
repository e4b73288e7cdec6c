package dev.lodestone.ingest.internal.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;

/**
 * Opens the XML of a workbook's parts, which are UTF-8 or UTF-16 with a mark. The bytes are decoded here, since the platform's parser
 * prints what it thinks of bytes that are no text.
 */
final class XmlParts {

    private static final XMLInputFactory XML = XMLHelper.newXMLInputFactory();

    private XmlParts() {}

    /** A reader of the part; the stream is the caller's to close. */
    static XMLStreamReader open(InputStream stream) throws IOException, XMLStreamException {
        BufferedInputStream bytes = new BufferedInputStream(stream, 1 << 16);
        return XML.createXMLStreamReader(new BoundedTags(new InputStreamReader(bytes, charset(bytes)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT))));
    }

    /** Told by the mark, which is passed over where the charset would take it for a character. */
    private static Charset charset(BufferedInputStream bytes) throws IOException {
        bytes.mark(3);
        byte[] head = bytes.readNBytes(3);
        boolean utf8Mark = head.length == 3 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB && (head[2] & 0xFF) == 0xBF;
        if (!utf8Mark) {
            bytes.reset();
        }
        int mark = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | head[1] & 0xFF;
        return mark == 0xFEFF || mark == 0xFFFE ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
}
