package dev.lodestone.report.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.model.quality.DataSource;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.report.edition.Publication.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionStoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @TempDir
    private Path folder;

    private Path out;
    private EditionStore store;

    @BeforeEach
    void setUp() {
        out = folder.resolve("out");
        store = new EditionStore(out, new PlainEditionIndex("Briefings"));
    }

    @Test
    void writesEveryFileAndAManifestWithTheirChecksums() throws IOException {
        Publication publication = store.publish(Publishing.manifest(DAY), files("abc"));

        assertThat(publication.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(out.resolve("editions/2026-11-21/data/indicators.csv")).hasContent("abc");
        // SHA-256 of "abc" is the first example of FIPS 180-2, appendix B.1
        assertThat(Files.readString(out.resolve("editions/2026-11-21/manifest.json"))).isEqualTo("""
                {
                  "version" : "1.0",
                  "asOf" : "2026-11-21",
                  "options" : {
                    "watch" : "CHN"
                  },
                  "inputs" : [ ],
                  "outputs" : [
                    {
                      "file" : "data/indicators.csv",
                      "sha256" : "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
                    },
                    {
                      "file" : "index.html",
                      "sha256" : "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
                    }
                  ]
                }
                """);
    }

    @Test
    void manifestGivesTheAccountOfEveryInput() {
        FileReport input = new FileReport(
                new DataSource("trade/magnets.zip", "a.csv", "", "ab".repeat(32), "tidy", ""), "", 10, 7, 2, 1, List.of("2024"),
                new TreeSet<>(), new TreeMap<>());

        String json = new String(Manifest.of("1.0", DAY, Map.of(), List.of(input)).toJson(), StandardCharsets.UTF_8);

        assertThat(json).contains("\"file\" : \"trade/magnets.zip!a.csv\"", "\"layout\" : \"tidy\"", "\"rowsRead\" : 10",
                "\"rowsKept\" : 7", "\"rowsOutOfScope\" : 2", "\"rowsSetAside\" : 1");
    }

    @Test
    void sameResultsForTheSameDateChangeNothing() throws IOException {
        store.publish(Publishing.manifest(DAY), files("abc"));
        Map<String, String> before = snapshot();

        Publication again = store.publish(Publishing.manifest(DAY), files("abc"));

        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(again.edition().name()).hasToString("2026-11-21");
        assertThat(snapshot()).isEqualTo(before);
    }

    /** Killed just after the edition was renamed into place: the front page and the pointer know nothing of it yet. */
    @Test
    void aRunWithNothingToPublishPutsRightWhatAKilledOneLeft() throws IOException {
        store.publish(Publishing.manifest(DAY), files("abc"));
        String earlierIndex = Files.readString(out.resolve("index.html"));
        store.publish(Publishing.manifest(DAY), files("abd"));
        String index = Files.readString(out.resolve("index.html"));
        Files.writeString(out.resolve("index.html"), earlierIndex);
        Files.writeString(out.resolve("latest"), "2026-11-21\n");
        Files.createDirectories(out.resolve("editions/.staging-of-a-killed-run/data"));
        Files.writeString(out.resolve("editions/.staging-of-a-killed-run/data/half.csv"), "half");
        Files.writeString(out.resolve(".staging-of-a-killed-run"), "half");

        store.tidy();

        assertThat(out.resolve("index.html")).hasContent(index);
        assertThat(out.resolve("latest")).hasContent("2026-11-21.2");
        assertThat(out.resolve("editions/.staging-of-a-killed-run")).doesNotExist();
        assertThat(out.resolve(".staging-of-a-killed-run")).doesNotExist();
    }

    @Test
    void otherResultsForTheSameDateBecomeARevisionBesideTheFirst() throws IOException {
        store.publish(Publishing.manifest(DAY), files("abc"));
        Publication second = store.publish(Publishing.manifest(DAY), files("abd"));
        Publication third = store.publish(Publishing.manifest(DAY), files("abe"));

        assertThat(second.outcome()).isEqualTo(Outcome.REVISED);
        assertThat(second.edition().name()).hasToString("2026-11-21.2");
        assertThat(third.edition().name()).hasToString("2026-11-21.3");
        assertThat(out.resolve("editions/2026-11-21/index.html")).hasContent("abc");
        assertThat(out.resolve("editions/2026-11-21.2/index.html")).hasContent("abd");
        assertThat(out.resolve("latest")).hasContent("2026-11-21.3");
    }

    @Test
    void resultsThatComeBackAfterARevisionAreARevisionToo() throws IOException {
        store.publish(Publishing.manifest(DAY), files("abc"));
        store.publish(Publishing.manifest(DAY), files("abd"));

        Publication back = store.publish(Publishing.manifest(DAY), files("abc"));

        assertThat(back.outcome()).isEqualTo(Outcome.REVISED);
        assertThat(back.edition().name()).hasToString("2026-11-21.3");
    }

    @Test
    void anotherQuestionOfTheSameDateIsAFirstEditionBesideAndRevisesNothing() throws IOException {
        store.publish(Publishing.manifest(DAY), files("abc"));

        Publication other = store.publish(Manifest.of("1.0", DAY, Map.of("watch", "RUS"), List.of()), files("abc"));

        assertThat(other.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(other.edition().name()).hasToString("2026-11-21.2");
        Publication again = store.publish(Publishing.manifest(DAY), files("abc"));
        assertThat(again.outcome()).as("though it is not the newest of its date").isEqualTo(Outcome.UNCHANGED);
        assertThat(again.edition().name()).hasToString("2026-11-21");
        assertThat(store.publish(Publishing.manifest(DAY), files("abd")).outcome()).isEqualTo(Outcome.REVISED);
    }

    private static Manifest on(String material, LocalDate day) {
        return Manifest.of("1.0", day, Map.of("material", material), List.of());
    }

    @Test
    void retentionLetsGoOfEditionsOnItsQuestionAlone() throws IOException {
        store.publish(on("gallium", DAY), files("abc"));
        for (int i = 1; i <= 3; i++) {
            store.publish(on("cobalt", DAY.plusDays(i)), files("abc"));
        }

        assertThat(store.keepNewest(2, Question.of(on("cobalt", DAY).withOption("compare", "2026-11-01")))).isOne();

        assertThat(store.list()).extracting(e -> e.name().toString()).containsExactly("2026-11-24", "2026-11-23", "2026-11-21");
    }

    /** Killed in between, a run left a front page that led nowhere until the next one. */
    @Test
    void theFrontPageLetsGoOfAnEditionBeforeItsFolderGoes() throws IOException {
        List<String> told = new ArrayList<>();
        EditionStore watched = new EditionStore(out, editions -> {
            told.add(editions.size() + " of " + editionsThatStand());
            return new byte[] {'x'};
        });
        for (int i = 1; i <= 3; i++) {
            watched.publish(on("cobalt", DAY.plusDays(i)), files("abc"));
        }

        watched.keepNewest(1, Question.of(on("cobalt", DAY)));

        assertThat(told).containsExactly("1 of 1", "2 of 2", "3 of 3", "1 of 3");
        assertThat(editionsThatStand()).isOne();
    }

    private long editionsThatStand() {
        try (Stream<Path> folders = Files.list(out.resolve("editions"))) {
            return folders.filter(f -> !f.getFileName().toString().startsWith(".")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whereEditionsStandOnSeveralMaterialsEachHasAPointerToItsNewest() throws IOException {
        store.publish(on("gallium", DAY), files("abc"));
        assertThat(out.resolve("latest-gallium")).doesNotExist();

        store.publish(on("cobalt", DAY.plusDays(1)), files("abc"));
        store.publish(on("cobalt", DAY.plusDays(2)), files("abc"));
        assertThat(out.resolve("latest")).hasContent("2026-11-23");
        assertThat(out.resolve("latest-gallium")).hasContent("2026-11-21");
        assertThat(out.resolve("latest-cobalt")).hasContent("2026-11-23");

        DurableFiles.remove(out.resolve("editions/2026-11-21"));
        store.tidy();
        assertThat(out.resolve("latest-gallium")).doesNotExist();
        assertThat(out.resolve("latest-cobalt")).doesNotExist();
    }

    @Test
    void anEditionThatSomeoneDamagedIsPublishedAgainBesideIt() throws IOException {
        store.publish(Publishing.manifest(DAY), files("abc"));
        Files.writeString(out.resolve("editions/2026-11-21/index.html"), "scribble");

        Publication again = store.publish(Publishing.manifest(DAY), files("abc"));

        assertThat(again.outcome()).isEqualTo(Outcome.REVISED);
        assertThat(out.resolve("editions/2026-11-21.2/index.html")).hasContent("abc");
    }

    @Test
    void listsNewestFirstWithRevisionsByNumberAndNamesTheLatestDate() throws IOException {
        for (int i = 0; i < 11; i++) {
            store.publish(Publishing.manifest(DAY), files("text " + i));
        }
        store.publish(Publishing.manifest(DAY.minusYears(1)), files("older"));

        assertThat(store.list()).extracting(e -> e.name().toString()).startsWith("2026-11-21.11", "2026-11-21.10", "2026-11-21.9")
                .endsWith("2026-11-21", "2025-11-21");
        assertThat(out.resolve("latest")).hasContent("2026-11-21.11");
        assertThat(store.findNewest()).hasValueSatisfying(e -> assertThat(e.name()).hasToString("2026-11-21.11"));
        assertThat(Files.readString(out.resolve("index.html")))
                .containsSubsequence("editions/2026-11-21.11/index.html", "editions/2026-11-21.2/", "editions/2025-11-21/");
    }

    @Test
    void anEmptyFolderListsNothing() throws IOException {
        assertThat(store.list()).isEmpty();
        assertThat(store.findNewest()).isEmpty();
    }

    @Test
    void foldersThatAreNoEditionsAreLeftAlone() throws IOException {
        Files.createDirectories(out.resolve("editions/notes"));
        Files.createDirectories(out.resolve("editions/2026-13-45"));

        store.publish(Publishing.manifest(DAY), files("abc"));

        assertThat(store.list()).hasSize(1);
        assertThat(out.resolve("editions/notes")).isDirectory();
    }

    @Test
    void removesWhatAKilledRunLeftAside() throws IOException {
        Files.createDirectories(out.resolve("editions/.staging-dead/data"));
        Files.writeString(out.resolve("editions/.staging-dead/data/half.csv"), "a,b");
        Files.writeString(out.resolve(".staging-dead"), "<html>");

        store.publish(Publishing.manifest(DAY), files("abc"));

        assertThat(names(out)).containsExactlyInAnyOrder(".lock", "editions", "index.html", "latest");
        assertThat(names(out.resolve("editions"))).containsExactly("2026-11-21");
    }

    @Test
    void bringsTheFrontPageUpToDateWhenARunWasKilledJustBefore() throws IOException {
        store.publish(Publishing.manifest(DAY), files("abc"));
        Files.delete(out.resolve("latest"));
        Files.writeString(out.resolve("index.html"), "old");

        Publication again = store.publish(Publishing.manifest(DAY), files("abc"));

        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(out.resolve("latest")).hasContent("2026-11-21");
        assertThat(Files.readString(out.resolve("index.html"))).contains("editions/2026-11-21/index.html");
    }

    @Test
    void aFileInTheWayIsAClearFailureThatTouchesNothing() throws IOException {
        Files.writeString(out, "precious");

        assertThatThrownBy(() -> store.publish(Publishing.manifest(DAY), files("abc")))
                .isInstanceOf(EditionException.class)
                .hasMessage("cannot publish into " + out + ": " + out + " is a file, where a folder is needed");
        assertThat(out).hasContent("precious");
    }

    @Test
    void aFailureWhileWritingLeavesNothingOfAFolderThatWasNotThere() {
        // A name longer than file systems take fails as late as a full disk does: after the first files are written.
        SortedMap<String, byte[]> files = files("abc");
        files.put("x".repeat(300), new byte[0]);

        assertThatThrownBy(() -> store.publish(Publishing.manifest(DAY), files)).isInstanceOf(EditionException.class);

        assertThat(out).doesNotExist();
    }

    @Test
    void aFailureWhileWritingLeavesPastEditionsAsTheyWere() throws IOException {
        store.publish(Publishing.manifest(DAY), files("abc"));
        Map<String, String> before = snapshot();
        SortedMap<String, byte[]> files = files("abd");
        files.put("x".repeat(300), new byte[0]);

        assertThatThrownBy(() -> store.publish(Publishing.manifest(DAY), files)).isInstanceOf(EditionException.class);

        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void aFrontPageThatFailsDoesNotHideTheEdition() throws IOException {
        EditionStore broken = new EditionStore(out, editions -> {
            throw new IllegalStateException("broken page");
        });

        assertThatThrownBy(() -> broken.publish(Publishing.manifest(DAY), files("abc"))).hasMessage("broken page");

        assertThat(store.publish(Publishing.manifest(DAY), files("abc")).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(out.resolve("latest")).hasContent("2026-11-21");
    }

    @Test
    void refusesNamesThatLeaveTheEdition() {
        for (String name : List.of("../evil", "/etc/passwd", "a/../../b", "a//b", ".hidden", "manifest.json", "", "a\\b")) {
            SortedMap<String, byte[]> files = new TreeMap<>(Map.of(name, new byte[0]));
            assertThatIllegalArgumentException()
                    .as(name)
                    .isThrownBy(() -> store.publish(Publishing.manifest(DAY), files))
                    .withMessage("not a file name for an edition: '" + name + "'");
        }
        assertThat(out).doesNotExist();
    }

    @Test
    void anotherRunThatHoldsTheFolderTooLongIsNamed() throws IOException {
        store.publish(Publishing.manifest(DAY), files("abc"));
        EditionStore impatient = new EditionStore(out, new PlainEditionIndex("Briefings"), Duration.ofMillis(60));
        OutputLock held = OutputLock.acquire(out.resolve(".lock"), Duration.ZERO);
        try {
            assertThatThrownBy(() -> impatient.publish(Publishing.manifest(DAY), files("abd")))
                    .hasMessage("cannot publish into " + out + ": another run has been publishing there for 0 s");
        } finally {
            held.close();
        }
        assertThat(store.list()).hasSize(1);
    }

    @Test
    void aThreadThatWaitsDoesNotOpenTheFolderToOtherProcesses() throws Exception {
        store.publish(Publishing.manifest(DAY), files("abc"));
        Process other;
        OutputLock held = OutputLock.acquire(out.resolve(".lock"), Duration.ZERO);
        try {
            assertThatThrownBy(() -> OutputLock.acquire(out.resolve(".lock"), Duration.ofMillis(50))).hasMessageContaining("another run");
            other = KilledRunsTest.publish(out, 1, 1);
            assertThat(other.waitFor(1500, TimeUnit.MILLISECONDS)).as("the other process must wait").isFalse();
        } finally {
            held.close();
        }
        assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(other.exitValue()).isZero();
    }

    @Test
    void threadsThatPublishAtOnceFollowOneAnother() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Publication>> runs = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                SortedMap<String, byte[]> files = files("text " + i);
                runs.add(() -> store.publish(Publishing.manifest(DAY), files));
            }
            List<String> names = new ArrayList<>();
            for (Future<Publication> run : threads.invokeAll(runs)) {
                names.add(run.get().edition().name().toString());
            }
            assertThat(names).doesNotHaveDuplicates().hasSize(12).contains("2026-11-21", "2026-11-21.12");
        }
    }

    @Test
    void namesRoundTripAndNothingElseIsAName() {
        for (String name : List.of("2026-11-21", "2026-11-21.2", "0001-01-01.17")) {
            assertThat(EditionName.parse(name)).hasValueSatisfying(parsed -> assertThat(parsed).hasToString(name));
        }
        for (String text : List.of("", "2026-11-21.1", "2026-11-21.0", "2026-02-30", "2026-11-21.", "26-1-1", ".staging-1", "2026-11-21.02")) {
            assertThat(EditionName.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void theFrontPagesTitleIsTextNotMarkup() {
        assertThat(new String(new PlainEditionIndex("<b>A & B</b>").render(List.of()), StandardCharsets.UTF_8))
                .contains("<title>&lt;b&gt;A &amp; B&lt;/b&gt;</title>");
    }

    private static SortedMap<String, byte[]> files(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new TreeMap<>(Map.of("index.html", bytes, "data/indicators.csv", bytes));
    }

    private Map<String, String> snapshot() throws IOException {
        Map<String, String> snapshot = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(out)) {
            for (Path path : paths.toList()) {
                String content = Files.isDirectory(path) ? "folder" : Files.readString(path) + Files.getLastModifiedTime(path);
                snapshot.put(out.relativize(path).toString(), path.endsWith(".lock") ? "lock" : content);
            }
        }
        return snapshot;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(p -> p.getFileName().toString()).toList();
        }
    }
}
