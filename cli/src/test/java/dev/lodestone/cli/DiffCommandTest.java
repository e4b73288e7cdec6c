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
                .contains("Statistics\n  changed t.csv\n", "New periods\n  JPN magnet: 2024 (supplier-share CHN by value: 90.0%)\n",
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
        CommandLineRun mistyped = CommandLineRun.of("diff", "--out", out.toString(), "--templates", "none");
        assertThat(mistyped.err()).startsWith("lodestone: none: no such folder of templates");
        assertThat(mistyped.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
    }

    @Test
    void everyReasonStandsInTheReadersLanguageOnPagesAndInText() throws IOException {
        String compounds = "JPN,CHN,M,2846,2023,72\nJPN,VNM,M,2846,2023,28\n";
        brief("2026-11-14", ROWS + GERMANY + compounds, "--lang", "fr,de,en", "--ally", "DEU");
        brief("2026-11-21", GERMANY, "--lang", "fr,de,en", "--ally", "DEU");
        String[] diff = {"diff", "2026-11-14", "2026-11-21", "--out", out.toString(), "--lang", ""};

        diff[diff.length - 1] = "fr";
        assertThat(CommandLineRun.of(diff).out())
                .contains("P\u00e9riodes qui ne sont plus indiqu\u00e9es\n", "    aucun chiffre public des importations d\u2019aimants permanents", "d\u00e9sormais inv\u00e9rifiable [car son chiffre n\u2019est plus indiqu\u00e9]\n      Aucun chiffre public des importations de compos\u00e9s")
                .doesNotContain("No public figure", "no public figure", "en anglais");
        diff[diff.length - 1] = "de";
        assertThat(CommandLineRun.of(diff).out())
                .contains("Nicht mehr angegebene Zeitr\u00e4ume\n  JPN compound: 2023\n")
                .doesNotContain("No public figure", "no public figure", "auf Englisch");
        diff[diff.length - 1] = "en";
        assertThat(CommandLineRun.of(diff).out()).contains("Periods no longer told\n", "  JPN magnet: 2023\n    no public figure of imports of permanent magnets by Japan for 2023 is at hand\n");
        assertThat(page("2026-11-21", "JPN.html")).contains("Plus indiqu\u00e9e", "elle \u00e9tait de 75,0");
        assertThat(page("2026-11-21", "de/JPN.html")).contains("Nicht mehr angegeben: der Anteil Chinas");
        assertThat(page("2026-11-21", "en/JPN.html")).contains("No longer told: China\u2019s share of permanent magnets imported by Japan in 2023, by value; it was 75.0%.");
        assertThat(out.resolve("editions/2026-11-21/en/data/reasons.csv")).doesNotExist();
    }

    @Test
    void aReasonIsToldInALanguageInWhichNeitherEditionWasPublished() throws IOException {
        brief("2026-11-14", ROWS + GERMANY, "--ally", "DEU");
        brief("2026-11-21", GERMANY, "--ally", "DEU");

        String[] diff = {"diff", "2026-11-14", "2026-11-21", "--out", out.toString(), "--lang", "de"};
        assertThat(CommandLineRun.of(diff).out())
                .contains("    keine \u00f6ffentliche Zahl zur Einfuhr Japans an Dauermagneten")
                .doesNotContain("auf Englisch", "no public figure");
        withoutNewerTables("2026-11-14");
        withoutNewerTables("2026-11-21");
        assertThat(CommandLineRun.of(diff).out())
                .as("editions of before reasons were kept without a language")
                .contains("    auf Englisch: no public figure of imports of permanent magnets by Japan for 2023 is at hand\n");
    }

    /** What a version left that kept neither its register nor its reasons without a language. */
    private void withoutNewerTables(String edition) throws IOException {
        Files.delete(out.resolve("editions").resolve(edition).resolve("data/statements.csv"));
        Files.delete(out.resolve("editions").resolve(edition).resolve("data/commitment-terms.csv"));
    }

    /** Japan's aim of half by 2025, and what it becomes in the later register; the row is left out where that is empty. */
    private void twoRegisters(Path other, java.util.function.UnaryOperator<String> later) throws IOException {
        Path registers = other.resolve("registers");
        copy(Path.of("../data/registers"), registers);
        Path commitments = registers.resolve("rare-earths/commitments.csv");
        String text = Files.readString(commitments);
        brief("2026-11-14", ROWS, "--registers", registers.toString());
        Files.writeString(commitments, text.lines().map(line -> line.startsWith("US-301-MAGNETS,") || line.startsWith("JP-MINAMI,") ? later.apply(line) : line)
                .filter(line -> !line.isEmpty())
                .collect(java.util.stream.Collectors.joining("\n", "", "\n")));
        // Translations of a row that is gone are set aside, which is said.
        Files.writeString(table, HEADER + ROWS);
        CommandLineRun.of("brief", "--trade", table.toString(), "--ally", "JPN", "--format", "html,csv,json", "--out", out.toString(), "--as-of",
                "2026-11-21", "--registers", registers.toString());
    }

    @Test
    void aDayOnWhichSomethingWasDoneIsAChangedTermAndTheCauseOfItsVerdict(@TempDir Path other) throws IOException {
        twoRegisters(other, line -> line.replace(",2026-01-01,,", ",2026-01-01,2026-01-20,"));

        CommandLineRun run = CommandLineRun.of("diff", "2026-11-14", "2026-11-21", "--out", out.toString());
        assertThat(run.out()).contains("  changed US-301-MAGNETS Section 301 tariff on Chinese goods (United States)\n    day on which it was done: nothing became 20 January 2026\n",
                "    USA magnet: outcome unknown became met [because the commitment changed]\n      Done on 20 January 2026, 19 days late (due 1 January 2026).\n");
        assertThat(CommandLineRun.of("diff", "2026-11-14", "2026-11-21", "--out", out.toString(), "--format", "json").out())
                .contains("\"instrument\" : \"Section 301 tariff on Chinese goods\"").containsPattern("\"causes\" : \\[\\s*\"commitment\"\\s*\\]").containsPattern("\"parties\" : \\[\\s*\"USA\"\\s*\\]");
        String front = page("2026-11-21", "index.html");
        assertThat(front).contains("Changed in the register: day on which it was done: 20 January 2026 (before: nothing). Judged by the changed terms: permanent magnets: now \u201cMet\u201d, until then \u201cOutcome unknown\u201d.");
        withoutNewerTables("2026-11-14");
        assertThat(CommandLineRun.of("diff", "2026-11-14", "2026-11-21", "--out", out.toString()).out())
                .as("what an older edition does not hold is no change").contains("outcome unknown became met\n").doesNotContain("Commitments\n");
    }

    @Test
    void aCommitmentThatIsGoneIsToldByTitlePartyAndLastVerdict(@TempDir Path other) throws IOException {
        twoRegisters(other, line -> line.startsWith("JP-MINAMI,") ? "" : line);

        assertThat(CommandLineRun.of("diff", "2026-11-14", "2026-11-21", "--out", out.toString()).out())
                .contains("  removed JP-MINAMI SIP deep-sea programme at Minamitorishima (Japan)\n", "JPN ore: open became not judged [because the commitment was removed]\n");
        assertThat(CommandLineRun.of("diff", "2026-11-21", "2026-11-14", "--out", out.toString()).out()).contains("not judged became open [because the commitment is new]\n");
        assertThat(page("2026-11-21", "JPN.html"))
                .contains("SIP deep-sea programme at Minamitorishima", " [JP-MINAMI]. No longer in the register; it was promised by: Japan. Last verdict: rare-earth ores and concentrates: \u201cOpen\u201d.");
    }

    @Test
    void noDifferenceIsToldBetweenAShareAndTheMostThatItCanBe() throws IOException {
        brief("2026-11-14", ROWS, "--lang", "en,fr,de");
        Files.writeString(table, "reporter,partner,flow,commodity,period,value,coverage\nJPN,CHN,M,850511,2023,75,selected-partners\nJPN,USA,M,850511,2023,5,selected-partners\n");
        CommandLineRun.of("brief", "--trade", table.toString(), "--ally", "JPN", "--format", "html,csv", "--lang", "en,fr,de", "--out", out.toString(), "--as-of", "2026-11-21");

        assertThat(page("2026-11-21", "JPN.html"))
                .contains("Revised: China\u2019s share of permanent magnets imported by Japan in 2023, by value: at most 93.8%; before: 75.0%. The reason: the source holds only selected partners")
                .doesNotContain("+18.8 points");
        assertThat(page("2026-11-21", "fr/JPN.html")).contains("en valeur\u202f: au plus 93,8\u202f%\u202f; auparavant 75,0\u202f%.");
        assertThat(page("2026-11-21", "de/JPN.html")).contains("nach Wert: h\u00f6chstens 93,8\u202f%; zuvor 75,0\u202f%.");
    }

    @Test
    void aShareThatReadsAsItDidIsCountedAndWithAllToldFinely() throws IOException {
        brief("2026-11-14", ROWS.replace("75", "75000").replace("25", "25000"));
        brief("2026-11-21", ROWS.replace("75", "75009").replace("25", "25000"));

        assertThat(page("2026-11-21", "JPN.html")).doesNotContain("75.0%; it was 75.0%").containsPattern("\\d+ further figures were revised");
        assertThat(CommandLineRun.of("diff", "--out", out.toString()).out()).doesNotContain("75.0%").containsPattern("and \\d+ more");
        assertThat(CommandLineRun.of("diff", "--all", "--out", out.toString()).out())
                .contains("JPN magnet 2023 supplier-share CHN by value: 75.000% became 75.002%\n").doesNotContain("75.0% became 75.0%");
    }

    @Test
    void anotherWatchedSupplierIsSaidOnThePages() throws IOException {
        brief("2026-11-14", ROWS);
        brief("2026-11-21", ROWS, "--watch", "USA", "--compare", "2026-11-14");

        assertThat(page("2026-11-21", "index.html")).contains("Watched supplier: United States (before: China).");
        assertThat(page("2026-11-21", "JPN.html")).contains("Watched supplier: United States (before: China).");
    }

    @Test
    void specialRegionsCountedWithTheirSupplierAreSaidOnThePages() throws IOException {
        brief("2026-11-14", ROWS);
        brief("2026-11-21", ROWS, "--with-special-regions", "--compare", "2026-11-14");
        brief("2026-11-28", ROWS, "--compare", "2026-11-21");

        assertThat(page("2026-11-21", "index.html")).contains("The special regions of the watched supplier count with it, which they did not before.");
        assertThat(page("2026-11-28", "index.html")).contains("The special regions of the watched supplier no longer count with it.");
    }

    @Test
    void aDayThatPassesIsToldAsTheCause() throws IOException {
        brief("2026-11-14", ROWS);
        brief("2027-01-02", ROWS);

        assertThat(CommandLineRun.of("diff", "2026-11-14", "2027-01-02", "--out", out.toString()).out())
                .contains("EUU any: open became outcome unknown [because its day has passed]");
        assertThat(page("2027-01-02", "index.html")).contains("Its day has passed: European Union: now \u201cOutcome unknown\u201d, until then \u201cOpen\u201d.");
    }

    @Test
    void anEconomyThatIsNoLongerAssessedIsToldOnceAndNotFigureByFigure() throws IOException {
        brief("2026-11-14", ROWS + GERMANY, "--ally", "DEU");
        brief("2026-11-21", ROWS);

        assertThat(page("2026-11-21", "index.html")).contains("No longer in this edition: Germany.").doesNotContain("No longer told:");
        assertThat(CommandLineRun.of("diff", "2026-11-14", "2026-11-21", "--out", out.toString()).out())
                .contains("No longer in this edition\n  DEU: magnet 2023\n").doesNotContain("Option ally", "DEU magnet", "Periods no", "Figures:");
        assertThat(CommandLineRun.of("diff", "2026-11-21", "2026-11-14", "--out", out.toString()).out())
                .contains("New in this edition\n  DEU: magnet 2023\n").doesNotContain("Option ally", "DEU magnet", "New periods", "Figures:");
        assertThat(CommandLineRun.of("diff", "2026-11-14", "2026-11-21", "--out", out.toString(), "--all").out())
                .contains("DEU magnet 2023 supplier-share CHN by value: ");
    }

    @Test
    void sharesWhoseRoundedFiguresDifferByMoreThanTheirDifferenceAreToldCloser() throws IOException {
        brief("2026-11-14", ROWS.replace(",75", ",8864").replace(",25", ",1136"));
        brief("2026-11-21", ROWS.replace(",75", ",8875").replace(",25", ",1125"));

        assertThat(CommandLineRun.of("diff", "--out", out.toString()).out())
                .contains("supplier-share CHN by value: 88.64% became 88.75% (+0.1 points)\n") // not 88.6% became 88.8%
                .contains("supplier-share VNM by value: 11.4% became 11.3% (\u22120.1 points)\n");
        assertThat(page("2026-11-21", "JPN.html")).contains("by value, is 88.75%; it was 88.64% (+0.1 points).");
    }

    @Test
    void theOnlyLineOfAStageIsNotToldBesideIt() throws IOException {
        brief("2026-11-14", ROWS);
        brief("2026-11-21", ROWS.replace("75", "60"));

        assertThat(CommandLineRun.of("diff", "--out", out.toString()).out()).contains("JPN magnet 2023 hhi").doesNotContain("JPN magnet 850511");
        assertThat(CommandLineRun.of("diff", "--out", out.toString(), "--all").out()).contains("JPN magnet 850511 2023 hhi");
    }

    @Test
    void ofSeveralNewPeriodsTheOneWhoseShareIsToldIsNamed() throws IOException {
        brief("2026-11-14", ROWS);
        brief("2026-11-21", ROWS + "JPN,CHN,M,850511,2024,7\nJPN,VNM,M,850511,2024,3\nJPN,CHN,M,850511,2025,8\nJPN,VNM,M,850511,2025,2\n");

        assertThat(CommandLineRun.of("diff", "--out", out.toString()).out()).contains("  JPN magnet: 2024\u20132025 (2025 supplier-share CHN by value: 80.0%)\n");
        assertThat(page("2026-11-21", "index.html")).contains("First figures for permanent magnets, 2024, 2025. China\u2019s share by value: Japan\u00a080.0% (2025).");
    }

    @Test
    void aPeriodThatAFileNoLongerHoldsIsToldOnce() throws IOException {
        String others = "JPN,CHN,M,28053010,2023,72\nJPN,VNM,M,28053010,2023,28\nJPN,CHN,M,284690,2023,6\nJPN,FRA,M,284690,2023,4\n";
        brief("2026-11-14", ROWS + others + "JPN,CHN,M,850511,2022,7\nJPN,VNM,M,850511,2022,3\n");
        brief("2026-11-21", ROWS);

        assertThat(CommandLineRun.of("diff", "--out", out.toString()).out())
                .containsPattern("Periods no longer told\n  JPN alloy: 2023\n    no public figure of [^\n]*\n  JPN compound: 2023\n  JPN magnet: 2022\nOther figures: ")
                .doesNotContain("JPN alloy 2", "JPN alloy 28053010", "JPN magnet 2022");
        assertThat(CommandLineRun.of("diff", "--out", out.toString(), "--format", "json").out())
                .containsPattern("\"gonePeriods\" : \\[\\s*\\{[^}]*\\},?\\s*\\{[^}]*\\},?\\s*\\{\\s*\"economy\" : \"JPN\",\\s*\"stage\" : \"magnet\",\\s*\"periods\" : \\[\\s*\"2022\"");
        assertThat(page("2026-11-21", "JPN.html")).contains("No figures any more for rare-earth compounds, 2023: Japan.", "No longer told: China\u2019s share of rare-earth alloys imported by Japan in 2023")
                .doesNotContain("No figures any more for rare-earth alloys");
    }

    @Test
    void anEditionIsComparedWithTheLatestOnItsOwnMaterial() throws IOException {
        brief("2026-11-14", ROWS);
        CommandLineRun.of("brief", "--material", "gallium", "--ally", "JPN", "--format", "html,csv", "--out", out.toString(), "--as-of", "2026-11-15");
        brief("2026-11-21", ROWS.replace("75", "60"));

        assertThat(page("2026-11-21", "manifest.json")).contains("\"compare\" : \"2026-11-14\"");
        assertThat(page("2026-11-15", "manifest.json")).contains("\"compare\" : \"none\"");
        assertThat(CommandLineRun.of("diff", "2026-11-15", "2026-11-21", "--out", out.toString()).out())
                .contains("These editions are about two materials: nothing of one can be held against the other\n").doesNotContain("Figures:", "Verdicts");
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
                .contains("Changed in the register: date due: 31 December 2027 (before: 31 December 2025); threshold: 40.0% (before: 50.0%).");
        String[] diff = {"diff", "2026-11-14", "2026-11-21", "--out", out.toString(), "--lang", "fr", "--registers", registers.toString()};
        assertThat(CommandLineRun.of(diff).out())
                .contains("  modifi\u00e9 JP-2020-50 ", " (Japon)\n", "    \u00e9ch\u00e9ance\u202f: 31 d\u00e9cembre 2025, d\u00e9sormais 31 d\u00e9cembre 2027\n",
                        "    seuil\u202f: 50,0\u202f%, d\u00e9sormais 40,0\u202f%\n")
                .doesNotContain("2025-12-31", "0.5");
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
    void eachEditionThatDoesNotStandIsNamed() throws IOException {
        brief("2026-11-14", ROWS);

        CommandLineRun run = CommandLineRun.of("diff", "2026-11-12", "2026-11-15", "--out", out.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(run.err()).startsWith("lodestone: no edition '2026-11-12' and no edition '2026-11-15': neither a folder nor a name in ")
                .contains("; newest there: 2026-11-14");
    }

    @Test
    void whatIsNotNamedIsTheNewestAndTheOneBeforeItOnTheSameQuestion() throws IOException {
        assertThat(CommandLineRun.of("diff", "--out", out.toString()).err()).contains("no edition with figures stands in", "'lodestone brief' publishes one");
        brief("2026-11-07", ROWS);
        assertThat(CommandLineRun.of("diff", "--out", out.toString()).err()).contains("that 2026-11-07 could be compared with");
        brief("2026-11-14", ROWS.replace("75", "70"));
        brief("2026-11-15", ROWS, "--watch", "VNM");
        brief("2026-11-21", ROWS.replace("75", "60"));
        CommandLineRun.of("brief", "--material", "gallium", "--format", "csv", "--out", out.toString(), "--as-of", "2026-11-22");

        assertThat(CommandLineRun.of("diff", "2026-11-07", "--out", out.toString()).out()).startsWith("From edition 2026-11-07 to 2026-11-21\n");
        Files.move(out.resolve("editions/2026-11-22"), folder.resolve("elsewhere"));
        assertThat(CommandLineRun.of("diff", "--out", out.toString()).out()).startsWith("From edition 2026-11-14 to 2026-11-21\n");
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
