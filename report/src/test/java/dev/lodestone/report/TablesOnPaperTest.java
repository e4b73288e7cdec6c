package dev.lodestone.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Board;
import dev.lodestone.report.view.Cell;
import dev.lodestone.report.view.Page;
import dev.lodestone.report.view.PageMeta;
import dev.lodestone.report.view.Paragraph;
import dev.lodestone.report.view.Pill;
import dev.lodestone.report.view.Section;
import dev.lodestone.report.view.Table;
import dev.lodestone.report.view.Text;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where tables break between pages, and words within them. */
class TablesOnPaperTest {

    private static final Pattern ROW = Pattern.compile("Row\\d+x");

    @ParameterizedTest
    @ValueSource(ints = {30, 31, 32, 33, 34, 35, 36, 37, 90})
    void noPageHoldsFewerThanThreeRowsOfATable(int rows) throws IOException {
        Table table = Table.of(
                "t", "Imports", List.of(Table.Column.words("Supplier"), Table.Column.numbers("Share", "%")),
                IntStream.rangeClosed(1, rows).mapToObj(i -> Table.Row.of(Cell.header("Row" + i + "x"), Cell.number("1.0", 1))).toList());
        assertThat(rowsByPage(table)).as("%d rows", rows).allSatisfy(n -> assertThat(n).isGreaterThanOrEqualTo(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 10, 11, 12, 22})
    void noPageHoldsASinglePromise(int rows) throws IOException {
        Board board = new Board(
                "b", "Promises",
                IntStream.rangeClosed(1, rows)
                        .mapToObj(i -> new Board.Row("b-" + i, "Japan", Text.of("Row" + i + "x"), Pill.ofStatus("open", "Open"), List.of(), "2030",
                                Text.of("A reason of some length, so that the row is as tall as rows of promises are. ".repeat(2)), Text.empty(),
                                Text.of("A source")))
                        .toList(),
                List.of());
        assertThat(rowsByPage(board)).as("%d rows", rows).allSatisfy(n -> assertThat(n).isGreaterThanOrEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {28, 29, 30, 31, 32, 33, 34, 35, 36})
    void whatIsSaidBeneathATableStandsOnAPageWithRowsOfIt(int rows) throws IOException {
        Table table = Table.of(
                "t", "Imports", List.of(Table.Column.words("Supplier"), Table.Column.numbers("Share", "%")),
                IntStream.rangeClosed(1, rows).mapToObj(i -> Table.Row.of(Cell.header("Row" + i + "x"), Cell.number("1.0", 1))).toList())
                .withFootnotes(List.of(Text.of("A remark in short."), Text.of("Another remark.")))
                .withSource(Text.of("The customs office"));
        List<String> pages = pages(table);
        assertThat(pages).filteredOn(page -> page.contains("The customs office")).hasSize(1).allSatisfy(page ->
                assertThat(page).as("%d rows", rows).containsPattern(ROW).contains("A remark in short.", "Another remark."));
    }

    @Test
    void aWordWiderThanItsColumnKeepsToItAndHidesNothingBehindIt() throws IOException {
        String wide = "Donaudampfschifffahrtselektrizit\u00e4tenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(3);
        Board board = new Board("b", "Promises", List.of(new Board.Row("b-1", "Japan", Text.of(wide + " and what stands behind it"),
                Pill.ofStatus("open", "Open"), List.of(), "2030", Text.empty(), Text.empty(), Text.empty())), List.of());
        List<TextPosition> letters = new ArrayList<>();
        String text;
        try (PDDocument pdf = Loader.loadPDF(pdf(board))) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    letters.add(letter);
                    super.processTextPosition(letter);
                }
            };
            text = stripper.getText(pdf);
        }
        assertThat(text.replaceAll("\\s", "")).contains(wide + "andwhatstandsbehindit");
        assertThat(letters).isNotEmpty().allSatisfy(letter -> assertThat(letter.getX() + letter.getWidth()).isLessThan(letter.getPageWidth() - 40));
    }

    @Test
    void aSectionOfASentenceOrOfATableOfOneRowLeavesNoGapBeneath() throws IOException {
        Table table = Table.of("t", "Imports", List.of(Table.Column.words("Supplier")), List.of(Table.Row.of(Cell.header("Alone"))));
        List<Section> sections = List.of(
                new Section("a", "Sentences", List.of(Paragraph.of("Short."))), new Section("b", "Rows", List.of(table)),
                new Section("c", "Ending", List.of(Paragraph.of("Over."))));
        Map<String, Float> tops = new HashMap<>();
        try (PDDocument pdf = Loader.loadPDF(pdf(sections))) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> letters) {
                    tops.put(text.strip(), letters.getFirst().getYDirAdj());
                }
            }.getText(pdf);
        }
        // From a last line to the next heading: 7 mm, a rule and the heading's own height, less than 20 mm of 2.83 pt.
        assertThat(tops.get("Rows") - tops.get("Short.")).isBetween(20f, 56f);
        assertThat(tops.get("Ending") - tops.get("Alone")).isBetween(20f, 70f);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24})
    void aHeadingAndItsSentenceStandWithTheTableThatNoPageDivides(int linesBefore) throws IOException {
        String tall = "A question as long as those that are asked, over several lines of its cell. ".repeat(6);
        Table table = Table.of("t", "Questions", List.of(Table.Column.words("To").wide(50), Table.Column.words("Question").wide(50)),
                IntStream.rangeClosed(1, 4).mapToObj(i -> Table.Row.of(Cell.header("Row" + i + "x"), Cell.of(tall))).toList());
        List<Block> before = IntStream.range(0, linesBefore).<Block>mapToObj(i -> Paragraph.of("Line.")).toList();
        List<Section> sections = List.of(new Section("a", "Before", before),
                new Section("b", "What to ask", List.of(Paragraph.of("Each from somewhere."), table, Paragraph.of("And more."))));
        assertThat(pages(sections)).filteredOn(page -> page.contains("What to ask")).hasSize(1).allSatisfy(
                page -> assertThat(page).as("%d lines before", linesBefore).contains("Each from somewhere.", "Row1x", "Row4x"));
    }

    /** Rows on each page that holds any. */
    private static List<Integer> rowsByPage(Block block) throws IOException {
        return pages(block).stream().map(page -> (int) ROW.matcher(page).results().count()).filter(rows -> rows > 0).toList();
    }

    /** The text of each page. */
    private static List<String> pages(Block block) throws IOException {
        return pages(List.of(new Section("s", "A section", List.of(block))));
    }

    private static List<String> pages(List<Section> sections) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(pdf(sections))) {
            for (int i = 1; i <= pdf.getNumberOfPages(); i++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                pages.add(stripper.getText(pdf));
            }
        }
        return pages;
    }

    private static byte[] pdf(Block block) {
        return pdf(List.of(new Section("s", "A section", List.of(block))));
    }

    private static byte[] pdf(List<Section> sections) {
        Page page = new Page(
                "mine", Page.Template.BRIEFING, "en", "mine", "Desk", "A title", "", "22 November 2026", List.of(Text.of("An answer.")), List.of(),
                List.of(), sections, List.of(), List.of(),
                new PageMeta("Series", "Running", List.of(), "Desk", "Subject", "22 November 2026"), List.of(), List.of());
        return PaperRenderer.withDefaults().pdf(page, LocalDate.of(2026, 11, 22));
    }
}
