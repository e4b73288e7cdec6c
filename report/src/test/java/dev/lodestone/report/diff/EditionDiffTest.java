package dev.lodestone.report.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.report.diff.EditionDiff.CommitmentChange;
import dev.lodestone.report.diff.EditionDiff.InputChange;
import dev.lodestone.report.diff.EditionDiff.Kind;
import dev.lodestone.report.diff.EditionDiff.Pair;
import dev.lodestone.report.diff.EditionDiff.Series;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EditionDiffTest {

    private static final String INDICATORS = "economy,material,stage,commodity,period,measure,supplier,basis,value,low,high,unit,status,reason\n";
    private static final String COMMITMENTS = "id,party,applies,kind,stage,commodity,status,measured,low,high,period,unit,comparator,threshold,"
            + "target_date,reason\n";
    private static final String SHARE = "JPN,rare-earths,magnet,,2024,supplier-share,CHN,value,0.276,0.276,0.276,1,ok,\n";
    private static final String CEILING = "CEIL,JPN,each,supplier-share-ceiling,magnet,,open,0.6,0.6,0.6,2024,1,<=,0.5,2026-12-31,\"Due: in 40 days, or \"\"soon\"\"\"\n";

    @TempDir
    private Path out;

    private EditionData edition(String name, String version, String inputs, String indicators, String commitments) throws IOException {
        Path folder = Files.createDirectories(out.resolve(name).resolve("data")).getParent();
        Files.writeString(folder.resolve("manifest.json"), """
                {"version": "%s", "asOf": "%s", "options": {"watch": "CHN", "format": "csv"}, "future": {"x": [1, {"y": 2}]},
                 "inputs": [%s], "outputs": []}""".formatted(version, name, inputs));
        Files.writeString(folder.resolve("data/indicators.csv"), INDICATORS + indicators);
        Files.writeString(folder.resolve("data/commitments.csv"), COMMITMENTS + commitments);
        return EditionData.read(folder);
    }

    private static String input(String file, String sha, String layout) {
        return "{\"file\": \"" + file + "\", \"sha256\": \"" + sha + "\", \"layout\": \"" + layout + "\", \"rowsRead\": 3}";
    }

    private EditionDiff diff(String before, String after) throws IOException {
        return EditionDiff.between(edition("2026-11-14", "1", "", before, CEILING), edition("2026-11-21", "1", "", after, CEILING));
    }

    @Test
    void aFileThatStandsElsewhereWithTheSameContentIsNoChange() throws IOException {
        EditionDiff diff = EditionDiff.between(
                edition("2026-11-14", "1", input("old/a.csv", "aa", "tidy") + "," + input("old/b.csv", "bb", "tidy"), SHARE, CEILING),
                edition("2026-11-21", "1", input("new/a.csv", "aa", "tidy") + "," + input("new/b.csv", "b2", "tidy"), SHARE, CEILING));
        assertThat(diff.inputs()).containsExactly(
                new InputChange(Kind.ADDED, "new/b.csv", false), new InputChange(Kind.REMOVED, "old/b.csv", false));
    }

    /** A table that is a pipe gives the time to remove the edition in the middle of being read. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void anEditionThatIsRemovedWhileItIsReadIsSaidToBe() throws Exception {
        edition("2026-11-14", "1", "", SHARE, CEILING);
        Path folder = out.resolve("2026-11-14");
        Path table = folder.resolve("data/commitments.csv");
        Files.delete(table);
        assertThat(new ProcessBuilder("mkfifo", table.toString()).start().waitFor()).isZero();
        Thread retention = Thread.ofVirtual().start(() -> {
            try (Writer pipe = Files.newBufferedWriter(table)) {
                Files.move(folder, out.resolve(".removed"));
                pipe.write(COMMITMENTS + CEILING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        assertThatThrownBy(() -> EditionData.read(folder)).isInstanceOf(EditionReadException.class).hasMessageEndingWith("2026-11-14: was removed while it was being read");
        retention.join();
        Files.createDirectories(folder);
        assertThatThrownBy(() -> EditionData.read(folder)).hasMessageContaining("is no edition: it holds no manifest.json");
    }

    @Test
    void anotherDateAndOtherWordsAreNoChange() throws IOException {
        EditionDiff diff = EditionDiff.between(
                edition("2026-11-14", "1", input("a.csv", "aa", "tidy"), SHARE, CEILING),
                edition("2026-11-21", "1", input("a.csv", "aa", "tidy"), SHARE, CEILING.replace("40 days", "33 days")));

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.earlier()).isEqualTo("2026-11-14");
        assertThat(diff.later()).isEqualTo("2026-11-21");
    }

    @Test
    void aRevisedFigureIsToldWithBothValues() throws IOException {
        EditionDiff diff = diff(SHARE, SHARE.replace("0.276", "0.301"));

        assertThat(diff.isEmpty()).isFalse();
        assertThat(diff.figures()).singleElement().satisfies(f -> {
            assertThat(f.kind()).isEqualTo(Kind.CHANGED);
            assertThat(f.key()).isEqualTo(new FigureKey("JPN", "rare-earths", "magnet", "", "2024", "supplier-share", "CHN", "value"));
            assertThat(f.before().orElseThrow().value()).isEqualTo("0.276");
            assertThat(f.after().orElseThrow().value()).isEqualTo("0.301");
        });
    }

    @Test
    void aNewPeriodIsNewsOfItsOwnAndNotARowOfRevisions() throws IOException {
        EditionDiff diff = diff(SHARE, SHARE + SHARE.replace("2024", "2025") + SHARE.replace("2024", "2025").replace("CHN", "VNM"));

        assertThat(diff.newPeriods()).containsOnlyKeys(new Series("JPN", "magnet"));
        assertThat(diff.newPeriods().get(new Series("JPN", "magnet"))).containsExactly("2025");
        assertThat(diff.figures()).isEmpty();
    }

    @Test
    void aPeriodWithoutAnyFigureIsNoNewPeriod() throws IOException {
        String none = "JPN,rare-earths,magnet,,2025,hhi,,value,,,,1,not-computable,no figure\n";

        assertThat(diff(SHARE, SHARE + none).isEmpty()).isTrue();
    }

    @Test
    void figuresThatComeAndGoAreToldApartFromRevisions() throws IOException {
        String hhi = "JPN,rare-earths,magnet,,2024,hhi,,value,0.4,0.4,0.4,1,ok,\n";
        String no = "JPN,rare-earths,magnet,,2024,hhi,,value,,,,1,not-computable,because\n";

        assertThat(diff(SHARE + no, SHARE + hhi).figures()).extracting(f -> f.kind()).containsExactly(Kind.ADDED);
        assertThat(diff(SHARE + hhi, SHARE + no).figures()).extracting(f -> f.kind()).containsExactly(Kind.REMOVED);
        assertThat(diff(SHARE + hhi, SHARE).figures()).extracting(f -> f.kind()).containsExactly(Kind.REMOVED);
        assertThat(diff(SHARE, SHARE + no).figures()).isEmpty();
    }

    @Test
    void aPartOfAYearThatHasGrownIsNotToldAsGone() throws IOException {
        String half = SHARE.replace("2024", "2025-01/2025-06");
        String rolling = SHARE.replace("2024", "2024-07/2025-06");

        assertThat(diff(half, SHARE.replace("2024", "2025-01/2025-07")).figures()).as("a month more").isEmpty();
        assertThat(diff(half, SHARE.replace("2024", "2025")).figures()).as("the whole year").isEmpty();
        assertThat(diff(rolling, SHARE.replace("2024", "2024-08/2025-07")).figures()).as("twelve months moved on").isEmpty();
        assertThat(diff(half, SHARE.replace("2024", "2025-01/2025-05")).figures()).as("a month less").hasSize(1);
        assertThat(diff(half, SHARE).figures()).as("another year").hasSize(1);
        assertThat(diff(SHARE.replace("2024", "2025-06"), SHARE.replace("2024", "2025-07")).figures()).as("a month that is gone").hasSize(1);
    }

    @Test
    void aMeasureOfTheNewestPeriodThatHasGoneToANewerOneIsNotToldAsGone() throws IOException {
        String growth = "JPN,rare-earths,magnet,,2024,supplier-growth,CHN,value,0.1,0.0,0.2,1,bounded,\n";
        String next = SHARE.replace("2024", "2025");

        assertThat(diff(SHARE + growth, SHARE + next + growth.replace("2024", "2025")).figures()).as("it went on").isEmpty();
        assertThat(diff(SHARE + growth, SHARE + next).figures()).as("it is told of no period").hasSize(1);
        assertThat(diff(SHARE + growth, next + growth.replace("2024", "2025")).figures()).as("the period itself is gone").hasSize(2);
        assertThat(diff(SHARE + SHARE.replace("CHN", "VNM"), SHARE + next + next.replace("CHN", "VNM")).figures()).as("the measure is told of the old period still").hasSize(1);
    }

    @Test
    void aColumnThatAnOlderProgramDidNotWriteIsNoChangeOfACommitment() throws IOException {
        String header = COMMITMENTS.replace(",target_date,", ",target_date,confidence,");
        String rows = CEILING.replace(",2026-12-31,", ",2026-12-31,verified,");
        EditionData before = edition("2026-11-14", "1", "", SHARE, CEILING);
        EditionData after = edition("2026-11-21", "2", "", SHARE, "");
        Files.writeString(out.resolve("2026-11-21/data/commitments.csv"), header + rows);
        after = EditionData.read(out.resolve(after.name()));

        assertThat(EditionDiff.between(before, after).commitments()).as("of the verdicts").isEmpty();
        assertThat(EditionDiff.between(after, before).commitments()).as("the other way round").isEmpty();

        Files.writeString(out.resolve("2026-11-14/data/commitment-terms.csv"), "id,threshold\nCEIL,0.5\n");
        Files.writeString(out.resolve("2026-11-21/data/commitment-terms.csv"), "id,threshold,each_line\nCEIL,0.4,yes\n");
        assertThat(EditionDiff.between(EditionData.read(out.resolve("2026-11-14")), EditionData.read(out.resolve("2026-11-21"))).commitments())
                .as("of the register").singleElement().satisfies(c -> assertThat(c.terms()).containsOnlyKeys("threshold"));
    }

    @Test
    void filesRegistersAndMethodAreNamedAsCauses() throws IOException {
        EditionDiff diff = EditionDiff.between(
                edition("2026-11-14", "1", input("a.csv", "aa", "tidy") + "," + input("groups.csv", "g1", "register-groups"), SHARE, CEILING),
                edition("2026-11-21", "2", input("b.csv", "bb", "tidy") + "," + input("groups.csv", "g2", "register-groups"), SHARE, CEILING));

        assertThat(diff.method()).contains(new Pair("1", "2"));
        assertThat(diff.inputs()).containsExactly(
                new InputChange(Kind.REMOVED, "a.csv", false), new InputChange(Kind.ADDED, "b.csv", false),
                new InputChange(Kind.CHANGED, "groups.csv", true));
        assertThat(diff.causes()).containsExactly("data", "method", "registers");
    }

    @Test
    void aDeadlineThatPassesTurnsAVerdictAndIsAChange() throws IOException {
        EditionDiff diff = EditionDiff.between(
                edition("2026-12-31", "1", "", SHARE, CEILING), edition("2027-01-01", "1", "", SHARE, CEILING.replace(",open,", ",missed,")));

        assertThat(diff.isEmpty()).isFalse();
        assertThat(diff.verdicts()).singleElement().satisfies(v -> {
            assertThat(v.turned()).isTrue();
            assertThat(v.before().orElseThrow().status()).isEqualTo("open");
            assertThat(v.after().orElseThrow().reason()).isEqualTo("Due: in 40 days, or \"soon\"");
        });
    }

    @Test
    void aRewrittenPromiseNamesTheTermsThatChanged() throws IOException {
        EditionDiff diff = EditionDiff.between(
                edition("2026-11-14", "1", "", SHARE, CEILING + CEILING.replace("CEIL", "OLD")),
                edition("2026-11-21", "1", "", SHARE, CEILING.replace(",0.5,", ",0.4,") + CEILING.replace("CEIL", "NEW")));

        assertThat(diff.commitments()).extracting(CommitmentChange::kind, CommitmentChange::id).containsExactly(
                org.assertj.core.groups.Tuple.tuple(Kind.CHANGED, "CEIL"),
                org.assertj.core.groups.Tuple.tuple(Kind.ADDED, "NEW"),
                org.assertj.core.groups.Tuple.tuple(Kind.REMOVED, "OLD"));
        assertThat(diff.commitments().getFirst().terms()).containsOnlyKeys("threshold").containsValue(new Pair("0.5", "0.4"));
        assertThat(diff.verdicts()).filteredOn(v -> v.key().id().equals("NEW")).singleElement()
                .satisfies(v -> assertThat(v.before()).isEqualTo(Optional.empty()));
    }

    @Test
    void aFolderThatIsNoEditionIsNamedWithWhatItLacks() throws IOException {
        Path empty = Files.createDirectory(out.resolve("empty"));
        assertThatThrownBy(() -> EditionData.read(empty)).isInstanceOf(EditionReadException.class).hasMessage(empty + " is no edition: it holds no manifest.json");

        edition("2026-11-14", "1", "", SHARE, CEILING);
        Path without = out.resolve("2026-11-14");
        Files.delete(without.resolve("data/commitments.csv"));
        assertThatThrownBy(() -> EditionData.read(without)).hasMessageContaining("cannot be compared: it was published without data/commitments.csv");

        Files.writeString(without.resolve("data/commitments.csv"), "id,party\n");
        assertThatThrownBy(() -> EditionData.read(without)).hasMessageContaining("data/commitments.csv has no column 'stage'");

        Files.writeString(without.resolve("manifest.json"), "{\"version\": ");
        assertThatThrownBy(() -> EditionData.read(without)).isInstanceOf(EditionReadException.class).hasMessageContaining("manifest.json is no sound JSON");
    }
}
