package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BriefCommandTest {

    private static final String HEADER = "reporter,partner,flow,commodity,period,value\n";

    @TempDir
    private Path folder;

    private Path out;
    private Path table;

    @BeforeEach
    void setUp() throws IOException {
        out = folder.resolve("out");
        table = Files.writeString(folder.resolve("t.csv"), HEADER + "JPN,CHN,M,850511,2024,75\nJPN,VNM,M,850511,2024,25\n");
    }

    @Test
    void publishesAnEditionOfTheUsersStatisticsAndSaysWhere() throws IOException {
        CommandLineRun run = brief(table);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("published " + out.resolve("editions").resolve("2026-11-21") + System.lineSeparator());
        Path edition = out.resolve("editions/2026-11-21");
        assertThat(Files.readString(edition.resolve("data/indicators.csv")))
                .contains("JPN,rare-earths,magnet,,2024,supplier-share,CHN,value,0.75,0.75,0.75,1,ok,");
        assertThat(edition.resolve("JPN.html")).isNotEmptyFile();
        assertThat(edition.resolve("JPN.pdf")).isNotEmptyFile();
        assertThat(edition.resolve("USA.html")).doesNotExist();
        assertThat(Files.readString(edition.resolve("manifest.json")))
                .contains("\"ally\" : \"JPN\"", "\"watch\" : \"CHN\"", "\"rowsKept\" : 2")
                .doesNotContain(folder.toString());
    }

    /** In Arabic, whose letters a PDF of ours cannot join: one row of a register must not keep the edition from its readers. */
    @Test
    void aNameThatPaperCannotShowIsToldAndTheEditionIsPublished() throws IOException {
        Path events = Files.createDirectories(folder.resolve("registers/rare-earths")).resolve("events.csv");
        Files.writeString(events, "id,date,date_text,actors,affects,kind,title,summary,stages,major,source,confidence\n"
                + "deal,2026-10-01,2026-10-01,JPN,JPN,deal,Offtake with معادن,Five years.,magnet,yes,Announcement,verified\n");

        CommandLineRun run = CommandLineRun.of("brief", "--trade", table.toString(), "--registers", folder.resolve("registers").toString(),
                "--ally", "JPN", "--out", out.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("lodestone: " + events + ", line 2, column 54: the text \"Offtake with معادن\" is in a script (arabic)",
                "; the PDFs show [Arabic] in its place, the HTML pages the text itself");
        assertThat(Files.readString(out.resolve("editions/2026-11-21/JPN.html"))).contains("Offtake with معادن");
        assertThat(out.resolve("editions/2026-11-21/JPN.pdf")).isNotEmptyFile();
    }

    /** One ally's statistics are a year ahead: the picture keeps to the year that most have. */
    @Test
    void whereEachAllyStoodBeforeIsToldForTheYearThatMostHave() throws IOException {
        Files.writeString(table, HEADER
                + "CAN,CHN,M,850511,2022,50\nCAN,VNM,M,850511,2022,50\nCAN,CHN,M,850511,2023,60\nCAN,VNM,M,850511,2023,40\n"
                + "GBR,CHN,M,850511,2022,50\nGBR,VNM,M,850511,2022,50\nGBR,CHN,M,850511,2023,40\nGBR,VNM,M,850511,2023,60\n"
                + "AUS,CHN,M,850511,2022,50\nAUS,VNM,M,850511,2022,50\nAUS,CHN,M,850511,2023,70\nAUS,VNM,M,850511,2023,30\n"
                + "KOR,CHN,M,850511,2022,50\nKOR,VNM,M,850511,2022,50\nKOR,CHN,M,850511,2024,80\nKOR,VNM,M,850511,2024,20\n");

        CommandLineRun.of("brief", "--trade", table.toString(), "--ally", "CAN,GBR,AUS,KOR", "--out", out.toString(), "--format", "html");

        assertThat(Files.readString(out.resolve("editions/2026-11-21/index.html")))
                .contains("China’s share of permanent magnets has risen since 2022 for 2 of 3 allies");
    }

    /** China's 60 of 100 kg are told, and 300 of its 800 dollars have no weight, which are 0.3 % of all: at least 60 %, beyond 50 % whatever they weigh. */
    @Test
    void aCommitmentOfWhichOnlyTheLeastIsKnownHasItsGaugeAndStandsAmongThoseRead() throws IOException {
        Path weighed = Files.writeString(folder.resolve("w.csv"), "reporter,partner,flow,commodity,period,value,net_weight_kg\n"
                + "JPN,CHN,M,284610,2024,300,\nJPN,VNM,M,284610,2024,50000,20\nJPN,CHN,M,284690,2024,500,60\nJPN,VNM,M,284690,2024,49200,20\n");
        for (String[] ceiling : new String[][] {{"0.50", "bad"}, {"0.80", "neutral"}}) {
            Path registers = Files.createDirectories(folder.resolve("r" + ceiling[0]));
            String some = SomeCommitments.in(registers, row -> row.startsWith("JP-2020-50,"));
            Path file = registers.resolve("rare-earths/commitments.csv");
            Files.writeString(file, Files.readString(file).replace("compound|metal", "compound").replace("<=,0.50,1,,", "<=," + ceiling[0] + ",1,weight,")
                    .replace("2025-12-31", "2030-12-31"));
            Path into = folder.resolve("out" + ceiling[0]);
            CommandLineRun run = CommandLineRun.of("brief", "--trade", weighed.toString(), "--ally", "JPN", "--registers", some, "--lang", "en,fr,de",
                    "--out", into.toString(), "--as-of", "2026-11-21");

            assertThat(run.exitCode()).as(run.err()).isZero();
            Path edition = into.resolve("editions/2026-11-21");
            assertThat(Files.readString(edition.resolve("JPN.html")))
                    .contains("<div class=\"gauge tone-" + ceiling[1] + "\">", "<div class=\"g-fill\" style=\"width:60%\">",
                            "<div class=\"g-range\" style=\"left:60%;width:40%\">", "at least 60.0% in 2024", "By weight another supplier leads: China with at least 60.0%.");
            assertThat(Files.readString(edition.resolve("fr/JPN.html"))).contains("au moins 60,0");
            assertThat(Files.readString(edition.resolve("de/JPN.html"))).contains("mindestens 60,0");
            assertThat(Files.readString(edition.resolve("index.html"))).contains("id=\"board-scored").doesNotContain("id=\"board-not-due\"");
        }
    }

    @Test
    void theSameRunAgainChangesNothingAndAnotherFolderGetsTheSameBytes() throws IOException {
        brief(table);
        Map<String, byte[]> first = contentOf(out.resolve("editions/2026-11-21"));

        assertThat(brief(table).out()).startsWith("unchanged ");
        CommandLineRun.of("brief", "--trade", table.toString(), "--ally", "JPN", "--out", folder.resolve("other").toString());

        assertThat(contentOf(folder.resolve("other/editions/2026-11-21"))).containsExactlyEntriesOf(first);
    }

    @Test
    void aBadCellSetsItsRowAsideAndTheBriefingIsMade() throws IOException {
        Files.writeString(table, HEADER + "JPN,CHN,M,850511,2024,75\nJPN,VNM,M,850511,2024,x25\nJPN,THA,M,850511,2024,25\n");

        CommandLineRun run = brief(table);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("lodestone: 1 row was set aside; data/issues.csv names each" + System.lineSeparator());
        assertThat(Files.readString(out.resolve("editions/2026-11-21/data/issues.csv")))
                .contains("bad-number,error,t.csv,,3,2,value,,x25,");
    }

    @Test
    void aBrokenThresholdIsSaidAndTheEditionStands() throws IOException {
        Files.writeString(table, HEADER + "JPN,CHN,M,850511,2024,75\nJPN,VNM,M,850511,2024,x25\n");

        CommandLineRun run = CommandLineRun.of(
                "brief", "--trade", table.toString(), "--ally", "JPN", "--out", out.toString(), "--format", "csv", "--fail-on", "set-aside>1%");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BELOW_THRESHOLD);
        assertThat(run.err()).contains("below the threshold set-aside>1%: set-aside is 1 of 2 rows (50.00 %)");
        assertThat(out.resolve("editions/2026-11-21")).isDirectory();
    }

    @Test
    void aNamedFileOfNoKnownLayoutIsRefusedAndNoEditionIsTouched() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.csv"), "a,b\n1,2\n");

        CommandLineRun run = brief(notes);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(run.err()).startsWith("lodestone: notes.csv: ").contains("Nothing was published.");
        assertThat(run.out()).isEmpty();
        assertThat(out).doesNotExist();
    }

    @Test
    void aFileOfNoKnownLayoutInAFolderIsNamedAndTheRunGoesOn() throws IOException {
        Path statistics = Files.createDirectory(folder.resolve("statistics"));
        Files.move(table, statistics.resolve("t.csv"));
        Files.writeString(statistics.resolve("notes.csv"), "a,b\n1,2\n");

        CommandLineRun run = brief(statistics);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("lodestone: 1 table has no known layout and was not read: statistics/notes.csv; 'lodestone inspect FILE' says why, and drafts one where it can"
                + System.lineSeparator());
    }

    /** A wrong download beside a right one: nothing said that the edition has none of it. */
    @Test
    void aFileWithoutARowOfTheMaterialBesideOneThatHasIsNamed() throws IOException {
        Path statistics = Files.createDirectory(folder.resolve("statistics"));
        Files.move(table, statistics.resolve("t.csv"));
        Files.writeString(statistics.resolve("cars.csv"), "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,870310,2023,5\n");

        CommandLineRun run = brief(statistics);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("lodestone: 1 file has no row of the material's codes, and nothing of it is in the results: statistics/cars.csv;"
                + " 'lodestone inspect' tells what it holds" + System.lineSeparator());
    }

    @Test
    void aFileOfAFolderThatBreaksOffIsToldApartFromOneOfNoKnownLayout() throws IOException {
        Path statistics = Files.createDirectory(folder.resolve("statistics"));
        Files.move(table, statistics.resolve("t.csv"));
        Files.writeString(statistics.resolve("cut.json"), "{\"data\":[{\"a\":1,");

        CommandLineRun run = brief(statistics);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("lodestone: 1 file cannot be read, and nothing of it is in the results: statistics/cut.json; 'lodestone inspect FILE' says why"
                + System.lineSeparator());
    }

    @Test
    void aFolderOfWhichNothingCanBeReadIsRefusedAndNoEditionIsTouched() throws IOException {
        Path statistics = Files.createDirectory(folder.resolve("statistics"));
        Files.writeString(statistics.resolve("a.pdf"), "%PDF-1.4");
        Files.writeString(statistics.resolve("notes.csv"), "a,b\n1,2\n");

        CommandLineRun run = brief(statistics);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(run.err()).startsWith("lodestone: statistics/a.pdf: it is a PDF").contains("statistics/notes.csv: ").contains("Nothing was published.");
        assertThat(out).doesNotExist();
    }

    @Test
    void everyMissingPathIsNamedAtOnce() {
        CommandLineRun run = brief(folder.resolve("a.csv"), folder.resolve("b"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(run.err()).contains(folder.resolve("a.csv") + ": no such file or folder", folder.resolve("b") + ": no such file or folder");
    }

    /** A configuration file has no other way to name several. */
    @Test
    void pathsMayBeJoinedByCommasAndACommaMayStandInAName() throws IOException {
        Path second = Files.writeString(folder.resolve("figures, 2024.csv"), "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,2846,2024,1\n");
        Path config = Files.writeString(folder.resolve("c.properties"), "trade = " + table + "," + folder.resolve("none.csv") + "\n");

        assertThat(brief(second).exitCode()).isZero();
        Path third = Files.move(second, folder.resolve("b.csv"));
        assertThat(brief(Path.of(table + "," + third)).exitCode()).isZero();
        CommandLineRun half = CommandLineRun.of("brief", "--config", config.toString(), "--out", out.toString());
        assertThat(half.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(half.err()).isEqualTo("lodestone: " + folder.resolve("none.csv") + ": no such file or folder" + System.lineSeparator());
    }

    @Test
    void aPathThatLeadsNowhereComesWithWhatWasMeant() throws IOException {
        Path second = Files.writeString(folder.resolve("figures-2024.csv"), "a,b\n1,2\n");

        assertThat(brief(folder.resolve("figuers-2024.csv")).err()).contains("figuers-2024.csv: no such file or folder; did you mean '" + second + "'?");
        assertThat(brief(Path.of("-")).err()).contains("-: what comes through a pipe is not read; save it to a file");
    }

    @Test
    void anEconomyThatNoRegisterKnowsIsAUsageError() {
        CommandLineRun run = CommandLineRun.of("brief", "--ally", "JPN,QQQ", "--out", out.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("lodestone: no economy 'QQQ' in the registers;");
        assertThat(out).doesNotExist();
    }

    @Test
    void aFileWhereTheFolderShouldBeIsAFailureThatNamesIt() throws IOException {
        Files.writeString(out, "precious");

        CommandLineRun run = brief(table);

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).isEqualTo("lodestone: cannot publish into " + out + ": " + out + " is a file, where a folder is needed"
                + System.lineSeparator());
        assertThat(out).hasContent("precious");
    }

    private CommandLineRun brief(Path... trade) {
        String[] args = Stream.concat(
                        Stream.of("brief", "--ally", "JPN", "--out", out.toString(), "--trade"), Stream.of(trade).map(Path::toString))
                .toArray(String[]::new);
        return CommandLineRun.of(args);
    }

    private static Map<String, byte[]> contentOf(Path root) throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                content.put(root.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        return content;
    }
}
