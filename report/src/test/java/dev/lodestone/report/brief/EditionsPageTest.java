package dev.lodestone.report.brief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.report.PageRenderer;
import dev.lodestone.report.edition.Edition;
import dev.lodestone.report.edition.EditionName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionsPageTest {

    @TempDir
    private Path folder;

    private Edition edition(String name, String... files) throws IOException {
        Path edition = Files.createDirectories(folder.resolve(name));
        for (String file : files) {
            Files.createDirectories(edition.resolve(file).getParent());
            Files.writeString(edition.resolve(file), "<!DOCTYPE html>\n<html><head><title>R&amp;D in " + file + " – Lodestone · Rare earths</title></head>");
        }
        return new Edition(EditionName.parse(name).orElseThrow(), edition);
    }

    private String page(Locale reader, Edition... editions) {
        return new String(new EditionsPage(PageRenderer.withDefaults(), reader).render(List.of(editions)), StandardCharsets.UTF_8);
    }

    @Test
    void eachEditionTellsWhatItSaysAndWhereItIsRead() throws IOException {
        String page = page(Locale.ENGLISH, edition("2027-01-04.2", "index.html", "meeting.html", "fr/index.html"), edition("2026-11-22", "index.html"));

        assertThat(page)
                .contains("<a href=\"editions/2027-01-04.2/index.html\">4 January 2027</a>")
                .contains("<span class=\"cell-note\">2027-01-04.2</span>")
                .contains("R&amp;D in index.html</td>")
                .contains("<a href=\"editions/2027-01-04.2/meeting.html\">The meeting</a>")
                .contains("<a href=\"editions/2027-01-04.2/fr/index.html\">Français</a>")
                .contains("<a href=\"editions/2026-11-22/index.html\">22 November 2026</a>")
                .doesNotContain("editions/2026-11-22/fr", "<span class=\"cell-note\">2026-11-22</span>");
    }

    @Test
    void aReaderIsLedToThePagesOfTheirLanguage() throws IOException {
        assertThat(page(Locale.FRENCH, edition("2026-11-22", "index.html", "fr/index.html")))
                .contains("<a href=\"editions/2026-11-22/fr/index.html\">22 novembre 2026</a>", "R&amp;D in fr/index.html</td>");
    }

    @Test
    void theNewestEditionIsTheFrontPageWithItsHeadlineAndTheLineBelow() throws IOException {
        Edition newest = edition("2027-01-04", "index.html", "allied.pdf");
        Files.writeString(newest.folder().resolve("index.html"), "<p class=\"dek\">By value in 2025 &amp; 2026.</p>", StandardOpenOption.APPEND);

        assertThat(page(Locale.ENGLISH, newest, edition("2026-11-22", "index.html")))
                .contains("Newest edition</p>", "<h1 id=\"title\">R&amp;D in index.html</h1>", "By value in 2025 &amp; 2026.</p>")
                .contains("<a href=\"editions/2027-01-04/index.html\">Read this edition</a>");
        assertThat(page(Locale.ENGLISH, edition("2027-01-05", "data/indicators.csv"))).contains("<h1 id=\"title\">Editions</h1>").doesNotContain("Read this edition");
    }

    @Test
    void aHeadlineThatStandsForManyEditionsIsToldWhereItFirstStoodAndTheOthersLeadThere() throws IOException {
        String page = page(Locale.ENGLISH, edition("2027-01-04", "index.html"), edition("2026-12-28", "index.html"), edition("2026-12-21", "index.html"),
                edition("2026-12-14", "data/indicators.csv"));

        assertThat(page.split("<a href=\"editions/2026-12-21/index.html\">As on 21 December 2026</a>", -1)).as("the newer two of three").hasSize(3);
        assertThat(page.split("R&amp;D in index.html</td>", -1)).hasSize(2);
        assertThat(page.indexOf("As on")).isLessThan(page.indexOf("R&amp;D in index.html</td>"));
    }

    @Test
    void anEditionOfDataAloneIsListedWithoutAHeadline() throws IOException {
        assertThat(page(Locale.ENGLISH, edition("2026-11-22", "data/indicators.csv"))).contains("22 November 2026", "editions/2026-11-22/data/indicators.csv");
    }

    @Test
    void theDateLeadsToWhatThereIsToRead() throws IOException {
        assertThat(page(Locale.ENGLISH, edition("2026-11-22", "allied.pdf", "data/indicators.csv"), edition("2026-11-21", "data/indicators.csv"),
                        edition("2026-11-20", "manifest.json")))
                .contains("<a href=\"editions/2026-11-22/allied.pdf\">22 November 2026</a>")
                .contains("<a href=\"editions/2026-11-21/data/indicators.csv\">21 November 2026</a>")
                .contains("<a href=\"editions/2026-11-20/manifest.json\">20 November 2026</a>")
                .doesNotContain("index.html");
    }

    @Test
    void editionsWithoutDataHaveNoColumnForIt() throws IOException {
        Edition pages = edition("2026-11-22", "index.html");

        assertThat(page(Locale.ENGLISH, pages)).doesNotContain(">Data<");
        assertThat(page(Locale.ENGLISH, pages, edition("2026-11-15", "index.html", "data/indicators.csv"))).contains(">Data<");
    }

    @Test
    void aLongListIsFilteredByWordsOfTheDate() throws IOException {
        List<Edition> year = new ArrayList<>();
        for (int month = 12; month > 0; month--) {
            year.add(edition("2026-%02d-01".formatted(month), "index.html"));
        }

        String page = page(Locale.ENGLISH, year.toArray(Edition[]::new));
        assertThat(page).contains("data-filter=\"yes\"");
        assertThat(page.split("data-order=\"text\"", -1)).as("sorted by its first column alone: 'as on' another day has its order").hasSize(2);
        assertThat(page(Locale.ENGLISH, year.getFirst())).doesNotContain("data-filter=\"yes\"");
    }

    private Edition about(String material, Edition edition) throws IOException {
        String page = Files.readString(edition.folder().resolve("index.html"));
        Files.writeString(edition.folder().resolve("index.html"), page.replace("Rare earths", material));
        Files.writeString(edition.folder().resolve("manifest.json"), "{\"options\": {\"material\": \"" + material + "\"}}");
        return edition;
    }

    @Test
    void ofSeveralMaterialsEachHasItsNameItsNewestHeadlineAndItsOwnEditionBefore() throws IOException {
        String page = page(Locale.ENGLISH,
                about("Gallium", edition("2027-01-05", "index.html")), about("Cobalt", edition("2027-01-04.2", "index.html")),
                about("Gallium", edition("2026-12-28", "index.html")), about("Cobalt", edition("2026-12-27", "index.html")));

        assertThat(page).contains("Newest edition · Gallium</p>", "<span class=\"cell-note\">Gallium</span>", "<span class=\"cell-note\">Cobalt · 2027-01-04.2</span>")
                .contains("<a href=\"editions/2027-01-04.2/index.html\">Cobalt · R&amp;D in index.html</a>")
                .doesNotContain(">Gallium · R&amp;D");
        assertThat(page).as("the newer of both materials")
                .contains("<a href=\"editions/2026-12-28/index.html\">As on 28 December 2026</a>", "<a href=\"editions/2026-12-27/index.html\">As on 27 December 2026</a>");
    }
}
