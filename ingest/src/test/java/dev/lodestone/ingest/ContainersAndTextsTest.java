package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same table in other wrappings gives the same figures; hostile wrappings are refused. */
class ContainersAndTextsTest {

    private static final String TABLE = "reporter,partner,flow,commodity,period,value,source\nJPN,CHN,M,2846,2023,1,Zölle 税関\n";
    private static final String ROW = "JPN M CHN :2846 2023 1USD missing kg UNKNOWN complete";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "UTF-8, \uFEFF", "UTF-16LE, \uFEFF", "UTF-16BE, \uFEFF", "UTF-16LE, ''", "UTF-16BE, ''", "UTF-32LE, \uFEFF", "UTF-32BE, \uFEFF"})
    void tellsTheEncodingFromTheBytes(String charset, String mark) {
        byte[] bytes = ((mark == null ? "" : mark) + TABLE).getBytes(Charset.forName(charset));

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("t.csv", bytes));

        assertThat(Fixture.lines(loaded)).containsExactly(ROW);
        assertThat(loaded.value().observations().get(0).origin().note()).isEqualTo("Zölle 税関");
    }

    /** Whoever copies a file to a folder that is being read must not have half of it in a briefing. */
    @ParameterizedTest
    @ValueSource(strings = {"", "JPN,CHN,M,2846,2023,60\nJPN,VNM,M,2846,2023,4", "JPN,CHN,M,2846,2023,60\nJPN,VNM,M,2846,2023,40\nJPN,USA,M,2846,2023,9\n"})
    void usesNothingOfAFileThatChangesWhileItIsRead(String rows, @TempDir Path folder) throws IOException {
        String header = "reporter,partner,flow,commodity,period,value\n";
        Path file = Files.writeString(folder.resolve("t.csv"), header + "JPN,CHN,M,2846,2023,60\nJPN,VNM,M,2846,2023,40\n");
        AtomicBoolean changed = new AtomicBoolean();
        InputSource source = InputSource.ofPath(file).watched(bytes -> {
            if (changed.compareAndSet(false, true)) {
                try {
                    Files.writeString(file, header + rows);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });

        Loaded<TradeDataset> loaded = Fixture.read(source);

        assertThat(loaded.value().observations()).isEmpty();
        assertThat(Fixture.messages(loaded)).contains(
                "t.csv: expected a file that can be read to its end, but it changed while it was read: read it again once it is whole; file not read"
                        + " [file-not-readable]");
        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("0 = 0 + 0 + 0");
    }

    @Test
    void readsWindows1252() {
        byte[] bytes = TABLE.replace(" 税関", " – €").getBytes(Charset.forName("windows-1252"));

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("t.csv", bytes));

        assertThat(loaded.value().observations().get(0).origin().note()).isEqualTo("Zölle – €");
    }

    @ParameterizedTest
    @CsvSource({";", "'|'", "'\t'"})
    void tellsTheDelimiterFromTheHeader(String delimiter) {
        assertThat(Fixture.lines(Fixture.read(Fixture.text("t.txt", TABLE.replace(",", delimiter))))).containsExactly(ROW);
    }

    @Test
    void passesOverBlankLinesAndASeparatorHintAboveTheHeader() {
        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("t.csv", "sep=;\n\n" + TABLE.replace(",", ";")));

        assertThat(Fixture.lines(loaded)).containsExactly(ROW);
        assertThat(loaded.value().observations().get(0).origin().line()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"'\r\n'", "'\r'"})
    void countsLinesWhateverEndsThem(String end) {
        String text = (TABLE + "JPN,CHN,M,2846,2023,x,\n").replace("\n", end);

        assertThat(Fixture.read(Fixture.text("t.csv", text)).issues().get(0).line()).isEqualTo(3);
    }

    @Test
    void readsZipAndGzAndNamesTheMember() {
        byte[] bytes = TABLE.getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("../../etc/b.csv", bytes);
        members.put("a.csv", (TABLE + "JPN,CHN,M,2846,2023,x,\n").getBytes(StandardCharsets.UTF_8));
        members.put("__MACOSX/._a.csv", new byte[] {1});

        Loaded<TradeDataset> loaded =
                Fixture.read(InputSource.ofBytes("all.zip", Fixture.zip(members)), InputSource.ofBytes("t.csv.gz", Fixture.gzip(bytes)));

        assertThat(loaded.value().observations().stream().map(o -> o.origin().label()))
                .containsExactly("all.zip!../../etc/b.csv:2", "all.zip!a.csv:2", "t.csv.gz!t.csv:2");
        assertThat(loaded.issues().get(0).message()).startsWith("all.zip!a.csv:3: column 'value': found 'x'");
    }

    @Test
    void readsSevenZipBzip2AndXzAndNamesTheMember() throws IOException {
        byte[] bytes = TABLE.getBytes(StandardCharsets.UTF_8);
        byte[] workbook = Fixture.workbook(Map.of("S", List.of(
                List.of("reporter", "partner", "flow", "commodity", "period", "value"), List.of("KOR", "CHN", "M", "2846", 2023, 1))));
        Map<String, byte[]> several = new LinkedHashMap<>();
        several.put("w.xlsx", workbook);
        several.put("a/f.csv", "reporter,partner,flow,commodity,period,value\nFRA,CHN,M,2846,2023,1\nFRA,CHN,M,2846,2023,x\n".getBytes(StandardCharsets.UTF_8));

        Loaded<TradeDataset> loaded = Fixture.read(
                InputSource.ofBytes("one.7z", Fixture.sevenZip(Map.of("full.dat", bytes))),
                InputSource.ofBytes("all.7z", Fixture.sevenZip(several)),
                InputSource.ofBytes("u.csv.bz2", bzip2("reporter,partner,flow,commodity,period,value\nUSA,CHN,M,2846,2023,1\n")),
                InputSource.ofBytes("g.csv.xz", xz("reporter,partner,flow,commodity,period,value\nGBR,CHN,M,2846,2023,1\n")));

        assertThat(loaded.value().observations().stream().map(o -> o.origin().label())).containsExactlyInAnyOrder(
                "one.7z!full.dat:2", "all.7z!a/f.csv:2", "all.7z!w.xlsx [S]:F2", "u.csv.bz2!u.csv:2", "g.csv.xz!g.csv:2");
        assertThat(loaded.issues().get(0).message()).startsWith("all.7z!a/f.csv:3: column 'value': found 'x'");
        assertThat(loaded.files()).allMatch(file -> file.source().sha256().length() == 64);
    }

    @Test
    void saysOfArchivesThatItCannotOpenWhatToDo() {
        byte[] whole = Fixture.sevenZip(Map.of("t.csv", TABLE.repeat(50).getBytes(StandardCharsets.UTF_8)));
        byte[] bent = whole.clone();
        bent[40] ^= 0x55;

        assertThat(Fixture.messages(Fixture.read(InputSource.ofBytes("cut.7z", java.util.Arrays.copyOf(whole, whole.length - 30))))).containsExactly(
                "cut.7z: expected a file that can be read to its end, but the archive is damaged, or packed in a way that is not known; file not read"
                        + " [file-not-readable]");
        assertThat(Fixture.messages(Fixture.read(InputSource.ofBytes("bent.7z", bent)))).containsExactly(
                "bent.7z!t.csv: expected a file that can be read to its end, but the archive is damaged, or packed in a way that is not known; file not"
                        + " read [file-not-readable]");
        assertThat(Fixture.messages(Fixture.read(InputSource.ofBytes("t.rar", "Rar!\u001a\u0007\u0001".getBytes(StandardCharsets.ISO_8859_1))))).containsExactly(
                "t.rar: expected a known layout, but it is a RAR archive, whose files must be unpacked first; file not read [file-not-recognised]");
    }

    @Test
    void refusesABombOfEachPacking() throws IOException {
        String zeros = TABLE + "0".repeat(100 << 20);

        for (InputSource bomb : List.of(
                InputSource.ofBytes("b.7z", Fixture.sevenZip(Map.of("b.csv", zeros.getBytes(StandardCharsets.UTF_8)))),
                InputSource.ofBytes("b.csv.bz2", bzip2(zeros)),
                InputSource.ofBytes("b.csv.xz", xz(zeros)))) {
            Loaded<TradeDataset> loaded = Fixture.read(bomb);

            assertThat(loaded.files().get(0).why()).isEqualTo("the compressed bytes inflate more than 400-fold: refused as a decompression bomb");
            assertThat(loaded.value().observations()).isEmpty();
        }
    }

    private static byte[] bzip2(String text) throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (var packed = new org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] xz(String text) throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (var packed = new org.apache.commons.compress.compressors.xz.XZCompressorOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void readsAWorkbookInsideAZip() {
        byte[] workbook = Fixture.workbook(Map.of("S", List.of(
                List.of("reporter", "partner", "flow", "commodity", "period", "value"), List.of("JPN", "CHN", "M", "2846", 2023, 1))));

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("all.zip", Fixture.zip(Map.of("w.xlsx", workbook))));

        assertThat(loaded.value().observations().get(0).origin().label()).isEqualTo("all.zip!w.xlsx [S]:F2");
    }

    @Test
    void saysWhatToDoWithAWorkbookOfExcel95() throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (org.apache.poi.poifs.filesystem.POIFSFileSystem container = new org.apache.poi.poifs.filesystem.POIFSFileSystem()) {
            container.createDocument(new java.io.ByteArrayInputStream(new byte[4096]), "Book"); // as its stream was called before Excel 97
            container.writeFilesystem(bytes);
        }

        assertThat(Fixture.messages(Fixture.read(InputSource.ofBytes("old.xls", bytes.toByteArray())))).containsExactly(
                "old.xls: expected a file that can be read to its end, but it is a workbook of Excel 95 or older: open it and save it as xlsx or csv;"
                        + " file not read [file-not-readable]");
    }

    @Test
    void readsAnOldWorkbook() throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (var workbook = new org.apache.poi.hssf.usermodel.HSSFWorkbook()) {
            var sheet = workbook.createSheet("S");
            Object[][] rows = {{"reporter", "partner", "flow", "commodity", "period", "value"}, {"JPN", "CHN", "M", "2846", 2023.0, 1.5}};
            for (int r = 0; r < rows.length; r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < rows[r].length; c++) {
                    if (rows[r][c] instanceof Double number) {
                        row.createCell(c).setCellValue(number);
                    } else {
                        row.createCell(c).setCellValue(rows[r][c].toString());
                    }
                }
            }
            workbook.write(bytes);
        }

        Loaded<TradeDataset> whole = Fixture.read(InputSource.ofBytes("w.xls", bytes.toByteArray()));
        Loaded<TradeDataset> cut = Fixture.read(InputSource.ofBytes("w.xls", java.util.Arrays.copyOf(bytes.toByteArray(), 700)));

        assertThat(Fixture.lines(whole)).containsExactly("JPN M CHN :2846 2023 1.5USD missing kg UNKNOWN complete");
        assertThat(whole.value().observations().get(0).origin().label()).isEqualTo("w.xls [S]:F2");
        assertThat(cut.files().get(0).isRecognised()).isFalse();
    }

    @Test
    void refusesADecompressionBomb() {
        byte[] bomb = Fixture.gzip(new byte[200 << 20]);

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("bomb.csv.gz", bomb));

        assertThat(loaded.files().get(0).isRecognised()).isFalse();
        assertThat(loaded.value().observations()).isEmpty();
    }

    @Test
    void refusesABombBehindAGoodHeader() {
        byte[] zeros = new byte[200 << 20];
        byte[] header = TABLE.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(header, 0, zeros, 0, header.length);

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("bomb.csv.gz", Fixture.gzip(zeros)));

        assertThat(loaded.files().get(0).isRecognised()).isFalse();
        assertThat(loaded.files().get(0).why())
                .isEqualTo("the compressed bytes inflate more than 400-fold: refused as a decompression bomb");
        assertThat(loaded.value().observations()).isEmpty();
    }

    @Test
    void refusesAHeaderThatNamesAColumnTwice() {
        Loaded<TradeDataset> loaded =
                Fixture.read(Fixture.text("t.csv", "reporter,partner,flow,commodity,period,value,Value\nJPN,CHN,M,2846,2023,1,2\n"));

        assertThat(Fixture.messages(loaded)).containsExactly(
                "t.csv: expected a known layout, but layout tidy fits, but its column 'value' stands twice; file not read"
                        + " [file-not-recognised]");
    }

    @Test
    void usesNoRowOfAWorkbookOneOfWhoseSheetsIsBroken() throws IOException {
        List<List<Object>> rows = List.of(
                List.of("reporter", "partner", "flow", "commodity", "period", "value"), List.of("JPN", "CHN", "M", "2846", 2023, 1));
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        sheets.put("A", rows);
        sheets.put("B", rows);
        Path file = folder.resolve("x.xlsx");
        Files.write(file, Fixture.workbook(sheets));
        try (var zip = java.nio.file.FileSystems.newFileSystem(file)) {
            Path sheet = zip.getPath("xl/worksheets/sheet2.xml");
            String xml = Files.readString(sheet);
            Files.writeString(sheet, xml.replace("</sheetData>", "<row r=\"70\"/>".repeat(70) + "<oops"));
        }

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofPath(file));

        assertThat(loaded.value().observations()).isEmpty();
        assertThat(loaded.files()).noneMatch(dev.lodestone.model.quality.FileReport::isRecognised);
        assertThat(loaded.files().stream().map(Fixture::counts)).containsExactly("1 = 0 + 0 + 1", "1 = 0 + 0 + 1");
    }

    @Test
    void cutsACellOfManyMegabytes() {
        byte[] workbook = Fixture.zip(Map.of(
                "[Content_Types].xml", xml("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType="
                        + "\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/s.xml\" ContentType="
                        + "\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"),
                "_rels/.rels", xml(relationship("officeDocument", "xl/workbook.xml")),
                "xl/_rels/workbook.xml.rels", xml(relationship("worksheet", "s.xml")),
                "xl/workbook.xml", xml("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r="
                        + "\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                        + "<sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
                "xl/s.xml", xml("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                        + sheetRow("reporter", "partner", "flow", "commodity", "period", "value")
                        + sheetRow("JPN", "CHN", "M", "2846", "2023", noise(3_000_000)) + "</sheetData></worksheet>")));

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("w.xlsx", workbook));

        assertThat(loaded.issues()).hasSize(1);
        assertThat(loaded.issues().get(0).code()).isEqualTo("bad-number");
        assertThat(loaded.issues().get(0).text()).hasSizeLessThan(300);
    }

    private static byte[] xml(String text) {
        return ("<?xml version=\"1.0\"?>" + text).getBytes(StandardCharsets.UTF_8);
    }

    private static String relationship(String type, String target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type="
                + "\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type + "\" Target=\"" + target
                + "\"/></Relationships>";
    }

    private static String sheetRow(String... cells) {
        StringBuilder row = new StringBuilder("<row>");
        for (String cell : cells) {
            row.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    /** Text that does not compress like a bomb. */
    private static String noise(int length) {
        java.util.Random random = new java.util.Random(1);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    @Test
    void resolvesNoEntityOfAWorkbook() throws IOException {
        byte[] workbook = Fixture.workbook(Map.of("S", List.of(List.of("reporter"))));
        Path file = folder.resolve("x.xlsx");
        Files.write(file, workbook);
        try (var zip = java.nio.file.FileSystems.newFileSystem(file)) {
            Files.writeString(zip.getPath("xl/worksheets/sheet1.xml"), """
                    <?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
                    <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                    <row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>
                    """);
        }

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofPath(file));

        assertThat(loaded.files().get(0).isRecognised()).isFalse();
        assertThat(String.join(" ", Fixture.messages(loaded))).doesNotContain("root:");
    }

    @Test
    void listsAFolderSortedWithoutHiddenFilesAndEachFileOnce() throws IOException {
        Files.createDirectories(folder.resolve("sub/.git"));
        Files.writeString(folder.resolve("sub/b.csv"), TABLE);
        Files.writeString(folder.resolve("a.csv"), TABLE);
        Files.writeString(folder.resolve(".hidden.csv"), TABLE);
        Files.writeString(folder.resolve("sub/.git/c.csv"), TABLE);
        Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("a.csv"));

        String name = folder.getFileName().toString();

        assertThat(InputSource.list(folder).stream().map(InputSource::name)).containsExactly(name + "/a.csv", name + "/sub/b.csv");
    }

    @Test
    void followsLinksAsTheyMountAConfigMap() throws IOException {
        Path mount = Files.createDirectories(folder.resolve("mount"));
        Files.createDirectories(mount.resolve("..2026_11_22"));
        Files.writeString(mount.resolve("..2026_11_22/x.csv"), TABLE);
        Files.createSymbolicLink(mount.resolve("..data"), Path.of("..2026_11_22"));
        Files.createSymbolicLink(mount.resolve("x.csv"), Path.of("..data/x.csv"));

        List<InputSource> listed = InputSource.list(mount);

        assertThat(listed.stream().map(InputSource::name)).containsExactly("mount/x.csv");
        assertThat(Fixture.read(listed.getFirst()).files().getFirst().isRecognised()).isTrue();
    }

    @Test
    void followsLinksWithoutGoingRoundAndListsEachFileOnce() throws IOException {
        Path mount = Files.createDirectories(folder.resolve("mount/sub"));
        Path outside = Files.createDirectories(folder.resolve("outside/deep"));
        Files.writeString(mount.resolve("a.csv"), TABLE);
        Files.writeString(outside.resolve("b.csv"), TABLE);
        Files.createSymbolicLink(mount.resolve("up"), folder.resolve("mount"));
        Files.createSymbolicLink(mount.resolve("top"), folder);
        Files.createSymbolicLink(mount.resolve("itself"), Path.of("itself"));
        Files.createSymbolicLink(mount.resolve("again.csv"), Path.of("a.csv"));
        Files.createSymbolicLink(mount.resolve("out"), folder.resolve("outside"));
        Files.createSymbolicLink(mount.resolve("out-again"), folder.resolve("outside/deep"));
        Files.createSymbolicLink(outside.resolve("back"), folder.resolve("outside"));
        Files.createSymbolicLink(mount.resolve("nowhere.csv"), Path.of("gone.csv"));

        List<InputSource> listed = InputSource.list(folder.resolve("mount"));

        assertThat(listed.stream().map(InputSource::name))
                .containsExactly("mount/sub/a.csv", "mount/sub/itself", "mount/sub/nowhere.csv", "mount/sub/out/deep/b.csv");
        assertThat(Fixture.messages(Fixture.read(listed.get(2)))).containsExactly(
                "mount/sub/nowhere.csv: expected a file that can be read to its end, but there is no such file; file not read [file-not-readable]");
    }

    @Test
    void followsAFolderThatIsGivenAsALink() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real/sub"));
        Files.writeString(real.resolve("b.csv"), TABLE);
        Path link = Files.createSymbolicLink(folder.resolve("latest"), folder.resolve("real"));

        List<InputSource> listed = InputSource.list(link);

        assertThat(listed.stream().map(InputSource::name)).containsExactly("latest/sub/b.csv");
        assertThat(Fixture.read(listed.getFirst()).files().getFirst().isRecognised()).isTrue();
    }

    @Test
    void saysThatAFileIsNotThere() {
        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofPath(folder.resolve("none.csv")));

        assertThat(Fixture.messages(loaded)).containsExactly(
                "none.csv: expected a file that can be read to its end, but there is no such file; file not read [file-not-readable]");
    }

    @Test
    void readsTheOtherFilesOfAFolderBesideOneThatMayNotBeListed(@TempDir Path folder) throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.writeString(folder.resolve("a.csv"), "");
        FolderListing.Lister lister = path -> {
            if (path.endsWith("closed")) {
                throw new AccessDeniedException(path.toString());
            }
            return Files.list(path);
        };

        assertThat(FolderListing.of(folder.toRealPath(), lister)).containsExactlyInAnyOrder(folder.toRealPath().resolve("a.csv"), closed.toRealPath());
        assertThat(Fixture.messages(Fixture.read(InputSource.ofPath(folder)))).singleElement().asString().endsWith(
                ": expected a file that can be read to its end, but it is a folder that may not be listed: none of its files was read; file not read"
                        + " [file-not-readable]");
        assertThatThrownBy(() -> FolderListing.of(closed.toRealPath(), lister)).isInstanceOf(AccessDeniedException.class);
    }
}
