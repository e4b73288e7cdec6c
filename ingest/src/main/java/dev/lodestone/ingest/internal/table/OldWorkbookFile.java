package dev.lodestone.ingest.internal.table;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.SheetVisibility;

/** An xls workbook. Its format has to be read as a whole; it holds at most 65,536 rows a sheet. */
public final class OldWorkbookFile implements Workbook {

    private static final long LARGEST = 64L << 20;

    private static final String ENCRYPTED = "it is encrypted: open it with its password and save it without one";

    private final POIFSFileSystem container;
    private final HSSFWorkbook workbook;
    private final List<String> names;

    /** Opens the file. */
    public OldWorkbookFile(File file) throws IOException {
        if (file.length() > LARGEST) {
            throw new IOException("the xls workbook is larger than " + LARGEST + " bytes; save it as xlsx");
        }
        POIFSFileSystem opened = open(file);
        if (opened.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
            opened.close();
            throw new IOException(ENCRYPTED); // an xlsx workbook with a password is put into a container of the old kind
        }
        try {
            this.workbook = new HSSFWorkbook(opened, false);
            this.names = namesOf(workbook);
        } catch (EncryptedDocumentException e) {
            opened.close();
            throw new IOException(ENCRYPTED, e);
        } catch (OldExcelFormatException e) {
            opened.close();
            throw new IOException("it is a workbook of Excel 95 or older: open it and save it as xlsx or csv", e);
        } catch (RuntimeException e) {
            // POI meets broken records with exceptions of every kind
            opened.close();
            throw damaged(e);
        } catch (IOException e) {
            opened.close();
            throw damaged(e);
        }
        this.container = opened;
    }

    @Override
    public List<String> sheetNames() {
        return names;
    }

    private static List<String> namesOf(HSSFWorkbook workbook) {
        List<String> names = new ArrayList<>();
        workbook.forEach(sheet -> names.add(sheet.getSheetName()));
        return List.copyOf(names);
    }

    @Override
    public boolean isHidden(String sheet) {
        return workbook.getSheetVisibility(workbook.getSheetIndex(sheet)) != SheetVisibility.VISIBLE;
    }

    @Override
    public boolean countsFrom1904() {
        return workbook.getInternalWorkbook().isUsing1904DateWindowing();
    }

    @Override
    public RowSource rows(String sheet) {
        return new OldWorkbookRows(workbook.getSheet(sheet));
    }

    @Override
    public void close() {
        try {
            workbook.close();
            container.close();
        } catch (IOException e) {
            throw new UncheckedIOException("an xls workbook cannot be closed", e);
        }
    }

    private static POIFSFileSystem open(File file) throws IOException {
        try {
            return new POIFSFileSystem(file, true);
        } catch (FileSystemException | FileNotFoundException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // POI meets broken containers, too, with exceptions of every kind, and tells of its own blocks and headers
            throw damaged(e);
        }
    }

    private static IOException damaged(Exception cause) {
        return new IOException("the old workbook (.xls) is damaged: fetch it again, or open it in a spreadsheet and save it as xlsx or csv", cause);
    }
}
