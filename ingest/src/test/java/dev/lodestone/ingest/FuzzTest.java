package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;

/**
 * Damages fixtures at random and reads them: never another exception than a refusal, never a hang, never a row without account.
 * {@code -Dfuzz.cases=100000} runs as many cases, {@code -Dfuzz.seed=N} begins at a case; a failure names its seed.
 */
class FuzzTest {

    private static final int CASES = Integer.getInteger("fuzz.cases", 400);
    private static final int SEED = Integer.getInteger("fuzz.seed", 1);
    private static final long LONGEST_NANOS = 10_000_000_000L;
    private static final List<String> SPICES = List.of(
            "\"", ",", ";", "\n", "\r\n", "\0", "<0.1", ">95", "W", "—", "-", "=1+1", "#REF!", "1e999", "NaN", "\uFEFF", "<td>", "</tr>", "]", "{",
            "1,234.5", "99999999999999999999", "  ", "\t", "Ä");

    private final List<byte[]> seeds = List.of(
            Fixture.bytes("tidy.csv"),
            Fixture.bytes("un-comtrade.csv"),
            Fixture.bytes("un-comtrade-api.json"),
            Fixture.bytes("un-comtrade-legacy.csv"),
            Fixture.bytes("cepii-baci.csv"),
            Fixture.bytes("eurostat-comext.csv"),
            Fixture.gzip(Fixture.bytes("tidy.csv")),
            bytes("""
                    DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG
                    E,1,A,DE,CN,28469060,1,QUANTITY_IN_100KG,2024,1.5,
                    E,1,A,DE,CN,28469060,1,VALUE_IN_EUROS,2024,1000,
                    E,1,A,DE,WORLD,28469060,1,VALUE_IN_EUROS,2024,1200,c
                    """),
            bytes("""
                    <html><p>Import :: x</p><p>Values in US$ Million</p><table><tr><th>HSCode</th><th>Commodity</th><th>2022-2023</th>
                    <th>%Growth</th></tr>Country: CHINA P RP<tr><td>28469010</td><td>CERIUM &amp; x</td><td>1,234.50</td><td>1</td></tr>
                    </table></html>
                    """),
            bytes("""
                    [["CTY_CODE","CTY_NAME","I_COMMODITY","GEN_VAL_MO","GEN_QY1_MO","UNIT_QY1","YEAR","MONTH","time"],
                    ["5700","CHINA","284690","700","60","KG","2024","02","2024-02"],["-","TOTAL","284690","900","80","KG","2024","02","2024-02"]]
                    """),
            bytes("""
                    <?xml version="1.0" encoding="UTF-8"?><r><n>2</n><row><reporter>JPN</reporter><partner>CHN</partner><flow>M</flow>
                    <commodity>284690</commodity><period>2023</period><value>5</value></row><row><reporter>JPN</reporter><partner>VNM</partner>
                    <flow>M</flow><commodity>284690</commodity><period>2023</period><value>6.5</value></row></r>
                    """),
            bytes("""
                    <?xml version="1.0" encoding="UTF-8"?><m:StructureSpecificData xmlns:m="m"><m:DataSet structureRef="E"><Series freq="A" reporter="DE"
                    partner="CN" product="28469060" flow="1" indicators="VALUE_IN_EUROS"><Obs TIME_PERIOD="2023" OBS_VALUE="5"/><Obs TIME_PERIOD="2024"
                    OBS_VALUE="6.5" OBS_FLAG="e"/></Series></m:DataSet></m:StructureSpecificData>
                    """),
            bytes("""
                    ,"freq,reporter,partner,product,flow,indicators\\TIME_PERIOD",2023,2024
                    0,"A,DE,CN,28469060,1,VALUE_IN_EUROS",5 e,:
                    1,"A,DE,JP,28469060,1,QUANTITY_IN_100KG",1.5,: c
                    """),
            "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,2846,2023,12.5\nJPN,日本,M,2846,2023,1\n".getBytes(Charset.forName("UTF-32")),
            Fixture.dataWeb(),
            Fixture.workbook(Map.of("Data", List.of(
                    List.of("reporter", "partner", "flow", "commodity", "period", "value"), List.of("JPN", "CHN", "M", "2846", 2023, 12.5)))),
            oldWorkbook(),
            Fixture.zip(Map.of("a/tidy.csv", Fixture.bytes("tidy.csv"), "b.json", Fixture.bytes("un-comtrade-api.json"))),
            Fixture.sevenZip(Map.of("a/tidy.csv", Fixture.bytes("tidy.csv"), "w.xlsx", Fixture.dataWeb())),
            Fixture.sevenZip(Map.of("tidy.csv", Fixture.bytes("tidy.csv"))),
            Fixture.zip(Map.of("w.xlsx", Fixture.dataWeb(), "c.csv.gz", Fixture.gzip(Fixture.bytes("cepii-baci.csv")))),
            Fixture.tar(Map.of("a/".repeat(60) + "tidy.csv", Fixture.bytes("tidy.csv"), "b.json", Fixture.bytes("un-comtrade-api.json"))),
            Fixture.gzip(Fixture.tar(Map.of("tidy.csv", Fixture.bytes("tidy.csv"), "w.xlsx", Fixture.dataWeb()))));

    @Test
    void refusesOrAccountsForWhateverIsDamaged() {
        TradeStatisticsReader reader = TradeStatisticsReader.withDefaults();
        List<Throwable> failures = new ArrayList<>();
        for (int seed = SEED; seed < SEED + CASES; seed++) {
            Random random = new Random(seed);
            byte[] input = damaged(seeds.get(random.nextInt(seeds.size())), random);
            long begun = System.nanoTime();
            try {
                check(reader, input, seed);
                assertThat(System.nanoTime() - begun).as("time of case " + seed).isLessThan(LONGEST_NANOS);
            } catch (AssertionError e) {
                failures.add(e); // a long run tells of all its failures
            }
        }
        tell(failures);
    }

    @Test
    void proposesALayoutOrNoneForWhateverIsDamaged() {
        LayoutDrafter drafter = new LayoutDrafter();
        List<Throwable> failures = new ArrayList<>();
        for (int seed = SEED; seed < SEED + CASES / 20; seed++) {
            Random random = new Random(seed);
            byte[] input = damaged(seeds.get(random.nextInt(seeds.size())), random);
            try {
                drafter.draft(InputSource.ofBytes("case-" + seed, input));
            } catch (IOException refused) {
                continue; // what cannot be read is refused
            } catch (RuntimeException | StackOverflowError e) {
                failures.add(new AssertionError("case " + seed + " ends with " + e, e));
            }
        }
        tell(failures);
    }

    private static void tell(List<Throwable> failures) {
        if (!failures.isEmpty()) {
            AssertionError all = new AssertionError(failures.size() + " cases, the first: " + failures.get(0).getMessage(), failures.get(0));
            failures.subList(1, Math.min(failures.size(), 20)).forEach(all::addSuppressed);
            throw all;
        }
    }

    private static void check(TradeStatisticsReader reader, byte[] input, int seed) {
        Loaded<TradeDataset> loaded;
        try {
            loaded = reader.read(List.of(InputSource.ofBytes("case-" + seed, input)));
        } catch (IngestException refused) {
            return; // the one exception that reading may end with
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError("case " + seed + " ends with " + e, e);
        }
        for (FileReport report : loaded.files()) {
            assertThat(report.rowsKept() + report.rowsOutOfScope() + report.rowsSetAside()).as("rows of case " + seed).isEqualTo(report.rowsRead());
            assertThat(report.rowsSetAside() == 0 || !report.issueCounts().isEmpty()).as("an issue for rows set aside in case " + seed).isTrue();
        }
    }

    /** A BIFF8 workbook of one sheet. */
    private static byte[] oldWorkbook() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            HSSFSheet sheet = workbook.createSheet("Data");
            List<List<String>> rows = List.of(
                    List.of("reporter", "partner", "flow", "commodity", "period", "value"), List.of("JPN", "CHN", "M", "2846", "2023", "12.5"));
            for (int r = 0; r < rows.size(); r++) {
                HSSFRow row = sheet.createRow(r);
                for (int c = 0; c < rows.get(r).size(); c++) {
                    row.createCell(c).setCellValue(rows.get(r).get(c));
                }
            }
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Half of the damage to archives is done to what they hold: else most of it ends at a checksum. */
    private static byte[] damaged(byte[] whole, Random random) {
        boolean archive = whole.length > 3 && whole[0] == 'P' && whole[1] == 'K';
        if (archive && random.nextBoolean()) {
            Map<String, byte[]> members = membersOf(whole);
            if (!members.isEmpty()) {
                return Fixture.zip(damagedInside(members, random));
            }
        }
        if (isTar(whole) && random.nextBoolean()) {
            return Fixture.tar(damagedInside(Map.of("a.csv", Fixture.bytes("tidy.csv"), "w.xlsx", Fixture.dataWeb()), random));
        }
        if (isGzip(whole) && random.nextBoolean()) {
            return Fixture.gzip(damaged(unpacked(whole), random)); // else most damage ends at the checksum
        }
        return damagedOutside(whole, random);
    }

    /** What a whole archive holds; nothing of one that is damaged already. */
    private static Map<String, byte[]> membersOf(byte[] archive) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                members.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            return Map.of();
        }
        return members;
    }

    private static boolean isTar(byte[] bytes) {
        return bytes.length > 262 && new String(bytes, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1F && (bytes[1] & 0xFF) == 0x8B;
    }

    /** What is packed; nothing of what is damaged already. */
    private static byte[] unpacked(byte[] gzip) {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static Map<String, byte[]> damagedInside(Map<String, byte[]> whole, Random random) {
        Map<String, byte[]> members = new TreeMap<>(whole);
        List<String> names = List.copyOf(members.keySet());
        for (int i = random.nextInt(3); i >= 0; i--) {
            String name = names.get(random.nextInt(names.size()));
            members.computeIfPresent(name, (key, bytes) -> damaged(bytes, random));
        }
        if (random.nextInt(10) == 0) {
            members.remove(names.get(random.nextInt(names.size())));
        }
        return members;
    }

    private static byte[] damagedOutside(byte[] whole, Random random) {
        byte[] bytes = whole;
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
            int to = at + Math.min(bytes.length - at, 1 + random.nextInt(80));
            bytes = switch (random.nextInt(6)) {
                case 0 -> spliced(bytes, at, Math.min(at + 1, bytes.length), new byte[] {(byte) random.nextInt(256)});
                case 1 -> Arrays.copyOf(bytes, at);
                case 2 -> spliced(bytes, at, to, new byte[0]);
                case 3 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
                case 4 -> swappedLines(bytes, random);
                default -> spliced(bytes, at, at, bytes(SPICES.get(random.nextInt(SPICES.size()))));
            };
        }
        return bytes;
    }

    private static byte[] swappedLines(byte[] bytes, Random random) {
        String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1);
        int one = random.nextInt(lines.length);
        int other = random.nextInt(lines.length);
        String kept = lines[one];
        lines[one] = lines[other];
        lines[other] = kept;
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] added) {
        byte[] result = new byte[bytes.length - (to - from) + added.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(added, 0, result, from, added.length);
        System.arraycopy(bytes, to, result, from + added.length, bytes.length - to);
        return result;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
