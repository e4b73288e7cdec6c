package dev.lodestone.report.brief;

import dev.lodestone.model.trade.Economy;
import dev.lodestone.report.OutputFormat;
import dev.lodestone.report.view.Page;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All pages of an edition, from what was measured. Safe for use by several threads: each page has a desk of its own. */
public final class EditionPages {

    private final EditionFacts facts;
    private final Phrases phrases;

    private final Set<OutputFormat> formats;

    /** Pages of an edition that has every format. */
    public EditionPages(EditionFacts facts) {
        this(facts, EnumSet.allOf(OutputFormat.class));
    }

    /** Pages that link only to what the edition holds. */
    public EditionPages(EditionFacts facts, Set<OutputFormat> formats) {
        this(facts, formats, Map.of());
    }

    /** Pages with some of their sentences replaced, by key. */
    public EditionPages(EditionFacts facts, Set<OutputFormat> formats, Map<String, String> sentences) {
        this.facts = facts;
        this.phrases = Phrases.of(facts.locale()).with(sentences);
        this.formats = Set.copyOf(formats);
    }

    private Desk desk() {
        return new Desk(facts, phrases, formats);
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

    /** The briefings of all economies assessed, in order. */
    public List<Page> allies() {
        List<Page> pages = new ArrayList<>();
        facts.assessment().economies().forEach(e -> pages.add(ally(e)));
        return pages;
    }
}
