package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against what line pages hold shares for which an ally has promised nothing: the register's, of whoever set it. */
class YardstickTest {

    private static final String EU_CEILING = "EU-CRMA-SINGLE";

    @TempDir
    private Path folder;

    @Test
    void pagesTakeTheLineFromTheRegister() throws IOException {
        String registers = SomeCommitments.in(folder, row -> row.startsWith(EU_CEILING));
        Path file = folder.resolve("rare-earths/commitments.csv");
        List<String> rows = Files.readAllLines(file);
        Files.write(file, List.of(rows.get(0), rows.get(1).replace(",0.65,", ",0.4,").replace(",2030-12-31,", ",2035-12-31,")));

        Path edition = edition(registers);

        assertThat(text(edition, "JPN.html")).contains("A yardstick, not a commitment", "the line for 2035 (European Union) says: no more than 40% from one country");
        assertThat(text(edition, "index.html")).contains("Allies above 40% of permanent magnets", "the line for 2035 (European Union), here a yardstick").doesNotContain("above 65%");
    }

    @Test
    void whereNobodySetALineNoneIsShown() throws IOException {
        Path edition = edition(SomeCommitments.in(folder, row -> !row.contains("supplier-share-ceiling")));

        assertThat(text(edition, "JPN.html")).doesNotContain("A yardstick");
        assertThat(text(edition, "index.html")).doesNotContain("Allies above", "here a yardstick").contains("Median ally");
    }

    @Test
    void theLineIsThatOfWhoSetItInEachLanguageAndAnAllysOwnComesFirst() throws IOException {
        String registers = SomeCommitments.in(folder, row -> row.startsWith(EU_CEILING));
        Path file = folder.resolve("rare-earths/commitments.csv");
        List<String> rows = Files.readAllLines(file);
        String row = rows.get(1);
        Files.write(file, List.of(
                rows.get(0),
                row.replace(EU_CEILING + ",EUU,together,", "JP-LINE,JPN,each,").replace(",0.65,", ",0.4,"),
                row.replace(EU_CEILING + ",EUU,together,", "US-LINE,USA,each,").replace(",0.65,", ",0.3,").replace(",2030-12-31,", ",2035-12-31,")));

        Path edition = edition(registers, "--lang", "en,de,fr");

        assertThat(text(edition, "KOR.html")).contains("the 40% that Japan has set itself for 2030");
        assertThat(text(edition, "de/KOR.html")).contains("die sich Japan für 2030 gesetzt hat").doesNotContain("Europäische Union für 2030");
        assertThat(text(edition, "fr/KOR.html")).contains("fixé par le Japon pour 2030").doesNotContain("l’Union européenne pour 2030");
        assertThat(text(edition, "USA.html")).contains("the 30% that it has set itself for 2035");
    }

    @Test
    void alliesAreNamedAsTheRegisterOfGroupsHasThem() throws IOException {
        List<String> groups = new ArrayList<>(Files.readAllLines(Path.of("../data/registers/groups.csv")));
        assertThat(text(edition(SomeCommitments.in(folder, row -> false)), "JPN.html")).contains("by value; G7, EU, Australia, India, South Korea, Mexico");
        groups.removeIf(row -> row.startsWith("ALLIED-SUPPLY,Allied supply,MEX") || row.startsWith("ALLIED-SUPPLY,Allied supply,CAN"));
        groups.add("ALLIED-SUPPLY,Allied supply,BRA,,,made up");
        Files.write(folder.resolve("groups.csv"), groups);

        assertThat(text(edition(folder.toString()), "JPN.html")).contains("by value; EU, Japan, United Kingdom, United States, Australia, India and 2 more");
    }

    private Path edition(String registers, String... more) throws IOException {
        Path out = Files.createTempDirectory(folder, "out");
        List<String> arguments = new ArrayList<>(List.of(
                "brief", "--registers", registers, "--ally", "JPN,USA,KOR", "--format", "html", "--as-of", "2026-11-21", "--out", out.toString()));
        arguments.addAll(List.of(more));
        CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return out.resolve("editions/2026-11-21");
    }

    private static String text(Path edition, String page) throws IOException {
        return Files.readString(edition.resolve(page)).replaceAll("(?s)<style.*?</style>|<script.*?</script>|<[^>]+>", "").replaceAll("\\s+", " ");
    }
}
