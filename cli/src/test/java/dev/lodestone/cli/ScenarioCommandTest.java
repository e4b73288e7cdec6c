package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioCommandTest {

    @Test
    void tellsWhatHalfOfChinasMagnetsForHalfAYearWouldCost() {
        CommandLineRun run = CommandLineRun.of("scenario", "--restrict", "chn=50%", "--stage", "magnet", "--months", "6", "--ally", "DEU,JPN");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("Scenario, no forecast: CHN=50% for 6 months\nAssumptions\n")
                .contains("No spare capacity of other suppliers is deducted", "Magnets", "41.2%")
                .containsPattern("Germany +2024 +128,479,625 +3,151,694 ")
                .contains("JPN: Not deducted: Rare-metal stockpile of Japan, 180 days of use (uncertain): An aim: the levels are secret");
    }

    @Test
    void csvAndJsonHoldTheSameNumbers() {
        String csv = CommandLineRun.of("scenario", "--restrict", "CHN=50%", "--stage", "magnet", "--months", "6", "--ally", "DEU", "--format", "csv").out();
        String json = CommandLineRun.of("scenario", "--restrict", "CHN=50%", "--stage", "magnet", "--months", "6", "--ally", "DEU", "--format", "json").out();

        assertThat(csv).startsWith("economy,material,stage,period,restrict,months,basis,")
                .contains("DEU,rare-earths,magnet,2024,CHN=50%,6,value,623407730,513918501,128479625.25,0,128479625.25,128479625.25,128479625.25,USD,ok,");
        assertThat(json).contains("\"loss\" : 128479625.25", "\"CHN\" : 0.5", "\"assumptions\" : [");
    }

    @Test
    void aSupplierMayBeNamedAndAStageMistyped() {
        String byName = CommandLineRun.of("scenario", "--restrict", "China=50%", "--stage", "magnet", "--months", "6", "--ally", "Germany", "--format", "csv").out();
        assertThat(byName).contains("DEU,rare-earths,magnet,2024,CHN=50%,6,value,623407730,513918501,128479625.25,");
        assertThat(CommandLineRun.of("scenario", "--restrict", "CHN=50%", "--stage", "magnets", "--months", "6").err()).contains("; did you mean 'magnet'?");
    }

    @Test
    void whatIsNoScenarioIsAUsageError() {
        for (String[] wrong : new String[][] {
            {"CHN", "6", "magnet"}, {"CHN=0%", "6", "magnet"}, {"CHN=101%", "6", "magnet"}, {"CHN=50", "6", "magnet"}, {"CHN=50%", "0", "magnet"},
            {"CHN=50%", "6", "coin"}, {"CHN=50%,CHN=20%", "6", "magnet"}, {"QQQ=50%", "6", "magnet"},
            {"G7=50%", "6", "magnet"}, {"European Union=50%", "6", "magnet"}
        }) {
            CommandLineRun run = CommandLineRun.of("scenario", "--restrict", wrong[0], "--months", wrong[1], "--stage", wrong[2], "--ally", "JPN");
            assertThat(run.exitCode()).as(String.join(" ", wrong)).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).startsWith("lodestone: ").doesNotContain("internal error");
            assertThat(run.out()).isEmpty();
        }
    }

    /** Of 6 and 4 dollars, rounded to the dollar, 5.5 to 6.5 of 9 to 11 stay away: a part of what comes takes the rounding of both. */
    @Test
    void aPartOfRoundedImportsTakesTheirOwnRounding(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("BACI_HS22_Y2023_V202501.csv"), """
                t,i,j,k,v,q
                2023,156,392,850511,0.006,0.010
                2023,704,392,850511,0.004,0.010
                """);

        CommandLineRun run = CommandLineRun.of("scenario", "--restrict", "CHN=100%", "--stage", "magnet", "--months", "12", "--trade", file.toString(), "--ally", "JPN");
        CommandLineRun half = CommandLineRun.of("scenario", "--restrict", "CHN=50%", "--stage", "magnet", "--months", "12", "--trade", file.toString(), "--ally", "JPN");

        assertThat(run.out()).as("5.5 of 11 to 6.5 of 9").containsPattern("Japan +2023 .* 50\\.0 to 72\\.2%\n");
        assertThat(half.out()).as("half of it").containsPattern("Japan +2023 .* 25\\.0 to 36\\.1%\n");
    }

    /** A tenth of a year's 1,000 is of nobody named: half of it for half a year is 25, of 500 that would have come. */
    @Test
    void whatPartnersWithoutANameMayHideIsAPartWithBothEnds(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), """
                reporter,partner,flow,commodity,period,value,net_weight_kg
                JPN,VNM,M,850511,2023,900,900
                JPN,X99,M,850511,2023,100,100
                """);

        CommandLineRun run = CommandLineRun.of("scenario", "--restrict", "CHN=50%", "--stage", "magnet", "--months", "6", "--trade", file.toString(), "--ally", "JPN");

        assertThat(run.out()).containsPattern("Japan +2023 +0 to 25 +0 to 25  0\\.0 to 5\\.0%\n");
    }
}
