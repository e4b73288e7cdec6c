package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A figure on a page, in indicators.csv and in {@code explain} is one figure, with the same amounts behind it. */
class OneFigureEverywhereTest {

    private static final Pattern CELL = Pattern.compile(
            "data-value=\"([^\"]+)\"><a class=\"xp\" href=\"#(x-x-share-jpn-magnet-2024-(value|weight)-([a-z]{3}))\"");

    /** As the data file writes a share. */
    private static final double SIX_DECIMALS = 5e-7;

    @TempDir
    private Path folder;

    private Path table;
    private String page;
    private final Map<String, String[]> shares = new HashMap<>();

    @BeforeEach
    void publish() throws IOException {
        table = Files.writeString(folder.resolve("magnets.csv"), """
                reporter,partner,flow,classification,commodity,period,value,currency,net_weight_kg,source
                JPN,CHN,M,HS2022,850511,2024,600,USD,90,Office
                JPN,VNM,M,HS2022,850511,2024,150,USD,15,Office
                JPN,PHL,M,HS2022,850511,2024,70,USD,5,Office
                JPN,X99,M,HS2022,850511,2024,30,USD,5,Office
                """);
        Path out = folder.resolve("out");
        CommandLineRun run = CommandLineRun.of("brief", "--trade", table.toString(), "--ally", "JPN", "--out", out.toString(), "--as-of", "2026-11-22",
                "--format", "html,csv");
        assertThat(run.exitCode()).as(run.err()).isZero();
        page = Files.readString(out.resolve("editions/2026-11-22/JPN.html"));
        for (String line : Files.readAllLines(out.resolve("editions/2026-11-22/data/indicators.csv"))) {
            String[] cells = line.split(",", -1);
            if (line.startsWith("JPN,rare-earths,magnet,,2024,supplier-share,")) {
                shares.put(cells[6] + " " + cells[7], cells);
            }
        }
    }

    @Test
    void everyShareInTheSuppliersTableIsThatOfTheDataFile() {
        Matcher cell = CELL.matcher(page);
        int seen = 0;
        while (cell.find()) {
            String key = cell.group(4).toUpperCase(Locale.ROOT) + " " + cell.group(3);
            assertThat(shares).containsKey(key);
            assertThat(Double.parseDouble(cell.group(1))).as(key).isEqualTo(Double.parseDouble(shares.get(key)[8]), within(SIX_DECIMALS));
            assertThat(page).as("what the number leads to").contains("id=\"" + cell.group(2) + "\"");
            seen++;
        }
        assertThat(seen).as("three suppliers by value and by weight").isEqualTo(6);
    }

    @Test
    void anExplanationOnThePageTellsTheBoundsAndAmountsOfTheCommand() {
        // By hand: 600 of 850 is 70.6%, and with the 30 unnamed at most 630 of 850, 74.1%.
        String told = page.substring(page.indexOf("id=\"x-x-share-jpn-magnet-2024-value-chn\""));
        told = told.substring(0, told.indexOf("</article>")).replaceAll("(\\s*<[^>]+>\\s*)+", "|");
        String explained = CommandLineRun.of("explain", "supplier-share", "--economy", "JPN", "--stage", "magnet", "--period", "2024", "--supplier", "CHN",
                        "--basis", "value", "--trade", table.toString())
                .out();

        assertThat(shares.get("CHN value")).contains("bounded");
        assertThat(Double.parseDouble(shares.get("CHN value")[9])).isEqualTo(600 / 850.0, within(SIX_DECIMALS));
        assertThat(Double.parseDouble(shares.get("CHN value")[10])).isEqualTo(630 / 850.0, within(SIX_DECIMALS));
        assertThat(told).contains("70.6", "74.1%", "|600 USD|", "|850 USD|", "|30 USD|", "magnets.csv:2", "magnets.csv:5");
        assertThat(explained).contains("imports from China: 600 USD", "imports in all: 850 USD", "not named: 30 USD", "magnets.csv:2", "magnets.csv:5");
    }

    @Test
    void concentrationIsToldWithTheSharesThatMakeIt() {
        String told = page.substring(page.indexOf("id=\"x-x-hhi-jpn-magnet-2024-value\""));
        told = told.substring(0, told.indexOf("</article>")).replaceAll("(\\s*<[^>]+>\\s*)+", "|");

        assertThat(told).contains("|China|70.6%|", "|Vietnam|17.6%|", "|850 USD|", "magnets.csv:4");
    }
}
