package dev.lodestone.report.brief;

import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.report.OutputFormat;
import dev.lodestone.report.view.NavLink;
import dev.lodestone.report.view.PageMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** What surrounds every page: running heads, links to the other pages, downloads. */
final class Frames {

    private final Desk desk;

    Frames(Desk desk) {
        this.desk = desk;
    }

    PageMeta meta(String subject, String runningTitle) {
        return meta(subject, runningTitle, lastYear());
    }

    private PageMeta meta(String subject, String runningTitle, OptionalInt lastYear) {
        return new PageMeta(
                desk.say("meta.author"),
                subject,
                List.of(desk.assessment.material().label(), desk.say("meta.keyword-trade"), desk.name(desk.watched())),
                desk.say("meta.series", desk.assessment.material().label()),
                runningTitle,
                edition("meta.edition", lastYear));
    }

    /** As {@link #meta(String, String)}, with the last year of one buyer. */
    PageMeta meta(String subject, Economy buyer) {
        return meta(subject, desk.name(buyer), lastYear(k -> k.economy().equals(buyer)));
    }

    String dateLine(Economy buyer) {
        return edition("meta.date-line", lastYear(k -> k.economy().equals(buyer)));
    }

    String dateLine() {
        return edition("meta.date-line", lastYear());
    }

    /** The edition's date, and the last year on record if there is any. */
    private String edition(String key, OptionalInt lastYear) {
        String date = desk.numbers.date(desk.asOf());
        return lastYear.isPresent() ? desk.say(key, date, Integer.toString(lastYear.getAsInt())) : desk.say(key + "-none", date);
    }

    /** Last calendar year of which anything was read. */
    private OptionalInt lastYear() {
        return lastYear(k -> true);
    }

    private OptionalInt lastYear(Predicate<ProfileKey> wanted) {
        return desk.assessment.profiles().keySet().stream()
                .filter(wanted)
                .filter(k -> k.period().isCalendarYear())
                .mapToInt(k -> k.period().year())
                .max();
    }

    /**
     * Links to the edition's other pages, and to this one in other languages.
     *
     * @param file file of this page
     */
    List<NavLink> navigation(String file) {
        List<NavLink> links = new ArrayList<>();
        desk.facts.agenda().ifPresent(agenda -> links.add(new NavLink(desk.say("nav.meeting"), "meeting.html")));
        links.add(new NavLink(desk.say("nav.allied"), "index.html"));
        links.add(new NavLink(desk.say("nav.summary"), "summary.html"));
        for (Economy e : desk.assessment.economies()) {
            links.add(new NavLink(desk.name(e), e.code() + ".html"));
        }
        links.add(new NavLink(desk.say("nav.methods"), "methods.html"));
        links.addAll(desk.editions.links(file));
        return links;
    }

    List<NavLink> downloads(String pdf) {
        List<NavLink> links = new ArrayList<>();
        if (!pdf.isEmpty() && desk.formats.contains(OutputFormat.PDF)) {
            links.add(new NavLink(desk.say("nav.pdf"), pdf));
        }
        if (pdf.equals("allied.pdf") && desk.formats.contains(OutputFormat.PDF)) {
            links.add(new NavLink(desk.say("nav.summary-pdf"), "summary.pdf"));
        }
        if (desk.formats.contains(OutputFormat.XLSX)) {
            links.add(new NavLink(desk.say("nav.workbook"), "data/workbook.xlsx"));
        }
        if (desk.formats.contains(OutputFormat.CSV)) {
            links.add(new NavLink(desk.say("nav.csv"), desk.editions.top() + "data/indicators.csv"));
        }
        if (desk.formats.contains(OutputFormat.JSON)) {
            links.add(new NavLink(desk.say("nav.json"), desk.editions.top() + "data/assessment.json"));
        }
        return links;
    }
}
