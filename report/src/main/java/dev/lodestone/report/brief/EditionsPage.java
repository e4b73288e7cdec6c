package dev.lodestone.report.brief;

import dev.lodestone.report.PageRenderer;
import dev.lodestone.report.edition.Edition;
import dev.lodestone.report.edition.EditionIndex;
import dev.lodestone.report.edition.Question;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Cell;
import dev.lodestone.report.view.Page;
import dev.lodestone.report.view.PageMeta;
import dev.lodestone.report.view.Paragraph;
import dev.lodestone.report.view.Section;
import dev.lodestone.report.view.Table;
import dev.lodestone.report.view.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The front page of a folder: what its newest edition says, of each further material what its newest says, and the list of all. */
public final class EditionsPage implements EditionIndex {

    private static final List<Map.Entry<String, String>> FRONT = List.of(
            Map.entry("editions.open", "index.html"), Map.entry("nav.meeting", "meeting.html"), Map.entry("nav.summary", "summary.html"),
            Map.entry("nav.pdf", "allied.pdf"));
    private static final List<Map.Entry<String, String>> DATA = List.of(
            Map.entry("nav.workbook", "data/workbook.xlsx"), Map.entry("nav.csv", "data/indicators.csv"));

    /** A page begins with its title; the fonts that follow are large. */
    private static final int HEAD = 8 * 1024;

    /** From so many editions on, words of a date or a headline find one. */
    private static final int MANY = 12;

    private static final Pattern TITLE = Pattern.compile("<title>([^<]*?)(?: – [^–<]*)?</title>");

    /** A title ends with what it is about. */
    private static final Pattern MATERIAL = Pattern.compile("<title>[^<]* · ([^·<]*)</title>");

    private static final Pattern STANDFIRST = Pattern.compile("<p class=\"dek\">([^<]*)</p>");

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
        List<String> headlines = newestFirst.stream().map(this::headline).toList();
        List<String> materials = newestFirst.stream().map(this::material).toList();
        boolean several = materials.stream().filter(m -> !m.isEmpty()).distinct().count() > 1;
        List<Optional<Question>> asked = newestFirst.stream().map(e -> Question.in(e.folder())).toList();
        List<Table.Row> rows = new ArrayList<>();
        boolean anyData = newestFirst.stream().anyMatch(e -> !links(e, DATA).isEmpty());
        for (int i = 0; i < newestFirst.size(); i++) {
            Edition e = newestFirst.get(i);
            Edition first = newestFirst.get(firstToSay(headlines, asked, i));
            String number = e.name().toString().equals(e.name().asOf().toString()) ? "" : e.name().toString();
            String about = several ? materials.get(i) : "";
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.header(Text.empty().link(numbers.date(e.name().asOf()), address(e, firstOf(e))))
                            .sortedBy(e.name().toString())
                            .withNote(about + (about.isEmpty() || number.isEmpty() ? "" : " · ") + number),
                    // A headline that stands for months is told where it first stood: a reader looks for when it turned.
                    first == e ? Cell.of(headlines.get(i))
                            : Cell.of(Text.empty().link(phrases.say("editions.same", numbers.date(first.name().asOf())), address(first, firstOf(first)))),
                    Cell.of(pages(e))));
            if (anyData) {
                cells.add(Cell.of(links(e, DATA)));
            }
            rows.add(Table.Row.of(cells.toArray(Cell[]::new)));
        }
        List<Table.Column> columns = new ArrayList<>(List.of(
                Table.Column.words(phrases.say("editions.edition")).wide(17), Table.Column.words(phrases.say("editions.says")).wide(39).unsorted(),
                Table.Column.words(phrases.say("editions.read")).wide(24).unsorted()));
        if (anyData) {
            columns.add(Table.Column.words(phrases.say("editions.files")).wide(20).unsorted());
        }
        Table table = Table.of("table-editions", phrases.say("editions.table"), columns, rows)
                .withUse(rows.size() < MANY ? Table.Use.READ : Table.Use.SORT_AND_FILTER);
        String headline = headlines.isEmpty() ? "" : headlines.getFirst();
        String newest = phrases.say("editions.newest") + (several && !materials.getFirst().isEmpty() ? " · " + materials.getFirst() : "");
        Page page = headline.isEmpty()
                ? page(phrases.say("editions.kicker"), phrases.say("editions.title"), phrases.say("editions.dek"), "", List.of(),
                        new Section("editions-list", phrases.say("editions.list"), List.of(table)))
                : page(newest, headline, standfirst(newestFirst.getFirst()), numbers.date(newestFirst.getFirst().name().asOf()),
                        opening(newestFirst, headlines, several ? materials : List.of()),
                        new Section("editions-list", phrases.say("editions.list"), List.of(Paragraph.of(phrases.say("editions.dek")), table)));
        return renderer.html(page).getBytes(StandardCharsets.UTF_8);
    }

    /** To the newest edition, and to the newest on each material that this one is not about. */
    private List<Block> opening(List<Edition> newestFirst, List<String> headlines, List<String> materials) {
        List<Block> opening = new ArrayList<>();
        opening.add(new Paragraph(Text.empty().link(phrases.say("editions.read-newest"), address(newestFirst.getFirst(), firstOf(newestFirst.getFirst())))));
        for (int i = 1; i < materials.size(); i++) {
            String material = materials.get(i);
            if (!material.isEmpty() && materials.indexOf(material) == i) {
                opening.add(new Paragraph(Text.empty().link(material + " · " + headlines.get(i), address(newestFirst.get(i), firstOf(newestFirst.get(i))))));
            }
        }
        return opening;
    }

    /** The place of the edition from which on the headline at a place has stood. */
    private static int firstToSay(List<String> headlines, List<Optional<Question>> asked, int place) {
        int first = place;
        int before = next(asked, place);
        while (before < headlines.size() && !headlines.get(place).isEmpty() && headlines.get(before).equals(headlines.get(place))) {
            first = before;
            before = next(asked, before);
        }
        return first;
    }

    /** The place of the edition that the one at a place follows upon; behind the last where it is the first on its question. */
    private static int next(List<Optional<Question>> asked, int place) {
        int next = place + 1;
        while (next < asked.size() && !asked.get(next).equals(asked.get(place))) {
            next++;
        }
        return next;
    }

    private Page page(String kicker, String title, String dek, String dateLine, List<Block> opening, Section list) {
        return new Page("editions", Page.Template.EDITIONS, locale.toLanguageTag(), "index", kicker, title, dek, dateLine, List.of(),
                List.of(), opening, List.of(list), List.of(), List.of(),
                new PageMeta(phrases.say("meta.author"), phrases.say("editions.dek"), List.of(), phrases.say("meta.author"),
                        phrases.say("editions.title"), ""),
                List.of(), List.of());
    }

    /** The folder of the page's language in an edition, or its top where it has none. */
    private String inItsLanguage(Edition edition) {
        String folder = locale.toLanguageTag() + "/";
        return Files.exists(edition.folder().resolve(folder + "index.html")) ? folder : "";
    }

    /** What to open first: an edition need not have pages. */
    private String firstOf(Edition edition) {
        String front = inItsLanguage(edition) + "index.html";
        return Stream.of(Stream.of(front), Stream.of("allied.pdf"), DATA.stream().map(Map.Entry::getValue))
                .flatMap(Function.identity())
                .filter(file -> Files.exists(edition.folder().resolve(file)))
                .findFirst()
                .orElse("manifest.json");
    }

    /** What the edition says first, by the title of its front page; empty when it has none. */
    private String headline(Edition edition) {
        Path front = edition.folder().resolve(inItsLanguage(edition) + "index.html");
        if (!Files.isRegularFile(front)) {
            return "";
        }
        return found(TITLE, front, HEAD);
    }

    /** What the edition is about, as its front page has it; empty when it has none. */
    private String material(Edition edition) {
        Path front = edition.folder().resolve(inItsLanguage(edition) + "index.html");
        return Files.isRegularFile(front) ? found(MATERIAL, front, HEAD) : "";
    }

    /** The line below the headline: year, measure and which way it went. */
    private String standfirst(Edition edition) {
        return found(STANDFIRST, edition.folder().resolve(inItsLanguage(edition) + "index.html"), Integer.MAX_VALUE);
    }

    private static String found(Pattern pattern, Path file, int within) {
        try (InputStream in = Files.newInputStream(file)) {
            Matcher m = pattern.matcher(new String(in.readNBytes(within), StandardCharsets.UTF_8));
            return m.find() ? plain(m.group(1)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }

    /** Links to the front page in each language, to the meeting's page, and to paper. */
    private Text pages(Edition edition) {
        Text text = links(edition, FRONT);
        for (Map.Entry<String, String> language : LanguageTexts.atHand(renderer).entrySet()) {
            String file = language.getKey() + "/index.html";
            if (Files.exists(edition.folder().resolve(file))) {
                text = text.and(text.isEmpty() ? "" : " · ").link(language.getValue(), address(edition, file));
            }
        }
        return text;
    }

    /** Links to those files that the edition holds. */
    private Text links(Edition edition, List<Map.Entry<String, String>> files) {
        Text text = Text.empty();
        for (Map.Entry<String, String> file : files) {
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
