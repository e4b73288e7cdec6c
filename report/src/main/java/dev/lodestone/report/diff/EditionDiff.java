package dev.lodestone.report.diff;

import dev.lodestone.model.trade.ReferencePeriod;
import dev.lodestone.report.diff.EditionData.InputState;
import dev.lodestone.report.edition.EditionName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What changed from one edition to a later one. Reasons are words and may change with the day; only figures, terms and verdicts count.
 *
 * @param earlier name of the earlier edition
 * @param later name of the later edition
 * @param method versions before and after, where they differ: a change of method may move any figure
 * @param options options that differ, before and after
 * @param inputs files that are new, gone or changed
 * @param newPeriods periods told for the first time, by economy and stage
 * @param gonePeriods periods of which the earlier edition told figures and the later tells none, by economy and stage
 * @param figures figures that are revised, can be told for the first time, or can no longer be told
 * @param commitments commitments that were added, removed or rewritten
 * @param verdicts verdicts that turned, or whose figure moved
 */
public record EditionDiff(
        String earlier,
        String later,
        Optional<Pair> method,
        SortedMap<String, Pair> options,
        List<InputChange> inputs,
        SortedMap<Series, SortedSet<String>> newPeriods,
        SortedMap<Series, SortedSet<String>> gonePeriods,
        List<FigureChange> figures,
        List<CommitmentChange> commitments,
        List<VerdictChange> verdicts) {

    /** Options that say how an edition is told, not what. */
    private static final Set<String> OF_FORM = Set.of("format", "lang");

    private static final String ALLY = "ally";
    private static final String MATERIAL = "material";

    /** Options that turn no verdict: neither its form nor who else is assessed. */
    private static final Set<String> OF_NO_VERDICT = Set.of("format", "lang", ALLY, "meeting", MATERIAL);

    /** Columns of the register that say nothing of what was promised. */
    private static final Set<String> OF_THE_ROW = Set.of("id", "recorded");

    /** Before and after. */
    public record Pair(String before, String after) {}

    /** An economy's stage. */
    public record Series(String economy, String stage) implements Comparable<Series> {

        @Override
        public int compareTo(Series other) {
            int byEconomy = economy.compareTo(other.economy);
            return byEconomy != 0 ? byEconomy : stage.compareTo(other.stage);
        }
    }

    /** What became of something. */
    public enum Kind { ADDED, REMOVED, CHANGED }

    /** A file that was read. */
    public record InputChange(Kind kind, String file, boolean register) {}

    /** A figure; one side is empty where it was not told. */
    public record FigureChange(Kind kind, FigureKey key, Optional<FigureState> before, Optional<FigureState> after) {}

    /**
     * A commitment as the register sets it.
     *
     * @param terms terms that differ, before and after, by column of the register; empty unless changed
     * @param row what the register says of it by column, of a removed one what it said; of editions without their register, what the verdicts say
     */
    public record CommitmentChange(Kind kind, String id, SortedMap<String, Pair> terms, SortedMap<String, String> row) {

        /** Columns that say what was promised in words, or where it is read: no verdict turns on them. */
        private static final Set<String> WORDS = Set.of("instrument", "summary", "outcome", "testable_with", "source_title", "source_url", "source", "notes");

        public CommitmentChange {
            terms = Collections.unmodifiableSortedMap(new TreeMap<>(terms));
            row = Collections.unmodifiableSortedMap(new TreeMap<>(row));
        }

        /** Terms that differ and that a reader reads as a word, a number or a day. */
        public SortedMap<String, Pair> plainTerms() {
            SortedMap<String, Pair> plain = new TreeMap<>(terms);
            plain.keySet().removeAll(WORDS);
            return plain;
        }

        /** Columns of running text that differ. */
        public SortedSet<String> rewordings() {
            SortedSet<String> worded = new TreeSet<>(terms.keySet());
            worded.retainAll(WORDS);
            return worded;
        }

        /** Whether a verdict may turn on it. */
        boolean bearsOnVerdicts() {
            return kind != Kind.CHANGED || !plainTerms().isEmpty();
        }
    }

    /** What may have turned a verdict, as far as two editions tell. */
    public enum Cause {
        /** The commitment was added, removed or changed in the register. */
        COMMITMENT,
        /** The figure that it stands on moved. */
        FIGURE,
        /** The day on which it was due passed. */
        DAY,
        /** The version of the program. */
        METHOD,
        /** Options of the run. */
        OPTIONS
    }

    /** A verdict; a side is empty where that edition has no such verdict. */
    public record VerdictChange(VerdictKey key, Optional<VerdictState> before, Optional<VerdictState> after) {

        /** Whether the figure on which it stood is there no more. */
        public boolean lostItsFigure() {
            return before.map(s -> !s.measured().isEmpty()).orElse(false) && after.map(s -> s.measured().isEmpty()).orElse(false);
        }

        /** Whether the status changed, not only the figure behind it. */
        public boolean turned() {
            return !before.map(VerdictState::status).equals(after.map(VerdictState::status));
        }
    }

    public EditionDiff {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        inputs = List.copyOf(inputs);
        newPeriods = Collections.unmodifiableSortedMap(new TreeMap<>(newPeriods));
        gonePeriods = Collections.unmodifiableSortedMap(new TreeMap<>(gonePeriods));
        figures = List.copyOf(figures);
        commitments = List.copyOf(commitments);
        verdicts = List.copyOf(verdicts);
    }

    /** Compares two editions. Of two materials nothing is compared but their options. */
    public static EditionDiff between(EditionData earlier, EditionData later) {
        if (!earlier.material().equals(later.material()) && !earlier.material().isEmpty() && !later.material().isEmpty()) {
            return new EditionDiff(earlier.name(), later.name(), pair(earlier.version(), later.version()), differing(earlier.options(), later.options()),
                    List.of(), new TreeMap<>(), new TreeMap<>(), List.of(), List.of(), List.of());
        }
        SortedMap<Series, SortedSet<String>> fresh = newPeriods(earlier, later);
        List<FigureChange> figures = figures(earlier, later, fresh);
        return new EditionDiff(
                earlier.name(),
                later.name(),
                pair(earlier.version(), later.version()),
                differing(earlier.options(), later.options()),
                inputs(earlier.inputs(), later.inputs()),
                fresh,
                gonePeriods(later, figures),
                figures,
                commitments(earlier, later),
                verdicts(earlier, later));
    }

    /** Whether nothing changed that a reader of results would care for: a new date alone does not count. */
    public boolean isEmpty() {
        return method.isEmpty()
                && OF_FORM.containsAll(options.keySet())
                && inputs.isEmpty()
                && newPeriods.isEmpty()
                && figures.isEmpty()
                && commitments.isEmpty()
                && verdicts.isEmpty();
    }

    /** Whether it is of an economy that one edition does not assess, or of a period that the later tells nothing of: it is news with all of those. */
    public boolean isOfWhatOneLacks(FigureChange figure) {
        FigureKey key = figure.key();
        return economiesNew().contains(key.economy()) || economiesGone().contains(key.economy())
                || gonePeriods.getOrDefault(new Series(key.economy(), key.stage()), Collections.emptySortedSet()).contains(key.period());
    }

    /** Figures that both editions tell, differently. */
    public List<FigureChange> revised() {
        return figures.stream().filter(f -> f.kind() == Kind.CHANGED).toList();
    }

    /** Why figures may have moved, from what else changed: {@code data}, {@code registers}, {@code method}, {@code options}. */
    public SortedSet<String> causes() {
        SortedSet<String> causes = new TreeSet<>();
        method.ifPresent(m -> causes.add("method"));
        inputs.forEach(i -> causes.add(i.register() ? "registers" : "data"));
        if (!OF_FORM.containsAll(options.keySet())) {
            causes.add("options");
        }
        return causes;
    }

    /** Whether the editions are about two materials, so that nothing of one can be held against the other. */
    public boolean isOfTwoMaterials() {
        return Optional.ofNullable(options.get(MATERIAL)).map(p -> !p.before().isEmpty() && !p.after().isEmpty()).orElse(false);
    }

    /** Economies that the earlier edition assessed and the later does not. */
    public SortedSet<String> economiesGone() {
        return economies(true);
    }

    /** Economies that the later edition assesses and the earlier did not. */
    public SortedSet<String> economiesNew() {
        return economies(false);
    }

    private SortedSet<String> economies(boolean gone) {
        Pair allies = options.getOrDefault(ALLY, new Pair("", ""));
        SortedSet<String> some = new TreeSet<>(List.of((gone ? allies.before() : allies.after()).split(",")));
        some.removeAll(List.of((gone ? allies.after() : allies.before()).split(",")));
        some.remove("");
        return some;
    }

    /** An option that both editions name, differently. */
    public Optional<Pair> option(String name) {
        return Optional.ofNullable(options.get(name)).filter(p -> !p.before().isEmpty() && !p.after().isEmpty());
    }

    /** The change of a commitment in the register, where there is one. */
    public Optional<CommitmentChange> changeOf(String commitment) {
        return commitments.stream().filter(c -> c.id().equals(commitment)).findFirst();
    }

    /** Who promised, as the register has it; of editions without their register, whoever was judged. */
    public List<String> partiesOf(CommitmentChange commitment) {
        String told = commitment.row().getOrDefault("parties", "");
        return told.isEmpty()
                ? verdicts.stream().filter(v -> v.key().id().equals(commitment.id())).map(v -> v.key().party()).distinct().toList()
                : List.of(told.split("\\|"));
    }

    /**
     * What may have moved a verdict. One cause is the cause; of several none can be told from the others; none is known where an edition
     * does not hold what moved.
     */
    public SortedSet<Cause> causesOf(VerdictChange verdict) {
        SortedSet<Cause> causes = new TreeSet<>();
        Optional<CommitmentChange> promise = changeOf(verdict.key().id()).filter(CommitmentChange::bearsOnVerdicts);
        promise.ifPresent(c -> causes.add(Cause.COMMITMENT));
        boolean moved = verdict.before().isPresent() && verdict.after().isPresent()
                && !(verdict.before().get().measured().equals(verdict.after().get().measured()) && verdict.before().get().period().equals(verdict.after().get().period()));
        if (moved && tellsOtherFigures(verdict.key())) {
            causes.add(Cause.FIGURE);
        }
        if (passed(verdict.after().or(verdict::before).map(s -> s.terms().getOrDefault("target_date", "")).orElse(""))) {
            causes.add(Cause.DAY);
        }
        // Who or what was not there before has no verdict that a method could have turned.
        if (method.isPresent() && (promise.isEmpty() || promise.get().kind() == Kind.CHANGED)) {
            causes.add(Cause.METHOD);
        }
        if (!OF_NO_VERDICT.containsAll(options.keySet())) {
            causes.add(Cause.OPTIONS);
        }
        return causes;
    }

    /** Whether figures of the party at that stage differ; those of a group are its members'. */
    private boolean tellsOtherFigures(VerdictKey key) {
        return figures.stream().anyMatch(f -> f.key().economy().equals(key.party()) && (key.stage().isEmpty() || key.stage().equals("any") || f.key().stage().equals(key.stage())))
                || newPeriods.keySet().stream().anyMatch(s -> s.economy().equals(key.party()));
    }

    /** Whether the day was over at the later edition and not at the earlier. */
    private boolean passed(String day) {
        Optional<LocalDate> before = EditionName.parse(earlier).map(EditionName::asOf);
        Optional<LocalDate> after = EditionName.parse(later).map(EditionName::asOf);
        if (before.isEmpty() || after.isEmpty() || !day.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return false;
        }
        // Days of one form sort as text.
        return day.compareTo(before.get().toString()) >= 0 && day.compareTo(after.get().toString()) < 0;
    }

    private static Optional<Pair> pair(String before, String after) {
        return before.equals(after) ? Optional.empty() : Optional.of(new Pair(before, after));
    }

    private static SortedMap<String, Pair> differing(Map<String, String> before, Map<String, String> after) {
        SortedMap<String, Pair> differing = new TreeMap<>();
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        // With what an edition was itself compared is no matter between two others.
        names.remove("compare");
        for (String name : names) {
            pair(before.getOrDefault(name, ""), after.getOrDefault(name, "")).ifPresent(p -> differing.put(name, p));
        }
        return differing;
    }

    private static List<InputChange> inputs(SortedMap<String, InputState> earlier, SortedMap<String, InputState> later) {
        SortedMap<String, InputState> before = new TreeMap<>(earlier);
        SortedMap<String, InputState> after = new TreeMap<>(later);
        dropMoved(before, after);
        List<InputChange> changes = new ArrayList<>();
        Set<String> files = new TreeSet<>(before.keySet());
        files.addAll(after.keySet());
        for (String file : files) {
            InputState was = before.get(file);
            InputState is = after.get(file);
            if (was == null) {
                changes.add(new InputChange(Kind.ADDED, file, is.isRegister()));
            } else if (is == null) {
                changes.add(new InputChange(Kind.REMOVED, file, was.isRegister()));
            } else if (!was.sha256().equals(is.sha256())) {
                changes.add(new InputChange(Kind.CHANGED, file, is.isRegister()));
            }
        }
        return changes;
    }

    /** A file that stands elsewhere with the same content is no news, each of its copies once. */
    private static void dropMoved(SortedMap<String, InputState> before, SortedMap<String, InputState> after) {
        for (String file : List.copyOf(before.keySet())) {
            if (after.containsKey(file)) {
                continue;
            }
            after.entrySet().stream()
                    .filter(e -> !before.containsKey(e.getKey()) && e.getValue().equals(before.get(file)))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .ifPresent(moved -> {
                        after.remove(moved);
                        before.remove(file);
                    });
        }
    }

    private static SortedMap<Series, SortedSet<String>> newPeriods(EditionData earlier, EditionData later) {
        Map<Series, Set<String>> known = new TreeMap<>();
        earlier.figures().forEach((key, state) -> {
            if (state.isComputed()) {
                known.computeIfAbsent(new Series(key.economy(), key.stage()), s -> new HashSet<>()).add(key.period());
            }
        });
        SortedMap<Series, SortedSet<String>> fresh = new TreeMap<>();
        later.figures().forEach((key, state) -> {
            Series series = new Series(key.economy(), key.stage());
            if (state.isComputed() && !known.getOrDefault(series, Set.of()).contains(key.period())) {
                fresh.computeIfAbsent(series, s -> new TreeSet<>()).add(key.period());
            }
        });
        return fresh;
    }

    /** Periods that lost a figure and have none left. */
    private static SortedMap<Series, SortedSet<String>> gonePeriods(EditionData later, List<FigureChange> figures) {
        SortedMap<Series, SortedSet<String>> gone = new TreeMap<>();
        figures.stream()
                .filter(f -> f.kind() == Kind.REMOVED)
                .forEach(f -> gone.computeIfAbsent(new Series(f.key().economy(), f.key().stage()), s -> new TreeSet<>()).add(f.key().period()));
        later.figures().forEach((key, state) -> {
            if (state.isComputed()) {
                gone.getOrDefault(new Series(key.economy(), key.stage()), new TreeSet<>()).remove(key.period());
            }
        });
        gone.values().removeIf(SortedSet::isEmpty);
        return gone;
    }

    /** Figures that differ; those of a period told for the first time are its own news, and an untold figure that stays so is none. */
    private static List<FigureChange> figures(EditionData earlier, EditionData later, SortedMap<Series, SortedSet<String>> fresh) {
        SortedMap<FigureKey, FigureChange> changes = new TreeMap<>();
        later.figures().forEach((key, is) -> {
            if (fresh.getOrDefault(new Series(key.economy(), key.stage()), Collections.emptySortedSet()).contains(key.period())) {
                return;
            }
            FigureState was = earlier.figures().get(key);
            boolean wasTold = was != null && was.isComputed();
            if (wasTold && is.isComputed()) {
                if (!was.tellsTheSameAs(is)) {
                    changes.put(key, new FigureChange(Kind.CHANGED, key, Optional.of(was), Optional.of(is)));
                }
            } else if (is.isComputed()) {
                changes.put(key, new FigureChange(Kind.ADDED, key, Optional.ofNullable(was), Optional.of(is)));
            } else if (wasTold) {
                changes.put(key, new FigureChange(Kind.REMOVED, key, Optional.of(was), Optional.of(is)));
            }
        });
        Set<Told> told = measuresTold(later);
        earlier.figures().forEach((key, was) -> {
            if (was.isComputed() && !later.figures().containsKey(key) && !wentOn(key, fresh) && !isOfTheNewest(key, later, told, fresh)) {
                changes.put(key, new FigureChange(Kind.REMOVED, key, Optional.of(was), Optional.empty()));
            }
        });
        return List.copyOf(changes.values());
    }

    /** Whether a part of a year has become a longer one or the whole, or twelve months have moved on: its figures are told of that now. */
    private static boolean wentOn(FigureKey key, SortedMap<Series, SortedSet<String>> fresh) {
        Optional<ReferencePeriod> was = ReferencePeriod.parse(key.period()).filter(p -> !p.isCalendarYear() && !p.isMonth());
        return was.isPresent()
                && fresh.getOrDefault(new Series(key.economy(), key.stage()), Collections.emptySortedSet()).stream()
                        .flatMap(text -> ReferencePeriod.parse(text).stream())
                        .anyMatch(is -> is.end().isAfter(was.get().end())
                                && (is.start().equals(was.get().start()) || is.months() == was.get().months()));
    }

    /** What a series tells of a period: a measure, or none in particular. */
    private record Told(String economy, String stage, String period, String measure) {}

    private static Set<Told> measuresTold(EditionData edition) {
        Set<Told> told = new HashSet<>();
        edition.figures().forEach((key, state) -> {
            if (state.isComputed()) {
                told.add(new Told(key.economy(), key.stage(), key.period(), key.measure()));
                told.add(new Told(key.economy(), key.stage(), key.period(), ""));
            }
        });
        return told;
    }

    /**
     * Whether a measure is told of the newest period alone (growth, the watch list), and that is another now: it has gone to the new period,
     * and the old one stands with its other figures.
     */
    private static boolean isOfTheNewest(FigureKey key, EditionData later, Set<Told> told, SortedMap<Series, SortedSet<String>> fresh) {
        return told.contains(new Told(key.economy(), key.stage(), key.period(), ""))
                && !told.contains(new Told(key.economy(), key.stage(), key.period(), key.measure()))
                && fresh.getOrDefault(new Series(key.economy(), key.stage()), Collections.emptySortedSet()).stream()
                        .filter(period -> period.compareTo(key.period()) > 0)
                        .map(period -> later.figures().get(key.in(period)))
                        .anyMatch(is -> is != null && is.isComputed());
    }

    private static List<CommitmentChange> commitments(EditionData earlier, EditionData later) {
        // Only registers of both editions can be held against each other; before they were kept, some terms stood beside the verdicts.
        boolean registers = !earlier.terms().isEmpty() && !later.terms().isEmpty();
        Map<String, SortedMap<String, String>> before = registers ? earlier.terms() : termsOfVerdicts(earlier);
        Map<String, SortedMap<String, String>> after = registers ? later.terms() : termsOfVerdicts(later);
        Set<String> judged = new TreeSet<>();
        earlier.verdicts().keySet().forEach(v -> judged.add(v.id()));
        later.verdicts().keySet().forEach(v -> judged.add(v.id()));
        List<CommitmentChange> changes = new ArrayList<>();
        for (String id : judged) {
            SortedMap<String, String> was = before.get(id);
            SortedMap<String, String> is = after.get(id);
            if (was == null && is != null) {
                changes.add(new CommitmentChange(Kind.ADDED, id, Collections.emptySortedMap(), later.terms().getOrDefault(id, is)));
            } else if (is == null && was != null) {
                changes.add(new CommitmentChange(Kind.REMOVED, id, Collections.emptySortedMap(), earlier.terms().getOrDefault(id, was)));
            } else if (was != null) {
                SortedMap<String, Pair> differing = differing(was, is);
                differing.keySet().removeAll(OF_THE_ROW);
                // A column that one edition's table does not have, since its program was an older one, says nothing of the commitment.
                differing.keySet().removeIf(column -> !was.containsKey(column) || !is.containsKey(column));
                if (!differing.isEmpty()) {
                    changes.add(new CommitmentChange(Kind.CHANGED, id, differing, later.terms().getOrDefault(id, is)));
                }
            }
        }
        return changes;
    }

    private static Map<String, SortedMap<String, String>> termsOfVerdicts(EditionData edition) {
        Map<String, SortedMap<String, String>> terms = new TreeMap<>();
        edition.verdicts().forEach((key, state) -> terms.putIfAbsent(key.id(), state.terms()));
        return terms;
    }

    private static List<VerdictChange> verdicts(EditionData earlier, EditionData later) {
        SortedMap<VerdictKey, VerdictChange> changes = new TreeMap<>();
        Set<VerdictKey> keys = new TreeSet<>(earlier.verdicts().keySet());
        keys.addAll(later.verdicts().keySet());
        for (VerdictKey key : keys) {
            Optional<VerdictState> was = Optional.ofNullable(earlier.verdicts().get(key));
            Optional<VerdictState> is = Optional.ofNullable(later.verdicts().get(key));
            boolean same = was.isPresent() && is.isPresent()
                    && was.get().status().equals(is.get().status())
                    && was.get().measured().equals(is.get().measured())
                    && was.get().period().equals(is.get().period());
            if (!same) {
                changes.put(key, new VerdictChange(key, was, is));
            }
        }
        return List.copyOf(changes.values());
    }
}
