package dev.lodestone.report.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that publish are killed at random instants, and run side by side. {@code -Dlodestone.kills=200} kills more of them. */
class KilledRunsTest {

    private static final int KILLS = Integer.getInteger("lodestone.kills", 25);
    private static final Pattern OUTPUT = Pattern.compile("\"file\" : \"([^\"]+)\",\\s+\"sha256\" : \"([0-9a-f]{64})\"");

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void whoeverIsKilledAndWhenEveryEditionIsWholeAndTheNextRunSucceeds() throws Exception {
        Path out = folder.resolve("out");
        Random random = new Random(20261121);
        EditionStore store = new EditionStore(out, new PlainEditionIndex("Test"));
        int seen = 0;
        int halves = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = publish(out, kill * 1_000_000, 1_000_000);
            // Wait for its first edition, so that the blow falls while it publishes and not while the JVM starts.
            process.inputReader().readLine();
            TimeUnit.MICROSECONDS.sleep(random.nextInt(60_000));
            process.destroyForcibly().waitFor();

            List<Edition> standing = store.list();
            assertThat(standing).hasSizeGreaterThan(seen);
            for (Edition edition : standing) {
                assertWhole(edition);
            }
            seen = standing.size();
            halves += leftovers(out);
            assertThat(Files.readString(out.resolve("latest")).strip()).matches("2026-01-0\\d(\\.\\d+)?");

            Publication next = store.publish(Publishing.manifest(LocalDate.of(2025, 1, 1)), Publishing.files("calm " + kill, 3));
            assertThat(next.edition().name().revision()).isEqualTo(kill + 1);
            seen++;
            assertThat(leftovers(out)).isZero();
            assertThat(Files.readString(out.resolve("latest")).strip()).isEqualTo(standing.getFirst().name().toString());
        }
        // Without a single blow that fell in the midst of writing, this test would have tested nothing.
        assertThat(halves).isPositive();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void processesThatPublishAtOnceLoseNoEdition() throws Exception {
        Path out = folder.resolve("out");
        int each = 25;
        List<Process> processes = new ArrayList<>();
        for (int p = 0; p < 3; p++) {
            processes.add(publish(out, p * 1_000_000, each));
        }
        for (Process process : processes) {
            String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(errors).isZero();
        }

        EditionStore store = new EditionStore(out, new PlainEditionIndex("Test"));
        assertThat(store.list()).hasSize(3 * each);
        for (Edition edition : store.list()) {
            assertWhole(edition);
        }
        assertThat(leftovers(out)).isZero();
        assertThat(Files.readString(out.resolve("latest")).strip()).isEqualTo(store.list().getFirst().name().toString());
    }

    static Process publish(Path out, int firstSeed, int count) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                        Publishing.class.getName(), out.toString(), Integer.toString(firstSeed), Integer.toString(count))
                .start();
    }

    private static void assertWhole(Edition edition) throws IOException {
        Matcher outputs = OUTPUT.matcher(Files.readString(edition.folder().resolve(Manifest.FILE)));
        int files = 0;
        while (outputs.find()) {
            assertThat(Sha256.of(Files.readAllBytes(edition.folder().resolve(outputs.group(1))))).isEqualTo(outputs.group(2));
            files++;
        }
        assertThat(files).isGreaterThan(3);
    }

    private static int leftovers(Path out) throws IOException {
        int found = 0;
        for (Path place : List.of(out, out.resolve("editions"))) {
            try (Stream<Path> paths = Files.list(place)) {
                found += (int) paths.filter(p -> p.getFileName().toString().startsWith(".staging-")).count();
            }
        }
        return found;
    }
}
