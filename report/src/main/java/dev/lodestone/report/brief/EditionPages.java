package dev.lodestone.report.brief;

import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.report.OutputFormat;
import dev.lodestone.report.PageRenderer;
import dev.lodestone.report.data.DataFiles;
import dev.lodestone.report.view.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** All pages of an edition and its workbook, from what was measured. Safe for use by several threads: each page has a desk of its own. */
public final class EditionPages {

    /** Language of the registers. */
    private static final String ENGLISH = "en";

    private final EditionFacts facts;
    private final IndicatorIndex indicators;
    private final Phrases phrases;

    private final Set<OutputFormat> formats;
    private final Set<String> untranslated;
    private final Editions editions;

    /** Pages of an edition that has every format, with the shipped texts. */
    public EditionPages(EditionFacts facts) {
        this(facts, EnumSet.allOf(OutputFormat.class), PageRenderer.withDefaults(), List.of(facts.locale()));
    }

    /**
     * Pages that link only to what the edition holds.
     *
     * @param facts what is told, in which language
     * @param formats what the edition holds
     * @param renderer brings the languages' texts
     * @param languages languages that the edition is in, the one of its folder's top first
     */
    public EditionPages(EditionFacts facts, Set<OutputFormat> formats, PageRenderer renderer, List<Locale> languages) {
        Dictionary dictionary = new Dictionary(facts.assessment().registers().texts(), facts.locale(), facts.assessment().material().id());
        this.phrases = Phrases.of(LanguageTexts.of(facts.locale(), renderer), dictionary);
        this.formats = Set.copyOf(formats);
        this.editions = new Editions(facts.locale(), languages, LanguageTexts.atHand(renderer));
        Translation translation = new Translation(dictionary, phrases.voice());
        this.facts = facts.with(translation.of(facts.assessment()));
        this.untranslated = facts.locale().getLanguage().equals(ENGLISH) ? Set.of() : translation.untranslated();
        this.indicators = new IndicatorIndex(this.facts.assessment().indicators());
    }

    private Desk desk() {
        return new Desk(facts, indicators, phrases, formats, untranslated, editions);
    }

    /** Folder of these pages inside the edition's, with its slash; empty for the first language. */
    public String folder() {
        return Editions.folder(editions.locale(), editions.languages());
    }

    /** The front page, {@code index.html}. */
    public Page index() {
        return new AlliedPage(desk()).page(Page.Template.INDEX, "index");
    }

    /** The allied briefing for paper, {@code allied.pdf}. */
    public Page allied() {
        return new AlliedPage(desk()).page(Page.Template.BRIEFING, "allied");
    }

    /** The whole edition on one sheet, {@code summary.html} and {@code summary.pdf}. */
    public Page summary() {
        return new SummaryPage(desk()).page();
    }

    /** What to bring to the meeting that the edition is made for, {@code meeting.html} and {@code meeting.pdf}. */
    public Optional<Page> meeting() {
        return facts.agenda().map(agenda -> new MeetingPage(desk(), agenda).page());
    }

    /** The briefing of one economy. */
    public Page ally(Economy economy) {
        return new AllyPage(desk(), economy).page();
    }

    /** Methods and data quality. */
    public Page methods() {
        return new MethodsPage(desk()).page();
    }

    /**
     * The workbook in the language of the pages, {@code data/workbook.xlsx}.
     *
     * @param read what was read, for its issues and the account of its files
     */
    public byte[] workbook(Loaded<?> read) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataFiles.workbook(facts.assessment(), read, facts.changes(), phrases.workbook(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /** The reasons of the tables in the language of the pages, {@code data/reasons.csv}; none for English, in which the tables are. */
    public Optional<byte[]> reasons() {
        if (facts.locale().getLanguage().equals(ENGLISH)) {
            return Optional.empty();
        }
        StringBuilder table = new StringBuilder();
        try {
            DataFiles.reasonsCsv(facts.assessment(), phrases.workbook(), table);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return Optional.of(table.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The briefings of all economies assessed, in order. */
    public List<Page> allies() {
        List<Page> pages = new ArrayList<>();
        facts.assessment().economies().forEach(e -> pages.add(ally(e)));
        return pages;
    }
}
