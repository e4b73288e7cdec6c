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
        String rows = magnets("EUU", 2023) + magnets("DEU", 2023) + magnets("JPN", 2024) + magnets("USA", 2024) + magnets("KOR", 2024);

        assertThat(page("--trade", trade(rows), "--ally", "EUU,DEU,JPN,USA,KOR"))
                .contains("so left out: European Union China supplied").containsOnlyOnce("so left out");
    }

    @Test
    void aMemberAloneIsNamedItself() throws IOException {
        String rows = magnets("DEU", 2023) + magnets("JPN", 2024) + magnets("USA", 2024) + magnets("KOR", 2024);

        assertThat(page("--trade", trade(rows), "--ally", "DEU,JPN,USA,KOR")).contains("so left out: Germany China supplied");
    }

    @Test
    void bandsTakeAnAllyWithANewerFigureByItsFigureOfTheirYear() throws IOException {
        String rows = magnets("GBR", 2023) + magnets("GBR", 2024) + magnets("JPN", 2023) + magnets("USA", 2023) + magnets("KOR", 2023);

        // By hand: four allies, each 60 of 100 million from China.
        assertThat(page("--trade", trade(rows), "--ally", "GBR,JPN,USA,KOR"))
                .contains("permanent magnets that allies bought in 2023", "USD 240 million of 400").doesNotContain("so left out");
    }

    private static String magnets(String who, int year) {
        return "%1$s,CHN,M,850511,%2$d,60000000\n%1$s,VNM,M,850511,%2$d,40000000\n".formatted(who, year);
    }

    private String trade(String rows) throws IOException {
        return Files.writeString(folder.resolve("trade.csv"), "reporter,partner,flow,commodity,period,value\n" + rows).toString();
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
