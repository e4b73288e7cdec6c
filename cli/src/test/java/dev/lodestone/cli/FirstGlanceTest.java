package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands below a page's title: of which year and by what measure the figure is, which way it went, and what it is worth. */
class FirstGlanceTest {

    private static final String HEADER = "reporter,partner,flow,commodity,period,value\n";

    /** Japan from 60 to 50 %, Germany from 70 to 80 %, France at 40 and 40.4 %: less than half a point. */
    private static final String THREE = HEADER
            + "JPN,CHN,M,850511,2023,60000000\nJPN,VNM,M,850511,2023,40000000\nJPN,CHN,M,850511,2024,50000000\nJPN,VNM,M,850511,2024,50000000\n"
            + "DEU,CHN,M,850511,2023,70000000\nDEU,VNM,M,850511,2023,30000000\nDEU,CHN,M,850511,2024,160000000\nDEU,VNM,M,850511,2024,40000000\n"
            + "FRA,CHN,M,850511,2023,40000000\nFRA,VNM,M,850511,2023,60000000\nFRA,CHN,M,850511,2024,40400000\nFRA,VNM,M,850511,2024,59600000\n";

    @TempDir
    private Path folder;

    @Test
    void theAlliedPageSaysForHowManyTheShareFellSinceAYearThatAllHave() throws IOException {
        publish(THREE);

        assertThat(page("index.html")).contains("By value in 2024. Since 2023 the share has fallen for 1, risen for 1 and moved less than half a point for 1.")
                .contains("Allies whose share fell since 2023")
                .contains("by half a point or more: Japan");
    }

    @Test
    void whereEarlierYearsDifferTheComparedAreCounted() throws IOException {
        publish(THREE + "ITA,CHN,M,850511,2024,5000000\nITA,VNM,M,850511,2024,5000000\n");

        assertThat(page("index.html")).contains("Of 3 that have a comparable earlier year, it has fallen for 1, risen for 1 and moved less than half a point for 1.")
                .contains("Lowest share of permanent magnets, 2024");
    }

    @Test
    void anAllysPageSaysTheYearTheWayAndTheDollars() throws IOException {
        publish(THREE);

        assertThat(page("DEU.html")).contains("By value in 2024, up from 70.0% in 2023, and 15.0 points above the 65%")
                .contains("imported by Germany in 2024, USD 160 of 200 million.");
        assertThat(page("FRA.html")).contains("By value in 2024, about as in 2023 (40.0%); 24.6 points below the 65%");
    }

    @Test
    void anEditionOfOneAllySaysOnItsFrontPageWhatTheAllysPageSays() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), HEADER + "JPN,CHN,M,850511,2024,75\nJPN,VNM,M,850511,2024,25\n");
        CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "JPN", "--format", "html", "--out", folder.resolve("out").toString());

        assertThat(page("index.html")).contains("By value in 2024; no earlier year can be compared, and 10.0 points above the 65%");
        assertThat(page("JPN.html")).as("no gap where the table names no classification").contains("tidy table; code 850511").doesNotContain("; ;");
    }

    @Test
    void aSmallShareIsNotToldAsNone() throws IOException {
        publish(HEADER + "JPN,CHN,M,850511,2024,3000000\nJPN,VNM,M,850511,2024,997000000\nDEU,CHN,M,850511,2024,0\nDEU,VNM,M,850511,2024,5000000\n");

        assertThat(page("JPN.html")).contains("Japan buys &lt;1% of its permanent magnets from China").doesNotContain("Japan buys 0%");
        assertThat(page("DEU.html")).contains("Germany buys 0% of its permanent magnets from China");
    }

    @Test
    void yearsOfWhichOnlyABoundIsKnownAreNotPassedOver() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "reporter,partner,flow,commodity,period,value,coverage\n"
                + "JPN,CHN,M,850511,2023,75,complete\nJPN,VNM,M,850511,2023,25,complete\n"
                + "JPN,CHN,M,850511,2024,80,main-partners\nJPN,VNM,M,850511,2024,20,main-partners\n");
        CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "JPN", "--format", "html", "--out", folder.resolve("out").toString());

        assertThat(page("JPN.html")).as("the chart goes on to 2024").contains("The last full year on record is 2023. Not in it yet:");
    }

    @Test
    void aBlocBriefedAloneSpeaksForItself() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), HEADER + "EUU,CHN,M,850511,2023,60\nEUU,VNM,M,850511,2023,40\n"
                + "EUU,CHN,M,850511,2024,80\nEUU,VNM,M,850511,2024,20\n");
        CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "EUU", "--format", "html", "--out", folder.resolve("out").toString());

        assertThat(page("index.html")).contains("The European Union still buys 80% of its permanent magnets from China")
                .contains("China’s share of permanent magnets in 2024 is").contains("Magnets, year by year").doesNotContain("ally by ally");
    }

    @Test
    void whereNobodyHasAFigureNothingIsPromisedAndNoTileIsEmpty() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), HEADER + "JPN,CHN,M,850511,2024,75\nJPN,VNM,M,850511,2024,25\n");
        CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "MEX", "--format", "html", "--out", folder.resolve("out").toString());

        assertThat(page("index.html")).contains("How far allies depend on China, as far as public statistics tell.").doesNotContain("id=\"fig-time\"");
        assertThat(page("MEX.html")).contains("Mexico: no public figure at hand tells its dependence").doesNotContain("class=\"key ");
    }

    private void publish(String table) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), table);
        CommandLineRun run = CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "DEU,FRA,ITA,JPN", "--format", "html", "--out",
                folder.resolve("out").toString());
        assertThat(run.err()).isEmpty();
    }

    private String page(String name) throws IOException {
        return Files.readString(folder.resolve("out/editions/2026-11-21").resolve(name));
    }
}
