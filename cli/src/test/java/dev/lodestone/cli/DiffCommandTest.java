package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

    private static final String HEADER = "reporter,partner,flow,commodity,period,value\n";
    private static final String ROWS = "JPN,CHN,M,850511,2023,75\nJPN,VNM,M,850511,2023,25\n";

    private static final String GERMANY = "DEU,CHN,M,850511,2023,80\nDEU,VNM,M,850511,2023,20\n";

    @TempDir
    private Path folder;

    private Path out;
    private Path table;

    @BeforeEach
    void setUp() {
        out = folder.resolve("out");
        table = folder.resolve("t.csv");
    }

    private CommandLineRun brief(String asOf, String rows, String... more) throws IOException {
        Files.writeString(table, HEADER + rows);
        String[] fixed = {"brief", "--trade", table.toString(), "--ally", "JPN", "--format", "html,csv,json", "--out", out.toString(), "--as-of", asOf};
        String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        CommandLineRun run = CommandLineRun.of(all);
        assertThat(run.err()).isEmpty();
        return run;
    }

    private String page(String edition, String page) throws IOException {
        return Files.readString(out.resolve("editions").resolve(edition).resolve(page));
    }

    @Test
    void yearsThatFollowEachOtherAreToldAsOneRun() {
        assertThat(DiffText.runs(List.of("2002", "2003", "2004", "2006", "2024-01", "2024-02"))).isEqualTo("2002\u20132004, 2006, 2024-01, 2024-02");
    }

    @Test
    void tellsRevisionsAndNewPeriodsBetweenTwoEditions() throws IOException {
        brief("2026-11-14", ROWS);
        brief("2026-11-21", ROWS.replace("75", "60") + "JPN,CHN,M,850511,2024,9\nJPN,USA,M,850511,2024,1\n");

        CommandLineRun run = CommandLineRun.of("diff", "2026-11-14", "2026-11-21", "--out", out.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("From edition 2026-11-14 to 2026-11-21\n")
                .contains("Statistics\n  changed t.csv\n", "New periods\n  JPN magnet: 2024\n",
                        "JPN magnet 2023 supplier-share CHN by value: 75.0% became 70.6% (\u22124.4 points)");
        assertThat(CommandLineRun.of("diff", "2026-11-14", "2026-11-21", "--out", out.toString(), "--format", "json").out())
                .contains("\"earlier\" : \"2026-11-14\"", "\"value\" : 0.705882");
    }

    @Test
    void speaksTheLanguageOfTheLaterEditionUnlessAnotherIsNamed() throws IOException {
        brief("2026-11-14", ROWS);
        brief("2026-11-21", ROWS.replace("75", "60"), "--lang", "de,fr");

        String[] diff = {"diff", "2026-11-14", "2026-11-21", "--out", out.toString()};
        assertThat(CommandLineRun.of(diff).out()).startsWith("Von Ausgabe 2026-11-14 zu 2026-11-21\n")
                .contains("Statistik\n  geändert t.csv\n", "JPN magnet 2023 supplier-share CHN nach Wert: 75,0\u202f%, jetzt 70,6\u202f% (\u22124,4 Punkte)")
                .doesNotContain("became", "figures");
        assertThat(CommandLineRun.of("diff", "2026-11-14", "2026-11-21", "--out", out.toString(), "--lang", "en").out())
                .startsWith("From edition 2026-11-14 to 2026-11-21\n");
        assertThat(CommandLineRun.of("diff", "2026-11-14", "2026-11-21", "--out", out.toString(), "--lang", "tlh").exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void everyReasonStandsInTheReadersLanguageOnPagesAndInText() throws IOException {
        String compounds = "JPN,CHN,M,2846,2023,72\nJPN,VNM,M,2846,2023,28\n";
        brief("2026-11-14", ROWS + GERMANY + compounds, "--lang", "fr,de,en", "--ally", "DEU");
        brief("2026-11-21", GERMANY, "--lang", "fr,de,en", "--ally", "DEU");
        String[] diff = {"diff", "2026-11-14", "2026-11-21", "--out", out.toString(), "--lang", ""};

        diff[diff.length - 1] = "fr";
        assertThat(CommandLineRun.of(diff).out())
                .contains("non calculable (aucun chiffre public des importations d\u2019aimants permanents", "d\u00e9sormais inv\u00e9rifiable\n    Aucun chiffre public des importations de compos\u00e9s")
                .doesNotContain("No public figure", "no public figure", "en anglais");
        diff[diff.length - 1] = "de";
        assertThat(CommandLineRun.of(diff).out())
                .contains("nicht berechenbar (")
                .doesNotContain("No public figure", "no public figure", "auf Englisch");
        diff[diff.length - 1] = "en";
        assertThat(CommandLineRun.of(diff).out()).contains("not computable (no public figure of imports of permanent magnets by Japan for 2023 is at hand)");
        assertThat(page("2026-11-21", "JPN.html")).contains("Plus indiqu\u00e9e", "elle \u00e9tait de 75,0");
        assertThat(page("2026-11-21", "de/JPN.html")).contains("Nicht mehr angegeben: der Anteil Chinas");
        assertThat(page("2026-11-21", "en/JPN.html")).contains("No longer told: China\u2019s share of permanent magnets imported by Japan in 2023, by value; it was 75.0%.");
        assertThat(out.resolve("editions/2026-11-21/en/data/reasons.csv")).doesNotExist();
    }

    @Test
    void aReasonThatNoEditionHoldsInTheReadersLanguageIsToldInEnglishAndSaidToBe() throws IOException {
        brief("2026-11-14", ROWS + GERMANY, "--ally", "DEU");
        brief("2026-11-21", GERMANY, "--ally", "DEU");

        assertThat(CommandLineRun.of("diff", "2026-11-14", "2026-11-21", "--out", out.toString(), "--lang", "de").out())
                .contains("nicht berechenbar (auf Englisch: no public figure of imports of permanent magnets by Japan for 2023 is at hand)");
    }

    @Test
    void firstFiguresAreToldWithTheShareAndATermOfTheRegisterWithWhatItWas(@TempDir Path other) throws IOException {
        Path registers = other.resolve("registers");
        copy(Path.of("../data/registers"), registers);
        brief("2026-11-14", ROWS, "--registers", registers.toString());
        Path commitments = registers.resolve("rare-earths/commitments.csv");
        String text = Files.readString(commitments);
        assertThat(text.contains("JP-2020-50,JPN")).isTrue();
        Files.writeString(commitments, text.lines()
                .map(line -> line.startsWith("JP-2020-50,") ? line.replace("2025-12-31", "2027-12-31").replace(",0.50,", ",0.40,") : line)
                .collect(java.util.stream.Collectors.joining("\n", "", "\n")));
        brief("2026-11-21", ROWS + "JPN,CHN,M,850511,2024,9\nJPN,USA,M,850511,2024,1\n", "--registers", registers.toString());

        assertThat(page("2026-11-21", "JPN.html"))
                .contains("First figures for permanent magnets, 2024. China\u2019s share by value: Japan\u00a090.0%.")
                .contains("Date due: 31 December 2027, before 31 December 2025; threshold: 40.0%, before 50.0%.");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (java.util.stream.Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void anEditionThatDoesNotStandIsRefused() throws IOException {
        brief("2026-11-14", ROWS);

        CommandLineRun run = CommandLineRun.of("diff", "2026-11-14", "2026-11-15", "--out", out.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(run.err()).startsWith("lodestone: no edition '2026-11-15': neither a folder nor a name in ");
    }

    @Test
    void aNewEditionTellsWhatChangedSinceTheOneBefore() throws IOException {
        brief("2026-11-14", ROWS);
        brief("2026-11-21", ROWS.replace("75", "60"));

        assertThat(page("2026-11-14", "JPN.html")).doesNotContain("What changed since");
        assertThat(page("2026-11-21", "JPN.html")).contains("What changed since the edition of 14 November 2026", "is 70.6%; it was 75.0% (\u22124.4 points)");
        assertThat(page("2026-11-21", "index.html")).contains("What changed since the edition of 14 November 2026");
        assertThat(page("2026-11-21", "manifest.json")).contains("\"compare\" : \"2026-11-14\"");
    }

    @Test
    void theSameRunAgainComparesWithTheSameEditionAndChangesNothing() throws IOException {
        brief("2026-11-14", ROWS);
        brief("2026-11-21", ROWS.replace("75", "60"));

        assertThat(brief("2026-11-21", ROWS.replace("75", "60")).out()).startsWith("unchanged ");
        assertThat(brief("2026-11-14", ROWS).out()).as("a later edition is nothing to compare with").startsWith("unchanged ");
    }

    @Test
    void theComparisonCanBeChosenOrLeftOut(@TempDir Path other) throws IOException {
        String quiet = SomeCommitments.in(other, row -> false);
        brief("2026-11-07", ROWS, "--registers", quiet);
        brief("2026-11-14", ROWS.replace("75", "60"), "--registers", quiet);

        brief("2026-11-21", ROWS.replace("75", "60"), "--compare", "2026-11-07", "--registers", quiet);
        assertThat(page("2026-11-21", "JPN.html")).contains("What changed since the edition of 7 November 2026");

        brief("2026-11-22", ROWS.replace("75", "60"), "--registers", quiet);
        assertThat(page("2026-11-22", "JPN.html")).contains("No figure, no promise and no verdict changed since then.");

        brief("2026-11-23", ROWS, "--compare", "none", "--registers", quiet);
        assertThat(page("2026-11-23", "JPN.html")).doesNotContain("What changed since");
        assertThat(page("2026-11-23", "manifest.json")).contains("\"compare\" : \"none\"");
    }

    @Test
    void assessPrintsTheSameDocumentThatAnEditionHolds() throws IOException {
        brief("2026-11-14", ROWS);

        String printed = CommandLineRun.of("assess", "--trade", table.toString(), "--ally", "JPN", "--as-of", "2026-11-14", "--format", "json").out();

        assertThat(printed).isEqualTo(page("2026-11-14", "data/assessment.json"));
    }
}
