package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of statistics with hardly a row: what they do not hold is neither drawn, nor rounded to nothing, nor told in a currency that it is not in. */
class FewRowsPagesTest {

    private static final String HEADER = "reporter,partner,flow,classification,commodity,period,value,currency,net_weight_kg\n";

    @TempDir
    private Path folder;

    @Test
    void importsFromNobodyThatIsNamedAreToldWithoutAPictureOfSuppliers() throws IOException {
        String page = page("JPN,X99,M,HS2022,850511,2022,1000,USD,10\nJPN,X99,M,HS2022,850511,2023,1000,USD,10\n");

        assertThat(page).contains("Not named by the publisher 1.0 100.0").doesNotContain("alone is named", "Suppliers of permanent magnets, 2023");
    }

    @Test
    void aStageOfOneBuyerWithoutNamedPartnersStandsBesideOneThatHasThem() throws IOException {
        String page = page("JPN,X99,M,HS2022,850511,2023,1000,USD,10\nJPN,CHN,M,HS2022,280530,2023,700,USD,7\nJPN,VNM,M,HS2022,280530,2023,300,USD,7\n");

        assertThat(page).contains("China is the largest supplier with 70.0% of the value, among 2 that are named.");
    }

    @Test
    void aUnitValueStandsInTheCurrencyOfItsValues() throws IOException {
        String page = page("JPN,CHN,M,HS2022,850511,2023,700,XXX,10\nJPN,VNM,M,HS2022,850511,2023,300,XXX,10\n");

        assertThat(page).contains("Value XXX thousand, 2023", "Unit value XXX/kg, 2023").contains("China 0.70 70.0 0.01 50.0 70.0").doesNotContain("USD/kg");
    }

    @Test
    void aSingleSupplierIsNotAmongOthers() throws IOException {
        String page = page("JPN,KOR,M,HS2022,850511,2023,1000,USD,100\n");

        assertThat(page).contains("South Korea is the largest supplier with 100.0% of the value, the only one that is named. Concentration (HHI) is 1.000 , that of a single supplier.");
    }

    /** Of 1,000 a hundred are of nobody named: China may have sold them all, Vietnam's 700 may be 800. */
    @Test
    void aLineWithPartnersThatAreNotNamedStandsWithBothEndsOfItsShares() throws IOException {
        String page = page("JPN,VNM,M,HS2022,284690,2023,700,USD,7\nJPN,USA,M,HS2022,284690,2023,200,USD,2\nJPN,X99,M,HS2022,284690,2023,100,USD,1\n"
                + "JPN,CHN,M,HS2022,850511,2023,700,USD,7\nJPN,USA,M,HS2022,850511,2023,300,USD,3\n");

        // 0.7² + 0.2² = 0.53; with the hundred at Vietnam 0.8² + 0.2² = 0.68.
        assertThat(page).contains("Compounds other than cerium 284690 Compounds &lt;0.01 0.0–10.0 Vietnam 70.0–80.0 0.530–0.680");
    }

    @Test
    void aMonthAloneIsNoYearButAFigure() throws IOException {
        String page = page("JPN,CHN,M,HS2022,850511,2024-03,700,USD,7\nJPN,USA,M,HS2022,850511,2024-03,300,USD,3\n");

        assertThat(page).contains("China supplied 70.0%", "No trend for permanent magnets: no public figure of a whole year at hand.");
    }

    /** 2021 and 2023 are of the main partners alone, 2022 and 2024 are complete: the page's 70% of 2024 is no upper bound. */
    @Test
    void thatSharesAreUpperBoundsIsSaidOfTheYearsOfWhichItIsTrue() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER.strip() + ",coverage\n");
        for (int year = 2021; year <= 2024; year++) {
            String coverage = year % 2 == 0 ? "complete" : "main-partners";
            rows.append("JPN,CHN,M,HS2022,850511,%1$d,700,USD,7,%2$s\nJPN,USA,M,HS2022,850511,%1$d,300,USD,3,%2$s\n".formatted(year, coverage));
        }

        assertThat(pageOf(rows.toString())).contains("The source holds only the main partners: shares are upper bounds (2021, 2023).");
    }

    @Test
    void thatSharesAreUpperBoundsIsSaidWithoutYearsWhereItIsTrueOfAll() throws IOException {
        assertThat(pageOf(HEADER.strip() + ",coverage\nJPN,CHN,M,HS2022,850511,2024,700,USD,7,main-partners\nJPN,USA,M,HS2022,850511,2024,300,USD,3,main-partners\n"))
                .contains("The source holds only the main partners: shares are upper bounds.");
    }

    private String page(String rows) throws IOException {
        return pageOf(HEADER + rows);
    }

    private String pageOf(String table) throws IOException {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, table);
        Path out = folder.resolve("out");
        CommandLineRun run = CommandLineRun.of("brief", "--trade", file.toString(), "--ally", "JPN", "--format", "html", "--as-of", "2026-11-21", "--out", out.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return Files.readString(out.resolve("editions/2026-11-21/JPN.html"))
                .replaceAll("(?s)<style.*?</style>|<script.*?</script>|<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }
}
