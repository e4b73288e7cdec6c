package dev.lodestone.report.brief;

import dev.lodestone.report.PageRenderer;
import dev.lodestone.report.edition.Edition;
import dev.lodestone.report.edition.EditionIndex;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Cell;
import dev.lodestone.report.view.Page;
import dev.lodestone.report.view.PageMeta;
import dev.lodestone.report.view.Section;
import dev.lodestone.report.view.Table;
import dev.lodestone.report.view.Text;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The list of all editions in a folder, as a page. */
public final class EditionsPage implements EditionIndex {

    private final PageRenderer renderer;
    private final Locale locale;
    private final Phrases phrases;

    public EditionsPage(PageRenderer renderer, Locale locale) {
        this.renderer = renderer;
        this.locale = locale;
        this.phrases = Phrases.of(LanguageTexts.of(locale, renderer), Dictionary.empty(locale));
    }

    @Override
    public byte[] render(List<Edition> newestFirst) {
        Numbers numbers = new Numbers(locale, phrases);
        List<Table.Row> rows = newestFirst.stream()
                .map(e -> Table.Row.of(
                        Cell.header(Text.empty().link(e.name().toString(), address(e, "index.html"))),
                        Cell.of(numbers.date(e.name().asOf())).sortedBy(e.name().asOf().toString()),
                        Cell.of(links(e, Map.of("editions.open", "index.html", "nav.pdf", "allied.pdf"))),
                        Cell.of(links(e, Map.of("nav.workbook", "data/workbook.xlsx", "nav.csv", "data/indicators.csv")))))
                .toList();
        Table table = Table.of("table-editions", phrases.say("editions.table"),
                List.of(Table.Column.words(phrases.say("editions.edition")), Table.Column.words(phrases.say("editions.as-of")),
                        Table.Column.words(phrases.say("editions.read")), Table.Column.words(phrases.say("editions.files"))),
                rows);
        List<Block> blocks = List.of(table);
        Page page = new Page("editions", Page.Template.EDITIONS, locale.toLanguageTag(), "index", phrases.say("editions.kicker"),
                phrases.say("editions.title"), phrases.say("editions.dek"), "", List.of(), List.of(), List.of(),
                List.of(new Section("editions-list", phrases.say("editions.list"), blocks)), List.of(), List.of(),
                new PageMeta(phrases.say("meta.author"), phrases.say("editions.dek"), List.of(), phrases.say("meta.author"),
                        phrases.say("editions.title"), ""),
                List.of(), List.of());
        return renderer.html(page).getBytes(StandardCharsets.UTF_8);
    }

    /** Links to those files that the edition holds. */
    private Text links(Edition edition, Map<String, String> files) {
        Text text = Text.empty();
        for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
            if (Files.exists(edition.folder().resolve(file.getValue()))) {
                text = text.and(text.isEmpty() ? "" : " · ").link(phrases.say(file.getKey()), address(edition, file.getValue()));
            }
        }
        return text;
    }

    private static String address(Edition edition, String file) {
        return "editions/" + edition.name() + "/" + file;
    }
}
