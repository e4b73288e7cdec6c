package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trend, projection and the measures of several sources, from a user's files to rows and pages. */
class FurtherMeasuresCommandTest {

    private static final double[] SHARES = {0.82, 0.80, 0.79, 0.77, 0.74, 0.73, 0.70, 0.69, 0.66, 0.64};

    @TempDir
    private static Path folder;

    private static Path tenYears;

    @BeforeAll
    static void writeTenYears() throws IOException {
        StringBuilder csv = new StringBuilder("reporter,partner,flow,classification,commodity,period,value,valuation,source\n");
        for (int i = 0; i < SHARES.length; i++) {
            long total = 10_000_000 + 300_000L * i;
            long china = Math.round(total * SHARES[i]);
            row(csv, "JPN,CHN,M", 2015 + i, china, "CIF");
            row(csv, "JPN,VNM,M", 2015 + i, total - china, "CIF");
            row(csv, "CHN,JPN,X", 2015 + i, Math.round(0.8 * china), "FOB");
        }
        tenYears = Files.writeString(folder.resolve("ten-years-made-up.csv"), csv);
    }

    private static void row(StringBuilder csv, String flow, int year, long value, String valuation) {
        csv.append(String.format(Locale.ROOT, "%s,HS2017,850511,%d,%d,%s,Office%n", flow, year, value, valuation).replace("\r", ""));
    }

    private static String explain(String measure, String economy, String stage, String... more) {
        String[] arguments = new String[6 + more.length];
        System.arraycopy(new String[] {"explain", measure, "--economy", economy, "--stage", stage}, 0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    @Test
    void aProjectionOfTenYearsIsTakenApartDownToTheirRows() {
        assertThat(explain("projected-share", "JPN", "magnet", "--trade", tenYears.toString(), "--all"))
                .contains("for 2029, if it goes on changing as it has; within the 90% interval", "  share of China in 2015: 0.82\n",
                        "Rows that it depends on: 20\n", "ten-years-made-up.csv:2  JPN from CHN");
        assertThat(explain("projection-hit-rate", "JPN", "magnet", "--trade", tenYears.toString())).contains("over 10 comparable years, 2015 to 2024");
        assertThat(explain("trend-p", "JPN", "magnet", "--trade", tenYears.toString())).contains("formula      Z = (S ∓ 1)/√Var S");
    }

    /** Worked out apart from this code, with Sen's slope of the logarithms and 90 % ranks that allow for years that carry over (model/src/test/reference/trend.py), from the files of data/trade. */
    @Test
    void theShippedStatisticsTellHowPurchasesFromChinaGrew() {
        assertThat(explain("supplier-growth", "DEU", "magnet"))
                .contains("  value        0.164559 (16.5%)\n", "  bounds       -0.170671 to 0.524645 (-17.1% to 52.5%)\n", "over 8 years of which the amount is known, 2017 to 2024");
        assertThat(explain("supplier-growth", "EUU", "magnet")).contains("  value        0.157108 (15.7%)\n", "  bounds       -0.141143 to 0.539035 (-14.1% to 53.9%)\n");
        assertThat(explain("supplier-growth", "GBR", "magnet")).contains("  value        0.006082 (0.6%)\n", "  bounds       -0.171932 to 0.280885 (-17.2% to 28.1%)\n");
        assertThat(explain("supplier-growth", "USA", "compound")).contains("over 32 years of which the amount is known, 1993 to 2025");
    }

    @Test
    void bothSidesOfAFlowStandBehindAMirrorGap() {
        assertThat(explain("mirror-gap", "JPN", "magnet", "--period", "2024", "--trade", tenYears.toString()))
                .contains("sold, as reported by the supplier", "CHN to JPN", "export  (Office)", "freight and insurance between 0 and 12%");
    }

    @Test
    void thePageOfALongSeriesShowsItsTrendItsProjectionAndItsHitRate() throws IOException {
        Path out = folder.resolve("out");
        CommandLineRun run = CommandLineRun.of("brief", "--trade", tenYears.toString(), "--ally", "JPN", "--as-of", "2026-11-21", "--format", "html",
                "--out", out.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        String page = Files.readString(out.resolve("editions/2026-11-21/JPN.html"));
        assertThat(page).contains("Where it is going", "points a year", "Going on as before it would stand in 2029 at", "on earlier years the interval",
                "fig-trend-magnet", "Look twice", "by the supplier’s figure the share would be");
    }

    @Test
    void publishedRelianceAndItsRecomputationNameTheRegistersRows() {
        assertThat(explain("net-import-reliance", "USA", "compound", "--period", "2024"))
                .contains("value        0.53 (53.0%)\n", "bounds       0.525 to 0.535 (52.5% to 53.5%)\n", "net-import-reliance, compounds and metals, 2024: 53 % of apparent consumption",
                        "rare-earths/production.csv:196");
        assertThat(explain("net-import-reliance-recomputed", "USA", "compound", "--period", "2025"))
                .contains("formula      NIR = (AC − P) / AC", "agrees with the published figure of 66.5% to 67.5% within rounding",
                        "production, compounds and metals, 2025: 8900 t REO", "apparent-consumption, compounds and metals, 2025: 27000 t REO");
    }

    @Test
    void theReliancePublishedForTheUnitedStatesIsReproduced() {
        String csv = CommandLineRun.of("assess", "--ally", "USA").out();
        assertThat(csv.lines().filter(l -> l.startsWith("USA,rare-earths,compound,") && l.contains(",net-import-reliance,")))
                .satisfiesExactly(
                        l -> assertThat(l).contains(",2021,", ",,0.95,1,1,bounded,"),
                        l -> assertThat(l).contains(",2022,", ",,0.95,1,1,bounded,"),
                        l -> assertThat(l).contains(",2023,", ",,0.9,1,1,bounded,"),
                        l -> assertThat(l).contains(",2024,", ",0.53,0.525,0.535,1,bounded,"),
                        l -> assertThat(l).contains(",2025,", ",0.67,0.665,0.675,1,bounded,"));
        assertThat(csv.lines().filter(l -> l.contains(",net-import-reliance-recomputed,")))
                .hasSize(5)
                .allSatisfy(l -> assertThat(l).contains("agrees with the published figure"));
    }

    /** Reliance of 2024 was 80 % in the edition of 2025, which was the newest on a day of that year, and is 53 % in that of 2026. */
    @Test
    void onAnEarlierDayTheEditionOfThatDayTellsReliance() {
        assertThat(relianceTold("2025-06-30")).containsExactly("2020 1 0.995 1", "2021  0.95 1", "2022  0.95 1", "2023  0.95 1", "2024 0.8 0.795 0.805");
        assertThat(relianceTold("2021-06-30")).containsExactly("2016 1 0.995 1", "2017 1 0.995 1", "2018 1 0.995 1", "2019 1 0.995 1", "2020 1 0.995 1");
        assertThat(relianceTold("2019-06-30")).containsExactly("2014 0.56 0.555 0.565", "2015 0.38 0.375 0.385", "2016 1 0.995 1", "2017 1 0.995 1", "2018 1 0.995 1");
    }

    /** Year, value, low and high. */
    private static List<String> relianceTold(String day) {
        return CommandLineRun.of("assess", "--ally", "USA", "--as-of", day).out().lines()
                .filter(l -> l.startsWith("USA,rare-earths,compound,") && l.contains(",net-import-reliance,"))
                .map(l -> l.split(","))
                .map(c -> String.join(" ", c[4], c[8], c[9], c[10]))
                .toList();
    }
}
