package dev.lodestone.report.brief;

import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.commitment.CommitmentStatus;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.DominantFlow;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.Event;
import dev.lodestone.model.register.Project;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Callout;
import dev.lodestone.report.view.KeyFigure;
import dev.lodestone.report.view.Page;
import dev.lodestone.report.view.Paragraph;
import dev.lodestone.report.view.Section;
import dev.lodestone.report.view.Text;
import dev.lodestone.report.view.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The briefing of one ally. */
final class AllyPage {

    /** Share of one supplier above which a stage is called dependent here; also the EU's ceiling, shown as a labelled yardstick. */
    static final double YARDSTICK = 0.65;

    private static final double HALF = 0.5;

    private final Desk desk;
    private final Economy buyer;
    private final Surroundings surroundings;
    private final Explanations explanations;
    private final Counter counter = new Counter();
    private final List<StageStory> stories;
    private final List<CommitmentResult> commitments;

    AllyPage(Desk desk, Economy buyer) {
        this.desk = desk;
        this.buyer = buyer;
        this.surroundings = new Surroundings(desk);
        this.explanations = new Explanations(desk);
        this.stories = desk.stages().stream().map(stage -> StageStory.of(desk, buyer, stage)).toList();
        Set<String> codes = surroundings.codesOf(buyer);
        this.commitments = desk.assessment.commitments().stream()
                .filter(r -> codes.contains(r.party()) && (!desk.isBloc(buyer) || r.party().equals(buyer.code()) || r.party().length() == 2))
                .toList();
    }

    Page page() {
        Frames frames = new Frames(desk);
        Caveats caveats = new Caveats(desk, surroundings);
        List<Block> opening = new ArrayList<>();
        new ShareHistory(desk, surroundings)
                .figure("fig-history", counter.figure(desk), stories, historySource())
                .ifPresent(opening::add);
        opening.add(caveats.onPageOne(buyer, stories));
        List<Section> sections = new ArrayList<>();
        sections.add(commitmentSection());
        new Changes(desk).of(buyer, surroundings.codesOf(buyer)).ifPresent(sections::add);
        sections.add(supplierSection());
        sections.add(lineSection());
        sections.add(builtSection());
        sections.add(eventSection());
        sections.add(new Section("caveats", desk.say("section.caveats"), List.of(caveats.inFull(buyer, stories))));
        Sources sources = new Sources(desk);
        List<Block> data = new ArrayList<>();
        data.add(Paragraph.of(desk.say("section.data-text")));
        data.addAll(sources.differences(Optional.of(buyer), counter));
        sections.add(new Section("data", desk.say("section.data"), data));
        return new Page(
                buyer.code(),
                Page.Template.BRIEFING,
                desk.facts.locale().toLanguageTag(),
                buyer.code(),
                desk.say("ally.kicker", desk.assessment.material().label()),
                title(),
                desk.say("ally.dek"),
                frames.dateLine(buyer),
                verdict(),
                keyFigures(),
                opening,
                sections.stream().filter(s -> !s.blocks().isEmpty()).toList(),
                sources.notes(buyer),
                explanations.all(),
                frames.meta(desk.say("ally.subject", desk.inText(buyer), desk.watchedName()), buyer),
                frames.navigation(),
                frames.downloads(buyer.code() + ".pdf"));
    }

    private Text historySource() {
        List<String> publishers = stories.stream()
                .flatMap(s -> s.years().stream())
                .map(SupplierProfile::publisher)
                .distinct()
                .toList();
        return Text.of(desk.say("source.publishers", String.join(", ", publishers)));
    }

    /** The stage that leads: the one nearest to the finished good that has a figure. */
    private Optional<StageStory> lead() {
        return stories.reversed().stream().filter(StageStory::hasFigure).findFirst()
                .or(() -> stories.reversed().stream().filter(StageStory::hasAnything).findFirst());
    }

    private String title() {
        Optional<StageStory> lead = lead();
        if (lead.isEmpty()) {
            return desk.say("ally.title-none", desk.atStart(buyer));
        }
        Outcome share = desk.watchedShare(lead.get().spoken().orElseThrow(), Basis.VALUE);
        double level = share.valueOrHigh().orElse(0);
        if (share.isUpperBound()) {
            return desk.say("ally.title-bound", desk.atStart(buyer), desk.numbers.roundPercent(level), lead.get().stage().noun(), desk.watchedName());
        }
        String key = level >= HALF ? "ally.title-high" : "ally.title-low";
        return desk.say(key, desk.atStart(buyer), desk.numbers.roundPercent(level), lead.get().stage().noun(), desk.watchedName());
    }

    private List<Text> verdict() {
        List<Text> paragraphs = new ArrayList<>();
        Optional<StageStory> lead = lead();
        Text first = lead.map(this::stageSentence).orElse(Text.empty());
        List<StageStory> rest = stories.reversed().stream()
                .filter(StageStory::hasAnything)
                .filter(s -> lead.isEmpty() || !s.equals(lead.get()))
                .toList();
        if (!rest.isEmpty()) {
            first = first.and(" ").and(otherStages(rest));
        }
        if (first.isEmpty()) {
            first = Text.of(desk.say("verdict.none", desk.inText(buyer)));
        }
        paragraphs.add(first);
        paragraphs.add(hidden().and(commitmentSentence()));
        return paragraphs.stream().filter(t -> !t.isEmpty()).toList();
    }

    private Text stageSentence(StageStory story) {
        SupplierProfile p = story.spoken().orElseThrow();
        Outcome value = desk.watchedShare(p, Basis.VALUE);
        Text text = Text.of(desk.say("verdict.stage-before", Desk.capital(desk.watchedName())))
                .explained(desk.numbers.share(value), explanations.watchedShare(p, Basis.VALUE))
                .and(desk.say("verdict.stage-after", desk.inText(buyer), story.stage().noun(), p.key().period()));
        if (p.obstacle(Basis.WEIGHT).isEmpty()) {
            Outcome weight = desk.watchedShare(p, Basis.WEIGHT);
            text = text.and(desk.say("verdict.weight-before"))
                    .explained(desk.numbers.share(weight), explanations.watchedShare(p, Basis.WEIGHT))
                    .and(desk.say("verdict.weight-after"));
            double gap = weight.value().orElse(0) - value.value().orElse(0);
            boolean crosses = (weight.value().orElse(0) > HALF) != (value.value().orElse(0) > HALF);
            if (crosses) {
                text = text.and(desk.say("verdict.flip"));
            } else if (Math.abs(gap) >= 0.1) {
                text = text.and(desk.say(gap > 0 ? "verdict.heavier" : "verdict.lighter", desk.numbers.oneDecimal(Math.abs(100 * gap))));
            }
        }
        text = text.and(".");
        if (story.earlier().isPresent() && value.hasValue()) {
            SupplierProfile b = story.earlier().get();
            double before = desk.watchedShare(b, Basis.VALUE).value().orElse(0);
            double change = value.value().getAsDouble() - before;
            text = text.and(" ").and(desk.say(Math.abs(change) < 0.005 ? "verdict.unchanged" : change < 0 ? "verdict.fell" : "verdict.rose",
                    b.key().period())).explained(desk.numbers.percent(before), explanations.watchedShare(b, Basis.VALUE)).and(".");
        }
        return text;
    }

    /** The other stages in one sentence: a share each. */
    private Text otherStages(List<StageStory> rest) {
        Text text = Text.of(desk.say("verdict.others"));
        for (int i = 0; i < rest.size(); i++) {
            SupplierProfile p = rest.get(i).spoken().orElseThrow();
            text = text.and(i == 0 ? "" : i == rest.size() - 1 ? desk.say("list.and") : desk.say("list.comma"))
                    .explained(desk.numbers.share(desk.watchedShare(p, Basis.VALUE)), explanations.watchedShare(p, Basis.VALUE))
                    .and(desk.say("verdict.other-stage", rest.get(i).stage().noun(), p.key().period()));
            if (p.obstacle(Basis.WEIGHT).isEmpty()) {
                text = text.and(desk.say("verdict.weight-before"))
                        .explained(desk.numbers.share(desk.watchedShare(p, Basis.WEIGHT)), explanations.watchedShare(p, Basis.WEIGHT))
                        .and(desk.say("verdict.weight-after"));
            }
        }
        return text.and(".");
    }

    /** What the stage's total hides, in a sentence. */
    private Text hidden() {
        Text text = Text.empty();
        for (StageStory story : stories) {
            if (story.latest().isEmpty()) {
                continue;
            }
            SupplierProfile whole = story.latest().get();
            Optional<DominantFlow> flow = DominantFlow.find(whole).filter(f -> desk.isBloc(buyer) && f.share() < 0.999);
            if (flow.isPresent() && !desk.assessment.context().watched().contains(flow.get().largest().partner())) {
                text = text.and(desk.say("verdict.flow", story.stage().noun(), desk.inText(flow.get().largest().partner()),
                        desk.inText(flow.get().largest().reporter()), flow.get().largest().commodity(),
                        desk.numbers.percent(flow.get().share()))).and(" ");
            }
        }
        return text;
    }

    private Text commitmentSentence() {
        List<CommitmentResult> own = commitments.stream().filter(r -> r.party().equals(buyer.code())).toList();
        Map<CommitmentStatus, Integer> counts = new CommitmentBoard(desk).count(own);
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return Text.of(desk.say("verdict.no-commitment", desk.atStart(buyer)));
        }
        StringBuilder list = new StringBuilder();
        for (CommitmentStatus status : CommitmentStatus.values()) {
            int n = counts.getOrDefault(status, 0);
            if (n > 0) {
                list.append(list.isEmpty() ? "" : ", ").append(all == 1 ? "" : n + " ").append(desk.say("status." + status.code()).toLowerCase(desk.facts.locale()));
            }
        }
        return Text.of(desk.say(all == 1 ? "verdict.commitment" : "verdict.commitments", Integer.toString(all), desk.inText(buyer), list));
    }

    private List<KeyFigure> keyFigures() {
        List<KeyFigure> tiles = new ArrayList<>();
        List<StageStory> order = stories.reversed().stream()
                .sorted(Comparator.comparing((StageStory s) -> s.hasFigure() ? 0 : s.hasAnything() ? 1 : 2))
                .limit(3)
                .sorted(Comparator.comparingInt((StageStory s) -> -s.stage().order()))
                .toList();
        for (StageStory story : order) {
            if (story.hasAnything()) {
                tiles.add(stageTile(story));
            }
        }
        if (tiles.size() < 3) {
            stories.reversed().stream().filter(StageStory::hasFigure).findFirst().ifPresent(s -> tiles.add(concentrationTile(s)));
        }
        tiles.add(alliedTile());
        return tiles;
    }

    private KeyFigure stageTile(StageStory story) {
        SupplierProfile p = story.spoken().orElseThrow();
        Outcome share = desk.watchedShare(p, Basis.VALUE);
        double level = share.valueOrHigh().orElse(0);
        String label = desk.say("tile.stage", Desk.capital(desk.watchedName()), story.stage().noun(), p.key().period());
        String note = p.obstacle(Basis.WEIGHT).isEmpty()
                ? desk.say("tile.by-weight", desk.numbers.share(desk.watchedShare(p, Basis.WEIGHT)))
                : desk.say("tile.no-weight");
        String value = share.isUpperBound() ? "\u2264\u202f" + desk.numbers.percentNumber(level) : desk.numbers.percentNumber(share.value().orElse(level));
        return new KeyFigure(label, value, "%", note, tone(level), explanations.watchedShare(p, Basis.VALUE));
    }

    private KeyFigure concentrationTile(StageStory story) {
        SupplierProfile p = story.latest().orElseThrow();
        double hhi = dev.lodestone.model.measure.Shares.hhi(p, Basis.VALUE).valueOrHigh().orElse(1);
        return new KeyFigure(desk.say("tile.suppliers", story.stage().noun(), p.key().period()), desk.numbers.oneDecimal(1 / hhi),
                desk.say("tile.suppliers-unit"), desk.say("tile.suppliers-note", desk.numbers.hhi(hhi)), Tone.NEUTRAL,
                explanations.hhi(p, Basis.VALUE));
    }

    private static Tone tone(double share) {
        return share > YARDSTICK ? Tone.BAD : share > HALF ? Tone.WARN : Tone.NEUTRAL;
    }

    private KeyFigure alliedTile() {
        Optional<StageStory> lead = stories.reversed().stream().filter(StageStory::hasFigure).findFirst();
        if (lead.isEmpty()) {
            return new KeyFigure(desk.say("tile.allied-none"), desk.say("figure.none"), "", desk.say("tile.none-note"), Tone.NEUTRAL, "");
        }
        SupplierProfile p = lead.get().latest().orElseThrow();
        double allied = desk.assessment.indicators().stream()
                .filter(i -> i.about().equals(p.key()) && i.measure().equals("allied-share") && i.basis() == Basis.VALUE)
                .mapToDouble(i -> i.outcome().value().orElse(0))
                .findFirst()
                .orElse(0);
        return new KeyFigure(desk.say("tile.allied", lead.get().stage().noun(), p.key().period()), desk.numbers.percentNumber(allied), "%",
                desk.say("tile.allied-note"), Tone.NEUTRAL, "");
    }

    private Section commitmentSection() {
        List<Block> blocks = new ArrayList<>();
        CommitmentBoard board = new CommitmentBoard(desk);
        List<CommitmentResult> own = commitments.stream().filter(r -> r.party().equals(buyer.code())).toList();
        List<CommitmentResult> shared = commitments.stream().filter(r -> !r.party().equals(buyer.code())).toList();
        if (own.isEmpty()) {
            blocks.add(Paragraph.of(desk.say("board.none", desk.inText(buyer))));
        } else {
            blocks.add(board.board("board-own", desk.say("board.own", desk.inText(buyer), desk.numbers.date(desk.asOf())), own));
        }
        yardstick(own).ifPresent(blocks::add);
        List<CommitmentResult> judged = shared.stream().filter(r -> r.status() != CommitmentStatus.NOT_TESTABLE).toList();
        if (!judged.isEmpty()) {
            blocks.add(board.board("board-shared", desk.say("board.shared", desk.inText(buyer)), judged));
        }
        long untestable = shared.stream()
                .filter(r -> r.status() == CommitmentStatus.NOT_TESTABLE)
                .map(r -> r.commitment().id())
                .distinct()
                .count();
        if (untestable > 0) {
            blocks.add(new Paragraph(Text.of(desk.say("board.shared-untestable", Long.toString(untestable)))
                    .link(desk.say("nav.allied"), "index.html#board-untestable").and(".")));
        }
        return new Section("commitments", desk.say("section.commitments"), blocks);
    }

    /** The EU's line as a yardstick for an ally that has no ceiling of its own; never as its commitment. */
    private Optional<Callout> yardstick(List<CommitmentResult> own) {
        boolean hasCeiling = own.stream().anyMatch(r -> r.commitment().kind() == dev.lodestone.model.register.Commitment.Kind.SUPPLIER_SHARE_CEILING);
        Optional<StageStory> lead = lead().filter(StageStory::hasFigure);
        if (hasCeiling || lead.isEmpty()) {
            return Optional.empty();
        }
        double share = desk.watchedShare(lead.get().latest().orElseThrow(), Basis.VALUE).value().orElse(0);
        double gap = 100 * (share - YARDSTICK);
        return Optional.of(new Callout(Callout.Purpose.YARDSTICK, desk.say("yardstick.title"), List.of(Text.of(desk.say(
                gap > 0 ? "yardstick.above" : "yardstick.below", lead.get().stage().noun(), lead.get().year(), desk.numbers.percent(share),
                desk.numbers.oneDecimal(Math.abs(gap)), desk.atStart(buyer))))));
    }

    private Section supplierSection() {
        List<Block> blocks = new ArrayList<>();
        SupplierTables tables = new SupplierTables(desk, explanations);
        for (StageStory story : stories.reversed()) {
            if (story.hasAnything()) {
                blocks.addAll(tables.stage(story, counter));
            }
        }
        return new Section("suppliers", desk.say("section.suppliers", desk.inText(buyer)), blocks);
    }

    private Section lineSection() {
        return new Section("lines", desk.say("section.lines"), new LineTable(desk, explanations).blocks(stories, counter));
    }

    private Section builtSection() {
        List<Project> projects = surroundings.projects(buyer);
        List<Block> blocks = new ArrayList<>();
        if (projects.isEmpty()) {
            blocks.add(Paragraph.of(desk.say("built.none", desk.inText(buyer))));
        } else {
            blocks.add(Paragraph.of(desk.say("built.text")));
            surroundings.projectTable("table-built", projects, counter).ifPresent(blocks::add);
        }
        return new Section("built", desk.say("section.built", desk.inText(buyer)), blocks);
    }

    private Section eventSection() {
        List<Event> events = surroundings.events(buyer);
        List<Event> past = events.stream().filter(e -> !e.date().isAfter(desk.asOf())).toList();
        List<Event> coming = events.stream().filter(e -> e.date().isAfter(desk.asOf())).toList();
        List<Block> blocks = new ArrayList<>();
        if (!coming.isEmpty()) {
            blocks.add(surroundings.eventTable("table-coming", desk.say("events.coming"), coming).numbered(counter.table(desk)));
        }
        if (!past.isEmpty()) {
            blocks.add(surroundings.eventTable("table-past", desk.say("events.past"), past.reversed()).numbered(counter.table(desk)));
        }
        return new Section("events", desk.say("section.events"), blocks);
    }
}
