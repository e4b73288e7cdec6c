package dev.lodestone.ingest.internal.container;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** What the first bytes of a content say that it is. */
public enum ContentKind {
    TEXT("delimited text"),
    JSON("JSON"),
    WORKBOOK("xlsx workbook"),
    OLD_WORKBOOK("xls workbook"),
    PARQUET("Parquet"),
    MARKUP("a page of HTML or XML"),
    ARCHIVE("archive inside an archive"),
    RAR("a RAR archive, whose files must be unpacked first"),
    OPEN_DOCUMENT("an OpenDocument spreadsheet: save it as xlsx or csv first"),
    BINARY_WORKBOOK("a binary workbook (xlsb): save it as xlsx or csv first"),
    NUMBERS("a document of Numbers: export it as xlsx or csv first"),
    PDF("a PDF, which holds no table but its picture: fetch the figures as a table"),
    DOCUMENT("a document of text or slides, whose tables are not read: save the figures as xlsx or csv"),
    PICTURE("a picture: fetch the figures as a table"),
    STATA("data of Stata (dta): write it with 'export delimited' first"),
    R_DATA("data of R (rds, RData): write it with write.csv first"),
    SPSS("data of SPSS (sav): save it as csv first"),
    SAS("data of SAS (sas7bdat): write it with PROC EXPORT as csv first"),
    ARROW("an Arrow or Feather table: write it as csv first"),
    PICKLE("an object of Python (pickle), which is never opened since it may run code: write it with to_csv first"),
    HDF("a file of HDF5: write its table as csv first"),
    DATABASE("a database (SQLite or Access): export its table as csv first"),
    ZSTANDARD("packed with Zstandard: unpack it first"),
    LZ4("packed with LZ4: unpack it first"),
    BOOKMARK("a bookmark of a web page, not the page: open it and save what it leads to"),
    GIT_POINTER("a pointer of Git to a file kept elsewhere: fetch that with 'git lfs pull'"),
    EMPTY("nothing");

    /** How far the root of a flat OpenDocument spreadsheet may stand from the beginning. */
    private static final int BEGINNING = 4096;

    /** How files begin that say so themselves. */
    private static final Map<ContentKind, int[][]> MARKS = new EnumMap<>(Map.ofEntries(
            Map.entry(PDF, new int[][] {bytes("%PDF-")}),
            Map.entry(RAR, new int[][] {bytes("Rar!\u001a\u0007")}),
            Map.entry(DOCUMENT, new int[][] {bytes("{\\rtf")}),
            Map.entry(PICTURE, new int[][] {bytes("\u0089PNG"), {0xFF, 0xD8, 0xFF}, bytes("GIF8"), bytes("II*\0"), bytes("MM\0*")}),
            Map.entry(STATA, new int[][] {bytes("<stata_dta>")}),
            Map.entry(R_DATA, new int[][] {bytes("RDX2\n"), bytes("RDX3\n"), bytes("X\n\0\0\0\u0002"), bytes("X\n\0\0\0\u0003")}),
            Map.entry(SPSS, new int[][] {bytes("$FL2@(#)"), bytes("$FL3@(#)")}),
            Map.entry(SAS, new int[][] {bytes("\0\0\0\0\0\0\0\0\0\0\0\0\u00c2\u00ea\u0081\u0060")}),
            Map.entry(ARROW, new int[][] {bytes("ARROW1\0\0"), bytes("FEA1")}),
            Map.entry(PICKLE, new int[][] {{0x80, 2}, {0x80, 3}, {0x80, 4}, {0x80, 5}}),
            Map.entry(HDF, new int[][] {bytes("\u0089HDF")}),
            Map.entry(DATABASE, new int[][] {bytes("SQLite format 3\0"), bytes("\0\u0001\0\0Standard ")}),
            Map.entry(ZSTANDARD, new int[][] {{0x28, 0xB5, 0x2F, 0xFD}}),
            Map.entry(LZ4, new int[][] {{0x04, 0x22, 0x4D, 0x18}}),
            Map.entry(BOOKMARK, new int[][] {bytes("[InternetShortcut]"), bytes("[{000214A0-0000-0000-C000-000000000046}]")}),
            Map.entry(GIT_POINTER, new int[][] {bytes("version https://git-lfs.")}),
            Map.entry(OLD_WORKBOOK, new int[][] {{0xD0, 0xCF, 0x11, 0xE0}}),
            Map.entry(PARQUET, new int[][] {bytes("PAR1")})));

    private final String label;

    ContentKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static ContentKind of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        if (isZip(head) || isSevenZip(head) || TarArchive.isTar(head) || Packing.of(head).isPresent()) {
            return ARCHIVE;
        }
        for (Map.Entry<ContentKind, int[][]> each : MARKS.entrySet()) {
            for (int[] mark : each.getValue()) {
                if (starts(head, mark)) {
                    return each.getKey();
                }
            }
        }
        if (isOldStata(head)) {
            return STATA;
        }
        int at = starts(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        while (at < head.length && (head[at] == ' ' || head[at] == '\n' || head[at] == '\r' || head[at] == '\t')) {
            at++;
        }
        if (at < head.length && (head[at] == '{' || head[at] == '[')) {
            return JSON;
        }
        if (at == head.length || head[at] != '<') {
            return TEXT;
        }
        return new String(head, 0, Math.min(head.length, BEGINNING), StandardCharsets.ISO_8859_1).contains("<office:document") ? OPEN_DOCUMENT : MARKUP;
    }

    /** Whether it is data of Stata before version 13: its release, the order of bytes, the kind of file, and nothing. */
    private static boolean isOldStata(byte[] head) {
        return head.length > 4 && head[0] >= 102 && head[0] <= 115 && (head[1] == 1 || head[1] == 2) && head[2] == 1 && head[3] == 0;
    }

    private static int[] bytes(String mark) {
        return mark.chars().toArray();
    }

    static boolean isZip(byte[] head) {
        return starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6); // with members, and without any
    }

    static boolean isSevenZip(byte[] head) {
        return starts(head, '7', 'z', 0xBC, 0xAF, 0x27, 0x1C);
    }

    static boolean starts(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
