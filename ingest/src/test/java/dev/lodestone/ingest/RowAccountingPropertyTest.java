package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.TradeDataset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to a file's bytes: no exception, every row accounted for, no observation without a row kept. */
class RowAccountingPropertyTest {

    private static final List<String> FILES = List.of(
            "tidy.csv", "un-comtrade.csv", "un-comtrade-api.json", "un-comtrade-legacy.csv", "cepii-baci.csv", "eurostat-comext.csv");

    private static final TradeStatisticsReader READER = TradeStatisticsReader.withDefaults();

    @Property(tries = 400, seed = "20261123")
    void accountsForEveryRowOfAMutatedFile(@ForAll("files") String file, @ForAll long seed) {
        check(InputSource.ofBytes(file, mutated(Fixture.bytes(file), new Random(seed))));
    }

    @Property(tries = 60, seed = "20261123")
    void accountsForEveryRowOfAMutatedWorkbookOrArchive(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = random.nextBoolean() ? Fixture.dataWeb() : Fixture.gzip(Fixture.bytes("tidy.csv"));
        check(InputSource.ofBytes("mutated", mutated(bytes, random)));
    }

    @Property(tries = 100, seed = "20261123")
    void loadingRowsInAnotherOrderGivesTheSameFigures(@ForAll long seed) {
        String[] rows = new String(Fixture.bytes("eurostat-comext.csv"), java.nio.charset.StandardCharsets.UTF_8).split("\n");
        List<String> shuffled = new java.util.ArrayList<>(Arrays.asList(rows).subList(1, rows.length));
        java.util.Collections.shuffle(shuffled, new Random(seed));

        Loaded<TradeDataset> loaded = Fixture.read(Fixture.text("s.csv", rows[0] + "\n" + String.join("\n", shuffled)));

        assertThat(Fixture.lines(loaded)).containsExactlyInAnyOrderElementsOf(Fixture.lines(Fixture.read(Fixture.file("eurostat-comext.csv"))));
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(FILES);
    }

    /** Reading asserts by itself that each report's sums agree. */
    private static void check(InputSource source) {
        Loaded<TradeDataset> loaded = READER.read(List.of(source));

        assertThat(loaded.files()).isNotEmpty();
        long kept = loaded.files().stream().mapToLong(FileReport::rowsKept).sum();
        if (kept == 0) {
            assertThat(loaded.value().observations()).as("nothing but totals and flows without amounts")
                    .allMatch(o -> o.partner().isWorld() || !o.value().isKnown());
        }
        for (FileReport report : loaded.files()) {
            assertThat(report.rowsSetAside() == 0 || !report.issueCounts().isEmpty()).as("a row set aside has an issue").isTrue();
            assertThat(report.isRecognised() || !report.why().isEmpty()).as("a refused file says why").isTrue();
        }
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] result = bytes.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = result.length == 0 ? 0 : random.nextInt(result.length);
            int length = Math.min(result.length - at, 1 + random.nextInt(60));
            result = switch (random.nextInt(5)) {
                case 0 -> flipped(result, at, random);
                case 1 -> Arrays.copyOf(result, at);
                case 2 -> spliced(result, at, length, new byte[0]);
                case 3 -> spliced(result, at, 0, Arrays.copyOfRange(result, at, at + length));
                default -> spliced(result, at, 0, new byte[] {(byte) "\",;\n\r\0-9e{[".charAt(random.nextInt(11))});
            };
        }
        return result;
    }

    private static byte[] flipped(byte[] bytes, int at, Random random) {
        if (bytes.length > 0) {
            bytes[at] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] added) {
        byte[] result = new byte[bytes.length - removed + added.length];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(added, 0, result, at, added.length);
        System.arraycopy(bytes, at + removed, result, at + added.length, bytes.length - at - removed);
        return result;
    }
}
