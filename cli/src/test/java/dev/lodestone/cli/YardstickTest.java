package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private Path edition(String registers) {
        Path out = folder.resolve("out");
        CommandLineRun run = CommandLineRun.of(
                "brief", "--registers", registers, "--ally", "JPN,USA,KOR", "--format", "html", "--as-of", "2026-11-21", "--out", out.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return out.resolve("editions/2026-11-21");
    }

    private static String text(Path edition, String page) throws IOException {
        return Files.readString(edition.resolve(page)).replaceAll("(?s)<style.*?</style>|<script.*?</script>|<[^>]+>", "").replaceAll("\\s+", " ");
    }
}
