package dev.lodestone.ingest.internal.table;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Rows of a worksheet by a parser of XML, which reads whatever XML is. */
final class ParsedSheetRows implements RowSource {

    private final InputStream stream;
    private final XMLStreamReader xml;
    private final SheetCells cells;
    private Row row;

    ParsedSheetRows(InputStream stream, SharedTexts texts) throws IOException {
        this.stream = stream;
        this.cells = new SheetCells(texts);
        try {
            this.xml = XmlParts.open(stream);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    @Override
    public boolean advance() throws IOException {
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                    row = readRow();
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public long hiddenRows() {
        return cells.hiddenRows();
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw broken(e);
        } finally {
            stream.close();
        }
    }

    private Row readRow() throws XMLStreamException, IOException {
        cells.begin(attribute("r"), SheetBytes.isYes(attribute("hidden")));
        boolean wanted = true;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                wanted = readCell(wanted);
            }
        }
        return cells.row();
    }

    private String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private boolean readCell(boolean wanted) throws XMLStreamException, IOException {
        String address = attribute("r");
        String type = attribute("t");
        StringBuilder value = new StringBuilder();
        StringBuilder inline = new StringBuilder();
        boolean formula = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> collect("v", value);
                    case "t" -> collect("t", inline);
                    case "f" -> formula = true;
                    case "rPh" -> skipElement("rPh"); // how to pronounce the text: no part of it
                    default -> { }
                }
            }
        }
        return wanted && cells.cell(address, type, value.toString(), inline.toString(), formula);
    }

    /** Text up to the element's end; what is longer than a cell can be is dropped. */
    private void collect(String element, StringBuilder text) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element)) {
                return;
            }
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE) {
                int room = SharedTexts.LONGEST - text.length();
                text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
            }
        }
    }

    private void skipElement(String name) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(name)) {
                return;
            }
        }
    }

    private static IOException broken(XMLStreamException e) {
        return new IOException("the sheet's XML is broken: " + BoundedTags.broken(e).orElse(e.getMessage()), e);
    }
}
