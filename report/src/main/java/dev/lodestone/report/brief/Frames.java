package dev.lodestone.report.brief;

import dev.lodestone.model.measure.ProfileKey;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.report.OutputFormat;
import dev.lodestone.report.view.NavLink;
import dev.lodestone.report.view.PageMeta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What surrounds every page: running heads, links to the other pages, downloads. */
final class Frames {

    private final Desk desk;

    Frames(Desk desk) {
        this.desk = desk;
    }

    PageMeta meta(String subject, String runningTitle) {
        return meta(subject, runningTitle, last());
    }

    private PageMeta meta(String subject, String runningTitle, Optional<ReferencePeriod> last) {
        return new PageMeta(
                desk.say("meta.author"),
                subject,
                List.of(desk.assessment.material().label(), desk.say("meta.keyword-trade"), desk.name(desk.watched())),
                desk.say("meta.series", desk.assessment.material().label()),
                runningTitle,
                edition("meta.edition", last));
    }

    /** As {@link #meta(String, String)}, with the last year of one buyer. */
    PageMeta meta(String subject, Economy buyer) {
        return meta(subject, desk.name(buyer), last(k -> k.economy().equals(buyer)));
    }

    String dateLine(Economy buyer) {
        return edition("meta.date-line", last(k -> k.economy().equals(buyer)));
    }

    String dateLine() {
        return edition("meta.date-line", last());
    }

    /** The edition's date, and how far the statistics go if there are any. */
    private String edition(String key, Optional<ReferencePeriod> last) {
        String date = desk.numbers.date(desk.asOf());
        return last.isPresent() ? desk.say(key, date, last.get()) : desk.say(key + "-none", date);
    }

    private Optional<ReferencePeriod> last() {
        return last(k -> true);
    }

    /** Last calendar year of which imports were read, without any of which sales were, or a later month in which a part of a year ends. */
    private Optional<ReferencePeriod> last(Predicate<ProfileKey> wanted) {
        return Stream.of(desk.assessment.profiles().keySet().stream(), Sold.keys(desk))
                .map(keys -> keys.filter(wanted).map(ProfileKey::period).toList())
                .filter(periods -> !periods.isEmpty())
                .findFirst()
                .stream()
                .flatMap(List::stream)
                .max(Comparator.comparing(ReferencePeriod::end).thenComparing(ReferencePeriod::isCalendarYear))
                .map(p -> p.isCalendarYear() ? p : new ReferencePeriod(p.end(), 1));
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
