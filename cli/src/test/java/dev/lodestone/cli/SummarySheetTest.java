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
    void theMiddleOfFourIsHalfwayBetweenTheTwoInTheMiddle() throws IOException {
        String sheet = text(fourAllies("2024"), "summary.html");

        assertThat(sheet).contains("Median ally’s share of permanent magnets, 2024 50.0 %", "by value; halfway between Canada (40.0%) and India (60.0%)");
    }

    @Test
    void sharesThatReadTheSameAreNoRange() throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add("reporter,partner,flow,classification,commodity,period,value,currency,net_weight_kg,valuation,coverage,source");
        for (String ally : List.of("JPN", "KOR", "CAN")) {
            rows.add(ally + ",CHN,M,HS2022,850511,2024,25,USD,,CIF,complete,test");
            rows.add(ally + ",VNM,M,HS2022,850511,2024,75,USD,,CIF,complete,test");
        }
        Path trade = Files.write(folder.resolve("same.csv"), rows);

        String page = text(edition("--trade", trade.toString(), "--ally", "JPN,KOR,CAN", "--format", "html"), "index.html");

        assertThat(page)
                .contains("By value, China\u2019s share of permanent magnets in 2024 is 25.0% for each of the 3 allies with figures.", "Median ally")
                .doesNotContain("runs from", "Lowest share");
    }

    /** A count of two, and their middle, say less than the two figures. */
    @Test
    void twoAlliesAreToldOneByOne() throws IOException {
        Path edition = edition("--ally", "JPN,KOR", "--format", "html,pdf");

        assertThat(text(edition, "summary.html"))
                .contains("South Korea still buys 87% of its permanent magnets from China, Japan 28%")
                .contains("By value in 2024. Since 2022 no share has moved by half a point.")
                .contains("South Korea: China’s share of permanent magnets, 2024 87.4 %", "Japan: China’s share of permanent magnets, 2024 27.6 %")
                .doesNotContain("Median");
        assertThat(Files.readString(edition.resolve("summary.html"))).contains("id=\"fig-heat\"", "id=\"fig-time\"");
        try (PDDocument pdf = Loader.loadPDF(edition.resolve("summary.pdf").toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
    }

    /** Of gallium no statistics are shipped. */
    @Test
    void whereNothingIsAtHandThePagesSayWhatWouldAnswer() throws IOException {
        Path edition = edition("--material", "gallium", "--ally", "JPN,DEU", "--format", "html,pdf");

        for (String page : List.of("summary.html", "index.html", "JPN.html")) {
            assertThat(text(edition, page)).as(page)
                    .contains("No row of the statistics read bears a customs code of this material.", "What would answer it", "81129289");
        }
        try (PDDocument pdf = Loader.loadPDF(edition.resolve("summary.pdf").toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
    }

    /** China's own statistics hold the codes, and nothing that Japan buys. */
    @Test
    void whereStatisticsAreOfOthersThePagesDoNotSayThatTheyHoldNoSuchCode() throws IOException {
        Path own = Files.writeString(folder.resolve("own.csv"), "reporter,partner,flow,commodity,period,value\nCHN,MYS,M,850511,2024,75\n");
        Path edition = edition("--trade", own.toString(), "--ally", "JPN", "--format", "html");

        for (String page : List.of("summary.html", "index.html", "JPN.html")) {
            assertThat(text(edition, page)).as(page)
                    .contains("The statistics read hold customs codes of this material, but no imports by the economies of this edition.")
                    .doesNotContain("No row of the statistics read bears");
        }
    }

    /** A selection of partners gives no share, but the most that it can be. */
    @Test
    void whereOnlyBoundsAreKnownTheHeadlineSaysSo() throws IOException {
        assertThat(text(ofSelectedPartners("JPN", "KOR"), "index.html"))
                .contains("Public figures at hand only bound the allies’ dependence", "what they tell are bounds, and no share is known.")
                .doesNotContain("No public figure at hand shows the allies");
    }

    @Test
    void theOnlyBoundIsTheHeadline() throws IOException {
        assertThat(text(ofSelectedPartners("JPN"), "index.html"))
                .contains("Japan buys at most 60% of its permanent magnets from China")
                .doesNotContain("No public figure at hand shows the allies");
    }

    private Path ofSelectedPartners(String... allies) throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add("reporter,partner,flow,classification,commodity,period,value,currency,net_weight_kg,valuation,coverage,source");
        for (String ally : allies) {
            rows.add(ally + ",CHN,M,HS2022,850511,2024,60,USD,,CIF,selected-partners,test");
            rows.add(ally + ",VNM,M,HS2022,850511,2024,40,USD,,CIF,selected-partners,test");
        }
        Path trade = Files.write(folder.resolve("selected.csv"), rows);
        return edition("--trade", trade.toString(), "--ally", "JPN,KOR,CAN", "--format", "html");
    }

    @Test
    void aSentenceOverFiguresOfTwoYearsGivesBoth() throws IOException {
        String sheet = text(fourAllies("2023"), "summary.html");

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

    /** In 2024 Japan buys a fifth from China, Canada two fifths, India three; South Korea four in the year given. */
    private Path fourAllies(String yearOfKorea) throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add("reporter,partner,flow,classification,commodity,period,value,currency,net_weight_kg,valuation,coverage,source");
        rows.add("JPN,CHN,M,HS2022,850511,2024,20,USD,,CIF,complete,test");
        rows.add("JPN,PHL,M,HS2022,850511,2024,80,USD,,CIF,complete,test");
        rows.add("KOR,CHN,M,HS2022,850511," + yearOfKorea + ",80,USD,,CIF,complete,test");
        rows.add("KOR,VNM,M,HS2022,850511," + yearOfKorea + ",20,USD,,CIF,complete,test");
        rows.add("CAN,CHN,M,HS2022,850511,2024,40,USD,,FOB,complete,test");
        rows.add("CAN,VNM,M,HS2022,850511,2024,60,USD,,FOB,complete,test");
        rows.add("IND,CHN,M,HS2022,850511,2024,60,USD,,CIF,complete,test");
        rows.add("IND,VNM,M,HS2022,850511,2024,40,USD,,CIF,complete,test");
        Path trade = Files.write(folder.resolve("trade.csv"), rows);
        return edition("--trade", trade.toString(), "--ally", "JPN,KOR,CAN,IND", "--format", "html");
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
