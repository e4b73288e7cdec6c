package dev.lodestone.ingest.internal.container;

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
    EMPTY("nothing");

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
        if (starts(head, '%', 'P', 'D', 'F', '-')) {
            return PDF;
        }
        if (starts(head, 'R', 'a', 'r', '!', 0x1A, 0x07)) {
            return RAR;
        }
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return OLD_WORKBOOK;
        }
        if (starts(head, 'P', 'A', 'R', '1')) {
            return PARQUET;
        }
        int at = starts(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        while (at < head.length && (head[at] == ' ' || head[at] == '\n' || head[at] == '\r' || head[at] == '\t')) {
            at++;
        }
        if (at < head.length && (head[at] == '{' || head[at] == '[')) {
            return JSON;
        }
        return at < head.length && head[at] == '<' ? MARKUP : TEXT;
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
