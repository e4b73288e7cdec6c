package dev.lodestone.ingest.internal.table;

import dev.lodestone.ingest.IssueCode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.model.SharedStrings;

/** Rows of a worksheet's XML. Numbers are the stored ones, in plain notation, not what a cell's format would show. */
final class SheetRows implements RowSource {

    private static final int MOST_CELLS = 16_384;

    /** A spreadsheet's cell holds 32,767 characters. */
    private static final int LONGEST_CELL = 1 << 16;
    private static final XMLInputFactory XML = XMLHelper.newXMLInputFactory();

    private final InputStream stream;
    private final XMLStreamReader xml;
    private final SharedStrings strings;
    private long line;
    private Row row;

    SheetRows(InputStream stream, SharedStrings strings) throws IOException {
        this.stream = stream;
        this.strings = strings;
        try {
            this.xml = XML.createXMLStreamReader(stream);
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
        line = rowNumber(xml.getAttributeValue(null, "r"));
        List<String> cells = new ArrayList<>();
        BitSet numeric = new BitSet();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                int column = column(xml.getAttributeValue(null, "r"), cells.size());
                if (column >= MOST_CELLS) {
                    skipRow();
                    return Row.defective(line, new Row.Defect(IssueCode.ROW_TOO_LONG, "", "at most " + MOST_CELLS + " cells in a row"));
                }
                while (cells.size() <= column) {
                    cells.add("");
                }
                readCell(cells, column, numeric);
            }
        }
        return Row.ofSheet(line, cells, numeric);
    }

    private void readCell(List<String> cells, int column, BitSet numeric) throws XMLStreamException, IOException {
        String type = String.valueOf(xml.getAttributeValue(null, "t"));
        StringBuilder value = new StringBuilder();
        StringBuilder inline = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> collect("v", value);
                    case "t" -> collect("t", inline);
                    case "rPh" -> skipElement("rPh"); // how to pronounce the text: no part of it
                    default -> { }
                }
            }
        }
        switch (type) {
            case "s" -> cells.set(column, sharedString(value.toString()));
            case "inlineStr" -> cells.set(column, inline.toString());
            case "b" -> cells.set(column, value.toString().strip().equals("1") ? "true" : "false");
            case "str", "e", "d" -> cells.set(column, value.toString());
            default -> {
                String plain = plain(value.toString().strip());
                cells.set(column, plain);
                numeric.set(column, !plain.isEmpty());
            }
        }
    }

    /** Text up to the element's end; what is longer than a cell can be is dropped. */
    private void collect(String element, StringBuilder text) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element)) {
                return;
            }
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE) {
                int room = LONGEST_CELL - text.length();
                text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
            }
        }
    }

    private String sharedString(String index) throws IOException {
        try {
            int at = Integer.parseInt(index.strip());
            if (at >= 0 && at < strings.getUniqueCount()) {
                return strings.getItemAt(at).getString();
            }
        } catch (NumberFormatException e) {
            // said below, together with an index out of range
        }
        throw new IOException("row " + line + " refers to text '" + index + "' that the workbook does not hold");
    }

    /** {@code 1.9269344E7} is 19269344, {@code 2019.0} is 2019. */
    private static String plain(String stored) {
        if (stored.isEmpty() || stored.length() > 40) {
            return stored;
        }
        try {
            BigDecimal number = new BigDecimal(stored);
            if (number.signum() == 0) {
                return "0";
            }
            return Math.abs((long) number.scale()) > 400 ? stored : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return stored;
        }
    }

    private void skipRow() throws XMLStreamException {
        skipElement("row");
    }

    private void skipElement(String name) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(name)) {
                return;
            }
        }
    }

    private long rowNumber(String attribute) {
        if (attribute == null) {
            return line + 1;
        }
        try {
            return Long.parseLong(attribute);
        } catch (NumberFormatException e) {
            return line + 1;
        }
    }

    private static int column(String address, int next) {
        if (address == null) {
            return next;
        }
        int column = 0;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + (c - 'A' + 1);
            if (column > MOST_CELLS) {
                return MOST_CELLS;
            }
        }
        return column - 1 < 0 ? next : column - 1;
    }

    private static IOException broken(XMLStreamException e) {
        return new IOException("the sheet's XML is broken: " + e.getMessage(), e);
    }
}
