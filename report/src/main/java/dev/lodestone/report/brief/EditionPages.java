package dev.lodestone.report.brief;

import dev.lodestone.model.trade.Economy;
import dev.lodestone.report.view.Page;
import java.util.ArrayList;
import java.util.List;

/** All pages of an edition, from what was measured. */
public final class EditionPages {

    private final Desk desk;

    public EditionPages(EditionFacts facts) {
        this.desk = new Desk(facts);
    }

    /** The front page, {@code index.html}. */
    public Page index() {
        return new AlliedPage(desk).page(Page.Template.INDEX, "index");
    }

    /** The allied briefing for paper, {@code allied.pdf}. */
    public Page allied() {
        return new AlliedPage(desk).page(Page.Template.BRIEFING, "allied");
    }

    /** The briefing of one economy. */
    public Page ally(Economy economy) {
        return new AllyPage(desk, economy).page();
    }

    /** Methods and data quality. */
    public Page methods() {
        return new MethodsPage(desk).page();
    }

    /** The briefings of all economies assessed, in order. */
    public List<Page> allies() {
        List<Page> pages = new ArrayList<>();
        desk.assessment.economies().forEach(e -> pages.add(ally(e)));
        return pages;
    }
}
