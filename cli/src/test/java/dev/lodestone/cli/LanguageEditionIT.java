package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.model.text.Language;
import dev.lodestone.report.PageRenderer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The shipped data in French, with German beside it, for a meeting: every kind of page, as readers of either language get it. */
class LanguageEditionIT {

    private static final String DAY = "2026-11-21";
    private static final List<String> PAPERS = List.of("JPN", "allied", "meeting", "summary");
    /** What stands between the places of a sentence, and the names of its plural forms. */
    private static final Pattern MARKS = Pattern.compile("[{}|]|#?(?:one|other|=\\d+):|\\d#");
    private static final Pattern TAG = Pattern.compile("<(script|style)\\b.*?</\\1>|<[^>]+>", Pattern.DOTALL);
    // Kept, for the logging framework forgets a level with its logger.
    private static final Logger PDF_LOGGER = Logger.getLogger("org.apache.pdfbox");

    @TempDir
    private static Path folder;

    private static Path edition;

    @BeforeAll
    static void publish() {
        PDF_LOGGER.setLevel(Level.SEVERE);
        edition = published(folder.resolve("out"));
    }

    @Test
    void everyPaperOfEitherLanguageConformsToPdfUa1AndPdfA2a() {
        Map<String, List<String>> broken = new TreeMap<>();
        Stream.of("", "de/").flatMap(place -> PAPERS.stream().map(paper -> place + paper + ".pdf")).parallel().forEach(name -> {
            byte[] pdf = bytes(name);
            List<String> failures = Stream.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)
                    .flatMap(standard -> VeraPdf.failures(pdf, standard).stream())
                    .toList();
            synchronized (broken) {
                broken.put(name, failures);
            }
        });
        assertThat(broken).hasSize(8).allSatisfy((name, failures) -> assertThat(failures).as(name).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"'', fr", "de/, de"})
    void everyPaperIsInItsLanguageAndTheSummaryOnOneSheet(String place, String tag) throws IOException {
        for (String name : PAPERS) {
            try (PublishedPaper paper = new PublishedPaper(bytes(place + name + ".pdf"))) {
                assertThat(paper.language()).as(place + name).isEqualTo(tag);
                assertThat(paper.title()).as(place + name).isNotBlank();
                assertThat(paper.pages()).as(place + name).isBetween(1, name.equals("summary") ? 1 : 20);
                assertThat(englishIn(paper.text())).as(place + name + ".pdf").isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'', fr", "de/, de"})
    void everyPageIsInItsLanguageAndWellFormed(String place, String tag) throws Exception {
        Path own = edition.resolve(place);
        for (String name : List.of("JPN", "index", "meeting", "methods", "summary")) {
            byte[] html = bytes(place + name + ".html");
            String page = Files.readString(own.resolve(name + ".html"));
            assertThat(PublishedPage.troubles(html, target -> Files.exists(own.resolve(target).normalize()))).as(place + name).isEmpty();
            assertThat(page).as(place + name).containsPattern("<html[^>]* lang=\"" + tag + "\"");
            assertThat(englishIn(TAG.matcher(page).replaceAll(" "))).as(place + name + ".html").isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"'', fr, Lisez-moi, Fournisseurs", "de/, de, Lies mich, Lieferanten"})
    void theWorkbookIsInItsLanguageAndHoldsTheAlliesOfTheEditionOnly(String place, String tag, String first, String suppliers) throws IOException {
        List<String> codes = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes(place + "data/workbook.xlsx")))) {
            assertThat(workbook.getSheetName(0)).isEqualTo(first);
            workbook.getSheet(suppliers).forEach(row -> codes.add(row.getCell(1).getStringCellValue()));
            // What the reading of files has to say is English, and said to be.
            workbook.removeSheetAt(workbook.getSheetIndex(tag.equals("fr") ? "Anomalies" : "Befunde"));
            workbook.removeSheetAt(workbook.getSheetIndex(tag.equals("fr") ? "Sources" : "Quellen"));
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell ->
                    text.append(cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "").append('\n'))));
        }
        assertThat(codes.subList(1, codes.size())).isNotEmpty().containsOnly("JPN");
        assertThat(englishIn(text.toString())).as(tag).isEmpty();
    }

    @Test
    void theSentencesLookedForAreThoseOfAnEnglishPage() {
        assertThat(sentences()).hasSizeGreaterThan(300);
        assertThat(englishIn("x The total of rare-earth compounds hides its lines. No public figure at hand shows from whom Japan buys. y"))
                .containsExactly("no public figure at hand", "no public figure at hand shows from whom");
    }

    @Test
    void givesTheSameBytesAgain() throws IOException {
        published(folder.resolve("again"));
        Map<String, byte[]> first = files(folder.resolve("out"));
        Map<String, byte[]> second = files(folder.resolve("again"));
        assertThat(second.keySet()).isEqualTo(first.keySet()).contains("editions/" + DAY + "/de/meeting.pdf", "editions/" + DAY + "/index.html");
        assertThat(first.keySet()).allSatisfy(file -> assertThat(second.get(file)).as(file).isEqualTo(first.get(file)));
    }

    private static Path published(Path out) {
        CommandLineRun run = CommandLineRun.of("brief", "--out", out.toString(), "--as-of", DAY, "--lang", "fr,de", "--ally", "JPN",
                "--meeting", "2026-12-14-g20-miami");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return out.resolve("editions").resolve(DAY);
    }

    /** English sentences that stand in a text, however its lines are broken. */
    private static Set<String> englishIn(String text) {
        String plain = plain(text);
        Set<String> found = new TreeSet<>();
        sentences().stream().filter(plain::contains).forEach(found::add);
        return found;
    }

    /** Four words or more in a row of any English text of the pages, the statements or the templates. */
    private static Set<String> sentences() {
        PageRenderer shipped = PageRenderer.withDefaults();
        List<String> texts = new ArrayList<>(Language.englishTexts().values());
        texts.addAll(shipped.words("text/briefing_en.properties").orElseThrow().values());
        texts.addAll(shipped.words("text/en.properties").orElseThrow().values());
        texts.addAll(shipped.words("text/workbook_en.properties").orElseThrow().values());
        Set<String> sentences = new TreeSet<>();
        for (String text : texts) {
            MARKS.splitAsStream(text).map(LanguageEditionIT::plain).filter(s -> s.split(" ").length >= 4 && s.length() > 20).forEach(sentences::add);
        }
        return sentences;
    }

    /** Lower-case words; a hyphen joins, for a line may end at it, and so that ids are no sentences. */
    private static String plain(String text) {
        return text.replace("\u00ad", "").replaceAll("-\\s*", "").replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, byte[]> files(Path root) throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                content.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return content;
    }

    private static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(edition.resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
