package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages tell of the watched supplier's own exports, beside imports and without any. */
class SoldPagesTest {

    private static final String HEADER = "reporter,partner,flow,commodity,period,value,net_weight_kg\n";

    @TempDir
    private Path folder;

    /** China's sales month by month, of 10 t in 2025 and of 5 t a month to February 2026. */
    private static String sold() {
        StringBuilder rows = new StringBuilder();
        for (int month = 1; month <= 12; month++) {
            rows.append("CHN,JPN,X,850511,2025-%02d,400000,10000\nCHN,DEU,X,850511,2025-%02d,900000,20000\n".formatted(month, month));
        }
        for (int month = 1; month <= 2; month++) {
            rows.append("CHN,JPN,X,850511,2026-%02d,300000,5000\nCHN,DEU,X,850511,2026-%02d,800000,19000\n".formatted(month, month));
        }
        return rows.toString();
    }

    @Test
    void withoutImportsAnAllysPageTellsWhatWasSoldToIt() throws IOException {
        String page = page(sold(), "JPN.html");

        assertThat(page).contains("By China’s own account, sales of permanent magnets to Japan in January–February 2026 came to 10 t , 50.0% less than in January–February 2025.");
        assertThat(page).contains("trade statistics to February 2026");
        assertThat(page).as("the buyer's rows before larger ones of others")
                .contains("t.csv:2 CHN to JPN, code 850511, January 2025 10,000 kg t.csv:4 CHN to JPN, code 850511, February 2025 10,000 kg t.csv:3 CHN to DEU");
        assertThat(page).contains("Magnets tonnes 120 20 10 −50.0").contains("Magnets USD million 4.8 0.80 0.60 −25.0");
    }

    /** What 6.32 million dollars went to nobody says: all of it may have gone to Japan. */
    @Test
    void bothEndsOfWhatWasSoldHaveTheSameDigits() throws IOException {
        String page = page("CHN,JPN,X,850511,2025,88430000,\nCHN,X99,X,850511,2025,6320000,\n", "JPN.html");

        assertThat(page).contains("in 2025 came to USD 88 to 95 million").doesNotContain("94.75 million", "88.43 million");
    }

    @Test
    void withoutImportsTheAlliedPageNamesTheLargestBuyersAndTellsAllOfThem() throws IOException {
        String page = page(sold(), "index.html");

        assertThat(page).contains("By its own account, China sold most permanent magnets in January–February 2026 to Germany ( 38 t ), Japan ( 10 t ).");
        assertThat(page).containsPattern("Germany 240 40 38 −5\\.0 Japan 120 20 10 −50\\.0");
    }

    @Test
    void besideImportsTheAnswerTellsSalesOnlyWhereTheyAreNewer() throws IOException {
        String imports = "JPN,CHN,M,850511,2025,5000000,120000\nJPN,VNM,M,850511,2025,5000000,100000\n";
        String same = "CHN,JPN,X,850511,2025,4800000,120000\nCHN,DEU,X,850511,2025,9000000,240000\n";

        assertThat(page(imports + sold(), "JPN.html")).contains("own account, sales of permanent magnets to Japan in January–February 2026");
        assertThat(page(imports + same, "JPN.html"))
                .doesNotContain("own account")
                .contains("What China says it sold to Japan", "Magnets tonnes 120 Magnets USD million 4.8");
    }

    @Test
    void whatWentToNobodyNamedMakesAmountsSpans() throws IOException {
        String rows = "CHN,JPN,X,850511,2025,4000000,100000\nCHN,X99,X,850511,2025,1000000,20000\n";

        assertThat(page(rows, "JPN.html")).contains("to Japan in 2025 came to 100 t to 120 t .", "Magnets tonnes 100–120 Magnets USD million 4.0–5.0");
        assertThat(page(rows, "DEU.html")).contains("to Germany in 2025 came to at most 20 t .", "Magnets tonnes 0–20");
    }

    @Test
    void rowsOfAnAllysPageAreStagesAndOfTheAlliedPageBuyers() throws IOException {
        String rows = "CHN,JPN,X,850511,2025,4000000,\nCHN,DEU,X,850511,2025,1000000,\n";

        assertThat(page(rows, "JPN.html")).contains("Stage 2025").doesNotContain("Buyer");
        assertThat(page(rows, "index.html")).contains("Buyer 2025");
    }

    @Test
    void withoutExportsOfTheWatchedSupplierNothingIsSaidOfThem() throws IOException {
        assertThat(page("JPN,CHN,M,850511,2025,5000000,120000\nJPN,VNM,M,850511,2025,5000000,100000\n", "JPN.html")).doesNotContain("says it sold");
    }

    @Test
    void salesAreDrawnMonthByMonthWithTheControlsThatCameBetween() throws IOException {
        String page = page(sold(), "JPN.html");

        assertThat(page).contains("January–February 2026: 50.0% less than in January–February 2025", "Permanent magnets, January 2025 to February 2026", "Tonnes a month")
                .contains("Line chart of what China says it sold of permanent magnets, tonnes a month. "
                        + "Magnets: least 5.0 in January 2026, most 10 in January 2025, last 5.0 in February 2026.")
                .contains("Licences for seven rare earths").as("a control before the first month").doesNotContain("China bans export of know-how");
        assertThat(page).as("the figures behind it").contains("Dec 2025 10 Jan 2026 5 Feb 2026 5");
    }

    @Test
    void twoMonthsAreNoLineAndAMonthWithoutAFigureIsNotFilled() throws IOException {
        String two = "CHN,JPN,X,850511,2025-01,400000,10000\nCHN,JPN,X,850511,2025-02,400000,12000\n";
        String gap = two + "CHN,JPN,X,850511,2025-04,400000,14000\n";

        assertThat(page(two, "JPN.html")).contains("What China says it sold to Japan").doesNotContain("Tonnes a month");
        assertThat(page(gap, "JPN.html")).contains("Tonnes a month", "Jan 2025 10 Feb 2025 12 Apr 2025 14").doesNotContain("Feb 2025 12 Mar 2025");
    }

    @Test
    void theBandOfADrawingReachesToWhatWentToNobodyNamed() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int month = 1; month <= 3; month++) {
            rows.append("CHN,JPN,X,850511,2025-0%d,400000,100000\nCHN,X99,X,850511,2025-0%d,40000,20000\n".formatted(month, month));
        }

        assertThat(page(rows.toString(), "JPN.html"))
                .contains("the band reaches to what went to buyers that are not named", "Jan 2025 100 (100–120)", "Magnets 100–120");
    }

    @Test
    void theAlliedPageDrawsTheLargestBuyersAndNamesTheFirstWhereNobodyElseCanBe() throws IOException {
        assertThat(page(sold(), "index.html"))
                .contains("Most permanent magnets went to Germany: 38 t in January–February 2026", "Germany: least 19 in January 2026", "Japan: least 5.0 in");
        String either = sold() + "CHN,X99,X,850511,2026-01,1,16000\nCHN,X99,X,850511,2026-02,1,16000\n";
        assertThat(page(either, "index.html")).doesNotContain("went to Germany").contains("What China says it sold of permanent magnets Permanent magnets, January 2025");
    }

    private String page(String rows, String name) throws IOException {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, HEADER + rows);
        Path out = folder.resolve("out-" + rows.length());
        CommandLineRun run = CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "JPN,DEU", "--format", "html", "--as-of", "2026-11-21", "--out", out.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return Files.readString(out.resolve("editions/2026-11-21").resolve(name))
                .replaceAll("(?s)<style.*?</style>|<script.*?</script>|<[^>]+>", " ")
                .replaceAll("[\\s\u00a0]+", " ");
    }
}
