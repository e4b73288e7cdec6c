package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.report.PageRenderer;
import dev.lodestone.report.brief.EditionFacts;
import dev.lodestone.report.brief.EditionPages;
import dev.lodestone.report.chart.Drawing;
import dev.lodestone.report.chart.Mark;
import dev.lodestone.report.view.Figure;
import dev.lodestone.report.view.Page;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The edition that the README's first command publishes, read as its readers and their machines will. */
class ShippedEditionIT {

    private static final List<String> ALLIES =
            List.of("AUS", "CAN", "DEU", "EUU", "FRA", "GBR", "IND", "ITA", "JPN", "KOR", "MEX", "USA");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    // Kept, for the logging framework forgets a level with its logger.
    private static final Logger PDF_LOGGER = Logger.getLogger("org.apache.pdfbox");

    @TempDir
    private static Path folder;

    private static Path edition;
    private static Map<String, Page> pages;
    private static List<String> indicators;

    @BeforeAll
    static void publish() throws IOException {
        PDF_LOGGER.setLevel(Level.SEVERE);
        edition = published(folder.resolve("out"));
        indicators = Files.readAllLines(edition.resolve("data/indicators.csv"));
        pages = papers();
    }

    @Test
    void holdsAPageAndAPaperForEachAllyAndTheData() throws IOException {
        List<String> expected = new ArrayList<>(List.of(
                "allied.pdf", "index.html", "methods.html", "summary.html", "summary.pdf", "manifest.json", "data/assessment.json", "data/assessment.schema.json",
                "data/commitments.csv", "data/commitment-terms.csv", "data/indicators.csv", "data/issues.csv", "data/observations.csv", "data/statements.csv",
                "data/workbook.xlsx"));
        ALLIES.forEach(ally -> expected.addAll(List.of(ally + ".html", ally + ".pdf")));
        assertThat(files(edition).keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void givesTheSameBytesAgain() throws IOException {
        Path again = folder.resolve("again");
        published(again);
        Map<String, byte[]> first = files(folder.resolve("out"));
        Map<String, byte[]> second = files(again);
        assertThat(second.keySet()).isEqualTo(first.keySet()).contains("editions/2026-11-21/data/workbook.xlsx", "index.html");
        assertThat(first.keySet()).allSatisfy(file -> assertThat(second.get(file)).as(file).isEqualTo(first.get(file)));
    }

    @Test
    void everyPaperConformsToPdfUa1AndPdfA2a() {
        Map<String, List<String>> broken = new TreeMap<>();
        pages.keySet().parallelStream().forEach(name -> {
            byte[] pdf = bytes(name + ".pdf");
            List<String> failures = Stream.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)
                    .flatMap(standard -> VeraPdf.failures(pdf, standard).stream())
                    .toList();
            synchronized (broken) {
                broken.put(name, failures);
            }
        });
        assertThat(broken).hasSize(14).allSatisfy((name, failures) -> assertThat(failures).as(name).isEmpty());
    }

    @Test
    void everyWordOfAPageAndItsChartsIsOnPaper() throws Exception {
        PageRenderer renderer = PageRenderer.withDefaults();
        for (Map.Entry<String, Page> page : pages.entrySet()) {
            List<String> texts = texts(xml(renderer.printXhtml(page.getValue())));
            renderer.charts(page.getValue()).values().stream().map(Drawing::texts).forEach(marks -> marks.stream()
                    .map(Mark.Text::string)
                    .forEach(texts::add));
            Map<String, Integer> expected = PublishedPaper.words(texts.stream());
            try (PublishedPaper paper = paper(page.getKey())) {
                Map<String, Integer> found = PublishedPaper.words(Stream.of(paper.text()));
                assertThat(expected).as(page.getKey()).hasSizeGreaterThan(200);
                Map<String, Integer> lost = new TreeMap<>(expected);
                lost.entrySet().removeIf(word -> found.getOrDefault(word.getKey(), 0) >= word.getValue());
                assertThat(lost).as("words that " + page.getKey() + ".pdf lost").isEmpty();
            }
        }
    }

    @Test
    void everyPaperTellsItsTitleLanguageAndChapters() throws Exception {
        PageRenderer renderer = PageRenderer.withDefaults();
        for (Map.Entry<String, Page> page : pages.entrySet()) {
            try (PublishedPaper paper = paper(page.getKey())) {
                assertThat(paper.title()).as(page.getKey()).isNotBlank().isEqualTo(page.getValue().title());
                assertThat(paper.showsItsTitle()).as(page.getKey()).isTrue();
                assertThat(paper.language()).as(page.getKey()).isEqualTo("en");
                List<String> chapters = headings(xml(renderer.printXhtml(page.getValue())));
                assertThat(chapters).as(page.getKey()).hasSizeGreaterThan(page.getKey().equals("summary") ? 0 : 4);
                assertThat(paper.bookmarks()).as(page.getKey()).containsAll(chapters).noneMatch(title -> title.endsWith("(leads nowhere)"));
                assertThat(paper.fonts()).as(page.getKey()).isPositive();
                assertThat(paper.fontsNotEmbeddedAsSubset()).as(page.getKey()).isEmpty();
            }
        }
    }

    @Test
    void everyPageIsWellFormedLoadsNothingAndLeadsSomewhere() throws Exception {
        Map<String, List<String>> troubles = new TreeMap<>();
        for (String name : files(edition).keySet().stream().filter(file -> file.endsWith(".html")).toList()) {
            troubles.put(name, PublishedPage.troubles(bytes(name), target -> Files.exists(edition.resolve(target))));
        }
        Path out = folder.resolve("out");
        troubles.put("all editions", PublishedPage.troubles(Files.readAllBytes(out.resolve("index.html")), t -> Files.exists(out.resolve(t))));
        assertThat(troubles).hasSize(16).allSatisfy((name, found) -> assertThat(found).as(name).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "USA, magnet, '', 2024, supplier-share, CHN, value, 0.745",
        "DEU, magnet, '', 2024, supplier-share, CHN, value, 0.824",
        "JPN, magnet, '', 2024, supplier-share, CHN, value, 0.276",
        "KOR, magnet, '', 2024, supplier-share, CHN, value, 0.874",
        "GBR, magnet, '', 2024, supplier-share, CHN, value, 0.683",
        "EUU, magnet, '', 2024, supplier-share, CHN, value, 0.886",
        "EUU, magnet, '', 2024, supplier-share, CHN, weight, 0.910",
        "JPN, compound, '', 2023, supplier-share, CHN, value, 0.721",
        "JPN, compound, '', 2023, supplier-share, CHN, weight, 0.639",
        "USA, compound, '', 2023, supplier-share, CHN, value, 0.613",
        "USA, compound, '', 2023, supplier-share, CHN, weight, 0.753",
        "KOR, compound, '', 2023, supplier-share, CHN, value, 0.494",
        "KOR, compound, '', 2023, supplier-share, CHN, weight, 0.617",
        "GBR, compound, '', 2023, supplier-share, CHN, value, 0.219",
        "GBR, compound, '', 2023, supplier-share, CHN, weight, 0.508",
        "EUU, metal, 28053029, 2024, hhi, '', value, 0.830",
        "EUU, metal, 28053029, 2024, supplier-share, CHN, value, 0.91",
        "EUU, metal, 28053031, 2024, hhi, '', value, 0.527",
        "EUU, metal, 28053031, 2024, supplier-share, CHN, value, 0.69",
        "EUU, compound, 28469040, 2024, hhi, '', value, 0.787",
        "EUU, compound, '', 2024, hhi, '', value, 0.184",
        "EUU, compound, '', 2024, supplier-share, CHN, value, 0.285",
    })
    void measuresWhatTheSourcesSay(
            String economy, String stage, String commodity, String period, String measure, String supplier, String basis, BigDecimal expected) {
        String[] row = indicator(economy, stage, commodity, period, measure, supplier, basis);
        assertThat(row[12]).isEqualTo("ok");
        // A unit of the last place: the published figures were rounded, some of them twice.
        assertThat(new BigDecimal(row[8])).isCloseTo(expected, within(expected.ulp()));
    }

    @Test
    void boundsWhatIsNotComplete() {
        for (String economy : ALLIES) {
            for (String period : List.of("2017", "2023")) {
                String[] row = indicator(economy, "magnet", "", period, "supplier-share", "CHN", "value");
                assertThat(row[12]).as(economy + " " + period).isEqualTo("bounded");
                assertThat(row[9]).as(economy + " " + period).isEmpty();
            }
        }
        assertThat(Double.parseDouble(indicator("EUU", "magnet", "", "2017", "supplier-share", "CHN", "value")[10]))
                .isCloseTo(0.792, within(0.0005));
        String[] incomplete = indicator("EUU", "compound", "", "2022", "supplier-share", "CHN", "value");
        assertThat(incomplete[12]).isEqualTo("not-computable");
        assertThat(incomplete[13]).contains("incomplete");
    }

    @Test
    void saysTheFlipBetweenValueAndWeightAndWhatATotalHides() throws IOException {
        try (PublishedPaper unitedStates = paper("USA"); PublishedPaper union = paper("EUU")) {
            assertThat(unitedStates.text().replaceAll("\\s+", " ")).contains("61.3%", "75.2%");
            assertThat(union.text().replaceAll("\\s+", " "))
                    .contains("The total of rare-earth compounds hides its lines", "Norway to Ireland in line 28469060");
        }
    }

    @Test
    void theSummaryIsOneSheetAndTheMainMatterOfABriefingSixAtMost() throws IOException {
        try (PublishedPaper paper = paper("summary")) {
            assertThat(paper.pages()).isEqualTo(1);
            assertThat(paper.text()).contains("10 of 11 allies buy more than half", "What was promised", "What these figures cannot show");
        }
        for (String ally : ALLIES) {
            try (PublishedPaper paper = paper(ally)) {
                assertThat(paper.firstPageWith("Full tables and the fine print")).as(ally).isBetween(3, 7);
            }
        }
    }

    @Test
    void theBandsOfTheFlowChartAddUpToTheTablesTotals() {
        Figure flows = pages.get("allied").sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .filter(figure -> figure.id().equals("fig-flows-magnet"))
                .findFirst()
                .orElseThrow();
        double japan = flows.wide().data().rows().stream()
                .filter(row -> row.get(1).equals("Japan"))
                .mapToDouble(row -> Double.parseDouble(row.get(2).replace(",", "")))
                .sum();
        double told = Double.parseDouble(indicator("JPN", "magnet", "", "2024", "import-value", "", "value")[8]);
        // Each band is rounded to three figures or so.
        assertThat(japan).isCloseTo(told / 1e6, within(1.0));
    }

    private static Path published(Path out) {
        CommandLineRun run = CommandLineRun.of("brief", "--out", out.toString(), "--as-of", DAY.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return out.resolve("editions").resolve(DAY.toString());
    }

    /** The pages behind the PDFs, by the PDF's name. */
    private static Map<String, Page> papers() throws IOException {
        Assessed assessed = new Workbench(Progress.on(new PrintWriter(new StringWriter())))
                .assess(new AssessmentRequest(
                        List.of(), Optional.empty(), Optional.empty(), "rare-earths", List.of(), Optional.empty(), false, DAY));
        EditionPages told = new EditionPages(new EditionFacts(
                assessed.assessment(), assessed.everythingRead().files(), assessed.everythingRead().issues(), Version.number(), Locale.ENGLISH));
        Map<String, Page> papers = new LinkedHashMap<>();
        papers.put("allied", told.allied());
        papers.put("summary", told.summary());
        told.allies().forEach(page -> papers.put(page.fileBase(), page));
        return papers;
    }

    private static String[] indicator(String... key) {
        String start = key[0] + ",rare-earths," + String.join(",", List.of(key).subList(1, key.length)) + ",";
        List<String> rows = indicators.stream().filter(line -> line.startsWith(start)).toList();
        assertThat(rows).as(start).hasSize(1);
        return rows.getFirst().split(",", 14);
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

    private static PublishedPaper paper(String name) throws IOException {
        return new PublishedPaper(bytes(name + ".pdf"));
    }

    private static Document xml(String xhtml) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setAttribute("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
    }

    private static List<String> headings(Document page) {
        NodeList headings = page.getElementsByTagName("h2");
        return IntStream.range(0, headings.getLength())
                .mapToObj(i -> headings.item(i).getTextContent().strip().replaceAll("\\s+", " "))
                .toList();
    }

    /** The texts of the body, one a node. */
    private static List<String> texts(Document page) {
        List<String> texts = new ArrayList<>();
        collect(page.getElementsByTagName("body").item(0), texts);
        return texts;
    }

    private static void collect(Node node, List<String> texts) {
        if (node.getNodeType() == Node.TEXT_NODE) {
            texts.add(node.getNodeValue());
        } else if (node instanceof Element element && !element.getTagName().equals("script")) {
            for (int i = 0; i < element.getChildNodes().getLength(); i++) {
                collect(element.getChildNodes().item(i), texts);
            }
        }
    }
}
