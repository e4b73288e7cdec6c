package dev.lodestone.ingest.internal.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes with a folder for temporary files of their own, some of them killed. */
@Timeout(120)
class SpoolTest {

    private static final byte[] PARQUET = "PAR1 and what follows PAR1".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private Path temporary;
    private Path archive;

    @BeforeEach
    void makeArchive() throws IOException {
        temporary = Files.createDirectory(folder.resolve("temporary"));
        archive = folder.resolve("two.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String name : List.of("a.parquet", "b.parquet")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(PARQUET);
            }
        }
    }

    @Test
    void whatAKilledProcessLeftIsRemovedByTheNextThatReadsAnything() throws Exception {
        Process killed = look(archive);
        killed.destroyForcibly().waitFor();
        assertThat(spooled()).hasSize(2);

        Path plain = Files.writeString(folder.resolve("plain.csv"), "a,b\n1,2\n");
        finish(look(plain));

        assertThat(left()).isEmpty();
    }

    @Test
    void whatAProcessStillReadsIsLeftToIt() throws Exception {
        Process reading = look(archive);
        finish(look(archive));
        assertThat(spooled()).hasSize(2);

        assertThat(finish(reading)).containsExactly("a.parquet " + PARQUET.length, "b.parquet " + PARQUET.length);
        assertThat(left()).isEmpty();
    }

    @Test
    void aProcessThatIsAskedToEndLeavesNothing() throws Exception {
        Process ended = look(archive);
        assertThat(spooled()).hasSize(2);
        ended.destroy();
        ended.waitFor();

        assertThat(left()).isEmpty();
    }

    @Test
    void aFolderWithoutALockIsRemovedOnlyIfItIsEmptyAndOthersFilesStay() throws Exception {
        Files.createDirectory(temporary.resolve("lodestone-1-2-3")); // killed before it had its lock
        Path mine = Files.writeString(Files.createDirectory(temporary.resolve("lodestone-results")).resolve("mine.csv"), "1");
        Path kept = Files.createDirectory(temporary.resolve("lodestone-4-5-6"));
        Files.writeString(kept.resolve("lock"), "");
        Files.writeString(kept.resolve("notes.txt"), "mine");
        finish(look(archive));

        assertThat(left()).containsExactly(kept, mine.getParent());
        assertThat(mine).exists();
        assertThat(kept.resolve("notes.txt")).exists();
    }

    private Process look(Path file) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData",
                        "-Djava.io.tmpdir=" + temporary, "-cp", System.getProperty("java.class.path"), Spooling.class.getName(), file.toString())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        assertThat(process.inputReader().readLine()).as(Files.readString(folder.resolve("errors.txt"))).isEqualTo("looked");
        return process;
    }

    private static List<String> finish(Process process) throws Exception {
        try (OutputStream input = process.getOutputStream()) {
            input.write('\n');
        }
        try (BufferedReader output = process.inputReader()) {
            List<String> lines = output.lines().toList();
            assertThat(process.waitFor()).isZero();
            return lines;
        }
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> entries = Files.list(temporary)) {
            return entries.sorted().toList();
        }
    }

    private List<Path> spooled() throws IOException {
        try (Stream<Path> entries = Files.walk(temporary)) {
            return entries.filter(each -> each.toString().endsWith(".bin")).toList();
        }
    }
}
