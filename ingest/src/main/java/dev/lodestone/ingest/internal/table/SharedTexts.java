package dev.lodestone.ingest.internal.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of a workbook that its cells refer to by number, without their formats. */
final class SharedTexts {

    /** A spreadsheet's cell holds 32,767 characters. */
    static final int LONGEST = 1 << 16;

    private final List<String> texts = new ArrayList<>();

    /** A workbook that has none. */
    SharedTexts() {}

    /** Reads the texts; the stream is the caller's to close. */
    static SharedTexts read(InputStream stream) throws IOException {
        SharedTexts shared = new SharedTexts();
        try {
            XMLStreamReader xml = XmlParts.open(stream);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
                    shared.texts.add(readText(xml));
                }
            }
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("the workbook's texts are broken: " + BoundedTags.broken(e).orElse(e.getMessage()), e);
        }
        return shared;
    }

    int size() {
        return texts.size();
    }

    String get(int number) {
        return texts.get(number);
    }

    /** The runs of one text, without how to pronounce it. */
    private static String readText(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int pronunciation = 0;
        boolean inText = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    pronunciation += xml.getLocalName().equals("rPh") ? 1 : 0;
                    inText = xml.getLocalName().equals("t") && pronunciation == 0;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.getLocalName().equals("si")) {
                        return text.toString();
                    }
                    pronunciation -= xml.getLocalName().equals("rPh") ? 1 : 0;
                    inText = false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText) {
                        int room = LONGEST - text.length();
                        text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
                    }
                }
                default -> { }
            }
        }
        return text.toString();
    }
}
