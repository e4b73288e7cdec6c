package dev.lodestone.report.brief;

import dev.lodestone.model.commitment.CommitmentResult;
import dev.lodestone.model.commitment.CommitmentStatus;
import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.register.StageEntry;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.report.OutputFormat;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Callout;
import dev.lodestone.report.view.CardList;
import dev.lodestone.report.view.Explanation;
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

    /** So few are told one by one. */
    private static final int PAIR = 2;

    /** So many names have room below a figure. */
    private static final int NAMED = 4;

    private final Desk desk;
    private final Explanations explanations;
    private final Surroundings surroundings;
    private final Counter counter = new Counter();
    private final AlliedStories stories;
    private final AlliedMap map;
    private final List<CommitmentResult> commitments;

    AlliedPage(Desk desk) {
        this.desk = desk;
        this.explanations = new Explanations(desk);
        this.surroundings = new Surroundings(desk);
        this.stories = new AlliedStories(desk);
        this.map = new AlliedMap(desk, stories, counter);
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
        StageEntry lead = stories.lead();
        List<Block> opening = new ArrayList<>();
        List<Block> picture = heatMap(Integer.MAX_VALUE);
        opening.addAll(picture);
        opening.add(caveat(picture));
        List<Section> sections = new ArrayList<>();
        NeededCodes needed = new NeededCodes(desk);
        List<Block> sold = new Sold(desk, explanations).ofAll(counter);
        Section seller = new Section("sold", desk.say("section.sold", desk.watchedName()), sold);
        if (needed.nothingRead()) {
            sections.add(sold.isEmpty() ? needed.section(counter, false) : seller);
        }
        if (template == Page.Template.INDEX) {
            sections.add(new Section("briefings", desk.say("section.briefings"), List.of(cards())));
        }
        new Changes(desk).ofAll().ifPresent(sections::add);
        AlliedCharts charts = new AlliedCharts(desk, counter);
        sections.add(new Section("flows", desk.say("section.flows"), charts.flows(stories.byBuyer())));
        if (!needed.nothingRead()) {
            sections.add(seller);
        }
        sections.add(new Section("lines", desk.say("section.lines-alone"),
                new LineTable(desk, explanations).alone(stories.byBuyer().values().stream().flatMap(List::stream), counter)));
        List<Block> time = new ArrayList<>(charts.slope(lead, stories.byBuyer()));
        time.addAll(time(lead));
        sections.add(new Section("time", desk.say(stories.byBuyer().size() == 1 ? "time.title" : "section.time", lead.label()), time));
        sections.add(new Section("basis", desk.say("section.basis"), new AlliedBases(desk, stories, counter).figures()));
        AlliedCommitments promises = new AlliedCommitments(desk, counter, commitments);
        sections.add(new Section("commitments", desk.say("section.commitments"), promises.scored()));
        sections.add(new Section("events", desk.say("section.ahead"), ahead()));
        if (needed.nothingRead() && !sold.isEmpty()) {
            sections.add(needed.section(counter, true));
        }
        sections.add(Section.annex("commitments-not-due", desk.say("section.not-due"), promises.notDue()));
        sections.add(Section.annex("commitments-untestable", desk.say("section.untestable"), promises.untestable()));
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

    /** The stage of the headline. */
    StageEntry leadStage() {
        return stories.lead();
    }

    /** The first rows of the map, for a page that has no more room. */
    List<Block> heatMap(int atMost) {
        return map.figure(atMost);
    }

    /** The shares of each through time; nothing where nobody has two years. */
    List<Block> time(StageEntry lead) {
        return new AlliedTime(desk, stories, surroundings, counter).figure(lead);
    }

    List<Explanation> explanations() {
        return explanations.all();
    }

    String title(StageEntry lead) {
        List<StageStory> told = stories.counted(lead);
        if (told.isEmpty()) {
            List<Economy> bounded = stories.withAnything();
            List<Economy> weighed = stories.withWeights();
            if (bounded.isEmpty() && !weighed.isEmpty()) {
                return weighed.size() == 1 ? new AllyPage(desk, weighed.getFirst()).title() : desk.say("allied.title-weights");
            }
            return switch (bounded.size()) {
                case 0 -> desk.say("allied.title-none");
                case 1 -> new AllyPage(desk, bounded.getFirst()).title();
                default -> desk.say("allied.title-bounds");
            };
        }
        if (told.size() == 1) {
            double only = stories.share(told.getFirst());
            return desk.say(only > AlliedStories.HALF ? "ally.title-high" : "ally.title-low", desk.atStart(told.getFirst().buyer()),
                    desk.numbers.roundPercent(only), lead.noun(), desk.watchedName());
        }
        if (told.size() == PAIR) {
            return ofTwo(lead, told);
        }
        long half = told.stream().filter(s -> stories.share(s) > AlliedStories.HALF).count();
        return desk.say(half == 0 ? "allied.title-nobody" : "allied.title", Term.count(half), Integer.toString(told.size()), lead.noun(), desk.watchedName());
    }

    /** Who depends more of two, and then the other: "1 of 2" says less in as many words. */
    private String ofTwo(StageEntry lead, List<StageStory> two) {
        StageStory most = Collections.max(two, Comparator.comparingDouble(stories::share));
        StageStory least = Collections.min(two.reversed(), Comparator.comparingDouble(stories::share));
        String more = desk.say(stories.share(most) > AlliedStories.HALF ? "ally.title-high" : "ally.title-low",
                desk.atStart(most.buyer()), desk.numbers.roundPercent(stories.share(most)), lead.noun(), desk.watchedName());
        return desk.say("allied.title-two", more, desk.name(least.buyer()), desk.numbers.roundPercent(stories.share(least)));
    }

    /** The second thing to know: who moved, or who supplies instead; where neither can be told, what the page is about. */
    String dek() {
        List<StageStory> told = stories.counted(stories.lead());
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
        return desk.say("allied.dek", desk.watchedName());
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
        return when + " " + moves.sinceOneYear()
                .map(since -> moves.nowhere() ? desk.say("allied.moved-nowhere", since) : desk.say("allied.moved", since, moves.told()))
                .orElseGet(() -> desk.say("allied.moved-some", moves.compared().size(), moves.told()));
    }

    List<Text> verdict(StageEntry lead) {
        List<StageStory> told = stories.counted(lead).stream().sorted(Comparator.comparingDouble(stories::share)).toList();
        if (told.isEmpty()) {
            NeededCodes needed = new NeededCodes(desk);
            List<Economy> weighed = stories.withWeights();
            if (stories.withAnything().isEmpty() && weighed.size() == 1) {
                return stories.all().filter(StageStory::isByWeight).map(s -> AllyPage.weightSentence(desk, explanations, s).and(".")).toList();
            }
            String none = desk.say(!stories.withAnything().isEmpty() ? "allied.verdict-bounds" : weighed.isEmpty() ? "allied.verdict-none" : "allied.verdict-weights");
            PublishedReliance published = new PublishedReliance(desk, explanations);
            return Stream.concat(
                            Stream.of(Text.of(needed.nothingRead() ? needed.why() : none), new Sold(desk, explanations).most()),
                            desk.assessment.economies().stream().map(published::newest))
                    .filter(text -> !text.isEmpty())
                    .toList();
        }
        StageStory least = told.getFirst();
        StageStory most = told.getLast();
        boolean alike = told.size() > 1 && printedAlike(least, most);
        Text range = told.size() == 1 || alike
                ? Text.of(desk.say("allied.range-one", lead.noun(), desk.years(told), desk.watchedName()))
                : Text.of(desk.say("allied.range-before", lead.noun(), desk.years(told), desk.watchedName()))
                        .explained(desk.numbers.percent(stories.share(least)), explanations.watchedShare(least.latest().orElseThrow(), Basis.VALUE))
                        .and(desk.say("allied.range-least", desk.inText(least.buyer())));
        Text first = range.explained(desk.numbers.percent(stories.share(most)), explanations.watchedShare(most.latest().orElseThrow(), Basis.VALUE))
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
            List<StageStory> both = stories.weighed(stage);
            if (both.size() < 3) {
                continue;
            }
            StageStory byValue = both.stream().max(Comparator.comparingDouble(stories::share)).orElseThrow();
            StageStory byWeight = both.stream().max(Comparator.comparingDouble(stories::weightShare)).orElseThrow();
            if (!byValue.buyer().equals(byWeight.buyer())) {
                return desk.say("allied.flip", stage.noun(), desk.years(List.of(byValue, byWeight)), desk.inText(byValue.buyer()), desk.numbers.percent(stories.share(byValue)),
                        desk.inText(byWeight.buyer()), desk.numbers.percent(stories.weightShare(byWeight)));
            }
        }
        return "";
    }

    List<KeyFigure> keyFigures(StageEntry lead) {
        List<StageStory> told = stories.counted(lead).stream().sorted(Comparator.comparingDouble(stories::share)).toList();
        List<KeyFigure> tiles = new ArrayList<>();
        if (told.size() == 1) {
            // One ally is no field: its middle, its lowest and its only share would be the same figure.
            StageTiles tile = new StageTiles(desk, explanations);
            tiles.add(tile.stage(told.getFirst()));
            tile.concentration(told.getFirst()).ifPresent(tiles::add);
            tiles.add(tile.allied(Optional.of(told.getFirst())));
        } else if (told.size() == PAIR) {
            // Nor are two: each has its own figure.
            StageTiles tile = new StageTiles(desk, explanations);
            told.reversed().forEach(s -> tiles.add(tile.ally(s)));
        } else if (!told.isEmpty()) {
            StageStory least = told.getFirst();
            Yardstick.at(desk, lead.id()).ifPresent(line -> {
                long above = told.stream().filter(s -> stories.share(s) > line.share()).count();
                tiles.add(new KeyFigure(desk.say("tile.above", lead.noun(), desk.years(told), desk.numbers.roundPercent(line.share())), Long.toString(above),
                        desk.say("tile.of", Integer.toString(told.size())), desk.say("tile.above-note", line.party(desk), Integer.toString(line.year())),
                        above > 0 ? Tone.BAD : Tone.NEUTRAL, ""));
            });
            tiles.add(median(lead, told));
            ShareMoves moves = new ShareMoves(desk, told);
            moves.sinceOneYear().ifPresentOrElse(year -> tiles.add(fell(moves, told.size(), year)), () -> {
                if (!printedAlike(least, told.getLast())) {
                    tiles.add(new KeyFigure(desk.say("tile.least", lead.noun(), least.period()), desk.numbers.percentNumber(stories.share(least)), "%",
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
        return desk.numbers.percent(stories.share(least)).equals(desk.numbers.percent(stories.share(most)));
    }

    /** The share in the middle; of an even number halfway between the two in the middle, which are named. */
    private KeyFigure median(StageEntry lead, List<StageStory> sorted) {
        StageStory upper = sorted.get(sorted.size() / 2);
        StageStory lower = sorted.get((sorted.size() - 1) / 2);
        String names = upper.equals(lower)
                ? desk.name(upper.buyer())
                : desk.say("tile.median-between", desk.name(lower.buyer()), desk.numbers.percent(stories.share(lower)),
                        desk.name(upper.buyer()), desk.numbers.percent(stories.share(upper)));
        return new KeyFigure(desk.say("tile.median", lead.noun(), desk.years(sorted)), desk.numbers.percentNumber((stories.share(lower) + stories.share(upper)) / 2),
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
     * What the figures cannot show.
     *
     * @param beside what stands beside it: a map has gaps to be told of, unless the stages that miss from it are told already
     */
    Callout caveat(List<Block> beside) {
        List<ReferencePeriod> periods = stories.all().filter(StageStory::hasFigure).map(StageStory::period)
                .sorted(Comparator.comparing(ReferencePeriod::end)).toList();
        boolean ofParts = !periods.isEmpty() && !periods.getLast().isCalendarYear();
        int last = periods.isEmpty() || ofParts ? 0 : periods.getLast().year();
        var later = surroundings.controlsAfter(last);
        String first = later.isEmpty() ? "" : Caveats.control(desk, later.getFirst());
        String time = ofParts ? desk.say("caveat.time-end", new ReferencePeriod(periods.getLast().end(), 1)) : last == 0 ? "" : later.isEmpty()
                ? desk.say("caveat.time-none", Integer.toString(last))
                : desk.say(later.size() == 1 ? "caveat.allied-time-one" : "caveat.allied-time", Integer.toString(last), first,
                        Integer.toString(later.size() - 1));
        return new Callout(Callout.Purpose.CAVEAT, desk.say("caveat.title"), List.of(
                Text.of(Stream.of(
                                time,
                                new Caveats(desk, surroundings).mixes(stories.all().toList()),
                                desk.say("caveat.embedded"),
                                missing(),
                                beside.isEmpty() || map.shownStages().stream().flatMap(stories::at).allMatch(s -> s.hasAnything() || s.isByWeight()) || !missing().isEmpty()
                                        ? ""
                                        : desk.say("caveat.allied-gaps"))
                        .filter(said -> !said.isEmpty())
                        .collect(Collectors.joining(" ")))));
    }

    /** Of which stages nobody has a figure, and why, where more is known than that no row is at hand. */
    private String missing() {
        List<StageEntry> shown = map.shownStages();
        List<StageEntry> absent = desk.stages().stream().filter(stage -> !shown.contains(stage)).toList();
        if (absent.isEmpty()) {
            return "";
        }
        Set<String> said = new LinkedHashSet<>();
        StageLines lines = new StageLines(desk);
        Map<Boolean, String> nouns = absent.stream().collect(Collectors.partitioningBy(
                stage -> stories.at(stage).anyMatch(lines::isPartial), Collectors.mapping(StageEntry::noun, Collectors.joining(desk.say("list.comma")))));
        if (!nouns.get(true).isEmpty()) {
            said.add(desk.say("caveat.allied-partial", nouns.get(true)));
        }
        if (!nouns.get(false).isEmpty()) {
            said.add(desk.say("caveat.gaps-text", nouns.get(false)));
        }
        for (StageEntry stage : absent) {
            stories.at(stage).filter(s -> !s.years().isEmpty()).map(s -> s.years().getLast())
                    .filter(p -> !p.flaw().isEmpty())
                    .forEach(p -> said.add(desk.say("caveat.defect", stage.label(), p.key().period(), desk.tell(p.flaw()))));
        }
        return String.join(" ", said);
    }

    private CardList cards() {
        List<CardList.Card> cards = new ArrayList<>();
        StageLines lines = new StageLines(desk);
        stories.byBuyer().forEach((economy, list) -> {
            Optional<StageStory> told = list.reversed().stream().filter(StageStory::hasFigure).findFirst()
                    .or(() -> list.reversed().stream().flatMap(s -> lines.largest(s).stream()).filter(StageStory::hasFigure).findFirst());
            String meta = told.map(s -> desk.say("card.meta", Desk.capital(s.stage().label()), desk.when(s.period()), desk.watchedName(),
                            desk.numbers.percent(stories.share(s))))
                    .orElse(desk.say("card.none"));
            cards.add(new CardList.Card(desk.name(economy), economy.code() + ".html", meta, List.of(), Text.empty(),
                    desk.formats.contains(OutputFormat.PDF)
                            ? List.of(new NavLink(desk.say("nav.pdf"), economy.code() + ".pdf"))
                            : List.of(),
                    Text.empty()));
        });
        return new CardList(cards, CardList.Layout.GRID);
    }

    private List<Block> ahead() {
        var coming = surroundings.coming();
        return coming.isEmpty()
                ? List.of()
                : List.of(surroundings.eventTable("table-ahead", desk.say("events.coming"), coming).numbered(counter.table(desk)));
    }
}
