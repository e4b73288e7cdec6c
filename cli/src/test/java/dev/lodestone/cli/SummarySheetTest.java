package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands on the one sheet of an edition and on the allied pages, and that their counts, years, middles and headings hold for editions of any size. */
class SummarySheetTest {

    @TempDir
    private Path folder;

    @Test
    void theSheetOfOneAllyShowsItsCourseAndWhoElseSupplies() throws IOException {
        Path edition = edition("--ally", "JPN", "--format", "html,pdf");

        String sheet = text(edition, "summary.html");
        assertThat(Files.readString(edition.resolve("summary.html"))).contains("id=\"fig-history\"").doesNotContain("id=\"fig-heat\"");
        assertThat(sheet)
                .contains("The Philippines is the largest supplier with 32.4% of the value.")
                .contains("By value, China also supplied 72.1% of rare-earth compounds in 2023");
        try (PDDocument pdf = Loader.loadPDF(edition.resolve("summary.pdf").toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void theMiddleOfTwoIsHalfwayBetweenThem() throws IOException {
        String sheet = text(twoYears("2024"), "summary.html");

        assertThat(sheet).contains("Median ally’s share of permanent magnets, 2024 50.0 %", "by value; halfway between Japan (20.0%) and South Korea (80.0%)");
    }

    @Test
    void aSentenceOverFiguresOfTwoYearsGivesBoth() throws IOException {
        String sheet = text(twoYears("2023"), "summary.html");

        assertThat(sheet)
                .contains("share of permanent magnets in 2023–2024 runs from 20.0% for Japan to 80.0% for South Korea.")
                .contains("Median ally’s share of permanent magnets, 2023–2024");
    }

    @Test
    void theUnionIsCountedNowhereWhereItsMembersAre() throws IOException {
        Path edition = edition("--ally", "EUU,DEU,FRA,JPN", "--format", "html");

        assertThat(text(edition, "summary.html")).contains("2 of 3 allies buy more than half", "not counted among the allies: European Union");
        assertThat(text(edition, "index.html")).contains("has risen since 2017 for 2 of 3 allies").doesNotContain("of 4 allies");
    }

    /** A map of four rows leaves room beneath it for a heading and a sentence, but not for the picture that they speak of. */
    @Test
    void aHeadingGoesOverleafWithItsPicture() throws IOException {
        Path edition = edition("--ally", "JPN,KOR,USA,DEU", "--format", "html,pdf");

        try (PDDocument pdf = Loader.loadPDF(edition.resolve("allied.pdf").toFile())) {
            PDFTextStripper page = new PDFTextStripper();
            page.setStartPage(2);
            page.setEndPage(2);
            assertThat(page.getText(pdf)).contains("Who supplies whom", "Each band is as wide", "Figure 2.");
        }
    }

    /** Japan buys a fifth from China in 2024, South Korea four fifths in the year given. */
    private Path twoYears(String yearOfKorea) throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add("reporter,partner,flow,classification,commodity,period,value,currency,net_weight_kg,valuation,coverage,source");
        rows.add("JPN,CHN,M,HS2022,850511,2024,20,USD,,CIF,complete,test");
        rows.add("JPN,PHL,M,HS2022,850511,2024,80,USD,,CIF,complete,test");
        rows.add("KOR,CHN,M,HS2022,850511," + yearOfKorea + ",80,USD,,CIF,complete,test");
        rows.add("KOR,VNM,M,HS2022,850511," + yearOfKorea + ",20,USD,,CIF,complete,test");
        Path trade = Files.write(folder.resolve("trade.csv"), rows);
        return edition("--trade", trade.toString(), "--ally", "JPN,KOR", "--format", "html");
    }

    private Path edition(String... options) {
        Path out = folder.resolve("out");
        List<String> arguments = new ArrayList<>(List.of("brief", "--as-of", "2026-11-21", "--out", out.toString()));
        arguments.addAll(List.of(options));
        CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return out.resolve("editions/2026-11-21");
    }

    private static String text(Path edition, String page) throws IOException {
        return Files.readString(edition.resolve(page)).replaceAll("(?s)<style.*?</style>|<script.*?</script>|<[^>]+>", "")
                .replace("&#8217;", "\u2019").replaceAll("\\s+", " ");
    }
}
