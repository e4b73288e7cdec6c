package dev.lodestone.report.brief;

import dev.lodestone.model.commitment.CommitmentStatus;
import dev.lodestone.model.register.Event;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.BulletList;
import dev.lodestone.report.view.Columns;
import dev.lodestone.report.view.Explanation;
import dev.lodestone.report.view.Heading;
import dev.lodestone.report.view.KeyFigure;
import dev.lodestone.report.view.Page;
import dev.lodestone.report.view.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The whole edition on one sheet: the answer, four figures, one picture, what was promised, what comes next, one caveat. */
final class SummaryPage {

    /** More rows, promises or dates than these would not leave room for the caveat. */
    private static final int ROWS = 14;
    /** Up to so many, the map leaves room for a second picture. */
    private static final int FEW = 4;

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
        List<Block> picture = new ArrayList<>();
        List<Text> answer = new ArrayList<>();
        List<Explanation> explanations = new ArrayList<>();
        if (desk.assessment.economies().size() == 1) {
            // A map of one row would leave half of the sheet white: what one ally bought has a course to show, and more words.
            AllyPage ally = new AllyPage(desk, desk.assessment.economies().getFirst());
            ally.history().ifPresent(picture::add);
            answer.addAll(ally.dependence());
            explanations.addAll(ally.explanations());
        } else {
            List<Text> told = allied.verdict(lead);
            answer.addAll(new NeededCodes(desk).nothingRead() ? told : told.subList(0, 1));
        }
        if (picture.isEmpty()) {
            picture.addAll(allied.heatMap(ROWS));
        }
        if (desk.assessment.economies().size() <= FEW && desk.assessment.economies().size() > 1) {
            // A map of few rows leaves room for what they had before.
            picture.addAll(allied.time(lead));
        }
        opening.addAll(picture);
        NeededCodes needed = new NeededCodes(desk);
        if (needed.nothingRead()) {
            opening.add(new Heading("needed", desk.say("section.needed")));
            opening.addAll(needed.blocks("", ROWS));
        }
        opening.add(new Columns(
                List.of(new Heading("promises", desk.say("summary.promises")), promises()),
                List.of(new Heading("ahead", desk.say("summary.ahead")), ahead()),
                Columns.Split.EVEN));
        opening.add(allied.caveat(picture));
        List<KeyFigure> tiles = allied.keyFigures(lead);
        Set<String> explained = explanations.stream().map(Explanation::id).collect(Collectors.toSet());
        allied.explanations().stream().filter(e -> !explained.contains(e.id())).forEach(explanations::add);
        return new Page(
                "summary",
                Page.Template.SUMMARY,
                desk.facts.locale().toLanguageTag(),
                "summary",
                desk.say("summary.kicker", desk.assessment.material().label()),
                allied.title(lead),
                allied.dek(),
                frames.dateLine(),
                answer,
                tiles,
                opening,
                List.of(),
                List.of(),
                explanations,
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
