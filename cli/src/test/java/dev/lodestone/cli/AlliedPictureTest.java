package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the allied page counts, and whom: its rows and bands are those of its sums. */
class AlliedPictureTest {

    @TempDir
    private Path folder;

    @Test
    void aPromiseOfEachIsOneRowForThoseOfWhomTheSameIsTold() throws IOException {
        String registers = SomeCommitments.in(folder, row -> row.startsWith("US-AU-1BN,"));

        String page = page("--registers", registers, "--ally", "USA,AUS,JPN");

        assertThat(page).contains("United States, Australia Each government takes steps").containsOnlyOnce("Each government takes steps");
        assertThat(page).contains("Past their day without a public record of the outcome: 1");
    }

    @Test
    void bandsNameTheAlliesWithoutAFigureForTheirYearTheUnionForItsMembers() throws IOException {
        String page = page("--ally", "EUU,DEU,JPN,USA,KOR");

        assertThat(page).contains("so left out: European Union China supplied").containsOnlyOnce("so left out");
    }

    @Test
    void aMemberAloneIsNamedItself() throws IOException {
        assertThat(page("--ally", "DEU,JPN,USA,KOR")).contains("so left out: Germany China supplied");
    }

    private String page(String... options) throws IOException {
        Path out = folder.resolve("out");
        String[] fixed = {"brief", "--format", "html", "--as-of", "2026-11-21", "--out", out.toString()};
        String[] all = Stream.concat(Arrays.stream(fixed), java.util.Arrays.stream(options)).toArray(String[]::new);
        CommandLineRun run = CommandLineRun.of(all);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return Files.readString(out.resolve("editions/2026-11-21/index.html"))
                .replaceAll("(?s)<style.*?</style>|<script.*?</script>|<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }
}
