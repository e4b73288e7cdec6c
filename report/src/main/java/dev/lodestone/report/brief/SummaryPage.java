package dev.lodestone.report.brief;

import dev.lodestone.model.commitment.CommitmentStatus;
import dev.lodestone.model.register.Event;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.BulletList;
import dev.lodestone.report.view.Columns;
import dev.lodestone.report.view.Heading;
import dev.lodestone.report.view.Page;
import dev.lodestone.report.view.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The whole edition on one sheet: the answer, four figures, one picture, what was promised, what comes next, one caveat. */
final class SummaryPage {

    /** More rows, promises or dates than these would not leave room for the caveat. */
    private static final int ROWS = 14;
    private static final int STATUSES = 4;
    private static final int DATES = 4;

    private final Desk desk;

    SummaryPage(Desk desk) {
        this.desk = desk;
    }

    Page page() {
        Frames frames = new Frames(desk);
        AlliedPage allied = new AlliedPage(desk);
        StageEntry lead = allied.leadStage();
        List<Block> opening = new ArrayList<>();
        List<Block> map = allied.heatMap(ROWS);
        opening.addAll(map);
        opening.add(new Columns(
                List.of(new Heading("promises", desk.say("summary.promises")), promises()),
                List.of(new Heading("ahead", desk.say("summary.ahead")), ahead()),
                Columns.Split.EVEN));
        opening.add(allied.caveat(map));
        return new Page(
                "summary",
                Page.Template.SUMMARY,
                desk.facts.locale().toLanguageTag(),
                "summary",
                desk.say("summary.kicker", desk.assessment.material().label()),
                allied.title(lead),
                allied.dek(),
                frames.dateLine(),
                allied.verdict(lead).stream().limit(1).toList(),
                allied.keyFigures(lead),
                opening,
                List.of(),
                List.of(),
                allied.explanations(),
                frames.meta(desk.say("summary.subject", desk.numbers.date(desk.asOf())), desk.say("nav.summary")),
                frames.navigation("summary.html"),
                frames.downloads("summary.pdf"));
    }

    private BulletList promises() {
        Map<CommitmentStatus, Integer> counts = new CommitmentBoard(desk).count(new Surroundings(desk).commitments());
        if (counts.isEmpty()) {
            return new BulletList(List.of(Text.of(desk.say("summary.promises-none"))));
        }
        return new BulletList(counts.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .sorted(Map.Entry.<CommitmentStatus, Integer>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .limit(STATUSES)
                .map(e -> Text.of("").strong(desk.numbers.count(e.getValue())).and("\u00a0" + desk.say("status." + e.getKey().code())))
                .toList());
    }

    private BulletList ahead() {
        List<Event> coming = new Surroundings(desk).coming().stream().limit(DATES).toList();
        if (coming.isEmpty()) {
            return new BulletList(List.of(Text.of(desk.say("summary.ahead-none"))));
        }
        return new BulletList(coming.stream()
                .map(e -> Text.of("").strong(desk.numbers.shortDate(e.dateText())).and(" " + e.title()))
                .toList());
    }
}
