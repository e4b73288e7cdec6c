package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commitments listed, chosen from and validated from the command line. */
class CommitmentsCommandTest {

    private static final String ROW = ",JPN,each,%s,Plan,Made up.,2024-01-01,metal,,no,CHN,%s,0.4,1,,imports,,,2030-12-31,,,,no,,,Plan,,2026-11-01,verified,%s,\n";

    @TempDir
    private Path folder;

    private Path registers(String... rows) throws IOException {
        Path copy = folder.resolve("registers");
        Path shipped = Path.of("../data/registers");
        try (Stream<Path> files = Files.walk(shipped)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    Path to = copy.resolve(shipped.relativize(file).toString());
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        Path commitments = copy.resolve("rare-earths/commitments.csv");
        // The last line of a file that was edited by hand may have no end.
        Files.writeString(commitments, "\n", StandardOpenOption.APPEND);
        for (String row : rows) {
            Files.writeString(commitments, row, StandardOpenOption.APPEND);
        }
        return copy;
    }

    @Test
    void aVerdictStandsWithItsReasonAndWhatWouldChangeIt() {
        CommandLineRun run = CommandLineRun.of("commitments", "--party", "EUU", "--status", "open", "--as-of", "2026-11-21");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("open             EUU  EU-CRMA-SINGLE         magnet 850511")
                .contains("China supplied 88.6% of imports by value in 2024, 23.6 points above the ceiling of 65.0%.")
                .containsPattern("The European Union would have to buy about \\d+ million dollars a year elsewhere than from China, at the level of 2024")
                .doesNotContain("\nmet ");
    }

    @Test
    void oneCommitmentIsAskedForByItsId() {
        CommandLineRun run = CommandLineRun.of("commitments", "jp-2020-50");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains(" JP-2020-50 ").endsWith("1 commitment, 1 party\n");
        assertThat(run.out().lines().filter(line -> !line.startsWith(" ") && line.contains(" JPN ")))
                .isNotEmpty().allMatch(line -> line.contains(" JP-2020-50 "));

        CommandLineRun mistyped = CommandLineRun.of("commitments", "JP-2020-5");
        assertThat(mistyped.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(mistyped.err()).contains("no commitment 'JP-2020-5' in the registers; did you mean 'JP-2020-50'?");

        CommandLineRun ofAnother = CommandLineRun.of("commitments", "--material", "gallium", "JP-2020-50");
        assertThat(ofAnother.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ofAnother.err()).contains("commitment JP-2020-50 is one of rare-earths: --material rare-earths");

        assertThat(CommandLineRun.of("commitments", "--validate", "JP-2020-50").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void programsReadVerdictsAsTheyStandInAnEdition() {
        String open = CommandLineRun.of("commitments", "--party", "EUU", "--status", "open", "--format", "json").out();
        assertThat(open).startsWith("[\n").endsWith("\n]\n");
        List<String> chosen = open.lines().map(String::strip).filter(line -> line.startsWith("{")).toList();

        String whole = CommandLineRun.of("assess", "--format", "json").out();
        assertThat(chosen).hasSizeGreaterThan(2).containsExactlyElementsOf(whole.lines().map(String::strip)
                .filter(line -> line.startsWith("{\"id\": \"") && line.contains("\"party\": \"EUU\"") && line.contains("\"status\": \"open\"")).toList());
        assertThat(chosen).anyMatch(c -> c.contains("\"threshold\": 0.65") && c.contains("\"sourceUrl\": \"http"));
        assertThat(CommandLineRun.of("commitments", "--party", "MEX", "--status", "missed", "--format", "json").out()).matches("\\[\\s*]\n");
    }

    @Test
    void whoIsBoundAsAMemberIsToldOfTheGroup() {
        assertThat(CommandLineRun.of("commitments", "--party", "deu").out()).endsWith("DEU is bound as a member, too: --party DEU,EUU,G7\n");
        assertThat(CommandLineRun.of("commitments", "--party", "DEU,EUU,G7").out()).doesNotContain("bound as a member");
    }

    @Test
    void aPartyThatNobodyKnowsIsAMistake() {
        CommandLineRun run = CommandLineRun.of("commitments", "--party", "JPX");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("no economy or group 'JPX' in the registers");
        assertThat(CommandLineRun.of("commitments", "--party", "EU").err()).contains("; did you mean 'EUU'?");
        assertThat(CommandLineRun.of("commitments", "--party", "Austrlia").err()).contains("; did you mean AUS (Australia)?");
    }

    @Test
    void aPartyMayBeNamedAsElsewhere() {
        CommandLineRun byName = CommandLineRun.of("commitments", "--party", "japan");
        assertThat(byName.exitCode()).isZero();
        assertThat(byName.out()).contains(" JPN ").isEqualTo(CommandLineRun.of("commitments", "--party", "JPN").out());
    }

    @Test
    void shippedRegistersAreSound() {
        CommandLineRun run = CommandLineRun.of("commitments", "--validate");
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out()).matches("[\\d,]+ rows in \\d+ registers: [\\d,]+ kept, 0 set aside\n");
    }

    @Test
    void aRowThatCannotBeUsedIsNamedByFileLineAndColumn() throws IOException {
        Path registers = registers("JP-A" + ROW.formatted("supplier-share-ceiling", ">=", ""), "JP-B" + ROW.formatted("ceiling", "<=", "JP-X"));
        CommandLineRun run = CommandLineRun.of("commitments", "--validate", "--registers", registers.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.BELOW_THRESHOLD);
        assertThat(run.out().lines().filter(line -> line.contains("commitments.csv:")))
                .satisfiesExactly(
                        line -> assertThat(line).contains("column 'comparator': found '>=', expected <=, since a ceiling is meant"),
                        line -> assertThat(line).contains("column 'kind': found 'ceiling', expected one of ban, deadline"),
                        line -> assertThat(line).contains("column 'supersedes': found 'JP-X', expected the id of another commitment"));
        assertThat(run.out()).endsWith(", 2 set aside\n");
    }

    @Test
    void aRowThatSaysItWasCheckedOnADayToComeIsNamed() throws IOException {
        Path registers = registers(
                "JP-FUND,JPN,each,money,Made-up fund,Made up.,2024-01-01,,,no,,>=,1000000,EUR,,,,,2026-12-31,,400000,,no,,,Plan,,2027-11-01,verified,,\n");
        CommandLineRun run = CommandLineRun.of("commitments", "--validate", "--registers", registers.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.BELOW_THRESHOLD);
        assertThat(run.out())
                .contains("column 'recorded': found '2027-11-01', expected a day that has come, 2026-11-22 at the latest; row kept [register-day-to-come]")
                .endsWith(", 0 set aside\n");
    }

    /** A pledge of money is for no stage; a page must not look for one. */
    @Test
    void anAmountDeliveredForNoStageIsToldOnThePages() throws IOException {
        Path registers = registers(
                "JP-FUND,JPN,each,money,Made-up fund,Made up.,2024-01-01,,,no,,>=,1000000,EUR,,,,,2026-12-31,,400000,,no,,,Plan,,2026-11-01,verified,,\n");
        Path out = folder.resolve("out");
        CommandLineRun run = CommandLineRun.of(
                "brief", "--registers", registers.toString(), "--ally", "JPN", "--as-of", "2026-11-21", "--format", "html", "--out", out.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(out.resolve("editions/2026-11-21/JPN.html"))).contains("EUR\u00a0400,000 of EUR\u00a01\u00a0million delivered.");
    }

    @Test
    void aCommitmentThatIsSetAsideIsNotMissedInSilence() throws IOException {
        Path registers = registers("JP-A" + ROW.formatted("supplier-share-ceiling", ">=", ""));
        for (String command : new String[] {"commitments", "assess"}) {
            CommandLineRun run = CommandLineRun.of(command, "--registers", registers.toString());
            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).as(command).contains("lodestone: registers: ", "column 'comparator': found '>='");
        }
    }
}
