package dev.lodestone.report.brief;

import dev.lodestone.model.commitment.CommitmentJudge;
import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.commitment.CommitmentStatus;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.DominantFlow;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.SupplierFlow;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.Commitment;
import dev.lodestone.model.register.Event;
import dev.lodestone.model.register.Project;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Callout;
import dev.lodestone.report.view.Explanation;
import dev.lodestone.report.view.Figure;
import dev.lodestone.report.view.KeyFigure;
import dev.lodestone.report.view.Page;
import dev.lodestone.report.view.Paragraph;
import dev.lodestone.report.view.Section;
import dev.lodestone.report.view.Table;
import dev.lodestone.report.view.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The briefing of one ally. */
final class AllyPage {

    private static final double HALF = 0.5;

    /** A watched supplier below this share is not what a page is about: who leads instead is said beside it. */
    private static final double HARDLY_ANY = 0.01;

    /** So many are read on the way; the others are looked up in the annex. */
    private static final int PROJECTS = 8;
    private static final int EVENTS = 6;

    private final Desk desk;
    private final Economy buyer;
    private final Surroundings surroundings;
    private final Explanations explanations;
    private final Counter counter = new Counter();
    private final List<StageStory> stories;

    /** As the page tells them: by weight, where the value tells nothing. */
    private final List<StageStory> told;

    private final List<CommitmentResult> commitments;

    AllyPage(Desk desk, Economy buyer) {
        this.desk = desk;
        this.buyer = buyer;
        this.surroundings = new Surroundings(desk);
        this.explanations = new Explanations(desk);
        List<StageStory> whole = desk.stages().stream().map(stage -> StageStory.of(desk, buyer, stage)).toList();
        StageLines lines = new StageLines(desk);
        this.stories = whole.stream().anyMatch(s -> s.told().hasAnything()) ? whole : whole.stream().map(s -> lines.largest(s).orElse(s)).toList();
        this.told = stories.stream().map(StageStory::told).toList();
        this.commitments = surroundings.commitments(buyer);
    }

    Page page() {
        Frames frames = new Frames(desk);
        Caveats caveats = new Caveats(desk, surroundings);
        SupplierTables tables = new SupplierTables(desk, explanations);
        List<Block> opening = new ArrayList<>();
        Optional<Figure> history = history();
        history.or(() -> lead().filter(StageStory::hasFigure).flatMap(s -> tables.opening(s, counter))).ifPresent(opening::add);
        opening.add(caveats.onPageOne(buyer, told));
        List<Section> sections = new ArrayList<>();
        NeededCodes needed = new NeededCodes(desk);
        List<Block> sold = new Sold(desk, explanations).ofBuyer(buyer, counter);
        Section seller = new Section("sold", desk.say("section.sold", desk.watchedName()), sold);
        boolean onlySold = !sold.isEmpty() && told.stream().noneMatch(StageStory::hasAnything);
        if (onlySold) {
            sections.add(seller);
        } else if (needed.nothingRead()) {
            sections.add(needed.section(counter, false));
        }
        new Changes(desk).of(buyer, surroundings.codesOf(buyer)).ifPresent(sections::add);
        sections.add(commitmentSection());
        LineTable lines = new LineTable(desk, explanations);
        List<StageStory> pictured = told.reversed().stream().filter(StageStory::hasAnything).toList();
        sections.add(new Section("suppliers", desk.say("section.suppliers", desk.inText(buyer)), tables.pictures(pictured, counter, history.isEmpty())));
        if (!onlySold) {
            sections.add(seller);
        }
        sections.add(new Section("lines", desk.say("section.lines"), lines.warnings(stories)));
        FurtherMeasures further = new FurtherMeasures(desk, explanations, buyer);
        sections.addAll(further.main(pictured, counter));
        sections.add(builtSection());
        sections.add(eventSection());
        if (onlySold && needed.nothingRead()) {
            sections.add(needed.section(counter, true));
        }
        sections.add(Section.annex("supplier-tables", desk.say("section.supplier-tables", desk.inText(buyer)), tables.tables(pictured, counter)));
        sections.add(Section.annex("line-table", desk.say("section.line-table"), lines.tables(stories, counter)));
        sections.addAll(further.annex(pictured, counter));
        sections.add(Section.annex("commitments-untestable", desk.say("section.untestable"), untestable()));
        sections.add(Section.annex("built-others", desk.say("section.built-others"), furtherProjects()));
        sections.add(Section.annex("events-others", desk.say("section.events-others"), furtherEvents()));
        sections.add(Section.annex("caveats", desk.say("section.caveats"), List.of(caveats.inFull(buyer, told))));
        Sources sources = new Sources(desk);
        List<Block> data = new ArrayList<>();
        data.add(Paragraph.of(desk.say("section.data-text")));
        data.addAll(sources.differences(Optional.of(buyer), counter));
        sections.add(Section.annex("data", desk.say("section.data"), data));
        return new Page(
                buyer.code(),
                Page.Template.BRIEFING,
                desk.facts.locale().toLanguageTag(),
                buyer.code(),
                desk.say("ally.kicker", desk.assessment.material().label()),
                title(),
                dek(),
                frames.dateLine(buyer),
                verdict(),
                keyFigures(),
                opening,
                sections.stream().filter(s -> !s.blocks().isEmpty()).toList(),
                sources.notes(buyer),
                explanations.all(),
                frames.meta(desk.say("ally.subject", desk.inText(buyer), desk.watchedName()), buyer),
                frames.navigation(buyer.code() + ".html"),
                frames.downloads(buyer.code() + ".pdf"))
                .withNameplate(nameplate());
    }

    /** How the ally calls itself, unless the page calls it so already. */
    private Text nameplate() {
        Text own = NativeNames.of(buyer);
        return own.plain().equals(desk.name(buyer)) ? Text.empty() : own;
    }

    /** The shares through time; empty where no stage has two years. */
    Optional<Figure> history() {
        // One axis has one basis.
        List<StageStory> drawn = stories.stream().anyMatch(StageStory::hasAnything) ? stories : told;
        return new ShareHistory(desk, surroundings).figure("fig-history", counter, drawn, historySource());
    }

    /** How the numbers were made that stand in what was asked for. */
    List<Explanation> explanations() {
        return explanations.all();
    }

    private Text historySource() {
        List<String> publishers = stories.stream()
                .flatMap(s -> s.history(desk).stream())
                .map(SupplierProfile::publisher)
                .distinct()
                .toList();
        return Text.of(desk.say("source.publishers", String.join(", ", publishers)));
    }

    /** The stage that leads: the one nearest to the finished good that has a figure; what is known by value goes before what is by weight. */
    private Optional<StageStory> lead() {
        return last(stories, StageStory::hasFigure)
                .or(() -> last(stories, StageStory::hasAnything))
                .or(() -> last(told, StageStory::hasFigure))
                .or(() -> last(told, StageStory::hasAnything));
    }

    private static Optional<StageStory> last(List<StageStory> stories, Predicate<StageStory> which) {
        return stories.reversed().stream().filter(which).findFirst();
    }

    String title() {
        Optional<StageStory> lead = lead();
        if (lead.isPresent() && lead.get().isByWeight()) {
            Outcome share = lead.get().share(desk, lead.get().spoken().orElseThrow());
            String number = share.hasValue() && !StageStory.isFigure(share)
                    ? desk.numbers.roundSpan(share)
                    : desk.numbers.roundPercent(share.valueOrHigh().orElseThrow());
            return desk.say(share.hasValue() ? "ally.title-weight" : "ally.title-weight-bound", desk.atStart(buyer), number,
                    lead.get().stage().noun(), desk.watchedName());
        }
        if (lead.isEmpty()) {
            return desk.say("ally.title-none", desk.atStart(buyer), desk.watchedName());
        }
        Outcome share = desk.watchedShare(lead.get().spoken().orElseThrow(), Basis.VALUE);
        double level = share.valueOrHigh().orElse(0);
        if (!StageStory.isFigure(share) && share.hasValue()) {
            return desk.say("ally.title-low", desk.atStart(buyer), desk.numbers.roundSpan(share), lead.get().stage().noun(), desk.watchedName());
        }
        if (share.isUpperBound()) {
            return desk.say("ally.title-bound", desk.atStart(buyer), desk.numbers.roundPercent(level), lead.get().stage().noun(), desk.watchedName());
        }
        Optional<SupplierFlow> leader = leader(lead.get());
        if (level < HARDLY_ANY && leader.isPresent()) {
            return desk.say("ally.title-hardly", desk.atStart(buyer), desk.numbers.roundPercent(level), lead.get().stage().noun(), desk.watchedName(),
                    desk.inText(leader.get().supplier()),
                    desk.numbers.roundPercent(lead.get().latest().orElseThrow().partOf(leader.get(), Basis.VALUE)));
        }
        String key = level >= HALF ? "ally.title-high" : "ally.title-low";
        return desk.say(key, desk.atStart(buyer), desk.numbers.roundPercent(level), lead.get().stage().noun(), desk.watchedName());
    }

    /** The largest supplier, where it is another than the watched one: the dependence that the watch list does not see. */
    private Optional<SupplierFlow> leader(StageStory story) {
        return story.latest().flatMap(p -> p.top(story.basis())).filter(f -> !desk.assessment.context().watched().contains(f.supplier()));
    }

    /** The second thing to know: which way it goes, and how far from the ceiling that an ally has set. */
    String dek() {
        Optional<StageStory> lead = lead().filter(StageStory::hasFigure);
        if (lead.isEmpty()) {
            return desk.say("ally.dek");
        }
        double share = lead.get().share(desk, lead.get().latest().orElseThrow()).value().orElse(0);
        String way = lead.get().earlier()
                .map(before -> {
                    double was = lead.get().share(desk, before).value().orElse(0);
                    String key = Math.abs(share - was) < StageStory.HARDLY ? "dek.same" : share < was ? "dek.fell" : "dek.rose";
                    return desk.say(lead.get().key(key), desk.numbers.percent(was), before.key().period(), lead.get().period());
                })
                .orElse(desk.say(lead.get().key("dek.no-earlier"), "", "", lead.get().period()));
        Optional<Yardstick> line = Yardstick.of(desk, buyer, lead.get().stage().id());
        boolean own = line.filter(l -> l.isOwn(buyer)).isPresent();
        // Another ally's ceiling is one of values.
        if (line.isEmpty() || lead.get().isByWeight() && !own) {
            return way + desk.say("dek.end");
        }
        double ceiling = line.get().share();
        String key = (own ? "dek.own-" : "dek.yardstick-") + (share > ceiling ? "above" : "below");
        return way + desk.say(key, Term.points(Math.abs(share - ceiling)), desk.numbers.roundPercent(ceiling),
                line.get().partyInText(desk), Integer.toString(line.get().year()));
    }

    private List<Text> verdict() {
        List<Text> paragraphs = dependence();
        paragraphs.add(ceilings());
        paragraphs.add(hidden().and(commitmentSentence()));
        return paragraphs.stream().filter(t -> !t.isEmpty()).toList();
    }

    /** The stage that leads, and the others in a sentence. */
    List<Text> dependence() {
        List<Text> paragraphs = new ArrayList<>();
        Optional<StageStory> lead = lead();
        Text first = lead.map(this::stageSentence).orElse(Text.empty());
        List<StageStory> rest = stories.reversed().stream()
                .filter(StageStory::hasAnything)
                .filter(s -> lead.isEmpty() || !s.equals(lead.get()))
                .toList();
        if (first.isEmpty()) {
            NeededCodes needed = new NeededCodes(desk);
            String none = stories.reversed().stream().filter(s -> !s.years().isEmpty()).findFirst()
                    .map(s -> desk.say("verdict.none-why", desk.inText(buyer), s.stage().noun(), s.whyNot(desk)))
                    .orElseGet(() -> desk.say("verdict.none", desk.inText(buyer)));
            paragraphs.add(Text.of(needed.nothingRead() ? needed.why() : none));
            paragraphs.add(new Sold(desk, explanations).sentence(buyer));
            paragraphs.add(new PublishedReliance(desk, explanations).newest(buyer));
            paragraphs.removeIf(Text::isEmpty);
            return paragraphs;
        }
        paragraphs.add(first);
        if (!rest.isEmpty()) {
            paragraphs.add(otherStages(rest));
        }
        stories.stream().filter(s -> !s.line().isEmpty()).map(s -> StageStory.of(desk, buyer, desk.stage(s.stage().id())))
                .forEach(s -> paragraphs.add(Text.of(desk.say("verdict.line", s.stage().noun(), Desk.capital(s.whyNot(desk))))));
        told.reversed().stream()
                .filter(s -> s.isByWeight() && !s.equals(lead.orElseThrow()))
                .forEach(s -> paragraphs.add(weightSentence(desk, explanations, s).and(".")));
        Sold sold = new Sold(desk, explanations);
        if (sold.last(buyer).filter(this::isNewerThanImports).isPresent()) {
            paragraphs.add(sold.sentence(buyer));
        }
        return paragraphs;
    }

    private boolean isNewerThanImports(ReferencePeriod period) {
        return told.stream()
                .flatMap(s -> Stream.of(s.spoken(), s.soFar()).flatMap(Optional::stream))
                .noneMatch(p -> !p.key().period().end().isBefore(period.end()));
    }

    /** What is known by weight, where nothing is by value. */
    static Text weightSentence(Desk desk, Explanations explanations, StageStory story) {
        SupplierProfile p = story.told().spoken().orElseThrow();
        return Text.of(desk.say("verdict.stage-before", Desk.capital(desk.watchedName())))
                .explained(desk.numbers.share(desk.watchedShare(p, Basis.WEIGHT)), explanations.watchedShare(p, Basis.WEIGHT))
                .and(desk.say(p.total(Basis.VALUE) > 0 ? "verdict.weight-some-value" : "verdict.weight-no-value",
                        desk.inText(story.buyer()), story.stage().noun(), p.key().period()));
    }

    private Text stageSentence(StageStory story) {
        SupplierProfile p = story.spoken().orElseThrow();
        Outcome share = story.share(desk, p);
        Text text = (story.isByWeight() ? weightSentence(desk, explanations, story) : valueSentence(p, share, story)).and(".");
        if (story.earlier().isPresent() && share.hasValue()) {
            SupplierProfile b = story.earlier().get();
            double before = story.share(desk, b).value().orElse(0);
            double change = share.value().getAsDouble() - before;
            text = text.and(" ").and(desk.say(Math.abs(change) < StageStory.HARDLY ? "verdict.unchanged" : change < 0 ? "verdict.fell" : "verdict.rose",
                    b.key().period())).explained(desk.numbers.percent(before), explanations.watchedShare(b, story.basis())).and(".");
        }
        if (story.soFar().isPresent()) {
            SupplierProfile part = story.soFar().get();
            text = text.and(" ").and(desk.say("verdict.so-far", part.key().period()))
                    .explained(desk.numbers.share(story.share(desk, part)), explanations.watchedShare(part, story.basis())).and(".");
        }
        Optional<SupplierFlow> leader = leader(story);
        if (leader.isPresent()) {
            text = text.and(" " + Desk.capital(desk.say("suppliers.top", desk.inText(leader.get().supplier()))))
                    .explained(desk.numbers.percent(p.partOf(leader.get(), story.basis())), explanations.share(p, story.basis(), leader.get().supplier()))
                    .and(desk.say("verdict.leader"));
        }
        return text;
    }

    private Text valueSentence(SupplierProfile p, Outcome value, StageStory story) {
        Text text = Text.of(desk.say("verdict.stage-before", Desk.capital(desk.watchedName())))
                .explained(desk.numbers.share(value), explanations.watchedShare(p, Basis.VALUE))
                .and(desk.say("verdict.stage-after", desk.inText(buyer), story.stage().noun(), p.key().period()))
                .and(money(p, value));
        if (p.obstacle(Basis.WEIGHT).isEmpty()) {
            Outcome weight = desk.watchedShare(p, Basis.WEIGHT);
            text = text.and(desk.say("verdict.weight-before"))
                    .explained(desk.numbers.share(weight), explanations.watchedShare(p, Basis.WEIGHT))
                    .and(desk.say("verdict.weight-after"));
            boolean known = StageStory.isFigure(weight) && StageStory.isFigure(value);
            double gap = known ? weight.value().getAsDouble() - value.value().getAsDouble() : 0;
            boolean crosses = known && (weight.value().orElse(0) > HALF) != (value.value().orElse(0) > HALF);
            if (crosses) {
                text = text.and(desk.say("verdict.flip"));
            } else if (Math.abs(gap) >= 0.1) {
                text = text.and(desk.say(gap > 0 ? "verdict.heavier" : "verdict.lighter", Term.points(Math.abs(gap))));
            }
        }
        return text;
    }

    /** What the share is worth in dollars, where that can be told. */
    private String money(SupplierProfile p, Outcome share) {
        OptionalDouble rate = p.usdPerUnit();
        if (!StageStory.isFigure(share) || rate.isEmpty()) {
            return "";
        }
        double total = p.total(Basis.VALUE) * rate.getAsDouble();
        return Numbers.Scale.of(total)
                .map(scale -> desk.say(scale.key("verdict.money"), desk.numbers.scaled(share.value().getAsDouble() * total, scale), desk.numbers.scaled(total, scale)))
                .orElse("");
    }

    /** The other stages in one sentence: a share each, and a year that they have in common once. */
    private Text otherStages(List<StageStory> rest) {
        List<SupplierProfile> told = rest.stream().map(s -> s.spoken().orElseThrow()).toList();
        ReferencePeriod period = told.getFirst().key().period();
        boolean oneYear = told.size() > 1 && told.stream().allMatch(p -> p.key().period().equals(period));
        Text text = Text.of(desk.say(oneYear ? "verdict.others-in" : "verdict.others", desk.watchedName(), period));
        for (int i = 0; i < told.size(); i++) {
            SupplierProfile p = told.get(i);
            text = text.and(i == 0 ? "" : i == told.size() - 1 ? desk.say("list.and") : desk.say("list.comma"))
                    .explained(desk.numbers.share(desk.watchedShare(p, Basis.VALUE)), explanations.watchedShare(p, Basis.VALUE))
                    .and(desk.say(oneYear ? "verdict.other-stage-in" : "verdict.other-stage", rest.get(i).stage().noun(), p.key().period()));
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

    /** What the ally has set itself beside the line that its heading is held against: the figure it stands at, or that there is none. */
    private Text ceilings() {
        Set<String> headed = lead().filter(StageStory::hasFigure)
                .flatMap(s -> Yardstick.of(desk, buyer, s.stage().id()))
                .map(line -> Set.of(line.commitment().id()))
                .orElse(Set.of());
        List<CommitmentResult> own = commitments.stream()
                .filter(r -> r.party().equals(buyer.code()) && !headed.contains(r.commitment().id()))
                .filter(r -> r.commitment().kind() == Commitment.Kind.SUPPLIER_SHARE_CEILING)
                .filter(r -> r.commitment().threshold().isPresent() && r.commitment().targetDate().isPresent())
                .filter(r -> CommitmentJudge.isInForce(r.commitment(), desk.asOf()))
                .toList();
        Text text = Text.empty();
        for (String id : own.stream().map(r -> r.commitment().id()).distinct().toList()) {
            List<CommitmentResult> group = own.stream().filter(r -> r.commitment().id().equals(id)).toList();
            Optional<CommitmentResult> farthest = group.stream()
                    .filter(r -> r.measured().isPresent())
                    .max(Comparator.comparingDouble(r -> r.distancePoints().orElse(-1)));
            Commitment c = group.getFirst().commitment();
            String ceiling = desk.numbers.roundPercent(c.threshold().getAsDouble());
            String year = Integer.toString(c.targetDate().orElseThrow().getYear());
            if (farthest.isPresent()) {
                CommitmentResult r = farthest.get();
                String supplier = Economy.find(r.supplier()).map(desk::name).orElse(r.supplier());
                text = text.and(text.isEmpty() ? "" : " ").and(desk.say("verdict.ceiling", ceiling, year,
                        desk.numbers.percent(r.measured().getAsDouble()), supplier, goods(r), r.period()));
            } else if (group.stream().allMatch(r -> r.status() == CommitmentStatus.NOT_TESTABLE)) {
                text = text.and(text.isEmpty() ? "" : " ").and(desk.say("verdict.ceiling-untested", ceiling, year));
            }
        }
        return text;
    }

    private String goods(CommitmentResult r) {
        return desk.commodity(r.stage(), r.commodity()).map(c -> c.code() + " " + c.label())
                .orElseGet(() -> desk.stages().stream().filter(s -> s.id().equals(r.stage())).findFirst().map(StageEntry::noun).orElse(r.stage()));
    }

    private Text commitmentSentence() {
        List<CommitmentResult> own = commitments.stream().filter(r -> r.party().equals(buyer.code())).toList();
        Map<CommitmentStatus, Integer> counts = new CommitmentBoard(desk).count(own);
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return Text.of(commitments.isEmpty()
                    ? desk.say("board.none", desk.inText(buyer))
                    : desk.say("verdict.no-commitment", desk.atStart(buyer)));
        }
        StringBuilder list = new StringBuilder();
        for (CommitmentStatus status : CommitmentStatus.values()) {
            int n = counts.getOrDefault(status, 0);
            if (n > 0) {
                list.append(list.isEmpty() ? "" : desk.say("list.comma"))
                        .append(all == 1 ? desk.say("verdict.is." + status.code()) : desk.say("verdict.count." + status.code(), Integer.toString(n)));
            }
        }
        return Text.of(desk.say(all == 1 ? "verdict.commitment" : "verdict.commitments", Integer.toString(all), desk.inText(buyer), list));
    }

    private List<KeyFigure> keyFigures() {
        List<KeyFigure> tiles = new ArrayList<>();
        StageTiles tile = new StageTiles(desk, explanations);
        List<StageStory> order = told.reversed().stream()
                .sorted(Comparator.comparing((StageStory s) -> s.hasFigure() ? 0 : s.hasAnything() ? 1 : 2))
                .limit(3)
                .sorted(Comparator.comparingInt((StageStory s) -> -s.stage().order()))
                .toList();
        for (StageStory story : order) {
            if (story.hasAnything()) {
                tiles.add(tile.stage(story));
            }
        }
        Predicate<StageStory> isShareKnown = s -> s.spoken().filter(p -> s.share(desk, p).hasValue()).isPresent();
        Optional<StageStory> most = last(stories, isShareKnown).or(() -> last(told, isShareKnown));
        if (tiles.size() < 3) {
            most.flatMap(tile::concentration).ifPresent(tiles::add);
        }
        most.ifPresent(s -> tiles.add(tile.allied(Optional.of(s))));
        return tiles;
    }

    private Section commitmentSection() {
        List<Block> blocks = new ArrayList<>();
        CommitmentBoard board = new CommitmentBoard(desk);
        List<CommitmentResult> own = commitments.stream().filter(this::isOwn).toList();
        List<CommitmentResult> judged = own.stream().filter(CommitmentBoard::canBeJudged).toList();
        if (desk.assessment.commitments().isEmpty()) {
            // Of a material without a register of promises the short answer says so; a section would say it again.
            return new Section("commitments", desk.say("section.commitments"), blocks);
        }
        if (own.isEmpty()) {
            blocks.add(Paragraph.of(desk.say("board.none", desk.inText(buyer))));
        } else if (judged.isEmpty()) {
            blocks.add(Paragraph.of(desk.say("board.none-judged", desk.inText(buyer))));
        } else {
            blocks.add(board.board("board-own", desk.say("board.own", desk.inText(buyer), desk.numbers.date(desk.asOf())), judged));
        }
        yardstick(own).ifPresent(blocks::add);
        List<CommitmentResult> shared = commitments.stream().filter(r -> !isOwn(r) && CommitmentBoard.canBeJudged(r)).toList();
        if (!shared.isEmpty()) {
            blocks.add(board.board("board-shared", desk.say("board.shared", desk.inText(buyer)), shared));
        }
        long more = count(r -> !isOwn(r) && !CommitmentBoard.canBeJudged(r));
        if (more > 0) {
            blocks.add(new Paragraph(Text.of(desk.say("board.shared-untestable", Long.toString(more)))
                    .link(desk.say("nav.allied"), "index.html#board-untestable").and(".")));
        }
        return new Section("commitments", desk.say("section.commitments"), blocks);
    }

    private List<Block> untestable() {
        List<CommitmentResult> own = commitments.stream().filter(r -> isOwn(r) && !CommitmentBoard.canBeJudged(r)).toList();
        return own.isEmpty() ? List.of() : List.of(new CommitmentBoard(desk).board("board-untestable", desk.say("board.untestable"), own).brief());
    }

    private boolean isOwn(CommitmentResult r) {
        return r.party().equals(buyer.code());
    }

    private long count(Predicate<CommitmentResult> which) {
        return commitments.stream().filter(which).map(r -> r.commitment().id()).distinct().count();
    }

    /** Another ally's line as a yardstick for one that has no ceiling of its own; never as its commitment. */
    private Optional<Callout> yardstick(List<CommitmentResult> own) {
        boolean hasCeiling = own.stream().anyMatch(r -> r.commitment().kind() == Commitment.Kind.SUPPLIER_SHARE_CEILING);
        Optional<StageStory> lead = last(stories, StageStory::hasFigure);
        Optional<Yardstick> line = lead.flatMap(story -> Yardstick.at(desk, story.stage().id()));
        if (hasCeiling || line.isEmpty()) {
            return Optional.empty();
        }
        double share = desk.watchedShare(lead.get().latest().orElseThrow(), Basis.VALUE).value().orElse(0);
        double gap = share - line.get().share();
        return Optional.of(new Callout(Callout.Purpose.YARDSTICK, desk.say("yardstick.title"), List.of(Text.of(desk.say(
                gap > 0 ? "yardstick.above" : "yardstick.below", lead.get().stage().noun(), lead.get().period(), desk.numbers.percent(share),
                Term.points(Math.abs(gap)), desk.atStart(buyer), line.get().party(desk), Integer.toString(line.get().year()),
                desk.numbers.roundPercent(line.get().share()))))));
    }

    private Section builtSection() {
        List<Project> projects = surroundings.projects(buyer);
        List<Block> blocks = new ArrayList<>();
        if (projects.isEmpty() && !desk.assessment.material().projects().isEmpty()) {
            blocks.add(Paragraph.of(desk.say("built.none", desk.inText(buyer))));
        } else if (!projects.isEmpty()) {
            blocks.add(Paragraph.of(desk.say("built.text")));
            surroundings.projectTable("table-built", first(projects, PROJECTS), counter)
                    .map(table -> withMore(table, projects.size() - PROJECTS, "built.more", "built-others"))
                    .ifPresent(blocks::add);
        }
        return new Section("built", desk.say("section.built", desk.inText(buyer)), blocks);
    }

    private List<Block> furtherProjects() {
        return surroundings.projectTable("table-built-others", rest(surroundings.projects(buyer), PROJECTS), counter)
                .<List<Block>>map(List::of)
                .orElse(List.of());
    }

    private Section eventSection() {
        List<Event> coming = coming();
        List<Event> past = past();
        List<Block> blocks = new ArrayList<>();
        if (!coming.isEmpty()) {
            blocks.add(surroundings.eventTable("table-coming", desk.say("events.coming"), coming).numbered(counter.table(desk)));
        }
        if (!past.isEmpty()) {
            Table lately = surroundings.eventTable("table-past", desk.say("events.past"), first(past, EVENTS)).numbered(counter.table(desk));
            blocks.add(withMore(lately, past.size() - EVENTS, "events.more", "events-others"));
        }
        return new Section("events", desk.say("section.events"), blocks);
    }

    private List<Block> furtherEvents() {
        List<Event> others = rest(past(), EVENTS);
        return others.isEmpty()
                ? List.of()
                : List.of(surroundings.eventTable("table-past-others", desk.say("events.past-others"), others).numbered(counter.table(desk)));
    }

    private List<Event> coming() {
        return surroundings.events(buyer).stream().filter(e -> e.date().isAfter(desk.asOf())).toList();
    }

    private List<Event> past() {
        return surroundings.events(buyer).stream().filter(e -> !e.date().isAfter(desk.asOf())).toList().reversed();
    }

    /** Where the other rows stand, said below the table itself: a line of its own could come to stand alone on a page. */
    private Table withMore(Table table, int number, String key, String anchor) {
        if (number <= 0) {
            return table;
        }
        List<Text> remarks = new ArrayList<>(table.footnotes());
        remarks.add(Text.of("").link(desk.say(key, Integer.toString(number)), "#" + anchor).and("."));
        return table.withFootnotes(remarks);
    }

    private static <T> List<T> first(List<T> list, int number) {
        return list.subList(0, Math.min(number, list.size()));
    }

    private static <T> List<T> rest(List<T> list, int number) {
        return list.subList(Math.min(number, list.size()), list.size());
    }
}
