package dev.lodestone.ingest.internal.table;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.xssf.eventusermodel.XSSFReader;

/** An xlsx workbook opened for streaming: its sheets in order, each read from its XML without building the sheet in memory. */
public final class WorkbookFile implements Workbook {

    private final OPCPackage container;
    private final SharedTexts texts;
    private final Map<String, PackagePart> sheets = new LinkedHashMap<>();

    /** Opens the file. */
    public WorkbookFile(File file) throws IOException {
        try {
            this.container = OPCPackage.open(file, PackageAccess.READ);
        } catch (OpenXML4JException | OpenXML4JRuntimeException | POIXMLException | IllegalArgumentException | RecordFormatException e) {
            throw new IOException("is no workbook that can be opened: " + said(e, file), e);
        }
        try {
            XSSFReader reader = new XSSFReader(container);
            this.texts = texts(reader);
            XSSFReader.SheetIterator parts = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (parts.hasNext()) {
                parts.next().close();
                sheets.put(parts.getSheetName(), parts.getSheetPart());
            }
        } catch (OpenXML4JException | OpenXML4JRuntimeException | POIXMLException | IllegalArgumentException
                | RecordFormatException e) {
            container.revert();
            throw new IOException("is no workbook that can be read: " + said(e, file), e);
        }
    }

    private static SharedTexts texts(XSSFReader reader) throws IOException, InvalidFormatException {
        try (InputStream stream = reader.getSharedStringsData()) {
            return stream == null ? new SharedTexts() : SharedTexts.read(stream);
        }
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
    public RowSource rows(String sheet) throws IOException {
        return new SheetRows(sheets.get(sheet)::getInputStream, texts);
    }

    @Override
    public void close() {
        container.revert(); // closes without writing
    }
}
