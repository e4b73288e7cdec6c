package dev.lodestone.report.brief;

import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.commitment.CommitmentStatus;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.meeting.Agenda;
import dev.lodestone.model.meeting.Question;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.Confidence;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.report.chart.DumbbellChart;
import dev.lodestone.report.chart.Frame;
import dev.lodestone.report.chart.TextMeasure;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Cell;
import dev.lodestone.report.view.Figure;
import dev.lodestone.report.view.KeyFigure;
import dev.lodestone.report.view.Page;
import dev.lodestone.report.view.Paragraph;
import dev.lodestone.report.view.Pill;
import dev.lodestone.report.view.Section;
import dev.lodestone.report.view.Table;
import dev.lodestone.report.view.Text;
import dev.lodestone.report.view.Tone;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What to bring to a meeting: who sits there, what they promised since they last met, what has changed, what to ask. */
final class MeetingPage {

    /** So many are named above the table that names them all. */
    private static final int NAMED = 6;

    /** So many participants at least make a picture. */
    private static final int FEW = 2;

    /** Widths of columns, in hundredths of the table. */
    private static final int NAME_WIDE = 21;
    private static final int COUNT_WIDE = 13;

    private final Desk desk;
    private final Agenda agenda;
    private final Explanations explanations;
    private final Counter counter = new Counter();

    MeetingPage(Desk desk, Agenda agenda) {
        this.desk = desk;
        this.agenda = agenda;
        this.explanations = new Explanations(desk);
    }

    Page page() {
        Frames frames = new Frames(desk);
        // In the order in which they stand: figures and tables are numbered as they are made.
        Optional<Figure> picture = picture();
        List<Block> opening = new ArrayList<>();
        picture.ifPresent(figure -> {
            opening.add(figure);
            opening.add(new AlliedPage(desk).caveat(List.of()));
        });
        List<Section> sections = new ArrayList<>();
        if (picture.isEmpty()) {
            opening.add(participants());
        }
        sections.add(new Section("questions", desk.say("meeting.questions"), questions()));
        if (picture.isPresent()) {
            sections.add(new Section("participants", desk.say("meeting.participants"), List.of(participants())));
        }
        changesSinceEdition().ifPresent(sections::add);
        sections.add(new Section("promised", desk.say("meeting.promised"), promised()));
        sections.add(new Section("changed", desk.say("meeting.changed"), changed()));
        sections.add(new Section("next", desk.say("meeting.ahead"), ahead()));
        sections.add(Section.annex("moved", desk.say("meeting.moved"), moved()));
        sections.add(Section.annex("questions-others", desk.say("meeting.questions-others"), furtherQuestions()));
        return new Page(
                "meeting",
                Page.Template.BRIEFING,
                desk.facts.locale().toLanguageTag(),
                "meeting",
                desk.say("meeting.kicker", desk.assessment.material().label()),
                desk.say("meeting.title", agenda.meeting().title()),
                dek(),
                frames.dateLine(),
                verdict(),
                keyFigures(),
                opening,
                sections.stream().filter(s -> !s.blocks().isEmpty()).toList(),
                List.of(),
                explanations.all(),
                frames.meta(desk.say("meeting.subject", agenda.meeting().title()), agenda.meeting().title()),
                frames.navigation("meeting.html"),
                frames.downloads("meeting.pdf"));
    }

    private String dek() {
        String names = agenda.participants().stream().map(desk::name).collect(Collectors.joining(", "));
        int n = agenda.participants().size();
        String key = n == 1 && desk.assessment.economies().size() == 1 ? "meeting.dek-only" : n == 1 ? "meeting.dek-one" : n > NAMED ? "meeting.dek-many" : "meeting.dek";
        String date = desk.numbers.date(agenda.meeting().date());
        String day = agenda.meeting().confidence() == Confidence.UNVERIFIED ? desk.say("meeting.unsure", date) : date;
        return desk.say(key, day, Integer.toString(n), names);
    }

    private String since() {
        return desk.numbers.date(agenda.since());
    }

    private List<Text> verdict() {
        List<Text> told = new ArrayList<>();
        boolean alone = agenda.participants().size() == 1;
        String one = alone ? "-one" : "";
        String who = alone ? desk.inText(agenda.participants().getFirst()) : "";
        String when = agenda.previous()
                .map(p -> desk.say("meeting.verdict-since" + one, p.title(), since(), who))
                .orElseGet(() -> desk.say("meeting.verdict-year" + one, "", "", who));
        told.add(Text.of(when + desk.say("meeting.verdict-promises", Integer.toString(commitments(agenda.promised())),
                Integer.toString(commitments(agenda.fellDue())), Integer.toString(unknown()))));
        Text figures = figures();
        if (!figures.isEmpty()) {
            told.add(figures);
        }
        if (!agenda.questions().isEmpty()) {
            told.add(Text.of(desk.say("meeting.verdict-questions", Integer.toString(agenda.questions().size())))
                    .and(text(mostPressing())));
        }
        return told;
    }

    /** Where each participant stood and stands at the stage that leads; nothing where too few have years to be compared. */
    private Optional<Figure> picture() {
        StageEntry lead = new AlliedStories(desk).lead();
        ShareMoves moves = new ShareMoves(desk, stories(lead).stream().filter(StageStory::hasFigure).toList());
        List<StageStory> told = moves.compared().stream().sorted(Comparator.comparingDouble(s -> -moves.now(s))).toList();
        if (told.size() < FEW) {
            return Optional.empty();
        }
        String before = years(told.stream().map(s -> s.earlier().orElseThrow()).toList());
        String now = years(told.stream().map(s -> s.latest().orElseThrow()).toList());
        List<DumbbellChart.Row> rows = told.stream()
                .map(s -> new DumbbellChart.Row(desk.name(s.buyer()), moves.now(s), moves.before(s), desk.numbers.points(moves.change(s))))
                .toList();
        String title = desk.say("meeting.picture", desk.watchedName(), lead.noun(), before, moves.fell(), told.size());
        String unit = desk.say("meeting.picture-unit", Desk.capital(desk.watchedName()), lead.noun());
        String alt = title + ". " + told.stream()
                .map(s -> desk.say("slope.alt-line", desk.name(s.buyer()), desk.numbers.percent(moves.before(s)), desk.numbers.percent(moves.now(s))))
                .collect(Collectors.joining("; ")) + ".";
        DumbbellChart.Input input = DumbbellChart.Input.ofShares(title, alt, unit, now, before, rows)
                .withWords(desk.chartWords(), desk.numbers::roundPercent);
        return Optional.of(new Figure("fig-moved", counter.figure(desk), title, desk.say("meeting.picture-subtitle"),
                DumbbellChart.draw(input, Frame.desktop(), TextMeasure.inter()),
                DumbbellChart.draw(input, Frame.phone(), TextMeasure.inter()),
                DumbbellChart.draw(input, Frame.page(), TextMeasure.inter()),
                Text.of(desk.say("source.publishers", told.stream().map(s -> s.latest().orElseThrow().publisher()).distinct()
                        .collect(Collectors.joining(", "))))));
    }

    /** The year that all have, or the first and the last of them. */
    private static String years(List<SupplierProfile> profiles) {
        List<Integer> years = profiles.stream().map(p -> p.key().period().year()).sorted().distinct().toList();
        return years.size() == 1 ? years.getFirst().toString() : years.getFirst() + "\u2013" + years.getLast();
    }

    /** Which way the participants' shares went at the stage that leads, and whether any figure tells of the time since they met. */
    private Text figures() {
        StageEntry lead = new AlliedStories(desk).lead();
        ShareMoves moves = new ShareMoves(desk, stories(lead).stream().filter(StageStory::hasFigure).toList());
        String said = "";
        if (!moves.compared().isEmpty()) {
            Optional<Integer> since = moves.sinceOneYear();
            said = desk.say(since.isPresent() && moves.year().isPresent() ? "meeting.verdict-moved" : "meeting.verdict-moved-some",
                    desk.watchedName(), lead.noun(), since.orElse(0), moves.told(), moves.year().map(desk::when).orElse(""));
        }
        int last = desk.stages().stream().flatMap(s -> stories(s).stream()).filter(StageStory::hasFigure).mapToInt(StageStory::year).max().orElse(0);
        if (agenda.previous().isPresent() && last > 0 && last < agenda.since().getYear()) {
            said = said + (said.isEmpty() ? "" : " ") + desk.say("meeting.verdict-no-later", Integer.toString(last));
        }
        return Text.of(said);
    }

    private List<StageStory> stories(StageEntry stage) {
        return agenda.participants().stream().map(p -> StageStory.of(desk, p, stage)).toList();
    }

    private Question mostPressing() {
        return agenda.questions().stream().min(Comparator.comparing(Question::kind)).orElseThrow();
    }

    private static int commitments(List<CommitmentResult> results) {
        return (int) results.stream().map(r -> r.commitment().id()).distinct().count();
    }

    private int unknown() {
        return commitments(agenda.fellDue().stream().filter(r -> r.status() == CommitmentStatus.OUTCOME_UNKNOWN).toList());
    }

    private List<KeyFigure> keyFigures() {
        long days = ChronoUnit.DAYS.between(desk.asOf(), agenda.meeting().date());
        int open = unknown();
        return List.of(
                new KeyFigure(desk.say("meeting.tile-days"), Long.toString(days), "",
                        desk.say("meeting.tile-days-note", desk.numbers.date(desk.asOf())), Tone.NEUTRAL, ""),
                new KeyFigure(desk.say("meeting.tile-promised"), Integer.toString(commitments(agenda.promised())), "",
                        desk.say("meeting.tile-since", since()), Tone.NEUTRAL, ""),
                new KeyFigure(desk.say("meeting.tile-unknown"), Integer.toString(open),
                        desk.say("tile.of", Integer.toString(commitments(agenda.fellDue()))), desk.say("meeting.tile-since", since()),
                        open > 0 ? Tone.WARN : Tone.NEUTRAL, ""),
                new KeyFigure(desk.say("meeting.tile-questions"), Integer.toString(agenda.questions().size()), "",
                        desk.say("meeting.tile-questions-note"), Tone.NEUTRAL, ""));
    }

    private Table participants() {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.words(desk.say("meeting.participant")).wide(NAME_WIDE));
        List<StageEntry> stages = desk.stages().reversed().stream()
                .filter(s -> agenda.participants().stream().anyMatch(p -> StageStory.of(desk, p, s).told().hasAnything()))
                .toList();
        for (StageEntry stage : stages) {
            columns.add(Table.Column.numbers(stage.label(), desk.say("meeting.participant-year", Desk.capital(desk.watchedName())))
                    .wide((100 - NAME_WIDE - COUNT_WIDE) / stages.size()));
        }
        columns.add(Table.Column.numbers(desk.say("meeting.participant-judged"), desk.say("meeting.participant-judged-unit")).wide(COUNT_WIDE));
        List<Table.Row> rows = new ArrayList<>();
        for (Economy p : agenda.participants()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(new Cell(Text.of("").link(desk.name(p), p.code() + ".html"), desk.name(p), Tone.NEUTRAL, 0, List.of(), "", "", Cell.Role.ROW_HEADER));
            for (StageEntry stage : stages) {
                cells.add(share(StageStory.of(desk, p, stage)));
            }
            int own = commitments(desk.assessment.commitments().stream().filter(r -> r.party().equals(p.code())).toList());
            cells.add(Cell.number(Integer.toString(own), own));
            rows.add(new Table.Row(cells, Table.Rank.BODY));
        }
        return Table.of("table-participants", desk.say("meeting.participants-table"), columns, rows)
                .numbered(counter.table(desk))
                .withUse(Table.Use.SORT);
    }

    private Cell share(StageStory story) {
        StageStory told = story.told();
        if (!told.hasAnything()) {
            return Cell.absent(desk.say("figure.none"));
        }
        SupplierProfile profile = told.spoken().orElseThrow();
        Outcome share = told.share(desk, profile);
        String year = told.isByWeight() ? desk.say("heat.by-weight", profile.key().period()) : profile.key().period().toString();
        return Cell.number(desk.numbers.share(share) + "\u00a0(" + year + ")", share.valueOrHigh().orElse(0))
                .explained(explanations.watchedShare(profile, told.basis()));
    }

    private List<Block> questions() {
        List<Question> pressing = agenda.questions().stream().filter(MeetingPage::isPressing).toList();
        int more = agenda.questions().size() - pressing.size();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.of(desk.say("meeting.questions-text")));
        if (!pressing.isEmpty()) {
            blocks.add(questionTable("table-questions", desk.say("meeting.questions-table"), pressing, 0));
        }
        if (more > 0) {
            blocks.add(new Paragraph(Text.of("").link(desk.say("meeting.questions-more", Integer.toString(more)), "#questions-others").and(".")));
        }
        return agenda.questions().isEmpty() ? List.of() : blocks;
    }

    private List<Block> furtherQuestions() {
        List<Question> others = agenda.questions().stream().filter(q -> !isPressing(q)).toList();
        return others.isEmpty()
                ? List.of()
                : List.of(questionTable(
                        "table-questions-others", desk.say("meeting.questions-others-table"), others, agenda.questions().size() - others.size()));
    }

    /** What can be answered at the table, before what only a statistical office can. */
    private static boolean isPressing(Question q) {
        return switch (q.kind()) {
            case OUTCOME_UNKNOWN, BEYOND_CEILING, DUE_SOON -> true;
            case DELIVERY_UNKNOWN, SERIES_MISSING, FIGURE_MISSING -> false;
        };
    }

    private Table questionTable(String id, String caption, List<Question> questions, int before) {
        List<Table.Column> columns = List.of(
                Table.Column.numbers(desk.say("meeting.question-number"), "").wide(6),
                Table.Column.words(desk.say("meeting.question-to")).wide(16),
                Table.Column.words(desk.say("meeting.question")).wide(54),
                Table.Column.words(desk.say("meeting.question-from")).wide(24));
        List<Table.Row> rows = new ArrayList<>();
        for (Question q : questions) {
            int n = before + rows.size() + 1;
            rows.add(Table.Row.of(
                    Cell.number(Integer.toString(n), n),
                    Cell.header(q.to().stream().map(desk::party).collect(Collectors.joining(", "))),
                    Cell.of(text(q)),
                    Cell.of(from(q))));
        }
        return Table.of(id, caption, columns, rows).numbered(counter.table(desk)).withUse(Table.Use.SORT_AND_FILTER);
    }

    private Text from(Question q) {
        if (q.commitment().isEmpty()) {
            return Text.of("").link(desk.say("nav.methods"), "methods.html");
        }
        Commitment c = q.commitment().get().commitment();
        return c.sourceUrl().isEmpty() ? Text.of(c.instrument()) : Text.of("").link(c.instrument(), c.sourceUrl());
    }

    private String text(Question q) {
        String key = "question." + q.kind().code();
        if (q.commitment().isEmpty()) {
            return desk.say(key, Integer.toString(q.stages().size()),
                    q.stages().stream().map(s -> desk.stage(s).noun()).collect(Collectors.joining(", ")), Integer.toString(desk.stages().size()));
        }
        CommitmentResult r = q.commitment().get();
        Commitment c = r.commitment();
        String promise = withoutStop(c.summary());
        String due = c.targetDate().map(desk.numbers::date).orElse("");
        return switch (q.kind()) {
            case OUTCOME_UNKNOWN -> desk.say(key, promise, due, days(q.number()));
            case DUE_SOON -> desk.say(
                    q.number() > 0 ? key : q.number() < 0 ? "question.due-before" : "question.due-then", promise, due, days(Math.abs(q.number())));
            case BEYOND_CEILING -> desk.say(key, promise, due, Term.points(q.number()),
                    desk.numbers.percent(r.measured().orElse(r.high().orElse(0))), r.period(), line(r),
                    desk.numbers.roundPercent(c.threshold().orElse(0)));
            case DELIVERY_UNKNOWN -> desk.say(key, c.summary(), due, desk.quantity(q.number(), c.unit()), withoutStop(c.missing()));
            case SERIES_MISSING -> desk.say(key, promise, due, desk.say("format.percent", desk.numbers.amount(Math.rint(1e6 * q.number()) / 1e4)), withoutStop(c.missing()));
            case FIGURE_MISSING -> throw new IllegalStateException("a missing figure comes from no commitment");
        };
    }

    private String line(CommitmentResult r) {
        String stage = desk.stage(r.stage()).noun();
        return r.commodity().isEmpty()
                ? stage
                : desk.commodity(r.stage(), r.commodity()).map(c -> c.label() + ", " + r.commodity()).orElse(stage + ", " + r.commodity());
    }

    private static Term days(double number) {
        return Term.count(Math.round(number));
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** Against the edition that stood when the participants met before, or the last one. */
    private Optional<Section> changesSinceEdition() {
        Surroundings surroundings = new Surroundings(desk);
        Set<String> codes = agenda.participants().stream().flatMap(p -> surroundings.codesOf(p).stream()).collect(Collectors.toSet());
        return new Changes(desk).ofSome(agenda.participants().stream().map(Economy::code).collect(Collectors.toSet()), codes);
    }

    /** Each participant's share at each stage beside that of the last year that can be compared: the largest fall first. */
    private List<Block> moved() {
        List<Table.Row> rows = new ArrayList<>();
        for (StageEntry stage : desk.stages().reversed()) {
            ShareMoves moves = new ShareMoves(desk, stories(stage).stream().filter(StageStory::hasFigure).toList());
            moves.compared().stream().sorted(Comparator.comparingDouble(moves::change)).forEach(s -> rows.add(Table.Row.of(
                    Cell.header(desk.name(s.buyer())),
                    Cell.of(stage.label()),
                    figure(s.earlier().orElseThrow(), moves.before(s)),
                    figure(s.latest().orElseThrow(), moves.now(s)),
                    Cell.number(desk.numbers.points(moves.change(s)), moves.change(s)))));
        }
        if (rows.isEmpty()) {
            return List.of(Paragraph.of(desk.say("meeting.moved-none")));
        }
        String unit = desk.say("meeting.moved-unit");
        return List.of(Table.of("table-moved", desk.say("meeting.moved-table", Desk.capital(desk.watchedName())), List.of(
                                Table.Column.words(desk.say("meeting.participant")),
                                Table.Column.words(desk.say("table.stage")),
                                Table.Column.numbers(desk.say("meeting.moved-before"), unit),
                                Table.Column.numbers(desk.say("meeting.moved-now"), unit),
                                Table.Column.numbers(desk.say("table.change"), desk.say("unit.points"))), rows)
                .numbered(counter.table(desk))
                .withUse(Table.Use.SORT_AND_FILTER));
    }

    private Cell figure(SupplierProfile profile, double share) {
        return Cell.number(desk.numbers.percentNumber(share) + " (" + profile.key().period() + ")", share)
                .explained(explanations.watchedShare(profile, Basis.VALUE));
    }

    private List<Block> promised() {
        return agenda.promised().isEmpty()
                ? List.of(Paragraph.of(desk.say("meeting.promised-none", since())))
                : List.of(new CommitmentBoard(desk).board("board-promised", desk.say("meeting.promised-table", since()), agenda.promised()));
    }

    private List<Block> changed() {
        List<Block> blocks = new ArrayList<>();
        if (!agenda.fellDue().isEmpty()) {
            blocks.add(dated("table-fell-due", desk.say("meeting.fell-due", since()), agenda.fellDue(), true));
        }
        if (!agenda.happened().isEmpty()) {
            blocks.add(new Surroundings(desk).eventTable("table-happened", desk.say("meeting.happened", since()), agenda.happened())
                    .numbered(counter.table(desk)));
        }
        return blocks;
    }

    private List<Block> ahead() {
        return agenda.ahead().isEmpty() ? List.of() : List.of(dated("table-next", desk.say("meeting.ahead-table"), agenda.ahead(), false));
    }

    /** Commitments by the day on which they are due, one row each. */
    private Table dated(String id, String caption, List<CommitmentResult> results, boolean withStatus) {
        Map<String, List<CommitmentResult>> byCommitment = new LinkedHashMap<>();
        results.forEach(r -> byCommitment.computeIfAbsent(r.commitment().id(), k -> new ArrayList<>()).add(r));
        List<Table.Column> columns = new ArrayList<>(List.of(
                Table.Column.words(desk.say("meeting.due")).wide(14),
                Table.Column.words(desk.say("meeting.who")).wide(20),
                Table.Column.words(desk.say("meeting.promise")).wide(withStatus ? 44 : 66)));
        if (withStatus) {
            columns.add(Table.Column.words(desk.say("meeting.stands")).wide(22));
        }
        List<Table.Row> rows = new ArrayList<>();
        for (List<CommitmentResult> lines : byCommitment.values()) {
            CommitmentResult first = lines.getFirst();
            String due = first.commitment().targetDate().orElseThrow().toString();
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.header(desk.numbers.shortDate(due)).sortedBy(due),
                    Cell.of(lines.stream().map(CommitmentResult::party).distinct().map(desk::party).collect(Collectors.joining(", "))),
                    Cell.of(first.commitment().summary())));
            if (withStatus) {
                cells.add(Cell.pill(Pill.ofStatus(first.status().code(), desk.say("status." + first.status().code()))));
            }
            rows.add(new Table.Row(cells, Table.Rank.BODY));
        }
        return Table.of(id, caption, columns, rows).numbered(counter.table(desk)).withUse(Table.Use.SORT);
    }
}
