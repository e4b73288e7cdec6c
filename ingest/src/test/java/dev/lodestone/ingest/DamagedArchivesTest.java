package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives: a damaged member is refused by its name and the others are read; an archive that breaks off is refused whole. */
class DamagedArchivesTest {

    private static final String HEADER = "reporter,partner,flow,commodity,period,value\n";
    private static final String GOOD = HEADER + "JPN,CHN,M,2846,2023,1\nJPN,KOR,M,2846,2023,2\n";
    private static final String OTHER = HEADER + "FRA,CHN,M,2846,2023,10\nFRA,KOR,M,2846,2023,20\n";
    private static final String READ_TO_ITS_END = "expected a file that can be read to its end, but ";
    private static final String NOT_READ = "; file not read [file-not-readable]";

    @TempDir
    Path folder;

    @Test
    void readsTheOtherMembersOfAZipOneOfWhoseBitsFlipped() {
        byte[] zip = zip(0);
        byte[] figure = "FRA,CHN,M,2846,2023,10".getBytes(StandardCharsets.UTF_8);
        zip[indexOf(zip, figure) + figure.length - 2] ^= 8; // 10 becomes 90

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("a.zip", zip));

        assertThat(Fixture.messages(loaded)).containsExactly(
                "a.zip!b.csv: " + READ_TO_ITS_END + "it is damaged: its checksum is not the one in the archive" + NOT_READ);
        assertThat(accounts(loaded)).containsExactly("a.csv tidy 2 = 2 + 0 + 0", "b.csv  0 = 0 + 0 + 0", "c.csv tidy 2 = 2 + 0 + 0");
        assertThat(loaded.value().observations()).extracting(o -> o.origin().source().member()).containsExactly("a.csv", "a.csv", "c.csv", "c.csv");
    }

    @Test
    void tellsMembersOfOneNameApart() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (String text : List.of(GOOD, OTHER + "FRA,JPN,M,2846,2023,three\n")) {
                zip.putArchiveEntry(new ZipArchiveEntry("a.csv"));
                zip.write(text.getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
        }

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("a.zip", bytes.toByteArray()));

        assertThat(accounts(loaded)).containsExactly("a.csv tidy 2 = 2 + 0 + 0", "a.csv (2) tidy 3 = 2 + 0 + 1");
        assertThat(Fixture.messages(loaded)).singleElement().asString().startsWith("a.zip!a.csv (2):4: column 'value': found 'three'");
    }

    @Test
    void readsTheOtherMembersOfAZipOneOfWhichDoesNotInflate() {
        byte[] zip = Fixture.zip(members());
        int data = indexOf(zip, "b.csv".getBytes(StandardCharsets.UTF_8)) + "b.csv".length();
        Arrays.fill(zip, data, data + 20, (byte) 0xFF);

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("a.zip", zip));

        assertThat(Fixture.messages(loaded)).containsExactly("a.zip!b.csv: " + READ_TO_ITS_END + "it is damaged: it cannot be decompressed" + NOT_READ);
        assertThat(accounts(loaded)).containsExactly("a.csv tidy 2 = 2 + 0 + 0", "b.csv  0 = 0 + 0 + 0", "c.csv tidy 2 = 2 + 0 + 0");
    }

    @Test
    void readsTheOtherMembersOfAZipOneOfWhichIsEncryptedOrPackedInAnotherWay() {
        byte[] encrypted = zip(0);
        setInDirectory(encrypted, 8, 1);
        byte[] unknown = zip(0);
        setInDirectory(unknown, 10, 97);

        assertThat(Fixture.messages(Fixture.read(InputSource.ofBytes("a.zip", encrypted)))).containsExactly(
                "a.zip!b.csv: " + READ_TO_ITS_END + "it is encrypted: unpack it with its password first" + NOT_READ);
        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("a.zip", unknown));
        assertThat(Fixture.messages(loaded)).containsExactly(
                "a.zip!b.csv: " + READ_TO_ITS_END + "it is packed in a way that is not known: unpack it first" + NOT_READ);
        assertThat(accounts(loaded)).containsExactly("a.csv tidy 2 = 2 + 0 + 0", "b.csv  0 = 0 + 0 + 0", "c.csv tidy 2 = 2 + 0 + 0");
    }

    @Test
    void readsTheOtherMembersWhereOneIsNoStatistics() {
        Map<String, byte[]> members = members();
        members.put("b.csv", "see the website\nfor notes\n".getBytes(StandardCharsets.UTF_8));

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("a.zip", Fixture.zip(members)));

        assertThat(Fixture.messages(loaded)).containsExactly("a.zip!b.csv: expected a known layout, but it has no row of several cells; it begins with 'see the website';"
                + " file not read [file-not-recognised]");
        assertThat(accounts(loaded)).containsExactly("a.csv tidy 2 = 2 + 0 + 0", "b.csv  0 = 0 + 0 + 0", "c.csv tidy 2 = 2 + 0 + 0");
    }

    @Test
    void readsTheMembersOfA7zBesideADamagedOne() {
        byte[] archive = Fixture.sevenZip(members());
        archive[32 + 5] ^= 0x55; // in the packed bytes of the first member, behind the archive's header

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("a.7z", archive));

        assertThat(Fixture.messages(loaded)).containsExactly(
                "a.7z!a.csv: " + READ_TO_ITS_END + "the archive is damaged, or packed in a way that is not known" + NOT_READ);
        assertThat(accounts(loaded)).containsExactly("a.csv  0 = 0 + 0 + 0", "b.csv tidy 2 = 2 + 0 + 0", "c.csv tidy 2 = 2 + 0 + 0");
    }

    @Test
    void refusesAnArchiveThatBreaksOffWhole() throws IOException {
        byte[] zip = Fixture.zip(members());
        byte[] tar = Fixture.tar(members());

        assertThat(Fixture.messages(Fixture.read(InputSource.ofBytes("a.zip", Arrays.copyOf(zip, zip.length - 30))))).containsExactly(
                "a.zip: " + READ_TO_ITS_END + "its list of members is missing: it breaks off" + NOT_READ);
        assertThat(Fixture.messages(Fixture.read(InputSource.ofBytes("a.tar", Arrays.copyOf(tar, 1500))))).containsExactly(
                "a.tar: " + READ_TO_ITS_END + "it breaks off" + NOT_READ);
        byte[] gz = Fixture.gzip(tar);
        assertThat(Fixture.messages(Fixture.read(InputSource.ofBytes("a.tgz", Arrays.copyOf(gz, gz.length - 12))))).containsExactly(
                "a.tgz: " + READ_TO_ITS_END + "it breaks off" + NOT_READ);
    }

    @Test
    void readsTarsPackedInAnyWay() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("../../etc/" + "long/".repeat(40) + "b.csv", OTHER.getBytes(StandardCharsets.UTF_8));
        members.put("a.csv", GOOD.getBytes(StandardCharsets.UTF_8));
        members.put("w.xlsx", Fixture.workbook(Map.of("S", List.of(
                List.of("reporter", "partner", "flow", "commodity", "period", "value"), List.of("KOR", "CHN", "M", "2846", 2023, 1)))));
        byte[] tar = Fixture.tar(members);

        Loaded<TradeDataset> loaded = Fixture.read(
                InputSource.ofBytes("1.tar", tar), InputSource.ofBytes("2.tar.gz", Fixture.gzip(tar)), InputSource.ofBytes("3.tar.xz", xz(tar)),
                InputSource.ofBytes("4.tbz2", bzip2(tar)));

        assertThat(loaded.issues()).isEmpty();
        for (String file : List.of("1.tar", "2.tar.gz", "3.tar.xz", "4.tbz2")) {
            assertThat(loaded.value().observations().stream().map(o -> o.origin().label()).filter(label -> label.startsWith(file)).toList()).containsExactly(
                    file + "!../../etc/" + "long/".repeat(40) + "b.csv:2", file + "!../../etc/" + "long/".repeat(40) + "b.csv:3",
                    file + "!a.csv:2", file + "!a.csv:3", file + "!w.xlsx [S]:F2");
        }
        assertThat(loaded.files()).allMatch(file -> file.source().sha256().length() == 64);
    }

    @Test
    void followsNoLinkOfATarAndReadsNothingThatIsNoFile() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (byte kind : new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO}) {
                TarArchiveEntry entry = new TarArchiveEntry("special-" + (char) kind + ".csv", kind);
                entry.setLinkName("/etc/passwd");
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            }
            tar.putArchiveEntry(new TarArchiveEntry("folder/"));
            tar.closeArchiveEntry();
            put(tar, "a.csv", GOOD.getBytes(StandardCharsets.UTF_8));
        }
        byte[] sparse = out.toByteArray();

        assertThat(Fixture.messages(Fixture.read(InputSource.ofBytes("a.tar", sparse)))).containsExactly(
                "a.tar!special-1.csv: " + READ_TO_ITS_END + "it is a link to another file, which is not followed" + NOT_READ,
                "a.tar!special-2.csv: " + READ_TO_ITS_END + "it is a link to another file, which is not followed" + NOT_READ,
                "a.tar!special-6.csv: " + READ_TO_ITS_END + "it is no file but something else of a file system" + NOT_READ);
    }

    @Test
    void refusesAMemberOfATarThatIsStoredWithGaps() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            TarArchiveEntry entry = new TarArchiveEntry("b.csv");
            entry.addPaxHeader("GNU.sparse.major", "1");
            entry.addPaxHeader("GNU.sparse.minor", "0");
            entry.setSize(OTHER.length());
            tar.putArchiveEntry(entry);
            tar.write(OTHER.getBytes(StandardCharsets.UTF_8));
            tar.closeArchiveEntry();
            put(tar, "a.csv", GOOD.getBytes(StandardCharsets.UTF_8));
        }

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("a.tar", out.toByteArray()));

        assertThat(Fixture.messages(loaded)).containsExactly(
                "a.tar!b.csv: " + READ_TO_ITS_END + "it is stored with gaps left out: unpack the archive first" + NOT_READ);
        assertThat(accounts(loaded)).containsExactly("a.csv tidy 2 = 2 + 0 + 0", "b.csv  0 = 0 + 0 + 0");
    }

    @Test
    void refusesABombInATar() throws IOException {
        byte[] bomb = Fixture.gzip(Fixture.tar(Map.of("b.csv", (GOOD + "0".repeat(100 << 20)).getBytes(StandardCharsets.UTF_8))));

        assertThat(Fixture.messages(Fixture.read(InputSource.ofBytes("b.tgz", bomb)))).containsExactly(
                "b.tgz: " + READ_TO_ITS_END + "the compressed bytes inflate more than 400-fold: refused as a decompression bomb" + NOT_READ);
    }

    @Test
    void refusesA7zWhoseMembersAreABombTogether() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (int i = 0; i < 4; i++) {
            members.put(i + ".csv", (HEADER + "0".repeat(40 << 20)).getBytes(StandardCharsets.UTF_8));
        }

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofBytes("b.7z", Fixture.sevenZip(members)));

        String bomb = READ_TO_ITS_END + "the compressed bytes inflate more than 400-fold: refused as a decompression bomb" + NOT_READ;
        assertThat(Fixture.messages(loaded)).contains("b.7z!1.csv: " + bomb, "b.7z!2.csv: " + bomb, "b.7z!3.csv: " + bomb);
        assertThat(loaded.value().observations()).isEmpty();
    }

    /** Members that are not first, too: in the order of their names the last stands first in the file. */
    @ParameterizedTest
    @ValueSource(strings = {"a,b,c", "c,a,b"})
    void hashesAZipWhileItsMembersAreUnpacked(String order) throws Exception {
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (String name : order.split(",")) {
            members.put(name + ".csv", large(name.hashCode()).getBytes(StandardCharsets.UTF_8));
        }
        byte[] zip = Fixture.zip(members);
        Path file = Files.write(folder.resolve("large.zip"), zip);
        AtomicLong read = new AtomicLong();

        Loaded<TradeDataset> loaded = Fixture.read(InputSource.ofPath(file).watched(read::addAndGet));

        String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(zip));
        assertThat(loaded.files()).hasSize(3).allMatch(report -> report.source().sha256().equals(sum)).allMatch(report -> report.rowsKept() == 30_000);
        assertThat(read.get()).isLessThan(zip.length + 1_000); // beyond its beginning, from which is told what the file is
    }

    private static String large(int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 30_000; i++) {
            text.append("JPN,CHN,M,28").append(1000 + i % 9000).append(',').append(1990 + i / 9000 * 9 + i % 9).append(',').append(random.nextInt()
                    & 0xFFFFFF).append('\n');
        }
        return text.toString();
    }

    private static Map<String, byte[]> members() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("a.csv", GOOD.getBytes(StandardCharsets.UTF_8));
        members.put("b.csv", OTHER.getBytes(StandardCharsets.UTF_8));
        members.put("c.csv", GOOD.replace("JPN", "KOR").replace("KOR,KOR", "KOR,USA").getBytes(StandardCharsets.UTF_8));
        return members;
    }

    /** A zip whose members are not compressed. */
    private static byte[] zip(int level) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(out)) {
            zip.setLevel(level);
            for (Map.Entry<String, byte[]> member : members().entrySet()) {
                zip.putNextEntry(new java.util.zip.ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Changes a number of what the directory says of the member b.csv, and its own header. */
    private static void setInDirectory(byte[] zip, int field, int value) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        byte[] name = "b.csv".getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at + 46 + name.length <= zip.length; at++) {
            if (bytes.getInt(at) == 0x02014b50 && Arrays.equals(Arrays.copyOfRange(zip, at + 46, at + 46 + name.length), name)) {
                bytes.putShort(at + field, (short) (field == 8 ? bytes.getShort(at + field) | value : value));
            }
            if (bytes.getInt(at) == 0x04034b50 && Arrays.equals(Arrays.copyOfRange(zip, at + 30, at + 30 + name.length), name)) {
                bytes.putShort(at + field - 2, (short) (field == 8 ? bytes.getShort(at + field - 2) | value : value));
            }
        }
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            if (Arrays.equals(Arrays.copyOfRange(bytes, at, at + wanted.length), wanted)) {
                return at;
            }
        }
        throw new AssertionError("not found");
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] bytes) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private static byte[] xz(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XZCompressorOutputStream packed = new XZCompressorOutputStream(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] bzip2(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BZip2CompressorOutputStream packed = new BZip2CompressorOutputStream(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    /** Member, layout and counts of each table. */
    private static List<String> accounts(Loaded<TradeDataset> loaded) {
        return loaded.files().stream().map(DamagedArchivesTest::account).collect(Collectors.toList());
    }

    private static String account(FileReport report) {
        return report.source().member() + " " + report.source().layout() + " " + Fixture.counts(report);
    }
}
