package dev.lodestone.report.brief;

import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.commitment.CommitmentStatus;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.report.chart.Certainty;
import dev.lodestone.report.chart.DumbbellChart;
import dev.lodestone.report.chart.Frame;
import dev.lodestone.report.chart.HeatMap;
import dev.lodestone.report.chart.LineChart;
import dev.lodestone.report.chart.Role;
import dev.lodestone.report.chart.SmallMultiples;
import dev.lodestone.report.chart.StatusStrip;
import dev.lodestone.report.chart.TextMeasure;
import dev.lodestone.report.chart.TimeAxis;
import dev.lodestone.report.chart.YAxis;
import dev.lodestone.report.OutputFormat;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Callout;
import dev.lodestone.report.view.CardList;
import dev.lodestone.report.view.Explanation;
import dev.lodestone.report.view.Figure;
import dev.lodestone.report.view.KeyFigure;
import dev.lodestone.report.view.NavLink;
import dev.lodestone.report.view.Page;
import dev.lodestone.report.view.Paragraph;
import dev.lodestone.report.view.Section;
import dev.lodestone.report.view.Text;
import dev.lodestone.report.view.Tone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The allied picture: front page of an edition, and its briefing on paper. */
final class AlliedPage {

    /** Small enough for the whole picture and its caveat on page one. */
    private static final double HEAT_TYPE_PT = 6.2;

    /** A share above which a buyer depends on one supplier more than on all others together. */
    private static final double HALF = 0.5;

    /** So many stages fit in a title. */
    private static final int TITLE_STAGES = 2;

    /** So few are told one by one. */
    private static final int PAIR = 2;

    /** So many names have room below a figure. */
    private static final int NAMED = 4;

    private final Desk desk;
    private final Explanations explanations;
    private final Surroundings surroundings;
    private final Counter counter = new Counter();
    private final Map<Economy, List<StageStory>> stories = new LinkedHashMap<>();
    private final List<CommitmentResult> commitments;

    AlliedPage(Desk desk) {
        this.desk = desk;
        this.explanations = new Explanations(desk);
        this.surroundings = new Surroundings(desk);
        for (Economy e : desk.assessment.economies()) {
            stories.put(e, desk.stages().stream().map(s -> StageStory.of(desk, e, s)).toList());
        }
        this.commitments = surroundings.commitments();
    }

    /**
     * The page.
     *
     * @param template {@link Page.Template#INDEX} for the front page, {@link Page.Template#BRIEFING} for paper
     * @param fileBase file name without its ending
     */
    Page page(Page.Template template, String fileBase) {
        Frames frames = new Frames(desk);
        Sources sources = new Sources(desk);
        StageEntry lead = leadStage();
        List<Block> opening = new ArrayList<>();
        List<Block> map = heatMap(Integer.MAX_VALUE);
        opening.addAll(map);
        opening.add(caveat(map));
        List<Section> sections = new ArrayList<>();
        NeededCodes needed = new NeededCodes(desk);
        if (needed.nothingRead()) {
            sections.add(new Section("needed", desk.say("section.needed"), needed.blocks(counter.table(desk), Integer.MAX_VALUE)));
        }
        if (template == Page.Template.INDEX) {
            sections.add(new Section("briefings", desk.say("section.briefings"), List.of(cards())));
        }
        new Changes(desk).ofAll().ifPresent(sections::add);
        AlliedCharts charts = new AlliedCharts(desk, counter);
        sections.add(new Section("flows", desk.say("section.flows"), charts.flows(stories)));
        List<Block> time = new ArrayList<>(charts.slope(lead, stories));
        time.addAll(time(lead));
        sections.add(new Section("time", desk.say(stories.size() == 1 ? "time.title" : "section.time", lead.label()), time));
        sections.add(new Section("basis", desk.say("section.basis"), bases()));
        sections.add(new Section("commitments", desk.say("section.commitments"), commitments()));
        sections.add(new Section("events", desk.say("section.ahead"), ahead()));
        sections.add(Section.annex("commitments-not-due", desk.say("section.not-due"), notDue()));
        sections.add(Section.annex("commitments-untestable", desk.say("section.untestable"), untestable()));
        List<Block> data = new ArrayList<>();
        data.add(Paragraph.of(desk.say("section.data-text")));
        data.add(sources.account(counter));
        data.addAll(sources.differences(Optional.empty(), counter));
        sections.add(Section.annex("data", desk.say("section.data"), data));
        return new Page(
                fileBase,
                template,
                desk.facts.locale().toLanguageTag(),
                fileBase,
                desk.say("allied.kicker", desk.assessment.material().label()),
                title(lead),
                dek(),
                frames.dateLine(),
                verdict(lead),
                keyFigures(lead),
                opening,
                sections.stream().filter(s -> !s.blocks().isEmpty()).toList(),
                List.of(),
                explanations.all(),
                frames.meta(desk.say("allied.subject", desk.watchedName()), desk.say("allied.running")),
                frames.navigation("index.html"),
                frames.downloads("allied.pdf"));
    }

    List<Explanation> explanations() {
        return explanations.all();
    }

    /** The stage with most figures; of equals the one nearest to the finished good. */
    StageEntry leadStage() {
        return desk.stages().stream()
                .max(Comparator.comparingLong((StageEntry s) -> withFigure(s).size()).thenComparing(StageEntry::order))
                .orElseThrow();
    }

    private List<StageStory> withFigure(StageEntry stage) {
        return stories.values().stream()
                .flatMap(List::stream)
                .filter(s -> s.stage().equals(stage) && s.hasFigure())
                .toList();
    }

    /** As {@link #withFigure}, blocs left out where anyone else has a figure: their members are counted already. */
    private List<StageStory> withFigureByItself(StageEntry stage) {
        return desk.byThemselves(withFigure(stage));
    }

    private double share(StageStory s) {
        return desk.watchedShare(s.latest().orElseThrow(), Basis.VALUE).value().orElse(0);
    }

    String title(StageEntry lead) {
        List<StageStory> told = withFigureByItself(lead);
        if (told.isEmpty()) {
            return desk.say("allied.title-none");
        }
        if (told.size() == 1) {
            double only = share(told.getFirst());
            return desk.say(only > HALF ? "ally.title-high" : "ally.title-low", desk.atStart(told.getFirst().buyer()),
                    desk.numbers.roundPercent(only), lead.noun(), desk.watchedName());
        }
        if (told.size() == PAIR) {
            return ofTwo(lead, told);
        }
        long half = told.stream().filter(s -> share(s) > HALF).count();
        return desk.say(half == 0 ? "allied.title-nobody" : "allied.title", Term.count(half), Integer.toString(told.size()), lead.noun(), desk.watchedName());
    }

    /** Who depends more of two, and then the other: "1 of 2" says less in as many words. */
    private String ofTwo(StageEntry lead, List<StageStory> two) {
        StageStory most = Collections.max(two, Comparator.comparingDouble(this::share));
        StageStory least = Collections.min(two.reversed(), Comparator.comparingDouble(this::share));
        String more = desk.say(share(most) > HALF ? "ally.title-high" : "ally.title-low",
                desk.atStart(most.buyer()), desk.numbers.roundPercent(share(most)), lead.noun(), desk.watchedName());
        return desk.say("allied.title-two", more, desk.name(least.buyer()), desk.numbers.roundPercent(share(least)));
    }

    /** What the page tells of: promises only where the register knows some. */
    String dek() {
        List<StageStory> told = withFigureByItself(leadStage());
        if (told.size() == 1 && desk.assessment.economies().size() == 1) {
            return new AllyPage(desk, told.getFirst().buyer()).dek();
        }
        String others = leader(told);
        if (!others.isEmpty()) {
            return others;
        }
        ShareMoves moves = new ShareMoves(desk, told);
        if (told.size() > 1 && !moves.compared().isEmpty()) {
            return moved(moves);
        }
        boolean plain = told.isEmpty() || commitments.isEmpty();
        return desk.say(plain ? "allied.dek-plain" : "allied.dek", desk.watchedName());
    }

    /** Who supplies most allies where none buys more than half from the watched supplier, and it leads nowhere; else nothing. */
    private String leader(List<StageStory> told) {
        Map<Economy, Long> leads = new LinkedHashMap<>();
        told.forEach(s -> s.latest().orElseThrow().top(Basis.VALUE).ifPresent(f -> leads.merge(f.supplier(), 1L, Long::sum)));
        if (told.size() < 2 || leads.isEmpty() || leads.keySet().stream().anyMatch(desk.assessment.context().watched()::contains)) {
            return "";
        }
        var most = leads.entrySet().stream()
                .max(Map.Entry.<Economy, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow();
        return desk.say("allied.dek-others", Desk.capital(desk.inText(most.getKey())), most.getValue(), told.size());
    }

    /** Of which year the figures are, and which way the share has gone since, counted over the allies. */
    private String moved(ShareMoves moves) {
        String when = moves.year().map(year -> desk.say("allied.when", year)).orElseGet(() -> desk.say("allied.when-last"));
        boolean nowhere = moves.fell().equals(Term.count(0)) && moves.rose().equals(Term.count(0));
        return when + " " + moves.sinceOneYear()
                .map(since -> desk.say(nowhere ? "allied.moved-nowhere" : "allied.moved", since, moves.fell(), moves.rose(), moves.stayed()))
                .orElseGet(() -> desk.say("allied.moved-some", moves.compared().size(), moves.fell(), moves.rose(), moves.stayed()));
    }

    List<Text> verdict(StageEntry lead) {
        List<StageStory> told = withFigureByItself(lead).stream().sorted(Comparator.comparingDouble(this::share)).toList();
        if (told.isEmpty()) {
            return List.of(Text.of(desk.say(new NeededCodes(desk).nothingRead() ? "verdict.none-read" : "allied.verdict-none")));
        }
        StageStory least = told.getFirst();
        StageStory most = told.getLast();
        boolean alike = told.size() > 1 && printedAlike(least, most);
        Text range = told.size() == 1 || alike
                ? Text.of(desk.say("allied.range-one", lead.noun(), desk.years(told), desk.watchedName()))
                : Text.of(desk.say("allied.range-before", lead.noun(), desk.years(told), desk.watchedName()))
                        .explained(desk.numbers.percent(share(least)), explanations.watchedShare(least.latest().orElseThrow(), Basis.VALUE))
                        .and(desk.say("allied.range-least", desk.inText(least.buyer())));
        Text first = range.explained(desk.numbers.percent(share(most)), explanations.watchedShare(most.latest().orElseThrow(), Basis.VALUE))
                .and(alike ? desk.say("allied.range-same", Integer.toString(told.size())) : desk.say("allied.range-most", desk.inText(most.buyer())));
        List<Text> paragraphs = new ArrayList<>();
        paragraphs.add(first.and(" ").and(flipSentence()));
        Map<CommitmentStatus, Integer> counts = new CommitmentBoard(desk).count(commitments);
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return paragraphs;
        }
        paragraphs.add(Text.of(desk.say("allied.commitments", Integer.toString(all),
                Integer.toString(counts.getOrDefault(CommitmentStatus.MET, 0)),
                Integer.toString(counts.getOrDefault(CommitmentStatus.NOT_TESTABLE, 0)),
                Integer.toString(counts.getOrDefault(CommitmentStatus.OUTCOME_UNKNOWN, 0)))));
        return paragraphs;
    }

    /** Where value and weight put another ally first. */
    private String flipSentence() {
        for (StageEntry stage : desk.stages().reversed()) {
            List<StageStory> both = weighed(stage);
            if (both.size() < 3) {
                continue;
            }
            StageStory byValue = both.stream().max(Comparator.comparingDouble(this::share)).orElseThrow();
            StageStory byWeight = both.stream().max(Comparator.comparingDouble(this::weightShare)).orElseThrow();
            if (!byValue.buyer().equals(byWeight.buyer())) {
                return desk.say("allied.flip", stage.noun(), desk.years(List.of(byValue, byWeight)), desk.inText(byValue.buyer()), desk.numbers.percent(share(byValue)),
                        desk.inText(byWeight.buyer()), desk.numbers.percent(weightShare(byWeight)));
            }
        }
        return "";
    }

    private List<StageStory> weighed(StageEntry stage) {
        return withFigure(stage).stream()
                .filter(s -> s.latest().orElseThrow().obstacle(Basis.WEIGHT).isEmpty())
                .toList();
    }

    private double weightShare(StageStory s) {
        return desk.watchedShare(s.latest().orElseThrow(), Basis.WEIGHT).value().orElse(0);
    }

    List<KeyFigure> keyFigures(StageEntry lead) {
        List<StageStory> told = withFigureByItself(lead).stream().sorted(Comparator.comparingDouble(this::share)).toList();
        List<KeyFigure> tiles = new ArrayList<>();
        if (told.size() == 1) {
            // One ally is no field: its middle, its lowest and its only share would be the same figure.
            StageTiles tile = new StageTiles(desk, explanations);
            tiles.add(tile.stage(told.getFirst()));
            tiles.add(tile.concentration(told.getFirst()));
            tiles.add(tile.allied(Optional.of(told.getFirst())));
        } else if (told.size() == PAIR) {
            // Nor are two: each has its own figure.
            StageTiles tile = new StageTiles(desk, explanations);
            told.reversed().forEach(s -> tiles.add(tile.ally(s)));
        } else if (!told.isEmpty()) {
            StageStory least = told.getFirst();
            Yardstick.at(desk, lead.id()).ifPresent(line -> {
                long above = told.stream().filter(s -> share(s) > line.share()).count();
                tiles.add(new KeyFigure(desk.say("tile.above", lead.noun(), desk.years(told), desk.numbers.roundPercent(line.share())), Long.toString(above),
                        desk.say("tile.of", Integer.toString(told.size())), desk.say("tile.above-note", line.party(desk), Integer.toString(line.year())),
                        above > 0 ? Tone.BAD : Tone.NEUTRAL, ""));
            });
            tiles.add(median(lead, told));
            ShareMoves moves = new ShareMoves(desk, told);
            moves.sinceOneYear().ifPresentOrElse(year -> tiles.add(fell(moves, told.size(), year)), () -> {
                if (!printedAlike(least, told.getLast())) {
                    tiles.add(new KeyFigure(desk.say("tile.least", lead.noun(), least.year()), desk.numbers.percentNumber(share(least)), "%",
                            desk.name(least.buyer()), Tone.NEUTRAL, explanations.watchedShare(least.latest().orElseThrow(), Basis.VALUE)));
                }
            });
        }
        Map<CommitmentStatus, Integer> counts = new CommitmentBoard(desk).count(commitments);
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return tiles;
        }
        tiles.add(new KeyFigure(desk.say("tile.testable"),
                Integer.toString(all - counts.getOrDefault(CommitmentStatus.NOT_TESTABLE, 0)),
                desk.say("tile.of", Integer.toString(all)), desk.say("tile.testable-note"), Tone.NEUTRAL, ""));
        return tiles;
    }

    /** Whether the least and the greatest share read the same: then they make no range. */
    private boolean printedAlike(StageStory least, StageStory most) {
        return desk.numbers.percent(share(least)).equals(desk.numbers.percent(share(most)));
    }

    /** The share in the middle; of an even number halfway between the two in the middle, which are named. */
    private KeyFigure median(StageEntry lead, List<StageStory> sorted) {
        StageStory upper = sorted.get(sorted.size() / 2);
        StageStory lower = sorted.get((sorted.size() - 1) / 2);
        String names = upper.equals(lower)
                ? desk.name(upper.buyer())
                : desk.say("tile.median-between", desk.name(lower.buyer()), desk.numbers.percent(share(lower)),
                        desk.name(upper.buyer()), desk.numbers.percent(share(upper)));
        return new KeyFigure(desk.say("tile.median", lead.noun(), desk.years(sorted)), desk.numbers.percentNumber((share(lower) + share(upper)) / 2),
                "%", desk.say("tile.median-note", names), Tone.NEUTRAL,
                upper.equals(lower) ? explanations.watchedShare(upper.latest().orElseThrow(), Basis.VALUE) : "");
    }

    /** How many have come down since a year that all can be compared with, and who: that is what was promised. */
    private KeyFigure fell(ShareMoves moves, int all, int year) {
        List<String> names = moves.fallen().stream().map(s -> desk.name(s.buyer())).toList();
        String note = names.isEmpty() || names.size() > NAMED
                ? desk.say("tile.fell-note")
                : desk.say("tile.fell-names", String.join(desk.say("list.comma"), names));
        return new KeyFigure(desk.say("tile.fell", year), Integer.toString(names.size()), desk.say("tile.of", Integer.toString(all)),
                note, Tone.NEUTRAL, "");
    }

    /**
     * The first rows of the picture, for a page that has no more room; nothing where no cell would hold a figure. A stage of which nobody
     * has a figure is no column of gaps: {@link #caveat} says what is missing.
     */
    List<Block> heatMap(int atMost) {
        List<StageEntry> shown = shownStages();
        if (shown.isEmpty()) {
            return List.of();
        }
        List<HeatMap.Row> rows = new ArrayList<>();
        byDependence().limit(atMost).forEach(e -> rows.add(new HeatMap.Row(desk.name(e.getKey()),
                e.getValue().stream().filter(s -> shown.contains(s.stage())).map(this::cell).toList())));
        String unit = unit();
        String alt = desk.say("heat.alt", desk.watchedName()) + " " + withFigure(leadStage()).stream()
                .map(s -> desk.name(s.buyer()) + " " + desk.numbers.percent(share(s)))
                .collect(Collectors.joining(", ")) + ".";
        String title = heatTitle();
        HeatMap.Input input = HeatMap.Input.ofShares(title, alt, unit, shown.stream().map(StageEntry::label).toList(), rows)
                .withWords(desk.chartWords(), desk.numbers::roundPercent);
        return List.of(new Figure("fig-heat", counter.figure(desk), title, "",
                HeatMap.draw(input, Frame.desktop(), TextMeasure.inter()),
                HeatMap.draw(input, Frame.phone(), TextMeasure.inter()),
                HeatMap.draw(input, new Frame(Frame.page().widthPt(), HEAT_TYPE_PT), TextMeasure.inter()),
                Text.of(desk.say("source.publishers", publishers()))));
    }

    /** What the cells tell, and which row the words do not count though it has one. */
    private String unit() {
        String unit = desk.say("heat.unit", Desk.capital(desk.watchedName()));
        List<StageStory> counted = withFigureByItself(leadStage());
        String blocs = withFigure(leadStage()).stream().filter(s -> !counted.contains(s)).map(s -> desk.name(s.buyer()))
                .collect(Collectors.joining(desk.say("list.comma")));
        return blocs.isEmpty() ? unit : desk.say("heat.unit-blocs", unit, blocs);
    }

    /** Who depends most at the stage of the headline stands first; who has no share there stands last, in the register's order. */
    private Stream<Map.Entry<Economy, List<StageStory>>> byDependence() {
        Map<Economy, Double> shares = withFigure(leadStage()).stream().collect(Collectors.toMap(StageStory::buyer, this::share));
        return stories.entrySet().stream().sorted(Comparator.comparingDouble(e -> -shares.getOrDefault(e.getKey(), -1.0)));
    }

    private List<StageEntry> shownStages() {
        return desk.stages().stream().filter(stage -> at(stage).anyMatch(StageStory::hasAnything)).toList();
    }

    private Stream<StageStory> at(StageEntry stage) {
        return stories.values().stream().flatMap(List::stream).filter(s -> s.stage().equals(stage));
    }

    /** What the picture shows: at which stages most depend for more than half; of one ally, where it depends most. */
    private String heatTitle() {
        List<StageEntry> byFigures = desk.stages().reversed().stream()
                .filter(stage -> !withFigure(stage).isEmpty())
                .sorted(Comparator.comparingInt(stage -> -withFigureByItself(stage).size()))
                .limit(TITLE_STAGES)
                .toList();
        if (byFigures.isEmpty()) {
            return desk.say("heat.title");
        }
        if (stories.size() == 1) {
            StageStory most = desk.stages().stream().flatMap(stage -> withFigure(stage).stream())
                    .max(Comparator.comparingDouble(this::share)).orElseThrow();
            return desk.say("heat.title-one", Desk.capital(desk.watchedName()), most.stage().noun(), desk.numbers.percent(share(most)));
        }
        List<StageStory> all = desk.stages().reversed().stream().flatMap(stage -> withFigure(stage).stream()).toList();
        if (all.stream().noneMatch(s -> share(s) > HALF)) {
            StageStory most = all.stream().max(Comparator.comparingDouble(this::share)).orElseThrow();
            return desk.say("heat.title-none-half", desk.watchedName(), desk.name(most.buyer()), most.stage().noun(), desk.numbers.percent(share(most)));
        }
        List<String> parts = new ArrayList<>();
        for (StageEntry stage : byFigures) {
            List<StageStory> told = withFigureByItself(stage);
            Term half = Term.count(told.stream().filter(s -> share(s) > HALF).count());
            parts.add(desk.say(parts.isEmpty() ? "heat.title-first" : "heat.title-next", stage.label(), half, told.size()));
        }
        return desk.say("heat.title-half", desk.watchedName(), String.join(desk.say("list.comma"), parts));
    }

    String publishers() {
        return desk.assessment.profiles().values().stream().map(SupplierProfile::publisher).distinct().collect(Collectors.joining(", "));
    }

    private HeatMap.Cell cell(StageStory s) {
        if (!s.hasAnything()) {
            String why = s.years().isEmpty() ? desk.say("heat.none") : desk.say("heat.defect", desk.tell(s.years().getLast().flaw()));
            return new HeatMap.Cell.Empty(why);
        }
        SupplierProfile p = s.spoken().orElseThrow();
        Outcome share = desk.watchedShare(p, Basis.VALUE);
        double level = share.valueOrHigh().orElse(0);
        boolean bound = share.isUpperBound();
        return new HeatMap.Cell.Figure(
                level,
                (bound ? "\u2264\u202f" : "") + desk.numbers.roundPercent(level),
                p.key().period().toString(),
                bound ? Certainty.UPPER_BOUND : Certainty.MEASURED);
    }

    /**
     * What the figures cannot show.
     *
     * @param beside what stands beside it: a map has gaps to be told of, unless the stages that miss from it are told already
     */
    Callout caveat(List<Block> beside) {
        int last = stories.values().stream().flatMap(List::stream).filter(StageStory::hasFigure).mapToInt(StageStory::year).max().orElse(0);
        var later = surroundings.controlsAfter(last);
        String first = later.isEmpty() ? "" : later.getFirst().title() + " (" + desk.numbers.shortDate(later.getFirst().dateText()) + ")";
        String time = last == 0 ? "" : later.isEmpty()
                ? desk.say("caveat.time-none", Integer.toString(last))
                : desk.say(later.size() == 1 ? "caveat.allied-time-one" : "caveat.allied-time", Integer.toString(last), first,
                        Integer.toString(later.size() - 1));
        return new Callout(Callout.Purpose.CAVEAT, desk.say("caveat.title"), List.of(
                Text.of(Stream.of(
                                time,
                                new Caveats(desk, surroundings).mixes(stories.values().stream().flatMap(List::stream).toList()),
                                desk.say("caveat.embedded"),
                                missing(),
                                beside.isEmpty() || shownStages().stream().flatMap(this::at).allMatch(StageStory::hasAnything) || !missing().isEmpty()
                                        ? ""
                                        : desk.say("caveat.allied-gaps"))
                        .filter(said -> !said.isEmpty())
                        .collect(Collectors.joining(" ")))));
    }

    /** Of which stages nobody has a figure, and why, where more is known than that no row is at hand. */
    private String missing() {
        List<StageEntry> shown = shownStages();
        List<StageEntry> absent = desk.stages().stream().filter(stage -> !shown.contains(stage)).toList();
        if (absent.isEmpty()) {
            return "";
        }
        Set<String> said = new LinkedHashSet<>();
        said.add(desk.say("caveat.gaps-text", absent.stream().map(StageEntry::noun).collect(Collectors.joining(desk.say("list.comma")))));
        for (StageEntry stage : absent) {
            at(stage).filter(s -> !s.years().isEmpty()).map(s -> s.years().getLast())
                    .filter(p -> !p.flaw().isEmpty())
                    .forEach(p -> said.add(desk.say("caveat.defect", stage.label(), p.key().period(), desk.tell(p.flaw()))));
        }
        return String.join(" ", said);
    }

    private CardList cards() {
        List<CardList.Card> cards = new ArrayList<>();
        stories.forEach((economy, list) -> {
            Optional<StageStory> told = list.reversed().stream().filter(StageStory::hasFigure).findFirst();
            String meta = told.map(s -> desk.say("card.meta", Desk.capital(s.stage().label()), Integer.toString(s.year()), desk.watchedName(),
                            desk.numbers.percent(share(s))))
                    .orElse(desk.say("card.none"));
            cards.add(new CardList.Card(desk.name(economy), economy.code() + ".html", meta, List.of(), Text.empty(),
                    desk.formats.contains(OutputFormat.PDF)
                            ? List.of(new NavLink(desk.say("nav.pdf"), economy.code() + ".pdf"))
                            : List.of(),
                    Text.empty()));
        });
        return new CardList(cards, CardList.Layout.GRID);
    }

    /** The shares of each through time; nothing where nobody has two years. */
    List<Block> time(StageEntry lead) {
        List<LineChart.Series> panels = new ArrayList<>();
        boolean bound = false;
        List<LineChart.Break> breaks = new ArrayList<>();
        for (List<StageStory> list : stories.values()) {
            for (StageStory s : list) {
                if (!s.stage().equals(lead)) {
                    continue;
                }
                List<LineChart.DataPoint> points = new ArrayList<>();
                for (SupplierProfile p : s.years()) {
                    Outcome share = desk.watchedShare(p, Basis.VALUE);
                    double x = TimeAxis.ofYear(p.key().period().year());
                    if (share.valueOrHigh().isPresent()) {
                        double v = share.valueOrHigh().getAsDouble();
                        bound |= share.isUpperBound();
                        points.add(new LineChart.DataPoint(x, p.key().period().toString(), v,
                                share.isUpperBound() ? Certainty.UPPER_BOUND : Certainty.MEASURED, v, v));
                    }
                }
                if (!points.isEmpty()) {
                    panels.add(new LineChart.Series(desk.name(s.buyer()), Role.NORMAL, points));
                }
                for (int i = 1; i < s.years().size(); i++) {
                    SupplierProfile a = s.years().get(i - 1);
                    SupplierProfile b = s.years().get(i);
                    double at = b.key().period().year();
                    if (!a.classification().equals(b.classification())
                            && desk.assessment.breakBetween(a, b).isPresent()
                            && breaks.stream().noneMatch(k -> k.x() == at)) {
                        breaks.add(new LineChart.Break(at, desk.say("chart.break", Integer.toString(b.key().period().year()))));
                    }
                }
            }
        }
        if (panels.stream().allMatch(series -> series.points().size() < 2)) {
            // A year alone is in the first picture already.
            return List.of();
        }
        String title = timeTitle(lead);
        SmallMultiples.Input input = SmallMultiples.Input.of(
                        title,
                        desk.say("time.alt", desk.watchedName(), lead.noun()),
                        YAxis.share(desk.say("chart.history.axis", desk.watchedName()), desk.numbers::roundPercent),
                        panels)
                .withWords(desk.chartWords(), desk.say("chart.at-most"))
                .withBreaks(breaks);
        // With the picture, not before it: a sentence alone would stay behind where the picture goes overleaf.
        String how = bound ? desk.say("time.subtitle") + ". " + desk.say("time.text-bound") : panels.size() > 1 ? desk.say("time.text") : "";
        return List.of(new Figure("fig-time", counter.figure(desk), title, how,
                SmallMultiples.draw(input, Frame.desktop(), TextMeasure.inter()),
                SmallMultiples.draw(input, Frame.phone(), TextMeasure.inter()),
                SmallMultiples.draw(input, Frame.page(), TextMeasure.inter()),
                Text.of(desk.say("source.publishers", publishers()))));
    }

    /**
     * What the lines show: for how many the last share is the highest of all years that may be compared with it. An upper bound in an
     * earlier year that the last share exceeds leaves no doubt; one that it does not exceed counts against it.
     */
    private String timeTitle(StageEntry lead) {
        List<StageStory> told = withFigureByItself(lead);
        Optional<Integer> year = new ShareMoves(desk, told).year();
        int highest = 0;
        int compared = 0;
        int since = Integer.MAX_VALUE;
        for (StageStory s : told) {
            SupplierProfile last = s.latest().orElseThrow();
            List<SupplierProfile> before = s.years().stream()
                    .filter(p -> p.key().period().year() < last.key().period().year())
                    .filter(p -> desk.watchedShare(p, Basis.VALUE).valueOrHigh().isPresent() && desk.assessment.breakBetween(p, last).isEmpty())
                    .toList();
            if (!before.isEmpty()) {
                compared++;
                since = Math.min(since, before.getFirst().key().period().year());
                highest += before.stream().allMatch(p -> share(s) > desk.watchedShare(p, Basis.VALUE).valueOrHigh().orElse(1)) ? 1 : 0;
            }
        }
        if (stories.size() == 1 && told.getFirst().earlier().isPresent()) {
            return new ShareHistory(desk, surroundings).moved(told.getFirst());
        }
        return year.isEmpty() || compared <= PAIR
                ? desk.say("time.title", lead.label())
                : desk.say("time.title-highest", Desk.capital(desk.watchedName()), lead.noun(), year.get(), since, Term.count(highest), compared);
    }

    private List<Block> bases() {
        List<Block> blocks = new ArrayList<>();
        for (StageEntry stage : desk.stages().reversed()) {
            List<StageStory> both = weighed(stage);
            if (both.size() < 3) {
                continue;
            }
            List<DumbbellChart.Row> rows = both.stream()
                    .sorted(Comparator.comparingDouble(s -> -share(s)))
                    .map(s -> new DumbbellChart.Row(desk.name(s.buyer()), share(s), weightShare(s),
                            (share(s) > HALF) != (weightShare(s) > 0.5) ? desk.say("basis.crosses") : ""))
                    .toList();
            String year = desk.years(both);
            List<StageStory> counted = desk.byThemselves(both);
            long heavier = counted.stream().filter(s -> weightShare(s) > share(s)).count();
            String title = desk.say("basis.title", stage.noun(), year, Long.toString(heavier), Integer.toString(counted.size()),
                    Desk.capital(desk.watchedName()));
            DumbbellChart.Input input = DumbbellChart.Input.ofShares(
                    title,
                    desk.say("basis.alt", desk.watchedName(), stage.noun(), year) + " " + both.stream()
                            .map(s -> desk.name(s.buyer()) + " " + desk.numbers.percent(share(s)) + " / " + desk.numbers.percent(weightShare(s)))
                            .collect(Collectors.joining(", ")) + ".",
                    desk.say("basis.unit", Desk.capital(desk.watchedName()), stage.noun(), year),
                    desk.say("basis.value-label"),
                    desk.say("basis.weight-label"),
                    rows)
                    .withWords(desk.chartWords(), desk.numbers::roundPercent);
            if (blocks.isEmpty()) {
                blocks.add(Paragraph.of(desk.say("basis.text")));
            }
            blocks.add(new Figure("fig-basis-" + stage.id(), counter.figure(desk), title, "",
                    DumbbellChart.draw(input, Frame.desktop(), TextMeasure.inter()),
                    DumbbellChart.draw(input, Frame.phone(), TextMeasure.inter()),
                    DumbbellChart.draw(input, Frame.page(), TextMeasure.inter()),
                    Text.of(desk.say("source.publishers", both.stream().map(s -> s.latest().orElseThrow().publisher()).distinct()
                            .collect(Collectors.joining(", "))))));
        }
        return blocks;
    }

    private List<Block> commitments() {
        if (commitments.isEmpty()) {
            return List.of();
        }
        CommitmentBoard board = new CommitmentBoard(desk);
        Map<CommitmentStatus, Integer> counts = board.count(commitments);
        List<StatusStrip.Part> parts = new ArrayList<>();
        for (CommitmentStatus status : CommitmentStatus.values()) {
            parts.add(new StatusStrip.Part(desk.say("status." + status.code()), counts.getOrDefault(status, 0), tone(status)));
        }
        int untested = counts.getOrDefault(CommitmentStatus.NOT_TESTABLE, 0);
        String title = desk.say(untested > 0 ? "strip.title-untested" : "strip.title", Integer.toString(untested),
                Integer.toString(counts.values().stream().mapToInt(Integer::intValue).sum()));
        String alt = parts.stream().filter(p -> p.count() > 0).map(p -> p.count() + " " + p.label()).collect(Collectors.joining(", "));
        StatusStrip.Input input = new StatusStrip.Input(title, desk.say("strip.alt", alt), parts, desk.say("strip.status"), desk.say("strip.count"));
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.of(desk.say("strip.text")));
        blocks.add(new Figure("fig-status", counter.figure(desk), title, desk.say("strip.subtitle", desk.numbers.date(desk.asOf())),
                StatusStrip.draw(input, Frame.desktop(), TextMeasure.inter()),
                StatusStrip.draw(input, Frame.phone(), TextMeasure.inter()),
                StatusStrip.draw(input, Frame.page(), TextMeasure.inter()),
                Text.of(desk.say("source.register"))));
        List<CommitmentResult> judged = commitments.stream().filter(CommitmentBoard::canBeJudged).toList();
        Set<String> urgent = urgent();
        List<CommitmentResult> first = judged.stream().filter(r -> urgent.contains(r.commitment().id())).toList();
        if (!first.isEmpty()) {
            blocks.add(board.board("board-scored", desk.say("board.urgent", desk.numbers.date(desk.asOf())), first));
        }
        long others = judged.stream().map(r -> r.commitment().id()).filter(id -> !urgent.contains(id)).distinct().count();
        if (others > 0) {
            blocks.add(new Paragraph(Text.of("").link(desk.say("board.not-due-more", Term.count(others)), "#commitments-not-due").and(".")));
        }
        return blocks;
    }

    /** Commitments whose day has come, or for which there is a figure: these are read first. */
    private Set<String> urgent() {
        return commitments.stream()
                .filter(CommitmentBoard::canBeJudged)
                .filter(r -> r.status() != CommitmentStatus.OPEN || r.measured().isPresent() || r.high().isPresent())
                .map(r -> r.commitment().id())
                .collect(Collectors.toSet());
    }

    private List<Block> notDue() {
        Set<String> urgent = urgent();
        List<CommitmentResult> waiting = commitments.stream()
                .filter(r -> CommitmentBoard.canBeJudged(r) && !urgent.contains(r.commitment().id()))
                .toList();
        return waiting.isEmpty() ? List.of() : List.of(new CommitmentBoard(desk).board("board-not-due", desk.say("board.not-due"), waiting).brief());
    }

    private List<Block> untestable() {
        Set<String> judged = commitments.stream()
                .filter(CommitmentBoard::canBeJudged)
                .map(r -> r.commitment().id())
                .collect(Collectors.toSet());
        List<CommitmentResult> rest = commitments.stream()
                .filter(r -> !judged.contains(r.commitment().id()))
                .toList();
        return rest.isEmpty()
                ? List.of()
                : List.of(new CommitmentBoard(desk).board("board-untestable", desk.say("board.untestable"), rest).brief());
    }

    private static StatusStrip.Tone tone(CommitmentStatus status) {
        return switch (status) {
            case MET -> StatusStrip.Tone.REACHED;
            case ON_TRACK -> StatusStrip.Tone.ON_WAY;
            case OPEN -> StatusStrip.Tone.OPEN;
            case OFF_TRACK, INDETERMINATE -> StatusStrip.Tone.BEHIND;
            case MOVING_AWAY, MISSED -> StatusStrip.Tone.FAILED;
            case NOT_TESTABLE, OUTCOME_UNKNOWN -> StatusStrip.Tone.UNKNOWN;
        };
    }

    private List<Block> ahead() {
        var coming = surroundings.coming();
        return coming.isEmpty()
                ? List.of()
                : List.of(surroundings.eventTable("table-ahead", desk.say("events.coming"), coming).numbered(counter.table(desk)));
    }
}
