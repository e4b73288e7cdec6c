package dev.lodestone.ingest.internal.table;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;

/** An xlsx workbook opened for streaming: its sheets in order, each read from its XML without building the sheet in memory. */
public final class WorkbookFile implements Workbook {

    private final OPCPackage container;
    private final Set<String> hidden = new HashSet<>();
    private boolean countsFrom1904;
    private final SharedTexts texts;
    private final Map<String, SheetRows.Opening> sheets = new LinkedHashMap<>();

    /** Opens the file. */
    public WorkbookFile(File file) throws IOException {
        checkCount(file);
        try {
            this.container = OPCPackage.open(file, PackageAccess.READ);
        } catch (OpenXML4JException | OpenXML4JRuntimeException | POIXMLException | IllegalArgumentException | RecordFormatException e) {
            throw new IOException("is no workbook that can be opened: " + said(e, file), e);
        }
        try {
            XSSFReader reader = new XSSFReader(container, true); // the strict kind has other names for its parts, and the same parts
            checkListIsThere();
            listSheets(reader);
            this.texts = texts(reader);
        } catch (OpenXML4JException | OpenXML4JRuntimeException | POIXMLException | IllegalArgumentException
                | RecordFormatException e) {
            container.revert();
            throw new IOException("is no workbook that can be read: " + said(e, file), e);
        } catch (IOException e) {
            container.revert(); // or the file stays open, which on some systems nobody can delete then
            throw e;
        }
    }

    /** POI refuses it, too, as "potentially malicious", and does not say how many are too many. */
    private static void checkCount(File file) throws IOException {
        try (ZipFile zip = new ZipFile(file)) {
            if (zip.size() > ZipSecureFile.getMaxFileCount()) {
                throw new IOException("the workbook holds " + zip.size() + " parts (sheets, pictures and the like), more than "
                        + ZipSecureFile.getMaxFileCount() + ": save the sheets that are wanted in a workbook of their own");
            }
        } catch (ZipException e) {
            return; // opening it as a workbook will say why
        }
    }

    private SharedTexts texts(XSSFReader reader) throws IOException, InvalidFormatException {
        try (InputStream stream = sharedTexts(reader)) {
            return stream == null ? new SharedTexts() : SharedTexts.read(stream);
        }
    }

    /** The part with the shared texts; of the strict kind POI knows it by its type of content alone. Null if there is none. */
    private InputStream sharedTexts(XSSFReader reader) throws IOException, InvalidFormatException {
        InputStream texts = reader.getSharedStringsData();
        List<PackagePart> parts = texts == null ? container.getPartsByContentType(XSSFRelation.SHARED_STRINGS.getContentType()) : List.of();
        return parts.isEmpty() ? texts : parts.get(0).getInputStream();
    }

    /** POI goes on with nothing where the package names a workbook that it does not hold. */
    private void checkListIsThere() throws InvalidFormatException {
        for (String kind : List.of(PackageRelationshipTypes.CORE_DOCUMENT, PackageRelationshipTypes.STRICT_CORE_DOCUMENT)) {
            PackageRelationship named = container.getRelationshipsByType(kind).getRelationship(0);
            if (named != null && container.getPart(named) == null) {
                throw new InvalidFormatException("the list of its sheets is missing");
            }
        }
    }

    /** Reads the workbook's list of sheets. POI's own reader of the list prints what is wrong with it. */
    private void listSheets(XSSFReader reader) throws IOException, InvalidFormatException {
        try (InputStream stream = reader.getWorkbookData()) {
            XMLStreamReader xml = XmlParts.open(stream);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("sheet")) {
                    listSheet(reader, attribute(xml, "name"), attribute(xml, "id"), attribute(xml, "state"));
                } else if (xml.getLocalName().equals("workbookPr")) {
                    countsFrom1904 = List.of("1", "true", "on").contains(attribute(xml, "date1904"));
                }
            }
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("the workbook's list of sheets is broken", e);
        }
    }

    private void listSheet(XSSFReader reader, String name, String part, String state) throws IOException, InvalidFormatException {
        reader.getSheet(part).close(); // a sheet that is listed and not there is a broken workbook, not one sheet less
        sheets.put(name, () -> open(reader, part));
        if (!state.isEmpty() && !state.equals("visible")) {
            hidden.add(name);
        }
    }

    private static InputStream open(XSSFReader reader, String part) throws IOException {
        try {
            return reader.getSheet(part);
        } catch (InvalidFormatException e) {
            throw new IOException("a sheet of the workbook cannot be opened", e);
        }
    }

    /** The attribute whatever its namespace, of which workbooks have two kinds; empty if it is not given. */
    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The message without this machine's name of the file. */
    private static String said(Exception e, File file) {
        return String.valueOf(e.getMessage()).replace(file.toString(), "the file").replace(file.getAbsolutePath(), "the file");
    }

    @Override
    public List<String> sheetNames() {
        return new ArrayList<>(sheets.keySet());
    }

    @Override
    public boolean isHidden(String sheet) {
        return hidden.contains(sheet);
    }

    @Override
    public boolean countsFrom1904() {
        return countsFrom1904;
    }

    @Override
    public RowSource rows(String sheet) throws IOException {
        return new SheetRows(sheets.get(sheet), texts);
    }

    @Override
    public void close() {
        container.revert(); // closes without writing
    }
}
