package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

    private static final String TABLE = """
            reporter,partner,flow,commodity,period,value
            JPN,CHN,M,850511,2024,75
            JPN,"VN
            M",M,850511,2024,1
            JPN,THA,M,850511,2024,x25
            """;

    @TempDir
    private Path folder;

    @Test
    void tellsAPersonWhatBecameOfEveryRow() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), TABLE);

        CommandLineRun run = CommandLineRun.of("inspect", table.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().replaceAll(" +", " "))
                .contains("t.csv\n layout tidy", "\n periods 2024\n", "\n reporters 1: JPN\n", "\n rows read 3\n", "\n kept 1\n",
                        "\n out of scope 0\n", "\n set aside 2\n", "t.csv:5: column 'value': found 'x25', expected ");
    }

    @Test
    void showsNamesThatAreNoTextWithoutMovingTheCursor() throws IOException {
        Path table = Files.writeString(folder.resolve("t\u009b31m\u202e.csv"), TABLE);

        CommandLineRun run = CommandLineRun.of("inspect", table.toString(), folder.resolve("none\u009b.csv").toString());
        CommandLineRun found = CommandLineRun.of("inspect", table.toString());

        assertThat(run.err()).contains("none\ufffd.csv: no such file or folder");
        assertThat(found.out()).startsWith("t\ufffd31m\ufffd.csv\n").doesNotContain("\u009b", "\u202e");
    }

    @Test
    void readsAFolderInWhichALinkLeadsRoundInACircle() throws IOException {
        Files.writeString(folder.resolve("t.csv"), TABLE);
        Files.createSymbolicLink(folder.resolve("round.csv"), Path.of("round.csv"));

        CommandLineRun run = CommandLineRun.of("inspect", folder.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("round.csv: expected a file that can be read to its end", "tables          2, recognised 1");
    }

    @Test
    void tellsAProgramTheSameWithPhysicalLines() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), TABLE);

        CommandLineRun run = CommandLineRun.of("inspect", "--format", "json", table.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("[").contains(
                "\"file\" : \"t.csv\"", "\"member\" : \"\"", "\"sheet\" : \"\"", "\"layout\" : \"tidy\"", "\"rowsRead\" : 3", "\"rowsKept\" : 1",
                "\"rowsOutOfScope\" : 0", "\"rowsSetAside\" : 2", "\"code\" : \"bad-number\"", "\"line\" : 5", "\"record\" : 3",
                "\"column\" : \"value\"", "\"text\" : \"x25\"");
        assertThat(run.out().indexOf("\"periods\"")).isLessThan(run.out().indexOf("\"reporters\""));
    }

    @Test
    void keepsOnlyTheCommoditiesAskedFor() throws IOException {
        Path table = Files.writeString(
                folder.resolve("t.csv"),
                "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,284690,2024,1\nJPN,CHN,M,850511,2024,1\nJPN,CHN,M,870310,2024,1\n");

        CommandLineRun run = CommandLineRun.of("inspect", "--commodity", "2846,850511", table.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().replaceAll(" +", " ")).contains("\n rows read 3\n", "\n kept 2\n", "\n out of scope 1\n");
    }

    @Test
    void aCommodityThatIsNoCodeIsAUsageError() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), TABLE);

        CommandLineRun run = CommandLineRun.of("inspect", "--commodity", "magnets", table.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Invalid value for option '--commodity': 'magnets' is no code of 2 to 12 digits");
    }

    @Test
    void aNamedFileOfNoKnownLayoutIsShownAndRefused() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.csv"), "a,b\n1,2\n");

        CommandLineRun run = CommandLineRun.of("inspect", notes.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(run.out()).contains("notes.csv", "not read");
        assertThat(run.err()).startsWith("lodestone: notes.csv: ");
    }

    @Test
    void theSameFileInAFolderIsListedAndTheRunGoesOnUnlessARuleForbids() throws IOException {
        Files.writeString(folder.resolve("notes.csv"), "a,b\n1,2\n");
        Files.writeString(folder.resolve("t.csv"), TABLE);

        assertThat(CommandLineRun.of("inspect", folder.toString()).exitCode()).isZero();
        CommandLineRun strict = CommandLineRun.of("inspect", "--fail-on", "not-recognised>0,set-aside>1", folder.toString());

        assertThat(strict.exitCode()).isEqualTo(ExitCode.BELOW_THRESHOLD);
        assertThat(strict.err().lines()).containsExactly(
                "lodestone: below the threshold not-recognised>0: not-recognised is 1 of 2 tables",
                "lodestone: below the threshold set-aside>1: set-aside is 2 of 3 rows");
    }

    @Test
    void aFileNamedTwiceIsReadOnce() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), TABLE);

        CommandLineRun run = CommandLineRun.of("inspect", "--format", "json", table.toString(), folder.toString());

        assertThat(run.out().split("\"layout\"")).hasSize(2);
    }

    @Test
    void aRuleThatIsNoneIsAUsageErrorThatSaysWhatIsAllowed() {
        CommandLineRun run = CommandLineRun.of("inspect", "--fail-on", "rubbish", "x.csv");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("'rubbish' is no rule", "set-aside");
    }

    @Test
    void anEmptyFolderIsRefused() {
        CommandLineRun run = CommandLineRun.of("inspect", folder.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(run.err()).contains(folder + ": the folder holds no files");
    }

    @Test
    void textFromAFileCannotSteerTheTerminal() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"),
                "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,850511,2024,\u001b[31mred\u0007\nJPN,THA,M,850511,2024,1\n");

        CommandLineRun run = CommandLineRun.of("inspect", table.toString());

        assertThat(run.out()).doesNotContain("\u001b").doesNotContain("\u0007").contains("[31mred");
    }
}
