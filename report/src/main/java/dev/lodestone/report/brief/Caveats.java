package dev.lodestone.report.brief;

import dev.lodestone.model.measure.Basis;
import dev.lodestone.model.measure.Outcome;
import dev.lodestone.model.measure.SupplierFlow;
import dev.lodestone.model.measure.SupplierProfile;
import dev.lodestone.model.register.CommodityEntry;
import dev.lodestone.model.register.Event;
import dev.lodestone.model.text.Statement;
import dev.lodestone.model.trade.Economy;
import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.report.view.BulletList;
import dev.lodestone.report.view.Callout;
import dev.lodestone.report.view.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What figures cannot show: briefly on the first page, in full at the end. */
final class Caveats {

    /** What is said of a source that holds only some partners. */
    private static final Set<String> OF_SOME_PARTNERS = Set.of("caveat.main-partners", "caveat.selected-partners");

    private final Desk desk;
    private final Surroundings surroundings;

    Caveats(Desk desk, Surroundings surroundings) {
        this.desk = desk;
        this.surroundings = surroundings;
    }

    /** The first page's box. */
    Callout onPageOne(Economy buyer, List<StageStory> stories) {
        List<Text> text = new ArrayList<>();
        int last = stories.stream().filter(StageStory::hasAnything).mapToInt(StageStory::year).max().orElse(0);
        if (last > 0) {
            List<Event> later = surroundings.controlsAfter(last);
            // The chart beside this box may go on with years of which only a bound is known.
            boolean goesOn = stories.stream().flatMap(s -> Stream.concat(s.bound().stream(), s.soFar().stream())).anyMatch(p -> p.key().period().end().getYear() > last);
            String time = goesOn ? "caveat.time-full" : "caveat.time";
            Optional<ReferencePeriod> part = stories.stream().filter(StageStory::hasAnything).map(StageStory::period)
                    .filter(p -> !p.isCalendarYear()).max(Comparator.comparing(ReferencePeriod::end));
            text.add(Text.of("").strong(desk.say("caveat.time")).and(" ").and(part.isPresent()
                    ? desk.say("caveat.time-part", part.get())
                    : later.isEmpty()
                    ? desk.say(time.equals("caveat.time") ? "caveat.time-none" : time, Integer.toString(last))
                    : desk.say(time + "-later", Integer.toString(last),
                            later.stream().limit(2).map(e -> control(desk, e)).collect(Collectors.joining(desk.say("list.semicolon")))
                                    + (later.size() > 2 ? desk.say("caveat.time-more", Integer.toString(later.size() - 2)) : ""))));
        }
        String mixes = mixes(stories);
        if (!mixes.isEmpty()) {
            text.add(Text.of("").strong(desk.say("caveat.mix")).and(" ").and(mixes));
        }
        String others = others(stories);
        if (!others.isEmpty()) {
            text.add(Text.of("").strong(desk.say("caveat.others")).and(" ").and(others));
        }
        if (desk.isBloc(buyer)) {
            text.add(Text.of("").strong(desk.say("caveat.bloc")).and(" ").and(desk.say("caveat.bloc-text", desk.inText(buyer))));
        } else if (desk.buysFromItsBloc(buyer)) {
            text.add(Text.of("").strong(desk.say("caveat.member")).and(" ").and(desk.say("caveat.member-text")));
        }
        String weighed = stories.stream().filter(StageStory::isByWeight).map(s -> s.stage().noun()).collect(Collectors.joining(", "));
        if (!weighed.isEmpty()) {
            text.add(Text.of("").strong(desk.say("caveat.weights")).and(" ").and(desk.say("caveat.weights-text", weighed)));
        }
        StageLines lines = new StageLines(desk);
        List<String> missing = new ArrayList<>();
        stories.stream().filter(lines::isPartial).forEach(s -> missing.add(partial(s, lines.of(s))));
        String gaps = stories.stream()
                .filter(s -> !s.hasAnything() && !s.isByWeight() && !lines.isPartial(s))
                .map(s -> s.stage().noun())
                .collect(Collectors.joining(", "));
        if (!gaps.isEmpty()) {
            missing.add(desk.say("caveat.gaps-text", gaps));
        }
        if (!missing.isEmpty()) {
            text.add(Text.of("").strong(desk.say("caveat.gaps")).and(" ").and(String.join(" ", missing)));
        }
        return new Callout(Callout.Purpose.CAVEAT, desk.say("caveat.title"), text);
    }

    /** Of a stage that is not told as a whole, what is. */
    private String partial(StageStory story, List<SupplierProfile> lines) {
        SupplierProfile first = lines.getFirst();
        String noun = desk.stage(story.stage().id()).noun();
        Outcome share = desk.watchedShare(first, Basis.VALUE);
        if (lines.size() > 1 || !share.hasValue()) {
            return desk.say("caveat.partial-lines", noun, Integer.toString(lines.size()));
        }
        return story.line().isEmpty()
                ? desk.say("caveat.partial-line", noun, first.key().commodity(), desk.watchedName(), desk.numbers.share(share), first.key().period())
                : desk.say("caveat.partial-told", noun, first.key().commodity());
    }

    /** A measure and its date, which a language may put between marks. */
    static String control(Desk desk, Event event) {
        return desk.say("caveat.control", event.title(), desk.numbers.shortDate(event.dateText()));
    }

    /** What else the codes hold that the stages' figures are of; empty where nothing is on record. */
    String mixes(List<StageStory> stories) {
        Set<String> parts = new LinkedHashSet<>();
        for (StageStory story : stories.reversed()) {
            story.spoken().ifPresent(p -> p.codes().stream()
                    .flatMap(code -> desk.commodity(story.stage().id(), code).stream())
                    .filter(c -> !c.mixesIn().isBlank())
                    .limit(1)
                    .forEach(c -> parts.add(desk.say("caveat.mix-code", c.code(), desk.inSentence(c.mixesIn())))));
        }
        return String.join(" ", parts);
    }

    private String others(List<StageStory> stories) {
        for (StageStory story : stories.reversed()) {
            if (story.latest().isEmpty()) {
                continue;
            }
            SupplierProfile p = story.latest().get();
            List<SupplierFlow> rest = p.suppliers().stream()
                    .filter(f -> !desk.assessment.context().watched().contains(f.supplier()) && f.amount(story.basis()) > 0)
                    .sorted(Comparator.comparingDouble((SupplierFlow f) -> -f.amount(story.basis())))
                    .limit(3)
                    .toList();
            if (!rest.isEmpty()) {
                // Besides a supplier that supplied nothing there is nothing.
                boolean watched = desk.assessment.context().watched().stream().flatMap(w -> p.find(w).stream()).anyMatch(f -> f.amount(story.basis()) > 0);
                return desk.say(watched ? "caveat.others-text" : "caveat.others-alone", story.stage().noun(), p.key().period(), rest.stream()
                        .map(f -> desk.say("caveat.other", desk.inText(f.supplier()), desk.numbers.percent(p.partOf(f, story.basis()))))
                        .collect(Collectors.joining(", ")), desk.watchedName());
            }
        }
        return "";
    }

    /** All caveats of the figures on the page: those of a stage together, after its name, each once. */
    BulletList inFull(Economy buyer, List<StageStory> stories) {
        List<Text> all = new ArrayList<>();
        Set<String> everywhere = ofAll(stories);
        for (StageStory story : stories) {
            Text told = ofStage(story, everywhere);
            if (!told.isEmpty()) {
                all.add(Text.of("").strong(story.stage().label() + ".").and(told));
            }
        }
        everywhere.add(desk.say("caveat.origin"));
        everywhere.add(desk.say("caveat.embedded"));
        if (desk.buysFromItsBloc(buyer)) {
            everywhere.add(desk.say("caveat.member-text"));
        }
        everywhere.forEach(said -> all.add(sentence(said)));
        return new BulletList(all);
    }

    /** What must be said of every stage with figures is said once. */
    private Set<String> ofAll(List<StageStory> stories) {
        List<Set<String>> byStage = stories.stream().filter(s -> !s.years().isEmpty()).map(this::cautions).toList();
        Set<String> all = new LinkedHashSet<>();
        if (byStage.size() > 1) {
            all.addAll(byStage.getFirst());
            byStage.forEach(all::retainAll);
        }
        return all;
    }

    private Set<String> cautions(StageStory story) {
        Set<String> told = new LinkedHashSet<>();
        for (SupplierProfile year : story.years()) {
            for (Statement c : year.cautions()) {
                told.add(OF_SOME_PARTNERS.contains(c.key()) ? ofItsYears(c, story) : desk.tell(c) + ".");
            }
        }
        return told;
    }

    /** That shares are upper bounds is said of the years of which it is true: others stand beside them as measured. */
    private String ofItsYears(Statement caution, StageStory story) {
        List<Integer> years = story.years().stream().filter(p -> p.cautions().contains(caution)).map(p -> p.key().period().year()).distinct().toList();
        return years.size() == story.years().size() ? desk.tell(caution) + "." : desk.say("caveat.of-years", desk.tell(caution), runs(years));
    }

    private Text ofStage(StageStory story, Set<String> elsewhere) {
        Set<String> said = new LinkedHashSet<>();
        if (!story.stage().note().isBlank()) {
            said.add(story.stage().note());
        }
        Map<String, List<Integer>> yearsByDefect = new LinkedHashMap<>();
        cautions(story).stream().filter(c -> !elsewhere.contains(c)).forEach(said::add);
        for (SupplierProfile p : story.years()) {
            if (!p.flaw().isEmpty()) {
                yearsByDefect.computeIfAbsent(desk.tell(p.flaw()), k -> new ArrayList<>()).add(p.key().period().year());
            }
        }
        yearsByDefect.forEach((defect, years) -> said.add(desk.say("caveat.not-whole", runs(years), Desk.capital(defect))));
        Text text = Text.empty();
        for (String sentence : said) {
            text = text.and(" ").and(sentence(sentence));
        }
        Set<String> codes = new TreeSet<>();
        story.spoken().ifPresent(p -> codes.addAll(p.codes()));
        Map<String, List<String>> byCaveat = new LinkedHashMap<>();
        for (String code : codes) {
            desk.commodity(story.stage().id(), code)
                    .map(CommodityEntry::caveat)
                    .filter(c -> !c.isBlank())
                    .ifPresent(c -> byCaveat.computeIfAbsent(c, k -> new ArrayList<>()).add(code));
        }
        for (Map.Entry<String, List<String>> e : byCaveat.entrySet()) {
            String name = desk.say(e.getValue().size() == 1 ? "caveat.code" : "caveat.codes", String.join(desk.say("list.comma"), e.getValue()));
            text = text.and(" ").strong(name).and(" ").and(sentence(e.getKey() + "."));
        }
        return text;
    }

    private Text sentence(String said) {
        return desk.text(said.replace("..", "."));
    }

    /** Years in order as runs: 1994–2016, 2020. */
    private static String runs(List<Integer> years) {
        List<String> runs = new ArrayList<>();
        int first = years.getFirst();
        for (int i = 0; i < years.size(); i++) {
            boolean ends = i + 1 == years.size() || years.get(i + 1) != years.get(i) + 1;
            if (ends) {
                runs.add(first == years.get(i) ? Integer.toString(first) : first + "\u2013" + years.get(i));
                first = i + 1 < years.size() ? years.get(i + 1) : first;
            }
        }
        return String.join(", ", runs);
    }
}
