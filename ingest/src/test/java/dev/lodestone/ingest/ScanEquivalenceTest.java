package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.ingest.internal.scan.ScanSettings;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scanned files give what plainly read files give: the same observations, counts and issues in the same order. */
class ScanEquivalenceTest {

    private static final ScanSettings NEVER = new ScanSettings(Integer.MAX_VALUE, 1 << 20, 1, 1 << 20);
    private static final CommodityScope SOME = CommodityScope.of("284690", "850511", "0101");

    static Stream<Path> fixtures() throws IOException, URISyntaxException {
        Path folder = Path.of(ScanEquivalenceTest.class.getResource("fixtures").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void readsEveryFixtureAlike(Path fixture) throws IOException {
        byte[] bytes = Files.readAllBytes(fixture);
        assertAlike(InputSource.ofBytes(fixture.getFileName().toString(), bytes));
        assertAlike(InputSource.ofBytes("packed.gz", Fixture.gzip(bytes)));
        assertAlike(InputSource.ofBytes("packed.zip", Fixture.zip(Map.of("member", bytes))));
    }

    @Test
    void readsEveryFixtureAlikeWithItsRowsOftenRepeated() throws IOException, URISyntaxException {
        for (Path fixture : fixtures().filter(each -> each.toString().endsWith(".csv")).toList()) {
            String text = Files.readString(fixture);
            int header = text.indexOf('\n') + 1;
            byte[] longer = (text.substring(0, header) + (text.substring(header) + "\n").repeat(60)).getBytes(StandardCharsets.UTF_8);
            assertAlike(InputSource.ofBytes(fixture.getFileName().toString(), longer));
        }
    }

    /** Rows of few flows, so that they repeat, contradict and add up to each other; with totals, gaps, figures that are withheld or no figures. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void accountsForTablesOfChanceAlike(int seed) {
        Random random = new Random(seed);
        String[] partners = {"CHN", "JPN", "W00", "X99", "DEU", "FRA", "EUU", "oops", ""};
        String[] codes = {"2846", "284690", "850511", "28469", "x"};
        String[] values = {"60", "20", "20", "40", "", "0", "1.50", "12,5", "1e3", "nil"};
        String[] coverages = {"", "complete", "main-partners", "selected-partners"};
        String[] statuses = {"", "", "", "estimated", "suppressed", "nil", "odd"};
        StringBuilder text = new StringBuilder(Fixture.TIDY);
        for (int row = 0; row < 40 * seed; row++) {
            text.append(one(random, "USA", "JPN", "\"KOR\"")).append(',').append(one(random, partners)).append(',')
                    .append(one(random, "M", "X")).append(',').append(one(random, "HS", "HS2022")).append(',').append(one(random, codes)).append(',')
                    .append(seed % 2 == 0 ? "2024" : one(random, "2023", "2024", "2024-03")).append(',').append(one(random, values)).append(',')
                    .append(one(random, "USD", "USD", "EUR")).append(',').append(one(random, values)).append(",,")
                    .append(one(random, coverages)).append(',').append(one(random, statuses)).append(',')
                    .append(one(random, "", "", "a note", "row set aside: amounts unknown")).append(one(random, "", "", "", ",", ",,", ",7"))
                    .append('\n');
        }
        assertAlike(Fixture.text("t.csv", text.toString()));
    }

    /** Notes that nothing but a blank line before them tells from damaged rows, below tables in which blank lines mean something or nothing. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void tellsNotesBehindBlankLinesAlike(int seed) {
        Random random = new Random(seed);
        String end = seed % 3 == 0 ? "\r\n" : "\n";
        StringBuilder text = new StringBuilder("reporter,partner,flow,commodity,period,value").append(end);
        for (int row = 0; row < 3 + random.nextInt(20); row++) {
            text.append(one(random, "JPN", "JPN", "JPN", "\"JPN\"")).append(',').append(one(random, "CHN", "USA", "DEU", "VNM")).append(",M,")
                    .append(one(random, "2846", "850511", "010121")).append(',').append(2000 + row).append(',').append(row)
                    .append(seed % 4 == 0 && random.nextInt(9) == 0 ? end : "").append(end);
        }
        text.append(one(random, "", end, end, end + end)).append(one(random, "Figures of the last month are provisional", "See the notes,of the office", "A note", "oops")).append(end);
        text.append(one(random, "", "", end, "More words about them" + end, "JPN,CHN,M,2846,2023,1" + end));
        assertAlike(Fixture.text("t.csv", text.toString()));
    }

    @Test
    void tellsANoteBehindABlankLineInLargeText() {
        Loaded<TradeDataset> loaded = read(
                Fixture.text("t.csv", "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,2846,2023,1\nJPN,USA,M,2846,2023,1\n\nBased on returns of the ports\n"),
                settings().get(0),
                CommodityScope.EVERYTHING);

        assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("3 = 2 + 1 + 0");
        assertThat(Fixture.messages(loaded)).containsExactly("t.csv:5: found 'Based on returns of the ports', expected rows of the table alone;"
                + " taken for a note below the table, not read [note-below-table]");
    }

    /** Tables of which some look like a selection of partners, by what the partners come to or by their being the same everywhere. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void asksTablesOfFewPartnersAlike(int seed) {
        Random random = new Random(seed);
        List<String> partners = List.of("156", "392", "704", "276", "842", "410", "699", "36", "124", "826", "76").subList(0, 1 + random.nextInt(11));
        boolean everywhere = random.nextBoolean();
        List<String> scales = partners.stream().map(partner -> one(random, "", "000", "000", "000", "000", "000")).toList();
        StringBuilder text = new StringBuilder("t,i,j,k,v,q\n");
        for (String code : List.of("284690", "850511", "010121", "010129")) {
            for (int year = seed % 4 == 0 ? 2020 : 2023; year < 2024; year++) { // accounts of one year are made without keeping rows
                for (String partner : partners) {
                    if (everywhere || random.nextInt(3) > 0) {
                        text.append(year).append(',').append(partner).append(",757,").append(code).append(',').append(1 + random.nextInt(9))
                                .append(scales.get(partners.indexOf(partner)))
                                .append(one(random, ",1\n", ",NA\n"));
                    }
                }
            }
        }
        assertAlike(Fixture.text("baci.csv", text.toString()));
    }

    /** Tables of several reporters, of which some have few partners beside others' full lists. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void asksListsOfFewPartnersBesideOthersAlike(int seed) {
        Random random = new Random(seed);
        List<String> partners = List.of("156", "392", "704", "276", "842", "410", "699", "36", "124", "826", "76");
        StringBuilder text = new StringBuilder("t,i,j,k,v,q\n");
        for (String reporter : List.of("757", "372", "484", "752").subList(0, 1 + random.nextInt(4))) {
            int partnersOf = random.nextInt(partners.size());
            for (String code : List.of("284690", "850511", "010121", "010129")) {
                for (int year = seed % 3 == 0 ? 2020 : 2023; year < 2024; year++) {
                    for (String partner : partners.subList(0, 1 + partnersOf)) {
                        String scale = one(random, "000", "000", "000", "0000", "0000");
                        text.append(year).append(',').append(partner).append(',').append(reporter).append(',').append(code).append(',')
                                .append(1 + random.nextInt(9)).append(scale).append(",1\n");
                    }
                }
            }
        }
        if (seed % 2 == 0) {
            text.append("2023,156,757,280530,").append(one(random, "999", "1000")).append(",1\n2023,704,757,284690,0.5,1\n");
        }
        text.append("2023,752,752,284690,0.001,1\n2023,156,752,284690,").append(seed % 2).append("\n");
        assertAlike(Fixture.text("baci.csv", text.toString()));
    }

    private static String one(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    @Test
    void tellsTheLineOfABadCellBehindQuotedLineBreaksAndPassedOverRows() {
        String text = Fixture.TIDY
                + "USA,CHN,M,HS,850511,2024,1,USD,1,fob,complete,,\n"
                + "USA,CHN,M,HS,870310,2024,1,USD,1,fob,complete,,\"two\nlines\"\n".repeat(50)
                + "\n"
                + "USA,CHN,M,HS,870310,2024,x,USD,1,fob,complete,,\n".repeat(50)
                + "USA,JPN,M,HS,850511,2024,\"12,5\",USD,1,fob,complete,,\n";
        for (ScanSettings settings : settings()) {
            Loaded<TradeDataset> loaded = read(InputSource.ofBytes("t.csv", text.getBytes(StandardCharsets.UTF_8)), settings, SOME);

            assertThat(Fixture.messages(loaded)).containsExactly("t.csv:154: column 'value': found '12,5', expected a plain number with"
                    + " decimal mark '.' and no thousands mark; row set aside [ambiguous-number]");
            assertThat(loaded.issues().get(0).record()).isEqualTo(102);
            assertThat(Fixture.counts(loaded.files().get(0))).isEqualTo("102 = 1 + 100 + 1");
        }
    }

    @Test
    void countsBytesThatAreNoUtf8InRowsThatArePassedOver() {
        String rows = "C\u00f4te,CHN,M,HS,870310,2024,1,USD,1,fob,complete,,\u20ac\n".repeat(40);
        byte[] text = (Fixture.TIDY + "USA,CHN,M,HS,850511,2024,1,USD,1,fob,complete,,\n" + rows).getBytes(Charset.forName("windows-1252"));

        assertAlike(InputSource.ofBytes("t.csv", text));
        assertThat(Fixture.messages(read(InputSource.ofBytes("t.csv", text), settings().get(0), SOME)))
                .containsExactly("t.csv: found '80 bytes', expected UTF-8 throughout; read as Windows-1252 [mixed-charset]");
    }

    @Test
    void setsEverythingAsideWhenAPackedFileBreaksOff() {
        String row = "USA,CHN,M,HS,850511,2024,1,USD,1,fob,complete,,\nUSA,CHN,M,HS,870310,2024,1,USD,1,fob,complete,,\n";
        byte[] packed = Fixture.gzip((Fixture.TIDY + row.repeat(3000)).getBytes(StandardCharsets.UTF_8));
        InputSource broken = InputSource.ofBytes("t.csv.gz", Arrays.copyOf(packed, packed.length - 200));

        assertAlike(broken);
        FileReport report = read(broken, settings().get(1), SOME).files().get(0);
        assertThat(report.isRecognised()).isFalse();
        assertThat(report.rowsKept()).isZero();
    }

    @Test
    void readsARecordThatNeverEndsLikeAnyOther() {
        String text = Fixture.TIDY
                + "USA,CHN,M,HS,850511,2024,1,USD,1,fob,complete,,\n"
                + "USA,CHN,M,HS,850511,2023,1,USD,1,fob,complete,,\"never closed\n"
                + "USA,CHN,M,HS,870310,2022,1,USD,1,fob,complete,,\n".repeat(300)
                + "x".repeat(3_000_000) + "\n"
                + "USA,CHN,M,HS,850511,2022,1,USD,1,fob,complete,,\n"
                + "USA,CHN,M,HS,850511,2021,1,USD,1,fob,complete,,\"never closed\n"
                + "USA,CHN,M,HS,870310,2021,1,USD,1,fob,complete,,\n".repeat(3);

        assertAlike(InputSource.ofBytes("t.csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void hashesAPackedFileWhileItIsUnpackedWithWhatStandsBehindIt() throws Exception {
        StringBuilder text = new StringBuilder(Fixture.TIDY);
        Random random = new Random(1);
        for (int row = 0; row < 40_000; row++) {
            text.append("JPN,CHN,M,HS,").append(284_600 + random.nextInt(100)).append(',').append(2000 + row % 20).append(',')
                    .append(random.nextInt(1 << 30)).append(",,,,,,").append(random.nextLong()).append('\n');
        }
        byte[] packed = Fixture.gzip(text.toString().getBytes(StandardCharsets.UTF_8));
        byte[] file = Arrays.copyOf(packed, packed.length + 100_000);
        AtomicLong read = new AtomicLong();

        Loaded<TradeDataset> loaded = TradeStatisticsReader.withDefaults()
                .withScope(CommodityScope.of("2805"))
                .read(List.of(InputSource.ofBytes("t.csv.gz", file).watched(read::addAndGet)));

        assertThat(loaded.files().get(0).rowsRead()).isEqualTo(40_000);
        assertThat(loaded.files().get(0).source().sha256())
                .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        assertThat(read.get()).as("bytes read: the beginning, and all once").isBetween((long) file.length, file.length * 3L / 2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hashesAnArchiveOfOneMemberWhileItIsUnpacked(boolean stored) throws Exception {
        StringBuilder text = new StringBuilder(Fixture.TIDY);
        Random random = new Random(1);
        for (int row = 0; row < 40_000; row++) {
            text.append("JPN,CHN,M,HS,").append(284_600 + random.nextInt(100)).append(',').append(2000 + row % 20).append(',')
                    .append(random.nextInt(1 << 30)).append(",,,,,,").append(random.nextLong()).append('\n');
        }
        byte[] file = archive(text.toString().getBytes(StandardCharsets.UTF_8), stored);
        AtomicLong read = new AtomicLong();

        Loaded<TradeDataset> loaded = TradeStatisticsReader.withDefaults()
                .withScope(CommodityScope.of("2805"))
                .read(List.of(InputSource.ofBytes("t.zip", file).watched(read::addAndGet)));

        assertThat(loaded.files().get(0).rowsRead()).isEqualTo(40_000);
        assertThat(loaded.files().get(0).source().sha256())
                .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        assertThat(read.get()).as("bytes read: once to lay the archive aside, once with its checksum").isBetween(2L * file.length, 2L * file.length + 1000);
    }

    private static byte[] archive(byte[] text, boolean stored) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry("member.csv");
            if (stored) {
                CRC32 crc = new CRC32();
                crc.update(text);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(text.length);
                entry.setCrc(crc.getValue());
            }
            zip.putNextEntry(entry);
            zip.write(text);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    @Test
    void leavesChecksumsOutOnlyWhereTold() {
        InputSource source = Fixture.file("cepii-baci.csv");
        TradeStatisticsReader reader = TradeStatisticsReader.withDefaults().withScan(settings().get(0));

        Loaded<TradeDataset> with = reader.read(List.of(source));
        Loaded<TradeDataset> without = reader.withoutChecksums().read(List.of(source));

        assertThat(with.files().get(0).source().sha256()).matches("[0-9a-f]{64}");
        assertThat(without.files().get(0).source().sha256()).isEmpty();
        assertThat(Fixture.lines(without)).isNotEmpty().isEqualTo(Fixture.lines(with));
    }

    private static void assertAlike(InputSource source) {
        for (CommodityScope scope : List.of(CommodityScope.EVERYTHING, SOME)) {
            Loaded<TradeDataset> plain = read(source, NEVER, scope);
            for (ScanSettings settings : settings()) {
                Loaded<TradeDataset> scanned = read(source, settings, scope);
                assertThat(scanned.files()).as("%s %s", source, settings).isEqualTo(plain.files());
                assertThat(scanned.issues()).as("%s %s", source, settings).isEqualTo(plain.issues());
                assertThat(scanned.value()).as("%s %s", source, settings).isEqualTo(plain.value());
                Loaded<Integer> account = reader(settings, scope).account(List.of(source));
                assertThat(account.files()).as("account of %s %s", source, settings).isEqualTo(plain.files());
                assertThat(account.issues()).as("account of %s %s", source, settings).isEqualTo(plain.issues());
                assertThat(account.value()).as("account of %s %s", source, settings).isEqualTo(plain.value().observations().size());
            }
        }
    }

    private static List<ScanSettings> settings() {
        List<ScanSettings> settings = new ArrayList<>();
        for (int block : new int[] {64, 333, 4096, 1 << 20}) {
            settings.add(new ScanSettings(0, block, 2, 1 << 22));
            settings.add(new ScanSettings(0, block, 3, 500));
        }
        return settings;
    }

    private static Loaded<TradeDataset> read(InputSource source, ScanSettings settings, CommodityScope scope) {
        return reader(settings, scope).read(List.of(source));
    }

    private static TradeStatisticsReader reader(ScanSettings settings, CommodityScope scope) {
        return TradeStatisticsReader.withDefaults().withScan(settings).withScope(scope);
    }
}
